using System.Text;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests.Reading.Dates;
using TravelBuddy.Web.Interests.Reading.Money;
using TravelBuddy.Web.Interests.Reading.Roles;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>
/// The rules together: dates, lengths, money and party claim their words first, then places and concepts are found, then the intent is judged from
/// all of it. No state, no input that throws.
/// </summary>
public sealed partial class WishReader(Gazetteer gazetteer, Lexicon lexicon, RoleModel roles) : IWishReader
{
    private readonly MisspeltConcepts _misspelt = new(lexicon);

    /// <summary>How much of a text is read, in UTF-16 units.</summary>
    public const int LongestText = 4000;

    /// <summary>Kinds of places whose names tell what one goes there for.</summary>
    private static readonly HashSet<string> Sights = new(["sight", "cave", "river", "heritage_site"], StringComparer.Ordinal);

    private const string WholeFamily = "whole-family";

    /// <summary>How many of place, length, dates, budget, party and start tell a whole trip.</summary>
    private const int WholeTrip = 4;

    public WishReading Read(string text, string? languageHint, DateOnly today)
    {
        text = Clean(text);
        var folded = new FoldedText(text);
        var names = PlaceGrammar.Named(text, gazetteer);
        var language = LanguageOf(text, names, languageHint);
        var extractions = new List<Extraction>();
        var command = IntentGrammar.Command(folded);
        if (command is { } plain and not Intent.Human)
        {
            return Commanded(plain, folded, language, extractions);
        }

        var ordinal = IntentGrammar.Ordinal(folded);
        var refinements = IntentGrammar.Refinements(folded);
        var plans = OwnPlans.Find(folded, names, lexicon);
        foreach (var plan in plans)
        {
            folded.Claim(folded.FoldedIndex(plan.Start), folded.FoldedIndex(plan.End) - folded.FoldedIndex(plan.Start));
        }

        Unnamed(folded, name => !Weekday().IsMatch(folded.Folded[folded.FoldedIndex(name.Start)..folded.FoldedIndex(name.End)]));
        var (dates, noSuchDays) = DateGrammar.Find(folded, today);
        var lengths = DurationGrammar.Find(folded, language);
        var durations = Stays.Together(folded, lengths, names);
        var isSum = durations.Count < lengths.Count;
        durations.RemoveAll(length => refinements.Any(refinement => refinement.Overlaps(length.Start, length.End)));
        dates ??= noSuchDays is null ? TimesFromNow.Among(durations, folded, today) : null;
        durations = WholeTrips.Only(folded, durations);
        durations = DaysOfStay.Weekends(folded, dates, durations);
        // What stands between the days of a stay is read too.
        var said = durations;
        durations = DaysOfStay.Length(folded, dates, durations, isSum, names);
        dates = DaysOfStay.Of(folded, dates, durations);
        var budget = MoneyGrammar.Find(folded, language, Travellers, durations.MaxBy(length => length.Value.MaxDays)?.Value, () => HomeCurrencies.Of(folded, gazetteer));
        var night = NightPrices.OfRoom(folded, language, Travellers, () => HomeCurrencies.Of(folded, gazetteer));
        var party = PartyGrammar.Find(Unnamed(folded));
        var ages = ChildAges.Find(folded);
        var noChildren = NoChildren.Find(folded);

        var (concepts, otherwise, inNames) = Concepts(text, language, names, [.. said.Select(found => (found.Start, found.End)), .. refinements.Where(found => found.Value != Refinement.Nearer).Select(found => (found.Start, found.End)), .. budget is null ? [] : new[] { (budget.Start, budget.End) }, .. night is null ? [] : new[] { (night.Start, night.End) }, .. plans]);
        names = [.. names.Where(name => !concepts.Any(concept => IsPartOf(name, concept) && !NamesInPhrases.AreMeant(folded, name, concept)))];
        (int Start, int End)[] days = dates is null ? [] : [(dates.Start, dates.End)];
        // Days that other places stand between are those of several stops, and belong to the places before them.
        var stops = days.Where(span => names.Any(name => span.Start < name.Start && name.End < span.End));
        var places = PlaceGrammar.Read(folded, names, gazetteer, roles, [.. concepts.Select(concept => (concept.Start, concept.End)), .. days], [.. said.Select(duration => (duration.Start, duration.End)), .. stops]).WithJourney(durations, gazetteer);
        concepts = [.. concepts, .. Weekends.Find(folded, lexicon).Where(weekend => dates is null && said.Count > 0 && !said.Exists(length => weekend.Start < length.End && length.Start < weekend.End) && !concepts.Any(concept => weekend.Start < concept.End && concept.Start < weekend.End))];
        concepts = [.. concepts.Where(concept => !places.Places.Any(place => place.Start <= concept.Start && concept.End <= place.End))];
        var (stances, narrower) = ConceptGrammar.Read(folded, concepts, [.. names.Select(name => (name.Start, name.End))]);
        stances.AddRange(Calmer.Than(narrower, lexicon));
        var (rides, refusedRides) = ShipOrTrain.Words(folded, concepts);
        var denied = Denied(text, concepts).ToList();
        stances.RemoveAll(entry => (entry.Concept.Value.Kind != ConceptKind.Diet || AsAllergy(entry.Concept.Value)) && denied.Any(other => other.Concept.Start == entry.Concept.Start));
        stances.AddRange(denied);
        stances.AddRange(VerbConcepts.RefusedClimbs(folded, lexicon).Select(match => (new Found<Concept>(match.Value, match.Start, match.End), Stance.Unwanted)));
        Reach(stances, denied);
        Allergies.Name(folded, stances, lexicon);
        RidingGrammar.TakeBack(folded, stances, lexicon);
        RidingGrammar.Name(folded, stances, lexicon);
        stances.AddRange(inNames.Where(match => places.Places.Any(place => place.Start <= match.Start && match.End <= place.End)).Select(match => (new Found<Concept>(match.Value, match.Start, match.End), Stance.Wanted)));
        stances = Weighed(NamedThings.Of(folded, stances, [.. names.Select(name => (name.Start, name.End))]), stances);
        var unneeded = stances.Where(entry => entry.Stance == Stance.Indifferent).Select(entry => entry.Concept).ToList();
        // Beside an amount "budget" is the word for it, not a way to travel.
        stances.RemoveAll(entry => party is not null && entry.Concept.Value.Id == WholeFamily); // Who is counted is told.
        stances.RemoveAll(entry => entry.Stance == Stance.Indifferent || budget is not null && text[entry.Concept.Start..entry.Concept.End].Equals("budget", StringComparison.OrdinalIgnoreCase));
        var parts = Concord.Settle(folded, stances, party?.Value);

        List<Found<string>> inWords = [.. places.Unwanted, .. parts, .. narrower, .. refusedRides];

        var wishes = new Wishes
        {
            Language = language,
            Currency = budget?.Value.Currency ?? night?.Value.Currency ?? "VND",
            Places = [.. places.Places.Select(place => place.Value)],
            Start = places.Start?.Value,
            Durations = [.. durations.Select(duration => duration.Value).Distinct()],
            Dates = dates?.Value,
            Party = party?.Value,
            Budget = budget?.Value,
            MostPerNight = night?.Value,
            Transportation = Wanted(ConceptSlots.Transport) with { Phrases = [.. rides.Select(ride => ride.Value).Distinct()] },
            Food = Wanted(ConceptSlots.Food),
            Activities = Wanted(ConceptSlots.Activities),
            Accommodation = Wanted(ConceptSlots.Stay),
            Exclusions = new([.. Ids(Stance.Unwanted)], [.. inWords.Select(refused => refused.Value)]),
            Essentials = new([.. Ids(Stance.Essential)], []),
        };

        // Words that call for somebody or change a list are by the way where a whole trip is told.
        var whole = new[] { places.Places.Count > 0, said.Count > 0, dates is not null, budget is not null, party is not null, places.Start is not null }.Count(told => told) >= WholeTrip;
        if (command is { } call && !whole)
        {
            return Commanded(call, folded, language, extractions) with { Ordinal = ordinal?.Value };
        }

        extractions.AddRange(places.Places.Select(place => new Extraction("places", place.Value.PlaceId ?? place.Value.Text!, place.Start, place.End)));
        extractions.AddRange(places.Replaced.Select(place => new Extraction("replaced", place.Value.PlaceId!, place.Start, place.End)));
        extractions.AddRange(inWords.Select(refused => new Extraction("exclusions", refused.Value, refused.Start, refused.End)));
        extractions.AddRange(unneeded.Select(concept => new Extraction("unneeded", concept.Value.Id, concept.Start, concept.End)));
        extractions.AddRange(rides.Select(ride => new Extraction(ConceptSlots.Transport, ride.Value, ride.Start, ride.End)));
        Add("start", places.Start, start => start.PlaceId ?? start.Text!);
        extractions.AddRange(durations.Select(duration => new Extraction("durations", Invariant($"{duration.Value.MinDays}-{duration.Value.MaxDays}"), duration.Start, duration.End)));
        Add("dates", dates, value => $"{value.From:yyyy-MM-dd}..{value.To:yyyy-MM-dd}");
        Add(Extraction.NoSuchDay, noSuchDays, days => string.Join(", ", days.Select(day => Invariant($"{day.Year}-{day.Month:00}-{day.Day:00}"))));
        Add("budget", budget, value => Invariant($"{value.Min}..{value.Max} {value.Currency}"));
        Add(Extraction.NightPrice, night, value => Invariant($"{value.Amount} {value.Currency}"));
        Add("party", party, value => Invariant($"{value.Adults}+{value.Children}"));
        if (noChildren is var (from, to))
        {
            extractions.Add(new Extraction("party", "", from, to));
        }

        extractions.AddRange(ages.Select(told => new Extraction(Extraction.Ages, string.Join(',', told.Value), told.Start, told.End)));
        Add("ordinal", ordinal, value => Invariant($"{value}"));
        extractions.AddRange(refinements.Select(refinement => new Extraction("refinement", refinement.Value.ToString(), refinement.Start, refinement.End)));
        extractions.AddRange(stances.Select(entry => new Extraction(
            entry.Stance switch { Stance.Unwanted => "exclusions", Stance.Essential => "essentials", _ => ConceptSlots.Of(entry.Concept.Value.Kind) }, entry.Concept.Value.Id, entry.Concept.Start, entry.Concept.End)));

        var any = places.Places.Count > 0 || durations.Count > 0 || dates is not null || budget is not null || party is not null || ages.Count > 0 || noChildren is not null || stances.Count > 0 || unneeded.Count > 0 || narrower.Count + rides.Count + refusedRides.Count > 0 || places.Start is not null || places.Unwanted.Count > 0;
        var detailed = durations.Count > 0 || budget is not null || dates is not null;
        var compares = !detailed && places.Places.Count == 0 && party is null && Comparatives.Any(folded, stances.Select(entry => (entry.Concept.Start, entry.Concept.End)));
        var intent = whole ? Intent.Search : IntentOf(folded, wishes, any, detailed, places.Places.Count > 0, ordinal, refinements.Count > 0 || compares);
        var (left, refused) = Leftovers.Find(text, language, [.. extractions.Select(extraction => (extraction.Start, extraction.End)), .. names.Select(name => (name.Start, name.End)), .. concepts.Concat(otherwise).Select(concept => (concept.Start, concept.End)), .. plans],
            [.. extractions.Where(extraction => extraction.Slot == "exclusions" || Leftovers.Refuses(text[extraction.Start..extraction.End])).Select(extraction => (extraction.Start, extraction.End))]);
        if (intent == Intent.Search)
        {
            wishes = wishes with { Accommodation = wishes.Accommodation with { Phrases = left }, Exclusions = wishes.Exclusions with { Phrases = [.. wishes.Exclusions.Phrases, .. refused] } };
        }

        return new WishReading
        {
            Intent = intent,
            Language = language,
            Wishes = wishes,
            Refinements = [.. refinements.Select(refinement => refinement.Value).Distinct()],
            Ordinal = ordinal?.Value,
            RefusedPlaces = [.. names.Where(name => places.Unwanted.Any(refused => refused.Start == name.Start)).Select(name => name.Value.Id).Distinct()],
            NoSuchDays = noSuchDays?.Value ?? [],
            ChildAges = [.. ages.SelectMany(told => told.Value)],
            LeavesChildren = noChildren is not null,
            Beyond = left,
            Extractions = [.. extractions.Distinct().OrderBy(extraction => extraction.Start)],
        };

        PartyWish? Travellers() => PartyGrammar.Find(Unnamed(new FoldedText(text)))?.Value;

        // "Ba" and "Bể" of a lake count nobody, and the "Dec" of Sa Dec is no month.
        FoldedText Unnamed(FoldedText whole, Func<PhraseMatch<Place>, bool>? which = null)
        {
            foreach (var name in names.Where(which ?? (_ => true)))
            {
                var at = whole.FoldedIndex(name.Start);
                whole.Claim(at, whole.FoldedIndex(name.End) - at);
            }

            return whole;
        }

        ConceptWishes Wanted(string slot) => new([.. stances.Where(entry => entry.Stance != Stance.Unwanted && ConceptSlots.Of(entry.Concept.Value.Kind) == slot).Select(entry => entry.Concept.Value.Id).Distinct()], []);

        IEnumerable<string> Ids(Stance stance) => stances.Where(entry => entry.Stance == stance).Select(entry => entry.Concept.Value.Id).Distinct();

        void Add<T>(string slot, Found<T>? found, Func<T, string> value)
        {
            if (found is not null)
            {
                extractions.Add(new Extraction(slot, value(found.Value), found.Start, found.End));
            }
        }
    }

