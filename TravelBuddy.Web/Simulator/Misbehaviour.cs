namespace TravelBuddy.Web.Simulator;

/// <summary>Something that goes wrong at the pretend Meta. The first nine are ways in which a call fails (<see cref="Misbehaviour.CallWays"/>), the next four befall webhooks, the last two are what comes of it.</summary>
public enum Mishap
{
    /// <summary>429 with <c>Retry-After</c>, error 4.</summary>
    TooManyRequests,

    /// <summary>The number's throughput: error 130429.</summary>
    Throttled,

    /// <summary>Too many to one person: error 131056.</summary>
    PairRate,

    /// <summary>500 in Meta's form, error 131000.</summary>
    ServerError,

    /// <summary>A bare 502 page of a gateway.</summary>
    Gateway,

    /// <summary>Error 190.</summary>
    TokenExpired,

    /// <summary>The connection breaks and nothing was taken.</summary>
    BreakBefore,

    /// <summary>The call is done, and the connection breaks before its answer.</summary>
    BreakAfter,

    /// <summary>The call is done, and its answer is slow.</summary>
    Slow,

    /// <summary>A webhook comes twice, the second time in another envelope.</summary>
    Duplicate,

    /// <summary>A webhook comes late; what follows it does not wait.</summary>
    Delay,

    /// <summary>A webhook comes after a later one.</summary>
    Reorder,

    /// <summary>A status never comes.</summary>
    Drop,

    /// <summary>A message was taken and its sender not told, because the connection broke: it may be sent again.</summary>
    TakenUnanswered,

    /// <summary>A message was taken once more, known by the sender's own id.</summary>
    TakenAgain,
}

/// <summary>What befalls one webhook.</summary>
public readonly record struct WebhookFate(bool Drop, bool Delay, bool Reorder);

/// <summary>How the pretend Meta misbehaves: one document, so that it holds on every node and survives a restart. Shares are of a hundred.</summary>
public sealed record Misbehaviour
{
    public const string Only = "panel";

    public const int MaxSeconds = 600;

    /// <summary>The ways in which a call can fail.</summary>
    public static readonly IReadOnlyList<Mishap> CallWays = [.. Enum.GetValues<Mishap>().TakeWhile(way => way <= Mishap.Slow)];

    public string Id { get; init; } = Only;

    /// <summary>How many of a hundred calls fail, in one of <see cref="Ways"/>.</summary>
    public int Fail { get; init; }

    public IReadOnlyList<Mishap> Ways { get; init; } = [];

    /// <summary>How long a slow answer takes.</summary>
    public int SlowSeconds { get; init; } = 5;

    /// <summary>The token has expired: every call is answered with error 190.</summary>
    public bool Expired { get; init; }

    public int Duplicate { get; init; }
    public int Delay { get; init; }
    public int DelaySeconds { get; init; } = 10;
    public int Reorder { get; init; }
    public int Drop { get; init; }

    /// <summary>Whether its shares are shares, its times short enough to wait for and its ways those of a call.</summary>
    public bool IsPossible =>
        new[] { Fail, Duplicate, Delay, Reorder, Drop }.All(share => share is >= 0 and <= 100) && new[] { SlowSeconds, DelaySeconds }.All(seconds => seconds is >= 1 and <= MaxSeconds) && Ways.All(CallWays.Contains);

    /// <summary>Whether anything goes wrong at all.</summary>
    public bool IsOn => Expired || Fail > 0 && Ways.Count > 0 || Duplicate + Delay + Reorder + Drop > 0;

    /// <summary>How the next call fails; null: not at all.</summary>
    public Mishap? NextCall(Random random) =>
        Expired ? Mishap.TokenExpired : Ways.Count > 0 && Falls(Fail, random) ? Ways[random.Next(Ways.Count)] : null;

    /// <summary>What befalls the next webhook. Only statuses are dropped: Meta repeats messages until they are answered with 200.</summary>
    public WebhookFate NextWebhook(Random random, bool isStatus)
    {
        var drop = isStatus && Falls(Drop, random);
        var delay = !drop && Falls(Delay, random);
        return new WebhookFate(drop, delay, !drop && !delay && Falls(Reorder, random));
    }

    /// <summary>Whether the next webhook comes twice.</summary>
    public bool NextIsDoubled(Random random) => Falls(Duplicate, random);

    private static bool Falls(int share, Random random) => random.Next(100) < share;
}
