using System.Globalization;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Dates;

/// <summary>Days of the calendar, one or from one to another: "5-8 April", "30/4-3/5", "ngày 20 tháng 4".</summary>
internal static partial class NamedDays
{
    /// <summary>Longest stay that an arrival and a departure make, in days.</summary>
    private const int LongestStay = 45;

    /// <summary>Most days from the end of one stop to the beginning of the next.</summary>
    private const int LongestGap = 2;

    /// <summary>The days a text names, and those of them that the calendar does not have: then the others are no answer either.</summary>
    public static (Found<DatesWish> Dates, IReadOnlyList<NoSuchDay> Missing)? Find(FoldedText text, DateOnly today)
    {
        // Days beyond a month's end are read as its last, so that the words around them are understood, and never given out as such.
        var beyond = new List<NoSuchDay>();
        return Find(text, today, beyond) is { } found ? (found, [.. beyond.Where(day => day.IsIn(found.Value)).Distinct()]) : null;
    }

    /// <summary>Whether a text names days with their months, from one to another: "13/2 đến 10/3".</summary>
    public static bool FromOneToAnother(FoldedText text) => Stretch().IsMatch(text.Open);

    private static Found<DatesWish>? Find(FoldedText text, DateOnly today, List<NoSuchDay> beyond)
    {
        var days = new List<(DateOnly Day, DateOnly? Until, int Start, int End)>();
        today = FarYear(text, today) is { } year ? new DateOnly(year, 1, 1) : today;
        foreach (var rule in new[] { Iso(), Dotted(), DottedStretch(), MonthThenDay(), DayMonthName(), MonthNameDay(), VietnameseDay(), Slashed() })
        {
            foreach (Match match in rule.Matches(text.Open))
            {
                if (!days.Any(day => day.Start < match.Index + match.Length && match.Index < day.End) && IsMonth(text, match) && !IsSecondBest(text, match.Index + match.Length) && DayOf(match, today, beyond) is { } day)
                {
                    days.Add((day, LastDay(match, day, beyond), match.Index, match.Index + match.Length));
                }
            }
        }

        foreach (Match match in Numbered().Matches(text.Open))
        {
            if (!days.Any(day => day.Start < match.Index + match.Length && match.Index < day.End) && MonthOf(match) is { } name && DayOf(match, name, null, today, beyond) is { } day && (!match.Groups["until"].Success || LastDay(match, day, beyond) > day))
            {
                days.Add((day, LastDay(match, day, beyond), match.Groups["d"].Index, match.Index + match.Length));
            }
        }

        if (days.Count == 0)
        {
            return null;
        }

        days.Sort((a, b) => a.Start.CompareTo(b.Start));
        var spans = Enumerable.Range(0, days.Count).Select(i => Span(i)).ToList();

        // "We marry on 20 May, free 25 to 28 May": the days from one to another are those of the trip; a wedding day is not, where another is named.
        var free = spans.Where(span => !text.Before(Occasion(), span.Start).Success).ToList();
        var chosen = free.FirstOrDefault(span => span.Wish.From < span.Wish.To) ?? spans.FirstOrDefault(span => span.Wish.From < span.Wish.To);
        return chosen is null ? Stay() ?? Claim(free.FirstOrDefault() ?? spans[0]) : Stops(chosen);

        Found<DatesWish> Claim(DaySpan span) => text.Claim(span.Start, span.End, span.Wish);

        // "Hue 6-8 March and Hoi An 9-13 March": one stay with several stops.
        Found<DatesWish> Stops(DaySpan first)
        {
            var stay = Claim(first);
            foreach (var stop in spans.Where(span => span.Start >= first.End && span.Wish.From < span.Wish.To))
            {
                if (stay.Value.To is { } until && stop.Wish.From is { } from && from.DayNumber - until.DayNumber is >= 0 and <= LongestGap)
                {
                    stay = new Found<DatesWish>(new DatesWish(stay.Value.From, stop.Wish.To), stay.Start, Claim(stop).End);
                }
            }

            return stay;
        }

        // The month a text names last before days that are only numbered, or else first after them.
        string? MonthOf(Match match)
        {
            var months = MonthName().Matches(text.Folded);
            var named = (months.LastOrDefault(month => month.Index < match.Index) ?? months.FirstOrDefault())?.Groups["m"].Value;
            return named ?? (match.Value.StartsWith("di ", StringComparison.Ordinal) && days.Count > 0 ? days[0].Day.Month.ToString(CultureInfo.InvariantCulture) : null);
        }

        // "Arriving on 13 March …, home from Da Nang on the 24th": however far apart the days are said.
        Found<DatesWish>? Stay()
        {
            for (var j = 0; j < days.Count; j++)
            {
                var before = days.Where(day => day.Day < days[j].Day && days[j].Day.DayNumber - day.Day.DayNumber <= LongestStay && !text.Before(Occasion(), day.Start).Success).ToList();
                if (before.Count > 0 && (text.Before(Leaving(), days[j].Start).Success || LeavingAfter().IsMatch(text.Folded[days[j].End..])))
                {
                    var first = before.FirstOrDefault(day => text.Before(Arriving(), day.Start).Success, before[0]);
                    return Apart(new DatesWish(first.Day, days[j].Day), (first.Start, first.End), (days[j].Start, days[j].End));
                }
            }

            foreach (var first in days.Where(day => !text.Before(Occasion(), day.Start).Success))
            {
                if (LeavingOn().Match(text.Folded[first.End..]) is { Success: true } leaving && int.TryParse(leaving.Groups["d"].Value, CultureInfo.InvariantCulture, out var day)
                    && (day > first.Day.Day ? Date(first.Day.Year, first.Day.Month, day, beyond) : Date(first.Day.AddMonths(1).Year, first.Day.AddMonths(1).Month, day, beyond)) is { } last)
                {
                    return Apart(new DatesWish(first.Day, last), (first.Start, first.End), (first.End + leaving.Groups["day"].Index, first.End + leaving.Length));
                }
            }

            return null;
        }

        // What stands between the two days is read by other rules.
        Found<DatesWish> Apart(DatesWish wish, (int Start, int End) first, (int Start, int End) last)
        {
            text.Claim(first.Start, first.End - first.Start);
            text.Claim(last.Start, last.End - last.Start);
            var (start, end) = text.Span(Math.Min(first.Start, last.Start), Math.Max(first.End, last.End) - Math.Min(first.Start, last.Start));
            return new Found<DatesWish>(wish, start, end);
        }

        DaySpan Span(int i)
        {
            var first = days[i];
            var lead = text.Folded[..first.Start];
            if (PartialBefore().Match(lead) is { Success: true } partial && int.TryParse(partial.Groups["d"].Value, CultureInfo.InvariantCulture, out var number)
                && Date(first.Day.Year, number > first.Day.Day ? first.Day.Month - 1 : first.Day.Month, number, beyond) is { } from)
            {
                return new DaySpan(new DatesWish(from, first.Day), partial.Index, first.End);
            }

            if (first.Until is { } last)
            {
                return new DaySpan(new DatesWish(first.Day, last), first.Start, first.End);
            }

            // "Sat 12 Dec to Sun 13".
            if (PartialAfter().Match(text.Folded[first.End..]) is { Success: true } rest && int.TryParse(rest.Groups["d"].Value, CultureInfo.InvariantCulture, out var until) && until > first.Day.Day && until <= DateTime.DaysInMonth(first.Day.Year, first.Day.Month))
            {
                return new DaySpan(new DatesWish(first.Day, first.Day.AddDays(until - first.Day.Day)), first.Start, first.End + rest.Length);
            }

            if (i + 1 < days.Count && text.Folded[first.End..days[i + 1].Start] is var between && days[i + 1].Day >= first.Day && (Through().IsMatch(between) || days[i + 1].Day == first.Day.AddDays(1) && SideBySide().IsMatch(between)))
            {
                return new DaySpan(MonthFirst(text, first, days[i + 1], beyond) ?? new DatesWish(first.Day, days[i + 1].Day), first.Start, days[i + 1].End);
            }

            // "14 February to early March".
            if (UntilMonth().Match(text.Folded[first.End..]) is { Success: true } ending && MonthNames.Number(ending.Groups["m"].Value) is { } monthUntil)
            {
                var month = RelativeDates.WholeMonth(new DateOnly(monthUntil < first.Day.Month ? first.Day.Year + 1 : first.Day.Year, monthUntil, 1));
                return new DaySpan(new DatesWish(first.Day, MonthParts.Of(ending, month).To), first.Start, first.End + ending.Length);
            }

            if (WeekOf().IsMatch(lead))
            {
                var monday = RelativeDates.Monday(first.Day);
                return new DaySpan(new DatesWish(monday, monday.AddDays(6)), first.Start, first.End);
            }

            return Later().Match(text.Folded[first.End..]) is { Success: true } later && int.TryParse(later.Groups["d"].Value, CultureInfo.InvariantCulture, out var day) && day > first.Day.Day
                && text.Before(Occasion(), first.Start).Success && Date(first.Day.Year, first.Day.Month, day, beyond) is { } leaving
                ? new DaySpan(new DatesWish(leaving, leaving), first.Start, first.End + later.Length)
                : new DaySpan(
                    After().IsMatch(lead) || Onwards().IsMatch(text.Folded[first.End..]) ? new DatesWish(first.Day, null)
                    : UntilThen().IsMatch(lead) ? new DatesWish(null, first.Day)
                    : new DatesWish(first.Day, first.Day),
                    first.Start,
                    first.End);
        }
    }

