using JasperFx.Metadata;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>How far a message has come. Order matters: a later state is never replaced by an earlier one, and Failed is final.</summary>
public enum DeliveryState { Pending, Attempted, Accepted, Sent, Delivered, Read, Failed }

/// <summary>What a message shows; its words are composed when it is sent.</summary>
public enum MessageKind
{
    /// <summary>One of <see cref="Chat.Phrases"/>, with arguments that are numbers or ids.</summary>
    Phrase,

    /// <summary>One tour of a list: picture, facts, why it fits, buttons.</summary>
    Tour,

    /// <summary>Rows for tours of a list from <see cref="OutboundContent.Rank"/> on.</summary>
    TourList,

    /// <summary>Everything the catalogue says of one tour.</summary>
    TourDetails,

    /// <summary>The link to the provider's booking page.</summary>
    BookingLink,

    /// <summary>Who to talk to about a tour.</summary>
    AgencyContact,

    /// <summary>No tour fits: which wish ruled them out.</summary>
    NothingFound,

    /// <summary>Templates.</summary>
    RecommendationsTemplate,
    InvitationTemplate,
    OneTimeCodeTemplate,

    /// <summary>What a list was looked for by, told before its tours.</summary>
    Wishes,

    /// <summary>What a tour says of where one sleeps, and who can tell more.</summary>
    TourStay,
}

/// <summary>What to send, by ids only: lists, packages, phrases, template payload codes. <paramref name="Rank"/> counts from 1.</summary>
public sealed record OutboundContent(MessageKind Kind, string Language)
{
    public Guid? ListId { get; init; }
    public int Rank { get; init; }
    public string? Phrase { get; init; }
    public IReadOnlyList<string> Arguments { get; init; } = [];
    public Guid? CodeId { get; init; }
}

/// <summary>Why a message was not delivered. The words for it are in the admin's and the traveller's language.</summary>
public enum FailureReason { None, Stopped, NoAddress, WindowClosed, Gone, Refused, TooManyAttempts, Broken }

