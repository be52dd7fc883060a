using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_concepts_speak_against_each_other
{
    private static readonly ConceptKin Kin = new(Encoding.Repository.Lexicon);

    [Theory]
    [InlineData("accessible", "hard", "very-hard", "long-walks", "many-stairs", "trekking", "mountain-climbing", "caving", "cycling", "mountain-biking", "rock-climbing", "motorbike-loop")]
    [InlineData("disabled", "hard", "very-hard", "trekking", "mountain-climbing", "many-stairs")]
    [InlineData("elderly", "hard", "very-hard", "mountain-climbing")]
    [InlineData("pregnant", "hard", "diving", "rafting")]
    [InlineData("fear-of-heights", "cable-car", "paragliding", "zipline")]
    [InlineData("vegan", "beef", "pork", "meat-dishes")]
    [InlineData("non-swimmer", "diving")]
    public void a_concept_knows_what_speaks_against_it_and_its_kinds(string concept, params string[] against) =>
        against.Except(Kin.OppositeOf(concept)).ShouldBeEmpty();

    [Fact]
    public void opposition_goes_both_ways()
    {
        var ids = Encoding.Repository.Lexicon.Concepts.Select(concept => concept.Id).ToList();
        ids.SelectMany(one => Kin.OppositeOf(one).Where(other => !Kin.OppositeOf(other).Contains(one)).Select(other => $"{one} -> {other}")).ShouldBeEmpty();
    }

    [Fact]
    public void nothing_related_or_broader_or_narrower_speaks_against_a_concept()
    {
        var concepts = Encoding.Repository.Lexicon.Concepts;
        concepts.SelectMany(concept => Kin.OppositeOf(concept.Id).Where(other => Kin.Of(concept.Id).Contains(other) || concept.Broader.Contains(other)).Select(other => $"{concept.Id} -> {other}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("accessible", "easy")]
    [InlineData("accessible", "very-easy")]
    [InlineData("accessible", "hotel")]
    [InlineData("accessible", "easy-walk")]
    [InlineData("seafood", "vegetarian")]
    public void what_merely_differs_does_not(string concept, string other) => Kin.OppositeOf(concept).ShouldNotContain(other);

    [Fact]
    public void a_word_the_lexicon_does_not_know_has_no_opposite() => Kin.OppositeOf("qwerty").ShouldBeEmpty();
}