    public IReadOnlyList<DurationWish> ReadDurations(string text, string? languageHint)
    {
        text = Clean(text);
        return DurationGrammar.Choice(text, languageHint ?? LanguageGuess.Of(text, [], null));
    }

    public BudgetWish? ReadNightPrice(string text, string? languageHint)
    {
        text = Clean(text);
        var folded = new FoldedText(text);
        return NightPrices.Find(folded, languageHint ?? LanguageGuess.Of(text, [], null), () => PartyGrammar.Find(new FoldedText(text))?.Value, () => HomeCurrencies.Of(folded, gazetteer));
    }

    public string LanguageOf(string text, string? hint)
    {
        text = Clean(text);
        return LanguageOf(text, PlaceGrammar.Named(text, gazetteer), hint);
    }

    private static string LanguageOf(string text, IReadOnlyList<PhraseMatch<Place>> names, string? hint) => LanguageGuess.Of(text, [.. names.Select(name => (name.Start, name.End))], hint);

    private static Intent IntentOf(FoldedText text, Wishes wishes, bool any, bool detailed, bool place, Found<int>? ordinal, bool refines)
    {
        var folded = text.Folded;
        // Where nothing is done by day, nights, dates and prices are of the house.
        var isOfNights = wishes.Activities.IsEmpty && wishes.Transportation.IsEmpty && !IntentGrammar.SpeaksOfTours(folded);
        if (IntentGrammar.AsksForAccommodation(folded) && (!detailed || isOfNights) || isOfNights && IntentGrammar.IsOfAHouse(folded) && (place || Near().IsMatch(folded)))
        {
            return Intent.Accommodation;
        }

        if (IntentGrammar.AsksToBook(folded) && (ordinal is not null || !any))
        {
            return Intent.Book;
        }

        if (refines)
        {
            return Intent.Refine;
        }

        if (ordinal is not null && !detailed && !place || IntentGrammar.AsksForDetails(folded) && !any)
        {
            return Intent.Details;
        }

        return !any ? Intent.Unknown : IntentGrammar.Changes(text) ? Intent.Refine : Intent.Search;
    }

