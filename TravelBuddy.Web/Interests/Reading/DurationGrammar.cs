using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>
/// Lengths of trips. N and Đ are days and nights in Vietnamese, D and N days and nights in English: with Đ, in Vietnamese text, or where there
/// would be more nights than the days allow, the N number is days.
/// </summary>
internal static partial class DurationGrammar
{
    /// <summary>Longest trip that is believed, in days.</summary>
    private const double Longest = 90;

    private const string Number = Numbers.Pattern;
    // "3-4 hôm" are days, "hôm nay" is one of them.
    // So are those of the south, who eat as many meals by the same word.
    private const string Hom = @"(?:hom(?! (?:nay|qua|kia|do|sau|truoc|ay|roi|bua|nao)\b)|(?<!\b(?:an|com|du|gom|co|bao) \w+ )bua(?! ?(?:an|com|sang|trua|toi|chinh|phu|moi|mot|tiec|le|nay|qua|kia|do|truoc|nao|/)\b))";
    private const string Days = "(?:days?|(?<![a-z])jours?|ngay|" + Hom + ")(?![a-z])";
    private const string Nights = @"(?:nights?|nites?|nts?|dem)(?![a-z])";
    private const string Unit = "(?<unit>days?|ngay|" + Hom + @"|weeks?|tuan)\b";
    private const string Before = @"(?<![\w/.,])(?<!thang )(?<!\d (?=nam\b))";
    private const string Joined = @"[\s,/&-]*(?:and\s|va\s)?\s*";

    /// <summary>The lengths a text names; what was read is claimed.</summary>
    public static List<Found<DurationWish>> Find(FoldedText text, string language)
    {
        var found = new List<Found<DurationWish>>();
        Read(Compact(), match => Short(text, match, language));
        Read(DaysAndNights(), match => Exact(Numbers.Value(text, match.Groups[match.Groups["nights"].Success ? "second" : "first"])));
        Read(HalfDay(), match => match.Groups["whole"].Success ? Between(.5, 1) : Exact(.5));
        Read(AndAHalf(), match => Exact(Numbers.Value(text, match.Groups["n"]) + .5));
        Read(Maybe(), match => Scaled(text, match, "a") is { } a && Scaled(text, match, "b") is { } b && b > a && (b <= a + 1 || match.Groups["maybe"].Success && b <= 2 * a) ? Between(a, b) : null);
        Alternatives();
        Read(InARow(), match => Numbers.Value(text, match.Groups["a"]) is { } a && Numbers.Value(text, match.Groups["b"]) == a + 1 ? Between(a, a + 1) : null);
        Read(Range(), match => Between(Scaled(text, match, "a"), Scaled(text, match, "b")));
        Read(Bounds(), match => !match.Groups["unit"].Success ? null : Between(Scaled(text, match, "a"), Scaled(text, match, "b")));
        Read(AtMost(), match => Scaled(text, match, "a") is { } days ? new DurationWish(Math.Min(1, days), days) : null);
        Read(AtLeast(), match => Scaled(text, match, "a") is { } days ? new DurationWish(days, Math.Max(DurationWish.Open, days)) : null);
        Read(Fortnight(), _ => Exact(14));
        Read(Weeks(), match => Exact(match.Groups["n"].Success ? 7 * Numbers.Value(text, match.Groups["n"]) : 7));
        Read(SomeDays(), match => match.Value.StartsWith('c') ? new DurationWish(2, 3) : new DurationWish(3, 5));
        Read(PlainNights(), match => Exact(Numbers.Value(text, match.Groups["n"]) + 1));
        Read(PlainDays(), match => Exact(Numbers.Value(text, match.Groups["n"])));
        IfAlone(Months(), match => Exact(30 * (Numbers.Value(text, match.Groups["n"]) ?? 1)));
        IfAlone(OneDay(), match => text.Before(Compared(), match.Index).Success ? null : Exact(1));
        IfAlone(Hours(), match => Numbers.Value(text, match.Groups["n"]) is { } hours and <= 72 && !text.Before(OfAPart(), match.Index).Success ? Exact(hours <= 5 ? .5 : Math.Ceiling(hours / 24)) : null);
        Overnight();
        Read(LoneN(), match => Exact(Numbers.Value(text, match.Groups["n"]) + (language == "vi" ? 0 : 1)));
        if (found.Count == 0)
        {
            foreach (Match match in Weekend().Matches(text.Folded))
            {
                var (start, end) = text.Span(match.Index, match.Length);
                found.Add(new(OfWeekend(match), start, end));
                break;
            }
        }

        return [.. found.OrderBy(length => length.Start)];

        void Read(Regex rule, Func<Match, DurationWish?> meaning)
        {
            foreach (Match match in rule.Matches(text.Open))
            {
                if (!TwoLanguages().IsMatch(match.Value) && !Past().IsMatch(text.After(text.Span(match.Index, match.Length).End)) && meaning(match) is { } length)
                {
                    Keep(match, length);
                }
            }
        }

        void Keep(Match match, DurationWish length)
        {
            var (start, end) = text.Span(match.Index, match.Length);
            text.Claim(match.Index, match.Length);
            found.Add(new(length, start, end));
        }

        // A night with no other length is a day and the next.
        void Overnight() => IfAlone(OneNight(), match => text.Before(Denied(), match.Index).Success ? null : Exact(2));

        // Hours, a day out and a night say how long the trip is only where nothing longer is said: else they are of a part of it. Months beside days are of something else ("on the road for 3 months").
        void IfAlone(Regex rule, Func<Match, DurationWish?> meaning)
        {
            if (found.Count == 0)
            {
                Read(rule, meaning);
            }
        }

        // "3 or 7 days" is two lengths, "3 or 4 days" is a range.
        void Alternatives()
        {
            foreach (Match match in Or().Matches(text.Open).Concat(OrLater().Matches(text.Open)))
            {
                if (Scaled(text, match, "a") is { } a && Scaled(text, match, "b") is { } b)
                {
                    Keep(match, Math.Abs(a - b) <= 1 ? new DurationWish(Math.Min(a, b), Math.Max(a, b)) : new DurationWish(a, a));
                    if (Math.Abs(a - b) > 1)
                    {
                        var (start, end) = text.Span(match.Index, match.Length);
                        found.Add(new(new DurationWish(b, b), start, end));
                    }
                }
            }
        }
    }

