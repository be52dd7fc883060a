using Marten;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Web.Accommodation;

/// <summary>Everything the feature registers.</summary>
public static class AccommodationFeature
{
    public static void AddAccommodation(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<StayImport>();
        services.AddSingleton<StayDirectory>();
        services.AddSingleton<StayRanker>();
        services.AddSingleton<StayWishReader>();
        services.AddSingleton<StaySearches>();
        services.AddSingleton<IStaySearches>(provider => provider.GetRequiredService<StaySearches>());
        services.AddSingleton<IPersonalDataHolder, StayData>();
        services.AddHostedService<SampleStays>();
        services.ConfigureMarten(options =>
        {
            options.Schema.For<Stay>().Duplicate(stay => stay.Latitude).Duplicate(stay => stay.Longitude).Index(stay => new { stay.Latitude, stay.Longitude }).Index(stay => stay.Source);
            options.Schema.For<StaySearch>().Index(search => search.TravellerId);
        });
    }
}
