namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>One thing that Meta tells.</summary>
public abstract record Update;

/// <summary>A text. Everything about its delivery is noted here, to say afterwards whether its order was known.</summary>
public sealed record WrittenText(Person Person, string MessageId, string Mark, string Body) : Update
{
    public Delivery? First { get; set; }

    /// <summary>Whether it comes alone, too, beside its first delivery: either may be taken first.</summary>
    public bool IsDoubledAtOnce { get; set; }
}

/// <summary>An emoji on a message of ours.</summary>
public sealed record Reaction(Person Person, string MessageId, string About, string Emoji) : Update;

/// <summary>How far a message of ours has come.</summary>
public sealed record Status(TakenMessage Message, DeliveryStep Step) : Update;

/// <summary>A status of a message that is none of ours: another system of the business sent it.</summary>
public sealed record StrangeStatus(string MessageId) : Update;

/// <summary>What Meta tells of a message, in the order in which it happens.</summary>
public enum DeliveryStep { Sent, Delivered, Read }

/// <summary>A POST: when it was to leave, when it did, and when it was answered with 200 (seconds of one clock).</summary>
public sealed class Delivery(double due)
{
    public double Due { get; } = due;

    public double Left { get; set; } = double.NaN;

    public double Answered { get; set; } = double.NaN;
}

/// <summary>A message that the stand-in took.</summary>
public sealed class TakenMessage(string id, Person? person, string opaque, string text, long order)
{
    public string Id { get; } = id;

    public Person? Person { get; } = person;

    /// <summary>The app's own id of it.</summary>
    public string Opaque { get; } = opaque;

    public string Text { get; } = text;

    /// <summary>Order in which requests arrived.</summary>
    public long Order { get; } = order;

    /// <summary>The farthest step that was told and answered with 200.</summary>
    public DeliveryStep? Told { get; set; }

    /// <summary>Whether the app may not know that it was taken, because the connection broke, it was killed or its database was away: it may send it again.</summary>
    public bool IsUnsure { get; set; }

    public DateTimeOffset At { get; } = DateTimeOffset.UtcNow;

    /// <summary>Whether it shows a tour, which can be reacted to.</summary>
    public bool IsCard { get; init; }
}
