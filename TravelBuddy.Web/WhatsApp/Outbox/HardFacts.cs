using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Feeds;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>
/// Numbers and rules that a tour's text names and its reader has to know before booking, in the reader's language where the text is in the other one: steps, how hard it is, whom and how many
/// a price is for, a single room, days of departure, what children pay. Only plain wordings are read; what is said otherwise stays to its own words.
/// </summary>
public static partial class HardFacts
{
    private const int MostSteps = 3;
    private const int FewSteps = 20;
    private const int MostPrices = 3;

    /// <summary>From here on a sum without a currency is in đồng.</summary>
    private const int LeastDong = 10_000;

    /// <summary>A line each; none for a tour in the reader's language.</summary>
    public static IReadOnlyList<string> Of(TourPackage package, string language, ITourTexts texts)
    {
        if (package.Language == language || package.Language is not ("en" or "vi"))
        {
            return [];
        }

        var prose = new[] { package.Description, package.Notes }.Concat(package.Itinerary).SelectMany(Clauses).ToList();
        var notes = Clauses(package.Notes).ToList();
        var told = Clauses(package.Title).Concat(prose).ToList();
        return [.. new[]
        {
            Line(Phrases.HardEffort, Effort(Said(package.Notes), language)),
            Line(Phrases.HardSteps, Steps(new[] { package.Description, package.Notes }.Concat(package.Itinerary).SelectMany(Said), language)),
            Line(Phrases.HardLeast, package.GroupLeast is >= 2 and <= PricePerPerson.AssumedParty and { } least ? least.ToString(CultureInfo.InvariantCulture) : null),
            PriceCondition(package, language),
            Line(Phrases.HardPriceUpTo, package is { PricePer: PricePer.Group, GroupMost: { } most } ? most.ToString(CultureInfo.InvariantCulture) : null),
            Line(Phrases.HardRoomOf, told.Concat(Clauses(package.Accommodation)).Select(clause => RoomOf().Match(clause)).FirstOrDefault(match => match.Success) is { } room ? Count(room.Groups["n"].Value) : null),
            Single(told.Concat(Clauses(package.Accommodation)), language, amount => texts.Price(amount, package.Language)),
            Line(Phrases.HardDeparts, told.Any(clause => NotOn().IsMatch(clause)) ? null : told.Select(clause => Departure(clause, language)).FirstOrDefault(days => days is not null)),
            Line(Phrases.HardChildren, Children(notes, language)),
        }.OfType<string>()];

        string? Line(Phrase phrase, string? fact) => fact is null ? null : phrase.In(language, fact);
    }

    /// <summary>For how many together, or in one room, a tour's price is, in any language; null where it says nothing of that.</summary>
    public static string? PriceCondition(TourPackage package, string language)
    {
        var told = new[] { package.Title, package.Description, package.Notes }.Concat(package.Itinerary).SelectMany(Said).ToList();
        return told.Select(clause => PriceInRoom().Match(clause.Folded)).FirstOrDefault(match => match.Success) is { } room ? Phrases.HardPriceRoom.In(language, Count(room.Groups["n"].Value))
            : told.Select(PricedFor).FirstOrDefault(count => count is not null) is { } together ? (package.PricePer == PricePer.Group ? Phrases.HardPriceFor : Phrases.HardPriceEach).In(language, together)
            : null;
    }

    /// <summary>What a single room costs more, in any language; null where nothing is said of it.</summary>
    public static string? ForOne(TourPackage package, string language, ITourTexts texts) =>
        Single(new[] { package.Title, package.Description, package.Notes }.Concat(package.Itinerary).Append(package.Accommodation).SelectMany(Clauses), language, amount => texts.Price(amount, package.Language));

    /// <summary>What children pay, in any language; null where nothing is said of it.</summary>
    public static string? ChildrensPrices(TourPackage package, string language) => Children(Clauses(package.Notes), language);

    private static IEnumerable<string> Clauses(string? text) => Said(text).Select(clause => clause.Folded);

