using System.Numerics.Tensors;
using TravelBuddy.Web.Language.Embeddings;
using static TravelBuddy.Web.Encoding.PackageInterpolation;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// One language criterion under a model. Like <see cref="ConceptEncoder"/>, a package is the smallest vector that answers each thing it offers with that
/// thing's strength (kernel interpolation), so that a tour with six activities answers a wish for one of them as fully as a tour with that one alone.
/// The last three coordinates: one that every known package has, by which calibration shifts similarities; one that no wish asks, which fills up to unit
/// length; one for "unknown".
/// </summary>
public sealed class ModelBlock
{
    private const float Known = .25f;
    private const int Reserved = 3;
    private const double LeastSpread = .1;

    private readonly CriterionCalibration _calibration;
    private readonly SignProjection _projection;
    private readonly int _features;
    private readonly float _unknown;

    public ModelBlock(CriterionCalibration calibration, int width, double unknown)
    {
        _calibration = calibration;
        _features = VectorLayout.Blocks[(int)calibration.Criterion].Length - Reserved;
        _projection = new SignProjection(width, _features, calibration.Criterion.ToString());
        _unknown = (float)unknown;
    }

    public Criterion Criterion => _calibration.Criterion;

    /// <summary>A model's vector as a unit vector of this block: without the mean, projected.</summary>
    public float[] Feature(TextRole role, ReadOnlySpan<float> vector)
    {
        var centre = role == TextRole.Query ? _calibration.QueryCentre : _calibration.PassageCentre;
        var centred = new float[vector.Length];
        TensorPrimitives.Subtract(vector, centre, centred);
        var feature = _projection.Project(centred);
        HashedText.Normalise(feature);
        return feature;
    }

    /// <summary>Writes a package's block. <paramref name="stated"/>: the package has a field for this criterion.</summary>
    public void Encode(IReadOnlyList<(float[] Feature, double Strength)> offered, bool stated, Span<float> block)
    {
        block.Clear();
        if (offered.Count == 0)
        {
            block[^1] = 1;
            return;
        }

        var features = block[.._features];
        var weights = Weights(offered, thing => thing.Strength, (one, other) => TensorPrimitives.Dot<float>(one.Feature, other.Feature));
        for (var i = 0; i < offered.Count; i++)
        {
            TensorPrimitives.MultiplyAdd(offered[i].Feature, (float)weights[i] * Scale, features, features);
        }

        block[^3] = Known;
        block[^1] = stated ? 0 : PartlyUnknown;
        var room = 1 - Known * Known - block[^1] * block[^1];
        FillUp(features, ref block[^2], room);
    }

    /// <summary>A wish as a query: a typical match has inner product 1 with it, a typical non-match 0. <paramref name="concept"/>: the concept wished for, if it is one.</summary>
    public float[] Query(ReadOnlySpan<float> feature, string? concept = null)
    {
        var query = new float[_features + Reserved];
        var (nonMatch, match) = concept is not null && _calibration.Concepts.TryGetValue(concept, out var own) ? own : _calibration.Typical;
        var spread = Math.Max(LeastSpread, match - nonMatch);
        TensorPrimitives.Multiply(feature, (float)(1 / (Scale * spread)), query);
        query[^3] = (float)(-nonMatch / (spread * Known));
        query[^1] = _unknown;
        return query;
    }
}
