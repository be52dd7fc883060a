using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Reasons;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>A list was made before anybody said who travels; details and booking go by what is known by then.</summary>
public sealed class when_those_who_travel_are_told_later(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Hoi An 3 days", "en", "Made for families with children")]
    [InlineData("Hội An 3 ngày", "vi", "Dành cho gia đình có trẻ em")]
    public async Task a_tour_made_for_others_warns_of_that(string wish, string language, string said)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        var list = await phone.RecordedListAsync();
        var rank = Enumerable.Range(1, list.Packages.Count).First(rank => list.Packages[rank - 1].Reasons.Any(reason => reason.Code == ReasonCodes.MadeForSome && reason.Arguments.Contains("family-with-kids")));

        (await BookingAsync(list, rank, language)).ShouldStartWith("ℹ " + said, customMessage: "nobody said who travels");
        await TellAsync(list, new PartyWish(2, 0));
        (await BookingAsync(list, rank, language)).ShouldStartWith("⚠ " + said);
        (await DetailsAsync(list, rank, language)).ShouldContain("⚠ " + said);
        await TellAsync(list, new PartyWish(2, 2));
        (await BookingAsync(list, rank, language)).ShouldNotContain(said);
    }

    private Task TellAsync(RecommendationList list, PartyWish party) =>
        app.InScopeAsync(services => services.GetRequiredService<ITrips>().ChangeAsync(list.TripId, list.TravellerId, null, wishes => wishes with { Party = party }, Ct));

    private async Task<string> BookingAsync(RecommendationList list, int rank, string language) => (await ComposedAsync<LinkMessage>(list, MessageKind.BookingLink, rank, language)).Body;

    private async Task<string> DetailsAsync(RecommendationList list, int rank, string language) => (await ComposedAsync<TextMessage>(list, MessageKind.TourDetails, rank, language)).Body;

    private Task<T> ComposedAsync<T>(RecommendationList list, MessageKind kind, int rank, string language) => app.InScopeAsync(async services =>
    {
        var content = new OutboundContent(kind, language) { ListId = list.Id, Rank = rank };
        var message = new OutboundMessage { Id = Guid.NewGuid(), PersonId = Guid.NewGuid(), Sequence = 1, CreatedAt = DateTimeOffset.UtcNow, Content = content, ListId = list.Id, WithoutPicture = true };
        return (await services.GetRequiredService<MessageComposer>().ComposeAsync(message, Ct)).ShouldBeAssignableTo<T>()!;
    });
}
