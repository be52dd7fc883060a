using Marten;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>A question of ours that a bare yes or no answers.</summary>
public enum OpenQuestion { Consent, Rating }

/// <summary>What a conversation remembers of one person: ids, numbers and times, no words.</summary>
public sealed record ChatState
{
    /// <summary>The person's id.</summary>
    public required Guid Id { get; init; }

    public string Language { get; init; } = "en";

    /// <summary>Whether the language was chosen outright; else each message's own language counts.</summary>
    public bool LanguageChosen { get; init; }

    /// <summary>Whether nothing but a greeting, a pin or the number's country told the language so far: the next message in words decides.</summary>
    public bool IsLanguageGuessed { get; init; }

    /// <summary>Whether the person writes as an elder does in Vietnamese.</summary>
    public bool IsElder { get; init; }

    /// <summary>What an elder calls themselves, once they did.</summary>
    public Kin? Kin { get; init; }

    /// <summary>Whether an elder calls us "con", not "cháu".</summary>
    public bool IsChild { get; init; }

    /// <summary>When the person last wrote, by the delivery's own time: opens the customer service window.</summary>
    public DateTimeOffset? LastWroteAt { get; init; }

    /// <summary>The traveller whose trip the chat continues: the one that joined last.</summary>
    public Guid? TravellerId { get; init; }

    /// <summary>The list shown last: "the second one" is of it.</summary>
    public Guid? ListId { get; init; }

    /// <summary>The trip of that list.</summary>
    public Guid? TripId { get; init; }

    /// <summary>The tour spoken of last, counted from 1 in that list.</summary>
    public int? FocusRank { get; init; }

    /// <summary>What was asked of a tour with the last message: "and number 2?" asks the same of another. Null where that was something else.</summary>
    public AskedAgain? AskedAgain { get; init; }

    /// <summary>The search for places to stay that was shown last, while no tours were shown after it: "the second one" is of it.</summary>
    public Guid? StaySearchId { get; init; }

    /// <summary>The house spoken of last, counted from 1 in that search: "book it" is about that one.</summary>
    public int? StayRank { get; init; }

    /// <summary>How many houses of that search have been shown.</summary>
    public int StaysShown { get; init; }

    /// <summary>The house of that search of which was told last how to book it.</summary>
    public int? StayBooked { get; init; }

    /// <summary>Whether the last thing asked was where to sleep: a bare place answers that.</summary>
    public bool AskedWhereToSleep { get; init; }

    /// <summary>How many tours of the list have been shown.</summary>
    public int Shown { get; init; }

    /// <summary>When the person was asked whether everything about them is really to be deleted; their next message answers it, unless it is only a yes.</summary>
    public DateTimeOffset? ErasureAskedAt { get; init; }

    /// <summary>When the person last said STOP or START, by the delivery's own time: an older word that arrives late changes nothing.</summary>
    public DateTimeOffset? ConsentAt { get; init; }

    /// <summary>When the person was asked whether we may write later.</summary>
    public DateTimeOffset? ConsentAskedAt { get; init; }

    /// <summary>The question that was asked last, until the next message of the person.</summary>
    public OpenQuestion? Asked { get; init; }

    /// <summary>When it was asked, where it came unbidden: what was written before does not answer it.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>How often it was told what tours were looked for: the words behind it change from one to the next.</summary>
    public int Rounds { get; init; }

    /// <summary>What was asked for behind the lists of this trip, in that order.</summary>
    public IReadOnlyList<Missing> AskedFor { get; init; } = [];

    /// <summary>Behind which list of the trip the last of it was asked for.</summary>
    public int AskedInRound { get; init; }

    /// <summary>What the cheapest that fits costs, in VND, where that was just found too dear: no more may a tour cost at the next place that is named.</summary>
    public decimal? TooDear { get; init; }

    /// <summary>Whether the number of days was given up for the trip: it is not asked for again.</summary>
    public bool AnyLength { get; init; }

    /// <summary>The phrase that was the whole answer to the message before, by its name; null where that was something else.</summary>
    public string? LastSaid { get; init; }

    /// <summary>Whether somebody who stopped was told since how to begin again.</summary>
    public bool ToldHowToStart { get; init; }

    /// <summary>How many messages were not understood: what is said of it changes from one to the next.</summary>
    public int NotUnderstood { get; init; }

    /// <summary>How often somebody complained: what is said to it changes.</summary>
    public int Complaints { get; init; }

    /// <summary>The list of the trip of which was asked whether it held what the person wanted.</summary>
    public Guid? RatingAskedOf { get; init; }

    /// <summary>The list of the trip of which a tour's booking page or agency was asked for: who has found one is not asked whether they did.</summary>
    public Guid? FoundIn { get; init; }

    /// <summary>The chat with a list as the one shown last. Of another trip nothing was asked and nothing found yet.</summary>
    public ChatState Showing(RecommendationList list) => (TripId is { } trip && trip != list.TripId ? this with { RatingAskedOf = null, FoundIn = null, AskedFor = [], AnyLength = false } : this) with { ListId = list.Id, TripId = list.TripId };
}

/// <summary>Reads conversations and their windows.</summary>
public sealed class ChatStates(IDocumentStore store, TimeProvider time)
{
    /// <summary>How long free-form messages may be sent after the person's last message.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    public async Task<ChatState?> FindAsync(Guid personId, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<ChatState>(personId, ct);
    }

    public async Task<bool> IsWindowOpenAsync(Guid personId, CancellationToken ct) => IsOpen(await FindAsync(personId, ct), time.GetUtcNow());

    public static bool IsOpen(ChatState? state, DateTimeOffset now) => state?.LastWroteAt is { } wrote && wrote + Window > now;
}