    private static IEnumerable<Clause> Said(string? text) => text is null ? [] : Ends().Split(TextFolding.Normalize(text)).Where(clause => clause.Length > 0).Select(clause => new Clause(clause, TextFolding.FoldNormalized(clause)));

    /// <summary>What stands between two ends, as it is spelled and folded: letter by letter the same.</summary>
    private readonly record struct Clause(string Spelled, string Folded)
    {
        /// <summary>Whether a word stands there as it is spelled ("giá", not "gia" of "gia đình"); where nothing has diacritics, it may.</summary>
        public bool Has(string word, int at) => Spelled == Folded || Spelled.Length == Folded.Length && string.CompareOrdinal(Spelled, at, word, 0, word.Length) == 0;
    }

    /// <summary>How hard it is, where a part of a sentence says nothing else, and no other part names something harder.</summary>
    private static string? Effort(IEnumerable<Clause> notes, string language)
    {
        var parts = notes.SelectMany(clause => clause.Spelled.Split([',', ':', '(', ')'])).Select(part => part.Trim()).Select(part => (Part: part, Efforts.FirstOrDefault(effort => effort.Words.IsMatch(TextFolding.FoldNormalized(part))).Phrase)).ToList();
        var said = parts.Select(part => part.Phrase).OfType<Phrase>().Distinct().ToList();
        var told = said.Exists(IsHard) || !parts.Exists(part => part.Phrase is null && Harder().IsMatch(part.Part)) ? said : said.Where(phrase => !IsMild(phrase)).ToList();
        return told.Count == 0 ? null : string.Join(", ", told.Select(phrase => phrase.In(language)));
    }

    private static bool IsHard(Phrase phrase) => phrase == Phrases.EffortVeryHard || phrase == Phrases.EffortHard || phrase == Phrases.EffortModerateToHard;

    private static bool IsMild(Phrase phrase) => phrase == Phrases.EffortEasy || phrase == Phrases.EffortEasyToModerate || phrase == Phrases.EffortModerate;

    private static readonly (Regex Words, Phrase Phrase)[] Efforts =
    [
        (VeryHard(), Phrases.EffortVeryHard), (ModerateToHard(), Phrases.EffortModerateToHard), (Hard(), Phrases.EffortHard), (EasyToModerate(), Phrases.EffortEasyToModerate),
        (Moderate(), Phrases.EffortModerate), (Easy(), Phrases.EffortEasy), (Fit(), Phrases.EffortFit), (FitEnough(), Phrases.EffortFitEnough),
    ];

    private static string? Steps(IEnumerable<Clause> prose, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var counts = prose.Where(clause => !FromBelow().IsMatch(clause.Folded)).SelectMany(clause => StepsNamed().Matches(clause.Folded).Where(match => !match.Groups["bac"].Success || IsStep(clause, match)))
            .Select(match => (About: match.Groups["about"].Success, Count: int.Parse(match.Groups["n"].Value.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)))
            .Where(steps => steps.Count >= FewSteps).DistinctBy(steps => steps.Count).Take(MostSteps).ToList();
        return counts.Count == 0 ? null : string.Join(", ", counts.Select(steps => (steps.About ? Phrases.About.In(language, steps.Count.ToString("N0", culture)) : steps.Count.ToString("N0", culture))));
    }

    /// <summary>Whether "bac" is a step: no uncle ("30 bác"), no place ("2026 Bắc Hà").</summary>
    private static bool IsStep(Clause clause, Match match) => clause.Spelled == clause.Folded ? Climbed().IsMatch(clause.Folded) : clause.Has("bậc", match.Groups["bac"].Index);

    /// <summary>How many a price is for; null for one alone, of whom every price is.</summary>
    private static string? PricedFor(Clause clause) => PriceFor().Match(clause.Folded) is { Success: true } match && (!match.Groups["gia"].Success || clause.Has("giá", match.Groups["gia"].Index))
        && Count(match.Groups["n"].Value) is var count && int.Parse(count, CultureInfo.InvariantCulture) > 1 ? count : null;

