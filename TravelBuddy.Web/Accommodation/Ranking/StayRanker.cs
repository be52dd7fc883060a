using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation.Ranking;

/// <summary>
/// Orders places to stay: a weighted mean of distance, price, wishes, rating, freshness and source over what was asked, times a penalty for each essential that the entry says nothing of.
/// What is refused, lacks an essential by its own words, or costs more than a fifth over the limit is left out.
/// </summary>
public sealed class StayRanker(StayReadings readings, Gazetteer gazetteer, Lexicon lexicon, ExchangeRates rates)
{
    /// <summary>How far from the edge of a place a stay still counts as near it, in kilometres.</summary>
    public const double ReachKm = 25;

    /// <summary>By what part of the limit a night may cost more and still be offered, told as such.</summary>
    public const double MostOverLimit = .2;

    private const double DistanceWeight = .3;
    private const double PriceWeight = .15;
    private const double WishesWeight = .45;
    private const double RatingWeight = .15;
    private const double FreshnessWeight = .05;
    private const double SourceWeight = .05;

    /// <summary>What a house has on top whose words say what was asked beyond the lexicon: enough to come before one that is otherwise near it.</summary>
    private const double WordsBonus = .05;

    /// <summary>How much the kind of house counts beside any other wish.</summary>
    private const double KindWeight = 2;

    /// <summary>The same of what is done, eaten and seen around it.</summary>
    private const double SurroundingsWeight = .5;

    /// <summary>The same of who comes: whoever brings their parents has not yet said what the house is to have.</summary>
    private const double CompanyWeight = .15;

    /// <summary>Distance, in kilometres beyond the middle of a place, at which the score has fallen to 1/e.</summary>
    private const double FarKm = 8;

    /// <summary>The same of a house that does not say where it stands: less than one has that says it is 8 km out.</summary>
    private const double UntoldDistance = .35;

    /// <summary>Bayesian mean: the rating of a place that nobody rated, and for how many guests' worth it counts.</summary>
    private const double PriorRating = 8;

    private const double PriorGuests = 40;

    /// <summary>What an essential leaves of the score where the entry does not say whether it is met.</summary>
    private const double UntoldEssential = .45;

    /// <summary>The same for each further one.</summary>
    private const double FurtherEssential = .8;

    /// <summary>For more nights a house has a price of its own.</summary>
    private const int MostNights = 14;

    private const double Meets = .85;
    private const string Airport = "airport-hotel";

    private readonly HighSeasons _seasons = new(gazetteer);

    /// <param name="stays">Candidates, in any order.</param>
    /// <param name="wishes">What is looked for; places that are not known are passed over.</param>
    /// <param name="today">For the age of what an entry says.</param>
    /// <returns>Those that may be offered, real ones before invented ones, best first; equal ones by id.</returns>
    public IReadOnlyList<RankedStay> Rank(IEnumerable<Stay> stays, StayWishes wishes, DateOnly today)
    {
        var places = wishes.Places.Select(gazetteer.Find).OfType<Place>().ToList();
        if (places.Count == 0)
        {
            return [];
        }

        var (all, people) = (wishes.Essentials.Union(wishes.Concepts).ToList(), wishes.Party?.Adults + wishes.Party?.Children);
        var known = stays.ToList();
        var reaches = places.Select(place => (Place: place, Km: StayReach.Of(place, known))).ToList();
        var within = known.SelectMany(stay => Nearest(stay, reaches)).ToList();
        var seasons = within.Select(each => each.Stay.PlaceId).Distinct(StringComparer.Ordinal).ToDictionary(id => id, id => SeasonOf(id, wishes), StringComparer.Ordinal);
        var near = within.Select(each => Candidate.Of(each.Stay, each.Place, each.Km, readings.Of(each.Stay), all, people, seasons[each.Stay.PlaceId], rates)).ToList();
        // What no house there answers, as what one does by day, tells none of them apart.
        var telling = all.Where(id => near.Any(stay => stay.Answers[id] >= StayThings.Part)).ToHashSet(StringComparer.Ordinal);
        var prices = near.Select(stay => stay.NightVnd).OfType<decimal>().Order().ToArray();
        var (limit, level) = (wishes.MostPerNight is { } most ? rates.ToVnd(most) : null, wishes.Level is { } usual ? rates.ToVnd(usual) : null);
        // Nobody can sleep in an invented house.
        var invented = near.Where(stay => stay.Stay.IsSample).Select(stay => stay.Stay.Id).ToHashSet(StringComparer.Ordinal);
        return [.. near.Select(stay => Judge(stay, wishes, telling, prices, limit, level, today)).OfType<RankedStay>()
            .OrderBy(ranked => invented.Contains(ranked.StayId)).ThenByDescending(ranked => ranked.Score).ThenBy(ranked => ranked.StayId, StringComparer.Ordinal)];
    }

