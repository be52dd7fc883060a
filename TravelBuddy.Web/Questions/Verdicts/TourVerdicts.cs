using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Questions.Verdicts;

/// <summary>
/// Settles questions that want a yes or a no by the sentences of a tour's text that name what is asked for: never by what is only near it. What names it and does not settle it gets no verdict.
/// </summary>
public sealed partial class TourVerdicts(Lexicon lexicon, Gazetteer gazetteer)
{
    /// <summary>So long a word may have an ending in the text.</summary>
    private const int LongWord = 4;

    /// <summary>A word of fewer letters tells nothing alone.</summary>
    private const int Telling = 3;

    /// <summary>Topics and things that only say where or for what another is asked for.</summary>
    private static readonly HashSet<string> Settings = new(["meals", "age", "included", "hotel", "meals-included", "full-board", "guided-tour", "room-type", "local-restaurant"], StringComparer.Ordinal);

    /// <summary>Words that no list knows and that ask for nothing.</summary>
    private static readonly HashSet<string> Hollow = new(
        ("options option menu menus choice choices cater caters travel tau thuyen phong start pay pays paying buy cost costs mua tra phi tien really actually already everybody everyone us group thing things service extra sure enough maybe perhaps also still else definitely available provided possible allowed pls plz thx cheers mate dear guys family friends trip there anywhere somewhere speak speaks speaking english french german japanese "
            + "korean chinese spanish russian tieng trong suot tren luon nua thiet that luc kem rieng duoc cung cap dam bao chac nhat tat toan day sach gium giup biet su dung cho phep nhan vien huong dan thuc don phuc vu suat lo").Split(' '),
        StringComparer.Ordinal);

    /// <summary>The verdict with the sentences that give it; null where the text does not settle the question, or none can.</summary>
    public TourAnswer? Find(Question question, TourPackage package)
    {
        if (question.How is not { } how || question.IsOfSharing && !question.AsksForShared || SubjectsOf(question) is not { Count: > 0 } subjects)
        {
            return null;
        }

        // A topic is known in both languages, a word beside it only where it stands: "cabin" may stand in either.
        var words = question.Words.Where(word => !Hollow.Contains(word) && !word.All(char.IsDigit)).ToList();

        if (GuideLanguages.AskedIn(question.Text) is { Count: > 1 } languages && subjects.TrueForAll(subject => subject.IsGuide))
        {
            var each = languages.Select(language => Settled(Found([GuideLanguages.Guide(language)], question, words, package, how))).ToList();
            return each.Find(answer => answer is not null) is not { } any ? null
                : each.TrueForAll(answer => answer?.Verdict == Verdict.Yes) ? any
                : any with { Verdict = Verdict.Partly };
        }

        return Settled(Found(subjects, question, words, package, how)) is { } settled ? settled with { Verdict = question.AsksForShared ? Turned(settled.Verdict) : settled.Verdict } : null;
    }

    /// <summary>The sentence that is nearest to a question that none answers: one of several things asked for together, or the words beside them; null where nothing is near.</summary>
    public Passage? Nearest(Question question, TourPackage package)
    {
        if (question.How is null)
        {
            return null;
        }

        var subjects = SubjectsOf(question);
        var words = question.Language == package.Language ? string.Join(' ', question.Words.Where(word => !Hollow.Contains(word))) : "";
        return PackagePassages.Of(package).Where(passage => passage.Kind != PassageKind.Title)
            .SelectMany(passage => Sentences.Of(passage.Text).Select(sentence => (Passage: passage with { Text = sentence }, Near: Nearness(sentence, passage.Kind))))
            .Where(said => said.Near > 0).OrderByDescending(said => said.Near).ThenBy(said => QuotedAnswer.Order(said.Passage.Kind)).ThenBy(said => said.Passage.Ordinal)
            .Select(said => said.Passage).FirstOrDefault();

        // One thing alone that the text names and that answers nothing is not what was asked for.
        int Nearness(string sentence, PassageKind kind) =>
            (subjects.Count > 1 ? subjects.Count(subject => subject.In(sentence, kind, lexicon).Any()) : 0)
            + (words.Length > LongWord && $" {Tokenizer.Folded(sentence)} ".Contains($" {words} ", StringComparison.Ordinal) ? 1 : 0);
    }

