using System.Globalization;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Accommodation.WebSearch;

/// <summary>Who searches the web: nobody, or one of these.</summary>
public enum SearchProvider { Local, SearXNG, Brave, Google }

/// <summary>Settings <c>Search__*</c>; without a provider only the directory is searched.</summary>
public sealed record SearchOptions
{
    private const string Section = "Search";

    public SearchProvider Provider { get; init; } = SearchProvider.Local;

    /// <summary>Of SearXNG its address, of the others where their interface is.</summary>
    public required Uri BaseUrl { get; init; }

    public string ApiKey { get; init; } = "";

    /// <summary>Id of Google's Programmable Search Engine.</summary>
    public string EngineId { get; init; } = "";

    /// <summary>How long one attempt may take; there are two at most, each counted.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>Calls a day (UTC), over all nodes.</summary>
    public int DailyQuota { get; init; }

    /// <summary>What a day's calls may cost, in the currency of <see cref="PricePerThousand"/>; null for no limit.</summary>
    public decimal? DailyCost { get; init; }

    public decimal PricePerThousand { get; init; }

    /// <summary>Calls a second, over all nodes.</summary>
    public int PerSecond { get; init; }

    /// <summary>How long what was found is good for.</summary>
    public TimeSpan CacheFor { get; init; }

    /// <summary>How long what a page said is good for.</summary>
    public TimeSpan PageCacheFor { get; init; }

    /// <summary>Calls a day that quota and cost leave.</summary>
    public int CallsPerDay => DailyCost is { } most && PricePerThousand > 0 ? (int)Math.Min(DailyQuota, Math.Floor(most * 1000 / PricePerThousand)) : DailyQuota;

    /// <summary>The settings. A wrong one throws <see cref="StartupException"/> with its name.</summary>
    public static SearchOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var provider = SearchProvider.Local;
        if (section["Provider"] is { Length: > 0 } named && (!Enum.TryParse(named, ignoreCase: true, out provider) || !Enum.IsDefined(provider) || char.IsAsciiDigit(named[0])))
        {
            throw new StartupException($"Setting Search__Provider: \"{named}\" is none of {string.Join(", ", Enum.GetNames<SearchProvider>())}.");
        }

        var address = section["BaseUrl"] is { Length: > 0 } given ? given : provider switch
        {
            SearchProvider.Brave => "https://api.search.brave.com/res/v1/",
            SearchProvider.Google => "https://customsearch.googleapis.com/customsearch/v1",
            SearchProvider.SearXNG => throw new StartupException("Setting Search__BaseUrl is missing: the address of the SearXNG server, such as http://127.0.0.1:8888."),
            _ => "about:blank",
        };
        if (!Uri.TryCreate(address, UriKind.Absolute, out var baseUrl) || provider != SearchProvider.Local && (baseUrl.Scheme is not ("http" or "https") || baseUrl.UserInfo.Length > 0 || baseUrl.Query.Length > 0))
        {
            throw new StartupException($"Setting Search__BaseUrl: \"{address}\" is no http or https address without user and query.");
        }

        if (provider is SearchProvider.Brave or SearchProvider.Google && section["ApiKey"] is not { Length: > 0 })
        {
            throw new StartupException($"Setting Search__ApiKey is missing: {provider} answers only with a key.");
        }

        if (section["ApiKey"] is { } key && key.Any(c => c is <= ' ' or > '~'))
        {
            throw new StartupException("Setting Search__ApiKey: a key has no spaces and only ASCII letters, digits and signs.");
        }

        return provider == SearchProvider.Google && section["EngineId"] is not { Length: > 0 }
            ? throw new StartupException("Setting Search__EngineId is missing: the id (cx) of the Programmable Search Engine.")
            : new SearchOptions
            {
                Provider = provider,
                BaseUrl = baseUrl,
                ApiKey = section["ApiKey"] ?? "",
                EngineId = section["EngineId"] ?? "",
                Time = TimeSpan.FromSeconds((double)Number("TimeoutSeconds", 2, .1m, 10)),
                DailyQuota = (int)Whole("DailyQuota", 1000, 0, 10_000_000),
                DailyCost = section["DailyCost"] is { Length: > 0 } ? Number("DailyCost", 0, 0, 1_000_000) : null,
                PricePerThousand = Number("PricePerThousand", 0, 0, 100_000),
                PerSecond = (int)Whole("PerSecond", provider == SearchProvider.SearXNG ? 5 : 1, 1, 1000),
                CacheFor = TimeSpan.FromHours((double)Number("CacheHours", 24, 0, 24 * 90)),
                PageCacheFor = TimeSpan.FromHours((double)Number("PageCacheHours", 72, 0, 24 * 90)),
            };

        decimal Whole(string name, decimal otherwise, decimal least, decimal most) =>
            Number(name, otherwise, least, most) is var number && number == decimal.Truncate(number) ? number : throw Wrong(name, "a whole number", least, most);

        decimal Number(string name, decimal otherwise, decimal least, decimal most) =>
            section[name] is not { Length: > 0 } text ? otherwise
            : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw Wrong(name, "a number", least, most);

        StartupException Wrong(string name, string what, decimal least, decimal most) => new(string.Create(CultureInfo.InvariantCulture, $"Setting Search__{name}: \"{section[name]}\" is not {what} from {least} to {most}."));
    }
}
