using Marten;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Hybrid;
using Npgsql;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Embeddings;

namespace TravelBuddy.Web.Encoding;

/// <summary>Makes the encoders that the settings describe.</summary>
internal static class ConfiguredEncoders
{
    public static Encoders Create(IServiceProvider services)
    {
        var builtIn = services.GetRequiredService<BuiltInEncoder>();
        var settings = services.GetRequiredService<EmbeddingOptions>();
        var models = settings.Models.ToDictionary(model => model.Provider, model => new ModelEncoder(
            builtIn,
            TextsOf(model, services),
            services.GetRequiredService<Lexicon>(),
            services.GetRequiredService<Catalog.Places.Gazetteer>(),
            services.GetRequiredService<EncodingOptions>(),
            services.GetRequiredService<IDocumentStore>(),
            services.GetRequiredService<ILogger<ModelEncoder>>()));
        IEncoder target = settings.Provider == EmbeddingProvider.BuiltIn ? builtIn : models[settings.Provider];
        return new Encoders(builtIn, target, [.. models.Values], services.GetRequiredService<ILogger<Encoders>>());
    }

    /// <summary>Vectors of short texts by the model that is chosen, if one is.</summary>
    public static PassageVectors CreatePassages(IServiceProvider services)
    {
        var settings = services.GetRequiredService<EmbeddingOptions>();
        var chosen = settings.Models.FirstOrDefault(model => model.Provider == settings.Provider);
        return new PassageVectors(services.GetRequiredService<Lexicon>(), chosen is null ? null : TextsOf(chosen, services), services.GetRequiredService<TimeProvider>());
    }

    private static TextVectors TextsOf(EmbeddingModel model, IServiceProvider services) => new(
        model.Id,
        services.GetRequiredService<EmbeddingOptions>().PrefixesOf(model.Name),
        services.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(model.Provider),
        services.GetRequiredService<NpgsqlDataSource>(),
        services.GetRequiredService<HybridCache>());
}
