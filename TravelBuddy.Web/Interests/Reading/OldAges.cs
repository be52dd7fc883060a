using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Old people by their age in figures: "my mother (78 years old)", "bà 80 tuổi", "mẹ em 75t".</summary>
internal static partial class OldAges
{
    /// <summary>The age from which hard tours do not suit, whoever it is that travels.</summary>
    private const int VeryOld = 80;

    public static IEnumerable<PhraseMatch<Concept>> Find(FoldedText text, Lexicon lexicon) =>
        from Match age in Old().Matches(text.Folded)
        let concept = lexicon.Find(Numbers.Value(text, age.Groups["age"]) >= VeryOld ? "over-eighty" : "elderly")
        where concept is not null
        let span = text.Span(age.Index, age.Length)
        select new PhraseMatch<Concept>(concept, span.Start, span.End);

    // Not the age of a town, nor one up to which something is so.
    [GeneratedRegex(@"(?<![\d.,:/-]|\b(?:under|below|duoi|until|till|to|den|house|building|tree|temple|pagoda|bridge|nha co|ngoi nha|cay|ngoi chua)(?: is| that is| la|,)? )(?<age>[7-9]\d)(?: ?(?:tuoi|yo|y/o)\b|t\b|[ -](?:years?|yrs?)[ -](?:olds?|of age)\b)(?! ?(?:house|nha|building|tree|cay|ship|train|temple|chua|tro xuong))")]
    private static partial Regex Old();
}
