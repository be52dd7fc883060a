using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>A search for places to stay in messages: the best three with what they were chosen by, rows for more, and one place in full.</summary>
public sealed class StayMessages(IStaySearches searches, StayReadings readings, ICatalog catalog, Lexicon lexicon, TimeProvider time)
{
    /// <summary>How many houses a message names in rows: as many as WhatsApp's lists hold.</summary>
    public const int Rows = Limits.Rows;

    private const int Best = 3;
    private const int MostThings = 6;

    /// <summary>How long after its words were taken up a search may still grow before it is told, reading them included; with the look of the queue it is four seconds at most.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    /// <summary>Whether it is worth waiting a moment for a search that was asked for at <paramref name="asked"/>: the web is still being searched for it.</summary>
    public async Task<bool> IsComingAsync(Guid searchId, DateTimeOffset asked, CancellationToken ct) =>
        time.GetUtcNow() - asked < Patience && await searches.ReadAsync(searchId, ct) is { } search && searches.IsRunning(search);

    /// <summary>The best three and a list of up to ten, from a rank on; null if the search is gone, or has nothing there.</summary>
    public async Task<ChatMessage?> OfSearchAsync(Guid searchId, int first, string language, CancellationToken ct)
    {
        if (await searches.ReadAsync(searchId, ct) is not { } search)
        {
            return null;
        }

        var all = await FoundAsync(search, ct);
        var found = all.Where(each => each.Rank >= first).ToList();
        var near = string.Join(", ", search.Wishes.Places.Select(id => catalog.Gazetteer.Find(id)?.Label(language)).OfType<string>().Take(3));
        if (found.Count == 0 && all.Count > 0)
        {
            return null;
        }

        if (found.Count == 0)
        {
            return new TextMessage((search.Near == 0 ? Phrases.NoStaysThere : Phrases.NoStayFits).In(language, near));
        }

        var heading = (first > 1 ? Phrases.MoreStaysNear : Phrases.StaysNear).In(language, near);
        var (shown, body) = Fitting(search, heading, [.. found.Take(Rows)], language);
        var titles = RowTitles.Cut([.. shown.Select(each => IsMixed(found.Select(other => other.Stay)) ? each.Stay.Name : each.Stay.PlainName())], Limits.RowTitle - "10. ".Length);
        var rows = shown.Zip(titles, (each, title) => new ListRow(ButtonIds.Stay(search.Id, each.Rank), $"{each.Rank}. {title}", Facts(each.Stay, each.Ranked, search.Wishes, language))).ToList();
        return new ListMessage(body, Phrases.StaysButton.In(language), rows);
    }

    /// <summary>
    /// As many rows as have room for their sources. Addresses are not cut: where there is no room for all, the last houses name their sources alone, then long names are cut and what the days make of a price is left out, and only then the last rows.
    /// </summary>
    private (IReadOnlyList<FoundAt> Shown, string Body) Fitting(StaySearch search, string heading, List<FoundAt> shown, string language)
    {
        for (; ; shown.RemoveAt(shown.Count - 1))
        {
            var body = Enumerable.Range(0, Best + 1).Select(bare => Body(search, heading, shown, Best - bare, isSpare: false, language)).FirstOrDefault(text => text.Length <= Limits.InteractiveBody)
                ?? Body(search, heading, shown, 0, isSpare: true, language);
            if (body.Length <= Limits.InteractiveBody || shown.Count <= Best)
            {
                return (shown, body);
            }
        }
    }

