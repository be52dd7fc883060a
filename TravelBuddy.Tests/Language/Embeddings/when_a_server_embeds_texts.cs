using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language.Embeddings;

namespace TravelBuddy.Tests.Language.Embeddings;

/// <summary>The adapter as the application registers it, over real HTTP to a stand-in.</summary>
public sealed class when_a_server_embeds_texts : IAsyncLifetime
{
    private readonly StandInEmbeddings _server = new() { Dimensions = 16 };
    private ServiceProvider? _services;

    public async ValueTask InitializeAsync() => await _server.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    [Fact]
    public async Task every_text_gets_its_vector_in_its_place()
    {
        var vectors = await EmbedAsync(["lặn ngắm san hô", "kayaking", "phở"]);

        vectors.ShouldBe([_server.Vector("lặn ngắm san hô"), _server.Vector("kayaking"), _server.Vector("phở")]);
    }

    [Fact]
    public async Task many_texts_go_in_batches()
    {
        string[] texts = [.. Enumerable.Range(0, 10).Select(i => $"text {i}")];
        var vectors = await EmbedAsync(texts, ("BatchSize", "4"));

        _server.Asked.Select(asked => asked.Length).ShouldBe([4, 4, 2]);
        vectors.ShouldBe(texts.Select(_server.Vector));
    }

    [Fact]
    public async Task model_key_and_dimensions_are_sent_and_plain_numbers_asked_for()
    {
        await EmbedAsync(["one"], ("ApiKey", "secret"), ("Dimensions", "16"));

        var (body, authorization) = _server.Requests.ShouldHaveSingleItem();
        authorization.ShouldBe("Bearer secret");
        body.GetProperty("model").GetString().ShouldBe("stand-in");
        body.GetProperty("dimensions").GetInt32().ShouldBe(16);
        body.GetProperty("encoding_format").GetString().ShouldBe("float");
    }

