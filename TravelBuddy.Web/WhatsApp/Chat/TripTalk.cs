using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What changes the trip and brings new tours: wishes, "cheaper", "like this one", a wish given up, a new trip.</summary>
public sealed class TripTalk(IDocumentStore store, ITrips trips, IRecommender recommender, IWishReader words, ICatalog catalog, ShownTours shown, SentTours sent, AskedBack askedBack, TimeProvider time)
{
    /// <summary>The same for a wish in words: what is missing may be asked for behind it.</summary>
    public Task<Answer> WishAsync(ChatState state, Func<Wishes, Wishes> change, CancellationToken ct) => ChangeAsync(state, change, ct, asks: true);

    /// <summary>Changes the trip, ranks again and sends what came of it.</summary>
    public async Task<Answer> ChangeAsync(ChatState state, Func<Wishes, Wishes> change, CancellationToken ct, Comparison? beside = null, bool asks = false)
    {
        var travellerId = state.TravellerId!.Value;
        var tripId = await CurrentTripAsync(travellerId, state.Language, ct);
        var (isOfSamePlaces, isSoon) = (false, false);
        var outcome = await trips.ChangeAsync(tripId, travellerId, null, wishes =>
        {
            var changed = change(wishes);
            changed = state.TooDear is { } dear ? NoDearer(wishes, changed, dear) : changed;
            isOfSamePlaces = changed.Places.Select(place => place.PlaceId).SequenceEqual(wishes.Places.Select(place => place.PlaceId));
            isSoon = wishes.Dates is null && changed.Dates == OnTheSpot.From(time.TodayInVietNam());
            return changed;
        }, ct);
        if (outcome is SaveOutcome.NotFound or SaveOutcome.Conflict || await trips.FindAsync(tripId, travellerId, ct) is not { } trip)
        {
            return Answer.Saying(state, nameof(Phrases.Trouble));
        }

        state = state with { TooDear = null };

        // The trip may hold the wish already because this message was handled before, up to a crash, or because the page was told the same.
        var present = outcome == SaveOutcome.Unchanged && trip.LatestListId is { } latest && await recommender.FindAsync(latest, travellerId, ct) is { } list
            && (beside?.PackageId is null || list.Beside == beside) && !await trips.ChangedSinceAsync(tripId, list.TripVersion, ct) ? list : null;
        if (present is not null && present.Id == state.ListId)
        {
            return Answer.Saying(state, nameof(Phrases.NothingChanged));
        }

        var made = present ?? await recommender.RecommendAsync(trip, beside, ct);
        var before = await shown.OwnListAsync(state, state.ListId, ct);
        var cards = isOfSamePlaces && state.ListId is not null ? SendRecommendationsHandler.CardsOfChange : SendRecommendationsHandler.Cards;
        state = state.Showing(made); // Of another trip nothing was asked yet.
        state = state with { AskedFor = await sent.AskedAsync(state.Id, state.AskedFor, ct) };
        // That it is to be soon is taken from where they are, and asked with it.
        var missing = asks && !isSoon ? await askedBack.OfAsync(trip, made, state, ct) : null;
        state = state with { FocusRank = null, Shown = SendRecommendationsHandler.Shown, Rounds = state.Rounds + 1, AskedFor = missing is { } asked ? [.. state.AskedFor, asked] : state.AskedFor };
        state = missing is null ? state : state with { AskedInRound = state.Rounds };
        return new Answer(state)
        {
            Replies = [new OutboundContent(MessageKind.Wishes, state.Language) { ListId = made.Id, Rank = state.Rounds, Phrase = isSoon ? nameof(Phrases.TakenAsSoon) : missing is { } question ? AskedBack.PhraseOf(question) : null, ListBefore = isOfSamePlaces ? before?.Id : null }],
            Tours = new TourSet(made.Id, Cards: cards) { Seen = await sent.SeenAsync(state.Id, made, ct), Before = before?.Id, StaysFirst = made.Packages.FirstOrDefault()?.PackageId == before?.Packages.FirstOrDefault()?.PackageId },
        };
    }

    /// <summary>The wishes of a trip to another place, as long as before, after a price was found too dear: that price is the limit there, unless one was named.</summary>
    private Wishes NoDearer(Wishes before, Wishes now, decimal dear) =>
        now.Budget is null && now.Places.Count > 0 && !now.Places.Select(place => place.PlaceId).SequenceEqual(before.Places.Select(place => place.PlaceId)) && now.Durations.SequenceEqual(before.Durations) && TourFacts.In(new Money(dear, "VND"), now.Currency, catalog.Rates) is { } limit
            ? now with { Budget = new BudgetWish(null, limit.Amount, limit.Currency) }
            : now;