    // "2028 I'm escaping! 24 Jan to 30 Jan": a year beyond the next, said once, is that of the days.
    private static int? FarYear(FoldedText text, DateOnly today)
    {
        var years = Year().Matches(text.Folded).Where(year => !text.Before(NoTravel(), year.Index).Success).Select(year => int.Parse(year.Value, CultureInfo.InvariantCulture)).Where(year => year > today.Year + 1 && year < today.Year + 5).Distinct().ToList();
        return years is [var only] ? only : null;
    }

    private sealed record DaySpan(DatesWish Wish, int Start, int End);

    // "Tháng 3 hoặc tháng 4, dịp lễ 30/4 cũng được": the days that would do as well are no wish beside the months.
    private static bool IsSecondBest(FoldedText text, int end) => Alright().IsMatch(text.Folded[end..]) && MonthInNumbers().IsMatch(text.Folded);

    // "3/4 - 3/7" is four days in March where months come first: nobody travels from April to July with such dates.
    private static DatesWish? MonthFirst(FoldedText text, (DateOnly Day, DateOnly? Until, int Start, int End) first, (DateOnly Day, DateOnly? Until, int Start, int End) second, List<NoSuchDay> beyond) =>
        second.Day.DayNumber - first.Day.DayNumber > 60 && first.Day.Day == second.Day.Day && first.Day.Day <= 12 && second.Day.Month > first.Day.Month
        && text.Folded[first.Start..first.End].Contains('/') && Date(first.Day.Year, first.Day.Day, first.Day.Month, beyond) is { } from && Date(first.Day.Year, second.Day.Day, second.Day.Month, beyond) is { } to
            ? new DatesWish(from, to)
            : null;

