using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Tests.WhatsApp;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;
using Wolverine;
using Wolverine.Persistence.Durability;
using Wolverine.Runtime;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Tests.Hosting;

public sealed class when_the_database_took_commands_with_it(AppFixture app)
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IWolverineRuntime Runtime => app.Services.GetRequiredService<IWolverineRuntime>();

    private IMessageInbox Inbox => app.Services.GetRequiredService<IMessageStore>().Inbox;

    private StrandedMessages Stranded => new(Runtime, app.Services.GetRequiredService<HandlerGraph>(), _time, NullLogger<StrandedMessages>.Instance);

    [Fact]
    public async Task one_that_is_the_node_s_in_the_database_and_nobody_s_in_memory_is_worked_on_again()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var message = await StoredMessages.StoreAsync(app.Services, StoredMessages.Phrase((await phone.HelpedAsync()).PersonId, nameof(Phrases.Thanks)));
        var stranded = Stranded;
        await Inbox.StoreIncomingAsync(OfThisNode(message));

        await stranded.LookAsync(Ct);
        (await phone.OutboundAsync()).Single(m => m.Id == message.Id).State.ShouldBe(DeliveryState.Pending);
        _time.Advance(Runtime.Options.DefaultExecutionTimeout + TimeSpan.FromSeconds(15));
        await Polling.UntilAsync("the command worked on", async () =>
        {
            // Other tests may have the queue busy just now.
            await stranded.LookAsync(Ct);
            return (await phone.OutboundAsync()).Single(m => m.Id == message.Id).State != DeliveryState.Pending;
        });

        await phone.AnswerAsync("You are welcome");
    }

    [Theory]
    [InlineData("57P01", "terminating connection due to administrator command")]
    [InlineData("57P03", "the database system is starting up")]
    [InlineData("53300", "sorry, too many clients already")]
    public async Task one_that_failed_because_the_server_went_away_is_played_again(string code, string words)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var message = await StoredMessages.StoreAsync(app.Services, StoredMessages.Phrase((await phone.HelpedAsync()).PersonId, nameof(Phrases.Thanks)));
        await FailAsync(message, new PostgresException(words, "FATAL", "FATAL", code));

        await Stranded.LookAsync(Ct);

        await phone.AnswerAsync("You are welcome");
    }

    [Fact]
    public async Task one_that_failed_for_another_reason_waits_for_an_admin()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var message = await StoredMessages.StoreAsync(app.Services, StoredMessages.Phrase((await phone.HelpedAsync()).PersonId, nameof(Phrases.Thanks)));
        var letter = await FailAsync(message, new PostgresException("duplicate key value violates unique constraint", "ERROR", "ERROR", "23505"));

        await Stranded.LookAsync(Ct);

        (await app.Services.GetRequiredService<IMessageStore>().DeadLetters.DeadLetterEnvelopeByIdAsync(letter)).ShouldNotBeNull().Replayable.ShouldBeFalse();
    }

    [Fact]
    public void it_is_known_by_whatever_stands_around_it()
    {
        StrandedMessages.IsOfLostDatabase(new InvalidOperationException("saving failed", new PostgresException("terminating connection due to administrator command", "FATAL", "FATAL", "57P01"))).ShouldBeTrue();
        StrandedMessages.IsOfLostDatabase(new InvalidOperationException("saving failed", new PostgresException("duplicate key", "ERROR", "ERROR", "23505"))).ShouldBeFalse();
    }

    private Envelope OfThisNode(OutboundMessage message)
    {
        var envelope = StoredMessages.ToSend(app.Services, message);
        (envelope.Status, envelope.OwnerId) = (EnvelopeStatus.Incoming, Runtime.DurabilitySettings.AssignedNodeNumber);
        return envelope;
    }

    private async Task<Guid> FailAsync(OutboundMessage message, Exception error)
    {
        var envelope = OfThisNode(message);
        await Inbox.StoreIncomingAsync(envelope);
        await Inbox.MoveToDeadLetterStorageAsync(envelope, error);
        return envelope.Id;
    }
}
