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
            new TextVectors(
                model.Id,
                settings.PrefixesOf(model.Name),
                services.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(model.Provider),
                services.GetRequiredService<NpgsqlDataSource>(),
                services.GetRequiredService<HybridCache>()),
            services.GetRequiredService<Lexicon>(),
            services.GetRequiredService<Catalog.Places.Gazetteer>(),
            services.GetRequiredService<EncodingOptions>(),
            services.GetRequiredService<IDocumentStore>(),
            services.GetRequiredService<ILogger<ModelEncoder>>()));
        IEncoder target = settings.Provider == EmbeddingProvider.BuiltIn ? builtIn : models[settings.Provider];
        return new Encoders(builtIn, target, [.. models.Values], services.GetRequiredService<ILogger<Encoders>>());
    }
}
