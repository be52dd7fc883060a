using TravelBuddy.Tests.Recommendations;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_trip_was_rated
{
    private static readonly Guid Trip = Guid.NewGuid();

    [Fact]
    public void nobody_is_asked_again_of_a_refined_list()
    {
        var asked = Rating.Asking(new ChatState { Id = Guid.NewGuid() }.Showing(ListOf(Trip)));
        asked.Last.ShouldHaveSingleItem().Phrase.ShouldBe(nameof(Phrases.FeedbackQuestion));

        Rating.Asking(asked.State.Showing(ListOf(Trip))).Last.ShouldBeEmpty();
    }

    [Fact]
    public void a_tour_that_was_found_stays_found_when_the_list_is_refined()
    {
        var found = new ChatState { Id = Guid.NewGuid() }.Showing(ListOf(Trip)) is var state ? state with { FoundIn = state.ListId } : state;

        Rating.Asking(found.Showing(ListOf(Trip))).Last.ShouldBeEmpty();
    }

    [Fact]
    public void another_trip_is_asked_of_anew()
    {
        var state = new ChatState { Id = Guid.NewGuid() }.Showing(ListOf(Trip));

        Rating.Asking((state with { FoundIn = state.ListId, RatingAskedOf = state.ListId }).Showing(ListOf(Guid.NewGuid()))).Last.ShouldHaveSingleItem();
    }

    private static RecommendationList ListOf(Guid trip) => SampleLists.Of() with { TripId = trip };
}
