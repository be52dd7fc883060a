namespace TravelBuddy.Web.Encoding;

/// <summary>
/// A quantity as its position between the nodes of a grid (linear B-splines). A wish is any function of the quantity, given by its values at the nodes;
/// the inner product of both is that function, interpolated: exact at the nodes and monotone wherever the function is. Layout: one coordinate per node,
/// then one that only fills up to unit length, then the one for "unknown".
/// </summary>
public sealed class GridCode(params double[] nodes)
{
    /// <summary>The nodes, ascending.</summary>
    public IReadOnlyList<double> Nodes => nodes;

    /// <summary>Writes the unit vector of a value; null is "unknown".</summary>
    public void Encode(double? value, Span<float> block)
    {
        block.Clear();
        if (value is not { } known)
        {
            block[^1] = 1;
            return;
        }

        var upper = Array.FindIndex(nodes, node => node >= known);
        if (upper <= 0)
        {
            block[upper == 0 ? 0 : nodes.Length - 1] = 1;
            return;
        }

        var share = (float)((known - nodes[upper - 1]) / (nodes[upper] - nodes[upper - 1]));
        block[upper - 1] = 1 - share;
        block[upper] = share;
        block[nodes.Length] = MathF.Sqrt(Math.Max(0, 1 - share * share - (1 - share) * (1 - share)));
    }

    /// <summary>A wish: how well each value suits, and what a package of unknown value gets.</summary>
    public float[] Wish(Func<int, double> atNode, double unknown, int dimensions)
    {
        var block = new float[dimensions];
        for (var i = 0; i < nodes.Length; i++)
        {
            block[i] = (float)atNode(i);
        }

        block[^1] = (float)unknown;
        return block;
    }
}
