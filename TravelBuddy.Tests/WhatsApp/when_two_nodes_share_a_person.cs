using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp.Webhook;
using Wolverine;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Two nodes of the application on one database, as in production: Meta delivers to either.</summary>
public sealed class when_two_nodes_share_a_person(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_message_waits_on_one_node_while_an_earlier_one_is_handled_on_the_other()
    {
        await using var database = await app.NewDatabaseAsync("turn");
        await using var one = Node(database);
        await using var other = Node(database);
        var phone = await ChatPhone.SwitchOnAsync(one.Services);
        await phone.HelpedAsync();
        var rows = one.Services.GetRequiredService<NpgsqlDataSource>();
        await using (var connection = await rows.OpenConnectionAsync(Ct))
        {
            // No answer can be queued while this lasts, so the first message is being handled.
            await using var locked = await connection.BeginTransactionAsync(Ct);
            await using var locking = connection.CreateCommand();
            locking.CommandText = "lock table tb.mt_doc_outboundmessage in share row exclusive mode";
            await locking.ExecuteNonQueryAsync(Ct);
            await Deliveries.DeliverTextAsync(one, phone, "thanks");
            await UntilAsync(rows, "the first being handled", "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%outboundmessage%' and datname = current_database()");

            await Deliveries.DeliverTextAsync(other, phone, "bye");

            await UntilAsync(rows, "the second to be put off", $"select count(*) from tb.wolverine_incoming_envelopes where status = 'Scheduled' and message_type like '%.{nameof(ReceiveMessage)}'");
        }

        await phone.AnswerAsync("Goodbye!");
        (await SaidAsync(phone)).ShouldBe(["Hello,", "You are", "Goodbye!"]);
    }

    [Fact]
    public async Task pairs_of_messages_that_came_to_both_at_once_are_answered_in_order()
    {
        await using var database = await app.NewDatabaseAsync("pairs");
        await using var one = Node(database);
        await using var other = Node(database);
        var phones = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => ChatPhone.SwitchOnAsync(one.Services)));

        await Task.WhenAll(phones.Select(async (phone, i) =>
        {
            var (first, second) = i % 2 == 0 ? (one, other) : (other, one);
            await Deliveries.DeliverTextAsync(first, phone, "help");
            await Deliveries.DeliverTextAsync(second, phone, "thanks");
        }));

        foreach (var phone in phones)
        {
            await phone.AnswerAsync("You are welcome");
            var said = (await phone.BubblesAsync()).Where(b => !b.FromPerson).Select(ChatPhone.Text).ToList();
            said.Count.ShouldBe(2, string.Join(" | ", said));
            said[0].ShouldContain("You can write");
        }
    }

    [Fact]
    public async Task what_was_written_first_is_answered_first_though_it_was_stored_behind()
    {
        await using var database = await app.NewDatabaseAsync("late");
        await using var one = Node(database);
        await using var other = Node(database);
        var phone = await ChatPhone.SwitchOnAsync(one.Services);
        await phone.HelpedAsync();
        var (rows, now) = (one.Services.GetRequiredService<NpgsqlDataSource>(), DateTimeOffset.UtcNow);
        await using (var connection = await rows.OpenConnectionAsync(Ct))
        {
            // As if another node worked on something of theirs: neither can begin.
            await using var turn = await connection.BeginTransactionAsync(Ct);
            await using var taking = connection.CreateCommand();
            taking.CommandText = "select pg_advisory_xact_lock(hashtextextended('sender:' || $1, 0))";
            taking.Parameters.AddWithValue(await SenderAsync(one, phone));
            await taking.ExecuteNonQueryAsync(Ct);
            await Deliveries.DeliverTextAsync(one, phone, "bye", now);
            await Deliveries.DeliverTextAsync(other, phone, "thanks", now.AddSeconds(-20));
            await UntilAsync(rows, "both put off", $"select count(*) / 2 from tb.wolverine_incoming_envelopes where status = 'Scheduled' and message_type like '%.{nameof(ReceiveMessage)}'");
        }

        await phone.AnswerAsync("Goodbye!");
        (await SaidAsync(phone)).ShouldBe(["Hello,", "You are", "Goodbye!"]);
    }

    [Fact]
    public async Task one_that_fails_for_longer_than_a_moment_makes_way_for_what_came_to_the_other()
    {
        await using var database = await app.NewDatabaseAsync("makes_way");
        await using var one = Node(database);
        await using var other = Node(database);
        var phone = await ChatPhone.SwitchOnAsync(one.Services);
        await phone.HelpedAsync();
        var (now, sender) = (DateTimeOffset.UtcNow.AddSeconds(-5), await SenderAsync(one, phone));
        var unreadable = new WebhookUpdate { Id = Guid.CreateVersion7(), Protected = [1, 2, 3], ReceivedAt = now, Sender = sender, Written = now.ToUnixTimeSeconds(), Place = now.UtcTicks };
        await using (var session = one.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            session.Insert(unreadable);
            await session.SaveChangesAsync(Ct);
        }

        await Deliveries.DeliverTextAsync(other, phone, "thanks");
        var rows = one.Services.GetRequiredService<NpgsqlDataSource>();
        await UntilAsync(rows, "it to be waited for", $"select count(*) from tb.wolverine_incoming_envelopes where status = 'Scheduled' and message_type like '%.{nameof(ReceiveMessage)}'");
        await one.Services.CreateScope().ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(new ReceiveMessage(unreadable.Id, sender));

        await phone.AnswerAsync("You are welcome");
        await using var query = one.Services.GetRequiredService<IDocumentStore>().QuerySession();
        (await query.LoadAsync<WebhookUpdate>(unreadable.Id, Ct)).ShouldNotBeNull("it is tried again").MakesWay.ShouldBeTrue();
    }

    private static OwnApp Node(ScratchDatabase database) => OwnApp.Start(database, services => services.ConfigureWolverine(options => options.Durability.Mode = DurabilityMode.Balanced));

    private static async Task<string> SenderAsync(OwnApp node, ChatPhone phone) => PersonIdentifier.User(await node.Services.GetRequiredService<KeyedHash>().OfAsync(HashKinds.UserId, phone.Phone.UserId, Ct));

    /// <summary>The first words of each message they got.</summary>
    private static async Task<IEnumerable<string>> SaidAsync(ChatPhone phone) =>
        (await phone.BubblesAsync()).Where(b => !b.FromPerson).Select(b => ChatPhone.Text(b).Split(' ')).Select(words => words[0] == "You" ? $"You {words[1]}" : words[0]);

    private static Task UntilAsync(NpgsqlDataSource rows, string what, string count) => Polling.UntilAsync(what, async () =>
    {
        await using var command = rows.CreateCommand(count);
        return await command.ExecuteScalarAsync(Ct) is > 0L;
    });
}
