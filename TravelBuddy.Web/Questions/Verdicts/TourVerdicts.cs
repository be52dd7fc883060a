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

    /// <summary>Topics and things that only say where or for what another is asked for.</summary>
    private static readonly HashSet<string> Settings = new(["meals", "age", "included", "hotel", "meals-included", "full-board", "guided-tour", "room-type", "local-restaurant"], StringComparer.Ordinal);

    /// <summary>Words that no list knows and that ask for nothing.</summary>
    private static readonly HashSet<string> Hollow = new(
        ("options option menu menus choice choices cater caters travel tau thuyen phong start pay pays paying buy cost costs mua tra phi tien really actually already everybody everyone us group thing things service extra sure enough maybe perhaps also still else definitely available provided possible allowed pls plz thx cheers mate dear guys family friends trip there anywhere somewhere speak speaks speaking english french german japanese "
            + "korean chinese spanish russian tieng trong suot tren luon nua thiet that luc kem rieng duoc cung cap dam bao chac nhat tat toan day sach gium giup biet su dung cho phep nhan vien huong dan thuc don phuc vu suat lo").Split(' '),
        StringComparer.Ordinal);

    private static readonly Dictionary<string, string> GuidesOf = new(StringComparer.Ordinal)
    {
        ["english"] = "english-guide",
        ["anh"] = "english-guide",
        ["french"] = "french-guide",
        ["phap"] = "french-guide",
        ["german"] = "german-guide",
        ["duc"] = "german-guide",
        ["japanese"] = "japanese-guide",
        ["nhat"] = "japanese-guide",
        ["korean"] = "korean-guide",
        ["han"] = "korean-guide",
        ["chinese"] = "chinese-guide",
        ["trung"] = "chinese-guide",
        ["spanish"] = "spanish-guide",
        ["russian"] = "russian-guide",
        ["vietnamese"] = "vietnamese-guide",
    };

    /// <summary>The verdict with the sentences that give it; null where the text does not settle the question, or none can.</summary>
    public TourAnswer? Find(Question question, TourPackage package)
    {
        if (question.How is not { } how || SubjectsOf(question) is not { Count: > 0 } subjects)
        {
            return null;
        }

        // A topic is known in both languages, a word beside it only in its own.
        var words = question.Language != package.Language && question.Topics.Count > 0 ? [] : question.Words.Where(word => !Hollow.Contains(word) && !word.All(char.IsDigit)).ToList();
        var read = PackageConcepts.Of(package, lexicon, gazetteer);
        var has = lexicon.WithBroader(read.Has.Keys.Concat(MealMarks.Meals.Where(meal => package.Itinerary.Any(line => MealMarks.In(line, meal).Any()))));
        var found = new List<Evidence>();
        foreach (var passage in PackagePassages.Of(package))
        {
            foreach (var sentence in Sentences.Of(passage.Text))
            {
                var folded = $" {Tokenizer.Folded(sentence)} ";
                if (words.TrueForAll(word => folded.Contains(word.Length < LongWord ? $" {word} " : $" {word}", StringComparison.Ordinal)) && VerdictOf(subjects, sentence, passage.Kind, how, read, has) is var (verdict, start, end))
                {
                    found.Add(new Evidence(passage, sentence, verdict, start, end));
                }
            }
        }

        return Settled(found) is { } settled ? settled with { Verdict = AsksForShared(question) ? Turned(settled.Verdict) : settled.Verdict } : null;
    }

    /// <summary>Whether what is asked is the contrary of a topic: a bathroom that is shared.</summary>
    private static bool AsksForShared(Question question) => question.Topics.Any(topic => topic.Id is "own-bathroom" or "private-room") && Shared().IsMatch(Tokenizer.Folded(question.Text));

    private static Verdict? Turned(Verdict? verdict) => verdict switch { Verdict.Yes => Verdict.No, Verdict.No => Verdict.Yes, _ => verdict };

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
            return Tokenizer.Tokens(question.Text).Select(token => GuidesOf.GetValueOrDefault(token.Folded)).OfType<string>().Select(lexicon.Find).OfType<Concept>().Select(guide => new SpokenOf(null, guide)).Take(1).ToList();
        }

        return topics.Exists(topic => topic.Had is null) || things.Exists(thing => thing.Kind == ConceptKind.Traveller)
            ? []
            : [.. topics.Select(topic => new SpokenOf(topic.Had, topic.Had!.Thing is { } id ? lexicon.Find(id) : null)), .. things.Select(thing => new SpokenOf(null, thing))];
    }

    /// <summary>The topics whose words are no part of another's: "bơi" of "hồ bơi" asks of no swimming.</summary>
    private static IEnumerable<QuestionTopic> Outermost(Question question)
    {
        var folded = Tokenizer.Folded(question.Text);
        var found = question.Topics.Select(topic => (Topic: topic, Places: topic.Asks.Matches(folded).Select(match => (From: match.Index, To: match.Index + match.Length)).ToList())).ToList();
        return found.Where(topic => topic.Places.Count == 0 || topic.Places.Exists(place => !found.Exists(other => other.Topic != topic.Topic && other.Places.Exists(around => around.From <= place.From && place.To <= around.To && around.To - around.From > place.To - place.From)))).Select(topic => topic.Topic);
    }

    /// <summary>What one sentence says to all that is asked for; null where it does not name all of it, or does not settle it.</summary>
    private (Verdict Verdict, int Start, int End)? VerdictOf(List<SpokenOf> subjects, string sentence, PassageKind kind, AskedHow how, PackageConcepts read, IReadOnlySet<string> has)
    {
        (Verdict, int, int)? settled = null;
        foreach (var subject in subjects)
        {
            var said = subject.In(sentence, kind, lexicon).Select(place => (Verdict: Of(subject, sentence, place, kind, how), place.Start, place.End)).Where(place => place.Verdict is not null).ToList();
            if (said.Count == 0)
            {
                return null;
            }

            // The best of what one sentence says of a thing, the worst of what it says of several.
            var best = said.MinBy(place => Rank(place.Verdict!.Value));
            if (best.Verdict is Verdict.Yes or Verdict.PriceUnsaid && subject is { Topic: null, Thing: { } thing } && !has.Contains(thing.Id))
            {
                return null;
            }

            if (subject.Thing is { } diet && best.Verdict == Verdict.Yes && how != AskedHow.Included && read.Reserved.TryGetValue(diet.Id, out var reserved))
            {
                best.Verdict = Of(reserved.Of);
            }

            settled = settled is not ({ } before, _, _) || Rank(best.Verdict!.Value) > Rank(before) ? (best.Verdict!.Value, best.Start, best.End) : settled;
        }

        return settled;
    }

    private static Verdict? Of(SpokenOf subject, string sentence, (int Start, int End, bool Lacks) place, PassageKind kind, AskedHow how)
    {
        var clause = Tokenizer.Folded(Reservations.ClauseOf(sentence, place.Start, place.End));
        var denied = place.Lacks || PackageConcepts.IsDenied(sentence, place.Start, place.End);
        var (own, included) = (Own().IsMatch(clause), kind == PassageKind.Includes || Included().IsMatch(clause));
        var requires = subject.Requires || kind is not (PassageKind.Includes or PassageKind.Food or PassageKind.Transport or PassageKind.Activities) && Required().IsMatch(clause);
        var reserve = Reservations.Of(sentence, place.Start, place.End);
        if (ToBeAsked().IsMatch(clause))
        {
            return null;
        }

        return how switch
        {
            AskedHow.Paid => own || reserve == Reserve.Surcharge ? Verdict.Yes : !denied && included ? Verdict.No : null,
            AskedHow.Needed => denied ? Verdict.No : requires ? Verdict.Yes : null,
            _ when own => how == AskedHow.Included ? Verdict.No : Verdict.ExtraCost,
            _ when denied => Verdict.No,
            _ when subject.Topic?.Conditional == true => Verdict.Partly,
            _ when reserve is { } reserved => Of(reserved),
            _ when requires => null,
            AskedHow.Included when !included => Verdict.PriceUnsaid,
            _ => Verdict.Yes,
        };
    }

    private static Verdict Of(Reserve reserve) => reserve switch
    {
        Reserve.OnRequest => Verdict.OnRequest,
        Reserve.Surcharge => Verdict.ExtraCost,
        Reserve.SomeDays => Verdict.SomeDays,
        Reserve.SomeMeals => Verdict.SomeMeals,
        _ => Verdict.SomePlaces,
    };

    private static int Rank(Verdict verdict) => verdict switch { Verdict.Yes => 0, Verdict.PriceUnsaid => 2, Verdict.No => 3, _ => 1 };

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

    [GeneratedRegex(@"\b(?:at cost|own (?:expense|cost|account|pocket)|at your own|pay (?:on|at) (?:site|the|arrival)|payable|(?:not|un) included|tu tuc|tu tra|tu lo|tu mua|(?:chua|khong) (?:bao )?gom)\b")]
    private static partial Regex Own();

    [GeneratedRegex(@"\b(?:includ\w+|free|complimentary|covered|provided|mien phi|mien ve|da gom|bao gom|trong gia|tang)\b")]
    private static partial Regex Included();

    [GeneratedRegex(@"\b(?:shar(?:e|es|ed|ing)|chung|ghep)\b")]
    private static partial Regex Shared();

    /// <summary>Whoever says "ask us about it" says neither.</summary>
    [GeneratedRegex(@"\b(?:ask (?:us|about|the|your)|depends?|depending|contact us|hoi (?:truoc|cong ty|lai)|lien he|tuy (?:ngay|thoi tiet|mua|luc|doan))\b")]
    private static partial Regex ToBeAsked();

    [GeneratedRegex(@"\b(?:needs?|needed|must|required?|requires|have to|has to|bring|necessary|mandatory|can(?= (?:biet|mang|co|dat))|phai|bat buoc|nen mang|mang theo|mang)\b")]
    private static partial Regex Required();
}