    // "4 sếp" are four bosses: months of English have no accents.
    private static bool IsMonth(FoldedText text, Match match) => text.Written(match.Groups["m"]).All(char.IsAscii);

    private static DateOnly? DayOf(Match match, DateOnly today, List<NoSuchDay> beyond) => DayOf(match, match.Groups["m"].Value, match.Groups["y"], today, beyond);

    private static DateOnly? DayOf(Match match, string name, Group? named, DateOnly today, List<NoSuchDay> beyond)
    {
        if (MonthNames.Number(name) is not { } month || !int.TryParse(match.Groups["d"].Value, CultureInfo.InvariantCulture, out var day))
        {
            return null;
        }

        if (month > 12 && day <= 12)
        {
            (day, month) = (month, day);
        }

        if (named is { Success: true } year)
        {
            var full = int.Parse(year.Value, CultureInfo.InvariantCulture);
            // With its year "32/1/2027" can be nothing but a day.
            return Date(full < 100 ? 2000 + full : full, month, day, beyond, most: 99);
        }

        return Date(today.Year, month, day, beyond) is { } thisYear && thisYear >= today ? thisYear : Date(today.Year + 1, month, day, beyond);
    }

    // "June 10-14" ends in the same month, "June 28 to 3" in the next.
    private static DateOnly? LastDay(Match match, DateOnly from, List<NoSuchDay> beyond)
    {
        if (!int.TryParse(match.Groups["until"].Value, CultureInfo.InvariantCulture, out var day))
        {
            return null;
        }

        var month = day < from.Day ? from.AddMonths(1) : from;
        return Date(month.Year, month.Month, day, beyond);
    }

