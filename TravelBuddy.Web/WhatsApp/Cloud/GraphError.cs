using System.Collections.Frozen;
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

    /// <summary>What Meta says of it in words, cleaned (<see cref="MetaDetail"/>): for admins, never for logs.</summary>
    public string? Detail { get; init; }

    /// <summary>What each known code asks for. The permissions of the Graph API, 200 to 299, all ask for the same (<see cref="IsPermission"/>).</summary>
    public static readonly FrozenDictionary<int, Remedy> Remedies = new (Remedy Remedy, int[] Codes)[]
    {
        (Remedy.Alarm, [190, 0, 3, 10, 131005, NoSuchObject, 131037, 131042, 131045, 133010]),
        (Remedy.Hold, [368, 131031, 131064]),
        (Remedy.HoldMarketing, [131048]),
        (Remedy.Retry, [1, 2, 131000, 131016, 133004, 131057]),
        (Remedy.PauseNumber, [4, 17, 341, 613, 80007, 130429, 133016]),
        (Remedy.PausePerson, [131056]),
        (Remedy.OptedOut, [131050]),
        (Remedy.CloseWindow, [131047]),
        (Remedy.DropPicture, [131052, 131053]),
        (Remedy.GiveUp, [Undeliverable, 131021, MarketingCap, 130472, 131051, 131062, 137000]),
        (Remedy.GiveUpAndTell, [130497, 131030, 131063]),
        (Remedy.GiveUpAndTell, [100, 131008, 131009, 132000, 132012, 132018]),
        (Remedy.GiveUpAndTell, [132001, 132005, 132007, 132015, 132016, 132068, 132069]),
    }.SelectMany(each => each.Codes, (each, code) => KeyValuePair.Create(code, each.Remedy)).ToFrozenDictionary();

    /// <summary>What to do, by code first; titles and statuses change.</summary>
    public Remedy Remedy =>
        Remedies.TryGetValue(Code, out var known) && !(known == Remedy.GiveUpAndTell && PassesByItself) ? known
        : IsPermission(Code) ? Remedy.Alarm
        : PassesByItself ? Remedy.Retry
        : ByStatus;

    /// <summary>Whether a code says that the token lacks a permission.</summary>
    public static bool IsPermission(int code) => code is >= 200 and <= 299;

    private bool PassesByItself => IsTransient && HttpStatus != 429;

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
                        Detail = MetaDetail.Of(error),
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