    private List<Evidence> Found(List<SpokenOf> subjects, Question question, List<string> words, TourPackage package, AskedHow how)
    {
        var read = PackageConcepts.Of(package, lexicon, gazetteer);
        var has = lexicon.WithBroader(read.Has.Keys.Concat(MealMarks.Meals.Where(meal => package.Itinerary.Any(line => MealMarks.In(line, meal).Any()))));
        var found = new List<Evidence>();
        var heads = new HashSet<PassageKind>();
        foreach (var passage in PackagePassages.Of(package))
        {
            foreach (var sentence in Sentences.Of(passage.Text))
            {
                foreach (var part in Parts().Split(sentence).Where(part => part.Length > 0))
                {
                    var folded = $" {Tokenizer.Folded(part)} ";
                    if (words.TrueForAll(word => folded.Contains(word.Length < LongWord ? $" {word} " : $" {word}", StringComparison.Ordinal))
                        && VerdictOf(subjects, question, part, passage, how, heads.Contains(passage.Kind), read, has) is var (verdict, start, end))
                    {
                        var from = sentence.IndexOf(part, StringComparison.Ordinal);
                        found.Add(new Evidence(passage, sentence, verdict, from + start, from + end));
                    }

                    // What stands under such a head may go on for many lines: nothing tells where it ends.
                    if (Proof.IsDenyingHead(part, package.Language))
                    {
                        heads.Add(passage.Kind);
                    }
                }
            }
        }

        return found;
    }

    private static Verdict? Turned(Verdict? verdict) => verdict switch { Verdict.Yes => Verdict.No, Verdict.No => Verdict.Yes, _ => null };

    /// <summary>Whether a question wants a yes or a no to something that tours have or have not.</summary>
    public bool IsOfThings(Question question) => question.How is not null && SubjectsOf(question).Count > 0;

    /// <summary>What is asked for; none where something else is asked that a yes or a no does not tell, such as how hard it is.</summary>
    private List<SpokenOf> SubjectsOf(Question question)
    {
        var topics = Outermost(question).Where(topic => topic.Id is not ("included" or "surcharge")).ToList();
        var things = question.Concepts.Concat(MealMarks.NamedIn(question.Text).Select(lexicon.Find).OfType<Concept>()).Distinct()
            .Where(concept => !question.IsAside(concept) && concept.Kind is not (ConceptKind.Theme or ConceptKind.Difficulty)).ToList();
        var ids = topics.Select(topic => topic.Id).Concat(things.Select(thing => thing.Id)).ToList();
        bool IsSetting(string id) => (Settings.Contains(id) || question.Places.Contains(id)) && ids.Exists(other => !Settings.Contains(other) && !question.Places.Contains(other));
        topics = [.. topics.Where(topic => !IsSetting(topic.Id))];
        things = [.. things.Where(thing => !IsSetting(thing.Id) && !things.Exists(other => other != thing && PackageConcepts.IsKindOf(other.Id, thing.Id, lexicon)) && !topics.Exists(topic => topic.Had?.Thing is { } told && PackageConcepts.IsKindOf(thing.Id, told, lexicon)))];
        if (topics.Exists(topic => topic.Id == "guide-language"))
        {
            return GuideLanguages.AskedIn(question.Text) is { Count: > 0 } languages ? [GuideLanguages.Guide(languages[0])] : [];
        }

        // Whether one has to swim is asked of swimming; whether one can is told nowhere for sure.
        return topics.Exists(topic => topic.Had is null || topic.Id == "swim" && question.How != AskedHow.Needed) || things.Exists(thing => thing.Kind == ConceptKind.Traveller)
            ? []
            : [.. topics.Select(topic => new SpokenOf(topic.Had, topic.Had!.Thing is { } id ? lexicon.Find(id) : null) { IsMeals = topic.Id == "meals" }), .. things.Select(thing => new SpokenOf(null, thing) { IsMeals = thing.Id is "meals-included" or "full-board" })];
    }

