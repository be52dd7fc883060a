using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Money;

/// <summary>Which end of a budget an amount is, and whether it is firm: "under", "from", "about", "trở lên", "tối đa".</summary>
internal static partial class Bounds
{
    private enum Bound { None, Max, Min }

    /// <summary>The words for money that end at a folded position; null if there are none.</summary>
    public static string? CueBefore(FoldedText text, int at) =>
        Cue().Match(text.Folded[Math.Max(0, at - 40)..at]) is { Success: true } cue && !Has(text, cue, Math.Max(0, at - 40)) ? cue.Value : null;

    // "Có 3 triệu" is what one has, "cỡ 3 triệu" about so much.
    private static bool Has(FoldedText text, Match cue, int from) => cue.Value.Trim() is "co" && text.Accented && text.Written(cue, from).Trim() != "cỡ";

    /// <summary>Whether such words are of money and of nothing else ("budget", not "around").</summary>
    public static bool IsOfMoney(string cue) => OfMoney().IsMatch(cue);

    /// <summary>Whether what counts before a folded position are years of age.</summary>
    public static bool IsOfAge(FoldedText text, int at) => OfAge().IsMatch(text.Folded[Math.Max(0, at - 40)..at]);

    /// <summary>The budget that one amount or two make between the words before and after.</summary>
    public static BudgetWish Wish(string? cue, string rest, Amount low, Amount high)
    {
        var firm = cue is not null && Firm().IsMatch(cue) && !About().IsMatch(cue) || FirmAfter().IsMatch(rest) || !(cue is not null && About().IsMatch(cue)) && FirmAside().IsMatch(rest);
        return BoundOf(cue, rest, low.Value != high.Value) switch
        {
            Bound.Min => new BudgetWish(high.Value, null, high.Currency, firm),
            _ => new BudgetWish(low.Value < high.Value ? low.Value : null, high.Value, high.Currency, firm),
        };
    }

    private static Bound BoundOf(string? cue, string rest, bool range) =>
        MinAfter().IsMatch(rest) ? Bound.Min
        : MaxAfter().IsMatch(rest) ? Bound.Max
        : cue is null || range || About().IsMatch(cue) ? Bound.None
        : Maximum().IsMatch(cue) ? Bound.Max
        : Minimum().IsMatch(cue) ? Bound.Min
        : Bound.None;

    [GeneratedRegex(@"(?:\b(?:under|below|sub|less than|lower than|cheaper than|max(?:imum)?|up ?to|no more than|not more than|at most|within|(?:not|won'?t|can'?t|cannot|don'?t) (?:(?:want|wish|like|plan) to )?(?:go |be |spend |pay )?(?:over|above|beyond)|not exceed(?:ing)?|cannot exceed|strictly|firm|(?:hard )?(?:cap|limit|ceiling)|from|over|above|more than|at least|min(?:imum)?|more or less|about|around|approx(?:imately)?|roughly|circa|budget|spend|price|cost|pay|afford|duoi|toi da|(?:khong|ko|k|dung|cam) (?:co )?(?:vuot )?qua|chot cung|kich (?:kim|tran)|tran|it hon|nho hon|re hon|tu|tren duoi|tren|hon|it nhat|toi thieu|tam|khoang|co|chung|xap xi|quanh|trong vong|trong|ngan sach|chi phi|gia|kinh phi|tai chinh)\b|\bof us,?|[~<≤])(?:(?<=\b(?:max|min|approx|ca))\.)?[\s:=]*(?:(?:is|of|la|about|around|under|max|tam|khoang|toi da|duoi|price|budget|trong)\b(?:(?<=\b(?:max|approx))\.)?[\s:=]*)*$")]
    private static partial Regex Cue();

    [GeneratedRegex(@"\b(?:max(?:imum)?|up ?to|no more than|not more than|at most|strictly|firm|(?:hard )?(?:cap|limit|ceiling)|(?:not|won'?t|can'?t|cannot|don'?t) (?:(?:want|wish|like|plan) to )?(?:go |be |spend |pay )?(?:over|above|beyond)|cannot exceed|not exceed(?:ing)?|under|below|sub|less than|lower than|cheaper than|within|toi da|(?:khong|ko|k|dung|cam) (?:co )?(?:vuot )?qua|chot cung|kich (?:kim|tran)|tran|duoi|trong vong|it hon|nho hon|re hon)\b|[<≤]")]
    private static partial Regex Firm();

