using System.Globalization;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Questions;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Words that speak of what was shown, or to us, and hold no wish: whom to call, the cheapest, what only the agency knows, no, ok, thanks.</summary>
public sealed class ShownTalk(IWishReader words, ShownTours shown, TourAnswers answers, MeantTalk meant, ICatalog catalog, Seasons seasons, ITrips trips, Thumbed thumbs, ChatPatience patience, TimeProvider time)
{
    /// <summary>So long a model may take to answer from a tour's own words; to quote them takes no time.</summary>
    private static readonly TimeSpan ForTour = TimeSpan.FromSeconds(4);

    /// <summary>So far ahead a forecast looks.</summary>
    private const int ForecastDays = 10;

    /// <summary>So few tours are "none of them".</summary>
    private const int Several = 2;

    /// <summary>The answer to words that hold no wish whatever they name; null for any other. Asked before wishes are read.</summary>
    public async Task<Answer?> AnswerAsync(ChatState state, string text, CancellationToken ct)
    {
        if (SmallTalk.Books(text))
        {
            return await shown.AboutAsync(state, MessageKind.BookingLink, null, ct);
        }

        var reading = words.Read(text, state.Language, time.TodayInVietNam());
        if (state is { AskedAgain: { } asked, StaySearchId: null } && AskedAgain.IsMeant(text) && TourQuestions.Rank(text, reading) is { } other)
        {
            return await AgainAsync(state, asked, other, ct);
        }

        if (SmallTalk.CancelsBooking(text))
        {
            return await WithAgencyAsync(state, nameof(Phrases.CancelBooking), reading.Ordinal, ct);
        }

        if (TourQuestions.AsksForContact(text) && !TourQuestions.Wishes(reading))
        {
            var rank = TourQuestions.Rank(text, reading);
            return await (reading.Intent == Intent.Human ? shown.PersonAsync(state, rank, ct) : shown.HumanAsync(state, rank, ct));
        }

        if (state.ListId is not null && TourQuestions.AsksForPicture(text, reading))
        {
            return await shown.AboutAsync(state, MessageKind.TourPicture, TourQuestions.Rank(text, reading), ct);
        }

        if (state.ListId is not null && TourQuestions.AsksForCheapest(text, reading))
        {
            return await shown.CheapestAsync(state, ct);
        }

        if (state is { ListId: not null, StaySearchId: null } && TourQuestions.AsksForPrice(text, reading))
        {
            return await shown.PriceAsync(state, TourQuestions.Rank(text, reading), TourQuestions.People(text, reading), ct, reading.Wishes.Party?.Children ?? 0);
        }

        if (TourQuestions.AsksTheAgency(text, reading, isOneSpokenOf: state.FocusRank is not null) || state.ListId is not null && (TourQuestions.AsksForAge(text, reading) || AsksOfShown(text, reading)))
        {
            return await OfTourAsync(state, text, TourQuestions.Rank(text, reading), ct);
        }

        if (SmallTalk.TurnsDown(text) && state.FocusRank is { } turned && await shown.OwnListAsync(state, state.ListId, ct) is { } list && list.Packages.ElementAtOrDefault(turned - 1) is { } package)
        {
            await thumbs.RecordAsync(new DislikePackage(list.TravellerId, list.Id, package.PackageId), ct);
            return Answer.Saying(state, nameof(Phrases.Disliked));
        }

        return SmallTalk.Declines(text) ? Answer.Saying(state, nameof(Phrases.NotThat))
            : SmallTalk.Agrees(text) ? Answer.Saying(state, nameof(Phrases.AllRight))
            : !TourQuestions.Wishes(reading) && Courtesies.Find(text) == Courtesy.Later ? Answer.Saying(state, Later(state))
            : null;
    }

    /// <summary>The answer where nothing was read: thanks, goodbyes, complaints and questions, and else what can be said.</summary>
    public async Task<Answer> OtherwiseAsync(ChatState state, string text, CancellationToken ct) => Courtesies.Find(text) switch
    {
        Courtesy.Thanks => Rating.Asking(state),
        Courtesy.Goodbye => Answer.Saying(state, nameof(Phrases.Goodbye)),
        Courtesy.Later => Answer.Saying(state, Later(state)),
        Courtesy.Complaint => Sorry(state),
        Courtesy.Robot => OfUs(state),
        _ when state.ListId is not null && TourQuestions.IsYesOrNo(text) => await OfTourAsync(state, text, null, ct),
        _ => await meant.AnswerAsync(state, text, ct),
    };

