using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language.Model.Trials;

namespace TravelBuddy.Web.Accommodation.Search.Trials;

/// <summary>The best of the directory for labelled requests, summed up; the web is not searched.</summary>
public sealed class StaySummariesTrial(ModelEar ear, StayRequestLines lines, StaySearches searches, NearStays nearStays, StayRanker ranker, StaySummaries summaries, TimeProvider time) : IModelTrial
{
    public string Use => "stay-summaries";

    public string Set => StayRequestLines.Name;

    public async Task<TrialResult> RunAsync(string path, int most, CancellationToken ct)
    {
        var cases = new List<TrialCase>();
        foreach (var wishes in lines.Read(path, most))
        {
            var search = new StaySearch
            {
                Id = Guid.CreateVersion7(),
                TravellerId = Guid.CreateVersion7(),
                Wishes = wishes,
                At = time.GetUtcNow(),
                Found = [.. ranker.Rank(await nearStays.ReadAsync(wishes, ct), wishes, time.TodayInVietNam()).Take(StaySummaries.Best)],
            };
            var stays = await searches.StaysAsync(search, ct);
            var heard = ear.Listen();
            var shown = await summaries.OfModelAsync(search, stays, ct);
            var written = heard.Select(reply => reply.Answer).OfType<WrittenSummary>().LastOrDefault();
            cases.Add(new TrialCase(heard, written?.Sentences?.Count ?? 0, shown.Count, shown.Count > 0));
        }

        return new TrialResult(Use, cases, [], []);
    }
}
