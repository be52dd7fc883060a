using System.Net;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Pages;

/// <summary>Every form a traveller meets, sent as no browser would send it: with values nobody means, with characters no database keeps, without the token.</summary>
public sealed class when_forms_are_sent_badly(AppFixture app)
{
    /// <summary>The address of a form ({list}: a recorded list of the sender) and its fields.</summary>
    private static readonly (string Path, string[] Fields)[] Forms =
    [
        ("/plan/places", ["place", "add", "pick", "start", "go", "back", "trip", "seen"]),
        ("/plan/durations", ["length", "other", "from", "to", "trip", "seen"]),
        ("/plan/budget", ["max", "min", "currency", "firm", "adults", "children", "ages"]),
        ("/plan/transport", ["concept", "words"]),
        ("/plan/food", ["concept", "words"]),
        ("/plan/activities", ["concept", "words"]),
        ("/plan/stay", ["concept", "words", "not", "notwords", "must"]),
        ("/plan/stay?handler=Save", ["concept", "words", "not", "notwords", "must"]),
        ("/plan/places?handler=New", ["unknown"]),
        ("/plan/text", ["text", "trip"]),
        ("/plan/find", ["trip"]),
        ("/tours/{list}?handler=Vote", ["up", "down", "page"]),
        ("/tours/{list}?handler=Refine", ["to", "package", "start"]),
        ("/tours/{list}?handler=Relax", ["wish"]),
        ("/tours/{list}?handler=Weights", ["weight"]),
        ("/send/{list}?handler=Link", ["unknown"]),
        ("/send/{list}?handler=Invite", ["number", "region", "agree"]),
        ("/send/{list}?handler=Direct", ["unknown"]),
        ("/sign-in", ["Number", "Region", "ReturnUrl"]),
        ("/sign-in/code", ["Code"]),
        ("/language", ["language", "back"]),
        ("/simulator?handler=Phone", ["number", "code"]),
    ];

    internal static readonly string[] Absurd =
    [
        "", " ", "-5", "0", "1e400", "NaN", "99999999999999999999999999", "9999-12-31", "0001-01-01", "2026-02-31", "XXX", "null", "../../etc/passwd", "//example.org", "/é", "text:", "text:é",
        "<script>alert(1)</script>", "'; drop table tb.mt_doc_trip; --", "{0}", "%00", "\u202e\ufeff", "👨‍👩‍👧", "+84000000000000000000000", new('x', 10_000),
    ];

    public static TheoryData<string> Paths => [.. Forms.Select(form => form.Path)];

