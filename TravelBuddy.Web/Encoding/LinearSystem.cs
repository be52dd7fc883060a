using System.Numerics.Tensors;

namespace TravelBuddy.Web.Encoding;

/// <summary>Cholesky factorisation of a symmetric positive definite matrix, for solving small systems again and again.</summary>
public sealed class LinearSystem
{
    private readonly double[][] _lower;

    // The same by columns: memory is read in order both ways.
    private readonly double[][] _upper;

    /// <param name="matrix">Symmetric positive definite; only the lower triangle is read. It is overwritten.</param>
    public LinearSystem(double[][] matrix)
    {
        for (var i = 0; i < matrix.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i][j];
                for (var k = 0; k < j; k++)
                {
                    sum -= matrix[i][k] * matrix[j][k];
                }

                matrix[i][j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / matrix[j][j];
            }
        }

        _lower = matrix;
        _upper = [.. Enumerable.Range(0, matrix.Length).Select(i => Enumerable.Range(0, matrix.Length).Select(k => k < i ? 0 : matrix[k][i]).ToArray())];
    }

    /// <summary>Replaces the right-hand side by the solution.</summary>
    public void Solve(Span<double> values)
    {
        for (var i = 0; i < _lower.Length; i++)
        {
            values[i] = (values[i] - TensorPrimitives.Dot<double>(_lower[i].AsSpan(0, i), values[..i])) / _lower[i][i];
        }

        for (var i = _upper.Length - 1; i >= 0; i--)
        {
            values[i] = (values[i] - TensorPrimitives.Dot<double>(_upper[i].AsSpan(i + 1), values[(i + 1)..])) / _upper[i][i];
        }
    }
}
