using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Pages.Interests;
using static TravelBuddy.Tests.Interests.PlanPages;

namespace TravelBuddy.Tests.Interests;

/// <summary>The wizard as a browser without script uses it, and the fragments that script asks for.</summary>
public sealed class when_a_traveller_plans(AppFixture app)
{
    private static async Task<PageAnswer> ByHtmxAsync(BrowserSession browser, PageAnswer page, string step, params (string Name, string Value)[] fields)
    {
        var token = page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/plan/{step}?handler=Save")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]),
        };
        request.Headers.Add("HX-Request", "true");
        var response = await browser.Client.SendAsync(request);
        return new PageAnswer(response.StatusCode, response.Headers.Location?.ToString(), await response.Content.ReadAsStringAsync(), response);
    }

    [Fact]
    public async Task looking_makes_nothing()
    {
        using var browser = app.NewBrowserSession();
        foreach (var step in PlanSteps.All)
        {
            var page = await browser.GetAsync($"/plan/{step}");
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Page.QuerySelector("h1").ShouldNotBeNull();
        }

        browser.Cookies.GetCookies(new Uri(app.BaseUrl)).Select(cookie => cookie.Name).ShouldNotContain("tb.traveller");
    }

    [Fact]
    public async Task the_address_without_a_step_leads_to_the_first()
    {
        using var browser = app.NewBrowserSession();
        (await browser.GetAsync("/plan")).Location.ShouldBe("/plan/places");
    }

    [Fact]
    public async Task every_step_can_be_skipped_and_nothing_is_made()
    {
        using var browser = app.NewBrowserSession();
        var next = await browser.SubmitAsync(await browser.GetAsync("/plan/places"), "#step", ("go", "next"));
        next.Location.ShouldBe("/plan/durations");
        browser.Cookies.GetCookies(new Uri(app.BaseUrl)).Select(cookie => cookie.Name).ShouldNotContain("tb.traveller");
    }

    [Fact]
    public async Task another_trip_can_be_begun_and_the_first_is_kept()
    {
        using var browser = app.NewBrowserSession();
        (await browser.GetAsync("/plan/places")).Page.QuerySelector(".plan-new").ShouldBeNull("nothing was said yet");
        await AnswerAsync(browser, "places", ("place", "hoi-an"));
        var again = await browser.GetAsync("/plan/places");
        again.Texts(".plan-new span").ShouldBe(["These are your answers for the trip you last told us of."]);

        var begun = await browser.SubmitAsync(again, ".plan-new");

        begun.Location.ShouldBe("/plan/places");
        (await browser.FollowAsync(begun)).Page.QuerySelectorAll("input[name=place][checked]").ShouldBeEmpty();
        Answers((await AnswerAsync(browser, "durations", ("length", "3"))).Summary).ShouldNotContain(answer => answer.Contains("Hoi An"));
    }

    [Theory]
    [InlineData("hoi an", "Hoi An")]
    [InlineData("Sài Gòn", "Ho Chi Minh City")]
    [InlineData("Xóm Mít", "Xóm Mít")]
    public async Task a_place_is_added_in_any_spelling(string typed, string shown)
    {
        using var browser = app.NewBrowserSession();
        var added = await browser.SubmitAsync(await browser.GetAsync("/plan/places"), "#step", ("add", typed), ("go", "add"));
        added.Location.ShouldBe("/plan/places");
        (await browser.GetAsync(added.Location!)).Texts(".chip:has(input[checked])").ShouldBe([shown]);
    }

    [Theory]
    [InlineData("en", "3 days 2 nights or a week", "3 days", "7 days")]
    [InlineData("vi", "3 ngày 2 đêm hoặc một tuần", "3 ngày", "7 ngày")]
    [InlineData("vi", "3 ngay 2 dem hay 1 tuan", "3 ngày", "7 ngày")]
    public async Task several_other_lengths_are_all_saved(string language, string typed, string one, string other)
    {
        using var browser = app.NewBrowserSession(language);
        var (_, summary) = await AnswerAsync(browser, "durations", ("other", typed));
        Answers(summary).ShouldBe([one, other]);
        (await browser.GetAsync("/plan/durations")).Texts(".chip:has(input[name=length][checked])").ShouldBe([one, other]);
    }

    [Fact]
    public async Task all_answers_come_back_on_the_summary()
    {
        using var browser = app.NewBrowserSession();
        await AnswerAsync(browser, "places", ("place", "hue"), ("start", "ha noi"));
        await AnswerAsync(browser, "durations", ("length", "3"), ("other", "5N4Đ"));
        await AnswerAsync(browser, "budget", ("max", "3tr5"), ("currency", "VND"), ("firm", "true"), ("adults", "2"), ("children", "2"), ("ages", "9, 4"));
        await AnswerAsync(browser, "transport", ("concept", "train"), ("words", "a window seat"));
        await AnswerAsync(browser, "food", ("concept", "vegetarian"), ("words", "no shrimp, zorblax cake"));
        await AnswerAsync(browser, "activities", ("concept", "cave"));
        var (next, summary) = await AnswerAsync(browser, "stay", ("concept", "homestay"), ("words", "No trekking, please."), ("must", "accessible"));
        next.Location.ShouldBe("/plan/summary");
        summary.Texts(".plan-note").ShouldBe(["No trekking, please."]);
        (await browser.GetAsync("/plan/budget")).Page.QuerySelector("#ages")!.GetAttribute("value").ShouldBe("4, 9");
        Answers(summary).ShouldBe(["Hue", "Hanoi", "3 days", "5 days", "2 adults, 2 children (aged 4 and 9)", "up to 3,500,000 ₫ per person, firm", "Train", "“a window seat”", "Vegetarian", "“zorblax cake”", "Cave", "Homestay", "Wheelchair access", "Seafood", "Trekking"]);
    }

    [Fact]
    public async Task own_words_count_like_ticked_ones()
    {
        using var browser = app.NewBrowserSession();
        await AnswerAsync(browser, "transport", ("words", "night train"));
        await AnswerAsync(browser, "food", ("words", "vegan; no pork, Huế royal cuisine"));
        var (_, activities) = await AnswerAsync(browser, "activities", ("words", "cooking class, and cycling in the countryside"));
        activities.Status.ShouldBe(System.Net.HttpStatusCode.OK);

        var answers = Answers(await browser.GetAsync("/plan/summary"));

        answers.ShouldContain("Sleeper train");
        answers.ShouldContain("Vegan");
        answers.ShouldContain("Cooking class");
        answers.ShouldContain("Cycling");
        answers.ShouldNotContain(answer => answer.StartsWith("“cooking") || answer.StartsWith("“vegan"));
    }

    [Fact]
    public async Task one_answer_is_changed_without_redoing_the_rest()
    {
        using var browser = app.NewBrowserSession();
        await AnswerAsync(browser, "places", ("place", "hue"));
        await AnswerAsync(browser, "durations", ("length", "3"));
        var page = await browser.GetAsync("/plan/durations?back=summary");
        var saved = await browser.SubmitAsync(page, "#step", ("length", "4"), ("go", "next"));
        saved.Location.ShouldBe("/plan/summary");
        Answers(await browser.GetAsync("/plan/summary")).ShouldBe(["Hue", "4 days"]);
    }

    [Theory]
    [InlineData("budget", "max", "-5", "more than 0", "currency", "VND")]
    [InlineData("budget", "max", "lots", "could not read this amount", "currency", "VND")]
    [InlineData("budget", "max", "99999999", "more than any tour costs", "currency", "USD")]
    [InlineData("budget", "currency", "XYZ", "do not know this currency", "max", "400")]
    [InlineData("budget", "adults", "0", "a number from 1 to 200", "currency", "VND")]
    [InlineData("budget", "ages", "4, 18", "in whole years, from 0 to 17", "children", "2")]
    [InlineData("budget", "ages", "4.5", "in whole years, from 0 to 17", "children", "1")]
    [InlineData("budget", "ages", "4 9", "more ages than children", "children", "1")]
    [InlineData("durations", "from", "2026-02-31", "not a date", "length", "3")]
    [InlineData("durations", "from", "1999-01-01", "has passed", "length", "3")]
    [InlineData("durations", "to", "9999-12-31", "three years", "length", "3")]
    [InlineData("durations", "other", "1000 days", "could not read this as a length", "length", "3")]
    public async Task bad_input_gets_a_message_beside_its_field_and_keeps_what_was_typed(string step, string field, string typed, string message, string also, string value)
    {
        using var browser = app.NewBrowserSession();
        var page = await browser.SubmitAsync(await browser.GetAsync($"/plan/{step}"), "#step", (field, typed), (also, value), ("go", "next"));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Page.QuerySelector($"#err-{field}")!.TextContent.ShouldContain(message);
        if (field != "currency")
        {
            page.Page.QuerySelector($"#{field}")!.GetAttribute("value").ShouldBe(typed);
        }
    }

    [Fact]
    public async Task ten_thousand_characters_are_refused_and_kept()
    {
        using var browser = app.NewBrowserSession();
        var notes = "<script>alert(1)</script>" + new string('x', 10_000);
        var page = await browser.SubmitAsync(await browser.GetAsync("/plan/stay"), "#step", ("words", notes), ("go", "next"));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Page.QuerySelector("#err-words")!.TextContent.ShouldContain("2000");
        page.Page.QuerySelector("#words")!.TextContent.ShouldBe(notes);
        page.Body.ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task an_answer_is_saved_as_it_is_given()
    {
        using var browser = app.NewBrowserSession();
        var page = await browser.GetAsync("/plan/food");
        var saved = await ByHtmxAsync(browser, page, "food", ("concept", "seafood"));
        saved.Status.ShouldBe(HttpStatusCode.OK);
        saved.Page.QuerySelector("#saved .plan-saved__ok").ShouldNotBeNull();
        saved.Page.QuerySelector("#saved input[name=seen]")!.GetAttribute("value").ShouldBe("2");
        saved.Page.QuerySelector("#err-words[hx-swap-oob]").ShouldNotBeNull();
        Answers(await browser.GetAsync("/plan/summary")).ShouldBe(["Seafood"]);
    }

    [Fact]
    public async Task half_a_place_name_is_not_saved_while_it_is_typed()
    {
        using var browser = app.NewBrowserSession();
        await ByHtmxAsync(browser, await browser.GetAsync("/plan/places"), "places", ("place", "hue"), ("add", "Ho"));
        Answers(await browser.GetAsync("/plan/summary")).ShouldBe(["Hue"]);
    }

    [Fact]
    public async Task two_tabs_with_different_budgets_are_shown_both()
    {
        using var browser = app.NewBrowserSession();
        await AnswerAsync(browser, "places", ("place", "hue"));
        var one = await browser.GetAsync("/plan/budget");
        var two = await browser.GetAsync("/plan/budget");
        (await browser.SubmitAsync(one, "#step", ("max", "300"), ("currency", "USD"), ("go", "next"))).Location.ShouldBe("/plan/transport");
        var conflict = await browser.SubmitAsync(two, "#step", ("max", "400"), ("currency", "USD"), ("go", "next"));
        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.Texts(".plan-conflict dd").ShouldBe(["up to $300 per person", "up to $400 per person"]);
        (await browser.SubmitAsync(conflict, "#step", ("go", "next"))).Location.ShouldBe("/plan/transport");
        Answers(await browser.GetAsync("/plan/summary")).ShouldContain("up to $400 per person");
    }

    [Fact]
    public async Task two_tabs_opened_before_the_first_answer_lose_nothing()
    {
        using var browser = app.NewBrowserSession();
        var (places, budget, other) = (await browser.GetAsync("/plan/places"), await browser.GetAsync("/plan/budget"), await browser.GetAsync("/plan/places"));
        await browser.SubmitAsync(places, "#step", ("add", "Huế"), ("go", "next"));
        await browser.SubmitAsync(budget, "#step", ("max", "300"), ("currency", "USD"), ("go", "next"));

        await browser.SubmitAsync(other, "#step", ("add", "Hội An"), ("go", "next"));

        Answers(await browser.GetAsync("/plan/summary")).ShouldBe(["Hue", "Hoi An", "up to $300 per person"]);
    }

    [Fact]
    public async Task two_tabs_lose_nothing_after_tours_were_found_either()
    {
        using var browser = app.NewBrowserSession();
        var (_, summary) = await AnswerAsync(browser, "places", ("place", "hue"));
        await browser.SubmitAsync(summary, "form[action='/plan/find']");
        var one = await browser.GetAsync("/plan/budget");
        var two = await browser.GetAsync("/plan/budget");
        (await browser.SubmitAsync(one, "#step", ("max", "300"), ("currency", "USD"), ("go", "next"))).Location.ShouldBe("/plan/transport");

        var conflict = await browser.SubmitAsync(two, "#step", ("max", "400"), ("currency", "USD"), ("go", "next"));

        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task suggestions_come_in_any_spelling_with_old_and_new_names()
    {
        using var browser = app.NewBrowserSession("vi");
        (await browser.GetAsync("/plan/suggest?add=hoi")).Texts(".plan-suggestion strong").ShouldContain("Hội An");
        (await browser.GetAsync("/plan/suggest?add=Saigon")).Texts(".plan-suggestion strong").ShouldContain("TP. Hồ Chí Minh");
        (await browser.GetAsync("/plan/suggest?add=" + new string('x', 5000))).Body.Trim().ShouldBe("");
    }

    [Fact]
    public async Task a_place_nobody_knows_is_named_where_it_was_typed()
    {
        using var browser = app.NewBrowserSession();
        var typed = await browser.SubmitAsync(await browser.GetAsync("/plan/places"), "#step", ("add", "Tunborra"), ("go", "add"));
        var step = typed.Location is null ? typed : await browser.FollowAsync(typed);
        step.Texts(".plan-lost").ShouldHaveSingleItem().ShouldStartWith("We could not find: Tunborra. Choose from");
    }

    [Theory]
    [InlineData("Hué", "Hue")]
    [InlineData("Hoï An", "Hoi An")]
    [InlineData("Phu Quôc", "Phu Quoc")]
    [InlineData("baie d'Halong", "Ha Long")]
    public async Task a_place_may_be_spelt_as_in_french(string spelt, string known)
    {
        using var browser = app.NewBrowserSession();
        var typed = await browser.SubmitAsync(await browser.GetAsync("/plan/places"), "#step", ("add", spelt), ("go", "add"));
        var step = typed.Location is null ? typed : await browser.FollowAsync(typed);
        step.Texts(".chip:has(input[checked])").ShouldBe([known]);
    }

    [Fact]
    public async Task the_wizard_speaks_vietnamese()
    {
        using var browser = app.NewBrowserSession("vi");
        (await browser.GetAsync("/plan/places")).Texts("h1").ShouldBe(["Bạn muốn đi đâu?"]);
        var (_, summary) = await AnswerAsync(browser, "durations", ("length", "0.5"));
        Answers(summary).ShouldBe(["Nửa ngày"]);
    }

    [Fact]
    public async Task finding_tours_records_a_list()
    {
        using var browser = app.NewBrowserSession();
        await AnswerAsync(browser, "places", ("place", "hue"));
        (await browser.SubmitAsync(await browser.GetAsync("/plan/summary"), "form[action='/plan/find']")).Location.ShouldNotBeNull().ShouldStartWith("/tours/");
    }

    [Fact]
    public void every_chip_is_a_concept_of_the_lexicon()
    {
        var lexicon = app.Services.GetRequiredService<Lexicon>();
        PlanChips.ByStep.Values.SelectMany(offer => offer.First.Concat(offer.More)).Concat(PlanChips.Not).Concat(PlanChips.Must).Where(id => lexicon.Find(id) is null).ShouldBeEmpty();
    }
}
