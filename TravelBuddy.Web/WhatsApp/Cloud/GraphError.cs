using System.Globalization;
using System.Text.Json;

namespace TravelBuddy.Web.WhatsApp.Cloud;

/// <summary>What to do about an error of the Graph API.</summary>
public enum Remedy
{
    /// <summary>It passes: again with growing delays.</summary>
    Retry,

    /// <summary>The whole number is throttled: everything waits.</summary>
    PauseNumber,

    /// <summary>Too many to this person: only they wait.</summary>
    PausePerson,

    /// <summary>This message will never go; others may.</summary>
    GiveUp,

    /// <summary>The person stopped marketing: recorded as a stop.</summary>
    OptedOut,

    /// <summary>The person has not written for a day: only a template reaches them.</summary>
    CloseWindow,

    /// <summary>The uploaded picture is of no use: without it, once.</summary>
    DropPicture,

    /// <summary>Nothing can be sent until an admin mends it: everything waits, the admin is told.</summary>
    Alarm,

    /// <summary>This message will never go and an admin has to look (template, policy, our own shape).</summary>
    GiveUpAndTell,
}

/// <summary>An error of the Graph API: its code, the HTTP status it came with (0: by webhook), and whether it is one of a known kind.</summary>
public sealed record GraphError(int Code, int HttpStatus)
{
    /// <summary>What to do, by code first; titles and statuses change.</summary>
    public Remedy Remedy => Code switch
    {
        190 or 0 => Remedy.Alarm,
        3 or 10 or (>= 200 and <= 299) or 131005 => Remedy.Alarm,
        131048 or 131064 or 368 or 131031 or 131037 or 131042 or 131045 or 133010 => Remedy.Alarm,
        1 or 2 or 131000 or 131016 or 133004 or 131057 => Remedy.Retry,
        4 or 80007 or 130429 or 133016 => Remedy.PauseNumber,
        131056 => Remedy.PausePerson,
        131050 => Remedy.OptedOut,
        131047 => Remedy.CloseWindow,
        131052 or 131053 => Remedy.DropPicture,
        131026 or 131030 or 131021 or 131049 or 130472 or 130497 or 131051 or 131062 or 137000 => Remedy.GiveUp,
        100 or 131008 or 131009 or 132000 or 132012 or 132018 or 131063 => Remedy.GiveUpAndTell,
        132001 or 132005 or 132007 or 132015 or 132016 or 132068 or 132069 => Remedy.GiveUpAndTell,
        _ => HttpStatus == 429 ? Remedy.PauseNumber : HttpStatus >= 500 ? Remedy.Retry : HttpStatus == 401 ? Remedy.Alarm : Remedy.GiveUpAndTell,
    };

    /// <summary>Reads <c>{"error":{"code":…}}</c>; null if the body is not of that form.</summary>
    public static GraphError? Read(string body, int httpStatus)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var code) && Number(code) is { } number
                    ? new GraphError(number, httpStatus)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int? Number(JsonElement code) => code.ValueKind switch
    {
        JsonValueKind.Number when code.TryGetInt32(out var number) => number,
        JsonValueKind.String when int.TryParse(code.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
