using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language.Embeddings;

namespace TravelBuddy.Tests.Language.Embeddings;

/// <summary>The adapter as the application registers it, over a real graph and tokenizer whose answers are known by hand.</summary>
public sealed class when_a_local_model_embeds_texts
{
    private const int Cls = 2;
    private const int Sep = 3;
    private const int Sea = 5;
    private const int Food = 6;
    private const int Kayak = 8;

    [Fact]
    public async Task the_tokens_between_the_special_ones_are_pooled_to_their_mean()
    {
        using var model = new SmallModel().WithVocabulary();

        Close((await EmbedAsync(model, ["Seafood"]))[0], SmallModel.Mean(Cls, Sea, Food, Sep));
    }

    [Fact]
    public async Task the_first_token_counts_alone_where_the_folder_or_the_setting_says_so()
    {
        using var model = new SmallModel().WithVocabulary();
        Close((await EmbedAsync(model, ["Seafood"], ("Pooling", "Cls")))[0], SmallModel.Mean(Cls));

        model.Write("1_Pooling/config.json", """{"pooling_mode_cls_token": true, "pooling_mode_mean_tokens": false}""");
        Close((await EmbedAsync(model, ["Seafood"]))[0], SmallModel.Mean(Cls));
        Close((await EmbedAsync(model, ["Seafood"], ("Pooling", "mean")))[0], SmallModel.Mean(Cls, Sea, Food, Sep));
    }

    [Fact]
    public async Task what_fills_up_a_short_text_beside_a_long_one_does_not_count()
    {
        using var model = new SmallModel().WithVocabulary();
        var vectors = await EmbedAsync(model, ["kayak kayak seafood kayak", "kayak"]);

        Close(vectors[0], SmallModel.Mean(Cls, Kayak, Kayak, Sea, Food, Kayak, Sep));
        Close(vectors[1], SmallModel.Mean(Cls, Kayak, Sep));
    }

    [Fact]
    public async Task many_texts_of_all_lengths_keep_their_places()
    {
        using var model = new SmallModel().WithVocabulary();
        string[] texts = [.. Enumerable.Range(0, 100).Select(i => string.Join(' ', Enumerable.Repeat("kayak", 1 + i * 37 % 23)))];
        var vectors = await EmbedAsync(model, texts);

        for (var i = 0; i < texts.Length; i++)
        {
            Close(vectors[i], SmallModel.Mean([Cls, .. Enumerable.Repeat(Kayak, 1 + i * 37 % 23), Sep]));
        }
    }

    [Fact]
    public async Task a_text_beyond_the_models_length_is_cut_before_its_last_special_token()
    {
        using var model = new SmallModel().WithVocabulary().Write("sentence_bert_config.json", """{"max_seq_length": 8}""");

        Close((await EmbedAsync(model, [string.Join(' ', Enumerable.Repeat("kayak", 30)) + " seafood"]))[0], SmallModel.Mean(Cls, Kayak, Kayak, Kayak, Kayak, Kayak, Kayak, Sep));
    }

    [Fact]
    public async Task word_pieces_are_read_from_either_file()
    {
        using var model = new SmallModel().WithWordPieceJson();

        Close((await EmbedAsync(model, ["SEAFOOD kayak"]))[0], SmallModel.Mean(Cls, Sea, Food, Kayak, Sep));
    }

    [Fact]
    public async Task letters_keep_or_lose_their_case_and_marks_as_the_model_learnt_them()
    {
        using var model = new SmallModel().WithVocabulary();
        Close((await EmbedAsync(model, ["Phở"]))[0], SmallModel.Mean(Cls, 7, Sep));

        model.Write("tokenizer_config.json", """{"do_lower_case": false}""");
        Close((await EmbedAsync(model, ["Phở"]))[0], SmallModel.Mean(Cls, 1, Sep));
    }

    [Fact]
    public async Task unigrams_are_numbered_alike_from_either_file()
    {
        using var json = new SmallModel().WithUnigramJson();
        using var pieces = new SmallModel().WithSentencePieces("sentencepiece.bpe.model");
        foreach (var model in new[] { json, pieces })
        {
            var vectors = await EmbedAsync(model, ["seafood phở", "kayak"]);
            Close(vectors[0], SmallModel.Mean(0, 4, 5, 6, 2));
            Close(vectors[1], SmallModel.Mean(0, 7, 2));
        }
    }

