using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Dates and lengths together: "from 14 February, 3 days" ends with the stay, and who lands on a day and stays for a week is there all the week.</summary>
internal static partial class DaysOfStay
{
    /// <summary>Stays of so many days leave a choice of days to start on; of shorter ones the day named is the day of the tour.</summary>
    private const double Long = 5;

    private const double Longest = 31;

    private const int Fortnight = 14;

    /// <summary>"A few days" at the sea are a part of more days that are named.</summary>
    private const int AFew = 5;

    /// <summary>"Around 5 to 9 May" are the days of the trip, "around 5 to 25 May" a time to choose from.</summary>
    private const int Sure = 10;

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

    /// <summary>
    /// Days named from one to another are as long as the trip where no length is said, or only a night on the way, or stays that fill most of them; a time to choose days from
    /// ("between 3 and 20 May") is not.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="dates">The days.</param>
    /// <param name="lengths">The lengths said.</param>
    /// <param name="isSum">Whether they are those of several places added up.</param>
    /// <param name="named">The places named: days said of one of several are no length of the trip ("2 nights Hue" of ten days).</param>
    public static List<Found<DurationWish>> Length(FoldedText text, Found<DatesWish>? dates, List<Found<DurationWish>> lengths, bool isSum, IReadOnlyList<PhraseMatch<Place>> named)
    {
        if (dates is not { Value: { From: { } from, To: { } to } } || to.DayNumber - from.DayNumber + 1 is var days && (days < 2 || days > Longest)
            || !lengths.All(length => Words(length) is var words && (Night().IsMatch(words) || length.Value.MaxDays < days && (isSum ? 2 * length.Value.MaxDays >= days : One().IsMatch(words) || days > AFew && Some().IsMatch(words) || days <= Fortnight && Stays.IsOfOnePlace(text, length, named)))))
        {
            return lengths;
        }

        var (start, end) = (text.FoldedIndex(dates.Start), text.FoldedIndex(dates.End));
        var areNamed = Figure().Matches(text.Folded[start..end]).Count > 1;
        return areNamed && !IsMonths(from, to) && !(text.Before(Choice(), start) is { Success: true } choice && (days > Sure || !choice.Groups["about"].Success)) && !Between().IsMatch(text.Folded[start..end]) ? [new Found<DurationWish>(new DurationWish(days, days), dates.Start, dates.End)] : lengths;

        string Words(Found<DurationWish> length) => text.Folded[text.FoldedIndex(length.Start)..text.FoldedIndex(length.End)];
    }

    // "Tháng 6-7" names no days.
    private static bool IsMonths(DateOnly from, DateOnly to) => from.Day == 1 && to.AddDays(1).Day == 1;

    /// <summary>A weekend of days that are named is as long as they are.</summary>
    public static List<Found<DurationWish>> Weekends(FoldedText text, Found<DatesWish>? dates, List<Found<DurationWish>> lengths)
    {
        if (dates is not { Value: { From: { } from, To: { } to } } || to.DayNumber - from.DayNumber + 1 is var days && days is < 2 or > 5 || Figure().Matches(text.Folded[text.FoldedIndex(dates.Start)..text.FoldedIndex(dates.End)]).Count < 2)
        {
            return lengths;
        }

        return [.. lengths.Select(length => Weekend().IsMatch(text.Folded[text.FoldedIndex(length.Start)..text.FoldedIndex(length.End)]) ? length with { Value = new DurationWish(days, days) } : length)];
    }

    [GeneratedRegex(@"\b(?:overnight|qua dem)\b")]
    private static partial Regex Night();

    [GeneratedRegex(@"^(?:one|1|mot)[\s-]*(?:night|dem)$")]
    private static partial Regex One();

    [GeneratedRegex(@"^(?:couple|few|several|vai|may|dam)\b")]
    private static partial Regex Some();

    [GeneratedRegex(@"(?<!\d)\d{1,2}(?!\d)|\b(?:chu nhat|cn|(?<!\btuan )thu (?:hai|ba|tu|nam|sau|bay))\b")]
    private static partial Regex Figure();

    [GeneratedRegex(@"\b(?:(?<about>around|about|khoang|tam|co)|between|anytime|any time|any day|sometime|some time|trong khoang|giua|bat ky)(?: (?:from|tu|ngay|the))*\s*$")]
    private static partial Regex Choice();

    // "Between 3 and 20 May" leaves a choice, "14 and 18 April" are two days, "30/4 1/5" a holiday to travel in.
    [GeneratedRegex(@"^(?:between|giua)\b|\d(?:st|nd|rd|th)?(?: [a-z]+)? (?:and|va|or|hoac|hay) (?:the |ngay )?\d|\d/\d{1,2}[\s,&+]+(?:le |ngay )?\d")]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(?:weekend|cuoi tuan)\b")]
    private static partial Regex Weekend();

    [GeneratedRegex(@"\b(?:from|starting|tu|bat dau)(?: on| around| about| ngay| the)*\s*$")]
    private static partial Regex From();

    [GeneratedRegex(@"\b(?:from|starting|start|tu|bat dau)\b[^.;!?]*\d|\d[^.;!?]*\bonwards?\b")]
    private static partial Regex Begins();

    [GeneratedRegex(@"\b(?:arriv(?:e|ing|es)|land(?:s|ing)?|fly(?:ing)?(?: out| in)?|leav(?:e|ing)|depart(?:s|ing)?|get there|in (?:saigon|hanoi)|meeting|coming|khoi hanh|bay|ha canh|toi noi)\b[^.;!?]{0,40}$|\b(?:den|toi)\b[^.;!?\d]{0,20}$")]
    private static partial Regex Arriving();

    [GeneratedRegex(@"^\s*(?:departure|arrival|leav(?:e|ing)|start)\b")]
    private static partial Regex Departure();
}
