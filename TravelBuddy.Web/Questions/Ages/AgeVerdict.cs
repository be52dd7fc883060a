using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Questions.Verdicts;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Web.Questions.Ages;

/// <summary>What a tour's text comes to for an age.</summary>
public enum AgeAnswer { TooYoung, TooOld, OldEnough, Priced, Suited }

/// <summary>The answer to whether somebody of an age may come along: a number of the text compared with that age, and the passages that say it.</summary>
public sealed partial record AgeVerdict(AgeAnswer Answer, int Limit, int Age, IReadOnlyList<Passage> Says)
{
    private const int MostPassages = 2;

    /// <summary>What the limits and prices by age say; null where the tour names neither. As where tours are chosen, "from 60" keeps no adult away, nor "up to 12" whoever comes with the children.</summary>
    public static AgeVerdict? Of(TourPackage package, IReadOnlyList<int> ages)
    {
        if (ages.Count == 0)
        {
            return null;
        }

        var (youngest, oldest) = (ages.Min(), ages.Max());
        var passages = PackagePassages.Of(package);
        var limits = LimitsOf(passages);
        if (limits.Where(limit => limit.From <= Admission.Grown && limit.From > youngest).OrderByDescending(limit => limit.From).FirstOrDefault() is { From: { } from, Passage: var saysFrom })
        {
            return new AgeVerdict(AgeAnswer.TooYoung, from, youngest, [saysFrom]);
        }

        if (limits.Where(limit => limit.To > Admission.Grown && limit.To < oldest).OrderBy(limit => limit.To).FirstOrDefault() is { To: { } to, Passage: var saysTo })
        {
            return new AgeVerdict(AgeAnswer.TooOld, to, oldest, [saysTo]);
        }

        if (limits.Where(limit => limit.From <= youngest && !(limit.To < oldest)).OrderByDescending(limit => limit.From).FirstOrDefault() is { From: { } least, Passage: var says })
        {
            return new AgeVerdict(AgeAnswer.OldEnough, least, youngest, [says]);
        }

        return youngest <= Child && !limits.Exists(limit => limit.To < oldest) && !passages.Any(passage => Refused().IsMatch(TextFolding.Fold(passage.Text)))
            && passages.Where(passage => OfChildrensPrice().IsMatch(TextFolding.Fold(passage.Text))).Take(MostPassages).ToList() is { Count: > 0 } priced
            ? new AgeVerdict(AgeAnswer.Priced, 0, youngest, priced)
            : null;
    }

    /// <summary>Where no age is named: what the text says of how hard it is, for whom, and how one travels; null where it says nothing of that.</summary>
    public static AgeVerdict? OfSuitability(TourPackage package, IReadOnlyList<int> ages)
    {
        if (ages.Count == 0 || LimitsOf(PackagePassages.Of(package)).Count > 0)
        {
            return null;
        }

        var age = ages.Min();
        var of = age <= Child ? OfChildren() : OfGrown();
        var says = PackagePassages.Of(package).Where(passage => passage.Kind is PassageKind.Description or PassageKind.Notes or PassageKind.Transport or PassageKind.Itinerary)
            .Select(passage => (Passage: passage, Folded: TextFolding.Fold(passage.Text))).Where(passage => passage.Passage.Kind == PassageKind.Transport && OfRiding().IsMatch(passage.Folded) || of.IsMatch(passage.Folded) || passage.Passage.Kind != PassageKind.Itinerary && OfEffort().IsMatch(passage.Folded))
            .OrderByDescending(passage => of.IsMatch(passage.Folded)).ThenBy(passage => passage.Passage.Kind == PassageKind.Transport).Select(passage => passage.Passage).Take(MostPassages).ToList();
        return says.Count == 0 ? null : new AgeVerdict(AgeAnswer.Suited, 0, age, says);
    }

    /// <summary>Whether children of no age may come: from an age on, never, or that its text has a price for them or suits them; null where it says neither.</summary>
    public static TourAnswer? OfChildren(TourPackage package)
    {
        var passages = PackagePassages.Of(package);
        var refused = passages.FirstOrDefault(passage => Refused().IsMatch(TextFolding.Fold(passage.Text)));
        var limited = LimitsOf(passages).FirstOrDefault(limit => limit.From is > 0 and <= Admission.Grown);
        var welcome = Plain(OfChildrensPrice()) ?? Plain(Welcome());
        return limited.Passage is { } from ? Said(limited.From > OldestChild ? Verdict.No : Verdict.Partly, from)
            : refused is not null ? Said(Verdict.No, refused)
            : welcome is not null ? Said(Verdict.Yes, welcome)
            : null;

        // The sentence alone, and none that denies, advises or sets conditions.
        Passage? Plain(Regex says) => passages.Select(passage => Sentences.Of(passage.Text).FirstOrDefault(sentence => says.IsMatch(TextFolding.Fold(sentence)) && !Proof.IsDoubtful(sentence, passage.Language)) is { } sentence ? passage with { Text = sentence } : null).FirstOrDefault(passage => passage is not null);

        static TourAnswer Said(Verdict verdict, Passage passage) => new(TourAnswerKind.Quoted, [], [passage]) { Verdict = verdict };
    }

