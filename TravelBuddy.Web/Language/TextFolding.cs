using System.Globalization;
using System.Text;

namespace TravelBuddy.Web.Language;

/// <summary>
/// The spellings under which two texts count as the same: NFC and lower case with Vietnamese tone marks in one place
/// (<see cref="Normalize"/>), and the same without any diacritics (<see cref="Fold"/>).
/// </summary>
public static class TextFolding
{
    /// <summary>NFC, lower case, U+00D0 read as Đ, and the old tone position (hoà, thuý) turned into the new one (hòa, thúy).</summary>
    public static string Normalize(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var lower = text.Normalize(NormalizationForm.FormC).Replace('Ð', 'Đ').ToLowerInvariant();
        if (!HasDiacritics(lower))
        {
            return lower;
        }

        var result = new StringBuilder(lower);
        for (var i = 0; i + 1 < result.Length; i++)
        {
            // "qu" is one consonant (quý), and a final consonant keeps the tone on the second vowel (hoàn): only open syllables move.
            var open = i + 2 >= result.Length || !char.IsLetter(result[i + 2]);
            if (open && !(i > 0 && result[i - 1] == 'q') && OldTones.TryGetValue((result[i], result[i + 1]), out var moved))
            {
                result[i] = moved.First;
                result[i + 1] = moved.Second;
            }
        }

        return result.ToString();
    }

    /// <summary><see cref="Normalize"/> without diacritics: "Đà Nẵng" gives "da nang".</summary>
    public static string Fold(string text) => FoldNormalized(Normalize(text));

    /// <summary>The same for a text that <see cref="Normalize"/> has been through.</summary>
    public static string FoldNormalized(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text;
        }

        var decomposed = text.Normalize(NormalizationForm.FormD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var c in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(c == 'đ' ? 'd' : c);
            }
        }

        return folded.ToString();
    }

    /// <summary>Whether a text has any letter that <see cref="Fold"/> would change beyond its case.</summary>
    public static bool HasDiacritics(string text)
    {
        foreach (var c in text)
        {
            if (c > 0x7F && (char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly Dictionary<(char, char), (char First, char Second)> OldTones = BuildOldTones();

    private static Dictionary<(char, char), (char, char)> BuildOldTones()
    {
        var tones = new Dictionary<(char, char), (char, char)>();
        foreach (var (first, firstToned, second, secondToned) in new[]
        {
            ('o', "òóỏõọ", 'a', "àáảãạ"), ('o', "òóỏõọ", 'e', "èéẻẽẹ"), ('u', "ùúủũụ", 'y', "ỳýỷỹỵ"),
        })
        {
            for (var i = 0; i < firstToned.Length; i++)
            {
                tones[(first, secondToned[i])] = (firstToned[i], second);
            }
        }

        return tones;
    }
}
