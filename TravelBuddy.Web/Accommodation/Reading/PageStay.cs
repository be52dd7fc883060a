using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog;

namespace TravelBuddy.Web.Accommodation.Reading;

/// <summary>In what form a page said it; the earlier, the more it can be relied on.</summary>
public enum PageForm { JsonLd, Microdata, OpenGraph }

/// <summary>What a page says of one house in a form that programs can read; what is absent, out of range or unreadable is null.</summary>
public sealed record PageStay
{
    public required string Name { get; init; }
    public required PageForm Form { get; init; }

    /// <summary>By its type on the page; null for no particular one.</summary>
    public StayKind? Kind { get; init; }

    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public string? Address { get; init; }
    public Money? PriceLow { get; init; }
    public Money? PriceHigh { get; init; }

    /// <summary>0 to 10, whatever scale the page uses.</summary>
    public double? Rating { get; init; }

    public int Ratings { get; init; }
    public int? Stars { get; init; }
    public string? Phone { get; init; }

    public string? Description { get; init; }

    /// <summary>Language of the page as it says itself: "en", "vi" or another; null if it does not.</summary>
    public string? Language { get; init; }

    /// <summary>What it has, and what it says it has not, in its own words.</summary>
    public IReadOnlyList<string> Amenities { get; init; } = [];

    public IReadOnlyList<string> Lacks { get; init; } = [];
}
