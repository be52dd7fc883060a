using static TravelBuddy.Tests.Interests.PlanPages;

namespace TravelBuddy.Tests.Interests;

/// <summary>Chips of what was understood, beside the tours that were found by it.</summary>
public sealed class when_what_was_understood_is_corrected(AppFixture app)
{
    [Fact]
    public async Task what_the_wizard_was_told_not_to_look_for_has_a_chip_on_the_list()
    {
        using var browser = app.NewBrowserSession();
        await AnswerAsync(browser, "stay", ("notwords", "crowded places, Phu Quoc"));
        var found = await browser.SubmitAsync(await browser.GetAsync("/plan/summary"), "form[action='/plan/find']");
        (await browser.FollowAsync(found)).Texts(".wishes .badge").ShouldBe(["no crowded places", "not Phu Quoc"]);
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
}