    [GeneratedRegex(@"\b(?:near|around|close to|gan|quanh)\b")]
    private static partial Regex Near();

    private static WishReading Commanded(Intent command, FoldedText text, string language, List<Extraction> extractions)
    {
        var chosen = command == Intent.ChooseLanguage ? IntentGrammar.ChosenLanguage(text.Folded.Trim()) : null;
        if (chosen is not null)
        {
            extractions.Add(new Extraction("language", chosen, 0, text.Original.Length));
        }

        return new WishReading { Intent = command, Language = chosen ?? language, Wishes = new Wishes { Language = chosen ?? language }, Extractions = extractions };
    }

    /// <summary>The concepts named, the words that would name one but mean something else where they stand, and what the names of sights say of them ("Vinh Moc tunnels").</summary>
    private (IReadOnlyList<PhraseMatch<Concept>> Meant, IReadOnlyList<PhraseMatch<Concept>> Otherwise, IReadOnlyList<PhraseMatch<Concept>> InNames) Concepts(string text, string language, IReadOnlyList<PhraseMatch<Place>> names, IReadOnlyList<(int Start, int End)> claimed)
    {
        var folded = new FoldedText(text);
        var found = ConceptsBeside.Complete(text, lexicon, lexicon.FindIn(text));
        var nights = NightsOnTheWay.Find(folded, lexicon).ToList();
        found = [.. nights, .. found.Where(match => match.Value.Id == "cruise-ship" || !nights.Any(night => night.Start < match.End && match.Start < night.End))];
        found = [.. found, .. VerbConcepts.Things(folded, found, lexicon), .. VerbConcepts.Climbs(folded, names, lexicon), .. VerbConcepts.Flights(folded, names, lexicon), .. VerbConcepts.RockClimbing(folded, lexicon).Where(sport => !found.Any(match => match.Start < sport.End && sport.Start < match.End)), .. StarredLodging.Find(text, lexicon).Where(star => !found.Any(match => match.Value == star.Value))];
        found = [.. found, .. SeatedVehicles.Find(folded, lexicon).Concat(LoneVehicles.Find(folded, lexicon)).Where(vehicle => !found.Any(match => match.Start < vehicle.End && vehicle.Start < match.End))];
        found = [.. found, .. OldAges.Find(folded, lexicon).Concat(OldByName.Find(folded, lexicon)).Where(age => !found.Any(match => match.Start < age.End && age.Start < match.End))];
        found = StarredShips.Meant(folded, found, lexicon);
        found = RidingGrammar.Motorised(folded, found, lexicon);
        found = [.. found, .. ShipOrTrain.Boats(folded, found, names, lexicon)];
        found = [.. found, .. Comparatives.Find(text, lexicon, Taken())];
        found = [.. found, .. _misspelt.Find(text, Taken())];
        var alone = language == "vi" ? LoneWords.Find(folded, lexicon).Where(word => !found.Any(match => match.Start < word.End && word.Start < match.End)) : [];
        var otherwise = OtherMeanings.Among(folded, found);
        return ([.. found.Except(otherwise).Where(match =>
            !names.Any(name => name.Start <= match.Start && match.End <= name.End)
            && !claimed.Any(span => match.Start < span.End && span.Start < match.End && !nights.Contains(match) && match.Value is not ({ Kind: ConceptKind.Traveller } or { Id: "weekend-getaway" }))
            && !Misread(match)), .. alone], otherwise,
            [.. found.Except(otherwise).Where(match => names.Any(name => name.Start <= match.Start && match.End <= name.End && Sights.Contains(name.Value.Kind)) && (match.Value.Kind is ConceptKind.Culture or ConceptKind.Activity || match.Value.Id is "cave" or "river"))]);

        List<(int Start, int End)> Taken() => [.. claimed, .. names.Select(name => (name.Start, name.End)), .. found.Select(match => (match.Start, match.End))];

        // "Đi Hội An" is no festival; a local family is the host; and short English forms inside Vietnamese are usually other words ("bay" flies).
        bool Misread(PhraseMatch<Concept> match) =>
            names.Any(name => match.Start < name.Start && name.Start < match.End && match.End < name.End && char.IsUpper(text[name.Start]))
            || match.Value.Id is "festival-event" or "island" && names.Any(name => match.Start < name.Start && name.Start < match.End && match.End < name.End)
            || match.Value.Id == "family-with-kids" && ConceptGrammar.OfHosts(text[..match.Start])
            || language == "vi" && match.Value.Id != "flight" && text[match.Start..match.End].ToLowerInvariant() is "bay" or "the bay" or "fly" or "ban" or "den" or "hang" or "dong" or "long" or "sen" or "may" or "shop";
    }

