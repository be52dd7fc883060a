using System.Globalization;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Dates;

/// <summary>Days of the calendar, one or from one to another: "5-8 April", "30/4-3/5", "ngày 20 tháng 4".</summary>
internal static partial class NamedDays
{
    public static Found<DatesWish>? Find(FoldedText text, DateOnly today)
    {
        var days = new List<(DateOnly Day, DateOnly? Until, int Start, int End)>();
        foreach (var rule in new[] { Iso(), Dotted(), DayMonthName(), MonthNameDay(), VietnameseDay(), Slashed() })
        {
            foreach (Match match in rule.Matches(text.Open))
            {
                if (!days.Any(day => day.Start < match.Index + match.Length && match.Index < day.End) && IsMonth(text, match) && DayOf(match, today) is { } day)
                {
                    days.Add((day, LastDay(match, day), match.Index, match.Index + match.Length));
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
        else if (days.Count > 1 && text.Folded[first.End..days[1].Start] is var between && (Through().IsMatch(between) || Leaving().IsMatch(between)) && days[1].Day >= first.Day)
        {
            wish = new DatesWish(first.Day, days[1].Day);
            end = days[1].End;
        }
        else
        {
            wish = After().IsMatch(lead) ? new DatesWish(first.Day, null) : UntilThen().IsMatch(lead) ? new DatesWish(null, first.Day) : new DatesWish(first.Day, first.Day);
        }

        return text.Claim(start, end, wish);
    }

    // "4 sếp" are four bosses: months of English have no accents.
    private static bool IsMonth(FoldedText text, Match match) => text.Written(match.Groups["m"]).All(char.IsAscii);

    private static DateOnly? DayOf(Match match, DateOnly today)
    {
        if (MonthNames.Number(match.Groups["m"].Value) is not { } month || !int.TryParse(match.Groups["d"].Value, CultureInfo.InvariantCulture, out var day))
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
    private static DateOnly? LastDay(Match match, DateOnly from)
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

    [GeneratedRegex(@"(?<!\d)(?<y>20\d\d)-(?<m>\d{1,2})-(?<d>\d{1,2})(?!\d)")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<![\w/.,])(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>20\d\d)(?!\d)")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"(?<![\w.,/])(?<d>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+(?<m>" + MonthNames.English + @")\b(?:,?\s+(?<y>20\d\d))?")]
    private static partial Regex DayMonthName();

    [GeneratedRegex(@"\b(?<m>" + MonthNames.English + @")\s+(?:the\s+)?(?<d>\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|to|until|till?|through|and|&)\s*(?:the\s+)?(?<until>\d{1,2})(?:st|nd|rd|th)?)?(?!\d|[.,]\d|\s*(?:-|days?|nights?|people|adults|kids|weeks?|hours?|ngay|dem|nguoi|tr|k|usd|million)\b)(?:,?\s+(?<y>20\d\d))?")]
    private static partial Regex MonthNameDay();

    [GeneratedRegex(@"(?<![\w.,/])(?:ngay |mung |mong )?(?<d>\d{1,2})\s+thang\s+(?<m>\d{1,2})(?!\d)(?:\s+nam\s+(?<y>20\d\d))?")]
    private static partial Regex VietnameseDay();

    [GeneratedRegex(@"(?<![\w/.,])(?:ngay )?(?<d>\d{1,2})/(?<m>\d{1,2})(?:/(?<y>20\d\d|\d\d))?(?![\d/])(?!\s*(?:ngay|days?)\b)")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(?<![\d.,/])(?:ngay )?(?<d>\d{1,2})(?:st|nd|rd|th)?\s*(?:-|to|den|toi|until|and|va|ve)\s*(?:ngay\s*)?$")]
    private static partial Regex PartialBefore();

    [GeneratedRegex(@"^[\s,]*(?:-|to|den|toi|and|until|till|through|va|(?:and |va )?(?:leaving|departing|returning|return|back|ve|roi|tra phong)(?: on)?)\s*(?:ngay\s*|the\s*)?$")]
    private static partial Regex Through();

    // "Arriving in Hanoi on 17 July, out of Saigon 7 August".
    [GeneratedRegex(@"^[^.;!?]{0,20}\b(?:out of|back|home|leav(?:e|ing)|return(?:ing)?|depart(?:ing)?|fly(?:ing)? out|til)\b[^.;!?]{0,20}$")]
    private static partial Regex Leaving();

    [GeneratedRegex(@"\b(?:from|after|tu|sau|starting|bat dau)\s*(?:ngay\s*|the\s*|on\s*)?$")]
    private static partial Regex After();

    [GeneratedRegex(@"\b(?:before|until|by|truoc)\s*(?:ngay\s*|the\s*)?$")]
    private static partial Regex UntilThen();
}