    /// <summary>The lengths of a text that holds nothing else, also as bare numbers of days ("3", "3-4", "10+", "3 or 7"); none if it is no length.</summary>
    public static IReadOnlyList<DurationWish> Choice(string typed, string language)
    {
        var text = new FoldedText(typed);
        if (Plain(text.Folded) is { } one)
        {
            return [one];
        }

        // Beside another length a weekend says when; in a choice it is one more.
        var found = Find(text, language).Select(length => length.Value).Concat(Weekend().Matches(text.Open).Take(1).Select(OfWeekend)).Distinct().ToList();
        var numbers = found.Count > 0 ? [] : Either().Split(text.Folded).Select(Plain).ToList();
        return numbers.Contains(null) ? found : [.. found, .. numbers.OfType<DurationWish>().Distinct()];
    }

    private static DurationWish? Plain(string folded)
    {
        if (Bare().Match(folded.Trim()) is not { Success: true } bare)
        {
            return null;
        }

        var a = double.Parse(bare.Groups["a"].Value.Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture);
        var b = bare.Groups["b"].Success ? double.Parse(bare.Groups["b"].Value, System.Globalization.CultureInfo.InvariantCulture) : a;
        return bare.Groups["open"].Success ? Between(a, DurationWish.Open) : Between(a, b);
    }

    private static DurationWish? Short(FoldedText text, Match match, string language)
    {
        var first = Numbers.Value(text, match.Groups["a"]);
        var second = Numbers.Value(text, match.Groups["b"]);
        var nFirst = match.Groups["x"].Value == "n";
        var (n, d) = nFirst ? (first, second) : (second, first);
        var dWritten = text.Written(nFirst ? match.Groups["y"] : match.Groups["x"]);
        var vietnamese = dWritten == "đ" || language == "vi" || n > d;
        return Exact(d is 0 or null ? n : vietnamese && nFirst || dWritten == "đ" ? n : d);
    }