    /// <summary>What is said to a complaint, never twice in the same words.</summary>
    public static Answer Sorry(ChatState state) => Answer.Saying(state with { Complaints = state.Complaints + 1 }, state.Complaints % 2 == 0 ? nameof(Phrases.NotHelpful) : nameof(Phrases.NotHelpfulAgain));

    /// <summary>What is said to somebody who wants to think it over, or to ask at home.</summary>
    public static string Later(ChatState state) => state.ListId is null ? nameof(Phrases.Goodbye) : nameof(Phrases.TakeYourTime);

    /// <summary>That this is a program, and where people are.</summary>
    public static Answer OfUs(ChatState state) => Answer.Saying(state, state.ListId is null ? nameof(Phrases.HumanLater) : nameof(Phrases.HumanBehindTours));

    /// <summary>Whether something is asked of the tours shown, or of the one spoken of, that tours tell of themselves or can have.</summary>
    private bool AsksOfShown(string text, WishReading reading) =>
        TourQuestions.AsksOfShown(text, reading) && (TourQuestions.NamesThings(reading) || answers.AsksOfTours(text));

    /// <summary>What the tour's own text says to a question; where it says nothing, that, and its agency.</summary>
    private async Task<Answer> OfTourAsync(ChatState state, string text, int? ordinal, CancellationToken ct)
    {
        if (ordinal is null && state.FocusRank is null && await OfCardsAsync(state, text, ct) is { } told)
        {
            return told;
        }

        return await MeantAsync(state, ordinal, ct) is var (list, rank, package)
            ? await ToldAsync(state, list, rank, package, await answers.AnswerAsync(package, text, state.Language, state.Id, patience.AtMost(ForTour), ct), answers.AskedIn(text), ct, answers.AsksOfSafetyAlone(text) ? nameof(Phrases.SafetyNotSaid) : nameof(Phrases.NotSaid))
            : await WithAgencyAsync(state, nameof(Phrases.AgencyKnows), ordinal, ct);
    }

    /// <summary>Where to look for what no agency decides, behind what the tours that are spoken of say to it themselves: a sentence of theirs, or for what changes with the season when they run.</summary>
    public async Task<Answer> OfOtherThingsAsync(ChatState state, string text, string where, CancellationToken ct)
    {
        var told = await TellingAsync(state, text, ct);
        var replies = told.Where(tour => tour.Reply is not null).Select(tour => tour.Reply!).ToList();
        if (replies.Count == 0 && OtherThings.IsOfSeasons(where))
        {
            var today = time.TodayInVietNam();
            replies = [.. told.Select(tour => (tour.Rank, Season: Season.Of(tour.Package, today, state.Language))).Where(tour => tour.Season is not null).Take(1)
                .Select(tour => Answer.Phrase(state, nameof(Phrases.TourRuns)) with { Arguments = [tour.Rank.ToString(CultureInfo.InvariantCulture), tour.Season!] })];
        }

        return new Answer(state) { Replies = [.. replies, OtherThings.IsOfSeasons(where) && await SeasonsAsync(state, text, ct) is { } known ? known : Answer.Phrase(state, where)] };
    }