    private static string? Single(IEnumerable<string> told, string language, Func<string, Money?> read)
    {
        foreach (var clause in told)
        {
            if (NoSupplement().IsMatch(clause))
            {
                return Phrases.HardSingleFree.In(language);
            }

            if (SupplementOnRequest().IsMatch(clause))
            {
                return Phrases.HardSingleOnRequest.In(language);
            }

            if (Parts().Split(clause).Where(part => Alone().IsMatch(part)).Select(part => Supplement().Match(part)).FirstOrDefault(match => match.Success) is { } match && Sum(match) is { } sum)
            {
                return Phrases.HardSingle.In(language, sum);
            }
        }

        return null;

        string? Sum(Match match) => match.Groups["price"].Value is var said && match.Groups["share"].Success ? said.Replace(" ", "", StringComparison.Ordinal)
            : read(said) is not { } money || !match.Groups["unit"].Success && money.Amount < LeastDong ? null
            : match.Groups["night"].Success ? Phrases.PerRoom.In(language, TourFacts.Text(money, language)) : TourFacts.Text(money, language);
    }

    private static string? Departure(string clause, string language)
    {
        if (Turned().IsMatch(clause) || TimedDay().Matches(clause).Select(day => TimeOf(day.Groups["time"].Value)).Distinct().Skip(1).Any())
        {
            return null;
        }

        if (Daily().IsMatch(clause))
        {
            return Phrases.EveryDay.In(language);
        }

        var match = new[] { DepartsEnglish(), DepartsVietnamese() }.Select(pattern => pattern.Match(clause)).FirstOrDefault(match => match.Success);
        if (match is null)
        {
            return null;
        }

        var culture = CultureInfo.GetCultureInfo(language);
        var said = match.Groups["days"].Value;
        var days = Weekday().Matches(said).Select(day => culture.DateTimeFormat.GetDayName(DayOf(day.Value)) is var name && language == "vi" ? name.ToLower(culture) : name).ToList();
        var told = days.Count == 2 && Until().IsMatch(said) ? string.Join(" – ", days) : string.Join(", ", days.Distinct());
        told = match.Value.Contains("every second", StringComparison.Ordinal) ? Phrases.EverySecond.In(language, told) : told;
        return Evening().IsMatch(match.Value) ? Phrases.InTheEvening.In(language, told) : told;
    }

    private static string TimeOf(string said) => said switch { "dem" or "evening" or "night" => "toi", "morning" => "sang", "afternoon" => "chieu", "noon" => "trua", _ => said };

    private static DayOfWeek DayOf(string said) => said switch
    {
        "chu nhat" => DayOfWeek.Sunday,
        ['t', 'h', 'u', ' ', .. var number] => number switch { "2" or "hai" => DayOfWeek.Monday, "3" or "ba" => DayOfWeek.Tuesday, "4" or "tu" => DayOfWeek.Wednesday, "5" or "nam" => DayOfWeek.Thursday, "6" or "sau" => DayOfWeek.Friday, _ => DayOfWeek.Saturday },
        _ => Enum.Parse<DayOfWeek>(said.TrimEnd('s'), ignoreCase: true),
    };

    private static string? Children(IEnumerable<string> notes, string language)
    {
        var prices = notes.Where(clause => OfChildren().IsMatch(clause) && !Reduced().IsMatch(clause)).SelectMany(clause => PriceOfAge().Matches(clause)).Take(MostPrices).Select(match =>
        {
            var (from, to, under) = (match.Groups["from"].Value, match.Groups["to"].Value, match.Groups["under"].Value);
            var who = under.Length > 0 ? Phrases.ChildrenUnder.In(language, under) : Phrases.ChildrenOf.In(language, from, to);
            return who + ": " + (match.Groups["share"] is { Success: true } share ? Phrases.ShareOfPrice.In(language, share.Value) : match.Groups["half"].Success ? Phrases.ShareOfPrice.In(language, "50") : Phrases.FreeOfCharge.In(language));
        }).ToList();
        return prices.Count == 0 ? null : string.Join("; ", prices);
    }

