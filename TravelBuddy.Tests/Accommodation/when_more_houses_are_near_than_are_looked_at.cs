using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Tests.Accommodation;

public sealed class when_more_houses_are_near_than_are_looked_at(AppFixture app)
{
    private const int Houses = 2100, LookedAt = 2000;

    /// <summary>Out at sea, where no other test looks.</summary>
    private static readonly Place Reef = new() { Id = "reef", Name = "Reef", NameEn = "Reef", Kind = "island", Lat = 12, Lon = 118, RadiusKm = 5 };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task those_nearest_to_the_middle_are_and_always_the_same()
    {
        var (store, directory) = (app.Services.GetRequiredService<IDocumentStore>(), app.Services.GetRequiredService<StayDirectory>());
        // The farther, the earlier they were brought in.
        await store.BulkInsertAsync(Enumerable.Range(1, Houses).Reverse().Select(At).ToArray(), cancellation: Ct);
        try
        {
            var near = await directory.NearAsync([Reef], km: 25, Ct);

            near.Select(stay => stay.Id).ShouldBe(Enumerable.Range(1, LookedAt).Select(number => At(number).Id));
            (await directory.NearAsync([Reef], km: 25, Ct)).Select(stay => stay.Id).ShouldBe(near.Select(stay => stay.Id));
        }
        finally
        {
            await directory.RemoveAsync("reef", Ct);
        }
    }

    [Fact]
    public async Task a_house_far_out_is_near_by_the_way_to_it_and_not_by_its_degrees()
    {
        var (store, directory) = (app.Services.GetRequiredService<IDocumentStore>(), app.Services.GetRequiredService<StayDirectory>());
        var north = Reef with { Id = "north-reef", Lat = 22 };
        await store.BulkInsertAsync([House("north", 22.1, 118) with { Source = "north-reef" }, House("east", 22, 118.105) with { Source = "north-reef" }], cancellation: Ct);
        try
        {
            (await directory.NearAsync([north], km: 25, Ct)).Select(stay => stay.Id).ShouldBe(["east", "north"]);
        }
        finally
        {
            await directory.RemoveAsync("north-reef", Ct);
        }
    }

    /// <summary>Number 2,100 lies 21 km out.</summary>
    private static Stay At(int number) => House($"reef~{number:0000}", Reef.Lat, Reef.Lon + number * .01 / (111.195 * Math.Cos(double.DegreesToRadians(Reef.Lat))));

    private static Stay House(string id, double latitude, double longitude) => new() { Id = id, Source = "reef", Name = id, Kind = StayKind.Hotel, PlaceId = "hue", Latitude = latitude, Longitude = longitude, Checked = new DateOnly(2026, 10, 1) };
}
