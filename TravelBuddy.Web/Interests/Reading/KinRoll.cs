using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>
/// Companies told one by one in Vietnamese: "vợ chồng em với bé 6 tuổi và mẹ chồng", "tui với hai ông bạn", "đưa ba mẹ với em gái đi". A roll is two
/// members or more, joined by words for "and" and "with"; who takes others along goes too.
/// </summary>
internal static partial class KinRoll
{
    private static readonly Dictionary<string, string[]> Spellings = new(StringComparer.Ordinal)
    {
        ["be"] = ["bé"],
        ["chau"] = ["cháu"],
        ["me"] = ["mẹ", "mệ"],
        ["ma"] = ["má"],
        ["bo"] = ["bố"],
        ["co"] = ["cô"],
        ["di"] = ["dì"],
        ["chu"] = ["chú"],
        ["bac"] = ["bác"],
        ["vo"] = ["vợ"],
        ["chong"] = ["chồng"],
        ["ong"] = ["ông"],
        ["ba"] = ["ba", "bà"],
        ["chi"] = ["chị"],
        ["cau"] = ["cậu"],
        ["mo"] = ["mợ"],
        ["ban"] = ["bạn"],
        ["cu"] = ["cụ"],
        ["lon"] = ["lớn"],
        ["nho"] = ["nhỏ"],
        ["dua"] = ["đứa"],
        ["cap"] = ["cặp"],
    };

    // Without accents these are other words more often.
    private static readonly HashSet<string> Doubtful = ["di", "co", "mo", "ma", "chi", "cau"];

    /// <summary>The roll that counts the most people, and its span; null if there is none.</summary>
    public static Found<PartyWish>? Find(FoldedText text)
    {
        Found<PartyWish>? best = null;
        foreach (var roll in Chain.All(text.Folded, First(), Next()))
        {
            if (Count(text, roll) is { } party && (best is null || party.Adults + party.Children > best.Value.Adults + best.Value.Children))
            {
                var (start, end) = text.Span(roll.Index, roll.Length + Myself().Match(text.Folded, roll.End).Length);
                best = new Found<PartyWish>(party, start, end);
            }
        }

        return best;
    }

