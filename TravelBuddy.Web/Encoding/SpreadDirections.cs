using System.Runtime.CompilerServices;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// Moves unit vectors so that their inner products come near to given ones: a few sweeps of gradient descent, back to unit length after each, in the manner of
/// Tropp, Dhillon, Heath and Strohmer, "Designing structured tight frames via an alternating projection method", IEEE Transactions on Information Theory 2005.
/// More vectors than dimensions cannot all be apart; spread out, each pair is off by a little where random directions leave some pairs off by much.
/// </summary>
internal static class SpreadDirections
{
    private const int Sweeps = 16;

    /// <summary>How much more a pair that is to be alike weighs than one that is to be apart: there are few of them.</summary>
    private const float Likeness = 10;

    /// <param name="directions">Unit vectors of one length, changed in place.</param>
    /// <param name="wanted">The inner products to come near to: row i holds those with the vectors before i.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Spread(float[][] directions, float[][] wanted)
    {
        if (directions.Length < 2)
        {
            return;
        }

        var rate = .06f * Math.Min(1, 2.5f * directions[0].Length / directions.Length);
        var steps = directions.Select(direction => new float[direction.Length]).ToArray();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var i = 0; i < directions.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var off = (EarlyTensors.Dot<float>(directions[i], directions[j]) - wanted[i][j]) * (1 + Likeness * MathF.Abs(wanted[i][j]));
                    EarlyTensors.Add(directions[j], off, steps[i]);
                    EarlyTensors.Add(directions[i], off, steps[j]);
                }
            }

            for (var i = 0; i < directions.Length; i++)
            {
                EarlyTensors.Add(steps[i], -rate, directions[i]);
                HashedText.Normalise(directions[i]);
                Array.Clear(steps[i]);
            }
        }
    }
}
