using System.Numerics.Tensors;

namespace TravelBuddy.Ranking;

internal static class FiniteCheck
{
    /// <summary>Index of the first NaN or infinity, or -1.</summary>
    public static int FirstOffender(ReadOnlySpan<float> values)
    {
        // Of no values at all, IsFiniteAll says false.
        if (values.IsEmpty || TensorPrimitives.IsFiniteAll(values))
        {
            return -1;
        }

        var index = 0;
        while (float.IsFinite(values[index]))
        {
            index++;
        }

        return index;
    }
}
