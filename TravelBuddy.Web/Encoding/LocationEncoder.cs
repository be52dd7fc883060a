using System.Collections.Concurrent;
using System.Numerics.Tensors;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// Places. A package is the mean of the features of the places it visits, so that a linear function of it is a mean over the visited places: the share of
/// the tour that answers the wish. A wish is the linear function that comes closest (weighted least squares over the gazetteer) to
/// <see cref="LocationSimilarity"/>, several wished places taken together by their maximum. Layout: <see cref="Landmarks"/> and <see cref="Remainder"/>
/// dimensions of <see cref="LandmarkFeatures"/>, <see cref="Regions"/> that tell which regions a place lies in, one that tells how far a tour is spread over the
/// parts of the country (no mean over places could), one that fills up to unit length, one for "unknown". Places abroad and names that the gazetteer lacks use the remainder alone, as hashed pieces.
/// </summary>
public sealed class LocationEncoder
{
    private const int Landmarks = 92;
    private const int Remainder = 20;
    private const int Regions = 13;
    private const int Size = Landmarks + Remainder + Regions;
    private const int Spread = Size;

    /// <summary>What a tour through the whole country has in its coordinate; such tours leave room for it, being means over far places.</summary>
    private const float FullSpread = .5f;

    /// <summary>The share of a tour outside its main part of the country that counts as none (the city it sets off from), and as all.</summary>
    private const double LeastElsewhere = .15;
    private const double FullElsewhere = .5;

    private const double RegionShare = .12;
    private const double Ridge = .002;

    private readonly Gazetteer _gazetteer;
    private readonly double _unknown;
    private readonly Place[] _places;
    private readonly Dictionary<string, int> _index;
    private readonly double[] _importance;
    private readonly float[][] _features;
    private readonly string[] _parts;
    private readonly ConcurrentDictionary<string, float[]> _suitable = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, float[]> _changes = new(StringComparer.Ordinal);
    private readonly LinearSystem _normalEquations;