    private static DateOnly? Date(int year, int month, int day, List<NoSuchDay> beyond, int most = 31)
    {
        if (month == 0)
        {
            (year, month) = (year - 1, 12);
        }

        if (year is < 2000 or > 2100 || month is < 1 or > 12 || day < 1 || day > most)
        {
            return null;
        }

        var last = DateTime.DaysInMonth(year, month);
        if (day > last)
        {
            beyond.Add(new NoSuchDay(day, month, year));
        }

        return new DateOnly(year, month, Math.Min(day, last));
    }

    [GeneratedRegex(@"(?<![\w/.,])\d{1,2}(?:/\d{1,2})?\s*(?:-|to|den|toi)\s*\d{1,2}/\d{1,2}(?![\d/]|\s+am\b)")]
    private static partial Regex Stretch();

    private const string Weekday = @"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?";

    [GeneratedRegex(@"(?<![\d/.,-])20\d\d(?![\d/.,-]\d| ?(?:usd|vnd|k|dong|eur|euros?)\b)")]
    private static partial Regex Year();

    // "Passport expires in 2029", "budget $2029".
    [GeneratedRegex(@"(?:[$€£₫]\s*|\b(?:passport|expir\w*|valid|visa|under|below|budget|max|up to|ho chieu|het han|ngan sach|toi da|duoi)\b[^.;!?]{0,30})$")]
    private static partial Regex NoTravel();

    private const string PartOfDay = @"(?:sang|trua|chieu|toi|dem|morning|noon|afternoon|evening|night)\s+";

    [GeneratedRegex(@"(?<!\d)(?<y>20\d\d)-(?<m>\d{1,2})-(?<d>\d{1,2})(?!\d)")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<![\w/.,-])(?<d>\d{1,2})(?<dot>[.-])(?<m>\d{1,2})\k<dot>(?<y>20\d\d)(?!\d)")]
    private static partial Regex Dotted();

    // "30.12 to 03.01", as much of Europe writes it.
    [GeneratedRegex(@"(?<![\w/.,-])(?<d>\d{1,2})\.(?<m>0[1-9]|1[0-2])\.?(?=\s*(?:to|until|till?|-|–|bis)\s*\d{1,2}\.(?:0[1-9]|1[0-2])(?![\d.,]\d| ?(?:k|tr|trieu|million|usd|eur|euros?)\b))|(?<=(?<![\d.,])\d{1,2}\.(?:0[1-9]|1[0-2])\.?\s*(?:to|until|till?|-|–|bis)\s*)(?<d>\d{1,2})\.(?<m>0[1-9]|1[0-2])(?![\d.,]\d| ?(?:k|tr|trieu|million|usd|eur|euros?)\b)")]
    private static partial Regex DottedStretch();

    // "Tháng 7 ngày 15 đến 18".
    [GeneratedRegex(@"\bthang (?<m>\d{1,2}),? ngay (?<d>\d{1,2})(?:\s*(?:-|den|toi)\s*(?:ngay )?(?<until>\d{1,2}))?(?![\d/]| ?(?:ngay|dem)\b)")]
    private static partial Regex MonthThenDay();

