using Marten;
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
public sealed class TourReasons(PassageStore passages, QuestionTopics topics, Lexicon lexicon, SentenceCheck check, ILanguageModel model, IDocumentStore store, TimeProvider time)
{
    /// <summary>The tours of a list that it is asked of: the first.</summary>
    public const int Best = 3;

    private const int MostSentences = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    public bool IsConfigured => model.IsConfigured;

    /// <summary>What it says now, or said before.</summary>
    /// <param name="listId">The list that recommends the tour.</param>
    /// <param name="package">The tour.</param>
    /// <param name="wishes">What is wished for, as labels of places and concepts; no words of a person.</param>
    /// <param name="language">Language of the sentences, "en" or "vi".</param>
    /// <param name="payer">Whose budget pays.</param>
    /// <param name="within">How long it may take; null for its usual time.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<IReadOnlyList<TourReason>> WhyAsync(Guid listId, TourPackage package, IReadOnlyList<string> wishes, string language, Guid payer, TimeSpan? within, CancellationToken ct)
    {
        if (await SaidAsync(listId, package, language, ct) is { Count: > 0 } before)
        {
            return before;
        }

        if (!model.IsConfigured || wishes.Count == 0 || TourAnswers.Given(await passages.FindAsync(package, Question.Of(string.Join(", ", wishes), topics, lexicon), ct)) is not { Count: > 0 } given)
        {
            return [];
        }

        var written = await model.AskAsync<ModelTourReasons>(new ModelTask("tour-reasons", language, new { Wishes = wishes, Passages = TourAnswers.Numbered(given) }, payer, within ?? Patience), ct);
        IReadOnlyList<TourReason> said = [.. (written?.Sentences ?? []).Where(sentence => sentence is { Text: { } text } && check.IsSaid(text, sentence.Cited(given))).Select(sentence => new TourReason(sentence.Text, sentence.Cited(given))).DistinctBy(reason => reason.Text).Take(MostSentences)];
        await KeepAsync(KeptReasons.IdOf(listId, package, language), said, ct);
        return said;
    }

    /// <summary>What it said before of a tour of a list, without asking it; none where it said nothing that holds.</summary>
    public async Task<IReadOnlyList<TourReason>> SaidAsync(Guid listId, TourPackage package, string language, CancellationToken ct)
    {
        if (!model.IsConfigured)
        {
            return [];
        }

        await using var session = store.QuerySession();
        return (await session.LoadAsync<KeptReasons>(KeptReasons.IdOf(listId, package, language), ct))?.Reasons ?? [];
    }

    private async Task KeepAsync(Guid id, IReadOnlyList<TourReason> said, CancellationToken ct)
    {
        if (said.Count == 0)
        {
            return;
        }

        var now = time.GetUtcNow();
        var oldest = now - Kept;
        await using var session = store.LightweightSession();
        session.DeleteWhere<KeptReasons>(old => old.At < oldest);
        session.Store(new KeptReasons { Id = id, Reasons = said, At = now });
        await session.SaveChangesAsync(ct);
    }
}
