using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>Recorded lists, for tests of what is done with them.</summary>
internal static class SampleLists
{
    /// <summary>A list of some packages, of a trip and a traveller of its own, in English and dollars.</summary>
    public static RecommendationList Of(params IEnumerable<RankedPackage> packages) => new()
    {
        Id = Guid.NewGuid(),
        TripId = Guid.NewGuid(),
        TravellerId = Guid.NewGuid(),
        TripVersion = 1,
        Weights = [],
        Encoder = "test",
        CatalogVersion = 1,
        RecordedAt = DateTimeOffset.UtcNow,
        Language = "en",
        Currency = "USD",
        Packages = [.. packages],
    };
}
