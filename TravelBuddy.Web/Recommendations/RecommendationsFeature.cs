using Marten;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language.Model.Trials;
using TravelBuddy.Web.Recommendations.Api;
using TravelBuddy.Web.Recommendations.Candidates;
using TravelBuddy.Web.Recommendations.Evaluation;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Web.Recommendations;

/// <summary>Everything the feature registers and maps.</summary>
public static class RecommendationsFeature
{
    public static void AddRecommendations(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.Options<RecommendationOptions>("Recommendations");
        if (options.Depth is < 10 or > 2_000 || options.Recorded is < 1 or > 200 || options.ApiRequestsPerMinute < 1)
        {
            throw new StartupException("Recommendations__Depth must be 10 to 2000, Recommendations__Recorded 1 to 200, Recommendations__ApiRequestsPerMinute at least 1.");
        }

        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton<SearchedEncoder>();
        services.AddSingleton<InProcessCandidates>();
        if (options.Candidates == CandidateSource.InProcess)
        {
            services.AddSingleton<ICandidates>(provider => provider.GetRequiredService<InProcessCandidates>());
        }
        else
        {
            services.AddSingleton<ICandidates, PgVectorCandidates>();
        }

        services.AddSingleton<PlaceReach>();
        services.AddSingleton<ConceptKin>();
        services.AddSingleton<PackageFactsCache>();
        services.AddSingleton<RecordedLists>();
        services.AddSingleton<RankingEngine>();
        services.AddSingleton<IReasonWriter, ReasonWriter>();
        services.AddSingleton<TourTerms>();
        services.AddSingleton<Thumbed>();
        services.AddSingleton<PreferencesReader>();
        services.AddScoped<IRecommender, Recommender>();
        services.AddScoped<IModelTrial, WishesTrial>();
        services.AddSingleton<Accounts.IPersonalDataHolder, RecommendationData>();
        services.AddHostedService<WarmUp>();
        services.ConfigureMarten(marten =>
        {
            marten.Schema.For<RecommendationList>().Index(list => list.TravellerId);
            marten.Schema.For<ListRating>().Index(rating => rating.TravellerId);
        });
    }

    public static void MapRecommendations(this WebApplication app) => RecommendationsApi.Map(app);
}
