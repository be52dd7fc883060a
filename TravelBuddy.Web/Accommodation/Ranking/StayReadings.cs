using System.Collections.Concurrent;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation.Ranking;

/// <summary>What houses have and have not: each is read once, until its entry changes.</summary>
public sealed class StayReadings(Gazetteer gazetteer, Lexicon lexicon)
{
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, (Stay Stay, StayThings Things)> _read = new(StringComparer.Ordinal);

    public StayThings Of(Stay stay)
    {
        if (_read.TryGetValue(stay.Id, out var known) && SaysTheSame(known.Stay, stay))
        {
            return known.Things;
        }

        if (_read.Count >= Most)
        {
            _read.Clear();
        }

        var things = new StayThings(stay, gazetteer.Find(stay.PlaceId), lexicon);
        _read[stay.Id] = (stay, things);
        return things;
    }

    private static bool SaysTheSame(Stay one, Stay other) =>
        one.En == other.En && one.Vi == other.Vi && one.Kind == other.Kind && one.IsKindKnown == other.IsKindKnown && one.Per == other.Per && one.PlaceId == other.PlaceId && one.Stars == other.Stars && one.Things.SequenceEqual(other.Things) && one.Lacks.SequenceEqual(other.Lacks);
}
