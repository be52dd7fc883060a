using System.Globalization;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Feeds;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Questions;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>The words about a tour in a chat, from the catalogue and the recorded reasons.</summary>
public sealed class TourWords(ICatalog catalog, IReasonWriter reasons, TourTerms terms, TourReasons worded, PackageFactsCache facts, Lexicon lexicon, ITourTexts texts, TimeProvider time)
{
    private const int ReasonsShown = 5;

    /// <summary>So much that is against a tour seen before is said of it again.</summary>
    private const int SeenReasons = 3;
    private const int WarningsShown = 3;
    private const int UnsaidShown = 2;
    private const int MostInTitle = 2;
    private const int MostToDo = 4;
    private const int MostWays = 2;
    private const int LongestReason = 160;
    private const int LongestList = 200;

    /// <summary>How long a line may be that has to be known before booking.</summary>
    public const int LongestWarning = 240;

    private const string EnglishGuide = "english-guide";

    /// <summary>Ways to travel that make a tour another one than by car or bus.</summary>
    private static readonly string[] OwnWays = ["motorbike", "self-powered-transport", "boat-transport", "cruise-ship", "rail-travel", "train", "cyclo", "horse-cart"];
    private const int NearestTitle = 70;
    private const int NearestReason = 110;

    /// <summary>The card of a tour in what a message with buttons holds: title, provider, places, length, price, why it fits, contact. Reasons give way before facts, the contact and what has to be known before booking never do.</summary>
    public async Task<string> CardAsync(TourPackage package, RankedPackage ranked, int rank, RecommendationList list, Trip? trip, string language, CancellationToken ct)
    {
        var party = trip?.Party;
        var elsewhere = trip is not null && StartPlace(package, language) is { } start && StartElsewhere.Not(package, trip, catalog.Gazetteer, language) is { } not ? Phrases.SetsOffNot.In(language, start, not) : null;
        var provider = await catalog.ProviderAsync(package.ProviderId, ct);
        var lines = new FittedLines()
            .Add(Title(package, rank, 120))
            .Add(ProviderLine(package, provider, language))
            .Add(await OtherLanguageAsync(package, language, ct))
            .Add(NotOffered(package, language))
            .Add(Join("↘ ", Below(list, ranked, language)))
            .Add(Join("📍 ", Places(package, language)), spare: 1)
            .Add(Join("🗓 ", Length(package, language)))
            .Add(Join("📅 ", Season.Of(package, time.TodayInVietNam(), language)))
            .Add(Join("🚩 ", elsewhere ?? Start(package, language)), spare: elsewhere is null ? 1 : 0)
            .Add("💰 " + Price(package, list.Currency, language))
            .Add(HardFacts.PriceCondition(package, language), spare: 1)
            .Add(party is { Adults: 1, Children: 0 } ? HardFacts.ForOne(package, language, texts) : null, spare: 1)
            .Add(NotInPrice(package, list.Currency, language), spare: 1)
            .Add(Join("🎒 ", package.Language == language ? null : OnTheWay(package, language)), spare: 4)
            .Add(Join("🧒 ", ranked.Reasons.Any(reason => reason.Code == ReasonCodes.NotAdmitted) ? null : await terms.AgesAsync(package, party, language, ct)))
            .Add("")
            .Add(await WordedAsync(list, package, language, ct), spare: 3);
        var reasons = elsewhere is null ? ranked.Reasons : [.. ranked.Reasons.Where(reason => reason.Code != ReasonCodes.StartsElsewhere || Shortfalls.IsFarStart(reason))];
        foreach (var (reason, i) in Shown(reasons).Select((reason, i) => (reason, i)))
        {
            lines.Add(Line(reason, package, list.Currency, language), spare: Shortfalls.Warns(reason) ? 0 : 2 + i);
        }

        return lines.Add("").Add(Join("☎ ", Contact(package, provider))).Within(Limits.InteractiveBody);
    }

