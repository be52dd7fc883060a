using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Dates;

/// <summary>Days, weeks, months and seasons counted from today: "next weekend", "ngày mai", "this summer".</summary>
internal static partial class RelativeDates
{
    public static Found<DatesWish>? Find(FoldedText text, DateOnly today)
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
                return text.Claim(match, days());
            }
        }

        return null;
    }

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
}
