using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Who travels, as far as a text counts them.</summary>
internal static partial class PartyGrammar
{
    private const int Most = 200;
    // A number in letters stands apart from its noun ("hai bé"); only figures may touch it ("2ng"), else every "băng" were three persons.
    private const string Number = @"(?<![\w/.,])(?<n>" + Numbers.Pattern + @")(?:(?<=\d)\s*|\s+)";

    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal) { ["voi"] = "với", ["cung"] = "cùng", ["dan"] = "dẫn", ["be"] = "bé", ["cac be"] = "các bé", ["co"] = "có" };

    /// <summary>The party a text names, with the span of the first words that say so; null if it counts nobody.</summary>
    public static Found<PartyWish>? Find(FoldedText text)
    {
        var spans = new List<(int Start, int End)>();
        var children = Sum(Children());
        var adults = Sum(Adults());
        var friends = First(Friends());
        var couples = First(Couples());
        var all = First(Family()) ?? First(People()) ?? First(Peers()) ?? First(Selves());
        if (adults is null && PartyRoll.Find(text) is { } roll && roll.Value.Adults + Math.Max(roll.Value.Children, children ?? 0) is var told && told > (all ?? 0) && told > (friends + 1 ?? 0))
        {
            (adults, children) = (roll.Value.Adults, Math.Max(roll.Value.Children, children ?? 0));
            spans.Add((roll.Start, roll.End));
        }

        if (adults is null && all is { } everyone)
        {
            // "2 couples, one of them vegan": one alone is not the company.
            adults = couples * 2 > everyone ? null : Family().IsMatch(text.Folded) && children is { } young && young < everyone ? everyone - young : everyone;
        }

        adults ??= friends + 1;
        if (adults is null && children is null && First(ParentWithChildren()) is > 1 and var family)
        {
            (adults, children) = (1, family - 1);
        }

        adults ??= couples * 2 ?? Generations();
        if (adults is null && Mark(Couple()))
        {
            adults = 2;
        }

        if (children is null && all is null && Accompanied())
        {
            children = 1;
        }

        if (adults is null && children is null && Mark(Alone()))
        {
            adults = 1;
        }

        if (adults is null && children is null)
        {
            return null;
        }

        // Children alone do not travel: two adults are the usual company.
        var party = new PartyWish(adults ?? 2, children ?? 0);
        return party.Adults is >= 0 and <= Most && party.Children <= Most && party.Adults + party.Children > 0 && spans.Count > 0
            ? new Found<PartyWish>(party, spans.Min(span => span.Start), End())
            : null;

        // What is said of some of them sentences later is not part of the words that count.
        int End()
        {
            spans.Sort();
            var end = spans[0].End;
            foreach (var span in spans)
            {
                end = span.Start <= end || text.Original.AsSpan(end, span.Start - end).IndexOfAny(".;!?\n") < 0 ? Math.Max(end, span.End) : end;
            }

            return end;
        }

        // Grandparents and parents, each two.
        int? Generations()
        {
            var pairs = Pairs().Matches(text.Open).DistinctBy(pair => pair.Groups.Values.Skip(1).First(kind => kind.Success).Name).ToList();
            spans.AddRange(pairs.Count > 1 ? pairs.Select(pair => text.Span(pair.Index, pair.Length)) : []);
            return pairs.Count > 1 ? 2 * pairs.Count : null;
        }

        int? Sum(Regex rule)
        {
            int? sum = null;
            foreach (Match match in rule.Matches(text.Open))
            {
                sum = Take(match) is { } number ? (sum ?? 0) + number : sum;
            }

            return sum;
        }

        int? First(Regex rule)
        {
            foreach (Match match in rule.Matches(text.Open))
            {
                if (Take(match) is { } number)
                {
                    return number;
                }
            }

            return null;
        }

        int? Take(Match match)
        {
            if (Numbers.Value(text, match.Groups["n"]) is not { } number || number < 1 || number != Math.Floor(number))
            {
                return null;
            }

            spans.Add(text.Span(match.Index, match.Length));
            text.Claim(match.Index, match.Length);
            return (int)number;
        }

        // Children said without a count are one at least.
        bool Accompanied()
        {
            foreach (Match match in WithChildren().Matches(text.Open))
            {
                if (Meant(match.Groups["with"]) && Meant(match.Groups["child"]))
                {
                    spans.Add(text.Span(match.Index, match.Length));
                    return true;
                }
            }

            return false;
        }

        bool Meant(Group word) => !word.Success || !Spellings.TryGetValue(word.Value, out var spelling) || text.MayBe(word, spelling);

        bool Mark(Regex rule)
        {
            if (rule.Match(text.Folded) is not { Success: true } match)
            {
                return false;
            }

            spans.Add(text.Span(match.Index, match.Length));
            return true;
        }
    }

    [GeneratedRegex(Number + @"(?:small |young |little |teenage )?(?:kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|infants?|sons?|daughters?|teens?|teenagers?|tre em|tre nho|tre con|tre|te|em be|em nho|be|nho|dua nho|dua tre|dua con(?! gai| trai)|chau|nhoc|cu con|cu ti|(?:em |ban )?hoc sinh (?:lop|tieu hoc|mam non|mau giao)|con nho|con|(?<! )(?:be|te))\b(?! (?:duong|nguoi|dao|vat|song))")]
    private static partial Regex Children();

    [GeneratedRegex(@"(?<!\b(?:no|not|without|khong|ko|chua) )\b(?:(?:with|and|bring(?:ing)?|have|plus) (?:(?:a|an|the|our|my|two|small|young|little|some) ){0,3}(?:kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|infants?)\b(?!'| (?:club|pool|menu|meal|activit|play|care|friendly|seat|food)|-)|(?<with>cung|voi|dan|mang)(?: (?:theo|ca|may|dua|hai))* (?<child>cu con|cu ti|be gai|be trai|nhoc|con nho|tre em|tre nho|tre con|em be|cac con|cac be|con|be)\b(?! (?:duong|nguoi|dao|vat|song|gai|suoi|ban|deo))|(?<with>co) (?:con nho|tre em|tre nho|em be)\b|(?:tre em|tre nho|con nho|em be) (?:di )?(?:cung|kem)\b)")]
    private static partial Regex WithChildren();

    [GeneratedRegex(Number + @"(?:adults?|grown-?ups?|nguoi lon|lon|nl|girls?|guys|boys|men|women|ladies|gents|seniors|retirees|(?:ban |ban be |nguoi ban )?(?:nu|nam gioi)|ban (?:nu|nam|tre)|co gai|co giao|thay co|giao vien|sep|ong(?! ba| xa| noi| ngoai)|cu(?=\s+(?:ong|ba|gia|cao tuoi|muon|chua)\b)|chi em|anh em)\b(?! (?:club|only dorm))")]
    private static partial Regex Adults();

    [GeneratedRegex(@"\b(?:family|group|party|mob|crew|gang|bunch|gia dinh|nhom|doan|team)(?: of| co)?\s+(?<n>" + Numbers.Pattern + @")\b(?!\s*(?:ngay|days?|dem|nights?|the he))(?:\s*(?:people|nguoi|khach|thanh vien|ban))?")]
    private static partial Regex Family();

    [GeneratedRegex(Number + @"(?:people|persons?|peoples|ppl|peeps|pax|travell?ers?|guests?|of us|friends|mates|students|colleagues|employees|staff|participants|backpackers|nguoi|ng|khach|thanh vien|dua|ban be|mang|nhan vien|nv|sv|hs|vi|phat tu|giao dan|(?:em |ban )?(?:hoc sinh|sinh vien)|dong nghiep)\b(?! (?:dia phuong|ban dia|viet))|/\s?(?<n>\d{1,2})\s*(?:nguoi|ng|khach|pax|people|persons)\b|\bfor (?<n>" + Numbers.Pattern + @")(?=\s*(?:$|[,.;!?)]))")]
    private static partial Regex People();

    [GeneratedRegex(Number + @"(?:oldies|mums|moms|dads|lads|gals|blokes|chaps|teachers|nurses|surfers|divers|riders|cyclists|hikers|climbers|golfers|pensioners|directors|managers|dealers|engineers|brazilians|americans|australians|aussies|germans|italians|russians|indians|koreans|canadians)\b")]
    private static partial Regex Peers();

    [GeneratedRegex(@"\b(?:(?:with|and|plus)\s+(?:my )?(?<n>" + Numbers.Pattern + @")\s*(?:other )?(?:girl|boy)?(?:friends|mates|buddies|colleagues|others)\b|(?:voi|va|cung|rủ|ru)(?: them)?\s+(?<n>" + Numbers.Pattern + @")\s*(?:nguoi |dua |thang |co )?(?:ban(?: than| be)?|dong nghiep)\b(?! (?:nu|nam)))")]
    private static partial Regex Friends();

    [GeneratedRegex(Number + @"(?:couples?|cap(?: doi| vo chong| tinh nhan)?|doi vo chong)\b")]
    private static partial Regex Couples();

    [GeneratedRegex(@"\b(?:(?<grandparents>ong ba)|(?<parents>(?:bo|ba|cha) (?:me|ma))|(?<couple>vo chong))\b")]
    private static partial Regex Pairs();

    [GeneratedRegex(Number + @"(?:me|ma|bo|cha) con\b")]
    private static partial Regex ParentWithChildren();

    // "We are 5", "bọn mình 4": a number that nothing follows counts those who speak.
    [GeneratedRegex(@"\b(?:(?:we|us|group)(?: are| r|'re|re| will be|'ll be)?|there (?:are|will be|would be|is)|(?:bon|tui|nhom|chung|nha|ca nha|gia dinh) (?:minh|em|toi|tui|tao)(?: (?:co|di|gom|la))?)\s+(?:only |just |a )?(?<n>" + Numbers.Pattern + @")(?=\s*(?:$|[,.:;!?)]|di\b|going\b|and\b|muon\b|want\b))")]
    private static partial Regex Selves();

    [GeneratedRegex(@"(?<![a-z])(?:vo chong|vc|couple|both of us|my (?:wife|husband|girlfriend|boyfriend|partner|fiancee?)|honeymoon(?:ers?)?|newlyweds|moi cuoi|tuan trang mat|trang mat|ban gai|ban trai|nguoi yeu|cap doi|(?:va|voi|cung) (?:vo|chong)|ong xa|ba xa|(?:vo|chong) (?:toi|tui|em|minh|anh)|(?<=/\s?)cap|(?:mot|1|moi) cap)\b(?! of)")]
    private static partial Regex Couple();

    [GeneratedRegex(@"\b(?:solo|alone|by myself|on my own|(?:mot|1) minh|just me|only me|(?:chi|co) minh (?:toi|em|minh)|me only)\b")]
    private static partial Regex Alone();
}