    private static string Count(string said) => said switch { "hai" or "two" => "2", "ba" or "three" => "3", "bon" or "four" => "4", "five" => "5", "six" or "sau" => "6", _ => said };

    // A point between figures ends nothing: "2.000 bậc".
    [GeneratedRegex(@"[.](?!\d)|[;!?\n]")]
    private static partial Regex Ends();

    [GeneratedRegex("^(?:very hard|rat kho)$")]
    private static partial Regex VeryHard();

    [GeneratedRegex("^moderate to (?:hard|difficult)$")]
    private static partial Regex ModerateToHard();

    [GeneratedRegex("^(?:hard|difficult|kho)$")]
    private static partial Regex Hard();

    [GeneratedRegex("^easy to moderate(?: walking.*)?$")]
    private static partial Regex EasyToModerate();

    [GeneratedRegex("^(?:moderate(?: walk| because .+)?|kho vua|do kho trung binh|muc trung binh)$")]
    private static partial Regex Moderate();

    [GeneratedRegex("^(?:easy|de di|nhe nhang|di bo nhe(?: nhang)?)$")]
    private static partial Regex Easy();

    [GeneratedRegex("^(?:(?:very )?good (?:fitness|physical condition)(?: (?:is )?(?:needed|required))?|(?:can |yeu cau )?(?:co )?the luc tot)$")]
    private static partial Regex Fit();

    [GeneratedRegex("^(?:average fitness(?: (?:is )?(?:needed|required))?|(?:can |yeu cau )?the luc trung binh)$")]
    private static partial Regex FitEnough();

    [GeneratedRegex(@"(?<about>\b(?:about|around|some|roughly|nearly|almost|chung|khoang|gan|hon|over|more than) )?(?<!\d[.,/\-]?)\b(?<n>\d{1,3}(?:[.,]\d{3})|\d{2,4}) (?:(?:stone|steep|stair) )?(?:steps|stairs|(?<bac>bac))\b(?! (?:from|away|cach|a day|per day|daily|each day)\b)")]
    private static partial Regex StepsNamed();

    /// <summary>What tells steps without diacritics.</summary>
    [GeneratedRegex(@"\bbac (?:thang|da)\b|\b(?:leo|len|xuong|qua) (?:\w+ )?[\d.,]+ bac\b")]
    private static partial Regex Climbed();

    /// <summary>What is harder than a level that was told, unless it is denied.</summary>
    [GeneratedRegex(@"(?<!\b(?:not|no|nothing|never|không|chẳng|khong) (?:(?:too|very|so|quá|có|đường|qua|co) )?)\b(?:hard|harder|difficult|steep|strenuous|demanding|challenging|tough|exhausting|khó|vất vả|dốc|kho|vat va)\b")]
    private static partial Regex Harder();

    /// <summary>Steps that nobody has to climb.</summary>
    [GeneratedRegex(@"\b(?:seen from below|from below|look up|instead of|without (?:climbing|the)|no need to|avoid\w*|skip\w*|nhin tu duoi|thay vi|khong (?:phai|can) (?:leo|di)|tranh)\b")]
    private static partial Regex FromBelow();

    [GeneratedRegex(@"(?<!\b(?:tham|giam|danh) )\b(?<gia>gia) (?:(?:tour|tren|nay|da|duoc|tinh|nguoi|lon|moi|khach) )*(?:cho|khi di) (?<n>\d{1,2}|hai|ba|bon) (?:khach|nguoi)\b(?! (?:tro|lon|dau|dat|som))|\bprices? (?:is |are )?(?:per person )?(?:with|for|based on) (?<n>\d{1,2}|two|three|four|six) (?:(?:people|guests|persons|travell?ers) )?(?:(?:sharing|together|people|guests|persons|travell?ers)\b(?! (?:or more|and more|and up|minimum))|$)")]
    private static partial Regex PriceFor();

