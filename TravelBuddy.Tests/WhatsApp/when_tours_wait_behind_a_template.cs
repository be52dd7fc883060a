using Marten;
using Marten.Patching;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Accounts;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Pictures;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Templates;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Where a template with a picture as header is approved beside the plain one.</summary>
[Collection(ConfiguredAppCollection.Name)]
public sealed class when_tours_wait_behind_a_template(ConfiguredApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task it_shows_the_picture_of_a_tour()
    {
        await HangPicturesAsync();

        var phone = await ClosedAsync();

        (await phone.AnswerAsync("the template", b => b.IsTemplate)).ShouldSatisfyAllConditions(
            bubble => bubble.PictureId.ShouldNotBeNull(), bubble => ChatPhone.Text(bubble).ShouldContain("new tour suggestions"), bubble => bubble.Buttons.ShouldHaveSingleItem().Title.ShouldBe("Show my tours"));
    }

    [Fact]
    public async Task where_meta_does_not_have_that_one_the_plain_one_goes_and_the_admin_is_told_once()
    {
        await HangPicturesAsync();
        var before = await ToldAsync();

        var phone = await ClosedAsync(new PretendFault(404, 132001));

        (await phone.AnswerAsync("the template", b => b.IsTemplate)).PictureId.ShouldBeNull();
        (await phone.OutboundAsync()).Single(m => m.Content.Kind == MessageKind.RecommendationsTemplate).State.ShouldNotBe(DeliveryState.Failed);
        (await ToldAsync()).ShouldBe(before + 1);
        var states = app.Services.GetRequiredService<TemplateStates>();
        (await states.IsStoppedAsync("tours_ready_picture (en)", Ct)).ShouldBeTrue();
        await states.TellAsync("tours_ready_picture (en)", TemplateState.Approved, DateTimeOffset.UtcNow, Ct);
    }

    /// <summary>A person who agreed to messages, whose window Meta calls closed when their tours are sent, and then what else Meta refuses.</summary>
    private async Task<ChatPhone> ClosedAsync(params PretendFault[] then)
    {
        var phone = await ChatPhone.SwitchOnAsync(app.Services);
        var person = (await phone.HelpedAsync()).PersonId;
        await app.Services.GetRequiredService<IAccounts>().RecordOptInAsync(person, new OptIn(DateTimeOffset.UtcNow, "test", "test"), Ct);
        foreach (var fault in (PretendFault[])[new PretendFault(400, 131047), .. then])
        {
            app.Services.GetRequiredService<PretendFaults>().Add(phone.Phone.Id, fault);
        }

        await phone.SayAsync("3 days in Hoi An");
        return phone;
    }

    /// <summary>Gives tours that have no picture one and the same: drawing each its own would take long.</summary>
    private async Task HangPicturesAsync()
    {
        var hash = await app.Services.GetRequiredService<MediaStore>().StoreAsync([0xFF, 0xD8, 0xFF, 0xD9], "image/jpeg", Ct);
        await using var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Patch<TourPackage>(package => package.PictureHash == null).Set(package => package.PictureHash, hash);
        var version = (await session.LoadAsync<CatalogVersion>(CatalogVersion.Only, Ct)).ShouldNotBeNull();
        session.Store(version with { Number = version.Number + 1 });
        await session.SaveChangesAsync(Ct);
        app.Services.GetRequiredService<CachedCatalog>().Refresh();
    }

    private async Task<int> ToldAsync() =>
        (await app.Services.GetRequiredService<DeliveryNotices>().OpenAsync(Ct)).FirstOrDefault(notice => notice is { Code: 132001, Template: "tours_ready_picture (en)" })?.Times ?? 0;
}