    /// <summary>The topics whose words are no part of another's: "bơi" of "hồ bơi" asks of no swimming.</summary>
    private static IEnumerable<QuestionTopic> Outermost(Question question)
    {
        var folded = Tokenizer.Folded(question.Text);
        var found = question.Topics.Select(topic => (Topic: topic, Places: topic.Asks.Matches(folded).Select(match => (From: match.Index, To: match.Index + match.Length)).ToList())).ToList();
        return found.Where(topic => topic.Places.Count == 0 || topic.Places.Exists(place => !found.Exists(other => other.Topic != topic.Topic && other.Places.Exists(around => around.From <= place.From && place.To <= around.To && around.To - around.From > place.To - place.From)))).Select(topic => topic.Topic);
    }

    /// <summary>What one sentence says to all that is asked for; null where it does not name all of it, or does not settle it.</summary>
    private (Verdict Verdict, int Start, int End)? VerdictOf(List<SpokenOf> subjects, Question question, string sentence, Passage passage, AskedHow how, bool isUnderHead, PackageConcepts read, IReadOnlySet<string> has)
    {
        (Verdict, int, int)? settled = null;
        foreach (var subject in subjects)
        {
            var said = subject.In(sentence, passage.Kind, lexicon).Select(place => (Verdict: Of(subject, question, sentence, place, passage, how, isUnderHead), place.Start, place.End)).Where(place => place.Verdict is not null).ToList();
            if (said.Count == 0)
            {
                return null;
            }

            // The best of what one sentence says of a thing, the worst of what it says of several.
            var best = said.MinBy(place => Rank(place.Verdict!.Value));
            if (best.Verdict == Verdict.Yes && said.Exists(place => place.Verdict == Verdict.No))
            {
                best.Verdict = Verdict.Partly;
            }

            if (best.Verdict is Verdict.Yes or Verdict.PriceUnsaid && subject is { Topic: null, Thing: { } thing } && !has.Contains(thing.Id))
            {
                return null;
            }

            if (subject.Thing is { } diet && best.Verdict == Verdict.Yes && how != AskedHow.Included && read.Reserved.TryGetValue(diet.Id, out var reserved))
            {
                best.Verdict = Proof.Of(reserved.Of);
            }

            settled = settled is not ({ } before, _, _) || Rank(best.Verdict!.Value) > Rank(before) ? (best.Verdict!.Value, best.Start, best.End) : settled;
        }

        return settled;
    }

    private Verdict? Of(SpokenOf subject, Question question, string sentence, (int Start, int End, bool Lacks) place, Passage passage, AskedHow how, bool isUnderHead)
    {
        var kind = passage.Kind;
        var said = MaskedSentence.Of(sentence, passage.Language, place.Start, place.End);
        if (!Narrowing.Holds(question.Text, sentence, said, place.Lacks))
        {
            return null;
        }

        var verdict = Proof.Of(said, subject, place.Lacks, IsListed(subject, kind), kind == PassageKind.Includes, isUnderHead, how, Reservations.Of(sentence, place.Start, place.End));
        return verdict is not Verdict.No && question.Language == passage.Language && subject is { Topic: null, Thing: { } thing } && !IsCalledAlike(question, said, thing, sentence, place.Start) ? null
            : verdict is Verdict.Yes && IsBroaderThan(subject, sentence, place.Start, place.End, said) ? subject.IsMeals ? Verdict.SomeMeals : how == AskedHow.Included ? Verdict.Partly : null
            // A day of the programme is not the whole tour.
            : verdict is Verdict.No && kind == PassageKind.Itinerary && how != AskedHow.Included ? null
            : verdict;
    }

