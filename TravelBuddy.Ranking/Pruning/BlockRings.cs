using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using TravelBuddy.Ranking.Rows;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>
/// One block of all rows by where it lies: around which of some directions, and in which ring around it. From a ring's bounds follows the most that the
/// inner product of any of its rows with a query can be.
/// <para>With <c>x = a·ĉ + r</c> and <c>q = α·ĉ + s</c>, <c>s</c> at right angles to the unit vector <c>ĉ</c>: <c>q·x ≤ α·a + |s|·|r|</c> (Cauchy and Schwarz on
/// what is left of both), where <c>a</c> and <c>|r|</c> are within the ring's bounds.</para>
/// <para>Computed in float32, a product of d numbers is off by at most <c>γ·|q|·|x|</c> with <c>γ = d·u</c>, <c>u = 2^-24</c>, in any order of summation (Higham, Accuracy
/// and Stability of Numerical Algorithms, 2002, section 3.1), and <c>|ĉ|²</c> is within <c>δ</c> of 1. Then <c>ĉ</c> and what is left are not quite at right angles:
/// <c>q·x</c> exceeds the bound by at most <c>(2γ + 3δ)·|q|·|x|</c> and <c>|s|²</c> exceeds <c>|q|² - α²</c> by at most <c>(2γ + δ)·|q|²</c>, which counts where a query
/// lies along a direction. Both are added.</para>
/// </summary>
internal sealed class BlockRings
{
    /// <summary>Rings around each direction, equally many rows in each; as many as a register has numbers.</summary>
    public const int PerDirection = 8;

    // 2^-23, twice what rounding to float32 changes at most, as a share.
    private const float Twice = 1.1920929e-7f;

    // Above what the last steps lose of (1 + similarity), and what numbers lose that are too small for float32.
    private const float Least = 1e-6f;

    private readonly NearestCenters directions;
    private readonly float[] least;
    private readonly float[] most;
    private readonly float[] widest;
    private readonly float product;
    private readonly float square;

    private BlockRings(float[] centers, int length)
    {
        (directions, var uneven) = (new NearestCenters(centers, length), Uneven(centers, length));
        var gamma = (directions.Length + 8) * Twice;
        // |x| is at most twice the larger of a and |r|; each of these is off by γ·|x| too.
        (product, square) = (8 * gamma + 8 * uneven, 2 * gamma + 2 * uneven);
        least = new float[directions.Count * PerDirection];
        most = new float[least.Length];
        widest = new float[least.Length];
        Array.Fill(least, float.PositiveInfinity);
        Array.Fill(most, float.NegativeInfinity);
    }

    /// <summary>Number of codes: rings of all directions.</summary>
    public int Codes => least.Length;

    public int Directions => directions.Count;

    /// <summary>How much of the rows lies along their directions, from 0 (as good as none) to 1 (all): how much rings can rule out.</summary>
    public double Tightness { get; private set; }

    public long Bytes => Memory(directions.Count, directions.Length);

    /// <summary>Room for the products of a query with the directions.</summary>
    public int Room => directions.Room;

    /// <summary>Bytes that so many directions of this length take.</summary>
    public static long Memory(int directions, int length) =>
        ((long)NearestCenters.Padded(directions) * length + 3L * directions * PerDirection) * sizeof(float);

