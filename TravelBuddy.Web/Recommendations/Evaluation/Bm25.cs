namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>
/// Okapi BM25 over lists of words: the sum over the query's words (a repeated one as often) of
/// <c>idf · tf / (k1 · (1 − b + b · length / mean length) + tf)</c> with <c>idf = ln(1 + (N − df + ½) / (df + ½))</c>, k1 1.2 and b .75.
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in Information Retrieval 3(4), 2009, equation
/// 3.15; the 1 inside the logarithm, as in Lucene, keeps a word that most documents have from counting against them.
/// </summary>
public sealed class Bm25
{
    private const double K1 = 1.2;
    private const double B = .75;

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

            var idf = Math.Log(1 + (_lengths.Count - list.Count + .5) / (list.Count + .5));
            foreach (var (document, times) in list)
            {
                scores[document] += idf * times / (K1 * (1 - B + B * _lengths[document] / mean) + times);
            }
        }

        return scores;
    }
}
