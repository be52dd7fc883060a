using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Money;

/// <summary>Whom and how long an amount is for, as the words around it say: "per person", "tổng cho 4 người", "a night each", "/ngày/người". ForTwo: for both of them, however many may travel.</summary>
internal sealed partial record Shares(bool PerPerson, bool ForAll, bool ForTwo, bool PerDay, bool PerNight, bool IsOfRoom, int Length, int OwnLength)
{
    /// <summary>How far such words are looked for on either side, in characters.</summary>
    public const int Reach = 60;

    private static readonly (Regex Rule, Func<Shares, Shares> Meaning, bool Own)[] Terms =
    [
        (ForOne(), share => share with { PerPerson = true }, true),
        (OfEach(), share => share with { PerPerson = true }, true),
        (ADay(), share => share with { PerDay = true }, true),
        (ANight(), share => share with { PerNight = true }, true),
        (Both(), share => share with { ForAll = true, ForTwo = true }, false),
        (ForThem(), share => share with { ForAll = true }, false),
    ];

    /// <summary>Whether it is for more than one, as the words say that leave open for how many.</summary>
    public bool OfSeveral { get; private init; }

    /// <summary>Whether anything is said of it.</summary>
    public bool Says => PerPerson || ForAll || PerDay || PerNight;

    /// <summary>How far the words after an amount reach that leave the flights out of it, which is no word against flying; 0 if there are none.</summary>
    public static int WithoutFlightsLength(string rest) => WithoutFlights().Match(rest).Length;

    /// <summary>Whether the words before an amount make it what a meal costs, or how far one runs.</summary>
    public static bool IsOfSomethingElse(string lead) => MealOrWay().IsMatch(lead);

    /// <summary>What the words before and after an amount say; Length is that of all words after it, OwnLength of those that count nobody.</summary>
    public static Shares Of(string lead, string rest)
    {
        var share = new Shares(PerPersonBefore().IsMatch(lead), false, false, false, false, false, 0, 0);
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

        var forTwo = share.ForTwo || BothBefore().IsMatch(lead);
        return share with
        {
            ForAll = !share.PerPerson && (share.ForAll || forTwo || TotalBefore().IsMatch(lead) || TotalAfter().IsMatch(rest)),
            ForTwo = !share.PerPerson && forTwo,
            OfSeveral = Together().IsMatch(lead) || Together().IsMatch(rest),
            IsOfRoom = share.PerDay && Room().IsMatch(lead) || share.PerNight && (share.PerPerson ? Room() : Lodging()).IsMatch(lead),
        };
    }

    /// <summary>What an amount is multiplied by to be one person's for the whole trip.</summary>
    public decimal Factor(Func<PartyWish?> party, DurationWish? duration)
    {
        // Nobody says "for all of us" alone; of how many they are, two are the least.
        var share = ForTwo ? 2 : !ForAll ? 1 : party() is { } who ? Math.Max(1, who.Adults + who.Children) : OfSeveral ? 2 : 1;
        var times = duration is null ? 1 : PerDay ? Math.Max(1, (decimal)duration.MaxDays) : PerNight ? Math.Max(1, (decimal)duration.MaxDays - 1) : 1;
        return times / share;
    }

    private const string Several = @"(?:\d{1,2}|hai|ba|bon|nam|sau|bay|tam|chin|muoi)";
    private const string English = "(?:two|three|four|five|six|seven|eight|nine|ten)";
    private const string Kin = "(?:vo chong|vc|me con|bo con|cha con|ba con|ong ba|chi em|anh em)";
    private const string Light = @"(?:(?:em|minh|tui|toi|bon minh|nay|co|gom|gop|chung|het|chi|dong|la|duoc|tong|dung|khoang|tam|toi da|duoi|khong qua)\s+)*";
    // What has a price of its own and is nobody.
    private const string Whole = "ngay|dem|tour|chuyen|phong|cap|doi|gia|nha|nhom|doan|xe|ve|bua|di|ve|lam|moi";
    private const string Rooms = "hotels?|rooms?|guest ?houses?|homestays?|hostels?|khach san|ks|phong|nha nghi";

    [GeneratedRegex(@"^\s*(?:(?:cho )?moi (?!(?:" + Whole + @")\b)[a-z]+\b|(?:/ ?|per |a |1 |mot |one |tren )\s*(?:person|people|pax|head|adult|student|kid|nguoi|khach|ng|hs|hoc sinh|sv|sinh vien|dua|mang|dau nguoi|suat|ban|cu|me|chau|em|be|vi|chi|bac|thanh vien|nhan vien|nv)\b|pp\b|p/p\b|each\b(?! (?:have|has|had|need|needs|want|wants|get|gets|other|of|with)\b)|apiece\b|dau nguoi\b)")]
    private static partial Regex OfEach();

    // "For one person", "by person".
    [GeneratedRegex(@"^\s*(?:for|by|pro) (?:(?:one|1|each|every|the|a) )?(?:person|adult|head|pax|participant)\b|^\s*(?:per |/ ?)participant\b|^\s*for each(?: of us)?\b")]
    private static partial Regex ForOne();

    [GeneratedRegex(@"\b(?:moi (?!(?:" + Whole + @")\b)[a-z]+|mot (?:nguoi|dua|ban|khach|cu|em|chau|me|be|hoc sinh|nhan vien)|(?:per|each|a) (?:head|person|pax)|each of us|per pax)\b[^.;!?\d]{0,24}$")]
    private static partial Regex PerPersonBefore();