    private SeasonThen? SeasonOf(string placeId, StayWishes wishes) => gazetteer.Find(placeId) is { } place ? _seasons.Of(place, wishes.Dates, wishes.Nights) : null;

    /// <summary>The nearest of the places in whose reach it stands; none where it stands in that of no place.</summary>
    private static IEnumerable<(Stay Stay, Place Place, double Km)> Nearest(Stay stay, IEnumerable<(Place Place, double Km)> reaches) =>
        reaches.Where(reach => StayReach.FromEdge(reach.Place, stay) <= reach.Km).Select(reach => (stay, reach.Place, Km: Gazetteer.DistanceKm(reach.Place, stay.Latitude, stay.Longitude))).OrderBy(each => each.Km - each.Place.RadiusKm / 2).Take(1);

    private RankedStay? Judge(Candidate candidate, StayWishes wishes, HashSet<string> telling, decimal[] prices, decimal? limit, decimal? level, DateOnly today)
    {
        var (stay, answers) = (candidate.Stay, candidate.Answers);
        var over = limit is > 0 && candidate.NightVnd is { } vnd ? Math.Max(0, (double)(vnd / limit.Value) - 1) : 0;
        var takesNobodySmall = wishes.Party?.Children > 0 && candidate.Things.Answers("adults-only") >= Meets;
        if (over > MostOverLimit || takesNobodySmall || wishes.Essentials.Any(id => answers[id] < 0) || wishes.Exclusions.Any(id => candidate.Things.Answers(id) >= Meets))
        {
            return null;
        }

        var guests = stay.RatingWorth ?? stay.Ratings;
        var scores = new StayScores(
            // An airport lies out of its town, and so does what is beside it.
            wishes.Concepts.Contains(Airport) && answers[Airport] >= Meets ? 1
            // Who hides where it is gets nothing for the middle that it was put in, and is not left out of the mean either.
            : !stay.IsPointKnown ? UntoldDistance : Math.Exp(-Math.Max(0, candidate.Km - candidate.Near.RadiusKm / 2) / FarKm),
            NightPrice.Score(candidate.NightVnd, wishes.Concepts, prices, limit is null ? null : 1 - over / MostOverLimit, level),
            WishScore(answers.Where(answer => telling.Contains(answer.Key))),
            Math.Clamp(((stay.Rating ?? PriorRating) * guests + PriorRating * PriorGuests) / (guests + PriorGuests) - 6, 0, 3.5) / 3.5,
            Math.Clamp(1 - (today.DayNumber - stay.Checked.DayNumber - 90) / 900.0, .3, 1),
            stay.Trust,
            wishes.Said.GetValueOrDefault(stay.Id));
        var untold = wishes.Essentials.Count(id => answers[id] < Meets);
        var (total, isLeast) = TotalOf(candidate, wishes);
        var score = untold == 0 ? Mean(scores) + WordsBonus * scores.Words : Mean(scores) * UntoldEssential * Math.Pow(FurtherEssential, untold - 1);
        return new RankedStay(
            stay.Id, score, scores, candidate.Near.Id, candidate.Km, candidate.Night, [.. answers.Where(answer => answer.Value >= Meets).Select(answer => answer.Key)],
            [.. answers.Where(answer => answer.Value is >= 0 and < Meets && (telling.Contains(answer.Key) || wishes.Essentials.Contains(answer.Key))).Select(answer => answer.Key)], over, candidate.Rooms, candidate.Season, total, isLeast);
    }

