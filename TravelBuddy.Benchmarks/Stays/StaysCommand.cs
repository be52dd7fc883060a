using System.Globalization;
using TravelBuddy.Benchmarks.Webhooks;

namespace TravelBuddy.Benchmarks.Stays;

/// <summary>
/// <c>stays</c>: how long a traveller waits for places to stay where the search engine and the language model never answer: the Release build in a process of its own, with a database of its own and the
/// sample directory, asked by its web form, one traveller after the other. Prints the median and the 99th percentile.
/// </summary>
internal static class StaysCommand
{
    /// <summary>The first searches of a process compile what they use; they are told apart.</summary>
    private const int WarmUp = 5;

    /// <summary>Seconds until the first houses are in the page.</summary>
    private const double Target = 2;

    private static readonly string[] Texts =
    [
        "quiet homestay in {0}, under 50 dollars a night", "homestay ở {0} có hồ bơi, dưới 800k một đêm", "hotel in {0} with breakfast and someone at the desk at midnight", "khach san o {0} gan bien, yen tinh", "no party hostels in {0}, 2 adults and a child",
        "somewhere in {0} with a place to rinse the gear",
    ];

    private static readonly string[] Places = ["Hội An", "Đà Lạt", "Huế", "Sa Pa", "Nha Trang", "Phú Quốc", "Hà Nội", "Đà Nẵng", "Mũi Né", "Ninh Bình"];

    /// <returns>Exit code: 0, 1 if the first houses came too late or not at all, 2 for arguments that are none.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter progress)
    {
        var (searches, build) = (60, Path.Combine(Repository.Root(), "TravelBuddy.Web", "bin", "Release", "net10.0"));
        for (var i = 0; i < args.Length; i += 2)
        {
            switch (args[i..Math.Min(i + 2, args.Length)])
            {
                case ["--searches", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out searches) && searches > 0:
                    break;
                case ["--app", var folder]:
                    build = folder;
                    break;
                default:
                    await progress.WriteLineAsync("Usage: stays [--searches 60] [--app FOLDER-OF-THE-RELEASE-BUILD]");
                    return 2;
            }
        }

        if (!File.Exists(Path.Combine(build, "TravelBuddy.Web.dll")))
        {
            await progress.WriteLineAsync($"There is no Release build in {build}; scripts/setup makes it.");
            return 2;
        }

        using var silence = new SilentServer();
        await progress.WriteLineAsync("· Making a database, starting the app …");
        await using var app = await ScratchApp.StartAsync(build, [("Search__Provider", "SearXNG"), ("Search__BaseUrl", silence.Address), ("Llm__BaseUrl", silence.Address), ("Llm__Model", "silent"), ("Llm__ApiKey", "none")]);
        var figures = new List<SeekerFigures>();
        for (var i = -WarmUp; i < searches; i++)
        {
            using var seeker = new StaySeeker(app.BaseUrl);
            var took = await seeker.SeekAsync(string.Format(CultureInfo.InvariantCulture, Texts[(i + WarmUp) % Texts.Length], Places[(i + WarmUp) % Places.Length]));
            await progress.WriteLineAsync(FormattableString.Invariant($"  {(i < 0 ? "warming up" : $"search {i + 1}")}: {took.Houses} houses after {took.FirstHouses * 1000:0} ms, first change after {took.FirstChange:0.00} s"));
            if (i >= 0)
            {
                figures.Add(took);
            }
        }

        double[] first = [.. figures.Select(took => took.FirstHouses).Order()];
        double[] change = [.. figures.Select(took => took.FirstChange).OfType<double>().Order()];
        var without = figures.Count(took => took.Houses == 0);
        await output.WriteLineAsync(FormattableString.Invariant($"searches                          {searches}, search engine and model silent ({silence.Taken} calls of theirs unanswered); {without} without a house"));
        await output.WriteLineAsync(FormattableString.Invariant($"click to the first houses         median {first.Percentile(.5) * 1000:0} ms, 99th percentile {first.Percentile(.99) * 1000:0} ms, longest {first[^1] * 1000:0} ms"));
        await output.WriteLineAsync(FormattableString.Invariant($"click to the first change told    median {change.Percentile(.5):0.00} s, 99th percentile {change.Percentile(.99):0.00} s, of {change.Length} searches"));
        return without == 0 && first.Percentile(.99) <= Target ? 0 : 1;
    }
}