    [GeneratedRegex(@"^\s*(?:/ ?|per |a |the |each |by |mot |1 |moi )\s*(?:day|ngay)\b(?! (?:trip|tour|cruise|out|hike|trek)\b)")]
    private static partial Regex ADay();

    [GeneratedRegex(@"^\s*(?:/ ?|per |a |the |each |by |mot |1 |moi )\s*(?:night|nite|dem)\b")]
    private static partial Regex ANight();

    // "Ăn suất 120k", "a trail I can run 30k on".
    [GeneratedRegex(@"\b(?:(?:an|com)? ?suat(?: an)?|(?:an |com )?moi bua|bua (?:an|com)|meals? (?:of|at|for|around|about)|(?:run(?:ning)?|jog|hike|cycle|chay bo) (?:a |about |around |some )?)\s*$")]
    private static partial Regex MealOrWay();

    // What a room costs is no budget of the trip.
    [GeneratedRegex(@"\b(?:" + Rooms + @")\b[^.,;!?]*$")]
    private static partial Regex Room();

    [GeneratedRegex(@"\b(?:" + Rooms + @")\b[^.;!?]*$")]
    private static partial Regex Lodging();

    [GeneratedRegex(@"^\s*(?:in )?(?:(?:/|per |ca |cho ca |mot |for (?:the |our )?(?:whole )?)\s*(?:group|doan|nhom|family|nha|gia dinh|doan|team)\b(?: (?:minh|em|toi|tui))?(?: " + Several + @" nguoi)?|cho (?:ca )?(?:gia dinh|nhom|nha|doan)\b|(?:/|per |a |mot |moi |1 )\s*(?:couple|cap)\b|(?:in total |altogether )?(?:for|between) (?:the |all )?(?:(?:\d{1,2}|" + English + @"|both|lot) of (?:us|them|you)\b|(?:\d{1,2}|" + English + @")(?:\s*(?:people|persons|pax|adults?|travell?ers|guests)\b|\s*(?=$|[,.;!?)]))|(?:whole|entire) (?:thing|lot|trip|stay|gang|bunch|family|group)\b|lot\b|everyone\b|everybody\b|all\b|us(?: all)?\b)|(?:cho )?(?:ca )?" + Several + @"\s*" + Kin + @"\b|(?:cho ca|cho|ca) " + Several + @"\s*(?:dua|nguoi|ng|khach)\b|(?:hai|ba|bon|nam|sau|bay|tam) nguoi\b(?! lon)|(?:[2-9]|\d\d)\s*(?:nguoi|ng|khach|pax|people|persons)\b(?! lon)|/\s?(?:[2-9]|\d\d)\s*(?:nguoi|ng|khach|pax|people|persons|nl|vc)\b)")]
    private static partial Regex ForThem();

    // "Tổng chi phí cả nhà không quá 10 triệu", "for the 4 of us, 2000", "hai mẹ con có 7 triệu".
    [GeneratedRegex(@"\b(?:total|tong)\b[^.,;!?\d]*(?:\d{1,2} (?:nguoi|ng|khach|people|persons|pax)\b[^.,;!?\d]*)?$|\bper couple:?\s*$|\bfor (?:the |all )?(?:\d+|" + English + @") of us,?\s*$|\bcho (?:ca )?\d+ nguoi,?\s*$|\b(?:ca (?:nha|nhom|doan|gia dinh|bon|lop)|" + Several + " " + Kin + @"),?\s*" + Light + @"$|(?<!\bmoi )\b" + Several + @" (?:dua|nguoi|ng)\b\s*" + Light + "$")]
    private static partial Regex TotalBefore();

    [GeneratedRegex(@"^[^.,;!?\d]*\b(?:total|altogether|all (?:in|up|told)|in all|for everything|tong(?: cong)?|ca (?:nha|nhom|doan|gia dinh|lop|goi|thay)|tat ca|het (?:thay|tron))\b")]
    private static partial Regex TotalAfter();

    [GeneratedRegex(@"\b(?:ca (?:nha|nhom|doan|gia dinh|bon|lop)|(?:all|lot) of us|(?:whole|entire) (?:family|group|gang)|for the family|everyone|everybody)\b")]
    private static partial Regex Together();

    [GeneratedRegex(@"\b(?:ca|cho|tong) (?:hai|2)(?: (?:nguoi|dua|vo chong|vc|me con|ong ba|ba me|bo me))?,?\s*" + Light + "$")]
    private static partial Regex BothBefore();

    [GeneratedRegex(@"^\s*(?:in total |altogether |total )?(?:(?:for )?(?:both|the (?:two|pair|both) of us|us two)\b|(?:cho )?(?:ca )?(?:hai|2) (?:dua|vo chong|vc|me con|ong ba|ba me|bo me)\b)")]
    private static partial Regex Both();

    [GeneratedRegex(@"^[^.;!?]{0,24}?\b(?:excl(?:uding|usive of)?\.?|without|w/o|before|not (?:including|counting)|(?:chua|khong|ko|k) (?:bao gom|gom|tinh|ke))\s+(?:the |any |our |international |domestic |long haul |ve )*(?:flights?|airfares?|air tickets?|plane tickets?|may bay)\b")]
    private static partial Regex WithoutFlights();
}
