using System.Text.Json;
using Marten;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Model.Trials;

namespace TravelBuddy.Web.Questions.Trials;

/// <summary>Labelled questions about tours, answered as on a tour's page, and judged by what the model said before any check hid it.</summary>
public sealed class AnswersTrial(ModelEar ear, TourAnswers answers, IDocumentStore store) : IModelTrial
{
    public string Use => "answers";

    public string Set => "tour-questions.jsonl";

    public async Task<TrialResult> RunAsync(string path, int most, CancellationToken ct)
    {
        var cases = new List<TrialCase>();
        var judged = new List<(bool IsAnswerable, bool IsRight)>();
        var problems = new List<string>();
        await using var session = store.QuerySession();
        foreach (var labelled in JsonLines.Read<LabelledTourQuestion>(path, new JsonSerializerOptions(JsonSerializerDefaults.Web)).Take(most))
        {
            if (await session.Query<TourPackage>().Where(package => package.SourceId == labelled.Package).FirstOrDefaultAsync(ct) is not { } package)
            {
                problems.Add($"{labelled.Id}: there is no package {labelled.Package} in the database.");
                continue;
            }

            var heard = ear.Listen();
            var (shown, given) = await answers.AnsweredAsync(package, labelled.Question, labelled.Language, null, null, ct);
            var said = heard.Select(reply => reply.Answer).OfType<ModelTourAnswer>().LastOrDefault();
            IReadOnlyList<ModelTourSentence> sentences = said is { Answered: true, Sentences: { } written } ? [.. written.OfType<ModelTourSentence>()] : [];
            cases.Add(new TrialCase(heard, sentences.Count, sentences.Count(sentence => answers.IsSaid(sentence, given)), shown.Kind == TourAnswerKind.Told));
            if (heard.Count > 0)
            {
                judged.Add((labelled.Says.Count > 0, said is not null && IsRight(labelled, said, sentences, given)));
            }
        }

        return new TrialResult(
            Use,
            cases,
            [
                new("answered rightly", TrialTable.Share(judged.Count(each => each is { IsAnswerable: true, IsRight: true }), judged.Count(each => each.IsAnswerable))),
                new("refused rightly", TrialTable.Share(judged.Count(each => each is { IsAnswerable: false, IsRight: true }), judged.Count(each => !each.IsAnswerable))),
            ],
            problems);
    }

    /// <summary>Whether it cited what answers, or said that nothing does, as labelled.</summary>
    private static bool IsRight(LabelledTourQuestion labelled, ModelTourAnswer said, IReadOnlyList<ModelTourSentence> sentences, IReadOnlyList<Passage> given) =>
        labelled.Says.Count == 0 ? !said.Answered : sentences.Any(sentence => sentence.Cited(given).Any(labelled.IsAnsweredBy));
}
