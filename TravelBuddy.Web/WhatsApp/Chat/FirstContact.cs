using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What somebody hears who never wrote before: who answers and what is kept, joined to the answer, so that help comes with the first message.</summary>
public static class FirstContact
{
    /// <summary>Phrases that say it themselves, or end what has hardly begun.</summary>
    private static readonly string[] SayIt = [nameof(Phrases.Welcome), nameof(Phrases.Stopped), nameof(Phrases.StillStopped), nameof(Phrases.DeleteData), nameof(Phrases.Erased), nameof(Phrases.Trouble)];

    /// <summary>The same answer, introduced: within its first words where those are ours and short, else by a message before them.</summary>
    public static Answer Introduced(Answer answer) => answer.Replies switch
    {
        [] => answer,
        [{ Phrase: { } said }, ..] when SayIt.Contains(said) => answer,
        [{ Kind: MessageKind.Wishes or MessageKind.Phrase } first, ..] => answer with { Replies = [first with { Introduces = true }, .. answer.Replies.Skip(1)] },
        var replies => answer with { Replies = [Answer.Phrase(answer.State, nameof(Phrases.Introduction)), .. replies] },
    };
}
