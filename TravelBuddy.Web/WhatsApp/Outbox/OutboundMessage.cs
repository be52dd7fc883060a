using JasperFx.Metadata;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>How far a message has come. Order matters: a later state is never replaced by an earlier one, and Failed is final. Superseded was never sent, because the person wished otherwise meanwhile.</summary>
public enum DeliveryState { Pending, Attempted, Accepted, Sent, Delivered, Read, Failed, Superseded }

/// <summary>What a message shows; its words are composed when it is sent.</summary>
public enum MessageKind
{
    /// <summary>One of <see cref="Chat.Phrases"/>, with arguments that are numbers or ids.</summary>
    Phrase,

    /// <summary>One tour of a list: picture, facts, why it fits, buttons; shortly where it was <see cref="OutboundContent.Seen"/>.</summary>
    Tour,

    /// <summary>Rows for tours of a list from <see cref="OutboundContent.Rank"/> on.</summary>
    TourList,

    /// <summary>Everything the catalogue says of one tour.</summary>
    TourDetails,

    /// <summary>The link to the provider's booking page.</summary>
    BookingLink,

    /// <summary>Who to talk to about a tour.</summary>
    AgencyContact,

    /// <summary>No tour fits: which wish ruled them out. With a <see cref="OutboundContent.Rank"/>: none that is cheaper than the tour of that does.</summary>
    NothingFound,

    /// <summary>Templates.</summary>
    RecommendationsTemplate,
    InvitationTemplate,
    OneTimeCodeTemplate,

    /// <summary>What a list was looked for by, told before its tours; <see cref="OutboundContent.Rank"/> counts how often that was told.</summary>
    Wishes,

    /// <summary>What a tour says of where one sleeps, and who can tell more.</summary>
    TourStay,

    /// <summary>Two tours of a list side by side: <see cref="OutboundContent.Rank"/> and <see cref="OutboundContent.With"/>.</summary>
    TourComparison,

    /// <summary>The best of a search for places to stay, and rows for more.</summary>
    Stays,

    /// <summary>One place of that search, by <see cref="OutboundContent.Rank"/>.</summary>
    Stay,

    /// <summary>The picture of a tour, large, with what and how much it is below.</summary>
    TourPicture,

    /// <summary>What a tour's own text says to a question.</summary>
    TourAnswer,

    /// <summary>What a tour costs, each and for <see cref="OutboundContent.People"/>; of the cards where <see cref="OutboundContent.Rank"/> is 0.</summary>
    TourPrice,

    /// <summary>That nothing cheaper fits than the tour of <see cref="OutboundContent.Rank"/>, and what giving up a wish would bring; <see cref="OutboundContent.With"/>: the rank of the tour asked of, 0 for the cards.</summary>
    NothingCheaper,
}

/// <summary>What to send, by ids only: lists, packages, phrases, template payload codes. <paramref name="Rank"/> counts from 1.</summary>
public sealed record OutboundContent(MessageKind Kind, string Language)
{
    public Guid? ListId { get; init; }
    public int Rank { get; init; }

    /// <summary>The rank of the tour that the one of <see cref="Rank"/> is compared with; beside a price, of one that costs less.</summary>
    public int With { get; init; }

    /// <summary>Whether the person has seen the tour in the same conversation.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool Seen { get; init; }

    /// <summary>Whether the first tour of the list was the first of the one before, too.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool StaysFirst { get; init; }

    /// <summary>The list before: beside what was looked for, where it was of the same places, its words are not said again; beside a tour that was seen in it, only what is new is said.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public Guid? ListBefore { get; init; }

    /// <summary>The wishes that could be given up for a cheaper tour, and what each would bring; null where there are none.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Recommendations.Relaxation>? Offers { get; init; }

    /// <summary>Whether it is said to an elder, who is no "bạn".</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsPolite { get; init; }

    /// <summary>What an elder calls themselves; null where that is not known.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public Chat.Kin? Kin { get; init; }

    /// <summary>Whether an elder calls us "con".</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsChild { get; init; }

    /// <summary>The same said to somebody as the chat knows them.</summary>
    public OutboundContent To(Chat.ChatState? state) => this with { IsPolite = state?.IsElder == true, Kin = state?.Kin, IsChild = state?.IsChild == true };

    /// <summary>Whether it begins with who writes and what is kept: the first that a person hears of us.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool Introduces { get; init; }

    /// <summary>The search for places to stay it is of.</summary>
    public Guid? StaySearchId { get; init; }

    /// <summary>The kept answer to a question about the tour.</summary>
    public Guid? AnswerId { get; init; }

