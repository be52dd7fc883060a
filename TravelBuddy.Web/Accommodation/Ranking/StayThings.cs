using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation.Ranking;

/// <summary>What a place to stay has and has not, by what its entry lists and says, and how far that answers a wish.</summary>
public sealed class StayThings
{
    private const double Stated = 1;
    private const double InPassing = .9;
    private const double Kind = .95;

    /// <summary>How far a house that is the broader thing answers a wish for a kind of it.</summary>
    public const double Part = .45;

    private const double Related = .5;

    /// <summary>What is only to be expected is not known, and told as such.</summary>
    private const double Expected = .8;

    private readonly Lexicon _lexicon;
    private readonly Dictionary<string, (double Strength, StayFact From)> _has = new(StringComparer.Ordinal);
    private readonly HashSet<string> _denies = new(StringComparer.Ordinal);

    /// <param name="stay">The entry.</param>
    /// <param name="place">Where it is; null where that is not known.</param>
    /// <param name="lexicon">What is akin to what.</param>
    public StayThings(Stay stay, Place? place, Lexicon lexicon)
    {
        _lexicon = lexicon;
        foreach (var words in new[] { stay.En, stay.Vi }.OfType<string>())
        {
            var (has, denies) = PackageConcepts.Said(words, lexicon);
            Add(has, InPassing, StayFact.Words);
            _denies.UnionWith(denies.Select(HouseTerms.Of));
        }

        _denies.UnionWith(stay.Lacks);
        Add(stay.Things.Select(HouseTerms.Of), Stated, StayFact.Things);
        Add(stay.IsKindKnown ? [StayKinds.ConceptOf(stay.Kind)] : [], Stated, StayFact.Kind);
        // Whoever asks for three stars takes four.
        Add(Enumerable.Range(2, Math.Max(0, (stay.Stars ?? 0) - 1)).Select(stars => $"hotel-{stars}-star"), Stated, StayFact.Stars);

        _denies.ExceptWith(_has.Keys);
        Add(UnsaidThings.OfPlace(place).Where(IsNotContradicted), InPassing, StayFact.Place);
        Add(UnsaidThings.OfPrice(stay).Where(IsNotContradicted), InPassing, StayFact.Price);
        Add(UnsaidThings.Expected(stay).Where(IsNotContradicted), Expected, StayFact.Kind);
    }

    /// <summary>How far it answers a wish for a concept: 1 it has that, less for what is akin, 0 it says nothing, -1 it says the opposite.</summary>
    public double Answers(string wished)
    {
        if (Denies(wished) || _lexicon.Find(wished) is not { } concept)
        {
            return Denies(wished) ? -1 : 0;
        }

        var best = _has.Select(thing => thing.Value.Strength * Likeness(thing.Key, concept)).DefaultIfEmpty().Max();
        return best >= Related ? best : _has.Keys.Any(thing => IsOpposite(thing, concept)) ? -1 : best;
    }

    /// <summary>What of the entry answers a wish for a concept best; null where nothing does.</summary>
    public StayFact? SaidBy(string wished) =>
        !Denies(wished) && _lexicon.Find(wished) is { } concept && _has.Select(thing => (Answer: thing.Value.Strength * Likeness(thing.Key, concept), thing.Value.From)).Where(thing => thing.Answer > 0).OrderByDescending(thing => thing.Answer).ToList() is [var best, ..]
            ? best.From
            : null;

    /// <summary>Whoever has no pool has no private one either.</summary>
    private bool Denies(string wished) => !_has.ContainsKey(wished) && _denies.Any(denied => PackageConcepts.IsKindOf(wished, denied, _lexicon));

    private bool IsNotContradicted(string id) => !Denies(id) && _lexicon.Find(id) is { } concept && !_has.Keys.Any(thing => IsOpposite(thing, concept));

    private double Likeness(string thing, Concept wished) =>
        thing == wished.Id ? 1
        : PackageConcepts.IsKindOf(thing, wished.Id, _lexicon) ? Kind
        : wished.Related.Contains(thing) || _lexicon.Find(thing)?.Related.Contains(wished.Id) == true ? Related
        : PackageConcepts.IsKindOf(wished.Id, thing, _lexicon) ? Part
        : 0;

    private bool IsOpposite(string thing, Concept wished) => wished.Opposite.Contains(thing) || _lexicon.Find(thing)?.Opposite.Contains(wished.Id) == true;

    private void Add(IEnumerable<string> concepts, double strength, StayFact from)
    {
        foreach (var concept in concepts)
        {
            if (strength > _has.GetValueOrDefault(concept).Strength)
            {
                _has[concept] = (strength, from);
            }
        }
    }
}
