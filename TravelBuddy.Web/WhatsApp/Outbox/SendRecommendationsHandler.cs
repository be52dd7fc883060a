using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Chat;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Turns a recorded list into messages: the tour that was chosen, if one was, the best three as cards, the rest of the ten as a list; a template where the window is closed.</summary>
public sealed class SendRecommendationsHandler(IAccounts accounts, TimeProvider time)
{
    public const int Cards = ListedTours.MostCards;

    /// <summary>Cards of tours that answer a change of wishes for the same places: three pictures more at each change bury the conversation.</summary>
    public const int CardsOfChange = 1;

    public const int Shown = ListedTours.Shown;

    /// <summary>So often what was looked for is told with advice.</summary>
    private const int AdvisedRounds = 3;

    /// <summary>Tours that follow the cards as rows.</summary>
    public const int Rows = Shown - Cards;

    public static void Configure(HandlerChain chain)
    {
        chain.RetryLostRaces();
        chain.OnAnyException().ScheduleRetry(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)).Then.MoveToErrorQueue();
    }

    public async Task<OutgoingMessages> HandleAsync(SendRecommendations command, Envelope envelope, IDocumentSession session, CancellationToken ct)
    {
        if (await session.LoadAsync<RecommendationList>(command.ListId, ct) is not { } list || await accounts.FindPersonAsync(command.PersonId, ct) is not { } person)
        {
            return [];
        }

        var now = time.GetUtcNow();
        var state = await session.LoadAsync<ChatState>(person.Id, ct);
        var language = state?.Language ?? list.Language;
        if (!ChatStates.IsOpen(state, now) && person.WhatsAppOptIn is not null && !person.Stopped)
        {
            return [.. await session.QueueAsync(command.PersonId, envelope.Id, [new OutboundContent(MessageKind.RecommendationsTemplate, language) { ListId = list.Id, Rank = command.First }], now, ct)];
        }

        if (state is not null && ChatStates.IsOpen(state, now))
        {
            // "Book 2" is of these from now on, and what is said besides is of their trip.
            session.Update(Shows(state with { TravellerId = list.TravellerId }, list, command.First));
        }

        return [.. await session.QueueAsync(command.PersonId, envelope.Id, [.. Plan(list, language, command.First).Prepend(LookedFor(list, language)).Select(content => content.To(state))], now, ct)];
    }

    /// <summary>What tours that were asked for elsewhere were looked for by, without the advice of a first answer.</summary>
    public static OutboundContent LookedFor(RecommendationList list, string language) => new(MessageKind.Wishes, language) { ListId = list.Id, Rank = AdvisedRounds + 1 };

    /// <summary>A chat in which a list is the one that was shown last, the tour of a rank first.</summary>
    public static ChatState Shows(ChatState state, RecommendationList list, int first) => state.Showing(list) with { FocusRank = first > 1 ? first : null, Shown = Shown };

    /// <summary>The messages for a list, in order: that nothing fits all, if so; the chosen tour and the best as cards, shortly where they were seen; the others of the ten as rows. Every tour has its number in the list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="language">The language of the chat.</param>
    /// <param name="first">The tour that was chosen, 1 where none was.</param>
    /// <param name="cards">How many cards are wanted.</param>
    /// <param name="seen">Ranks of tours that were seen.</param>
    /// <param name="before">The list that was shown before: a tour seen in it says shortly what is new.</param>
    public static IReadOnlyList<OutboundContent> Plan(RecommendationList list, string language, int first = 1, int cards = Cards, IReadOnlyCollection<int>? seen = null, Guid? before = null)
    {
        List<OutboundContent> plan = SaysThatNothingFits(list) ? [new OutboundContent(MessageKind.NothingFound, language) { ListId = list.Id }] : [];
        var last = LastCard(list, cards, seen ?? []);
        plan.AddRange(Enumerable.Range(1, last).Prepend(first).Distinct().Where(rank => rank >= 1 && rank <= list.Packages.Count)
            .Select(rank => new OutboundContent(MessageKind.Tour, language) { ListId = list.Id, Rank = rank, Seen = seen?.Contains(rank) == true, ListBefore = seen?.Contains(rank) == true ? before : null }));
        if (list.Packages.Count > last && ListedTours.Rows(list, last + 1, []).Count > 0)
        {
            plan.Add(new OutboundContent(MessageKind.TourList, language) { ListId = list.Id, Rank = last + 1 });
        }

        return plan;
    }

    /// <summary>Whether it is said before the tours of a list that none of them is all that was asked for.</summary>
    public static bool SaysThatNothingFits(RecommendationList list) => list.Packages.Count == 0 || list.Relaxations.Count > 0 || list.NothingFits || list.NoneSays;

    /// <summary>The rank of the last card: as many cards as are wanted and may be, and more until one was not seen.</summary>
    private static int LastCard(RecommendationList list, int cards, IReadOnlyCollection<int> seen)
    {
        var there = ListedTours.Cards(list);
        var wanted = Math.Min(cards, there);
        return Enumerable.Range(wanted, there - wanted + 1).FirstOrDefault(rank => !seen.Contains(rank), wanted);
    }
}
