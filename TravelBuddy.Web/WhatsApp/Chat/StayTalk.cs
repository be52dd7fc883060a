using System.Text.Json;
using System.Text.RegularExpressions;
using Marten;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Places to stay: near the tour that is spoken of, near what the words name, or else where the trip goes.</summary>
public sealed partial class StayTalk(IDocumentStore store, ShownTours shown, IStaySearches searches, StayWishReader reader, TripStays tripStays, ITrips trips, ICatalog catalog, TimeProvider time)
{
    /// <summary>"Cheaper" asks for a night below the cheapest of those shown.</summary>
    private const decimal CheaperBy = .99m;

    /// <summary>Looks for places to stay by what was written; <paramref name="ordinal"/> is the tour of the list it names.</summary>
    public async Task<Answer> AnswerAsync(ChatState state, string text, int? ordinal, CancellationToken ct)
    {
        var list = await shown.OwnListAsync(state, state.ListId, ct);
        if (ordinal is { } named && list is { Packages.Count: > 0 } && ShownTours.Resolved(named, state, list) is var meant && (meant < 1 || meant > list.Packages.Count))
        {
            return Answer.Saying(state, nameof(Phrases.NoSuchTour), list.Packages.Count);
        }

        // Words that name a place mean that place, whichever tour was spoken of before.
        var namesPlace = ordinal is null && reader.Read(text, new StayWishes { Language = state.Language }, time.TodayInVietNam()).Places.Count > 0;
        var rank = list is null || namesPlace ? null : ordinal is { } asked ? ShownTours.Resolved(asked, state, list) : state.FocusRank ?? (list.Packages.Count == 1 ? 1 : (int?)null);
        return await NearAsync(state, list, rank, text, ct);
    }

    /// <summary>Whether words that answer "Where would you like to sleep?" name a place and ask for no tour.</summary>
    public static bool IsPlaceToSleep(WishReading reading) =>
        reading is { Intent: Intent.Search or Intent.Refine or Intent.Unknown, Wishes: { Places.Count: > 0, Durations.Count: 0, Activities.IsEmpty: true, Transportation.IsEmpty: true } };

    /// <summary>Near a tour of a list, as its button asks.</summary>
    public Task<Answer> NearAsync(ChatState state, RecommendationList list, int rank, CancellationToken ct) => NearAsync(state, list, rank, "", ct);

    /// <summary>One place of a search, if the search is this person's; null otherwise.</summary>
    public async Task<Answer?> OneAsync(ChatState state, Guid searchId, int rank, CancellationToken ct, bool books = false) =>
        await searches.ReadAsync(searchId, ct) is { } search && await shown.IsOwnAsync(state, search.TravellerId, ct) && rank >= 1 && rank <= search.Found.Count
            ? new Answer(state with { StaySearchId = searchId, StayRank = rank, StayBooked = books ? rank : null, StaysShown = state.StaySearchId == searchId ? state.StaysShown : StayMessages.Rows })
            {
                Replies = [new OutboundContent(MessageKind.Stay, state.Language) { StaySearchId = searchId, Rank = rank, Phrase = books ? nameof(Phrases.StayToBook) : null }],
            }
            : null;

    /// <summary>
    /// What a number means while houses were shown last, in "2", "book 2" and "phone 2" alike: the house with all that is known of it, its page and its phone. Null where
    /// no houses were, or the words say that a tour is meant.
    /// </summary>
    public async Task<Answer?> NumberedAsync(ChatState state, string text, int number, CancellationToken ct, bool books = false) =>
        state.StaySearchId is not { } id || IsOfTours().IsMatch(TextFolding.Fold(text)) || await searches.ReadAsync(id, ct) is not { Found.Count: > 0 and var count } ? null
            : await OneAsync(state, id, number, ct, books) ?? Answer.Saying(state, nameof(Phrases.NoSuchStay), count);

    /// <summary>
    /// The house named, else the one spoken of last, or the only one, with its page and its phone, where it is to be booked or called; which one, is asked where there are several.
    /// Null where no houses were shown last, or the words say that a tour is meant.
    /// </summary>
    public async Task<Answer?> BookedAsync(ChatState state, string text, int? named, CancellationToken ct) =>
        state.StaySearchId is not { } id || IsOfTours().IsMatch(TextFolding.Fold(text)) || await searches.ReadAsync(id, ct) is not { Found.Count: > 0 and var count } ? null
            : named == WishReading.LastOfList ? await OneAsync(state, id, Math.Min(count, state.StaysShown), ct, books: true)
            : named is { } number ? await OneAsync(state, id, number, ct, books: true) ?? Answer.Saying(state, nameof(Phrases.NoSuchStay), count)
            : state.StayBooked is { } told && told == state.StayRank && (SmallTalk.Books(text) || BooksRoom().IsMatch(Tokenizer.Folded(text))) ? Answer.Saying(state, ToldHow(await IsReachableAsync(id, told, ct), state.ListId is not null))
            : (state.StayRank ?? (count == 1 ? 1 : null)) is { } rank ? await OneAsync(state, id, rank, ct, books: true)
            : Answer.Saying(state, nameof(Phrases.WhichStay));

