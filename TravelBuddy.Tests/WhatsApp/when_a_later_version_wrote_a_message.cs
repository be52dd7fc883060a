using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_later_version_wrote_a_message(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_reason_that_is_not_known_yet_is_read_as_a_fault_of_ours()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var person = (await phone.HelpedAsync()).PersonId;
        var failed = await FailedAsync(person, FailureReason.Refused);
        await using (var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("""update tb.mt_doc_outboundmessage set data = jsonb_set(data, '{reason}', '"LostInTheMoon"') where id = $1"""))
        {
            command.Parameters.Add(new() { Value = failed.Id });
            (await command.ExecuteNonQueryAsync(Ct)).ShouldBe(1);
        }

        (await phone.OutboundAsync()).Single(message => message.Id == failed.Id).Reason.ShouldBe(FailureReason.Broken);
    }

    [Fact]
    public async Task every_reason_of_ours_is_read_as_it_was_written()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var person = (await phone.HelpedAsync()).PersonId;
        foreach (var reason in Enum.GetValues<FailureReason>())
        {
            var failed = await FailedAsync(person, reason);
            await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
            (await session.Query<OutboundMessage>().SingleAsync(message => message.PersonId == person && message.State == DeliveryState.Failed && message.Reason == reason, Ct)).ShouldSatisfyAllConditions(
                message => message.Id.ShouldBe(failed.Id), message => message.Reason.ShouldBe(reason));
        }
    }

    private Task<OutboundMessage> FailedAsync(Guid person, FailureReason reason) =>
        StoredMessages.StoreAsync(app.Services, StoredMessages.Phrase(person, nameof(Phrases.Thanks)) with { State = DeliveryState.Failed, Reason = reason });
}
