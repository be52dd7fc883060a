namespace TravelBuddy.Web.Pages.Interests;

/// <summary>Which concepts of the lexicon are offered as chips: a first dozen that most people mean, and more on demand.</summary>
public static class PlanChips
{
    public sealed record Offer(IReadOnlyList<string> First, IReadOnlyList<string> More);

    public static readonly IReadOnlyDictionary<string, Offer> ByStep = new Dictionary<string, Offer>
    {
        [PlanSteps.Transport] = new(
            ["private-car", "coach", "limousine-van", "sleeper-bus", "train", "flight", "motorbike", "bicycle", "boat-transport", "cruise-ship", "cable-car", "walking"],
            ["sleeper-train", "speedboat", "fast-ferry", "easy-rider", "jeep", "cyclo", "basket-boat", "electric-car", "taxi", "airport-transfer", "pick-up", "shared-transport", "self-drive", "vespa", "sampan", "scenic-drive", "seaplane", "helicopter"]),
        [PlanSteps.Food] = new(
            ["seafood", "local-cuisine", "street-food", "vegetarian", "vegan", "halal", "bbq", "hotpot", "coffee", "breakfast", "full-board", "mild-food"],
            ["pho", "banh-mi", "bun-cha", "bun-bo-hue", "cao-lau", "mi-quang", "banh-xeo", "tropical-fruit", "home-cooked-meal", "buffet", "fine-dining", "imperial-cuisine", "highland-cuisine", "mekong-cuisine", "spicy-food", "western-food", "indian-food", "kids-menu", "kosher", "gluten-free", "no-pork", "no-beef", "craft-beer", "rice-wine"]),
        [PlanSteps.Activities] = new(
            ["beach", "trekking", "snorkelling", "city-tour", "old-town", "cave", "food-tour", "cooking-class", "kayaking", "museum", "night-market", "photography"],
            ["easy-walk", "cycling", "motorbike-loop", "cloud-hunting", "rice-terraces", "waterfall", "island-hopping", "diving", "surfing", "swimming", "bay-cruise", "floating-market", "village-visit", "pagoda", "war-history", "imperial-citadel", "ethnic-culture", "ethnic-market", "theme-park", "cable-car-ride", "hot-spring", "mud-bath", "spa", "yoga", "golf", "fishing", "squid-fishing", "rafting", "zipline", "paragliding", "wildlife", "birdwatching", "sunrise", "sunset", "nightlife", "shopping", "water-puppets", "lantern-making", "pottery-making", "stargazing"]),
        [PlanSteps.Stay] = new(
            ["hotel", "resort", "homestay", "hotel-3-star", "hotel-4-star", "hotel-5-star", "hostel", "villa", "camping", "cruise-cabin", "pool", "quiet"],
            ["boutique-hotel", "bungalow", "eco-lodge", "stilt-house", "beachfront", "near-old-town", "sea-view", "mountain-view", "family-room", "wifi", "private-tour", "small-group", "relaxed-pace", "easy", "romantic", "honeymoon", "luxury", "budget", "off-the-beaten-track", "adventure", "family-with-kids", "elderly", "solo", "couple"]),
    };

    /// <summary>A row of chips: the field's name, what is chosen, what is offered at first and on demand.</summary>
    public sealed record Row(PlanLabels Labels, string Name, IReadOnlyList<string> Chosen, IReadOnlyList<string> First, IReadOnlyList<string> More);

    /// <summary>What people often do not want.</summary>
    public static readonly IReadOnlyList<string> Not = ["trekking", "motorbike", "shopping", "nightlife", "early-start", "long-drives"];

    /// <summary>What people often cannot do without.</summary>
    public static readonly IReadOnlyList<string> Must = ["accessible", "halal", "vegetarian", "english-guide", "private-room", "child-seat"];

    /// <summary>Lengths offered, as keys of <see cref="PlanForm.LengthKey"/>.</summary>
    public static readonly IReadOnlyList<string> Lengths = ["0.5", "1", "2", "3", "4", "5", "6-7", "8-10", "11-14"];

    /// <summary>Where many trips start.</summary>
    public static readonly IReadOnlyList<string> Starts = ["ha-noi", "ho-chi-minh-city", "da-nang", "hue", "nha-trang", "hai-phong", "can-tho"];
}