    /// <summary>How the seasons are at the place that is asked about, else at the first that is wished for, else in the parts of the country in the month that is meant; null where none is, or a day so near that it has a forecast.</summary>
    private async Task<OutboundContent?> SeasonsAsync(ChatState state, string text, CancellationToken ct)
    {
        var asked = catalog.Gazetteer.FindIn(text).Select(name => name.Value.Id);
        var trip = await shown.OwnListAsync(state, state.ListId, ct) is { } list ? await trips.FindAsync(list.TripId, list.TravellerId, ct) : null;
        var wished = trip?.Places.Select(place => place.PlaceId).OfType<string>() ?? [];
        var (today, dates) = (time.TodayInVietNam(), words.Read(text, state.Language, time.TodayInVietNam()).Wishes.Dates);
        return asked.Concat(wished).Select(id => (Place: catalog.Gazetteer.Find(id), Seasons: seasons.Of(id, state.Language))).FirstOrDefault(each => each is { Place: not null, Seasons: not null }) is { Place: { } place, Seasons: { } told }
            ? Told(place, told)
            : OfCountry();

        // The month that is asked about ("this season" is now), else that of the trip.
        OutboundContent Told(Place place, string year) => (dates?.From?.Month ?? (OtherThings.IsOfNow(text) ? today.Month : trip?.Dates?.From?.Month)) is not { } month
            || (seasons.InMonth(place.Id, month, state.Language) ?? (seasons.AreTwo(place.Id) ? Phrases.BetweenSeasons.In(state.Language) : null)) is not { } then
            ? Answer.Phrase(state, nameof(Phrases.WeatherThere)) with { Arguments = [place.Label(state.Language), year] }
            : Answer.Phrase(state, nameof(Phrases.WeatherInMonth)) with
            {
                Arguments = [place.Label(state.Language), MonthName(month), RestOfYear(year, then) is { } rest ? Phrases.OverTheYear.In(state.Language, then, rest) : Phrases.AsARule.In(state.Language, then)],
            };

        OutboundContent? OfCountry() => (dates is null ? OtherThings.IsOfThisSeason(text) ? today.Month : OtherThings.IsOfNow(text) ? null : trip?.Dates?.From?.Month : HasForecast(dates, today) ? null : dates.From?.Month) is not { } month
            ? null
            : Answer.Phrase(state, nameof(Phrases.WeatherOfCountry)) with
            {
                Arguments = [MonthName(month), string.Join('\n', seasons.Overview(month, state.Language).Select(part => $"• {part.Region}: {part.Then ?? Phrases.BetweenSeasons.In(state.Language)}"))],
            };

        string MonthName(int month) => state.Language == "vi" ? month.ToString(CultureInfo.InvariantCulture) : CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
    }

    /// <summary>Whether days are few and near, as those of a forecast are.</summary>
    private static bool HasForecast(DatesWish dates, DateOnly today) =>
        dates.From is { } from && from.DayNumber - today.DayNumber < ForecastDays && (dates.To ?? from).DayNumber - from.DayNumber < ForecastDays;

    /// <summary>The clauses about a year that do not say again what was said of the month; null where none is left.</summary>
    private static string? RestOfYear(string year, string then)
    {
        var said = then.Split([", ", ": "], StringSplitOptions.None).Where(part => part.Contains(' ', StringComparison.Ordinal)).ToList();
        return string.Join("; ", year.Split("; ").Where(clause => !said.Exists(part => clause.Contains(part, StringComparison.OrdinalIgnoreCase)))) is { Length: > 0 } rest ? rest : null;
    }

    /// <summary>The same of another tour.</summary>
    private async Task<Answer> AgainAsync(ChatState state, AskedAgain asked, int ordinal, CancellationToken ct)
    {
        if (asked.Of is not { } of)
        {
            return asked.Kind == MessageKind.TourPrice ? await shown.PriceAsync(state, ordinal, asked.People, ct, asked.Children) : await shown.AboutAsync(state, asked.Kind, ordinal, ct);
        }

        return await MeantAsync(state, ordinal, ct) is var (list, rank, package)
            ? await ToldAsync(state, list, rank, package, await answers.AnswerAsync(package, of, state.Language, state.Id, patience.AtMost(ForTour), ct), of, ct)
            : await shown.AboutAsync(state, MessageKind.TourDetails, ordinal, ct);
    }

    /// <summary>The tour that is meant, of the list shown last; null where there is none.</summary>
    private async Task<(RecommendationList List, int Rank, TourPackage Package)?> MeantAsync(ChatState state, int? ordinal, CancellationToken ct) =>
        (ordinal ?? state.FocusRank) is { } said && await shown.OwnListAsync(state, state.ListId, ct) is { } list
            && ShownTours.Resolved(said, state, list) is var rank && rank >= 1 && rank <= list.Packages.Count
            && (await catalog.PackagesAsync([list.Packages[rank - 1].PackageId], ct)).TryGetValue(list.Packages[rank - 1].PackageId, out var package)
            ? (list, rank, package)
            : null;

