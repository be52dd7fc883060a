using Marten;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Embeddings;

namespace TravelBuddy.Web.Encoding;

/// <summary>Everything the feature registers.</summary>
public static class EncodingFeature
{
    public static void AddEncoding(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.Options<EncodingOptions>("Encoding");
        if (options.Unknown.Length is not (0 or 7) || options.Unknown.Any(value => value is not (>= 0 and <= 1)))
        {
            throw new StartupException("Encoding__Unknown must be seven numbers from 0 to 1, one per criterion.");
        }

        if (options.ExactUpTo < 0)
        {
            throw new StartupException("Encoding__ExactUpTo must be a number of packages, 0 or more.");
        }

        if (options.CalibratedOver < 1)
        {
            throw new StartupException("Encoding__CalibratedOver must be a number of packages, 1 or more.");
        }

        if (options.LookEvery <= TimeSpan.Zero || options.KeepReplaced < TimeSpan.Zero)
        {
            throw new StartupException("Encoding__LookEvery must be a time above 0 such as 00:00:05, Encoding__KeepReplaced one of 0 or more.");
        }

        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(services => new BuiltInEncoder(
            services.GetRequiredService<Gazetteer>(), services.GetRequiredService<Lexicon>(), services.GetRequiredService<ExchangeRates>(), options));
        builder.Services.AddSingleton<Encoders>(ConfiguredEncoders.Create);
        builder.Services.AddSingleton(ConfiguredEncoders.CreatePassages);
        builder.Services.AddSingleton<PackageRows>();
        builder.Services.AddSingleton<NearestIndex>();
        builder.Services.AddSingleton<EncoderRuns>();
        builder.Services.AddSingleton<PackageEncoding>();
        builder.Services.AddSingleton<EncoderSwitch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<EncoderSwitch>());
        builder.Services.ConfigureMarten(marten =>
        {
            marten.Schema.For<ActiveEncoder>();
            marten.Schema.For<ChosenEncoder>();
            marten.Schema.For<EncoderCalibration>();
            marten.Schema.For<EncoderRun>();
            marten.Storage.ExtendedSchemaObjects.Add(TextVectors.Table());
            marten.Storage.ExtendedSchemaObjects.Add(PackageVectors.Table());
            marten.Storage.ExtendedSchemaObjects.Add(PackageVectors.Changes());
        });
    }

    /// <summary>Begins with the tables of places and concepts before the server needs them: they take a second that is spent waiting for the database otherwise.</summary>
    public static void StartEncoding(this WebApplication app)
    {
        if (app.Configuration.GetValue("Recommendations:WarmUp", true))
        {
            // What fails here is made again, and fails where it is told, when the server asks for it.
            _ = Task.Run(() => app.Services.GetRequiredService<BuiltInEncoder>());
        }
    }
}
