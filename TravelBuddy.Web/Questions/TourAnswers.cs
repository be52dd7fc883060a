using Marten;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Model;
using TravelBuddy.Web.Questions.Ages;
using TravelBuddy.Web.Questions.Verdicts;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Web.Questions;

/// <summary>
/// Answers questions about a tour from its own text alone: an age by the ages it names, else by a model that cites, whose sentences are checked, else by the sentence that says it, else not. What was asked is kept nowhere.
/// </summary>
public sealed class TourAnswers(PassageStore passages, QuestionTopics topics, Lexicon lexicon, QuotedAnswer quoted, TourVerdicts verdicts, SentenceCheck check, ILanguageModel model, PackageFactsCache facts, IReasonWriter reasons, IDocumentStore store, TimeProvider time)
{
    /// <summary>The longest question that is read.</summary>
    public const int Longest = 300;

    private const int GivenToModel = 8;
    private const string Safety = "safety";

    /// <summary>What nobody asks by that name, and bears on how safe a tour is.</summary>
    private const string BearsOnSafety = "bears-on-safety";

    /// <summary>A message that could not be sent for so long shows whom to ask instead.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    /// <param name="package">The tour.</param>
    /// <param name="text">The question as written.</param>
    /// <param name="language">Language of the answer, "en" or "vi".</param>
    /// <param name="payer">Whose budget a model's answer is paid from.</param>
    /// <param name="within">How long models may take, of embeddings and of language; null for their usual time.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<TourAnswer> AnswerAsync(TourPackage package, string text, string language, Guid? payer, TimeSpan? within, CancellationToken ct) =>
        (await AnsweredAsync(package, text, language, payer, within, ct)).Answer;

    /// <summary>The same with the passages that a model was given.</summary>
    internal async Task<(TourAnswer Answer, IReadOnlyList<Passage> Given)> AnsweredAsync(TourPackage package, string text, string language, Guid? payer, TimeSpan? within, CancellationToken ct)
    {
        text = text.Length > Longest ? text[..Longest] : text;
        var question = Question.Of(text, topics, lexicon);
        var ages = AsksWhetherTheyMayCome(question) ? AskedAges.Of(text) : [];
        return AgeVerdict.Of(package, ages) is { } verdict ? (Reckoned(verdict, question, language), []) : await AnsweredAsync(package, question, ages, language, payer, within, ct);
    }

    private async Task<(TourAnswer Answer, IReadOnlyList<Passage> Given)> AnsweredAsync(TourPackage package, Question question, IReadOnlyList<int> ages, string language, Guid? payer, TimeSpan? within, CancellationToken ct)
    {
        var patience = within is { } whole ? new Patience(whole, time) : null;
        var found = await passages.FindAsync(package, question, within ?? TimeSpan.MaxValue, ct);
        var answer = await ToldAsync(question, found, language, payer, patience?.Left, ct)
            ?? verdicts.Find(question, package)
            ?? (AgeVerdict.OfSuitability(package, ages) is { } suited ? Reckoned(suited, question, language)
                : AsksForChildren(question) && AgeVerdict.OfChildren(package) is { } children ? children
                : quoted.Find(question, found, package) is { } passage ? Quoting(question, passage)
                : BearingOnSafety(question, package) is { } bearing ? new TourAnswer(TourAnswerKind.Quoted, [], [bearing])
                : verdicts.Nearest(question, package) is { } nearest ? new TourAnswer(TourAnswerKind.Quoted, [], [nearest]) { Verdict = Verdict.Unclear }
                : TourAnswer.NotSaid);
        return (answer.Kind == TourAnswerKind.NotSaid && await StairsAsync(package, question, language, ct) is { } stairs ? stairs : answer, Given(found));
    }

