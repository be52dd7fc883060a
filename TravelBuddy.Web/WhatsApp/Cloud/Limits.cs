using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.WhatsApp.Cloud;

/// <summary>
/// Text as Meta accepts it. Lengths are UTF-16 units of the NFC form, which is safe under each reading of Meta's "characters", and
/// cuts fall between graphemes, at a word's end where one is near.
/// </summary>
public static partial class Limits
{
    public const int Text = 4096;
    public const int InteractiveBody = 1024;
    public const int Caption = 1024;
    public const int Header = 60;
    public const int Footer = 60;
    public const int ButtonTitle = 20;
    public const int ButtonId = 256;
    public const int Buttons = 3;
    public const int RowTitle = 24;
    public const int RowDescription = 72;
    public const int RowId = 200;
    public const int Rows = 10;
    public const int Sections = 10;
    public const int Products = 30;
    public const int ProductId = 100;
    public const int FlowToken = 200;
    public const int TemplateParameter = 700;
    public const int TemplateBody = 1024;
    public const int TemplateButtons = 10;
    public const int TemplateUrls = 2;
    public const int Url = 2000;
    public const int Coupon = 20;
    public const int FileName = 240;
    public const int PlaceName = 1000;
    public const int OpaqueData = 512;
    public const int ImageBytes = 5 * 1024 * 1024;

    private const string Ellipsis = "…";

    /// <summary>The text in at most <paramref name="max"/> units; never empty ("…" stands for nothing), without control characters other than new lines.</summary>
    public static string Shorten(string? text, int max)
    {
        var clean = Clean(text ?? "").Trim();
        if (clean.Length == 0)
        {
            return Ellipsis;
        }

        if (clean.Length <= max)
        {
            return clean;
        }

        var end = 0;
        foreach (var start in StringInfo.ParseCombiningCharacters(clean))
        {
            if (start > max - Ellipsis.Length)
            {
                break;
            }

            end = start;
        }

        var space = clean.LastIndexOfAny([' ', '\n'], Math.Max(end - 1, 0));
        var cut = clean[..(space > end * 2 / 3 ? space : end)].TrimEnd();
        return cut.Length == 0 ? Ellipsis : cut + Ellipsis;
    }

    /// <summary>An id of the account's catalogue, which is not cut.</summary>
    public static string Id(string id) => id.Length <= ProductId && !string.IsNullOrWhiteSpace(id) ? id : throw new ArgumentException("An id of a catalogue has 1 to 100 characters.", nameof(id));

    /// <summary>The same on one line, as button titles, list rows and template parameters need it: no new line, no tab, no runs of spaces.</summary>
    public static string Line(string? text, int max) => Shorten(Spaces().Replace(text ?? "", " "), max);

    /// <summary>Takes the meaning from WhatsApp's formatting marks in words that are not ours.</summary>
    public static string Neutralise(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var marks = text.Replace('*', '∗').Replace('~', '∼').Replace('`', 'ˋ');
        return LineStarts().Replace(Underscores().Replace(marks, "ˍ"), match => match.Value[0] == '-' ? "– " : "› ");
    }

    /// <summary>NFC without unpaired surrogates and control characters.</summary>
    private static string Clean(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' || !Rune.IsControl(rune))
            {
                result.Append(rune.ToString());
            }
            else if (rune.Value is '\t')
            {
                result.Append(' ');
            }
        }

        return result.ToString().Normalize(NormalizationForm.FormC);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])")]
    private static partial Regex Underscores();

    [GeneratedRegex(@"^(?:>|-) ?", RegexOptions.Multiline)]
    private static partial Regex LineStarts();
}
