using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Money;

/// <summary>Whom and how long an amount is for, as the words around it say one after another: "per person", "tổng cho 4 người", "a night each", "/ngày/người".</summary>
internal sealed partial record Shares(bool PerPerson, bool ForAll, bool PerDay, bool PerNight, bool IsOfRoom, int Length, int OwnLength)
{
    /// <summary>How far such words are looked for on either side, in characters.</summary>
    public const int Reach = 60;

    private static readonly (Regex Rule, Func<Shares, Shares> Meaning, bool Own)[] Terms =
    [
        (ForOne(), share => share with { PerPerson = true }, true),
        (OfEach(), share => share with { PerPerson = true }, true),
        (ADay(), share => share with { PerDay = true }, true),
        (ANight(), share => share with { PerNight = true }, true),
        (Total(), share => share with { ForAll = true }, false),
        (ForThem(), share => share with { ForAll = true }, false),
    ];

    /// <summary>Whether anything is said of it.</summary>
    public bool Says => PerPerson || ForAll || PerDay || PerNight;

    /// <summary>How far the words after an amount reach that leave the flights out of it, which is no word against flying; 0 if there are none.</summary>
    public static int WithoutFlightsLength(string rest) => WithoutFlights().Match(rest).Length;

    /// <summary>What the words before and after an amount say; Length is that of all words after it, OwnLength of those that count nobody.</summary>
    public static Shares Of(string lead, string rest)
    {
        var share = new Shares(PerPersonBefore().IsMatch(lead), false, false, false, false, 0, 0);
        for (var more = true; more;)
        {
            more = false;
            foreach (var (rule, meaning, own) in Terms)
            {
                if (rule.Match(rest[share.Length..]) is { Success: true, Length: > 0 } match)
                {
                    var end = share.Length + match.Length;
                    share = meaning(share) with { Length = end, OwnLength = own && share.OwnLength == share.Length ? end : share.OwnLength };
                    more = true;
                    break;
                }
            }
        }

        return share with { ForAll = !share.PerPerson && (share.ForAll || TotalBefore().IsMatch(lead)), IsOfRoom = (share.PerNight || share.PerDay) && Room().IsMatch(lead) };
    }

    /// <summary>What an amount is multiplied by to be one person's for the whole trip.</summary>
    public decimal Factor(Func<PartyWish?> party, DurationWish? duration)
    {
        var share = ForAll && party() is { } who ? Math.Max(1, who.Adults + who.Children) : 1;
        var times = duration is null ? 1 : PerDay ? Math.Max(1, (decimal)duration.MaxDays) : PerNight ? Math.Max(1, (decimal)duration.MaxDays - 1) : 1;
        return times / share;
    }

    private const string Several = @"(?:\d{1,2}|hai|ba|bon|nam|sau|bay|tam|chin|muoi)";
    private const string Kin = "(?:vo chong|vc|me con|bo con|cha con|ba con|ong ba|chi em|anh em)";

    [GeneratedRegex(@"^\s*(?:(?:/ ?|per |a |1 |mot |one |(?:cho )?moi |tren )\s*(?:person|people|pax|head|adult|student|kid|nguoi|khach|ng|hs|hoc sinh|sv|sinh vien|dua|mang|dau nguoi|suat|ban|cu|me|chau|em|be|vi|chi|bac|thanh vien|nhan vien|nv)\b|pp\b|p/p\b|each\b|dau nguoi\b)")]
    private static partial Regex OfEach();

    // "For one person", "by person".
    [GeneratedRegex(@"^\s*(?:for|by|pro) (?:(?:one|1|each|every|the|a) )?(?:person|adult|head|pax|participant)\b|^\s*(?:per |/ ?)participant\b|^\s*for each(?: of us)?\b")]
    private static partial Regex ForOne();

    [GeneratedRegex(@"\b(?:(?:moi|mot) (?:nguoi|dua|ban|khach|cu|em|chau|me|be|hoc sinh|nhan vien)|(?:per|each|a) (?:head|person|pax)|each of us|per pax)\b[^.;!?\d]{0,24}$")]
    private static partial Regex PerPersonBefore();

