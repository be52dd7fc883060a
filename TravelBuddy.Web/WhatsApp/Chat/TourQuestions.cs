using System.Text.RegularExpressions;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Questions.Ages;
using TravelBuddy.Web.Questions.Verdicts;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What people ask about tours that were shown: whom to call, which is the cheapest, what one costs, whether it suits a child. What such a question names is no wish.</summary>
public static partial class TourQuestions
{
    /// <summary>Whether the agency's phone, or somebody there, is asked for.</summary>
    public static bool AsksForContact(string text) => Tokenizer.Folded(text) is var folded && Contact().IsMatch(folded) && !NotOfAgencies().IsMatch(folded);

    /// <summary>Whether the cheapest of what was shown is asked for, and nothing else.</summary>
    public static bool AsksForCheapest(string text, WishReading reading) => !Wishes(reading) && Cheapest().IsMatch(Tokenizer.Folded(text));

    /// <summary>Whether it is asked what a tour costs ("how much is it for 4 people?", "giá bao nhiêu một người?"), and not what something else does.</summary>
    public static bool AsksForPrice(string text, WishReading reading) =>
        Tokenizer.Folded(text) is var folded && Price().IsMatch(folded) && !OtherPrice().IsMatch(folded) && !AsksForTours().IsMatch(folded) && !Wishes(reading) && reading.Refinements.Count == 0;

