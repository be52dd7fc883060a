using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Web.Accommodation.Reading;

/// <summary>Words and addresses from outside, made safe to keep and to show: plain text on one line, addresses of web pages alone.</summary>
internal static partial class WebText
{
    public const int LongestAddress = 1000;

    /// <summary>Without tags, entities, control and direction characters, white space as one blank, cut at a word; null if nothing is left.</summary>
    public static string? Clean(string? text, int longest)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var most = Math.Min(text.Length, longest * 20);
        var plain = WebUtility.HtmlDecode(Tag().Replace(text[..most], " "));
        var cleaned = new StringBuilder();
        foreach (var rune in Tag().Replace(plain, " ").EnumerateRunes())
        {
            if (cleaned.Length >= longest * 2)
            {
                break;
            }

            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.OtherNotAssigned || rune == Rune.ReplacementChar)
            {
                if (cleaned.Length > 0 && cleaned[^1] != ' ')
                {
                    cleaned.Append(' ');
                }
            }
            else
            {
                cleaned.Append(rune.ToString());
            }
        }

        var result = cleaned.ToString().Trim().Normalize(NormalizationForm.FormC);
        if (result.Length > longest)
        {
            var end = result.LastIndexOf(' ', longest - 1);
            end = end > longest / 2 ? end : char.IsHighSurrogate(result[longest - 2]) ? longest - 2 : longest - 1;
            result = result[..end].TrimEnd(' ', ',', ';', '.') + "…";
        }

        return result.Length == 0 ? null : result;
    }

    /// <summary>JSON in which halves of characters ("\ud83d" of an emoji that was cut) are no more: they are JSON and no text, and whoever reads them as text fails.</summary>
    public static string Json(string json) => Escape().Replace(json, escape => escape.Groups["half"].Success ? "\\uFFFD" : escape.Value);

    /// <summary>The name of a house: up to the end of a sentence, without addresses and asides in brackets. What a page adds to a name is said to whoever reads it, and no name.</summary>
    public static string? Name(string? text, int longest) =>
        Clean(text, longest) is { } clean && Clean(SentenceEnd().Replace(Aside().Replace(WebAddresses.Replace(clean, ""), " "), ""), longest) is { } name && name.Any(char.IsLetterOrDigit) ? name.TrimEnd(' ', ',', '-', '–', '|') : null;

    /// <summary>What a page says in sentences, with "…" for the addresses and the numbers to call or pay in them: they lead where nobody has looked.</summary>
    public static string? Prose(string? text, int longest) => Clean(text, longest) is { } clean ? PersonalWords.HideNumbers(WebAddresses.Replace(clean, "…")) : null;

    /// <summary>An absolute http(s) address with a name for a host, without user and fragment; null for everything else.</summary>
    public static Uri? Address(string? text, Uri? relativeTo = null) =>
        text is { Length: > 0 and <= LongestAddress }
        && (relativeTo is null ? Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) : Uri.TryCreate(relativeTo, text.Trim(), out address))
        && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && address.Host.Length > 0 && address.AbsoluteUri.Length <= LongestAddress
            ? address.Fragment.Length == 0 ? address : new UriBuilder(address) { Fragment = "" }.Uri
            : null;

    /// <summary>The host as people name a site: without "www.".</summary>
    public static string Site(Uri address) => address.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.IdnHost[4..] : address.IdnHost;

    // Pairs and everything else that a backslash escapes are passed over as they are.
    [GeneratedRegex(@"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\([^)]*(?:\)|$)|\[[^\]]*(?:\]|$)")]
    private static partial Regex Aside();

    // Not the point of "St." or "TP.".
    [GeneratedRegex(@"(?:(?<!\b(?:\p{Lu}\p{L}?|Mrs))[.!?…]|[:;])\s.*$")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"<(?:/?[a-zA-Z!?][^<>]{0,2000})?>")]
    private static partial Regex Tag();
}
