using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Accounts;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>At an application of its own, where nothing else is taken.</summary>
public sealed class when_meta_is_down(PanelApp panel) : IClassFixture<PanelApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private OutboxStore Outbox => panel.App.Services.GetRequiredService<OutboxStore>();

    [Fact]
    public async Task no_answer_is_given_up_before_it_shows_that_meta_refuses_that_one_alone()
    {
        var (one, other) = (await RefusedForLongAsync(), await RefusedForLongAsync());
        (await SettleAsync(one, 131000)).Again.ShouldNotBeNull("others are refused as well, and nothing is taken");
        (await Outbox.FindAsync(one.Id, Ct))!.RefusedSince!.Value.ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1), "those minutes do not count");
        (await SettleAsync(one, 131016)).Again.ShouldNotBeNull("Meta says that it is down");

        var taken = await StoredMessages.StoreAsync(panel.App.Services, StoredMessages.Phrase(other.PersonId, nameof(Phrases.Help)).Attempt(DateTimeOffset.UtcNow).Accept("taken", DateTimeOffset.UtcNow));
        (await Outbox.FindAsync(taken.Id, Ct)).ShouldNotBeNull();
        (await SettleAsync(one, 131016)).Again.ShouldNotBeNull();
        await Outbox.ChangeAsync(one.Id, m => m with { RefusedSince = DateTimeOffset.UtcNow - Refusals.AnswerPatience }, Ct);
        (await SettleAsync(one, 131000)).ShouldBe(Refusal.Stubborn);
    }

    [Fact]
    public async Task the_minutes_are_those_in_which_it_is_refused()
    {
        var message = await RefusedForLongAsync();
        (await SettleAsync(message, 130429)).Again.ShouldNotBeNull();
        (await Outbox.FindAsync(message.Id, Ct))!.RefusedSince.ShouldBeNull("a throttle is not about this message");
        (await SettleAsync(message, 131000)).Again.ShouldNotBeNull("they begin anew");
        (await Outbox.FindAsync(message.Id, Ct))!.RefusedSince.ShouldNotBeNull();
        (await Outbox.ChangeAsync(message.Id, m => m.Attempt(DateTimeOffset.UtcNow).Attempt(DateTimeOffset.UtcNow), Ct))!.RefusedSince.ShouldBeNull("an attempt had no answer");
    }

    private async Task<OutboundMessage> RefusedForLongAsync()
    {
        var (person, _) = await panel.App.Services.GetRequiredService<IAccounts>().MeetAsync(new WhatsAppIdentity(null, People.NewUserId()), "en", Ct);
        return await StoredMessages.StoreAsync(panel.App.Services, StoredMessages.Phrase(person.Id, nameof(Phrases.Help)) with { RefusedSince = DateTimeOffset.UtcNow - Refusals.AnswerPatience });
    }

    private async Task<Refusal> SettleAsync(OutboundMessage message, int code) =>
        await panel.App.Services.GetRequiredService<Refusals>().SettleAsync((await Outbox.FindAsync(message.Id, Ct))!, new GraphError(code, 500), null, null, DateTimeOffset.UtcNow, Ct);
}
