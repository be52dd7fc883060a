using Marten;
using Microsoft.Extensions.Options;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Bookings;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Questions;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Turns the ids of an outbound message into the message itself, at the moment it is sent.</summary>
public sealed class MessageComposer(
    IDocumentStore store, ICatalog catalog, TourWords words, IBookingLinks links, ITrips trips, WishSummary wishes, Pictures pictures, IOneTimeCodes codes, JoinCodes joinCodes, StayMessages stays,
    TourAnswers answers, PriceWords prices, ComparisonWords comparisons, BookingWords booking, UnmetWishes unmet, SeasonalSights sights, TourTerms terms, IOptions<WhatsAppOptions> options)
{
    private const int MostSeasons = 2;

    private WhatsAppTemplates Templates => options.Value.Templates;

    /// <summary>The message, or null if what it is about no longer exists.</summary>
    /// <exception cref="UploadFailedException">Its picture could not be uploaded, and it has not waited for that yet.</exception>
    public async Task<ChatMessage?> ComposeAsync(OutboundMessage message, CancellationToken ct)
    {
        if (await ComposedAsync(message, ct) is not { } composed)
        {
            return null;
        }

        composed = message.Content.Introduces ? Introduction.Before(composed, message.Content.Language) : composed;
        return message.Content is { IsPolite: true, Language: "vi" } ? PoliteForm.Of(composed, message.Content.Kind, message.Content.Kin, message.Content.IsChild) : composed;
    }

    private async Task<ChatMessage?> ComposedAsync(OutboundMessage message, CancellationToken ct)
    {
        var content = message.Content;
        switch (content.Kind)
        {
            case MessageKind.Phrase:
                return PhraseMessages.Of(content, catalog.Gazetteer);
            case MessageKind.OneTimeCodeTemplate:
                return content.CodeId is { } codeId && await codes.RevealAsync(codeId, ct) is { } code
                    ? TemplateMessage.OfCode(Templates.OneTimeCode, Templates.LanguageCode(code.Language), code.Code)
                    : null;
            case MessageKind.Stays:
                return content.StaySearchId is { } searched ? await stays.OfSearchAsync(searched, content.Rank, content.Language, ct) : null;
            case MessageKind.Stay:
                return content.StaySearchId is { } search ? await stays.OfOneAsync(search, content.Rank, content.Phrase == nameof(Phrases.StayToBook), content.Language, ct) : null;
        }

        if (await ListAsync(content.ListId, ct) is not { } list)
        {
            return null;
        }

        return content.Kind switch
        {
            MessageKind.RecommendationsTemplate => await ComposeReadyAsync(list, message, ct),
            MessageKind.InvitationTemplate => content.CodeId is { } invitation && await joinCodes.RevealAsync(invitation, ct) is { } join
                ? new TemplateMessage(Templates.Invitation, Templates.LanguageCode(content.Language)) { Body = [Count(list)], Buttons = [new QuickReplyPayload(ButtonIds.Join(join)), new QuickReplyPayload(ButtonIds.NotMe)] }
                : null,
            MessageKind.Wishes => await ComposeWishesAsync(list, message, ct),
            MessageKind.NothingFound => await ComposeNothingAsync(list, content.Language, ct),
            MessageKind.TourList => await ComposeListAsync(list, content, ct),
            MessageKind.TourComparison => await ComposeComparisonAsync(list, content, ct),
            MessageKind.TourPrice when content.Rank == 0 => await ComposePricesAsync(list, content, ct),
            _ => await ComposeTourAsync(list, message, ct),
        };
    }

    /// <summary>Tells that tours are there, below a picture of the first that has one where a template for that is approved.</summary>
    private async Task<ChatMessage> ComposeReadyAsync(RecommendationList list, OutboundMessage message, CancellationToken ct)
    {
        var first = Math.Max(1, message.Content.Rank);
        var ready = new TemplateMessage(Templates.Recommendations, Templates.LanguageCode(message.Content.Language)) { Body = [Count(list)], Buttons = [new QuickReplyPayload(ButtonIds.Show(list.Id, first))] };
        if (Templates.RecommendationsPicture is not { } pictured)
        {
            return ready;
        }

        var shown = list.Packages.Skip(first - 1).Take(SendRecommendationsHandler.Shown).Select(ranked => ranked.PackageId).ToList();
        var packages = await catalog.PackagesAsync(shown, ct);
        var package = shown.Select(id => packages.GetValueOrDefault(id)).FirstOrDefault(each => each?.PictureHash is not null);
        return package is not null && await PictureAsync(message, package, ct) is { } picture ? ready with { Name = pictured, Header = new HeaderImage(picture) } : ready;
    }

    private async Task<ChatMessage?> ComposeWishesAsync(RecommendationList list, OutboundMessage message, CancellationToken ct)
    {
        var (content, language) = (message.Content, message.Content.Language);
        if (await trips.FindAsync(list.TripId, list.TravellerId, list.TripVersion, ct) is not { } trip)
        {
            return null;
        }

        var wished = await trips.WishesAsync(trip, ct);
        var parts = wishes.PartsOf(wished, language);
        var labels = parts.Select(part => part.Label).ToList();
        var isSoon = content.Phrase == nameof(Phrases.TakenAsSoon);
        var asks = content.Phrase is not null && !isSoon; // A question stands in the place of advice.
        var nothingFits = SendRecommendationsHandler.SaysThatNothingFits(list); // What to do then is said with it.
        var text = labels.Count == 0 ? Phrases.LookingForAnything.In(language)
            : (content.Rank switch { _ when asks || nothingFits => Phrases.LookingForAgain, <= 1 => Phrases.LookingFor, 2 => Phrases.LookingForNow, 3 => Phrases.LookingForStill, _ => Phrases.LookingForAgain }).In(language, Limits.Line(Limits.Neutralise(string.Join(" · ", labels)), 600));
        var assumed = isSoon ? "\n" + Phrases.TakenAsSoon.In(language) : "";
        var missing = nothingFits ? "" : string.Concat(unmet.Of(list, parts, language).Except(await SaidBeforeAsync(content, ct)).Select(line => "\n" + line));
        var seasons = nothingFits ? "" : string.Concat(OutOfSeason(wished, language).Except(await SeasonsSaidBeforeAsync(content, ct)).Select(line => "\n" + line));
        return new TextMessage(text + assumed + seasons + missing + (asks && labels.Count > 0 && !await IsFollowedAsync(message, ct) ? "\n" + Phrases.All[content.Phrase!].In(language, AskedBack.Month(trip, language)) : ""));
    }

    /// <summary>When what is wished for can be seen, where that is not when they want to go, or nobody knows when that is.</summary>
    private IEnumerable<string> OutOfSeason(Wishes wished, string language) =>
        sights.OutOfSeason([.. new[] { wished.Activities, wished.Accommodation, wished.Essentials }.SelectMany(some => some.Concepts)], wished.Dates?.From, wished.Dates?.To, language).Take(MostSeasons).Select(line => "🌱 " + line);

    /// <summary>What was told of seasons with the list before: once is enough while dates and wishes leave it as it is.</summary>
    private async Task<IEnumerable<string>> SeasonsSaidBeforeAsync(OutboundContent content, CancellationToken ct) =>
        await ListAsync(content.ListBefore, ct) is { } list && await trips.FindAsync(list.TripId, list.TravellerId, list.TripVersion, ct) is { } trip ? OutOfSeason(await trips.WishesAsync(trip, ct), content.Language) : [];

    /// <summary>Whether newer wishes wait behind a message: what it would ask may be answered by them, and theirs is the question.</summary>
    private async Task<bool> IsFollowedAsync(OutboundMessage message, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Query<OutboundMessage>().AnyAsync(other => other.PersonId == message.PersonId && other.Sequence > message.Sequence && other.Content.Kind == MessageKind.Wishes, ct);
    }

    private async Task<bool> IsCrossedAsync(OutboundMessage card, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await Superseding.IsCrossedAsync(session, card, ct);
    }

    /// <summary>What was said to be unmet with the list before, of the same places: it is not said again while nothing changed.</summary>
    private async Task<IReadOnlyList<string>> SaidBeforeAsync(OutboundContent content, CancellationToken ct) =>
        await ListAsync(content.ListBefore, ct) is { } list
            && await trips.FindAsync(list.TripId, list.TravellerId, list.TripVersion, ct) is { } trip
            ? unmet.Of(list, wishes.PartsOf(await trips.WishesAsync(trip, ct), content.Language), content.Language)
            : [];

    /// <summary>Says that nothing fits, what each wish costs, and offers to drop it.</summary>
    private async Task<ChatMessage> ComposeNothingAsync(RecommendationList list, string language, CancellationToken ct)
    {
        var lines = new FittedLines().Add((list.NoneSays || list is { NoneAnswers: true, LimitsKeepAway: false } ? Phrases.NoneSays : Phrases.Nothing).In(language));
        var parts = await trips.FindAsync(list.TripId, list.TravellerId, list.TripVersion, ct) is { } trip ? wishes.PartsOf(await trips.WishesAsync(trip, ct), language) : [];
        foreach (var line in unmet.Of(list, parts, language))
        {
            lines.Add(line);
        }

        await AddOffersAsync(lines, list.Relaxations, list, language, ct);
        if (list.Packages.Count > 0)
        {
            lines.Add("").Add(Nearest(list, parts, language));
        }

        return Offering(lines.Within(Limits.InteractiveBody), list.Relaxations, number => ButtonIds.Drop(list.Id, number), language);
    }

    /// <summary>What each wish given up would bring, with the best tour of it where that is known.</summary>
    private async Task AddOffersAsync(FittedLines lines, IReadOnlyList<Relaxation> offers, RecommendationList list, string language, CancellationToken ct)
    {
        var nearest = await catalog.PackagesAsync([.. offers.Select(offer => offer.Nearest).OfType<string>().Distinct()], ct);
        foreach (var (offer, line) in offers.Zip(words.Relaxations(offers, language)))
        {
            lines.Add(line).Add(offer.Nearest is { } id && nearest.TryGetValue(id, out var package) ? words.Nearest(package, list, offer, language) : null, spare: 1);
        }
    }

    /// <summary>What the tours behind are where nothing fits: the nearest, which may all lie elsewhere.</summary>
    private static string Nearest(RecommendationList list, IReadOnlyList<(WishOf Of, string Label)> parts, string language)
    {
        var places = list.Packages[0].Standing != Standing.Elsewhere ? [] : parts.Where(part => part.Of == WishOf.Places).Select(part => part.Label).ToList();
        return places.Count == 0 ? Phrases.NearestFollow.In(language) : Phrases.NearestElsewhere.In(language, Limits.Line(Limits.Neutralise(string.Join(", ", places)), 120));
    }

    /// <summary>Says that nothing cheaper fits than a tour, and offers what giving up a wish would bring.</summary>
    private async Task<ChatMessage> ComposeNothingCheaperAsync(RecommendationList list, OutboundContent content, TourPackage package, CancellationToken ct)
    {
        var (language, offers) = (content.Language, content.Offers ?? []);
        var (tour, price) = (TourWords.Title(package, content.Rank, 120), words.Price(package, list.Currency, language));
        var lines = new FittedLines().Add((offers.Count == 0 ? Phrases.CheapestFit : Phrases.CheapestFitBut).In(language, tour, price));
        await AddOffersAsync(lines, offers, list, language, ct);
        return Offering(lines.Within(Limits.InteractiveBody), offers, number => ButtonIds.Cheaper(list.Id, content.With, CheaperOffers.NumberOf(offers[number - 1].Wish)), language);
    }

    /// <summary>A text with a button for each wish that may be given up.</summary>
    private static ChatMessage Offering(string text, IReadOnlyList<Relaxation> relaxations, Func<int, string> idOf, string language)
    {
        var buttons = Relaxations.Of(relaxations).Select((choice, i) => new ReplyButton(idOf(i + 1), choice.Button(language))).ToList();
        return buttons.Count == 0 ? new TextMessage(text) : new ButtonsMessage(text, buttons);
    }

    private async Task<ChatMessage?> ComposeListAsync(RecommendationList list, OutboundContent content, CancellationToken ct)
    {
        var disliked = (await trips.FindAsync(list.TripId, list.TravellerId, ct))?.Disliked ?? [];
        var ranked = ListedTours.Rows(list, content.Rank, disliked).Select(rank => (Rank: rank, list.Packages[rank - 1].PackageId)).ToList();
        var left = ListedTours.Left(list, content.Rank <= SendRecommendationsHandler.Shown ? SendRecommendationsHandler.Shown : content.Rank - 1 + SendRecommendationsHandler.Rows, disliked);
        var packages = await catalog.PackagesAsync([.. ranked.Select(r => r.PackageId)], ct);
        var offered = ranked.Select(r => (r.Rank, Package: packages.GetValueOrDefault(r.PackageId))).Where(row => row.Package is not null).ToList();
        if (offered.Count == 0)
        {
            return null;
        }

        var trip = await trips.FindAsync(list.TripId, list.TravellerId, list.TripVersion, ct);
        var asked = trip?.Places.Select(place => place.PlaceId).OfType<string>().ToList() ?? [];
        // Who is there already has to get to where a tour sets off.
        var there = trip?.Dates is { From: { } first } days && days == OnTheSpot.From(first) ? asked : [];
        var titles = RowTitles.Cut(
            [.. offered.Select(row => words.RowTitle(row.Package!, asked, content.Language))], Limits.RowTitle - $"{offered.Max(row => row.Rank)}. ".Length,
            [.. offered.Select(row => words.RowFacts(row.Package!, list.Currency, content.Language))]);
        var rows = offered.Zip(titles, (row, title) => new ListRow(ButtonIds.Tour(list.Id, row.Rank), $"{row.Rank}. {title}", words.RowDescription(row.Package!, list.Packages[row.Rank - 1], list.Currency, content.Language, there))).ToList();
        int[] told = [.. offered.Select(row => row.Rank)];
        return new ListMessage(ListHeadings.Body(list, content, told, left), Phrases.ListButton.In(content.Language), rows, new Frame(Header: ListHeadings.Header(list, told, content.Language)));
    }

    /// <summary>Two tours side by side, each with its way to the agency; null if either is gone.</summary>
    private async Task<ChatMessage?> ComposeComparisonAsync(RecommendationList list, OutboundContent content, CancellationToken ct)
    {
        int[] ranks = [content.Rank, content.With];
        if (ranks.Any(rank => rank < 1 || rank > list.Packages.Count))
        {
            return null;
        }

        var packages = await catalog.PackagesAsync([.. ranks.Select(rank => list.Packages[rank - 1].PackageId)], ct);
        var compared = ranks.Where(rank => packages.ContainsKey(list.Packages[rank - 1].PackageId)).Select(rank => new ComparedTour(packages[list.Packages[rank - 1].PackageId], list.Packages[rank - 1], rank)).ToList();
        if (compared is not [var one, var other])
        {
            return null;
        }

        var language = content.Language;
        var party = (await trips.FindAsync(list.TripId, list.TravellerId, ct))?.Party;
        var text = await comparisons.OfAsync(list, one, other, party, language, ct);
        return new ButtonsMessage(text, [.. compared.Select(each => BookingUrl(each.Package, list) is not null
            ? new ReplyButton(ButtonIds.Book(list.Id, each.Rank), Phrases.BookNumbered.In(language, each.Rank))
            : new ReplyButton(ButtonIds.Contact(list.Id, each.Rank), Phrases.AskAgencyNumbered.In(language, each.Rank)))]);
    }

    private async Task<ChatMessage?> ComposePricesAsync(RecommendationList list, OutboundContent content, CancellationToken ct)
    {
        var cards = list.Packages.Take(SendRecommendationsHandler.Cards).Select((ranked, i) => (ranked.PackageId, Rank: i + 1)).ToList();
        var packages = await catalog.PackagesAsync([.. cards.Select(card => card.PackageId)], ct);
        var known = cards.Where(card => packages.ContainsKey(card.PackageId)).Select(card => (packages[card.PackageId], card.Rank)).ToList();
        return known.Count == 0 ? null : new TextMessage(prices.OfSeveral(known, content.People, content.Children, list.Currency, content.Language));
    }

    /// <summary>A tour of the list that costs less and is not quite what was asked for, below the price of the cheapest that is; empty where there is none.</summary>
    private async Task<string> CheaperStillAsync(RecommendationList list, OutboundContent content, CancellationToken ct) =>
        content.With >= 1 && content.With <= list.Packages.Count && (await catalog.PackagesAsync([list.Packages[content.With - 1].PackageId], ct)).Values.FirstOrDefault() is { } cheaper
            ? $"\n\n↘ {Phrases.CheaperStill.In(content.Language)}\n{TourWords.Title(cheaper, content.With, 80)}\n{words.RowDescription(cheaper, list.Currency, content.Language)}"
            : "";

    private async Task<ChatMessage?> ComposeTourAsync(RecommendationList list, OutboundMessage message, CancellationToken ct)
    {
        var (content, language) = (message.Content, message.Content.Language);
        if (content.Rank < 1 || content.Rank > list.Packages.Count)
        {
            return null;
        }

        var ranked = list.Packages[content.Rank - 1];
        if (!(await catalog.PackagesAsync([ranked.PackageId], ct)).TryGetValue(ranked.PackageId, out var package))
        {
            return null;
        }

        var title = Limits.Line(Limits.Neutralise(package.Title), 120);
        switch (content.Kind)
        {
            case MessageKind.NothingCheaper:
                return await ComposeNothingCheaperAsync(list, content, package, ct);
            case MessageKind.Tour when content.Seen || await IsCrossedAsync(message, ct):
                return new ButtonsMessage(await words.SeenAsync(package, ranked, content, list, await BeforeAsync(content, ranked, ct), ct), CardButtons(list.Id, content.Rank, BookingUrl(package, list) is not null, language));
            case MessageKind.Tour:
                var card = await words.CardAsync(package, ranked, content.Rank, list, await trips.FindAsync(list.TripId, list.TravellerId, ct), language, ct);
                return new ButtonsMessage(card, CardButtons(list.Id, content.Rank, BookingUrl(package, list) is not null, language), new Frame(ImageId: await PictureAsync(message, package, ct), Footer: content.Rank == 1 ? Phrases.DetailsHint.In(language, content.Rank) : null)); // Told of one card it is known of those that follow.
            case MessageKind.TourDetails:
                return new TextMessage(await words.DetailsAsync(package, await NowAsync(await trips.FindAsync(list.TripId, list.TravellerId, ct), ranked, ct), content.Rank, list, BookingUrl(package, list) is null ? null : Phrases.BookHint.In(language, content.Rank), language, ct));
            case MessageKind.TourPrice:
                return new TextMessage(await prices.OfAsync(package, content.Rank, content.People, content.Children, list.Currency, language, ct) + await CheaperStillAsync(list, content, ct));
            case MessageKind.TourPicture:
                return await ComposePictureAsync(list, message, package, title, ct);
            case MessageKind.TourStay:
                var stay = StayWords.Of(package, content.Rank, words, language) + "\n\n";
                return await ComposeAgencyAsync(list, package, title, content with { Kind = MessageKind.AgencyContact }, ct) switch
                {
                    LinkMessage link => new LinkMessage(stay + link.Body, link.DisplayText, link.Url),
                    TextMessage text => new TextMessage(stay + text.Body, text.PreviewUrl),
                    var other => other,
                };
            case MessageKind.TourAnswer when content.AnswerId is { } id && await answers.KeptAsync(id, package.Id, ct) is { } answer:
                return new TextMessage(AnswerWords.Of(answer, title, await words.SaysAsync(package, language, ct), await words.ContactAsync(package, ct), content.Rank, language));
            case MessageKind.TourAnswer:
                return await ComposeAgencyAsync(list, package, title, content with { Kind = MessageKind.AgencyContact }, ct);
            case MessageKind.BookingLink:
                var trip = await trips.FindAsync(list.TripId, list.TravellerId, ct);
                return Below(await booking.OfAsync(package, await NowAsync(trip, ranked, ct), trip?.Party, list.Currency, language, ct), await ComposeAgencyAsync(list, package, title, content, ct));
            case MessageKind.AgencyContact:
                return Above(await ComposeAgencyAsync(list, package, title, content, ct), words.Warnings(package, await NowAsync(await trips.FindAsync(list.TripId, list.TravellerId, ct), ranked, ct), list.Currency, language));
            default:
                throw new InvalidOperationException($"Nothing composes {content.Kind}.");
        }
    }

    /// <summary>What was said of a tour in the list that was shown before; null where it was not in that.</summary>
    private async Task<IReadOnlyList<Reason>?> BeforeAsync(OutboundContent content, RankedPackage ranked, CancellationToken ct) =>
        await ListAsync(content.ListBefore, ct) is { } before ? before.Packages.FirstOrDefault(other => other.PackageId == ranked.PackageId)?.Reasons : null;

    /// <summary>A tour of a list, whom it suits by what its trip says of those who travel now.</summary>
    private async Task<RankedPackage> NowAsync(Trip? trip, RankedPackage ranked, CancellationToken ct) => trip is null ? ranked : await terms.NowAsync(ranked, await trips.WishesAsync(trip, ct), ct);

    /// <summary>The way to the agency: its booking page where that was asked for or is all there is, else its phone and e-mail.</summary>
    private async Task<ChatMessage> ComposeAgencyAsync(RecommendationList list, TourPackage package, string title, OutboundContent content, CancellationToken ct)
    {
        var language = content.Language;
        var (provider, contact) = (await words.ProviderNameAsync(package, language, ct), await words.ContactAsync(package, ct));
        var said = contact is null ? null : "☎ " + contact;
        var written = content.Kind == MessageKind.AgencyContact ? await words.OtherLanguageAsync(package, language, ct) : null; // Whoever calls should know; before a booking it is told above.
        var people = contact is not null && content.Phrase is { } phrase ? Phrases.All[phrase].In(language) : null;
        return (BookingUrl(package, list), contact) switch
        {
            (null, null) => new TextMessage(Phrases.Unreachable.In(language, title, provider)),
            (null, _) => new TextMessage(Lines(people, (content.Kind == MessageKind.BookingLink ? Phrases.NoBookingPage : Phrases.ContactBody).In(language, title, provider), written, said)),
            ({ } url, null) when content.Kind == MessageKind.AgencyContact => new LinkMessage(Phrases.OnlyBookingPage.In(language, title, provider), Phrases.OpenBooking.In(language), url),
            ({ } url, _) when content.Kind == MessageKind.BookingLink => new LinkMessage(Lines(Phrases.BookingBody.In(language, title, provider), said), Phrases.OpenBooking.In(language), url),
            // Whom to call, and their page with a preview of it: a link button would have no room beside it.
            ({ } url, _) => new TextMessage(Lines(people, Phrases.ContactBody.In(language, title, provider), written, said, "🔗 " + url), PreviewUrl: true),
        };
    }

    /// <summary>Whom to call above what to ask about: for many the call is the booking.</summary>
    private static ChatMessage Above(ChatMessage message, IReadOnlyList<string> warnings) => (message, warnings) switch
    {
        (_, []) => message,
        (LinkMessage link, _) => new LinkMessage(Fitted(link.Body, warnings).Within(Limits.InteractiveBody), link.DisplayText, link.Url),
        (TextMessage text, _) => new TextMessage(Fitted(text.Body, warnings).Within(Limits.Text), text.PreviewUrl),
        _ => message,
    };

    private static FittedLines Fitted(string body, IReadOnlyList<string> below) => below.Aggregate(new FittedLines().Add(body).Add(""), (lines, line) => lines.Add(line, 1));

    /// <summary>The way to book below what has to be known before.</summary>
    private static ChatMessage Below(FittedLines told, ChatMessage message) => message switch
    {
        LinkMessage link => new LinkMessage(told.Add("").Add(link.Body).Within(Limits.InteractiveBody), link.DisplayText, link.Url),
        TextMessage text => new TextMessage(told.Add("").Add(text.Body).Within(Limits.Text), text.PreviewUrl),
        _ => message,
    };

    private async Task<ChatMessage> ComposePictureAsync(RecommendationList list, OutboundMessage message, TourPackage package, string title, CancellationToken ct)
    {
        var language = message.Content.Language;
        return await PictureAsync(message, package, ct) is { } picture
            ? new ImageMessage(picture, Lines($"*{message.Content.Rank}. {title}*", words.RowDescription(package, list.Currency, language)))
            : BookingUrl(package, list) is { } url ? new TextMessage(Lines(Phrases.NoPicture.In(language), url), PreviewUrl: true)
            : new TextMessage(Phrases.NoPictureAtAll.In(language));
    }

    private string? BookingUrl(TourPackage package, RecommendationList list) => package.Bookable ? links.UrlFor(package, list.Id, "whatsapp") : null;

    private async Task<string?> PictureAsync(OutboundMessage message, TourPackage package, CancellationToken ct)
    {
        if (package.PictureHash is not { } hash)
        {
            return null;
        }

        if (message.WithoutPicture)
        {
            await pictures.ForgetAsync(hash, ct);
            return null;
        }

        try
        {
            return await pictures.MediaIdAsync(hash, ct);
        }
        catch (UploadFailedException) when (message.PictureAwaited)
        {
            return null;
        }
    }

    private static ReplyButton[] CardButtons(Guid listId, int rank, bool isBookable, string language) =>
    [
        isBookable ? new(ButtonIds.Book(listId, rank), Phrases.Book.In(language)) : new(ButtonIds.Contact(listId, rank), Phrases.AskAgency.In(language)),
        new(ButtonIds.MoreLike(listId, rank), Phrases.MoreLikeThis.In(language)),
        new(ButtonIds.Stays(listId, rank), Phrases.StaysNearby.In(language)),
    ];

    private async Task<RecommendationList?> ListAsync(Guid? id, CancellationToken ct)
    {
        if (id is null)
        {
            return null;
        }

        await using var session = store.QuerySession();
        return await session.LoadAsync<RecommendationList>(id.Value, ct);
    }

    private static TemplateValue Count(RecommendationList list) =>
        new(Math.Min(list.Packages.Count, SendRecommendationsHandler.Shown).ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string Lines(params string?[] lines) => string.Join('\n', lines.Where(line => line is not null));
}
