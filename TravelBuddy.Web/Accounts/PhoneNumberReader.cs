using PhoneNumbers;

namespace TravelBuddy.Web.Accounts;

/// <summary>Reads phone numbers as people type them.</summary>
public static class PhoneNumberReader
{
    /// <summary>Country calling codes by region ("VN" → 84), for a choice on a page.</summary>
    public static IReadOnlyDictionary<string, int> Regions { get; } =
        PhoneNumberUtil.GetInstance().GetSupportedRegions().ToDictionary(region => region, region => PhoneNumberUtil.GetInstance().GetCountryCodeForRegion(region), StringComparer.Ordinal);

    /// <summary>
    /// A typed number in E.164 (+84905123456), or null if it is none a person could be called at. Numbers without "+" or "00" and country code belong to
    /// <paramref name="region"/> (two letters); with a null region they are refused.
    /// </summary>
    public static string? ToE164(string? typed, string? region)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length is 0 or > 40 || region is not null && !Regions.ContainsKey(region))
        {
            return null;
        }

        var util = PhoneNumberUtil.GetInstance();
        try
        {
            var number = util.Parse(text.StartsWith("00", StringComparison.Ordinal) ? $"+{text[2..]}" : text, region);
            var canHaveWhatsApp = util.GetNumberType(number) is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE or PhoneNumberType.FIXED_LINE or PhoneNumberType.VOIP or PhoneNumberType.PERSONAL_NUMBER;
            return util.IsValidNumber(number) && canHaveWhatsApp && !number.HasExtension ? util.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>The country of a number with country code ("84905123456" → "VN"), two letters; null if it tells none.</summary>
    public static string? RegionOf(string digits)
    {
        try
        {
            var util = PhoneNumberUtil.GetInstance();
            return util.GetRegionCodeForNumber(util.Parse(digits.StartsWith('+') ? digits : $"+{digits}", null)) is { Length: 2 } region ? region : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>A number with all but its country code and last three digits hidden.</summary>
    public static string Mask(string e164)
    {
        var text = e164.StartsWith('+') ? e164 : $"+{e164}";
        try
        {
            var code = PhoneNumberUtil.GetInstance().Parse(text, null).CountryCode;
            return $"+{code} ••• ••• {text[^3..]}";
        }
        catch (NumberParseException)
        {
            return $"••• {text[^Math.Min(3, text.Length)..]}";
        }
    }
}
