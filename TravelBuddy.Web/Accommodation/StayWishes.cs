using System.Text.Json;
using System.Text.Json.Serialization;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation;

/// <summary>What is looked for in a place to stay: ids of places, concepts and numbers. What a person wrote beyond them (<see cref="Words"/>) is in memory alone.</summary>
public sealed record StayWishes
{
    /// <summary>More places are not looked near: a tour through the whole country is no place to sleep.</summary>
    public const int MostPlaces = 8;

    private static readonly HashSet<string> Needs = new(["halal", "kosher", "jain", "accessible", "step-free-bathroom", "pet-friendly", "big-pets"], StringComparer.Ordinal);
    private static readonly HashSet<string> TooWide = new(["country", "region", "route"], StringComparer.Ordinal);

    public string Language { get; init; } = "en";

    /// <summary>Currency in which prices are shown.</summary>
    public string Currency { get; init; } = "VND";

    /// <summary>Gazetteer ids of the places to be near: near one of them is near enough.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Concepts wished for, of houses, rooms and their surroundings.</summary>
    public IReadOnlyList<string> Concepts { get; init; } = [];

    /// <summary>Concepts that cannot be done without.</summary>
    public IReadOnlyList<string> Essentials { get; init; } = [];

    /// <summary>Concepts that are refused.</summary>
    public IReadOnlyList<string> Exclusions { get; init; } = [];

    /// <summary>What was wished for in words that name no concept; compared once and kept nowhere.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>How far houses, by id, say what was wished for in words, 0 to 1; those that do not are missing.</summary>
    public IReadOnlyDictionary<string, double> Said { get; init; } = new Dictionary<string, double>();

    /// <summary>What a room may cost a night.</summary>
    public Money? MostPerNight { get; init; }

    /// <summary>About what a night costs each traveller by the budget of their trip; null where that says nothing.</summary>
    public Money? EachByBudget { get; init; }

    /// <summary>The same for all who come. It moves the order and leaves nothing out; null where words say what a night may cost.</summary>
    [JsonIgnore]
    public Money? Level => EachByBudget is not { } each || MostPerNight is not null || NightPrice.IsNamedIn(Concepts) ? null
        : each with { Amount = NightLevel.Rounded(each.Amount * Math.Max(1, Party is { } party ? party.Adults + party.Children : 1)) };

    public PartyWish? Party { get; init; }
    public DatesWish? Dates { get; init; }

    /// <summary>How many nights in one house; null where that is not known.</summary>
    public int? Nights { get; init; }

    /// <summary>Whether the same is looked for, in whatever order a stored search gives its houses back.</summary>
    public bool IsSameAs(StayWishes other) => Written() == other.Written();

    private string Written() => JsonSerializer.Serialize(this with { Said = new SortedDictionary<string, double>(Said.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal) });

    /// <summary>Whether a concept is a need wherever it is named: a creed's food, a wheelchair's way in, an animal that comes along.</summary>
    public static bool IsNeed(string concept) => Needs.Contains(concept);

    /// <summary>What a trip's wishes say of where to sleep, near the places of a tour, or near those wished for where there is none.</summary>
    public static StayWishes Of(Wishes wishes, TourPackage? tour, Gazetteer gazetteer, Lexicon lexicon) => new()
    {
        Language = wishes.Language,
        Currency = wishes.Currency,
        Places = PlacesOf(tour?.Locations.Select(location => location.PlaceId) is { } toured && toured.Any(id => id is not null) ? toured : wishes.Places.Select(place => place.PlaceId), gazetteer),
        Concepts = Lodging([.. wishes.Accommodation.Concepts, .. wishes.Food.Concepts.Where(id => lexicon.Find(id)?.Kind == ConceptKind.Diet)], lexicon),
        Essentials = Lodging(wishes.Essentials.Concepts, lexicon),
        Exclusions = Lodging(wishes.Exclusions.Concepts, lexicon),
        // One word alone says too little.
        Words = [.. wishes.Accommodation.Phrases.Where(phrase => phrase.Contains(' '))],
        Party = wishes.Party is { } party ? party with { Ages = null } : null,
        Dates = wishes.Dates,
        Nights = tour is not null ? NightsOf(tour) : wishes.Places.Count == 1 ? NightsOf(wishes.Durations) : null,
    };

    /// <summary>Without days that are over: a search for them would tell the season of another year.</summary>
    public StayWishes Ahead(DateOnly today) => Dates is not { } dates ? this : this with
    {
        Dates = dates.To < today || dates is { To: null } && dates.From <= today ? null : dates.From < today ? dates with { From = today } : dates,
    };

    /// <summary>The nights of one length; null where several are wished for, or no night.</summary>
    public static int? NightsOf(IReadOnlyList<DurationWish> lengths) =>
        lengths is [{ MinDays: >= 2 and < DurationWish.Open and var days, MaxDays: var most }] && most == days ? (int)Math.Ceiling(days) - 1 : null;

    /// <summary>Of a tour through several places, as of a trip, nobody spends all nights in one house.</summary>
    private static int? NightsOf(TourPackage tour) =>
        tour.Locations.Count == 1 && (tour.Nights ?? tour.DurationDays - 1) is >= 1 and < DurationWish.Open and var nights ? (int)Math.Ceiling(nights) : null;

    /// <summary>Of some places those one can sleep near, each once.</summary>
    public static IReadOnlyList<string> PlacesOf(IEnumerable<string?> ids, Gazetteer gazetteer) =>
        [.. ids.OfType<string>().Distinct(StringComparer.Ordinal).Where(id => gazetteer.Find(id) is { } place && !TooWide.Contains(place.Kind) && !gazetteer.IsAbroad(place)).Take(MostPlaces)];

    // Of a trip's wishes only what a house can answer: nobody's homestay has a caving permit.
    private static IReadOnlyList<string> Lodging(IEnumerable<string> concepts, Lexicon lexicon) =>
        [.. concepts.Select(HouseTerms.Of).Where(id => lexicon.Find(id)?.Kind is ConceptKind.Lodging or ConceptKind.Amenity or ConceptKind.Diet or ConceptKind.Traveller).Distinct(StringComparer.Ordinal)];
}
