using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TravelBuddy.Tests.Pages;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Bookings;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp;

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
        await app.InScopeAsync(services => services.GetRequiredService<IWhatsApp>().InviteAsync(web.TravellerId, web.ListId, People.NewNumber(), "VN", Ct));
        var code = (await app.InScopeAsync(services => services.GetRequiredService<IWhatsApp>().LinkAsync(web.TravellerId, web.ListId, Ct))).Code;
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(code);
        await phone.ListAsync();
        (await HoldingAsync(web.TravellerId, web.TripId)).ShouldBe(
            [nameof(BookingClick), "ChatState", nameof(Invitation), nameof(JoinCode), nameof(RecommendationList), nameof(SubjectKey), nameof(Traveller), nameof(Trip), nameof(TripText)], ignoreOrder: true,
            "every kind of document that names a traveller or a trip is here; a new one is to be erased as well");

        await phone.SayAsync(asked);
        await phone.AnswerAsync("a question with a button", b => b.Buttons.Count == 1);
        await phone.SayAsync(word);
        await phone.AnswerAsync(goodbye);

        await Polling.UntilAsync("nothing left of the traveller", async () => (await HoldingAsync(web.TravellerId, web.TripId)).Count == 0);
        (await web.ShowAsync()).Status.ShouldBe(HttpStatusCode.NotFound, "although it was looked at a moment ago");
        (await web.Browser.GetAsync($"/send/{web.ListId}")).Status.ShouldBe(HttpStatusCode.NotFound);
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
        (await HoldingAsync(web.TravellerId, web.TripId)).ShouldBeEmpty();
    }

    /// <summary>The kinds of documents in which a traveller's or trip's id stands anywhere.</summary>
    private async Task<IReadOnlyList<string>> HoldingAsync(Guid traveller, Guid trip)
    {
        var holding = new List<string>();
        await using var connection = await app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(Ct);
        foreach (var type in Store.Options.AllKnownDocumentTypes().Where(type => type.DocumentType.Assembly == typeof(Program).Assembly))
        {
            await using var command = new NpgsqlCommand($"select exists (select 1 from {type.TableName.QualifiedName} where data::text like any($1))", connection);
            command.Parameters.AddWithValue(new[] { $"%{traveller}%", $"%{trip}%" });
            if ((bool)(await command.ExecuteScalarAsync(Ct))!)
            {
                holding.Add(type.DocumentType.Name);
            }
        }

        return holding;
    }
}
