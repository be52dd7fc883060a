using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Pages.Interests;
using static TravelBuddy.Tests.Interests.PlanPages;

namespace TravelBuddy.Tests.Interests;

/// <summary>A wish in one's own words, from the start page to its tours.</summary>
public sealed class when_a_traveller_writes_on_the_start_page(AppFixture app)
{
    [Theory]
    [InlineData("en", "3 days in Hoi An", "cheaper")]
    [InlineData("vi", "Hội An 3 ngày", "rẻ hơn")]
    public async Task cheaper_is_understood_beside_the_wishes_and_compared_with_their_tours(string language, string text, string cheaper)
    {
        using var browser = app.NewBrowserSession(language);
        await TellAsync(browser, text);

        var changed = await browser.SubmitAsync(await browser.GetAsync("/plan/summary"), "main form[action='/plan/text']", ("text", cheaper));
        var summary = await browser.GetAsync(changed.Location!);

        summary.Texts("mark").ShouldBe([cheaper]);
        summary.Texts(".plan-note").ShouldBeEmpty();
        Answers(summary).ShouldContain(answer => answer.Contains(cheaper, StringComparison.OrdinalIgnoreCase), "and nobody named a sum");
    }

    [Fact]
    public async Task free_text_leads_to_its_tours_beside_what_was_understood()
    {
        using var browser = app.NewBrowserSession();
        var sent = await browser.SubmitAsync(await browser.GetAsync("/"), "form[action='/plan/text']", ("text", "3 days around Đà Nẵng with kids, under 8 triệu, seafood"));
        sent.Location.ShouldNotBeNull().ShouldStartWith("/tours/");
        sent.Location.ShouldNotContain("seafood");
        var tours = await browser.GetAsync(sent.Location);
        tours.Texts("article.tour").Count.ShouldBe(10);
        tours.Texts("mark").ShouldContain("Đà Nẵng");
        tours.Page.QuerySelector(".plan-words")!.TextContent.ShouldBe("3 days around Đà Nẵng with kids, under 8 triệu, seafood");
        var summary = await browser.GetAsync("/plan/summary");
        Answers(summary).ShouldBe(["Da Nang", "3 days", "2 adults, 1 child", "up to 8,000,000 ₫ per person, firm", "Seafood", "Family with kids"]);

        var changed = await browser.SubmitAsync(summary, "main form[action='/plan/text']", ("text", "Huế instead, 4 days, no seafood"));
        changed.Location.ShouldNotBeNull().ShouldStartWith("/plan/summary?text=");
        var now = await browser.GetAsync(changed.Location);
        now.Texts("mark").ShouldContain("Huế");
        Corrects("Huế").ShouldBe("/plan/places?back=summary");
        Corrects("seafood").ShouldBe("/plan/stay?back=summary#not");
        Answers(now).ShouldBe(["Hue", "4 days", "2 adults, 1 child", "up to 8,000,000 ₫ per person, firm", "Family with kids", "Seafood"]);

        string? Corrects(string words) => now.Page.QuerySelectorAll(".plan-words a").Single(link => link.TextContent.Contains(words, StringComparison.Ordinal)).GetAttribute("href");
    }

