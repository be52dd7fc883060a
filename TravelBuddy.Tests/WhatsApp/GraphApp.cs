using System.Net;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using TravelBuddy.Tests.Accounts;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>An application with admins whose Meta is a stand-in that a test has answer as it likes, and whose clock a test puts forward.</summary>
public sealed class GraphApp(AppFixture app) : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Admins = new() { ["en"] = "+84901230001", ["vi"] = "+84901230002" };

    private readonly Dictionary<string, BrowserSession> _admins = [];
    private ScratchDatabase _database = null!;
    private OwnApp _app = null!;
    private int _last = Random.Shared.Next(100_000, 500_000);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public StandInGraph Graph { get; } = new();

    public MovableTime Time { get; } = new();

    public IServiceProvider Services => _app.Services;

    public string BaseUrl => _app.BaseUrl;

    public OutboxStore Outbox => Services.GetRequiredService<OutboxStore>();

    public async ValueTask InitializeAsync()
    {
        await Graph.StartAsync();
        _database = await app.NewDatabaseAsync("graph");
        _app = OwnApp.Start(
            _database, services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time)),
            ("WhatsApp:GraphBaseUrl", Graph.Address), ("WhatsApp:Templates:RecommendationsPicture", "tours_ready_picture"), ("Admin:Phones", string.Join(',', Admins.Values)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _admins.Values)
        {
            browser.Dispose();
        }

        await _app.DisposeAsync();
        await Graph.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await _database.DisposeAsync();
    }

    /// <summary>The browser of an admin, signed in once for all tests, for codes to a number are limited.</summary>
    public async Task<BrowserSession> AdminAsync(string language = "en")
    {
        if (!_admins.TryGetValue(language, out var browser))
        {
            browser = _admins[language] = new BrowserSession(BaseUrl, language);
            (await browser.SignInAsync(Services, Admins[language])).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        return browser;
    }

    /// <summary>A number that nobody has yet.</summary>
    public string NewNumber() => "84907" + Interlocked.Increment(ref _last).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Somebody writes to us.</summary>
    public Task SayAsync(string digits, string text) => DeliverAsync("messages", new JsonObject
    {
        ["contacts"] = new JsonArray(new JsonObject { ["wa_id"] = digits, ["user_id"] = UserId(digits) }),
        ["messages"] = new JsonArray(new JsonObject
        {
            ["id"] = $"wamid.{Guid.NewGuid():N}",
            ["from"] = digits,
            ["from_user_id"] = UserId(digits),
            ["type"] = "text",
            ["text"] = new JsonObject { ["body"] = text },
            ["timestamp"] = $"{Time.GetUtcNow().ToUnixTimeSeconds()}",
        }),
    });

    /// <summary>A signed delivery of a field of our number or account.</summary>
    public async Task DeliverAsync(string field, JsonObject value, DateTimeOffset? at = null)
    {
        var number = await Services.GetRequiredService<BusinessAccount>().GetAsync(Ct);
        if (field == "messages")
        {
            value["metadata"] = new JsonObject { ["phone_number_id"] = number.PhoneNumberId };
        }

        var entry = new JsonObject { ["id"] = number.WabaId, ["changes"] = new JsonArray(new JsonObject { ["field"] = field, ["value"] = value }) };
        if (at is { } time)
        {
            entry["time"] = time.ToUnixTimeSeconds();
        }

        using var client = new HttpClient { BaseAddress = new Uri(BaseUrl) };
        (await client.PostSignedAsync(System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["object"] = "whatsapp_business_account", ["entry"] = new JsonArray(entry) }.ToJsonString()), number)).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>The person who writes from a number, once known.</summary>
    public async Task<Person> PersonAsync(string digits)
    {
        var key = PersonIdentifier.Number(await Services.GetRequiredService<KeyedHash>().OfAsync(HashKinds.Phone, digits, Ct));
        return await Polling.UntilAsync("the person of a number", async () =>
        {
            await using var session = Services.GetRequiredService<IDocumentStore>().QuerySession();
            return await session.LoadAsync<PersonIdentifier>(key, Ct) is { } known ? await Services.GetRequiredService<IAccounts>().FindPersonAsync(known.PersonId, Ct) : null;
        });
    }

    /// <summary>What is or was to be sent to somebody, in order.</summary>
    public async Task<IReadOnlyList<OutboundMessage>> OutboundAsync(Guid personId)
    {
        await using var session = Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.Query<OutboundMessage>().Where(message => message.PersonId == personId).OrderBy(message => message.Sequence).ToListAsync(Ct);
    }

    /// <summary>Somebody who has written and has their answer.</summary>
    public async Task<(string Digits, Person Person)> GuestAsync()
    {
        var digits = NewNumber();
        await SayAsync(digits, "help");
        var person = await PersonAsync(digits);
        await Polling.UntilAsync("the answer", async () => (await OutboundAsync(person.Id)).FirstOrDefault(message => message.AcceptedAt is not null));
        return (digits, person);
    }

    /// <summary>Puts the clock forward, for what is scheduled in the database as well.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Time.PutForward(time);
        await using var scheduled = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("update tb.wolverine_incoming_envelopes set execution_time = execution_time - $1 where status = 'Scheduled'");
        scheduled.Parameters.AddWithValue(time);
        await scheduled.ExecuteNonQueryAsync(Ct);
    }

    public async Task<NumberState?> NumberAsync() => await Outbox.NumberAsync((await Services.GetRequiredService<BusinessAccount>().GetAsync(Ct)).PhoneNumberId, Ct);

    public async Task ChangeNumberAsync(Func<NumberState, NumberState> change) => await Outbox.ChangeNumberAsync((await Services.GetRequiredService<BusinessAccount>().GetAsync(Ct)).PhoneNumberId, change, Ct);

    /// <summary>Nothing is held and nothing waits, whatever was before.</summary>
    public async Task CalmAsync()
    {
        Graph.Down = null;
        await ChangeNumberAsync(state => state.Calm());
        await Polling.UntilAsync("nothing to wait", async () =>
        {
            if ((await Services.GetRequiredService<Standstills>().ReadAsync(Ct)).Waiting == 0)
            {
                return true;
            }

            await PassAsync(TimeSpan.FromSeconds(20));
            return false;
        });
    }

    private static string UserId(string digits) => "VN." + digits;
}

[CollectionDefinition(Name)]
public sealed class GraphAppCollection : ICollectionFixture<GraphApp>
{
    public const string Name = "with a stand-in for Meta";
}
