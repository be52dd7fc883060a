using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Questions.Verdicts;

/// <summary>The languages that guides are asked to speak, and how a tour says that one does.</summary>
internal static partial class GuideLanguages
{
    private static readonly Dictionary<string, string> Vietnamese = new(StringComparer.Ordinal)
    {
        ["anh"] = "english",
        ["phap"] = "french",
        ["duc"] = "german",
        ["nhat"] = "japanese",
        ["han"] = "korean",
        ["trung"] = "chinese",
        ["hoa"] = "chinese",
        ["nga"] = "russian",
        ["tay ban nha"] = "spanish",
        ["viet"] = "vietnamese",
    };

    /// <summary>The languages asked for by "speaks …", "…-speaking" or "tiếng …": a name alone is a country, a person or a word.</summary>
    public static IReadOnlyList<string> AskedIn(string question)
    {
        var matches = Asked().Matches(Tokenizer.Folded(question));
        return [.. matches.SelectMany(match => match.Groups["language"].Captures).Select(capture => Vietnamese.GetValueOrDefault(capture.Value, capture.Value)).Distinct()];
    }

    /// <summary>A guide of a language: of whom a text says that he or she speaks it.</summary>
    public static SpokenOf Guide(string language)
    {
        var names = string.Join('|', Vietnamese.Where(pair => pair.Value == language).Select(pair => pair.Key));
        const string Any = "(?:" + English + ")";
        const string Also = "(?:tieng )?(?:" + Names + ")(?: (?:va|and))?";
        var says = $@"(?<![a-z0-9])(?:{language} (?:and {Any} )?(?:speaking )?(?:tour )?(?:guides?|leaders?)|{language} and {Any} (?:speaking )?guides?|{Any} and {language} (?:speaking )?guides?|guides? (?:who |that )?(?:speaks?|speaking) (?:{Any} (?:and )?){{0,3}}{language}|guides? in {language}"
            + (names.Length == 0 ? "" : $@"|(?:huong dan vien|hdv|huong dan)(?: (?:noi|biet|noi duoc|thong thao|nguoi viet))? tieng (?:{Also} ){{0,3}}(?:tieng )?(?:{names})") + ")(?![a-z0-9])";
        return new SpokenOf(new TopicHad(new Regex(says, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)), null, null, false, false, true), null) { IsGuide = true };
    }

    private const string English = "english|french|german|japanese|korean|chinese|mandarin|spanish|russian|vietnamese|italian";
    private const string Names = "anh|phap|duc|nhat|han|trung|hoa|nga|viet|tay ban nha";

    [GeneratedRegex(@"\b(?:speaks?|speaking|in) (?<language>" + English + @")(?:(?: (?:and|or))? (?<language>" + English + @")\b)*|\b(?<language>" + English + @")(?:(?: (?:and|or))? (?<language>" + English + @"))* (?:speaking|guides?)\b|\btieng (?<language>" + Names + @")\b(?:(?: (?:va|hay|hoac|tieng))+ (?<language>" + Names + @")\b)*")]
    private static partial Regex Asked();
}
