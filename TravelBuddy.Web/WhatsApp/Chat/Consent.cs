using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What a person allows: no more messages, messages again, messages later, and nothing kept at all.</summary>
public sealed class Consent(IAccounts accounts, TimeProvider time)
{
    /// <summary>How long the question whether to delete everything waits for its yes.</summary>
    public static readonly TimeSpan ErasureQuestion = TimeSpan.FromHours(1);

    private const string Tapped = "Tapped “Yes, you may”", Said = "Wrote yes";
    private const string Agreed = " when asked on WhatsApp whether TravelBuddy may write later about tours: until STOP.";

    /// <summary>Whether the question whether to delete everything waits for an answer.</summary>
    public bool IsErasureAsked(ChatState state) => state.ErasureAskedAt is { } asked && asked + ErasureQuestion > time.GetUtcNow();

    public Answer AskWhetherToErase(ChatState state) => Answer.Saying(state with { ErasureAskedAt = time.GetUtcNow() }, nameof(Phrases.DeleteData));

    /// <summary>A word said lightly deletes nothing, and does not take the question away either.</summary>
    public Answer NotErasedYet(ChatState state) => Answer.Saying(state with { ErasureAskedAt = time.GetUtcNow() }, nameof(Phrases.NotDeletedYet));

    /// <summary>Whether a STOP counts already before its turn: nothing the person said later speaks against it, and it does not answer whether to delete everything.</summary>
    public bool Stops(ChatState state, InboundMessage message) => !IsOvertaken(message, state) && !IsErasureAsked(state);

    /// <summary>Ends messages at once. One that was overtaken by a later word of the person's changes nothing.</summary>
    public async Task<Answer> StopAsync(ChatState state, InboundMessage message, CancellationToken ct)
    {
        if (IsOvertaken(message, state))
        {
            return new Answer(state);
        }

        await accounts.StopAsync(state.Id, true, ct);
        return Answer.Saying(Spoken(state, message), nameof(Phrases.Stopped));
    }

    public async Task<Answer> StartAsync(ChatState state, Person person, InboundMessage message, CancellationToken ct)
    {
        if (IsOvertaken(message, state))
        {
            return new Answer(state);
        }

        if (!person.Stopped)
        {
            return Answer.Saying(Spoken(state, message), state.ListId is null ? nameof(Phrases.Welcome) : nameof(Phrases.AllRight));
        }

        await accounts.StopAsync(state.Id, false, ct);
        return Answer.Saying(Spoken(state, message), state.ListId is null ? nameof(Phrases.Started) : nameof(Phrases.StartedAgain));
    }

    /// <summary>Answers whether we may write later, by a tap or in words.</summary>
    public async Task<Answer> AnswerAsync(ChatState state, bool agrees, CancellationToken ct, bool inWords = false)
    {
        if (agrees)
        {
            await accounts.RecordOptInAsync(state.Id, new OptIn(time.GetUtcNow(), "WhatsApp", (inWords ? Said : Tapped) + Agreed), ct);
        }
        else
        {
            await accounts.WithdrawOptInAsync(state.Id, ct);
        }

        return Answer.Saying(state, agrees ? nameof(Phrases.ConsentYes) : nameof(Phrases.ConsentNo));
    }

    /// <summary>What is said to somebody who has what they came for, or wants to think it over: before, the question whether we may write later is in the way.</summary>
    private static readonly string[] AtTheEnd = [nameof(Phrases.Thanks), nameof(Phrases.Goodbye), nameof(Phrases.TakeYourTime), nameof(Phrases.FeedbackGood)];

    /// <summary>The same answer, with the question whether we may write later behind it: once, to somebody who was shown tours, is about to leave, never said so and is asked nothing else.</summary>
    public Answer WithQuestion(Answer answer, Person person) =>
        answer is not { Tours: null, Last: [], State: { ListId: not null, ConsentAskedAt: null } } || person.WhatsAppOptIn is not null || !answer.Replies.Any(reply => AtTheEnd.Contains(reply.Phrase)) ? answer : answer with
        {
            State = answer.State with { ConsentAskedAt = time.GetUtcNow(), Asked = OpenQuestion.Consent, AskedAt = time.GetUtcNow() },
            Last = [Answer.Phrase(answer.State, nameof(Phrases.AskConsent))],
        };

    // Meta tells whole seconds: of two messages of one second neither is known to be the earlier, and they are handled as they came.
    private static bool IsOvertaken(InboundMessage message, ChatState state) => message.At.ToUnixTimeSeconds() < state.ConsentAt?.ToUnixTimeSeconds();

    private static ChatState Spoken(ChatState state, InboundMessage message) =>
        state with { ConsentAt = message.At, ToldHowToStart = false, Language = state.LanguageChosen ? state.Language : Commands.LanguageOf(message.Text ?? "") ?? state.Language };
}
