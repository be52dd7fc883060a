using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Where nothing cheaper fits: wishes that can be given up for it, each told by its number in a button, with how many tours that brings.</summary>
public static class CheaperOffers
{
    private static readonly string[] Wishes = [Relaxing.Durations, Relaxing.Places, Relaxing.Dates, Relaxing.Exclusions, Relaxing.Essentials, Relaxing.Activities, Relaxing.Food, Relaxing.Transportation];

    /// <summary>Those of some relaxations that a button can offer.</summary>
    public static IReadOnlyList<Relaxation> Among(IReadOnlyList<Relaxation> relaxations) => [.. relaxations.Where(relaxation => NumberOf(relaxation.Wish) > 0)];

    /// <summary>The number of a wish, from 1; 0 if it is none of these.</summary>
    public static int NumberOf(string wish) => Array.IndexOf(Wishes, wish) + 1;

    /// <summary>The wish of a number; null if it has none.</summary>
    public static string? WishOf(int number) => Wishes.ElementAtOrDefault(number - 1);

    /// <summary>The message that nothing cheaper fits than a tour of a list, and that offers them. <paramref name="compared"/>: the rank of the tour that something cheaper was asked for than; 0 where the cards are meant.</summary>
    public static OutboundContent Say(ChatState state, Guid listId, int rank, int compared, IReadOnlyList<Relaxation> offers) =>
        new(MessageKind.NothingCheaper, state.Language) { ListId = listId, Rank = rank, With = compared, Offers = offers.Count == 0 ? null : [.. offers.Select(offer => new Relaxation(offer.Wish, offer.Brings) { InPart = offer.InPart, Nearest = offer.Nearest })] };
}
