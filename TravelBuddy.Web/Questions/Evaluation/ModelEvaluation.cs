using Marten;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Web.Questions.Evaluation;

/// <summary>Asks a model labelled questions as travellers' questions are asked, and judges what it says before any check hides it.</summary>
public sealed class ModelEvaluation(LanguageModel model, TourAnswers answers, PassageStore passages, QuestionTopics topics, Lexicon lexicon, IDocumentStore store)
{
    public async Task<ModelReport> RunAsync(IReadOnlyList<LabelledTourQuestion> questions, CancellationToken ct)
    {
        var judgements = new List<ModelJudgement>();
        var problems = new List<string>();
        string? name = null;
        await using var session = store.QuerySession();
        foreach (var labelled in questions)
        {
            if (await session.Query<TourPackage>().Where(package => package.SourceId == labelled.Package).FirstOrDefaultAsync(ct) is not { } package)
            {
                problems.Add($"{labelled.Id}: there is no package {labelled.Package} in the database.");
                continue;
            }

            var question = Question.Of(labelled.Question, topics, lexicon);
            var given = TourAnswers.Given(await passages.FindAsync(package, question, TimeSpan.MaxValue, ct));
            var reply = await model.ReplyAsync<ModelTourAnswer>(TourAnswers.TaskOf(question, given, labelled.Language, null, null), ct);
            name = reply.Model ?? name;
            judgements.Add(Judge(labelled, given, reply));
        }

        return new ModelReport(name ?? "none answered", judgements, problems);
    }

    private ModelJudgement Judge(LabelledTourQuestion labelled, IReadOnlyList<Passage> given, ModelReply<ModelTourAnswer> reply)
    {
        var sentences = reply.Answer is { Answered: true } said ? said.Sentences : [];
        bool? right = reply.Answer is null ? null
            : labelled.Says.Count == 0 ? !reply.Answer.Answered
            : sentences.SelectMany(sentence => sentence.Passages).Any(number => number >= 1 && number <= given.Count && labelled.IsAnsweredBy(given[number - 1]));
        return new ModelJudgement(reply.Outcome, sentences.Count, sentences.Count(sentence => answers.IsSaid(sentence, given)), labelled.Says.Count > 0, right, reply.Took);
    }
}
