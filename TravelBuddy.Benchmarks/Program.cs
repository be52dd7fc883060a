using BenchmarkDotNet.Running;

namespace TravelBuddy.Benchmarks;

internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is ["compare", .. var rest])
        {
            return CompareCommand.Run(rest, Console.Out, Console.Error);
        }

        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
    }
}
