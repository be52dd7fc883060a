using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Shorthand of cities in small letters ("tu hn di sapa", "sg to hue"): believed where a trip starts or goes, if no Vietnamese syllable is written so.</summary>
internal static partial class Shorthand
{
    public static IEnumerable<PhraseMatch<Place>> Find(string text, Gazetteer gazetteer)
    {
        var folded = new FoldedText(text);
        foreach (Match match in Ways().Matches(folded.Folded))
        {
            var name = match.Groups["name"];
            var (start, end) = folded.Span(name.Index, name.Length);
            if (!VietnameseSyllable.Fits(name.Value) && gazetteer.FindIn(text[start..end].ToUpperInvariant()) is [var place, ..] && place.End == end - start)
            {
                yield return new PhraseMatch<Place>(place.Value, start, end);
            }
        }
    }

    [GeneratedRegex(@"(?<=\b(?:tu|from|khoi hanh|xuat phat|leaving|departing|di|den|toi|ra|vao|ve|o|gan|quanh|near|around|to|in|->|→)\s+)(?<name>[a-z]{2,4})\b|^\s*(?<name>[a-z]{2,4})(?=\s*(?:di|to|ra|vao|->|→|-)\s)")]
    private static partial Regex Ways();
}
