using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Accounts;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Feeds;

namespace TravelBuddy.Tests.Catalog;

/// <summary>An admin's button on the list of packages, and what travellers then see.</summary>
[Collection(ConfiguredAppCollection.Name)]
public sealed class when_a_package_is_withdrawn(ConfiguredApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task new_lists_leave_it_out_old_ones_show_it_as_such_and_it_can_be_put_back()
    {
        using var traveller = app.NewBrowserSession();
        await traveller.SubmitAsync(await traveller.GetAsync("/plan/places"), "#step", ("place", "hue"), ("go", "next"));
        var before = await FindAsync(traveller);
        var first = before.Page.QuerySelector("article.tour h2 a")!;
        var (address, title) = (first.GetAttribute("href")!, first.TextContent);
        var id = Uri.UnescapeDataString(address["/packages/".Length..]);
        using var admin = await app.NewAdminSessionAsync();

        var withdrawn = await PressAsync(admin, id, "Withdraw");
        RowOf(withdrawn, id).QuerySelector(".badge--bad")!.TextContent.ShouldBe("Withdrawn");

        await Polling.UntilAsync("a list without it", async () => !Titles(await FindAsync(traveller)).Contains(title));
        var old = await traveller.GetAsync(before.Response.RequestMessage!.RequestUri!.PathAndQuery);
        var card = old.Page.QuerySelectorAll("article.tour").Single(tour => tour.QuerySelector("h2")!.TextContent == title);
        card.QuerySelector(".badge--bad")!.TextContent.ShouldBe("Not offered any more");
        card.QuerySelector("a[href^='/go/']").ShouldBeNull();
        var page = await traveller.GetAsync(address);
        page.Texts(".notice").ShouldContain("The agency does not offer this tour at the moment.");
        page.Page.QuerySelector("a[href^='/go/'], a[href^='/send/'], form[action*='Send']").ShouldBeNull();

        var back = await PressAsync(admin, id, "Put back");
        RowOf(back, id).QuerySelector(".badge--bad").ShouldBeNull();
        RowOf(back, id).TextContent.ShouldContain("put back ");
        await Polling.UntilAsync("a list with it", async () => Titles(await FindAsync(traveller)).Contains(title));
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var kept = await session.Query<Withdrawal>().Where(decision => decision.PackageId == id).OrderBy(decision => decision.At).ToListAsync(Ct);
        kept.Select(decision => decision.Withdrawn).ShouldBe([true, false]);
        kept.ShouldAllBe(decision => decision.PersonId != null);
    }

    [Fact]
    public async Task no_import_brings_it_back()
    {
        var import = app.Services.GetRequiredService<FeedImport>();
        var source = new FeedSource("test.jsonl", "jsonl", $"Withdrawal test {Guid.NewGuid():N}", Sample: true);
        var id = PackageFactory.IdOf(source.Provider!, "w1");
        await import.ImportAsync(new StringReader("""{"id":"w1","title":"Tour"}"""), source, Ct);
        using var admin = await app.NewAdminSessionAsync();
        await PressAsync(admin, id, "Withdraw");

        await import.ImportAsync(new StringReader("""{"id":"w1","title":"Another tour","bookable":true}"""), source, Ct);

        RowOf(await ShowAsync(admin, id), id).QuerySelector(".badge--bad")!.TextContent.ShouldBe("Withdrawn");
        await import.ImportAsync(new StringReader("""{"id":"w1","bookable":false}"""), source, Ct);
        RowOf(await PressAsync(admin, id, "Put back"), id).QuerySelector(".badge--bad")!.TextContent.ShouldBe("Not offered in its feed");
    }

    [Fact]
    public async Task nobody_else_can_withdraw_anything_and_what_is_not_there_is_not_found()
    {
        using var stranger = app.NewBrowserSession();
        (await stranger.PostAsync("/admin/packages?handler=Withdraw", new FormUrlEncodedContent([new("package", "x")]))).Status.ShouldNotBe(HttpStatusCode.OK);
        using var admin = await app.NewAdminSessionAsync();
        (await SendAsync(admin, await admin.GetAsync("/admin/packages"), "Withdraw", "nobody~nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task the_page_speaks_vietnamese()
    {
        using var admin = await app.NewAdminSessionAsync("vi");
        (await admin.GetAsync("/admin/packages")).Texts("td button[name=package]").ShouldContain("Rút");
    }

    private static async Task<PageAnswer> FindAsync(BrowserSession traveller) =>
        await traveller.FollowAsync(await traveller.SubmitAsync(await traveller.GetAsync("/plan/summary"), "form[action='/plan/find']"));

    private static IReadOnlyList<string> Titles(PageAnswer list) => list.Texts("article.tour h2");

    private static Task<PageAnswer> ShowAsync(BrowserSession admin, string id) => admin.GetAsync($"/admin/packages?search={Uri.EscapeDataString(id[(id.IndexOf('~', StringComparison.Ordinal) + 1)..])}");

    private static AngleSharp.Dom.IElement RowOf(PageAnswer page, string id) => page.Page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("span.muted")!.TextContent == id);

    private static async Task<PageAnswer> PressAsync(BrowserSession admin, string id, string button)
    {
        var page = await ShowAsync(admin, id);
        var pressed = RowOf(page, id).QuerySelector("button[name=package]")!;
        pressed.TextContent.ShouldBe(button);
        return await admin.FollowAsync(await SendAsync(admin, page, pressed.GetAttribute("formaction")!.Split('=')[1], id));
    }

    private static Task<PageAnswer> SendAsync(BrowserSession admin, PageAnswer page, string handler, string id)
    {
        var fields = page.Page.QuerySelectorAll("#act input").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        return admin.PostAsync($"/admin/packages?handler={handler}", new FormUrlEncodedContent([.. fields, new("package", id)]));
    }
}