    /// <summary>What is said again of how to book a house, and of tours only where some were shown.</summary>
    private static string ToldHow(bool isReachable, bool hasTours) => (isReachable, hasTours) switch
    {
        (true, true) => nameof(Phrases.StayToldHow),
        (true, false) => nameof(Phrases.StayToldHowOnly),
        (false, true) => nameof(Phrases.StayToldNoWay),
        (false, false) => nameof(Phrases.StayToldNoWayOnly),
    };

    /// <summary>Whether a house of a search gives a phone or a page.</summary>
    private async Task<bool> IsReachableAsync(Guid searchId, int rank, CancellationToken ct) =>
        await searches.ReadAsync(searchId, ct) is { } search && rank >= 1 && rank <= search.Found.Count && (await searches.StaysAsync(search, ct)).GetValueOrDefault(search.Found[rank - 1].StayId) is { Stay: { IsSample: false } stay } && (stay.Phone is not null || WebText.Address(stay.Url) is not null);

    /// <summary>Whether a room or a house is to be booked or called: "book it", "đặt phòng đi", "can I have the phone number?".</summary>
    public static bool AsksToBook(string text) => SmallTalk.Books(text) || TourQuestions.AsksForContact(text) || BooksRoom().IsMatch(Tokenizer.Folded(text));

    /// <summary>The houses behind those shown last; null where none were, or the words say that tours are meant.</summary>
    public async Task<Answer?> MoreAsync(ChatState state, string text, CancellationToken ct)
    {
        if (state.StaySearchId is not { } id || IsOfTours().IsMatch(TextFolding.Fold(text)) || await searches.ReadAsync(id, ct) is not { } search)
        {
            return null;
        }

        return state.StaysShown >= search.Found.Count
            ? Answer.Saying(state, nameof(Phrases.NoMoreStays))
            : new Answer(state with { StaysShown = state.StaysShown + StayMessages.Rows })
            {
                Replies = [new OutboundContent(MessageKind.Stays, state.Language) { StaySearchId = id, Rank = state.StaysShown + 1 }],
            };
    }

    /// <summary>Words about the houses shown last: one of them by its number, or what should be different; null where they are about something else.</summary>
    public async Task<Answer?> GoOnAsync(ChatState state, WishReading reading, string text, CancellationToken ct)
    {
        if (state.StaySearchId is not { } id || await searches.ReadAsync(id, ct) is not { } search)
        {
            return null;
        }

        var said = reading.Wishes;
        // Nights are spent in houses, too.
        var isOfTours = said.Durations.Count > 0 && SaysDays().IsMatch(TextFolding.Fold(text)) || !said.Activities.IsEmpty || !said.Transportation.IsEmpty || said.Start is not null || IsOfTours().IsMatch(TextFolding.Fold(text));
        if (isOfTours)
        {
            return null;
        }

        if (reading.Ordinal is { } ordinal and > 0 && !WishUpdate.SaysAnything(reading))
        {
            return await OneAsync(state, id, ordinal, ct);
        }

        var sought = reader.Read(text, search.Wishes, time.TodayInVietNam()) with { Language = state.Language };
        if (reading.Refinements.Contains(Refinement.Cheaper) && search.Found.Take(3).Select(found => found.Night).OfType<Money>().ToList() is { Count: > 0 } nights)
        {
            var least = nights.MinBy(night => catalog.Rates.ToVnd(night) ?? decimal.MaxValue);
            sought = sought with { MostPerNight = least with { Amount = least.Amount * CheaperBy } };
        }

        return sought.IsSameAs(search.Wishes) ? null : await SearchAsync(state, search.PackageId, sought, [], ct);
    }

    /// <summary>The houses shown last without a price for the night, where the budget is let go of; null where none were shown, or no price moved them.</summary>
    public async Task<Answer?> LetGoAsync(ChatState state, GivenUp given, string text, CancellationToken ct) =>
        given.Wishes is [Relaxing.Budget] && state.StaySearchId is { } id && !IsOfTours().IsMatch(TextFolding.Fold(text)) && await searches.ReadAsync(id, ct) is { Wishes: { } wishes } search && (wishes.MostPerNight ?? wishes.Level) is not null
            ? await SearchAsync(state, search.PackageId, Reread(given.Rest, wishes with { EachByBudget = null, MostPerNight = null }) with { Language = state.Language }, [], ct)
            : null;

    /// <summary>Wishes with what else a message says, such as another price.</summary>
    private StayWishes Reread(string rest, StayWishes wishes) => rest.Any(char.IsLetter) ? reader.Read(rest, wishes, time.TodayInVietNam()) : wishes;

