using TravelBuddy.Ranking;
using TravelBuddy.Ranking.Pruning;

namespace TravelBuddy.Tests.Ranking;

public sealed class when_small_inner_products_are_computed
{
    private delegate int Kernel(ReadOnlySpan<sbyte> row, ReadOnlySpan<short> query);

    private static readonly Dictionary<string, Kernel> Kernels = new()
    {
        ["scalar"] = Of<ScalarByteInnerProduct>,
        ["128"] = Of<Vector128ByteInnerProduct>,
        ["256"] = Of<Vector256ByteInnerProduct>,
        ["512"] = Of<Vector512ByteInnerProduct>,
    };

    public static TheoryData<string> Names => [.. Kernels.Keys];

    [Theory, MemberData(nameof(Names))]
    public void every_kernel_is_exact(string name)
    {
        var random = new Random(3);
        for (var length = 0; length <= 1024; length += ByteProducts.Step)
        {
            var row = Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-127, 128)).ToArray();
            var query = Enumerable.Range(0, length).Select(_ => (short)random.Next(-ByteProducts.LargestOfQuery, ByteProducts.LargestOfQuery + 1)).ToArray();

            Kernels[name](row, query).ShouldBe(row.Zip(query, (a, b) => a * b).Sum(), $"length {length}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void the_longest_block_of_the_largest_numbers_does_not_overflow(string name)
    {
        var row = Enumerable.Repeat((sbyte)-127, ByteProducts.LongestBlock).ToArray();
        var query = Enumerable.Repeat((short)ByteProducts.LargestOfQuery, ByteProducts.LongestBlock).ToArray();

        ((long)Kernels[name](row, query)).ShouldBe(-127L * ByteProducts.LargestOfQuery * ByteProducts.LongestBlock);
    }

    private static int Of<TKernel>(ReadOnlySpan<sbyte> row, ReadOnlySpan<short> query)
        where TKernel : struct, IByteInnerProduct =>
        TKernel.Of(in System.Runtime.InteropServices.MemoryMarshal.GetReference(row), in System.Runtime.InteropServices.MemoryMarshal.GetReference(query), row.Length);
}
