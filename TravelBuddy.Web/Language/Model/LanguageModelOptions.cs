using System.Globalization;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Language.Model;

/// <summary>Settings <c>Llm__*</c> of an OpenAI-compatible server; without <c>Llm__BaseUrl</c> there is no language model.</summary>
/// <param name="Endpoint">Where <c>chat/completions</c> is; an address without a path means its <c>/v1</c>.</param>
/// <param name="Time">How long an answer may take.</param>
public sealed record LanguageModelOptions(Uri Endpoint, string Model, string ApiKey, TimeSpan Time)
{
    private const string Section = "Llm";
    private const double LeastSeconds = .1;
    private const double MostSeconds = 60;

    /// <summary>The settings; null if none is given. A wrong one throws <see cref="StartupException"/> with its name.</summary>
    public static LanguageModelOptions? From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section["BaseUrl"] is not { Length: > 0 } baseUrl)
        {
            return null;
        }

        if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new StartupException($"Setting Llm__BaseUrl: \"{baseUrl}\" is no http or https address such as http://127.0.0.1:8080/v1.");
        }

        var seconds = 4.0;
        if (section["TimeoutSeconds"] is { Length: > 0 } given && (!double.TryParse(given, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds) || seconds is < LeastSeconds or > MostSeconds))
        {
            throw new StartupException(string.Create(CultureInfo.InvariantCulture, $"Setting Llm__TimeoutSeconds: \"{given}\" is not a number from {LeastSeconds} to {MostSeconds}."));
        }

        var endpoint = address.AbsolutePath == "/" ? new Uri(address, "/v1") : address;
        return new LanguageModelOptions(endpoint, Given("Model", "default"), Given("ApiKey", "none"), TimeSpan.FromSeconds(seconds));

        string Given(string name, string otherwise) => section[name] is { Length: > 0 } value ? value : otherwise;
    }
}
