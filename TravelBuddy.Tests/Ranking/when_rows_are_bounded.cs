using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TravelBuddy.Ranking;
using TravelBuddy.Ranking.Pruning;

namespace TravelBuddy.Tests.Ranking;

/// <summary>A bound that is too low by anything loses rows; only then would a search be wrong, and rarely.</summary>
public sealed class when_rows_are_bounded
{
    private const int Rows = 120;

    /// <summary>Sizes of rows and of queries, up to the longest that are bounded at all.</summary>
    public static TheoryData<int, float, float> Sizes => new(
        from length in (int[])[1, 3, 32, 33, 100, 1000]
        from row in (float[])[1, 1e-3f, 1e7f, 1e-18f, 1e-30f, 1e-43f]
        from query in (float[])[1, 1e7f, 1e-30f]
        select (length, row, query));

    [Theory, MemberData(nameof(Sizes))]
    public void rings_are_never_below_any_of_their_rows(int length, float rowSize, float querySize)
    {
        var samples = new RankingSamples(length);
        var layout = new BlockLayout(("before", 3), ("bounded", length));
        var block = layout.Blocks[1];
        var rows = Sized(samples.Clustered(layout, Rows), rowSize);
        foreach (var most in (int[])[1, 3, 15])
        {
            var units = ClusterTraining.Directions(Blocks(rows, layout, block), length, most);
            var codes = new ushort[Rows];
            var rings = BlockRings.Of(units, rows, layout.Dimensions, block, codes, threads: 1);
            foreach (var vectors in Queries(samples, rows, layout, block, units, querySize, rowSize))
            {
                var term = Term(layout, vectors);
                var (adds, vector, products) = (new float[rings.Codes], new float[length], new float[rings.Room]);
                rings.MostOf(in term, adds, vector, products);
                for (var row = 0; row < Rows; row++)
                {
                    var exact = term.Weight * (vectors.Max(v => Product(v, Block(rows, layout, block, row))) + 1) / 2;
                    if (!(adds[codes[row]] >= exact))
                    {
                        TooLow(adds[codes[row]], exact, $"row {row}, {most} directions");
                    }
                }
            }
        }
    }

    [Theory, MemberData(nameof(Sizes))]
    public void copies_in_4_and_in_8_bits_are_never_below_the_exact_product(int length, float rowSize, float querySize)
    {
        var samples = new RankingSamples(length + 1);
        var layout = new BlockLayout(("before", 3), ("bounded", length));
        var block = layout.Blocks[1];
        var rows = Sized(samples.Clustered(layout, Rows), rowSize);
        Hard(Block(rows, layout, block, 0), rowSize);
        var (small, grouped) = (new SmallRows(layout, Rows), new GroupedRows(layout, Rows));
        var longest = 0.0;
        for (var row = 0; row < Rows; row++)
        {
            small.Take(layout, rows.AsSpan(row * layout.Dimensions, layout.Dimensions), row);
            grouped.Take(layout, rows.AsSpan(row * layout.Dimensions, layout.Dimensions), row);
            longest = Math.Max(longest, Lengths.Of(Block(rows, layout, block, row)));
        }

        var read = new SmallTerm();
        var products = new int[GroupedRows.Together];
        foreach (var vectors in Queries(samples, rows, layout, block, [], querySize, rowSize))
        {
            read.Read(Term(layout, vectors), longest);
            for (var alternative = 0; alternative < vectors.Length; alternative++)
            {
                ref readonly var numbers = ref read.Numbers[alternative * read.Width];
                ref readonly var parts = ref read.Alternative(alternative);
                for (var row = 0; row < Rows; row++)
                {
                    var exact = Product(vectors[alternative], Block(rows, layout, block, row));
                    var (group, place) = Math.DivRem(row, GroupedRows.Together);
                    ref var scales = ref grouped.Scale(group, 1);
                    ScalarGroupInnerProducts.Of(in grouped.Group(group, 1), in numbers, read.Width, parts.Start, ref products[0]);
                    var in4 = parts.Most(
                        Vector256.Create(products[place]), Vector256.Create(Unsafe.Add(ref scales, place)), Vector256.Create(Unsafe.Add(ref scales, GroupedRows.Together + place)));
                    var in8 = parts.MostOfSmall(
                        Vector128.Create(ScalarByteInnerProduct.Of(in small.Block(row, 1), in numbers, read.Width)), Vector128.Create(GroupedRows.ScaleAt(ref scales, place)), Vector128.Create(small.Rounded(1)[row]));

                    if (!(in4[0] >= exact && in8[0] >= exact))
                    {
                        TooLow(Math.Min(in4[0], in8[0]), exact, $"row {row} in {(in4[0] >= exact ? 8 : 4)} bits");
                    }
                }
            }
        }
    }

