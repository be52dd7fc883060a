using System.Runtime.Intrinsics;

namespace TravelBuddy.Ranking;

/// <summary>The width of the instructions that inner products are computed with. All of them give the same bits.</summary>
public enum RankingKernel
{
    /// <summary>No vector instructions.</summary>
    Scalar,

    /// <summary>128 bits: SSE2, Arm AdvSimd, WebAssembly.</summary>
    Vector128,

    /// <summary>256 bits: AVX, AVX2.</summary>
    Vector256,

    /// <summary>512 bits: AVX-512.</summary>
    Vector512,
}

/// <summary>Which kernel this process uses: the widest the machine is fast with, or the one that was forced.</summary>
public static class RankingKernels
{
    private static volatile int inUse = (int)Widest();

    /// <summary>The kernel of the searches that start from now on, in the whole process. Setting it forces one, for tests and measurements.</summary>
    /// <exception cref="PlatformNotSupportedException">This machine does not accelerate that kernel.</exception>
    public static RankingKernel InUse
    {
        get => (RankingKernel)inUse;
        set => inUse = IsSupported(value)
            ? (int)value
            : throw new PlatformNotSupportedException($"This machine does not accelerate the kernel {value}.");
    }

    /// <summary>Whether this machine accelerates a kernel; <see cref="RankingKernel.Scalar"/> always works.</summary>
    public static bool IsSupported(RankingKernel kernel) => kernel switch
    {
        RankingKernel.Scalar => true,
        RankingKernel.Vector128 => Vector128.IsHardwareAccelerated,
        RankingKernel.Vector256 => Vector256.IsHardwareAccelerated,
        RankingKernel.Vector512 => Vector512.IsHardwareAccelerated,
        _ => false,
    };

    private static RankingKernel Widest() =>
        // False on processors that slow down under 512-bit instructions, so that those stay with 256.
        IsSupported(RankingKernel.Vector512) ? RankingKernel.Vector512
        : IsSupported(RankingKernel.Vector256) ? RankingKernel.Vector256
        : IsSupported(RankingKernel.Vector128) ? RankingKernel.Vector128
        : RankingKernel.Scalar;
}
