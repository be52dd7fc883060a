using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation.Ranking;

/// <summary>
/// Orders places to stay: a weighted mean of distance, price, wishes, rating and freshness over what was asked and is known, times a penalty for each essential that the entry says nothing of.
/// What is refused, lacks an essential by its own words, or costs more than a fifth over the limit is left out.
/// </summary>
public sealed class StayRanker(Gazetteer gazetteer, Lexicon lexicon, ExchangeRates rates)
{
    /// <summary>How far from the edge of a place a stay still counts as near it, in kilometres.</summary>
    public const double ReachKm = 25;

    /// <summary>By what part of the limit a night may cost more and still be offered, told as such.</summary>
    public const double MostOverLimit = .2;

    private const double DistanceWeight = .25;
    private const double PriceWeight = .15;
    private const double WishesWeight = .4;
    private const double RatingWeight = .15;
    private const double FreshnessWeight = .05;

    /// <summary>Distance, in kilometres beyond the middle of a place, at which the score has fallen to 1/e.</summary>
    private const double FarKm = 8;

    /// <summary>Bayesian mean: the rating of a place that nobody rated, and for how many guests' worth it counts.</summary>
    private const double PriorRating = 8;

    private const double PriorGuests = 40;

    /// <summary>What an essential leaves of the score where the entry does not say whether it is met.</summary>
    private const double UntoldEssential = .45;

    private const double Meets = .85;

    /// <param name="stays">Candidates, in any order.</param>
    /// <param name="wishes">What is looked for; places that are not known are passed over.</param>
    /// <param name="today">For the age of what an entry says.</param>
    /// <returns>Those that may be offered, best first; equal ones by id.</returns>
    public IReadOnlyList<RankedStay> Rank(IEnumerable<Stay> stays, StayWishes wishes, DateOnly today)
    {
        var places = wishes.Places.Select(gazetteer.Find).OfType<Place>().ToList();
        var limit = wishes.MostPerNight is { } most ? rates.ToVnd(most) : null;
        return [.. stays.Select(stay => Judge(stay, wishes, places, limit, today)).OfType<RankedStay>().OrderByDescending(ranked => ranked.Score).ThenBy(ranked => ranked.StayId, StringComparer.Ordinal)];
    }

    private RankedStay? Judge(Stay stay, StayWishes wishes, IReadOnlyList<Place> places, decimal? limit, DateOnly today)
    {
        if (Nearest(stay, places) is not var (near, km) || km > near.RadiusKm + ReachKm)
        {
            return null;
        }

        var things = new StayThings(stay, lexicon);
        var essentials = wishes.Essentials.Select(id => (Id: id, Answer: things.Answers(id))).ToList();
        var wished = wishes.Concepts.Except(wishes.Essentials).Select(id => (Id: id, Answer: things.Answers(id))).ToList();
        var night = NightFor(stay, wishes.Party?.Adults + wishes.Party?.Children);
        var over = limit is > 0 && night is { } price && rates.ToVnd(price) is { } vnd ? Math.Max(0, (double)(vnd / limit.Value) - 1) : 0;
        if (over > MostOverLimit || essentials.Any(each => each.Answer < 0) || wishes.Exclusions.Any(id => things.Answers(id) >= Meets))
        {
            return null;
        }

        var scores = new StayScores(
            Math.Exp(-Math.Max(0, km - near.RadiusKm / 2) / FarKm),
            limit is null ? null : night is null ? .5 : 1 - over / MostOverLimit,
            WishScore([.. wished, .. essentials]),
            Math.Clamp(((stay.Rating ?? PriorRating) * stay.Ratings + PriorRating * PriorGuests) / (stay.Ratings + PriorGuests) - 6, 0, 3.5) / 3.5,
            Math.Clamp(1 - (today.DayNumber - stay.Checked.DayNumber - 90) / 900.0, .3, 1));
        var untold = essentials.Concat(wished).Where(each => each.Answer is >= 0 and < Meets).Select(each => each.Id).ToList();
        var score = Mean(scores) * Math.Pow(UntoldEssential, essentials.Count(each => each.Answer < Meets));
        return new RankedStay(stay.Id, score, scores, near.Id, km, night, [.. essentials.Concat(wished).Where(each => each.Answer >= Meets).Select(each => each.Id)], untold, over);
    }

    /// <summary>Kinds of houses are alternatives; of everything else all is wished for.</summary>
    private double? WishScore(IReadOnlyList<(string Id, double Answer)> wished)
    {
        var kinds = wished.ToLookup(each => lexicon.Find(each.Id)?.Kind == ConceptKind.Lodging);
        double[] answers = [.. kinds[false].Select(each => each.Answer), .. kinds[true].Any() ? [kinds[true].Max(each => each.Answer)] : Array.Empty<double>()];
        return answers.Length == 0 ? null : answers.Average(answer => Math.Max(-.5, answer));
    }

    private static double Mean(StayScores scores)
    {
        (double Weight, double? Score)[] parts = [(DistanceWeight, scores.Distance), (PriceWeight, scores.Price), (WishesWeight, scores.Wishes), (RatingWeight, scores.Rating), (FreshnessWeight, scores.Freshness)];
        return parts.Sum(part => part.Weight * (part.Score ?? 0)) / parts.Sum(part => part.Score is null ? 0 : part.Weight);
    }

    /// <summary>What a night costs for all of a party where beds are let one by one, else for the room or the house.</summary>
    private static Money? NightFor(Stay stay, int? people) => stay.PriceLow is { } low && stay.Per == PricePerNight.Bed ? low with { Amount = low.Amount * Math.Max(1, people ?? 1) } : stay.PriceLow;

    private static (Place Place, double Km)? Nearest(Stay stay, IReadOnlyList<Place> places) =>
        places.Count == 0 ? null : places.Select(place => (place, Gazetteer.DistanceKm(place, stay.Latitude, stay.Longitude))).MinBy(near => near.Item2 - near.place.RadiusKm / 2);
}