    /// <summary>A tour whose card or details came before, in a few lines: that they did, what it is, whether it meets a wish that is new, and what is against it now.</summary>
    /// <param name="before">What was said of it before; null where that is not known.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<string> SeenAsync(TourPackage package, RankedPackage ranked, OutboundContent content, RecommendationList list, IReadOnlyList<Reason>? before, CancellationToken ct)
    {
        var (rank, language) = (content.Rank, content.Language);
        var lines = new FittedLines()
            .Add(Title(package, rank, 120))
            .Add("↩ " + (rank != 1 ? Phrases.SeenBefore : content.StaysFirst ? Phrases.SeenStillFirst : Phrases.SeenFirst).In(language))
            .Add(await OtherLanguageAsync(package, language, ct))
            .Add(NotOffered(package, language))
            .Add(Join("↘ ", Below(list, ranked, language)))
            .Add(RowDescription(package, list.Currency, language));
        List<Reason> fresh = [.. before is null ? [] : Shortfalls.New(ranked.Reasons, before).Take(SeenReasons)];
        var against = Shortfalls.Of(ranked).Where((reason, i) => i == 0 || (i < SeenReasons && Shortfalls.Gravity(reason) > 0)).Where(reason => !fresh.Exists(said => said.Code == reason.Code)).Take(SeenReasons);
        var inPart = ranked.Reasons.Where(reason => Shortfalls.IsInPart(reason) && !fresh.Exists(said => said.Code == reason.Code));
        foreach (var reason in inPart.Concat(fresh).Concat(against))
        {
            lines.Add(Line(reason, package, list.Currency, language));
        }

        return lines.Within(Limits.InteractiveBody);
    }

    /// <summary>A reason as a line of a message, with a tick where it speaks for the tour.</summary>
    private string Line(Reason reason, TourPackage package, string currency, string language) => Shortfalls.Mark(reason) + Limits.Line(Sentence(reason, package, currency, language), Shortfalls.Warns(reason) ? LongestWarning : LongestReason);

    /// <summary>The sentence of a reason, with the tour's own words for what is held against it. What a tour says itself is left out where that is in another language.</summary>
    public string Sentence(Reason reason, TourPackage package, string currency, string language) =>
        Limits.Neutralise(reasons.Sentence(reason is { Code: ReasonCodes.InPart, Arguments: [var how, var thing, _] } && package.Language != language ? reason with { Arguments = [how, thing] } : reason, language, currency) + Proof(reason, package, language));

    private string? Proof(Reason reason, TourPackage package, string language) =>
        reason is { Code: ReasonCodes.Excluded or ReasonCodes.ExcludedInPassing, Arguments: [var avoided, ..] } && package.Language == language && TellingWords.Of(package, avoided, lexicon) is { } words ? $" (“{words}”)" : null;

    /// <summary>The number and title of a tour, as what is said of it begins.</summary>
    public static string Title(TourPackage package, int rank, int max) => $"*{rank}. {Limits.Line(Limits.Neutralise(package.Title), max)}*";

    /// <summary>What a tour is if not what was asked for, in a list that begins with tours that are.</summary>
    private static string? Below(RecommendationList list, RankedPackage ranked, string language) => list.Packages[0].Standing != Standing.Answer ? null : (ranked.Standing switch
    {
        Standing.Answer => OfPrice(list.Packages[0], ranked),
        Standing.LacksNeed => Phrases.MayLack,
        Standing.NearMiss => Phrases.NotQuite,
        Standing.Elsewhere => Phrases.SomewhereElse,
        Standing.Unpriced => Phrases.Unpriced,
        _ when ranked.Reasons.Any(reason => reason is { Code: ReasonCodes.NotAdmitted, Arguments.Count: > 2 }) => Phrases.NotForAll,
        _ => Phrases.NotWanted,
    })?.In(language);

    /// <summary>What an answer is beside the first if that keeps to about the budget: clearly dearer, or of a price that nobody knows. No reason to rank it as none.</summary>
    private static Phrase? OfPrice(RankedPackage first, RankedPackage ranked) =>
        ListedTours.OverBudget(first) is not <= ListedTours.AboutPerCent ? null
        : ListedTours.OverBudget(ranked) > ListedTours.AboutPerCent ? Phrases.Dearer
        : ranked.Reasons.Any(reason => reason.Code == ReasonCodes.PriceUnknown) ? Phrases.Unpriced
        : null;

