using System.Diagnostics;
using System.Text.Json;
using Marten;
using TravelBuddy.Ranking;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Api;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>Ranks every query of a file and measures the lists.</summary>
public sealed class Evaluation(IRecommender recommender, PreferencesReader reader, ICatalog catalog, IEncoder encoder, IDocumentStore store, TimeProvider time)
{
    private const int ListLength = 50;
    private const int Judged = 10;

    /// <summary>Lines that are no JSON object or repeat an id are reported and left out, bad members are reported and ignored.</summary>
    public async Task<EvaluationReport> RunAsync(string queries, Judgements? judgements, ProgressLine progress, CancellationToken ct)
    {
        var measured = new List<MeasuredQuery>();
        var problems = new List<string>();
        var shown = new List<string>();
        var today = DateOnly.FromDateTime(time.GetUtcNow().DateTime);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(queries, ct))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var errors = new MemberErrors();
            if (Parse(line, errors, out var problem) is not { } preferences)
            {
                problems.Add($"{queries}, line {number}: {problem}");
                continue;
            }

            var id = TrecFiles.Field(preferences.Id ?? number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (!ids.Add(id))
            {
                problems.Add($"{queries}, line {number}: the id {id} stood before; this line is left out.");
                continue;
            }

            var started = Stopwatch.GetTimestamp();
            var wishes = reader.Read(preferences, today, errors);
            var result = await recommender.RankAsync(wishes, ListLength, ct);
            var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            if (errors.Any)
            {
                problems.Add($"{queries}, line {number} ({id}): {errors}");
            }

            var packages = await catalog.PackagesAsync([.. result.Packages.Select(package => package.PackageId)], ct);
            var known = result.Packages.Where(package => packages.ContainsKey(package.PackageId)).DistinctBy(package => packages[package.PackageId].SourceId).ToList();
            string[] documents = [.. known.Select(package => packages[package.PackageId].SourceId)];
            float[] rows = [.. known.Take(Judged).SelectMany(package => encoder.Encode(packages[package.PackageId]))];
            shown.AddRange(known.Take(Judged).Select(package => package.PackageId));
            measured.Add(new MeasuredQuery(
                new RunList(id, documents, [.. known.Select(package => package.Score)]),
                wishes.Language,
                preferences.FreeText is not null && preferences.Locations is null && preferences.Activities is null,
                milliseconds,
                RankingMetrics.IntraListDiversity(rows, VectorLayout.Dimensions),
                Quality.Of(documents, judgements?.GetValueOrDefault(id))));
            progress.At(measured.Count);
        }

        if (judgements is not null && measured.Count > 0 && !measured.Any(query => judgements.ContainsKey(query.List.QueryId)))
        {
            problems.Add("None of the judgements is about one of these queries; their ids differ.");
        }

        await using var session = store.QuerySession();
        var count = await session.Query<TourPackage>().CountAsync(ct);
        return new EvaluationReport(measured, problems, count == 0 ? 0 : RankingMetrics.CatalogueCoverage(shown, count), judgements is not null);
    }

    private static Preferences? Parse(string line, MemberErrors errors, out string problem)
    {
        problem = "should be one JSON object with wishes.";
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object ? PreferencesParser.Parse(document.RootElement.Clone(), errors) : null;
        }
        catch (JsonException error)
        {
            problem = $"is no JSON: {error.Message}";
            return null;
        }
    }
}

/// <summary>How good one list is by its judgements.</summary>
public sealed record Quality(double Ndcg, double Recall, double ReciprocalRank)
{
    private const int At = 10;

    /// <summary>Null where nothing relevant was judged: such a query cannot be answered well or badly.</summary>
    public static Quality? Of(string[] documents, IReadOnlyDictionary<string, int>? grades)
    {
        if (grades is null || grades.Values.All(grade => grade == 0))
        {
            return null;
        }

        var relevant = grades.Where(pair => pair.Value > 0).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        return new Quality(
            RankingMetrics.NdcgAt<string>(documents, grades, At), RankingMetrics.RecallAt<string>(documents, relevant, At), RankingMetrics.ReciprocalRank<string>(documents, relevant));
    }
}
