namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary><see cref="Okapi"/> over lists of words; a word that the query repeats counts as often.</summary>
public sealed class Bm25
{
    private readonly Dictionary<string, List<(int Document, int Times)>> _postings = new(StringComparer.Ordinal);
    private readonly List<int> _lengths = [];
    private long _words;

    /// <summary>Adds a document; they are numbered from 0.</summary>
    public void Add(IReadOnlyCollection<string> words)
    {
        foreach (var word in words.CountBy(word => word, StringComparer.Ordinal))
        {
            (_postings.TryGetValue(word.Key, out var list) ? list : _postings[word.Key] = []).Add((_lengths.Count, word.Value));
        }

        _lengths.Add(words.Count);
        _words += words.Count;
    }

    /// <summary>The score of every document.</summary>
    public double[] Scores(IEnumerable<string> query)
    {
        var scores = new double[_lengths.Count];
        var mean = (double)_words / _lengths.Count;
        foreach (var word in query)
        {
            if (!_postings.TryGetValue(word, out var list))
            {
                continue;
            }

            var idf = Okapi.Rarity(_lengths.Count, list.Count);
            foreach (var (document, times) in list)
            {
                scores[document] += idf * Okapi.Times(times, _lengths[document] / mean);
            }
        }

        return scores;
    }
}