    /// <summary>That title and texts are in a language that the chat is not in, and what its guide speaks where it tells.</summary>
    public async Task<string?> OtherLanguageAsync(TourPackage package, string language, CancellationToken ct)
    {
        if (package.Language == language)
        {
            return null;
        }

        var isGuidedInEnglish = await IsGuidedInEnglishAsync(package, ct);
        return "🌐 " + (package.Language switch
        {
            "en" => isGuidedInEnglish ? Phrases.GuidedInEnglish : Phrases.InEnglishOnly,
            "vi" => isGuidedInEnglish ? Phrases.InVietnameseWithGuide : Phrases.InVietnameseOnly,
            _ => Phrases.InOtherLanguage,
        }).In(language);
    }

    private async Task<bool> IsGuidedInEnglishAsync(TourPackage package, CancellationToken ct) => await facts.OfAsync([package.Id], ct) is [{ } known] && known.Concepts.ContainsKey(EnglishGuide);

    /// <summary>The language of a tour, and, where that is not the reader's, whether its guide speaks English or has to be asked about; null for a language that is neither.</summary>
    public async Task<string?> SpokenAsync(TourPackage package, string language, CancellationToken ct)
    {
        var named = (package.Language switch { "en" => Phrases.RowInEnglish, "vi" => Phrases.RowInVietnamese, _ => null })?.In(language);
        return named is null || package.Language == language ? named : (await IsGuidedInEnglishAsync(package, ct) ? Phrases.CompareGuideEnglish : Phrases.CompareGuideUnsaid).In(language, named);
    }

    /// <summary>The same in a word or two, for a row.</summary>
    private static string? OtherLanguage(TourPackage package, string language) => package.Language == language ? null : package.Language switch
    {
        "en" => "🌐 " + Phrases.RowInEnglish.In(language),
        "vi" => "🌐 " + Phrases.RowInVietnamese.In(language),
        _ => null,
    };

    /// <summary>What stands over an agency's own words where they are in another language than the chat's.</summary>
    private static string? OwnWords(TourPackage package, string language) => package.Language == language ? null : (package.Language switch
    {
        "en" => Phrases.OwnWordsInEnglish,
        "vi" => Phrases.OwnWordsInVietnamese,
        _ => Phrases.OwnWords,
    }).In(language);

    /// <summary>What stands before a quotation from a tour's text: who writes, and in which language where that is not the chat's.</summary>
    public async Task<string> SaysAsync(TourPackage package, string language, CancellationToken ct) =>
        (package.Language == language ? Phrases.AgencySays : package.Language switch
        {
            "en" => Phrases.AgencySaysInEnglish,
            "vi" => Phrases.AgencySaysInVietnamese,
            _ => Phrases.AgencySays,
        }).In(language, await ProviderNameAsync(package, language, ct));

    /// <summary>A text of a tour by the things of some kinds (of any, where none is given) that it names; in its own words where they are the reader's, and as a quotation where they are not and nothing in them is known.</summary>
    public string Known(TourPackage package, string text, string language, int most, params ConceptKind[] kinds) =>
        package.Language == language ? Limits.Neutralise(text) : KnownThings.In(text, language, lexicon, most, kinds) ?? $"“{Limits.Neutralise(text)}”";

    /// <summary>What the price of a tour includes, in its own words where they are the reader's; quoted where they are not and nothing in them is known.</summary>
    public string Included(TourPackage package, string language, int most)
    {
        var said = string.Join(", ", package.Includes.Take(most).Select(item => Limits.Line(Limits.Neutralise(item), 80)));
        return package.Language == language ? said : IncludedThings.Of(package, language, lexicon, most, _ => true) ?? $"“{said}”";
    }

