using System.Numerics.Tensors;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TravelBuddy.Tests.Language.Embeddings;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language.Embeddings;

namespace TravelBuddy.Tests.Encoding;

/// <summary>The language criteria by a model of texts: a server's and a local graph, both of which know words and their pieces and nothing else.</summary>
public sealed class when_a_model_encodes(AppFixture app) : IAsyncLifetime
{
    private static int _models;

    private readonly StandInEmbeddings _server = new();
    private readonly List<IDisposable> _used = [];
    private ServiceProvider? _services;

    public async ValueTask InitializeAsync() => await _server.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        _used.ForEach(used => used.Dispose());
        await _server.DisposeAsync();
    }

    /// <summary>The calibration of the design, over the sample catalogue: what has the thing is near 1, what does not is near 0.</summary>
    [Theory]
    [InlineData(EmbeddingProvider.OpenAI)]
    [InlineData(EmbeddingProvider.Onnx)]
    public async Task over_the_catalogue_a_match_is_near_one_and_a_typical_other_near_zero(EmbeddingProvider provider)
    {
        var encoder = await PreparedAsync(provider);
        var vectors = await encoder.EncodeAsync(Repository.Packages, Ct);
        var has = Repository.Packages.Select(package => PackageConcepts.Of(package, Repository.Lexicon, Repository.Gazetteer).Has).ToList();
        foreach (var (concept, criterion) in new[]
        {
            ("seafood", Criterion.Food), ("vegetarian", Criterion.Food), ("snorkelling", Criterion.Activities), ("trekking", Criterion.Activities), ("kayaking", Criterion.Activities),
            ("homestay", Criterion.Accommodation), ("train", Criterion.Transportation), ("flight", Criterion.Transportation),
        })
        {
            var query = (await encoder.EncodeAsync(new Wishes { Activities = new ConceptWishes([concept], []) }, Ct)).Alternatives[(int)criterion].ShouldHaveSingleItem();
            var judged = vectors.Select((vector, i) => (Has: has[i].GetValueOrDefault(concept), Stated: PackageConcepts.States(Repository.Packages[i], criterion), Similarity: Dot(query, vector, criterion))).Where(entry => entry.Stated).ToList();
            var others = judged.Where(entry => entry.Has == 0).Select(entry => entry.Similarity).Order().ToList();

            judged.Where(entry => entry.Has >= 1).Average(entry => entry.Similarity).ShouldBe(1, .15, $"matches of {concept}");
            others[others.Count / 2].ShouldBe(0, .15, $"others than {concept}");
        }
    }

    [Fact]
    public async Task every_block_has_length_one_and_facts_are_the_built_in_encoders()
    {
        var encoder = await PreparedAsync(EmbeddingProvider.OpenAI);
        TourPackage[] packages = [.. Repository.Packages.Take(200), Similarity.Package()];
        var vectors = await encoder.EncodeAsync(packages, Ct);

        for (var i = 0; i < packages.Length; i++)
        {
            foreach (var block in VectorLayout.Blocks)
            {
                TensorPrimitives.Norm<float>(vectors[i].AsSpan(block.Offset, block.Length)).ShouldBe(1f, 1e-4f, $"{packages[i].Id} {block.Name}");
            }

            const int Facts = 128 + 32 + 32;
            vectors[i][..Facts].ShouldBe(Repository.Encoder.Encode(packages[i])[..Facts]);
        }
    }

    [Fact]
    public async Task a_package_without_a_word_on_a_criterion_is_unknown()
    {
        var encoder = await PreparedAsync(EmbeddingProvider.OpenAI);
        var vector = (await encoder.EncodeAsync([Similarity.Package("Tour")], Ct))[0];
        var query = (await encoder.EncodeAsync(new Wishes { Food = new ConceptWishes(["seafood"], []) }, Ct)).Alternatives[(int)Criterion.Food].ShouldHaveSingleItem();

        Dot(query, vector, Criterion.Food).ShouldBe(.3, .001);
    }

    [Fact]
    public async Task words_beyond_the_lexicon_match_themselves_and_their_inflections()
    {
        var encoder = await PreparedAsync(EmbeddingProvider.OpenAI);
        var vector = (await encoder.EncodeAsync([Similarity.Package("Tour") with { Activities = ["qzorbing", "museum"] }], Ct))[0];
        async Task<double> WishAsync(string words) =>
            Dot((await encoder.EncodeAsync(new Wishes { Activities = new ConceptWishes([], [words]) }, Ct)).Alternatives[(int)Criterion.Activities].ShouldHaveSingleItem(), vector, Criterion.Activities);

        var itself = await WishAsync("qzorbing");
        itself.ShouldBeGreaterThan(.7);
        (await WishAsync("qzorbings")).ShouldBeInRange(.2, itself);
        (await WishAsync("falconry")).ShouldBeLessThan(.3);
    }

    [Fact]
    public async Task what_a_package_says_it_lacks_is_not_offered()
    {
        var encoder = await PreparedAsync(EmbeddingProvider.OpenAI);
        await encoder.EncodeAsync([Similarity.Package("Tour") with { Notes = "No snorkelling here. Suits qzorbers." }], Ct);

        _server.Asked.SelectMany(texts => texts).ShouldContain("Suits qzorbers");
        _server.Asked.SelectMany(texts => texts).ShouldNotContain("No snorkelling here");
    }

    [Fact]
    public async Task nothing_is_embedded_twice()
    {
        var model = NewModel();
        var encoder = await PreparedAsync(EmbeddingProvider.OpenAI, model);
        await encoder.EncodeAsync(Repository.Packages, Ct);
        var asked = _server.Asked.SelectMany(texts => texts).ToList();
        asked.Count.ShouldBeGreaterThan(1_000);

        var again = await PreparedAsync(EmbeddingProvider.OpenAI, model);
        await again.EncodeAsync(Repository.Packages, Ct);
        await again.EncodeAsync(new Wishes { Activities = new ConceptWishes(["snorkelling"], []) }, Ct);

        _server.Asked.SelectMany(texts => texts).Count().ShouldBe(asked.Count);
    }

    [Fact]
    public async Task encoders_of_two_processes_give_the_same_numbers()
    {
        var one = await PreparedAsync(EmbeddingProvider.OpenAI);
        var other = await PreparedAsync(EmbeddingProvider.OpenAI);

        (await other.EncodeAsync(Repository.Packages.Take(5).ToList(), Ct)).ShouldBe(await one.EncodeAsync(Repository.Packages.Take(5).ToList(), Ct));
    }

    [Fact]
    public async Task a_travellers_words_are_asked_for_once_and_not_kept_in_the_database()
    {
        var model = NewModel();
        var encoder = await PreparedAsync(EmbeddingProvider.OpenAI, model);
        var kept = await KeptAsync(model);
        _server.Asked.Clear();
        var wishes = new Wishes { Activities = new ConceptWishes([], ["my very own zzyzx"]) };

        await encoder.EncodeAsync(wishes, Ct);
        await encoder.EncodeAsync(wishes, Ct);

        _server.Asked.ShouldHaveSingleItem().ShouldBe(["my very own zzyzx"]);
        (await KeptAsync(model)).ShouldBe(kept);
    }

    [Fact]
    public async Task phone_numbers_and_addresses_do_not_leave_with_a_travellers_words()
    {
        var encoder = await PreparedAsync(EmbeddingProvider.OpenAI);
        _server.Asked.Clear();

        await encoder.EncodeAsync(new Wishes { Accommodation = new ConceptWishes([], ["call 0901234567 or lan@example.com about qzorbing"]) }, Ct);

        _server.Asked.ShouldHaveSingleItem().ShouldBe(["call [phone] or [email] about qzorbing"]);
    }

    [Fact]
    public async Task without_the_server_a_wish_loses_only_the_words_beyond_the_lexicon()
    {
        var encoder = await PreparedAsync(EmbeddingProvider.OpenAI);
        var wishes = new Wishes { Activities = new ConceptWishes(["snorkelling"], ["my very own xyzzy"]) };
        (await encoder.EncodeAsync(wishes with { Activities = new ConceptWishes(["snorkelling"], ["another"]) }, Ct)).Alternatives[(int)Criterion.Activities].Count.ShouldBe(2);

        _server.Always = (_, _) => Results.StatusCode(401);

        (await encoder.EncodeAsync(wishes, Ct)).Alternatives[(int)Criterion.Activities].Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_model_that_was_taught_prefixes_gets_them()
    {
        var encoder = await PreparedAsync(EmbeddingProvider.OpenAI, NewModel(), TextPrefixes.Usual("intfloat/multilingual-e5-small"));
        await encoder.EncodeAsync([Similarity.Package("Tour") with { Activities = ["qzorbing"] }], Ct);
        await encoder.EncodeAsync(new Wishes { Activities = new ConceptWishes([], ["falconry"]) }, Ct);

        var asked = _server.Asked.SelectMany(texts => texts).ToHashSet();
        asked.ShouldContain("passage: qzorbing");
        asked.ShouldContain("query: falconry");
        TextPrefixes.Usual("paraphrase-multilingual-MiniLM-L12-v2").ShouldBe(TextPrefixes.None);
    }

    [Fact]
    public async Task a_server_that_changes_its_vectors_length_is_refused()
    {
        var model = NewModel();
        var encoder = await PreparedAsync(EmbeddingProvider.OpenAI, model);
        _server.Always = (_, texts) => Results.Json(StandInEmbeddings.Answer(texts.Select(_ => new float[] { 1, 2, 3 })));

        (await Should.ThrowAsync<EmbeddingException>(async () => await encoder.EncodeAsync([Similarity.Package("Tour") with { Activities = ["never said before"] }], Ct))).Fault.ShouldBe(EmbeddingFault.WrongAnswer);
    }

    [Fact]
    public void a_projection_follows_from_its_seed_and_keeps_cosines()
    {
        const int Width = 768;
        var random = new Random(3);
        float[] NewVector() => [.. Enumerable.Range(0, Width).Select(_ => (float)(random.NextDouble() - .5))];
        var projection = new SignProjection(Width, 125, "Activities");
        for (var i = 0; i < 50; i++)
        {
            var (a, b) = (NewVector(), NewVector());
            var between = a.Zip(b, (x, y) => (float)(x * .8 + y * .2)).ToArray();
            new SignProjection(Width, 125, "Activities").Project(a).ShouldBe(projection.Project(a));
            foreach (var other in new[] { b, between })
            {
                TensorPrimitives.CosineSimilarity<float>(projection.Project(a), projection.Project(other)).ShouldBe(TensorPrimitives.CosineSimilarity<float>(a, other), .35f);
            }
        }

        new SignProjection(Width, 125, "Food").Project(NewVector()).ShouldNotBe(projection.Project(NewVector()));
        new SignProjection(3, 5, "Food").Project([1, 2, 3]).ShouldBe([1, 2, 3, 0, 0]);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static double Dot(float[] query, float[] vector, Criterion criterion) => TensorPrimitives.Dot<float>(query, VectorLayout.BlockOf(vector, criterion));

    private static string NewModel() => $"test-{Environment.ProcessId}-{Interlocked.Increment(ref _models)}";

    private async Task<long> KeptAsync(string model)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select count(*) from tb.text_vectors where model = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = model });
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    private async Task<ModelEncoder> PreparedAsync(EmbeddingProvider provider, string? model = null, TextPrefixes? prefixes = null)
    {
        _services ??= Services();
        var texts = new TextVectors(
            model ?? NewModel(),
            prefixes ?? TextPrefixes.None,
            _services.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(provider),
            app.Services.GetRequiredService<NpgsqlDataSource>(),
            app.Services.GetRequiredService<HybridCache>());
        var encoder = new ModelEncoder(Repository.Encoder, texts, Repository.Lexicon, Repository.Gazetteer, new EncodingOptions(), app.Services.GetRequiredService<IDocumentStore>(), NullLogger<ModelEncoder>.Instance);
        await encoder.PrepareAsync(_ => Task.FromResult(Repository.Packages), Ct);
        return encoder;
    }

    private ServiceProvider Services()
    {
        var folder = SmallModel.OfWords(Repository.Packages, Repository.Lexicon);
        _used.Add(folder);
        var services = new ServiceCollection();
        services.AddEmbeddings(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Embeddings:BaseUrl"] = _server.Address,
            ["Embeddings:Model"] = "stand-in",
            ["Embeddings:BatchSize"] = "256",
            ["Embeddings:Folder"] = folder.Folder,
        }).Build());
        return services.BuildServiceProvider();
    }
}
