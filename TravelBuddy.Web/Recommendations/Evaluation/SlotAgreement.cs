using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>What is read of a text beside what its filled-in form says, slot by slot: a measure of the reader alone, without a catalogue or judgements.</summary>
public sealed class SlotAgreement(Gazetteer gazetteer)
{
    private const double SamePlaceKm = 15;
    private const int SameTimeDays = 3;
    private const decimal SameAmount = .02m;

    private static readonly (string Name, Func<Wishes, ConceptWishes> Of)[] Concepts =
    [
        ("activities", wishes => wishes.Activities), ("food", wishes => wishes.Food), ("stay and notes", wishes => wishes.Accommodation), ("transport", wishes => wishes.Transportation),
        ("exclusions", wishes => wishes.Exclusions), ("essentials", wishes => wishes.Essentials),
    ];

    /// <summary>The slots with one value: whether wishes fill it, and whether two wishes agree in it.</summary>
    private (string Name, Func<Wishes, bool> Fills, Func<Wishes, Wishes, bool> Agree)[] Values =>
    [
        ("places", wishes => wishes.Places.Count > 0, (a, b) => Places(a, b) && Places(b, a)),
        ("start inside Viet Nam", wishes => IsHere(wishes.Start), (a, b) => IsHere(a.Start) && IsHere(b.Start) && Same(a.Start!, b.Start!)),
        ("lengths", wishes => wishes.Durations.Count > 0, (a, b) => Lengths(a).SetEquals(Lengths(b))),
        ("dates", wishes => wishes.Dates is not null, (a, b) => a.Dates is { } x && b.Dates is { } y && Same(x.From, y.From) && Same(x.To, y.To)),
        ("party", wishes => wishes.Party is not null, (a, b) => (a.Party?.Adults, a.Party?.Children) == (b.Party?.Adults, b.Party?.Children)),
        ("budget", wishes => wishes.Budget is not null, (a, b) => a.Budget is { } x && b.Budget is { } y && x.Currency == y.Currency && Same(x.Max, y.Max)),
    ];

    /// <summary>All slots of some texts and their forms.</summary>
    public IReadOnlyList<SlotShare> Of(IReadOnlyList<(Wishes Text, Wishes Form)> pairs) =>
    [
        .. Values.Select(slot => (slot, said: pairs.Where(pair => slot.Fills(pair.Text) || slot.Fills(pair.Form)).ToList()))
            .Select(entry => new SlotShare(entry.slot.Name, entry.said.Count(pair => entry.slot.Agree(pair.Text, pair.Form)), entry.said.Count, null)),
        .. Concepts.Select(slot => new SlotShare(
            slot.Name,
            pairs.Sum(pair => slot.Of(pair.Text).Concepts.Intersect(slot.Of(pair.Form).Concepts).Count()),
            pairs.Sum(pair => slot.Of(pair.Form).Concepts.Distinct().Count()),
            pairs.Sum(pair => slot.Of(pair.Text).Concepts.Distinct().Count()))),
    ];

    /// <summary>The slots that a text and its form do not agree in.</summary>
    public IEnumerable<string> Wrong(Wishes text, Wishes form) => Of([(text, form)]).Where(slot => slot.Right < Math.Max(slot.Said, slot.Read ?? 0)).Select(slot => slot.Name);

    private bool Places(Wishes some, Wishes others) => some.Places.All(place => others.Places.Any(other => Same(place, other)));

    private bool IsHere(PlaceWish? start) => start?.PlaceId is { } id && gazetteer.Find(id) is { } place && !gazetteer.IsAbroad(place);

    private bool Same(PlaceWish a, PlaceWish b) =>
        a.PlaceId is { } one && b.PlaceId is { } other && gazetteer.Find(one) is { } here && gazetteer.Find(other) is { } there
            ? gazetteer.Contains(one, other) || gazetteer.Contains(other, one) || Gazetteer.DistanceKm(here, there) <= SamePlaceKm
            : string.Equals(a.Text, b.Text, StringComparison.OrdinalIgnoreCase) && a.PlaceId == b.PlaceId;

    /// <summary>The lengths that would do, so that "4 to 5 days" is the same as 4 and 5.</summary>
    private static HashSet<double> Lengths(Wishes wishes) =>
        [.. wishes.Durations.SelectMany(length => Enumerable.Range(0, (int)(length.MaxDays - length.MinDays) + 1).Select(more => length.MinDays + more).Append(length.MaxDays))];

    private static bool Same(DateOnly? a, DateOnly? b) => a == b || a is { } one && b is { } other && Math.Abs(one.DayNumber - other.DayNumber) <= SameTimeDays;

    private static bool Same(decimal? a, decimal? b) => a == b || a is { } one && b is { } other && Math.Abs(one - other) <= SameAmount * Math.Max(one, other);
}
