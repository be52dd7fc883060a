using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What somebody who said STOP and asks for something all the same is answered: the booking page, the phone or the tour they ask for, and else once how to begin again. Nothing comes unasked.</summary>
public sealed class StoppedTalk(ShownTours shown, StayTalk stays, OutboxStore outbox)
{
    public async Task<Answer> AnswerAsync(ChatState state, InboundMessage message, Tap? tap, CancellationToken ct)
    {
        // Phrases alone ("which tour?") would come as often as somebody writes.
        if (await AskedAsync(state, message, tap, ct) is { Replies.Count: > 0 } asked && asked.Replies.All(reply => reply.Kind != MessageKind.Phrase))
        {
            return asked with { Replies = [.. asked.Replies.Select(reply => reply with { IsOwnRequest = true })] };
        }

        var speaks = message is { ReplyId: not null } or { Text.Length: > 0 };
        return speaks && !await IsToldAsync(state, message, ct) ? Answer.Saying(state with { ToldHowToStart = true }, nameof(Phrases.StillStopped)) : new Answer(state);
    }

    /// <summary>Whether they know how to begin again, or hear it in its turn: what was written before the STOP is answered with silence, and words that failed told nobody.</summary>
    private async Task<bool> IsToldAsync(ChatState state, InboundMessage message, CancellationToken ct) =>
        state is { ToldHowToStart: true, ConsentAt: { } stopped } && (message.At <= stopped || await outbox.SaysAsync(state.Id, stopped, [nameof(Phrases.Stopped), nameof(Phrases.StillStopped)], ct));

    /// <summary>What a tap or a command asks for of a tour that was shown; null for anything else.</summary>
    private async Task<Answer?> AskedAsync(ChatState state, InboundMessage message, Tap? tap, CancellationToken ct)
    {
        if (tap?.Action == ButtonAction.Stay)
        {
            return await stays.OneAsync(state, tap.ListId, tap.Rank, ct);
        }

        if (message.ReplyId is not null)
        {
            MessageKind? kind = tap?.Action switch
            {
                ButtonAction.Book => MessageKind.BookingLink,
                ButtonAction.Contact => MessageKind.AgencyContact,
                ButtonAction.Tour => MessageKind.TourDetails,
                _ => null,
            };
            return kind is { } tapped && await shown.OwnListAsync(state, tap!.ListId, ct) is { } list ? await shown.AboutAsync(state.Showing(list), tapped, tap.Rank, ct) : null;
        }

        return message.Text is not { Length: > 0 } text ? null
            : Commands.Numbered(text) is (var numbered, var number) ? await NumberedAsync(state, text, numbered, number, ct)
            : StayTalk.AsksToBook(text) && await stays.BookedAsync(state, text, null, ct) is { } house ? house
            : state.ListId is null ? null
            : SmallTalk.Books(text) ? await shown.AboutAsync(state, MessageKind.BookingLink, null, ct)
            : TourQuestions.AsksForContact(text) ? await shown.HumanAsync(state, null, ct)
            : null;
    }

    private async Task<Answer?> NumberedAsync(ChatState state, string text, MessageKind kind, int number, CancellationToken ct) =>
        await stays.NumberedAsync(state, text, number, ct, kind is MessageKind.BookingLink or MessageKind.AgencyContact)
        ?? (state.ListId is null ? null : kind == MessageKind.TourPrice ? await shown.PriceAsync(state, number, null, ct) : await shown.AboutAsync(state, kind, number, ct));
}
