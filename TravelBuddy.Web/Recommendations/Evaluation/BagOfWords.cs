namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>
/// Cosine of bags of words with <c>(1 + ln tf) · ln(1 + N / df)</c> as the weight of a word, on both sides: Salton and Buckley, "Term-weighting approaches in
/// automatic text retrieval", Information Processing and Management 24(5), 1988 (the 1 beside N / df keeps a word that all documents have above nothing).
/// A word that no document has does not count.
/// </summary>
public sealed class BagOfWords
{
    private readonly Dictionary<string, List<(int Document, double Weight)>> _postings = new(StringComparer.Ordinal);
    private int _documents;
    private double[]? _lengths;

    /// <summary>Adds a document; they are numbered from 0.</summary>
    public void Add(IEnumerable<string> words)
    {
        foreach (var (word, weight) in Weighted(words))
        {
            (_postings.TryGetValue(word, out var list) ? list : _postings[word] = []).Add((_documents, weight));
        }

        _documents++;
        _lengths = null;
    }

    /// <summary>The cosine of every document with the query; 0 with an empty one.</summary>
    public double[] Cosines(IEnumerable<string> query)
    {
        var lengths = _lengths ??= Lengths();
        var products = new double[_documents];
        var squares = 0.0;
        foreach (var (word, weight) in Weighted(query))
        {
            if (_postings.TryGetValue(word, out var list))
            {
                var rarity = Rarity(list.Count);
                squares += Square(weight * rarity);
                foreach (var (document, own) in list)
                {
                    products[document] += weight * rarity * own * rarity;
                }
            }
        }

        for (var d = 0; d < products.Length; d++)
        {
            products[d] = products[d] == 0 ? 0 : products[d] / (lengths[d] * Math.Sqrt(squares));
        }

        return products;
    }

    private static IEnumerable<(string Word, double Weight)> Weighted(IEnumerable<string> words) =>
        words.CountBy(word => word, StringComparer.Ordinal).Select(word => (word.Key, 1 + Math.Log(word.Value)));

    private static double Square(double x) => x * x;

    private double Rarity(int documents) => Math.Log(1 + (double)_documents / documents);

    private double[] Lengths()
    {
        var lengths = new double[_documents];
        foreach (var list in _postings.Values)
        {
            foreach (var (document, weight) in list)
            {
                lengths[document] += Square(weight * Rarity(list.Count));
            }
        }

        return [.. lengths.Select(Math.Sqrt)];
    }
}