    /// <summary>The title of a tour in a row: where it goes and what there is to do, where the agency's own words are in another language than the reader's.</summary>
    /// <param name="package">The tour.</param>
    /// <param name="asked">Ids of the places asked for, with which no row needs to begin.</param>
    /// <param name="language">The reader's language.</param>
    public string RowTitle(TourPackage package, IReadOnlyCollection<string> asked, string language)
    {
        if (package.Language == language)
        {
            return RowTitles.Short(package.Title, [.. asked.Select(catalog.Gazetteer.Find).OfType<Place>().SelectMany(place => new[] { place.Name, place.NameEn })]);
        }

        var places = package.Locations.ExceptBy(asked, place => place.PlaceId ?? place.Text).ToList();
        var told = string.Join(": ", new[] { string.Join(" – ", Names(places.Count > 0 ? places : package.Locations, language, package.Language).Take(MostInTitle)), ToDo(package, language) ?? "" }.Where(part => part.Length > 0));
        return told.Length > 0 ? char.ToUpper(told[0], CultureInfo.InvariantCulture) + told[1..] : package.Title;
    }

    /// <summary>How one travels where that is by no car and no bus, which a title in another language hides, and then what there is to do.</summary>
    private string? OnTheWay(TourPackage package, string language)
    {
        var said = package.Transportation.SelectMany(entry => lexicon.FindInEntry(entry).Where(match => !PackageConcepts.IsDenied(entry, match.Start, match.End))).ToList();
        var ways = said.Where(match => match.Value.Kind == ConceptKind.Transport && lexicon.WithBroader([match.Value.Id]).Overlaps(OwnWays)).Select(match => match.Value.Label(language)).Distinct().Take(MostWays).ToList();
        var things = KnownThings.Of(string.Join(", ", package.Activities), language, lexicon, MostToDo, ConceptKind.Activity, ConceptKind.Nature, ConceptKind.Culture, ConceptKind.Food);
        return ways.Concat(things.Except(ways)).Take(MostToDo).ToList() is { Count: > 0 } told ? string.Join(", ", told) : null;
    }

    private string? ToDo(TourPackage package, string language, int most = MostInTitle) =>
        KnownThings.In(string.Join(", ", package.Activities), language, lexicon, most, ConceptKind.Activity, ConceptKind.Nature, ConceptKind.Culture, ConceptKind.Food);

    /// <summary>That a tour is not sold any more, where it is not.</summary>
    public static string? NotOffered(TourPackage package, string language) => package.Bookable ? null : "⚠ " + Phrases.NotOffered.In(language);

    /// <summary>Everything of a tour, in what a text message holds: inclusions and then days give way first, the contact and what to do next never do.</summary>
    public async Task<string> DetailsAsync(TourPackage package, RankedPackage ranked, int rank, RecommendationList list, string? next, string language, CancellationToken ct)
    {
        var provider = await catalog.ProviderAsync(package.ProviderId, ct);
        var lines = new FittedLines()
            .Add(Title(package, rank, 120))
            .Add(ProviderLine(package, provider, language))
            .Add(await OtherLanguageAsync(package, language, ct))
            .Add(NotOffered(package, language))
            .Add(Join("📍 ", Places(package, language)))
            .Add(Join("🗓 ", Length(package, language)))
            .Add(Join("📅 ", Season.Of(package, time.TodayInVietNam(), language)))
            .Add(Join("🚩 ", Start(package, language)))
            .Add("💰 " + Price(package, list.Currency, language));
        var warnings = Warnings(package, ranked, list.Currency, language);
        foreach (var warning in warnings)
        {
            lines.Add(warning);
        }

        // What a warning says already ("from age 7, so not a child of 6") is not said twice.
        var told = (await terms.OfAsync(package, language, ct)).Where(term => !warnings.Any(warning => warning.Contains(term, StringComparison.Ordinal))).ToList();
        lines.Add(Join("👥 ", told.Count > 0 ? Limits.Line(string.Join("; ", told), LongestWarning) : null));
        Section(lines, Phrases.WhyItFits.In(language), await WordedAsync(list, package, language, ct) is { } worded ? [worded] : [], 0);
        Section(lines, Phrases.InShort.In(language), package.Language != language && await facts.OfAsync([package.Id], ct) is [{ } known] ? [.. HardFacts.Of(package, language, texts), .. KnownThings.Of(known, language, lexicon)] : [], 0);
        Section(lines, OwnWords(package, language), package.Description is null ? [] : [Limits.Shorten(Limits.Neutralise(package.Description), 1200)], 0);
        Section(lines, Phrases.Itinerary.In(language), package.Itinerary.Take(15).Select((day, i) => $"{i + 1}. {Limits.Line(Limits.Neutralise(day), 160)}"), 1);
        Section(lines, Phrases.Includes.In(language), package.Includes.Take(12).Select(item => "• " + Limits.Line(Limits.Neutralise(item), 80)), 2);
        if (package.Language == language)
        {
            // What one eats is asked for more often than how one travels, which the days tell.
            Section(lines, Phrases.CompareTransport.In(language), Listed(package.Transportation), 2);
            Section(lines, Phrases.CompareFood.In(language), Listed(package.Food), 0);
        }

        Section(lines, Phrases.Stay.In(language), [.. package.Accommodation is { } said ? new[] { Limits.Line(Limits.Neutralise(said), 300) } : [], .. LodgingSaid.IsTooLittle(package, lexicon) ? new[] { Phrases.StaysOffered.In(language) } : []], 0);
        Section(lines, Phrases.GoodToKnow.In(language), package.Notes is { } notes ? [Limits.Shorten(Limits.Neutralise(notes), 800)] : [], 0);
        return lines.Add("").Add(Join("☎ ", Contact(package, provider))).Add(next).Within(Limits.Text);
    }

