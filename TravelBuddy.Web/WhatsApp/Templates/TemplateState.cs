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

    /// <summary>Words of Meta's after which a template cannot be sent. One that is flagged, locked or in review can, as far as Meta's pages tell; if not, the answer to a send says so.</summary>
    private static readonly HashSet<string> Stops = [Paused, Disabled, Missing, "REJECTED", "DELETED", "PENDING_DELETION"];

    private static readonly HashSet<string> Frees = [Approved, "REINSTATED", "UNFLAGGED"];

    /// <summary>Name and language, as <see cref="IdOf"/> writes them.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="Approved"/>, or Meta's word for what it is instead.</summary>
    public required string Status { get; init; }

    /// <summary>When Meta said so first.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When a pause ends by itself; it is tried again then, whether or not Meta tells.</summary>
    public DateTimeOffset? Until { get; init; }

    public Guid Version { get; set; }

    public static string IdOf(string name, string language) => $"{name} ({language})";

    /// <summary>The templates that TravelBuddy sends, in each language.</summary>
    public static IEnumerable<string> IdsOf(IOptions<WhatsAppOptions> options) => OurTemplates.Of(options).SelectMany(ours => ours.Languages.Keys, (ours, language) => IdOf(ours.Name, language));

    /// <summary>Whether it must not be sent.</summary>
    public bool IsStopped(DateTimeOffset now) => Status != Approved && !(Until <= now);

    /// <summary>Meta's word for what an error of a send says of its template; null for an error that says nothing of the kind.</summary>
    public static string? WordOf(int code) => code switch { 132001 => Missing, 132015 => Paused, 132016 => Disabled, _ => null };

    /// <summary>What a word of Meta's makes of the state: null where it changes nothing, or is older than what is known.</summary>
    /// <param name="known">What is known; null: nothing.</param>
    /// <param name="id">The template.</param>
    /// <param name="word">What Meta calls its state, or what happened to it.</param>
    /// <param name="at">When Meta said so.</param>
    /// <param name="pause">Which pause it is ("FIRST_PAUSE", "SECOND_PAUSE").</param>
    public static TemplateState? Told(TemplateState? known, string id, string word, DateTimeOffset at, string? pause = null)
    {
        var frees = Frees.Contains(word);
        if (!frees && !Stops.Contains(word) || known?.Since > at || frees && known?.Status is null or Approved || known?.Status == word && known.IsStopped(at))
        {
            return null;
        }

        return new TemplateState
        {
            Id = id,
            Status = frees ? Approved : word,
            Since = at,
            Until = word != Paused ? null : at + (pause == "SECOND_PAUSE" ? SecondPause : FirstPause),
            Version = known?.Version ?? Guid.Empty,
        };
    }
}
