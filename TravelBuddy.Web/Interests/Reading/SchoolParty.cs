using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Classes on a trip: pupils are children beside their teachers ("80 em lớp 8 và 6 giáo viên", "30 students and 3 teachers").</summary>
internal static partial class SchoolParty
{
    /// <summary>The pupils and teachers a text counts both of; null if it does not.</summary>
    public static Found<PartyWish>? Find(FoldedText text)
    {
        if (Pupils().Match(text.Open) is not { Success: true } pupils || Teachers().Match(text.Open) is not { Success: true } teachers
            || Count(text, pupils) is not { } children || Count(text, teachers) is not { } adults)
        {
            return null;
        }

        var (first, last) = pupils.Index < teachers.Index ? (pupils, teachers) : (teachers, pupils);
        var (start, end) = text.Span(first.Index, first.Length);
        return new Found<PartyWish>(new PartyWish(adults, children), start, last.Index - first.Index - first.Length < 40 ? text.Span(last.Index, last.Length).End : end);
    }

    private static int? Count(FoldedText text, Match match) =>
        Numbers.Value(text, match.Groups["n"]) is { } number && number >= 1 && number <= 200 && number == Math.Floor(number) ? (int)number : null;

    private const string Number = @"(?<![\w/.,])(?<n>" + Numbers.Pattern + @")(?:(?<=\d)\s*|\s+)";

    [GeneratedRegex(Number + @"(?:(?:grade|year|class|primary|secondary|high|middle|school|young|little|\d{1,2}) ){0,3}(?:pupils?|students?|school ?(?:kids|children)|kids|children|teens|teenagers|hoc sinh|hs|hoc tro|em|chau|be|tre)\b")]
    private static partial Regex Pupils();

    [GeneratedRegex(Number + @"(?:adult |accompanying )?(?:teachers?|giao vien|gv|thay co|co giao|thay giao|thay|chaperones?|co(?= (?:giao|day|phu trach|bao mau)))\b")]
    private static partial Regex Teachers();
}
