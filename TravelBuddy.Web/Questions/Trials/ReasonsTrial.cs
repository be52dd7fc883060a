using System.Text.Json;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Model;
using TravelBuddy.Web.Language.Model.Trials;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Web.Questions.Trials;

/// <summary>Why the first tour that answers a wish fits it, in words of a model, as on the page of tours.</summary>
public sealed class ReasonsTrial(ModelEar ear, TourReasons reasons, IWishReader reader, WishSummary summary, IRecommender recommender, ICatalog catalog, TimeProvider time) : IModelTrial
{
    public string Use => "reasons";

    public string Set => "wishes-judgements.jsonl";

    public async Task<TrialResult> RunAsync(string path, int most, CancellationToken ct)
    {
        var cases = new List<TrialCase>();
        foreach (var text in JsonLines.Read<WishTexts>(path, new JsonSerializerOptions(JsonSerializerDefaults.Web)).SelectMany(wish => wish.Texts).Take(most))
        {
            var reading = reader.Read(text, null, time.TodayInVietNam());
            if ((await recommender.RankAsync(reading.Wishes, 1, ct)).Packages is not [{ PackageId: var id }] || !(await catalog.PackagesAsync([id], ct)).TryGetValue(id, out var package))
            {
                continue;
            }

            var heard = ear.Listen();
            var shown = await reasons.SayAsync(package, summary.ThingsOf(reading.Wishes, reading.Language), reading.Language, Guid.CreateVersion7(), new Patience(ModelTask.ForPages, time), ct) ?? [];
            var said = heard.Select(reply => reply.Answer).OfType<ModelTourReasons>().LastOrDefault()?.Sentences;
            cases.Add(new TrialCase(heard, said?.Count ?? 0, shown.Count, shown.Count > 0));
        }

        return new TrialResult(Use, cases, [], []);
    }

    private sealed record WishTexts(IReadOnlyList<string> Texts);
}
