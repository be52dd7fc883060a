using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Where what is told of a house comes from, a line for each source. Nothing for samples, of which it is said once.</summary>
internal static class StaySourceWords
{
    /// <summary>A longer address would take the room of a house; the message about that one house has it.</summary>
    private const int LongestLink = 200;

    /// <summary>Of the names of sources in rows, so that nine of them have room beside each other.</summary>
    private const int LongestInRow = 30;

    private static readonly StayFact[] InRows = [StayFact.Name, StayFact.Place, StayFact.Price, StayFact.Rating];

    /// <summary>Of everything that is known of it; which statement from which, where there are several.</summary>
    public static IEnumerable<string> OfAll(FoundStay found, string language) => found.Stay.IsSample ? [] : found.Origins.Select((origin, i) =>
    {
        var said = found.Origins.Count == 1 ? [] : found.From.Where(from => from.Value == i).Select(from => from.Key).ToList();
        var source = Phrases.StaySource.In(language, said.Count == 0 ? origin.Name : $"{origin.Name} ({Names(said, language)})", TourFacts.Text(origin.At, language));
        return AddressOf(origin) is { } url ? $"{source} {url}" : source;
    });

    /// <summary>Of the few facts that one of several houses is told by, in as few words as there is room for; without addresses where there is none for them.</summary>
    public static IEnumerable<string> OfFew(FoundStay found, RankedStay ranked, StayReadings readings, string language, bool withLinks)
    {
        if (found.Stay.IsSample)
        {
            return [];
        }

        StayFact[] told = [.. InRows, .. WishSources.Of(found.Stay, ranked, readings).Select(answered => answered.SaidBy)];
        var sources = told.Distinct().GroupBy(found.OriginOf).Where(source => source.Key is not null).ToList();
        var lines = sources.Select(source => Line(source.Key!, sources.Count == 1 ? null : Names(source, language), language, withLinks));
        // An entry of the directory is brought in by somebody, who is the source; the page that it names is the house's own.
        var page = withLinks && !found.IsOfTheWeb && WebText.Address(found.Stay.Url) is { } own && own.AbsoluteUri.Length <= LongestLink ? Phrases.StayOwnPage.In(language, own.AbsoluteUri) : null;
        return page is null ? lines : [.. lines, page];
    }

    /// <summary>Of houses that have no more than a row each: who tells its name, price, distance and rating, by the numbers of the rows; a line for each day on which was looked.</summary>
    public static IEnumerable<string> OfRows(IEnumerable<(int Rank, FoundStay Found)> rows, string language) =>
        rows.Where(row => !row.Found.Stay.IsSample).SelectMany(row => OfRow(row.Rank, row.Found, language)).GroupBy(told => told.Origin.At).Select(day => Phrases.StayRowsSources.In(
            language, TourFacts.Text(day.Key, language), string.Join("; ", day.GroupBy(told => told.Origin.Name, told => told.Row).Select(source => Phrases.StayRowsSource.In(language, string.Join(", ", source), Limits.Shorten(source.Key, LongestInRow))))));

    private static IEnumerable<(StayOrigin Origin, string Row)> OfRow(int rank, FoundStay found, string language)
    {
        var sources = InRows.GroupBy(found.OriginOf).Where(source => source.Key is not null).ToList();
        return sources.Select(source => (source.Key!, sources.Count == 1 ? $"{rank}" : $"{rank} ({Names(source, language)})"));
    }

    private static string Line(StayOrigin origin, string? said, string language, bool withLinks)
    {
        var day = TourFacts.Text(origin.At, language);
        return withLinks && AddressOf(origin) is { Length: <= LongestLink } url ? said is null ? Phrases.StaySourceLink.In(language, day, url) : Phrases.StaySourceLinkSaying.In(language, said, day, url)
            : Phrases.StaySource.In(language, said is null ? origin.Name : $"{origin.Name} ({said})", day);
    }

    // A page of the web may be anything; an address leads to a page or nowhere.
    private static string? AddressOf(StayOrigin origin) => WebText.Address(origin.Url)?.AbsoluteUri;

    private static string Names(IEnumerable<StayFact> facts, string language) => string.Join(", ", facts.Select(fact => Name(fact).In(language)));

    private static Phrase Name(StayFact fact) => fact switch
    {
        StayFact.Name => Phrases.StaySaysName,
        StayFact.Place => Phrases.StaySaysPlace,
        StayFact.Price => Phrases.StaySaysPrice,
        StayFact.Rating => Phrases.StaySaysRating,
        StayFact.Stars => Phrases.StaySaysStars,
        StayFact.Words => Phrases.StaySaysWords,
        StayFact.Phone => Phrases.StaySaysPhone,
        StayFact.Kind => Phrases.StaySaysKind,
        StayFact.Sleeps => Phrases.StaySaysSleeps,
        _ => Phrases.StaySaysThings,
    };
}
