using System.Buffers.Binary;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations.Candidates;

/// <summary>Halves as PostgreSQL sends them.</summary>
internal static class StoredHalves
{
    public static void Read(ReadOnlySpan<byte> bigEndian, Span<float> into)
    {
        Span<short> native = stackalloc short[VectorLayout.Dimensions];
        BinaryPrimitives.ReverseEndianness(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(bigEndian)[..native.Length], native);
        System.Numerics.Tensors.TensorPrimitives.ConvertToSingle(System.Runtime.InteropServices.MemoryMarshal.Cast<short, Half>(native), into);
    }
}