    [GeneratedRegex(@"^\s*(?:/ ?|per |a |the |each |by |mot |1 |moi )\s*(?:day|ngay)\b")]
    private static partial Regex ADay();

    [GeneratedRegex(@"^\s*(?:/ ?|per |a |the |each |by |mot |1 |moi )\s*(?:night|dem)\b")]
    private static partial Regex ANight();

    // What a room costs is no budget of the trip.
    [GeneratedRegex(@"\b(?:hotels?|rooms?|guest ?houses?|homestays?|hostels?|khach san|ks|phong|nha nghi)\b[^.,;!?]*$")]
    private static partial Regex Room();

    [GeneratedRegex(@"^\s*(?:in )?(?:(?:/|per |ca |cho ca |mot |for (?:the |our )?(?:whole )?)\s*(?:group|doan|nhom|family|nha|gia dinh|doan|team)\b(?: (?:minh|em|toi|tui))?(?: " + Several + @" nguoi)?|cho (?:ca )?(?:gia dinh|nhom|nha|doan)\b|(?:/|per |a |mot |moi |1 )\s*(?:couple|cap)\b|total\b|altogether\b|all (?:in|up|told)\b|in all\b|tong(?: cong)?\b|(?:ca thay|tat ca|het thay|het tron)\b|for (?:(?:the )?(?:both|all)(?: of us)?\b|(?:\d+|two|three|four|five|six)(?: of us\b|\s*(?:people|persons|pax|adults?|travell?ers|guests)\b|\s*(?=$|[,.)])))|(?:cho )?(?:ca )?" + Several + @"\s*" + Kin + @"\b|(?:cho ca|cho|ca) " + Several + @"\s*(?:dua|nguoi|ng)\b|(?:hai|ba|bon|nam|sau|bay|tam) nguoi\b(?! lon)|cho (?:ca )?(?:\d+|hai|ba|bon)\s*(?:nguoi|ng|khach|vo chong|vc)|/\s?(?:[2-9]|\d\d)\s*(?:nguoi|ng|khach|pax|people|persons|nl|vc)\b)")]
    private static partial Regex Total();

    [GeneratedRegex(@"\b(?:total|tong)(?:\s+(?:budget|price|cost|ngan sach|chi phi|cong))?[\s:]*(?:is|of|la)?\s*(?:(?:about|around|khoang|tam|toi da|duoi|under|max)\s*)?$|\bper couple:?\s*$|\bfor (?:the |all )?(?:\d+|two|three|four|five|six) of us,?\s*$|\bcho (?:ca )?\d+ nguoi,?\s*$|\b(?:ca (?:nha|nhom|doan|gia dinh|hai|bon|lop)|" + Several + " " + Kin + @"),?\s*(?:(?:co|tam|khoang|chung|toi da|duoi|het)\s*)*$|(?<!\bmoi )\b" + Several + @" (?:dua|nguoi|ng)(?: (?:tui|minh|em|toi|nay|bon minh))?\s*(?:(?:co|gom|gop|chung|het|chi|dong|la|duoc|tong)\s*)*(?:(?:khoang|tam|chung)\s*)?$")]
    private static partial Regex TotalBefore();

    [GeneratedRegex(@"^\s*(?:in total |altogether )?(?:for|between) (?:the |all )?(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|both|lot) of (?:us|them|you)|(?:two|three|four|five|six)\b(?=\s*(?:$|[,.;!?)]))|(?:whole|entire) (?:thing|lot|trip|stay|gang|bunch|family|group)|lot\b(?=\s*(?:$|[,.;!?)]))|everyone|everybody|us(?: all)?)\b")]
    private static partial Regex ForThem();

    [GeneratedRegex(@"^[^.;!?]{0,24}?\b(?:excl(?:uding|usive of)?\.?|without|w/o|before|not (?:including|counting)|(?:chua|khong|ko|k) (?:bao gom|gom|tinh|ke))\s+(?:the |any |our |international |domestic |long haul |ve )*(?:flights?|airfares?|air tickets?|plane tickets?|may bay)\b")]
    private static partial Regex WithoutFlights();
}
