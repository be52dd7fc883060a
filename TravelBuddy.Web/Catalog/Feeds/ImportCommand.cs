using JasperFx.CommandLine;
using Microsoft.Extensions.Hosting;
using Wolverine;

namespace TravelBuddy.Web.Catalog.Feeds;

/// <summary>What <c>import</c> is given.</summary>
public sealed class ImportInput : NetCoreInput
{
    [Description("The feed's file")]
    public string File { get; set; } = "";

    [Description("The provider's name, for feeds that do not say it; it overrides what records say")]
    public string? ProviderFlag { get; set; }

    [Description("The feed's format")]
    public string FormatFlag { get; set; } = "jsonl";
}

/// <summary><c>import FILE [--provider NAME] [--format jsonl]</c>: brings a feed into the catalogue, has it encoded and prints the report. Exit code 1 if the file could not be read or every record was refused.</summary>
[Description("Bring a provider's feed into the catalogue", Name = "import")]
public sealed class ImportCommand : JasperFxAsyncCommand<ImportInput>
{
    public override async Task<bool> Execute(ImportInput input)
    {
        if (!FeedImport.Formats.Contains(input.FormatFlag))
        {
            Console.Error.WriteLine($"--format {input.FormatFlag} is not read by this version; it reads: {string.Join(", ", FeedImport.Formats)}.");
            return false;
        }

        if (!File.Exists(input.File))
        {
            Console.Error.WriteLine($"There is no file {input.File}.");
            return false;
        }

        using var host = input.BuildHost();
        await host.StartAsync();
        using var lines = new StreamReader(input.File);
        var report = await host.Services.GetRequiredService<FeedImport>()
            .ImportAsync(lines, new FeedSource(Path.GetFileName(input.File), input.FormatFlag, input.ProviderFlag), CancellationToken.None);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync(new CatalogChanged(report.CatalogVersion), timeout: TimeSpan.FromHours(1));
        }

        foreach (var line in report.Lines)
        {
            Console.WriteLine($"line {line.Line}{(line.PackageId is null ? "" : $" ({line.PackageId})")}: {(line.Refused ? "REFUSED: " : "")}{line.Message}");
        }

        Console.WriteLine($"{report.Source}: {report.Read} read, {report.Added} added, {report.Changed} changed, {report.Unchanged} unchanged, {report.Repeated} repeated, {report.Refused} refused. Catalogue version {report.CatalogVersion}.");
        foreach (var (count, lack) in new[]
        {
            (report.WithoutProvider, $"name no provider; travellers see \"{PackageFactory.UnknownProvider}\". Give it in the feed or with --provider."),
            (report.Bare, "say neither where they go, nor how long they take, nor what they cost; they come after all others."),
            (report.Unbookable, "have neither booking_url nor contact_email nor contact_phone; nobody can book them."),
        })
        {
            if (count > 0)
            {
                Console.WriteLine($"  {count} of the packages {lack}");
            }
        }

        await host.StopAsync();
        return report.Read == 0 || report.Refused < report.Read;
    }
}
