using System.Globalization;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_list_is_sent_to_whatsapp(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_code_joins_web_and_phone_records_the_opt_in_and_brings_the_tours()
    {
        var (traveller, tripId, listId) = await WebTravellerAsync();
        var link = await LinkAsync(traveller, listId);
        link.Url.ShouldContain("/simulator?code=TB-");
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync($"Please send me my tours. Code: {link.Code}");
        await phone.AnswerAsync("are now one");
        await phone.CardAsync();
        await phone.ListAsync();
        var person = await phone.PersonAsync();
        person.WhatsAppOptIn.ShouldNotBeNull().Where.ShouldBe("WhatsApp");
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        (await session.LoadAsync<Traveller>(traveller, Ct))!.PersonId.ShouldBe(person.Id);

        await phone.SayAsync("Huế instead");
        await phone.ListAsync();
        (await session.LoadAsync<Trip>(tripId, Ct))!.Places.ShouldHaveSingleItem().PlaceId.ShouldBe("hue", "web and chat are one trip");
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task the_tour_that_was_chosen_on_its_page_comes_first_and_is_the_one_spoken_of(bool invited)
    {
        var (traveller, tripId, listId) = await WebTravellerAsync();
        var title = await TitleAsync(await ListOfAsync(tripId), 14);
        var phone = await ChatPhone.SwitchOnAsync(app);
        if (invited)
        {
            await InEnglishAsync(whatsApp => whatsApp.InviteAsync(traveller, listId, "+" + phone.Digits, "VN", "Agreed.", Ct, first: 14));
            await phone.TapAsync(await phone.AnswerAsync("an invitation", b => b.IsTemplate), "Show my tours");
        }
        else
        {
            await phone.SayAsync((await InEnglishAsync(whatsApp => whatsApp.LinkAsync(traveller, listId, Ct, first: 14))).Code);
        }

        var numbers = new List<string>();
        for (var card = 0; card < 4; card++)
        {
            numbers.Add(ChatPhone.Text(await phone.CardAsync()).Split('.')[0]);
        }

        numbers.ShouldBe(["14", "1", "2", "3"]);
        await phone.ListAsync();
        await phone.SayAsync("tell me more");
        ChatPhone.Text(await phone.AnswerAsync("14. ")).ShouldContain(title[..12]);
    }

    private async Task<string> TitleAsync(RecommendationList list, int rank) =>
        (await app.Services.GetRequiredService<ICatalog>().PackagesAsync([list.Packages[rank - 1].PackageId], Ct)).Values.Single().Title;

    [Fact]
    public async Task a_code_is_of_use_to_one_person_only()
    {
        var (traveller, _, listId) = await WebTravellerAsync();
        var link = await LinkAsync(traveller, listId);
        var first = await ChatPhone.SwitchOnAbroadAsync(app);
        await first.SayAsync(link.Code);
        await first.AnswerAsync("are now one");
        var second = await ChatPhone.SwitchOnAbroadAsync(app);
        await second.SayAsync(link.Code);
        await second.AnswerAsync("I do not know that code");
        await second.SayAsync("TB-2A22-3B33");
        await second.AnswerAsync("I do not know that code");
    }

    [Fact]
    public async Task an_invitation_is_one_template_and_its_button_brings_the_tours()
    {
        var (traveller, _, listId) = await WebTravellerAsync();
        var phone = await ChatPhone.SwitchOnAsync(app);
        (await InviteAsync(traveller, listId, "0" + phone.Digits[2..])).ShouldBe(InvitationOutcome.Queued);
        var invitation = await phone.AnswerAsync("an invitation", b => b.IsTemplate);
        invitation.Buttons.Count.ShouldBe(2);
        (await phone.BubblesAsync()).Count.ShouldBe(1, "nothing further until they answer");
        await phone.TapAsync(invitation, "Show my tours");
        await phone.AnswerAsync("of this chat's own");
        await phone.CardAsync();
        (await phone.PersonAsync()).WhatsAppOptIn.ShouldBeNull("nobody asked them yet");
        await phone.SayAsync("I'll think about it");
        await phone.TapAsync(await phone.AnswerAsync("OK if TravelBuddy messages you later"), "Rather not");
        await phone.AnswerAsync("I only answer when you write");

        await phone.TapAsync(invitation, "Show my tours");
        await phone.ListAsync();
        await phone.ListAsync();
        (await phone.BubblesAsync()).Count(b => ChatPhone.Text(b).StartsWith("OK if TravelBuddy", StringComparison.Ordinal)).ShouldBe(1, "who said no is not asked again");
        (await phone.PersonAsync()).WhatsAppOptIn.ShouldBeNull("a tap for tours does not undo a no");
    }

    [Fact]
    public async Task whoever_taps_an_invitation_gets_a_copy_and_neither_side_sees_the_others_trip()
    {
        var (traveller, tripId, listId) = await WebTravellerAsync();
        await app.Services.GetRequiredService<ITrips>().ChangeAsync(tripId, traveller, null, wishes => wishes with { Accommodation = new ConceptWishes([], ["a room for my mother's birthday"]) }, Ct);
        listId = (await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RecommendAsync(tripId, traveller, Ct))).Id;
        var phone = await ChatPhone.SwitchOnAsync(app);
        await InviteAsync(traveller, listId, "+" + phone.Digits);
        await phone.TapAsync(await phone.AnswerAsync("an invitation", b => b.IsTemplate), "Show my tours");
        await phone.ListAsync();

        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        (await session.LoadAsync<Traveller>(traveller, Ct))!.PersonId.ShouldBeNull("the page is nobody's by somebody else's tap");
        var (sent, got) = (await ListOfAsync(tripId), await ListOfAsync((await ChatTripAsync(phone)).Id));
        got.TravellerId.ShouldNotBe(traveller);
        got.Packages.Select(package => package.PackageId).ShouldBe(sent.Packages.Select(package => package.PackageId));
        var copy = await ChatTripAsync(phone);
        copy.Places.ShouldHaveSingleItem().PlaceId.ShouldBe("da-nang");
        copy.Accommodation.TextId.ShouldBeNull("what the sender wrote stays the sender's");

        await phone.SayAsync("Huế instead");
        await phone.ListAsync();
        (await ChatTripAsync(phone)).Places.ShouldHaveSingleItem().PlaceId.ShouldBe("hue");
        (await session.LoadAsync<Trip>(tripId, Ct))!.Places.ShouldHaveSingleItem().PlaceId.ShouldBe("da-nang", "the sender's page does not follow the phone");
    }

    [Fact]
    public async Task a_code_of_a_page_that_is_anothers_already_gives_the_second_phone_a_copy()
    {
        var (traveller, tripId, listId) = await WebTravellerAsync();
        var (own, forFriend) = (await LinkAsync(traveller, listId), await LinkAsync(traveller, listId));
        var first = await ChatPhone.SwitchOnAsync(app);
        await first.SayAsync(own.Code);
        await first.AnswerAsync("are now one");
        var second = await ChatPhone.SwitchOnAsync(app);
        await second.SayAsync(forFriend.Code);
        await second.AnswerAsync("of this chat's own");
        await second.CardAsync();

        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        (await session.LoadAsync<Traveller>(traveller, Ct))!.PersonId.ShouldBe((await first.PersonAsync()).Id);
        (await ChatTripAsync(second)).Id.ShouldNotBe(tripId);
    }

    [Fact]
    public async Task who_was_sent_their_own_page_by_invitation_goes_on_with_it()
    {
        var (traveller, tripId, listId) = await WebTravellerAsync();
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync((await LinkAsync(traveller, listId)).Code);
        await phone.AnswerAsync("are now one");
        await phone.ListAsync();
        await InviteAsync(traveller, listId, "+" + phone.Digits);
        await phone.TapAsync(await phone.AnswerAsync("an invitation", b => b.IsTemplate), "Show my tours");
        await phone.AnswerAsync("are now one");
        (await ChatTripAsync(phone)).Id.ShouldBe(tripId);
    }

    [Fact]
    public async Task two_phones_that_send_one_code_at_once_do_not_both_get_it()
    {
        var (traveller, _, listId) = await WebTravellerAsync();
        var code = (await LinkAsync(traveller, listId)).Code;
        var phones = new[] { await ChatPhone.SwitchOnAbroadAsync(app), await ChatPhone.SwitchOnAbroadAsync(app) };
        await Task.WhenAll(phones.Select(phone => phone.SayAsync(code)));
        var answers = await Task.WhenAll(phones.Select(async phone => ChatPhone.Text(await phone.AnswerAsync("an answer", b => b.Text.Count > 0))));
        answers.Count(text => text.Contains("are now one", StringComparison.Ordinal)).ShouldBe(1);
        answers.Count(text => text.Contains("I do not know that code", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task codes_and_invitations_past_their_time_are_forgotten()
    {
        var (traveller, _, listId) = await WebTravellerAsync();
        var time = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var (oldCode, oldInvitation) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));
        await using (var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            session.Insert(new JoinCode { Id = oldCode, Reference = Guid.CreateVersion7(), Code = [], TravellerId = traveller, ListId = listId, Language = "en", ExpiresAt = time.AddMinutes(-1) });
            session.Insert(new Invitation { Id = oldInvitation, NumberHash = oldInvitation, TravellerId = traveller, ListId = listId, Sent = true, At = time.AddDays(-31) });
            await session.SaveChangesAsync(Ct);
        }

        var phone = await ChatPhone.SwitchOnAsync(app);
        await InviteAsync(traveller, listId, "+" + phone.Digits);
        await using var query = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        (await query.LoadAsync<JoinCode>(oldCode, Ct)).ShouldBeNull();
        (await query.LoadAsync<Invitation>(oldInvitation, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task who_was_not_meant_is_left_alone_for_good()
    {
        var (traveller, _, listId) = await WebTravellerAsync();
        var phone = await ChatPhone.SwitchOnAsync(app);
        await InviteAsync(traveller, listId, "+" + phone.Digits);
        await phone.TapAsync(await phone.AnswerAsync("an invitation", b => b.IsTemplate), "Not me");
        await phone.AnswerAsync("you will get no more messages");
        (await phone.PersonAsync()).Stopped.ShouldBeTrue();
    }

    [Fact]
    public async Task nobody_becomes_a_person_by_being_invited_and_the_number_is_forgotten_once_it_was_written_to()
    {
        var (traveller, _, listId) = await WebTravellerAsync();
        var phone = await ChatPhone.SwitchOnAsync(app);
        await InviteAsync(traveller, listId, "+" + phone.Digits);
        await phone.AnswerAsync("an invitation", b => b.IsTemplate);

        (await app.Services.GetRequiredService<IAccounts>().FindByNumberAsync("+" + phone.Digits, Ct)).ShouldBeNull();
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var recipient = (await session.Query<OutboundMessage>().Where(m => m.ListId == listId).SingleAsync(Ct)).PersonId;
        await Polling.UntilAsync("the number forgotten", async () => await session.LoadAsync<TypedNumber>(recipient, Ct) is null && await session.LoadAsync<SubjectKey>(recipient, Ct) is null);
    }

    [Fact]
    public async Task nothing_tells_whether_a_number_is_known_stopped_or_was_invited_by_others()
    {
        var stopped = await ChatPhone.SwitchOnAsync(app);
        await stopped.SayAsync("STOP");
        await stopped.AnswerAsync("you will get no more messages");
        var invited = await ChatPhone.SwitchOnAsync(app);
        var (first, _, firstList) = await WebTravellerAsync();
        await InviteAsync(first, firstList, "+" + invited.Digits);
        await invited.AnswerAsync("an invitation", b => b.IsTemplate);

        var (traveller, _, listId) = await WebTravellerAsync();
        foreach (var phone in new[] { stopped, invited, await ChatPhone.SwitchOnAsync(app) })
        {
            (await InviteAsync(traveller, listId, "+" + phone.Digits)).ShouldBe(InvitationOutcome.Queued);
        }

        (await InviteAsync(traveller, listId, "+" + (await ChatPhone.SwitchOnAsync(app)).Digits)).ShouldBe(InvitationOutcome.TooMany, "those that were not sent count too");
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        (await session.Query<OutboundMessage>().CountAsync(m => m.ListId == listId, Ct)).ShouldBe(1, "only the new number is written to");
    }

    [Fact]
    public async Task invitations_are_limited_per_number_and_per_traveller()
    {
        var (traveller, _, listId) = await WebTravellerAsync();
        var phone = await ChatPhone.SwitchOnAsync(app);
        (await InviteAsync(traveller, listId, "+" + phone.Digits)).ShouldBe(InvitationOutcome.Queued);
        (await InviteAsync(traveller, listId, "+" + phone.Digits)).ShouldBe(InvitationOutcome.AlreadyInvited);
        for (var i = 1; i < WhatsAppService.PerTraveller; i++)
        {
            (await InviteAsync(traveller, listId, "+" + (await ChatPhone.SwitchOnAsync(app)).Digits)).ShouldBe(InvitationOutcome.Queued);
        }

        (await InviteAsync(traveller, listId, "+" + (await ChatPhone.SwitchOnAsync(app)).Digits)).ShouldBe(InvitationOutcome.TooMany);
        (await InviteAsync(traveller, listId, "12345")).ShouldBe(InvitationOutcome.InvalidNumber);
    }

    private async Task<(Guid Traveller, Guid Trip, Guid List)> WebTravellerAsync()
    {
        var traveller = Guid.CreateVersion7();
        var trips = app.Services.GetRequiredService<ITrips>();
        var trip = await trips.StartAsync(traveller, "en", "USD", Ct);
        await trips.ChangeAsync(trip, traveller, null, wishes => wishes with { Places = [new PlaceWish("da-nang", null)] }, Ct);
        return (traveller, trip, (await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RecommendAsync(trip, traveller, Ct))).Id);
    }

    /// <summary>The trip that the chat of a phone continues.</summary>
    private async Task<Trip> ChatTripAsync(ChatPhone phone)
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var state = (await session.LoadAsync<ChatState>((await phone.PersonAsync()).Id, Ct)).ShouldNotBeNull();
        var traveller = (await session.LoadAsync<Traveller>(state.TravellerId!.Value, Ct)).ShouldNotBeNull();
        return (await session.LoadAsync<Trip>(traveller.CurrentTripId!.Value, Ct)).ShouldNotBeNull();
    }

    private async Task<RecommendationList> ListOfAsync(Guid tripId)
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return (await session.Query<RecommendationList>().Where(list => list.TripId == tripId).OrderByDescending(list => list.RecordedAt).FirstAsync(Ct)).ShouldNotBeNull();
    }

    private Task<ChatLink> LinkAsync(Guid traveller, Guid list) => InEnglishAsync(whatsApp => whatsApp.LinkAsync(traveller, list, Ct));

    private Task<InvitationOutcome> InviteAsync(Guid traveller, Guid list, string number) => InEnglishAsync(whatsApp => whatsApp.InviteAsync(traveller, list, number, "VN", "Agreed.", Ct));

    private Task<T> InEnglishAsync<T>(Func<IWhatsApp, Task<T>> use)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        return app.InScopeAsync(services => use(services.GetRequiredService<IWhatsApp>()));
    }
}
