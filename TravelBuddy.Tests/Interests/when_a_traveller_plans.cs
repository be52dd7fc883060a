using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Pages.Interests;

namespace TravelBuddy.Tests.Interests;

/// <summary>The wizard as a browser without script uses it, and the fragments that script asks for.</summary>
public sealed class when_a_traveller_plans(AppFixture app)
{
    private static string[] Answers(PageAnswer summary) => [.. summary.Texts(".plan-answer")];

    private async Task<(PageAnswer Next, PageAnswer Summary)> AnswerAsync(BrowserSession browser, string step, params (string, string?)[] fields)
    {
        var next = await browser.SubmitAsync(await browser.GetAsync($"/plan/{step}"), "#step", [.. fields, ("go", "next")]);
        return (next, await browser.GetAsync("/plan/summary"));
    }

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

    private static async Task<PageAnswer> TellAsync(BrowserSession browser, string text)
    {
        var sent = await browser.SubmitAsync(await browser.GetAsync("/"), "form[action='/plan/text']", ("text", text));
        sent.Location.ShouldNotBeNull().ShouldStartWith("/tours/");
        return await browser.GetAsync(sent.Location);
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

    [Fact]
    public async Task what_the_wizard_was_told_not_to_look_for_has_a_chip_on_the_list()
    {
        using var browser = app.NewBrowserSession();
        await AnswerAsync(browser, "stay", ("notwords", "crowded places, Phu Quoc"));
        var found = await browser.SubmitAsync(await browser.GetAsync("/plan/summary"), "form[action='/plan/find']");
        (await browser.FollowAsync(found)).Texts(".wishes .badge").ShouldBe(["no crowded places", "not Phu Quoc"]);
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

    [Fact]
    public async Task what_was_misunderstood_is_corrected_from_the_list_and_tours_are_found_again()
    {
        using var browser = app.NewBrowserSession();
        var tours = await TellAsync(browser, "3 days in Hue, train");
        var step = await browser.GetAsync(tours.Page.QuerySelector(".wishes a[href^='/plan/durations']").ShouldNotBeNull().GetAttribute("href")!);
        step.Page.QuerySelector(".plan-nav a")!.GetAttribute("href").ShouldStartWith("/tours/");

        var unchanged = await browser.SubmitAsync(step, "#step", ("go", "next"));
        unchanged.Location.ShouldBe(tours.Response.RequestMessage!.RequestUri!.AbsolutePath, "nothing was changed");

        var again = await browser.SubmitAsync(step, "#step", ("length", "2"), ("go", "next"));
        again.Location.ShouldNotBeNull().ShouldStartWith("/tours/");
        var next = await browser.GetAsync(again.Location);
        next.Texts(".wishes .badge").ShouldBe(["Hue", "2 days", "train"]);
        next.Page.QuerySelector(".wishes a.badge[href^='/plan/transport']").ShouldNotBeNull();
    }

    [Fact]
    public async Task a_place_is_added_from_the_list()
    {
        using var browser = app.NewBrowserSession();
        var tours = await TellAsync(browser, "3 days in Hue");
        var step = await browser.GetAsync(tours.Page.QuerySelector(".wishes a[href^='/plan/places']")!.GetAttribute("href")!);
        var added = await browser.FollowAsync(await browser.SubmitAsync(step, "#step", ("add", "hoi an"), ("go", "add")));
        added.Texts(".chip:has(input[checked])").ShouldBe(["Hue", "Hoi An"]);
        (await browser.FollowAsync(await browser.SubmitAsync(added, "#step", ("go", "next")))).Texts(".wishes .badge").ShouldBe(["Hue", "Hoi An", "3 days"]);
    }

    [Theory]
    [InlineData("en", "3 days in Hue, not by boat, must be vegetarian", "not", "boat-transport"), InlineData("vi", "Huế 3 ngày, không đi thuyền, bắt buộc ăn chay", "not", "boat-transport")]
    public async Task what_was_misunderstood_as_unwanted_is_taken_back_where_it_is_shown(string language, string text, string field, string concept)
    {
        using var browser = app.NewBrowserSession(language);
        var tours = await TellAsync(browser, text);
        var correct = tours.Page.QuerySelector($".wishes a[href$='#{field}']").ShouldNotBeNull().GetAttribute("href")!;

        var step = await browser.GetAsync(correct);
        step.Page.QuerySelector($"#{field} input[name={field}][value={concept}][checked]").ShouldNotBeNull();
        await browser.SubmitAsync(step, "#step", (field, null), ("go", "next"));

        var corrected = await browser.GetAsync("/plan/summary");
        corrected.Page.QuerySelector("a.plan-summary__change[href$='#not']")!.ParentElement!.QuerySelectorAll(".plan-answer").ShouldBeEmpty();
        corrected.Page.QuerySelector("a.plan-summary__change[href$='#must']")!.ParentElement!.QuerySelectorAll(".plan-answer").Length.ShouldBe(1);
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
    public async Task a_place_nobody_knows_is_named_on_the_list_and_on_the_summary()
    {
        using var browser = app.NewBrowserSession();
        (await TellAsync(browser, "Tunborra and Hue, 3 days")).Texts(".plan-lost").ShouldHaveSingleItem().ShouldStartWith("We could not find: Tunborra");
        (await browser.GetAsync("/plan/summary")).Texts(".plan-lost").ShouldBe(["We could not find: Tunborra"]);
    }

    [Theory]
    [InlineData("en", "Hue 3 days, from 30/2/2027", "There is no 30 February 2027, so we took no date from that. Which day do you mean?")]
    [InlineData("vi", "Huế 3 ngày, từ ngày 31 tháng 6 năm 2027", "Không có ngày 31/6/2027, nên chúng tôi chưa ghi ngày nào. Bạn muốn đi ngày nào?")]
    [InlineData("vi", "30/2/2027", "Không có ngày 30/2/2027, nên chúng tôi chưa ghi ngày nào. Bạn muốn đi ngày nào?")]
    public async Task a_day_that_does_not_exist_is_told_on_the_list_and_on_the_summary(string language, string text, string told)
    {
        using var browser = app.NewBrowserSession(language);
        var tours = await TellAsync(browser, text);
        tours.Texts(".plan-lost").ShouldHaveSingleItem().ShouldStartWith(told);
        tours.Texts("mark").ShouldNotContain(words => words.Contains("2027"));

        var step = await browser.GetAsync(tours.Page.QuerySelector(".plan-lost a").ShouldNotBeNull().GetAttribute("href")!);
        step.Page.QuerySelector("#from").ShouldNotBeNull().GetAttribute("value").ShouldBeNullOrEmpty();

        var sent = await browser.SubmitAsync(await browser.GetAsync("/plan/summary"), "main form[action='/plan/text']", ("text", text));
        var summary = await browser.FollowAsync(sent);
        summary.Texts(".plan-lost").ShouldHaveSingleItem().ShouldStartWith(told);
        summary.Texts(".plan-note").ShouldBeEmpty("a day is no note");
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
