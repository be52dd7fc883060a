using System.Net;
using System.Net.Http.Headers;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Accounts;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Tests.Accommodation;

[Collection(ConfiguredAppCollection.Name)]
public sealed class when_a_partner_brings_in_places(ConfiguredApp app)
{
    private const string Page = "/partner/stays";

    [Fact]
    public async Task they_are_the_partners_whatever_the_form_says_and_it_alone_takes_them_out()
    {
        using var partner = await app.NewSignedInSessionAsync(asPartner: true);
        (await partner.GetAsync("/account")).Page.QuerySelector($"a[href='{Page}']").ShouldNotBeNull();

        var told = await SendAsync(partner, """{"id":"a","name":"Nhà An","kind":"hotel","place":"a-luoi","checked":"2026-10-01"}""", """{"id":"b"}""");

        told.Texts("section[aria-live] p").ShouldBe(["2 read, 1 added, 0 changed, 0 unchanged, 1 refused."]);
        (await SourcesAsync()).ShouldBe([StaySupplier.SlugOf(ConfiguredApp.PartnerName)]);
        await partner.SubmitAsync(await partner.GetAsync(Page), "form[action*='handler=Remove']");
        (await SourcesAsync()).ShouldBeEmpty();
        (await partner.GetAsync("/admin/stays")).Status.ShouldNotBe(HttpStatusCode.OK, "a partner is no admin");
    }

    [Fact]
    public async Task a_house_does_not_rate_itself()
    {
        using var partner = await app.NewSignedInSessionAsync(asPartner: true);

        var told = await SendAsync(partner, """{"id":"rated","name":"Nhà An","kind":"hotel","place":"a-luoi","lat":16.27,"lon":107.23,"rating":9.9,"ratings":5000,"checked":"2026-10-01"}""");

        told.Texts("section[aria-live] td").ShouldContain("rating and ratings are left out: a house does not rate itself.");
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var stay = (await session.LoadAsync<Stay>($"{StaySupplier.SlugOf(ConfiguredApp.PartnerName)}~rated", TestContext.Current.CancellationToken)).ShouldNotBeNull();
        (stay.Rating, stay.Ratings).ShouldBe((null, 0));
        await partner.SubmitAsync(await partner.GetAsync(Page), "form[action*='handler=Remove']");
    }

    [Fact]
    public async Task nobody_else_does()
    {
        using var anybody = app.NewBrowserSession();
        (await anybody.GetAsync(Page)).Status.ShouldBe(HttpStatusCode.Redirect);
        using var stranger = await app.NewSignedInSessionAsync(asPartner: false);
        (await stranger.GetAsync(Page)).Status.ShouldNotBe(HttpStatusCode.OK);
        (await stranger.GetAsync("/account")).Page.QuerySelector($"a[href='{Page}']").ShouldBeNull();
        using var admin = await app.NewAdminSessionAsync();
        (await admin.GetAsync(Page)).Status.ShouldNotBe(HttpStatusCode.OK, "an admin names the source on the admin page");
    }

    [Fact]
    public async Task in_vietnamese_too_and_a_missing_file_is_told()
    {
        using var partner = await app.NewSignedInSessionAsync(asPartner: true, "vi");
        var page = await partner.GetAsync(Page);
        page.Texts("h1").ShouldBe(["Chỗ ở của bạn"]);

        using var token = new StringContent(page.Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        using var form = new MultipartFormDataContent { { token, "__RequestVerificationToken" } };
        var refused = await partner.PostAsync(Page, form);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Texts(".field__error").ShouldContain("Hãy chọn tệp có mỗi dòng một đối tượng JSON.");
    }

    [Theory]
    [InlineData("Partners__0__Name", "Partners:0:Phones=+84905123456"), InlineData("Partners__0__Name", "Partners:0:Name=Sample!", "Partners:0:Emails=a@example.com"), InlineData("Partners__0", "Partners:0:Name=Nhà An"),
        InlineData("Partners__0__Phones", "Partners:0:Name=Nhà An", "Partners:0:Phones=12"), InlineData("Partners__1__Name", "Partners:0:Name=Nhà An", "Partners:0:Emails=a@example.com", "Partners:1:Name=nha an", "Partners:1:Emails=b@example.com")]
    public void a_wrong_setting_stops_the_start_with_its_name(string named, params string[] settings) =>
        Should.Throw<StartupException>(() => new PartnerList(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=')).Select(pair => new KeyValuePair<string, string?>(pair[0], pair[1]))).Build())).Message.ShouldContain(named);

    private async Task<IReadOnlyList<string>> SourcesAsync()
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var slug = StaySupplier.SlugOf(ConfiguredApp.PartnerName);
        return [.. (await session.Query<Stay>().Where(stay => stay.Source == slug).Select(stay => stay.Source).ToListAsync(TestContext.Current.CancellationToken)).Distinct()];
    }

    private static async Task<PageAnswer> SendAsync(BrowserSession browser, params string[] lines)
    {
        var page = await browser.GetAsync(Page);
        using var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines))) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var token = new StringContent(page.Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        using var other = new StringContent("Somebody else");
        using var form = new MultipartFormDataContent { { file, "Places", "stays.jsonl" }, { other, "Source" }, { token, "__RequestVerificationToken" } };
        return await browser.PostAsync(Page, form);
    }
}
