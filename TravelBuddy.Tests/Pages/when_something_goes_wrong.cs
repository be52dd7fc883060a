using System.Net;

namespace TravelBuddy.Tests.Pages;

public sealed class when_something_goes_wrong(AppFixture app)
{
    [Theory]
    [InlineData("/error/404", "en", 404, "There is nothing here"), InlineData("/error/404", "vi", 404, "Ở đây không có gì")]
    [InlineData("/error/400", "en", 400, "That did not reach us as it should"), InlineData("/error/400", "vi", 400, "Yêu cầu chưa đến được như mong đợi")]
    [InlineData("/error/500", "en", 500, "Something went wrong on our side"), InlineData("/error/500", "vi", 500, "Hệ thống của chúng tôi gặp lỗi")]
    [InlineData("/error/429", "en", 429, "That was a little too fast"), InlineData("/error/99999", "en", 404, "There is nothing here")]
    public async Task it_is_said_in_words(string path, string language, int status, string heading)
    {
        using var browser = app.NewBrowserSession(language);

        var shown = await browser.GetAsync(path);

        ((int)shown.Status).ShouldBe(status);
        shown.Texts("h1").ShouldBe([heading]);
        shown.Page.QuerySelector("a[href='/']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/sample-provider/x"), InlineData("/packages/x")]
    public async Task a_page_is_not_shown_to_a_method_it_does_not_know(string path)
    {
        using var client = app.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Trace, path);
        using var answer = await client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }
}