    /// <summary>The best with what they were chosen by, and who tells of the rows behind them; the first <paramref name="linked"/> with the addresses of their sources; <paramref name="isSpare"/>: sums of nights and seasons may go, and names are shorter.</summary>
    private string Body(StaySearch search, string heading, IReadOnlyList<FoundAt> shown, int linked, bool isSpare, string language)
    {
        var lines = new FittedLines().Add(heading).Add(Understood(search.Wishes, language), 3).Add(Level(search.Wishes, language)).Add(Days(search.Wishes, shown.Any(each => CanBeAsked(each.Stay)), language));
        foreach (var far in search.Far.Take(Best))
        {
            lines.Add(Phrases.StaysFar.In(language, Place(far.PlaceId, language), Phrases.StayAway.In(language, Math.Round(far.Km), Place(far.InPlaceId, language))));
        }

        foreach (var ((each, stay, ranked, rank), at) in shown.Take(Best).Select((each, at) => (each, at)))
        {
            lines.Add("").Add($"*{rank}. {Phrases.OfSample(Limits.Line(Limits.Neutralise(stay.Name), isSpare ? 60 : 80), language)}*").Add(Facts(stay, ranked, search.Wishes, language)).Add(StayPriceWords.OfDays(stay, ranked, search.Wishes, language, catalog.Rates), isSpare ? 1 : 0).Add(Why(ranked, language), 2);
            foreach (var source in StaySourceWords.OfFew(each, ranked, readings, language, at < linked))
            {
                lines.Add(source);
            }
        }

        lines.Add("");
        foreach (var sources in StaySourceWords.OfRows(shown.Skip(Best).Select(each => (each.Rank, each.Found)), language))
        {
            lines.Add(sources);
        }

        return lines.Add(Warning(shown.Select(each => each.Found), language)).Within(Limits.InteractiveBody);
    }

    /// <summary>Everything its entry says, and where it is to be booked how that is done; null if search or place is gone.</summary>
    public async Task<ChatMessage?> OfOneAsync(Guid searchId, int rank, bool books, string language, CancellationToken ct)
    {
        if (await searches.ReadAsync(searchId, ct) is not { } search || (await FoundAsync(search, ct)).FirstOrDefault(each => each.Rank == rank) is not { Stay: { } stay, Ranked: var ranked, Found: var found })
        {
            return null;
        }

        var lines = new FittedLines().Add($"*{Phrases.OfSample(Limits.Line(Limits.Neutralise(stay.Name), 120), language)}*").Add(House(stay, language)).Add(Facts(stay, ranked, search.Wishes, language)).Add(StayPriceWords.OfDays(stay, ranked, search.Wishes, language, catalog.Rates)).Add(Why(ranked, language), 1)
            .Add("").Add(Words(stay, language), 2)
            .Add("").Add(stay is { IsSample: false, Phone: { } phone } ? "☎ " + Limits.Line(Limits.Neutralise(phone), 40) : null);
        foreach (var source in StaySourceWords.OfAll(found, language))
        {
            lines.Add(source);
        }

        var page = stay.IsSample ? null : WebText.Address(stay.Url);
        lines.Add(Days(search.Wishes, CanBeAsked(stay), language)).Add(Warning([found], language)).Add(books ? ToBook(stay, page).In(language) : null);
        return page is not null ? new LinkMessage(lines.Within(Limits.InteractiveBody), Phrases.StayPage.In(language), page.AbsoluteUri) : new TextMessage(lines.Within(Limits.Text));
    }

    /// <summary>How a house is booked: of a sample, and of one that nobody can reach, that it is not.</summary>
    private static Phrase ToBook(Stay stay, Uri? page) => stay.IsSample ? Phrases.StaySampleToBook : page is null && stay.Phone is null ? Phrases.StayUnreachable : Phrases.StayToBook;

    /// <summary>What a house says of itself, which is not said by us.</summary>
    private static string? Words(Stay stay, string language) => stay.Words(language) is not { } words ? null
        : stay.IsSample ? Limits.Shorten(Limits.Neutralise(words), 1500)
        : Phrases.StayInItsWords.In(language, Limits.Shorten(Limits.Neutralise(words), stay.Url is null ? 1400 : 500));

    private async Task<IReadOnlyList<FoundAt>> FoundAsync(StaySearch search, CancellationToken ct)
    {
        var stays = await searches.StaysAsync(search, ct);
        return [.. search.Found.Select((ranked, i) => (Found: stays.GetValueOrDefault(ranked.StayId), ranked, i)).Where(each => each.Found is not null).Select(each => new FoundAt(each.Found!, each.Found!.Stay, each.ranked, each.i + 1))];
    }