    public LocationEncoder(Gazetteer gazetteer, double unknown)
    {
        _gazetteer = gazetteer;
        _unknown = unknown;
        _places = [.. gazetteer.Places.OrderBy(place => place.Id, StringComparer.Ordinal)];
        _index = _places.Select((place, i) => (place.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        // Areas rarely are what a package visits; they need not be exact.
        _importance = [.. _places.Select(place => (.03 + place.Popularity) * (LocationSimilarity.IsArea(place) ? .1 : 1))];
        var near = LandmarkFeatures.Build(
            [.. _places.Select(place => place.Id)], (a, b) => LocationSimilarity.AtDistance(Gazetteer.DistanceKm(_places[a], _places[b])), _importance, Landmarks, Remainder);
        string[] regions = [.. _places.Where(place => place.Kind == "region").Select(place => place.Id).Take(Regions)];
        _parts = [.. gazetteer.PartsOfCountry.Select(part => part.Id)];
        _features = [.. _places.Select((place, i) => Features(near[i], regions.Select(region => gazetteer.Contains(region, place.Id))))];
        _normalEquations = NormalEquations();
    }

    public void Encode(IReadOnlyList<VisitedPlace> visited, Span<float> block)
    {
        block.Clear();
        if (visited.Count == 0)
        {
            block[^1] = 1;
            return;
        }

        var mean = block[..Size];
        foreach (var place in visited)
        {
            if (place.Place is { } route && LocationSimilarity.IsThroughCountry(route, _gazetteer))
            {
                continue; // Its middle is no place.
            }

            if (place.Place is { } known && _index.TryGetValue(known.Id, out var i))
            {
                TensorPrimitives.MultiplyAdd(_features[i], (float)place.Share, mean, mean);
            }
            else
            {
                TensorPrimitives.MultiplyAdd(Hashed(place.Place, place.Text), (float)place.Share, mean.Slice(Landmarks, Remainder), mean.Slice(Landmarks, Remainder));
            }
        }

        var room = Math.Max(0, 1 - TensorPrimitives.SumOfSquares<float>(mean));
        block[Spread] = MathF.Min(FullSpread * (float)SpreadOf(visited), MathF.Sqrt(room));
        block[^2] = MathF.Sqrt(Math.Max(0, room - block[Spread] * block[Spread]));
    }

    /// <summary>One vector for all wished places; null if none was wished.</summary>
    public float[]? Encode(IReadOnlyList<PlaceWish> wishes, int dimensions)
    {
        if (wishes.Count == 0)
        {
            return null;
        }

        var block = new float[dimensions];
        block[^1] = (float)_unknown;
        var wished = wishes.Select(wish => (Place: wish.PlaceId is null ? null : _gazetteer.Find(wish.PlaceId), wish)).ToList();
        var known = wished.Where(entry => entry.Place is { } place && _index.ContainsKey(place.Id)).Select(entry => (entry.Place!, Strength: Strength(entry.wish))).ToList();
        if (known.Any(entry => LocationSimilarity.IsThroughCountry(entry.Item1, _gazetteer)))
        {
            // Its stops are on the way anyway; which of them are met is read from the package's facts.
            block[Spread] = 1 / FullSpread;
            return block;
        }

        if (known.Count > 0)
        {
            var suits = new float[_places.Length];
            foreach (var (place, strength) in known)
            {
                var of = _suitable.GetOrAdd(place.Id, _ => [.. _places.Select(visited => (float)LocationSimilarity.Of(place, visited, _gazetteer))]);
                for (var p = 0; p < suits.Length; p++)
                {
                    suits[p] = Math.Max(suits[p], (float)strength * of[p]);
                }
            }

            Fit(suits).CopyTo(block, 0);
            foreach (var (place, strength) in known.Where(entry => !LocationSimilarity.IsArea(entry.Item1)))
            {
                Correct(block.AsSpan(0, Size), place.Id, strength);
            }
        }

        foreach (var (place, wish) in wished.Where(entry => entry.Place is { } place ? !_index.ContainsKey(place.Id) : !string.IsNullOrWhiteSpace(entry.wish.Text)))
        {
            TensorPrimitives.Add(block.AsSpan(Landmarks, Remainder), Hashed(place, wish.Text), block.AsSpan(Landmarks, Remainder));
        }

        return block;
    }

    /// <summary>A place abroad by its one English name, whichever was written, and any other by its own words.</summary>
    private static float[] Hashed(Place? place, string? text) => HashedText.Phrase(TextFolding.Fold(place?.NameEn ?? text ?? ""), Remainder);

    /// <summary>How far a tour is spread over the parts of the country: 0 within one, 1 when half of it is elsewhere, or when it says so itself.</summary>
    private double SpreadOf(IReadOnlyList<VisitedPlace> visited)
    {
        if (visited.Any(place => place.Place is { } known && LocationSimilarity.IsThroughCountry(known, _gazetteer)))
        {
            return 1;
        }

        var shares = _parts.Select(part => visited.Where(place => place.Place is { } known && _gazetteer.Contains(part, known.Id)).Sum(place => place.Share)).ToList();
        return Math.Clamp((shares.Sum() - shares.DefaultIfEmpty().Max() - LeastElsewhere) / (FullElsewhere - LeastElsewhere), 0, 1);
    }

    /// <summary>How much a wished place counts beside the others.</summary>
    public static double Strength(PlaceWish wish) => wish.Priority >= 1 ? 1 : .6 + .4 * Math.Max(0, wish.Priority);

    /// <summary>The weights whose function over the gazetteer is closest to the wanted values.</summary>
    private float[] Fit(float[] wanted)
    {
        var moments = new float[Size];
        for (var p = 0; p < wanted.Length; p++)
        {
            var value = (float)_importance[p] * wanted[p];
            if (value > 1e-4f)
            {
                TensorPrimitives.MultiplyAdd(_features[p], value, moments, moments);
            }
        }

        var values = new double[Size];
        TensorPrimitives.ConvertChecked<float, double>(moments, values);
        _normalEquations.Solve(values);
        TensorPrimitives.ConvertTruncating<double, float>(values, moments);
        return moments;
    }

    /// <summary>
    /// Gives a wished place exactly its value at the least cost to the fit elsewhere (equality-constrained least squares): places that few visit weigh
    /// little in the fit and would otherwise not even find themselves.
    /// </summary>
    private void Correct(Span<float> weights, string placeId, double wanted)
    {
        var place = _features[_index[placeId]];
        var change = _changes.GetOrAdd(placeId, _ => ChangeFor(place));
        var step = ((float)wanted - TensorPrimitives.Dot<float>(weights, place)) / TensorPrimitives.Dot<float>(change, place);
        TensorPrimitives.MultiplyAdd(change, step, weights, weights);
    }

    private float[] ChangeFor(float[] place)
    {
        var direction = new double[Size];
        TensorPrimitives.ConvertChecked<float, double>(place, direction);
        _normalEquations.Solve(direction);
        var change = new float[Size];
        TensorPrimitives.ConvertTruncating<double, float>(direction, change);
        return change;
    }

    private static float[] Features(ReadOnlySpan<float> near, IEnumerable<bool> inRegions)
    {
        var features = new float[Size];
        TensorPrimitives.Multiply(near, MathF.Sqrt((float)(1 - RegionShare)), features);
        var regions = features.AsSpan(Landmarks + Remainder);
        var i = 0;
        foreach (var inside in inRegions)
        {
            regions[i++] = inside ? 1 : 0;
        }

        HashedText.Normalise(regions);
        TensorPrimitives.Multiply(regions, MathF.Sqrt((float)RegionShare), regions);
        return features;
    }

    private LinearSystem NormalEquations()
    {
        var matrix = new double[Size][];
        for (var i = 0; i < Size; i++)
        {
            matrix[i] = new double[Size];
            matrix[i][i] = Ridge;
        }

        for (var p = 0; p < _places.Length; p++)
        {
            var row = _features[p];
            for (var i = 0; i < Size; i++)
            {
                var scaled = _importance[p] * row[i];
                for (var j = 0; scaled != 0 && j <= i; j++)
                {
                    matrix[i][j] += scaled * row[j];
                }
            }
        }

        return new LinearSystem(matrix);
    }
}