    /// <summary>The verdict as a sentence, "vi" or anything else English.</summary>
    public string Sentence(string language)
    {
        var vi = language == "vi";
        var who = vi ? Age <= Child ? Age == 0 ? "bé dưới 1 tuổi" : $"bé {Age} tuổi" : $"người {Age} tuổi" : Age == 0 ? "a baby under one" : Age <= Child ? $"a child of {Age}" : $"somebody of {Age}";
        return (Answer, vi) switch
        {
            (AgeAnswer.TooYoung, true) => $"Tour nhận khách từ {Limit} tuổi, nên {who} chưa đi được.",
            (AgeAnswer.TooYoung, _) => $"From age {Limit}, so not for {who}.",
            (AgeAnswer.TooOld, true) => $"Tour nhận khách đến {Limit} tuổi, nên {who} không đi được.",
            (AgeAnswer.TooOld, _) => $"Up to age {Limit}, so not for {who}.",
            (AgeAnswer.OldEnough, true) => $"Tour nhận khách từ {Limit} tuổi, nên {who} đi được.",
            (AgeAnswer.OldEnough, _) => $"From age {Limit}, so {who} may come along.",
            (AgeAnswer.Priced, true) => $"Tour có giá cho trẻ em, tức là có nhận trẻ em; với {who}, bạn hỏi công ty cho chắc nhé.",
            (AgeAnswer.Priced, _) => $"It has a price for children, so children do come along; ask the agency to be sure about {who}.",
            (_, true) => $"Tour không ghi giới hạn tuổi. Liên quan đến {who}, phần mô tả chỉ có vậy; bạn hỏi thêm công ty cho chắc nhé:",
            _ => $"No age limit is given. This is all it says that bears on {who}, so ask the agency to be sure:",
        };
    }

    private const int Child = 15;
    private const int OldestChild = 17;

    private static List<(Passage Passage, int? From, int? To)> LimitsOf(IEnumerable<Passage> passages) =>
        [.. passages.Where(passage => passage.Text.Any(char.IsAsciiDigit)).SelectMany(passage => Admission.LimitsOf(passage.Text), (passage, limit) => (passage, limit.From, limit.To))];

    // Children by their age near a price: "be" alone is English, "tre" late, and half a day free of cancellation fees is no price of theirs.
    private const string Aged = @"(?:\b(?:child(?:ren)?|kids?|infants?) \(?(?:under|below|from|aged?|ages|between|[0-9])|\b(?:tre|be|em be)(?: em)? (?:duoi|tu|[0-9]{1,2} ?(?:-|den|tuoi)))";
    private const string Paid = @"(?:[0-9] ?%|\bfree\b(?! (?:cancellation|time))|\bhalf\b(?! ?-? ?days?\b)|\b(?:surcharges?|supplements?|pays?|discounts?|mien phi|phu thu|giam|nua gia|ngu chung)\b|\b[0-9]+ ?usd\b)";

    [GeneratedRegex(Aged + "[^.;]{0,40}" + Paid + "|" + Paid + "[^.;]{0,40}" + Aged)]
    private static partial Regex OfChildrensPrice();

    [GeneratedRegex(@"\b(?:no (?:children|kids|infants)|not (?:suitable |suited |recommended |meant )?for (?:small |young |little )?(?:children|kids|infants)|(?:children|kids) (?:are |is )?(?:not|cannot|can t)|adults only|(?:khong|ko) (?:phu hop|hop|nhan|danh cho)(?: (?:voi|cho|khach))* (?:tre|em be|be)(?: em| nho)?|chi nhan nguoi lon)\b(?! (?:under|below|younger|duoi|discounts?|price|surcharge))")]
    private static partial Regex Refused();

    [GeneratedRegex(@"\b(?:child(?:ren)?|kids?|toddlers?|bab(?:y|ies)|(?:for|with|good for|suits) famil(?:y|ies)|famil(?:y|ies) (?:with|welcome|love)|tre em|tre nho|cho be|be duoc|em be|(?:cho|hop|danh cho) gia dinh)\b")]
    private static partial Regex OfChildren();

    [GeneratedRegex(@"\b(?:(?:children|kids|toddlers|babies|families)(?: (?:of all ages|are|is|very|always|also|with \w+))* (?:welcome|love)|(?:good|great|fine|fun|ideal|perfect|suitable|suited|best|designed|made) for (?:\w+ )?(?:children|kids|toddlers|babies|families)|suits? (?:\w+ )?(?:children|kids|toddlers|families)|welcomes? (?:children|kids|families)|(?:family|kid|kids|child)[ -]friendly|(?:phu hop|hop|danh cho|ly tuong)(?: (?:voi|cho|ca|moi))* (?:tre em|tre nho|em be|gia dinh)|nhan (?:ca )?tre em|(?:ve|gia) tre em|tre em (?:cung )?(?:di duoc|duoc tham gia|tham gia duoc))\b")]
    private static partial Regex Welcome();

    [GeneratedRegex(@"\b(?:seniors?|elderly|older (?:people|guests|travellers)|grandparents?|nguoi lon tuoi|nguoi gia|ong ba|cao tuoi|bo me|ba me|nguoi yeu|knees?|dau goi|dau khop)\b")]
    private static partial Regex OfGrown();

    [GeneratedRegex(@"\b(?:(?:very )?hard|moderate|easy(?! rider)|difficult|strenuous|demanding|steep|slippery|gentle|no experience|fitness|kho(?: vua)?(?=[,.;:]| \d|$)|rat kho|nhe nhang|de di|the luc|bac thang|steps)\b")]
    private static partial Regex OfEffort();

    /// <summary>Ways to travel that an age has to do with: anybody may sit in a van.</summary>
    [GeneratedRegex(@"\b(?:motor ?(?:bikes?|cycles?)|scooters?|pillion|easy riders?|bicycles?|bikes?|cycling|kayaks?|rafts?|jeeps?|horses?|xe may|xe om|xe dap|phuot|thuyen kayak|ngua)\b")]
    private static partial Regex OfRiding();
}
