using System.Globalization;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>When: days, months, parts of months, weekends and feasts, always the next ones from today on. Day before month, as both languages write it here.</summary>
internal static partial class DateGrammar
{
    private const string Month = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec";

    /// <summary>First day of the lunar year as Viet Nam counts it (UTC+7; 2030 differs from China).</summary>
    private static readonly DateOnly[] LunarNewYears =
    [
        new(2026, 2, 17), new(2027, 2, 6), new(2028, 1, 26), new(2029, 2, 13), new(2030, 2, 2), new(2031, 1, 23), new(2032, 2, 11), new(2033, 1, 31), new(2034, 2, 19), new(2035, 2, 8), new(2036, 1, 28),
    ];

    /// <summary>The dates a text names, with their span; what was read is claimed. Null if it names none that can be.</summary>
    public static Found<DatesWish>? Find(FoldedText text, DateOnly today) =>
        Days(text, today) ?? Feasts(text, today) ?? Relative(text, today) ?? Months(text, today);

    private static Found<DatesWish>? Days(FoldedText text, DateOnly today)
    {
        var days = new List<(DateOnly Day, DateOnly? Until, int Start, int End)>();
        foreach (var rule in new[] { Iso(), Dotted(), DayMonthName(), MonthNameDay(), VietnameseDay(), Slashed() })
        {
            foreach (Match match in rule.Matches(text.Open))
            {
                if (!days.Any(day => day.Start < match.Index + match.Length && match.Index < day.End) && DayOf(match, today) is { } day)
                {
                    days.Add((day, Until(match, day), match.Index, match.Index + match.Length));
                }
            }
        }

        if (days.Count == 0)
        {
            return null;
        }

        days.Sort((a, b) => a.Start.CompareTo(b.Start));
        var first = days[0];
        var lead = text.Folded[..first.Start];
        DatesWish wish;
        var (start, end) = (first.Start, first.End);
        if (PartialBefore().Match(lead) is { Success: true } partial && int.TryParse(partial.Groups["d"].Value, CultureInfo.InvariantCulture, out var number)
            && Date(first.Day.Year, number > first.Day.Day ? first.Day.Month - 1 : first.Day.Month, number) is { } from)
        {
            wish = new DatesWish(from, first.Day);
            start = partial.Index;
        }
        else if (first.Until is { } last)
        {
            wish = new DatesWish(first.Day, last);
        }
        else if (days.Count > 1 && Through().IsMatch(text.Folded[first.End..days[1].Start]) && days[1].Day >= first.Day)
        {
            wish = new DatesWish(first.Day, days[1].Day);
            end = days[1].End;
        }
        else
        {
            wish = After().IsMatch(lead) ? new DatesWish(first.Day, null) : Until().IsMatch(lead) ? new DatesWish(null, first.Day) : new DatesWish(first.Day, first.Day);
        }

        return Claim(text, start, end, wish);
    }

    private static Found<DatesWish>? Feasts(FoldedText text, DateOnly today)
    {
        if (Christmas().Match(text.Open) is { Success: true } christmas)
        {
            var year = today > new DateOnly(today.Year, 12, 26) ? today.Year + 1 : today.Year;
            return Around(text, christmas, new DatesWish(new(year, 12, 23), new(year, 12, 26)));
        }

        if (NewYear().Match(text.Open) is { Success: true } newYear)
        {
            return Claim(text, newYear, new DatesWish(new(today.Year, 12, 30), new(today.Year + 1, 1, 2)));
        }

        foreach (Match tet in Tet().Matches(text.Open))
        {
            var next = LunarNewYears.FirstOrDefault(day => day.AddDays(6) >= today);
            if (next != default && text.Written(tet) is "tết" or "tet" or "lunar new year")
            {
                return Around(text, tet, new DatesWish(next.AddDays(-2), next.AddDays(6)));
            }
        }

        return null;
    }

    // "After Tết" begins when the feast ends, "before Christmas" ends when it begins.
    private static Found<DatesWish> Around(FoldedText text, Match feast, DatesWish days)
    {
        var lead = text.Folded[..feast.Index];
        return Claim(text, feast, AfterFeast().IsMatch(lead) ? new DatesWish(days.To!.Value.AddDays(1), null) : BeforeFeast().IsMatch(lead) ? new DatesWish(null, days.From!.Value.AddDays(-1)) : days);
    }