    /// <summary>How many a price is for; 0 where nobody said.</summary>
    public int People { get; init; }

    /// <summary>How many of <see cref="People"/> are children.</summary>
    public int Children { get; init; }

    public string? Phrase { get; init; }
    public IReadOnlyList<string> Arguments { get; init; } = [];
    public Guid? CodeId { get; init; }

    /// <summary>Whether somebody who stopped asked for it themselves.</summary>
    public bool IsOwnRequest { get; init; }

    /// <summary>Whether it promotes tours outside the customer service window: such templates need consent and are limited by Meta.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsMarketing => Kind is MessageKind.RecommendationsTemplate or MessageKind.InvitationTemplate;

    /// <summary>Whether it is free-form: an answer, within the customer service window.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsAnswer => !IsMarketing && Kind != MessageKind.OneTimeCodeTemplate;

    /// <summary>Whether a stopped person still gets it: the confirmation of their own STOP and how it ends, what they ask for of a tour, a code to sign in, and being asked and told when they want to be forgotten.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsAskedFor => IsOwnRequest || Kind == MessageKind.OneTimeCodeTemplate
        || Phrase is nameof(Chat.Phrases.Stopped) or nameof(Chat.Phrases.StillStopped) or nameof(Chat.Phrases.DeleteData) or nameof(Chat.Phrases.NotDeletedYet) or nameof(Chat.Phrases.Kept) or nameof(Chat.Phrases.Erased);
}

