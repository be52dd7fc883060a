using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>What somebody looks for who refuses a place as it is at its worst: "no crowded beaches" asks for few people, "không ở khách sạn ồn ào" for quiet.</summary>
internal static class Calmer
{
    private static readonly (string Word, string Concept)[] Opposites =
        [("crowded", "uncrowded"), ("dong nguoi", "uncrowded"), ("dong duc", "uncrowded"), ("dong khach", "uncrowded"), ("dong nghit", "uncrowded"), ("qua dong", "uncrowded"), ("noisy", "quiet"), ("loud", "quiet"), ("on ao", "quiet"), ("qua on", "quiet")];

    /// <summary>The wishes that stand behind such refusals, each with the refusal's span.</summary>
    public static IEnumerable<(Found<Concept> Concept, Stance Stance)> Than(IEnumerable<Found<string>> refused, Lexicon lexicon) =>
        from refusal in refused
        let words = $" {Tokenizer.Folded(refusal.Value)} "
        from opposite in Opposites
        where words.Contains($" {opposite.Word} ", StringComparison.Ordinal)
        let concept = lexicon.Find(opposite.Concept)
        where concept is not null
        select (new Found<Concept>(concept, refusal.Start, refusal.End), Stance.Wanted);
}
