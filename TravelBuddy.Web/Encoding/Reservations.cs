using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Encoding;

/// <summary>Why a package has something only in part.</summary>
public enum Reserve { OnRequest, Surcharge, SomeDays, SomeMeals, SomeCertified }

/// <summary>That a package has something only in part.</summary>
/// <param name="Of">Why.</param>
/// <param name="Says">Its own sentence about that; null where it says no more than the words for it.</param>
public sealed record Reservation(Reserve Of, string? Says = null);

/// <summary>With what reservation a package has each diet, bed and amenity that its texts name. What they name once without one, it has without.</summary>
internal sealed partial class Reservations(double? days)
{
    private const int Longest = 160;

    /// <summary>"Vegetarian on request" says no more than that.</summary>
    private const int LeastTelling = 45;

    private const string Ends = ".!?\n";
    private const string Clauses = $"{Ends};:,";
    private static readonly string[] Certified = ["halal", "kosher"];

    private readonly Dictionary<string, Reservation> _reserved = new(StringComparer.Ordinal);
    private readonly HashSet<string> _plain = new(StringComparer.Ordinal);

    /// <summary>Hears what a text says of something that it names.</summary>
    public void Hear(string text, PhraseMatch<Concept> match)
    {
        if (match.Value.Kind is not (ConceptKind.Diet or ConceptKind.Lodging or ConceptKind.Amenity))
        {
            return;
        }

        if (ReserveOf(text, match) is { } reserve)
        {
            var sentence = Between(text, match.Start, match.End, Ends).Trim();
            _reserved.TryAdd(match.Value.Id, new Reservation(reserve, reserve == Reserve.OnRequest && sentence.Length < LeastTelling ? null : Short(sentence)));
        }
        else
        {
            _plain.Add(match.Value.Id);
        }
    }

    /// <summary>What stays reserved once all is heard; certificates that some kitchens lack are told of wherever the package speaks of them.</summary>
    public IReadOnlyDictionary<string, Reservation> In(TourPackage package)
    {
        var limit = new[] { package.Description, package.Notes }.Concat(package.Food).OfType<string>().SelectMany(text => text.Split([.. Ends], StringSplitOptions.TrimEntries)).Where(sentence => LacksCertificate().IsMatch(TextFolding.Fold(sentence))).MinBy(sentence => sentence.Length);
        foreach (var diet in Certified.Where(diet => limit is not null && (_plain.Contains(diet) || _reserved.ContainsKey(diet))))
        {
            var asked = !_plain.Contains(diet) && _reserved[diet].Of == Reserve.OnRequest;
            _reserved[diet] = new Reservation(asked ? Reserve.OnRequest : Reserve.SomeCertified, Short(limit!));
            _plain.Remove(diet);
        }

        return _reserved.Where(pair => !_plain.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal);
    }

    private Reserve? ReserveOf(string text, PhraseMatch<Concept> match) => Of(text, match.Start, match.End)
        ?? (match.Value.Kind == ConceptKind.Diet && IsListedBefore(text, match) ? Reserve.OnRequest : (Reserve?)null)
        ?? (match.Value.Kind == ConceptKind.Diet && days > 1 && OneMeal().IsMatch(TextFolding.Fold(ClauseOf(text, match.Start, match.End))) ? Reserve.SomeMeals : null);

    /// <summary>Whether a diet is but an item of a list whose next item is asked for before: "vegan, no egg when told in advance" promises neither without asking.</summary>
    private static bool IsListedBefore(string text, PhraseMatch<Concept> match)
    {
        var clause = ClauseOf(text, match.Start, match.End);
        var end = text.IndexOf(clause, Math.Max(0, match.Start - clause.Length), StringComparison.Ordinal) + clause.Length;
        return clause.Trim().Length == match.End - match.Start && end < text.Length && text[end] == ',' && Request().IsMatch(TextFolding.Fold(ClauseOf(text, end + 1, end + 1)));
    }

