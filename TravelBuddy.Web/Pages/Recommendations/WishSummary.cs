using System.Globalization;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Pages.Recommendations;

/// <summary>A trip's wishes in a few short labels, from what is known as concepts and numbers; the traveller's own words stay encrypted and are not among them.</summary>
public static class WishSummary
{
    public static IReadOnlyList<string> Of(Trip trip, Gazetteer gazetteer, Lexicon lexicon, string language, IStringLocalizer texts)
    {
        var labels = new List<string>();
        labels.AddRange(trip.Places.Select(place => place.PlaceId is { } id ? gazetteer.Find(id)?.Label(language) : null).OfType<string>());
        if (trip.Start?.PlaceId is { } startId && gazetteer.Find(startId) is { } start)
        {
            labels.Add(texts["from {0}", start.Label(language)]);
        }

        labels.AddRange(trip.Durations.Select(duration => Days(duration, texts)));
        if (trip.Dates is { } dates)
        {
            labels.Add((dates.From, dates.To) switch
            {
                ({ } from, { } to) when from == to => TourFacts.Text(from, language),
                ({ } from, { } to) => $"{TourFacts.Text(from, language)} – {TourFacts.Text(to, language)}",
                ({ } from, null) => texts["from {0}", TourFacts.Text(from, language)],
                (null, { } to) => texts["up to {0}", TourFacts.Text(to, language)],
                _ => "",
            });
        }

        if (trip.Budget is { Min: { } low, Max: { } high } range)
        {
            labels.Add($"{TourFacts.Text(new Money(low, range.Currency), language)} – {TourFacts.Text(new Money(high, range.Currency), language)}");
        }
        else if (trip.Budget is { Max: { } max } budget)
        {
            labels.Add(texts["up to {0}", TourFacts.Text(new Money(max, budget.Currency), language)]);
        }
        else if (trip.Budget is { Min: { } min } least)
        {
            labels.Add(texts["from {0}", TourFacts.Text(new Money(min, least.Currency), language)]);
        }

        foreach (var concepts in new[] { trip.Essentials, trip.Transportation, trip.Food, trip.Activities, trip.Accommodation })
        {
            labels.AddRange(Concepts(concepts, lexicon, language));
        }

        labels.AddRange(Concepts(trip.Exclusions, lexicon, language).Select(label => texts["no {0}", label].Value));
        return [.. labels.Where(label => label.Length > 0).Distinct()];
    }

    private static IEnumerable<string> Concepts(TripConcepts concepts, Lexicon lexicon, string language) =>
        concepts.Concepts.Select(id => lexicon.Find(id)?.Label(language)).OfType<string>();

    private static string Days(DurationWish wish, IStringLocalizer texts)
    {
        string Number(double days) => days.ToString("0.#", CultureInfo.CurrentCulture);
        return wish.MinDays != wish.MaxDays ? texts["{0}–{1} days", Number(wish.MinDays), Number(wish.MaxDays)]
            : wish.MinDays == .5 ? texts["half a day"]
            : wish.MinDays == 1 ? texts["1 day"]
            : texts["{0} days", Number(wish.MinDays)];
    }
}
