using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using static TravelBuddy.Tests.Interests.PlanPages;

namespace TravelBuddy.Tests.Interests;

/// <summary>"4 days in Hoi An, hotel under 700k a night": the price is no budget of the trip, and kept for whoever looks for a bed on it.</summary>
public sealed class when_a_trip_says_what_a_night_may_cost(AppFixture app)
{
    private const string English = "4 days in Hoi An, 2 adults, under 8 million VND per person, hotel under 700k a night";
    private const string Vietnamese = "Hội An 4 ngày, 2 người lớn, dưới 8 triệu một người, khách sạn dưới 700k một đêm";

    [Theory]
    [InlineData("4 days in Hoi An, hotel under 700k a night", 700_000, "VND", "under 700k a night"), InlineData("Hội An 4 ngày, khách sạn dưới 700k một đêm", 700_000, "VND", "dưới 700k một đêm")]
    [InlineData("5 days in Hue, hotel 50-60 usd per night", 60, "USD", "50-60 usd per night"), InlineData("Đà Lạt 3 ngày, phòng tầm 1tr2/đêm", 1_200_000, "VND", "tầm 1tr2/đêm")]
    public void it_is_read_beside_the_other_wishes(string text, int most, string currency, string words)
    {
        var reading = Read(text);

        reading.Intent.ShouldBe(Intent.Search);
        reading.Wishes.MostPerNight.ShouldBe(new Money(most, currency));
        reading.Wishes.Budget.ShouldBeNull();
        reading.Wishes.Durations.ShouldHaveSingleItem();
        reading.Wishes.Accommodation.Phrases.ShouldBeEmpty("tours are not asked for it");
        var read = reading.Extractions.Single(extraction => extraction.Slot == Extraction.NightPrice);
        text[read.Start..read.End].ShouldBe(words);
    }

    [Theory]
    [InlineData(English), InlineData(Vietnamese), InlineData("Hue 3 days, room under 700k a night, 8 triệu per person"), InlineData("Huế 3 ngày, phòng dưới 700k/đêm, mỗi người 8 triệu")]
    public void a_budget_stays_what_it_is_beside_it(string text) =>
        Read(text).Wishes.ShouldSatisfyAllConditions(wishes => wishes.Budget!.Max.ShouldBe(8_000_000), wishes => wishes.MostPerNight.ShouldBe(new Money(700_000, "VND")));

    [Theory]
    [InlineData("Hue 4 nights, two of us, $100 a night each"), InlineData("3 days in Hue, hotel from 40 usd a night"), InlineData("Huế 3 ngày, 500k một ngày")]
    public void what_is_not_the_most_for_a_room_is_none(string text) => Read(text).Wishes.MostPerNight.ShouldBeNull();

    [Theory]
    [InlineData("hotel up to 40 USD a night", 40, "USD"), InlineData("add a pool", 700_000, "VND")]
    public void a_later_price_replaces_it_and_silence_keeps_it(string text, int most, string currency) =>
        WishUpdate.Apply(Read(English).Wishes, Read(text), text).MostPerNight.ShouldBe(new Money(most, currency));

    [Theory]
    [InlineData("en", English, "rooms up to 700,000 ₫ a night", "up to 700,000 ₫ a night"), InlineData("vi", Vietnamese, "phòng tối đa 700.000 ₫ một đêm", "tối đa 700.000 ₫ một đêm")]
    public async Task it_has_a_chip_and_is_the_limit_of_a_search_until_it_is_taken_back(string language, string text, string chip, string limit)
    {
        using var browser = app.NewBrowserSession(language);
        var tours = await TellAsync(browser, text);
        tours.Texts(".wishes .badge").ShouldContain(chip);
        Answers(await browser.GetAsync("/plan/summary")).ShouldContain(chip);
        (await SoughtAsync(browser)).ShouldContain(limit);

        var step = await browser.GetAsync(tours.Page.QuerySelector(".wishes a[href$='#night']").ShouldNotBeNull().GetAttribute("href")!);
        (await browser.SubmitAsync(step, "#step", ("go", "next"))).Location.ShouldBe(tours.Response.RequestMessage!.RequestUri!.AbsolutePath, "nothing was changed");
        var again = await browser.FollowAsync(await browser.SubmitAsync(step, "#step", ("night", ""), ("go", "next")));

        again.Texts(".wishes .badge").ShouldBe(tours.Texts(".wishes .badge").Except([chip]));
        (await SoughtAsync(browser)).ShouldNotContain(limit);
    }

    [Theory]
    [InlineData("en", "up to 700k", "We could not read this amount."), InlineData("vi", "-5", "Ngân sách phải lớn hơn 0.")]
    public async Task what_is_typed_is_an_amount(string language, string typed, string told)
    {
        using var browser = app.NewBrowserSession(language);

        var page = await browser.SubmitAsync(await browser.GetAsync("/plan/budget"), "#step", ("night", typed), ("go", "next"));

        page.Texts("#err-night").ShouldHaveSingleItem().ShouldStartWith(told);
    }

    private static WishReading Read(string text) => new WishReader(Repository.Gazetteer, Repository.Lexicon, Repository.Roles).Read(text, null, new DateOnly(2026, 11, 30));

    /// <summary>What is looked for when the trip's traveller asks for a place to stay with a pool.</summary>
    private static async Task<IReadOnlyList<string>> SoughtAsync(BrowserSession browser) =>
        (await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/stays"), "main form", ("Text", "pool")))).Texts(".stays__wish");
}
