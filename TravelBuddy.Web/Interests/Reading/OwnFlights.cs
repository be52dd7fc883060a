using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Flights that a text names without wishing for one: the travellers see to them ("họ tự bay tới Đà Nẵng"), a price leaves them out ("chưa gồm vé máy bay"), or they only tell when somebody arrives ("we fly into Da Nang").</summary>
internal static partial class OwnFlights
{
    private static readonly HashSet<string> Flights = new(["flight", "direct-flight", "domestic-flight"], StringComparer.Ordinal);

    public static bool Is(FoldedText text, PhraseMatch<Concept> match)
    {
        if (!Flights.Contains(match.Value.Id))
        {
            return false;
        }

        var start = text.FoldedIndex(match.Start);
        var rest = text.After(match.End);
        var ticket = text.Folded.AsSpan(start).StartsWith("ve ");
        return Bought().IsMatch(rest) || Arriving().IsMatch(rest) || BuyingBefore(text, start) || LeftOut(text, start, ticket)
            || text.Before(Themselves(), start) is { Success: true } themselves && text.MayBe(themselves.Groups["self"], "tự");
    }

    private static bool BuyingBefore(FoldedText text, int start) => text.Before(Buying(), start).Success;

    private static bool LeftOut(FoldedText text, int start, bool ticket) =>
        text.Before(Excluded(), start).Success || text.Before(NotCounted(), start) is { Success: true } uncounted && (ticket || uncounted.Groups["verb"].Success);

    [GeneratedRegex(@"\b(?:own|(?:we|i|they|he|she)(?:'ll| will| have|'ve)?(?: already)? (?:buy|bought|book(?:ed)?|sort(?:ed)?(?: out)?|arranged?|organi[sz]ed?|got|have) (?:our|my|their|his|her|the))(?: (?:international|return|domestic|air))*\s+$")]
    private static partial Regex Buying();

    // "£900 before flights" is a price; "no flights, we are scared" a refusal.
    [GeneratedRegex(@"\b(?:(?:excl(?:\.|uding|udes?|usive of)?|not (?:incl(?:\.|uding|uded)?|counting))|(?<=\d[^.;!?\n]{0,60})(?:before|ex|minus|without|w/o|besides))(?: (?:the|our|any|all|international|return|domestic|of))*\s+$")]
    private static partial Regex Excluded();

    [GeneratedRegex(@"\b(?:chua|khong|ko|k|chua co)(?<verb> (?:ke|gom|bao gom|tinh|bao))?(?: (?:gia|tien|chi phi|ve))*\s+$|\b(?:ngoai|tru)(?: (?:gia|tien|chi phi))?\s+$")]
    private static partial Regex NotCounted();

    [GeneratedRegex(@"\b(?<self>tu)(?: (?:tuc|lo|mua|dat|book|san|dat|chi|tra))*(?: (?:luon|tien|ca|cai))*\s+$")]
    private static partial Regex Themselves();

    [GeneratedRegex(@"^s?(?: tickets?)?(?: (?:is|are|will be))? (?:not (?:incl|count)|excl|separate|(?:we|i|they)(?:'ll| will)? (?:do|buy|book|pay|arrange|sort|handle|take care)|(?:already )?booked|on us\b)|^(?: [a-z]+){0,4} (?:by (?:our|my|them|him|her)sel(?:f|ves)|on (?:our|my|their) own)\b|^(?: [a-z]+){0,3} tu (?:tuc|lo|mua|dat|book|san)\b|^ (?:thi )?(?:mac|dat) (?:lam|qua|do)\b")]
    private static partial Regex Bought();

    [GeneratedRegex(@"^ (?:into\b|lands?\b|landing\b|arriv\w+|gets? in\b|(?:comes|goes) (?:to|in)\b|leaves\b|departs\b|solo\b)")]
    private static partial Regex Arriving();
}
