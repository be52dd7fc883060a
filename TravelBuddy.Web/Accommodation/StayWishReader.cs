using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation;

/// <summary>Reads what a person writes of where they want to sleep, in English, Vietnamese or both. Any text is accepted; what is not understood is left out.</summary>
public sealed partial class StayWishReader(IWishReader reader, Gazetteer gazetteer, Lexicon lexicon)
{
    private const string Hostel = "hostel", PartyHostel = "party-hostel", WholeHouse = "whole-house", Budget = "budget";

    /// <summary>What was asked before with what the text says of it: places, price, party, dates and nights replace, what is wished and refused is added.</summary>
    /// <param name="text">The person's words; they go no further.</param>
    /// <param name="before">What is known: the places of the tour, the wishes of the trip.</param>
    /// <param name="today">The day it is in Viet Nam.</param>
    public StayWishes Read(string text, StayWishes before, DateOnly today)
    {
        var reading = reader.Read(text, before.Language, today);
        var said = reading.Wishes;
        // "Our flight leaves Noi Bai" names no goal, and where the night is wanted.
        var places = StayWishes.PlacesOf(said.Places.Count > 0 ? said.Places.Select(place => place.PlaceId) : [said.Start?.PlaceId], gazetteer);
        var price = reader.ReadNightPrice(text, reading.Language);
        string[] whole = AsAWhole().IsMatch(TextFolding.Fold(text)) ? [WholeHouse] : [];
        var named = HouseTerms.OfWishes(said.Accommodation.Concepts.Concat(said.Food.Concepts).Concat(said.Activities.Concepts).Concat(said.Transportation.Concepts).Except(OfRefused(text, reading)).Concat(whole)).ToLookup(IsHardship);
        // Of a kind that is refused and a kind of it that is named, the narrower one is meant.
        var exclusions = said.Exclusions.Concepts.Select(HouseTerms.Of).Select(refusal => refusal == Hostel && OnlyPartyHostels(text) ? PartyHostel : refusal).ToList();
        var kinds = named[false].Where(id => said.Exclusions.Concepts.Any(refusal => IsKindOf(id, refusal))).ToHashSet(StringComparer.Ordinal);
        string[] refused = [.. exclusions.Where(refusal => !kinds.Any(kind => IsKindOf(kind, refusal))), .. kinds, .. named[true]];
        var forgetsPrice = TakenBack.IsPrice(text);
        // Whoever forgets the budget wishes for no budget hotel.
        string[] wished = [.. named[false].Except(kinds).Where(id => !(forgetsPrice && id == Budget))];
        // Nobody names these who can do without.
        string[] needless = [.. TakenBack.Of(text, [.. before.Concepts, .. before.Essentials], lexicon)];
        string[] needed = [.. HouseTerms.OfWishes(said.Essentials.Concepts), .. whole, .. wished.Where(StayWishes.IsNeed)];
        return before with
        {
            Language = reading.Language,
            Places = places.Count > 0 ? places : before.Places,
            Concepts = [.. before.Concepts.Union(wished).Except(refused).Except(needless)],
            Essentials = [.. before.Essentials.Union(needed).Except(refused).Except(needless)],
            Exclusions = [.. before.Exclusions.Except(wished).Union(refused.Except(needless))],
            Words = WordsBeyond.Of(text, reading.Beyond),
            MostPerNight = price is { Max: { } most } ? new Money(most, price.Currency) : forgetsPrice ? null : before.MostPerNight,
            EachByBudget = forgetsPrice ? null : before.EachByBudget,
            Currency = price?.Currency ?? before.Currency,
            Party = said.Party ?? before.Party,
            Dates = said.Dates ?? before.Dates,
            Nights = said.Durations.Count > 0 ? StayWishes.NightsOf(said.Durations) : AreElsewhere(places, before.Places) || AreMoreThan(said.Dates, before.Nights) ? null : before.Nights,
        };
    }

    /// <summary>Nights were of the place asked for before: nine days of a trip are not spent in each town of it. A part of that place is no other.</summary>
    private bool AreElsewhere(IReadOnlyList<string> places, IReadOnlyList<string> before) => !places.All(place => before.Any(outer => outer == place || gazetteer.Contains(outer, place)));

    /// <summary>Nights that do not fit between new days were of the days before.</summary>
    private static bool AreMoreThan(DatesWish? dates, int? nights) => dates is { From: { } from, To: { } to } && from < to && to.DayNumber - from.DayNumber < nights;

    /// <summary>What is said of a house that is refused: whoever wants "no party hostels with happy water" wants no happy water either.</summary>
    private IEnumerable<string> OfRefused(string text, WishReading reading)
    {
        var clauses = reading.Extractions.Where(read => read.Slot == "exclusions" && lexicon.Find(read.Value)?.Kind == ConceptKind.Lodging).Select(refused => With().Match(text, refused.End)).Where(with => with.Success).Select(with => (with.Index, End: with.Index + with.Length)).ToList();
        return reading.Extractions.GroupBy(read => read.Value).Where(named => named.All(read => clauses.Exists(clause => clause.Index <= read.Start && read.End <= clause.End))).Select(named => named.Key);
    }

    [GeneratedRegex(@"\G\s+(?:with|có|co)\b(?:(?!\b(?:but|just|only|near|nhưng|nhung|chỉ|chi|gần|gan)\b)[^.,;:!?\n])*", RegexOptions.IgnoreCase)]
    private static partial Regex With();

    // Who asks for a house as a whole shares none: a hotel is no answer.
    [GeneratedRegex(@"\b(?:whole|entire) (?:villa|house|home|bungalow)\b|(?<!can ho )\bnguyen can\b")]
    private static partial Regex AsAWhole();

    // To a tour a party hostel is a hostel; among houses whoever refuses those may well want another.
    private static bool OnlyPartyHostels(string text) => AnyHostel().Matches(TextFolding.Fold(text)) is { Count: > 0 } named && named.All(hostel => hostel.Groups["party"].Success);

    [GeneratedRegex(@"\b(?<party>party |tiec tung )?hostels?\b(?<party> tiec tung)?")]
    private static partial Regex AnyHostel();

    private bool IsKindOf(string concept, string broader) => concept != broader && PackageConcepts.IsKindOf(concept, broader, lexicon);

    // "They can't manage stairs" names stairs, and wishes for none.
    private bool IsHardship(string concept) => lexicon.Find(concept)?.Kind == ConceptKind.Difficulty && concept is not ("easy" or "very-easy" or "flat-terrain");
}
