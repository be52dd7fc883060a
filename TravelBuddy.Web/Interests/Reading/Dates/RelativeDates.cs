using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Dates;

/// <summary>Days, weeks, months and seasons counted from today: "next weekend", "ngày mai", "this summer".</summary>
internal static partial class RelativeDates
{
    public static Found<DatesWish>? Find(FoldedText text, DateOnly today)
    {
        var monday = Monday(today);
        if (OfMonth(text, today) is { } month)
        {
            return month;
        }

        foreach (var (rule, days) in new (Regex, Func<DatesWish>)[]
        {
            (EitherWeekend(), () => new(Later(today, monday.AddDays(5)), monday.AddDays(13))),
            (ThisWeekend(), () => new(Later(today, monday.AddDays(5)), monday.AddDays(6))),
            (WeekendAfterNext(), () => new(monday.AddDays(19), monday.AddDays(20))),
            (NextWeekend(), () => new(monday.AddDays(12), monday.AddDays(13))),
            (Weekdays(), () => new(DayOfWeek(today, monday, Weekdays().Match(text.Open)).From, DayOfWeek(today, monday, Weekdays().Match(text.Open), "until").To)),
            (Weekday(), () => DayOfWeek(today, monday, Weekday().Match(text.Open))),
            (NextWeek(), () => new(monday.AddDays(7), monday.AddDays(13))),
            (ThisWeek(), () => new(today, monday.AddDays(6))),
            (AfterTomorrow(), () => new(today.AddDays(2), today.AddDays(2))),
            (Tomorrow(), () => new(today.AddDays(1), today.AddDays(1))),
            (Today(), () => new(today, today)),
            (UntilWeekday(), () => new(today, DayOfWeek(today, monday, UntilWeekday().Match(text.Open)).To)),
            (BareWeekday(), () => DayOfWeek(today, monday, BareWeekday().Match(text.Open))),
        })
        {
            if (rule.Match(text.Open) is { Success: true } match)
            {
                return text.Claim(match, days());
            }
        }

        return null;
    }

    /// <summary>The season a text names: less than a month within it says.</summary>
    public static Found<DatesWish>? Seasons(FoldedText text, DateOnly today)
    {
        foreach (var (rule, month) in new[] { (Summer(), 6), (Autumn(), 9), (Winter(), 12), (Spring(), 2) })
        {
            if (rule.Match(text.Open) is { Success: true } match)
            {
                return text.Claim(match, Season(today, month, 3));
            }
        }

        return null;
    }

    /// <summary>The last month of a year or the first: "cuối năm", "early next year"; a month named says more.</summary>
    public static Found<DatesWish>? EndsOfYears(FoldedText text, DateOnly today)
    {
        if (EndOfYear().Match(text.Open) is { Success: true } end)
        {
            var days = WholeMonth(new DateOnly(YearOf(end, today), 12, 1));
            return days.To < today ? null : text.Claim(end, days with { From = Later(today, days.From!.Value) });
        }

        return StartOfYear().Match(text.Open) is { Success: true } start && WholeMonth(new DateOnly(YearOf(start, today), 1, 1)) is var january && january.To >= today
            ? text.Claim(start, january with { From = Later(today, january.From!.Value) })
            : null;
    }

