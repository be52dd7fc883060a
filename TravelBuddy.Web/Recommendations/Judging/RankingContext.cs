using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>A traveller's wishes made ready for comparing with facts: places with their reach, budgets in dong, things by criterion.</summary>
public sealed record RankingContext
{
    public required Wishes Wishes { get; init; }
    public required IReadOnlyList<WishedPlace> Places { get; init; }
    public required Place? Start { get; init; }

    /// <summary>Two far ends of one way among the places and the start; null for most wishes.</summary>
    public required WishedRoute? Route { get; init; }
    public required decimal? BudgetVnd { get; init; }
    public required ExchangeRates Rates { get; init; }
    public required IReadOnlyList<IReadOnlyList<WishedThing>> Things { get; init; }

    /// <summary>How much each of the things tells the candidates apart.</summary>
    public ThingRarity Rarity { get; init; } = ThingRarity.None;

    /// <summary>How much each candidate speaks of what was wished.</summary>
    public SharedWords Words { get; init; } = SharedWords.None;

    /// <summary>Where each candidate's price stands among the others, where "cheap" or "luxury" was said and no number.</summary>
    public PriceRanks Prices { get; init; } = PriceRanks.None;

    /// <summary>Ids of all concepts wished for, the broader ones included.</summary>
    public required IReadOnlySet<string> Wished { get; init; }

    /// <summary>Concepts of people that were named as travelling, and the broader ones of those.</summary>
    public required IReadOnlySet<string> Told { get; init; }

    /// <summary>Concepts of those who travel, with what is as good for them; empty if nothing is known of them.</summary>
    public required IReadOnlySet<string> Travellers { get; init; }

    /// <summary>Whether it was said who travels.</summary>
    public required bool TravellersTold { get; init; }

    public required IReadOnlyList<WishedThing> Diets { get; init; }
    public required IReadOnlyList<WishedThing> Exclusions { get; init; }
    public required IReadOnlyList<WishedThing> Essentials { get; init; }

    public static RankingContext Of(Wishes wishes, PlaceReach reach, Gazetteer gazetteer, Lexicon lexicon, ConceptKin kin, ExchangeRates rates)
    {
        var things = WishedConcepts.ByCriterion(wishes, lexicon, kin);
        IReadOnlyList<WishedPlace> places = [.. wishes.Places.Select(reach.Of)];
        var start = wishes.Start?.PlaceId is { } id && gazetteer.Find(id) is { } from && !gazetteer.IsAbroad(from) ? from : null; // Who flies in may set off anywhere.
        return new RankingContext
        {
            Wishes = wishes,
            Places = places,
            Start = start,
            Route = WishedRoute.Of(places, start is null ? null : reach.Of(wishes.Start!), things[(int)Criterion.Transportation], lexicon),
            BudgetVnd = BudgetEncoder.LimitVnd(wishes.Budget, rates),
            Rates = rates,
            Things = things,
            Wished = WishedConcepts.All(wishes, lexicon),
            Told = Audience.Told(wishes, lexicon),
            Travellers = Audience.Of(wishes, lexicon, kin),
            TravellersTold = Audience.IsTold(wishes, lexicon),
            Diets = WishedConcepts.Diets(things, wishes),
            Exclusions = WishedConcepts.Refused(wishes.Exclusions, lexicon, kin, gazetteer, reach),
            Essentials = WishedConcepts.Of(wishes.Essentials, lexicon, kin),
        };
    }
}
