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

        if (args is ["packages", var data, var count, var file])
        {
            using var output = new StreamWriter(file);
            Load.PackageGenerator.Write(data, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), seed: 1, output);
            return 0;
        }

        if (args is ["load", .. var addresses])
        {
            return Load.LoadCommand.RunAsync(addresses, Console.Out).GetAwaiter().GetResult();
        }

        if (args is ["webhooks", .. var webhooks])
        {
            return Webhooks.WebhooksCommand.RunAsync(webhooks, Console.Out, Console.Error).GetAwaiter().GetResult();
        }

        if (args is ["stays", .. var stays])
        {
            return Stays.StaysCommand.RunAsync(stays, Console.Out, Console.Error).GetAwaiter().GetResult();
        }

        if (args is ["search-table", var readme])
        {
            return Search.SearchTable.Run(readme, Console.Error);
        }

        if (args is ["growth", var growing])
        {
            return Search.GrowthTable.Run(growing, Console.Error);
        }

        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
    }
}
