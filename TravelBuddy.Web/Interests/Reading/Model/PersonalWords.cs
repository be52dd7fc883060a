using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Model;

/// <summary>Takes e-mail addresses, links, phone, card and passport numbers, and the names people introduce themselves by, out of a text before it leaves the house.</summary>
internal static partial class PersonalWords
{
    public static string Remove(string text) =>
        Name().Replace(Passport().Replace(Card().Replace(Phone().Replace(Link().Replace(Email().Replace(text, "[email]"), "[link]"), "[phone]"), "[card]"), "[passport]"), "[name]");

    [GeneratedRegex(@"[\p{L}\d._%+\-]{1,64}@[\p{L}\d\-]+(?:\.[\p{L}\d\-]+)+")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?i:https?://|www\.)\S+")]
    private static partial Regex Link();

    // With a country code, or with the leading 0 that no amount of money has; nine digits or more.
    [GeneratedRegex(@"(?<![\d.,])(?:(?:\+|00)\d(?:[ .\-()]{0,2}\d){7,14}|\(?0\d(?:[ .\-()]{0,2}\d){7,10})(?!\d)")]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<![\d.,])\d(?:[ \-]?\d){12,18}(?![\d])")]
    private static partial Regex Card();

    // A letter and seven figures (Viet Nam's), or up to two and eight.
    [GeneratedRegex(@"\b\p{Lu}{1,2}\d{7,8}\b")]
    private static partial Regex Passport();

    [GeneratedRegex(@"(?<=\b(?i:my name(?: is|['’]s)|i am called|i['’]m called|call me|(?:tôi|mình|em|anh|chị) tên(?: là)?|tên (?:tôi|mình|em|anh|chị|của tôi)(?: là)?) )\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*){0,4}")]
    private static partial Regex Name();
}