    /// <summary>Of a tour that says nothing of walking, the steps that a place it goes to is known for; null where none are, or something else is asked.</summary>
    private async Task<TourAnswer?> StairsAsync(TourPackage package, Question question, string language, CancellationToken ct) =>
        question.Topics.Any(topic => topic.Id is "walking" or "steps") && await facts.OfAsync([package.Id], ct) is [{ } known] && ReasonFinder.StairsOf(known) is { } stairs
            ? new TourAnswer(TourAnswerKind.Reckoned, [reasons.Sentence(stairs, language)], [])
            : null;

    /// <summary>Where a tour says nothing of safety by that name: what it says of how hard it is, of insurance, or of who goes with one; null for any other question.</summary>
    private Passage? BearingOnSafety(Question question, TourPackage package) =>
        question.Topics.Any(topic => topic.Id == Safety) && question.Topics.All(topic => topic.Id is Safety or "age" or "difficulty") && topics.All.FirstOrDefault(topic => topic.Id == BearsOnSafety) is { } bearing
            && question with { Topics = [bearing], Concepts = [], Words = [] } is var instead && quoted.Find(instead, PackagePassages.Of(package), package) is { } passage ? quoted.Shortened(instead, passage) : null;

    /// <summary>The sentence that answers; of a yes or a no that it does not settle, that it does not.</summary>
    private TourAnswer Quoting(Question question, Passage passage) =>
        new(TourAnswerKind.Quoted, [], [quoted.Shortened(question, passage)]) { Verdict = verdicts.IsOfThings(question) ? Verdict.Unclear : null };

    /// <summary>Whether nothing is asked but whether children may come, of no age.</summary>
    private static bool AsksForChildren(Question question) =>
        question is { How: AskedHow.Has, Words.Count: 0 } && question.Topics.Count > 0 && question.Topics.All(topic => topic.Id == "age") && question.Concepts.All(concept => concept.Kind == ConceptKind.Traveller);

    /// <summary>Whether a text asks of something that tours tell of themselves: where they start, what is included, how hard they are.</summary>
    public bool AsksOfTours(string text) => Question.Of(text.Length > Longest ? text[..Longest] : text, topics, lexicon).Topics.Count > 0;

    /// <summary>Whether a text asks how safe a tour is and of nothing else.</summary>
    public bool AsksOfSafetyAlone(string text) =>
        Question.Of(text.Length > Longest ? text[..Longest] : text, topics, lexicon) is { Concepts.Count: 0, Topics: { Count: > 0 } asked } && asked.All(topic => topic.Id == Safety);

    /// <summary>What a text asks of, without its words; null where ids alone do not say it.</summary>
    public AskedOfTours? AskedIn(string text) =>
        Question.Of(text.Length > Longest ? text[..Longest] : text, topics, lexicon) is { Words.Count: 0 } question && question.Topics.Count + question.Concepts.Count > 0 && AskedAges.Of(text).Count == 0
            ? new AskedOfTours([.. question.Topics.Select(topic => topic.Id)], [.. question.Concepts.Select(concept => concept.Id)])
            {
                // The day, the kind or the place that was asked for is in the words, which are not kept: of those the other tour gets no yes.
                How = question.IsOfSharing && !question.AsksForShared || Narrowing.Narrows(question.Text, string.Join(", ", question.Topics.Select(topic => NameOf(topic.Id)).Concat(question.Concepts.Select(concept => concept.En[0])))) ? null : question.How,
                ForShared = question.AsksForShared,
            }
            : null;

    private static string NameOf(string topic) => topic.Replace('-', ' ');

    /// <summary>What another tour's text says of what was asked before; everything else as for a question in words.</summary>
    public async Task<TourAnswer> AnswerAsync(TourPackage package, AskedOfTours asked, string language, Guid? payer, TimeSpan? within, CancellationToken ct)
    {
        var concepts = asked.Concepts.Select(lexicon.Find).OfType<Concept>().ToList();
        var named = asked.Topics.Select(NameOf).Concat(concepts.Select(concept => language == "vi" ? concept.Vi[0] : concept.En[0]));
        return (await AnsweredAsync(package, new Question(string.Join(", ", named), language, [.. topics.All.Where(topic => asked.Topics.Contains(topic.Id))], concepts, []) { How = asked.How, AsksForShared = asked.ForShared }, [], language, payer, within, ct)).Answer;
    }

