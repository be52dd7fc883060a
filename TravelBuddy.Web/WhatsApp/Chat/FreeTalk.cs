using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What a person wrote in their own words: a wish, a change, a question about what was shown, or talk.</summary>
public sealed class FreeTalk(IWishReader commands, IFreeTextReader reader, ShownTours shown, ShownTalk shownTalk, StayTalk stays, TripTalk trip, Consent consent, ChatPatience patience, TimeProvider time)
{
    /// <summary>So long a model may take to find more wishes than the rules did; a search for places to stay, or small talk, still comes after it.</summary>
    private static readonly TimeSpan ForReading = TimeSpan.FromSeconds(1.5);

    /// <param name="state">The conversation so far.</param>
    /// <param name="message">The message, whose <see cref="InboundMessage.Text"/> is not empty.</param>
    /// <param name="first">Whether nothing was said before.</param>
    /// <param name="quoted">Whether it answers a card of a tour, which is the tour spoken of then.</param>
    /// <param name="ct">Cancels the wait for database and model.</param>
    public async Task<Answer> AnswerAsync(ChatState state, InboundMessage message, bool first, bool quoted, CancellationToken ct)
    {
        var text = Asides.Without(message.Text!, sentence => commands.Read(sentence, state.Language, Today));
        var answer = await AnswerAsync(state, text, message, first, quoted, ct);
        // "Hello! Can I get more info on this?" is all that most people write from an advertisement: it says what they saw.
        return answer.Tours is null && message.Advertisement is { } seen && answer.Replies is [{ Phrase: { } said }] && (said is nameof(Phrases.Welcome) or nameof(Phrases.NoListYet) or nameof(Phrases.Help) || NotUnderstood.Wordings.Contains(said))
            && WishUpdate.SaysAnything(commands.Read(seen, state.Language, Today))
            ? await AnswerAsync(answer.State with { LanguageChosen = true }, seen, message, false, false, ct) is var told ? told with { State = told.State with { LanguageChosen = state.LanguageChosen } } : answer
            : answer;
    }

    private DateOnly Today => time.TodayInVietNam();

