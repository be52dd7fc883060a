using Marten;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Hybrid;
using Npgsql;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Embeddings;
using TravelBuddy.Web.Language.Model.Trials;
using TravelBuddy.Web.Questions.Trials;

namespace TravelBuddy.Web.Questions;

/// <summary>Everything the feature registers.</summary>
public static class QuestionsFeature
{
    public static void AddQuestions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => QuestionTopics.Load(provider.GetRequiredService<DataFiles>().PathOf("question-topics.jsonl")));
        services.AddSingleton(provider => new PassageVectors(provider.GetRequiredService<Lexicon>(), ModelOf(provider)));
        services.AddSingleton<PassageStore>();
        services.AddSingleton<QuotedAnswer>();
        services.AddSingleton<SentenceCheck>();
        services.AddSingleton<TourAnswers>();
        services.AddSingleton<TourReasons>();
        services.AddScoped<IModelTrial, AnswersTrial>();
        services.AddScoped<IModelTrial, ReasonsTrial>();
        services.AddSingleton<ReasonsTidying>();
        services.AddHostedService(provider => provider.GetRequiredService<ReasonsTidying>());
        services.ConfigureMarten(marten =>
        {
            marten.Schema.For<KeptAnswer>().Index(kept => kept.At);
            marten.Schema.For<KeptReasons>().Index(kept => kept.At);
            marten.Storage.ExtendedSchemaObjects.Add(PassageStore.Table());
        });
    }

    /// <summary>The embedding model that is chosen, if one is.</summary>
    private static TextVectors? ModelOf(IServiceProvider services)
    {
        var settings = services.GetRequiredService<EmbeddingOptions>();
        return settings.Models.FirstOrDefault(model => model.Provider == settings.Provider) is not { } chosen ? null : new TextVectors(
            chosen.Id,
            settings.PrefixesOf(chosen.Name),
            services.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(chosen.Provider),
            services.GetRequiredService<NpgsqlDataSource>(),
            services.GetRequiredService<HybridCache>());
    }
}
