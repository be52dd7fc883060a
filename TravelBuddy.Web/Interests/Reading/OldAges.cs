using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Old people by their age in figures: "my mother (78 years old)", "my mother is 72", "I am 71", "bà 80 tuổi", "mẹ em 75t".</summary>
internal static partial class OldAges
{
    /// <summary>The age from which hard tours do not suit, whoever it is that travels.</summary>
    private const int VeryOld = 80;

    public static IEnumerable<PhraseMatch<Concept>> Find(FoldedText text, Lexicon lexicon) =>
        from said in Old().Matches(text.Folded).Select(match => (Words: (Capture)match, Age: match.Groups["age"])).Concat(Told().Matches(text.Folded).Concat(Both().Matches(text.Folded)).Select(match => (Words: (Capture)match.Groups["age"], Age: match.Groups["age"])))
        let concept = lexicon.Find(Numbers.Value(text, said.Age) >= VeryOld ? "over-eighty" : "elderly")
        where concept is not null
        let span = text.Span(said.Words.Index, said.Words.Length)
        select new PhraseMatch<Concept>(concept, span.Start, span.End);

    /// <summary>Whether a concept was read from an age in figures, which is told of now.</summary>
    public static bool IsAge(FoldedText text, PhraseMatch<Concept> match) => match.Value.Id is "elderly" or "over-eighty" && char.IsAsciiDigit(text.Original[match.Start]);

    // Without a unit, of one person alone: "we are 72" counts a group.
    [GeneratedRegex(@"\b(?:(?<!\b(?:where|so|and what) )i(?:'?m| am)|(?:he|she)(?:'s| is)|(?:mother|mum|mom|mummy|mama|father|dad|daddy|papa|wife|husband|aunt|uncle|nan|nana|granny|grand(?:mother|father|ma|pa|mum|dad)|(?:mother|father)-in-law)(?:'s| is)?)(?: (?:just|now|almost|nearly|already|turning|aged))*,? \(?(?<age>6[5-9]|[7-9]\d)\b(?! ?(?:%|per|kg|kgs|kilos?|lbs?|cm|km|days?|nights?|people|minutes|min|hours?|usd|dollars|euros?|k|years?|yrs?|yo|tuoi|t)\b|[.,:/-]\d| ?%)")]
    private static partial Regex Told();

    // "We are 74" is a group, "we are 74 and 72" and "a couple of 68 and 70" are two people.
    [GeneratedRegex(@"(?:\bwe(?:'?re| are)(?: both (?<age>6[5-9]|[7-9]\d)| (?:both )?(?:aged )?(?<age>6[5-9]|[7-9]\d) (?:and|&) [5-9]\d)|\bcouple(?:,| of| aged| \(| -)* (?:aged )?\(?(?<age>6[5-9]|[7-9]\d) (?:and|&) [5-9]\d)\b(?! ?(?:%|per|kg|kgs|people|days?|usd|dollars?|euros?|k|million|years? (?!old))\b)")]
    private static partial Regex Both();

    // Not the age of a town, nor one up to which something is so.
    [GeneratedRegex(@"(?<=\b(?:toi|chu|bac|co|ong|ba|di|cau)(?: (?:da|nam nay|nay|duoc|moi|cung))* )(?<age>6[5-9]) ?(?:tuoi\b|t\b)|(?<=\b(?:i'?m|i am|(?:he|she)(?:'s| is)|(?:mother|mum|mom|father|dad|wife|husband)(?:'s| is)) )(?<age>6[5-9])[ -](?:years?|yrs?)[ -]old\b|(?<![\d.,:/-]|\b(?:under|below|duoi|until|till|to|den|house|building|tree|temple|pagoda|bridge|nha co|ngoi nha|cay|ngoi chua)(?: is| that is| la|,)? )(?<age>[7-9]\d)(?: ?(?:tuoi|yo|y/o)\b|t\b|[ -](?:years?|yrs?)[ -](?:olds?|of age)\b)(?! ?(?:house|nha|building|tree|cay|ship|train|temple|chua|tro xuong))")]
    private static partial Regex Old();
}
