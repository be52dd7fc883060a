extern alias benchmarks;

using benchmarks::TravelBuddy.Benchmarks.Webhooks;

namespace TravelBuddy.Tests.Benchmarks;

public sealed class when_effects_are_looked_at
{
    private static readonly Person Linh = Person.Make(1);
    private static readonly Person Tom = Person.Make(2);

    [Fact]
    public void every_text_answered_once_and_in_order_is_right()
    {
        var effects = Effects.OfTexts([Text(Linh, "1", 0), Text(Tom, "1", 1), Text(Linh, "2", 2)], [Answer(Tom, "1", 0), Answer(Linh, "1", 1), Answer(Linh, "2", 2)], [], []);

        effects.AreRight.ShouldBeTrue();
        (effects.Texts, effects.Ordered).ShouldBe((3, 1));
    }

    [Fact]
    public void a_text_without_an_answer_is_found()
    {
        var effects = Effects.OfTexts([Text(Linh, "1", 0), Text(Tom, "1", 1)], [Answer(Tom, "1", 0)], [], []);

        effects.Unanswered.ShouldBe(1);
        effects.AreRight.ShouldBeFalse();
    }

    [Fact]
    public void a_text_answered_without_a_list_is_answered()
    {
        var effects = Effects.OfTexts([Text(Linh, "1", 0), Text(Linh, "2", 1), Text(Tom, "1", 2)], [Answer(Linh, "2", 0)], otherwise: [Linh], superseded: []);

        (effects.AnsweredOtherwise, effects.Unanswered).ShouldBe((1, 1));
    }

    [Fact]
    public void a_text_whose_answer_a_later_one_took_the_place_of_is_answered_if_the_last_one_is()
    {
        var answered = Effects.OfTexts([Text(Linh, "1", 0), Text(Linh, "2", 1), Text(Linh, "3", 2)], [Answer(Linh, "3", 0)], [], superseded: [Linh, Linh]);
        (answered.Unanswered, answered.Superseded).ShouldBe((0, 2));

        var notTheLast = Effects.OfTexts([Text(Linh, "1", 0), Text(Linh, "2", 1)], [Answer(Linh, "1", 0)], [], superseded: [Linh]);
        (notTheLast.Unanswered, notTheLast.Superseded).ShouldBe((1, 0));

        var once = Effects.OfTexts([Text(Linh, "1", 0), Text(Linh, "2", 1), Text(Linh, "3", 2)], [Answer(Linh, "3", 0)], [], superseded: [Linh]);
        (once.Unanswered, once.Superseded).ShouldBe((1, 1));
    }

    [Fact]
    public void a_second_answer_is_found()
    {
        var effects = Effects.OfTexts([Text(Linh, "1", 0)], [Answer(Linh, "1", 0), Answer(Linh, "1", 1)], [], []);

        effects.AnsweredTwice.ShouldBe(1);
        effects.AreRight.ShouldBeFalse();
    }

    [Fact]
    public void an_answer_to_somebody_elses_text_is_found()
    {
        var effects = Effects.OfTexts([Text(Linh, "1", 0)], [Answer(Linh, "1", 0), Answer(Tom, "1", 1)], [], []);

        effects.AnswersToNothing.ShouldBe(1);
        effects.AreRight.ShouldBeFalse();
    }

    [Fact]
    public void answers_the_other_way_round_are_found()
    {
        var effects = Effects.OfTexts([Text(Linh, "1", 0), Text(Linh, "2", 1)], [Answer(Linh, "2", 0), Answer(Linh, "1", 1)], [], []);

        (effects.Ordered, effects.OutOfOrder).ShouldBe((1, 1));
        effects.AreRight.ShouldBeFalse();
    }

    [Fact]
    public void two_texts_under_way_at_once_have_no_order()
    {
        var effects = Effects.OfTexts([Text(Linh, "1", left: 0, answered: .2), Text(Linh, "2", left: .1)], [Answer(Linh, "2", 0), Answer(Linh, "1", 1)], [], []);

        (effects.Ordered, effects.OutOfOrder).ShouldBe((0, 0));
    }

    [Fact]
    public void two_texts_of_one_post_have_the_order_in_it()
    {
        var both = new Delivery(0) { Left = 0, Answered = 1 };
        var effects = Effects.OfTexts([Text(Linh, "1", both), Text(Linh, "2", both)], [Answer(Linh, "2", 0), Answer(Linh, "1", 1)], [], []);

        (effects.Ordered, effects.OutOfOrder).ShouldBe((1, 1));
    }

    [Fact]
    public void two_texts_of_one_post_have_none_where_the_later_came_alone_beside_it()
    {
        var both = new Delivery(0) { Left = 0, Answered = 1 };
        var alone = Text(Linh, "2", both);
        alone.IsDoubledAtOnce = true;

        var effects = Effects.OfTexts([Text(Linh, "1", both), alone], [Answer(Linh, "2", 0), Answer(Linh, "1", 1)], [], []);

        (effects.Ordered, effects.OutOfOrder).ShouldBe((0, 0));
    }

    [Fact]
    public void a_message_that_overtakes_another_of_the_same_person_is_found()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());

        Effects.CountOvertaking([(one, 1, 0), (other, 9, 1), (one, 2, 2), (other, 10, 3)]).ShouldBe(0);
        Effects.CountOvertaking([(one, 2, 0), (other, 9, 1), (one, 1, 2), (other, 10, 3)]).ShouldBe(1);
    }

    [Fact]
    public void a_message_taken_twice_is_excused_only_where_the_app_could_not_know_of_the_first()
    {
        TakenMessage Taken(string opaque, long order, bool isUnsure = false) => new($"wamid.{order}", Linh, opaque, "", order) { IsUnsure = isUnsure };

        Effects.CountRepeats([Taken("a", 0), Taken("b", 1, isUnsure: true)]).ShouldBe((0, 0));
        Effects.CountRepeats([Taken("a", 0, isUnsure: true), Taken("b", 1), Taken("a", 2)]).ShouldBe((0, 1));
        Effects.CountRepeats([Taken("a", 0), Taken("a", 1, isUnsure: true)]).ShouldBe((1, 0));
        Effects.CountRepeats([Taken("a", 0, isUnsure: true), Taken("a", 1), Taken("a", 2)]).ShouldBe((1, 1));
    }

    private static WrittenText Text(Person person, string mark, double left, double? answered = null) => Text(person, mark, new Delivery(left) { Left = left, Answered = answered ?? left + .01 });

    private static WrittenText Text(Person person, string mark, Delivery first) => new(person, $"wamid.{person.Number}.{mark}", mark, "three days by the sea") { First = first };

    private static GivenAnswer Answer(Person person, string mark, long order) => new(person, mark, order);
}
