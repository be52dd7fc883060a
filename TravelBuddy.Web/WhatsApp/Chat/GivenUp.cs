using System.Text.RegularExpressions;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Wishes let go of in words: "forget the budget", "any length is fine", "mấy ngày cũng được", "bỏ ngân sách". <paramref name="Rest"/> is what else is said.</summary>
public sealed partial record GivenUp(IReadOnlyList<string> Wishes, string Rest)
{
    /// <summary>The wishes by the codes of <see cref="Relaxing"/>; null if the text lets go of none.</summary>
    public static GivenUp? Find(string text)
    {
        var folded = new FoldedText(text);
        var found = new List<(string Wish, int Start, int End)>();
        foreach (var rule in new[] { English(), Open(), Vietnamese(), Dropped() })
        {
            foreach (Match match in rule.Matches(folded.Folded))
            {
                var (start, end) = folded.Span(match.Index, match.Length);
                if (rule == Dropped() && !IsDropping(text[start..end]))
                {
                    continue;
                }

                found.AddRange(Codes.Where(code => match.Groups[code].Success && !found.Any(other => other.Start < end && start < other.End)).Take(1).Select(code => (code, start, end)));
            }
        }

        return found.Count == 0 ? null : new GivenUp([.. found.Select(wish => wish.Wish).Distinct()], found.OrderByDescending(wish => wish.Start).Aggregate(text, (rest, wish) => rest.Remove(wish.Start, wish.End - wish.Start)).Trim(' ', ',', '.', ';', '!'));
    }

    /// <summary>The wishes without those let go of; with the budget goes what a night may cost.</summary>
    public Wishes From(Wishes wishes) => Wishes.Aggregate(Wishes.Contains(Relaxing.Budget) ? wishes with { MostPerNight = null } : wishes, Relaxing.Without);

    /// <summary>"bỏ giá" and not "bố già", which are the same without their signs.</summary>
    private static bool IsDropping(string said) => DroppingWords.Contains(said.Split(' ')[0].Normalize(), StringComparer.OrdinalIgnoreCase);

    private static readonly string[] DroppingWords = ["bo", "bỏ", "thoi", "thôi", "khong", "không", "ko", "k"];

    private static readonly string[] Codes = [Relaxing.Budget, Relaxing.Durations, Relaxing.Dates, Relaxing.Places, Relaxing.Transportation, Relaxing.Food, Relaxing.Activities];

    private const string Fine = @"(?:\s+(?:is|are|would be|will be|'s)\s+(?:all\s+)?(?:fine|ok|okay|good|great|alright|possible)|\s+(?:fine|ok|okay|works?|will do|would do|goes))\b(?!\s+for\b)";
    private const string Noun = @"(?:(?<budget>budget|price|cost|amount)|(?<durations>length|duration|number of days)|(?<dates>dates?|day|month|time)|(?<places>place|destination|location|region|area|town|city|province)|(?<transportation>transport\w*|way to travel|vehicle)|(?<food>food|diet|meals?)|(?<activities>activit(?:y|ies)))";
    private const string Nouns = @"(?:(?<budget>budget|price|cost|money)|(?<durations>length|duration|number of days)|(?<dates>dates?)|(?<places>place|destination|location)|(?<transportation>transport\w*)|(?<food>food|diet)|(?<activities>activities))";

    [GeneratedRegex(@"\b(?:any|whatever|whichever)\s+" + Noun + Fine + @"|^\s*any\s+" + Noun + @"\s*[.!]?\s*$|\b(?:forget|drop|ignore|skip|scrap|remove|lift|leave out|never ?mind)\s+(?:about\s+)?(?:the|my|our|that)\s+" + Nouns + @"(?:\s+(?:limit|wish))?\b(?!\s+of\b)|\bno\s+(?<budget>budget|price)\s+limit\b")]
    private static partial Regex English();

    [GeneratedRegex(@"\b(?:the\s+)?" + Nouns + @"\s+(?:does\s?n[o']?t|doesn't|do\s?n[o']?t|don't|does not)\s+matter\b|\b(?:the\s+|my\s+)?" + Nouns + @"\s+is\s+(?:not important|flexible|open|no (?:issue|problem|object|matter)|up to you)\b|\b(?:don'?t|do not)\s+(?:care|mind)\s+(?:about\s+)?the\s+" + Nouns + @"\b|\b(?:(?<places>anywhere)|(?<dates>any ?time)|(?<food>any kind of food))" + Fine + @"|\b(?<budget>whatever it costs)\b|\b(?<durations>however long|how long does ?n[o']?t matter)\b")]
    private static partial Regex Open();

    private const string Whatever = @"\s+(?:duoc|dc|dk|ok|oke|okie|okay|on|tot)\b(?!\s+(?:khong|ko|k|chua)\b)";

    [GeneratedRegex(@"\b(?:di\s+|chi\s+|mat\s+)?(?:(?<budget>(?:gia|gia ca|gia tien|tien|ngan sach|chi phi|bao nhieu tien)(?:\s+(?:nao|sao|the nao|nhu nao|bao nhieu|tien|may))*)|(?<durations>(?:may|bao nhieu)\s+(?:ngay|hom|bua)|bao lau|dai ngan)|(?<dates>(?:ngay|hom|thang|luc|khi|tuan|mua|dip)\s+nao|bao gio|ngay gio nao)|(?<places>(?:noi|cho|tinh|vung|mien)\s+nao|(?:o |di )?dau)|(?<food>an\s+(?:gi|sao|uong gi))|(?<transportation>(?:di\s+)?(?:bang|xe|phuong tien)\s+(?:gi|nao))|(?<activities>(?:choi|lam)\s+gi|hoat dong\s+(?:gi|nao)))\s+cung" + Whatever)]
    private static partial Regex Vietnamese();

    [GeneratedRegex(@"\b(?:bo|thoi bo|bo qua|khong can|ko can|k can|khong quan tam|ko quan tam|khong gioi han|ko gioi han|khong quan trong|ko quan trong)\s+(?:(?:het|luon|cai|muc|phan|yeu cau|gioi han|chuyen|den|toi|ve)\s+)*(?:(?<budget>ngan sach|gia(?:\s+(?:ca|tien))?(?!\s+(?:dinh|vi|lai|re|tot|tri|truyen))|chi phi|tien bac)|(?<durations>so ngay|thoi luong)|(?<dates>ngay di|ngay gio|ngay khoi hanh)|(?<places>noi den|diem den|dia diem)|(?<transportation>phuong tien)|(?<food>mon an|an uong)|(?<activities>hoat dong))\b(?:\s+(?:di|nhe|nha|luon|nua))*")]
    private static partial Regex Dropped();
}
