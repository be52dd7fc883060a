using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>
/// The conversation: what a person wrote, tapped or sent becomes a joined traveller, a changed trip, new tours, a booking link, or a kind short answer.
/// Order of meaning: reaction, code, what is allowed (stop, start, delete), then taps and everything else.
/// </summary>
public sealed class Conversation(IWishReader commands, Joining joining, Consent consent, StoppedTalk stopped, Reactions reactions, ShownTours shown, TripTalk trip, FreeTalk talk, StayTalk stays, WordedReasons worded, Arrivals arrivals, KeyedHash keyedHash, TimeProvider time)
{
    public async Task<Answer> AnswerAsync(InboundMessage message, Person person, Traveller traveller, ChatState? known, CancellationToken ct)
    {
        var state = Heard(known ?? new ChatState { Id = person.Id, Language = person.Language, IsLanguageGuessed = true }, message, isNew: known is null);
        state = message is { ReplyId: null, Text: { } words } ? Addressed(state, words) : state;
        state = state with { LastWroteAt = state.LastWroteAt > message.At ? state.LastWroteAt : message.At, TravellerId = state.TravellerId ?? traveller.Id };
        if (message.Type == "reaction")
        {
            return await reactions.AnswerAsync(state, message, ct);
        }

        var (lastSaid, askedAgain) = (state.LastSaid, state.AskedAgain);
        state = state with { LastSaid = null, AskedAgain = null };
        var tap = message.ReplyId is { } reply ? ButtonIds.Read(reply) : null;
        var code = tap is { Action: ButtonAction.Join, Code: { } payload } ? payload : message.Text is { } typed && message.ReplyId is null ? JoinCodes.FindIn(typed) : null;
        if (code is not null)
        {
            return await joining.AnswerAsync(state with { ErasureAskedAt = null, Asked = null }, person, code, ct);
        }

        // What was written before the question does not answer it, and leaves it open. Meta tells whole seconds.
        var question = state.AskedAt > message.At.AddSeconds(1) ? null : state.Asked;
        state = question is null ? state : state with { Asked = null };

        if (await AllowedAsync(state, message, tap, person, isKnown: known is not null, ct) is { } answer)
        {
            return known?.TravellerId is null ? FirstContact.Introduced(answer) : answer;
        }

        state = state with { ErasureAskedAt = null };
        if (question is not null && message is { ReplyId: null, IsVoice: false, Text: { } word } && YesOrNo.Of(word) is { } yes && await AnsweredAsync(state, question.Value, yes, ct) is { } answered)
        {
            return consent.WithQuestion(answered, person);
        }

        var isFirst = known?.TravellerId is null;
        answer = message switch
        {
            { ReplyId: not null } when tap is null => Answer.Saying(state, nameof(Phrases.OldButton)),
            { ReplyId: not null } => await TapAsync(state, tap!, ct),
            { Text.Length: > 0 } => await SaidAsync(state with { AskedAgain = askedAgain }, message, isFirst, ct),
            _ => await arrivals.AnswerAsync(state, message, ct),
        };
        answer = Repetition.Avoided(answer, lastSaid);
        answer = message is { Type: "image" or "video", Text.Length: > 0 } && answer.Tours is not null ? answer with { Replies = [Answer.Phrase(answer.State, nameof(Phrases.PictureWithWords)), .. answer.Replies] } : answer;
        answer = answer with { State = answer.State with { AskedAgain = answer.AskedAgain } };
        answer = answer.Tours is null && !answer.Replies.Any(reply => reply.Kind is MessageKind.Tour or MessageKind.TourDetails or MessageKind.TourList or MessageKind.TourComparison or MessageKind.TourAnswer or MessageKind.TourPrice or MessageKind.TourPicture or MessageKind.BookingLink or MessageKind.AgencyContact) ? answer
            : answer with { State = answer.State with { StaySearchId = null, StayRank = null } };
        await worded.AskAsync(answer, ct);
        return isFirst ? FirstContact.Introduced(answer) : consent.WithQuestion(answer, person);
    }

    /// <summary>How the writer calls themselves and so is called, by what they wrote last.</summary>
    private static ChatState Addressed(ChatState state, string words) =>
        Elders.IsOther(words) ? state with { IsElder = false, Kin = null, IsChild = false }
        : state with
        {
            IsElder = state.IsElder || Elders.Writes(words),
            Kin = Elders.KinOf(words) ?? (Elders.IsPlain(words) && state.Kin != Kin.CoChu ? null : state.Kin) ?? (Elders.CallsUsChild(words) is null ? null : (Kin?)Kin.CoChu),
            IsChild = Elders.CallsUsChild(words) ?? state.IsChild,
        };

    /// <summary>A bare yes or no to what was asked last; null where it can answer nothing any more.</summary>
    private async Task<Answer?> AnsweredAsync(ChatState state, OpenQuestion question, bool yes, CancellationToken ct) =>
        question == OpenQuestion.Consent ? await consent.AnswerAsync(state, yes, ct, inWords: true)
        : await shown.OwnListAsync(state, state.RatingAskedOf, ct) is { } list ? Rating.Taking(state, list, yes)
        : null;

    /// <summary>The chat in the language of a message, as long as that was only guessed. A greeting is answered in its language and decides nothing: everybody says hello, and STOP.</summary>
    private ChatState Heard(ChatState state, InboundMessage message, bool isNew)
    {
        if (!state.IsLanguageGuessed || state.LanguageChosen || message.ReplyId is not null || message.Text is not { Length: > 0 } text)
        {
            return state;
        }

        var language = commands.LanguageOf(text, state.Language);
        var intent = commands.Read(text, language, time.TodayInVietNam()).Intent;
        var isOfBoth = intent == Intent.Stop || Commands.IsStop(text) || Commands.IsStart(text);
        var tells = !isOfBoth && intent is not (Intent.Greeting or Intent.Thanks or Intent.Help) && commands.LanguageOf(text, "en") == commands.LanguageOf(text, "vi");
        return isOfBoth && !isNew ? state : state with { Language = language, IsLanguageGuessed = !tells };
    }

