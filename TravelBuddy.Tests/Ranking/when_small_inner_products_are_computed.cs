using System.Runtime.InteropServices;
using TravelBuddy.Ranking.Pruning;

namespace TravelBuddy.Tests.Ranking;

public sealed class when_small_inner_products_are_computed
{
    private delegate int[] OfFour(sbyte[][] rows, sbyte[] query);

    private delegate int[] OfGroup(byte[] group, sbyte[] query, int start);

    private static readonly Dictionary<string, (OfFour OfFour, OfGroup OfGroup)> Kernels = new()
    {
        ["scalar"] = (Four<ScalarByteInnerProduct>, Group<ScalarGroupInnerProducts>),
        ["128"] = (Four<Vector128ByteInnerProduct>, Group<Vector128GroupInnerProducts>),
        ["256"] = (Four<Vector256ByteInnerProduct>, Group<Vector256GroupInnerProducts>),
        ["512"] = (Four<Vector512ByteInnerProduct>, Group<Vector512GroupInnerProducts>),
    };

    public static TheoryData<string> Names => [.. Kernels.Keys];

    [Theory, MemberData(nameof(Names))]
    public void those_of_four_rows_are_exact(string name)
    {
        var random = new Random(3);
        for (var length = 0; length <= 1024; length += ByteProducts.Step)
        {
            var rows = Enumerable.Range(0, 4).Select(_ => Numbers(random, length)).ToArray();
            var query = Numbers(random, length);

            Kernels[name].OfFour(rows, query).ShouldBe(rows.Select(row => row.Zip(query, (a, b) => a * b).Sum()), $"length {length}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void those_of_a_group_are_exact(string name)
    {
        var random = new Random(4);
        for (var width = ByteProducts.Step; width <= 1024; width += ByteProducts.Step)
        {
            var group = new byte[width * GroupedRows.Together / 2];
            random.NextBytes(group);
            var query = Numbers(random, width);
            var start = random.Next(-100_000, 100_000);

            var expected = Enumerable.Range(0, GroupedRows.Together)
                .Select(row => start + Enumerable.Range(0, width).Sum(d => GroupedRows.Number(ref group[0], row, d) * query[d]));

            Kernels[name].OfGroup(group, query, start).ShouldBe(expected, $"width {width}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void the_longest_block_of_the_largest_numbers_does_not_overflow(string name)
    {
        const int Length = ByteProducts.LongestBlock;
        var row = Enumerable.Repeat((sbyte)-ByteProducts.Largest, Length).ToArray();
        var query = Enumerable.Repeat((sbyte)ByteProducts.Largest, Length).ToArray();
        var group = Enumerable.Repeat((byte)0xFF, Length * GroupedRows.Together / 2).ToArray();

        Kernels[name].OfFour([row, row, row, row], query).ShouldAllBe(product => product == -ByteProducts.Largest * ByteProducts.Largest * Length);
        Kernels[name].OfGroup(group, query, 0).ShouldAllBe(product => product == 15 * ByteProducts.Largest * Length);
    }

    private static sbyte[] Numbers(Random random, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-ByteProducts.Largest, ByteProducts.Largest + 1))];

    private static int[] Four<TKernel>(sbyte[][] rows, sbyte[] query)
        where TKernel : struct, IByteInnerProduct
    {
        var products = TKernel.OfFour(in First(rows[0]), in First(rows[1]), in First(rows[2]), in First(rows[3]), in First(query), query.Length);
        return [products[0], products[1], products[2], products[3]];
    }

    private static int[] Group<TKernel>(byte[] group, sbyte[] query, int start)
        where TKernel : struct, IGroupInnerProducts
    {
        var products = new int[GroupedRows.Together];
        TKernel.Of(in First(group), in First(query), query.Length, start, ref products[0]);
        return products;
    }

    private static ref T First<T>(T[] values) => ref MemoryMarshal.GetArrayDataReference(values);
}
