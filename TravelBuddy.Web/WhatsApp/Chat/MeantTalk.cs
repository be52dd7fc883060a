using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What small talk is about, as the prompt <c>small-talk</c> names it.</summary>
public enum TalkAbout { NoneOfThese, Greeting, Thanks, Goodbye, Later, Agreement, Refusal, Complaint, WhoWeAre, HowToUse, OtherThings }

/// <summary>
/// Has a language model, where there is one, say what a message is about in which nobody found a wish or a courtesy. Only one of a list of things comes of it: what is answered are our own words, in the
/// traveller's language, so that nothing a message talks a model into can be said or done.
/// </summary>
public sealed class MeantTalk(ILanguageModel model, ChatPatience patience)
{
    private static readonly TimeSpan ForMeaning = TimeSpan.FromSeconds(3);

    public async Task<Answer> AnswerAsync(ChatState state, string text, CancellationToken ct)
    {
        var meant = model.IsConfigured ? await model.AskAsync<Meaning>(new ModelTask("small-talk", state.Language, new { Message = text }, state.Id, patience.AtMost(ForMeaning)), ct) : null;
        return meant?.About switch
        {
            TalkAbout.Greeting => Answer.Saying(state, nameof(Phrases.Welcome)),
            TalkAbout.Thanks => Rating.Asking(state),
            TalkAbout.Goodbye => Answer.Saying(state, nameof(Phrases.Goodbye)),
            TalkAbout.Later => Answer.Saying(state, ShownTalk.Later(state)),
            TalkAbout.Agreement => Answer.Saying(state, nameof(Phrases.AllRight)),
            TalkAbout.Refusal => Answer.Saying(state, nameof(Phrases.NotThat)),
            TalkAbout.Complaint => ShownTalk.Sorry(state),
            TalkAbout.WhoWeAre => ShownTalk.OfUs(state),
            TalkAbout.HowToUse => Answer.Saying(state, nameof(Phrases.Help)),
            TalkAbout.OtherThings => Answer.Saying(state, nameof(Phrases.OtherThings)),
            _ => NotUnderstood.Of(state),
        };
    }

    internal sealed record Meaning(TalkAbout About);
}
