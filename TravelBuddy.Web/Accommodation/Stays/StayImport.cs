using System.Text.Json;
using Marten;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation.Stays;

/// <summary>One line of a report: what is wrong with which line of the file.</summary>
public sealed record StayProblem(int Line, string? Id, bool Refused, string Message);

/// <summary>What an import of places to stay came to.</summary>
public sealed record StayImportReport(int Read, int Added, int Changed, int Unchanged, int Refused, IReadOnlyList<StayProblem> Problems);

/// <summary>Brings places to stay into the directory. A bad line is refused and reported, the rest goes in; the same file twice changes nothing.</summary>
public sealed class StayImport(IDocumentStore store, Gazetteer gazetteer, Lexicon lexicon, ExchangeRates rates, TimeProvider time)
{
    private const int BatchSize = 500;
    private const int MostProblems = 200;

    /// <param name="lines">One JSON object a line.</param>
    /// <param name="source">Whoever brings them in.</param>
    /// <param name="ct">Ends the import after a batch; what went in stays.</param>
    public async Task<StayImportReport> ImportAsync(TextReader lines, StaySupplier source, CancellationToken ct)
    {
        var today = time.TodayInVietNam();
        var (read, number, refused) = (0, 0, 0);
        var counts = (Added: 0, Changed: 0, Unchanged: 0);
        var problems = new List<StayProblem>();
        var batch = new Dictionary<string, Stay>(StringComparer.Ordinal);
        while (await lines.ReadLineAsync(ct) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            read++;
            var (id, stay, found) = ReadLine(line, source, today);
            refused += stay is null ? 1 : 0;
            problems.AddRange(found.Take(MostProblems - problems.Count).Select(message => new StayProblem(number, id, stay is null, message)));
            if (stay is not null)
            {
                batch[stay.Id] = stay;
            }

            if (batch.Count == BatchSize)
            {
                await StoreAsync();
            }
        }

        await StoreAsync();
        return new StayImportReport(read, counts.Added, counts.Changed, counts.Unchanged, refused, problems);

        async Task StoreAsync()
        {
            await using var session = store.LightweightSession();
            var known = (await session.LoadManyAsync<Stay>(ct, [.. batch.Keys])).ToDictionary(each => each.Id, StringComparer.Ordinal);
            var changed = batch.Values.Where(each => !known.TryGetValue(each.Id, out var before) || !IsSame(before, each)).ToArray();
            session.Store(changed);
            await session.SaveChangesAsync(ct);
            var added = changed.Count(each => !known.ContainsKey(each.Id));
            counts = (counts.Added + added, counts.Changed + changed.Length - added, counts.Unchanged + batch.Count - changed.Length);
            batch.Clear();
        }
    }

    private (string? Id, Stay? Stay, IReadOnlyList<string> Problems) ReadLine(string line, StaySupplier source, DateOnly today)
    {
        if (line.Contains("\\u0000", StringComparison.Ordinal))
        {
            return (null, null, ["The line holds \\u0000, which no text may."]);
        }

        try
        {
            var read = StayLine.Parse(line);
            var (stay, problems) = read.Check(source, today, gazetteer, lexicon, rates);
            return (read.Id, stay, problems);
        }
        catch (JsonException error)
        {
            return (null, null, [error.Path is { Length: > 2 } path ? $"{path[2..]} cannot be read: it is not of the form that data/README.md gives." : "The line is not a JSON object."]);
        }
    }

    // Records compare lists by reference.
    private static bool IsSame(Stay one, Stay other) => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);
}
