using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Pictures;

namespace TravelBuddy.Tests.Catalog.Pictures;

public sealed class when_pictures_are_served(AppFixture app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task every_package_gets_one_without_being_changed_otherwise()
    {
        var store = app.Services.GetRequiredService<IDocumentStore>();
        await app.Services.GetRequiredService<PictureDrawer>().DrawMissingAsync(Stop);

        await using var session = store.QuerySession();
        var packages = await session.Query<TourPackage>().ToListAsync(Stop);
        packages.Count.ShouldBeGreaterThanOrEqualTo(240);
        packages.ShouldAllBe(package => package.PictureHash != null);
        packages.ShouldAllBe(package => package.Title.Length > 0 && package.ContentHash.Length > 0);
        (await app.Services.GetRequiredService<PictureDrawer>().DrawMissingAsync(Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task the_answer_may_be_kept_for_good_and_is_not_sent_twice()
    {
        var hash = await app.Services.GetRequiredService<MediaStore>().StoreAsync([1, 2, 3], "image/jpeg", Stop);
        using var client = app.NewClient();

        var first = await client.GetAsync($"/media/{hash}", Stop);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        (await first.Content.ReadAsByteArrayAsync(Stop)).ShouldBe([1, 2, 3]);
        first.Headers.CacheControl!.ToString().ShouldContain("immutable");

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/media/{hash}");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        (await client.SendAsync(again, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000"), InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), InlineData("short"), InlineData("..%2f..%2fetc%2fpasswd")]
    public async Task an_unknown_hash_is_not_found(string hash)
    {
        using var client = app.NewClient();
        (await client.GetAsync($"/media/{hash}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
