using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Model;

/// <summary>Takes e-mail addresses, links and phone numbers out of a text before it leaves the house.</summary>
internal static partial class PersonalWords
{
    public static string Remove(string text) => Phone().Replace(Link().Replace(Email().Replace(text, "[email]"), "[link]"), "[phone]");

    [GeneratedRegex(@"[\p{L}\d._%+\-]{1,64}@[\p{L}\d\-]+(?:\.[\p{L}\d\-]+)+")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?i:https?://|www\.)\S+")]
    private static partial Regex Link();

    // With a country code, or with the leading 0 that no amount of money has; nine digits or more.
    [GeneratedRegex(@"(?<![\d.,])(?:(?:\+|00)\d(?:[ .\-()]{0,2}\d){7,14}|\(?0\d(?:[ .\-()]{0,2}\d){7,10})(?!\d)")]
    private static partial Regex Phone();
}
