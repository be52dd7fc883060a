using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Names the gazetteer does not know that stand where only a place can: joined to a known place, before a length, or where a trip goes.</summary>
internal static partial class UnknownPlaces
{
    public static IEnumerable<Found<PlaceWish>> Find(FoldedText text, IReadOnlyList<PhraseMatch<Place>> named)
    {
        foreach (Match match in Capitalised().Matches(text.Original))
        {
            if (Free(match.Index, match.Length) && (Joined(match) || named.Count == 0 && Before(match) is "" or "," or "." && LengthNext().IsMatch(text.Original[(match.Index + match.Length)..])))
            {
                yield return new Found<PlaceWish>(new PlaceWish(null, match.Value), match.Index, match.Index + match.Length);
            }
        }

        foreach (Match match in WhereTripsGo().Matches(text.Folded))
        {
            var name = match.Groups["name"];
            var (start, end) = text.Span(name.Index, name.Length);
            if (Free(start, end - start) && !(match.Groups["vi"].Success && VietnameseSyllable.Fits(name.Value)) && char.IsLower(text.Original[start]))
            {
                yield return new Found<PlaceWish>(new PlaceWish(null, text.Original[start..end]), start, end);
            }
        }

        bool Free(int start, int length) =>
            !named.Any(place => place.Start < start + length && start < place.End) && !StopWords.Contains(TextFolding.Fold(text.Original.Substring(start, length).Split(' ')[0]));

        string Before(Match match) => text.Original[..match.Index].TrimEnd() is { Length: > 0 } lead ? lead[^1].ToString() : "";

        bool Joined(Match match) => named.Any(place =>
            place.Start > match.Index && And().IsMatch(text.Original[(match.Index + match.Length)..place.Start])
            || place.End < match.Index && Joiner().IsMatch(text.Original[place.End..match.Index]) && NameEnds().IsMatch(text.Original[(match.Index + match.Length)..]));
    }

    [GeneratedRegex(@"(?<![\p{L}\p{M}\d])\p{Lu}\p{Ll}[\p{L}\p{M}'’]+(?: \p{Lu}[\p{L}\p{M}'’]+){0,3}")]
    private static partial Regex Capitalised();

    [GeneratedRegex(@"^\s*(?i:and|&|or|và|hoặc|rồi|then|->|→)\s*$")]
    private static partial Regex And();

    [GeneratedRegex(@"^\s*(?i:,|and|&|or|và|hoặc|rồi|then|->|→)\s*$")]
    private static partial Regex Joiner();

    [GeneratedRegex(@"^\s*(?:[,.;!?\n]|$|\d|(?i:and|và|or|for|with|from|in|under|by)\b)")]
    private static partial Regex NameEnds();

    [GeneratedRegex(@"^,?\s*(?:(?i:for|in|trong)\s)?\s*(?:\d{1,2}(?:\s*-\s*\d{1,2})?|(?i:one|two|three|four|five|six|seven|ten|a|một|hai|ba|bốn|năm))\s*(?i:days?|nights?|weeks?|ngày|ngay|đêm|dem|tuần|tuan|[nd]\d)")]
    private static partial Regex LengthNext();

    [GeneratedRegex(@"\b(?:(?:trip|tour|travel|travelling|go|going|fly|flying|holiday|vacation|days?|nights?|weeks?|weekend) (?:to|in|around|at)|(?<vi>den|toi|o|du lich)) (?<name>[a-z]{4,})(?=\s*(?:[,.;!?]|$|\d|(?:and|va|for|with|from|under|tu|trong)\b))")]
    private static partial Regex WhereTripsGo();
}
