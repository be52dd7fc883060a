namespace TravelBuddy.Tests.Language;

/// <summary>The edges: nearness of two concepts is read from them, so a wrong one ranks a wrong tour.</summary>
public sealed class when_concepts_point_at_each_other
{
    [Fact]
    public void every_edge_ends_at_a_concept() =>
        LexiconFile.Lines
            .SelectMany(line => line.Edges.Where(edge => !LexiconFile.ById.ContainsKey(edge)).Select(edge => $"{line.Id} -> {edge}"))
            .ShouldBeEmpty();

    [Fact]
    public void only_diets_cover_and_only_diets_are_covered() =>
        LexiconFile.Lines
            .SelectMany(line => (line.Covers ?? []).Where(covered => line.Kind != "diet" || LexiconFile.ById.GetValueOrDefault(covered)?.Kind != "diet" || covered == line.Id).Select(covered => $"{line.Id} -> {covered}"))
            .ShouldBeEmpty();

    [Fact]
    public void no_concept_points_at_itself() =>
        LexiconFile.Lines.Where(line => line.Edges.Contains(line.Id)).Select(line => line.Id).ShouldBeEmpty();

    [Fact]
    public void no_concept_is_two_things_to_another() =>
        LexiconFile.Lines
            .SelectMany(line => line.Edges.GroupBy(edge => edge).Where(edges => edges.Count() > 1).Select(edges => $"{line.Id} -> {edges.Key}"))
            .ShouldBeEmpty();

    [Fact]
    public void climbing_to_broader_concepts_always_ends()
    {
        var inCycle = LexiconFile.Lines.Where(line => Above(line).Contains(line.Id)).Select(line => line.Id);
        inCycle.ShouldBeEmpty();
    }

    [Fact]
    public void nothing_is_the_opposite_of_what_it_is_a_kind_of() =>
        LexiconFile.Lines
            .SelectMany(line => line.Opposite.Where(other => Above(line).Contains(other) || Above(LexiconFile.ById[other]).Contains(line.Id))
                .Select(other => $"{line.Id} -> {other}"))
            .ShouldBeEmpty();

    [Fact]
    public void nothing_is_related_to_what_another_line_calls_its_opposite() =>
        LexiconFile.Lines
            .SelectMany(line => line.Related.Where(other => LexiconFile.ById[other].Opposite.Contains(line.Id)).Select(other => $"{line.Id} -> {other}"))
            .ShouldBeEmpty();

    [Fact]
    public void no_concept_stands_alone()
    {
        var reached = LexiconFile.Lines.SelectMany(line => line.Edges).ToHashSet();
        LexiconFile.Lines.Where(line => !line.Edges.Any() && !reached.Contains(line.Id)).Select(line => line.Id).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("snorkelling", "diving")]
    [InlineData("kayaking", "sup")]
    [InlineData("sleeper-bus", "limousine-van")]
    [InlineData("hotel-3-star", "hotel-4-star")]
    [InlineData("nut-allergy", "seafood-allergy")]
    [InlineData("pho", "bun-cha")]
    [InlineData("buckwheat-flowers", "plum-blossom")]
    [InlineData("coach", "public-bus")]
    [InlineData("massage", "hair-wash")]
    [InlineData("durian", "mango")]
    [InlineData("hmong", "dao-people")]
    public void siblings_meet_at_a_broader_concept(string one, string other) =>
        Above(LexiconFile.ById[one]).Intersect(Above(LexiconFile.ById[other])).ShouldNotBeEmpty();

    [Theory]
    [InlineData("easy", "hard")]
    [InlineData("quiet", "nightlife")]
    [InlineData("budget", "luxury")]
    [InlineData("no-pork", "pork")]
    [InlineData("private-tour", "group-tour")]
    [InlineData("accessible", "hard")]
    [InlineData("accessible", "mountain-hut")]
    [InlineData("lively", "quiet")]
    public void opposites_are_said_to_be(string one, string other) =>
        (LexiconFile.ById[one].Opposite.Contains(other) || LexiconFile.ById[other].Opposite.Contains(one)).ShouldBeTrue();

    private static HashSet<string> Above(LexiconLine line)
    {
        HashSet<string> above = [];
        Queue<string> open = new(line.Broader);
        while (open.TryDequeue(out var id))
        {
            if (above.Add(id))
            {
                foreach (var broader in LexiconFile.ById[id].Broader)
                {
                    open.Enqueue(broader);
                }
            }
        }

        return above;
    }
}