    private static Found<DatesWish>? Relative(FoldedText text, DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        foreach (var (rule, days) in new (Regex, Func<DatesWish>)[]
        {
            (ThisWeekend(), () => new(Later(today, monday.AddDays(5)), monday.AddDays(6))),
            (NextWeekend(), () => new(monday.AddDays(12), monday.AddDays(13))),
            (NextWeek(), () => new(monday.AddDays(7), monday.AddDays(13))),
            (ThisWeek(), () => new(today, monday.AddDays(6))),
            (AfterTomorrow(), () => new(today.AddDays(2), today.AddDays(2))),
            (Tomorrow(), () => new(today.AddDays(1), today.AddDays(1))),
            (Today(), () => new(today, today)),
            (Weekday(), () => DayOfWeek(today, monday, Weekday().Match(text.Open))),
            (NextMonth(), () => WholeMonth(today.AddMonths(1))),
            (ThisMonth(), () => new(today, WholeMonth(today).To)),
            (Summer(), () => Season(today, 6, 3)),
            (Autumn(), () => Season(today, 9, 3)),
            (Winter(), () => Season(today, 12, 3)),
            (Spring(), () => Season(today, 2, 3)),
        })
        {
            // Without accents "tháng sáu" (June) and "tháng sau" (next month) look alike.
            if (rule.Match(text.Open) is { Success: true } match && !text.Written(match).Contains("sáu"))
            {
                return Claim(text, match, days());
            }
        }

        return null;
    }

    private static Found<DatesWish>? Months(FoldedText text, DateOnly today)
    {
        Found<DatesWish>? found = null;
        foreach (var match in MonthMention().Matches(text.Open).Concat(VietnameseMonth().Matches(text.Open)).OrderBy(match => match.Index))
        {
            if (!CanBeMonth(text, match) || MonthOf(match.Groups["m"].Value) is not { } month || month is < 1 or > 12)
            {
                continue;
            }

            var year = match.Groups["y"] is { Success: true } named ? int.Parse(named.Value, CultureInfo.InvariantCulture) : month < today.Month ? today.Year + 1 : today.Year;
            var first = new DateOnly(year, month, 1);
            var last = first.AddMonths(1).AddDays(-1);
            var part = match.Groups["part"].Value;
            var span = part switch
            {
                "early" or "beginning of" or "start of" or "dau" => new DatesWish(first, first.AddDays(9)),
                "mid" or "middle of" or "giua" => new DatesWish(first.AddDays(10), first.AddDays(19)),
                "late" or "end of" or "cuoi" => new DatesWish(first.AddDays(20), last),
                _ => new DatesWish(first, last),
            };
            if (match.Groups["m2"] is { Success: true } second && MonthOf(second.Value) is { } end and >= 1 and <= 12)
            {
                var until = new DateOnly(end < month ? year + 1 : year, end, 1).AddMonths(1).AddDays(-1);
                span = span with { To = until };
            }

            var here = Claim(text, match, span);
            found = found is null ? here : new Found<DatesWish>(new DatesWish(found.Value.From < span.From ? found.Value.From : span.From, found.Value.To > span.To ? found.Value.To : span.To), found.Start, here.End);
        }

        return found is null ? null : found with { Value = found.Value with { From = Later(today, found.Value.From!.Value) is var from && found.Value.To >= today ? from : found.Value.From } };
    }

    // "may" and "mar" are months only where a month is expected.
    private static bool CanBeMonth(FoldedText text, Match match)
    {
        if (match.Groups["cue"].Success || match.Groups["part"].Success || match.Groups["vi"].Success || match.Groups["y"].Success || match.Value.StartsWith('t'))
        {
            return true;
        }

        var name = match.Groups["m"];
        var (start, _) = text.Span(name.Index, name.Length);
        return name.Length > 3 && name.Value != "march" && char.IsUpper(text.Original[start]) || name.Length is 3 && name.Value is not ("may" or "mar") && char.IsUpper(text.Original[start]);
    }

    private static DateOnly? DayOf(Match match, DateOnly today)
    {
        if (MonthOf(match.Groups["m"].Value) is not { } month || !int.TryParse(match.Groups["d"].Value, CultureInfo.InvariantCulture, out var day))
        {
            return null;
        }

        if (month > 12 && day <= 12)
        {
            (day, month) = (month, day);
        }

        if (match.Groups["y"] is { Success: true } year)
        {
            var full = int.Parse(year.Value, CultureInfo.InvariantCulture);
            return Date(full < 100 ? 2000 + full : full, month, day);
        }

        return Date(today.Year, month, day) is { } thisYear && thisYear >= today ? thisYear : Date(today.Year + 1, month, day);
    }

