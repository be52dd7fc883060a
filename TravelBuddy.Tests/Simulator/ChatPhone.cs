using System.Globalization;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.Simulator;

/// <summary>A pretend phone in a test's hand: writes, taps, and waits for what the chat answers, all through the real webhook and the pretend Graph API.</summary>
public sealed class ChatPhone
{
    private static int _last = 100_000 + Random.Shared.Next(700_000);

    private readonly IServiceProvider _services;
    private readonly HashSet<Guid> _seen = [];

    private ChatPhone(IServiceProvider services, PretendPhone phone, string digits) => (_services, Phone, Digits) = (services, phone, digits);

    public PretendPhone Phone { get; }

    /// <summary>Number with country code, digits only; empty if it is hidden.</summary>
    public string Digits { get; }

    /// <summary>A phone with a number no other test has.</summary>
    public static Task<ChatPhone> SwitchOnAsync(AppFixture app) => SwitchOnAsync(app.Services);

    /// <summary>The same at another application than the run's.</summary>
    public static Task<ChatPhone> SwitchOnAsync(IServiceProvider services) => WithNumberAsync(services, "84905");

    /// <summary>A phone of another country, whose number tells no language.</summary>
    public static Task<ChatPhone> SwitchOnAbroadAsync(AppFixture app) => WithNumberAsync(app.Services, "61405");

    /// <summary>A phone whose owner has written a wish and has its tours before them.</summary>
    public static async Task<ChatPhone> AskedAsync(AppFixture app, string wish)
    {
        var phone = await SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.ListAsync();
        return phone;
    }

    private static async Task<ChatPhone> WithNumberAsync(IServiceProvider services, string prefix)
    {
        var digits = prefix + Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        return new ChatPhone(services, await services.GetRequiredService<PretendPhones>().WithNumberAsync(digits, CancellationToken.None), digits);
    }

