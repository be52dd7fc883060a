using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests;

/// <summary>Whether places are added to those said before ("also Huế", "Huế nữa") or take their stead: "how about Huế, also vegetarian" adds no place.</summary>
internal static class Additions
{
    /// <summary>Words that add what follows them, as written; of those without diacritics only what is rarely anything else ("ca" is not: ca phe).</summary>
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal) { "also", "add", "plus", "thêm", "them", "cũng" };

    /// <summary>Words that add what stands before them; of "as well" the last.</summary>
    private static readonly HashSet<string> Behind = new(StringComparer.Ordinal) { "too", "well", "nữa", "nua" };

    /// <summary>What makes "too" a matter of degree: "not too far", "it's too hot".</summary>
    private static readonly HashSet<string> OfDegree = new(StringComparer.Ordinal) { "not", "is", "are", "was", "s", "bit", "way", "far", "little", "isn", "aren" };

    /// <summary>Whether what any such word goes with is a place: what is said next to it up to the next comma, on its other side if nothing is, and else anything.</summary>
    public static bool AddPlaces(string text, IReadOnlyList<Extraction> said)
    {
        var tokens = Tokenizer.Tokens(text);
        return Enumerable.Range(0, tokens.Count).Any(i => tokens[i].Normalized switch
        {
            // "Cả Huế" adds it, "cả nhà đi Huế" is all of the family.
            "cả" => i + 1 < tokens.Count && said.Any(each => each.Slot == "places" && each.Start == tokens[i + 1].Start),
            "well" when Last(i) != "as" => false,
            "too" when OfDegree.Contains(Last(i)) => false,
            var word => Before.Contains(word) ? Adds(i, ahead: true) : Behind.Contains(word) && Adds(i, ahead: false),
        });

        string Last(int i) => i > 0 ? tokens[i - 1].Normalized : "";

        bool Adds(int i, bool ahead)
        {
            var (start, end) = (text.AsSpan(0, tokens[i].Start).LastIndexOfAny(Marks) + 1, text.AsSpan(tokens[i].End).IndexOfAny(Marks) is var mark and >= 0 ? tokens[i].End + mark : text.Length);
            var (behind, next) = (Within(start, tokens[i].Start), Within(tokens[i].End, end));
            var beside = ahead ? next.Count > 0 ? next : behind : behind.Count > 0 ? behind : next;
            return (beside.Count > 0 ? beside : said).Any(each => each.Slot == "places");
        }

        List<Extraction> Within(int start, int end) => [.. said.Where(each => start <= each.Start && each.End <= end)];
    }

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create(",.;:!?()\n");
}