    /// <summary>What a language model said of why it fits, and that it did; null where it said nothing. Nobody is asked.</summary>
    private async Task<string?> WordedAsync(RecommendationList list, TourPackage package, string language, CancellationToken ct) =>
        await worded.SaidAsync(list.Id, package, language, ct) is { Count: > 0 } said
            ? string.Join('\n', said.Select(reason => "✓ " + Limits.Line(Limits.Neutralise(reason.Text), 300)).Append($"_{Phrases.WordedByModel.In(language)}_"))
            : null;

    /// <summary>What has to be known before a tour is booked, a line each, the worst first: whom it does not take, what it lacks or has against the wishes, that it costs more, takes longer or goes elsewhere. Nothing where nothing speaks against it.</summary>
    public IReadOnlyList<string> Warnings(TourPackage package, RankedPackage ranked, string currency, string language) =>
        [.. Shortfalls.BeforeBooking(ranked).Take(WarningsShown).Select(reason => "⚠ " + Limits.Line(Sentence(reason, package, currency, language), LongestWarning))];

    /// <summary>A line that says whom a tour is made for, where nobody said who travels; null where there is nothing to know.</summary>
    public string? ForSome(TourPackage package, RankedPackage ranked, string currency, string language) =>
        ranked.Reasons.FirstOrDefault(reason => reason.Code == ReasonCodes.MadeForSome) is { } some ? Line(some, package, currency, language) : null;

    /// <summary>What a tour does not say of what was asked for, as its card says it.</summary>
    public IReadOnlyList<string> Unsaid(TourPackage package, RankedPackage ranked, string currency, string language) =>
        [.. Shortfalls.Of(ranked).Where(reason => reason.Code == ReasonCodes.DoesNotSay).Select(reason => Line(reason, package, currency, language)).Distinct().Take(UnsaidShown)];

    /// <summary>Length, price, the days on which it goes where these are few, and places on one line.</summary>
    public string RowDescription(TourPackage package, string currency, string language) =>
        string.Join(" · ", new[] { Length(package, language), Price(package, currency, language), Once(package, language) ?? Join("📅 ", Season.Of(package, time.TodayInVietNam(), language)), BesideTitle(package, language) }.Where(part => part is { Length: > 0 }));

    /// <summary>The day of a tour that goes once.</summary>
    private static string? Once(TourPackage package, string language) => Season.Departure(package) is { } day ? "📅 " + TourFacts.Text(day, language) : null;