    // The Huế of "bún bò Huế" is part of a dish's name; the Hạ Long of "du thuyền Hạ Long" is where it sails, and the Fansipan of "leo Fansipan" where one climbs.
    private static bool IsPartOf(PhraseMatch<Place> name, PhraseMatch<Concept> concept) =>
        concept.Start <= name.Start && name.End <= concept.End && concept.End - concept.Start > name.End - name.Start
        && !(concept.Value.Id == "mountain-climbing" && name.Value.Kind == "mountain") && !(concept.Value.Kind == ConceptKind.Transport && name.Value.Popularity >= PlaceGrammar.WellKnown) && concept.Value.Id != NightsOnTheWay.OnBoat;

    private static bool AsAllergy(Concept concept) => concept.Id.EndsWith("-allergy", StringComparison.Ordinal);

    // "No trekking" may be a concept of its own (an easy trip), "no nuts" another (an allergy): said like that it is a wish against trekking or
    // seafood and nothing more. A diet ("no pork") stays one, and so do few people and quiet, which nobody wishes for in other words.
    private IEnumerable<(Found<Concept> Concept, Stance Stance)> Denied(string text, IReadOnlyList<PhraseMatch<Concept>> concepts) =>
        from match in concepts
        let after = ConceptGrammar.AfterDenial(text[match.Start..match.End])
        where after > 0 && match.Value.Id is not ("uncrowded" or "quiet")
        from denied in lexicon.FindIn(text[(match.Start + after)..match.End])
        where denied.End == match.End - match.Start - after
        select (new Found<Concept>(denied.Value, match.Start, match.End), Stance.Unwanted);