    /// <summary>A phone whose owner shows a user name and no number.</summary>
    public static async Task<ChatPhone> SwitchOnWithoutNumberAsync(AppFixture app) =>
        new(app.Services, await app.Services.GetRequiredService<PretendPhones>().WithUsernameAsync("mai" + Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture), CancellationToken.None), "");

    public Task SayAsync(string text, Bubble? quoted = null) => WithHandAsync((hand, phone) => hand.SayAsync(phone, text, CancellationToken.None, quoted?.Id));

    /// <summary>Does whatever a hand can do.</summary>
    public Task DoAsync(Func<PretendHand, PretendPhone, Task> act) => WithHandAsync(act);

    /// <summary>Taps the button or row with a title; fails if the message has none.</summary>
    public async Task TapAsync(Bubble bubble, string title)
    {
        var choice = bubble.Buttons.Concat(bubble.Rows).FirstOrDefault(c => c.Title.StartsWith(title, StringComparison.Ordinal)).ShouldNotBeNull($"no “{title}” on: {Text(bubble)}");
        await WithHandAsync(async (hand, phone) => (await hand.TapAsync(phone, bubble.Id, choice.Id, CancellationToken.None)).ShouldBeTrue());
    }

    public Task ReactAsync(Bubble bubble, string? emoji) => WithHandAsync((hand, phone) => hand.ReactAsync(phone, bubble.Id, emoji, CancellationToken.None));

    public Task LookAsync() => WithHandAsync((hand, phone) => hand.SeeAsync(phone, CancellationToken.None));

    public Task LetADayPassAsync() => WithHandAsync((hand, phone) => hand.LetADayPassAsync(phone, CancellationToken.None));

    /// <summary>Waits for a message from TravelBuddy not waited for before.</summary>
    public async Task<Bubble> AnswerAsync(string what, Func<Bubble, bool> isIt, double seconds = Polling.Patience)
    {
        try
        {
            var found = await Polling.UntilAsync(what, async () => (await BubblesAsync()).FirstOrDefault(b => !b.FromPerson && !_seen.Contains(b.Id) && isIt(b)), seconds);
            _seen.Add(found.Id);
            return found;
        }
        catch (TimeoutException error)
        {
            throw new TimeoutException($"{error.Message} The chat: {string.Join(" | ", (await BubblesAsync()).Select(b => (b.FromPerson ? "> " : "") + Text(b)))}", error);
        }
    }

    public Task<Bubble> AnswerAsync(string containing) => AnswerAsync($"“{containing}”", b => Text(b).Contains(containing, StringComparison.Ordinal));

    /// <summary>The next card of a tour.</summary>
    public Task<Bubble> CardAsync() => AnswerAsync("a tour", b => b.Buttons.Count == 3);

    /// <summary>The next list of tours.</summary>
    public Task<Bubble> ListAsync() => AnswerAsync("a list of tours", b => b.Rows.Count > 0);

    /// <summary>The chat, oldest first.</summary>
    public async Task<IReadOnlyList<Bubble>> BubblesAsync()
    {
        var (phones, templates) = (_services.GetRequiredService<PretendPhones>(), _services.GetRequiredService<PretendTemplates>());
        return Bubble.WithQuotes([.. (await MessagesAsync()).Select(m => Bubble.Of(m, phones.OpenEdited(m), templates)).Where(b => !b.IsHidden)]);
    }

    /// <summary>The JSON of what its owner sent, oldest first.</summary>
    public Task<IReadOnlyList<JsonObject>> SentAsync() => BodiesAsync(fromPerson: true);

    /// <summary>The JSON of what TravelBuddy sent to it, oldest first.</summary>
    public Task<IReadOnlyList<JsonObject>> ReceivedAsync() => BodiesAsync(fromPerson: false);

    public async Task<IReadOnlyList<PretendMessage>> MessagesAsync()
    {
        await using var session = Store.QuerySession();
        return await session.Query<PretendMessage>().Where(m => m.PhoneId == Phone.Id).OrderBy(m => m.At).ToListAsync();
    }

    /// <summary>The person TravelBuddy knows by this phone, once it does; found, not met, because looking must not race with the first delivery.</summary>
    public async Task<Person> PersonAsync()
    {
        var key = PersonIdentifier.User(await _services.GetRequiredService<KeyedHash>().OfAsync(HashKinds.UserId, Phone.UserId, CancellationToken.None));
        return await Polling.UntilAsync("the person of a phone", async () =>
        {
            await using var session = Store.QuerySession();
            return await session.LoadAsync<PersonIdentifier>(key) is { } known ? await _services.GetRequiredService<IAccounts>().FindPersonAsync(known.PersonId, CancellationToken.None) : null;
        });
    }

    /// <summary>The traveller whose trip the person goes on with.</summary>
    public async Task<Traveller> TravellerAsync() =>
        (await _services.GetRequiredService<IAccounts>().TravellerOfAsync((await PersonAsync()).Id, CancellationToken.None)).ShouldNotBeNull();

    public async Task<Trip> TripAsync()
    {
        var traveller = await TravellerAsync();
        await using var session = Store.QuerySession();
        return (await session.LoadAsync<Trip>(traveller.CurrentTripId!.Value)).ShouldNotBeNull();
    }

    /// <summary>Which trip its owner plans, and how often that was changed.</summary>
    public async Task<(Guid Trip, int Version)> VersionAsync() => await TripAsync() is var trip ? (trip.Id, trip.Version) : default;

    /// <summary>The last list of its owner's trip, as it was recorded.</summary>
    public async Task<RecommendationList> RecordedListAsync()
    {
        var trip = await TripAsync();
        await using var session = Store.QuerySession();
        return (await session.LoadAsync<RecommendationList>(trip.LatestListId!.Value)).ShouldNotBeNull();
    }

    /// <summary>What the conversation remembers of the person.</summary>
    public async Task<ChatState> StateAsync()
    {
        var person = await PersonAsync();
        await using var session = Store.QuerySession();
        return (await session.LoadAsync<ChatState>(person.Id)).ShouldNotBeNull();
    }

    /// <summary>What TravelBuddy has sent or wants to send to the person, in order.</summary>
    public async Task<IReadOnlyList<OutboundMessage>> OutboundAsync()
    {
        var person = await PersonAsync();
        await using var session = Store.QuerySession();
        return await session.Query<OutboundMessage>().Where(m => m.PersonId == person.Id).OrderBy(m => m.Sequence).ToListAsync();
    }

    /// <summary>Asks for help and gives the answer, once Meta has taken it.</summary>
    public async Task<OutboundMessage> HelpedAsync()
    {
        await SayAsync("help");
        await AnswerAsync("You can write");
        return await Polling.UntilAsync("the answer that was taken", async () => (await OutboundAsync()).LastOrDefault(m => m.MessageIdHash is not null));
    }

    private IDocumentStore Store => _services.GetRequiredService<IDocumentStore>();

    public static string Text(Bubble bubble) => string.Concat(bubble.Text.Select(run => run.Text));

    private async Task<IReadOnlyList<JsonObject>> BodiesAsync(bool fromPerson)
    {
        var phones = _services.GetRequiredService<PretendPhones>();
        return [.. (await MessagesAsync()).Where(message => message.FromPerson == fromPerson).Select(phones.Open)];
    }

    private async Task WithHandAsync(Func<PretendHand, PretendPhone, Task> act)
    {
        await using var scope = _services.CreateAsyncScope();
        var phone = (await scope.ServiceProvider.GetRequiredService<PretendPhones>().FindAsync(Phone.Id, CancellationToken.None)).ShouldNotBeNull();
        await act(scope.ServiceProvider.GetRequiredService<PretendHand>(), phone);
    }
}
