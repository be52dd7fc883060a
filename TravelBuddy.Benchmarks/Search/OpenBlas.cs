using System.Runtime.InteropServices;

namespace TravelBuddy.Benchmarks.Search;

/// <summary>The matrix-vector product of the distribution's OpenBLAS (package libopenblas0), on as many threads as the machine has processors.</summary>
internal static unsafe partial class OpenBlas
{
    private const string Library = "libopenblas.so.0";
    private const int RowMajor = 101;
    private const int AsItIs = 111;

    /// <summary>Whether the library is installed.</summary>
    public static bool IsThere { get; } = NativeLibrary.TryLoad(Library, out _);

    /// <summary><c>products = rows · query</c>.</summary>
    public static void Multiply(float[] rows, float[] query, float[] products)
    {
        fixed (float* a = rows, x = query, y = products)
        {
            Sgemv(RowMajor, AsItIs, products.Length, query.Length, 1, a, query.Length, x, 1, 0, y, 1);
        }
    }

    [LibraryImport(Library, EntryPoint = "cblas_sgemv")]
    private static partial void Sgemv(int order, int transpose, int rows, int columns, float alpha, float* a, int lda, float* x, int incx, float beta, float* y, int incy);
}
