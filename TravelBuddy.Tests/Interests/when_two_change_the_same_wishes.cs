using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Interests;

public sealed class when_two_change_the_same_wishes
{
    private static readonly Wishes Seen = new()
    {
        Places = [new("hue", null), new("hoi-an", null)],
        Durations = [new(3, 3)],
        Budget = new(null, 5_000_000, "VND"),
        Food = new(["seafood"], ["crab soup"]),
    };

    [Fact]
    public void different_answers_are_both_kept()
    {
        var merged = WishMerge.Merge(Seen, Seen with { Budget = new(null, 8_000_000, "VND") }, Seen with { Durations = [new(4, 4)], Start = new("ha-noi", null) }).ShouldNotBeNull();
        merged.Budget!.Max.ShouldBe(8_000_000);
        merged.Durations.ShouldBe([new(4, 4)]);
        merged.Start!.PlaceId.ShouldBe("ha-noi");
        merged.Places.ShouldBe(Seen.Places);
    }

    [Fact]
    public void lists_are_joined_by_what_each_added_and_removed()
    {
        var merged = WishMerge.Merge(
            Seen,
            Seen with { Places = [new("hoi-an", null), new("da-nang", null)], Food = new(["seafood", "vegetarian"], ["crab soup"]) },
            Seen with { Places = [new("hue", null), new("hoi-an", null), new("phu-quoc", null)], Food = new([], ["crab soup", "no chilli"]) }).ShouldNotBeNull();
        merged.Places.Select(place => place.PlaceId).ShouldBe(["hoi-an", "phu-quoc", "da-nang"]);
        merged.Food.Concepts.ShouldBe(["vegetarian"]);
        merged.Food.Phrases.ShouldBe(["crab soup", "no chilli"]);
    }

    [Fact]
    public void the_same_change_twice_is_one() =>
        WishMerge.Merge(Seen, Seen with { Party = new(2, 0) }, Seen with { Party = new(2, 0) }).ShouldNotBeNull().Party.ShouldBe(new PartyWish(2, 0));

    [Fact]
    public void different_budgets_contradict() =>
        WishMerge.Merge(Seen, Seen with { Budget = new(null, 8_000_000, "VND") }, Seen with { Budget = new(null, 3_000_000, "VND") }).ShouldBeNull();

    [Fact]
    public void what_a_night_may_cost_is_an_answer_of_its_own()
    {
        var (mine, theirs) = (Seen with { MostPerNight = new Money(700_000, "VND") }, Seen with { MostPerNight = new Money(40, "USD") });

        WishMerge.Merge(Seen, mine, Seen with { Budget = null }).ShouldNotBeNull().MostPerNight.ShouldBe(mine.MostPerNight);
        WishMerge.Merge(Seen, mine, theirs).ShouldBeNull();
    }

    [Fact]
    public void changing_a_place_that_the_other_removed_contradicts() =>
        WishMerge.Merge(Seen, Seen with { Places = [new("hue", null, 2), new("hoi-an", null)] }, Seen with { Places = [new("hoi-an", null)] }).ShouldBeNull();
}
