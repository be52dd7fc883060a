using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Dates and lengths together: "from 14 February, 3 days" ends with the stay, and who lands on a day and stays for a week is there all the week.</summary>
internal static partial class DaysOfStay
{
    /// <summary>Stays of so many days leave a choice of days to start on; of shorter ones the day named is the day of the tour.</summary>
    private const double Long = 5;

    private const double Longest = 31;

    public static Found<DatesWish>? Of(FoldedText text, Found<DatesWish>? dates, IReadOnlyList<Found<DurationWish>> lengths)
    {
        if (dates is not { Value.From: { } from } || lengths.Count == 0 || lengths.Max(length => length.Value.MaxDays) is var days && (days < 1 || days > Longest))
        {
            return dates;
        }

        // Of an open time ("after Tết") only a day that is named is where the stay begins.
        var (start, end) = (text.FoldedIndex(dates.Start), text.FoldedIndex(dates.End));
        var ends = dates.Value.To is null && Begins().IsMatch(text.Folded[Math.Max(0, start - 12)..Math.Min(text.Folded.Length, end + 12)])
            || dates.Value.To == from && days >= Long && (text.Before(From(), start).Success || text.Before(Arriving(), end).Success || Departure().IsMatch(text.After(dates.End)));
        return ends ? dates with { Value = new DatesWish(from, from.AddDays((int)Math.Ceiling(days) - 1)) } : dates;
    }

    /// <summary>A weekend of days that are named is as long as they are.</summary>
    public static List<Found<DurationWish>> Weekends(FoldedText text, Found<DatesWish>? dates, List<Found<DurationWish>> lengths)
    {
        if (dates is not { Value: { From: { } from, To: { } to } } || to.DayNumber - from.DayNumber + 1 is var days && days is < 3 or > 5)
        {
            return lengths;
        }

        return [.. lengths.Select(length => Weekend().IsMatch(text.Folded[text.FoldedIndex(length.Start)..text.FoldedIndex(length.End)]) ? length with { Value = new DurationWish(days, days) } : length)];
    }

    [GeneratedRegex(@"\b(?:weekend|cuoi tuan)\b")]
    private static partial Regex Weekend();

    [GeneratedRegex(@"\b(?:from|starting|tu|bat dau)(?: on| ngay| the)?\s*$")]
    private static partial Regex From();

    [GeneratedRegex(@"\b(?:from|starting|start|tu|bat dau)\b[^.;!?]*\d|\d[^.;!?]*\bonwards?\b")]
    private static partial Regex Begins();

    [GeneratedRegex(@"\b(?:arriv(?:e|ing|es)|land(?:s|ing)?|fly(?:ing)?(?: out| in)?|leav(?:e|ing)|depart(?:s|ing)?|get there|in (?:saigon|hanoi)|meeting|khoi hanh|bay|ha canh|toi noi)\b[^.;!?]{0,40}$")]
    private static partial Regex Arriving();

    [GeneratedRegex(@"^\s*(?:departure|arrival)\b")]
    private static partial Regex Departure();
}
