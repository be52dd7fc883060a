using System.Net;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.Accounts;

[Collection(ConfiguredAppCollection.Name)]
public sealed class when_an_admin_page_is_opened(ConfiguredApp app)
{
    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/imports")]
    [InlineData("/admin/encoding")]
    public async Task someone_unknown_is_asked_to_sign_in(string path)
    {
        using var browser = app.NewBrowserSession();

        (await browser.GetAsync(path)).Location.ShouldEndWith($"/sign-in?returnUrl={Uri.EscapeDataString(path)}");
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/imports")]
    public async Task anyone_else_is_refused(string path)
    {
        using var browser = app.NewBrowserSession();
        await browser.SignInAsync(app.Services, People.NewNumber());

        (await browser.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task an_admin_by_phone_is_led_back_there_and_sees_the_numbers()
    {
        using var browser = app.NewBrowserSession();
        var signedIn = await browser.SignInAsync(app.Services, ConfiguredApp.AdminPhone, "/sign-in?returnUrl=%2Fadmin");
        signedIn.Location.ShouldBe("/admin");
        await using (var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession())
        {
            var number = await app.Services.GetRequiredService<KeyedHash>().OfAsync(HashKinds.Phone, ConfiguredApp.AdminPhone.TrimStart('+'), TestContext.Current.CancellationToken);
            var codes = await session.Query<OneTimeCode>().Where(code => code.NumberHash == number).Select(code => code.Id).ToListAsync(TestContext.Current.CancellationToken);
            codes.ShouldNotBeEmpty();
            var sent = await session.Query<OutboundMessage>().Where(message => message.Content.Kind == MessageKind.OneTimeCodeTemplate).ToListAsync(TestContext.Current.CancellationToken);
            sent.ShouldNotContain(message => codes.Contains(message.Content.CodeId!.Value), "a pretend phone shows nobody what makes an admin");
        }

        var page = await browser.FollowAsync(signedIn);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Texts(".admin__nav a").ShouldBe(["Overview", "Packages", "Imports", "Places to stay", "Messages", "Templates", "Encoding"]);
        page.Texts(".admin__nav a[aria-current]").ShouldBe(["Overview"]);
        await using (var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession())
        {
            page.Texts(".figures dd")[0].ShouldBe($"{await session.Query<TourPackage>().CountAsync(TestContext.Current.CancellationToken)}");
        }

        (await browser.GetAsync("/admin/imports")).Texts(".admin__nav a[aria-current]").ShouldBe(["Imports"]);
    }

    [Fact]
    public async Task what_an_admin_sends_is_answered_in_words_and_a_wish_with_why_it_is_ranked_so()
    {
        // One sign-in for all of it: codes for a number are limited.
        using var browser = app.NewBrowserSession();
        await browser.SignInAsync(app.Services, ConfiguredApp.AdminPhone);

        var without = await browser.SubmitAsync(await browser.GetAsync("/admin/imports"), "main form", ("Feed", null));
        without.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        without.Texts(".field__error").ShouldContain("Choose a file with one JSON object a line.");

        var provider = await browser.SubmitAsync(await browser.GetAsync("/admin/imports"), "main form", ("Provider", "a\u0007b"));
        provider.Texts(".field__error").ShouldContain(text => text.StartsWith("This held control characters"));
        provider.Page.QuerySelector("#provider")!.GetAttribute("value").ShouldBe("ab");

        foreach (var (wish, shown, status, message) in new[]
        {
            ("a\0b", "ab", 422, "This held control characters"), ("\u0007", "", 422, "This held control characters"), ("<script>alert(1)</script>", "<script>alert(1)</script>", 200, ""), (new string('x', 10_000), new string('x', 10_000), 200, ""),
        })
        {
            var answer = await browser.SubmitAsync(await browser.GetAsync("/admin/packages"), "main form[method=post]", ("wish", wish));

            ((int)answer.Status).ShouldBe(status);
            answer.Page.QuerySelector("#wish")!.TextContent.ShouldBe(shown);
            answer.Page.QuerySelector("#wish-error")!.TextContent.ShouldStartWith(message);
            answer.Body.ShouldNotContain("<script>alert");
        }

        var ranked = await browser.SubmitAsync(await browser.GetAsync("/admin/packages"), "main form[method=post]", ("wish", "Hội An 3 ngày dưới 8 triệu, ăn hải sản"));
        ranked.Texts("section .badge").ShouldContain(text => text.StartsWith("Hoi An “"));
        var rows = ranked.Page.QuerySelectorAll("tbody tr").ToList();
        rows.Count.ShouldBe(50);
        rows[0].QuerySelectorAll("td").Length.ShouldBe(6);
        rows.Count(row => row.QuerySelectorAll(".admin-working li").Any(line => line.TextContent.StartsWith('÷'))).ShouldBe(50);
        rows[0].QuerySelector(".admin-working p")!.TextContent.ShouldMatch(@"Places 0\.\d\d × 0\.\d\d.*Length");
        rows[^1].QuerySelectorAll(".admin-working li").ShouldContain(line => line.TextContent.StartsWith('−'));
        rows[0].QuerySelectorAll(".admin-why li").Select(why => why.TextContent).ShouldContain("Visits Hoi An");
        ranked.Texts("td.admin-whole").ShouldAllBe(price => price == "–" || price.EndsWith(" ₫", StringComparison.Ordinal) || price.StartsWith('$'), "as on the cards");
        rows.ShouldAllBe(row => row.QuerySelector(".admin-why li") != null && row.QuerySelector(".admin-standing") != null);
    }

    [Fact]
    public async Task an_admin_by_email_gets_in_and_another_email_does_not()
    {
        foreach (var (email, status) in new[] { ("Admin@Example.com", HttpStatusCode.OK), ("other@example.com", HttpStatusCode.Forbidden) })
        {
            app.Facebook.NextUser = new { id = Guid.NewGuid().ToString("N"), email };
            using var browser = app.NewBrowserSession();
            await browser.FollowAsync(await browser.GetAsync("/sign-in/facebook"));

            (await browser.GetAsync("/admin")).Status.ShouldBe(status);
        }
    }

    [Theory]
    [InlineData("Admin:Phones", "0905123456", "Admin__Phones")]
    [InlineData("Admin:Phones", "+84905123456,nonsense", "nonsense")]
    [InlineData("Admin:Emails", "not an address", "Admin__Emails")]
    public void a_setting_that_names_nobody_stops_the_start(string setting, string value, string named) =>
        Should.Throw<StartupException>(() => new AdminList(new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build())).Message.ShouldContain(named);
}