    // What is named by the way takes nothing back that was wished before, as what need not be does.
    private List<(Found<Concept> Concept, Stance Stance)> Weighed(NamedThings things, List<(Found<Concept> Concept, Stance Stance)> stances)
    {
        var aside = things.Named.Zip(roles.Decide(things)).Where(thing => thing.Second == Stance.Indifferent).Select(thing => (thing.First.Start, thing.First.End)).ToHashSet();
        return [.. stances.Where(entry => entry.Stance == Stance.Indifferent || !aside.Contains((entry.Concept.Start, entry.Concept.End)))];
    }

    // "Không uống rượu bia": what runs on from the words denied is denied with them.
    private static void Reach(List<(Found<Concept> Concept, Stance Stance)> stances, IReadOnlyList<(Found<Concept> Concept, Stance Stance)> denied)
    {
        foreach (var (start, first) in denied.Select(entry => (entry.Concept.Start, entry.Concept.End)))
        {
            var end = first;
            for (var i = 0; i < stances.Count; i++)
            {
                var (concept, stance) = stances[i];
                if (stance == Stance.Wanted && concept.Start > start && concept.Start < end && (concept.End > end || end > first))
                {
                    end = Math.Max(end, concept.End);
                    stances[i] = (concept, Stance.Unwanted);
                    i = -1;
                }
            }
        }
    }

    // "Đà Lạt thứ hai" is what Măng Đen is called, and where one goes on a Monday.
    [GeneratedRegex(@"\bthu (?:hai|ba|tu|nam|sau|bay)$")]
    private static partial Regex Weekday();

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>At most <see cref="LongestText"/> units; half surrogates, which no Unicode function accepts, become spaces of the same length.</summary>
    private static string Clean(string text)
    {
        text = text.Length > LongestText ? text[..LongestText] : text;
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            (clean ??= new StringBuilder(text))[i] = ' ';
        }

        // Nothing is mistyped as often; put right here, each word keeps its place.
        return RangeSign().Replace(MistypedTour().Replace(clean?.ToString() ?? text, "tour"), "-");
    }

    // "Aug 7~12", as Koreans and Japanese write it.
    [GeneratedRegex(@"(?<=\d ?)[~～](?= ?[A-Za-z\d])")]
    private static partial Regex RangeSign();

    [GeneratedRegex(@"\btuor(?=s?\b)", RegexOptions.IgnoreCase)]
    private static partial Regex MistypedTour();
}