    /// <summary>Whether a thing is called by a word of the question: a canoe is no kayak, whatever a search may think.</summary>
    private static bool IsCalledAlike(Question question, MaskedSentence said, Concept thing, string sentence, int start) =>
        MealMarks.In(sentence, thing.Id).Any(mark => mark.Index == start)
        || said.Named.Split(' ').Any(word => word.Length >= Telling && Tokenizer.Tokens(question.Text).Any(token => token.Folded.Length >= Telling && (token.Folded.StartsWith(word, StringComparison.Ordinal) || word.StartsWith(token.Folded, StringComparison.Ordinal))));

    /// <summary>Whether more was asked for than what is named: meals where there is breakfast, drinks where there is coffee.</summary>
    private bool IsBroaderThan(SpokenOf subject, string sentence, int start, int end, MaskedSentence said) =>
        subject.IsMeals ? !AllMeals().IsMatch(said.Named)
        : subject is { Topic: null, Thing: { Kind: ConceptKind.Food } food } && !MealMarks.In(sentence, food.Id).Any(mark => mark.Index == start)
            && (OneOf().IsMatch(said.Text.Text) || OneNamed().IsMatch(said.Named) || lexicon.FindIn(sentence[start..end]) is { Count: > 0 } things && things.All(match => match.Value.Id != food.Id));

    /// <summary>Whether naming it in such a passage is having it.</summary>
    private static bool IsListed(SpokenOf subject, PassageKind kind) => kind switch
    {
        PassageKind.Includes or PassageKind.Food or PassageKind.Transport or PassageKind.Activities or PassageKind.Accommodation => true,
        PassageKind.Itinerary => subject.IsMeals || subject is { Topic: null, Thing.Kind: ConceptKind.Activity or ConceptKind.Food or ConceptKind.Transport or ConceptKind.Nature or ConceptKind.Culture },
        _ => false,
    };

    private static int Rank(Verdict verdict) => verdict switch { Verdict.Yes => 0, Verdict.No => 2, Verdict.PriceUnsaid => 3, _ => 1 };

    /// <summary>What several sentences come to: what one says plainly holds, and where another denies it, it holds in part.</summary>
    private static TourAnswer? Settled(List<Evidence> found)
    {
        var ordered = found.OrderBy(evidence => Rank(evidence.Verdict)).ThenBy(evidence => QuotedAnswer.Order(evidence.Passage.Kind)).ThenBy(evidence => evidence.Passage.Ordinal).ToList();
        return (ordered.FirstOrDefault(), ordered.Find(evidence => evidence.Verdict == Verdict.No)) switch
        {
            (null, _) => null,
            ({ Verdict: Verdict.Yes or Verdict.ExtraCost } yes, { } no) when no.Sentence != yes.Sentence => new TourAnswer(TourAnswerKind.Quoted, [], [yes.Quoted, no.Quoted]) { Verdict = Verdict.Partly },
            ({ } first, _) => new TourAnswer(TourAnswerKind.Quoted, [], [first.Quoted]) { Verdict = first.Verdict },
        };
    }

    private sealed record Evidence(Passage Passage, string Sentence, Verdict Verdict, int Start, int End)
    {
        public Passage Quoted => Passage with { Text = ShortSentence.Around(Sentence, Start, End) };
    }

    /// <summary>Where a new sentence begins, also behind a short one.</summary>
    [GeneratedRegex(@"(?<=[.!?])\s+(?=[\p{Lu}\d(])")]
    private static partial Regex Parts();

    [GeneratedRegex(@"^(?:meals?|full board|(?:[2-9]|[1-9][0-9]+|cac|tat ca(?: cac)?) bua(?: an| chinh)?|bua an)$")]
    private static partial Regex AllMeals();

    [GeneratedRegex(@"^(?:welcome|farewell|one|a|1)\b")]
    private static partial Regex OneNamed();

    [GeneratedRegex(@"\b(?:welcome|farewell|sunset|first|one|a|1) @|@ (?:chào|đón)")]
    private static partial Regex OneOf();
}
