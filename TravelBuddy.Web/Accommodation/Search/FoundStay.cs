using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Accommodation.Stays;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>What a place to stay is said to be; each statement has where it comes from.</summary>
public enum StayFact { Name, Place, Price, Rating, Stars, Words, Phone, Things, Kind, Sleeps }

/// <summary>Where statements come from: a page of the web, or the directory (no <paramref name="Url"/>), the day that was looked at, and how far it is relied on.</summary>
public sealed record StayOrigin(string Name, string? Url, DateOnly At, PageForm? Form = null, double Trust = 1);

/// <summary>A place to stay of a search with the origin of each of its statements, by their position in <paramref name="Origins"/>.</summary>
public sealed record FoundStay(Stay Stay, IReadOnlyList<StayOrigin> Origins, IReadOnlyDictionary<StayFact, int> From)
{
    private static readonly StayFact[] AllFacts = Enum.GetValues<StayFact>();

    /// <summary>All from one place.</summary>
    public static FoundStay Of(Stay stay, StayOrigin origin) => new(stay, [origin with { Trust = stay.Trust }], AllFacts.Where(fact => Says(stay, fact)).ToDictionary(fact => fact, _ => 0));

    /// <summary>One of the directory.</summary>
    public static FoundStay OfDirectory(Stay stay) => Of(stay, new StayOrigin(stay.Source, null, stay.Checked));

    /// <summary>Whether a page of the web says any of it.</summary>
    public bool IsOfTheWeb => Origins.Any(origin => origin.Url is not null);

    /// <summary>Where a statement comes from; null if it is not made.</summary>
    public StayOrigin? OriginOf(StayFact fact) => From.TryGetValue(fact, out var at) ? Origins[at] : null;

    /// <summary>Whether anything is said of it.</summary>
    public static bool Says(Stay stay, StayFact fact) => fact switch
    {
        StayFact.Price => stay.PriceLow is not null,
        StayFact.Rating => stay.Rating is not null,
        StayFact.Stars => stay.Stars is not null,
        StayFact.Words => stay.En is not null || stay.Vi is not null,
        StayFact.Phone => stay.Phone is not null,
        StayFact.Things => stay.Things.Count + stay.Lacks.Count > 0,
        StayFact.Kind => stay.IsKindKnown,
        StayFact.Sleeps => stay.Sleeps is not null,
        _ => true,
    };
}