    [Theory]
    [InlineData(true, "sea", 10)]
    [InlineData(false, "sea", 9)]
    [InlineData(false, "sea sea", 9, 10)]
    [InlineData(false, "seas", 9, 4)]
    [InlineData(false, "phở", 11, 12, 13, 14, 15)]
    [InlineData(true, " sea", 10)]
    [InlineData(true, "")]
    public async Task byte_pairs_are_put_together_by_their_merges(bool prefixSpace, string text, params int[] pieces)
    {
        using var model = new SmallModel().WithBytePairJson(prefixSpace);

        Close((await EmbedAsync(model, [text]))[0], SmallModel.Mean([0, .. pieces, 2]));
    }

    [Fact]
    public async Task byte_pairs_are_split_and_normalised_as_their_file_says()
    {
        using var model = new SmallModel().WithBytePairJson(prefixSpace: false, splitBy: "se|.", normalizer: new { type = "Sequence", normalizers = new object[] { new { type = "NFC" }, new { type = "Lowercase" } } });

        Close((await EmbedAsync(model, ["SEA"]))[0], SmallModel.Mean(0, 8, 6, 2));
        Close((await EmbedAsync(model, ["PHO\u031B\u0309"]))[0], SmallModel.Mean(0, 11, 12, 13, 14, 15, 2));
    }

    [Fact]
    public async Task a_plain_sentencepiece_model_keeps_its_own_numbers()
    {
        using var model = new SmallModel().WithSentencePieces("spiece.model");

        Close((await EmbedAsync(model, ["kayak"]))[0], SmallModel.Mean(1, 6, 2));
    }

    [Fact]
    public async Task an_empty_text_has_a_vector_too()
    {
        using var model = new SmallModel().WithVocabulary();

        Close((await EmbedAsync(model, [""]))[0], SmallModel.Mean(Cls, Sep));
    }

    [Fact]
    public void a_folder_that_lacks_something_is_named_at_start_up()
    {
        Refused("Folder", ("Folder", ""));
        Refused("Folder", ("Folder", Path.Combine(Path.GetTempPath(), "no-such-model")));
        using var model = new SmallModel();
        Refused("Folder", ("Folder", model.Folder)).ShouldContain("tokenizer.json");
        model.WithVocabulary();
        Refused("Pooling", ("Folder", model.Folder), ("Pooling", "max"));
        File.Delete(Path.Combine(model.Folder, "model.onnx"));
        Refused("Folder", ("Folder", model.Folder)).ShouldContain("model.onnx");
    }

    [Fact]
    public void a_graph_or_tokenizer_that_cannot_be_used_is_named_when_it_is_loaded()
    {
        using var broken = new SmallModel().WithVocabulary().Write("model.onnx", "<html>Not found</html>");
        using var other = new SmallModel(input: "pixel_values").WithVocabulary();
        using var bytes = new SmallModel().Write("tokenizer.json", """{"model":{"type":"BPE","vocab":{},"merges":[]}}""");
        using var nothing = new SmallModel().Write("vocab.txt", "one\ntwo");
        foreach (var model in new[] { broken, other, bytes, nothing })
        {
            Should.Throw<StartupException>(() => Generator(Register(("Folder", model.Folder)))).Message.ShouldStartWith("Setting Embeddings__Folder:");
        }
    }

    private static string Refused(string setting, params (string Name, string Value)[] settings)
    {
        var problem = Should.Throw<StartupException>(() => Register(settings)).Message;
        problem.ShouldStartWith($"Setting Embeddings__{setting}:");
        return problem;
    }

    private static void Close(float[] vector, float[] expected)
    {
        vector.Length.ShouldBe(expected.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            vector[i].ShouldBe(expected[i], 1e-5f, $"{string.Join(' ', vector)} for {string.Join(' ', expected)}");
        }
    }

    private static async Task<List<float[]>> EmbedAsync(SmallModel model, string[] texts, params (string Name, string Value)[] settings)
    {
        await using var services = Register([("Folder", model.Folder), .. settings]);
        return [.. (await Generator(services).GenerateAsync(texts)).Select(embedding => embedding.Vector.ToArray())];
    }

    private static IEmbeddingGenerator<string, Embedding<float>> Generator(ServiceProvider services) =>
        services.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(EmbeddingProvider.Onnx);

    private static ServiceProvider Register(params (string Name, string Value)[] settings)
    {
        var all = settings.ToDictionary(setting => $"Embeddings:{setting.Name}", setting => (string?)setting.Value);
        all["Embeddings:Provider"] = "Onnx";
        var services = new ServiceCollection();
        services.AddEmbeddings(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        return services.BuildServiceProvider();
    }
}
