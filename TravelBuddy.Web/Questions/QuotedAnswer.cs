using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Questions;

/// <summary>
/// Finds the passage that answers a question in the tour's own words, or none: a passage answers what it says enough of what was asked. Topics and things count most, words that no list knows less, and
/// what stands all over the tour little, for it tells no passage from another.
/// </summary>
public sealed class QuotedAnswer(Lexicon lexicon)
{
    /// <summary>The share of what was asked that a passage must say; chosen on the first half of <c>data/tour-questions.jsonl</c>.</summary>
    private const double Enough = .6;

    private const double ThingWeight = 1;

    /// <summary>Who travels, and where on the way something is asked for ("on the boat"), tell what is asked less than the thing does.</summary>
    private const double AsideWeight = .4;

    private const double WordWeight = .6;

    /// <summary>A word that no list knows is found in its own language, or as a name.</summary>
    private const double ForeignWordWeight = .2;

    /// <summary>A title names and promises; another passage tells.</summary>
    private const double OfTitle = .8;

    private const double Everywhere = .25;
    private const double ShareEverywhere = .3;
    private const int LongWord = 5;

    /// <summary>The best of the passages that answer; null if none does. Passages are given best first.</summary>
    public Passage? Find(Question question, IReadOnlyList<Passage> passages, TourPackage package)
    {
        if (passages.Count == 0)
        {
            return null;
        }

        var read = passages.Select(passage => new ReadPassage(passage, QuestionTopic.WordsOf(passage), lexicon)).ToList();
        var all = PackagePassages.Of(package).Select(passage => new ReadPassage(passage, QuestionTopic.WordsOf(passage), lexicon)).ToList();
        var wordWeight = question.Language == package.Language ? WordWeight : ForeignWordWeight;
        List<(double Weight, Func<ReadPassage, bool> IsMet)> needs =
        [
            .. question.Topics.Select(topic => (topic.Weight, (Func<ReadPassage, bool>)(passage => topic.IsSaidIn(passage.Passage.Kind, passage.Folded)))),
            .. question.Concepts.Select(concept => Weighted(question.IsAside(concept) ? AsideWeight : ThingWeight, passage => passage.Says(concept, lexicon))),
            .. question.Words.Select(word => Weighted(wordWeight, passage => passage.HasWord(word))),
        ];
        var whole = needs.Sum(need => need.Weight);
        if (whole == 0)
        {
            return null;
        }

        // What is beside a topic or a thing that was asked for does not answer, however many of the other words it says.
        List<Func<ReadPassage, bool>> asked = [.. question.Topics.Select(topic => (Func<ReadPassage, bool>)(passage => topic.IsSaidIn(passage.Passage.Kind, passage.Folded))), .. question.Concepts.Where(concept => !question.IsAside(concept)).Select(concept => (Func<ReadPassage, bool>)(passage => passage.Says(concept, lexicon)))];
        return read.Where(passage => MayAnswer(question, passage.Passage.Kind) && (asked.Count == 0 || asked.Exists(isSaid => isSaid(passage)))).Select((passage, i) => (passage.Passage, Share: (passage.Passage.Kind == PassageKind.Title ? OfTitle : 1) * needs.Where(need => need.IsMet(passage)).Sum(need => need.Weight) / whole, Rank: i))
            .Where(found => found.Share >= Enough)
            .OrderByDescending(found => Math.Round(found.Share, 2)).ThenBy(found => Order(found.Passage.Kind)).ThenBy(found => found.Rank)
            .Select(found => found.Passage).FirstOrDefault();

        (double, Func<ReadPassage, bool>) Weighted(double weight, Func<ReadPassage, bool> isMet) => (IsEverywhere(isMet) ? weight * Everywhere : weight, isMet);

        bool IsEverywhere(Func<ReadPassage, bool> isMet) => all.Count(isMet) is var times && (times >= Math.Max(2, all.Count * ShareEverywhere) || isMet(all[0]) && times > 1);
    }

    /// <summary>Whether a kind of passage can answer at all: a title promises, and a list of nouns names. Neither says whether or how something is; a list tells what is had.</summary>
    private static bool MayAnswer(Question question, PassageKind kind) => !question.IsOfManner || kind switch
    {
        PassageKind.Title => false,
        PassageKind.Transport or PassageKind.Activities or PassageKind.Food => question.Topics.Count == 0 || question.Concepts.Count > 0 || question.Topics.Any(topic => !topic.IsOfManner || topic.Kinds.Contains(kind)),
        _ => true,
    };

    /// <summary>A passage cut to the sentence of it that says most of what was asked, and a long one to the words around.</summary>
    public Passage Shortened(Question question, Passage passage)
    {
        var sentences = Sentences.Of(passage.Text);
        var best = sentences.Select(sentence => (Text: sentence, Read: new ReadPassage(passage with { Text = sentence }, MonthSpans.Spelt(Tokenizer.Folded(sentence)), lexicon)))
            .Select(sentence => (sentence.Text, Told: question.Topics.Count(topic => topic.Says?.IsMatch(sentence.Read.Folded) == true) + question.Concepts.Count(concept => sentence.Read.Says(concept, lexicon)), Words: question.Words.Count(sentence.Read.HasWord)))
            .OrderByDescending(sentence => sentence.Told).ThenByDescending(sentence => sentence.Words).First();
        return best.Told + best.Words == 0 ? passage : passage with { Text = best.Text };
    }

    /// <summary>Where providers say what people ask: what is good to know and what is included, then the rest.</summary>
    internal static int Order(PassageKind kind) => kind switch
    {
        PassageKind.Notes or PassageKind.Includes or PassageKind.Length or PassageKind.Price or PassageKind.Start or PassageKind.Available => 0,
        PassageKind.Accommodation or PassageKind.Food or PassageKind.Transport => 1,
        PassageKind.Title => 3,
        _ => 2,
    };

    private sealed class ReadPassage(Passage passage, string folded, Lexicon lexicon)
    {
        private readonly string _spaced = $" {folded} ";
        private readonly HashSet<string> _concepts = [.. lexicon.FindIn(passage.Text).Select(match => match.Value.Id)];

        public Passage Passage => passage;

        public string Folded => folded;

        /// <summary>Whether the thing or a kind of it is named, or what is the contrary of it: "no early mornings" answers who asks for early ones.</summary>
        public bool Says(Concept concept, Lexicon lexicon) => _concepts.Contains(concept.Id) || _concepts.Any(id => lexicon.Find(id)! is var said && (said.Broader.Contains(concept.Id) || said.Opposite.Contains(concept.Id)));

        /// <summary>Whether a word stands there; a long one in any of its endings.</summary>
        public bool HasWord(string word) => _spaced.Contains($" {word} ", StringComparison.Ordinal) || word.Length > LongWord && _spaced.Contains($" {word[..LongWord]}", StringComparison.Ordinal);
    }
}
