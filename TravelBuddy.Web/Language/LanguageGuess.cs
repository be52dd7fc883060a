using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Language;

/// <summary>Tells English from Vietnamese by the small words, with or without diacritics; names of places do not count.</summary>
public static partial class LanguageGuess
{
    private static readonly HashSet<string> English = new(StringComparer.Ordinal)
    {
        "the", "and", "with", "for", "in", "days", "day", "nights", "night", "want", "under", "near", "from", "i", "we", "my", "our", "me", "trip", "around", "about", "by", "of", "is", "are", "please",
        "week", "weeks", "people", "kids", "not", "or", "us", "you", "what", "where", "how", "can", "would", "like", "need", "some", "more", "less", "cheaper", "shorter", "longer", "nearer", "instead", "hello", "thanks",
        "thank", "help", "stop", "start", "number", "book", "one", "budget", "only", "must", "have", "family", "beach", "hotel", "food", "that", "this", "than", "per", "month", "next", "up", "person", "at", "on", "it",
        "english", "second", "first", "delete", "data", "total", "each", "any", "private", "trek", "seafood", "cruise", "strictly", "halal", "peanut", "allergy", "snorkelling", "max", "adults", "easy", "car", "cave", "travelling", "loop", "cooking", "class", "classes", "resort", "places", "stay", "find", "but", "no", "without", "like", "visit", "see", "go", "going", "tours", "cancel", "unsubscribe",
    };

    private static readonly HashSet<string> Vietnamese = new(StringComparer.Ordinal)
    {
        "ngay", "dem", "di", "nguoi", "khong", "ko", "duoi", "minh", "muon", "tu", "voi", "va", "cho", "gia", "hon", "re", "tim", "khach", "gan", "thang", "tuan", "cuoi", "la", "duoc", "dc", "chua", "nao",
        "nhung", "xe", "tau", "tre", "gi", "o", "ban", "cua", "xin", "chao", "cam", "on", "tro", "giup", "them", "xem", "cai", "thu", "so", "dat", "doi", "sang", "quanh", "cung", "hai", "san", "toi", "bao", "nhieu", "khoang", "tam",
        "dau", "tien", "ngan", "chi", "tiet", "huy", "xoa", "nhe", "du", "lich", "bien", "nui", "leo", "bang", "nguoi", "lon", "be", "nua", "nghin", "tieng", "cu", "alo",
    };

    private static readonly HashSet<string> Units = new(StringComparer.Ordinal) { "trieu", "tr", "dong", "cu", "d" };

    /// <summary>Vietnamese without accents and without any of its small words: so many syllables to each other word.</summary>
    private const int SyllablesToWords = 3;

    /// <summary>"en" or "vi"; a tie goes to the hint, then to the accents and the sound of the words, then to English.</summary>
    public static string Of(string text, IReadOnlyList<(int Start, int End)> names, string? hint)
    {
        var tokens = Tokenizer.Tokens(text);
        int english = 0, vietnamese = 0, syllables = 0, others = 0;
        foreach (var token in tokens)
        {
            if (names.Any(name => token.Start >= name.Start && token.End <= name.End))
            {
                continue;
            }

            // Names of units and dishes travel into English sentences; small words do not.
            if (Units.Contains(token.Folded))
            {
                continue;
            }

            var sounds = VietnameseSyllable.Fits(token.Folded) && !English.Contains(token.Folded);
            syllables += sounds ? 1 : 0;
            others += !sounds && token.Folded.Any(char.IsAsciiLetter) ? 1 : 0;
            vietnamese += token.Accented && VietnameseSyllable.Written(token.Normalized) ? 1 : 0;
            vietnamese += VietnameseNotation(token.Folded) ? 1 : 0;
            english += English.Contains(token.Folded) ? 1 : 0;
            vietnamese += Vietnamese.Contains(token.Folded) ? 1 : 0;
        }

        if (vietnamese == 0 && syllables >= SyllablesToWords * Math.Max(1, others))
        {
            return hint ?? "vi";
        }

        return english > vietnamese ? "en" : vietnamese > english ? "vi" : hint ?? (tokens.Any(token => VietnameseSyllable.Written(token.Normalized)) ? "vi" : "en");
    }

    // 3N2D counts days first, as only Vietnamese does; 2N3D counts nights first.
    private static bool VietnameseNotation(string token) =>
        Notation().Match(token) is { Success: true } match
        && (!match.Groups["d"].Success || string.CompareOrdinal(match.Groups["n"].Value.PadLeft(2), match.Groups["d"].Value.PadLeft(2)) >= 0);

    [GeneratedRegex(@"^(?:(?<n>\d{1,2})n(?<d>\d{1,2})d|\d{2,}k)$")]
    private static partial Regex Notation();
}