    private async Task<Answer> AnswerAsync(ChatState state, string text, InboundMessage message, bool first, bool quoted, CancellationToken ct)
    {
        if (Commands.Numbered(text) is var (kind, number))
        {
            return await stays.NumberedAsync(state, text, number, ct, kind is MessageKind.BookingLink or MessageKind.AgencyContact) ?? (kind == MessageKind.TourPrice ? await shown.PriceAsync(state, number, null, ct) : await shown.AboutAsync(state, kind, number, ct));
        }

        if (ChatLanguage.Asked(text, state.Language) is var (language, more))
        {
            var chosen = await ChoosingAsync(state, text, language, first, ct);
            return WishUpdate.SaysAnything(commands.Read(more, language, Today)) ? await AnswerAsync(chosen.State, more, message, first, false, ct) : chosen;
        }

        if (FreshStart.Find(text) is { } fresh && (fresh.Outright || commands.Read(fresh.Rest, state.Language, Today).Wishes.Places.Count > 0))
        {
            var rest = fresh.Rest;
            while (FreshStart.Find(rest) is { Outright: true } again)
            {
                rest = again.Rest; // Said twice, it begins one trip.
            }

            var begun = await trip.StartOverAsync(InLanguageOf(text), ct);
            return rest.Any(char.IsLetterOrDigit) ? await AnswerAsync(begun, rest, message, false, false, ct) : Answer.Saying(begun, nameof(Phrases.NewTrip));
        }

        if (Comparing.Find(text) is { } ranks && (await ComparedAtAsync(InLanguageOf(text), text, ranks, ct) ?? (state.ListId is null ? null : await shown.CompareAsync(InLanguageOf(text), ranks, ct))) is { } compared)
        {
            return compared;
        }

        if (OtherThings.PhraseFor(text) is { } where)
        {
            return await shownTalk.OfOtherThingsAsync(InLanguageOf(text), text, where, ct);
        }

        if (Courtesies.Find(text) == Courtesy.Robot)
        {
            return ShownTalk.OfUs(InLanguageOf(text));
        }

        if (SmallTalk.AsksForAmusement(text))
        {
            return NotUnderstood.Of(InLanguageOf(text));
        }

        if (GivenUp.Find(text) is { } given)
        {
            return await stays.LetGoAsync(InLanguageOf(text), given, text, ct) ?? await LetGoAsync(InLanguageOf(text), given, ct);
        }

        if (NotSure.Is(text))
        {
            return NotSure.Of(InLanguageOf(text));
        }

        if (state.StaySearchId is not null && StayTalk.AsksToBook(text) && commands.Read(text, state.Language, Today) is var asked && !WishUpdate.SaysAnything(asked)
            && await stays.BookedAsync(InLanguageOf(text), text, TourQuestions.Rank(text, asked), ct) is { } booked)
        {
            return booked;
        }

        if (!first && await shownTalk.AnswerAsync(InLanguageOf(text), text, ct) is { } talk)
        {
            return talk;
        }

        var reading = await reader.ReadAsync(text, state.Language, Today, state.Id, patience.AtMost(ForReading), ct);
        if (state.AskedWhereToSleep)
        {
            state = state with { AskedWhereToSleep = false };
            reading = StayTalk.IsPlaceToSleep(reading) ? reading with { Intent = Intent.Accommodation } : reading;
        }

        if (reading.Wishes.Budget is { Max: not null })
        {
            // Who names an amount need not be told apart from the price of a tour that was shown: "too dear, under 3 million please".
            reading = reading with { Refinements = [.. reading.Refinements.Except([Refinement.Cheaper, Refinement.Dearer])] };
        }

        if (!state.LanguageChosen && reading.Intent != Intent.ChooseLanguage)
        {
            state = state with { Language = first ? reading.Language : ChatLanguage.After(state.Language, reading, text) };
        }

        if (StayTalk.AsksForMore(text) && await stays.MoreAsync(state, text, ct) is { } others)
        {
            return others;
        }

        if (reading.Intent is Intent.Search or Intent.Refine or Intent.Details or Intent.Unknown && await stays.GoOnAsync(state, reading, text, ct) is { } house)
        {
            return house;
        }

        if (reading.Wishes.Places.Count == 0 && reading.Intent is Intent.Search or Intent.Unknown or Intent.Refine && NearMe.IsAsked(text))
        {
            if (WishUpdate.SaysAnything(reading))
            {
                await trip.NoteAsync(state, wishes => trip.Said(wishes, state, reading, text), ct);
            }

            return Answer.Saying(state, nameof(Phrases.WhereAreYou));
        }

        if (await IntentAsync(state, reading, text, message, first, ct) is { } meant)
        {
            return meant;
        }

        var answer = reading switch
        {
            { Refinements.Count: > 0 } when state.ListId is not null || !WishUpdate.SaysAnything(reading) => await trip.RefineAsync(state, reading.Refinements, reading.Ordinal ?? state.FocusRank, ct, reading, text),
            _ when WishUpdate.SaysAnything(reading) => await trip.WishAsync(state, wishes => trip.Said(wishes, state, reading, text), ct),
            { Ordinal: { } ordinal } => await shown.AboutAsync(state, MessageKind.TourDetails, ordinal, ct),
            { NoSuchDays.Count: > 0 } => new Answer(state),
            _ when quoted && Courtesies.Find(text) is null => await shown.AboutAsync(state, MessageKind.TourDetails, null, ct),
            _ when first && Courtesies.Find(text) is null => Answer.Saying(state, nameof(Phrases.Welcome)),
            _ when Respelt.Of(text) is { } right => await AnswerAsync(state, right, message, first, quoted, ct),
            _ => await shownTalk.OtherwiseAsync(state, text, ct),
        };
        return reading.NoSuchDays.Count == 0 ? answer : answer with { Replies = [.. answer.Replies, NoSuch(answer.State, reading.NoSuchDays)] };

        ChatState InLanguageOf(string said) => state with { Language = state.LanguageChosen ? state.Language : commands.LanguageOf(said, state.Language) };
    }

    /// <summary>"Which is better, Sa Pa for 2 days or Phú Quốc for 4?": the best tour of each place side by side, looked for anew unless the tours shown are at both; null where no two places are named.</summary>
    private async Task<Answer?> ComparedAtAsync(ChatState state, string text, IReadOnlyList<int> ranks, CancellationToken ct)
    {
        var reading = commands.Read(text, state.Language, Today);
        if (reading.Wishes.Places.Select(place => place.PlaceId).OfType<string>().Distinct().ToList() is not [var one, var other] || ranks.Count > 0 && reading.Wishes.Durations.Count == 0)
        {
            return null;
        }

        if (reading.Wishes.Durations.Count == 0 && await shown.CompareAtAsync(state, one, other, amongShown: true, ct) is { } there)
        {
            return new Answer(state with { FocusRank = null }) { Replies = [there] };
        }

        var answer = await trip.ChangeAsync(state, wishes => trip.Said(wishes, state, reading, text) with { Places = reading.Wishes.Places }, ct);
        return await shown.CompareAtAsync(answer.State, one, other, amongShown: false, ct) is { } beside ? answer with { Replies = [.. answer.Replies.Where(reply => reply.Kind != MessageKind.Phrase), beside] } : answer;
    }