    private async Task<Answer> NearAsync(ChatState state, RecommendationList? list, int? rank, string text, CancellationToken ct)
    {
        var wishes = await WishesAsync(state, list, ct);
        var tour = rank is { } at && list is not null ? await TourAsync(list, at, ct) : null;
        var sought = tripStays.Of(wishes, tour) with { Language = state.Language };
        if (text.Length > 0)
        {
            sought = reader.Read(text, sought, time.TodayInVietNam()) with { Language = state.Language };
        }

        if (sought.Places.Count == 0)
        {
            return Answer.Saying(state with { AskedWhereToSleep = true }, nameof(Phrases.StayWhere));
        }

        state = rank is { } focus ? state with { FocusRank = focus } : state;
        // What the tour itself says of the night comes first: whoever sleeps on board needs no hotel.
        OutboundContent[] told = tour is not null && (tour.Accommodation is not null || text.Length > 0 && tour.DurationDays is not <= 1) ? [new OutboundContent(MessageKind.TourStay, state.Language) { ListId = list!.Id, Rank = rank!.Value }] : [];
        if (tour?.Accommodation is not null && OfTheTour().IsMatch(TextFolding.Fold(text)))
        {
            return new Answer(state) { Replies = told };
        }

        return await SearchAsync(state, tour?.Id, sought, told, ct);
    }

    private async Task<Answer> SearchAsync(ChatState state, string? packageId, StayWishes sought, IReadOnlyList<OutboundContent> told, CancellationToken ct)
    {
        var search = await searches.SearchAsync(state.TravellerId!.Value, packageId, sought, ct);
        return new Answer(state with { StaySearchId = search.Id, StayRank = null, StayBooked = null, StaysShown = StayMessages.Rows }) { Replies = [.. told, new OutboundContent(MessageKind.Stays, state.Language) { StaySearchId = search.Id }] };
    }

    /// <summary>Whether words ask for more houses by name: "more hotels", "còn chỗ ở nào khác không".</summary>
    public static bool AsksForMore(string text) => MoreHouses().IsMatch(Tokenizer.Folded(text));

    [GeneratedRegex(@"^(?:(?:show|see|any|are there|do you have|me|some) )*(?:more|other) (?:places?(?: to (?:stay|sleep))?|hotels?|homestays?|hostels?|houses|stays|accommodations?)(?: please)?$|^(?:(?:cho|minh|em|toi|xem|con) )*(?:them )?(?:cho o|cho nghi|cho ngu|khach san|homestay|nha nghi)(?: nao)? (?:khac|nua)(?: (?:khong|ko|k|a|nhe))*$|^(?:(?:cho|minh|em|toi|xem) )*them (?:cho o|cho nghi|cho ngu|khach san|homestay|nha nghi)(?: (?:a|nhe|di))?$")]
    private static partial Regex MoreHouses();

    [GeneratedRegex(@"^(?:(?:ok|okay|please|i want to|i d like to|can you|can i|how (?:do|can) i|cho|minh|em|toi|muon|giup|vay) )*(?:book|reserve|dat|chot|thue) (?:a |the |this |that |one |my )?(?:rooms?|hotel|homestay|hostel|house|place|phong|khach san|cho (?:nay|do|o|nghi)|nha (?:nay|do|nghi))(?: (?:there|here|now|please|this|that|nay|do|di|luon|nhe|nha|a|giup|minh|em|voi))*$")]
    private static partial Regex BooksRoom();

    [GeneratedRegex(@"\b(?:\d+|a|one|two|three|four|five|six|seven|ten|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)[ -]?(?:days?|ngay|n ?\d|d ?\d|weeks?|tuan)\b")]
    private static partial Regex SaysDays();

    [GeneratedRegex(@"\b(?:tours?|trips?|chuyen di|agency|cong ty)\b")]
    private static partial Regex IsOfTours();

    private async Task<Wishes> WishesAsync(ChatState state, RecommendationList? list, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var traveller = await session.LoadAsync<Traveller>(state.TravellerId ?? Guid.Empty, ct);
        var trip = list is not null ? await trips.FindAsync(list.TripId, list.TravellerId, list.TripVersion, ct)
            : traveller?.CurrentTripId is { } current ? await trips.FindAsync(current, traveller.Id, ct)
            : null;
        return trip is null ? new Wishes { Currency = traveller?.Currency ?? Traveller.UsualCurrency(state.Language) } : await trips.WishesAsync(trip, ct);
    }

    // "Where do we sleep on tour 2?" asks what the tour itself gives, "somewhere to sleep near it" does not.
    [GeneratedRegex(@"\b(?:where (?:do|does|will|would|are) (?:we|i|you|one|it) (?:going to |be )?(?:stay|sleep)(?:ing)?|(?:ngu|nghi) (?:lai )?(?:o )?dau)\b")]
    private static partial Regex OfTheTour();

    private async Task<TourPackage?> TourAsync(RecommendationList list, int rank, CancellationToken ct) =>
        list.Packages.ElementAtOrDefault(rank - 1) is { PackageId: var id } ? (await catalog.PackagesAsync([id], ct)).GetValueOrDefault(id) : null;
}
