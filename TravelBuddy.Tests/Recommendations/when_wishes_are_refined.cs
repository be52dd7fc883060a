using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_wishes_are_refined
{
    private static readonly TourPackage[] Shown = [Package("a", 4_000_000, 3), Package("b", 2_000_000, 2), Package("c", 3_000_000, 4)];

    private readonly Wishes _now = new() { Currency = "VND", Places = [new PlaceWish("hoi-an", null)] };

    [Fact]
    public void a_budget_stored_before_limits_came_of_cheaper_reads_as_it_was_and_is_written_without_one()
    {
        var stored = new BudgetWish(null, 100, "USD", Firm: true);

        System.Text.Json.JsonSerializer.Deserialize<BudgetWish>("""{"Min":null,"Max":100,"Currency":"USD","Firm":true}""").ShouldBe(stored);
        System.Text.Json.JsonSerializer.Serialize(stored).ShouldNotContain(nameof(BudgetWish.CheaperThan));
    }

    [Fact]
    public void cheaper_is_by_15_percent_than_the_cheapest_and_dearer_than_the_middle()
    {
        Refine(Refinement.Cheaper, Shown)!.Budget.ShouldBe(new BudgetWish(null, 1_700_000, "VND", Firm: true, CheaperThan: 0));
        Refine(Refinement.Cheaper, Shown[0])!.Budget!.Max.ShouldBe(3_400_000);
        Refine(Refinement.Dearer, Shown)!.Budget.ShouldBe(new BudgetWish(3_400_000, null, "VND"));
    }

    [Fact]
    public void cheaper_leaves_three_that_fit_if_there_are_as_many_and_is_null_where_the_cheapest_was_shown()
    {
        BudgetWish? Limit(TourPackage[] compared, params decimal[] fitting) =>
            WishChanges.Cheaper(_now with { Durations = [new DurationWish(2, 4)] }, compared, [.. fitting.Select(price => Package("f", price, 3))], Repository.Rates)?.Budget;

        TourPackage[] shown = [Package("a", 4_000_000, 3), Package("b", 3_000_000, 2), Package("c", 3_500_000, 4)];
        Limit(shown, 2_000_000, 3_000_000, 4_000_000).ShouldBe(new BudgetWish(null, 2_600_000, "VND", Firm: true, CheaperThan: 0));
        Limit(shown, 2_100_000, 2_200_000, 2_300_000, 2_900_000)!.Max.ShouldBe(2_600_000);
        Limit(shown, 2_100_000, 2_200_000, 2_900_000, 2_950_000)!.Max.ShouldBe(2_900_000);
        Limit(shown, 2_810_000, 3_000_000)!.Max.ShouldBe(2_900_000);
        Limit(shown, 2_950_000)!.Max.ShouldBe(2_950_000, "3,000,000 in two figures would exclude nothing");
        Limit(shown, 3_000_000).ShouldBeNull("it was shown, though others of those cost more");
        Limit([Shown[1]], 2_000_000, 3_000_000).ShouldBeNull();
        Limit([Package("silent", null, 3)], 2_000_000).ShouldBeNull();
    }

    [Theory]
    [InlineData(null, "b")]
    [InlineData(2, "b")]
    [InlineData(20, "boat")]
    public void the_cheapest_is_that_for_which_one_of_the_party_pays_least(int? adults, string cheapest)
    {
        var boat = Package("boat", 500_000, 1) with { Price = new Money(12_500_000, "VND"), PricePer = PricePer.Group, GroupMost = 25 };

        WishChanges.Cheapest(adults is { } told ? new PartyWish(told, 0) : null, [boat, .. Shown, Package("silent", null, 3)], Repository.Rates)!.Id.ShouldBe(cheapest);
    }

    [Fact]
    public void the_cheapest_of_tours_without_a_price_is_none() => WishChanges.Cheapest(null, [Package("silent", null, 3)], Repository.Rates).ShouldBeNull();

    [Fact]
    public void a_price_of_a_group_is_compared_by_what_one_of_the_party_pays()
    {
        var whole = Package("g", 1_000_000, 3) with { Price = new Money(4_000_000, "VND"), PricePer = PricePer.Group, GroupMost = 4 };
        WishChanges.Cheaper(_now with { Party = new PartyWish(2, 0) }, [whole], [], Repository.Rates)!.Budget!.ShouldSatisfyAllConditions(budget => budget.Max.ShouldBe(1_700_000), budget => budget.Shared.ShouldBe(2));
        WishChanges.Cheaper(_now with { Party = new PartyWish(9, 0) }, [whole], [], Repository.Rates)!.Budget!.Shared.ShouldBe(4, "it is sold to no more");
        WishChanges.Cheaper(_now, [Shown[0]], [], Repository.Rates)!.Budget!.Shared.ShouldBeNull();
    }

    [Fact]
    public void shorter_and_longer_are_by_a_day()
    {
        Refine(Refinement.Shorter, Shown)!.Durations.ShouldBe([new DurationWish(.5, 2)]);
        Refine(Refinement.Shorter, Package("d", 1, 1))!.Durations.ShouldBe([new DurationWish(.5, .5)]);
        Refine(Refinement.Longer, Shown)!.Durations.ShouldBe([new DurationWish(4, 6)]);
    }

    [Fact]
    public void what_says_nothing_cannot_be_compared_with()
    {
        foreach (var refinement in Enum.GetValues<Refinement>())
        {
            Refine(refinement).ShouldBeNull();
        }

        var silent = Package("x", null, null);
        Refine(Refinement.Cheaper, silent).ShouldBeNull();
        Refine(Refinement.Longer, silent).ShouldBeNull();
        Refine(Refinement.Nearer, silent).ShouldBeNull();
    }

    [Fact]
    public void nearer_is_nearer_to_the_start()
    {
        var hue = Package("hue", 1, 2) with { Locations = [new NamedPlace("Huế", "hue")] };
        var refined = WishChanges.Refine(_now with { Start = new PlaceWish("ha-noi", null) }, Refinement.Nearer, [hue], Repository.Gazetteer, Repository.Rates).ShouldNotBeNull();
        refined.Places.Count.ShouldBeInRange(1, 4);
        var far = Km("hue");
        refined.Places.Select(place => Km(place.PlaceId!)).ShouldAllBe(km => km < far * 2 / 3);
    }

    [Fact]
    public void nearer_keeps_wished_places_that_are_near_and_never_goes_farther_than_those_wished()
    {
        var hue = Package("hue", 1, 2) with { Locations = [new NamedPlace("Huế", "hue")], Start = new NamedPlace("Đà Nẵng", "da-nang") };
        var fromHanoi = _now with { Start = new PlaceWish("ha-noi", null) };
        Wishes? Nearer(Wishes wishes) => WishChanges.Refine(wishes, Refinement.Nearer, [hue], Repository.Gazetteer, Repository.Rates);

        Nearer(fromHanoi with { Places = [new PlaceWish("da-nang", null), new PlaceWish("ninh-binh", null)] })!.Places.ShouldBe([new PlaceWish("ninh-binh", null)]);
        Nearer(fromHanoi with { Places = [new PlaceWish("ninh-binh", null)] })!.Places.ShouldAllBe(place => Km(place.PlaceId!) < Km("ninh-binh"));
        Nearer(_now).ShouldBeNull("where the tour starts says nothing of where the traveller does");
    }

    [Fact]
    public void like_this_takes_its_places_and_length_and_what_was_left_open_becomes_that_of_the_one_tour()
    {
        var sapa = Package("s", 2_000_000, 3) with { Locations = [new NamedPlace("Sa Pa", "sa-pa")] };
        Refine(Refinement.MoreLikeThis, sapa)!.ShouldSatisfyAllConditions(w => w.Places.ShouldBe([new PlaceWish("sa-pa", null) { IsOfTour = true }]), w => w.Durations.ShouldBe([new DurationWish(3, 3)]));
        WishChanges.Refine(_now with { Places = [new PlaceWish("sa-pa", null)] }, Refinement.MoreLikeThis, [sapa], Repository.Gazetteer, Repository.Rates)!.Places.ShouldBe([new PlaceWish("sa-pa", null)], "that place was named");
        Refine(Refinement.Cheaper, sapa)!.Places.ShouldBe(_now.Places);
        var cheaper = WishChanges.Refine(new Wishes(), Refinement.Cheaper, [sapa], Repository.Gazetteer, Repository.Rates)!;
        cheaper.Places.ShouldBe([new PlaceWish("sa-pa", null) { IsOfTour = true }]);
        cheaper.Durations.ShouldBe([new DurationWish(3, 3)]);
        Refine(Refinement.Cheaper, Shown)!.Durations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2, 2, 1, 1, 1)] // A day on a boat is like another day on a boat, whatever was looked for before.
    [InlineData(2, 4, 3, 2, 4)]
    [InlineData(3, 3, 3, 3, 3)]
    public void like_this_is_as_long_as_the_tour_unless_that_is_as_long_as_was_wished(double least, double most, double days, double min, double max)
    {
        var wished = _now with { Durations = [new DurationWish(least, most)] };

        WishChanges.Refine(wished, Refinement.MoreLikeThis, [Package("t", 2_000_000, days)], Repository.Gazetteer, Repository.Rates)!.Durations.ShouldBe([new DurationWish(min, max)]);
    }

    private Wishes? Refine(Refinement refinement, params TourPackage[] compared) => WishChanges.Refine(_now, refinement, compared, Repository.Gazetteer, Repository.Rates);

    private static double Km(string id) => Gazetteer.DistanceKm(Repository.Place(id), Repository.Place("ha-noi"));

    private static TourPackage Package(string id, decimal? price, double? days) =>
        new() { Id = id, SourceId = id, ProviderId = "p", Title = id, ContentHash = id, PriceVnd = price, DurationDays = days };
}
