using JasperFx.Metadata;
using Microsoft.Extensions.Options;

namespace TravelBuddy.Web.WhatsApp.Templates;

/// <summary>What Meta said last of a template of ours in one language. None was said: it is taken to be approved.</summary>
public sealed record TemplateState : IVersioned
{
    public const string Approved = "APPROVED";
    public const string Paused = "PAUSED";
    public const string Disabled = "DISABLED";

    /// <summary>Meta has none of the name in the language (132001).</summary>
    public const string Missing = "MISSING";

    /// <summary>How long Meta pauses a template that people like less: the first time, and the second. The third time it is disabled.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromHours(3);

    public static readonly TimeSpan SecondPause = TimeSpan.FromHours(6);

    /// <summary>How long a template is left alone after a send was refused because of it.</summary>
    public static readonly TimeSpan AfterRefusal = TimeSpan.FromHours(1);

    /// <summary>Words of Meta's after which a template cannot be sent. One that is flagged, locked or in review can, as far as Meta's pages tell; if not, the answer to a send says so.</summary>
    private static readonly HashSet<string> Stops = [Paused, Disabled, Missing, "REJECTED", "DELETED", "PENDING_DELETION"];

    private static readonly HashSet<string> Frees = [Approved, "REINSTATED", "UNFLAGGED"];

    /// <summary>Name and language, as <see cref="IdOf"/> writes them.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="Approved"/>, or Meta's word for what it is instead.</summary>
    public required string Status { get; init; }

    /// <summary>When Meta said so first.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When Meta said so last; an older word for another state counts no more.</summary>
    public DateTimeOffset ToldAt { get; init; }

    /// <summary>When it is tried again, whether or not Meta tells; null: not before Meta or an admin says so.</summary>
    public DateTimeOffset? Until { get; init; }

    public Guid Version { get; set; }

    public static string IdOf(string name, string language) => $"{name} ({language})";

    /// <summary>The same of a template in a language of ours, "vi" or any other.</summary>
    public static string IdOf(WhatsAppTemplates names, string template, string language) => IdOf(template, names.LanguageCode(language));

    /// <summary>The templates that are held back while Meta has stopped them, in each language: all but that of codes, without which nobody signs in. Let Meta refuse those.</summary>
    public static IEnumerable<string> IdsOf(IOptions<WhatsAppOptions> options) =>
        OurTemplates.Of(options).Where(ours => ours.Category != OurTemplates.Authentication).SelectMany(ours => ours.Languages.Keys, (ours, language) => IdOf(ours.Name, language));

    /// <summary>Whether it must not be sent.</summary>
    public bool IsStopped(DateTimeOffset now) => Status != Approved && !(Until <= now);

    /// <summary>What a word of Meta's makes of the state: null where it changes nothing, or is older than what is known.</summary>
    /// <param name="known">What is known; null: nothing.</param>
    /// <param name="id">The template.</param>
    /// <param name="word">What Meta calls its state, or what happened to it.</param>
    /// <param name="at">When Meta said so.</param>
    /// <param name="pause">Which pause it is ("FIRST_PAUSE", "SECOND_PAUSE").</param>
    public static TemplateState? Told(TemplateState? known, string id, string word, DateTimeOffset at, string? pause = null) =>
        Frees.Contains(word) ? After(known, id, Approved, at, null)
        : !Stops.Contains(word) ? null
        : After(known, id, word, at, word != Paused ? null : at + (pause == "SECOND_PAUSE" ? SecondPause : FirstPause));

    /// <summary>What the error of a send makes of the state: null where it says nothing of the template.</summary>
    public static TemplateState? Refused(TemplateState? known, string id, int code, DateTimeOffset at) =>
        code switch { 132001 => Missing, 132015 => Paused, 132016 => Disabled, _ => null } is { } word ? After(known, id, word, at, at + AfterRefusal) : null;

    private static TemplateState? After(TemplateState? known, string id, string status, DateTimeOffset at, DateTimeOffset? until)
    {
        if (known is not null && known.Status == status && (status == Approved || known.IsStopped(at)))
        {
            // A stop that was over before the present one began adds nothing to it.
            var same = known.ToldAt > at && (status == Approved || until <= known.Since) ? known
                : known with { ToldAt = known.ToldAt > at ? known.ToldAt : at, Until = known.Until is { } before && until is { } then ? (before > then ? before : then) : null };
            return same == known ? null : same;
        }

        return known?.ToldAt > at ? null : new TemplateState { Id = id, Status = status, Since = at, ToldAt = at, Until = until, Version = known?.Version ?? Guid.Empty };
    }
}
