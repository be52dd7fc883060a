using System.Net;
using System.Net.Http.Headers;
using TravelBuddy.Tests.Accounts;

namespace TravelBuddy.Tests.Pages;

/// <summary>The forms behind the sign-in and those of the pretend phone, sent as no browser would.</summary>
[Collection(ConfiguredAppCollection.Name)]
public sealed class when_forms_of_a_signed_in_person_are_sent_badly(ConfiguredApp app)
{
    public static TheoryData<string, string[]> Forms => new()
    {
        { "/account?handler=Open", ["trip"] },
        { "/account?handler=Messages", ["allow"] },
        { "/account?handler=Erase", ["Sure"] },
        { "/account?handler=NoSuchThing", ["unknown"] },
        { "/admin/messages?handler=Again", ["id"] },
        { "/admin/messages?handler=Replay", ["id"] },
        { "/admin/messages?handler=Discard", ["id"] },
        { "/admin/packages", ["wish"] },
        { "/simulator/{phone}?handler=Say", ["text"] },
        { "/simulator/{phone}?handler=Tap", ["message", "reply"] },
        { "/simulator/{phone}?handler=React", ["message", "emoji"] },
        { "/simulator/{phone}?handler=Say", ["text", "quote", "edit"] },
        { "/simulator/{phone}?handler=Delete", ["message"] },
        { "/simulator/{phone}?handler=Send", ["what", "caption", "place", "latitude", "longitude", "asked"] },
        { "/simulator/panel", ["fail", "way", "slow", "expired", "duplicate", "delay", "delaySeconds", "reorder", "drop"] },
        { "/simulator/7d6a1a3e-0000-4000-8000-000000000000?handler=Say", ["text"] },
        { "/simulator/no-phone?handler=Say", ["text"] },
        { "/send/7d6a1a3e-0000-4000-8000-000000000000?handler=Invite", ["number", "region"] },
        { "/send/no-list?handler=Link", ["unknown"] },
    };

    [Theory, MemberData(nameof(Forms))]
    public async Task whatever_is_in_them_they_are_answered_in_words_and_lose_nothing(string path, string[] fields)
    {
        using var browser = await app.NewAdminSessionAsync();
        var token = await TokenAsync(browser);
        var address = path.Replace("{phone}", (await PhoneAsync(browser, token)).ToString());
        await browser.PostAsync("/account?handler=Messages", Fields(["allow"], "true", token));

        foreach (var value in when_forms_are_sent_badly.Absurd.Append("7d6a1a3e-0000-4000-8000-000000000000").Append("a\0b").Append("\u0007"))
        {
            ShouldBeInWords(await browser.PostAsync(address, Fields(fields, value, token)), $"{path}: {(value.Length > 40 ? value[..40] : value)}");
        }

        ShouldBeInWords(await browser.PostAsync(address, Fields([], "", token)), $"{path} without its fields");
        ShouldBeInWords(await browser.PostAsync(address, Raw("%ff%fe=%c3%28&" + fields[0] + "=%ed%a0%80", token)), $"{path} in no UTF-8");
        ShouldBeInWords(await browser.PostAsync(address, new ByteArrayContent([0xff, 0xfe, (byte)'=', 0xc3]) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded") } }), $"{path} in bytes");
        ShouldBeInWords(await browser.PostAsync(address, new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x") } }), $"{path} broken off");

        // The agreement given before and the sign-in still stand.
        (await browser.GetAsync("/account")).Texts("main form[action*='handler=Messages'] button").ShouldBe(["Send me none any more"]);
    }

    [Theory, InlineData("?show=Nonsense"), InlineData("?show=999"), InlineData("?show=-1")]
    public async Task a_state_that_is_none_shows_a_page(string query)
    {
        using var browser = await app.NewAdminSessionAsync();

        ShouldBeInWords(await browser.GetAsync("/admin/messages" + query), query);
    }

    [Fact]
    public async Task control_characters_in_a_chat_line_are_told_beside_it_and_nothing_is_said()
    {
        using var browser = await app.NewAdminSessionAsync();
        var token = await TokenAsync(browser);
        var phone = await PhoneAsync(browser, token);

        var answer = await browser.PostAsync($"/simulator/{phone}?handler=Say", Fields(["text"], "3 days in\u0007 Hue", token));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Page.QuerySelector(".line__error")!.TextContent.ShouldStartWith("This held control characters");
        answer.Page.QuerySelector(".line__text")!.GetAttribute("value").ShouldBe("3 days in Hue");
        answer.Texts(".bubble").ShouldBeEmpty();
    }

    [Fact]
    public async Task a_sign_out_counts_only_with_its_token()
    {
        using var browser = await app.NewAdminSessionAsync();
        var token = await TokenAsync(browser);

        (await browser.PostAsync("/sign-out", Fields(["unknown"], "1", "invented"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.PostAsync("/sign-out", Fields(["unknown"], "\u0007", token))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.PostAsync("/sign-out", Fields(["unknown"], "<script>", token))).Location.ShouldBe("/");
        (await browser.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.Found);
    }

    private static void ShouldBeInWords(PageAnswer answer, string what)
    {
        ((int)answer.Status).ShouldBeInRange(200, 499, what);
        answer.Body.ShouldNotContain("<script>alert", customMessage: what);
        if ((int)answer.Status is not (204 or (>= 300 and < 400)))
        {
            answer.Texts("h1").ShouldNotBeEmpty(what);
        }
    }

    private static async Task<Guid> PhoneAsync(BrowserSession browser, string token) =>
        Guid.Parse((await browser.PostAsync("/simulator?handler=Phone", Fields(["number"], People.NewNumber(), token))).Location.ShouldNotBeNull().Split('/', '?')[2]);

    private static async Task<string> TokenAsync(BrowserSession browser) =>
        (await browser.GetAsync("/plan/text")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static FormUrlEncodedContent Fields(string[] names, string value, string token) => new([.. names.Select(name => KeyValuePair.Create(name, value)), KeyValuePair.Create("__RequestVerificationToken", token)]);

    private static StringContent Raw(string body, string token) =>
        new($"{body}&__RequestVerificationToken={Uri.EscapeDataString(token)}", new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
}
