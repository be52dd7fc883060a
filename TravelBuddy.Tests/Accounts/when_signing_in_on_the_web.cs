using System.Buffers.Text;
using System.Net;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Tests.Accounts;

public sealed class when_signing_in_on_the_web(AppFixture app)
{
    private readonly string _number = People.NewNumber();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_right_code_leads_to_the_account()
    {
        using var browser = app.NewBrowserSession();

        var signedIn = await browser.SignInAsync(app.Services, _number);
        signedIn.Location.ShouldBe("/account");
        var account = await browser.FollowAsync(signedIn);

        account.Texts(".facts dd").ShouldContain($"+84 ••• ••• {_number[^3..]}");
        account.Body.ShouldNotContain(_number[3..]);
        signedIn.Response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("tb.session=")).ShouldSatisfyAllConditions(
            cookie => cookie.ShouldContain("httponly"), cookie => cookie.ShouldContain("samesite=lax"));
    }

    [Fact]
    public async Task a_national_number_of_the_chosen_country_is_enough()
    {
        using var browser = app.NewBrowserSession();
        var asked = await browser.SubmitAsync(await browser.GetAsync("/sign-in"), "main form", ("Number", $"0{_number[3..]}"));

        asked.Location.ShouldBe("/sign-in/code");
        (await People.LastCodeAsync(app.Services, _number)).ShouldNotBeNull().To.WaId.ShouldBe(_number.TrimStart('+'));
    }

    [Theory]
    [InlineData("", "Please type your phone number.")]
    [InlineData("123", "This is not a phone number of the chosen country.")]
    [InlineData("<b>x</b>", "This is not a phone number of the chosen country.")]
    public async Task a_wrong_number_is_said_beside_its_field(string typed, string message)
    {
        using var browser = app.NewBrowserSession();
        var page = await browser.SubmitAsync(await browser.GetAsync("/sign-in"), "main form", ("Number", typed));

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Texts("#number-error").Single().ShouldStartWith(message);
        page.Body.ShouldNotContain("<b>x</b>");
    }

    [Fact]
    public async Task a_region_that_is_none_is_refused()
    {
        using var browser = app.NewBrowserSession();
        var page = await browser.SubmitAsync(await browser.GetAsync("/sign-in"), "main form", ("Number", "0905123456"), ("Region", "ZZ"));

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task a_known_and_an_unknown_number_get_the_same_answer()
    {
        await app.Services.GetRequiredService<IAccounts>().MeetAsync(new WhatsAppIdentity(_number.TrimStart('+'), null), "en", Ct);
        var pages = new List<string>();
        foreach (var number in new[] { _number, $"{People.NewNumber()[..^3]}{_number[^3..]}" })
        {
            using var browser = app.NewBrowserSession();
            var page = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/sign-in"), "main form", ("Number", number)));
            pages.Add(string.Join('\n', page.Texts("main")));
        }

        pages[0].ShouldBe(pages[1]);
    }

    [Fact]
    public async Task a_wrong_code_is_said_beside_its_field_and_signs_nobody_in()
    {
        using var browser = app.NewBrowserSession();
        var page = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/sign-in"), "main form", ("Number", _number)));
        var right = (await People.LastCodeAsync(app.Services, _number))!.Code;

        var answer = await browser.SubmitAsync(page, "main form", ("Code", right == "000000" ? "000001" : "000000"));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Texts("#code-error").ShouldBe(["This is not the code. You can try 4 more times."]);
        (await browser.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task a_code_without_a_begun_sign_in_leads_to_its_beginning()
    {
        using var browser = app.NewBrowserSession();

        (await browser.GetAsync("/sign-in/code")).Location.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task the_form_without_its_token_is_refused()
    {
        using var browser = app.NewBrowserSession();

        (await browser.PostAsync("/sign-in", new FormUrlEncodedContent([new("Number", _number)]))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/plan/places", "/plan/places")]
    [InlineData("https://evil.example/", "/account")]
    [InlineData("//evil.example/", "/account")]
    public async Task it_returns_only_to_this_site(string wanted, string reached)
    {
        using var browser = app.NewBrowserSession();

        (await browser.SignInAsync(app.Services, _number, $"/sign-in?returnUrl={Uri.EscapeDataString(wanted)}")).Location.ShouldBe(reached);
    }

    [Fact]
    public async Task in_simulator_mode_the_pages_lead_to_the_pretend_phone()
    {
        using var browser = app.NewBrowserSession("vi");
        var page = await browser.GetAsync("/sign-in");

        page.Texts("h1").ShouldBe(["Đăng nhập"]);
        page.Page.QuerySelectorAll("main a[href='/simulator']").Length.ShouldBe(1);
    }

    [Fact]
    public async Task the_browsers_traveller_becomes_the_persons()
    {
        var traveller = await People.NewTravellerAsync(app.Services);
        using var browser = app.NewBrowserSession();
        UseTraveller(browser, traveller.Id);

        await browser.SignInAsync(app.Services, _number);

        (await PersonOfAsync(traveller.Id)).ShouldBe(await PersonByNumberAsync(_number));
    }

    [Fact]
    public async Task another_persons_traveller_in_the_browser_stays_theirs()
    {
        var (other, theirs) = await app.Services.GetRequiredService<IAccounts>().MeetAsync(new WhatsAppIdentity(People.NewNumber().TrimStart('+'), null), "en", Ct);
        using var browser = app.NewBrowserSession();
        UseTraveller(browser, theirs.Id);

        await browser.SignInAsync(app.Services, _number);

        (await PersonOfAsync(theirs.Id)).ShouldBe(other.Id);
        TravellerOf(browser).ShouldNotBe(theirs.Id);
    }

    [Fact]
    public async Task signing_out_forgets_person_and_traveller()
    {
        var traveller = await People.NewTravellerAsync(app.Services);
        using var browser = app.NewBrowserSession();
        UseTraveller(browser, traveller.Id);
        var account = await browser.FollowAsync(await browser.SignInAsync(app.Services, _number));

        (await browser.SubmitAsync(account, "form[action='/sign-out']")).Location.ShouldBe("/");

        (await browser.GetAsync("/account")).Location.ShouldEndWith("/sign-in?returnUrl=%2Faccount");
        TravellerOf(browser).ShouldBeNull();
    }

    private void UseTraveller(BrowserSession browser, Guid id) =>
        browser.Cookies.Add(new Uri(app.BaseUrl), new Cookie(CurrentTraveller.CookieName, Base64Url.EncodeToString(Cookies.Protect(id.ToByteArray()))));

    private Guid? TravellerOf(BrowserSession browser) =>
        browser.Cookies.GetCookies(new Uri(app.BaseUrl))[CurrentTraveller.CookieName] is { Value.Length: > 0 } cookie ? new Guid(Cookies.Unprotect(Base64Url.DecodeFromChars(cookie.Value))) : null;

    private IDataProtector Cookies => app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("TravelBuddy.TravellerCookie.v1");

    private async Task<Guid?> PersonOfAsync(Guid travellerId)
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return (await session.LoadAsync<Traveller>(travellerId, Ct))!.PersonId;
    }

    private async Task<Guid?> PersonByNumberAsync(string number) =>
        (await app.Services.GetRequiredService<IAccounts>().MeetAsync(new WhatsAppIdentity(number.TrimStart('+'), null), "en", Ct)).Person.Id;
}