    [GeneratedRegex(@"\bgia (?:\w+ ){0,3}khi o (?:\w+ ){0,3}(?<n>\d{1,2}|hai|ba|bon) (?:khach|nguoi)\b|\bprices? (?:is |are )?(?:per person )?with (?<n>\d|two|three|four) (?:in|to|sharing) a (?:room|cabin)\b")]
    private static partial Regex PriceInRoom();

    [GeneratedRegex(@"\bphong (?<n>(?:[2-9] ?- ?)?[3-9]|ba|bon|sau) (?:em|nguoi|khach|ban)\b|\b(?:rooms?|cabins?) (?:for|of) (?<n>[3-9]|three|four|five|six)\b(?= ?(?:\W*$|[,)(/]|(?:people|persons?|guests|travell?ers|adults|students|women|men|girls|boys|friends|each|or|and)\b))(?! (?:or|and) \w+ (?:nights?|days?))|\b(?<n>[3-9]|three|four|five|six) (?:to|in) a (?:room|cabin)\b")]
    private static partial Regex RoomOf();

    [GeneratedRegex(@"\bsingle (?:rooms? )?(?:costs? nothing extra|supplements? (?:is )?(?:free|waived))|\bno single supplement|\bsingle rooms cost nothing extra|\bkhong (?:thu |tinh )?phu thu phong don")]
    private static partial Regex NoSupplement();

    [GeneratedRegex(@"\bsingle (?:room )?supplement (?:is )?on request|\bphu thu phong don:? (?:lien he|hoi)")]
    private static partial Regex SupplementOnRequest();

    /// <summary>What is said of who sleeps alone.</summary>
    [GeneratedRegex(@"\b(?:single|solo|alone|phong don|mot minh)\b")]
    private static partial Regex Alone();

    /// <summary>Between parts of a sentence; a comma between figures parts nothing.</summary>
    [GeneratedRegex(@",(?!\d)")]
    private static partial Regex Parts();

    private const string Amount = @"(?<![\d.,\-–] ?)(?<price>(?>(?<unit>\$|€|us\$) ?)?(?>\d+(?:[.,]\d+)*)(?! ?[-–] ?\d)(?>(?: ?(?:(?<unit>usd|us\$|\$|eur|€|vnd|₫|d|dong|k|ngan|nghin|trieu|tr|million)(?![\w$])|(?<share>%)))?))(?>(?<night> ?(?:per|a|each|/|mot|moi) ?(?:night|dem)\b)?)(?! ?(?:/|per|a|each|mot|moi) ?(?:day|room|ngay|phong)\b)";

    [GeneratedRegex(Amount + @" (?:single )?supplement|\b(?:single|solo)(?: room| travell?ers?)? supplement(?: of| is|:)? " + Amount + @"|\bsupplement for (?:a )?(?:single|solo)(?: room| travell?ers?)?(?: of| is|:)? " + Amount + @"|\bphu (?:thu|phi) (?:(?:ngu |o )?phong don|(?:di )?mot minh):? (?:la |them )?" + Amount)]
    private static partial Regex Supplement();

    [GeneratedRegex(@"\b(?:khoi hanh|co tour) (?:hang|moi) ngay\b|\b(?:daily departures|departs? (?:daily|every day)|departures? (?:daily|every day)|(?:starts?|leaves?) (?:at )?[\d: ]*(?:every day|daily))\b")]
    private static partial Regex Daily();

