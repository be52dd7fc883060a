using System.Net;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Pages;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Somebody types a number while Meta has stopped the template of invitations, or all that we begin.</summary>
[Collection(GraphAppCollection.Name)]
public sealed class when_no_invitation_can_leave(GraphApp app) : IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => new(FreeAsync());

    public ValueTask DisposeAsync() => new(FreeAsync());

    [Theory]
    [InlineData("en", true, "We cannot write first just now. Write to us first instead"), InlineData("vi", true, "Lúc này chúng tôi chưa thể nhắn trước")]
    [InlineData("en", false, "We cannot write first just now. Write to us first instead")]
    public async Task who_types_a_number_is_told_so_and_can_have_it_invited_once_it_can(string language, bool byTemplate, string told)
    {
        var digits = app.NewNumber();
        using var browser = new BrowserSession(app.BaseUrl, language);
        var (traveller, _, list) = await TravellerWithList.BeginAsync(app.Services, browser, app.BaseUrl, wishes => wishes, language);
        await (byTemplate ? TellAsync("DISABLED", language) : app.ChangeNumberAsync(state => state.HoldMarketing(131048, app.Time.GetUtcNow())));

        var page = await InviteAsync(browser, list, digits);

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Texts("#number-error").ShouldHaveSingleItem().ShouldStartWith(told);
        page.Page.QuerySelector("#number")!.GetAttribute("value").ShouldBe("+" + digits);
        (await InvitationsAsync(traveller)).ShouldBe(0, "it counts neither for the number nor for who asked");

        await FreeAsync();
        (await InviteAsync(browser, list, digits)).Status.ShouldBe(HttpStatusCode.Redirect);
        await Polling.UntilAsync("the invitation", () => Task.FromResult(app.Graph.Sends.Any(send => send.To == digits && send is { Template: "tour_invitation", Taken: true })));
        (await InvitationsAsync(traveller)).ShouldBe(1);
    }

    [Fact]
    public async Task that_of_the_other_language_goes()
    {
        var digits = app.NewNumber();
        using var browser = new BrowserSession(app.BaseUrl, "vi");
        var (_, _, list) = await TravellerWithList.BeginAsync(app.Services, browser, app.BaseUrl, wishes => wishes, "vi");
        await TellAsync("PAUSED", "en");

        (await InviteAsync(browser, list, digits)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    private async Task FreeAsync()
    {
        await app.ChangeNumberAsync(state => state.Calm());
        await TellAsync("APPROVED", "en");
        await TellAsync("APPROVED", "vi");
    }

    private Task TellAsync(string word, string language) =>
        app.DeliverAsync("message_template_status_update", new JsonObject { ["event"] = word, ["message_template_name"] = "tour_invitation", ["message_template_language"] = language, ["reason"] = "NONE" });

    private static async Task<PageAnswer> InviteAsync(BrowserSession browser, Guid list, string digits) =>
        await browser.SubmitAsync(await browser.GetAsync($"/send/{list}"), "form[action*='handler=Invite']", ("agree", "true"), ("number", "+" + digits));

    private async Task<int> InvitationsAsync(Guid traveller)
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.Query<Invitation>().CountAsync(invitation => invitation.TravellerId == traveller, Ct);
    }
}