    /// <summary>The answer to what is asked for outright; null where wishes decide.</summary>
    private async Task<Answer?> IntentAsync(ChatState state, WishReading reading, string text, InboundMessage message, bool first, CancellationToken ct)
    {
        switch (reading.Intent)
        {
            case Intent.ChooseLanguage:
                return await ChoosingAsync(state, text, ChatLanguage.Chosen(text, state.Language), first, ct);
            case Intent.Help:
                return Answer.Saying(state, nameof(Phrases.Help));
            case Intent.Stop:
                return await consent.StopAsync(state, message, ct);
            case Intent.DeleteData:
                return consent.AskWhetherToErase(state);
            case Intent.Thanks:
                return Rating.Asking(state);
            case Intent.Greeting when !WishUpdate.SaysAnything(reading):
                return Answer.Saying(state, nameof(Phrases.Welcome));
            case Intent.More:
                return await stays.MoreAsync(state, text, ct) ?? await shown.MoreAsync(state, ct);
            case Intent.Book when !WishUpdate.SaysAnything(reading) && await stays.BookedAsync(state, text, reading.Ordinal, ct) is { } house:
                return house;
            case Intent.Book when state.ListId is not null || !WishUpdate.SaysAnything(reading):
                return await shown.AboutAsync(state, MessageKind.BookingLink, reading.Ordinal, ct);
            case Intent.Human:
                return await shown.PersonAsync(state, reading.Ordinal, ct);
            case Intent.Accommodation:
                return await stays.AnswerAsync(state, text, reading.Ordinal, ct);
            case Intent.Details when !WishUpdate.SaysAnything(reading):
                return await shown.AboutAsync(state, MessageKind.TourDetails, reading.Ordinal, ct);
            default:
                return null;
        }
    }

    /// <summary>The chat in a language that was asked for outright, and that it is: by a greeting in it where nothing was said before.</summary>
    private async Task<Answer> ChoosingAsync(ChatState state, string text, string language, bool first, CancellationToken ct)
    {
        var (chosen, changes) = (state with { Language = language, LanguageChosen = true }, language != state.Language);
        return await shown.OwnListAsync(chosen, chosen.ListId, ct) is { } list && changes ? new Answer(chosen)
        {
            Replies = [Answer.Phrase(chosen, nameof(Phrases.LanguageChanged)), new OutboundContent(MessageKind.Wishes, language) { ListId = list.Id, Rank = chosen.Rounds }],
            Tours = new TourSet(list.Id, Cards: SendRecommendationsHandler.CardsOfChange),
        }
            : Answer.Saying(chosen, ChatLanguage.AsksWhether(text) ? nameof(Phrases.SpeaksIt) : first ? nameof(Phrases.Welcome) : nameof(Phrases.LanguageChanged));
    }

    /// <summary>Tours without what was let go of, and with what was wished in the same breath.</summary>
    /// <summary>The wishes without those let go of, and with what else is said: "the budget doesn't matter, up to 5 million" names one.</summary>
    private async Task<Answer> LetGoAsync(ChatState state, GivenUp given, CancellationToken ct)
    {
        var reading = await reader.ReadAsync(given.Rest, state.Language, Today, state.Id, patience.AtMost(ForReading), ct);
        var anyLength = given.Wishes.Contains(Relaxing.Durations) && reading.Wishes.Durations.Count == 0;
        return await trip.ChangeAsync(state with { AnyLength = state.AnyLength || anyLength }, wishes => WishUpdate.SaysAnything(reading) ? trip.Said(given.From(wishes), state, reading, given.Rest) : given.From(wishes), ct);
    }

    private static OutboundContent NoSuch(ChatState state, IReadOnlyList<NoSuchDay> days) =>
        new(MessageKind.Phrase, state.Language) { Phrase = nameof(Phrases.NoSuchDay), Arguments = [NoSuchDay.In(days, state.Language)] };
}
