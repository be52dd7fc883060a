using System.Globalization;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Money;

/// <summary>
/// Amounts: "3tr590", "2 triệu rưỡi", "3.590.000đ", "300-400 usd". "." and "," group when exactly three digits follow, else they are decimal.
/// Without a currency, amounts in Vietnamese units are VND.
/// </summary>
internal static partial class Amounts
{
    private const decimal Most = 100_000_000_000m;

    private const string Figure = @"\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2}(?!\d))?(?!\d)|\d{1,3}(?: \d{3}){2,}(?!\d)|\d{1,3} \d{3}(?!\d)(?=\s*(?:" + Currencies.Suffix + @"))|(?=\d)(?<=\b(?:r|zar|sek|nok|dkk|rub|aed|eur)\s?)\d{1,3} \d{3}(?![\d,.]\d)|\d+(?:[.,]\d{1,2})?(?![\d])";
    private const string Words = "(?<w>" + Numbers.Pattern + @"\b)(?<h>\s+(?:hundred|tram))?";
    private const string Scale = @"(?<u>trieu|tr|cu|chai|lit|xi|ty|mln|juta|jt|nghin|ngan|k|grand|lakhs?|lacs?|millions?|mill?|mio|thousand|m)";
    private const string Rest = @"\s*(?<r>ruoi\b)|(?<t>\d{1,3})(?!\d)";

    /// <summary>The first that may be an amount or a range of two, from a folded position on.</summary>
    public static AmountMatch? Next(string folded, int from) =>
        First().Match(folded, from) is { Success: true } first && Named().Match(folded, first.Index + first.Length) is var named
            ? new AmountMatch(first, named, Second().Match(folded, named.Index + named.Length))
            : null;

    /// <summary>The lower and the upper end of what <see cref="Next"/> found, the same for one amount; null if it is no money. Cued: words beside it say that it is money; alone: a bare number alone may be money there. Home: the currency of the country its writer is from.</summary>
    public static (Amount Low, Amount High)? Read(FoldedText text, AmountMatch found, string language, Func<string?> home, bool cued, bool alone)
    {
        var (first, last) = (found.First, found.Last);
        var unit = Unit(last);
        var currency = Currencies.Code(text, found.NamedLast) ?? Currencies.Code(text, first.Groups["p"]) ?? Currencies.Code(text, last.Groups["p"]) ?? Currencies.Code(text, found.NamedFirst);
        if (currency is null && unit is null && Unit(first) is null)
        {
            // A bare number is money only after a word for it, and with a size that fits.
            if (!alone || !decimal.TryParse(Plain(first.Groups["n"].Value), CultureInfo.InvariantCulture, out var bare) || bare < 30 || Unlike().IsMatch(text.Folded[found.End..]))
            {
                return null;
            }

            currency = home() ?? (bare >= 20_000 ? "VND" : language == "vi" ? null : "USD");
            if (currency is null)
            {
                return null;
            }
        }

        // "4 triệu đó" is no dollar, nor is "want 2 do"; "2 cụ" are grandparents, "2 chai nước" bottles, and "5 lít" or "5 xị" only beside a word for money 500,000 đồng.
        if (found.NamedLast.Value is "do" && unit is ("trieu" or "tr" or "ty"))
        {
            currency = "VND";
        }

        if (language == "en" && found.NamedLast.Value is "do"
            || unit is "m" && currency is null && !cued && text.Folded[found.Index..found.End].Trim().Length < text.Folded.Trim().Length
            || unit is "lit" or "xi" && (!cued || !text.MayBe(last.Groups["u"], unit == "lit" ? "lít" : "xị"))
            || unit is "lit" or "xi" or "chai" && Liquid().IsMatch(text.Folded[found.End..])
            || unit is "chai" && (language != "vi" && !cued || text.Before(Bottled(), first.Groups["n"].Index).Success || !text.MayBe(last.Groups["u"], "chai"))
            || unit is "cu" && (Island().IsMatch(text.Folded[found.End..]) || !text.MayBe(last.Groups["u"], "củ")))
        {
            return null;
        }

        currency ??= unit is "lakh" or "lakhs" or "lac" or "lacs" ? "INR"
            : unit is not ("k" or "grand") || language != "en" ? "VND"
            : home() ?? (decimal.TryParse(Plain(last.Groups["n"].Value), CultureInfo.InvariantCulture, out var thousands) && thousands < 20 ? "USD" : "VND");
        var high = AmountOf(text, last, unit, currency, found.End);
        var low = found.IsRange ? AmountOf(text, first, Unit(first) ?? unit, currency, found.End) : high;
        // "25 to 35 000 kronor": both are thousands.
        low = found.IsRange && low is not null && high is not null && low.Value * 500 <= high.Value ? low.Times(1000) : low;
        return low is null || high is null || high.Value < (currency == "VND" ? 1000 : 1) || low.Value > high.Value || high.Value > Most ? null : (low, high);
    }

    /// <summary>One amount as typed into a budget field ("8 triệu", "3tr5", "400", "$400"); null if it is none. A bare number is in <paramref name="currency"/>.</summary>
    public static (decimal Value, string Currency)? Single(string typed, string currency)
    {
        var text = new FoldedText(typed.Trim());
        if (Next(text.Folded, 0) is not { Index: 0, IsRange: false } found || found.End != text.Folded.Length)
        {
            return null;
        }

        var unit = Unit(found.First);
        var named = Currencies.Code(text, found.First.Groups["p"]) ?? Currencies.Code(text, found.NamedFirst) ?? (unit is null or "k" or "thousand" || unit is "m" && !found.First.Groups["t"].Success ? currency : "VND");
        return AmountOf(text, found.First, unit, named, found.End) is { } amount ? (amount.Value, amount.Currency) : null;
    }

