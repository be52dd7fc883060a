using System.Diagnostics;
using System.Diagnostics.Metrics;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp;

/// <summary>
/// What the channel did, for whoever collects the meter <see cref="Name"/>: kinds, codes, categories and countries, nothing of any person.
/// </summary>
public sealed class WhatsAppMetrics : IDisposable
{
    public const string Name = "TravelBuddy.WhatsApp";

    private readonly Meter _meter;
    private readonly Counter<long> _received;
    private readonly Counter<long> _accepted;
    private readonly Counter<long> _reached;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _superseded;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _unanswered;
    private readonly Histogram<double> _duration;

    public WhatsAppMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _received = _meter.CreateCounter<long>("whatsapp.received", description: "Updates taken from webhooks, by type.");
        _accepted = _meter.CreateCounter<long>("whatsapp.accepted", description: "Messages Meta took, by kind.");
        _reached = _meter.CreateCounter<long>("whatsapp.reached", description: "Delivery states, by state, price category and country.");
        _failed = _meter.CreateCounter<long>("whatsapp.failed", description: "Messages that were not sent, by kind and reason.");
        _superseded = _meter.CreateCounter<long>("whatsapp.superseded", description: "Messages that were not sent because the person asked for other tours first, by kind.");
        _refused = _meter.CreateCounter<long>("whatsapp.refused", description: "Errors of the Graph API, by code.");
        _unanswered = _meter.CreateCounter<long>("whatsapp.unanswered", description: "Requests without an answer: the message may have been taken.");
        Gauge("whatsapp.stopped", "1 while nothing of a kind is sent until an admin mends it, by what stops it; of all nodes.", (still, by) => CodeOf(still, by) is null ? 0 : 1, Stops);
        Gauge("whatsapp.stopped.code", "Meta's error code of that; 0 where nothing stops.", (still, by) => CodeOf(still, by) ?? 0, Stops);
        Gauge("whatsapp.waiting", "Messages still to be sent, of all nodes.", (still, _) => still.Waiting);
        Gauge("whatsapp.late", "Messages tried in vain for more than two minutes, of all nodes.", (still, _) => still.Late);
        Gauge("whatsapp.dead_letters", "Commands that were given up and wait for an admin, of all nodes.", (still, _) => still.DeadLetters);
        Gauge("whatsapp.templates.stopped", "Templates that Meta lets nobody send, of all nodes.", (still, _) => still.StoppedTemplates);
        _duration = _meter.CreateHistogram<double>("whatsapp.send.duration", "s", "Time until the Graph API answered a send.");
    }

    /// <summary>What keeps messages from going, as last read; null where it is not known, and then there are no figures of it.</summary>
    public Standstill? Standstill { get; set; }

    private static readonly string[] Stops = ["alarm", "hold", "marketing_hold"];

    private static int? CodeOf(Standstill still, string by) => by switch { "alarm" => still.Number?.AlarmCode, "hold" => still.Number?.HoldCode, _ => still.Number?.MarketingHoldCode };

    private void Gauge(string name, string description, Func<Standstill, string, int> value, params string[] kinds) => _meter.CreateObservableGauge(
        name,
        () => Standstill is not { } still ? []
            : kinds.Length == 0 ? [new Measurement<int>(value(still, ""))]
            : kinds.Select(by => new Measurement<int>(value(still, by), new KeyValuePair<string, object?>("by", by))),
        description: description);

    public void Received(string type) => _received.Add(1, new KeyValuePair<string, object?>("type", type));

    public void Accepted(MessageKind kind) => _accepted.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));

    public void Reached(OutboundMessage message) => _reached.Add(
        1, new("state", message.State.ToString()), new("category", message.PricingCategory ?? "unknown"), new KeyValuePair<string, object?>("country", message.Country ?? "unknown"));

    public void Failed(MessageKind kind, FailureReason reason, int? code) => _failed.Add(1, new("kind", kind.ToString()), new("reason", reason.ToString()), new KeyValuePair<string, object?>("code", code));

    public void Superseded(MessageKind kind) => _superseded.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));

    public void Refused(int code) => _refused.Add(1, new KeyValuePair<string, object?>("code", code));

    public void Unanswered() => _unanswered.Add(1);

    /// <summary>Runs a send and notes how long it took.</summary>
    public async Task<SendResult> TimedAsync(Func<Task<SendResult>> send)
    {
        var began = Stopwatch.GetTimestamp();
        var result = await send();
        _duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("outcome", result.GetType().Name));
        return result;
    }

    public void Dispose() => _meter.Dispose();
}
