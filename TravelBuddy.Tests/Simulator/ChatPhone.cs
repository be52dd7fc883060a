using System.Globalization;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Simulator;

namespace TravelBuddy.Tests.Simulator;

/// <summary>A pretend phone in a test's hand: writes, taps, and waits for what the chat answers, all through the real webhook and the pretend Graph API.</summary>
public sealed class ChatPhone
{
    private static int _last = 100_000 + Random.Shared.Next(700_000);

    private readonly AppFixture _app;
    private readonly HashSet<Guid> _seen = [];

    private ChatPhone(AppFixture app, PretendPhone phone, string digits) => (_app, Phone, Digits) = (app, phone, digits);

    public PretendPhone Phone { get; }

    /// <summary>Number with country code, digits only.</summary>
    public string Digits { get; }

    /// <summary>A phone with a number no other test has.</summary>
    public static async Task<ChatPhone> SwitchOnAsync(AppFixture app)
    {
        var digits = "84905" + Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        return new ChatPhone(app, await app.Services.GetRequiredService<PretendPhones>().WithNumberAsync(digits, CancellationToken.None), digits);
    }

    public Task SayAsync(string text) => WithHandAsync((hand, phone) => hand.SayAsync(phone, text, CancellationToken.None));

    /// <summary>Taps the button or row with a title; fails if the message has none.</summary>
    public async Task TapAsync(Bubble bubble, string title)
    {
        var choice = bubble.Buttons.Concat(bubble.Rows).FirstOrDefault(c => c.Title.StartsWith(title, StringComparison.Ordinal)).ShouldNotBeNull($"no “{title}” on: {Text(bubble)}");
        await WithHandAsync(async (hand, phone) => (await hand.TapAsync(phone, bubble.Id, choice.Id, CancellationToken.None)).ShouldBeTrue());
    }

    public Task ReactAsync(Bubble bubble, string emoji) => WithHandAsync((hand, phone) => hand.ReactAsync(phone, bubble.Id, emoji, CancellationToken.None));

    public Task LookAsync() => WithHandAsync((hand, phone) => hand.SeeAsync(phone, CancellationToken.None));

    public Task LetADayPassAsync() => WithHandAsync((hand, phone) => hand.LetADayPassAsync(phone, CancellationToken.None));

    /// <summary>Waits for a message from TravelBuddy not waited for before.</summary>
    public async Task<Bubble> AnswerAsync(string what, Func<Bubble, bool> isIt, double seconds = 30)
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
        var phones = _app.Services.GetRequiredService<PretendPhones>();
        await using var session = _app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var messages = await session.Query<PretendMessage>().Where(m => m.PhoneId == Phone.Id).OrderBy(m => m.At).ToListAsync();
        return [.. messages.Select(m => Bubble.Of(m, phones.Open(m))).Where(b => !b.IsHidden)];
    }

    /// <summary>The person TravelBuddy knows by this phone, once it does; found, not met, because looking must not race with the first delivery.</summary>
    public async Task<Person> PersonAsync()
    {
        var key = PersonIdentifier.User(await _app.Services.GetRequiredService<KeyedHash>().OfAsync(HashKinds.UserId, Phone.UserId, CancellationToken.None));
        return await Polling.UntilAsync("the person of a phone", async () =>
        {
            await using var session = _app.Services.GetRequiredService<IDocumentStore>().QuerySession();
            return await session.LoadAsync<PersonIdentifier>(key) is { } known ? await _app.Services.GetRequiredService<IAccounts>().FindPersonAsync(known.PersonId, CancellationToken.None) : null;
        });
    }

    public static string Text(Bubble bubble) => string.Concat(bubble.Text.Select(run => run.Text));

    private async Task WithHandAsync(Func<PretendHand, PretendPhone, Task> act) => await _app.InScopeAsync(async services =>
    {
        var phone = (await services.GetRequiredService<PretendPhones>().FindAsync(Phone.Id, CancellationToken.None)).ShouldNotBeNull();
        await act(services.GetRequiredService<PretendHand>(), phone);
        return true;
    });
}
