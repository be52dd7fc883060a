using System.Net;
using System.Net.Http.Headers;
using TravelBuddy.Tests.Accounts;

namespace TravelBuddy.Tests.Accommodation;

[Collection(ConfiguredAppCollection.Name)]
public sealed class when_an_admin_looks_after_the_directory(ConfiguredApp app)
{
    private readonly string _source = $"Partner {Guid.NewGuid():N}";

    [Fact]
    public async Task they_bring_in_places_see_what_was_refused_and_take_a_source_out_again()
    {
        using var admin = await app.NewAdminSessionAsync();

        var told = await SendAsync(admin, _source, """{"id":"a","name":"Nhà An","kind":"hotel","place":"hue","checked":"2026-10-01"}""", """{"id":"b"}""");

        told.Status.ShouldBe(HttpStatusCode.OK);
        told.Texts("section[aria-live] p").ShouldBe(["2 read, 1 added, 0 changed, 0 unchanged, 1 refused."]);
        told.Texts("section[aria-live] td").ShouldContain(text => text.StartsWith("Refused name is missing", StringComparison.Ordinal));
        var slug = TravelBuddy.Web.Accommodation.Stays.StaySupplier.SlugOf(_source);
        told.Texts("table tbody tr td:first-child").ShouldContain(slug);

        await admin.SubmitAsync(await admin.GetAsync("/admin/stays"), $"form[action*='handler=Remove']:has(button[value='{slug}'])", ("source", slug));

        (await admin.GetAsync("/admin/stays")).Texts("table tbody tr td:first-child").ShouldNotContain(slug);
    }

    [Fact]
    public async Task the_samples_are_told_apart_and_nobody_brings_in_places_as_them()
    {
        using var admin = await app.NewAdminSessionAsync();

        (await admin.GetAsync("/admin/stays")).Texts(".badge--sample").ShouldContain("Sample");
        var refused = await SendAsync(admin, "Sample", "{}");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Texts(".field__error").ShouldContain(text => text.StartsWith("Say who the places are from", StringComparison.Ordinal));
    }

    [Fact]
    public async Task in_vietnamese_too()
    {
        using var admin = await app.NewAdminSessionAsync("vi");

        (await admin.GetAsync("/admin/stays")).Texts("h1").ShouldBe(["Chỗ ở"]);
    }

    private static async Task<PageAnswer> SendAsync(BrowserSession admin, string source, params string[] lines)
    {
        var page = await admin.GetAsync("/admin/stays");
        using var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines))) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var token = new StringContent(page.Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        using var name = new StringContent(source);
        using var form = new MultipartFormDataContent { { file, "Places", "stays.jsonl" }, { name, "Source" }, { token, "__RequestVerificationToken" } };
        return await admin.PostAsync("/admin/stays", form);
    }
}
