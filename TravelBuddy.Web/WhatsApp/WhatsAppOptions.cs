using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace TravelBuddy.Web.WhatsApp;

/// <summary>Settings <c>WhatsApp__*</c>. In simulator mode (the default) none is needed; in cloud mode the account's data are.</summary>
public sealed class WhatsAppOptions
{
    public const string Section = "WhatsApp";

    /// <summary>"Simulator" or "Cloud".</summary>
    public string Mode { get; set; } = "Simulator";

    /// <summary>Base address of the Graph API; null: Meta's in cloud mode, the app's own pretend one in simulator mode.</summary>
    public string? GraphBaseUrl { get; set; }

    public string ApiVersion { get; set; } = "v25.0";
    public string? PhoneNumberId { get; set; }

    /// <summary>The number people write to, with country code.</summary>
    public string? BusinessNumber { get; set; }

    public string? WabaId { get; set; }
    public string? AccessToken { get; set; }
    public string? AppSecret { get; set; }
    public string? VerifyToken { get; set; }
    public WhatsAppTemplates Templates { get; set; } = new();

    /// <summary>Messages sent and received in a second by all nodes together: what comes in leaves less for what goes out. Meta's limit is 80 for a number (1,000 for eligible numbers, 20 for one that is shared with the phone app).</summary>
    public int MessagesPerSecond { get; set; } = 60;

    /// <summary>Meta's price of a delivered message by country (two letters) and category ("marketing", "utility", "authentication"), in the account's currency; from Meta's rate card, which changes.</summary>
    public Dictionary<string, Dictionary<string, decimal>> Prices { get; set; } = [];

    /// <summary>The price of a message to a country in a category; null where none is set.</summary>
    public decimal? PriceOf(string country, string category) =>
        Prices.FirstOrDefault(each => each.Key.Equals(country, StringComparison.OrdinalIgnoreCase)).Value is { } prices
        && prices.FirstOrDefault(each => each.Key.Equals(category, StringComparison.OrdinalIgnoreCase)) is { Key: not null } price ? price.Value : null;

    public bool IsCloud => Mode.Equals("Cloud", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Names and language codes of the approved templates, exactly as they were approved.</summary>
public sealed class WhatsAppTemplates
{
    /// <summary>Marketing: one body variable (number of tours), quick replies "show" and "not me".</summary>
    public string Invitation { get; set; } = "tour_invitation";

    /// <summary>Marketing: one body variable (number of tours), quick reply "show".</summary>
    public string Recommendations { get; set; } = "tours_ready";

    /// <summary>The same as <see cref="Recommendations"/> with a picture as header; null: not used. Where no tour has a picture, or Meta refuses it, the other one goes.</summary>
    public string? RecommendationsPicture { get; set; }

    /// <summary>Authentication: the code, and a copy-code button.</summary>
    public string OneTimeCode { get; set; } = "sign_in_code";

    public string English { get; set; } = "en";
    public string Vietnamese { get; set; } = "vi";

    public string LanguageCode(string language) => language == "vi" ? Vietnamese : English;
}

/// <summary>Checks the settings at start; every message names the setting as it is written in the environment.</summary>
public sealed partial class WhatsAppOptionsValidator : IValidateOptions<WhatsAppOptions>
{
    public ValidateOptionsResult Validate(string? name, WhatsAppOptions options)
    {
        var errors = new List<string>();
        void Check(bool ok, string message)
        {
            if (!ok)
            {
                errors.Add(message);
            }
        }

        Check(options.IsCloud || options.Mode.Equals("Simulator", StringComparison.OrdinalIgnoreCase), "WhatsApp__Mode must be Simulator or Cloud.");
        Check(Version().IsMatch(options.ApiVersion), "WhatsApp__ApiVersion must look like v25.0.");
        Check(options.GraphBaseUrl is null || Uri.TryCreate(options.GraphBaseUrl, UriKind.Absolute, out var url) && (url.Scheme == "https" || url.Scheme == "http" && url.IsLoopback),
            "WhatsApp__GraphBaseUrl must be an https address (http only on loopback).");
        Check(options.PhoneNumberId is null || Digits().IsMatch(options.PhoneNumberId), "WhatsApp__PhoneNumberId must be the id of digits that Meta shows beside the number, not the number itself.");
        Check(options.WabaId is null || Digits().IsMatch(options.WabaId), "WhatsApp__WabaId must be digits.");
        Check(options.BusinessNumber is null || Number().IsMatch(options.BusinessNumber), "WhatsApp__BusinessNumber must be a phone number with country code, such as +84901234567.");
        foreach (var (country, prices) in options.Prices)
        {
            Check(country.Length == 2 && prices.Keys.All(category => category.ToLowerInvariant() is "marketing" or "utility" or "authentication" or "service") && prices.Values.All(price => price is >= 0 and < 1000),
                $"WhatsApp__Prices__{country} must be a country of two letters with prices of marketing, utility, authentication or service, from 0 to 1000.");
        }

        Check(options.MessagesPerSecond is >= 1 and <= 1000, "WhatsApp__MessagesPerSecond must be a number from 1 to 1000.");
        foreach (var (setting, template) in new[]
        {
            ("Invitation", options.Templates.Invitation), ("Recommendations", options.Templates.Recommendations),
            ("RecommendationsPicture", options.Templates.RecommendationsPicture ?? options.Templates.Recommendations), ("OneTimeCode", options.Templates.OneTimeCode),
        })
        {
            Check(TemplateName().IsMatch(template), $"WhatsApp__Templates__{setting} must be a template name: lower-case letters, digits and underscores, at most 512.");
        }

        Check(LanguageCode().IsMatch(options.Templates.English), "WhatsApp__Templates__English must be a language code such as en or en_US.");
        Check(LanguageCode().IsMatch(options.Templates.Vietnamese), "WhatsApp__Templates__Vietnamese must be a language code such as vi.");
        if (options.IsCloud)
        {
            foreach (var (setting, value) in new[]
            {
                ("PhoneNumberId", options.PhoneNumberId), ("BusinessNumber", options.BusinessNumber), ("WabaId", options.WabaId),
                ("AccessToken", options.AccessToken), ("AppSecret", options.AppSecret), ("VerifyToken", options.VerifyToken),
            })
            {
                Check(!string.IsNullOrWhiteSpace(value), $"WhatsApp__{setting} is needed when WhatsApp__Mode is Cloud.");
            }
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    [GeneratedRegex(@"^v\d{1,3}\.\d$")]
    private static partial Regex Version();

    [GeneratedRegex(@"^\d{3,32}$")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\+?[0-9][0-9 ().-]{6,20}$")]
    private static partial Regex Number();

    [GeneratedRegex("^[a-z0-9_]{1,512}$")]
    private static partial Regex TemplateName();

    [GeneratedRegex("^[a-z]{2,3}(_[A-Z]{2})?$")]
    private static partial Regex LanguageCode();
}
