using Marten;
using Marten.Patching;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;
using Wolverine;
using Wolverine.Persistence.Durability;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_command_keeps_failing(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IDocumentStore Store => app.Services.GetRequiredService<IDocumentStore>();

    [Fact]
    public async Task the_message_it_was_to_send_has_failed_and_those_behind_it_go_on()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        var person = await phone.PersonAsync();
        var broken = await NotComposableAsync(person.Id);
        await phone.SayAsync("thanks");
        await StoreAsync(broken, attempts: 4);

        await phone.AnswerAsync("You are welcome", b => ChatPhone.Text(b).StartsWith("You are welcome", StringComparison.Ordinal), 60);

        await using var session = Store.QuerySession();
        (await session.LoadAsync<OutboundMessage>(broken.Id, Ct)).ShouldNotBeNull().ShouldSatisfyAllConditions(m => m.State.ShouldBe(DeliveryState.Failed), m => m.Reason.ShouldBe(FailureReason.Broken));
    }

    [Fact]
    public async Task the_next_message_of_the_person_is_sent_by_giving_up_on_the_one_before()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var person = (await phone.HelpedAsync()).PersonId;
        var broken = await NotComposableAsync(person);
        await StoredMessages.StoreAsync(app.Services, StoredMessages.Phrase(person, nameof(Phrases.Thanks)));
        await StoreAsync(broken, attempts: 4);

        await phone.AnswerAsync("You are welcome");
    }

    [Fact]
    public async Task an_answer_that_meta_alone_refuses_for_minutes_makes_way_and_lies_among_the_dead_letters_with_its_reason()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var person = (await phone.HelpedAsync()).PersonId;
        var refused = await StoredMessages.StoreAsync(app.Services, StoredMessages.Phrase(person, nameof(Phrases.Help)) with { RefusedSince = DateTimeOffset.UtcNow - Refusals.AnswerPatience });
        app.Services.GetRequiredService<PretendFaults>().Add(phone.Phone.Id, new PretendFault(500, 131000));
        await phone.SayAsync("thanks");
        var letter = await StoreAsync(refused, attempts: 0);

        await phone.AnswerAsync("You are welcome");

        (await phone.OutboundAsync()).Single(m => m.Id == refused.Id).ShouldSatisfyAllConditions(m => m.State.ShouldBe(DeliveryState.Failed), m => m.Reason.ShouldBe(FailureReason.Refused), m => m.ErrorCode.ShouldBe(131000));
        var dead = await Polling.UntilAsync("the dead letter", () => app.Services.GetRequiredService<IMessageStore>().DeadLetters.DeadLetterEnvelopeByIdAsync(letter));
        dead.ExceptionType.ShouldEndWith(nameof(MetaRefusesException));
        dead.ExceptionMessage.ShouldContain("131000");
    }

    [Fact]
    public async Task an_apology_is_queued_before_the_message_lies_among_the_dead_letters()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.HelpedAsync();
        var unreadable = Received(phone, "help") with { Protected = [1, 2, 3] };
        await using (var session = Store.LightweightSession())
        {
            session.Insert(unreadable);
            await session.SaveChangesAsync(Ct);
        }

        var sender = PersonIdentifier.User(await app.Services.GetRequiredService<KeyedHash>().OfAsync(HashKinds.UserId, phone.Phone.UserId, Ct));
        var deadLetters = app.Services.GetRequiredService<IMessageStore>().DeadLetters;
        var database = app.Services.GetRequiredService<NpgsqlDataSource>();
        Guid letter;
        await using (var connection = await database.OpenConnectionAsync(Ct))
        {
            // Nothing can be queued while this lasts, so what comes before that is seen.
            await using var locked = await connection.BeginTransactionAsync(Ct);
            await using var locking = connection.CreateCommand();
            locking.CommandText = "lock table tb.mt_doc_outboundmessage in share row exclusive mode";
            await locking.ExecuteNonQueryAsync(Ct);
            letter = await StoreAsync(new ReceiveMessage(unreadable.Id, sender), WhatsAppFeature.InboxQueue, attempts: 6);
            await using var waiting = database.CreateCommand("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%outboundmessage%' and datname = current_database()");
            await Polling.UntilAsync("the apology on its way", async () => await waiting.ExecuteScalarAsync(Ct) is > 0L);
            (await deadLetters.DeadLetterEnvelopeByIdAsync(letter)).ShouldBeNull();
        }

        await phone.AnswerAsync("the apology", b => ChatPhone.Text(b) == Phrases.Trouble.En);
        await Polling.UntilAsync("the dead letter", async () => await deadLetters.DeadLetterEnvelopeByIdAsync(letter) is not null);
    }

    [Fact]
    public async Task who_was_stopped_without_a_word_is_told_how_to_begin_again()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.HelpedAsync();
        var sender = PersonIdentifier.User(await app.Services.GetRequiredService<KeyedHash>().OfAsync(HashKinds.UserId, phone.Phone.UserId, Ct));
        var stop = Received(phone, "STOP") with { Sender = sender };
        await PutAsync(stop);
        await app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<IMessageBus>().InvokeAsync(new StopAtOnce(stop.Id), Ct);
            return true;
        });
        (await phone.PersonAsync()).Stopped.ShouldBeTrue();
        await PutAsync(stop with { Protected = [1, 2, 3] });
        var letter = await StoreAsync(new ReceiveMessage(stop.Id, sender), WhatsAppFeature.InboxQueue, attempts: 6);
        await Polling.UntilAsync("the dead letter", async () => await app.Services.GetRequiredService<IMessageStore>().DeadLetters.DeadLetterEnvelopeByIdAsync(letter) is not null);

        await app.DeliverAsync(phone, "text", new System.Text.Json.Nodes.JsonObject { ["body"] = "3 days in Hue" }, at: DateTimeOffset.UtcNow.AddSeconds(1));
        await phone.AnswerAsync("Write START");

        async Task PutAsync(WebhookUpdate update)
        {
            await using var session = Store.LightweightSession();
            session.Store(update);
            await session.SaveChangesAsync(Ct);
        }
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task an_apology_reaches_newcomers_and_who_returns_after_a_day(bool returns)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        if (returns)
        {
            await phone.HelpedAsync();
            await phone.LetADayPassAsync();
            await using var past = Store.LightweightSession();
            past.Update((await past.LoadAsync<ChatState>((await phone.PersonAsync()).Id, Ct)).ShouldNotBeNull() with { LastWroteAt = DateTimeOffset.UtcNow.AddHours(-25) });
            await past.SaveChangesAsync(Ct);
        }

        var (id, database) = ($"wamid.{Guid.NewGuid():N}", app.Services.GetRequiredService<NpgsqlDataSource>());
        var received = Received(phone, "3 days in Hue", id);
        await using (var session = Store.LightweightSession())
        {
            session.Insert(received);
            session.Patch<PretendPhone>(phone.Phone.Id).Set(written => written.LastWroteAt, DateTimeOffset.UtcNow);
            await session.SaveChangesAsync(Ct);
        }

        // The database takes everything but that this one delivery is done with.
        var name = $"refuse_{Guid.NewGuid():N}";
        await ExecuteAsync($"create function tb.{name}() returns trigger language plpgsql as $$ begin raise exception 'as a test'; end $$");
        await ExecuteAsync($"create trigger {name} before delete on tb.mt_doc_webhookupdate for each row when (old.id = '{received.Id}') execute function tb.{name}()");
        try
        {
            await StoreAsync(new ReceiveMessage(received.Id, PersonIdentifier.User(await app.Services.GetRequiredService<KeyedHash>().OfAsync(HashKinds.UserId, phone.Phone.UserId, Ct))), WhatsAppFeature.InboxQueue, attempts: 6);
            await phone.AnswerAsync("the apology", b => ChatPhone.Text(b) == Phrases.Trouble.En);
        }
        finally
        {
            await ExecuteAsync($"drop trigger {name} on tb.mt_doc_webhookupdate");
            await ExecuteAsync($"drop function tb.{name}()");
        }

        async Task ExecuteAsync(string sql)
        {
            await using var command = database.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(Ct);
        }
    }

    [Fact]
    public async Task a_sender_s_later_message_does_not_overtake_one_that_fails_for_a_moment()
    {
        var sender = Guid.NewGuid().ToString("N");
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        var (first, second) = (Received(phone, "help"), Received(phone, "thanks"));
        await using (var session = Store.LightweightSession())
        {
            session.Insert(first with { Protected = [1, 2, 3] }, second);
            await session.SaveChangesAsync(Ct);
        }

        await app.InScopeAsync(async services =>
        {
            var bus = services.GetRequiredService<IMessageBus>();
            await bus.PublishAsync(new ReceiveMessage(first.Id, sender));
            await bus.PublishAsync(new ReceiveMessage(second.Id, sender));
            return true;
        });
        await using (var session = Store.LightweightSession())
        {
            session.Store(first);
            await session.SaveChangesAsync(Ct);
        }

        await phone.AnswerAsync("You are welcome");
        (await phone.BubblesAsync()).Where(b => !b.FromPerson).Select(b => ChatPhone.Text(b)[..7]).ShouldBe(["Hello, ", "You can", "You are"]);
    }

    /// <summary>A text with fewer arguments than its words ask for.</summary>
    private async Task<OutboundMessage> NotComposableAsync(Guid personId)
    {
        var phrase = Phrases.All.First(each => each.Value.En.Contains("{0}", StringComparison.Ordinal)).Key;
        return await StoredMessages.StoreAsync(app.Services, StoredMessages.Phrase(personId, phrase));
    }

    private WebhookUpdate Received(ChatPhone phone, string text, string? id = null)
    {
        var message = new InboundMessage { MessageId = id ?? $"wamid.{Guid.NewGuid():N}", WaId = phone.Digits, UserId = phone.Phone.UserId, At = DateTimeOffset.UtcNow, Type = "text", Text = text };
        return new WebhookUpdate { Id = Guid.CreateVersion7(), Protected = app.Services.GetRequiredService<WebhookSeal>().Seal(message), ReceivedAt = DateTimeOffset.UtcNow };
    }

    /// <summary>Puts a command into the durable inbox as one that has failed so often already.</summary>
    private Task<Guid> StoreAsync(OutboundMessage message, int attempts) => StoreAsync(new SendMessage(message.PersonId, message.Id), WhatsAppFeature.OutboxQueue, attempts);

    private async Task<Guid> StoreAsync(object command, string queue, int attempts)
    {
        var envelope = StoredMessages.Durable(app.Services, command, queue);
        (envelope.Status, envelope.ScheduledTime, envelope.Attempts) = (EnvelopeStatus.Scheduled, DateTimeOffset.UtcNow, attempts);
        await app.Services.GetRequiredService<IMessageStore>().Inbox.StoreIncomingAsync(envelope);
        return envelope.Id;
    }
}
