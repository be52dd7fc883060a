using System.Net;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Accommodation;

namespace TravelBuddy.Tests.Accommodation;

public sealed class when_a_tour_leaves_it_open_where_one_sleeps(AppFixture app)
{
    [Theory]
    [InlineData(null, 3.0, 2.0, true)]
    [InlineData(" ", 3.0, null, true)]
    [InlineData("As per programme", 3.0, 2.0, true)]
    [InlineData("2 nights in a 3-star hotel in Hội An", 3.0, 2.0, false)]
    [InlineData("Ngủ homestay ở bản", 2.0, 1.0, false)]
    [InlineData(null, 1.0, null, false)]
    [InlineData(null, .5, 0.0, false)]
    [InlineData(null, null, null, false)]
    public void it_says_too_little(string? said, double? days, double? nights, bool tooLittle) =>
        LodgingSaid.IsTooLittle(Repository.Packages[0] with { Accommodation = said, DurationDays = days, Nights = nights }, Repository.Lexicon).ShouldBe(tooLittle);

    [Theory]
    [InlineData("en", "Find places to stay"), InlineData("vi", "Tìm chỗ ở")]
    public async Task its_page_offers_to_look_for_places_where_it_would_say_so(string language, string button)
    {
        var tours = Repository.Packages.ToLookup(package => LodgingSaid.IsTooLittle(package, Repository.Lexicon));
        using var browser = app.NewBrowserSession(language);

        var page = await browser.GetAsync($"/packages/{Uri.EscapeDataString(tours[true].First().Id)}");
        page.Texts(".package__stays button").ShouldBe([button]);
        (await browser.GetAsync($"/packages/{Uri.EscapeDataString(tours[false].First().Id)}")).Texts(".package__stays").ShouldBeEmpty();

        var found = await browser.SubmitAsync(page, ".package__stays");
        found.Status.ShouldBe(HttpStatusCode.Redirect);
        found.Location.ShouldNotBeNull().ShouldContain("/stays/");
    }
}
