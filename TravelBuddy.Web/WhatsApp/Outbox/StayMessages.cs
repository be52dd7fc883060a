using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>A search for places to stay in messages: the best three with what they were chosen by, rows for more, and one place in full.</summary>
public sealed class StayMessages(IStaySearches searches, StayDirectory directory, ICatalog catalog, Lexicon lexicon)
{
    private const int Best = 3;

    /// <summary>The best three and a list of up to ten; null if the search is gone.</summary>
    public async Task<ChatMessage?> OfSearchAsync(Guid searchId, string language, CancellationToken ct)
    {
        if (await searches.ReadAsync(searchId, ct) is not { } search)
        {
            return null;
        }

        var found = await FoundAsync(search, ct);
        var near = string.Join(", ", search.Wishes.Places.Select(id => catalog.Gazetteer.Find(id)?.Label(language)).OfType<string>().Take(3));
        if (found.Count == 0)
        {
            return new TextMessage((search.Near == 0 ? Phrases.NoStaysThere : Phrases.NoStayFits).In(language, near));
        }

        var lines = new FittedLines().Add(Phrases.StaysNear.In(language, near)).Add(Understood(search.Wishes, language), 3);
        foreach (var (stay, ranked, rank) in found.Take(Best))
        {
            lines.Add("").Add($"*{rank}. {Limits.Line(Limits.Neutralise(stay.Name), 80)}*").Add(Facts(stay, ranked, search.Wishes, language)).Add(Why(ranked, language), 2);
        }

        lines.Add("").Add(Source(found.Take(Best).Select(each => each.Stay), language));
        var titles = RowTitles.Cut([.. found.Take(Limits.Rows).Select(each => IsMixed(found.Select(other => other.Stay)) ? each.Stay.Name : each.Stay.PlainName())], Limits.RowTitle - "10. ".Length);
        var rows = found.Take(Limits.Rows).Zip(titles, (each, title) => new ListRow(ButtonIds.Stay(search.Id, each.Rank), $"{each.Rank}. {title}", Facts(each.Stay, each.Ranked, search.Wishes, language))).ToList();
        return new ListMessage(lines.Within(Limits.InteractiveBody), Phrases.StaysButton.In(language), rows);
    }

    /// <summary>Everything its entry says; null if search or place is gone.</summary>
    public async Task<ChatMessage?> OfOneAsync(Guid searchId, int rank, string language, CancellationToken ct)
    {
        if (await searches.ReadAsync(searchId, ct) is not { } search || (await FoundAsync(search, ct)).FirstOrDefault(each => each.Rank == rank) is not { Stay: { } stay, Ranked: var ranked })
        {
            return null;
        }

        var lines = new FittedLines().Add($"*{Limits.Line(Limits.Neutralise(stay.Name), 120)}*").Add(Facts(stay, ranked, search.Wishes, language)).Add(Why(ranked, language), 1)
            .Add("").Add(stay.Words(language) is { } words ? Limits.Shorten(Limits.Neutralise(words), stay.IsSample || stay.Url is null ? 1500 : 500) : null, 2)
            .Add("").Add(stay is { IsSample: false, Phone: { } phone } ? "☎ " + Limits.Line(Limits.Neutralise(phone), 40) : null).Add(Source([stay], language));
        return stay is { IsSample: false, Url: { } url } ? new LinkMessage(lines.Within(Limits.InteractiveBody), Phrases.StayPage.In(language), url) : new TextMessage(lines.Within(Limits.Text));
    }

    private async Task<IReadOnlyList<(Stay Stay, RankedStay Ranked, int Rank)>> FoundAsync(StaySearch search, CancellationToken ct)
    {
        var stays = await directory.FindAsync([.. search.Found.Select(found => found.StayId)], ct);
        return [.. search.Found.Select((ranked, i) => (Stay: stays.GetValueOrDefault(ranked.StayId)!, ranked, i + 1)).Where(each => each.Stay is not null)];
    }

    /// <summary>Price, distance and rating on one line.</summary>
    private string Facts(Stay stay, RankedStay ranked, StayWishes wishes, string language)
    {
        var near = catalog.Gazetteer.Find(ranked.NearPlaceId)?.Label(language) ?? "";
        var km = ranked.Km < .95 ? Phrases.StayVeryNear.In(language, near) : Phrases.StayKm.In(language, Math.Round(ranked.Km).ToString("0", System.Globalization.CultureInfo.InvariantCulture), near);
        var rating = stay.Rating is { } mean ? $"★ {mean.ToString("0.0", System.Globalization.CultureInfo.GetCultureInfo(language))} ({stay.Ratings})" : null;
        var over = ranked.OverLimit > 0 ? Phrases.StayOver.In(language) : null;
        var all = ranked.Night is { } night && night.Amount != stay.PriceLow?.Amount ? $"({TourFacts.Text(TourFacts.In(night, wishes.Currency, catalog.Rates) ?? night, language)})" : null;
        return string.Join(" · ", new[] { all is null ? Night(stay, wishes.Currency, language) : $"{Night(stay, wishes.Currency, language)} {all}", over, km, rating }.OfType<string>());
    }

    private string Night(Stay stay, string currency, string language)
    {
        if (stay.PriceLow is not { } low)
        {
            return Phrases.PriceOnRequest.In(language);
        }

        var shown = TourFacts.In(low, currency, catalog.Rates) ?? low;
        var text = (shown.Currency == low.Currency ? "" : "≈ ") + TourFacts.Text(shown, language);
        return (stay.Per switch { PricePerNight.Bed => Phrases.PerBed, PricePerNight.Unit => Phrases.PerHouse, _ => Phrases.PerRoom }).In(language, text);
    }

    private string? Why(RankedStay ranked, string language)
    {
        var parts = ranked.Answered.Select(id => "✓ " + Label(id, language)).Concat(ranked.Untold.Select(id => "? " + Label(id, language))).Take(6).ToList();
        return parts.Count == 0 ? null : string.Join("  ", parts);
    }

    private string? Understood(StayWishes wishes, string language)
    {
        string[] parts = [
            .. wishes.Essentials.Union(wishes.Concepts).Select(id => Label(id, language)), .. wishes.Exclusions.Select(id => Phrases.StayNot.In(language, lexicon.Find(id)?.RefusedLabel(language) ?? id)),
            .. wishes.MostPerNight is { } most ? new[] { Phrases.UpTo.In(language, TourFacts.Said(most, language)) } : []];
        return parts.Length == 0 ? null : "🔎 " + Limits.Line(string.Join(" · ", parts), 200);
    }

    // Where all are samples it is said once; among real houses each says so itself.
    private static bool IsMixed(IEnumerable<Stay> stays) => stays.Select(stay => stay.IsSample).Distinct().Count() > 1;

    private static string Source(IEnumerable<Stay> stays, string language)
    {
        var shown = stays.ToList();
        var day = TourFacts.Text(shown.Min(stay => stay.Checked), language);
        return shown.All(stay => stay.IsSample) ? Phrases.StaysSample.In(language, day) : Phrases.StaysSource.In(language, string.Join(", ", shown.Where(stay => !stay.IsSample).Select(stay => stay.Source).Distinct()), day);
    }

    private string Label(string concept, string language) => lexicon.Find(concept)?.Label(language) ?? concept;
}