    /// <summary>What a row's title does not tell: where it goes, or, where the title says that, what there is to do.</summary>
    private string? BesideTitle(TourPackage package, string language) => package.Language == language ? Places(package, language) : ToDo(package, language) ?? Places(package, language);

    /// <summary>The same with the worst that has to be known before booking, shortly, the language it is written in if that is not the reader's, and the start where somebody is elsewhere already, in front of the places, which give way.</summary>
    /// <param name="package">The tour.</param>
    /// <param name="ranked">The same in its list.</param>
    /// <param name="currency">The currency of the list.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="there">Ids of the places where the reader is; none where that is not known.</param>
    public string RowDescription(TourPackage package, RankedPackage ranked, string currency, string language, IReadOnlyCollection<string> there)
    {
        var worst = Shortfalls.BeforeBooking(ranked).Select(reason => reasons.InShort(reason, language)).FirstOrDefault(said => said is not null);
        var start = there.Count > 0 && package.Start?.PlaceId is { } from && !there.Any(place => catalog.Gazetteer.Contains(place, from)) ? Start(package, language) : null;
        var (length, price) = (Length(package, language), Price(package, currency, language));
        var told = "";
        foreach (var (shorterLength, shorterPrice) in new[] { (length, price), (ShortLength(package, language), price), (ShortLength(package, language), ShortPrice(package, currency, language, TourFacts.Text)), (ShortLength(package, language), ShortPrice(package, currency, language, InShort)) })
        {
            // What has to be known before booking, and the language, are not cut: nights and the length of a price give way first, but never whose price it is.
            told = Joined([shorterLength, shorterPrice, Once(package, language), Join("⚠ ", worst), OtherLanguage(package, language)]);
            if (told.Length <= Limits.RowDescription)
            {
                break;
            }
        }

        return told.Length > Limits.RowDescription - LeastPlaces ? told : Joined([told, start, BesideTitle(package, language)]);

        static string Joined(string?[] parts) => string.Join(" · ", parts.Where(part => part is { Length: > 0 }));
    }

    /// <summary>So much room places need in a row, or they are left out.</summary>
    private const int LeastPlaces = 4;

    /// <summary>The days of a tour without its nights.</summary>
    private static string? ShortLength(TourPackage package, string language) =>
        package.DurationDays switch { null => null, .5 => Phrases.HalfDay.In(language), 1 => Phrases.OneDay.In(language), { } days => Phrases.Days.In(language, days.ToString("0.#", language == "vi" ? CultureInfo.GetCultureInfo("vi") : CultureInfo.InvariantCulture)) };

    /// <summary>A price with the shortest words for whose it is.</summary>
    private string ShortPrice(TourPackage package, string currency, string language, Func<Money, string, string> text) => TourFacts.PriceIn(package, currency, catalog.Rates) is { } price
        ? (package.PricePer == PricePer.Group ? Phrases.PerGroupShort : Phrases.PerPersonShort).In(language, (price.Currency != package.Price!.Value.Currency ? "≈ " : "") + text(price, language))
        : Price(package, currency, language);

    /// <summary>What tells a tour from others of its title, shortly: the day of its one departure, its months, its days, its price, where it starts.</summary>
    public IReadOnlyList<string?> RowFacts(TourPackage package, string currency, string language) =>
    [
        Season.Departure(package)?.ToString(language == "vi" ? "d/M" : "d MMM", CultureInfo.InvariantCulture),
        Season.InShort(package, time.TodayInVietNam(), language),
        package.DurationDays switch { null => null, .5 => Phrases.HalfDay.In(language), 1 => Phrases.OneDay.In(language), { } days => Phrases.Days.In(language, days.ToString("0.#", CultureInfo.InvariantCulture)) },
        TourFacts.PriceIn(package, currency, catalog.Rates) is { } price ? InShort(price, language) : null,
        package.Start?.Text,
    ];

