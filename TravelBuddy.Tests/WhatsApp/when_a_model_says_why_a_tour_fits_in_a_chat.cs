using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Language.Embeddings;
using TravelBuddy.Tests.Language.Model;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>The details of a tour say in words of a model why it fits, where it has some within the patience of a chat that the tour's text says, too; the cards before them wait for none.</summary>
public sealed class when_a_model_says_why_a_tour_fits_in_a_chat(AppFixture app)
{
    private const string Prompt = "You tell a traveller why one tour fits";

    [Theory]
    [InlineData("3 days in Hoi An, seafood and boats", "details 1", "Day by day", "Why it fits", "Put into words by a language model"), InlineData("3 ngày ở Hội An, ăn hải sản, đi thuyền", "chi tiết 1", "Lịch trình", "Vì sao hợp với bạn", "Do mô hình ngôn ngữ diễn đạt")]
    public async Task the_details_have_its_sentences_and_it_is_asked_once(string wish, string details, string days, string title, string by)
    {
        await using var server = await new StandInServer { Says = (instructions, data) => instructions.StartsWith(Prompt, StringComparison.Ordinal) ? SaysTheFirst(data) : "{}" }.StartAsync();
        await using var database = await app.NewDatabaseAsync("chatwhy");
        await using var own = Start(database, server);
        var phone = await ChatPhone.SwitchOnAsync(own.Services);
        await phone.SayAsync(wish);
        ChatPhone.Text(await phone.CardAsync()).ShouldNotContain(by);
        Asked(server).ShouldBe(0, "cards wait for no model");

        await phone.SayAsync(details);
        var told = ChatPhone.Text(await phone.AnswerAsync(days));

        told.ShouldSatisfyAllConditions(text => text.ShouldContain(title), text => text.ShouldContain(by));
        Asked(server).ShouldBe(1);
        await phone.SayAsync(details);
        ChatPhone.Text(await phone.AnswerAsync(days)).ShouldBe(told);
        (await CardAgainAsync(own.Services, phone)).ShouldContain(by, Case.Sensitive, "a card that is sent afterwards has them, too");
        Asked(server).ShouldBe(1, "what was said of a tour of a list is kept");
    }

    [Theory]
    [InlineData("""{"sentences":[{"text":"It is the safest tour of all, and breakfast is free.","passages":[1]}]}"""), InlineData("Because it is lovely.")]
    public async Task what_the_text_does_not_say_is_not_told(string says)
    {
        await using var server = await new StandInServer { Says = (_, _) => says }.StartAsync();
        await using var database = await app.NewDatabaseAsync("chatwhynot");
        await using var own = Start(database, server);
        var phone = await ChatPhone.SwitchOnAsync(own.Services);
        await phone.SayAsync("3 days in Hoi An, seafood and boats");
        await phone.CardAsync();

        await phone.SayAsync("details 1");

        ChatPhone.Text(await phone.AnswerAsync("Day by day")).ShouldNotContain("Why it fits");
    }

    [Fact]
    public async Task where_none_of_its_sentences_holds_it_is_not_asked_again()
    {
        await using var server = await new StandInServer { Says = (_, _) => """{"sentences":[{"text":"It is the safest tour of all, and breakfast is free.","passages":[1]}]}""" }.StartAsync();
        await using var database = await app.NewDatabaseAsync("chatwhyonce");
        await using var own = Start(database, server);
        var phone = await ChatPhone.SwitchOnAsync(own.Services);
        await phone.SayAsync("3 days in Hoi An, seafood and boats");
        await phone.CardAsync();

        for (var i = 0; i < 2; i++)
        {
            await phone.SayAsync("details 1");
            await phone.AnswerAsync("Day by day");
        }

        Asked(server).ShouldBe(1);
    }

    [Fact]
    public async Task a_silent_server_of_embeddings_takes_no_longer_either()
    {
        await using var server = await new StandInServer().StartAsync();
        await using var embeddings = await new StandInEmbeddings().StartAsync();
        await using var database = await app.NewDatabaseAsync("chatembeds");
        await using var own = Start(database, server, ("Encoding:Background", "false"), ("Embeddings:Provider", "OpenAI"), ("Embeddings:BaseUrl", embeddings.Address), ("Embeddings:Model", "stand-in"));
        var phone = await ChatPhone.SwitchOnAsync(own.Services);
        await phone.SayAsync("3 days in Hoi An, seafood and boats");
        await phone.CardAsync();
        embeddings.Held = new TaskCompletionSource();
        var watch = System.Diagnostics.Stopwatch.StartNew();

        await phone.SayAsync("details 1");
        await phone.AnswerAsync("Day by day");

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(6));
        embeddings.IsHolding.ShouldBeTrue();
    }

    [Fact]
    public async Task nobody_waits_longer_than_a_chat_does()
    {
        await using var server = await new StandInServer { Mood = ServerMood.Silent }.StartAsync();
        await using var database = await app.NewDatabaseAsync("chatslow");
        await using var own = Start(database, server);
        var phone = await ChatPhone.SwitchOnAsync(own.Services);
        await phone.SayAsync("3 days in Hoi An, seafood and boats");
        await phone.CardAsync();
        var watch = System.Diagnostics.Stopwatch.StartNew();

        await phone.SayAsync("details 1");
        await phone.AnswerAsync("Day by day");

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(6));
    }

    private static async Task<string> CardAgainAsync(IServiceProvider services, ChatPhone phone)
    {
        var state = await phone.StateAsync();
        await using var session = services.GetRequiredService<IDocumentStore>().QuerySession();
        var list = (await session.LoadAsync<RecommendationList>(state.ListId!.Value, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        var first = list.Packages[0];
        await using var scope = services.CreateAsyncScope();
        var package = (await scope.ServiceProvider.GetRequiredService<ICatalog>().PackagesAsync([first.PackageId], TestContext.Current.CancellationToken))[first.PackageId];
        return await scope.ServiceProvider.GetRequiredService<TourWords>().CardAsync(package, first, 1, list, null, state.Language, TestContext.Current.CancellationToken);
    }

    private static int Asked(StandInServer server) => server.Asked.Count(body => body.GetProperty("messages")[0].GetProperty("content").GetString()!.StartsWith(Prompt, StringComparison.Ordinal));

    private static string SaysTheFirst(string data)
    {
        using var input = JsonDocument.Parse(data.Split('\n')[1]);
        var first = input.RootElement.GetProperty("passages")[0];
        return JsonSerializer.Serialize(new { sentences = new[] { new { text = first.GetProperty("text").GetString(), passages = new[] { first.GetProperty("number").GetInt32() } } } });
    }

    private static OwnApp Start(ScratchDatabase database, StandInServer server, params ReadOnlySpan<(string Name, string Value)> settings) =>
        OwnApp.Start(database, [("Llm:BaseUrl", server.Address), ("Llm:Model", StandInServer.Model), ("Llm:ApiKey", StandInServer.Key), ("Llm:TimeoutSeconds", "20"), ("Llm:CacheMinutes", "0"), .. settings]);
}
