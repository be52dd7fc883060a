using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Money;

/// <summary>Whom and how long an amount is for: "per person", "tổng cho 4 người", "/day".</summary>
internal static partial class Shares
{
    /// <summary>How long the words right after an amount are that make it one person's; 0 if there are none.</summary>
    public static int PerPersonLength(string rest) => Math.Max(PerPerson().Match(rest).Length, ForOne().Match(rest).Length);

    /// <summary>How far the words after an amount reach that leave the flights out of it, which is no word against flying; 0 if there are none.</summary>
    public static int WithoutFlightsLength(string rest) => WithoutFlights().Match(rest).Length;

    /// <summary>What an amount is multiplied by to be one person's for the whole trip.</summary>
    public static decimal FactorOf(string lead, string rest, Func<PartyWish?> party, DurationWish? duration)
    {
        var forAll = PerPersonLength(rest) == 0 && (Total().IsMatch(rest) || ForThem().IsMatch(rest) || TotalBefore().IsMatch(lead));
        var share = forAll && party() is { } who ? Math.Max(1, who.Adults + who.Children) : 1;
        var times = PerDay().IsMatch(rest) && duration is not null ? (decimal)duration.MaxDays : 1;
        return times / share;
    }

    [GeneratedRegex(@"^\s*(?:(?:/|per |a |1 |mot |(?:cho )?moi |tren )\s*(?:person|people|pax|head|adult|student|kid|nguoi|khach|ng|hs|hoc sinh|sv|dua)\b|pp\b|p/p\b|each\b|dau nguoi\b)")]
    private static partial Regex PerPerson();

    [GeneratedRegex(@"^\s*(?:in )?(?:(?:/|per |ca |cho ca |mot |for (?:the |our )?(?:whole )?)\s*(?:group|doan|nhom|family|nha|gia dinh|doan)\b|cho (?:ca )?(?:gia dinh|nhom|nha|doan)\b|(?:/|per |a |mot |moi |1 )\s*(?:couple|cap)\b|total\b|altogether\b|all in\b|tong\b|for (?:(?:the )?(?:both|all)(?: of us)?|(?:\d+|two|three|four|five|six)(?: of us|\s*(?:people|persons|pax|adults?|travell?ers|guests)|\s*(?=$|[,.])))|(?:cho )?(?:ca )?(?:\d+|hai|ba|bon|nam|sau|bay|tam)\s*(?:vo chong|vc|me con|bo con|cha con)\b|(?:cho ca|cho|ca) (?:\d+|hai|ba|bon|nam|sau|bay|tam)\s*(?:dua|nguoi|ng)\b|(?:hai|ba|bon|nam|sau|bay|tam) nguoi\b(?! lon)|cho (?:ca )?(?:\d+|hai|ba|bon)\s*(?:nguoi|ng|khach|vo chong|vc)|/\s?(?:[2-9]|\d\d)\s*(?:nguoi|ng|khach|pax|people|persons|nl|vc)\b)")]
    private static partial Regex Total();

    [GeneratedRegex(@"\b(?:total|tong)(?:\s+(?:budget|price|cost|ngan sach|chi phi|cong))?[\s:]*(?:is|of|la)?\s*(?:(?:about|around|khoang|tam|toi da|duoi|under|max)\s*)?$|\bper couple:?\s*$|\bfor (?:the |all )?(?:\d+|two|three|four|five|six) of us,?\s*$|\bcho (?:ca )?\d+ nguoi,?\s*$|\b(?:ca (?:nha|nhom|doan|gia dinh|hai|bon|lop)|(?:hai|2) (?:vo chong|vc)|(?:\d|hai|ba|bon) (?:me|bo|cha) con),?\s*(?:(?:co|tam|khoang|chung|toi da|duoi|het)\s*)*$")]
    private static partial Regex TotalBefore();

    // "For one person", "by person".
    [GeneratedRegex(@"^\s*(?:for|by) (?:(?:one|1|each|every|the|a) )?(?:person|adult|head|pax|participant)\b|^\s*(?:per |/ ?)participant\b|^\s*for each(?: of us)?\b")]
    private static partial Regex ForOne();

    [GeneratedRegex(@"^\s*(?:in total |altogether )?for (?:the |all )?(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) of (?:us|them)|(?:whole|entire) (?:thing|lot|trip|stay|gang|bunch)|everyone|everybody|us all)\b")]
    private static partial Regex ForThem();

    [GeneratedRegex(@"^[^.;!?]{0,24}?\b(?:excl(?:uding|usive of)?\.?|without|w/o|before|not (?:including|counting)|(?:chua|khong|ko|k) (?:bao gom|gom|tinh|ke))\s+(?:the |any |our |international |domestic |long haul |ve )*(?:flights?|airfares?|air tickets?|plane tickets?|may bay)\b")]
    private static partial Regex WithoutFlights();

    [GeneratedRegex(@"^\s*(?:/|per |a |the |each |mot |moi )\s*(?:day|ngay)\b")]
    private static partial Regex PerDay();
}