    [Fact]
    public async Task what_is_refused_in_ones_own_words_is_refused_no_further()
    {
        using var browser = app.NewBrowserSession();
        var page = await browser.GetAsync("/plan/stay");

        await browser.SubmitAsync(page, "#step", ("notwords", "crowded beaches, big group tours, noisy hotel, trekking"), ("go", "next"));

        var answers = Answers(await browser.GetAsync("/plan/summary"));
        answers.ShouldBe(["Group tour", "Trekking", "“crowded beaches”", "“noisy hotel”"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("en", "not Phu Quoc, some other island", "not Phu Quoc", "Phu Quoc")]
    [InlineData("vi", "không đi Phú Quốc, đảo khác cũng được", "không đi Phú Quốc", "Phú Quốc")]
    [InlineData("vi", "khong di phu quoc, dao khac cung duoc", "không đi Phú Quốc", "Phú Quốc")]
    [InlineData("en", "anywhere but Hanoi, 3 days", "not Hanoi", "Hanoi")]
    [InlineData("en", "Hoi An, no crowded beaches", "no crowded beaches", "“crowded beaches”")]
    [InlineData("vi", "Hội An, không đi bãi biển đông người", "không bãi biển đông người", "“bãi biển đông người”")]
    [InlineData("en", "Hoi An, not too touristy", "no touristy places", "Touristy places")]
    [InlineData("vi", "Hội An, không quá đông khách du lịch", "không đông khách du lịch", "Đông khách du lịch")]
    [InlineData("vi", "nha trang 3 ngay, khong di tau", "không di tau", "“di tau”")]
    public async Task what_is_not_wanted_has_a_chip_that_can_be_taken_away(string language, string text, string chip, string answer)
    {
        using var browser = app.NewBrowserSession(language);
        var tours = await TellAsync(browser, text);
        var change = tours.Page.QuerySelectorAll(".wishes a.badge").Where(badge => badge.TextContent == chip).ShouldHaveSingleItem().GetAttribute("href")!;
        change.ShouldEndWith("#not");
        Answers(await browser.GetAsync("/plan/summary")).ShouldContain(answer);

        var step = await browser.GetAsync(change);
        var again = await browser.SubmitAsync(step, "#step", ("not", null), ("go", "next"));
        (await browser.FollowAsync(again)).Texts(".wishes .badge").ShouldNotContain(chip);
    }

    [Fact]
    public async Task a_ride_that_may_be_by_ship_or_by_train_has_a_chip_in_its_words()
    {
        using var browser = app.NewBrowserSession("vi");
        var tours = await TellAsync(browser, "đi Nha Trang bằng tàu, 3 ngày");
        var change = tours.Page.QuerySelectorAll(".wishes a.badge").Where(badge => badge.TextContent == "bằng tàu").ShouldHaveSingleItem().GetAttribute("href")!;
        (await browser.GetAsync(change)).Page.QuerySelector("#words").ShouldNotBeNull().GetAttribute("value").ShouldBe("bằng tàu");
    }

    [Theory]
    [InlineData("en", "6,666,667", "about 6,670,000 ₫"), InlineData("en", "6,500,000", "up to 6,500,000 ₫")]
    [InlineData("vi", "6.666.667", "khoảng 6.670.000 ₫")]
    public async Task a_budget_that_was_worked_out_is_told_in_round_figures(string language, string amount, string told)
    {
        using var browser = app.NewBrowserSession(language);
        await browser.SubmitAsync(await browser.GetAsync("/plan/budget"), "#step", ("max", amount), ("currency", "VND"), ("go", "next"));

        string.Join('|', Answers(await browser.GetAsync("/plan/summary"))).ShouldContain(told);
    }

    [Theory]
    [InlineData("en", "Da Nang, nothing too expensive, 3 days", "da-nang")]
    [InlineData("vi", "Đà Nẵng, rẻ hơn một chút, 3 ngày", "da-nang")]
    [InlineData("en", "actually Hue instead", "hue")]
    public async Task the_start_page_begins_a_new_trip_however_it_is_said(string language, string text, string place)
    {
        using var browser = app.NewBrowserSession(language);
        await TellAsync(browser, "2 days in Sa Pa with 3 kids, vegetarian");

        await TellAsync(browser, text);

        var page = await browser.GetAsync("/plan/summary");
        page.Body.ShouldNotContain(language == "vi" ? "Ăn chay" : "Vegetarian", Case.Insensitive);
        page.Body.ShouldContain(app.Services.GetRequiredService<TravelBuddy.Web.Catalog.ICatalog>().Gazetteer.Find(place)!.Label(language));
    }

    [Theory]
    [InlineData(""), InlineData("  ")]
    public async Task without_a_text_the_questions_begin(string text)
    {
        using var browser = app.NewBrowserSession();
        (await browser.SubmitAsync(await browser.GetAsync("/"), "form[action='/plan/text']", ("text", text))).Location.ShouldBe("/plan/places");
        browser.Cookies.GetCookies(new Uri(app.BaseUrl)).Select(cookie => cookie.Name).ShouldNotContain("tb.traveller");
    }

    [Theory]
    [InlineData("", "write something")]
    [InlineData(null, "under 4000 characters")]
    public async Task free_text_that_cannot_be_is_answered_beside_its_field(string? text, string message)
    {
        using var browser = app.NewBrowserSession();
        text ??= new string('y', 10_000);
        var page = await browser.SubmitAsync(await browser.GetAsync("/plan/text"), "main form[action='/plan/text']", ("text", text));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Page.QuerySelector("#err-text")!.TextContent.ShouldContain(message);
        page.Page.QuerySelector("#text")!.TextContent.ShouldBe(text);
    }

    [Fact]
    public async Task what_no_rule_understands_is_kept_as_a_note()
    {
        using var browser = app.NewBrowserSession();
        var sent = await browser.SubmitAsync(await browser.GetAsync("/plan/text"), "main form[action='/plan/text']", ("text", "zzyzx qwert"));
        (await browser.GetAsync(sent.Location.ShouldNotBeNull())).Texts("header .field__hint").ShouldHaveSingleItem().ShouldContain("kept among your notes");
        var summary = await browser.GetAsync("/plan/summary");
        Answers(summary).ShouldBeEmpty("words that say nothing are no chip");
        summary.Texts(".plan-note").ShouldBe(["zzyzx qwert"]);
        summary.Body.ShouldNotContain("You have not said anything yet");
    }

    [Fact]
    public async Task another_travellers_text_is_not_shown()
    {
        using var browser = app.NewBrowserSession();
        var sent = await browser.SubmitAsync(await browser.GetAsync("/plan/text"), "main form[action='/plan/text']", ("text", "a secret beach"));
        using var stranger = app.NewBrowserSession();
        await AnswerAsync(stranger, "places", ("place", "hue"));
        var text = sent.Location.ShouldNotBeNull().Split("text=")[1];
        foreach (var path in new[] { sent.Location, $"/plan/summary?text={text}" })
        {
            (await stranger.GetAsync(path)).Body.ShouldNotContain("secret");
        }
    }
}
