using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Catalog;

/// <summary>What other features ask of the catalogue. Packages and providers are cached in the process by catalogue version, so reading a shown package is cheap.</summary>
public interface ICatalog
{
    Gazetteer Gazetteer { get; }
    ExchangeRates Rates { get; }

    /// <summary>The version that reads now see; another node's import shows within seconds.</summary>
    ValueTask<long> VersionAsync(CancellationToken ct);

    /// <summary>The packages with these ids that still exist, by id (withdrawn ones too, so that old lists can be shown).</summary>
    ValueTask<IReadOnlyDictionary<string, TourPackage>> PackagesAsync(IReadOnlyCollection<string> ids, CancellationToken ct);

    /// <summary>A provider, or null.</summary>
    ValueTask<Provider?> ProviderAsync(string id, CancellationToken ct);
}