    private static int YearOf(Match match, DateOnly today) =>
        match.Groups["y"].Success ? int.Parse(match.Groups["y"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : match.Groups["next"].Success ? today.Year + 1 : today.Year;

    /// <summary>The Monday of the week a day is in.</summary>
    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static Found<DatesWish>? OfMonth(FoldedText text, DateOnly today)
    {
        // Without accents "tháng sáu" (June) and "tháng sau" (next month) look alike.
        if (ThisOrNextMonth().Match(text.Open) is not { Success: true } match || text.Written(match).Contains("sáu"))
        {
            return null;
        }

        var part = MonthParts.Before(text, match.Index);
        var days = MonthParts.Of(part, WholeMonth(match.Groups["next"].Success ? today.AddMonths(1) : today));
        return text.Claim(part.Success ? part.Index : match.Index, match.Index + match.Length, days with { From = Later(today, days.From!.Value) });
    }

    /// <summary>All days of the month a day is in.</summary>
    public static DatesWish WholeMonth(DateOnly day) => new(new(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1));

    private static DatesWish Season(DateOnly today, int month, int months)
    {
        var first = new DateOnly(today.Year, month, 1);
        first = first.AddMonths(months) <= today ? first.AddYears(1) : first;
        return new DatesWish(Later(today, first), first.AddMonths(months).AddDays(-1));
    }

    private static DatesWish DayOfWeek(DateOnly today, DateOnly monday, Match match, string group = "day")
    {
        var day = monday.AddDays(match.Groups[group].Value switch
        {
            "monday" or "mon" or "2" or "hai" => 0,
            "tuesday" or "tue" or "tues" or "3" or "ba" => 1,
            "wednesday" or "wed" or "4" or "tu" => 2,
            "thursday" or "thu" or "thurs" or "5" or "nam" => 3,
            "friday" or "fri" or "6" or "sau" => 4,
            "saturday" or "sat" or "7" or "bay" => 5,
            _ => 6,
        });
        day = match.Groups["next"].Success || day < today ? day.AddDays(7) : day;
        return new DatesWish(day, day);
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    [GeneratedRegex(@"\b(?:(?:this|weekend this) (?:coming )?(?:weekend )?or next(?: weekend)?\b|(?:cuoi tuan|weekend) nay (?:hoac|hay|or) (?:(?:cuoi )?tuan (?:sau|toi)|next weekend))\b")]
    private static partial Regex EitherWeekend();

    [GeneratedRegex(@"\b(?:this (?:coming )?(?:weekend|wkend|wknd)|cuoi tuan nay|(?:(?:thu |t)7|thu bay)[ ,&+-]*(?:va |ve |den |toi )?(?:cn|chu nhat) (?:tuan )?nay)\b")]
    private static partial Regex ThisWeekend();

    [GeneratedRegex(@"\b(?:(?:the )?weekend after next|cuoi tuan (?:sau|toi) nua)\b")]
    private static partial Regex WeekendAfterNext();

    [GeneratedRegex(@"\b(?:next (?:weekend|wkend|wknd)|cuoi tuan (?:sau|toi)|(?:(?:thu |t)7|thu bay)[ ,&+-]*(?:va |ve |den |toi )?(?:cn|chu nhat) (?:tuan )?(?:sau|toi))\b")]
    private static partial Regex NextWeekend();

    [GeneratedRegex(@"\b(?:next week|tuan (?:sau|toi))\b")]
    private static partial Regex NextWeek();

    [GeneratedRegex(@"\b(?:this week|tuan nay)\b")]
    private static partial Regex ThisWeek();

    [GeneratedRegex(@"\b(?:day after tomorrow|ngay kia)\b")]
    private static partial Regex AfterTomorrow();

    [GeneratedRegex(@"\b(?:tom+or+ow|tmrw?|tmw|2moro|(?:ngay|sang|trua|chieu|toi) mai)\b|(?<=(?:^|[.,;!?])\s*)mai(?= (?:co|di|la|em|anh|minh|muon|toi|tui|ben)\b)")]
    private static partial Regex Tomorrow();

    [GeneratedRegex(@"\b(?:today|tonight|this (?:morning|afternoon|evening)|(?:hom|sang|trua|chieu|toi) nay)\b")]
    private static partial Regex Today();

    [GeneratedRegex(@"\b(?:(?:on|this|coming|(?<next>next))(?: coming)? (?<day>" + English + @")\b(?!s)|(?<day>" + English + @")(?:,? of|,)? (?:this week|(?<next>next week))|(?:this week|(?<next>next week)),?(?: on)? (?<day>" + English + @")|" + AnyDay + @" (?:(?<next>tuan (?:sau|toi)|sau)|(?:tuan )?nay|toi)|tuan (?:nay|(?<next>sau|toi)),?(?: vao)?(?: ngay)? " + AnyDay + @")\b")]
    private static partial Regex Weekday();

    private const string Written = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
    private const string English = Written + "|mon|tues?|wed|thu|thurs|fri|sat|sun";
    private const string AnyDay = "(?:" + Day + "|(?<day>chu nhat|cn))";
    private const string Day = "(?:(?:thu |t)(?<day>[2-7])|thu (?<day>hai|ba|tu|nam|sau|bay))";
    private const string UntilDay = "(?:(?:thu |t)(?<until>[2-7])|thu (?<until>hai|ba|tu|nam|sau|bay)|(?<until>chu nhat|cn))";

    // "Thứ 3 thứ 4 tuần sau", "thứ 5 tuần sau tới chủ nhật", "tuần sau thứ 7 chủ nhật", "Friday to Sunday next week".
    [GeneratedRegex(@"\b(?:" + Day + @"(?: |, ?| ?- ?| (?:va|den|toi) )" + UntilDay + @" (?:tuan )?(?:nay|(?<next>sau|toi))|" + Day + @" tuan (?:nay|(?<next>sau|toi))(?: |, ?| ?- ?| (?:va|den|toi) )" + UntilDay + @"|tuan (?:nay|(?<next>sau|toi)),?(?: tu)? " + Day + @"(?: |, ?| ?- ?| (?:va|den|toi) )" + UntilDay + @"|(?<day>" + English + @")(?: ?- ?| (?:to|until|till|through|and) )(?<until>" + English + @"),? (?:this week|(?<next>next week)))\b")]
    private static partial Regex Weekdays();

    [GeneratedRegex(@"\b(?:until|till?|before) (?<day>" + Written + @")\b")]
    private static partial Regex UntilWeekday();

    // "Sapa trek Monday?", "2 ppl sat": a day at the end of what is said.
    [GeneratedRegex(@"(?<!\b(?:every|each|last|a|any|the) )\b(?<day>" + Written + @"|(?<= )(?:wed|fri|sat))(?=\s*(?:$|[?]|(?<=day\s*)[,.]))")]
    private static partial Regex BareWeekday();

    [GeneratedRegex(@"\b(?:(?<next>next month|thang (?:sau|toi)(?! thang))|this month|thang nay)\b")]
    private static partial Regex ThisOrNextMonth();

    // The end of a school year is in May.
    [GeneratedRegex(@"\b(?:cuoi nam(?: (?:nay|(?<next>sau|toi)|(?<y>20\d\d)))?(?! (?:hoc|cap|nhat|hai|ba|tu)\b)|(?:the )?end of (?:the |this )?year|year[- ]end|late (?:in )?this year|(?:end of|late(?: in)?) (?:(?<next>next year)|(?<y>20\d\d)))\b")]
    private static partial Regex EndOfYear();

    [GeneratedRegex(@"\b(?:dau nam (?:(?<next>sau|toi)|(?<y>20\d\d))|early (?:in )?(?:(?<next>next year)|(?<y>20\d\d))|(?:beginning|start) of (?:(?<next>next year)|(?<y>20\d\d)))\b")]
    private static partial Regex StartOfYear();

    [GeneratedRegex(@"\b(?:(?:this|next|in|over|for)(?: the)? summer|mua he|he nay|nghi he|dip he)\b")]
    private static partial Regex Summer();

    [GeneratedRegex(@"\b(?:(?:this|next|in)(?: the)? (?:autumn|fall)|mua thu(?! hoach))\b")]
    private static partial Regex Autumn();

    [GeneratedRegex(@"\b(?:(?:this|next|in)(?: the)? winter|mua dong)\b")]
    private static partial Regex Winter();

    [GeneratedRegex(@"\b(?:(?:this|next|in)(?: the)? spring|mua xuan)\b")]
    private static partial Regex Spring();
}
