using TravelBuddy.Web.Catalog;

namespace TravelBuddy.Web.Accommodation.Stays;

/// <summary>What kind of house a place to stay is.</summary>
public enum StayKind { Hotel, Resort, Homestay, Hostel, Guesthouse, Apartment, Villa, Bungalow, Ecolodge, Boat, Campsite, Longhouse }

/// <summary>What a price for a night is for: a room, one bed of a dormitory, or the whole house.</summary>
public enum PricePerNight { Room, Bed, Unit }

/// <summary>A place to stay of the directory, sample or imported. Absent facts are null or empty; nothing is guessed.</summary>
public sealed record Stay
{
    private const string SampleMark = " (sample)";

    /// <summary>Unique over all sources: the source's slug, a tilde, and the source's own id.</summary>
    public required string Id { get; init; }

    /// <summary>Slug of whoever brought it in.</summary>
    public required string Source { get; init; }

    public required string Name { get; init; }
    public required StayKind Kind { get; init; }

    /// <summary>Whether its source says what kind of house it is; else it is called a hotel, and nothing follows from that.</summary>
    public bool IsKindKnown { get; init; } = true;

    /// <summary>Gazetteer id of the town, island, beach or valley it is in.</summary>
    public required string PlaceId { get; init; }

    /// <summary>WGS 84 degrees.</summary>
    public required double Latitude { get; init; }

    public required double Longitude { get; init; }

    /// <summary>Whether its source says where it stands; else it is taken to be in the middle of its place.</summary>
    public bool IsPointKnown { get; init; } = true;

    /// <summary>Official stars, 1 to 5.</summary>
    public int? Stars { get; init; }

    /// <summary>Mean rating of guests, 0 to 10, of <see cref="Ratings"/> of them.</summary>
    public double? Rating { get; init; }

    public int Ratings { get; init; }

    /// <summary>As how many guests' its rating counts in the order; null: as all of theirs. A page of the web may claim any number.</summary>
    public double? RatingWorth { get; init; }

    /// <summary>Lowest and highest price of a night, in one currency.</summary>
    public Money? PriceLow { get; init; }

    public Money? PriceHigh { get; init; }

    /// <summary>Whether those are of the low and the high season; a page of the web may mean its rooms.</summary>
    public bool IsPricedBySeason { get; init; } = true;

    public PricePerNight Per { get; init; }

    /// <summary>How many people the largest room, or the whole house, takes.</summary>
    public int? Sleeps { get; init; }

    /// <summary>Concepts of the lexicon that it has.</summary>
    public IReadOnlyList<string> Things { get; init; } = [];

    /// <summary>Concepts that it says it has not.</summary>
    public IReadOnlyList<string> Lacks { get; init; } = [];

    /// <summary>What it says of itself, by language.</summary>
    public string? En { get; init; }

    public string? Vi { get; init; }
    public string? Url { get; init; }
    public string? Phone { get; init; }

    /// <summary>The day its source last looked at it.</summary>
    public required DateOnly Checked { get; init; }

    /// <summary>How far its source can be relied on, 0 to 1: what an admin brought in fully, a page of the web less.</summary>
    public double Trust { get; init; } = 1;

    /// <summary>Invented to show how the search works; said wherever it is shown.</summary>
    public bool IsSample { get; init; }

    /// <summary>Whether it has more than one price of a night.</summary>
    public bool HasRange => PriceHigh?.Amount > PriceLow?.Amount;

    /// <summary>Whether those tell what it costs in the high season and out of it.</summary>
    public bool TellsSeasons => IsPricedBySeason && HasRange;

    /// <summary>What a night costs in the high season or out of it, as far as it tells them apart.</summary>
    public Money? PriceOf(bool highSeason) => highSeason && TellsSeasons ? PriceHigh : PriceLow;

    /// <summary>The name without the mark of a sample, for where that is shown beside it.</summary>
    public string PlainName() => IsSample && Name.EndsWith(SampleMark, StringComparison.Ordinal) ? Name[..^SampleMark.Length] : Name;

    /// <summary>What it says of itself in a language, or else in the other; null if it says nothing.</summary>
    public string? Words(string language) => language == "vi" ? Vi ?? En : En ?? Vi;
}

/// <summary>The lexicon's concept for each kind of house.</summary>
public static class StayKinds
{
    public static string ConceptOf(StayKind kind) => kind switch
    {
        StayKind.Ecolodge => "eco-lodge",
        StayKind.Boat => "cruise-cabin",
        StayKind.Campsite => "camping",
        StayKind.Longhouse => "stilt-house",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
