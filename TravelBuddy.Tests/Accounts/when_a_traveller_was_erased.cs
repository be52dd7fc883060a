using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TravelBuddy.Tests.Pages;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Tests.WhatsApp;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Bookings;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;
using Wolverine;

namespace TravelBuddy.Tests.Accounts;

public sealed class when_a_traveller_was_erased(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IDocumentStore Store => app.Services.GetRequiredService<IDocumentStore>();

    [Theory]
    [InlineData("en", "delete my data", "DELETE", "forgets you")]
    [InlineData("vi", "xóa dữ liệu của tôi", "xoá", "không còn giữ gì về bạn")]
    public async Task neither_their_pages_nor_any_document_of_their_trip_is_left(string language, string asked, string word, string goodbye)
    {
        using var web = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("da-nang", null)] }, language);
        (await web.PressAsync(await web.ShowAsync(), "button[name=up]")).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.Services.GetRequiredService<TripTexts>().RememberAsync(web.TripId, web.TravellerId, "quiet rooms", Ct);
        await Store.BulkInsertAsync([new BookingClick { Id = Guid.CreateVersion7(), ListId = web.ListId, PackageId = "any", Channel = "web", At = DateTimeOffset.UtcNow, TripId = web.TripId }], cancellation: Ct);
        await app.InScopeAsync(services => services.GetRequiredService<IWhatsApp>().InviteAsync(web.TravellerId, web.ListId, People.NewNumber(), "VN", "Agreed.", Ct));
        var code = (await app.InScopeAsync(services => services.GetRequiredService<IWhatsApp>().LinkAsync(web.TravellerId, web.ListId, Ct))).Code;
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(code);
        await phone.ListAsync();
        var person = (await phone.PersonAsync()).Id;
        using var friend = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("hue", null)] }, language);
        await app.InScopeAsync(services => services.GetRequiredService<IWhatsApp>().InviteAsync(friend.TravellerId, friend.ListId, "+" + phone.Digits, "VN", "Agreed.", Ct));
        var invitation = await phone.AnswerAsync("a friend's invitation", b => b.IsTemplate);
        await phone.TapAsync(invitation, invitation.Buttons[0].Title);
        await phone.ListAsync();
        Guid[] traces = [web.TravellerId, web.TripId, web.ListId, person];
        (await HoldingAsync(traces)).ShouldBe(
            [nameof(BookingClick), nameof(ChatState), nameof(Invitation), nameof(JoinCode), nameof(OutboundMessage), nameof(Person), nameof(PersonIdentifier), nameof(RecommendationList), nameof(SubjectKey),
                nameof(Traveller), nameof(Trip), nameof(TripText)], ignoreOrder: true,
            "every kind of document that names a person, a traveller or a trip is here; a new one is to be erased as well");

        await phone.SayAsync(asked);
        await phone.AnswerAsync("a question with a button", b => b.Buttons.Count == 1);
        await phone.SayAsync(word);
        await phone.AnswerAsync(goodbye);

        await Polling.UntilAsync("nothing left of the traveller", async () => (await HoldingAsync(traces)).Count == 0);
        (await web.ShowAsync()).Status.ShouldBe(HttpStatusCode.NotFound, "although it was looked at a moment ago");
        (await web.Browser.GetAsync($"/send/{web.ListId}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task what_was_still_to_be_sent_to_them_is_not_sent()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("hello");
        await phone.AnswerAsync("Hello, this is TravelBuddy");
        var person = (await phone.PersonAsync()).Id;
        var waiting = await StoredMessages.StoreAsync(app.Services, StoredMessages.Phrase(person, nameof(Phrases.Help)));
        var data = app.Services.GetRequiredService<PersonalData>();

        await data.EraseAsync((await data.FindAsync(person, Ct)).ShouldNotBeNull(), Ct);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync(new SendMessage(person, waiting.Id), Ct);
        }

        (await phone.BubblesAsync()).Count(bubble => !bubble.FromPerson).ShouldBe(1);
        (await HoldingAsync([person])).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_message_that_is_erased_while_it_changes_is_not_brought_back()
    {
        var message = await StoredMessages.StoreAsync(app.Services, StoredMessages.Phrase(Guid.CreateVersion7(), nameof(Phrases.Help)));

        var changed = await app.Services.GetRequiredService<OutboxStore>().ChangeAsync(message.Id, known => Erased(known).Attempt(DateTimeOffset.UtcNow), Ct);

        changed.ShouldBeNull();
        (await HoldingAsync([message.PersonId])).ShouldBeEmpty();

        OutboundMessage Erased(OutboundMessage known)
        {
            using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("delete from tb.mt_doc_outboundmessage where id = $1");
            command.Parameters.AddWithValue(known.Id);
            command.ExecuteNonQuery();
            return known;
        }
    }

    [Fact]
    public async Task a_list_that_is_being_made_meanwhile_does_not_bring_them_back()
    {
        using var web = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("hue", null)] });
        var data = app.Services.GetRequiredService<PersonalData>();
        var subject = (await data.FindAsync(web.TravellerId, Ct)).ShouldNotBeNull();
        var trip = (await app.Services.GetRequiredService<ITrips>().FindAsync(web.TripId, web.TravellerId, Ct)).ShouldNotBeNull();

        await data.EraseAsync(subject, Ct);

        await Should.ThrowAsync<KeyNotFoundException>(() => app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RecommendAsync(trip, Ct)));
        (await HoldingAsync([web.TravellerId, web.TripId])).ShouldBeEmpty();
    }

    /// <summary>The kinds of documents in which one of these ids stands anywhere.</summary>
    private async Task<IReadOnlyList<string>> HoldingAsync(Guid[] ids)
    {
        var holding = new List<string>();
        await using var connection = await app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(Ct);
        foreach (var type in Store.Options.AllKnownDocumentTypes().Where(type => type.DocumentType.Assembly == typeof(Program).Assembly))
        {
            await using var command = new NpgsqlCommand($"select exists (select 1 from {type.TableName.QualifiedName} where data::text like any($1))", connection);
            command.Parameters.AddWithValue(ids.Select(id => $"%{id}%").ToArray());
            if ((bool)(await command.ExecuteScalarAsync(Ct))!)
            {
                holding.Add(type.DocumentType.Name);
            }
        }

        return holding;
    }
}