    private static DurationWish OfWeekend(Match match) => match.Groups["long"].Success ? new DurationWish(3, 4) : match.Groups["both"].Success ? new DurationWish(2, 2) : new DurationWish(2, 3);

    private static double? Scaled(FoldedText text, Match match, string group) =>
        Numbers.Value(text, match.Groups[group]) * (match.Groups["unit"].Value is ['w' or 't', ..] ? 7 : 1);

    private static DurationWish? Exact(double? days) => Between(days, days);

    private static DurationWish? Between(double? a, double? b) =>
        a is > 0 and <= Longest && b is > 0 and <= Longest ? new DurationWish(Math.Min(a.Value, b.Value), Math.Max(a.Value, b.Value)) : null;

    [GeneratedRegex(@"(?<![\w])(?:(?<a>\d{1,2})\s?(?<x>n)\s?[-/]?\s?(?<b>\d{1,2})\s?(?<y>d)|(?<a>\d{1,2})\s?(?<x>d)\s?[-/]?\s?(?<b>\d{1,2})\s?(?<y>n))(?![a-z0-9])")]
    private static partial Regex Compact();

    [GeneratedRegex(Before + "(?<first>" + Number + @")[\s-]*(?:" + Days + Joined + Number + @"[\s-]*" + Nights + "|(?<nights>" + Nights + ")" + Joined + "(?<second>" + Number + @")[\s-]*" + Days + ")")]
    private static partial Regex DaysAndNights();

    [GeneratedRegex(@"\b(?:half[\s-]*(?:an?[\s-]*)?day(?<whole>\s*(?:to|or|-|/)\s*(?:an?|one|1|full|whole)[\s-]*(?:(?:full|whole)[\s-]*)?day)?|nua ngay(?<whole>\s*(?:den|toi|hoac|hay|-)\s*(?:1|mot|ca|tron) ngay)?|1/2 ngay|nua buoi)\b")]
    private static partial Regex HalfDay();

    [GeneratedRegex(Before + "(?<n>" + Number + @")\s*(?:" + Days + @"\s*(?:ruoi|and a half)|and a half\s*" + Days + ")")]
    private static partial Regex AndAHalf();

    [GeneratedRegex(Before + "(?<a>" + Number + @")\s*(?:or|hoac|hay)\s*(?<b>" + Number + @")[\s-]*" + Unit)]
    private static partial Regex Or();

    // "10 days or 12 in Vietnam".
    [GeneratedRegex(Before + "(?<a>" + Number + @")[\s-]*" + Unit + @",? (?:or|hoac|hay) (?<b>" + Number + @")(?=\s*(?:$|[.,;!?)]|(?:in|at|from|around|with|o|tu|quanh|voi)\b))")]
    private static partial Regex OrLater();

    // "9 days, maybe 10".
    [GeneratedRegex(Before + "(?<a>" + Number + @")[\s-]*" + Unit + @",?\s*\(?(?:(?<maybe>(?:or |hoac |hay )?(?:maybe|may be|perhaps|possibly|could be|might be|even|co the(?: la)?|co khi(?: la)?|chac(?: la)?))|or|hoac|hay)\s+(?<b>" + Number + @")(?:[\s-]*(?:days?|ngay)\b)?(?=\s*(?:$|[.,;!?)]|(?:in|at|from|around|with|o|tu|quanh|voi)\b))")]
    private static partial Regex Maybe();

    [GeneratedRegex(@"(?:\b(?:between|from|tu)\s+)?" + Before + "(?<a>" + Number + @")\s*(?:days?\s*|ngay\s*)?(?:-|to|till?|until|den|toi|and)\s*(?<b>" + Number + @")[\s-]*" + Unit)]
    private static partial Regex Range();

