using System.Collections.Frozen;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>One thing wished or refused: a concept of the lexicon, a place that is refused, or words beyond both.</summary>
public sealed record WishedThing(string? Concept, string? FoldedWords)
{
    /// <summary>What somebody wants who minds sharing a room.</summary>
    public const string PrivateRoom = "private-room";

    private const string SimpleLodging = "simple-lodging";
    private static readonly IReadOnlySet<string> None = new HashSet<string>();

    // Less of a tour is where it sets off or passes through.
    private const double Visits = .15;
    private const double InPassing = .75;

    public bool IsDiet { get; init; }

    /// <summary>Whether it is something to eat or drink.</summary>
    public bool IsFood { get; init; }

    /// <summary>For a theme, what it is a kind of: a tour with a beach leaves no beach holiday unsaid.</summary>
    public IReadOnlySet<string> Broader { get; init; } = None;

    /// <summary>Whether it is a place to sleep, of which nobody needs two at once.</summary>
    public bool IsLodging { get; init; }

    /// <summary>Whether it is people that a tour may suit, or what they cannot bear.</summary>
    public bool IsTraveller { get; init; }

    /// <summary>Whether it is to be avoided, and so a place of that kind counts though nothing is said of it.</summary>
    public bool IsRefused { get; init; }

    /// <summary>For what is to be avoided, whether who avoids it may have to: what they do not eat, cannot climb or bear, or said in words that nobody knows.</summary>
    public bool IsForced { get; init; }

    /// <summary>For what is to be avoided, whether it may do harm: what is eaten, cannot be climbed or borne.</summary>
    public bool IsOfNeed => Concept is { } id && (IsFood || IsDiet || IsTraveller || Climb.IsRefusing(id));

