using System.Numerics;
using System.Runtime.InteropServices;

namespace TravelBuddy.Benchmarks.Search;

/// <summary>Reads numbers and does as little as can be with them: what the memory gives, for a scan to be held against.</summary>
internal static class MemoryRead
{
    // Processors fetch ahead along several streams at once; one alone leaves some of what the memory could give.
    private const int Streams = 4;

    /// <summary>The sum of all numbers but the few left over from whole vectors in four streams.</summary>
    public static float Sum(ReadOnlySpan<float> numbers)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(numbers);
        var length = vectors.Length / Streams;
        var (first, second, third, fourth) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        for (var i = 0; i < length; i++)
        {
            first += vectors[i];
            second += vectors[length + i];
            third += vectors[2 * length + i];
            fourth += vectors[3 * length + i];
        }

        return Vector.Sum(first + second + third + fourth);
    }
}