    /// <summary>Notes wishes without looking for tours yet.</summary>
    public async Task NoteAsync(ChatState state, Func<Wishes, Wishes> change, CancellationToken ct)
    {
        var travellerId = state.TravellerId!.Value;
        await trips.ChangeAsync(await CurrentTripAsync(travellerId, state.Language, ct), travellerId, null, change, ct);
    }

    /// <summary>The wishes of the trip after a message in the person's own words.</summary>
    public Wishes Said(Wishes now, ChatState state, WishReading reading, string text) =>
        OnTheSpot.Dated(WishUpdate.Apply(now, reading, text), reading, text, time.TodayInVietNam()) with { Language = state.Language };

    /// <summary>Tours at a place where somebody is.</summary>
    public Task<Answer> ChangeToAsync(ChatState state, string placeId, CancellationToken ct) =>
        ChangeAsync(state, wishes => wishes with { Places = [new PlaceWish(placeId, null)], Dates = wishes.Dates ?? OnTheSpot.From(time.TodayInVietNam()), Language = state.Language }, ct);

    /// <summary>Begins a trip of which nothing is known yet.</summary>
    public async Task<ChatState> StartOverAsync(ChatState state, CancellationToken ct)
    {
        var travellerId = state.TravellerId!.Value;
        await using var session = store.QuerySession();
        var traveller = await session.LoadAsync<Traveller>(travellerId, ct);
        await trips.StartAsync(travellerId, state.Language, traveller?.Currency ?? "VND", ct);
        return state with { ListId = null, FocusRank = null, Shown = 0, Rounds = 0, RatingAskedOf = null, FoundIn = null, AskedFor = [], AnyLength = false, TooDear = null };
    }

    /// <summary>Gives up the wish that a relaxation of the list names.</summary>
    public Task<Answer> DropAsync(ChatState state, RecommendationList list, int relaxation, CancellationToken ct) =>
        ChangeAsync(state with { AnyLength = state.AnyLength || Relaxing.Parts(list.Relaxations[relaxation - 1].Wish).Contains(Relaxing.Durations) }, wishes => Relaxing.Without(wishes, list.Relaxations[relaxation - 1].Wish), ct);

    /// <summary>"Cheaper", "shorter", "nearer", "like this one" against the list shown last or one tour of it, with whatever else was said.</summary>
    public async Task<Answer> RefineAsync(ChatState state, IReadOnlyList<Refinement> refinements, int? rank, CancellationToken ct, WishReading? reading = null, string text = "")
    {
        if (await shown.OwnListAsync(state, state.ListId, ct) is not { } list)
        {
            return Answer.Saying(state, nameof(Phrases.NoListYet));
        }

        var asked = await WishesAsync(list, ct);
        var compared = await Compared.OfAsync(list, await sent.CardsAsync(state.Id, list, ct), rank is { } named ? ShownTours.Resolved(named, state, list) : 0, asked, catalog, ct);
        var said = reading is not null && WishUpdate.SaysAnything(reading) ? reading : null;
        if (said is null && refinements.All(refinement => refinement != Refinement.Nearer && WishChanges.Refine(new Wishes { Currency = list.Currency }, refinement, compared.Tours, catalog.Gazetteer, catalog.Rates) is null))
        {
            return Answer.Saying(state, nameof(Phrases.NoPriceToCompare));
        }

        // What is said besides, or like what, decides anew what fits.
        var (inTime, fitting) = said is null && !refinements.Contains(Refinement.MoreLikeThis) ? (compared.InTime, compared.Fitting) : ([], []);
        if (refinements is [Refinement.Cheaper] && fitting.Count > 0 && asked is not null && Refined(asked, Refinement.Cheaper) is null)
        {
            return await NothingCheaperAsync(state, list, compared, asked, ct);
        }

        var nearTo = refinements.Contains(Refinement.Nearer) && said is not { Wishes.Places.Count: > 0 } ? NearTo.Find(text) : null;
        var nearerHow = nearTo is not null || said is not null && (said.Wishes.Places.Count > 0 || said.Wishes.Start is not null);
        if (refinements.All(refinement => refinement == Refinement.Nearer) && !nearerHow && !await HasStartAsync(state, ct))
        {
            return Answer.Saying(state, nameof(Phrases.NearWhat));
        }

        var missing = false;
        var beside = new Comparison(refinements.Min(), compared.Rank > 0 ? compared.Tours[0].Id : null); // The plainest first: "like this but cheaper" is above all cheaper.
        var answer = await ChangeAsync(state, wishes =>
        {
            var changed = said is null ? wishes : Said(wishes, state, said, text);
            foreach (var refinement in refinements)
            {
                // "Nearer to Hanoi" names the place itself.
                var refined = refinement != Refinement.Nearer ? Refined(changed, refinement)
                    : nearTo is not null ? Near(changed, nearTo)
                    : said?.Wishes.Places.Count > 0 ? changed : Refined(changed, refinement);
                missing |= refined is null;
                changed = refined ?? changed;
            }

            return changed;
        }, ct, beside);
        return missing && answer.Tours is null && refinements.Contains(Refinement.Nearer) ? Answer.Saying(answer.State, nameof(Phrases.NearWhat)) : answer;

        // What no rule knows by name still counts as words.
        Wishes Near(Wishes wishes, string near) => words.Read(near, state.Language, time.TodayInVietNam()).Wishes.Accommodation.Concepts is { Count: > 0 } known
            ? wishes with { Accommodation = wishes.Accommodation.Union(new ConceptWishes(known, [])) }
            : wishes with { Accommodation = wishes.Accommodation.Union(new ConceptWishes([], [near])) };

        // Cheaper is first what takes as long as was wished.
        Wishes? Refined(Wishes wishes, Refinement refinement) => (Beside(wishes, refinement, inTime) ?? Beside(wishes, refinement, fitting)) is not { } changed ? null
            : refinement != Refinement.Cheaper ? changed
            : changed with { Budget = changed.Budget! with { CheaperThan = compared.Rank } };

        Wishes? Beside(Wishes wishes, Refinement refinement, IReadOnlyList<TourPackage> fits) => WishChanges.Refine(wishes, refinement, compared.Tours, catalog.Gazetteer, catalog.Rates, fits);
    }

