using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Questions;
using TravelBuddy.Web.Questions.Verdicts;

namespace TravelBuddy.Tests.Questions;

/// <summary>"The agency does not say" is only for what no words of a tour tell.</summary>
public sealed class when_a_tour_says_it_in_other_words(AppFixture app)
{
    [Theory]
    [InlineData("dalatnghi-07", "is it easy?", "Dốc nhẹ")]
    [InlineData("dalatnghi-07", "is the pace slow?", "Mỗi ngày một điểm")]
    [InlineData("nguoilontuoi-09", "lịch trình có thong thả không", "Mỗi ngày chỉ hai điểm")]
    [InlineData("nguoilontuoi-09", "tour này có nhẹ nhàng không", "đi bộ ít hơn 2 km")]
    [InlineData("hagiang-06", "does someone else drive?", "có xế")]
    [InlineData("riders-loop-01", "will somebody drive me?", "Easy rider")]
    [InlineData("karst-loop-riders-women-13", "is the guide a woman?", "Every rider, guide and host on this loop is a woman")]
    [InlineData("lantern-coast-women-16", "are there women guides?", "Women guides and drivers")]
    [InlineData("basalt-pine-canyon-03", "is it safe?", "two guides for every six")]
    [InlineData("karst-loop-riders-fansi-10", "is it safe?", "Hard: 8-9 hours")]
    [InlineData("karst-citadel-huetombs-09", "có an toàn không", "Easy, one small hill")]
    [InlineData("karst-loop-riders-women-13", "is it safe?", "in the support car")]
    [InlineData("karst-loop-riders-loop-01", "có an toàn không", "Helmet and knee pads")]
    [InlineData("karst-loop-riders-loop-02", "is it safe?", "landslide risk")]
    [InlineData("may-ngan-du-ky-hagiang-06", "is it safe?", "Xế có bảo hiểm, mũ 3/4, giáp gối")]
    [InlineData("may-ngan-du-ky-hagiang-06", "đi vậy có an toàn không", "Xế có bảo hiểm, mũ 3/4, giáp gối")]
    [InlineData("karst-loop-riders-loop-02", "do they ride slowly?", "There is time to sit still")]
    [InlineData("limestone-tide-access-11", "nhà vs trên tàu có tay vịn k", "one toilet and the foredeck are on one level")]
    [InlineData("limestone-tide-access-11", "is there a toilet with a handrail on the boat?", "one toilet and the foredeck are on one level")]
    public async Task that_is_quoted(string tour, string question, string quoted)
    {
        var answer = await AnswerAsync(Repository.Packages.Single(package => package.SourceId.EndsWith(tour, StringComparison.Ordinal)), question);
        answer.Kind.ShouldBe(TourAnswerKind.Quoted);
        answer.Quoted.ShouldContain(passage => passage.Text.Contains(quoted, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dalatnghi-07", "is it quiet?"), InlineData("dalatnghi-07", "chỗ này có yên tĩnh không"), InlineData("hagiang-05", "is it rushed?"), InlineData("may-ngan-du-ky-hagiang-05", "do they ride slowly?"), InlineData("karst-loop-riders-women-13", "chạy xe có chậm không"), InlineData("karst-loop-riders-women-13", "chay xe co cham khong")]
    public async Task a_title_or_a_list_of_nouns_does_not_say_how_a_tour_is(string tour, string question) =>
        (await AnswerAsync(Repository.Packages.Single(package => package.SourceId.EndsWith(tour, StringComparison.Ordinal)), question)).Quoted.ShouldNotContain(passage => passage.Kind == PassageKind.Title || passage.Kind == PassageKind.Transport);

    [Theory]
    [InlineData("riders-loop-01", "is it hard?")]
    [InlineData("riders-loop-01", "is it easy?")]
    [InlineData("halong-01", "is it safe?")]
    [InlineData("fansi-10", "is the guide a woman?")]
    [InlineData("huechay-12", "is it quiet?")]
    [InlineData("phuquy-11", "does someone else drive?")]
    public async Task and_what_only_sounds_like_it_is_no_answer(string tour, string question) =>
        (await AnswerAsync(Repository.Packages.First(package => package.SourceId.EndsWith(tour, StringComparison.Ordinal)), question)).ShouldSatisfyAllConditions(
            answer => answer.Verdict.ShouldNotBe(Verdict.Yes),
            answer => answer.Quoted.ShouldNotContain(passage => passage.Text.Contains("Easy rider", StringComparison.Ordinal)));

    [Theory]
    [InlineData("có đi bộ nhiều không?", "vi", "Động Thiên Đường")]
    [InlineData("is there a lot of walking?", "en", "Paradise Cave")]
    public async Task and_of_walking_the_steps_that_a_place_is_known_for_are_told(string question, string language, string place)
    {
        var answer = await AnswerAsync(Repository.Packages.Single(package => package.SourceId == "karst-citadel-quangbinh-13"), question, language);
        answer.Told.ShouldHaveSingleItem().ShouldContain(place);
    }

    [Theory]
    [InlineData("nhà vs trên tàu có tay vịn k")]
    [InlineData("is there a toilet with a handrail on the boat?")]
    public async Task and_the_nearest_sentence_to_two_things_at_once_settles_neither(string question) =>
        (await AnswerAsync(Repository.Packages.Single(package => package.SourceId == "limestone-tide-access-11"), question)).Verdict.ShouldBe(Verdict.Unclear);

    [Theory]
    [InlineData("is lunch included?"), InlineData("có bao gồm ăn trưa không")]
    public void and_another_thing_that_is_included_is_none(string text)
    {
        var tour = Repository.Packages.First(package => package.SourceId == "may-ngan-du-ky-hagiang-06") with { Itinerary = [], Description = null, Food = [], Includes = ["Bảo hiểm", "Insurance"] };
        var question = Question.Of(text, app.Services.GetRequiredService<QuestionTopics>(), Repository.Lexicon);
        new QuotedAnswer(Repository.Lexicon).Find(question, PackagePassages.Of(tour), tour).ShouldBeNull();
        app.Services.GetRequiredService<TourVerdicts>().Nearest(question, tour).ShouldBeNull();
    }

    private async Task<TourAnswer> AnswerAsync(TourPackage package, string question, string language = "en")
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TourAnswers>().AnswerAsync(package, question, language, null, null, CancellationToken.None);
    }
}
