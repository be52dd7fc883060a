using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>An application whose every category logs every level: what people write is in none of it.</summary>
public sealed class when_everything_is_logged(AppFixture app) : IAsyncLifetime
{
    private readonly Everything _logged = new();
    private readonly string _word = $"unmistakable{Guid.NewGuid():N}";
    private ScratchDatabase? _database;
    private OwnApp? _own;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await app.NewDatabaseAsync("logged");
        _own = OwnApp.Start(_database, services =>
        {
            services.AddSingleton<ILoggerProvider>(_logged);
            services.PostConfigure<LoggerFilterOptions>(options =>
            {
                options.Rules.Clear();
                options.MinLevel = LogLevel.Trace;
            });
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _own!.DisposeAsync();
        await _database!.DisposeAsync();
    }

    public enum Way { Unsigned, WronglySigned, NoJson, BrokenOff, Oversized, OversizedInPieces, OfStrangeShape }

    [Theory]
    [InlineData(Way.Unsigned, HttpStatusCode.Unauthorized), InlineData(Way.WronglySigned, HttpStatusCode.Unauthorized), InlineData(Way.NoJson, HttpStatusCode.BadRequest), InlineData(Way.BrokenOff, HttpStatusCode.BadRequest)]
    [InlineData(Way.Oversized, HttpStatusCode.RequestEntityTooLarge), InlineData(Way.OversizedInPieces, HttpStatusCode.RequestEntityTooLarge), InlineData(Way.OfStrangeShape, HttpStatusCode.OK)]
    public async Task a_delivery_that_is_refused_leaves_nothing_of_its_body_nor_does_its_answer(Way way, HttpStatusCode status)
    {
        var number = await _own!.Services.GetRequiredService<BusinessAccount>().GetAsync(Ct);
        var delivery = $$$$"""{"object":"whatsapp_business_account","entry":[{"id":"{{{{number.WabaId}}}}","changes":[{"field":"{{{{_word}}}}","value":{"metadata":{"phone_number_id":"{{{{number.PhoneNumberId}}}}"},"messages":[{"from":"{{{{_word}}}}","id":["{{{{_word}}}}"],"type":"{{{{_word}}}}","text":{"body":"{{{{_word}}}}"}}]}}]}]}""";
        var body = System.Text.Encoding.UTF8.GetBytes(way switch
        {
            Way.NoJson => _word,
            Way.BrokenOff => delivery[..^4],
            Way.Oversized or Way.OversizedInPieces => delivery + new string(' ', WebhookEndpoint.MaxBytes),
            _ => delivery,
        });
        using var client = new HttpClient { BaseAddress = new Uri(_own.BaseUrl) };
        using var request = new HttpRequestMessage(HttpMethod.Post, WebhookEndpoint.Path) { Content = way == Way.OversizedInPieces ? new StreamContent(new Pieces(body)) : new ByteArrayContent(body) };
        request.Headers.ExpectContinue = way == Way.Oversized; // Refused by its length alone: the answer must not meet a body still being sent.
        if (way != Way.Unsigned)
        {
            request.Headers.TryAddWithoutValidation(WebhookSignature.Header, WebhookSignature.Of(body, way == Way.WronglySigned ? "another secret" : number.AppSecret));
        }

        using var response = await client.SendAsync(request, Ct);

        response.StatusCode.ShouldBe(status);
        (await response.Content.ReadAsStringAsync(Ct)).ShouldNotContain(_word);
        await Polling.UntilAsync("the end of the request to be logged", () => Task.FromResult(_logged.Texts.Any(text => text.Contains("Request finished", StringComparison.Ordinal) && text.Contains(WebhookEndpoint.Path, StringComparison.Ordinal))));
        ShouldKeepQuiet();
    }

    [Fact]
    public async Task what_is_taken_and_answered_is_told_by_nobody_either()
    {
        var phone = await ChatPhone.SwitchOnAsync(_own!.Services);
        await Deliveries.DeliverTextAsync(_own, phone, $"Hue, dear {_word}, 3 days");

        await phone.ListAsync();

        ShouldKeepQuiet();
        _logged.Texts.ShouldAllBe(text => !text.Contains(phone.Digits, StringComparison.Ordinal), "nor is the number");
    }

    private void ShouldKeepQuiet()
    {
        _logged.Levels.ShouldContain(LogLevel.Trace, "else nothing was listened to");
        _logged.Texts.Where(text => text.Contains(_word, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>A body whose length is not told before.</summary>
    private sealed class Pieces(byte[] body) : MemoryStream(body)
    {
        public override bool CanSeek => false;
    }

    private sealed class Everything : ILoggerProvider
    {
        private readonly ConcurrentQueue<(LogLevel Level, string Text)> _entries = new();

        public IEnumerable<string> Texts => _entries.Select(entry => entry.Text);

        public IEnumerable<LogLevel> Levels => _entries.Select(entry => entry.Level);

        public ILogger CreateLogger(string categoryName) => new Listener(_entries, categoryName);

        public void Dispose()
        {
        }

        private sealed class Listener(ConcurrentQueue<(LogLevel, string)> entries, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull
            {
                entries.Enqueue((LogLevel.None, $"{category}: {state}"));
                return null;
            }

            public bool IsEnabled(LogLevel level) => true;

            public void Log<TState>(LogLevel level, EventId id, TState state, Exception? problem, Func<TState, Exception?, string> words) =>
                entries.Enqueue((level, $"{category}: {words(state, problem)} {string.Join(' ', (state as IEnumerable<KeyValuePair<string, object?>>)?.Select(pair => pair.Value) ?? [])} {problem}"));
        }
    }
}
