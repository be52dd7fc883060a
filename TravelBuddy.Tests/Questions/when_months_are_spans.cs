using TravelBuddy.Web.Questions;

namespace TravelBuddy.Tests.Questions;

public sealed class when_months_are_spans
{
    [Theory]
    [InlineData("rough from june to september", "july", "october"), InlineData("best november to mid february", "january", "march")]
    [InlineData("thang 6 den thang 9 bien dong", "thang 7", "thang 10"), InlineData("thang 6 9 bien dong", "thang 8", "thang 5"), InlineData("thang 11 den thang 2", "thang 12", "thang 3")]
    public void the_months_between_are_named_too(string folded, string within, string without)
    {
        MonthSpans.Spelt(folded).ShouldContain(within);
        MonthSpans.Spelt(folded).ShouldNotContain(without);
    }

    [Theory]
    [InlineData("thang 6 12 khach"), InlineData("in june we go to hue"), InlineData("you may march to the top")]
    public void other_words_stay_as_they_are(string folded) => MonthSpans.Spelt(folded).ShouldBe(folded);
}
