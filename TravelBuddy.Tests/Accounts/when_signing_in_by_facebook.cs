using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Tests.Accounts;

[Collection(ConfiguredAppCollection.Name)]
public sealed class when_signing_in_by_facebook(ConfiguredApp app)
{
    [Fact]
    public async Task the_page_offers_it_and_the_way_there_and_back_signs_in()
    {
        app.Facebook.NextUser = new { id = NewId(), name = "Nguyễn Thị Lan", email = "lan@example.com" };
        using var browser = app.NewBrowserSession();
        var page = await browser.GetAsync("/sign-in");
        page.Texts("a[href='/sign-in/facebook']").ShouldBe(["Continue with Facebook"]);

        var account = await browser.FollowAsync(await browser.GetAsync("/sign-in/facebook"));

        account.Status.ShouldBe(HttpStatusCode.OK);
        account.Texts("h1").ShouldBe(["Hello, Nguyễn Thị Lan"]);
        account.Texts(".facts dd").ShouldContain("l•••@example.com");
    }

    [Fact]
    public async Task the_same_login_is_the_same_person_on_every_browser()
    {
        var login = new OutsideLogin("facebook", NewId(), null, null);
        app.Facebook.NextUser = new { id = login.Subject };
        for (var i = 0; i < 2; i++)
        {
            using var browser = app.NewBrowserSession();
            (await browser.FollowAsync(await browser.GetAsync("/sign-in/facebook"))).Status.ShouldBe(HttpStatusCode.OK);
        }

        var person = await app.Services.GetRequiredService<PersonAccounts>().MeetLoginAsync(login, null, "vi", TestContext.Current.CancellationToken);
        person.Language.ShouldBe("en", "the person was made by the first sign-in, on an English page");
        person.Logins.Count.ShouldBe(1);
    }

    [Fact]
    public async Task without_an_email_it_works_too()
    {
        app.Facebook.NextUser = new { id = NewId(), name = "Minh" };
        using var browser = app.NewBrowserSession();

        var account = await browser.FollowAsync(await browser.GetAsync("/sign-in/facebook"));

        account.Texts("h1").ShouldBe(["Hello, Minh"]);
        account.Body.ShouldNotContain("E-mail");
    }

    [Fact]
    public async Task refusing_there_is_met_with_words()
    {
        app.Facebook.NextUser = null;
        using var browser = app.NewBrowserSession();

        var page = await browser.FollowAsync(await browser.GetAsync("/sign-in/facebook"));

        page.Texts(".notice[role=status]").Single().ShouldStartWith("You did not allow the sign-in there.");
        (await browser.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task a_forged_state_signs_nobody_in()
    {
        using var browser = app.NewBrowserSession();

        var page = await browser.FollowAsync(await browser.GetAsync("/sign-in/facebook/callback?code=stolen&state=forged"));

        page.Texts(".notice[role=status]").Single().ShouldStartWith("Signing in there did not work.");
    }

    [Fact]
    public async Task an_answer_meant_for_another_browser_signs_nobody_in()
    {
        app.Facebook.NextUser = new { id = NewId() };
        using var attacker = app.NewBrowserSession();
        var answer = await attacker.GetAsync((await attacker.GetAsync("/sign-in/facebook")).Location!);
        using var victim = app.NewBrowserSession();

        (await victim.GetAsync(answer.Location!)).Location.ShouldBe("/sign-in?problem=failed");
    }

    [Theory]
    [InlineData("/plan/places", "/plan/places")]
    [InlineData("https://evil.example/", "/account")]
    [InlineData("//evil.example/", "/account")]
    [InlineData("/\\evil.example/", "/account")]
    public async Task it_returns_only_to_this_site(string wanted, string reached)
    {
        app.Facebook.NextUser = new { id = NewId() };
        using var browser = app.NewBrowserSession();
        var dialog = await browser.GetAsync($"/sign-in/facebook?returnUrl={Uri.EscapeDataString(wanted)}");
        var callback = await browser.GetAsync(dialog.Location!);

        (await browser.GetAsync(callback.Location!)).Location.ShouldBe(reached);
    }

    private static string NewId() => $"{Random.Shared.NextInt64(1_000_000_000_000, long.MaxValue)}";
}
