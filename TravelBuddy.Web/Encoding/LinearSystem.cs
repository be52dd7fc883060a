namespace TravelBuddy.Web.Encoding;

/// <summary>Cholesky factorisation of a symmetric positive definite matrix, for solving small systems again and again.</summary>
public sealed class LinearSystem
{
    private readonly double[][] _lower;

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
    }

    /// <summary>Replaces the right-hand side by the solution.</summary>
    public void Solve(Span<double> values)
    {
        for (var i = 0; i < _lower.Length; i++)
        {
            for (var k = 0; k < i; k++)
            {
                values[i] -= _lower[i][k] * values[k];
            }

            values[i] /= _lower[i][i];
        }

        for (var i = _lower.Length - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < _lower.Length; k++)
            {
                values[i] -= _lower[k][i] * values[k];
            }

            values[i] /= _lower[i][i];
        }
    }
}
