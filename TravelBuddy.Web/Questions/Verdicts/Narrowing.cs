using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Questions.Verdicts;

/// <summary>What a question asks more closely than by the thing: of which kind, where, on which day, at what time, for whom. A sentence that does not say the same settles nothing.</summary>
internal static partial class Narrowing
{
    private static readonly (Regex Asked, string Said) Private = (Asks(@"private|own|rieng"), @"private|own|rieng|en ?suite|khep kin|ve sinh trong|bathroom (?:in the room|inside)|attached bathroom");

    /// <summary>Words that say of which kind, and what says the same right beside the thing or in its name.</summary>
    private static readonly (Regex Asked, string Said)[] Kinds =
    [
        Same(@"doctors?|bac si"), Same(@"medics?"), Same(@"nurses?|y ta|dieu duong"), Same(@"first aid|so cuu"),
        Same(@"passports?|ho chieu"), Same(@"id cards?|identity cards?|can cuoc(?: cong dan)?|cccd|cmnd"),
        Private,
        Same(@"heated|nuoc am"), Same(@"hot|nuoc nong|nong lanh"), Same(@"roll in"), Same(@"cold"), Same(@"warm"),
        Same(@"indoor|trong nha"), Same(@"outdoor|ngoai troi"), Same(@"rooftop|san thuong"), Same(@"infinity|vo cuc"), Same(@"salt ?water"),
        Same(@"travel insurance|bao hiem du lich"), Same(@"accidents?|tai nan"), Same(@"medical insurance|bao hiem y te"), Same(@"cancellation insurance"),
        Same(@"beers?|bia"), Same(@"wines?|ruou vang"), Same(@"credit|tin dung"), Same(@"debit"), Same(@"installments?|instalments?|tra gop"), Same(@"vat"), Same(@"apple pay"),
        Same(@"prayer room|phong cau nguyen"), Same(@"mosque"), Same(@"cable cars?|cap treo"), (Asks(@"entrance|entry|admission|tham quan|vao (?:cong|cua)"), @"entrances?|entry|admissions?|park|cave|tham quan|vao(?: cong| cua)?|cong|thang canh"), Same(@"usb"), Same(@"hand ?rails?|tay vin"), Same(@"grab bars?"),
        Same(@"single|phong don"), Same(@"double|phong doi"), Same(@"twin"), Same(@"triple"), Same(@"king"), Same(@"queen"), Same(@"family (?:rooms?|cabins?)|phong gia dinh"),
        Same(@"vegans?|thuan chay"), Same(@"jain"), Same(@"kosher"), Same(@"certified|chung nhan"), Same(@"native"), Same(@"female|woman|lady|nu"), Same(@"male"), Same(@"professional|chuyen nghiep"),
        Same(@"fast|strong|manh|nhanh"), Same(@"unlimited|khong gioi han"), Same(@"bottled|dong chai"), Same(@"24"),
        Same(@"weekly|every week|hang tuan|moi tuan"), Same(@"daily|every day|hang ngay|moi ngay"),
        Same(@"all|every|each|whole|tat ca|moi bua|ca ba"), Same(@"soft drinks?|nuoc ngot"), Same(@"cocktails?"), Same(@"welcome drinks?"),
        Same(@"kayak\w*"), Same(@"canoe\w*"), (Asks(@"class(?:es)?|lessons?|lop"), @"class(?:es)?|lessons?|workshops?|lop"), Same(@"seafood|hai san"), Same(@"buffet"), Same(@"bbq|barbecue|nuong"),
        Same(@"electric|dien"), Same(@"manual|automatic|xe so|xe ga"), Same(@"luxury|limousine|sang trong"), Same(@"full|day du"), Same(@"partial"),
        (Asks(@"toilets?|wc|restrooms?|nha ve sinh|nha vs"), @"toilets?|wc|restrooms?|nha ve sinh|ve sinh|bathrooms?|en ?suite|khep kin|phong tam"),
    ];

