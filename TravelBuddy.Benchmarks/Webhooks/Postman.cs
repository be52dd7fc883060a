using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;

namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>How a POST of the run went: seconds from the time it was to leave until the answer, how late it left, and the answer (0: none).</summary>
public sealed record PostOutcome(double Took, double LeftLate, int Status, int Updates);

/// <summary>
/// Delivers POSTs without waiting for the answers of earlier ones, as Meta does, and again and again until they are answered with 200. What is measured is
/// the first try, from the time at which it was to leave.
/// </summary>
public sealed class Postman : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private readonly HttpClient _client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(30) };
    private readonly Envelope _envelope = new(StandInMeta.PhoneNumberId, StandInMeta.WabaId, StandInMeta.BusinessNumber.TrimStart('+'), StandInMeta.AppSecret);
    private readonly ConcurrentBag<PostOutcome> _outcomes = [];
    private readonly Uri _address;
    private readonly long _zero = Stopwatch.GetTimestamp();
    private int _underWay;

    public Postman(string baseUrl) => _address = new Uri($"{baseUrl}/webhooks/whatsapp");

    public double Now => Stopwatch.GetElapsedTime(_zero).TotalSeconds;

    /// <summary>POSTs that are not yet answered with 200.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    public IReadOnlyCollection<PostOutcome> Outcomes => _outcomes;

    /// <summary>Keeps to a schedule, on a thread of its own; done when the last POST has left. Doubles leave beside or after their first.</summary>
    public Task KeepToAsync(IReadOnlyList<PlannedPost> schedule, Mailbag mailbag) => Task.Factory.StartNew(() => KeepTo(schedule, mailbag), TaskCreationOptions.LongRunning);

    private void KeepTo(IReadOnlyList<PlannedPost> schedule, Mailbag mailbag)
    {
        var start = Now + .2;
        var later = new PriorityQueue<Update, double>();
        foreach (var post in schedule)
        {
            var delivery = new Delivery(start + post.Due);
            WaitUntil(delivery.Due);
            while (later.TryPeek(out _, out var due) && due <= delivery.Due)
            {
                Send([later.Dequeue()], new Delivery(due), measured: true);
            }

            var updates = mailbag.Fill(post.Slots, delivery);
            Send(updates, delivery, measured: true);
            if (post.Doubled is { } doubled && post.DoubledAfter == 0)
            {
                if (updates[doubled] is WrittenText text)
                {
                    text.IsDoubledAtOnce = true;
                }

                Send([updates[doubled]], new Delivery(delivery.Due), measured: true);
            }
            else if (post.Doubled is { } again)
            {
                later.Enqueue(updates[again], delivery.Due + post.DoubledAfter);
            }
        }

        while (later.TryDequeue(out var update, out var due))
        {
            WaitUntil(due);
            Send([update], new Delivery(due), measured: true);
        }
    }

    /// <summary>Delivers now.</summary>
    public void Send(IReadOnlyList<Update> updates, Delivery delivery, bool measured)
    {
        Interlocked.Increment(ref _underWay);
        var body = _envelope.Write(updates, DateTimeOffset.UtcNow);
        var signature = _envelope.Sign(body);
        delivery.Left = Now;
        _ = Task.Run(() => DeliverAsync(updates, delivery, body, signature, measured));
    }

    public void Dispose() => _client.Dispose();

    private async Task DeliverAsync(IReadOnlyList<Update> updates, Delivery delivery, byte[] body, string signature, bool measured)
    {
        for (var pause = FirstPause; ; pause = pause < LongestPause ? pause * 2 : pause)
        {
            var status = await PostAsync(body, signature);
            if (measured)
            {
                _outcomes.Add(new PostOutcome(Now - delivery.Due, delivery.Left - delivery.Due, status, updates.Count));
                measured = false;
            }

            if (status == 200)
            {
                break;
            }

            await Task.Delay(pause);
        }

        delivery.Answered = Now;
        foreach (var told in updates.OfType<Status>())
        {
            lock (told.Message)
            {
                told.Message.Told = told.Message.Told is { } before && before > told.Step ? before : told.Step;
            }
        }

        Interlocked.Decrement(ref _underWay);
    }

    private async Task<int> PostAsync(byte[] body, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signature);
        try
        {
            using var answer = await _client.SendAsync(request);
            return (int)answer.StatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return 0;
        }
    }

    private void WaitUntil(double due)
    {
        while (due - Now is var wait && wait > .0005)
        {
            Thread.Sleep(TimeSpan.FromSeconds(Math.Max(wait, .001)));
        }
    }
}