/// <summary>A message to a person from the wish to send it to its delivery. Holds ids, never words or numbers of a person.</summary>
public sealed record OutboundMessage : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>The person, or a <see cref="Accounts.TypedNumber"/> nobody has proved.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Order among the messages of one person.</summary>
    public required long Sequence { get; init; }

    public required OutboundContent Content { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The list the message is about, for the state on the traveller's page.</summary>
    public Guid? ListId { get; init; }

    /// <summary>The package that a tour's card or details show: a reaction to it is feedback on it.</summary>
    public string? PackageId { get; init; }

    public DeliveryState State { get; init; }

    /// <summary>Keyed hash of Meta's message id.</summary>
    public string? MessageIdHash { get; init; }

    /// <summary>Keyed hashes of Meta's ids of attempts that later ones replaced: what is still said of those changes nothing.</summary>
    public IReadOnlyList<string> ReplacedIdHashes { get; init; } = [];

    public int Attempts { get; init; }
    public DateTimeOffset? AttemptedAt { get; init; }

    /// <summary>Not to be sent before this: backing off.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How often it was sent again without knowing whether the attempt before had been taken.</summary>
    public int Repeats { get; init; }

    public bool WithoutPicture { get; init; }
    public FailureReason Reason { get; init; }

    /// <summary>Meta's last error code.</summary>
    public int? ErrorCode { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }
    public DateTimeOffset? ReadAt { get; init; }
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>Meta's price category of the delivery ("marketing", "utility", …).</summary>
    public string? PricingCategory { get; init; }

    public Guid Version { get; set; }

    /// <summary>Still to be sent.</summary>
    public bool IsWaiting => State is DeliveryState.Pending or DeliveryState.Attempted;

    /// <summary>Whether Meta's id is that of an attempt another has replaced.</summary>
    public bool IsReplaced(string messageIdHash) => ReplacedIdHashes.Contains(messageIdHash);

    /// <summary>A new attempt, put on record before the request leaves.</summary>
    public OutboundMessage Attempt(DateTimeOffset now) => this with
    {
        State = DeliveryState.Attempted,
        Attempts = Attempts + 1,
        AttemptedAt = now,
        NotBefore = null,
        Repeats = State == DeliveryState.Attempted ? Repeats + 1 : Repeats,
    };

    /// <summary>Meta took it.</summary>
    public OutboundMessage Accept(string messageIdHash, DateTimeOffset now) => IsReplaced(messageIdHash) ? this : this with
    {
        State = IsWaiting ? DeliveryState.Accepted : State,
        MessageIdHash = messageIdHash,
        AcceptedAt = AcceptedAt ?? now,
        ErrorCode = IsWaiting ? null : ErrorCode,
    };

    /// <summary>It was not taken and is tried again at a time.</summary>
    public OutboundMessage Postpone(DateTimeOffset until, int? errorCode) =>
        IsWaiting ? this with { State = DeliveryState.Pending, NotBefore = until, ErrorCode = errorCode ?? ErrorCode } : this;

    public OutboundMessage Fail(FailureReason reason, int? errorCode, DateTimeOffset now) =>
        State == DeliveryState.Failed ? this : this with { State = DeliveryState.Failed, Reason = reason, ErrorCode = errorCode, FailedAt = now };

    /// <summary>The command that sends it failed for good.</summary>
    public OutboundMessage Break(DateTimeOffset now) => IsWaiting ? Fail(FailureReason.Broken, null, now) : this;

    /// <summary>A failed message as a new one; Meta may still repeat that the attempt before it failed, which is no longer the message.</summary>
    public OutboundMessage SendAgain() => State != DeliveryState.Failed ? this : this with
    {
        State = DeliveryState.Pending,
        Reason = FailureReason.None,
        ErrorCode = null,
        NotBefore = null,
        FailedAt = null,
        AcceptedAt = null,
        Attempts = 0,
        MessageIdHash = null,
        ReplacedIdHashes = MessageIdHash is null ? ReplacedIdHashes : [.. ReplacedIdHashes, MessageIdHash],
    };

    /// <summary>Meta took it and then could not use its picture: it is sent once more, without. A message that had none, or failed already, has failed.</summary>
    public OutboundMessage SendWithoutPicture(string messageIdHash, int? errorCode, DateTimeOffset at) =>
        IsReplaced(messageIdHash) ? this
        : WithoutPicture || State == DeliveryState.Failed ? Progress(DeliveryState.Failed, messageIdHash, errorCode, null, at)
        : this with { State = DeliveryState.Pending, WithoutPicture = true, ErrorCode = errorCode, MessageIdHash = null, AcceptedAt = null, ReplacedIdHashes = [.. ReplacedIdHashes, messageIdHash] };

    /// <summary>A status of a webhook: late, doubled and out of order ones change nothing.</summary>
    public OutboundMessage Progress(DeliveryState to, string messageIdHash, int? errorCode, string? pricing, DateTimeOffset at)
    {
        if (IsReplaced(messageIdHash))
        {
            return this;
        }

        var known = this with { MessageIdHash = MessageIdHash ?? messageIdHash, AcceptedAt = AcceptedAt ?? at, PricingCategory = pricing ?? PricingCategory };
        if (to == DeliveryState.Failed)
        {
            return known.Fail(FailureReason.Refused, errorCode, at);
        }

        known = known with
        {
            DeliveredAt = to is DeliveryState.Delivered or DeliveryState.Read ? known.DeliveredAt ?? at : known.DeliveredAt,
            ReadAt = to is DeliveryState.Read ? known.ReadAt ?? at : known.ReadAt,
        };
        return to > State ? known with { State = to, ErrorCode = null } : known;
    }
}

/// <summary>A picture uploaded to Meta, by number and picture hash.</summary>
public sealed record UploadedMedia
{
    public required string Id { get; init; }
    public required string MediaId { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    public static string Key(string phoneNumberId, string pictureHash) => $"{phoneNumberId}:{pictureHash}";
}

/// <summary>Whether our number may send now: a throttle or an alarm holds every message back.</summary>
public sealed record NumberState
{
    /// <summary>The phone number id.</summary>
    public required string Id { get; init; }

    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>The error an admin has to mend; cleared by the next message that Meta takes.</summary>
    public int? AlarmCode { get; init; }
    public DateTimeOffset? AlarmSince { get; init; }

    /// <summary>Throttled; an alarm that stands stays.</summary>
    public NumberState Pause(DateTimeOffset until) => this with { PausedUntil = until };

    /// <summary>Nothing goes until an admin mends it; an alarm that stands already stands since it began.</summary>
    public NumberState Alarm(int code, DateTimeOffset now, TimeSpan pause) => this with { PausedUntil = now + pause, AlarmCode = code, AlarmSince = AlarmSince ?? now };
}
