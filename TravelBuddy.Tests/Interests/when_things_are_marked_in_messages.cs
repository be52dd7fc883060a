using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Interests.Reading.Roles;
using TravelBuddy.Web.Interests.Reading.Roles.Training;

namespace TravelBuddy.Tests.Interests;

/// <summary>Messages in which readers marked what a tour should have, must have, should not have, and what is only named (data/evaluation/README.md): floors a little below what is reached.</summary>
public sealed class when_things_are_marked_in_messages
{
    private static readonly Lazy<IReadOnlyDictionary<string, double>> Development = new(() => MarkShares.Of("marks-dev.jsonl", Repository.Roles));
    private static readonly Lazy<IReadOnlyDictionary<string, double>> Others = new(() => MarkShares.Of("marks-test.jsonl", Repository.Roles));
    private static readonly Lazy<IReadOnlyDictionary<string, double>> ByRules = new(() => MarkShares.Of("marks-test.jsonl", RoleModel.Rules));

    [Theory]
    [InlineData("wish", .75)]
    [InlineData("must", .44)]
    [InlineData("refuse", .53)]
    [InlineData("aside", .80)]
    public void a_mark_is_read_in_its_role(string role, double share) => Development.Value[role].ShouldBeGreaterThanOrEqualTo(share);

    [Theory]
    [InlineData("aside", .05)]
    [InlineData("wish", -.02)]
    public void a_model_that_has_read_messages_reads_others_better_than_rules_do(string role, double better) =>
        Others.Value[role].ShouldBeGreaterThanOrEqualTo(ByRules.Value[role] + better);

    [Fact]
    public void the_same_marks_give_the_same_model()
    {
        (MarkedMessage, string, string)[] messages = [.. Enumerable.Repeat((new MarkedMessage("m7@text", [new("kayak", "activity", "wish")]), "en", "Da Nang for three days with a kayak and nothing else that one would have to get up early for"), 3)];
        Training().Fit(messages).ShouldBe(Training().Fit(messages));
    }

    [Theory]
    [InlineData("kayaks", "wish", "\"kayaks\"")]
    [InlineData("kayak", "wished", "\"wished\"")]
    public void a_mark_that_cannot_be_right_is_named(string text, string role, string named) =>
        Should.Throw<InvalidDataException>(() => Training().Fit([(new("m7@text", [new(text, "activity", role)]), "en", "Da Nang by kayak")]).ToList()).Message.ShouldContain(named);

    [Fact]
    public void what_is_told_by_the_way_is_no_wish() =>
        new WishReader(Repository.Gazetteer, Repository.Lexicon, Repository.Roles).Read("We live above a bakery in Hoi An, which floods every autumn, so we would like four days in Da Lat with a waterfall", null, new DateOnly(2026, 6, 1))
            .Wishes.Food.Concepts.ShouldBeEmpty();

    private static ThingTraining Training() => new(Repository.Gazetteer, Repository.Lexicon, RoleModel.Rules);
}
