using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.Search.Steps;
using TravelBuddy.Web.Accommodation.WebSearch;

namespace TravelBuddy.Tests.Accommodation.Search;

public sealed class when_a_tour_sleeps_in_several_places(AppFixture app)
{
    [Fact]
    public async Task the_best_of_each_come_in_turn()
    {
        string[] places = ["ha-noi", "ha-long", "ninh-binh-city"];

        var found = (await SearchAsync(places)).Found;

        found.Take(6).Select(stay => stay.NearPlaceId).ShouldBe([.. places, .. places]);
        foreach (var place in places)
        {
            found.Where(stay => stay.NearPlaceId == place).Select(stay => stay.Score).ShouldBeInOrder(SortDirection.Descending);
        }
    }

    [Theory]
    [InlineData("hoi-an"), InlineData("hoi-an", "an-bang")]
    public async Task near_one_or_places_beside_each_other_the_best_come_first(params string[] places) =>
        (await SearchAsync(places)).Found.Select(stay => stay.Score).ShouldBeInOrder(SortDirection.Descending);

    [Fact]
    public void the_pages_to_read_are_shared_and_what_one_place_leaves_the_others_have()
    {
        var tour = Searching("ha-noi", "ha-long", "ninh-binh-city", "hue");

        var pages = Enumerable.Range(0, 4).Aggregate(tour, (search, query) => SearchStaysHandler.With(search, query, Answer(query, query == 1 ? 1 : 10)).Search).Pages;

        pages.Select(page => new Uri(page.Url).Host[0]).CountBy(query => query).Select(each => each.Value).ShouldBe([3, 1, 3, 3]);
    }

    [Fact]
    public void near_one_place_whichever_query_answers_first_names_them() =>
        SearchStaysHandler.With(Searching("ha-noi"), 0, Answer(0, 12)).Search.Pages.Count.ShouldBe(SearchStaysHandler.MostPages);

    private Task<StaySearch> SearchAsync(params string[] places) =>
        app.Services.GetRequiredService<IStaySearches>().SearchAsync(Guid.CreateVersion7(), null, new StayWishes { Places = places }, TestContext.Current.CancellationToken);

    private static StaySearch Searching(params string[] places) => new()
    {
        Id = Guid.NewGuid(),
        TravellerId = Guid.NewGuid(),
        Wishes = new StayWishes { Places = places },
        At = DateTimeOffset.UtcNow,
        Queries = [.. places.Select(place => new StayQuery($"hotel {place}", "en"))],
    };

    private static SearchAnswer Answer(int query, int hits) => new([.. Enumerable.Range(0, hits).Select(hit => new SearchHit($"https://{query}.{hit}.example/", "A house"))]);
}
