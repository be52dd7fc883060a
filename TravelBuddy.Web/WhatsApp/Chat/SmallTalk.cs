using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Whole messages that answer what was shown without a wish in them: "ok", "no", "not that one", "book", "cancel my booking", "is it safe for kids?".</summary>
public static partial class SmallTalk
{
    public static bool Agrees(string text) => Agreement().IsMatch(Tokenizer.Folded(text));

    public static bool Declines(string text) => Commands.IsNo(text) || TurnsDown(text) || Declining().IsMatch(Tokenizer.Folded(text));

    /// <summary>Whether the tour spoken of last is turned down.</summary>
    public static bool TurnsDown(string text) => NotThat().IsMatch(Tokenizer.Folded(text));

    /// <summary>Whether the tour spoken of last is to be booked.</summary>
    public static bool Books(string text) => Booking().IsMatch(Tokenizer.Folded(text));

    public static bool CancelsBooking(string text) => Cancelling().IsMatch(Tokenizer.Folded(text));

    /// <summary>Whether a tour is asked about ("is it safe for kids?") in a way that only its agency can answer; what the question names is no wish.</summary>
    public static bool AsksAboutTour(string text) =>
        Tokenizer.Folded(text) is var folded && (AboutIt().IsMatch(folded) || text.TrimEnd().EndsWith('?') && Suits().IsMatch(folded));

    /// <summary>Whether a poem, a joke or a song is wanted, whatever it is to be about.</summary>
    public static bool AsksForAmusement(string text) => Amusement().IsMatch(Tokenizer.Folded(text));

    private const string Kindly = @"(?: (?:nhe|nha|a|em|ban|shop|roi|thanks|thank you|then|please|di|luon|now|nay|do))*$";

    [GeneratedRegex("^(?:ok|okay|oke|okie|oki|k|kk|yes|yeah|yep|yup|sure|alright|all right|fine|got it|i see|great|good|nice|cool|perfect|da|vang|u|uh|um|uhm|duoc|duoc roi|dong y|tot|hay|hieu roi|biet roi)(?: (?:ok|okay|great|good|got it|duoc|tot))?" + Kindly)]
    private static partial Regex Agreement();

    [GeneratedRegex("^(?:no thank you|not now|not really|forget it|nevermind|(?:thoi )?bo qua|khong cam on|thoi khoi|khoi|chua)" + Kindly)]
    private static partial Regex Declining();

    [GeneratedRegex("^(?:(?:no )?not (?:that|this|it)(?: (?:one|tour))?|(?:i |we )?(?:don t|do not) (?:like|want) (?:it|that|this)(?: (?:one|tour))?|(?:minh |em |toi )?khong (?:phai|thich|chon|lay|muon)(?: (?:cai|tour|goi))? (?:nay|do))$")]
    private static partial Regex NotThat();

    [GeneratedRegex("^(?:(?:ok )?(?:book|book it|book this|book that|book now|reserve|reserve it|dat|dat tour|dat cho|chot))" + Kindly)]
    private static partial Regex Booking();

    [GeneratedRegex(@"\b(?:cancel|undo|call off) (?:(?:my|the|our|that|this|a) )?(?:booking|reservation|tour|order)\b|\bhuy (?:dat(?: (?:tour|cho))?|tour|cho(?! (?:hoi|minh|em|toi|xin|biet))|don|booking)\b")]
    private static partial Regex Cancelling();

    [GeneratedRegex(@"^(?:(?:and|so|but|hi|hello) )*(?:is|are|was|were|does|do|will) (?:it|they|this|that|these|those|the (?:\w+ ){0,2}(?:tour|tours|one|option|hotel|boat|food|guide|driver|bus|road|water))\b(?! possible)|^(?:(?:tour|cai|goi|cho|no|o do) )?(?:(?:nay|do|kia|dau tien|dau|(?:thu|so) \w+) )?(?:co |thi co )?(?:an toan|phu hop|nguy hiem|hop|on)\b.*\b(?:khong|ko|hong|chu)(?: (?:a|nhi|vay|ban|nhe))*$")]
    private static partial Regex AboutIt();

    [GeneratedRegex("^(?:safe|suitable|dangerous|appropriate|ok|okay) (?:for|with)")]
    private static partial Regex Suits();

    [GeneratedRegex(@"^(?:(?:please|pls|hey|ok|can|could|you|ban|em|shop|oi|hay|a) )*(?:(?:write|compose|make|sing|tell|draw|give)(?: (?:me|us))? (?:a |an |some |another )?(?:\w+ )?(?:poems?|jokes?|songs?|stor(?:y|ies)|essays?|haiku|riddles?|code|programs?|picture)|(?:viet|lam|sang tac|ke|hat|doc)(?: (?:cho|giup) (?:minh|em|toi|anh|chi|tui))?(?: (?:mot|1|vai))? (?:bai tho|bai hat|bai van|cau chuyen|chuyen cuoi|chuyen vui|truyen|tho|cau do|code))\b")]
    private static partial Regex Amusement();
}