    /// <summary>"1,55tr", "750k", "1.55m ₫": đồng as people write them where there is little room.</summary>
    private static string InShort(Money price, string language) => (price, language) switch
    {
        ({ Currency: "VND", Amount: >= 1_000_000 }, "vi") => (price.Amount / 1_000_000).ToString("0.##", new NumberFormatInfo { NumberDecimalSeparator = "," }) + "tr",
        ({ Currency: "VND", Amount: >= 1_000_000 }, _) => (price.Amount / 1_000_000).ToString("0.##", CultureInfo.InvariantCulture) + "m ₫",
        ({ Currency: "VND", Amount: >= 1_000 }, "vi") => (price.Amount / 1_000).ToString("0", CultureInfo.InvariantCulture) + "k",
        _ => TourFacts.Text(price, language),
    };

    /// <summary>The provider's name, or its id if the provider is gone.</summary>
    public async Task<string> ProviderNameAsync(TourPackage package, string language, CancellationToken ct) =>
        Phrases.OfSample(Limits.Line(Limits.Neutralise((await catalog.ProviderAsync(package.ProviderId, ct))?.Name ?? package.ProviderId), 80), language);

    public async Task<string?> ContactAsync(TourPackage package, CancellationToken ct) => Contact(package, await catalog.ProviderAsync(package.ProviderId, ct));

    /// <summary>Sentences that say which wish ruled tours out.</summary>
    public IEnumerable<string> Relaxations(IReadOnlyList<Relaxation> relaxations, string language) => Outbox.Relaxations.Of(relaxations).Select(choice => choice.Mark + reasons.Sentence(choice.Relaxation, language));

    /// <summary>The best tour that giving up a wish would bring, with what it is and what it takes, and with its number where it is shown; of one that is not in the list, where it goes if places are given up.</summary>
    public string Nearest(TourPackage package, RecommendationList list, Relaxation offer, string language)
    {
        var rank = list.RankOf(package.Id);
        var takes = rank == 0 ? [] : list.Packages[rank - 1].Reasons.Where(reason => RelaxedReasons.IsOf(reason, offer.Wish)).Take(2).ToList();
        var facts = new[]
        {
            takes.Exists(reason => reason.Code == ReasonCodes.DaysOff) ? null : Length(package, language), // Which both begin with the number itself.
            takes.Exists(reason => reason.Code == ReasonCodes.PriceOver) ? null : Price(package, list.Currency, language),
            rank == 0 && Relaxing.Parts(offer.Wish).Contains(Relaxing.Places) ? Places(package, language) : null,
        }.OfType<string>().Concat(takes.Select(reason => Limits.Line(Limits.Neutralise(reasons.Sentence(reason, language, list.Currency)), NearestReason)));
        return "   ↳ " + Phrases.Nearest.In(language, ListedTours.Before(list, ListedTours.Shown, []).Contains(rank) ? Title(package, rank, NearestTitle) : $"*{Limits.Line(Limits.Neutralise(package.Title), NearestTitle)}*", string.Join(" · ", facts));
    }

    /// <summary>The price in the traveller's currency, "≈" where it was converted.</summary>
    public string Price(TourPackage package, string currency, string language)
    {
        if (package.Price is not { } price)
        {
            return Phrases.PriceOnRequest.In(language);
        }

        var known = TourFacts.PriceIn(package, currency, catalog.Rates) ?? price;
        var shown = (known.Currency == price.Currency ? "" : "≈ ") + TourFacts.Text(known, language);
        return (package.PricePer == PricePer.Group ? Phrases.PerGroup : Phrases.PerPerson).In(language, shown);
    }

    /// <summary>What nobody can do without and the price leaves out, as its text says it.</summary>
    public string? NotInPrice(TourPackage package, string currency, string language) => package.Price is null ? null : LeftOut.Of(package, language, texts, money =>
        TourFacts.In(money, currency, catalog.Rates) is { } known && known.Currency != money.Currency ? "≈ " + TourFacts.Text(known, language) : TourFacts.Text(money, language));

    /// <summary>The places a tour goes to, by their names in a language.</summary>
    public string? Places(TourPackage package, string language)
    {
        var names = Names(package.Locations, language, package.Language).ToList();
        return names.Count == 0 ? null : Limits.Line(string.Join(", ", names.Take(5)), 140);
    }

