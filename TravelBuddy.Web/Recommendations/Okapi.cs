namespace TravelBuddy.Web.Recommendations;

/// <summary>
/// Okapi BM25 without its constant factor: the sum over a query's words of <c>idf · tf / (k1 · (1 − b + b · length / mean length) + tf)</c> with
/// <c>idf = ln(1 + (N − df + ½) / (df + ½))</c>, k1 1.2 and b .75. Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations
/// and Trends in Information Retrieval 3(4), 2009, equation 3.15; the 1 inside the logarithm, as in Lucene, keeps a word that most documents have from counting against them.
/// </summary>
public static class Okapi
{
    private const double K1 = 1.2;
    private const double B = .75;

    /// <summary>The inverse document frequency of a word that <paramref name="having"/> of so many documents have, above 0.</summary>
    public static double Rarity(int documents, int having) => Math.Log(1 + (documents - having + .5) / (having + .5));

    /// <summary>What a word counts that stands so often in a document, 0 to below 1.</summary>
    /// <param name="length">The document's length by the mean one.</param>
    public static double Times(int times, double length) => times / (K1 * (1 - B + B * length) + times);
}
