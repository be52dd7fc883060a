namespace TravelBuddy.Web.Interests;

/// <summary>What a text read by <see cref="IWishReader"/> does to wishes that stand already: named answers replace, concepts add up, "not any more" removes.</summary>
public static class WishUpdate
{
    private const int UsualAdults = 2;

    private static readonly string[] OfChildren = ["family-with-kids", "toddlers", "teenagers"];

    /// <summary>The wishes after a text. Places replace those said before unless the text adds ("also", "thêm"); "X instead of Y" takes only Y away.</summary>
    public static Wishes Apply(Wishes now, WishReading reading, string text)
    {
        var (said, staysHome) = (reading.Wishes, reading.LeavesChildren && now.Party is { Children: > 0 });
        if (staysHome)
        {
            // "No kids after all" is said of one's own children, not against other travellers'.
            said = said with { Party = said.Party ?? new PartyWish(now.Party!.Adults, 0), Exclusions = Without(said.Exclusions, OfChildren) };
        }

        var adds = Additions.AddPlaces(text, reading.Extractions);
        var replaced = reading.Extractions.Where(extraction => extraction.Slot == "replaced").Select(extraction => extraction.Value).ToHashSet(StringComparer.Ordinal);
        string[] gone = [.. said.Exclusions.Concepts, .. staysHome ? OfChildren : [], .. reading.Extractions.Where(extraction => extraction.Slot == "unneeded").Select(extraction => extraction.Value)];
        // A place that is refused is kept from going on being one of the wishes.
        var kept = now.Places.Where(place => !replaced.Contains(place.PlaceId ?? "") && !reading.RefusedPlaces.Contains(place.PlaceId ?? ""))
            .Select(place => place.IsOfTour && said.Places.Any(named => named.PlaceId == place.PlaceId) ? place with { IsOfTour = false } : place);
        return now with
        {
            Currency = said.Budget?.Currency ?? said.MostPerNight?.Currency ?? now.Currency,
            Places = said.Places.Count == 0 ? [.. kept] : adds || replaced.Count > 0 ? [.. kept.Concat(said.Places).DistinctBy(place => place.PlaceId ?? place.Text)] : said.Places,
            Start = said.Start ?? now.Start,
            Durations = said.Durations.Count == 0 ? now.Durations : said.Durations,
            Dates = said.Dates ?? now.Dates,
            Party = PartyAfter(now.Party, said.Party, reading.ChildAges),
            Budget = said.Budget ?? now.Budget,
            MostPerNight = said.MostPerNight ?? now.MostPerNight,
            Transportation = Join(now.Transportation, said.Transportation),
            Food = Join(now.Food, said.Food),
            Activities = Join(now.Activities, said.Activities),
            Accommodation = Join(now.Accommodation, said.Accommodation),
            Exclusions = Allowed(Without(now.Exclusions, Wanted(said))).Union(said.Exclusions),
            Essentials = Without(now.Essentials, gone).Union(said.Essentials),
        };

        // A place that was refused and is named again is allowed again.
        ConceptWishes Allowed(ConceptWishes refused) => refused with { Phrases = [.. refused.Phrases.Except(reading.Extractions.Where(extraction => extraction.Slot == "places").Select(extraction => text[extraction.Start..extraction.End]), StringComparer.OrdinalIgnoreCase)] };

        ConceptWishes Join(ConceptWishes before, ConceptWishes more) => Without(before, gone).Union(more);
    }

    /// <summary>Whether a reading holds any wish at all.</summary>
    public static bool SaysAnything(WishReading reading) =>
        reading.Extractions.Any(extraction => extraction.Slot is not ("ordinal" or "refinement" or "language" or "replaced" or Extraction.NoSuchDay));

    /// <summary>Who travels after a text. Children told of by their ages alone come along, two adults with them where nobody was counted; ages told before stay with as many children.</summary>
    private static PartyWish? PartyAfter(PartyWish? now, PartyWish? said, IReadOnlyList<int> ages)
    {
        if (ages.Count == 0)
        {
            return said is not null && said.Children == now?.Children ? said.Aged(now.Ages ?? []) : said ?? now;
        }

        var counted = said ?? now ?? new PartyWish(UsualAdults, 0);
        counted = counted.Children > 0 ? counted : counted with { Children = ages.Distinct().Count() };
        // "She is 7" of one of several: nobody knows whose age that was, if all were told before.
        return counted.Aged(said is null && ages.Count < counted.Children ? [.. ages.Union(now?.Ages ?? [])] : ages);
    }

    private static IEnumerable<string> Wanted(Wishes wishes) =>
        wishes.Transportation.Concepts.Concat(wishes.Food.Concepts).Concat(wishes.Activities.Concepts).Concat(wishes.Accommodation.Concepts);

    private static ConceptWishes Without(ConceptWishes wishes, IEnumerable<string> concepts) => wishes with { Concepts = [.. wishes.Concepts.Except(concepts)] };
}
