using System.Globalization;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>
/// Budgets: "3tr590", "2 triệu rưỡi", "3.590.000đ", "500k", "under $400", "300-400 usd pp". "." and "," group when exactly three digits follow, else
/// they are decimal. An amount for the whole group is divided by the party. Without a currency, amounts in Vietnamese units are VND.
/// </summary>
internal static partial class MoneyGrammar
{
    private const decimal Most = 100_000_000_000m;

    private static readonly Dictionary<string, string> Currencies = new(StringComparer.Ordinal)
    {
        ["$"] = "USD",
        ["us$"] = "USD",
        ["usd"] = "USD",
        ["dollar"] = "USD",
        ["dollars"] = "USD",
        ["buck"] = "USD",
        ["bucks"] = "USD",
        ["do"] = "USD",
        ["do la"] = "USD",
        ["dola"] = "USD",
        ["a$"] = "AUD",
        ["au$"] = "AUD",
        ["aud"] = "AUD",
        ["s$"] = "SGD",
        ["sgd"] = "SGD",
        ["c$"] = "CAD",
        ["ca$"] = "CAD",
        ["cad"] = "CAD",
        ["nz$"] = "NZD",
        ["nzd"] = "NZD",
        ["hk$"] = "HKD",
        ["hkd"] = "HKD",
        ["nt$"] = "TWD",
        ["twd"] = "TWD",
        ["€"] = "EUR",
        ["eur"] = "EUR",
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["£"] = "GBP",
        ["gbp"] = "GBP",
        ["pound"] = "GBP",
        ["pounds"] = "GBP",
        ["quid"] = "GBP",
        ["¥"] = "JPY",
        ["jpy"] = "JPY",
        ["yen"] = "JPY",
        ["cny"] = "CNY",
        ["rmb"] = "CNY",
        ["yuan"] = "CNY",
        ["te"] = "CNY",
        ["₩"] = "KRW",
        ["krw"] = "KRW",
        ["won"] = "KRW",
        ["฿"] = "THB",
        ["thb"] = "THB",
        ["baht"] = "THB",
        ["₹"] = "INR",
        ["inr"] = "INR",
        ["rupee"] = "INR",
        ["rupees"] = "INR",
        ["₽"] = "RUB",
        ["rub"] = "RUB",
        ["ruble"] = "RUB",
        ["rubles"] = "RUB",
        ["roubles"] = "RUB",
        ["myr"] = "MYR",
        ["rm"] = "MYR",
        ["ringgit"] = "MYR",
        ["chf"] = "CHF",
        ["francs"] = "CHF",
        ["khr"] = "KHR",
        ["riel"] = "KHR",
        ["php"] = "PHP",
        ["peso"] = "PHP",
        ["pesos"] = "PHP",
        ["idr"] = "IDR",
        ["rupiah"] = "IDR",
        ["₫"] = "VND",
        ["vnd"] = "VND",
        ["dong"] = "VND",
        ["d"] = "VND",
    };

    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal)
    {
        ["do"] = "đô",
        ["do la"] = "đô la",
        ["dola"] = "đola",
        ["te"] = "tệ",
        ["dong"] = "đồng",
        ["d"] = "đ",
        ["yen"] = "yen",
    };

    private enum Bound { None, Max, Min, About }

    private sealed record Amount(decimal Value, string Currency, int Start, int End);

    /// <summary>The budget a text names, per person where it says so or the party is known; what was read is claimed.</summary>
    public static Found<BudgetWish>? Find(FoldedText text, string language, Func<PartyWish?> party, DurationWish? duration)
    {
        BudgetWish? budget = null;
        int start = 0, end = 0;
        for (var from = 0; from < text.Open.Length && Pair().Match(text.Open, from) is { Success: true } match;)
        {
            from = match.Index + Math.Max(1, match.Length);
            var cue = CueBefore(text, match.Index);
            if (Read(text, match, language, cue is not null) is not { } pair)
            {
                from = match.Index + Math.Max(1, match.Groups["n1"].Index + match.Groups["n1"].Length - match.Index);
                continue;
            }

            var (low, high) = pair;
            var rest = text.Folded[high.End..Math.Min(text.Folded.Length, high.End + 40)];
            var lead = text.Folded[Math.Max(0, low.Start - 30)..low.Start];
            var suffix = PerPerson().Match(rest);
            var bound = BoundOf(cue, rest, low.Value != high.Value);
            var firm = cue is not null && Firm().IsMatch(cue) && !About().IsMatch(cue) || FirmAfter().IsMatch(rest);
            var share = suffix.Success || !(Total().IsMatch(rest) || TotalBefore().IsMatch(lead)) ? 1 : party() is { } who ? Math.Max(1, who.Adults + who.Children) : 1;
            var times = PerDay().IsMatch(rest) && duration is not null ? (decimal)duration.MaxDays : 1;
            var wish = Wish(bound, Round(low.Value * times / share, low.Currency), Round(high.Value * times / share, high.Currency), high.Currency, firm);
            var length = text.Folded[low.Start..(high.End + suffix.Length)].TrimEnd().Length;
            text.Claim(low.Start, length);
            var span = text.Span(low.Start - (cue?.Length ?? 0), length + (cue?.Length ?? 0));
            (start, end) = budget is null ? span : (Math.Min(start, span.Start), Math.Max(end, span.End));
            budget = Join(budget, wish);
            from = low.Start + length;
        }

        return budget is null ? null : new Found<BudgetWish>(budget, start, end);
    }

    /// <summary>One amount as typed into a budget field ("8 triệu", "3tr5", "400", "$400"); null if it is none. A bare number is in <paramref name="currency"/>.</summary>
    public static (decimal Value, string Currency)? Single(string typed, string currency)
    {
        var text = new FoldedText(typed.Trim());
        if (Pair().Match(text.Folded) is not { Success: true, Index: 0 } match || match.Length != text.Folded.Length || match.Groups["n2"].Success)
        {
            return null;
        }

        var unit = Unit(match, "1");
        var named = Currency(text, match.Groups["p1"]) ?? Currency(text, match.Groups["c1"]) ?? (unit is null or "k" or "m" or "thousand" ? currency : "VND");
        return AmountOf(text, match, "1", unit, named) is { } amount ? (amount.Value, amount.Currency) : null;
    }

    private static (Amount Low, Amount High)? Read(FoldedText text, Match match, string language, bool cued)
    {
        var second = match.Groups["n2"].Success;
        var last = second ? "2" : "1";
        var unit = Unit(match, last);
        var currency = Currency(text, match.Groups["c" + last]) ?? Currency(text, match.Groups["p1"]) ?? Currency(text, match.Groups["p2"]) ?? Currency(text, match.Groups["c1"]);
        if (currency is null && unit is null && !(match.Groups["u1"].Success && second))
        {
            // A bare number is money only after a word for it, and with a size that fits.
            if (!cued || !decimal.TryParse(Plain(match.Groups["n1"].Value), CultureInfo.InvariantCulture, out var bare) || bare < 30 || Unlike().IsMatch(text.Folded[(match.Index + match.Length)..]))
            {
                return null;
            }

            currency = bare >= 20_000 ? "VND" : language == "vi" ? null : "USD";
            if (currency is null)
            {
                return null;
            }
        }

        if (unit is "m" && currency is null && !cued || unit is "cu" && Island().IsMatch(text.Folded[(match.Index + match.Length)..]))
        {
            return null;
        }

        var thousandsOfDollars = unit is "k" && currency is null && decimal.TryParse(Plain(match.Groups["n" + last].Value), CultureInfo.InvariantCulture, out var k) && k < 20 && language == "en";
        currency ??= thousandsOfDollars ? "USD" : "VND";
        var high = AmountOf(text, match, last, unit, currency);
        var low = second ? AmountOf(text, match, "1", Unit(match, "1") ?? unit, currency) : high;
        return low is null || high is null || high.Value < (currency == "VND" ? 1000 : 1) || low.Value > high.Value || high.Value > Most ? null : (low, high);
    }

    private static Amount? AmountOf(FoldedText text, Match match, string which, string? unit, string currency)
    {
        var number = match.Groups["n" + which];
        unit ??= Unit(match, which);
        decimal value;
        if (number.Length > 0 && char.IsAsciiDigit(number.Value[0]))
        {
            if (!decimal.TryParse(Plain(number.Value), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
            {
                return null;
            }
        }
        else if (Words(text, match.Groups["w" + which], match.Groups["h" + which]) is { } words)
        {
            value = words;
        }
        else
        {
            return null;
        }

        var scale = unit switch
        {
            "k" or "nghin" or "ngan" or "thousand" => 1_000m,
            "trieu" or "tr" or "cu" or "m" or "mil" or "mill" or "million" or "millions" or "mio" => 1_000_000m,
            "ty" => 1_000_000_000m,
            _ => 1m,
        };
        if (value > Most / scale)
        {
            return null;
        }

        value *= scale;
        var tail = match.Groups["t" + which];
        if (match.Groups["r" + which].Success)
        {
            value += scale / 2;
        }
        else if (tail.Success)
        {
            // Digits after the unit fill up to the next unit below: 3tr59 is 3.59 million.
            value += decimal.Parse("0." + tail.Value.Trim(), CultureInfo.InvariantCulture) * scale;
        }

        var start = match.Groups["p" + which] is { Success: true } prefix ? prefix.Index : number.Index;
        return new Amount(value, currency, start, match.Index + match.Length);
    }

    private static decimal? Words(FoldedText text, Group word, Group hundred) =>
        (word.Success ? Numbers.Value(text, word) : 1) is { } small ? (decimal)small * (hundred.Success ? 100 : 1) : null;

    private static string? Unit(Match match, string which) => match.Groups["u" + which] is { Success: true } unit ? unit.Value : null;

    private static string? Currency(FoldedText text, Group group)
    {
        if (!group.Success || !Currencies.TryGetValue(group.Value, out var code))
        {
            return null;
        }

        return !Spellings.TryGetValue(group.Value, out var spelling) || (group.Value == "te" ? text.Written(group) == spelling : text.MayBe(group, spelling)) ? code : null;
    }

    private static string Plain(string number)
    {
        if (Grouped().IsMatch(number))
        {
            return number.Replace(".", "").Replace(",", "").Replace(" ", "");
        }

        return number.LastIndexOf('.') > number.IndexOf(',') && number.Contains(',') ? number.Replace(",", "") : number.Replace(',', '.');
    }

    private static string? CueBefore(FoldedText text, int at) =>
        Cue().Match(text.Folded[Math.Max(0, at - 40)..at]) is { Success: true } cue ? cue.Value : null;

    private static Bound BoundOf(string? cue, string rest, bool range) =>
        MinAfter().IsMatch(rest) ? Bound.Min
        : MaxAfter().IsMatch(rest) ? Bound.Max
        : cue is null || range ? Bound.None
        : About().IsMatch(cue) ? Bound.About
        : Maximum().IsMatch(cue) ? Bound.Max
        : Minimum().IsMatch(cue) ? Bound.Min
        : Bound.None;

    private static BudgetWish Wish(Bound bound, decimal low, decimal high, string currency, bool firm) => bound switch
    {
        Bound.Min => new BudgetWish(high, null, currency, firm),
        Bound.About => new BudgetWish(Round(high * .8m, currency), Round(high * 1.2m, currency), currency, firm),
        _ => new BudgetWish(low < high ? low : null, high, currency, firm),
    };

    private static BudgetWish Join(BudgetWish? first, BudgetWish second) =>
        first is null ? second
        : first.Currency != second.Currency ? first
        : first with { Min = first.Min ?? (second.Max is null || second.Min is not null ? second.Min : null), Max = first.Max ?? second.Max, Firm = first.Firm || second.Firm };

    private static decimal Round(decimal value, string currency) => decimal.Round(value, currency is "VND" or "KRW" or "JPY" or "IDR" ? 0 : 2) / 1.000000000m;

    private const string Prefix = @"us\$|au?\$|s\$|ca?\$|nz\$|hk\$|nt\$|[$€£₫¥₩₹₽฿]|\b(?:usd|vnd|eur|gbp|aud|sgd|cad|nzd|hkd|twd|jpy|cny|krw|thb|inr|rub|myr|rm|chf|khr|php|idr)\b";
    private const string Suffix = @"us\$|[$€£₫¥₩₹₽฿]|(?:usd|vnd|dong|euros?|eur|gbp|pounds?|quid|aud|sgd|cad|nzd|hkd|twd|jpy|yen|cny|rmb|yuan|te|krw|won|thb|baht|inr|rupees?|rub|rubles?|roubles|myr|rm|ringgit|chf|francs|khr|riel|php|pesos?|idr|rupiah|dollars?|bucks?|do la|dola|do(?! lai\b)|d)\b";
    private const string Figure = @"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2}(?!\d))?(?!\d)|\d{1,3}(?: \d{3}){2,}(?!\d)|\d+(?:[.,]\d{1,2})?(?![\d])";
    private const string Scale = @"trieu|tr|cu|ty|nghin|ngan|k|millions?|mill?|mio|thousand|m";

    [GeneratedRegex(@"(?<![\w.,/])(?<p1>" + Prefix + @")?\s*(?<n1>" + Figure + "|(?<w1>" + Numbers.Pattern + @"\b)(?<h1>\s+(?:hundred|tram))?|(?<=\ba )(?<h1>hundred)|(?<=\ba )(?=thousand|million))\s*(?:(?<u1>" + Scale + @")(?:\s*(?<r1>ruoi\b)|(?<t1>\d{1,3})(?!\d)|(?<t1>\s\d)(?=\s*(?:$|[.,;!?)]|dong\b|vnd\b|mot\b|moi\b|/|pp\b|di\b|thoi\b|tro\b))|(?![a-z0-9])))?\s*(?<c1>" + Suffix + @")?(?:\s*(?:-|to\b|den\b|toi\b|and\b|~)\s*(?<p2>" + Prefix + @")?\s*(?<n2>" + Figure + "|(?<w2>" + Numbers.Pattern + @"\b)(?<h2>\s+(?:hundred|tram))?)\s*(?:(?:(?<u2>" + Scale + @")(?:\s*(?<r2>ruoi\b)|(?<t2>\d{1,3})(?!\d)|(?![a-z0-9])))\s*(?<c2>" + Suffix + @")?|(?<c2>" + Suffix + @")|(?<=[$€£].{1,24})(?![\w])))?")]
    private static partial Regex Pair();

    [GeneratedRegex(@"(?:\b(?:under|below|less than|lower than|cheaper than|max(?:imum)?|up to|no more than|not more than|at most|within|not over|not exceed(?:ing)?|cannot exceed|strictly|firm|from|over|above|more than|at least|min(?:imum)?|about|around|approx(?:imately)?|roughly|circa|budget|spend|price|cost|pay|afford|duoi|toi da|khong qua|khong vuot qua|ko qua|it hon|nho hon|re hon|tu|tren|hon|it nhat|toi thieu|tam|khoang|co|chung|xap xi|quanh|trong vong|trong|ngan sach|chi phi|gia|kinh phi)\b|\bof us,?|[~<≤])[\s:=.]*(?:(?:is|of|la|about|around|under|max|tam|khoang|toi da|duoi|price|budget|trong)\b[\s:=.]*)*$")]
    private static partial Regex Cue();

    [GeneratedRegex(@"\b(?:max(?:imum)?|up to|no more than|not more than|at most|strictly|firm|not over|cannot exceed|not exceed(?:ing)?|under|below|less than|lower than|cheaper than|within|toi da|khong qua|ko qua|khong vuot qua|duoi|trong vong|it hon|nho hon|re hon)\b|[<≤]")]
    private static partial Regex Firm();

    [GeneratedRegex(@"^\s*(?:per person |pp |each |/nguoi |mot nguoi )?[,(]?\s*(?:max(?:imum)?\b|tops\b|firm\b|toi da\b|la toi da\b|at most\b|or less\b|or under\b|do lai\b|tro xuong\b|quay dau\b)")]
    private static partial Regex FirmAfter();

    [GeneratedRegex(@"\b(?:under|below|less than|lower than|cheaper than|max|maximum|up to|more than|most|within|exceed|trong vong|duoi|toi da|qua|it hon|nho hon|re hon)\b|[<≤]")]
    private static partial Regex Maximum();

    [GeneratedRegex(@"\b(?:from|over|above|at least|min|minimum|tu|tren|hon|it nhat|toi thieu)\b")]
    private static partial Regex Minimum();

    [GeneratedRegex(@"\b(?:about|around|approx|approximately|roughly|circa|tam|khoang|co|chung|xap xi|quanh)\b|~")]
    private static partial Regex About();

    [GeneratedRegex(@"^\s*(?:or more\b|and up\b|plus\b|\+|tro len\b)")]
    private static partial Regex MinAfter();

    [GeneratedRegex(@"^\s*(?:or less\b|or under\b|max\b|tops\b|tro xuong\b|do lai\b|quay dau\b|toi da\b)")]
    private static partial Regex MaxAfter();

    [GeneratedRegex(@"^\s*(?:(?:/|per |a |1 |mot |moi |tren )\s*(?:person|people|pax|head|adult|nguoi|khach|ng)\b|pp\b|p/p\b|each\b|dau nguoi\b)")]
    private static partial Regex PerPerson();

    [GeneratedRegex(@"^\s*(?:in )?(?:(?:/|per |ca |cho ca |mot |for (?:the |our )?(?:whole )?)\s*(?:group|doan|nhom|family|nha|gia dinh|doan)\b|cho (?:ca )?(?:gia dinh|nhom|nha|doan)\b|(?:/|per |a |mot |moi |1 )\s*(?:couple|cap)\b|total\b|altogether\b|all in\b|tong\b|for (?:(?:the )?(?:both|all)(?: of us)?|(?:\d+|two|three|four|five|six)(?: of us|\s*(?:people|persons|pax|adults?|travell?ers|guests)|\s*(?=$|[,.])))|cho (?:ca )?(?:\d+|hai|ba|bon)\s*(?:nguoi|ng|khach|vo chong|vc)|/\s?(?:[2-9]|\d\d)\s*(?:nguoi|ng|khach|pax|people|persons|nl|vc)\b)")]
    private static partial Regex Total();

    [GeneratedRegex(@"\b(?:total|tong)(?:\s+(?:budget|price|cost|ngan sach|chi phi|cong))?[\s:]*(?:is|of|la)?\s*(?:(?:about|around|khoang|tam|toi da|duoi|under|max)\s*)?$|\bper couple:?\s*$|\bfor (?:the |all )?(?:\d+|two|three|four|five|six) of us,?\s*$|\bcho (?:ca )?\d+ nguoi,?\s*$")]
    private static partial Regex TotalBefore();

    [GeneratedRegex(@"^\s*(?:/|per |a |mot |moi )\s*(?:day|ngay)\b")]
    private static partial Regex PerDay();

    [GeneratedRegex(@"^\s*-?\s*(?:\w*days?|ngay|dem|nights?|people|persons?|nguoi|khach|km|kms|m|weeks?|tuan|adults?|kids?|hours?|h|tieng|gio|sao|stars?|%|/|:|\d)\b")]
    private static partial Regex Unlike();

    [GeneratedRegex(@"^\s*(?:chi|lao)\b")]
    private static partial Regex Island();

    [GeneratedRegex(@"^\d{1,3}(?:(?:\.\d{3})+|(?:,\d{3})+|(?: \d{3})+)$")]
    private static partial Regex Grouped();
}
