using System.Globalization;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>What Meta says of an invitation after it took it, at an application whose pretend Meta says nothing by itself.</summary>
public sealed class when_an_invitation_fails_late(PanelApp panel) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IServiceProvider Services => panel.App.Services;

    public ValueTask InitializeAsync() => new(panel.SetAsync(("drop", "100")));

    public ValueTask DisposeAsync() => new(panel.ResetAsync());

    [Fact]
    public async Task whoever_stopped_offers_is_remembered_and_the_number_is_forgotten()
    {
        var phone = await ChatPhone.SwitchOnAsync(Services);
        var message = await InvitedAsync(phone);
        (await IsKnownAsync(message)).ShouldBeTrue("a status may come yet");

        await TellAsync(phone, message, "failed", 131050);

        await Polling.UntilAsync("the number forgotten", async () => !await IsKnownAsync(message));
        var again = Guid.CreateVersion7();
        await InviteAsync(again, phone);
        await using var session = Services.GetRequiredService<IDocumentStore>().QuerySession();
        (await session.Query<Invitation>().SingleAsync(invitation => invitation.TravellerId == again, Ct)).Sent.ShouldBeFalse();
        var hash = await Services.GetRequiredService<KeyedHash>().OfAsync(HashKinds.Phone, phone.Digits, Ct);
        (await KnownNumbers.FindAsync(session, hash, Ct)).ShouldNotBeNull().Stopped.ShouldBeTrue();
    }

    [Fact]
    public async Task for_a_reason_that_passes_it_is_sent_once_more_and_the_number_is_forgotten_when_it_arrived()
    {
        var phone = await ChatPhone.SwitchOnAsync(Services);
        var message = await InvitedAsync(phone);

        await TellAsync(phone, message, "failed", 131000);

        await phone.AnswerAsync("the invitation again", b => b.IsTemplate);
        var sent = await Polling.UntilAsync("the answer to it", async () => await FindAsync(message.Id) is { State: DeliveryState.Accepted, Attempts: 2 } taken ? taken : null);
        (await IsKnownAsync(message)).ShouldBeTrue();
        await TellAsync(phone, sent, "delivered", null);
        await Polling.UntilAsync("the number forgotten", async () => !await IsKnownAsync(message));
    }

    [Theory]
    [InlineData("failed", 131026), InlineData("read", null)]
    public async Task the_number_is_forgotten_once_nothing_more_can_come(string status, int? code)
    {
        var phone = await ChatPhone.SwitchOnAsync(Services);
        var message = await InvitedAsync(phone);

        await TellAsync(phone, message, status, code);

        await Polling.UntilAsync("the number forgotten", async () => !await IsKnownAsync(message));
        await using var session = Services.GetRequiredService<IDocumentStore>().QuerySession();
        (await session.LoadAsync<SubjectKey>(message.PersonId, Ct)).ShouldBeNull();
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task it_is_erased_with_who_typed_it_and_with_whose_it_is(bool byHolder)
    {
        var phone = await ChatPhone.SwitchOnAsync(Services);
        var message = await InvitedAsync(phone);
        var holder = byHolder ? (await Services.GetRequiredService<IAccounts>().MeetAsync(new WhatsAppIdentity(phone.Digits, null), "en", Ct)).Person.Id : await TypistAsync(message);
        var data = Services.GetRequiredService<PersonalData>();

        await data.EraseAsync((await data.FindAsync(holder, Ct)).ShouldNotBeNull(), Ct);

        (await IsKnownAsync(message)).ShouldBeFalse();
        (await FindAsync(message.Id)).ShouldBeNull();
    }

    private async Task<OutboundMessage> InvitedAsync(ChatPhone phone)
    {
        var traveller = Guid.CreateVersion7();
        await using var scope = Services.CreateAsyncScope();
        var trip = await Services.GetRequiredService<ITrips>().StartAsync(traveller, "en", "USD", Ct);
        var list = (await scope.ServiceProvider.GetRequiredService<IRecommender>().RecommendAsync(trip, traveller, Ct)).Id;
        (await InviteAsync(traveller, phone, list)).ShouldBe(InvitationOutcome.Queued);
        await phone.AnswerAsync("the invitation", b => b.IsTemplate);
        return await Polling.UntilAsync("the answer to it", async () =>
        {
            await using var session = Services.GetRequiredService<IDocumentStore>().QuerySession();
            return await session.Query<OutboundMessage>().FirstOrDefaultAsync(m => m.ListId == list && m.State == DeliveryState.Accepted, Ct);
        });
    }

    private async Task<InvitationOutcome> InviteAsync(Guid traveller, ChatPhone phone, Guid? list = null)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IWhatsApp>().InviteAsync(traveller, list ?? Guid.CreateVersion7(), "+" + phone.Digits, "VN", "Agreed.", Ct);
    }

    /// <summary>A status of the last message that the phone got.</summary>
    private async Task TellAsync(ChatPhone phone, OutboundMessage message, string status, int? code) =>
        await Deliveries.DeliverStatusAsync(Services, panel.App.BaseUrl, (await phone.MessagesAsync())[^1].MessageId, message.Id, status, code);

    private async Task<Guid> TypistAsync(OutboundMessage message)
    {
        await using var session = Services.GetRequiredService<IDocumentStore>().QuerySession();
        return (await session.Query<Invitation>().SingleAsync(invitation => invitation.TypedId == message.PersonId, Ct)).TravellerId;
    }

    private async Task<OutboundMessage?> FindAsync(Guid id)
    {
        await using var session = Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.LoadAsync<OutboundMessage>(id, Ct);
    }

    /// <summary>Whether the number that the message goes to is still kept.</summary>
    private async Task<bool> IsKnownAsync(OutboundMessage message) => await Services.GetRequiredService<TypedNumbers>().FindAsync(message.PersonId, Ct) is not null;
}
