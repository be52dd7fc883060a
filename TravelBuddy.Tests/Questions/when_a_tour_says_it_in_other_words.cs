using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Questions;

namespace TravelBuddy.Tests.Questions;

/// <summary>"The agency does not say" is only for what no words of a tour tell.</summary>
public sealed class when_a_tour_says_it_in_other_words(AppFixture app)
{
    [Theory]
    [InlineData("dalatnghi-07", "is it quiet?", "an dưỡng")]
    [InlineData("dalatnghi-07", "chỗ này có yên tĩnh không", "an dưỡng")]
    [InlineData("dalatnghi-07", "is it easy?", "Dốc nhẹ")]
    [InlineData("dalatnghi-07", "is the pace slow?", "Mỗi ngày một điểm")]
    [InlineData("nguoilontuoi-09", "lịch trình có thong thả không", "Mỗi ngày chỉ hai điểm")]
    [InlineData("nguoilontuoi-09", "tour này có nhẹ nhàng không", "đi bộ ít hơn 2 km")]
    [InlineData("hagiang-05", "is it rushed?", "CHẬM")]
    [InlineData("hagiang-06", "does someone else drive?", "có xế")]
    [InlineData("riders-loop-01", "will somebody drive me?", "Easy rider")]
    [InlineData("karst-loop-riders-women-13", "is the guide a woman?", "Every rider, guide and host on this loop is a woman")]
    [InlineData("lantern-coast-women-16", "are there women guides?", "Women guides and drivers")]
    [InlineData("basalt-pine-canyon-03", "is it safe?", "two guides for every six")]
    [InlineData("karst-loop-riders-fansi-10", "is it safe?", "Hard: 8-9 hours")]
    [InlineData("karst-citadel-huetombs-09", "có an toàn không", "Easy, one small hill")]
    public async Task that_is_quoted(string tour, string question, string quoted)
    {
        var answer = await AnswerAsync(Repository.Packages.Single(package => package.SourceId.EndsWith(tour, StringComparison.Ordinal)), question);
        answer.Kind.ShouldBe(TourAnswerKind.Quoted);
        answer.Quoted.ShouldContain(passage => passage.Text.Contains(quoted, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("riders-loop-01", "is it hard?")]
    [InlineData("riders-loop-01", "is it easy?")]
    [InlineData("halong-01", "is it safe?")]
    [InlineData("fansi-10", "is the guide a woman?")]
    [InlineData("huechay-12", "is it quiet?")]
    [InlineData("phuquy-11", "does someone else drive?")]
    public async Task and_what_only_sounds_like_it_is_no_answer(string tour, string question) =>
        (await AnswerAsync(Repository.Packages.First(package => package.SourceId.EndsWith(tour, StringComparison.Ordinal)), question)).ShouldSatisfyAllConditions(
            answer => answer.Verdict.ShouldNotBe(TravelBuddy.Web.Questions.Verdicts.Verdict.Yes),
            answer => answer.Quoted.ShouldNotContain(passage => passage.Text.Contains("Easy rider", StringComparison.Ordinal)));

    private async Task<TourAnswer> AnswerAsync(TourPackage package, string question)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TourAnswers>().AnswerAsync(package, question, "en", null, null, CancellationToken.None);
    }
}
