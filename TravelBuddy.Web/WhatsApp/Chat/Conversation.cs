using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>
/// The conversation: what a person wrote or tapped becomes a joined traveller, a changed trip, new tours, a booking link, or a kind short answer.
/// Order of meaning: reaction, code, "not me", yes to deleting everything, stop and start, then taps and the reader of free text.
/// </summary>
public sealed class Conversation(
    IDocumentStore store, IAccounts accounts, ITrips trips, IRecommender recommender, IWishReader commands, IFreeTextReader reader, ICatalog catalog, Joining joining, KeyedHash keyedHash, TimeProvider time)
{
    /// <summary>How long the question whether to delete everything waits for its yes.</summary>
    public static readonly TimeSpan ErasureQuestion = TimeSpan.FromHours(1);

    public async Task<Answer> AnswerAsync(InboundMessage message, Person person, Traveller traveller, ChatState? known, CancellationToken ct)
    {
        var state = known ?? new ChatState { Id = person.Id, Language = commands.LanguageOf(message.Text ?? "", person.Language) };
        state = state with { LastWroteAt = state.LastWroteAt > message.At ? state.LastWroteAt : message.At, TravellerId = state.TravellerId ?? traveller.Id };
        if (message.Type == "reaction")
        {
            return await ReactAsync(state, message, ct);
        }

        var asked = state.ErasureAskedAt is { } askedAt && askedAt + ErasureQuestion > time.GetUtcNow();
        state = state with { ErasureAskedAt = null };
        var tap = message.ReplyId is { } reply ? ButtonIds.Read(reply) : null;
        var code = tap is { Action: ButtonAction.Join, Code: { } payload } ? payload : message.Text is { } typed && message.ReplyId is null ? JoinCodes.FindIn(typed) : null;
        if (code is not null)
        {
            return await joining.AnswerAsync(state, person, code, ct);
        }

        if (tap?.Action == ButtonAction.NotMe)
        {
            await accounts.StopAsync(person.Id, true, ct);
            return new Answer(state) { Replies = [Say(state, nameof(Phrases.Stopped))] };
        }

        var text = message.Text ?? "";
        if (tap?.Action == ButtonAction.Erase || asked && message.ReplyId is null && Commands.IsDelete(text))
        {
            return asked ? new Answer(state) { Replies = [Say(state, nameof(Phrases.Erased))], Erases = true } : AskWhetherToErase(state);
        }

        if (asked && message.ReplyId is null && Commands.IsNo(text))
        {
            return new Answer(state) { Replies = [Say(state, nameof(Phrases.Kept))] };
        }

        if (message.ReplyId is null && Commands.IsStop(text))
        {
            return await StopAsync(state, text, ct);
        }

        if (asked && message.ReplyId is null && Commands.IsYes(text))
        {
            // A word said lightly deletes nothing, and does not take the question away either.
            return new Answer(state with { ErasureAskedAt = time.GetUtcNow() }) { Replies = [Say(state, nameof(Phrases.NotDeletedYet))] };
        }

        var startsOver = !person.Stopped && known is not null && FreshStart.Find(text) is { Outright: true };
        if (message.ReplyId is null && !startsOver && (Commands.IsStart(text) || person.Stopped && Commands.AsksBack(text)))
        {
            return await StartAsync(state, person, text, ct);
        }

        if (person.Stopped)
        {
            // Quiet means quiet: the way back was told with the confirmation. Only being forgotten may still be asked for.
            return message.ReplyId is null && commands.Read(text, state.Language, Today).Intent == Intent.DeleteData
                ? AskWhetherToErase(state with { Language = commands.LanguageOf(text, state.Language) })
                : new Answer(state);
        }

        if (message.ReplyId is not null)
        {
            return tap is null ? new Answer(state) { Replies = [Say(state, nameof(Phrases.OldButton))] } : await TapAsync(state, tap, ct);
        }

        return message.Type switch
        {
            "text" when text.Length > 0 => await ReadAsync(state, text, known is null, ct),
            "location" => new Answer(state) { Replies = [Say(state, nameof(Phrases.Location))] },
            "system" or "edit" or "revoke" => new Answer(state),
            "request_welcome" => new Answer(state) { Replies = [Say(state, nameof(Phrases.Welcome))] },
            _ => new Answer(state) { Replies = [Say(state, nameof(Phrases.OnlyText))] },
        };
    }

    private DateOnly Today => time.TodayInVietNam();

    private Answer AskWhetherToErase(ChatState state) =>
        new(state with { ErasureAskedAt = time.GetUtcNow() }) { Replies = [Say(state, nameof(Phrases.DeleteData))] };

    private async Task<Answer> StopAsync(ChatState state, string text, CancellationToken ct)
    {
        await accounts.StopAsync(state.Id, true, ct);
        state = state with { Language = state.LanguageChosen ? state.Language : Commands.LanguageOf(text) ?? state.Language };
        return new Answer(state) { Replies = [Say(state, nameof(Phrases.Stopped))] };
    }

    private async Task<Answer> StartAsync(ChatState state, Person person, string text, CancellationToken ct)
    {
        state = state with { Language = state.LanguageChosen ? state.Language : Commands.LanguageOf(text) ?? state.Language };
        if (!person.Stopped)
        {
            return new Answer(state) { Replies = [Say(state, nameof(Phrases.Welcome))] };
        }

        await accounts.StopAsync(person.Id, false, ct);
        return new Answer(state) { Replies = [Say(state, nameof(Phrases.Started))] };
    }

    private async Task<Answer> ReactAsync(ChatState state, InboundMessage message, CancellationToken ct)
    {
        bool? likes = message.Emoji switch
        {
            { } e when e.StartsWith("👍") || e.StartsWith("❤") || e is "😍" or "🥰" or "🤩" or "😀" or "🔥" or "👏" => true,
            { } e when e.StartsWith("👎") || e is "😡" or "😠" or "🙁" or "☹️" => false,
            _ => null,
        };
        if (likes is null || message.ReactedTo is null)
        {
            return new Answer(state);
        }

        var hash = await keyedHash.OfAsync("message", message.ReactedTo, ct);
        await using var session = store.QuerySession();
        var about = await session.Query<OutboundMessage>().Where(m => m.MessageIdHash == hash && m.PersonId == state.Id).FirstOrDefaultAsync(ct);
        if (about is not { PackageId: { } packageId, ListId: { } listId } || await session.LoadAsync<RecommendationList>(listId, ct) is not { } list)
        {
            return new Answer(state);
        }

        state = state with { FocusRank = listId == state.ListId ? about.Content.Rank : state.FocusRank };
        return likes.Value
            ? new Answer(state) { Messages = [new LikePackage(list.TravellerId, listId, packageId)], Replies = [Say(state, nameof(Phrases.Liked), about.Content.Rank)] }
            : new Answer(state) { Messages = [new DislikePackage(list.TravellerId, listId, packageId)], Replies = [Say(state, nameof(Phrases.Disliked))] };
    }

    private async Task<Answer> TapAsync(ChatState state, Tap tap, CancellationToken ct)
    {
        if (await OwnListAsync(state, tap.ListId, ct) is not { } list || tap.Rank < 1 || tap.Rank > (tap.Action == ButtonAction.Drop ? list.Relaxations.Count : Math.Max(list.Packages.Count, 1)))
        {
            return new Answer(state) { Replies = [Say(state, nameof(Phrases.OldButton))] };
        }

        state = state with { ListId = list.Id, FocusRank = tap is { Action: ButtonAction.Show, Rank: 1 } ? null : tap.Rank };
        return tap.Action switch
        {
            ButtonAction.Show => new Answer(state with { Shown = SendRecommendationsHandler.Shown }) { Messages = [new SendRecommendations(state.Id, list.Id, tap.Rank)] },
            ButtonAction.Book => About(state, MessageKind.BookingLink, tap.Rank),
            ButtonAction.Contact => About(state, MessageKind.AgencyContact, tap.Rank),
            ButtonAction.Tour => About(state, MessageKind.Tour, tap.Rank),
            ButtonAction.Drop => await ChangeAsync(state, wishes => Relaxing.Without(wishes, list.Relaxations[tap.Rank - 1].Wish), ct),
            ButtonAction.MoreLike => await RefineAsync(state, [Refinement.MoreLikeThis], tap.Rank, ct),
            _ => About(state, MessageKind.TourDetails, tap.Rank),
        };
    }

    private async Task<Answer> ReadAsync(ChatState state, string text, bool first, CancellationToken ct)
    {
        if (Commands.Numbered(text) is var (kind, number))
        {
            return await AboutAsync(state, kind, number, ct);
        }

        if (FreshStart.Find(text) is { } fresh && (fresh.Outright || commands.Read(fresh.Rest, state.Language, Today).Wishes.Places.Count > 0))
        {
            return await StartOverAsync(InLanguageOf(text), fresh.Rest, ct);
        }

        if (!first && await TalkAsync(InLanguageOf(text), text, ct) is { } talk)
        {
            return talk;
        }

        if (Commands.IsAboutOtherThings(text))
        {
            state = InLanguageOf(text);
            return new Answer(state) { Replies = [Say(state, nameof(Phrases.OtherThings))] };
        }

        var reading = await reader.ReadAsync(text, state.Language, Today, ct);
        if (!state.LanguageChosen && reading.Intent != Intent.ChooseLanguage)
        {
            state = state with { Language = first ? reading.Language : ChatLanguage.After(state.Language, reading, text) };
        }

        switch (reading.Intent)
        {
            case Intent.ChooseLanguage:
                state = state with { Language = ChatLanguage.Chosen(text, state.Language), LanguageChosen = true };
                return new Answer(state) { Replies = [Say(state, nameof(Phrases.LanguageChanged))] };
            case Intent.Help:
                return new Answer(state) { Replies = [Say(state, nameof(Phrases.Help))] };
            case Intent.Stop:
                return await StopAsync(state, text, ct);
            case Intent.DeleteData:
                return AskWhetherToErase(state);
            case Intent.Thanks:
                return new Answer(state) { Replies = [Say(state, nameof(Phrases.Thanks))] };
            case Intent.Greeting when !WishUpdate.SaysAnything(reading):
                return new Answer(state) { Replies = [Say(state, nameof(Phrases.Welcome))] };
            case Intent.More:
                return await MoreAsync(state, ct);
            case Intent.Book:
                return await AboutAsync(state, MessageKind.BookingLink, reading.Ordinal, ct);
            case Intent.Human:
                return await AboutAsync(state, MessageKind.AgencyContact, reading.Ordinal ?? state.FocusRank ?? 1, ct);
            case Intent.Accommodation when (reading.Ordinal ?? state.FocusRank) is { } asked && reading.Extractions.All(extraction => extraction.Slot is ConceptSlots.Stay or "ordinal"):
                return await StayAsync(state, asked, ct);
            case Intent.Accommodation when !WishUpdate.SaysAnything(reading):
                return await StayAsync(state, null, ct);
            case Intent.Details when !WishUpdate.SaysAnything(reading):
                return await AboutAsync(state, MessageKind.TourDetails, reading.Ordinal, ct);
        }

        var answer = reading switch
        {
            { Refinements.Count: > 0 } => await RefineAsync(state, reading.Refinements, reading.Ordinal ?? state.FocusRank, ct, reading, text),
            _ when WishUpdate.SaysAnything(reading) => await ChangeAsync(state, wishes => Said(wishes, state, reading, text), ct),
            { Ordinal: { } ordinal } => await AboutAsync(state, MessageKind.Tour, ordinal, ct),
            { NoSuchDays.Count: > 0 } => new Answer(state),
            _ => new Answer(state) { Replies = [Say(state, first ? nameof(Phrases.Welcome) : nameof(Phrases.Unknown))] },
        };
        return reading.NoSuchDays.Count == 0 ? answer : answer with { Replies = [.. answer.Replies, NoSuch(answer.State, reading.NoSuchDays)] };

        ChatState InLanguageOf(string said) => state with { Language = state.LanguageChosen ? state.Language : commands.LanguageOf(said, state.Language) };
    }

    /// <summary>A new trip, whose first wishes are what the message says besides.</summary>
    private async Task<Answer> StartOverAsync(ChatState state, string wish, CancellationToken ct)
    {
        var travellerId = state.TravellerId!.Value;
        await using (var session = store.QuerySession())
        {
            var traveller = await session.LoadAsync<Traveller>(travellerId, ct);
            await trips.StartAsync(travellerId, state.Language, traveller?.Currency ?? "VND", ct);
        }

        state = state with { ListId = null, FocusRank = null, Shown = 0 };
        return wish.Any(char.IsLetterOrDigit) ? await ReadAsync(state, wish, false, ct) : new Answer(state) { Replies = [Say(state, nameof(Phrases.NewTrip))] };
    }

    /// <summary>The answer to words that speak of what was shown and hold no wish; null for any other.</summary>
    private async Task<Answer?> TalkAsync(ChatState state, string text, CancellationToken ct)
    {
        if (SmallTalk.Books(text))
        {
            return await AboutAsync(state, MessageKind.BookingLink, null, ct);
        }

        if (SmallTalk.CancelsBooking(text) || SmallTalk.AsksAboutTour(text))
        {
            var said = Say(state, SmallTalk.CancelsBooking(text) ? nameof(Phrases.CancelBooking) : nameof(Phrases.AgencyKnows));
            if ((commands.Read(text, state.Language, Today).Ordinal ?? state.FocusRank) is not { } rank || await OwnListAsync(state, state.ListId, ct) is null)
            {
                return new Answer(state) { Replies = [said] };
            }

            var contact = await AboutAsync(state, MessageKind.AgencyContact, rank, ct);
            return contact with { Replies = [said, .. contact.Replies] };
        }

        if (SmallTalk.TurnsDown(text) && state.FocusRank is { } turned && await OwnListAsync(state, state.ListId, ct) is { } list && list.Packages.ElementAtOrDefault(turned - 1) is { } package)
        {
            return new Answer(state) { Messages = [new DislikePackage(list.TravellerId, list.Id, package.PackageId)], Replies = [Say(state, nameof(Phrases.Disliked))] };
        }

        return SmallTalk.Declines(text) ? new Answer(state) { Replies = [Say(state, nameof(Phrases.NotThat))] }
            : SmallTalk.Agrees(text) ? new Answer(state) { Replies = [Say(state, nameof(Phrases.AllRight))] }
            : null;
    }

    private async Task<Answer> RefineAsync(ChatState state, IReadOnlyList<Refinement> refinements, int? rank, CancellationToken ct, WishReading? reading = null, string text = "")
    {
        if (await OwnListAsync(state, state.ListId, ct) is not { } list)
        {
            return new Answer(state) { Replies = [Say(state, nameof(Phrases.NoListYet))] };
        }

        var cards = list.Packages.Take(SendRecommendationsHandler.Cards).ToList();
        var shownIds = (cards.Intersect(list.Fitting).ToList() is { Count: > 0 } fits ? fits : cards).Select(ranked => ranked.PackageId).ToList();
        var fittingIds = list.Fitting.Select(ranked => ranked.PackageId).ToList();
        var chosenId = rank is { } r && r >= 1 && r <= list.Packages.Count ? list.Packages[r - 1].PackageId : null;
        var packages = await catalog.PackagesAsync([.. shownIds, .. fittingIds, .. chosenId is null ? [] : new[] { chosenId }], ct);
        var shown = shownIds.Select(packages.GetValueOrDefault).OfType<TourPackage>().ToList();
        var chosen = chosenId is null ? null : packages.GetValueOrDefault(chosenId);
        IReadOnlyList<TourPackage> compared = chosen is null ? shown : [chosen];
        var said = reading is not null && WishUpdate.SaysAnything(reading) ? reading : null;
        if (said is null && refinements.All(refinement => refinement != Refinement.Nearer && WishChanges.Refine(new Wishes { Currency = list.Currency }, refinement, compared, catalog.Gazetteer, catalog.Rates) is null))
        {
            return new Answer(state) { Replies = [Say(state, nameof(Phrases.NoPriceToCompare))] };
        }

        // What is said besides, or like what, decides anew what fits.
        List<TourPackage> fitting = said is null && !refinements.Contains(Refinement.MoreLikeThis) ? [.. fittingIds.Select(packages.GetValueOrDefault).OfType<TourPackage>()] : [];
        if (refinements is [Refinement.Cheaper] && fitting.Count > 0 && await WishesAsync(list, ct) is { } asked && Refined(asked, Refinement.Cheaper) is null)
        {
            return new Answer(state) { Replies = [Say(state, nameof(Phrases.CheapestFit))] };
        }

        var nearTo = refinements.Contains(Refinement.Nearer) && said is not { Wishes.Places.Count: > 0 } ? NearTo.Find(text) : null;
        var nearerHow = nearTo is not null || said is not null && (said.Wishes.Places.Count > 0 || said.Wishes.Start is not null);
        if (refinements.All(refinement => refinement == Refinement.Nearer) && !nearerHow && !await HasStartAsync(state, ct))
        {
            return new Answer(state) { Replies = [Say(state, nameof(Phrases.NearWhat))] };
        }

        var missing = false;
        var beside = new Comparison(refinements.Min(), chosen?.Id); // The plainest first: "like this but cheaper" is above all cheaper.
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
        return missing && answer.Messages.Count == 0 && refinements.Contains(Refinement.Nearer) ? new Answer(answer.State) { Replies = [Say(answer.State, nameof(Phrases.NearWhat))] } : answer;

        // What no rule knows by name still counts as words.
        Wishes Near(Wishes wishes, string near) => commands.Read(near, state.Language, Today).Wishes.Accommodation.Concepts is { Count: > 0 } known
            ? wishes with { Accommodation = wishes.Accommodation.Union(new ConceptWishes(known, [])) }
            : wishes with { Accommodation = wishes.Accommodation.Union(new ConceptWishes([], [near])) };

        Wishes? Refined(Wishes wishes, Refinement refinement) => WishChanges.Refine(wishes, refinement, compared, catalog.Gazetteer, catalog.Rates, fitting);
    }

    /// <summary>What a list was made for; null if its trip is gone.</summary>
    private async Task<Wishes?> WishesAsync(RecommendationList list, CancellationToken ct) =>
        await trips.FindAsync(list.TripId, list.TravellerId, list.TripVersion, ct) is { } trip ? await trips.WishesAsync(trip, ct) : null;

    private static Wishes Said(Wishes now, ChatState state, WishReading reading, string text) => WishUpdate.Apply(now, reading, text) with { Language = state.Language };

    /// <summary>Changes the trip, ranks again and sends what came of it.</summary>
    private async Task<Answer> ChangeAsync(ChatState state, Func<Wishes, Wishes> change, CancellationToken ct, Comparison? beside = null)
    {
        var travellerId = state.TravellerId!.Value;
        var tripId = await CurrentTripAsync(travellerId, state.Language, ct);
        var outcome = await trips.ChangeAsync(tripId, travellerId, null, change, ct);
        if (outcome is SaveOutcome.NotFound or SaveOutcome.Conflict || await trips.FindAsync(tripId, travellerId, ct) is not { } trip)
        {
            return new Answer(state) { Replies = [Say(state, nameof(Phrases.Trouble))] };
        }

        // The trip may hold the wish already because this message was handled before, up to a crash, or because the page was told the same.
        var present = outcome == SaveOutcome.Unchanged && trip.LatestListId is { } latest && await recommender.FindAsync(latest, travellerId, ct) is { } list
            && (beside?.PackageId is null || list.Beside == beside) && !await trips.ChangedSinceAsync(tripId, list.TripVersion, ct) ? list : null;
        if (present is not null && present.Id == state.ListId)
        {
            return new Answer(state) { Replies = [Say(state, nameof(Phrases.NothingChanged))] };
        }

        var listId = (present ?? await recommender.RecommendAsync(trip, beside, ct)).Id;
        state = state with { ListId = listId, FocusRank = null, Shown = SendRecommendationsHandler.Shown };
        return new Answer(state)
        {
            Replies = [new OutboundContent(MessageKind.Wishes, state.Language) { ListId = listId }],
            Messages = [new SendRecommendations(state.Id, listId)],
        };
    }

    private async Task<bool> HasStartAsync(ChatState state, CancellationToken ct) =>
        await trips.FindAsync(await CurrentTripAsync(state.TravellerId!.Value, state.Language, ct), state.TravellerId.Value, ct) is { Start: not null };

    private async Task<Guid> CurrentTripAsync(Guid travellerId, string language, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var traveller = await session.LoadAsync<Traveller>(travellerId, ct);
        return traveller?.CurrentTripId ?? await trips.StartAsync(travellerId, language, traveller?.Currency ?? "VND", ct);
    }

    private async Task<Answer> MoreAsync(ChatState state, CancellationToken ct)
    {
        if (await OwnListAsync(state, state.ListId, ct) is not { } list)
        {
            return new Answer(state) { Replies = [Say(state, nameof(Phrases.NoListYet))] };
        }

        if (state.Shown >= list.Packages.Count)
        {
            return new Answer(state) { Replies = [Say(state, nameof(Phrases.NoMore))] };
        }

        var page = SendRecommendationsHandler.Shown - SendRecommendationsHandler.Cards;
        return new Answer(state with { Shown = state.Shown + page })
        {
            Replies = [new OutboundContent(MessageKind.TourList, state.Language) { ListId = list.Id, Rank = state.Shown + 1 }],
        };
    }

    private async Task<Answer> AboutAsync(ChatState state, MessageKind kind, int? ordinal, CancellationToken ct)
    {
        if (await OwnListAsync(state, state.ListId, ct) is not { } list || list.Packages.Count == 0)
        {
            return new Answer(state) { Replies = [Say(state, nameof(Phrases.NoListYet))] };
        }

        var rank = ordinal ?? state.FocusRank ?? (list.Packages.Count == 1 ? 1 : null);
        if (rank is null)
        {
            return new Answer(state) { Replies = [Say(state, nameof(Phrases.WhichTour))] };
        }

        rank = rank == WishReading.LastOfList ? Math.Min(list.Packages.Count, Math.Max(state.Shown, 1)) : rank;
        return rank < 1 || rank > list.Packages.Count
            ? new Answer(state) { Replies = [Say(state, nameof(Phrases.NoSuchTour), list.Packages.Count)] }
            : About(state with { FocusRank = rank }, kind, rank.Value);
    }

    /// <summary>Places to stay are not searched for: what the tour says of its own, and its agency, is all there is.</summary>
    private async Task<Answer> StayAsync(ChatState state, int? ordinal, CancellationToken ct)
    {
        if (await OwnListAsync(state, state.ListId, ct) is not { Packages.Count: > 0 } list)
        {
            return new Answer(state) { Replies = [Say(state, nameof(Phrases.NoStaySearchYet))] };
        }

        if ((ordinal ?? (list.Packages.Count == 1 ? 1 : null)) is not { } rank)
        {
            return new Answer(state) { Replies = [Say(state, nameof(Phrases.NoStaySearchWhich))] };
        }

        var about = await AboutAsync(state, MessageKind.TourStay, rank, ct);
        return about.Replies is [{ Kind: MessageKind.TourStay }] ? about with { Replies = [Say(state, nameof(Phrases.NoStaySearch)), .. about.Replies] } : about;
    }

    private static Answer About(ChatState state, MessageKind kind, int rank) =>
        new(state) { Replies = [new OutboundContent(kind, state.Language) { ListId = state.ListId, Rank = rank }] };

    /// <summary>A list of a traveller of this person; null for anybody else's.</summary>
    private async Task<RecommendationList?> OwnListAsync(ChatState state, Guid? listId, CancellationToken ct)
    {
        if (listId is null)
        {
            return null;
        }

        await using var session = store.QuerySession();
        if (await session.LoadAsync<RecommendationList>(listId.Value, ct) is not { } list)
        {
            return null;
        }

        return list.TravellerId == state.TravellerId || (await session.LoadAsync<Traveller>(list.TravellerId, ct))?.PersonId == state.Id ? list : null;
    }

    private static OutboundContent NoSuch(ChatState state, IReadOnlyList<NoSuchDay> days) =>
        new(MessageKind.Phrase, state.Language) { Phrase = nameof(Phrases.NoSuchDay), Arguments = [NoSuchDay.In(days, state.Language)] };

    internal static OutboundContent Say(ChatState state, string phrase, params int[] arguments) =>
        new(MessageKind.Phrase, state.Language) { Phrase = phrase, Arguments = [.. arguments.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))] };
}
