using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>Tours that are about something to eat that is made of meat or fish: no vegetarian is well served by them, whatever else the kitchen may cook.</summary>
public static class DishTours
{
    private const string Vegetarian = "vegetarian";

    /// <summary>Dishes whose kind in the lexicon does not say what is in them, and the kinds that do.</summary>
    private static readonly HashSet<string> Animal = new(
    [
        "seafood", "meat-dishes", "fish-dishes", "seafood-hotpot", "banh-da-cua", "banh-trang-thit-heo", "bun-bo-hue", "bun-ca", "bun-cha", "bun-mam", "bun-moc", "bun-rieu", "bun-thit-nuong", "ca-kho", "cha-ca",
        "chicken-rice", "com-hen", "grilled-river-fish", "korean-bbq", "lau-mam", "mien-luon", "nem-chua", "nem-lui", "steak", "sturgeon", "sushi", "thang-co",
    ], StringComparer.Ordinal);

    private static readonly HashSet<string> FoodWalks = new(["street-food", "food-tour"], StringComparer.Ordinal);

    /// <summary>The dishes it is about: those that its title names, and for a walk from stall to stall those that its text names.</summary>
    /// <param name="title">Concepts of the title.</param>
    /// <param name="stated">Concepts that its texts name.</param>
    /// <param name="lexicon">What knows their kinds.</param>
    public static IReadOnlyList<string> DishesOf(IReadOnlyCollection<string> title, IReadOnlyCollection<string> stated, Lexicon lexicon)
    {
        return title.Where(IsOfMeatOrFish).ToList() is { Count: > 0 } named ? named
            : lexicon.WithBroader(title).Any(FoodWalks.Contains) ? [.. stated.Where(IsOfMeatOrFish).Order(StringComparer.Ordinal)]
            : [];

        bool IsOfMeatOrFish(string id) => lexicon.WithBroader([id]).Any(Animal.Contains);
    }

    /// <summary>Whether it is about such dishes and says nothing of vegetarian food, which somebody needs.</summary>
    public static bool IsAgainst(WishedThing need, PackageFacts facts) => facts.Dishes.Count > 0 && need.KindsOfDiet.Contains(Vegetarian) && !facts.Concepts.ContainsKey(Vegetarian);
}