    /// <summary>Concepts related to it.</summary>
    public FrozenSet<string> Kin { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Concepts that speak against it.</summary>
    public FrozenSet<string> Opposite { get; init; } = FrozenSet<string>.Empty;

    /// <summary>For a diet, those that have it in them.</summary>
    public FrozenSet<string> Covering { get; init; } = FrozenSet<string>.Empty;

    /// <summary>For a diet, itself and those it is a kind of.</summary>
    public IReadOnlySet<string> KindsOfDiet { get; init; } = None;

    /// <summary>For a place that is refused, those in it and itself.</summary>
    public IReadOnlySet<string> Spots { get; init; } = None;

    /// <summary>For a place that is refused, its names without diacritics.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Whether a package has something related, such as swimming for a beach.</summary>
    public bool IsNear(PackageFacts facts) => HasAny(facts, Kin, 0);

    /// <summary>Concepts of whatever somebody may not eat.</summary>
    public static readonly IReadOnlyList<string> AnyDiet = ["food-allergy", "special-diet"];

    /// <summary>The concept by which a package answers it: itself, or for a diet another that has it in it, as long as nothing in the package speaks against it; null if there is none.</summary>
    public string? AnsweredBy(PackageFacts facts) =>
        Concept is null || facts.Concepts.ContainsKey(Concept) ? Concept
        : !IsDiet || IsRefused || IsDeniedBy(facts) || HasAny(facts, Opposite, 1) ? null
        : Covering.FirstOrDefault(facts.Concepts.ContainsKey);

    /// <summary>The diet by which a package answers another that was asked for, or goes with an allergy; null where it has the one asked for itself, or none.</summary>
    public string? CoveredBy(PackageFacts facts) => IsDiet && AnsweredBy(facts) is { } answer && answer != Concept ? answer : null;

    /// <summary>With what reservation a package has it; null if without one, or not at all.</summary>
    public Reservation? ReservedIn(PackageFacts facts) => AnsweredBy(facts) is { } answer ? facts.Reserved.GetValueOrDefault(answer) : null;

    /// <summary>Whether a package that has it offers rooms of one's own, too.</summary>
    public bool IsAvoidableIn(PackageFacts facts) => IsShared && facts.Concepts.ContainsKey(PrivateRoom);

    /// <summary>Whether a package does not say if one sleeps so, where many such houses are: a homestay may have rooms or one floor for all.</summary>
    public bool IsLeftOpenIn(PackageFacts facts) => IsShared && In(facts) == 0 && !IsDeniedBy(facts) && facts.Concepts.ContainsKey(SimpleLodging) && !facts.Concepts.ContainsKey(PrivateRoom);

    private bool IsShared => Opposite.Contains(PrivateRoom);

    /// <summary>The concept by which a package that says nothing of this diet speaks of diets or allergies at all, so that the agency may cook for it; null if it does not.</summary>
    public string? SpokenOfIn(PackageFacts facts) => IsDiet && In(facts) == 0 && !IsContradictedBy(facts) ? facts.DietsInGeneral.FirstOrDefault() : null;

    /// <summary>How surely a package has it: 1 stated, less in passing, 0 not told. Who is allergic to prawns did not ask for vegan food: that goes with it and is told, but is no answer that others lack.</summary>
    public double In(PackageFacts facts) => Concept is not null ? Math.Max(AnsweredBy(facts) is { } answer && (answer == Concept || !Relaxing.IsAllergy(Concept)) ? facts.Concepts[answer] : 0, IsRefused && PlaceKinds.IsOne(Concept) ? facts.KindsOfPlaces.Value.GetValueOrDefault(Concept) : 0)
        : Spots.Count > 0 ? InPlaces(facts)
        : FoldedWords is { Length: > 0 } && facts.FoldedText.Contains($" {FoldedWords} ", StringComparison.Ordinal) ? 1 : 0;

    private static bool HasAny(PackageFacts facts, FrozenSet<string> concepts, double least)
    {
        // By hand: this is asked of every candidate for every thing.
        foreach (var concept in concepts)
        {
            if (facts.Concepts.TryGetValue(concept, out var told) && told >= least)
            {
                return true;
            }
        }

        return false;
    }

    private double InPlaces(PackageFacts facts) =>
        facts.Places.Any(visited => visited.Share >= Visits && visited.Place is { } place && Spots.Contains(place.Id)) ? 1
        : facts.Start is not { } start || !Spots.Contains(start.Id) ? Names.Any(name => facts.FoldedText.Contains($" {name} ", StringComparison.Ordinal)) ? InPassing : 0
        : 0;

    /// <summary>Whether a package says it does not have it.</summary>
    public bool IsDeniedBy(PackageFacts facts) => Concept is not null && facts.Denies.Contains(Concept);

    /// <summary>Whether a package without it says so, or states its opposite.</summary>
    public bool IsContradictedBy(PackageFacts facts) => In(facts) == 0 && (IsDeniedBy(facts) || HasAny(facts, Opposite, 1));
}

/// <summary>A traveller's language wishes as things to look for in a package's facts.</summary>
public static class WishedConcepts
{
    private const string Heights = "fear-of-heights";
    private const string Sickness = "motion-sickness";

    public static IReadOnlyList<WishedThing> Of(ConceptWishes wishes, Lexicon lexicon, ConceptKin kin) =>
    [
        .. wishes.Concepts.Distinct().Select(id => new WishedThing(id, null)
        {
            IsDiet = lexicon.Find(id)?.Kind == ConceptKind.Diet,
            IsFood = lexicon.Find(id)?.Kind == ConceptKind.Food,
            Broader = lexicon.Find(id) is { Kind: ConceptKind.Theme } concept ? concept.Broader.ToHashSet(StringComparer.Ordinal) : new HashSet<string>(),
            IsLodging = lexicon.Find(id)?.Kind == ConceptKind.Lodging,
            IsTraveller = id is Heights or Sickness || lexicon.Find(id)?.Kind == ConceptKind.Traveller,
            Kin = kin.Of(id),
            Opposite = kin.OppositeOf(id),
            Covering = kin.CoveringOf(id),
            KindsOfDiet = KindsOfDiet([id], lexicon),
        }),
        .. wishes.Phrases.Distinct().Select(phrase => new WishedThing(null, Tokenizer.Folded(phrase))),
    ];

