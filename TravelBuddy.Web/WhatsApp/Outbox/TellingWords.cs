using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>The words by which a tour tells that it has something, to be quoted where that is held against it.</summary>
internal static class TellingWords
{
    private const int Longest = 60;
    private static readonly char[] Ends = ['.', ',', ';', ':', '!', '?', '(', ')', '\n'];

    /// <summary>The clause that names a concept or one of its kind, or the words alone where that is long; what it says of the nights for a way to sleep that it names otherwise; null where there is neither.</summary>
    public static string? Of(TourPackage package, string concept, Lexicon lexicon)
    {
        var entries = new[] { package.Accommodation, package.Notes }.OfType<string>().Concat(package.Transportation).Concat(package.Food).Concat(package.Activities).Select(text => (Text: text, Found: lexicon.FindInEntry(text)));
        var running = new[] { package.Title, package.Description }.Concat(package.Itinerary).Concat(package.Includes).OfType<string>().Select(text => (Text: text, Found: lexicon.FindIn(text)));
        return (from told in entries.Concat(running)
                from match in told.Found
                where PackageConcepts.IsKindOf(match.Value.Id, concept, lexicon) && !PackageConcepts.IsDenied(told.Text, match.Start, match.End)
                select Clause(told.Text, match.Start, match.End)).FirstOrDefault()
            ?? (lexicon.Find(concept)?.Kind == ConceptKind.Lodging && package.Accommodation is { } nights ? Limits.Line(nights, Longest) : null);
    }

    private static string Clause(string text, int start, int end)
    {
        var from = start == 0 ? 0 : text.LastIndexOfAny(Ends, start - 1) + 1;
        var to = text.IndexOfAny(Ends, end) is >= 0 and var found ? found : text.Length;
        return (to - from <= Longest ? text[from..to] : text[start..end]).Trim();
    }
}
