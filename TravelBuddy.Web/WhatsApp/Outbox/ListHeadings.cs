using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>What stands over and in a message of rows: which of the tours are what was asked for, and how many are left. What it claims of a tour is what the tour's card says.</summary>
public static class ListHeadings
{
    /// <summary>More tours than that nobody counts.</summary>
    private const int Countable = 20;

    /// <summary>The header: rows fit only where every one of them does.</summary>
    public static string Header(RecommendationList list, IReadOnlyList<int> rows, string language) =>
        (Claims(list) && rows.All(rank => ListedTours.Answers(list, rank)) ? Phrases.MoreTours : Phrases.OtherTours).In(language);

    /// <summary>The body.</summary>
    /// <param name="list">The list.</param>
    /// <param name="content">The message.</param>
    /// <param name="rows">The ranks of its rows.</param>
    /// <param name="left">The ranks of the tours that can still be asked for.</param>
    public static string Body(RecommendationList list, OutboundContent content, IReadOnlyList<int> rows, IReadOnlyList<int> left)
    {
        var language = content.Language;
        var which = WhichAnswer(list, content, rows, language);
        var fitting = Claims(list) ? left.Count(rank => ListedTours.Answers(list, rank)) : 0;
        return left.Count == 0 ? which : which + "\n" + (fitting switch
        {
            1 => Phrases.OneMoreFit,
            > 1 => Phrases.MoreFit,
            _ when list.WithoutWishes => Phrases.MoreOfAll,
            _ when left.Count == 1 => Phrases.OneMoreInPart,
            _ when left.Count > Countable => Phrases.ManyInPart,
            _ => Phrases.MoreInPart,
        }).In(language, fitting > 0 ? fitting : left.Count);
    }

    private static string WhichAnswer(RecommendationList list, OutboundContent content, IReadOnlyList<int> rows, string language)
    {
        if (!Claims(list) || rows.All(rank => ListedTours.Answers(list, rank)))
        {
            return Phrases.ListBody.In(language);
        }

        var isFirstPage = content.Rank <= SendRecommendationsHandler.Shown;
        int[] shown = isFirstPage ? [.. Enumerable.Range(1, content.Rank - 1), .. rows] : [.. rows];
        var answers = shown.LastOrDefault(rank => ListedTours.Answers(list, rank));
        return answers switch
        {
            0 => (isFirstPage && !IsSaidToComeNear(list) ? Phrases.ListBodyNear : Phrases.ListBody).In(language),
            // Lists that were recorded before stood in another order.
            _ when !Enumerable.Range(1, answers).All(rank => ListedTours.Answers(list, rank)) => Phrases.ListBody.In(language),
            1 => Phrases.ListBodyOneAnswers.In(language),
            _ => Phrases.ListBodySomeAnswer.In(language, answers),
        };
    }

    /// <summary>Whether it was said before the tours that no more than near comes.</summary>
    private static bool IsSaidToComeNear(RecommendationList list) => list.NoneSays || list.NoneAnswers;

    /// <summary>Whether anything can be said to be what was asked for: something was, and it was not said before that nothing fits.</summary>
    private static bool Claims(RecommendationList list) => !list.WithoutWishes && !list.NothingFits;
}
