using TravelBuddy.Web.Catalog.Feeds;

namespace TravelBuddy.Web.Accommodation.Stays;

/// <summary>Who brings places to stay into the directory.</summary>
/// <param name="Name">As they are named, at most 80 characters.</param>
/// <param name="IsSample">Whether the houses are invented.</param>
/// <param name="MayRate">Whether ratings are taken: not from whose houses they are.</param>
public sealed record StaySupplier(string Name, bool IsSample = false, bool MayRate = true)
{
    /// <summary>The name as it begins the ids of their places to stay.</summary>
    public string Slug { get; } = SlugOf(Name);

    public static string SlugOf(string name) => PackageFactory.Slug(name);
}
