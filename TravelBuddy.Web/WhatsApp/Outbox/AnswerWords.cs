using TravelBuddy.Web.Questions;
using TravelBuddy.Web.Questions.Verdicts;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>The answer to a question about a tour, with the sentences of its text that say so.</summary>
internal static class AnswerWords
{
    private const int LongestQuotation = 400;

    public static string Of(TourAnswer answer, string title, string says, string? contact, int rank, string language)
    {
        var lines = new FittedLines().Add($"*{rank}. {title}*").Add(answer.Verdict?.Sentence(language));
        foreach (var sentence in answer.Told)
        {
            lines.Add(Limits.Neutralise(sentence));
        }

        lines.Add(answer.Quoted.Count > 0 ? says : null);
        foreach (var (passage, i) in answer.Quoted.Select((passage, i) => (passage, i)))
        {
            lines.Add($"“{Limits.Line(Limits.Neutralise(passage.Text), LongestQuotation)}”", spare: i);
        }

        // What was reckoned, or is not said plainly, is best asked again before it is paid for.
        return lines.Add((answer.Kind == TourAnswerKind.Reckoned || answer.Verdict == Verdict.Unclear) && contact is not null ? "☎ " + contact : null).Within(Limits.Text);
    }
}
