using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Feeds;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>What nobody can do without and a tour's text says its price leaves out: the way there and back, flights, a cable car, and tickets of which it tells the price. Of nights to be booked a reason warns.</summary>
public static partial class LeftOut
{
    private static readonly (Regex Words, Phrase Phrase, bool WithPrice)[] Things =
    [
        (Flights(), Phrases.LeftOutFlights, false), (CableCar(), Phrases.LeftOutCableCar, false), (WayBack(), Phrases.LeftOutWayBack, false), (WayThere(), Phrases.LeftOutWayThere, false),
        (Tickets(), Phrases.EntranceFees, true),
    ];

    /// <summary>The things in a line, in any language; null where the text says of none.</summary>
    public static string? Of(TourPackage package, string language, ITourTexts texts, Func<Money, string> shown)
    {
        var told = new[] { package.Description, package.Notes }.Concat(package.Includes).OfType<string>().SelectMany(text => Ends().Split(TextFolding.Fold(text))).SelectMany(Said)
            .Select(said => (said.Phrase, Price: said.Price is { } price ? texts.Price(price, package.Language) : null))
            .GroupBy(said => said.Phrase).Select(some => Told(some.Key, some.Select(said => said.Price).FirstOrDefault(price => price is not null))).ToList();
        return told.Count == 0 ? null : Phrases.LeftOut.In(language, string.Join(", ", told));

        string Told(Phrase phrase, Money? price) => price is { } money ? $"{phrase.In(language)} ({shown(money)})" : phrase.In(language);
    }

    private static IEnumerable<(Phrase Phrase, string? Price)> Said(string sentence)
    {
        if (Before().Match(sentence) is { Success: true } before && !OfChoice().IsMatch(sentence))
        {
            return Named(sentence[..before.Index], sentence[before.Index..]);
        }

        return Excluded().Match(sentence) is { Success: true } excluded && !OfChoice().IsMatch(sentence)
            ? Named(sentence[(excluded.Index + excluded.Length)..], "") is { Count: > 0 } after ? after : Named(sentence[..excluded.Index], sentence[excluded.Index..])
            : Added().IsMatch(sentence) ? Named(sentence, "").Where(said => said.Phrase == Phrases.LeftOutWayThere) : [];
    }

    /// <param name="things">What names them.</param>
    /// <param name="behind">Where the price of a single one may stand besides.</param>
    private static List<(Phrase Phrase, string? Price)> Named(string things, string behind)
    {
        var parts = Parts().Split(things).Where(part => !Included().IsMatch(part)).ToList();
        var named = parts.Select(part => (Part: part, Thing: Things.FirstOrDefault(thing => thing.Words.IsMatch(part)))).Where(said => said.Thing.Phrase is not null).ToList();
        return [.. named.Select(said => (said.Thing.Phrase, Price: Price(named.Count == 1 ? things + behind : said.Part), said.Thing.WithPrice)).Where(said => said.Price is not null || !said.WithPrice).Select(said => (said.Phrase, said.Price))];
    }

    private static string? Price(string text) => Amount().Match(text) is { Success: true } match ? match.Value : null;

    // A point between figures ends nothing: "850.000đ".
    [GeneratedRegex(@"[.](?!\d)|[;!?\n]")]
    private static partial Regex Ends();

    /// <summary>Says it of what stands before.</summary>
    [GeneratedRegex(@"\b(?:(?:is|are) (?:not included|excluded|extra)|costs? extra|(?:is |are )?(?:paid|payable) (?:on site|on the spot|separately|locally|extra)|at cost\b|at your own (?:cost|expense)|(?:tinh|tra|mua|thu) (?:rieng|them)|tu (?:tuc|tra|mua))\b")]
    private static partial Regex Before();

    /// <summary>Says it of what stands behind, or before where nothing does.</summary>
    [GeneratedRegex(@"\b(?:not included(?: in the price)?|exclud(?:es?|ing|ed)|(?:does|do) not include|not including|(?:chua|khong) (?:bao )?gom)\b:?")]
    private static partial Regex Excluded();

    [GeneratedRegex(@"\b(?:can|could|may) be (?:added|booked)\b|\b(?:co the|nhan) dat (?:them|giup|ho)\b")]
    private static partial Regex Added();

    /// <summary>What nobody has to take, or who alone pays it.</summary>
    [GeneratedRegex(@"\b(?:optional(?:ly)?|if you (?:like|want|wish)|tuy chon|neu (?:muon|thich)|child(?:ren)?|kids?|infants?|tre (?:em|nho|duoi))\b")]
    private static partial Regex OfChoice();

    [GeneratedRegex(@"\b(?:da (?:bao )?gom|(?<!not )included?|includes)\b")]
    private static partial Regex Included();

    [GeneratedRegex(@",(?!\d)| (?:and|but|va|nhung|con) ")]
    private static partial Regex Parts();

    [GeneratedRegex(@"\b(?:(?<!drone )flights?|air ?fares?|(?:air|plane) ?tickets?|ve may bay|may bay)\b")]
    private static partial Regex Flights();

    [GeneratedRegex(@"\b(?:cable ?cars?|cap treo)\b")]
    private static partial Regex CableCar();

    [GeneratedRegex(@"\bve ve\b|\b(?:return|way back)\b")]
    private static partial Regex WayBack();

    [GeneratedRegex(@"\b(?:bus|coach|limousine|train|minibus|xe(?! (?:dap|may|dien|om)\b)|tau(?: hoa| lua)?)\b.*(?:\b(?:from|to|tu|di|den|toi|len|ra)\b| - )|\b(?:transport(?:ation)?|transfers?) (?:from|to)\b")]
    private static partial Regex WayThere();

    [GeneratedRegex(@"\b(?:tickets?|entrance|entry|admission|ve (?:vao|cong|tham quan|thang canh))\b")]
    private static partial Regex Tickets();

    [GeneratedRegex(@"(?<!\d[.,]?|[\-–] ?)(?:(?:us)?\$ ?|€ ?)\d[\d.,]*\d?|(?<!\d[.,]?|[\-–] ?)\d[\d.,]* ?(?:usd|us\$|\$|eur|€|vnd|₫|dong|d|k|nghin|ngan|trieu|tr)(?!\w)")]
    private static partial Regex Amount();
}
