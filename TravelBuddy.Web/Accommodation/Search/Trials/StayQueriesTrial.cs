using TravelBuddy.Web.Language.Model.Trials;

namespace TravelBuddy.Web.Accommodation.Search.Trials;

/// <summary>What search engines would be asked for labelled requests; none is.</summary>
public sealed class StayQueriesTrial(ModelEar ear, StayRequestLines lines, QueryWriter writer) : IModelTrial
{
    public string Use => "stay-queries";

    public string Set => StayRequestLines.Name;

    public async Task<TrialResult> RunAsync(string path, int most, CancellationToken ct)
    {
        var cases = new List<TrialCase>();
        foreach (var wishes in lines.Read(path, most))
        {
            var heard = ear.Listen();
            await writer.WriteAsync(wishes, Guid.CreateVersion7(), ct);
            var written = heard.Select(reply => reply.Answer).OfType<WrittenQueries>().LastOrDefault();
            var usable = writer.Usable(written, wishes).Count;
            cases.Add(new TrialCase(heard, written?.Queries?.Count ?? 0, usable, usable > 0));
        }

        return new TrialResult(Use, cases, [], []);
    }
}