/// <summary>Why a message was not delivered. The words for it are in the admin's and the traveller's language.</summary>
public enum FailureReason { None, Stopped, NoAddress, WindowClosed, Gone, Refused, TooManyAttempts, Broken, Held, NoMarketingThere, MarketingCapped, NotAgreed, Unreachable, TemplateStopped }

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

    /// <summary>Keyed hash of Meta's message id: of the attempt that arrived, else of the last one that Meta took.</summary>
    public string? MessageIdHash { get; init; }

    /// <summary>Keyed hashes of Meta's ids of attempts that failed and were replaced: what is still said of those changes nothing.</summary>
    public IReadOnlyList<string> ReplacedIdHashes { get; init; } = [];

    public int Attempts { get; init; }

    /// <summary>When it was first tried, or tried anew by an admin; how long it is tried counts from here.</summary>
    public DateTimeOffset? FirstAttemptAt { get; init; }

    public DateTimeOffset? AttemptedAt { get; init; }

    /// <summary>Not to be sent before this: backing off.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How often it was sent again without knowing whether the attempt before had been taken.</summary>
    public int Repeats { get; init; }

    /// <summary>How often Meta took it and said afterwards that it failed for a reason that passes.</summary>
    public int Returns { get; init; }

    /// <summary>Since when Meta has refused it, and it alone, for a reason that should pass; null while it waits for anything else.</summary>
    public DateTimeOffset? RefusedSince { get; init; }

    public bool WithoutPicture { get; init; }

    /// <summary>Name and language of the template it was last tried as; null for what is none.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Template { get; init; }

    /// <summary>Its picture could not be uploaded for a reason that passes; the next time it goes as it is.</summary>
    public bool PictureAwaited { get; init; }

    /// <summary>It was tried while an alarm stood that Meta had raised after taking a message: that it arrives ends the alarm.</summary>
    public bool ProvesMended { get; init; }

    [System.Text.Json.Serialization.JsonConverter(typeof(FailureReasonConverter))]
    public FailureReason Reason { get; init; }

    /// <summary>Meta's last error code.</summary>
    public int? ErrorCode { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }
    public DateTimeOffset? ReadAt { get; init; }
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>Meta's price category of the delivery ("marketing", "utility", …).</summary>
    public string? PricingCategory { get; init; }

    /// <summary>Whether Meta charges for it, as its status said.</summary>
    public bool IsCharged { get; init; }

    /// <summary>Country of the recipient's number, two letters; null where it is not known. Prices differ by it.</summary>
    public string? Country { get; init; }

    public Guid Version { get; set; }

    /// <summary>Still to be sent.</summary>
    public bool IsWaiting => State is DeliveryState.Pending or DeliveryState.Attempted;

    /// <summary>Nothing more is done for it: it arrived, or failed for good.</summary>
    public bool IsSettled => State >= DeliveryState.Delivered;

    /// <summary>Whether Meta's id is that of an attempt another has replaced.</summary>
    public bool IsReplaced(string messageIdHash) => ReplacedIdHashes.Contains(messageIdHash);

    /// <summary>Whether Meta's id is that of another attempt than the one that counts: one that had no answer, was repeated, and turned out to have been taken.</summary>
    public bool IsSuperseded(string messageIdHash) => MessageIdHash is { } counting && counting != messageIdHash;

    /// <summary>A new attempt, put on record before the request leaves.</summary>
    public OutboundMessage Attempt(DateTimeOffset now) => this with
    {
        State = DeliveryState.Attempted,
        Attempts = Attempts + 1,
        FirstAttemptAt = FirstAttemptAt ?? now,
        AttemptedAt = now,
        NotBefore = null,
        Repeats = State == DeliveryState.Attempted ? Repeats + 1 : Repeats,
        RefusedSince = State == DeliveryState.Attempted ? null : RefusedSince,
    };

    /// <summary>Meta took it. The attempt before may have arrived by now, and is the message then; or it has failed, which this one has not.</summary>
    public OutboundMessage Accept(string messageIdHash, DateTimeOffset now) => IsReplaced(messageIdHash) ? this
        : State == DeliveryState.Failed && MessageIdHash != messageIdHash ? Revive().Accept(messageIdHash, now) : this with
        {
            State = IsWaiting ? DeliveryState.Accepted : State,
            MessageIdHash = State is DeliveryState.Delivered or DeliveryState.Read ? MessageIdHash ?? messageIdHash : messageIdHash,
            AcceptedAt = AcceptedAt ?? now,
            ErrorCode = IsWaiting ? null : ErrorCode,
            RefusedSince = null,
        };

    /// <summary>Not failed: what had failed was another attempt.</summary>
    private OutboundMessage Revive() => State != DeliveryState.Failed ? this : this with { State = DeliveryState.Accepted, Reason = FailureReason.None, ErrorCode = null, FailedAt = null };

    /// <summary>It was not taken and is tried again at a time. <paramref name="refusedSince"/>: Meta has refused it, and it alone, since then.</summary>
    public OutboundMessage Postpone(DateTimeOffset until, int? errorCode, DateTimeOffset? refusedSince = null) =>
        IsWaiting ? this with { State = DeliveryState.Pending, NotBefore = until, ErrorCode = errorCode ?? ErrorCode, RefusedSince = refusedSince } : this;

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
        Repeats = 0,
        Returns = 0,
        RefusedSince = null,
        FirstAttemptAt = null,
        MessageIdHash = null,
        ReplacedIdHashes = MessageIdHash is null ? ReplacedIdHashes : [.. ReplacedIdHashes, MessageIdHash],
    };

    /// <summary>
    /// Meta took it and then said that it failed for a reason that passes: it is sent once more, after <paramref name="until"/>. One that failed already, or too often, has
    /// failed; what an admin has to mend (not <paramref name="counts"/>) comes back as often as it takes them.
    /// </summary>
    public OutboundMessage Return(string messageIdHash, int? errorCode, DateTimeOffset until, bool counts = true) =>
        IsReplaced(messageIdHash) || IsSuperseded(messageIdHash) ? this
        : State == DeliveryState.Failed || counts && Returns >= MaxReturns ? Progress(DeliveryState.Failed, messageIdHash, errorCode, null, until)
        : this with
        {
            State = DeliveryState.Pending,
            NotBefore = until,
            Returns = counts ? Returns + 1 : Returns,
            ErrorCode = errorCode,
            MessageIdHash = null,
            AcceptedAt = null,
            ReplacedIdHashes = [.. ReplacedIdHashes.TakeLast(MaxReplaced - 1), messageIdHash],
        };

    private const int MaxReturns = 5;

    /// <summary>Of an alarm that lasts for days the oldest attempts are no longer spoken of.</summary>
    private const int MaxReplaced = 50;

    /// <summary>
    /// A status of a webhook: late, doubled and out of order ones change nothing. Of an attempt that another has superseded only that it arrived counts,
    /// for then the person has the message, whatever is said of the other.
    /// </summary>
    public OutboundMessage Progress(DeliveryState to, string messageIdHash, int? errorCode, string? pricing, DateTimeOffset at, bool isCharged = false)
    {
        var arrived = to is DeliveryState.Delivered or DeliveryState.Read;
        if (IsReplaced(messageIdHash) || IsSuperseded(messageIdHash) && !arrived)
        {
            return this;
        }

        if (arrived && MessageIdHash != messageIdHash)
        {
            return (Revive() with { MessageIdHash = messageIdHash }).Progress(to, messageIdHash, errorCode, pricing, at, isCharged);
        }

        var known = this with { MessageIdHash = State == DeliveryState.Failed ? MessageIdHash : MessageIdHash ?? messageIdHash, AcceptedAt = AcceptedAt ?? at, PricingCategory = pricing ?? PricingCategory, IsCharged = IsCharged || isCharged };
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