    [GeneratedRegex(@"^\s*[,(-]?\s*(?:(?:is |as |is (?:my|our|the) |that'?s (?:my|our|the|a) )?(?:absolute |hard |strict |firm )?(?:max(?:imum)?|cap|limit|ceiling)\b(?! (?:group|size|people|pax|persons?|\d))|tops\b|firm\b|(?:la )?(?:toi da|kich (?:kim|tran)|tran|het co|het muc|cao nhat|max|chot cung)\b(?! (?:group|size|people|pax|persons?))|at most\b|or less\b|or under\b|do lai\b|tro xuong\b|quay dau\b)")]
    private static partial Regex FirmAfter();

    // "€6000 left for everything, cannot be more", "mỗi đứa góp 1tr5 thôi nha".
    [GeneratedRegex(@"^[^.;!?\d]{0,48}?\b(?:max(?:imum)?(?=\s*(?:$|[.,;!?)]|pls\b|please\b))|strictly|(?:can'?t|cannot|won'?t) (?:be|go|do|stretch to|spend|pay) (?:any )?(?:more|over|above|higher|beyond)|(?:this|that|it)(?:'s| is)?(?: really| already)? (?:the|our|my) (?:very )?(?:top(?=\s*(?:$|[.,;!?)]))|limit|ceiling|maximum|max|most (?:we|i))|no way (?:more|over|above)|(?:not|no) more(?=\s*(?:$|[.,;!?)]|pls\b|please\b))|not (?:an?|one)(?: single)? [a-z]+ more|sagad|wala nang (?:extra|dagdag)|(?:khong|ko|k) (?:the )?(?:vuot|hon) (?:duoc|dc)|(?:khong|ko|k) hon(?=\s*(?:$|[.,;!?)]|(?:nha|nhe|dau|nua) ?\b))|qua (?:la|thi) (?:khong|ko|k|thoi|chiu|nghi)|chot cung|dung (?:chung|tung) (?:do|ay)|th[ou]i(?=\s*(?:$|[.,;!?)]|nen\b|(?:a|nha|nhe|nghen|nhen|ha|nghe) ?\b)))\b")]
    private static partial Regex FirmAside();

    [GeneratedRegex(@"\b(?:under|below|sub|less than|lower than|cheaper than|max|maximum|up ?to|cap|limit|ceiling|chot cung|kich kim|kich tran|tran|more than|most|within|exceed|(?:not|won'?t|can'?t|cannot|don'?t) (?:(?:want|wish|like|plan) to )?(?:go |be |spend |pay )?(?:over|above|beyond)|trong vong|duoi|toi da|qua|it hon|nho hon|re hon)\b|[<≤]")]
    private static partial Regex Maximum();

    [GeneratedRegex(@"\b(?:budget|spend|price|cost|pay|afford|ngan sach|chi phi|gia|kinh phi|tai chinh)\b")]
    private static partial Regex OfMoney();

    [GeneratedRegex(@"\b(?:age[sd]?|tuoi)\s*(?:is |are |about |around |over |under |above |below |from |khoang |tam |tren |duoi |tu )*$")]
    private static partial Regex OfAge();

    [GeneratedRegex(@"\b(?:from|over|above|at least|min|minimum|tu|tren|hon|it nhat|toi thieu)\b")]
    private static partial Regex Minimum();

    // "Trên dưới 3 triệu" is about so much, though both its words bound it.
    [GeneratedRegex(@"\b(?:about|around|approx|approximately|roughly|circa|tam|khoang|co|chung|xap xi|quanh|tren duoi|more or less)\b|~")]
    private static partial Regex About();

    [GeneratedRegex(@"^\s*(?:or more\b|and up\b|plus\b|\+|tro len\b)")]
    private static partial Regex MinAfter();

    [GeneratedRegex(@"^\s*(?:or less\b|or under\b|max\b(?! (?:group|size|people|pax|persons?|\d))|tops\b|tro xuong\b|do lai\b|quay dau\b|toi da\b)")]
    private static partial Regex MaxAfter();
}