    /// <summary>Tours cheaper than those of a list, or than the one spoken of, at the cost of another wish.</summary>
    /// <param name="number">The wish's number in <see cref="CheaperOffers"/>.</param>
    /// <param name="than">The rank of the tour they were to be cheaper than; 0 for the cards.</param>
    public async Task<Answer> CheaperWithoutAsync(ChatState state, RecommendationList list, int number, int than, CancellationToken ct)
    {
        var compared = await Compared.OfAsync(list, await sent.CardsAsync(state.Id, list, ct), than, await WishesAsync(list, ct), catalog, ct);
        return CheaperOffers.WishOf(number) is not { } wish ? Answer.Saying(state, nameof(Phrases.OldButton)) : await ChangeAsync(
            state.Showing(list), wishes => Relaxing.Without(CheaperThan(compared, wishes) ?? wishes, wish), ct, new Comparison(Refinement.Cheaper, null));
    }

    /// <summary>That nothing cheaper fits, with what giving up one of the wishes would bring.</summary>
    private async Task<Answer> NothingCheaperAsync(ChatState state, RecommendationList list, Compared compared, Wishes asked, CancellationToken ct)
    {
        // Who finds the cheapest too dear means it of other places as well.
        if (asked.Budget is null)
        {
            await NoteAsync(state, wishes => wishes with { Accommodation = wishes.Accommodation.Union(new ConceptWishes([PriceRanks.Cheap], [])) }, ct);
        }

        IReadOnlyList<Relaxation> offers = [];
        if (CheaperThan(compared, asked) is { } cheaper)
        {
            var disliked = (await trips.FindAsync(list.TripId, list.TravellerId, ct))?.Disliked ?? [];
            offers = await recommender.NearestAsync(CheaperOffers.Among(await recommender.RelaxAsync(cheaper, compared.Kind, ct)), cheaper, compared.Kind, disliked, ct);
        }

        return WishChanges.Cheapest(asked.Party, compared.OfLength, catalog.Rates) is { } cheapest
            ? new Answer(state with { TooDear = asked.Budget is null ? Assessment.PriceVnd(asked.Party, cheapest, catalog.Rates) : null }) { Replies = [CheaperOffers.Say(state, list.Id, list.RankOf(cheapest.Id), compared.Rank, offers)] }
            : Answer.Saying(state, nameof(Phrases.NoPriceToCompare));
    }

    private Wishes? CheaperThan(Compared compared, Wishes wishes) => WishChanges.Cheaper(wishes, compared.OfLength, [], catalog.Rates) is { } cheaper
        ? cheaper with { Budget = cheaper.Budget! with { CheaperThan = compared.Rank } }
        : null;

    /// <summary>What a list was made for; null if its trip is gone.</summary>
    private async Task<Wishes?> WishesAsync(RecommendationList list, CancellationToken ct) =>
        await trips.FindAsync(list.TripId, list.TravellerId, list.TripVersion, ct) is { } trip ? await trips.WishesAsync(trip, ct) : null;

    private async Task<bool> HasStartAsync(ChatState state, CancellationToken ct) =>
        await trips.FindAsync(await CurrentTripAsync(state.TravellerId!.Value, state.Language, ct), state.TravellerId.Value, ct) is { Start: not null };

    private async Task<Guid> CurrentTripAsync(Guid travellerId, string language, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var traveller = await session.LoadAsync<Traveller>(travellerId, ct);
        return traveller?.CurrentTripId ?? await trips.StartAsync(travellerId, language, traveller?.Currency ?? "VND", ct);
    }
}
