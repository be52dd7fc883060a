using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_the_same_would_be_said_twice
{
    private static readonly ChatState State = new() { Id = Guid.NewGuid() };

    [Fact]
    public void the_second_time_it_is_said_otherwise_and_shows_the_way_to_a_person()
    {
        var first = Repetition.Avoided(Answer.Saying(State, nameof(Phrases.NotThat)), lastSaid: null);
        var second = Repetition.Avoided(Answer.Saying(State, nameof(Phrases.NotThat)), first.State.LastSaid);
        var shown = State with { ListId = Guid.NewGuid() };
        var ofTours = Repetition.Avoided(Answer.Saying(shown, nameof(Phrases.NotThat)), first.State.LastSaid);

        Said(first).ShouldBe(nameof(Phrases.NotThat));
        Said(second).ShouldBe(nameof(Phrases.NoMoreToSay));
        Said(ofTours).ShouldBe(nameof(Phrases.NoMoreToSayOfTours));
        Said(Repetition.Avoided(Answer.Saying(State, nameof(Phrases.NotThat)), second.State.LastSaid)).ShouldBe(nameof(Phrases.NotThat), "the words alternate");
        Said(Repetition.Avoided(Answer.Saying(shown, nameof(Phrases.HumanLater)), nameof(Phrases.HumanLater))).ShouldBe(nameof(Phrases.HumanLaterAgain));
        new[] { Phrases.NoMoreToSayOfTours.En, Phrases.NoMoreToSayOfTours.Vi }.ShouldAllBe(text => text.Contains("phone 1") || text.Contains("gọi 1"));
    }

    [Fact]
    public void courtesies_may_be_repeated_and_what_came_between_is_remembered()
    {
        Said(Repetition.Avoided(Answer.Saying(State, nameof(Phrases.Thanks)), nameof(Phrases.Thanks))).ShouldBe(nameof(Phrases.Thanks));
        Repetition.Avoided(new Answer(State) { Tours = new TourSet(Guid.NewGuid()) }, nameof(Phrases.NotThat)).State.LastSaid.ShouldBeNull();
    }

    [Theory]
    [InlineData(nameof(Phrases.AllRight))]
    [InlineData(nameof(Phrases.OldButton))]
    [InlineData(nameof(Phrases.NothingChanged))]
    [InlineData(nameof(Phrases.WhichTour))]
    public void what_answers_the_same_tap_or_question_again_may_be_repeated(string phrase) => Said(Repetition.Avoided(Answer.Saying(State, phrase), phrase)).ShouldBe(phrase);

    private static string? Said(Answer answer) => answer.Replies.ShouldHaveSingleItem().Phrase;
}