    // "Hai ba ngày", "bốn năm bữa": two numbers in a row are a guess.
    [GeneratedRegex(Before + @"(?<a>mot|hai|ba|bon|nam|sau|bay|tam|chin|\d) (?<b>hai|ba|bon|nam|sau|bay|tam|chin|muoi|\d) (?:ngay|bua|hom)\b")]
    private static partial Regex InARow();

    // "3 weeks ago", "10 năm trước": not of the trip.
    [GeneratedRegex(@"^\s*(?:ago\b|truoc(?! (?:khi|tet|giang|noel|le|ngay|thang|\d))|per day\b|a day\b|back\b(?! (?:in|to|at|by|on)))")]
    private static partial Regex Past();

    [GeneratedRegex(@"\b(?:longer than|shorter than|more than|no|not)(?: (?:a|any|into))? $")]
    private static partial Regex Compared();

    // "Walks of 2 hours", "within 1 hr of the office".
    [GeneratedRegex(@"\b(?:walks?|walking|hikes?|drive|within|than|hall|room|each|every|massages?|photographer|di bo|cach|moi ngay|khong qua|max|maximum)(?: (?:of|for|about|around|up to|khoang|tam|\d{1,2}\s*-))* ?(?:\d{1,2}\s*-\s*)?$")]
    private static partial Regex OfAPart();

    [GeneratedRegex(@"(?:\b(?:at least|min(?:imum)?(?: of)?|(?<!\b(?:no|not|never) )(?:more than|over|longer than)|it nhat|toi thieu|(?<!\b(?:khong|ko) )(?:tren|hon|dai hon))\s+(?<a>" + Number + @")[\s-]*" + Unit + "|" + Before + "(?<a>" + Number + @")\s*(?:\+\s*" + Unit + "|" + Unit + @"\s*(?:or more|or longer|tro len)))")]
    private static partial Regex AtLeast();

    private const string Most = @"(?:at most|max(?:imum)?(?: of)?|up to|(?:no|not) (?:more|longer) than|not over|less than|shorter than|under|toi da|nhieu nhat(?: la)?|(?:khong|ko) (?:qua|hon|tren|dai hon)|duoi|it hon|ngan hon)";

    // "At least 5 days, at most 7".
    [GeneratedRegex(@"\b(?:at least|min(?:imum)?(?: of)?|it nhat(?: la)?|toi thieu)\s+(?<a>" + Number + @")(?:[\s-]*" + Unit + @")?[\s,]*(?:and |but |va |nhung )?" + Most + @"\s+(?<b>" + Number + @")(?:[\s-]*" + Unit + @"|(?=\s*(?:$|[,.;!?)])))")]
    private static partial Regex Bounds();

    // "No more than 3 days", "3 days at most".
    [GeneratedRegex(@"\b" + Most + @"\s+(?<a>" + Number + @")[\s-]*" + Unit + "|" + Before + "(?<a>" + Number + @")[\s-]*" + Unit + @"\s+(?:at (?:the )?most|max(?:imum)?|tops|or (?:less|fewer|shorter)|tro (?:lai|xuong)|la (?:nhieu nhat|toi da|cung)|(?:nhieu nhat|toi da))\b(?! ?(?:of )?(?:about )?[\d$€£])")]
    private static partial Regex AtMost();

    // "Ha Long Bay day cruise" is not seven days.
    [GeneratedRegex(@"\b(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)[\s-]*(?:days?|nights?|weeks?)\b")]
    private static partial Regex TwoLanguages();

    [GeneratedRegex(@"\bfortnight\b")]
    private static partial Regex Fortnight();

    [GeneratedRegex(@"(?:(?<!\b(?:next|in|per|once|this) )(?<=\b(?:a|one|whole|full|ca)\s+(?:(?!few|couple|next)[a-z]+\s+)?)(?:week|tuan)\b|(?<!\b(?:next|per|once|this) )" + Before + "(?<n>" + Number + @")[\s-]*(?:weeks?|tuan)\b)")]
    private static partial Regex Weeks();

