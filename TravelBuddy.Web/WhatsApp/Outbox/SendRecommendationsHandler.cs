using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Chat;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Turns a recorded list into messages: the best three as cards, the rest of the ten as a list; a template where the window is closed.</summary>
public sealed class SendRecommendationsHandler(ChatStates chats, IAccounts accounts, ICatalog catalog, TimeProvider time)
{
    public const int Cards = 3;
    public const int Shown = 10;

    public static void Configure(HandlerChain chain) =>
        chain.OnAnyException().ScheduleRetry(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)).Then.MoveToErrorQueue();

    public async Task<OutgoingMessages> HandleAsync(SendRecommendations command, IDocumentSession session, CancellationToken ct)
    {
        if (await session.LoadAsync<RecommendationList>(command.ListId, ct) is not { } list || await accounts.FindPersonAsync(command.PersonId, ct) is not { } person)
        {
            return [];
        }

        var now = time.GetUtcNow();
        var state = await chats.FindAsync(command.PersonId, ct);
        var language = state?.Language ?? list.Language;
        if (!ChatStates.IsOpen(state, now) && person.WhatsAppOptIn is not null && !person.Stopped)
        {
            return [.. session.Queue(command.PersonId, [new OutboundContent(MessageKind.RecommendationsTemplate, language) { ListId = list.Id }], now)];
        }

        return [.. session.Queue(command.PersonId, Plan(list, language, await UnpricedAsync(list, session, ct)), now, content => PackageOf(list, content))];
    }

    /// <summary>Where a firm upper price was wished ("cheaper"), the tours that name no price: nobody can say that they keep to it.</summary>
    private async Task<IReadOnlySet<string>> UnpricedAsync(RecommendationList list, IDocumentSession session, CancellationToken ct)
    {
        if (await session.LoadAsync<Trip>(list.TripId, ct) is not { Budget: { Firm: true, Max: not null } })
        {
            return new HashSet<string>();
        }

        var packages = await catalog.PackagesAsync([.. list.Packages.Take(Shown).Select(ranked => ranked.PackageId)], ct);
        return packages.Values.Where(package => package.Price is null).Select(package => package.Id).ToHashSet();
    }

    /// <summary>
    /// The messages for a list, in order: that nothing fits all, if so; the best three as cards; the others of the ten as rows. Packages of
    /// <paramref name="notAsCards"/> become rows; every tour keeps its number.
    /// </summary>
    public static IReadOnlyList<OutboundContent> Plan(RecommendationList list, string language, IReadOnlySet<string>? notAsCards = null)
    {
        if (list.Packages.Count == 0)
        {
            return [new OutboundContent(MessageKind.NothingFound, language) { ListId = list.Id }];
        }

        var ranks = Enumerable.Range(1, Math.Min(Shown, list.Packages.Count)).ToList();
        var cards = ranks.Where(rank => notAsCards?.Contains(list.Packages[rank - 1].PackageId) != true).Take(Cards).ToList();
        var rows = ranks.Except(cards).ToList();
        List<OutboundContent> plan = list.Relaxations.Count > 0 ? [new OutboundContent(MessageKind.NothingFound, language) { ListId = list.Id }] : [];
        plan.AddRange(cards.Select(rank => new OutboundContent(MessageKind.Tour, language) { ListId = list.Id, Rank = rank }));
        if (rows.Count > 0)
        {
            plan.Add(new OutboundContent(MessageKind.TourList, language)
            {
                ListId = list.Id,
                Rank = rows[0],
                Arguments = [.. rows.Select(rank => rank.ToString(System.Globalization.CultureInfo.InvariantCulture))],
            });
        }

        return plan;
    }

    /// <summary>The package a card shows.</summary>
    public static string? PackageOf(RecommendationList list, OutboundContent content) =>
        content.Kind == MessageKind.Tour && content.Rank >= 1 && content.Rank <= list.Packages.Count ? list.Packages[content.Rank - 1].PackageId : null;
}