    /// <summary>What all nights cost, each at the price of its season, and whether it may be more: where it is not known which of them are of the high one, or what else makes the price.</summary>
    private static (Money? Total, bool IsLeast) TotalOf(Candidate candidate, StayWishes wishes)
    {
        if (candidate.Night is not { } night || wishes.Nights is not { } nights || nights is < 2 or > MostNights)
        {
            return (null, false);
        }

        var (stay, season) = (candidate.Stay, candidate.Season);
        var high = !stay.TellsSeasons || season is null && HighSeasons.NightsOf(wishes.Dates, nights) is not null ? 0 : season is { } then && then.Nights == nights ? then.HighNights : (int?)null;
        return high is { } dear && candidate.NightIn(highSeason: false) is { } low && candidate.NightIn(highSeason: true) is { } top
            ? (low with { Amount = low.Amount * (nights - dear) + top.Amount * dear }, !stay.TellsSeasons && stay.HasRange)
            : (night with { Amount = night.Amount * nights }, season is not { IsHigh: true });
    }

    /// <summary>Kinds of houses are alternatives; of everything else all is wished for.</summary>
    private double? WishScore(IEnumerable<KeyValuePair<string, double>> answers)
    {
        var wished = answers.ToLookup(answer => Kinds.Contains(answer.Key), answer => (Weight: WeightOf(answer.Key), Answer: Math.Max(-.5, answer.Value)));
        var (kind, others) = (wished[true].Select(each => each.Answer).DefaultIfEmpty(0).Max() * KindWeight, wished[false].Sum(each => each.Weight * each.Answer));
        var weight = (wished[true].Any() ? KindWeight : 0) + wished[false].Sum(each => each.Weight);
        return weight == 0 ? null : (kind + others) / weight;
    }

    private double WeightOf(string concept) => lexicon.Find(concept)?.Kind switch
    {
        // A family in two rooms sleeps otherwise, as in another kind of house.
        _ when concept == RoomForAll.FamilyRoom => KindWeight,
        ConceptKind.Lodging or ConceptKind.Amenity or ConceptKind.Diet => 1,
        ConceptKind.Traveller => CompanyWeight,
        _ => SurroundingsWeight,
    };

    private static readonly HashSet<string> Kinds = [.. Enum.GetValues<StayKind>().Select(StayKinds.ConceptOf), "party-hostel", "glamping", "boutique-hotel", "family-resort", "farmstay", "whole-house", "floating-house", Airport];

    private static double Mean(StayScores scores)
    {
        (double Weight, double? Score)[] parts = [(DistanceWeight, scores.Distance), (PriceWeight, scores.Price), (WishesWeight, scores.Wishes), (RatingWeight, scores.Rating), (FreshnessWeight, scores.Freshness), (SourceWeight, scores.Source)];
        return parts.Sum(part => part.Weight * (part.Score ?? 0)) / parts.Sum(part => part.Score is null ? 0 : part.Weight);
    }

    /// <summary>A place to stay with what it says to each wish, the nearest of the places asked for, and what a night costs this party.</summary>
    private sealed record Candidate(Stay Stay, Place Near, double Km, StayThings Things, IReadOnlyDictionary<string, double> Answers, int? People, int Rooms, Money? Night, decimal? NightVnd, SeasonThen? Season)
    {
        public static Candidate Of(Stay stay, Place near, double km, StayThings things, IReadOnlyList<string> wished, int? people, SeasonThen? season, ExchangeRates rates)
        {
            var rooms = stay is { Sleeps: > 0 and var sleeps, Per: not PricePerNight.Bed } && people > sleeps ? (people.Value + sleeps - 1) / sleeps : 1;
            var night = NightFor(stay, people, rooms, season is { IsHigh: true });
            return new Candidate(stay, near, km, things, wished.ToDictionary(id => id, id => RoomForAll.Answer(id, things.Answers(id), stay, people), StringComparer.Ordinal), people, rooms, night, night is { } money ? rates.ToVnd(money) : null, season);
        }

        /// <summary>What a night costs this party in the high season or out of it.</summary>
        public Money? NightIn(bool highSeason) => NightFor(Stay, People, Rooms, highSeason);

        /// <summary>For all of a party: a bed for each where they are let one by one, else as many rooms or houses as it needs.</summary>
        private static Money? NightFor(Stay stay, int? people, int rooms, bool highSeason) => stay.PriceOf(highSeason) is { } price ? price with { Amount = price.Amount * (stay.Per == PricePerNight.Bed ? Math.Max(1, people ?? 1) : rooms) } : null;
    }
}