    /// <summary>Apart from the comparison, for a message made for each of millions of rows takes most of the time.</summary>
    private static void TooLow(double bound, double exact, string where) => bound.ShouldBeGreaterThanOrEqualTo(exact, where);

    /// <summary>Sets of alternatives: any, some of the rows (a ring of one row is then bounded by its very product), what lies against them, directions, nothing, and what 8 bits round off.</summary>
    private static IEnumerable<float[][]> Queries(RankingSamples samples, float[] rows, BlockLayout layout, Block block, float[] units, float size, float rowSize)
    {
        for (var i = 0; i < 10; i++)
        {
            var row = Sized(Block(rows, layout, block, i * 7).ToArray(), size / rowSize);
            yield return [Sized(samples.Vector(block.Length), size)];
            yield return [row];
            yield return [Sized(row, -1)];
            yield return [row, Sized(samples.Vector(block.Length), size), Sized(samples.Vector(block.Length), size)];
        }

        for (var at = 0; at < units.Length; at += block.Length)
        {
            // Along a direction, and so near it that float32 does not see what is left; of that, what lies along a row.
            var unit = units[at..(at + block.Length)];
            yield return [Sized(unit, size)];
            for (var row = 0; row < Rows; row += 3)
            {
                var beside = Sized(Block(rows, layout, block, row).ToArray(), 1 / rowSize);
                var along = (float)Product(unit, beside);
                yield return [[.. unit.Zip(beside, (u, x) => (u + 3e-4f * (x - along * u)) * size)]];
            }
        }

        var hard = new float[block.Length];
        Hard(hard, size);
        hard[0] = 0;
        yield return [hard];
        yield return [new float[block.Length]];
    }

    /// <summary>The worst for few bits: beside one large number, all others are rounded to 0.</summary>
    private static void Hard(Span<float> vector, float size)
    {
        vector.Fill(.49f / 127 * size);
        vector[0] = size;
    }

    private static QueryTerm Term(BlockLayout layout, float[][] vectors)
    {
        var query = new RankingQuery(layout, [.7, .3]);
        query.AddAlternative(0, [1, 2, 3]);
        foreach (var vector in vectors)
        {
            query.AddAlternative(1, vector);
        }

        return query.Terms[1];
    }

    private static double Product(float[] vector, ReadOnlySpan<float> row)
    {
        var sum = 0.0;
        for (var i = 0; i < vector.Length; i++)
        {
            sum += (double)vector[i] * row[i];
        }

        return sum;
    }

    private static Span<float> Block(float[] rows, BlockLayout layout, Block block, int row) => rows.AsSpan(row * layout.Dimensions + block.Offset, block.Length);

    private static float[] Blocks(float[] rows, BlockLayout layout, Block block) =>
        [.. Enumerable.Range(0, Rows).SelectMany(row => Block(rows, layout, block, row).ToArray())];

    private static float[] Sized(float[] values, float size) => Array.ConvertAll(values, value => float.IsFinite(value * size) ? value * size : 0);
}