    /// <summary>Where and for whom: said anywhere in the sentence.</summary>
    private static readonly (Regex Asked, string Said)[] Around =
    [
        (Asks(@"(?:on|aboard) (?:the |our )?(?:boats?|board|ships?|junks?|cruises?|ferry)|tren (?:du )?(?:tau|thuyen)"), @"on board|aboard|boats?|junks?|cruis\w+|ships?|cabins?|(?:sun)?decks?|ferry|tau|thuyen"),
        (Asks(@"(?:on|in) (?:the |our )?(?:bus|van|car|coach|vehicle)|tren xe"), @"bus|van|car|coach|vehicle|xe"),
        (Asks(@"on (?:the |our )?train|tren tau hoa|tau hoa"), @"trains?|tau hoa"),
        (Asks(@"kids?|child(?:ren)?|toddlers?|infants?|bab(?:y|ies)|tre em|em be|tre nho|cho be|cho tre"), @"kids?|child(?:ren)?|toddlers?|infants?|bab(?:y|ies)|tre em|em be|tre nho|cho be|tre"),
        (Asks(@"drop(?:s|ped)?(?: \w+)? off|drop offs?|to the airport|ra san bay|tien (?:san bay|khach)|dua tien"), @"drop\w*|to (?:\w+ ){0,2}airport|tien|ra san bay|both ways?|return|khu hoi"),
        (Asks(@"wheelchairs?|xe lan"), @"wheelchairs?|xe lan|accessible|step free|barrier free"),
        (Asks(@"elderly|seniors?|nguoi (?:gia|lon tuoi)"), @"elderly|seniors?|nguoi (?:gia|lon tuoi)|cao tuoi"),
        (Asks(@"gluten"), @"gluten"), (Asks(@"halal"), @"halal"), (Asks(@"return|both ways|round trip|khu hoi|hai chieu"), @"return|both ways|round trip|khu hoi|hai chieu"),
        (Asks(@"dinners?|an toi|bua toi"), @"dinners?|an toi|bua toi|com toi|d|toi|chieu"),
        (Asks(@"(?:at|in|during) (?:the )?(?:evening|night)s?|buoi toi|ban dem"), @"evenings?|nights?|toi|dem"),
        (Asks(@"mornings?|buoi sang"), @"mornings?|sang"), (Asks(@"afternoons?|buoi chieu"), @"afternoons?|chieu"),
        (Asks(@"english|tieng anh"), @"english|tieng anh"),
    ];

    /// <summary>Whether a question asks more closely than the names of its topics and things say.</summary>
    public static bool Narrows(string question, string names) =>
        (Tokenizer.Folded(question), Tokenizer.Folded(names)) is var (asked, named) && (Kinds.Concat(Around).Any(kind => kind.Asked.IsMatch(asked) && !kind.Asked.IsMatch(named)) || Numbers(asked).Any() || Proper(question).Any());

    /// <summary>Whether a sentence says as closely what is asked; what is said to be shared is not private without the word.</summary>
    public static bool Holds(string question, string sentence, MaskedSentence said, bool lacks)
    {
        var (asked, folded) = (Tokenizer.Folded(question), Tokenizer.Folded(sentence));
        var beside = TextFolding.FoldNormalized(said.Text.Text);
        return Kinds.All(kind => lacks && kind == Private || !kind.Asked.IsMatch(asked) || Has(said.Named, kind.Said) || Regex.IsMatch(beside, $@"\b(?:{kind.Said})(?: \w+)? @|@(?: \w+)? (?:{kind.Said})\b", RegexOptions.CultureInvariant))
            && Around.All(kind => !kind.Asked.IsMatch(asked) || Has(folded, kind.Said))
            && Numbers(asked).All(number => Has(folded, number))
            && Proper(question).All(name => Has(folded, name));
    }

    private static bool Has(string text, string words) => Regex.IsMatch(text, $@"\b(?:{words})\b", RegexOptions.CultureInvariant);

    /// <summary>Days, times and other numbers, without the one that says which tour.</summary>
    private static IEnumerable<string> Numbers(string asked)
    {
        var rest = OfTour().Replace(asked, " ");
        foreach (var time in Time().Matches(rest).Cast<Match>())
        {
            yield return $@"0?{time.Groups["hour"].Value}(?:h| ?(?:{time.Groups["minutes"].Value}\b|am\b|pm\b|h\b|gio\b))";
        }

        foreach (var number in Number().Matches(Time().Replace(rest, " ")).Cast<Match>())
        {
            yield return number.Groups["day"].Success ? $@"(?:day|ngay) {number.Groups["number"].Value}" : number.Groups["number"].Value;
        }
    }

    /// <summary>Names of places and the like: words with a capital that do not begin the question.</summary>
    private static IEnumerable<string> Proper(string question) =>
        Tokenizer.Tokens(question).Skip(1).Where(token => char.IsUpper(question[token.Start]) && token.End - token.Start > 1 && !Ordinary().IsMatch(token.Folded)).Select(token => Regex.Escape(token.Folded));

    private static (Regex Asked, string Said) Same(string words) => (Asks(words), words);

    private static Regex Asks(string words) => new($@"\b(?:{words})\b", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\b(?:tour|number|no|nr|option|so|cai so|cai thu|cai|thu)(?: so| number)? [0-9]{1,2}\b|\b[0-9]{1,2}(?:st|nd|rd|th)\b")]
    private static partial Regex OfTour();

    [GeneratedRegex(@"\b(?<hour>[0-9]{1,2})(?: (?<minutes>[0-5][0-9])\b| ?(?<minutes>am|pm)\b|h(?<minutes>[0-5][0-9])?\b| (?<minutes>h|gio|o clock)\b)")]
    private static partial Regex Time();

    [GeneratedRegex(@"\b(?<day>day |ngay )?(?<number>[0-9]+)\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:number|option|is|are|do|does|can|will|wifi|wi|fi|i|usb|vat|tv|english|french|german|japanese|korean|chinese|spanish|russian|vietnamese|italian|ok|anh|phap|duc|nhat|han|trung|nga|halal|vip|wc|ac|hdv|tour|shop|ad)$")]
    private static partial Regex Ordinary();
}