    [GeneratedRegex(@"(?<!\b(?:in|next|be|con|chau|bau|thai) )(?:\ba month\b|" + Before + "(?<n>" + Number + @")[\s-]*(?:months?(?![\s-]*(?:olds?|preg|along))|thang(?!\s*(?:\d|nay|sau|toi|truoc|mot|hai|ba|tu|nam)))\b)")]
    private static partial Regex Months();

    [GeneratedRegex(@"\b(?:couple of days|(?:few|several) days|(?:vai|may|dam) (?:ngay|bua|hom)(?! (?:thi|la|vay)\b))\b")]
    private static partial Regex SomeDays();

    [GeneratedRegex(Before + "(?<n>" + Number + @")[\s-]*" + Nights)]
    private static partial Regex PlainNights();

    // "500k 1 ngày", "50 đô một ngày": so much a day.
    [GeneratedRegex(@"(?<!\b(?:\d+ ?k|trieu|tr|nghin|ngan|(?:\d+|muoi|chuc|tram|trieu|nghin|ngan|k) ?(?:dong|usd|do|do la|dola|euros?|eur|bang|bang anh|vnd|aud|lit|xi|cu|chai)) (?=(?:1|mot) ngay\b))" + Before + "(?<n>" + Number + @")[\s-]*" + Days)]
    private static partial Regex PlainDays();

    [GeneratedRegex(@"(?<!\b(?:at|luc|vao|tu|from|around) )" + Before + "(?<n>" + Number + @")(?:(?<=\d)[\s-]*|[\s-]+)(?:tieng|gio|hours?|hrs?|h)\b(?!\s*(?:sang|chieu|toi|dem|trua|from|drive|driving|away|by|bay|di xe|lai xe|chay xe|xe|di o to|o to|oto|di duong|flight|cach|am|pm|\d))")]
    private static partial Regex Hours();

    [GeneratedRegex(@"\b(?:day[\s-]?(?:trip|tour|cruise|excursion|outing|boat)|(?:(?<!\bthe )|\b(?:back|home|return(?:ing)?) the )same[\s-]day(?! (?:as|we|i|of)\b)|for (?:a|the) day|full[\s-]day|whole day|(?:di ve )?trong ngay|(?:di )?ve (?:trong|cung) ngay(?! (?:voi|\d))|ca ngay|sang di (?:chieu|toi) ve|di sang ve (?:chieu|toi)|mot bua roi ve|1n0d)\b")]
    private static partial Regex OneDay();

    [GeneratedRegex(@"\b(?:overnight|qua dem|ngu lai (?:mot |1 )?(?:dem|toi)|hom sau (?:lai |moi )?ve|back the (?:next|following) (?:day|morning|afternoon|evening))\b(?! (?:bus|train|sleeper|flight|coach|transfer|drive|bang))")]
    private static partial Regex OneNight();

    [GeneratedRegex(@"\b(?:no|not|never|without|don'?t (?:want|like)(?: to)?|dont (?:want|like)(?: to)?|khong|ko|k|dung)(?: (?:to|by|on|an|any|a|boat|stay|staying|want|muon|di|tau|thuyen|ngu|o|lai)){0,3} $")]
    private static partial Regex Denied();

    [GeneratedRegex(@"(?<![\w/.,])(?<n>\d{1,2})n(?![a-z0-9])")]
    private static partial Regex LoneN();

    [GeneratedRegex(@"\b(?:(?<long>long )?weekend|cuoi tuan(?<long> dai)?|(?<both>(?:thu (?:bay|7)|t7)[\s,&-]*(?:va )?(?:cn|chu nhat)))\b")]
    private static partial Regex Weekend();

    [GeneratedRegex(@"^(?<a>\d{1,2}(?:[.,]5)?)(?:(?<open>\s*\+)|\s*(?:-|to|den)\s*(?<b>\d{1,2}))?$")]
    private static partial Regex Bare();

    [GeneratedRegex(@"\s*(?:[,;/]|\b(?:or|hoac|hay)\b)\s*")]
    private static partial Regex Either();
}
