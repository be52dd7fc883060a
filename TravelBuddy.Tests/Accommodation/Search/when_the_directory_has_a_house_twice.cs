using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Tests.Accommodation.Search;

public sealed class when_the_directory_has_a_house_twice(AppFixture app)
{
    private static readonly DateOnly Today = TimeProvider.System.TodayInVietNam();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task it_is_shown_once_from_the_first_answer_on_with_both_sources()
    {
        await using var stays = await StaysApp.StartAsync(app);
        await ImportAsync(stays, "Our agency", "Lantern Garden Hotel", 900_000, Today.AddDays(-30));
        await ImportAsync(stays, "Partner", "Hotel Lantern Garden", 800_000, Today.AddDays(-3));
        var searches = stays.App.Services.GetRequiredService<IStaySearches>();

        var first = await searches.SearchAsync(Guid.CreateVersion7(), null, new StayWishes { Places = ["hoi-an"] }, Ct);

        var found = (await searches.StaysAsync(first, Ct)).Values.Where(each => each.Stay.Name.Contains("Lantern Garden", StringComparison.Ordinal)).ShouldHaveSingleItem();
        found.Stay.PriceLow!.Value.Amount.ShouldBe(800_000);
        found.Origins.Select(origin => origin.Name).ShouldBe(["partner", "our-agency"]);
        first.Web.ShouldBeEmpty("no page told of it");
    }

    [Fact]
    public async Task a_page_of_the_same_name_changes_neither_its_price_nor_its_rating_nor_where_it_leads()
    {
        await using var stays = await StaysApp.StartAsync(app);
        await ImportAsync(stays, "Our agency", "Lantern Garden Hotel", 900_000, Today.AddDays(-30), ""","rating":8.6,"ratings":40,"url":"https://lantern.example/" """);
        stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33, ""","aggregateRating":{"ratingValue":5,"reviewCount":40000},"offers":{"price":100000,"priceCurrency":"VND"},"telephone":"0235 391 1234" """);
        var phone = await ChatPhone.SwitchOnAsync(stays.App.Services);
        await phone.SayAsync("Hotel in Hoi An");
        await phone.TapAsync(await phone.AnswerAsync("Lantern Garden"), "1. ");

        var house = await phone.AnswerAsync("391 1234");

        ChatPhone.Text(house).ShouldSatisfyAllConditions(text => text.ShouldContain("8.6 (40)"), text => text.ShouldContain(TourFacts.Text(TourFacts.In(new Money(900_000, "VND"), "USD", Repository.Rates)!.Value, "en")));
        house.Link!.Value.Url.ShouldBe("https://lantern.example/");
    }

    private static async Task ImportAsync(StaysApp stays, string source, string name, int price, DateOnly day, string more = "")
    {
        var line = $$"""{"id":"a","name":"{{name}}","kind":"hotel","place":"hoi-an","lat":15.88,"lon":108.33,"price_low":{{price}},"currency":"VND","checked":"{{day:yyyy-MM-dd}}"{{more}}}""";
        (await stays.App.Services.GetRequiredService<StayImport>().ImportAsync(new StringReader(line), new StaySupplier(source), Ct)).Added.ShouldBe(1);
    }
}
