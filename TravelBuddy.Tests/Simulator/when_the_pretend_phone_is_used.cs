using System.Net;

namespace TravelBuddy.Tests.Simulator;

public sealed class when_the_pretend_phone_is_used(AppFixture app)
{
    [Fact]
    public async Task a_browser_without_javascript_can_chat()
    {
        using var browser = app.NewBrowserSession();
        var page = await browser.GetAsync("/simulator?code=TB-7K4M-29QW");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldContain("Simulated.");
        var opened = await browser.FollowAsync(await browser.SubmitAsync(page, "form[action*='handler=Phone']", ("number", "+84 905 77 88 99")));
        opened.Page.QuerySelector(".line__text")!.GetAttribute("value").ShouldBe("Please send me my tours. Code: TB-7K4M-29QW");
        var said = await browser.FollowAsync(await browser.SubmitAsync(opened, ".line__form"));
        said.Texts(".bubble--mine .bubble__text").ShouldBe(["Please send me my tours. Code: TB-7K4M-29QW"]);
        var answered = await Polling.UntilAsync("an answer", async () => await browser.GetAsync(said.Response.RequestMessage!.RequestUri!.PathAndQuery) is var again && again.Texts(".bubble:not(.bubble--mine)").Count > 0 ? again : null);
        answered.Texts(".bubble:not(.bubble--mine) .bubble__text").ShouldContain(text => text.StartsWith("I do not know that code"));
    }

    [Fact]
    public async Task nothing_that_was_written_comes_into_an_address()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        using var browser = app.NewBrowserSession();
        var again = await browser.SubmitAsync(await browser.GetAsync($"/simulator/{phone.Phone.Id}?code=my%20secret"), ".line__form", ("text", "my secret"));

        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Page.QuerySelector(".line__text")!.GetAttribute("value").ShouldBe("my secret");
        again.Page.QuerySelectorAll("[href*='secret'], input[type=hidden][value*='secret']").ShouldBeEmpty();
    }

    [Fact]
    public async Task the_chat_is_sent_again_only_when_it_changed()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        using var browser = app.NewBrowserSession();
        var page = await browser.GetAsync($"/simulator/{phone.Phone.Id}");
        var poll = page.Page.QuerySelector(".chat")!.GetAttribute("hx-get")!;
        (await browser.GetAsync(poll)).Status.ShouldBe(HttpStatusCode.NoContent);
        await phone.SayAsync("hello");
        var changed = await browser.GetAsync(poll);
        changed.Status.ShouldBe(HttpStatusCode.OK);
        changed.Page.QuerySelector(".chat").ShouldNotBeNull();
        changed.Page.QuerySelector("html > head > title").ShouldBeNull("a fragment, not a page");
    }

    [Fact]
    public async Task a_number_that_is_none_gets_a_message_beside_its_field()
    {
        using var browser = app.NewBrowserSession("vi");
        var page = await browser.GetAsync("/simulator");
        var again = await browser.SubmitAsync(page, "form[action*='handler=Phone']", ("number", "12"));
        again.Status.ShouldBe(HttpStatusCode.OK);
        again.Texts("#number-error").ShouldHaveSingleItem().ShouldStartWith("Đó không phải số di động");
    }

    [Fact]
    public async Task a_phone_that_is_not_there_is_not_found()
    {
        using var browser = app.NewBrowserSession();
        (await browser.GetAsync($"/simulator/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
