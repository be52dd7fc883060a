using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TravelBuddy.Tests.Language.Embeddings;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Questions;

namespace TravelBuddy.Tests.Questions;

/// <summary>With a model of embeddings a tour's passages are embedded when it is asked about, and asked about all the same while the model is away.</summary>
public sealed class when_a_model_embeds_passages(AppFixture app)
{
    [Fact]
    public async Task it_embeds_the_tour_that_is_asked_about_once_and_no_other()
    {
        await using var server = new StandInEmbeddings();
        await server.StartAsync();
        await using var database = await app.NewDatabaseAsync("passages");
        await using var own = OwnApp.Start(database, ("Encoding:Background", "false"), ("Embeddings:Provider", "OpenAI"), ("Embeddings:BaseUrl", server.Address), ("Embeddings:Model", "stand-in"));
        await using var session = own.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var tour = await session.Query<TourPackage>().Where(package => package.SourceId == "red-river-trails-food-01").SingleAsync();
        var answers = own.Services.GetRequiredService<TourAnswers>();

        for (var i = 0; i < 2; i++)
        {
            var answer = await answers.AnswerAsync(tour, "Is this tour OK for someone in a wheelchair?", "en", null, null, TestContext.Current.CancellationToken);
            answer.Quoted.ShouldHaveSingleItem().Text.ShouldContain("not suitable for wheelchairs");
        }

        await answers.AnswerAsync(tour, "Is it OK in a wheelchair? Call 0912 345 678", "en", null, null, TestContext.Current.CancellationToken);

        var texts = server.Asked.SelectMany(batch => batch).ToList();
        PackagePassages.Of(tour).ShouldAllBe(passage => texts.Count(text => text.Contains(passage.Text)) >= 1);
        texts.Count.ShouldBe(texts.Distinct().Count());
        texts.ShouldAllBe(text => !text.Contains("0912"));
        (await EncodersAsync(database.ConnectionString)).Count(encoder => encoder.StartsWith("openai-", StringComparison.Ordinal)).ShouldBe(1);

        await server.DisposeAsync();
        (await answers.AnswerAsync(tour, "Would a wheelchair be possible?", "en", null, null, TestContext.Current.CancellationToken)).Quoted.ShouldHaveSingleItem().Text.ShouldContain("not suitable for wheelchairs");
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Five seconds are promised; a busy machine is given more, and far less than the half minute after which the server would be given up.</summary>
    [Theory]
    [InlineData("en", "Is this tour OK for someone in a wheelchair?"), InlineData("vi", "ngồi xe lăn đi được không?")]
    public async Task while_it_is_silent_a_page_answers_all_the_same(string language, string question)
    {
        await using var server = await new StandInEmbeddings { Held = new TaskCompletionSource() }.StartAsync();
        await using var database = await app.NewDatabaseAsync("silentpassages");
        await using var own = OwnApp.Start(database, ("Encoding:Background", "false"), ("Embeddings:Provider", "OpenAI"), ("Embeddings:BaseUrl", server.Address), ("Embeddings:Model", "stand-in"));
        using var browser = new BrowserSession(own.BaseUrl, language);
        await using var session = own.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var page = await browser.GetAsync($"/packages/{Uri.EscapeDataString((await session.Query<TourPackage>().Where(package => package.SourceId == "red-river-trails-food-01").SingleAsync()).Id)}");

        var answered = await browser.SubmitAsync(page, "#ask form", ("question", question)).WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);

        answered.Texts("#ask blockquote").ShouldHaveSingleItem().ShouldContain("not suitable for wheelchairs");
        server.IsHolding.ShouldBeTrue();
        server.Asked.SelectMany(batch => batch).ShouldAllBe(text => !text.Contains(question), "no vector of it could be compared with those the rows have");
    }

    [Fact]
    public async Task silent_over_rows_that_have_its_vectors_it_is_asked_once_and_then_left_alone()
    {
        await using var server = await new StandInEmbeddings().StartAsync();
        await using var database = await app.NewDatabaseAsync("pausedpassages");
        await using var own = OwnApp.Start(database, ("Encoding:Background", "false"), ("Embeddings:Provider", "OpenAI"), ("Embeddings:BaseUrl", server.Address), ("Embeddings:Model", "stand-in"));
        await using var session = own.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var tour = await session.Query<TourPackage>().Where(package => package.SourceId == "red-river-trails-food-01").SingleAsync();
        var (answers, vectors) = (own.Services.GetRequiredService<TourAnswers>(), own.Services.GetRequiredService<PassageVectors>());
        await answers.AnswerAsync(tour, "Is this tour OK for someone in a wheelchair?", "en", null, null, TestContext.Current.CancellationToken);
        (await EncodersAsync(database.ConnectionString)).ShouldContain(vectors.Name);
        var asked = server.Asked.Count;

        (await vectors.OfQuestionAsync("Where does it start?", vectors.Name, TimeSpan.Zero, TestContext.Current.CancellationToken)).ShouldBeNull();
        server.Asked.Count.ShouldBe(asked, "who has no time left asks nothing");

        server.Held = new TaskCompletionSource();
        foreach (var question in new[] { "Would a wheelchair be possible?", "Can somebody in a wheelchair come along?" })
        {
            (await answers.AnswerAsync(tour, question, "en", null, null, TestContext.Current.CancellationToken)).Quoted.ShouldHaveSingleItem().Text.ShouldContain("not suitable for wheelchairs");
        }

        server.Asked.Count.ShouldBe(asked + 1);
        NpgsqlConnection.ClearAllPools();
    }

    private static async Task<IReadOnlyList<string>> EncodersAsync(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var command = database.CreateCommand("select encoder from tb.package_passages where ordinal = 0");
        await using var reader = await command.ExecuteReaderAsync();
        var encoders = new List<string>();
        while (await reader.ReadAsync())
        {
            encoders.Add(reader.GetString(0));
        }

        return encoders;
    }
}