    /// <summary>For how many a price is asked; null where that is not said, or it is asked for each.</summary>
    public static int? People(string text, WishReading reading) =>
        Tokenizer.Folded(text) is var folded && Each().IsMatch(folded) ? null
        : reading.Wishes.Party is { } party ? party.Adults + party.Children
        : For().Match(folded) is { Success: true } match ? int.Parse(match.Groups["people"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
        : null;

    /// <summary>Whether an age is named in what is asked ("bé 6 tuổi đi được không", "can a child of 6 come?"), and nothing is wished for.</summary>
    public static bool AsksForAge(string text, WishReading reading) =>
        AskedAges.Of(text).Count > 0 && (IsYesOrNo(text) || text.TrimEnd().EndsWith('?')) && !Wishes(reading) && !AsksForTours().IsMatch(Tokenizer.Folded(text));

    /// <summary>Whether a text asks something at all, by its first word, its last, or its mark.</summary>
    public static bool IsQuestion(string text) => Tokenizer.Folded(text) is var folded && (text.TrimEnd().EndsWith('?') || IsYesOrNo(text) || Asking().IsMatch(folded));

    /// <summary>Whether a text asks what the tours shown are or have ("got prayer room or not?", "is the boat heated?"), and neither wishes nor proposes anything.</summary>
    public static bool AsksOfShown(string text, WishReading reading) =>
        Tokenizer.Folded(text) is var folded && IsQuestion(text) && !ToldByUs().IsMatch(folded) && !AsksForTours().IsMatch(folded) && !Proposal().IsMatch(folded)
            && reading is { Intent: Intent.Search or Intent.Refine or Intent.Details or Intent.Unknown, Refinements.Count: 0, Wishes.Dates: null } && !Wishes(reading);

    /// <summary>Whether a reading names something that a tour can have: to ride, to eat, to do, to sleep in, or beside these.</summary>
    public static bool NamesThings(WishReading reading) =>
        reading.Wishes is var wishes && new[] { wishes.Transportation, wishes.Food, wishes.Activities, wishes.Accommodation, wishes.Essentials, wishes.Exclusions }.Any(some => some.Concepts.Count > 0);

    /// <summary>Whether the picture of a tour is asked for ("can I see a photo of number 2?", "cho xem hình tour này"); a photo tour is a wish.</summary>
    public static bool AsksForPicture(string text, WishReading reading) => !Wishes(reading) && Tokenizer.Folded(text) is var folded && Picture().IsMatch(folded) && !TakenThere().IsMatch(folded);

    /// <summary>Whether something is asked about a tour ("is number 3 suitable for a child of 6?") that its text may answer, or only its agency.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="reading">What the rules read in it.</param>
    /// <param name="isOneSpokenOf">Whether the last words were about one tour: a question without a number is about that one.</param>
    public static bool AsksTheAgency(string text, WishReading reading, bool isOneSpokenOf)
    {
        var folded = Tokenizer.Folded(text);
        if (AsksForTours().IsMatch(folded) || reading.Wishes is { Places.Count: > 0, Durations.Count: > 0 } || reading.Refinements.Count > 0)
        {
            return false;
        }

        return SmallTalk.AsksAboutTour(text) || Payment().IsMatch(folded)
            || (Rank(text, reading) is not null || isOneSpokenOf && text.TrimEnd().EndsWith('?') && !Wishes(reading)) && IsYesOrNo(text) && !ToldByUs().IsMatch(folded) && reading.Intent is not (Intent.Book or Intent.Accommodation or Intent.Human);
    }

    /// <summary>The tour a question names, from 1 or <see cref="WishReading.LastOfList"/>.</summary>
    public static int? Rank(string text, WishReading reading) =>
        reading.Ordinal ?? (In().Match(Tokenizer.Folded(text)) is { Success: true } match ? int.Parse(match.Groups["n"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null);

    /// <summary>Whether a text asks for a yes or a no: "do they…?", "got…?", "có … không", "… k".</summary>
    public static bool IsYesOrNo(string text) => YesOrNoForm.Is(text);

    /// <summary>Whether a reading says where, how long or for how much: a wish, whatever else the text asks.</summary>
    public static bool Wishes(WishReading reading) => reading.Wishes.Places.Count > 0 || reading.Wishes.Durations.Count > 0 || reading.Wishes.Budget is not null;

    [GeneratedRegex(@"\b(?:(?:phone|telephone|contact|mobile|whatsapp) (?:number|no|nr|num|details?|info\w*)|(?:the|their|its|agency s|a|any) (?:phone|telephone|contact|e ?mail)s?\b(?! (?:charger|signal|case))|(?:their|agency s) number|(?:whom|who) (?:can|could|do|should|shall|may|must|would|to) (?:(?:i|we) )?(?:call|phone|ring|contact|talk|speak|ask|email|write)|(?:number|somebody|someone|anybody|anyone) (?:(?:i|we) (?:can|could) |to |who can |that can )?(?:call|phone|ring|talk to|speak (?:to|with))|(?:can|could|may) (?:i|we|you|they|somebody|someone|anybody|anyone) (?:please )?(?:call|phone|ring)(?! (?:it|this|a taxi|a cab))|how (?:can|do|could|should) (?:i|we) (?:reach|contact|call|phone) (?:them|the|this|that|number)|(?:contact|call|phone|reach) (?:the |this |that )?(?:agency|company|operator|provider)|who (?:runs|organi[sz]es|operates|sells|is running|is behind) (?:this|that|it|them|the (?:tour|trip)|number \d{1,2})|(?:which|what) (?:agency|company|operator)(?: (?:is|runs|organi[sz]es|does) (?:this|that|it|the (?:tour|trip)))?$)\b"
        + @"|\b(?:sdt|so dt|so dien thoai|so phone|so (?:lien he|de lien he|goi|de goi|lien lac)|hotline|zalo|lien he (?:ai|voi ai|(?:o )?dau|sao|the nao|ben)|(?:muon|xin|can) (?:duoc )?(?:goi dien|noi chuyen|lien he)|goi (?:dien )?(?:cho )?ai|goi (?:cho )?(?:ben do|ho|cong ty|dau|so nao)|goi so (?:nao|may)|hoi ai|(?:ben|cong ty|don vi) nao (?:to chuc|ban|lam|chay|dan)|ai to chuc|(?:cua|la) (?:cong ty|ben) nao)\b")]
    private static partial Regex Contact();

    /// <summary>People behind this chat, the own number, and what is tried on machines.</summary>
    [GeneratedRegex(@"\b(?:admin\w*|quan tri\w*|developers?|boss|owner|instructions?|huong dan truoc|prompt|password|mat khau|my (?:phone|number|contact|mobile|e ?mail)|(?:cua|so) (?:toi|minh|em)|delete|erase|xoa)\b")]
    private static partial Regex NotOfAgencies();

    [GeneratedRegex(@"\b(?:cheapest|least expensive|lowest (?:price|cost)|costs? (?:the )?least|re nhat|(?:gia|chi phi) (?:thap|mem|tot|it) nhat|it tien nhat)\b")]
    private static partial Regex Cheapest();

    /// <summary>Folded, "giá" is as well "già" of "người già" and "gia" of "tham gia".</summary>
    private const string NotOld = @"(?<!\b(?:tham|quoc|ong ba|cu|chuyen|tuoi|(?<!\b(?:[0-9]+|mot|moi|hai|ba|bon|nam|sau) )nguoi) )";

    [GeneratedRegex(@"\bhow much(?: (?:is|are|does|do|would|will|for|per|in total|altogether|total)\b|$)|\bwhat(?: is| s| would| does)(?: be)? (?:the (?:total )?(?:price|cost)|(?:it|this|that|number \d{1,2}|tour \d{1,2}|the (?:\w+ ){1,2})(?: \w+)? ?cost)\b|\b(?:total|full) (?:price|cost)\b|\b(?:price|cost) for (?:a (?:family|group|party) of )?[0-9]{1,2}$|\b(?:price|cost) (?:for|of|per) (?:\w+ ){0,3}(?:people|persons?|adults?|us|tour|number|it|this|that|head)\b|^(?:and )?(?:the )?(?:price|cost)(?: please)?$"
        + @"|" + NotOld + @"\bgia (?:ca )?(?:la )?(?:bao nhieu|bn|sao|the nao|nhu nao|nhieu|nhiu|may)\b(?! tuoi)|\b(?:het|ton|mat|tong|tra) (?:tat ca )?(?:bao nhieu|bn|nhiu)\b(?! (?:thoi gian|ngay|gio|tieng|lau|km|nguoi))|\b(?:bao nhieu|bn|nhiu|may) tien\b|\bbao nhieu (?:mot|1|moi|cho|ca) (?:nguoi|khach|ca nhom|doan|\d)|\b(?:xin|cho|hoi|bao) (?:(?:minh|em|toi|tui|anh|chi|xin|biet) )?gia\b(?! (?:dinh|ca|nhap)\b)|\b(?:cho|voi) \d{1,2} nguoi (?:thi )?(?:gia|het|bao nhieu|tong)\b|\btong (?:chi phi|cong|gia)\b|^gia (?:tour|cai|so) ")]
    private static partial Regex Price();

    /// <summary>What costs besides the tour, and what is no money at all.</summary>
    [GeneratedRegex(@"\bhow much (?:time|walking|luggage|baggage|water|food|free time|driving|is the (?:deposit|visa|taxi|bus|train|flight|ticket|entrance|hotel|room|supplement))\b|\b(?:deposit|visa|room|night|hotel|dat coc|khach san|phong|dem|ve may bay|taxi)\b")]
    private static partial Regex OtherPrice();

    [GeneratedRegex(@"\bfor (?:a (?:family|group|party) of )?(?<people>[1-9][0-9]?)$|\b(?:family|group|party) of (?<people>[1-9][0-9]?)\b")]
    private static partial Regex For();

    [GeneratedRegex(@"\b(?:mot|1|moi|tung) (?:nguoi|khach|dau nguoi)\b|\b(?:per|each|a|one|1) (?:person|head|adult)\b|\beach\b")]
    private static partial Regex Each();

    [GeneratedRegex(@"^(?:(?:and|so|but|hi|hello|hey|ok|okay|please) )*(?:what|when|where|which|how|who|whom|why)\b|\b(?:gi|nao|sao|dau|bao nhieu|may gio|bao lau|bao xa|the nao|khi nao|luc nao)(?: (?:a|nhi|vay|the|ban|nhe|shop|em))*$|^(?:may gio|bao gio|khi nao|luc nao)\b")]
    private static partial Regex Asking();

    [GeneratedRegex(@"\b(?:see|show|send|share|get|have|any|got|look at|more|a|the) (?:me |us |you |of |a |an |the |some |any |more |its |their |few |other )*(?:photos?|pictures?|pics?|images?)\b|^(?:photos?|pictures?|pics?|images?)\b"
        + @"|\b(?:xem|coi|gui|co|cho|them)(?: (?:minh|em|toi|anh|chi|tui|xin|may|vai|them|mot|cai|tam|buc|xem|coi|duoc))* (?:hinh(?: anh)?|hinh chup|buc anh|tam anh)\b|\b(?:xem|coi|gui|co) (?:them )?anh (?:cua|tour|cai|so|nao|khong|ko|k|hong|chup)\b|^(?:hinh(?: anh)?|anh) (?:cua|tour|cai|so)\b|^(?:hinh(?: anh)?)(?: (?:dau|di|nhe|a))?$")]
    private static partial Regex Picture();

    /// <summary>Pictures that somebody takes on a trip.</summary>
    [GeneratedRegex(@"\b(?:take|taking|shoot|shooting|spots?|stops?|photograph\w*|photo (?:tours?|trips?|walks?)|for (?:photos?|pictures?)|chup|song ao|check ?in|tu suong)\b")]
    private static partial Regex TakenThere();

    /// <summary>What proposes something else than what was shown, asks that we look for it, or says of oneself what one wants.</summary>
    [GeneratedRegex(@"\b(?:how about|what about|what if|why not|instead|rather|(?:can|could|would|will) (?:you|u)|(?:can|could|may|shall|should) (?:we|i) (?:also |just |please )?(?:do|have|go|get|see|visit|try|add|skip|change|make|drop|swap)|(?<!\b(?:do|does|did|should|would|will) )(?:i|we) (?:want|need|like|love|prefer|would|d|are|am|have)|let s)\b|\b(?:doi|chuyen sang|them|bo|thay|tim|kiem|goi y|gioi thieu|loc|tu van|(?<!khong )muon(?! hoi)|thich) (?!bao nhieu|gi\b)|\bthi sao\b")]
    private static partial Regex Proposal();

    [GeneratedRegex(@"\b(?:(?:is|are) there (?:a|any|some|another)|have|has|got|offer|any|other|more|find|run|know) (?:any |some |other |more )?(?:\w+ )?(?:tours?|trips?|cruises?|excursions?)\b|\b(?:co|con) (?:tour|chuyen|goi) (?:nao|gi|khac|di)\b")]
    private static partial Regex AsksForTours();

    [GeneratedRegex(@"\b(?:credit cards?|debit cards?|pay (?:by|with|in|later|on)|paypal|apple pay|refund\w*|deposits?|invoices?|instal\w*ments?|cancellation|tra gop|hoan (?:tien|huy)|the (?:tin dung|visa)|quet the|xuat hoa don|tra (?:tien )?(?:sau|mat|truoc)|chinh sach huy)\b")]
    private static partial Regex Payment();

    /// <summary>What the tour's own details say, and what is asked of us.</summary>
    [GeneratedRegex(@"\b(?:show|see|tell|book|reserve|take|details?|info\w*|itinerary|price|cost|how much|compare|" + NotOld + @"gia(?! dinh)|bao nhieu|chi tiet|thong tin|lich trinh|xem|dat|chot|gui|so sanh|noi ro|noi them)\b")]
    private static partial Regex ToldByUs();

    // "Of" and "for" count what they stand before ("a child of 6", "a family of 4"), unless a part of a tour is named.
    [GeneratedRegex(@"\b(?:in|on|about|(?:photos?|pictures?|pics?|images?|prices?|costs?|details?|phone(?: number)?|contact) of) (?:the )?(?:tour |number |no |option )?(?<n>[1-9][0-9]?)$|\b(?:of|for) (?:the )?(?:tour|number|no|option) (?<n>[1-9][0-9]?)$|\b(?:tour so|tour|number|option|cai so|cai thu|cai|so) (?<n>[1-9][0-9]?)(?: |$)(?!(?:days?|nights?|people|persons?|adults?|guests?|hours?|kids?|children|toddlers?|babies|of us|ngay|dem|nguoi|khach|tieng|trieu|tr|tuoi|lon|be|tre|d|n|k)\b)")]
    private static partial Regex In();
}
