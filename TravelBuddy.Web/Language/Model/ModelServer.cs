using System.Globalization;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Language.Model;

/// <summary>One server of the chain.</summary>
/// <param name="Endpoint">Where <c>chat/completions</c> is; an address without a path means its <c>/v1</c>.</param>
/// <param name="Time">How long an answer may take.</param>
/// <param name="InputPrice">What a million tokens read cost.</param>
/// <param name="OutputPrice">What a million tokens written cost.</param>
/// <param name="Limit">The name under which it takes the limit of tokens; null to find out.</param>
public sealed record ModelServer(Uri Endpoint, string Model, string ApiKey, TimeSpan Time, decimal InputPrice, decimal OutputPrice, TokenLimitName? Limit)
{
    private const double LeastSeconds = .1;
    private const double MostSeconds = 60;
    private const double UsualSeconds = 4;
    private const decimal HighestPrice = 10_000m;

    /// <summary>Reads a server's settings; <paramref name="usual"/> has what a fall-back leaves out. A wrong one throws <see cref="StartupException"/> with its name.</summary>
    public static ModelServer From(IConfigurationSection section, ModelServer? usual = null)
    {
        var baseUrl = section["BaseUrl"];
        if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new StartupException($"Setting {NameOf("BaseUrl")}: \"{baseUrl}\" is no http or https address such as http://127.0.0.1:8080/v1.");
        }

        return new ModelServer(
            address.AbsolutePath == "/" ? new Uri(address, "/v1") : address,
            section["Model"] is { Length: > 0 } model ? model : "default",
            section["ApiKey"] is { Length: > 0 } key ? key : "none",
            TimeSpan.FromSeconds((double)Number("TimeoutSeconds", (decimal)LeastSeconds, (decimal)MostSeconds, (decimal)(usual?.Time.TotalSeconds ?? UsualSeconds))),
            Number("PricePerMillionInput", 0, HighestPrice, usual?.InputPrice ?? 0),
            Number("PricePerMillionOutput", 0, HighestPrice, usual?.OutputPrice ?? 0),
            LimitName());

        decimal Number(string name, decimal least, decimal most, decimal otherwise) => section[name] is not { Length: > 0 } given ? otherwise
            : decimal.TryParse(given, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw new StartupException(string.Create(CultureInfo.InvariantCulture, $"Setting {NameOf(name)}: \"{given}\" is not a number from {least} to {most}."));

        TokenLimitName? LimitName() => section["TokenLimit"] switch
        {
            null or "" => null,
            "max_tokens" => TokenLimitName.MaxTokens,
            "max_completion_tokens" => TokenLimitName.MaxCompletionTokens,
            var other => throw new StartupException($"Setting {NameOf("TokenLimit")}: \"{other}\" is neither max_tokens nor max_completion_tokens."),
        };

        string NameOf(string name) => $"{section.Path}:{name}".Replace(":", "__", StringComparison.Ordinal);
    }

    /// <summary>What tokens cost.</summary>
    public decimal Price(long input, long output) => (input * InputPrice + output * OutputPrice) / 1_000_000m;
}

/// <summary>How a server calls the most tokens that it may write.</summary>
public enum TokenLimitName { MaxTokens, MaxCompletionTokens }
