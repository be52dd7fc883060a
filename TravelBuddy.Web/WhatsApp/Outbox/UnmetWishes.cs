using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Says which wishes none of the tours shown meets, by the reasons that were recorded of them: what cannot be done without first, at most two lines.</summary>
public sealed class UnmetWishes(Lexicon lexicon)
{
    private const int MostLines = 2;
    private const int MostNamed = 3;
    private const int LongestLabels = 120;

    private static readonly HashSet<string> Needs = new([ReasonCodes.DietUnsaid, ReasonCodes.DietContradicted, ReasonCodes.EssentialMissing, ReasonCodes.EssentialContradicted], StringComparer.Ordinal);
    private static readonly HashSet<string> NotWithout = new([ReasonCodes.LodgingUnsaid, ReasonCodes.FoodUnsaid], StringComparer.Ordinal);
    private static readonly HashSet<string> Dearer = new([ReasonCodes.PriceOver, ReasonCodes.PriceSharedOver], StringComparer.Ordinal);

    /// <summary>Praise rather than a thing: no tour that keeps silent of it lacks it.</summary>
    private static readonly HashSet<string> Praise = new(["quiet", "clean", "safe", "spacious", "comfortable-bed", "nice-view", "private-tour"], StringComparer.Ordinal);

    /// <summary>The lines; none where every wish is met by some tour, or nothing is shown.</summary>
    /// <param name="list">The list.</param>
    /// <param name="parts">The wishes it was made for, as labels.</param>
    /// <param name="language">Language of the lines, "en" or "vi".</param>
    public IReadOnlyList<string> Of(RecommendationList list, IReadOnlyList<(WishOf Of, string Label)> parts, string language)
    {
        var shown = list.Packages.Count == 0 ? [] : ListedTours.Before(list, SendRecommendationsHandler.Shown, []).Select(rank => list.Packages[rank - 1]).ToList();
        if (shown.Count == 0)
        {
            return [];
        }

        var offered = list.Relaxations.SelectMany(offer => Relaxing.Parts(offer.Wish)).ToList();
        var needs = InAll(Needs).Where(id => !offered.Any(part => Relaxing.Diet(part) == id));
        var things = InAll(new HashSet<string>([ReasonCodes.DoesNotSay], StringComparer.Ordinal)).Where(id => lexicon.Find(id) is { Kind: not (ConceptKind.Traveller or ConceptKind.Theme or ConceptKind.Difficulty) } && !Praise.Contains(id));
        return [.. new[]
        {
            Has(needs),
            Refused(Phrases.AllHave, InAll(new HashSet<string>([ReasonCodes.Excluded], StringComparer.Ordinal))),
            Refused(Phrases.NoneSaysWithout, InAll(NotWithout)),
            // Of what is offered to be given up the offer says more.
            list.NothingFits || offered.Contains(Relaxing.Durations) || !shown.TrueForAll(tour => tour.Reasons.Any(reason => reason.Code == ReasonCodes.DaysOff)) ? null : Said(Phrases.NoneSoLong, WishOf.Durations),
            list.NothingFits || offered.Contains(Relaxing.Budget) || !shown.TrueForAll(tour => tour.Reasons.Any(reason => Dearer.Contains(reason.Code))) ? null : Said(Phrases.AllDearer, WishOf.Budget),
            Has(things),
        }.OfType<string>().Take(MostLines)];

        IReadOnlyList<string> InAll(HashSet<string> codes) => shown
            .Select(tour => tour.Reasons.Where(reason => codes.Contains(reason.Code)).SelectMany(reason => reason.Arguments))
            .Aggregate((some, others) => some.Intersect(others)).Distinct().ToList();

        string? Has(IEnumerable<string> ids)
        {
            var labels = Labels(ids.Select(lexicon.Find).OfType<Concept>().Select(concept => concept.Label(language)));
            // What lies behind those shown nobody looked at: nothing is said of all tours of a place.
            return labels.Length == 0 ? null : Phrases.NoneHas.In(language, labels);
        }

        string? Refused(Phrase phrase, IEnumerable<string> ids) =>
            Labels(ids.Select(lexicon.Find).OfType<Concept>().Select(concept => concept.RefusedLabel(language))) is { Length: > 0 } labels ? phrase.In(language, labels) : null;

        string? Said(Phrase phrase, WishOf of) => Labels(parts.Where(part => part.Of == of).Select(part => part.Label)) is { Length: > 0 } labels ? phrase.In(language, labels) : null;

        static string Labels(IEnumerable<string> labels) => string.Join(", ", labels.Take(MostNamed)) is { Length: > 0 } joined ? Limits.Line(Limits.Neutralise(joined), LongestLabels) : "";
    }
}
