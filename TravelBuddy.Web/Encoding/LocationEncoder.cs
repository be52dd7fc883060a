using System.Numerics.Tensors;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// Places. A package is the mean of the features of the places it visits, so that a linear function of it is a mean over the visited places: the share of
/// the tour that answers the wish. A wish is the linear function that comes closest (weighted least squares over the gazetteer) to
/// <see cref="LocationSimilarity"/>, several wished places taken together by their maximum. Layout: <see cref="Landmarks"/> and <see cref="Remainder"/>
/// dimensions of <see cref="LandmarkFeatures"/>, one that fills up to unit length, one for "unknown". Names that the gazetteer lacks use the remainder
/// alone, as hashed pieces.
/// </summary>
public sealed class LocationEncoder
{
    private const int Landmarks = 106;
    private const int Remainder = 20;
    private const double Ridge = .002;

    private readonly Gazetteer _gazetteer;
    private readonly double _unknown;
    private readonly Place[] _places;
    private readonly Dictionary<string, int> _index;
    private readonly double[] _importance;
    private readonly LandmarkFeatures _features;
    private readonly LinearSystem _normalEquations;

    public LocationEncoder(Gazetteer gazetteer, double unknown)
    {
        _gazetteer = gazetteer;
        _unknown = unknown;
        _places = [.. gazetteer.Places.OrderBy(place => place.Id, StringComparer.Ordinal)];
        _index = _places.Select((place, i) => (place.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        // Areas rarely are what a package visits; they need not be exact.
        _importance = [.. _places.Select(place => (.03 + place.Popularity) * (LocationSimilarity.IsArea(place) ? .1 : 1))];
        _features = LandmarkFeatures.Build(
            [.. _places.Select(place => place.Id)], (a, b) => LocationSimilarity.AtDistance(Gazetteer.DistanceKm(_places[a], _places[b])), _importance, Landmarks, Remainder);
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

        var mean = block[..(Landmarks + Remainder)];
        foreach (var place in visited)
        {
            if (place.Place is { } known && _index.TryGetValue(known.Id, out var i))
            {
                TensorPrimitives.MultiplyAdd(_features[i], (float)place.Share, mean, mean);
            }
            else
            {
                TensorPrimitives.MultiplyAdd(HashedText.Phrase(TextFolding.Fold(place.Text), Remainder), (float)place.Share, mean[Landmarks..], mean[Landmarks..]);
            }
        }

        block[^2] = MathF.Sqrt(Math.Max(0, 1 - TensorPrimitives.SumOfSquares<float>(mean)));
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
        var known = wished.Where(entry => entry.Place is not null).Select(entry => (entry.Place!, Strength: Strength(entry.wish))).ToList();
        if (known.Count > 0)
        {
            var values = Moments(place => known.Max(entry => entry.Strength * LocationSimilarity.Of(entry.Item1, place, _gazetteer)));
            _normalEquations.Solve(values);
            for (var i = 0; i < values.Length; i++)
            {
                block[i] = (float)values[i];
            }
        }

        foreach (var (_, wish) in wished.Where(entry => entry.Place is null && !string.IsNullOrWhiteSpace(entry.wish.Text)))
        {
            TensorPrimitives.Add(block.AsSpan(Landmarks, Remainder), HashedText.Phrase(TextFolding.Fold(wish.Text!), Remainder), block.AsSpan(Landmarks, Remainder));
        }

        return block;
    }

    /// <summary>How much a wished place counts beside the others.</summary>
    public static double Strength(PlaceWish wish) => wish.Priority >= 1 ? 1 : .6 + .4 * Math.Max(0, wish.Priority);

    private double[] Moments(Func<Place, double> target)
    {
        var moments = new double[Landmarks + Remainder];
        for (var p = 0; p < _places.Length; p++)
        {
            var value = _importance[p] * target(_places[p]);
            if (Math.Abs(value) < 1e-9)
            {
                continue;
            }

            var row = _features[p];
            for (var i = 0; i < row.Length; i++)
            {
                moments[i] += value * row[i];
            }
        }

        return moments;
    }

    private LinearSystem NormalEquations()
    {
        const int size = Landmarks + Remainder;
        var matrix = new double[size][];
        for (var i = 0; i < size; i++)
        {
            matrix[i] = new double[size];
            matrix[i][i] = Ridge;
        }

        for (var p = 0; p < _places.Length; p++)
        {
            var row = _features[p];
            for (var i = 0; i < size; i++)
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
