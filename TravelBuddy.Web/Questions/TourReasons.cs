using Marten;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;
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
        var patience = new Patience(within ?? ModelTask.ForPages, time);
        if (await KeptAsync(listId, package, language, ct) is { } before)
        {
            return before;
        }

        if (await SayAsync(package, wishes, language, payer, patience, ct) is not { } said)
        {
            return [];
        }

        await KeepAsync(KeptReasons.IdOf(listId, package, language), said, ct);
        return said;
    }

    /// <summary>What it says now, kept nowhere; null where it was not asked, or gave no answer.</summary>
    internal async Task<IReadOnlyList<TourReason>?> SayAsync(TourPackage package, IReadOnlyList<string> wishes, string language, Guid payer, Patience patience, CancellationToken ct)
    {
        if (!model.IsConfigured || wishes.Count == 0 || TourAnswers.Given(await passages.FindAsync(package, Question.Of(string.Join(", ", wishes), topics, lexicon), patience.Left, ct)) is not { Count: > 0 } given
            || await model.AskAsync<ModelTourReasons>(new ModelTask("tour-reasons", language, new { Wishes = wishes, Passages = TourAnswers.Numbered(given) }, payer, patience.Left), ct) is not { } written)
        {
            return null;
        }

        return [.. (written.Sentences ?? []).Where(sentence => sentence is { Text: { } text } && check.IsSaid(text, sentence.Cited(given))).Select(sentence => new TourReason(sentence.Text, sentence.Cited(given))).DistinctBy(reason => reason.Text).Take(MostSentences)];
    }

    /// <summary>What it said before of a tour of a list, without asking it; none where it said nothing that holds.</summary>
    public async Task<IReadOnlyList<TourReason>> SaidAsync(Guid listId, TourPackage package, string language, CancellationToken ct) => await KeptAsync(listId, package, language, ct) ?? [];

    /// <summary>What is kept of it: none where no sentence of it held, null where it did not answer yet.</summary>
    private async Task<IReadOnlyList<TourReason>?> KeptAsync(Guid listId, TourPackage package, string language, CancellationToken ct)
    {
        if (!model.IsConfigured)
        {
            return null;
        }

        await using var session = store.QuerySession();
        return await session.LoadAsync<KeptReasons>(KeptReasons.IdOf(listId, package, language), ct) is { } kept && kept.At > time.GetUtcNow() - KeptReasons.Time ? kept.Reasons : null;
    }

    private async Task KeepAsync(Guid id, IReadOnlyList<TourReason> said, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Store(new KeptReasons { Id = id, Reasons = said, At = time.GetUtcNow() });
        await session.SaveChangesAsync(ct);
    }
}