    private static PartyWish? Count(FoldedText text, Chain roll)
    {
        var takes = roll.Links[0].Groups["takes"];
        if (takes.Success && text.Written(takes).Contains("đứa"))
        {
            return null;
        }

        var self = roll.Links[0].Groups["self"].Success || Myself().IsMatch(text.Folded, roll.End);
        var (adults, children, members, counts) = (self || takes.Success ? 1 : 0, 0, self ? 1 : 0, 0);
        var anchored = adults > 0;
        var (again, end, whole) = (new ToldAgain(), roll.Index, 0);
        foreach (var capture in roll.Captures("member"))
        {
            // "Gia đình 4 người, 2 bé": the family is no member of itself.
            if (capture.Index == roll.Index && OfAll().IsMatch(capture.Value) && text.Before(Group(), capture.Index).Success)
            {
                end = capture.Index + capture.Length;
                continue;
            }

            var member = Member().Match(capture.Value);
            if (!member.Success || !IsMeant(text, capture, member))
            {
                return null;
            }

            var number = member.Groups["n"] is { Success: true } n ? Value(text, capture, n) : 1;
            if (number is not { } count)
            {
                return null;
            }

            whole = capture.Index == roll.Index && OfAll().IsMatch(capture.Value) ? count : whole;
            var kind = Kinds.First(kind => member.Groups[kind].Success);
            var age = Age().Match(capture.Value) is { Success: true } years ? int.Parse(years.Groups["age"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : (int?)null;
            kind = kind is "adult" && age < 18 ? "child" : kind is "child" && age >= 18 ? "adult" : kind;
            var joined = Joining().IsMatch(text.Folded[end..capture.Index]);
            end = capture.Index + capture.Length;
            if (kind == "child" && again.Is(count, Aged().IsMatch(capture.Value), joined))
            {
                continue;
            }

            members++;
            counts += member.Groups["n"].Success ? 1 : 0;
            anchored |= kind is "couple" or "parentof" || counts > 1 || kind == "child" && (member.Groups["n"].Success || age is not null) && adults > 1;
            if (kind != "child")
            {
                again.End();
            }

            switch (kind)
            {
                // "Hai vợ chồng" are one couple, "bà mẹ" is one mother.
                case "pair" when text.Written(capture).Contains("bà mẹ"): adults++; break;
                case "couple": adults += 2 * (count == 2 && !member.Value.Contains("cap") ? 1 : count); break;
                case "pair": adults += count > 2 ? count : 2; break;
                case "parentof": (adults, children) = (adults + 1, children + Math.Max(1, count - 1)); break;
                case "child": children += count; break;
                default: adults += count; break;
            }
        }

        // "4 người, 2 lớn 2 bé": all of them first, then who they are.
        adults -= members > 2 && adults + children == 2 * whole ? whole : 0;
        return anchored && members > 1 && adults > 0 ? new PartyWish(adults, children) : null;
    }

    private static bool IsMeant(FoldedText text, Capture whole, Match member)
    {
        var word = Kinds.Select(kind => member.Groups[kind]).First(group => group.Success);
        var first = word.Value.Split(' ')[0];
        return text.Accented ? !Spellings.TryGetValue(first, out var spellings) || spellings.Contains(At(text, whole.Index + word.Index, first.Length)) : word.Value.Length > first.Length || !Doubtful.Contains(first);
    }

    private static readonly string[] Kinds = ["couple", "parentof", "pair", "child", "adult"];

    private static string At(FoldedText text, int at, int length)
    {
        var (start, end) = text.Span(at, length);
        return TextFolding.Normalize(text.Original[start..end]);
    }

    private static int? Value(FoldedText text, Capture whole, Group number)
    {
        var match = Counting().Match(text.Folded, whole.Index + number.Index, number.Length);
        return match.Success && Numbers.Value(text, match.Groups["n"]) is { } value && value >= 1 && value <= 200 && value == Math.Floor(value) ? (int)value : null;
    }

    private const string Whose = "(?: (?:minh|em|toi|tui|con|chau|anh|chi|nha em|nha minh|vo|chong|noi|ngoai|ho|ben (?:ho|minh|em|anh|chi|toi)))?";
    private const string AgeOf = @"(?:,? ?\(?(?:\d{1,2} ?(?:t|tuoi)?(?:, ?| va | den | ?& ?| ?- ?| ?\+ ?| ))*\d{1,2} ?(?:t|tuoi|thang(?: tuoi)?|yo)\b\)?)?";
    private const string Child = @"(?<=\b(?:\d{1,2} ?|mot |hai |ba |bon ))nho|con trai|con gai|dua con|con nho|dua nho|be trai|be gai|em be|be|nhoc|chau|cu ti|cu con|thang cu|con|lit nhit|tre em|tre nho";
    private const string Single = "ba xa|ong xa|ba cu|ong cu|ba ngoai|ba noi|ong ngoai|ong noi|me chong|me vo|ma chong|ma vo|bo chong|bo vo|ba chong|ba vo|chi gai|chi chong|chi dau|em gai|em trai|em dau|em re|anh trai|anh re|anh ban|chi ban|vo|chong|me|ma|bo|cha|ong|co|di|chu|bac|cau|mo|ban gai|ban trai|nguoi yeu|ban than|ong ban|nguoi ban|dua ban|thang ban|con ban|co ban|dong nghiep|ba(?! (?:na|be|vi|den|ba|me)\\b)";
    private const string Counted = "nguoi lon|nguoi|lon|ban|dua ban|ong ban|ba ban|co ban|nguoi ban|ban than|dua|chi em|anh em|dong nghiep|sep|khach|cu|ong|bac|co|chu|di|cau|me(?! con)|ma(?! con)|bo(?! con)|giao vien|thay co";
    private const string Couple = "vo chong|vc|cap doi|cap vo chong|cap";
    private const string Pair = "ba me|bo me|cha me|ba ma|tia ma|ong ba|bo ma|me cha|co chu|chu di|hai cu|phu huynh";
    // "Ba mẹ" are parents, "ba mẹ con" three.
    private const string Number = @"(?!ba (?:(?:me|ma)\b(?! con)|noi|ngoai|xa|vo|chong|cu)\b)" + Numbers.Pattern;
    private const string One = @"(?:(?:" + Number + @"(?:(?<=\d)\s*|\s+))?(?:" + Couple + "|(?:me|ma|bo|cha|ba) con|" + Pair + "|" + Counted + "|" + Single + "|" + Child + ")" + @"(?: (?:nho|lon|dau|ut|gia|than|cung lop|cung phong))*" + Whose + AgeOf + @"(?![a-z]| (?:duong|xe|song|suoi|khach|an)\b))";
    private const string And = @"(?:\s*(?:,|\+|&)\s*(?:va |voi |cung )?|\s+(?:va|voi|cung|cung voi|kem|them|dan|dat|dua|di cung|di voi|di chung voi)(?: (?:theo|ca|them|voi))*\s+|\s+(?=\d))";

    [GeneratedRegex(@"(?<![\w/.,])(?:(?:(?<self>minh (?:toi|tui|em|anh|chi)|toi|tui|minh|em|chau|con|anh|chi)" + @"(?:\s+(?:(?:muon|dinh|tinh|se|can|dang|di)\s+)*(?:va|voi|cung|cung voi|di cung|di voi|\+|dua|dan|dat|ru)(?: (?:theo|ca))?\s+)|(?<takes>(?:muon |dinh |tinh |se |nen |can )*(?:dua|dan|dat)(?: theo)? )(?=(?:ba|bo|me|ma|cha|ong|vo|chong|em|chi|anh|con|be|chau|co|chu|gia)\b))|)(?<member>" + One + ")")]
    private static partial Regex First();

    [GeneratedRegex(@"\G" + And + "(?<member>" + One + ")")]
    private static partial Regex Next();

    [GeneratedRegex(@"\G\s+(?:va|voi|cung)\s+(?:toi|tui|minh)\b")]
    private static partial Regex Myself();

    [GeneratedRegex(@"^(?:(?<n>" + Number + @")\s*)?(?:(?<couple>" + Couple + ")|(?<parentof>(?:me|ma|bo|cha|ba) con)|(?<pair>" + Pair + ")|(?<child>" + Child + @")(?![a-z])|(?<adult>" + Counted + "|" + Single + @")(?![a-z]))(?![a-z])")]
    private static partial Regex Member();

    [GeneratedRegex("(?<n>" + Numbers.Pattern + ")")]
    private static partial Regex Counting();

    [GeneratedRegex(@"\b(?:gia dinh|nhom|doan|nha|ca nha|team|hoi|lop|bon)(?: (?:minh|em|toi|tui|chung toi|con|chau|anh|chi))?(?: (?:co|gom|la))? $")]
    private static partial Regex Group();

    [GeneratedRegex(@"\b(?:nguoi|khach|ban|dua|thanh vien)$")]
    private static partial Regex OfAll();

    [GeneratedRegex(@"\b(?:va|voi|cung|kem|them|dan|dat|dua)\b|[+&]")]
    private static partial Regex Joining();

    [GeneratedRegex(@"\d ?(?:t|tuoi|thang|yo)\b")]
    private static partial Regex Aged();

    [GeneratedRegex(@"(?<age>\d{1,2}) ?(?:t|tuoi)\b")]
    private static partial Regex Age();
}