    // "June 10-14" ends in the same month, "June 28 to 3" in the next.
    private static DateOnly? Until(Match match, DateOnly from)
    {
        if (!int.TryParse(match.Groups["until"].Value, CultureInfo.InvariantCulture, out var day))
        {
            return null;
        }

        var month = day < from.Day ? from.AddMonths(1) : from;
        return Date(month.Year, month.Month, day);
    }

    private static DateOnly? Date(int year, int month, int day)
    {
        if (month == 0)
        {
            (year, month) = (year - 1, 12);
        }

        return year is >= 2000 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int? MonthOf(string name) => name switch
    {
        "gieng" => 1,
        "tu" => 4,
        "chap" => 12,
        "mot" => 1,
        "hai" => 2,
        "ba" => 3,
        "nam" => 5,
        "sau" => 6,
        "bay" => 7,
        "tam" => 8,
        "chin" => 9,
        "muoi" => 10,
        "muoi mot" => 11,
        "muoi hai" => 12,
        _ when int.TryParse(name, CultureInfo.InvariantCulture, out var number) => number,
        _ when name.Length >= 3 => 1 + Array.IndexOf(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], name[..3]),
        _ => null,
    };

    private static DatesWish WholeMonth(DateOnly day) => new(new(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1));

    private static DatesWish Season(DateOnly today, int month, int months)
    {
        var first = new DateOnly(today.Year, month, 1);
        first = first.AddMonths(months) <= today ? first.AddYears(1) : first;
        return new DatesWish(Later(today, first), first.AddMonths(months).AddDays(-1));
    }