    /// <summary>Writes the parts of a file that <see cref="Read"/> reads.</summary>
    public void Write(IndexFile.PartWriter file, string name)
    {
        file.Write<float>($"{name}.centers", directions.Centers());
        file.Write<float>($"{name}.least", least);
        file.Write<float>($"{name}.most", most);
        file.Write<float>($"{name}.widest", widest);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static BlockRings Read(IndexFile.PartReader file, string name, int length)
    {
        var rings = new BlockRings(file.ReadWhole<float>($"{name}.centers", length), length);
        file.ReadInto<float>($"{name}.least", rings.least);
        file.ReadInto<float>($"{name}.most", rings.most);
        file.ReadInto<float>($"{name}.widest", rings.widest);
        return rings;
    }

    /// <summary>Puts every row into a ring.</summary>
    /// <param name="centers">Unit vectors.</param>
    /// <param name="rows">All rows.</param>
    /// <param name="dimensions">Length of a row.</param>
    /// <param name="block">Which part of a row.</param>
    /// <param name="codes">Receives the ring of each row: direction times <see cref="PerDirection"/> and the ring.</param>
    /// <param name="threads">How many threads may work.</param>
    public static BlockRings Of(float[] centers, ReadOnlyMemory<float> rows, int dimensions, Block block, ushort[] codes, int threads)
    {
        const int Piece = 4096;
        var count = codes.Length;
        var rings = new BlockRings(centers, block.Length);
        var (nearest, along, aside) = (new int[count], new float[count], new float[count]);
        Parallel.For(0, (count + Piece - 1) / Piece, new ParallelOptions { MaxDegreeOfParallelism = threads }, piece =>
        {
            var (from, some) = (piece * Piece, Math.Min(Piece, count - piece * Piece));
            var part = rows.Span[(int)((long)from * dimensions + block.Offset)..];
            rings.directions.Assign(part, dimensions, nearest.AsSpan(from, some), along.AsSpan(from, some));
            Span<float> left = new float[block.Length];
            for (var i = 0; i < some; i++)
            {
                TensorPrimitives.MultiplyAdd(centers.AsSpan(nearest[from + i] * block.Length, block.Length), -along[from + i], part.Slice(i * dimensions, block.Length), left);
                aside[from + i] = TensorPrimitives.Norm<float>(left);
            }
        });

        var (sum, left) = (TensorPrimitives.SumOfSquares<float>(along), TensorPrimitives.SumOfSquares<float>(aside));
        rings.Tightness = sum > 0 ? 1 - Math.Sqrt(left / (sum + left)) : 0;
        var starts = new int[rings.directions.Count + 1];
        foreach (var direction in nearest)
        {
            starts[direction + 1]++;
        }

        for (var d = 0; d < rings.directions.Count; d++)
        {
            starts[d + 1] += starts[d];
        }

        var (order, distances, next) = (new int[count], new float[count], starts[..^1]);
        for (var row = 0; row < count; row++)
        {
            var at = next[nearest[row]]++;
            (order[at], distances[at]) = (row, aside[row]);
        }

        Parallel.For(0, rings.directions.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, direction =>
        {
            var (from, some) = (starts[direction], starts[direction + 1] - starts[direction]);
            Array.Sort(distances, order, from, some);
            for (var i = 0; i < some; i++)
            {
                var row = order[from + i];
                var code = direction * PerDirection + (int)((long)i * PerDirection / some);
                codes[row] = (ushort)code;
                rings.Take(code, along[row], aside[row]);
            }
        });
        rings.Close();
        return rings;
    }

    /// <summary>The most that each ring's rows can add to a score.</summary>
    /// <param name="term">The query's alternatives for the block.</param>
    /// <param name="adds">Receives one bound per code.</param>
    /// <param name="vector">Room for one alternative.</param>
    /// <param name="products">Room for <see cref="Room"/> products.</param>
    public void MostOf(in QueryTerm term, Span<float> adds, Span<float> vector, Span<float> products)
    {
        adds.Fill(float.NegativeInfinity);
        for (var vectorAt = 0; vectorAt < term.Vectors.Length; vectorAt += term.Length)
        {
            var norm = 0.0;
            for (var i = 0; i < term.Length; i++)
            {
                vector[i] = (float)term.Vectors[vectorAt + i];
                norm += term.Vectors[vectorAt + i] * term.Vectors[vectorAt + i];
            }

            directions.Products(vector[..term.Length], products);
            for (var direction = 0; direction < directions.Count; direction++)
            {
                var a = products[direction];
                var s = (float)Math.Sqrt(Math.Max(0, norm - (double)a * a) + norm * square);
                var at = (nuint)(direction * PerDirection);
                var along = Vector256.Max(Vector256.LoadUnsafe(ref least[0], at) * a, Vector256.LoadUnsafe(ref most[0], at) * a);
                var bound = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref widest[0], at), Vector256.Create(s), along);
                Vector256.Max(bound, Vector256.LoadUnsafe(ref adds[0], at)).StoreUnsafe(ref adds[0], at);
            }
        }

        var (slack, half) = ((float)term.Longest * product, (float)term.Weight * .5f);
        for (nuint code = 0; code < (nuint)adds.Length; code += PerDirection)
        {
            var along = Vector256.Max(Vector256.Abs(Vector256.LoadUnsafe(ref least[0], code)), Vector256.Abs(Vector256.LoadUnsafe(ref most[0], code)));
            var size = Vector256.Max(along, Vector256.LoadUnsafe(ref widest[0], code));
            var similarity = Vector256.LoadUnsafe(ref adds[0], code) + size * slack;
            ((similarity + Vector256.Create(1 + Least)) * half).StoreUnsafe(ref adds[0], code);
        }
    }

    /// <summary>How far the square of any direction's length is from 1.</summary>
    private static float Uneven(float[] centers, int length)
    {
        var most = 0.0;
        for (var at = 0; at < centers.Length; at += length)
        {
            var norm = Lengths.Of(centers.AsSpan(at, length));
            most = Math.Max(most, Math.Abs(norm * norm - 1));
        }

        return (float)most + Twice;
    }

    /// <summary>Rings that no row lies in get bounds that stand in nobody's way.</summary>
    private void Close()
    {
        for (var code = 0; code < least.Length; code++)
        {
            if (least[code] > most[code])
            {
                (least[code], most[code]) = (0, 0);
            }
        }
    }

    private void Take(int code, float a, float r)
    {
        least[code] = Math.Min(least[code], a);
        most[code] = Math.Max(most[code], a);
        widest[code] = Math.Max(widest[code], r);
    }
}
