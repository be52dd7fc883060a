using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Language;

/// <summary>Links, e-mail addresses and bare names of sites in running text, where it may not lead anybody anywhere.</summary>
public static partial class WebAddresses
{
    private const string Written = @"(?:[a-z][a-z\d+.-]*://|www\.)\S*|[\p{L}\d._%+-]*@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+";
    private const string Site = @"(?<![\p{L}\d.])[\p{L}\d-]+(?:\.[\p{L}\d-]+)*";

    /// <summary>Whether a text has one, or anything that looks like one: a point without a blank between words makes it suspicious.</summary>
    public static bool MayBeIn(string text) => Suspicious().IsMatch(text);

    /// <summary>The text with <paramref name="instead"/> for each; a missing blank between two sentences of a person is no address.</summary>
    public static string Replace(string text, string instead) => Sure().Replace(text, instead);

    [GeneratedRegex($@"(?i){Written}|{Site}\.(?:com|net|org|vn|io|info|example|co|me|ly|app|shop|xyz|ru|cn|to|link|site|online|top)\b(?:/\S*)?")]
    private static partial Regex Sure();

    // Two letters and more on either side: "a.m." is a time of day, "TP.HCM" a town.
    [GeneratedRegex($@"(?i){Written}|(?<![\p{{L}}\d.])[\p{{L}}\d-]{{2,}}(?:\.[\p{{L}}\d-]+)*(?:(?-i:\.\p{{Ll}}{{2,24}})|\.(?:com|net|org|vn))(?![\p{{L}}\d])")]
    private static partial Regex Suspicious();
}