    [GeneratedRegex(@"(?<![\w.,/])(?<!\bthang )(?<d>\d{1,2})(?:st|nd|rd|th|\.)?(?:\s+of)?\s+(?<m>" + MonthNames.English + @")\b(?:,?\s+(?<y>20\d\d))?")]
    private static partial Regex DayMonthName();

    [GeneratedRegex(@"\b(?<m>" + MonthNames.English + @")\s+(?:the\s+)?(?<d>\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|to|until|till?|through|and|&)\s*(?:the\s+)?(?<until>\d{1,2})(?:st|nd|rd|th)?)?(?!\d|[.,]\d|\s*(?:-|days?|nights?|people|adults|kids|weeks?|hours?|ngay|dem|nguoi|tr|k|usd|million)\b)(?:,?\s+(?<y>20\d\d))?")]
    private static partial Regex MonthNameDay();

    [GeneratedRegex(@"(?<![\w.,/])(?:(?<!(?<!\bthu )(?<!\bt)\d )ngay |mung |mong )?(?<d>\d{1,2})\s+thang\s+(?<m>\d{1,2})(?!\d|\s+am\b)(?:\s+nam\s+(?<y>20\d\d))?")]
    private static partial Regex VietnameseDay();

    [GeneratedRegex(@"(?<![\w/.,])(?:(?<!(?<!\bthu )(?<!\bt)\d )ngay )?(?<d>\d{1,2})/(?<m>\d{1,2})(?:/(?<y>20\d\d|\d\d))?(?![\d/])(?!\s*(?:ngay|days?)\b)")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(?<![\d.,/])(?:(?<!(?<!\bthu )(?<!\bt)\d )ngay )?(?<d>\d{1,2})(?:st|nd|rd|th|\.)?\s*(?:-|to|den|toi|until|till?|and|va|ve)\s*(?:ngay\s*|the\s*)?" + Weekday + @"$")]
    private static partial Regex PartialBefore();

    [GeneratedRegex(@"^\s+(?:to|until|till?|through)\s+(?:the\s+)?" + Weekday + @"(?<d>\d{1,2})(?:st|nd|rd|th)?(?=\s*(?:$|[.,;!?)]|\b(?:night|evening|inclusive)\b))")]
    private static partial Regex PartialAfter();

    [GeneratedRegex(@"^[\s,]*(?:" + PartOfDay + @")?(?:-|to|den|toi|and|until|till|through|va|(?:and |va )?(?:leaving|departing|returning|return|back|ve|roi|tra phong)(?: on)?)\s*(?:" + PartOfDay + @")?(?:ngay\s*|the\s*)?" + Weekday + @"$")]
    private static partial Regex Through();

    // "30/4 1/5" is one holiday.
    [GeneratedRegex(@"^(?:\s|,|&|\+|(?:le|ngay)\s)+$")]
    private static partial Regex SideBySide();

    private const string Goes = @"(?:leav(?:e|es|ing)|drop(?:s|ped|ping)?|fly(?:ing)? (?:home|back|out|from)|flight (?:home|back|out)|home|back|out|uwi|return(?:s|ing)?|depart(?:s|ing)?|end(?:s|ing)?|finish(?:es|ing)?|until|til+|ve|ra ve|tro ve|roi|ranh (?:toi|den))\b";

    [GeneratedRegex(@"\b" + Goes + @"[^.;!?\d]{0,30}$")]
    private static partial Regex Leaving();

    [GeneratedRegex(@"\b(?:arriv(?:e|es|ing)|land(?:s|ing)?|fly(?:ing)? in(?:to)?|com(?:e|ing)|get(?:ting)? (?:in|to)|reach|from|bay|den|toi|tu)\b[^.;!?\d]{0,30}$")]
    private static partial Regex Arriving();

    // "6/5 đi 8/5 về".
    [GeneratedRegex(@"^\s*(?:ve|back|return|home)\b")]
    private static partial Regex LeavingAfter();

    // "…, leaving the 7th from Hue", "rồi về ngày 9".
    [GeneratedRegex(@"^[^;?\n]{0,90}?\b" + Goes + @"[^.;!?\d]{0,30}?\b(?<day>(?:the|ngay|toi|sang)\s+(?<d>\d{1,2})(?:st|nd|rd|th)?)\b(?!\s*(?:/|:|[a-z]))|^[^;?\n]{0,90}?\b" + Goes + @"[^.;!?\d]{0,30}?\b(?<day>(?:the )?(?<d>\d{1,2})(?:st|nd|rd|th))\b")]
    private static partial Regex LeavingOn();

    // Days of a month that is named elsewhere: "the April holidays, 3rd to the 11th", "in January, from 7 to 17".
    [GeneratedRegex(@"(?<![\w.,/-])(?<d>\d{1,2})(?:st|nd|rd|th)\s*(?:-|to|until|till?)\s*(?:the\s+)?(?<until>\d{1,2})(?:st|nd|rd|th)\b|(?:\bfrom|\bhol(?:iday)?s|\bbreak|\bvacation):?,?\s+(?:the\s+)?(?<d>\d{1,2})\s*(?:-|to|until|till?)\s*(?:the\s+)?(?<until>\d{1,2})(?=\s*(?:[.,;!?)]|$))|\bdi (?:ngay |tu )?(?<d>\d{1,2}),? ve (?:ngay )?(?<until>\d{1,2})(?![\d/.]| ?(?:ngay|dem|nguoi|thang|tr|trieu|k|h|gio|tieng|phut|bua|hom|ban|tuoi|noi|nghin|ngan)\b)|\bfrom (?:around |about )?(?:the )?(?<d>\d{1,2})(?:st|nd|rd|th)\b(?!\s*(?:floor|birthday|anniversary|(?:-|to|until|till?)\s*(?:the\s+)?\d{1,2}(?:st|nd|rd|th)))")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\b(?<m>" + MonthNames.English + @")\b")]
    private static partial Regex MonthName();

    [GeneratedRegex(@"\b(?:from|after|tu|sau|starting|bat dau)\s*(?:ngay\s*|the\s*|on\s*)?$")]
    private static partial Regex After();

    [GeneratedRegex(@"^\s*(?:onwards?|or later|or after|tro di|tro ve sau)\b")]
    private static partial Regex Onwards();

    [GeneratedRegex(@"^\s*(?:to|until|till?|through|thru|-|–)\s*(?:the )?(?:(?<part>early|mid|middle|late|end|beginning|start)[\s-]*(?:of )?)?(?<m>" + MonthNames.English + @")\b(?!\s+\d{1,2}(?!\d))")]
    private static partial Regex UntilMonth();

    [GeneratedRegex(@"^\s*(?:thi )?cung (?:dc|duoc|ok)\b")]
    private static partial Regex Alright();

    [GeneratedRegex(@"\b(?:thang|thg) ?\d")]
    private static partial Regex MonthInNumbers();

    [GeneratedRegex(@"\bweek (?:of|commencing|starting)(?: the)?\s*$|(?<!\bcuoi )\btuan (?:cua |co )?(?:ngay )?$")]
    private static partial Regex WeekOf();

    // A day that is kept, not travelled on.
    [GeneratedRegex(@"\b(?:wedding|married|hitched|marry|birthday|anniversary|graduat\w+|conference|cuoi|dam hoi|sinh nhat)\b(?! (?:tuan|thang|nam))[^.;!?]{0,24}$")]
    private static partial Regex Occasion();

    // "Married on 8 May and flying out on the 10th".
    [GeneratedRegex(@"^[^.;!?]{0,30}\b(?:fly(?:ing)?|leav(?:e|ing)|depart(?:ing)?|go(?:ing)?|off|away|start(?:ing)?)\b[^.;!?\d]{0,16} the (?<d>\d{1,2})(?:st|nd|rd|th)\b")]
    private static partial Regex Later();

    [GeneratedRegex(@"\b(?:before|until|by|truoc)\s*(?:ngay\s*|the\s*)?$")]
    private static partial Regex UntilThen();
}
