using System.Globalization;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Dates;

/// <summary>Days and months of the lunar year: "mùng 9 tháng Giêng", "rằm tháng 7", "đầu tháng Chạp", "mùng 9 Tết", "tháng 3 âm lịch".</summary>
internal static partial class LunarDays
{
    // Reckoned for China: now and then a month begins a day apart from Viet Nam's (2030 a New Year).
    private static readonly ChineseLunisolarCalendar Calendar = new();

    public static Found<DatesWish>? Find(FoldedText text, DateOnly today)
    {
        foreach (Match match in Mention().Matches(text.Open))
        {
            if (Solar().IsMatch(text.After(text.Span(match.Index, match.Length).End)) || Meaning(text, match) is not { } month)
            {
                continue;
            }

            var day = match.Groups["ram"].Success ? 15 : match.Groups["d"].Success ? int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture) : (int?)null;
            if (Next(month, day, today) is not { } days)
            {
                continue;
            }

            days = int.TryParse(match.Groups["until"].Value, CultureInfo.InvariantCulture, out var until) && until > day ? days with { To = days.From!.Value.AddDays(until - day.Value) } : days;
            var part = MonthParts.Before(text, match.Index);
            days = day is null ? MonthParts.Of(part, days) : days;
            days = text.Before(After(), match.Index).Success ? new DatesWish(day is null ? days.From : days.To!.Value.AddDays(1), day is null ? days.To : null) : days;
            return text.Claim(part.Success ? part.Index : match.Index, match.Index + match.Length, days with { From = days.From < today ? today : days.From });
        }

        return null;
    }

    // Giêng and Chạp are names of lunar months; of others it must be said, but the full moon is always one's.
    private static int? Meaning(FoldedText text, Match match)
    {
        if (match.Groups["tet"].Success)
        {
            return text.Written(match.Groups["tet"]) is "tết" or "tet" ? 1 : null;
        }

        var name = match.Groups["m"].Value;
        var said = match.Groups["lunar"].Success || match.Groups["ram"].Success;
        return name switch
        {
            "gieng" => match.Groups["d"].Success || said || match.Groups["ra"].Success ? 1 : null,
            "chap" => match.Groups["d"].Success || said ? 12 : null,
            _ => said && MonthNames.Number(name) is { } number and >= 1 and <= 12 ? number : null,
        };
    }

    /// <summary>The day of the lunar month, or all of it, that comes next.</summary>
    public static DatesWish? Next(int month, int? day, DateOnly today)
    {
        for (var year = today.Year - 1; year <= today.Year + 1; year++)
        {
            // Months after a leap month count one higher.
            var leap = Calendar.GetLeapMonth(year);
            var counted = leap > 0 && month >= leap ? month + 1 : month;
            var length = Calendar.GetDaysInMonth(year, counted);
            if (day is < 1 || day > length)
            {
                // A month of 29 days one year may have 30 the next.
                continue;
            }

            var first = DateOnly.FromDateTime(Calendar.ToDateTime(year, counted, 1, 0, 0, 0, 0));
            var days = day is { } one ? new DatesWish(first.AddDays(one - 1), first.AddDays(one - 1)) : new DatesWish(first, first.AddDays(length - 1));
            if (days.To >= today)
            {
                return days;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\b(?:(?:(?<ram>ram)|m[uo]ng (?<d>\d{1,2})(?: ?(?:-|den|toi) ?(?:m[uo]ng )?(?<until>\d{1,2}))?|ngay (?<d>\d{1,2})|(?<d>\d{1,2}) ?(?:-|den|toi) ?(?:ngay )?(?<until>\d{1,2})) thang (?<m>gieng|chap|\d{1,2}|hai|ba|tu|nam|sau|bay|tam|chin|muoi)(?: (?<lunar>am)(?: lich)?)?|m[uo]ng (?<d>\d{1,2})(?: ?(?:-|den|toi) ?(?:m[uo]ng )?(?<until>\d{1,2}))?(?: (?<tet>tet)\b)|(?<ra>ra )(?:thang )?(?<m>gieng)|thang (?<m>gieng|chap|\d{1,2}) (?<lunar>am)(?: lich)?)\b")]
    private static partial Regex Mention();

    [GeneratedRegex(@"^\s*(?:duong|tay)\b")]
    private static partial Regex Solar();

    [GeneratedRegex(@"\b(?:qua|sau|ngoai|after)\s+(?:ngay |le |dip )?$")]
    private static partial Regex After();
}