    /// <summary>Whether an age in a question can be what is asked of: "is lunch included for my 6-year-old?" asks of lunch.</summary>
    private static bool AsksWhetherTheyMayCome(Question question) => question.Topics.All(topic => topic.Id is "age" or "difficulty" or "safety") && !AskedAges.AsksOfElse(question.Text);

    private static TourAnswer Reckoned(AgeVerdict verdict, Question question, string language) => new(TourAnswerKind.Reckoned, [verdict.Sentence(language)], verdict.Says)
    {
        // How dangerous or hard it is, no age says.
        Verdict = question.How != AskedHow.Has || AskedAges.AsksHowHard(question.Text) ? null : verdict.Answer switch
        {
            AgeAnswer.TooYoung or AgeAnswer.TooOld => Verdict.No,
            AgeAnswer.OldEnough => Verdict.Yes,
            _ => null,
        },
    };

    /// <summary>Keeps an answer for a message that will show it: the provider's words and what was made of them, nothing of the person.</summary>
    public async Task<Guid> KeepAsync(string packageId, TourAnswer answer, CancellationToken ct)
    {
        var kept = new KeptAnswer { Id = Guid.CreateVersion7(), PackageId = packageId, Answer = answer, At = time.GetUtcNow() };
        var oldest = kept.At - Kept;
        await using var session = store.LightweightSession();
        session.DeleteWhere<KeptAnswer>(old => old.At < oldest);
        session.Store(kept);
        await session.SaveChangesAsync(ct);
        return kept.Id;
    }

    /// <summary>A kept answer about a package; null if it is gone.</summary>
    public async Task<TourAnswer?> KeptAsync(Guid id, string packageId, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<KeptAnswer>(id, ct) is { } kept && kept.PackageId == packageId ? kept.Answer : null;
    }

    /// <summary>The model's answer; null where there is none that says only what its passages say. A model that says that nothing answers is not believed either: the sentence that the rules find stands in the text.</summary>
    private async Task<TourAnswer?> ToldAsync(Question question, IReadOnlyList<Passage> found, string language, Guid? payer, TimeSpan? within, CancellationToken ct)
    {
        if (!model.IsConfigured || found.Count == 0)
        {
            return null;
        }

        var given = Given(found);
        return await model.AskAsync<ModelTourAnswer>(new ModelTask("tour-answer", language, new { Question = question.Text, Passages = Numbered(given) }, payer, within), ct) is { } answer ? Checked(answer, given) : null;
    }

    /// <summary>The passages a model is given.</summary>
    internal static IReadOnlyList<Passage> Given(IReadOnlyList<Passage> found) => [.. found.Take(GivenToModel)];

    /// <summary>Passages as a model is given them, to cite by number.</summary>
    internal static IEnumerable<object> Numbered(IReadOnlyList<Passage> given) => given.Select((passage, i) => new { Number = i + 1, passage.Text });

    /// <summary>A model's answer as it may be shown; null if it has none, or if any of it is not said by what it cites.</summary>
    private TourAnswer? Checked(ModelTourAnswer answer, IReadOnlyList<Passage> given) =>
        answer is { Answered: true, Sentences: { Count: > 0 } sentences } && sentences.All(sentence => IsSaid(sentence, given))
            ? new TourAnswer(TourAnswerKind.Told, [.. sentences.Select(sentence => sentence.Text)], [.. sentences.SelectMany(sentence => sentence.Cited(given)).DistinctBy(passage => passage.Ordinal)])
            : null;

    /// <summary>Whether a sentence cites only what it was given, and says no more.</summary>
    internal bool IsSaid(ModelTourSentence sentence, IReadOnlyList<Passage> given) => sentence is { Text: { } text } && check.IsSaid(text, sentence.Cited(given));
}