    private const string DayVi = "(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat)";
    private const string DayEn = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?)";
    private const string DayAny = "(?:" + DayVi + "|" + DayEn + ")";

    [GeneratedRegex(@"\b(?:khoi hanh|di (?=dem|toi|sang))(?: (?:vao|cac|co dinh|toi|dem|sang|chieu))* ?(?<days>" + DayVi + @"(?:(?:,| va| hoac| den| -|-|/) ?(?:(?:toi|dem|sang) )?" + DayVi + @")*)")]
    private static partial Regex DepartsVietnamese();

    [GeneratedRegex(@"\b(?:depart(?:s|ures?)?|leaves?) (?:(?:on|every|every second|fixed) )*(?<days>" + DayEn + @"(?:(?:,| and| or| to|-| -) ?(?:on )?" + DayEn + @")*)(?: evenings?| nights?)?\b|\b(?<days>" + DayEn + @"(?:(?:,| and| or| to|-) ?" + DayEn + @")*)(?: evening)? departures\b")]
    private static partial Regex DepartsEnglish();

    /// <summary>What turns days round, or leaves only some of them.</summary>
    [GeneratedRegex(@"\b(?:tru|ngoai tru|khong|nghi|ngung|except\w*|excluding|unless|no|not|never|without|other than|apart from|only|first|last|third|fourth|1st|2nd|3rd|4th|every other|fortnight\w*|monthly|month|dau thang|cuoi thang|giua thang|(?:hang|moi|trong) thang|dau tien|cuoi cung|cach tuan|(?:hai|2) tuan|winter|summer|mua (?:he|dong|kho|mua))\b|(?<!every )\bsecond\b")]
    private static partial Regex Turned();

    /// <summary>A sentence of its own that takes days away from those told before.</summary>
    [GeneratedRegex(@"^\W*(?:(?:ngoai )?tru|except)\b.*" + DayAny + @"|\b(?:khong|no|not|never|don't)\b[^,]*\b(?:khoi hanh|depart\w*|leave|start)\b[^,]*" + DayAny)]
    private static partial Regex NotOn();

    /// <summary>A day with the part of it in which they set off.</summary>
    [GeneratedRegex(@"\b(?<time>sang|trua|chieu|toi|dem)(?: (?:ngay|cac ngay))? " + DayVi + "|" + DayEn + @" (?<time>morning|noon|afternoon|evening|night)s?\b|\b(?<time>morning|noon|afternoon|evening|night)s? of " + DayEn)]
    private static partial Regex TimedDay();

    [GeneratedRegex(DayVi + "|" + DayEn)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\b(?:to|den)\b|-")]
    private static partial Regex Until();

    [GeneratedRegex(@"\b(?:toi|dem|evenings?|nights?)\b")]
    private static partial Regex Evening();

    [GeneratedRegex(@"\b(?:child(?:ren)?|kids?|infants?|tre|be|em be)\b")]
    private static partial Regex OfChildren();

    /// <summary>Where a figure may be what is taken off, or something else than the tour is paid.</summary>
    [GeneratedRegex(@"\b(?:giam|off|discounts?|less|cheaper|lower|reduced|reductions?|re hon|uu dai|tiet kiem|phu thu|surcharge|supplement|entrance|admission|museums?|ve (?:tau|may bay|vao|cong|tham quan|cap treo))\b")]
    private static partial Regex Reduced();

    [GeneratedRegex(@"(?:(?<!\d)(?<from>\d{1,2}) ?[-–] ?(?<to>\d{1,2})(?: tuoi| years(?: old)?)?|\b(?:under|below|duoi) (?<under>\d{1,2})(?: tuoi| years(?: old)?)?):? (?:ngu chung |(?:tinh|pays?|gia|thu|are|is|go|at) )*(?:(?<share>\d{2}) ?%|(?<free>free(?: of charge)?\b|mien phi\b)|(?<half>half\b(?: price)?|nua gia\b))(?=\W*$| ?[,;:()/+]| (?:va|and|or|gia(?! ve)|tour|ngu|o|khi|neu|if|when|sharing|in|of (?:the )?(?:adult |tour |full )*(?:price|rate|fare)|(?:adult|tour|full) (?:price|rate|fare))\b)")]
    private static partial Regex PriceOfAge();
}
