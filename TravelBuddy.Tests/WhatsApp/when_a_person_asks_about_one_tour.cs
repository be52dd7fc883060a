using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Language.Embeddings;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Questions;
using TravelBuddy.Web.Questions.Verdicts;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Questions in a chat are answered from the tour's own text, or by whom to ask.</summary>
public sealed class when_a_person_asks_about_one_tour(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("3 days in Hoi An", "en", "does number {0} include lunch?", "writes:", "does number {0} allow drones?", "please ask the agency")]
    [InlineData("3 ngày ở Hội An", "vi", "tour số {0} có ăn trưa không?", "viết:", "tour số {0} có cho bay flycam không?", "hỏi trực tiếp công ty")]
    public async Task what_its_text_says_is_quoted_and_what_it_does_not_say_is_for_the_agency(string wish, string language, string question, string says, string other, string agency)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.ListAsync();
        var list = await ListAsync(phone);
        var (rank, answer) = await FirstAnsweredAsync(list, question, language);

        await phone.SayAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, question, rank));
        var told = ChatPhone.Text(await phone.AnswerAsync(says));
        told.ShouldContain($"{rank}. ");
        told.Split('\n')[1].ShouldBe(answer.Verdict.ShouldNotBeNull().Sentence(language));
        told.ShouldContain(answer.Quoted[0].Text[..20]);
        var sent = (await phone.OutboundAsync())[^1].Content;
        (sent.Phrase, sent.Arguments.Count, sent.AnswerId.HasValue).ShouldBe((null, 0, true));

        await phone.SayAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, other, rank));
        await phone.AnswerAsync(agency);
    }

    [Theory]
    [InlineData("3 days in Hoi An", "does number {0} include lunch?", "and number {0}?", "how much is number 1?", "what about the second?")]
    [InlineData("3 ngày ở Hội An", "tour số {0} có ăn trưa không?", "còn số {0}?", "giá số 1", "còn số 2 thì sao")]
    public async Task the_same_is_asked_of_another_tour_by_its_number_alone(string wish, string question, string other, string price, string second)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.ListAsync();
        var (rank, _) = await FirstAnsweredAsync(await ListAsync(phone), question, (await phone.StateAsync()).Language);
        var another = rank == 1 ? 2 : 1;

        await phone.SayAsync(In(question, another));
        await Polling.UntilAsync("an answer about the other", async () => (await phone.StateAsync()).AskedAgain is not null);
        await phone.SayAsync(In(other, rank));
        await phone.AnswerAsync("the sentence of the tour", b => ChatPhone.Text(b).StartsWith($"{rank}. ", StringComparison.Ordinal) && ChatPhone.Text(b).Contains('“'));

        await phone.SayAsync(price);
        await phone.AnswerAsync("the price of the first", b => ChatPhone.Text(b).Split('\n') is [var title, var sum, ..] && title.StartsWith("1. ", StringComparison.Ordinal) && sum.StartsWith("💰 ", StringComparison.Ordinal));
        await phone.SayAsync(second);
        await phone.AnswerAsync("the price of the second", b => ChatPhone.Text(b).Split('\n') is [var title, var sum, ..] && title.StartsWith("2. ", StringComparison.Ordinal) && sum.StartsWith("💰 ", StringComparison.Ordinal));
    }

    /// <summary>The words are gone by then: what was asked for more closely than its topics say gets no yes of another tour, and what is shared stays so.</summary>
    [Theory]
    [InlineData("is lunch included?", AskedHow.Included, false)]
    [InlineData("do we share the bathroom?", AskedHow.Has, true)]
    [InlineData("is there a private bathroom?", AskedHow.Has, false)]
    [InlineData("phòng tắm chung phải không?", AskedHow.Has, true)]
    [InlineData("is there lunch on day 3?", null, false)]
    [InlineData("is there a doctor?", null, false)]
    [InlineData("có tắm nước nóng không?", null, false)]
    public void what_is_asked_again_stays_as_close(string question, AskedHow? how, bool shared)
    {
        var asked = app.Services.GetRequiredService<TourAnswers>().AskedIn(question).ShouldNotBeNull();

        (asked.How, asked.ForShared).ShouldBe((how, shared));
    }

    private static string In(string question, int rank) => string.Format(System.Globalization.CultureInfo.InvariantCulture, question, rank);

    /// <summary>Asked of one tour, and of the three on the cards: both long before the server of embeddings would be given up.</summary>
    [Theory]
    [InlineData("3 days in Hoi An", "do they allow drones?", "None of these tours says that", "does number 2 allow drones?", "please ask the agency")]
    [InlineData("3 ngày ở Hội An", "có cho bay flycam không?", "Các tour này đều không ghi là có", "tour số 2 có cho bay flycam không?", "hỏi trực tiếp công ty")]
    public async Task while_a_server_of_embeddings_is_silent_it_is_answered_all_the_same(string wish, string ofAll, string none, string ofOne, string agency)
    {
        await using var server = await new StandInEmbeddings { Held = new TaskCompletionSource() }.StartAsync();
        await using var database = await app.NewDatabaseAsync("silentchat");
        await using var own = OwnApp.Start(database, ("Encoding:Background", "false"), ("Embeddings:Provider", "OpenAI"), ("Embeddings:BaseUrl", server.Address), ("Embeddings:Model", "stand-in"));
        var phone = await ChatPhone.SwitchOnAsync(own.Services);
        await phone.SayAsync(wish);
        await phone.ListAsync();

        foreach (var (question, says) in new[] { (ofAll, none), (ofOne, agency) })
        {
            await phone.SayAsync(question);
            await phone.AnswerAsync(says, bubble => ChatPhone.Text(bubble).Contains(says, StringComparison.Ordinal), seconds: 15);
        }

        server.IsHolding.ShouldBeTrue();
    }

    private async Task<(int Rank, TourAnswer Answer)> FirstAnsweredAsync(RecommendationList list, string question, string language)
    {
        var (answers, catalog) = (app.Services.GetRequiredService<TourAnswers>(), app.Services.GetRequiredService<ICatalog>());
        var packages = await catalog.PackagesAsync([.. list.Packages.Select(ranked => ranked.PackageId)], Ct);
        for (var rank = 1; rank <= Math.Min(9, list.Packages.Count); rank++)
        {
            var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, question, rank);
            if (await answers.AnswerAsync(packages[list.Packages[rank - 1].PackageId], text, language, null, null, Ct) is { Kind: TourAnswerKind.Quoted } answer)
            {
                return (rank, answer);
            }
        }

        throw new InvalidOperationException("None of the tours says so.");
    }

    private async Task<RecommendationList> ListAsync(ChatPhone phone)
    {
        var state = await phone.StateAsync();
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return (await session.LoadAsync<RecommendationList>(state.ListId!.Value, Ct)).ShouldNotBeNull();
    }
}