    /// <summary>Names of places; one that no gazetteer has by the thing it is, "pine forest", where the tour's language is not the reader's.</summary>
    private IEnumerable<string> Names(IEnumerable<NamedPlace> places, string language, string? written) =>
        places.Select(place => place.PlaceId is { } id && catalog.Gazetteer.Find(id) is { } known ? known.Label(language) : (written == language ? null : KnownThings.In(place.Text, language, lexicon, 1, ConceptKind.Nature, ConceptKind.Culture)) ?? Limits.Neutralise(place.Text)).Distinct();

    /// <summary>Days and nights of a tour.</summary>
    public static string? Length(TourPackage package, string language)
    {
        string Number(double value) => value.ToString("0.#", language == "vi" ? new NumberFormatInfo { NumberDecimalSeparator = "," } : NumberFormatInfo.InvariantInfo);
        var days = package.DurationDays switch
        {
            null => null,
            .5 => Phrases.HalfDay.In(language),
            1 => Phrases.OneDay.In(language),
            { } n => Phrases.Days.In(language, Number(n)),
        };
        var nights = package.Nights switch
        {
            null or 0 => null,
            1 => Phrases.OneNight.In(language),
            { } n => Phrases.Nights.In(language, Number(n)),
        };
        return (days, nights) switch { (null, null) => null, (_, null) => days, (null, _) => nights, _ => $"{days} {nights}" };
    }

    /// <summary>Where a tour sets off.</summary>
    public string? Start(TourPackage package, string language) => StartPlace(package, language) is { } place ? Phrases.SetsOff.In(language, place) : null;

    /// <summary>Where a tour sets off, the place alone.</summary>
    public string? StartPlace(TourPackage package, string language) => package.Start is not { } start ? null
        : Limits.Line(start.PlaceId is { } id && catalog.Gazetteer.Find(id) is { } known ? known.Label(language) : Limits.Neutralise(start.Text), 60);

    private static string ProviderLine(TourPackage package, Provider? provider, string language) =>
        "_" + Limits.Line(Limits.Neutralise(provider?.PlainName() ?? package.ProviderId), 80) + (provider?.IsSample == true ? $" ({Phrases.SampleData.In(language)})" : "") + "_";

    private static string? Contact(TourPackage package, Provider? provider)
    {
        var parts = new[] { package.ContactPhone ?? provider?.ContactPhone, package.ContactEmail ?? provider?.ContactEmail }.Where(part => !string.IsNullOrWhiteSpace(part)).ToList();
        return parts.Count == 0 ? null : Limits.Line(string.Join(" · ", parts), 160);
    }

    /// <summary>Five reasons in their order, those to know before booking and a start far away among them whatever gives way; and the first that speaks against the tour if none of these does.</summary>
    private static IReadOnlyList<Reason> Shown(IReadOnlyList<Reason> all)
    {
        // That a text has words of theirs is no reason that anybody would give.
        all = [.. all.Where(reason => reason.Code != ReasonCodes.OwnWords)];
        var warnings = all.Where(reason => Shortfalls.Warns(reason) || Shortfalls.IsFarStart(reason)).Take(ReasonsShown).ToList();
        var others = all.Except(warnings).Take(ReasonsShown - warnings.Count).ToList();
        List<Reason> first = [.. all.Where(reason => warnings.Contains(reason) || others.Contains(reason))];
        return !first.Any(Shortfalls.IsAgainst) && all.Except(first).FirstOrDefault(Shortfalls.IsAgainst) is { } but ? [.. first, but] : first;
    }

    private static string? Join(string mark, string? text) => text is null ? null : mark + text;

    private static IEnumerable<string> Listed(IReadOnlyList<string> things) => things.Count == 0 ? [] : [Limits.Line(Limits.Neutralise(string.Join(", ", things)), LongestList)];

    private static void Section(FittedLines lines, string? title, IEnumerable<string> content, int spare)
    {
        var body = content.ToList();
        if (body.Count == 0)
        {
            return;
        }

        lines.Add("").Add(title is null ? null : $"*{title}*");
        body.ForEach(line => lines.Add(line, spare));
    }
}