    private static DatesWish DayOfWeek(DateOnly today, DateOnly monday, Match match)
    {
        var day = monday.AddDays(match.Groups["day"].Value switch
        {
            "monday" or "2" or "hai" => 0,
            "tuesday" or "3" or "ba" => 1,
            "wednesday" or "4" or "tu" => 2,
            "thursday" or "5" or "nam" => 3,
            "friday" or "6" or "sau" => 4,
            "saturday" or "7" or "bay" => 5,
            _ => 6,
        });
        day = match.Groups["next"].Success || day < today ? day.AddDays(7) : day;
        return new DatesWish(day, day);
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static Found<DatesWish> Claim(FoldedText text, Match match, DatesWish wish) => Claim(text, match.Index, match.Index + match.Length, wish);

    private static Found<DatesWish> Claim(FoldedText text, int start, int end, DatesWish wish)
    {
        text.Claim(start, end - start);
        var span = text.Span(start, end - start);
        return new Found<DatesWish>(wish, span.Start, span.End);
    }

    [GeneratedRegex(@"(?<!\d)(?<y>20\d\d)-(?<m>\d{1,2})-(?<d>\d{1,2})(?!\d)")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<![\w.,/])(?<d>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+(?<m>" + Month + @")\b(?:,?\s+(?<y>20\d\d))?")]
    private static partial Regex DayMonthName();

    [GeneratedRegex(@"\b(?<m>" + Month + @")\s+(?:the\s+)?(?<d>\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|to|until|till|through|and|&)\s*(?:the\s+)?(?<until>\d{1,2})(?:st|nd|rd|th)?)?(?!\d|[.,]\d|\s*(?:-|days?|nights?|people|adults|kids|weeks?|hours?|ngay|dem|nguoi|tr|k|usd|million)\b)(?:,?\s+(?<y>20\d\d))?")]
    private static partial Regex MonthNameDay();

    [GeneratedRegex(@"(?<![\w.,/])(?:ngay |mung |mong )?(?<d>\d{1,2})\s+thang\s+(?<m>\d{1,2})(?!\d)(?:\s+nam\s+(?<y>20\d\d))?")]
    private static partial Regex VietnameseDay();

    [GeneratedRegex(@"(?<![\w/.,])(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>20\d\d)(?!\d)")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"(?<![\w/.,])(?:ngay )?(?<d>\d{1,2})/(?<m>\d{1,2})(?:/(?<y>20\d\d|\d\d))?(?![\d/])(?!\s*(?:ngay|days?)\b)")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(?<![\d.,/])(?:ngay )?(?<d>\d{1,2})(?:st|nd|rd|th)?\s*(?:-|to|den|toi|until|and|va)\s*(?:ngay\s*)?$")]
    private static partial Regex PartialBefore();

    [GeneratedRegex(@"^[\s,]*(?:-|to|den|toi|and|until|till|through|va|(?:and |va )?(?:leaving|departing|returning|return|back|ve|roi|tra phong)(?: on)?)\s*(?:ngay\s*|the\s*)?$")]
    private static partial Regex Through();

    [GeneratedRegex(@"\b(?:from|after|tu|sau|starting|bat dau)\s*(?:ngay\s*|the\s*|on\s*)?$")]
    private static partial Regex After();

    [GeneratedRegex(@"\b(?:before|until|by|truoc)\s*(?:ngay\s*|the\s*)?$")]
    private static partial Regex Until();

    [GeneratedRegex(@"\b(?:after|sau)\s+(?:the |dip |ky nghi |ngay )?$")]
    private static partial Regex AfterFeast();

    [GeneratedRegex(@"\b(?:before|truoc)\s+(?:the |dip |ky nghi |ngay )?$")]
    private static partial Regex BeforeFeast();

    [GeneratedRegex(@"\b(?:christmas|xmas|giang sinh|noel)\b")]
    private static partial Regex Christmas();

    [GeneratedRegex(@"(?<!lunar )\b(?:new year'?s?(?: eve)?|tet (?:duong lich|duong|tay))\b(?! festival)")]
    private static partial Regex NewYear();

    [GeneratedRegex(@"\b(?:tet\b(?! (?:trung thu|doan ngo|thanh minh|duong|tay))|lunar new year)")]
    private static partial Regex Tet();

    [GeneratedRegex(@"\b(?:this weekend|cuoi tuan nay)\b")]
    private static partial Regex ThisWeekend();

    [GeneratedRegex(@"\b(?:next weekend|cuoi tuan (?:sau|toi))\b")]
    private static partial Regex NextWeekend();

    [GeneratedRegex(@"\b(?:next week|tuan (?:sau|toi))\b")]
    private static partial Regex NextWeek();

    [GeneratedRegex(@"\b(?:this week|tuan nay)\b")]
    private static partial Regex ThisWeek();

    [GeneratedRegex(@"\b(?:day after tomorrow|ngay kia)\b")]
    private static partial Regex AfterTomorrow();

    [GeneratedRegex(@"\b(?:tomorrow|ngay mai)\b")]
    private static partial Regex Tomorrow();

    [GeneratedRegex(@"\b(?:today|hom nay)\b")]
    private static partial Regex Today();

    [GeneratedRegex(@"\b(?:(?:on|this|coming|(?<next>next))(?: coming)? (?<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b(?!s)|(?:thu (?<day>[2-7]|hai|ba|tu|nam|sau|bay)|(?<day>chu nhat)) (?:(?:tuan )?(?:nay|toi)|(?<next>tuan sau|tuan toi|sau)))\b")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\b(?:next month|thang (?:sau|toi)(?! thang))\b")]
    private static partial Regex NextMonth();

    [GeneratedRegex(@"\b(?:this month|thang nay)\b")]
    private static partial Regex ThisMonth();

    [GeneratedRegex(@"\b(?:(?:this|next|in|over|for)(?: the)? summer|mua he|he nay|nghi he|dip he)\b")]
    private static partial Regex Summer();

    [GeneratedRegex(@"\b(?:(?:this|next|in)(?: the)? (?:autumn|fall)|mua thu)\b")]
    private static partial Regex Autumn();

    [GeneratedRegex(@"\b(?:(?:this|next|in)(?: the)? winter|mua dong)\b")]
    private static partial Regex Winter();

    [GeneratedRegex(@"\b(?:(?:this|next|in)(?: the)? spring|mua xuan)\b")]
    private static partial Regex Spring();

    [GeneratedRegex(@"(?:\b(?<part>early|beginning of|start of|mid|middle of|late|end of)[\s-]+|\b(?<cue>in|of|during|next|this|until|till|for|around|from|or|and|to|after|before|by|between)\s+)?\b(?<m>" + Month + @")\b(?!')(?:,?\s+(?<y>20\d\d)\b)?(?:(?=\s*(?:or|and|to|-|,|/)\s*(?:" + Month + @")\b)(?<cue>)|)")]
    private static partial Regex MonthMention();

    [GeneratedRegex(@"(?<!(?:\d|mot|hai|ba) )(?:\b(?<part>dau|giua|cuoi)\s+)?\b(?:(?<vi>thang|thg)\s*|t(?=[89]\b|1[0-2]\b))(?<m>\d{1,2}|gieng|muoi (?:mot|hai)|muoi|hai|ba|tu|nam|sau|bay|tam|chin|chap)(?:(?:\s*/\s*|\s+nam\s+|\s+)(?<y>20\d\d)\b|(?![\d/])\b)(?:\s*(?:-|den|toi|hoac|hay|va)\s*(?:thang\s*)?(?<m2>\d{1,2})(?!\d|\s*(?:ngay|nguoi|tr|trieu|dem|k)\b))?")]
    private static partial Regex VietnameseMonth();
}
