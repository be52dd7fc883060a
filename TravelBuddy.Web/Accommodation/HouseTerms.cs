namespace TravelBuddy.Web.Accommodation;

/// <summary>What a concept is called where a house is to answer it: whoever brings a dog needs a house that takes it, a bicycle is one that the house lends, and near the sea is at a beach, if not on it.</summary>
internal static class HouseTerms
{
    private static readonly Dictionary<string, string> Terms = new(StringComparer.Ordinal) { ["pets"] = "pet-friendly", ["bicycle"] = "bike-at-hotel", ["near-sea"] = "beach" };

    private static readonly Dictionary<string, string[]> Parts = new(StringComparer.Ordinal) { ["quiet-beach"] = ["quiet", "beach"] };

    public static string Of(string concept) => Terms.GetValueOrDefault(concept, concept);

    /// <summary>Of what is wished for each part is; whoever refuses the whole may like the parts.</summary>
    public static IEnumerable<string> OfWishes(IEnumerable<string> concepts) => concepts.SelectMany(concept => Parts.GetValueOrDefault(concept, [Of(concept)])).Distinct(StringComparer.Ordinal);
}