    /// <summary>The diets among concepts with those they are a kind of: what is cooked for Jains is vegetarian. That a diet is one says nothing.</summary>
    public static IReadOnlySet<string> KindsOfDiet(IEnumerable<string> concepts, Lexicon lexicon) =>
        lexicon.WithBroader(concepts.Where(id => lexicon.Find(id)?.Kind == ConceptKind.Diet)).Except(WishedThing.AnyDiet).ToHashSet(StringComparer.Ordinal);

    /// <summary>Exclusions, of which some words are places: those are looked for among the places that a package visits.</summary>
    public static IReadOnlyList<WishedThing> Refused(ConceptWishes wishes, Lexicon lexicon, ConceptKin kin, Gazetteer gazetteer, PlaceReach reach) =>
        [.. Of(wishes, lexicon, kin).Select(thing => thing.FoldedWords is { } words && gazetteer.Resolve(words) is { } place ? Place(thing, place, reach) : thing with { IsRefused = true, IsForced = IsForced(thing, lexicon) })];

    private static bool IsForced(WishedThing thing, Lexicon lexicon) =>
        thing.Concept is not { } id || thing.IsTraveller || Climb.IsRefusing(id) || lexicon.Find(id)?.Kind is ConceptKind.Food or ConceptKind.Diet or ConceptKind.Difficulty;

    private static WishedThing Place(WishedThing thing, Place place, PlaceReach reach) => thing with
    {
        Spots = reach.Inside(place),
        Names = [.. new[] { thing.FoldedWords!, Tokenizer.Folded(place.Label("vi")), Tokenizer.Folded(place.Label("en")) }.Distinct()],
    };

    /// <summary>Ids of all concepts wished for, whatever criterion they serve, and of what those are kinds of.</summary>
    public static IReadOnlySet<string> All(Wishes wishes, Lexicon lexicon) =>
        lexicon.WithBroader(new[] { wishes.Transportation, wishes.Food, wishes.Activities, wishes.Accommodation, wishes.Essentials }.SelectMany(some => some.Concepts));

    /// <summary>The diets and allergies among things wished that are not essentials already.</summary>
    public static IReadOnlyList<WishedThing> Diets(IReadOnlyList<IReadOnlyList<WishedThing>> things, Wishes wishes) =>
    [
        .. things.SelectMany(some => some)
            .Where(thing => thing is { IsDiet: true, Concept: { } id } && !wishes.Essentials.Concepts.Contains(id))
            .DistinctBy(thing => thing.Concept),
    ];

    /// <summary>By criterion, in criterion order; the criteria that are facts have none.</summary>
    public static IReadOnlyList<IReadOnlyList<WishedThing>> ByCriterion(Wishes wishes, Lexicon lexicon, ConceptKin kin)
    {
        var sorted = SortedWishes.Of(wishes with { Essentials = ConceptWishes.None }, lexicon);
        var named = sorted.Values.SelectMany(some => some.Concepts).ToHashSet(StringComparer.Ordinal);
        return [.. Enum.GetValues<Criterion>().Select(criterion => sorted.TryGetValue(criterion, out var some) ? Braved(Of(some, lexicon, kin), named) : [])];
    }

    /// <summary>"A bit afraid of heights, but the zipline I want to try": what is wished does not speak against oneself.</summary>
    private static IReadOnlyList<WishedThing> Braved(IReadOnlyList<WishedThing> things, HashSet<string> named) =>
        things.All(thing => thing.Concept != Heights) ? things : [.. things.Select(thing => thing.Concept == Heights ? thing with { Opposite = thing.Opposite.Except(named).ToFrozenSet(StringComparer.Ordinal) } : thing)];
}
