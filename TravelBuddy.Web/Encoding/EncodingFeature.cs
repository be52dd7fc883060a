using Marten;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Encoding;

/// <summary>Everything the feature registers.</summary>
public static class EncodingFeature
{
    public static void AddEncoding(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Encoding").Get<EncodingOptions>() ?? new EncodingOptions();
        if (options.Unknown.Length is not (0 or 7) || options.Unknown.Any(value => value is not (>= 0 and <= 1)))
        {
            throw new InvalidOperationException($"Encoding__Unknown must be seven numbers from 0 to 1, one per criterion.");
        }

        if (options.ExactUpTo < 0)
        {
            throw new InvalidOperationException("Encoding__ExactUpTo must be a number of packages, 0 or more.");
        }

        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<IEncoder>(services => new BuiltInEncoder(
            services.GetRequiredService<Gazetteer>(), services.GetRequiredService<Lexicon>(), services.GetRequiredService<ExchangeRates>(), options));
        builder.Services.AddSingleton<PackageEncoding>();
        builder.Services.ConfigureMarten(marten =>
        {
            marten.Schema.For<ActiveEncoder>();
            marten.Storage.ExtendedSchemaObjects.Add(PackageVectors.Table());
        });
    }
}
