using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Tests.Accommodation.Search;

public sealed class when_nothing_is_known_near_a_place(AppFixture app)
{
    private const double Popular = .4;

    [Fact]
    public async Task every_popular_place_of_the_gazetteer_has_an_answer()
    {
        var searches = app.Services.GetRequiredService<IStaySearches>();
        var popular = StayWishes.PlacesOf(["rach-gia", "soc-trang-city", "ca-mau-city", "son-la-city"], Repository.Gazetteer)
            .Concat(Repository.Gazetteer.Places.Where(place => place.Popularity >= Popular && StayWishes.PlacesOf([place.Id], Repository.Gazetteer).Count > 0).Select(place => place.Id)).ToList();
        List<string> without = [];
        foreach (var place in popular)
        {
            var search = await searches.SearchAsync(Guid.CreateVersion7(), null, new StayWishes { Places = [place] }, TestContext.Current.CancellationToken);
            if (search.Found.Count == 0)
            {
                without.Add(place);
            }
        }

        popular.Count.ShouldBeGreaterThan(100);
        without.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "Hotel in Rach Gia", "None near Rach Gia that we know of; the nearest is ", " km away, in "), InlineData("vi", "Khách sạn ở Rạch Giá", "Gần Rạch Giá chúng tôi chưa biết chỗ ở nào; chỗ gần nhất cách đó ", " km, ở ")]
    public async Task the_page_says_how_far_the_nearest_is_and_where(string language, string wish, string near, string away)
    {
        using var browser = app.NewBrowserSession(language);

        var page = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/stays"), "main form", ("Text", wish)));

        page.Texts(".stays__far").ShouldHaveSingleItem().ShouldSatisfyAllConditions(told => told.ShouldStartWith(near), told => told.ShouldContain(away));
        page.Page.QuerySelectorAll(".stay").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Hotel in Rach Gia", "None near Rach Gia that I know of; the nearest is "), InlineData("Khách sạn ở Rạch Giá", "Gần Rạch Giá mình chưa biết chỗ nào; chỗ gần nhất cách đó ")]
    public async Task on_whatsapp_so_does_the_message(string wish, string told)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);

        await phone.SayAsync(wish);

        (await phone.AnswerAsync(told)).Rows.ShouldNotBeEmpty();
    }
}
