using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Dates;

/// <summary>Times counted from today: "in 2 weeks' time", "ba tuần nữa", "within the next 10 days". A week is meant from Monday to Sunday, a month whole.</summary>
internal static partial class TimesFromNow
{
    private const double Furthest = 60;

    private const string Count = "(?<n>" + Numbers.Pattern + @")[\s-]*(?<unit>days?|weeks?|months?|ngay|tuan|thang)\b";
    private const string LongCount = "(?<n>" + Numbers.Pattern + @")[\s-]*(?<unit>weeks?|months?)\b";

    public static Found<DatesWish>? Find(FoldedText text, DateOnly today)
    {
        if (Within().Match(text.Open) is { Success: true } within && Days(text, within, today) is { } days)
        {
            return text.Claim(within, new DatesWish(today, days.Day));
        }

        return FromNow().Match(text.Open) is { Success: true } match && Days(text, match, today) is { } then ? text.Claim(match, then.Whole) : null;
    }

    /// <summary>A length after "in" says when, as in "Hue for 3 days in 2 weeks", unless so long is what the journey takes: "see the country in 2 weeks". It is taken out of the lengths.</summary>
    public static Found<DatesWish>? Among(List<Found<DurationWish>> lengths, FoldedText text, DateOnly today)
    {
        for (var i = 0; i < lengths.Count; i++)
        {
            if (text.Before(InCount(), text.FoldedIndex(lengths[i].End)) is { Success: true } match && text.Span(match.Groups["n"].Index, 1).Start == lengths[i].Start
                && (lengths.Count > 1 || !text.Before(Covering(), match.Index).Success) && Days(text, match, today) is { } days)
            {
                var found = text.Claim(match, days.Whole);
                lengths.RemoveAt(i);
                return found;
            }
        }

        return null;
    }

    /// <summary>The day so far from today, and the days that are meant by it.</summary>
    private static (DateOnly Day, DatesWish Whole)? Days(FoldedText text, Match match, DateOnly today)
    {
        if (Numbers.Value(text, match.Groups["n"]) is not { } number || number < 1 || number > Furthest || number != Math.Floor(number))
        {
            return null;
        }

        var count = (int)number;
        var (day, whole) = match.Groups["unit"].Value switch
        {
            "week" or "weeks" or "tuan" => (today.AddDays(7 * count), Week(today.AddDays(7 * count))),
            "month" or "months" or "thang" => (today.AddMonths(count), RelativeDates.WholeMonth(today.AddMonths(count))),
            _ => (today.AddDays(count), new DatesWish(today.AddDays(count), today.AddDays(count))),
        };
        return (day, whole);
    }

    private static DatesWish Week(DateOnly day) => new(RelativeDates.Monday(day), RelativeDates.Monday(day).AddDays(6));

    [GeneratedRegex(@"\b(?:(?:with)?in the next|over the next|within) " + Count + @"|\btrong (?:vong )?" + Count + " toi\\b")]
    private static partial Regex Within();

    [GeneratedRegex(@"\bin (?:about |around )?" + Count + @"'?s?'? time\b|(?<![\w.,/])(?<!\b(?:them|tang|o lai) )(?:trong |khoang |tam )*" + Count + @" (?:from now|nua)\b|\bin (?:about |around )?(?<n>" + Numbers.Pattern + @") (?<unit>months?)\b|\b(?:coming|arriv(?:e|ing)|leav(?:e|ing)|going|travell?ing|flying|departing|come|go|there|trip|holiday) in (?:about |around )?" + LongCount)]
    private static partial Regex FromNow();

    [GeneratedRegex(@"\bin (?:about |around )?" + LongCount + "$")]
    private static partial Regex InCount();

    [GeneratedRegex(@"\b(?:see|do|cover|explore|discover|tour|travel|cross|everything|country|highlights|vietnam|viet nam|south|north|visiting|visit all)\b[^.;!?]*$")]
    private static partial Regex Covering();
}
