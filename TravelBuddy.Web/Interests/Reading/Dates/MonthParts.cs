using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Dates;

/// <summary>Parts of a month, said before it: "early", "mid", "end of", "first week of", "nửa cuối", "tuần đầu".</summary>
internal static partial class MonthParts
{
    /// <summary>The part that ends right before a folded position; not successful if there is none.</summary>
    public static Match Before(FoldedText text, int at) => text.Before(Part(), at);

    /// <summary>The days of a part of the month that these days are.</summary>
    public static DatesWish Of(Match part, DatesWish month)
    {
        var (first, last) = (month.From!.Value, month.To!.Value);
        if (part.Groups["two"] is { Success: true } two)
        {
            return two.Value is "last" or "cuoi" ? new DatesWish(last.AddDays(-13), last) : Days(0, 14);
        }

        if (part.Groups["ten"] is { Success: true } ten)
        {
            return ten.Value is "last" or "cuoi" ? new DatesWish(last.AddDays(-9), last) : Days(0, 10);
        }

        if (part.Groups["week"] is { Success: true } week)
        {
            return Number(week.Value) is { } number ? Days(7 * (number - 1), 7) : new DatesWish(last.AddDays(-6), last);
        }

        if (part.Groups["weekend"] is { Success: true } weekend)
        {
            var saturday = first.AddDays((6 - (int)first.DayOfWeek) % 7);
            var lastSaturday = last.AddDays(-(((int)last.DayOfWeek + 1) % 7));
            saturday = Number(weekend.Value) is { } which ? saturday.AddDays(7 * (which - 1)) : lastSaturday;
            return new DatesWish(saturday, saturday.AddDays(1));
        }

        return part.Groups["part"].Value switch
        {
            "early" or "beginning" or "start" or "dau" => Days(0, 10),
            "mid" or "middle" or "giua" => Days(10, 10),
            "first half" or "nua dau" => Days(0, 15),
            "second half" or "nua cuoi" or "nua sau" => new DatesWish(first.AddDays(15), last),
            "late" or "end" or "cuoi" => new DatesWish(first.AddDays(20), last),
            _ => month,
        };

        DatesWish Days(int after, int count) => new(first.AddDays(after), first.AddDays(after + count - 1));
    }

    private static int? Number(string week) => week switch
    {
        "first" or "1st" or "dau" or "dau tien" or "thu nhat" or "thu 1" => 1,
        "second" or "2nd" or "thu hai" or "thu 2" => 2,
        "third" or "3rd" or "thu ba" or "thu 3" => 3,
        "fourth" or "4th" or "thu tu" or "thu 4" => 4,
        _ => null,
    };

    [GeneratedRegex(@"\b(?:(?<two>first|last) (?:two|2) weeks|(?:hai|2) tuan (?<two>dau|cuoi)|(?<ten>first|last) (?:ten|10) days|(?:muoi|10) ngay (?<ten>dau|cuoi)|(?<weekend>first|1st|second|2nd|third|3rd|fourth|4th|last|final) (?:weekend|wkend)|cuoi tuan (?<weekend>dau tien|dau|thu (?:[1-4]|nhat|hai|ba|tu)|cuoi cung|cuoi)|(?<week>first|1st|second|2nd|third|3rd|fourth|4th|last|final) week|tuan (?<week>dau tien|dau|thu (?:[1-4]|nhat|hai|ba|tu)|cuoi cung|cuoi)|(?<part>early|beginning|start|first half|mid|middle|second half|late|end|dau|giua|nua dau|nua cuoi|nua sau|cuoi))[\s-]*(?:(?:of|in|cua)\s+)?(?:the\s+)?$")]
    private static partial Regex Part();
}
