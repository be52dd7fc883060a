using System.Globalization;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Who travels, as far as a text counts them.</summary>
internal static partial class PartyGrammar
{
    private const int Most = 200;
    private const int Few = 10;

    // A number in letters stands apart from its noun ("hai bé"); only figures may touch it ("2ng"), else every "băng" were three persons.
    private const string Number = @"(?<![\w/.,])(?<n>" + Numbers.Pattern + @")(?:(?<=\d)\s*|\s+)";

    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal) { ["voi"] = "với", ["cung"] = "cùng", ["dan"] = "dẫn", ["be"] = "bé", ["cac be"] = "các bé", ["co"] = "có", ["bac"] = "bác", ["chu"] = "chú", ["vi"] = "vị" };

    /// <summary>The party a text names, with the span of the first words that say so; null if it counts nobody.</summary>
    public static Found<PartyWish>? Find(FoldedText text)
    {
        if (SchoolParty.Find(text) is { } school)
        {
            return school;
        }

        var spans = new List<(int Start, int End)>();
        var (inclusive, told) = (false, false);
        if (Plus().Match(text.Open) is { Success: true } plus)
        {
            var (from, to) = text.Span(plus.Index, plus.Length);
            return new Found<PartyWish>(new PartyWish(int.Parse(plus.Groups["a"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(plus.Groups["b"].ValueSpan, CultureInfo.InvariantCulture)), from, to);
        }

        if (Short().Match(text.Open) is { Success: true } brief)
        {
            var (from, to) = text.Span(brief.Index, brief.Length);
            return new Found<PartyWish>(new PartyWish(int.Parse(brief.Groups["a"].ValueSpan, CultureInfo.InvariantCulture), brief.Groups["b"].Captures.Sum(young => int.Parse(young.ValueSpan, CultureInfo.InvariantCulture))), from, to);
        }

        var roll = new[] { PartyRoll.Find(text), KinRoll.Find(text) }.Where(found => found is not null).MaxBy(found => found!.Value.Adults + found.Value.Children);
        var children = Young() ?? Sum(OfSchool());
        children ??= OfAges() ?? Aged();
        var adults = Sum(Adults());
        var friends = First(Friends());
        var couples = First(Couples());
        var all = First(Family(), isInclusive: true) ?? First(WeAre()) ?? First(People()) ?? First(Peers()) ?? First(Selves()) ?? First(Friendly()) ?? First(Elders());
        if (roll is { Value: var members })
        {
            var (counted, named) = ((adults ?? 0) + (children ?? 0), members.Adults + members.Children);
            if ((named > counted || named == counted && members.Children > (children ?? 0)) && named >= (all ?? 0) && named >= (friends + 1 ?? 0))
            {
                (adults, children) = (members.Adults, adults is null ? Math.Max(members.Children, children ?? 0) : members.Children);
                spans.Add((roll.Start, roll.End));
            }
            else if (members.Children > (children ?? 0))
            {
                children = members.Children;
            }
            else if (named == counted && spans.Exists(span => roll.Overlaps(span.Start, span.End)))
            {
                spans.Add((roll.Start, roll.End));
            }
        }

        // "11 people: 6 adults, 3 kids and grandparents": who is no child is an adult; "5 nguoi (vo chong, ba me, 2 be)": "ba me" was one, not two.
        if (inclusive && all is { } whole && children is { } little && little < whole && (adults + little < whole || told && adults + little == whole + 1))
        {
            adults = whole - little;
        }

        if (adults is null && all is { } everyone)
        {
            // "2 couples, one of them vegan": one alone is not the company.
            adults = couples * 2 > everyone ? null : inclusive && children is { } young && young < everyone ? everyone - young : everyone;
        }

        adults ??= friends + 1;
        if (adults is null && children is null && First(ParentWithChildren()) is > 1 and var family)
        {
            (adults, children) = (1, family - 1);
        }

        // "Solo, my wife stays at home."
        if (adults is null && children is null && couples is null && Mark(SurelyAlone()))
        {
            adults = 1;
        }

        adults ??= couples * 2 ?? Generations();
        if (adults is null && (Mark(Couple()) || TwoNames()))
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

        int? First(Regex rule, bool isInclusive = false)
        {
            foreach (Match match in rule.Matches(text.Open))
            {
                var before = text.Folded[..match.Index];
                if (!NotAll().IsMatch(before) && !(OfGroup().IsMatch(match.Value) && Refused().IsMatch(before)) && Take(match) is { } number)
                {
                    told = Told().IsMatch(text.Folded[(match.Index + match.Length)..]);
                    inclusive |= isInclusive || told || OfAllOfThem().IsMatch(before);
                    return number;
                }
            }

            return null;
        }

        // Those counted once and then told of one by one count once.
        int? Young()
        {
            int? sum = null;
            var again = new ToldAgain();
            var end = 0;
            foreach (Match match in Children().Matches(text.Open))
            {
                if (Numbers.Value(text, match.Groups["n"]) is { } number && !again.Is((int)number, IsAged().IsMatch(text.After(text.Span(match.Index, match.Length).End)), !Apposed().IsMatch(text.Folded[end..match.Index])))
                {
                    sum = Take(match) is { } taken ? (sum ?? 0) + taken : sum;
                }

                end = match.Index + match.Length;
            }

            return sum;
        }

        // "Craig and Dan from Perth, both …", "we are Anna and Tom": two who give their names.
        bool TwoNames()
        {
            if (Names().Match(text.Original) is not { Success: true } match || text.Open[text.FoldedIndex(match.Groups["a"].Index)] == FoldedText.Claimed || text.Open[text.FoldedIndex(match.Groups["b"].Index)] == FoldedText.Claimed)
            {
                return false;
            }

            spans.Add((match.Groups["a"].Index, match.Groups["b"].Index + match.Groups["b"].Length));
            return true;
        }

        // "With a 4 year old and a 9 month old".
        int? Aged()
        {
            var young = OfAge().Matches(text.Open).Where(match => match.Groups["months"].Success || int.Parse(match.Groups["age"].ValueSpan, CultureInfo.InvariantCulture) < 18).ToList();
            spans.AddRange(young.Select(match => text.Span(match.Index, match.Length)));
            return young.Count > 0 ? young.Count : null;
        }

        // "Kids 8 and 10", "twins aged 6".
        int? OfAges()
        {
            if (Ages().Match(text.Open) is not { Success: true } ages || ages.Groups["age"].Captures.Any(age => int.Parse(age.ValueSpan, CultureInfo.InvariantCulture) >= 18))
            {
                return null;
            }

            // "For 4 people, kids 6 and 9": they are among those counted, unless they come on top.
            inclusive |= !text.Before(OnTop(), ages.Index).Success;
            spans.Add(text.Span(ages.Index, ages.Length));
            return ages.Groups["twins"].Success ? 2 : ages.Groups["age"].Captures.Count;
        }

        int? Take(Match match)
        {
            if (Numbers.Value(text, match.Groups["n"]) is not { } number || number < 1 || number != Math.Floor(number) || match.Groups["cu"] is { Success: true } elders && (!text.MayBe(elders, "cụ") || text.Before(Among(), match.Index).Success) || match.Groups["elder"] is { Success: true } elder && !Meant(elder) || IsName(match))
            {
                return null;
            }

            number = Between(match.Groups["n"], (int)number);
            spans.Add(text.Span(match.Index, match.Length));
            text.Claim(match.Index, match.Length);
            return (int)number;
        }

        // "A group of 15-20": as many as there are likely to be; "5 đến 6 người": of so few there must be room for all.
        int Between(Group number, int count)
        {
            if (!char.IsAsciiDigit(number.Value[0]))
            {
                return count;
            }

            var other = More().Match(text.Folded, number.Index + number.Length, Math.Min(30, text.Folded.Length - number.Index - number.Length)) is { Success: true } more ? more : text.Before(Less(), number.Index);
            return other.Success && int.Parse(other.Groups["m"].ValueSpan, CultureInfo.InvariantCulture) is var bound && Math.Min(bound, count) is > 0 and var few && Math.Max(bound, count) is var many && many > few && many <= 2 * few ? many < Few ? many : (few + many + 1) / 2 : count;
        }

        // "Hai Chau" is a quarter, not two children.
        bool IsName(Match match)
        {
            var (start, end) = text.Span(match.Index, match.Length);
            var words = text.Original[start..end].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return words.Length > 1 && char.IsUpper(words[0][0]) && char.IsUpper(words[1][0]) && words[0].Length > 1 && !words.All(word => word.All(char.IsUpper));
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

    [GeneratedRegex(Number + @"(?:small |young |little |teenage )?(?:kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|infants?|sons?|daughters?|teens?|teenagers?|tre em|tre nho|tre con|tre|te|em be|em nho|be|nho|dua nho|dua tre|dua con(?! gai| trai)|chau|nhoc|cu con|cu ti|(?:em |ban )?hoc sinh (?:lop|tieu hoc|mam non|mau giao)|vo sinh|dua chau|con nho|con(?! trai| gai)|pupils?|school ?(?:kids|children)|(?<! )(?:be|te)|(?<=\b(?:lon|nl)\b[\s,+&]*(?:va |voi )?[a-z\d]{1,4} ?)nho)\b(?! (?:duong|nguoi|dao|vat|song|xe|suoi|ngua|bo|voi|tom|meo|cun|cua|ca|thuyen|tau)\b)|" + Number + @"(?:boys|girls|con (?:trai|gai))(?=,? ?(?:\(|age[sd]?:? |of )\s*(?:aged? |ages )?(?:1[0-7]|\d)\b(?!\d))")]
    private static partial Regex Children();

    [GeneratedRegex(@"(?<!\b(?:no|not|without|khong|ko|chua) )(?:(?:\b(?:with|and|bring(?:ing)?|have|plus) |[+&] ?)(?:(?:a|an|the|our|my|two|small|young|little|some) ){0,3}(?:kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|infants?)\b(?!'| (?:club|pool|menu|meal|activit|play|care|friendly|seat|food)|-)|\b(?<with>cung|voi|dan|mang)(?: (?:theo|ca|may|dua|hai))* (?<child>cu con|cu ti|be gai|be trai|nhoc|con nho|tre em|tre nho|tre con|em be|cac con|cac be|con|be)\b(?! (?:duong|nguoi|dao|vat|song|gai|suoi|ban|deo))|\b(?<with>co) (?:con nho|tre em|tre nho|em be)\b|\b(?:tre em|tre nho|con nho|em be) (?:di )?(?:cung|kem)\b)")]
    private static partial Regex WithChildren();

    [GeneratedRegex(Number + @"(?:adults?|grown-?ups?|nguoi lon|lon|nl|girls?|guys|boys|m[ae]n|women|ladies|gents|seniors|retirees|(?:ban |ban be |nguoi ban )?(?:nu|nam gioi)|ban (?:nu|nam|tre)|co gai|co nang|chang trai|gai|co giao|thay co|giao vien|phu huynh|sep|ong(?! (?:ba|xa|noi|ngoai)\b)|(?<cu>cu)(?=\s+(?:ong|ba|gia|cao tuoi|muon|chua|di|o)\b|\s*[,.;]|\s*$)|(?:me|ma|bo)(?=,? (?:va |voi )?\d{1,2} ?(?:be|con|chau|nhoc|tre)\b)|chi em|anh em)\b(?! (?:club|only dorm))")]
    private static partial Regex Adults();

    [GeneratedRegex(@"\b(?:family|group|party|mob|crew|gang|bunch|gia dinh|nhom|doan|team|(?:ca |dai )?nha|the he)(?: (?:minh|em|toi|tui|chung toi|con|chau|anh|chi|bon minh|e|m))?(?: of| co| gom)?\s+(?<n>" + Numbers.Pattern + @")\b(?!\s*(?:ngay|days?|dem|nights?|the he|vo chong|vc|(?:me|bo|cha|ba) con|lon|nguoi lon|be|tre|con|nhoc|chau|cap|couples?|tuan|thang|sao|ty|trieu|tr|cu|adults?|kids?|child))(?:\s*(?:people|nguoi|khach|thanh vien|ban|ng|dua))?")]
    private static partial Regex Family();

    [GeneratedRegex(Number + @"(?:people|persons?|peoples|ppl|peeps|pax|pers|nos|travell?ers?|guests?|of us|friends|mates|students|colleagues|employees|staff|participants|backpackers|nguoi|ng|khach|thanh vien|dua|ban be|mang|nhan vien|nv|sv|hs|(?<!\bba )(?<elder>vi)|phat tu|giao dan|mong|dai ly|dong doi|doan vien|hoi vien|xa vien|cuu chien binh|van dong vien|vdv|nghe si|tay (?:golf|co|vot)|(?:em |ban )?(?:hoc sinh|sinh vien)|dong nghiep)\b(?! (?:dia phuong|ban dia|viet))|/\s?(?<n>\d{1,2})\s*(?:nguoi|ng|khach|pax|people|persons)\b|\bfor (?<n>" + Numbers.Pattern + @")(?=\s*(?:$|[,.;!?)\x01]|(?:tom+or+ow|tmrw?|today|tonight|this|next|on|from|in|please|pls|plz|leaving|starting|arriving)\b))")]
    private static partial Regex People();

    // "We are 9 doctors".
    [GeneratedRegex(@"(?<!\bwe )\bwe(?: are|'re| r|re)\s+(?:only |just |a |about |all )?(?<n>" + Numbers.Pattern + @")\s+(?:[a-z]+[ -])?(?!(?:days|nights|weeks|months|hours|years|hrs|couples|families|kids|times|kms|miles|minutes|mins)\b)[a-z]{3,}s\b(?! (?:old|away|from|in from)\b)")]
    private static partial Regex WeAre();

    // Elders who are spoken of with respect, and friends of friends: "hai bác người Hà Lan", "hai ông bạn Úc".
    [GeneratedRegex(Number + @"(?<!\b(?:1|mot) )(?:(?<elder>bac|chu)|co chu|(?:ong|ba|anh|chi|co|cau|thang|nguoi) ban)\b(?! (?:tai|si|hdv|oi)\b)")]
    private static partial Regex Elders();

    [GeneratedRegex(@"^\s*(?:-|to|or|den|toi|hoac|hay)\s*(?<m>\d{1,3})(?=\s*(?:$|[.,;!?)]|(?:people|persons?|pax|ppl|adults?|friends|of us|nguoi|ng|khach|ban|thanh vien)\b))")]
    private static partial Regex More();

    [GeneratedRegex(@"(?<![\w/.,-])(?<m>\d{1,3})\s*(?:-|to|or|den|toi|hoac|hay)\s*$")]
    private static partial Regex Less();

    [GeneratedRegex(@"^,? ?\(?(?:is |are |aged? |of )*\d{1,2}(?: ?(?:t|tuoi|thang|yo|y/o|-? ?(?:years?|yrs?|months?|mths?))\b|\)|(?:,| and| &| va|/) ?\d{1,2}(?: ?(?:t|tuoi|yo|years?|yrs?)\b|\)|\s*(?:$|[.,;]))|\s*(?:$|[.;]))")]
    private static partial Regex IsAged();

    // What stands between children counted and those of them who are told of.
    [GeneratedRegex(@"^[\s,:;.(-]*(?:(?:gom|trong do|mot|one|a|an|our|my|the)\s+)*$")]
    private static partial Regex Apposed();

    [GeneratedRegex(@"(?:\b(?:and|plus)|[+&])(?: (?:our|my|the|two|2))*\s*$")]
    private static partial Regex OnTop();

    [GeneratedRegex(@"(?<![\p{L}'’-])(?:(?i:we are|we're|this is|chúng tôi là|tụi mình là) (?<a>\p{Lu}\p{Ll}+) (?:and|&|và) (?<b>\p{Lu}\p{Ll}+)\b|(?<a>\p{Lu}\p{Ll}+) (?:and|&|và) (?<b>\p{Lu}\p{Ll}+)(?= here\b| both\b|, both\b| from [^.;!?\n]{2,40}\b(?:both|we)\b))")]
    private static partial Regex Names();

    // Friends that a text counts last: some of them may be said to eat no meat.
    [GeneratedRegex(Number + @"(?<!\b(?:1|mot) )ban\b(?! (?:an|di ung|bi|khong|ko|k|muon an|dia phuong)\b)")]
    private static partial Regex Friendly();

    [GeneratedRegex(@"\b(?:tours?|groups?|boats?|bus(?:es)?|crowds?|rooms?|cars?|vans?)(?: with| of| for)(?: like| about| over)?\s*$|\bno [a-z]+ $|\bno [a-z]+ for $|\b(?:hate|avoid|dislike|can'?t stand|(?:afraid|scared|tired) of|(?:so|ghet|ngai|ngan|tranh|chan|di ung)(?= (?:may|cac|nhung|nhat|di|doan|dam|kieu)\b)) [^.,;!?]{0,24}\b(?:groups?|tours?|crowds?|bus(?:es)?|doan|nhom|dam|xe)\b[^.,;!?]{0,14}$|\b(?:not|dung|khong) [^.,;!?]{0,12}(?:tours?|doan|nhom) $")]
    private static partial Regex NotAll();

    [GeneratedRegex(@"(?<!\b(?:not|never|be|time|left) )\b(?:(?:travel(?:l?ing)?|go(?:ing)?|com(?:e|ing)) (?:alone|solo|by myself|on my own)\b|alone(?=,)|just me\b|solo travell?er\b)")]
    private static partial Regex SurelyAlone();

    // "For the five of us", "total 14".
    [GeneratedRegex(@"\b(?:for|of) (?:the|all)(?: the)? $|\btotal(?:l?ing)?:? $|\b(?:tong cong|tong|tat ca)(?: la)? $")]
    private static partial Regex OfAllOfThem();

    // "I hate being in a group of 20", "ngại đi nhóm 20 người".
    [GeneratedRegex(@"\b(?:hate|avoid|dislike|can'?t stand|(?:afraid|scared|tired) of|(?:not|don'?t|dont) (?:want|like)|ghet|ngai|ngan|tranh|khong (?:thich|muon|di)|(?:so|chan)(?= (?:may|cac|nhung|nhat|di|doan|kieu)\b))\b[^.,;!?]{0,24}$")]
    private static partial Regex Refused();

    [GeneratedRegex("^(?:group|party|doan|nhom|team)")]
    private static partial Regex OfGroup();

    // "Nhà mình có 2 cụ": two of them are old.
    [GeneratedRegex(@"\b(?:co|them) $")]
    private static partial Regex Among();

    // What follows tells who they are.
    [GeneratedRegex(@"^\s*(?:nguoi|people|of us)?,?\s*(?:[(:]|(?:bao )?gom\b|(?:tinh (?:luon|ca)|ke ca) |trong do\b|includ(?:es|ing)\b|incl\b)")]
    private static partial Regex Told();

    [GeneratedRegex(@"\b(?:we are|we're|we r|we will be|family|family of|party of|party|group|gia dinh|nha|nha minh|nha em|pax|travell?ers?)[ :]{1,2}(?<a>[1-9])\s?\+\s?(?<b>[1-9])\b(?! ?(?:tr|k|usd|trieu|ngay|dem|days|nights)\b)")]
    private static partial Regex Plus();

    // "2A + 1C", "2A2C1I", "adults 6, children 5".
    [GeneratedRegex(@"(?<![\w/.,])(?<a>\d{1,2}) ?a(?:d|dt)?(?:\s*[+,&]?\s*(?<b>\d{1,2}) ?(?:c(?:hd?)?|k|i(?:nf)?)\b)+|(?<![\d\w] ?)\badults?:? ?(?<a>\d{1,2})\b,?\s*(?:and |[+&] ?)?(?:children|child|kids?):? ?(?<b>\d{1,2})\b(?! ?(?:years?|yrs?|yo|t|days?|nights?|million|tr|k|usd|and)\b|\s*[,&] ?\d)")]
    private static partial Regex Short();

    [GeneratedRegex(@"\b(?:a|an|our|my|one|and) (?<age>\d{1,2})[ -]?(?:yrs?|years?|y|(?<months>months?|mths?|mo|weeks?))[ -/]?(?:o|olds?)\b(?! (?:mother|father|mum|mom|dad|grand\w+|parents|husband|wife|friend|tradition|house|town|temple|church|man|woman|lady|guy|girl|retire\w+|student))")]
    private static partial Regex OfAge();

    [GeneratedRegex(@"\b(?:(?:kids|children|boys|girls|sons|daughters|little ones|teens|teenagers|grandkids|grandchildren|youngsters),?(?: are| aged?| of)? \(?(?<age>\d{1,2})(?:(?:,| and|,? &|, and) (?<age>\d{1,2}))+\b(?! ?(?:people|adults|days|nights|usd|million))|(?<twins>twins)\b,?(?: are| aged?| of)? \(?(?<age>\d{1,2})\b)")]
    private static partial Regex Ages();

    [GeneratedRegex(Number + @"(?:em|hoc sinh|hs|hoc tro)\b(?= (?:lop|khoi|tieu hoc|mam non|mau giao|cap) )")]
    private static partial Regex OfSchool();

    [GeneratedRegex(Number + @"(?:[a-z]+ )??(?:friends|mates|buddies|oldies|parents|tourists|singers|sellers|sisters|brothers|uncles|aunts|cousins|workers?|players|dancers|members|monks|nuns|pilgrims|soldiers|photographers|musicians|trekkers|runners|swimmers|athletes|officers|lawyers|accountants|scientists|researchers|professors|developers|programmers|volunteers|bikers|retirees|veterans|doctors|dentists|mums|moms|dads|lads|gals|blokes|chaps|teachers|nurses|surfers|divers|riders|kiters|agents|chefs|[a-z]+(?:ologists|ographers)|cyclists|hikers|climbers|golfers|pensioners|directors|managers|dealers|engineers|brazilians|americans|australians|aussies|germans|italians|russians|indians|koreans|canadians)\b")]
    private static partial Regex Peers();

    [GeneratedRegex(@"\b(?:(?:with|and|plus)\s+(?:my )?(?<n>" + Numbers.Pattern + @")\s*(?:(?!of\b|more\b)[a-z]+ )??(?:girl|boy)?(?:friends|mates|buddies|colleagues|others)\b|(?<n>" + Numbers.Pattern + @")\s*(?:friends|mates|buddies|colleagues)\b(?=[^.;!?]{0,30}\b(?:visit(?:ing)?|join(?:ing)?|with|see) me\b)|(?:co|voi|dan) (?<n>" + Numbers.Pattern + @") (?:ban|nguoi|dua)\b(?= di cung| ho tro| di chung)|(?:voi|va|cung|ru)(?: them)?\s+(?<n>" + Numbers.Pattern + @")\s*(?:nguoi |dua |thang |co )?(?:ban(?: than| be)?|dong nghiep|dong doi)\b(?! (?:nu|nam)))")]
    private static partial Regex Friends();

    [GeneratedRegex(Number + @"(?:(?:senior|old(?:er)?|elderly|young|married|retired) )?(?:couples?|cap(?: doi| vo chong| tinh nhan)?|doi vo chong)\b")]
    private static partial Regex Couples();

    [GeneratedRegex(@"\b(?:(?<grandparents>ong ba)|(?<parents>(?:bo|ba|cha) (?:me|ma))|(?<couple>vo chong))\b")]
    private static partial Regex Pairs();

    [GeneratedRegex(Number + @"(?:me|ma|bo|cha) con\b")]
    private static partial Regex ParentWithChildren();

    // "We are 5", "bọn mình 4": a number that nothing follows counts those who speak; "were" is written for "we're", but "since we were 17" is their age.
    [GeneratedRegex(@"(?<!\bwe )\b(?:(?:we|us|group)(?: are| r|'re|re| will be|'ll be)?|there (?:are|will be|would be|is)|(?:bon|tui|nhom|chung|nha|ca nha|gia dinh) (?:minh|em|toi|tui|tao)(?: (?:co|di|gom|la))?)\s+(?:only |just |a )?(?<n>" + Numbers.Pattern + @")(?=\s*(?:$|[,.:;!?)]|di\b|going\b|and\b|with\b|who\b|muon\b|want\b))")]
    private static partial Regex Selves();

    [GeneratedRegex(@"(?<![a-z])(?:vo chong|vc|couple|(?:both|pair) of us|(?:getting|got|just) (?:hitched|married)|newly ?weds|babymoon|(?:hubby|wifey)|(?<=(?:^|[,.;&(] ?|and ))(?:husband|wife|spouse)|(?<=\bwe(?:'re| are) a )couple of [a-z]+s|(?:just|only) (?:us|we|the) two|us two|my (?:wife|husband|girlfriend|boyfriend|partner|fiancee?|companion)|(?:w/|with) ?(?:wife|husband|girlfriend|boyfriend|partner|fiancee?)|the (?:wife|missus|hubby)|me (?:\+|and|&|n) (?:my )?(?:gf|bf|girlfriend|boyfriend|wife|husband|partner)|(?:me|i) (?:\([^)]{1,9}\) )?(?:and|&|\+) my (?:best )?(?:bestie|friend|mate|sister|brother|cousin)|(?:for|surprise|treat(?:ing)?) my (?:parents|grandparents|in-laws)(?=[^.;!?]{0,40}\b(?:both|anniversary)\b)|(?:gift|present|surprise|treat) (?:to|for) my (?:parents|grandparents|in-laws)|qua (?:(?:cho|tang|bieu) )+(?:bo|ba|cha) (?:me|ma)|(?:tang|bieu|thuong|cho) (?:bo|ba|cha) (?:me|ma)(?= (?:em|minh|toi|chuyen|mot|di|1|o)\b)|honeymoon(?:ers?)?|newlyweds|moi cuoi|tuan trang mat|trang mat|ban gai|ban trai|nguoi yeu|(?:vs|voi|va|cung) (?:ny|nyeu|gf|bf)|vk ck|ck vk|cap doi|(?:va|voi|cung) (?:vo|chong)|(?:voi|cung) (?:ba|ong) nha(?! (?:em|minh|con|chau|to|anh|chi|noi|ngoai))|ong xa|ba xa|(?:vo|chong) (?:toi|tui|em|minh|anh)|(?<=/\s?)cap|(?:mot|1|moi) cap)\b(?! of)")]
    private static partial Regex Couple();

    [GeneratedRegex(@"\b(?:solo|alone|by myself|on my own|(?:mot|1) minh|just me|only me|(?:chi|co|moi) minh (?:toi|tui|em|minh)|me only|(?<=(?:^|[.!?]\s*)(?:just )?)me(?=\s*(?:\+|and|&|plus) (?:a|my) (?:[a-z-]+ ){0,3}(?:dog|cat|bike|bicycle|motorbike))|(?<=(?:^|[,.;:(]\s?|\b(?:cho|di|chi|co) ))minh (?:em|toi|tui|ong|ba|anh|chi|chau|co)(?! (?:va|voi|cung|xa|ba|dang|muon|co|di)\b)|(?:single|lone) (?:woman|man|lady|guy|girl|male|female|travell?er))\b")]
    private static partial Regex Alone();
}