    private async Task<Answer> ToldAsync(ChatState state, RecommendationList list, int rank, TourPackage package, TourAnswer answer, AskedOfTours? asked, CancellationToken ct, string notSaid = nameof(Phrases.NotSaid))
    {
        var told = answer.Kind == TourAnswerKind.NotSaid ? await WithAgencyAsync(state, notSaid, rank, ct) : new Answer(state with { FocusRank = rank })
        {
            Replies = [new OutboundContent(MessageKind.TourAnswer, state.Language) { ListId = list.Id, Rank = rank, AnswerId = await answers.KeepAsync(package.Id, answer, ct) }],
        };
        return told with { AskedAgain = asked is null ? null : new AskedAgain(MessageKind.TourAnswer, asked) };
    }

    /// <summary>What the cards' tours say to a question that names none of them, or that none of them says it; null where there are not several.</summary>
    private async Task<Answer?> OfCardsAsync(ChatState state, string text, CancellationToken ct)
    {
        var told = await TellingAsync(state with { FocusRank = null }, text, ct);
        var replies = told.Where(tour => tour.Reply is not null).Select(tour => tour.Reply!).ToList();
        return replies.Count > 0 ? new Answer(state) { Replies = replies } : told.Count < Several ? null : Answer.Saying(state, answers.AsksOfSafetyAlone(text) ? nameof(Phrases.NoneOfThemSaysOfSafety) : AsksForThing(state, text) ? nameof(Phrases.NoneOfThemHas) : nameof(Phrases.NoneOfThemSays), told[0].Rank);
    }

    /// <summary>The tour spoken of, or those of the cards, each with the message of what its text says to a question, if it says anything.</summary>
    private async Task<IReadOnlyList<(int Rank, TourPackage Package, OutboundContent? Reply)>> TellingAsync(ChatState state, string text, CancellationToken ct)
    {
        if (await shown.OwnListAsync(state, state.ListId, ct) is not { } list)
        {
            return [];
        }

        var ranks = state.FocusRank is { } focus ? [ShownTours.Resolved(focus, state, list)] : ListedTours.Before(list, state.Shown, []).Take(SendRecommendationsHandler.Cards).ToList();
        var packages = await catalog.PackagesAsync([.. list.Packages.Select(ranked => ranked.PackageId).Where((_, i) => ranks.Contains(i + 1))], ct);
        var known = ranks.Select(rank => (Rank: rank, Package: packages.GetValueOrDefault(list.Packages.ElementAtOrDefault(rank - 1)?.PackageId ?? ""))).Where(tour => tour.Package is not null).ToList();
        var told = await Task.WhenAll(known.Select(tour => answers.AnswerAsync(tour.Package!, text, state.Language, state.Id, patience.AtMost(ForTour), ct)));
        var telling = new List<(int, TourPackage, OutboundContent?)>();
        foreach (var ((rank, package), answer) in known.Zip(told))
        {
            telling.Add((rank, package!, answer.Kind == TourAnswerKind.NotSaid ? null : new OutboundContent(MessageKind.TourAnswer, state.Language) { ListId = list.Id, Rank = rank, AnswerId = await answers.KeepAsync(package!.Id, answer, ct) }));
        }

        return telling;
    }

    /// <summary>Whether a question is whether something is there, and not how a tour is ("is it safe?").</summary>
    private bool AsksForThing(ChatState state, string text) => !SmallTalk.AsksAboutTour(text) && TourQuestions.NamesThings(words.Read(text, state.Language, time.TodayInVietNam()));

    /// <summary>A phrase, and behind it the agency of the tour that is meant, where one is.</summary>
    private async Task<Answer> WithAgencyAsync(ChatState state, string phrase, int? ordinal, CancellationToken ct)
    {
        var said = Answer.Phrase(state, phrase);
        if ((ordinal ?? state.FocusRank) is not { } rank || await shown.OwnListAsync(state, state.ListId, ct) is null)
        {
            return new Answer(state) { Replies = [said] };
        }

        var contact = await shown.AboutAsync(state, MessageKind.AgencyContact, rank, ct);
        return contact with { Replies = [said, .. contact.Replies] };
    }
}
