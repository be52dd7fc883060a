using System.Globalization;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Dates;

/// <summary>Months and parts of them: "early May", "tháng 7 hoặc tháng 8". What has begun lasts from today.</summary>
internal static partial class NamedMonths
{
    public static Found<DatesWish>? Find(FoldedText text, DateOnly today)
    {
        Found<DatesWish>? found = null;
        foreach (var match in MonthMention().Matches(text.Open).Concat(VietnameseMonth().Matches(text.Open)).OrderBy(match => match.Index))
        {
            if (!CanBeMonth(text, match) || MonthNames.Number(match.Groups["m"].Value) is not { } month || month is < 1 or > 12)
            {
                continue;
            }

            var year = match.Groups["y"] is { Success: true } named ? int.Parse(named.Value, CultureInfo.InvariantCulture) : month < today.Month || NextYear().IsMatch(text.Folded[(match.Index + match.Length)..]) || NextYearBefore().IsMatch(text.Folded[..match.Index]) ? today.Year + 1 : today.Year;
            var first = new DateOnly(year, month, 1);
            var last = first.AddMonths(1).AddDays(-1);
            var part = MonthParts.Before(text, match.Groups["month"].Index);
            var span = MonthParts.Of(part, new DatesWish(first, last));

            if (match.Groups["m2"] is { Success: true } second && MonthNames.Number(second.Value) is { } end and >= 1 and <= 12)
            {
                var until = new DateOnly(end < month ? year + 1 : year, end, 1).AddMonths(1).AddDays(-1);
                span = span with { To = until };
            }

            var start = part.Success ? Math.Min(part.Index, match.Index) : match.Index;

            // "End of March so that April showers don't catch me" is one time, "May or June" are two; "in March …, in its second half" says more exactly when.
            if (found is not null && part.Success && found.Value.From <= span.From && span.To <= found.Value.To)
            {
                found = text.Claim(start, match.Index + match.Length, span);
                continue;
            }

            if (found is not null && !(text.FoldedIndex(found.End) is var before && before <= match.Groups["month"].Index && Joined().IsMatch(text.Folded[before..match.Groups["month"].Index])) && !Also().IsMatch(text.Folded[(match.Index + match.Length)..]))
            {
                continue;
            }

            var here = text.Claim(start, match.Index + match.Length, span);
            found = found is null ? here : new Found<DatesWish>(new DatesWish(found.Value.From < span.From ? found.Value.From : span.From, found.Value.To > span.To ? found.Value.To : span.To), found.Start, here.End);
        }

        return found is null ? null : found with { Value = found.Value with { From = found.Value.To >= today && found.Value.From < today ? today : found.Value.From } };
    }

    // "may" and "mar" are months only where a month is expected, "Đéc" is none; "living in Hanoi since September" is no time to travel.
    private static bool CanBeMonth(FoldedText text, Match match)
    {
        if (!text.Written(match.Groups["m"]).All(char.IsAscii) && !match.Groups["vi"].Success || text.Before(Since(), match.Groups["month"].Index).Success || match.Groups["vi"] is { Success: true, Value: "thang" } month && !text.MayBe(month, "tháng"))
        {
            return false;
        }

        if (match.Groups["cue"] is { Success: true } cue && (cue.Value != "to" || Ends().IsMatch(text.Folded[(match.Index + match.Length)..])) || MonthParts.Before(text, match.Groups["month"].Index).Success || match.Groups["vi"].Success || match.Groups["y"].Success || match.Value is ['t', >= '0' and <= '9', ..])
        {
            return true;
        }

        var name = match.Groups["m"];
        var (start, _) = text.Span(name.Index, name.Length);
        return name.Length > 3 && (name.Value != "march" || Ends().IsMatch(text.Folded[(match.Index + match.Length)..])) || name.Length is 3 && name.Value is not ("may" or "mar") && (name.Value != "sep" || char.IsUpper(text.Original[start]));
    }

    [GeneratedRegex(@"^\s*(?:nay\s+)?(?:or|and|to|until|till?|through|thru|hoac|hay|den|toi|va|-|/|,|&)[\s,]*(?:(?!so\b|but\b|as\b|if\b|when\b|nen\b|nhung\b|vi\b)[a-z]+[\s-]+){0,4}$")]
    private static partial Regex Joined();

    [GeneratedRegex(@"^[^.;!?]{0,12}\b(?:also|too|as well|cung)\b")]
    private static partial Regex Also();

    [GeneratedRegex(@"^\s*(?:[.,;!?)]|$|(?:is|would|or|works|suits)\b)")]
    private static partial Regex Ends();

    [GeneratedRegex(@"\b(?:since|married in|moved (?:here )?in) (?:last )?$")]
    private static partial Regex Since();

    [GeneratedRegex(@"^\s*(?:of |the |in )?(?:next year|nam sau|nam toi)\b")]
    private static partial Regex NextYear();

    [GeneratedRegex(@"\b(?:next year|nam sau|nam toi|sang nam)\b[^.;!?]{0,40}$")]
    private static partial Regex NextYearBefore();

    [GeneratedRegex(@"(?:\b(?<cue>in|of|during|next|this|until|till|through|thru|since|for|around|from|or|and|to|after|before|by|between)\s+)?\b(?<month>(?<m>" + MonthNames.English + @"))\b(?!'|(?<=may)\s+(?:not|be|have|also|need|want|even|i|we)\b)(?:,?\s+(?<y>20\d\d)\b)?(?:(?=\s*(?:or|and|to|until|till?|through|thru|-|,|/)\s*(?:" + MonthNames.English + @")\b)(?<cue>)|)")]
    private static partial Regex MonthMention();

    [GeneratedRegex(@"(?<!(?<!\bthu )(?:\d|mot|hai|ba) )\b(?<month>)(?:(?<vi>thang|thg)\s*|t(?=[89]\b|1[0-2]\b)|(?<=\b(?:dau|giua|cuoi) )t(?=[1-7]\b))(?<m>\d{1,2}|gieng|muoi (?:mot|hai)|muoi|hai|ba|tu|nam|sau|bay|tam|chin|chap)(?!\s+am\b)(?:(?:\s*/\s*|\s+nam\s+|\s+)(?<y>20\d\d)\b|(?![\d/])\b)(?:\s*(?:-|den|toi|hoac|hay|va)\s*(?:thang\s*)?(?<m2>\d{1,2})(?!\d|\s*(?:ngay|nguoi|tr|trieu|dem|k)\b))?")]
    private static partial Regex VietnameseMonth();
}
