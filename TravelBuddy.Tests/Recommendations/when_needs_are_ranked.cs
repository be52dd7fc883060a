using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Ranking;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Api;
using TravelBuddy.Web.Recommendations.Evaluation;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>The development half of the labelled wishes (data/evaluation/README.md) over the sample catalogue: floors a little below what is reached, so that no change loses unseen what another won.</summary>
public sealed class when_needs_are_ranked(AppFixture app)
{
    private const int First = 10;

    /// <summary>From here on the needs were judged after the ranking had been fitted to those before.</summary>
    private const int Later = 169;

    private static readonly DateOnly Today = new(2026, 11, 28);

    [Theory]
    [InlineData(false, .92)]
    [InlineData(true, .87)]
    public async Task the_first_ten_are_those_that_were_judged_good(bool messages, double floor)
    {
        var judgements = TrecFiles.ReadJudgements(Repository.DataFile(Path.Combine("evaluation", "qrels-dev.txt")));
        var queries = (await QueryFile.ReadAsync(Repository.DataFile(Path.Combine("evaluation", "wishes-dev.jsonl")), [], TestContext.Current.CancellationToken))
            .Where(query => query.IsFreeText == messages && int.Parse(query.Need[1..], System.Globalization.CultureInfo.InvariantCulture) >= Later && judgements.Of(query.Id)?.Values.Any(grade => grade > 0) == true)
            .Where((_, i) => i % 2 == 0); // Half of them tell as much in half the time.
        var measured = new List<double>();
        foreach (var query in queries)
        {
            measured.Add(await NdcgAsync(query, judgements.Of(query.Id)!));
        }

        measured.Count.ShouldBeGreaterThan(60);
        measured.Average().ShouldBeGreaterThanOrEqualTo(floor);
    }

    // What was judged stays judged when its season is over.
    private static Recommender InAnySeason(IServiceProvider services) =>
        ActivatorUtilities.CreateInstance<Recommender>(services, ActivatorUtilities.CreateInstance<RankingEngine>(services, new RecommendationOptions { Past = true }));

    private async Task<double> NdcgAsync(EvaluatedQuery query, IReadOnlyDictionary<string, int> grades)
    {
        var wishes = app.Services.GetRequiredService<PreferencesReader>().Read(query.Preferences, Today, new MemberErrors());
        var result = await app.InScopeAsync(services => InAnySeason(services).RankAsync(wishes, First, TestContext.Current.CancellationToken));
        var packages = await app.Services.GetRequiredService<ICatalog>().PackagesAsync([.. result.Packages.Select(package => package.PackageId)], TestContext.Current.CancellationToken);
        return RankingMetrics.NdcgAt<string>([.. result.Packages.Select(package => packages[package.PackageId].SourceId)], grades, First);
    }
}
