using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Every call is answered with an error for minutes, by a clock that the test puts forward.</summary>
[Collection(GraphAppCollection.Name)]
public sealed class when_meta_is_down_for_everybody(GraphApp app) : IAsyncLifetime
{
    private const int Persons = 12;

    /// <summary>How long the circuit stays open before one call is let through.</summary>
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(2);

    public ValueTask InitializeAsync() => new(app.CalmAsync());

    public ValueTask DisposeAsync() => new(app.CalmAsync());

    [Fact]
    public async Task it_is_hardly_called_an_admin_sees_it_and_all_messages_arrive_once_and_in_order_when_it_is_back()
    {
        var browser = await app.AdminAsync();
        var guests = new List<(string Digits, Guid PersonId)>();
        for (var i = 0; i < Persons; i++)
        {
            var (digits, person) = await app.GuestAsync();
            guests.Add((digits, person.Id));
        }

        var before = app.Graph.Sends.Count;
        app.Graph.Down = new GraphRefusal(500, 131000);
        foreach (var (digits, _) in guests)
        {
            await app.SayAsync(digits, "thanks");
            await app.SayAsync(digits, "help");
        }

        await Polling.UntilAsync("messages that are tried without a call", async () => await AttemptsAsync() >= app.Graph.Sends.Count - before + Persons / 2, 60);
        var (open, calls, attempts) = (app.Time.GetUtcNow(), app.Graph.Calls, await AttemptsAsync());
        await Polling.UntilAsync("minutes to pass", async () =>
        {
            await app.PassAsync(Step);
            return app.Time.GetUtcNow() - open > Standstill.Patience + Break && await AttemptsAsync() >= attempts + 3 * Persons;
        });

        var mayCall = (int)((app.Time.GetUtcNow() - open) / Break) + 1;
        (app.Graph.Calls - calls).ShouldBeInRange(1, mayCall);
        (await WaitingAsync()).ShouldAllBe(messages => messages.Count == 2 && messages.All(message => message.IsWaiting), "nothing is lost, and nothing given up");
        (await browser.GetAsync("/admin")).Texts(".notice[role=status]").ShouldContain(notice => notice.Contains("Messages tried in vain since", StringComparison.Ordinal) && notice.Contains($": {Persons}.", StringComparison.Ordinal));
        (await browser.GetAsync("/admin/messages?show=Waiting")).Texts("#messages tbody tr").Count.ShouldBe(2 * Persons);

        app.Graph.Down = null;
        await Polling.UntilAsync("everything to arrive", async () =>
        {
            await app.PassAsync(Step);
            return (await WaitingAsync()).All(messages => messages.All(message => message.State == DeliveryState.Accepted));
        });

        foreach (var (digits, personId) in guests)
        {
            var arrived = app.Graph.Sends.Where(send => send.To == digits && send.Taken).Select(send => send.Opaque).ToList();
            arrived.ShouldBe((await app.OutboundAsync(personId)).Select(message => message.Id.ToString("N")), "each once, in the order they were said");
        }

        (await browser.GetAsync("/admin")).Texts(".notice[role=status]").ShouldNotContain(notice => notice.Contains("Messages tried in vain", StringComparison.Ordinal));

        async Task<IReadOnlyList<IReadOnlyList<OutboundMessage>>> WaitingAsync()
        {
            var all = new List<IReadOnlyList<OutboundMessage>>();
            foreach (var (_, personId) in guests)
            {
                all.Add([.. (await app.OutboundAsync(personId)).Skip(1)]);
            }

            return all;
        }

        async Task<int> AttemptsAsync() => (await WaitingAsync()).Sum(messages => messages.Sum(message => message.Attempts));
    }
}