    /// <summary>Words and taps about what the person allows, and the little that who stopped is answered; null where the conversation goes on.</summary>
    private async Task<Answer?> AllowedAsync(ChatState state, InboundMessage message, Tap? tap, Person person, bool isKnown, CancellationToken ct)
    {
        var asked = consent.IsErasureAsked(state);
        state = state with { ErasureAskedAt = null };
        if (tap?.Action is ButtonAction.NotMe or ButtonAction.Stop)
        {
            return await consent.StopAsync(state, message, ct);
        }

        // What a machine heard ends messages; it agrees to nothing and deletes nothing.
        var heard = message.ReplyId is null ? message.Text ?? "" : "";
        var text = message.IsVoice ? "" : heard;
        if (tap?.Action == ButtonAction.Erase || asked && Commands.IsDelete(text))
        {
            return asked ? Answer.Saying(state, nameof(Phrases.Erased)) with { Erases = true } : consent.AskWhetherToErase(state);
        }

        if (asked && Erasure.Keeps(text))
        {
            return Answer.Saying(state, nameof(Phrases.Kept));
        }

        if (Commands.IsStop(heard) || state is { ListId: null, ConsentAskedAt: null, RatingAskedOf: null } && Commands.EndsSomething(text))
        {
            return await consent.StopAsync(state, message, ct);
        }

        if (asked && (Commands.IsYes(text) || Erasure.Hesitates(text)))
        {
            return consent.NotErasedYet(state);
        }

        var startsOver = !person.Stopped && isKnown && FreshStart.Find(text) is { Outright: true };
        if (!startsOver && text.Length > 0 && (Commands.IsStart(text) || person.Stopped && Commands.AsksBack(text)))
        {
            return await consent.StartAsync(state, person, message, ct);
        }

        if (!person.Stopped)
        {
            return Commands.MayBeStop(text) ? Answer.Saying(state, nameof(Phrases.StopOrNot)) : null;
        }

        return text.Length > 0 && commands.Read(text, state.Language, time.TodayInVietNam()).Intent == Intent.DeleteData
            ? consent.AskWhetherToErase(state with { Language = commands.LanguageOf(text, state.Language) })
            : await stopped.AnswerAsync(await FocusedAsync(state, message, ct), message, tap, ct);
    }

    private async Task<Answer> SaidAsync(ChatState state, InboundMessage message, bool first, CancellationToken ct)
    {
        var focused = await FocusedAsync(state, message, ct);
        return await talk.AnswerAsync(focused, message, first, quoted: !ReferenceEquals(focused, state), ct);
    }

    /// <summary>The chat with the tour in mind that the message replies to; as it was where it quotes none.</summary>
    private async Task<ChatState> FocusedAsync(ChatState state, InboundMessage message, CancellationToken ct) =>
        message.ContextId is { } quoted && message.ReplyId is null ? await shown.FocusOnAsync(state, await keyedHash.OfAsync("message", quoted, ct), ct) : state;

    private async Task<Answer> TapAsync(ChatState state, Tap tap, CancellationToken ct)
    {
        switch (tap.Action)
        {
            case ButtonAction.Agree or ButtonAction.Decline:
                return await consent.AnswerAsync(state, tap.Action == ButtonAction.Agree, ct);
            case ButtonAction.GoOn:
                return Answer.Saying(state, nameof(Phrases.NotThat));
        }

        if (tap.Action == ButtonAction.Stay)
        {
            return await stays.OneAsync(state, tap.ListId, tap.Rank, ct) ?? Answer.Saying(state, nameof(Phrases.OldButton));
        }

        if (await shown.OwnListAsync(state, tap.ListId, ct) is not { } list)
        {
            return Answer.Saying(state, nameof(Phrases.OldButton));
        }

        if (tap.Action == ButtonAction.Cheaper)
        {
            return await trip.CheaperWithoutAsync(state, list, tap.Wish, tap.Rank, ct);
        }

        if (tap.Rank < 1 || tap.Rank > (tap.Action == ButtonAction.Drop ? list.Relaxations.Count : Math.Max(list.Packages.Count, 1)))
        {
            return Answer.Saying(state, nameof(Phrases.OldButton));
        }

        if (tap.Action is ButtonAction.Good or ButtonAction.Bad)
        {
            return Rating.Taking(state, list, tap.Action == ButtonAction.Good);
        }

        state = state.Showing(list) with { FocusRank = tap is { Action: ButtonAction.Show, Rank: 1 } ? null : tap.Rank };
        return tap.Action switch
        {
            ButtonAction.Show => new Answer(state with { Shown = SendRecommendationsHandler.Shown }) { Tours = new TourSet(list.Id, tap.Rank) },
            ButtonAction.Book => ShownTours.About(state, MessageKind.BookingLink, tap.Rank),
            ButtonAction.Contact => ShownTours.About(state, MessageKind.AgencyContact, tap.Rank),
            ButtonAction.Tour => ShownTours.About(state, MessageKind.Tour, tap.Rank),
            ButtonAction.Stays => await stays.NearAsync(state, list, tap.Rank, ct),
            ButtonAction.Drop => await trip.DropAsync(state, list, tap.Rank, ct),
            ButtonAction.MoreLike => await trip.RefineAsync(state, [Refinement.MoreLikeThis], tap.Rank, ct),
            _ => ShownTours.About(state, MessageKind.TourDetails, tap.Rank),
        };
    }
}
