using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accounts;
using static TravelBuddy.Tests.Accommodation.Search.StayPages;

namespace TravelBuddy.Tests.Accommodation.Search;

public sealed class when_searches_are_used_up(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "A lot was searched from here today"), InlineData("vi", "Hôm nay từ đây đã tìm nhiều lần")]
    public async Task whoever_used_up_their_searches_has_the_directory_and_is_told_so(string language, string told)
    {
        await using var stays = await StaysApp.StartAsync(app);
        using var browser = stays.NewBrowserSession(language);
        var searches = stays.App.Services.GetRequiredService<IStaySearches>();
        var traveller = (await searches.ReadAsync(IdOf(await EndedAsync(browser, await AskAsync(browser, "Hotel in Hue"))), Ct))!.TravellerId;
        await UseUpAsync(stays, traveller, null, StaySearches.PerVisitor.PerTraveller - 1);
        var asked = stays.Web.Asked.Count;

        var page = await AskAsync(browser, "Hotel in Hoi An");

        page.Texts(".notice--warn").ShouldContain(notice => notice.StartsWith(told, StringComparison.Ordinal));
        page.Page.QuerySelectorAll(".stay").Length.ShouldBeGreaterThan(0);
        page.Page.QuerySelector(".stays__running").ShouldBeNull();
        stays.Web.Asked.Count.ShouldBe(asked);
        (await searches.SearchAsync(Guid.CreateVersion7(), null, new StayWishes { Places = ["hoi-an"] }, Ct)).IsLimited.ShouldBeFalse("others are not limited by it");
    }

    [Fact]
    public async Task a_new_cookie_is_no_new_budget()
    {
        await using var stays = await StaysApp.StartAsync(app);
        await UseUpAsync(stays, null, "203.0.113.9", StaySearches.PerVisitor.PerAddress);
        var searches = stays.App.Services.GetRequiredService<IStaySearches>();

        (await searches.SearchAsync(Guid.CreateVersion7(), null, new StayWishes { Places = ["hoi-an"] }, Ct, "203.0.113.9")).ShouldSatisfyAllConditions(search => search.IsLimited.ShouldBeTrue(), search => search.SearchesWeb.ShouldBeFalse(), search => search.Found.ShouldNotBeEmpty());
        (await searches.SearchAsync(Guid.CreateVersion7(), null, new StayWishes { Places = ["hoi-an"] }, Ct, "203.0.113.10")).IsLimited.ShouldBeFalse();
    }

    private static async Task UseUpAsync(StaysApp stays, Guid? traveller, string? address, int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await stays.App.Services.GetRequiredService<VisitorLimits>().TakeAsync(StaySearches.PerVisitor, traveller, address, Ct)).ShouldBeTrue();
        }
    }
}
