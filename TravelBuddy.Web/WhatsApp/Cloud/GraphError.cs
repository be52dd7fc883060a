using System.Globalization;
using System.Text.Json;

namespace TravelBuddy.Web.WhatsApp.Cloud;

/// <summary>An error of the Graph API: its code, the HTTP status it came with (0: by webhook), and whether it is one of a known kind.</summary>
public sealed record GraphError(int Code, int HttpStatus)
{
    /// <summary>The code of an answer that is not in Meta's form: a proxy's, or that of an address which is none of Meta's.</summary>
    public const int NotInForm = -1;

    /// <summary>Error 100 with subcode 33: what the address names does not exist for the token. The settings are wrong, not the request as with every other 100.</summary>
    public const int NoSuchObject = 100033;

    /// <summary>Meta says that it passes by itself.</summary>
    public bool IsTransient { get; init; }

    /// <summary>What to do, by code first; titles and statuses change.</summary>
    public Remedy Remedy => Code switch
    {
        190 or 0 or 3 or 10 or (>= 200 and <= 299) or 131005 or NoSuchObject => Remedy.Alarm,
        131037 or 131042 or 131045 or 133010 => Remedy.Alarm,
        368 or 131031 or 131064 => Remedy.Hold,
        131048 => Remedy.HoldMarketing,
        1 or 2 or 131000 or 131016 or 133004 or 131057 => Remedy.Retry,
        4 or 17 or 341 or 613 or 80007 or 130429 or 133016 => Remedy.PauseNumber,
        131056 => Remedy.PausePerson,
        131050 => Remedy.OptedOut,
        131047 => Remedy.CloseWindow,
        131052 or 131053 => Remedy.DropPicture,
        Undeliverable or 131021 or MarketingCap or 130472 or 131051 or 131062 or 137000 => Remedy.GiveUp,
        _ when IsTransient && HttpStatus != 429 => Remedy.Retry,
        130497 or 131030 or 131063 => Remedy.GiveUpAndTell,
        100 or 131008 or 131009 or 132000 or 132012 or 132018 => Remedy.GiveUpAndTell,
        132001 or 132005 or 132007 or 132015 or 132016 or 132068 or 132069 => Remedy.GiveUpAndTell,
        _ => ByStatus,
    };

    /// <summary>Whether Meta says that it is down, rather than that this message failed.</summary>
    public bool IsOutage => Code is 2 or 131016 or 131057 or 133004 || Code == NotInForm;

    /// <summary>Meta's limit of marketing messages to one person: not again for a day, nor by other means.</summary>
    public const int MarketingCap = 131049;

    /// <summary>Nobody is there: no WhatsApp at the number, an old app, terms not accepted. It does not pass before the person writes.</summary>
    public const int Undeliverable = 131026;

    /// <summary>Whether the request itself was found wrong. A picture that Meta no longer knows is told so, too.</summary>
    public bool IsAboutTheRequest => Code is 100 or 131008 or 131009;

    private Remedy ByStatus => HttpStatus switch
    {
        429 => Remedy.PauseNumber,
        408 or 425 or >= 500 => Remedy.Retry,
        401 => Remedy.Alarm,
        // Not Meta's words: the address or a proxy on the way is wrong, which no message is to blame for, unless it is too large.
        _ => Code == NotInForm && HttpStatus != 413 ? Remedy.Alarm : Remedy.GiveUpAndTell,
    };

    /// <summary>Reads <c>{"error":{"code":…}}</c>; null if the body is not of that form.</summary>
    public static GraphError? Read(string body, int httpStatus)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var code) && Number(code) is { } number
                    ? new GraphError(number == 100 && error.TryGetProperty("error_subcode", out var subcode) && Number(subcode) == 33 ? NoSuchObject : number, httpStatus)
                    {
                        IsTransient = error.TryGetProperty("is_transient", out var passes) && passes.ValueKind == JsonValueKind.True,
                    }
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A code as a number or, as Meta sometimes writes it, a text; null for anything else.</summary>
    internal static int? Number(JsonElement code) => code.ValueKind switch
    {
        JsonValueKind.Number when code.TryGetInt32(out var number) => number,
        JsonValueKind.String when int.TryParse(code.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
