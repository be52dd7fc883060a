using System.Text.Json.Serialization;

namespace TravelBuddy.Web.Catalog;

/// <summary>A place as a provider wrote it, and the gazetteer's id for it where one was found.</summary>
public sealed record NamedPlace(string Text, string? PlaceId);

/// <summary>What a price is for.</summary>
public enum PricePer { Person, Group }

/// <summary>A tour package of a provider as TravelBuddy keeps it: the interchange format of the feeds, resolved and validated. Absent members are null or empty.</summary>
public sealed record TourPackage
{
    /// <summary>Unique over all providers: provider id, a tilde, and the provider's own id.</summary>
    public required string Id { get; init; }

    /// <summary>The id in the provider's feed.</summary>
    public required string SourceId { get; init; }

    public required string ProviderId { get; init; }
    public required string Title { get; init; }
    public string? Description { get; init; }
    public IReadOnlyList<NamedPlace> Locations { get; init; } = [];
    public NamedPlace? Start { get; init; }

    /// <summary>Days on the ground; half a day is 0.5.</summary>
    public double? DurationDays { get; init; }

    public double? Nights { get; init; }
    public Money? Price { get; init; }
    public PricePer PricePer { get; init; }

    /// <summary>Price for one person in VND at the rates of the import, for a group's price that of one in a full group; null if there is no price or it is for a group of unknown size.</summary>
    public decimal? PriceVnd { get; init; }

    /// <summary>The least number of people it is sold to; null if it does not say.</summary>
    public int? GroupLeast { get; init; }

    /// <summary>The most people a group's price is for; null if it does not say.</summary>
    public int? GroupMost { get; init; }

    public IReadOnlyList<string> Transportation { get; init; } = [];
    public IReadOnlyList<string> Food { get; init; } = [];
    public IReadOnlyList<string> Activities { get; init; } = [];
    public string? Accommodation { get; init; }
    public string? Notes { get; init; }
    public IReadOnlyList<string> Itinerary { get; init; } = [];
    public IReadOnlyList<string> Includes { get; init; } = [];
    public DateOnly? AvailableFrom { get; init; }
    public DateOnly? AvailableUntil { get; init; }

    /// <summary>Its first day, where it goes once; null where it goes again and again.</summary>
    [JsonIgnore]
    public DateOnly? OnlyDeparture => AvailableFrom is { } first && AvailableUntil is { } last && last.DayNumber - first.DayNumber < WholeDays ? first : null;

    /// <summary>Its last day, where it goes once.</summary>
    [JsonIgnore]
    public DateOnly? OnlyReturn => OnlyDeparture?.AddDays((WholeDays ?? 1) - 1);

    private int? WholeDays => DurationDays is { } days ? (int)Math.Ceiling(days) : null;

    /// <summary>Language of the texts, "en" or "vi" (others kept as given).</summary>
    public string Language { get; init; } = "en";

    public string? BookingUrl { get; init; }
    public string? ImageUrl { get; init; }

    /// <summary>Hash under <c>/media/</c> of the picture to show: the provider's, or the drawn cover.</summary>
    public string? PictureHash { get; init; }

    public string? ContactEmail { get; init; }
    public string? ContactPhone { get; init; }

    /// <summary>What its feed said last of whether it is offered.</summary>
    public bool Offered { get; init; } = true;

    /// <summary>Whether an admin took it out; no feed brings it back.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Whether a traveller can book it at all: offered and not withdrawn. Lists leave out what cannot be booked; those made before show it as such.</summary>
    public bool Bookable { get; init; } = true;

    /// <summary>With what its feed and the admins say now.</summary>
    public TourPackage WithOffer(bool offered, bool withdrawn) => this with { Offered = offered, Withdrawn = withdrawn, Bookable = offered && !withdrawn };

    /// <summary>Hash of the feed record, so that an unchanged record is not encoded again.</summary>
    public required string ContentHash { get; init; }
}

/// <summary>A company whose packages are in the catalogue.</summary>
public sealed record Provider
{
    /// <summary>A slug of the name.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }
    public string? ContactEmail { get; init; }
    public string? ContactPhone { get; init; }

    /// <summary>Invented for the sample catalogue; said wherever it is shown.</summary>
    public bool IsSample { get; init; }

    public bool OptedOut { get; init; }

    /// <summary>The name without "(sample)", where that it is one is told beside it in the reader's language.</summary>
    public string PlainName() => Name.Replace("(sample)", "", StringComparison.OrdinalIgnoreCase).Trim();
}
