using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>How a message changes the wishes: what is named anew replaces what was said, likes and dislikes add up, and "cheaper" is against what was shown.</summary>
public static class Refining
{
    /// <summary>Words by which a place is added to the others instead of replacing them.</summary>
    private static readonly string[] AddingWords = ["also", "too", "add", "as well", "plus", "thêm", "cũng", "nữa", "cả", "them", "nua"];

    /// <summary>Whether nothing was wished at all.</summary>
    public static bool IsEmpty(Wishes wishes) =>
        wishes is { Places.Count: 0, Start: null, Durations.Count: 0, Dates: null, Party: null, Budget: null }
        && wishes.Transportation.IsEmpty && wishes.Food.IsEmpty && wishes.Activities.IsEmpty && wishes.Accommodation.IsEmpty && wishes.Exclusions.IsEmpty && wishes.Essentials.IsEmpty;

    /// <summary>The wishes after a message that named new ones.</summary>
    public static Wishes Merge(Wishes now, Wishes said, string text)
    {
        var tokens = Tokenizer.Tokens(text).Select(token => token.Normalized).ToList();
        var adding = AddingWords.Any(word => word.Contains(' ') ? string.Join(' ', tokens).Contains(word, StringComparison.Ordinal) : tokens.Contains(word));
        return now with
        {
            Language = said.Language,
            Places = said.Places.Count == 0 ? now.Places : adding ? [.. now.Places, .. said.Places.Where(place => now.Places.All(known => known.PlaceId != place.PlaceId || place.PlaceId is null))] : said.Places,
            Start = said.Start ?? now.Start,
            Durations = said.Durations.Count == 0 ? now.Durations : said.Durations,
            Dates = said.Dates ?? now.Dates,
            Party = said.Party ?? now.Party,
            Budget = said.Budget ?? now.Budget,
            Transportation = Union(now.Transportation, said.Transportation),
            Food = Union(now.Food, said.Food),
            Activities = Union(now.Activities, said.Activities),
            Accommodation = Union(now.Accommodation, said.Accommodation),
            Exclusions = Union(now.Exclusions, said.Exclusions),
            Essentials = Union(now.Essentials, said.Essentials),
        };
    }

    /// <summary>The wishes after "cheaper", "shorter" … against a tour (or the middle of those shown); null if there is nothing to compare with.</summary>
    public static Wishes? Refine(Wishes now, Refinement refinement, IReadOnlyList<TourPackage> shown, TourPackage? chosen, ExchangeRates rates)
    {
        IReadOnlyList<TourPackage> compared = chosen is null ? shown : [chosen];
        var price = Middle([.. compared.Select(package => package.PriceVnd).OfType<decimal>().Order()]);
        var days = Middle([.. compared.Select(package => package.DurationDays).OfType<double>().Order()]);
        return refinement switch
        {
            Refinement.Cheaper when price is { } p && Budget(p * .85m, now.Currency, rates) is { } max => now with { Budget = new BudgetWish(null, max, now.Currency, Firm: true) },
            Refinement.Dearer when price is { } p && Budget(p * 1.15m, now.Currency, rates) is { } min => now with { Budget = new BudgetWish(min, null, now.Currency) },
            Refinement.Shorter when days is > .5 => now with { Durations = [new DurationWish(.5, Math.Max(.5, days.Value - 1))] },
            Refinement.Longer when days is { } d => now with { Durations = [new DurationWish(Math.Floor(d) + 1, Math.Floor(d) + 3)] },
            Refinement.Nearer when now.Start is { } start && start.PlaceId is not null => now with { Places = [start] },
            Refinement.MoreLikeThis when compared.Count > 0 => LikeThis(now, compared[0]),
            _ => null,
        };
    }

    private static Wishes LikeThis(Wishes now, TourPackage package)
    {
        var places = package.Locations.Where(place => place.PlaceId is not null).DistinctBy(place => place.PlaceId).Take(4).Select(place => new PlaceWish(place.PlaceId, null)).ToList();
        return now with
        {
            Places = places.Count > 0 ? places : now.Places,
            Durations = package.DurationDays is { } days ? [new DurationWish(days, days)] : now.Durations,
        };
    }

    private static decimal? Budget(decimal vnd, string currency, ExchangeRates rates) =>
        rates.FromVnd(vnd, currency) is { } amount ? amount >= 1000 ? Math.Round(amount / 1000) * 1000 : Math.Round(amount) : null;

    private static T? Middle<T>(IReadOnlyList<T> sorted) where T : struct => sorted.Count == 0 ? null : sorted[(sorted.Count - 1) / 2];

    private static ConceptWishes Union(ConceptWishes a, ConceptWishes b) =>
        b.IsEmpty ? a : new ConceptWishes([.. a.Concepts.Union(b.Concepts)], [.. a.Phrases.Union(b.Phrases)]);
}