    private static Amount? AmountOf(FoldedText text, Match match, string? unit, string currency, int end)
    {
        var number = match.Groups["n"];
        decimal value;
        if (number.Length > 0 && char.IsAsciiDigit(number.Value[0]))
        {
            if (!decimal.TryParse(Plain(number.Value), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
            {
                return null;
            }
        }
        else if (Spoken(text, match.Groups["w"], match.Groups["h"]) is { } words)
        {
            value = words;
        }
        else
        {
            return null;
        }

        var scale = unit switch
        {
            "k" or "nghin" or "ngan" or "thousand" or "grand" => 1_000m,
            "lakh" or "lakhs" or "lac" or "lacs" or "lit" or "xi" => 100_000m,
            "trieu" or "tr" or "cu" or "chai" or "m" or "mil" or "mill" or "million" or "millions" or "mio" or "mln" or "juta" or "jt" => 1_000_000m,
            "ty" => 1_000_000_000m,
            _ => 1m,
        };
        if (value > Most / scale)
        {
            return null;
        }

        value *= scale;
        var tail = match.Groups["t"];
        if (match.Groups["r"].Success)
        {
            value += scale / 2;
        }
        else if (tail.Success)
        {
            // Digits after the unit fill up to the next unit below: 3tr59 is 3.59 million.
            value += decimal.Parse("0." + Digits(tail.Value.Trim()), CultureInfo.InvariantCulture) * scale;
        }

        var start = match.Groups["p"] is { Success: true } prefix ? prefix.Index : number.Index;
        return new Amount(value, currency, start, end);
    }

    // "Triệu hai" is 1.2 million.
    private static string Digits(string tail) => tail switch { "mot" => "1", "hai" => "2", "ba" => "3", "tu" => "4", "lam" => "5", "sau" => "6", "bay" => "7", "tam" => "8", "chin" => "9", _ => tail };

    private static decimal? Spoken(FoldedText text, Group word, Group hundred) =>
        (word.Success ? Numbers.Value(text, word) : 1) is { } small ? (decimal)small * (hundred.Success ? 100 : 1) : null;

    private static string? Unit(Match match) => match.Groups["u"] is { Success: true } unit ? unit.Value : null;

    private static string Plain(string number)
    {
        if (Grouped().IsMatch(number))
        {
            return number.Replace(".", "").Replace(",", "").Replace(" ", "");
        }

        return number.LastIndexOf('.') > number.IndexOf(',') && number.Contains(',') ? number.Replace(",", "") : number.Replace(',', '.');
    }

    [GeneratedRegex(@"(?<![\w.,/])(?<p>" + Currencies.Prefix + @")?\s*(?<n>" + Figure + "|" + Words + @"|(?=hundred)(?<=\ba )(?<h>hundred)|(?=thousand|million)(?<=\ba )|(?=trieu (?:ruoi|(?:mot|hai|ba|tu|lam|sau|bay|tam|chin) (?:mot|moi|hai|ca) ?[a-z]))(?<!\b(?:\d|m|may|vai|tram|" + Numbers.LastWord + @") ?)\b)\s*(?:" + Scale + "(?:" + Rest + @"|(?<t>\s(?:\d|mot|hai|ba|tu|lam|sau|bay|tam|chin))(?=\s*(?:$|[.,;!?)]|dong\b|vnd\b|mot\b|moi\b|/|pp\b|di\b|thoi\b|tro\b|do lai\b|hai (?:vo chong|vc|dua|nguoi|me con)\b|ca (?:nha|hai)\b))|(?![a-z0-9])))?")]
    private static partial Regex First();

    [GeneratedRegex(@"\G\s*(?<c>" + Currencies.Suffix + ")?")]
    private static partial Regex Named();

    [GeneratedRegex(@"\G\s*(?:-|to\b|den\b|toi\b|and\b|~)\s*(?<p>" + Currencies.Prefix + @")?\s*(?<n>" + Figure + "|" + Words + @")\s*(?:(?:" + Scale + "(?:" + Rest + @"|(?![a-z0-9]))\s*)?(?<c>" + Currencies.Suffix + ")|" + Scale + "(?:" + Rest + @"|(?![a-z0-9]))\s*|(?<=[$€£].{1,24})(?![\w]))")]
    private static partial Regex Second();

    [GeneratedRegex(@"^\s*-?\s*(?:\w*days?|ngay|dem|nights?|people|persons?|nguoi|khach|km|kms|m|weeks?|tuan|adults?|kids?|hours?|h|tieng|gio|sao|stars?|%|/|:|\d)\b")]
    private static partial Regex Unlike();

    [GeneratedRegex(@"^\s*(?:chi\b|lao\b|(?:gia|ong|ba)\b|\d{2}\s?t(?:uoi)?\b)")]
    private static partial Regex Island();

    [GeneratedRegex(@"^\s*(?:xang|dau|nuoc|ruou|bia|sua|mat ong|tinh dau|mam|vang|tuong|kem|thuoc|xit|lavie|aquafina|lattes?|teas?)\b")]
    private static partial Regex Liquid();

    // "Uống hết 2 chai", "nước mắm 3 chai": bottles, whatever is in them.
    [GeneratedRegex(@"\b(?:uong|mua|mang|xach|tang|bieu|nuoc(?: mam| ngot| suoi)?|bia|ruou(?: [a-z]+)?|sua|dau(?: goi| tram)?|mat ong|tinh dau|tuong ot)(?: (?:ve|theo|them|het|duoc|tam|khoang))*\s+$")]
    private static partial Regex Bottled();

    [GeneratedRegex(@"^\d{1,3}(?:(?:\.\d{3})+|(?:,\d{3})+|(?: \d{3})+|(?:,\d{2})+,\d{3})$")]
    private static partial Regex Grouped();
}