    [Theory, MemberData(nameof(Paths))]
    public async Task absurd_values_are_answered_by_a_page_and_never_fail(string path)
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("hue", null)] });
        var (address, token) = (path.Replace("{list}", traveller.ListId.ToString()), await TokenAsync(traveller.Browser));
        foreach (var value in Absurd)
        {
            var answer = await traveller.Browser.PostAsync(address, Fields(FieldsOf(path), value, token));

            ((int)answer.Status).ShouldBeInRange(200, 499, $"{path}: {Shortened(value)}");
            answer.Body.ShouldNotContain("<script>alert", customMessage: path);
            if (answer.Location is { } location)
            {
                new Uri(new Uri(app.BaseUrl), location).Authority.ShouldBe(new Uri(app.BaseUrl).Authority, $"{path}: {Shortened(value)}");
            }
        }
    }

    /// <summary>The fields that somebody writes in, with the form's address, what shows them and what shows their message.</summary>
    public static TheoryData<string, string, string, string> WrittenFields => new()
    {
        { "/plan/places", "add", "#add", "#err-add" },
        { "/plan/places", "start", "#start", "#err-start" },
        { "/plan/durations", "other", "#other", "#err-other" },
        { "/plan/durations", "from", "#from", "#err-from" },
        { "/plan/budget", "max", "#max", "#err-max" },
        { "/plan/budget", "min", "#min", "#err-min" },
        { "/plan/budget", "adults", "#adults", "#err-adults" },
        { "/plan/food", "words", "#words", "#err-words" },
        { "/plan/stay", "words", "#words", "#err-words" },
        { "/plan/stay?handler=Save", "notwords", "#notwords", "#err-notwords" },
        { "/plan/text", "text", "#text", "#err-text" },
        { "/send/{list}?handler=Invite", "number", "#number", "#number-error" },
        { "/sign-in", "Number", "#number", "#number-error" },
        { "/simulator?handler=Phone", "number", "#number", "#number-error" },
    };

    [Theory, MemberData(nameof(WrittenFields))]
    public async Task control_characters_are_told_beside_their_field_and_taken_out_of_it(string path, string field, string shown, string message)
    {
        foreach (var (language, told) in new[] { ("en", "This held control characters"), ("vi", "Ô này có chứa ký tự điều khiển") })
        {
            using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("hue", null)] }, language);
            var (address, token) = (path.Replace("{list}", traveller.ListId.ToString()), await TokenAsync(traveller.Browser));
            foreach (var character in new[] { "\0", "\u0007", "\u001b", "\u009b" })
            {
                var answer = await traveller.Browser.PostAsync(address, Fields([field], $"12{character}3 \u00e9", token));

                answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
                answer.Page.QuerySelector(message)!.TextContent.ShouldStartWith(told);
                var input = answer.Page.QuerySelector(shown)!;
                (input.LocalName == "textarea" ? input.TextContent : input.GetAttribute("value")).ShouldBe("123 \u00e9");
            }

            (await traveller.Browser.GetAsync("/plan/summary")).Texts(".plan-answer").ShouldHaveSingleItem("nothing of it was saved");
        }
    }

    [Fact]
    public async Task what_else_was_given_with_control_characters_is_shown_again_too()
    {
        using var browser = app.NewBrowserSession();
        var shown = await browser.SubmitAsync(await browser.GetAsync("/plan/stay"), "#step", ("concept", "homestay"), ("must", "accessible"), ("words", "sea\u0007 view"), ("notwords", "long drives"), ("go", "next"));

        shown.Texts(".chip:has(input[checked])").ShouldBe(["Homestay", "Wheelchair access"]);
        shown.Page.QuerySelector("#notwords")!.GetAttribute("value").ShouldBe("long drives");
        (await browser.SubmitAsync(shown, "#step", ("go", "next"))).Location.ShouldBe("/plan/summary");
        (await browser.GetAsync("/plan/summary")).Texts(".plan-answer").ShouldBe(["Homestay", "Sea view", "Wheelchair access", "Long drives"]);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task control_characters_in_any_other_field_are_refused_in_words(string path)
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("hue", null)] });
        var (address, token) = (path.Replace("{list}", traveller.ListId.ToString()), await TokenAsync(traveller.Browser));
        foreach (var field in FieldsOf(path).Append("no_field_of_it"))
        {
            foreach (var value in new[] { "a\0b", "a\u0007b", "\u001b[31mHue", "\u009b" })
            {
                var answer = await traveller.Browser.PostAsync(address, Fields([field], value, token));

                if (path == "/sign-in/code" && field == "Code")
                {
                    answer.Location.ShouldBe("/sign-in", "no code was asked for");
                }
                else if (answer.Status != HttpStatusCode.UnprocessableEntity)
                {
                    answer.Status.ShouldBe(HttpStatusCode.BadRequest, field);
                    answer.Texts("h1").ShouldBe(["Something in the form is not text"]);
                }
                else if (answer.Page.QuerySelectorAll(".field__error").All(error => error.TextContent.Length == 0))
                {
                    Assert.Fail($"{path}: nothing is said of {field}");
                }
            }
        }
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task without_its_token_a_form_is_told_to_be_too_old(string path)
    {
        foreach (var (language, heading, button) in new[] { ("en", "This page was open too long", "Load the page again"), ("vi", "Trang này đã mở quá lâu", "Tải lại trang") })
        {
            using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("hue", null)] }, language);
            var address = path.Replace("{list}", traveller.ListId.ToString());
            foreach (var token in new[] { null, "", "invented" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = Fields(FieldsOf(path), "1", token), Headers = { Referrer = new Uri($"{app.BaseUrl}/plan/food?back=summary") } };
                using var response = await traveller.Browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
                var answer = new PageAnswer(response.StatusCode, null, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response);

                answer.Status.ShouldBe(HttpStatusCode.BadRequest);
                answer.Texts("h1").ShouldBe([heading]);
                var again = answer.Page.QuerySelector("main a.button--primary")!;
                again.TextContent.ShouldBe(button);
                again.GetAttribute("href").ShouldBe("/plan/food?back=summary");
            }
        }
    }

    [Theory]
    [InlineData("http://elsewhere.example/plan/food"), InlineData("nonsense"), InlineData(null)]
    public async Task the_way_back_from_a_form_that_is_too_old_never_leads_elsewhere(string? referer)
    {
        using var browser = app.NewBrowserSession();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/plan/text") { Content = Fields(["text"], "Hue", null) };
        request.Headers.TryAddWithoutValidation("Referer", referer);
        using var response = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = new PageAnswer(response.StatusCode, null, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response);

        answer.Page.QuerySelector("main a.button--primary")!.GetAttribute("href").ShouldBe("/");
    }

    [Theory]
    [InlineData("/plan/suggest?add=h%00u"), InlineData("/sign-in?returnUrl=%00"), InlineData("/plan/food?back=%1b")]
    public async Task control_characters_in_an_address_are_refused_too(string path)
    {
        using var browser = app.NewBrowserSession();

        (await browser.GetAsync(path)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("?handler=Invite", "number", "12", ".field__error", "not a mobile number"), InlineData("?handler=Invite", "number", "+1 (555) drop table", ".field__error", "not a mobile number")]
    public async Task a_wrong_number_to_send_to_is_told_beside_its_field(string handler, string field, string value, string where, string message)
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("hue", null)] });

        var answer = await traveller.Browser.PostAsync($"/send/{traveller.ListId}{handler}", Fields([field], value, await TokenAsync(traveller.Browser)));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Texts(where).ShouldContain(text => text.Contains(message));
        answer.Page.QuerySelector("#number")!.GetAttribute("value").ShouldBe(value);
    }

    [Fact]
    public async Task weights_that_are_no_numbers_are_told_beside_the_sliders()
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("hue", null)] });
        var token = await TokenAsync(traveller.Browser);
        foreach (var value in new[] { "lots", "NaN", "-1", "1e400" })
        {
            var fields = Enumerable.Repeat(KeyValuePair.Create("weight", value), VectorLayout.DefaultWeights.Count).Append(KeyValuePair.Create("__RequestVerificationToken", token));

            var answer = await traveller.Browser.PostAsync($"{traveller.Path}?handler=Weights", new FormUrlEncodedContent(fields));

            ((int)answer.Status).ShouldBeOneOf([400, 422], value);
            answer.Page.QuerySelector("#weights-error")!.TextContent.ShouldNotBeNullOrWhiteSpace();
        }
    }

    private static string[] FieldsOf(string path) => Forms.Single(form => form.Path == path).Fields;

    private static FormUrlEncodedContent Fields(string[] names, string value, string? token) =>
        new(names.Select(name => KeyValuePair.Create(name, value)).Concat(token is null ? [] : [KeyValuePair.Create("__RequestVerificationToken", token)]));

    private static async Task<string> TokenAsync(BrowserSession browser) =>
        (await browser.GetAsync("/plan/text")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static string Shortened(string value) => value.Length > 40 ? value[..40] : value;
}
