using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Web.Questions;

/// <summary>A sentence of a model why a tour fits, and the passages that say it.</summary>
public sealed record TourReason(string Text, IReadOnlyList<Passage> Says);

/// <summary>
/// Has a model say why a tour fits, beside the reasons that its list recorded: from the passages that have to do with the wishes, each sentence citing what says it and checked like an answer. Nothing is
/// said where there is no model, or none of its sentences holds.
/// </summary>
public sealed class TourReasons(PassageStore passages, QuestionTopics topics, Lexicon lexicon, SentenceCheck check, ILanguageModel model)
{
    /// <summary>The tours of a list that it is asked of: the first.</summary>
    public const int Best = 3;

    private const int MostSentences = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    public bool IsConfigured => model.IsConfigured;

    /// <param name="package">The tour.</param>
    /// <param name="wishes">What is wished for, as labels of places and concepts; no words of a person.</param>
    /// <param name="language">Language of the sentences, "en" or "vi".</param>
    /// <param name="payer">Whose budget pays.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<IReadOnlyList<TourReason>> WhyAsync(TourPackage package, IReadOnlyList<string> wishes, string language, Guid payer, CancellationToken ct)
    {
        if (!model.IsConfigured || wishes.Count == 0 || TourAnswers.Given(await passages.FindAsync(package, Question.Of(string.Join(", ", wishes), topics, lexicon), ct)) is not { Count: > 0 } given)
        {
            return [];
        }

        var written = await model.AskAsync<ModelTourReasons>(new ModelTask("tour-reasons", language, new { Wishes = wishes, Passages = TourAnswers.Numbered(given) }, payer, Patience), ct);
        return [.. (written?.Sentences ?? []).Where(sentence => sentence is { Text: { } text } && check.IsSaid(text, sentence.Cited(given))).Select(sentence => new TourReason(sentence.Text, sentence.Cited(given))).DistinctBy(reason => reason.Text).Take(MostSentences)];
    }
}