    [Fact]
    public async Task no_key_is_sent_where_none_is_set()
    {
        await EmbedAsync(["one"]);

        _server.Requests.ShouldHaveSingleItem().Authorization.ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task vectors_that_come_in_another_order_are_put_right()
    {
        _server.Mishaps.Enqueue((_, texts) => Results.Json(new { data = texts.Select((text, index) => new { index, embedding = _server.Vector(text) }).Reverse() }));

        (await EmbedAsync(["one", "two"])).ShouldBe([_server.Vector("one"), _server.Vector("two")]);
    }

    [Fact]
    public async Task a_server_that_is_busy_is_asked_again_when_it_said_to()
    {
        _server.Mishaps.Enqueue((context, _) => Busy(context, "1"));
        var waited = Stopwatch.StartNew();

        (await EmbedAsync(["one"])).Count.ShouldBe(1);
        waited.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(.9));
        _server.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task a_server_that_fails_for_a_moment_is_asked_again()
    {
        _server.Mishaps.Enqueue((_, _) => Results.StatusCode(500));
        _server.Mishaps.Enqueue((_, _) => Results.StatusCode(503));

        (await EmbedAsync(["one"])).ShouldBe([_server.Vector("one")]);
    }

    [Fact]
    public async Task a_server_that_goes_on_failing_is_given_up()
    {
        _server.Always = (context, _) => Busy(context, "0");

        var problem = await Should.ThrowAsync<EmbeddingException>(EmbedAsync(["one"]));
        problem.Fault.ShouldBe(EmbeddingFault.Refused);
        problem.Detail.ShouldBe("HTTP 429");
        _server.Asked.Count.ShouldBe(5);
    }

    [Fact]
    public async Task a_wrong_key_is_not_tried_twice()
    {
        _server.Always = (_, _) => Results.StatusCode(401);

        (await Should.ThrowAsync<EmbeddingException>(EmbedAsync(["one"]))).Detail.ShouldBe("HTTP 401");
        _server.Asked.Count.ShouldBe(1);
    }

    public static TheoryData<string> WrongAnswers => ["""{"data":[{"index":0,"embedding":[1,2]}]}""",
        """{"data":[{"index":0,"embedding":[1,2]},{"index":0,"embedding":[1,2]}]}""",
        """{"data":[{"index":0,"embedding":[1,2]},{"index":7,"embedding":[1,2]}]}""",
        """{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1,2,3]}]}""",
        """{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":["NaN",2]}]}""",
        """{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[NaN,2]}]}""",
        """{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[null,2]}]}""",
        """{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1e300,2]}]}""",
        """{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[0,0]}]}""",
        """{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[]}]}""",
        """{"data":[{"index":0,"embedding":[1,2]},{"index":1}]}""",
        """{"data":"none"}""", "[]", "<html>Welcome</html>", ""];

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task an_answer_that_does_not_fit_the_question_is_refused(string answer)
    {
        _server.Always = (_, _) => Results.Text(answer, "application/json");

        (await Should.ThrowAsync<EmbeddingException>(EmbedAsync(["one", "two"]))).Fault.ShouldBe(EmbeddingFault.WrongAnswer);
    }

    [Fact]
    public async Task vectors_of_another_length_than_asked_for_are_refused() =>
        (await Should.ThrowAsync<EmbeddingException>(EmbedAsync(["one"], ("Dimensions", "8")))).Detail.ShouldBe("16 numbers a vector, not 8");

    [Fact]
    public async Task a_silent_server_is_given_up_in_time()
    {
        _server.Held = new TaskCompletionSource();

        (await Should.ThrowAsync<EmbeddingException>(EmbedAsync(["one"], ("TimeoutSeconds", "0.1")))).Fault.ShouldBe(EmbeddingFault.TooSlow);
    }

    [Fact]
    public async Task whoever_asked_can_stop_waiting()
    {
        _server.Held = new TaskCompletionSource();
        using var impatience = new CancellationTokenSource(50);

        await Should.ThrowAsync<OperationCanceledException>(Generator().GenerateAsync(["one"], cancellationToken: impatience.Token));
    }

    [Fact]
    public async Task nobody_at_the_address_is_said_so()
    {
        await _server.DisposeAsync();

        (await Should.ThrowAsync<EmbeddingException>(EmbedAsync(["one"]))).Fault.ShouldBe(EmbeddingFault.Unreachable);
    }

    [Theory]
    [InlineData("Embeddings__Provider", "Quantum")]
    [InlineData("Embeddings__Provider", "2")]
    [InlineData("Embeddings__Model", "")]
    [InlineData("Embeddings__BaseUrl", "embeddings.example")]
    [InlineData("Embeddings__BaseUrl", "ftp://embeddings.example")]
    [InlineData("Embeddings__Dimensions", "7")]
    [InlineData("Embeddings__Dimensions", "many")]
    [InlineData("Embeddings__BatchSize", "0")]
    [InlineData("Embeddings__TimeoutSeconds", "0")]
    public void a_wrong_setting_is_named_at_start_up(string setting, string value)
    {
        var problem = Should.Throw<StartupException>(() => Register((setting["Embeddings__".Length..], value)));

        problem.Message.ShouldStartWith($"Setting {setting}:");
    }

    private static IResult Busy(HttpContext context, string seconds)
    {
        context.Response.Headers.RetryAfter = seconds;
        return Results.StatusCode(429);
    }

    private async Task<List<float[]>> EmbedAsync(string[] texts, params (string Name, string Value)[] settings) =>
        [.. (await Generator(settings).GenerateAsync(texts)).Select(embedding => embedding.Vector.ToArray())];

    private IEmbeddingGenerator<string, Embedding<float>> Generator(params (string Name, string Value)[] settings) =>
        (_services ??= Register(settings)).GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(EmbeddingProvider.OpenAI);

    private ServiceProvider Register(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?> { ["Embeddings:Provider"] = "OpenAI", ["Embeddings:BaseUrl"] = _server.Address, ["Embeddings:Model"] = "stand-in" };
        foreach (var (name, value) in settings)
        {
            all[$"Embeddings:{name}"] = value;
        }

        var services = new ServiceCollection();
        services.AddEmbeddings(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        return services.BuildServiceProvider();
    }
}