    /// <summary>Price, distance and rating on one line.</summary>
    private string Facts(Stay stay, RankedStay ranked, StayWishes wishes, string language)
    {
        var near = catalog.Gazetteer.Find(ranked.NearPlaceId)?.Label(language) ?? "";
        var km = !stay.IsPointKnown ? catalog.Gazetteer.Find(stay.PlaceId)?.Label(language)
            : ranked.Km < .95 ? Phrases.StayVeryNear.In(language, near) : Phrases.StayKm.In(language, Math.Round(ranked.Km).ToString("0", System.Globalization.CultureInfo.InvariantCulture), near);
        var rating = stay.Rating is { } mean ? $"★ {mean.ToString("0.0", System.Globalization.CultureInfo.GetCultureInfo(language))} ({stay.Ratings})" : null;
        return string.Join(" · ", new[] { StayPriceWords.Night(stay, ranked, wishes, language, catalog.Rates), km, rating }.OfType<string>());
    }

    /// <summary>What kind of house it is, its stars and how many it takes.</summary>
    private string? House(Stay stay, string language)
    {
        string[] parts = [
            .. stay.IsKindKnown ? new[] { Label(StayKinds.ConceptOf(stay.Kind), language) } : [], .. stay.Stars is { } stars ? new[] { new string('★', stars) } : [],
            .. stay.Sleeps is { } sleeps ? new[] { (stay.Per == PricePerNight.Unit ? Phrases.StayHouseSleeps : Phrases.StaySleeps).In(language, sleeps) } : []];
        return parts.Length == 0 ? null : string.Join(" · ", parts);
    }

    /// <summary>The days it was looked for, and who knows whether there is room.</summary>
    private static string? Days(StayWishes wishes, bool canBeAsked, string language) =>
        TourFacts.Text(wishes.Dates?.From, wishes.Dates?.To, language) is { } days ? "📅 " + (canBeAsked ? Phrases.StayDays : Phrases.StayDaysUnknown).In(language, days) : null;

    /// <summary>Whether a house has a page or a phone by which its people are asked.</summary>
    private static bool CanBeAsked(Stay stay) => !stay.IsSample && (stay.Phone is not null || WebText.Address(stay.Url) is not null);

    private string? Why(RankedStay ranked, string language)
    {
        var met = ranked.Answered.Take(MostThings).Select(id => "✓ " + Label(id, language));
        var untold = ranked.Untold.Take(MostThings - Math.Min(MostThings, ranked.Answered.Count)).Select(id => Label(id, language)).ToList();
        string[] parts = [.. met, .. untold.Count == 0 ? [] : new[] { Phrases.StayUnsaid.In(language, string.Join(", ", untold)) }];
        return parts.Length == 0 ? null : string.Join("  ", parts);
    }

    private string? Understood(StayWishes wishes, string language)
    {
        string[] parts = [
            .. wishes.Essentials.Union(wishes.Concepts).Select(id => Label(id, language)), .. wishes.Exclusions.Select(id => Phrases.StayNot.In(language, lexicon.Find(id)?.RefusedLabel(language) ?? id)),
            .. wishes.MostPerNight is { } most ? new[] { Phrases.UpTo.In(language, TourFacts.Said(most, language)) } : []];
        return parts.Length == 0 ? null : "🔎 " + Limits.Line(string.Join(" · ", parts), 200);
    }

    /// <summary>The price by the budget: nobody said it, and it moves the order, so whoever reads that order is told of it, and how it goes.</summary>
    private string? Level(StayWishes wishes, string language) => wishes.Level is not { } level ? null
        : "💰 " + Phrases.StayLevel.In(language, TourFacts.Text(TourFacts.In(level, wishes.Currency, catalog.Rates) ?? level, language));

    // Where all are samples it is said once; among real houses each says so itself.
    private static bool IsMixed(IEnumerable<Stay> stays) => stays.Select(stay => stay.IsSample).Distinct().Count() > 1;

    private static string Warning(IEnumerable<FoundStay> shown, string language)
    {
        var samples = shown.Where(found => found.Stay.IsSample).ToList();
        return samples.Count > 0 ? Phrases.StaysSample.In(language, TourFacts.Text(samples.Min(found => found.Stay.Checked), language)) : Phrases.StayPricesChange.In(language);
    }

    private string Place(string id, string language) => catalog.Gazetteer.Find(id)?.Label(language) ?? id;

    private string Label(string concept, string language) => lexicon.Find(concept)?.Label(language) ?? concept;

    /// <summary>A house and at which place of the search it stands.</summary>
    private sealed record FoundAt(FoundStay Found, Stay Stay, RankedStay Ranked, int Rank);
}