    /// <summary>What a text reserves of the words between two places in it: asked for before, paid for besides, on some days.</summary>
    internal static Reserve? Of(string text, int start, int end)
    {
        var clause = TextFolding.Fold(ClauseOf(text, start, end));
        var behind = TextFolding.Fold(Between(text[start..], 0, end - start, Clauses));
        return Surcharge().IsMatch(Or().Split(behind)[0]) ? Reserve.Surcharge
            : Request().IsMatch(clause) ? Reserve.OnRequest
            : SomeDays().IsMatch(clause) ? Reserve.SomeDays
            : null;
    }

    /// <summary>The clause around the words between two places of a text.</summary>
    internal static string ClauseOf(string text, int start, int end) => Between(text, start, end, Clauses);

    private static string Between(string text, int start, int end, string ends)
    {
        var from = start == 0 ? 0 : text.LastIndexOfAny(ends.ToCharArray(), start - 1) + 1;
        var to = text.IndexOfAny(ends.ToCharArray(), end);
        return text[from..(to < 0 ? text.Length : to)];
    }

    private static string? Short(string sentence) => sentence.Length <= Longest ? sentence : null;

    [GeneratedRegex(@"\b(?:up)?on request\b|\b(?:if|when) (?:asked|requested|ordered|notified|you (?:ask|tell))\b|\bwith (?:[\w']+ ){0,3}notice\b|\bin advance\b|\bbeforehand\b|\b\w+ (?:day|hour|week)s? (?:ahead|before)\b|\bpossible\b|\bkhi (?:bao|dat|co yeu cau|yeu cau)\b|\b(?:bao|dat|hen|dan) truoc\b|\btheo yeu cau\b", RegexOptions.CultureInvariant)]
    private static partial Regex Request();

    [GeneratedRegex(@"\+ ?(?:(?:usd |[$€£])\d|\d{3}|\d+(?:[.,]\d+)* ?(?:(?:k|usd|eur|d|dong|vnd|tr|trieu)\b|[$€£%]))|\b(?:extra|additional) (?:charge|cost|fee)\b|\bsurcharge\b|\bsupplement\b|\bfor (?:an )?extra\b|\bphu thu\b|\b(?:tra|tinh|tien) them\b|\bthem (?:tien\b|\d{3}|\d+(?:[.,]\d+)* ?(?:(?:k|usd|d|dong|vnd|tr|trieu)\b|%))", RegexOptions.CultureInvariant)]
    private static partial Regex Surcharge();

    [GeneratedRegex(@"\b(?:or|hoac|hay)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Or();

    [GeneratedRegex(@"\b(?:ngay |an )ram\b|\bm[uo]ng mot\b|\bmong 1\b|\bcuoi tuan\b|\bmot so ngay\b|\b(?:on|only) (?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:on|at) weekends\b|\b(?:some|certain|full[- ]moon) days\b", RegexOptions.CultureInvariant)]
    private static partial Regex SomeDays();

    [GeneratedRegex(@"\b(?:breakfast|lunch|dinner|supper|picnic)(?:s|es)?\b|\b(?:bua|an|com) (?:sang|trua|toi)\b|\b(?:trua|toi)$", RegexOptions.CultureInvariant)]
    private static partial Regex OneMeal();

    [GeneratedRegex(@"\bshared kitchen\b|\bbep chung\b|^(?=.*\b(?:halal|kosher|kitchens?|restaurants?|meals?|food|villages?|stops?|bep|nha hang|quan|bua|mon|com)\b).*(?:\bonly (?!at\b|in\b|use\b|eat\b|serve\b|choose\b|with\b|halal\b|kosher\b)[^.;]*\bcertif|\b(?:no|not|none|without|never|isn't|aren't)\b[^.;]*\bcertif|\b(?:khong|chua)\b[^.;]*\bchung nhan\b|\bchi (?!chon\b|an\b|dung\b|phuc vu\b|lay\b|den\b|vao\b)[^.;]*\bchung nhan\b)", RegexOptions.CultureInvariant)]
    private static partial Regex LacksCertificate();
}
