using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Meta takes a message and says by webhook that nothing can be sent, at an application whose pretend Meta says nothing by itself.</summary>
public sealed class when_an_alarm_follows_the_taking(PanelApp panel) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private OutboxStore Outbox => panel.App.Services.GetRequiredService<OutboxStore>();

    public ValueTask InitializeAsync() => new(panel.SetAsync(("drop", "100")));

    public ValueTask DisposeAsync() => new(panel.ResetAsync());

    [Fact]
    public async Task the_message_waits_and_the_alarm_lasts_until_a_message_arrives()
    {
        var phone = await ChatPhone.SwitchOnAsync(panel.App.Services);
        var sent = await phone.HelpedAsync();
        await TellAsync(phone, sent.Id, "failed", 131042);
        await Polling.UntilAsync("the alarm", async () => await NumberAsync() is { AlarmCode: 131042 });

        // The alarm is noted before the message is: what was taken first would pass for what is taken again.
        await Polling.UntilAsync("the message waiting", async () => await Outbox.FindAsync(sent.Id, Ct) is { State: DeliveryState.Pending });
        await Polling.UntilAsync("the message taken again", async () => await Outbox.FindAsync(sent.Id, Ct) is { State: DeliveryState.Accepted, Returns: 0 });
        (await NumberAsync())!.AlarmCode.ShouldBe(131042, "it was taken before as well");

        await TellAsync(phone, sent.Id, "delivered", null);
        await Polling.UntilAsync("the end of the alarm", async () => await NumberAsync() is { AlarmCode: null, AlarmSince: null });
    }

    private async Task TellAsync(ChatPhone phone, Guid ours, string status, int? code) =>
        await Deliveries.DeliverStatusAsync(panel.App.Services, panel.App.BaseUrl, (await phone.MessagesAsync()).Last(message => !message.FromPerson).MessageId, ours, status, code);

    private async Task<NumberState?> NumberAsync() => await Outbox.NumberAsync((await panel.App.Services.GetRequiredService<BusinessAccount>().GetAsync(Ct)).PhoneNumberId, Ct);
}
