using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Questions.Ages;
using TravelBuddy.Web.Questions.Verdicts;

namespace TravelBuddy.Tests.Questions;

/// <summary>Children of no age that was named: yes, no or from an age on, by the sentence of the tour that says so.</summary>
public sealed class when_children_are_asked_about
{
    [Theory]
    [InlineData("From 8 years. Life jackets for all.", Verdict.Partly)]
    [InlineData("Trẻ từ 6 tuổi.", Verdict.Partly)]
    [InlineData("No children. Helmets for all.", Verdict.No)]
    [InlineData("Không nhận trẻ em.", Verdict.No)]
    [InlineData("Children under 5 free, 5-10 half price.", Verdict.Yes)]
    [InlineData("Good for families with kids.", Verdict.Yes)]
    public void the_tour_says_whether_they_may_come(string notes, Verdict verdict)
    {
        var answer = AgeVerdict.OfChildren(Tour(notes)).ShouldNotBeNull();

        answer.Verdict.ShouldBe(verdict);
        answer.Quoted.ShouldHaveSingleItem().Text.ShouldStartWith(notes[..8]);
    }

    [Fact]
    public void a_tour_that_does_not_speak_of_them_says_neither() => AgeVerdict.OfChildren(Tour("Helmets for all.")).ShouldBeNull();

    private static TourPackage Tour(string notes) => new() { Id = "t", SourceId = "t", ProviderId = "p", Title = "Lan", ContentHash = "t", Notes = notes, Language = "en" };
}
