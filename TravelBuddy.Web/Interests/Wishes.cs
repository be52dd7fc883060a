using System.Text.Json.Serialization;
using TravelBuddy.Web.Catalog;

namespace TravelBuddy.Web.Interests;

/// <summary>A wished place: a gazetteer id, or text that no place was found for. Priority 1 is usual, 2 a must, 0.5 nice to have.</summary>
public sealed record PlaceWish(string? PlaceId, string? Text, double Priority = 1, BudgetWish? Budget = null, string? Notes = null)
{
    /// <summary>Nobody named it: it is a place of the tour that others were asked for like.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsOfTour { get; init; }
}

/// <summary>A wished length in days (half a day is 0.5), inclusive on both ends; an exact length has both the same.</summary>
public sealed record DurationWish(double MinDays, double MaxDays)
{
    /// <summary>The longest length, in days, from which on an upper end means "or more".</summary>
    public const double Open = 30;
}

/// <summary>
/// A budget per person. Firm: what costs more is not shown. <paramref name="CheaperThan"/>: nobody named the limit, it comes of "cheaper": than the tour of that number in the list
/// before, or 0 for some of what was shown. <paramref name="Shared"/>: how many its price was shared by for that, where it is one for a group.
/// </summary>
public sealed record BudgetWish(decimal? Min, decimal? Max, string Currency, bool Firm = false, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? CheaperThan = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Shared = null);

/// <summary>When the trip should be; either end may be open.</summary>
public sealed record DatesWish(DateOnly? From, DateOnly? To);

/// <summary>Who travels.</summary>
public sealed record PartyWish(int Adults, int Children)
{
    /// <summary>The age at which nobody is called a child any more.</summary>
    public const int Grown = 18;

    /// <summary>Whole years of those children whose ages were told, the youngest first; null if none was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Ages { get; init; }

    /// <summary>Whether it is known of every child how old it is.</summary>
    [JsonIgnore]
    public bool AllAgesTold => Ages?.Count >= Children;

    /// <summary>The same with ages told of the children. What was said twice counts once, and of more ages than children the youngest do.</summary>
    public PartyWish Aged(IReadOnlyList<int> ages)
    {
        var told = (ages.Count > Children ? ages.Distinct() : ages).Order().Take(Children).ToList();
        return this with { Ages = told.Count == 0 ? null : told };
    }

    public bool Equals(PartyWish? other) => other is not null && (Adults, Children) == (other.Adults, other.Children) && (Ages ?? []).SequenceEqual(other.Ages ?? []);

    public override int GetHashCode() => HashCode.Combine(Adults, Children, Ages?.Count);
}

/// <summary>Wishes of a language criterion: concepts of the lexicon, and phrases in the traveller's words beyond them. Each is an alternative.</summary>
public sealed record ConceptWishes(IReadOnlyList<string> Concepts, IReadOnlyList<string> Phrases)
{
    public static readonly ConceptWishes None = new([], []);

    public bool IsEmpty => Concepts.Count == 0 && Phrases.Count == 0;

    /// <summary>The concepts alone.</summary>
    public ConceptWishes WithoutWords() => new(Concepts, []);

    /// <summary>These and others, each once.</summary>
    public ConceptWishes Union(ConceptWishes others) => new([.. Concepts.Union(others.Concepts)], [.. Phrases.Union(others.Phrases)]);
}

/// <summary>
/// Everything a traveller wishes, resolved, in memory only: the one form that the wizard, WhatsApp and the API are turned into and that is
/// encoded and ranked. It may hold the traveller's own words, so it is never stored, logged or put into a message.
/// </summary>
public sealed record Wishes
{
    public string Language { get; init; } = "en";

    /// <summary>Currency in which prices are shown to this traveller.</summary>
    public string Currency { get; init; } = "VND";

    public IReadOnlyList<PlaceWish> Places { get; init; } = [];
    public PlaceWish? Start { get; init; }
    public IReadOnlyList<DurationWish> Durations { get; init; } = [];
    public DatesWish? Dates { get; init; }
    public PartyWish? Party { get; init; }
    public BudgetWish? Budget { get; init; }

    /// <summary>What a room may cost a night. It is for places to stay alone, and no part of the budget.</summary>
    public Money? MostPerNight { get; init; }

    public ConceptWishes Transportation { get; init; } = ConceptWishes.None;
    public ConceptWishes Food { get; init; } = ConceptWishes.None;
    public ConceptWishes Activities { get; init; } = ConceptWishes.None;

    /// <summary>Where to sleep, and themes, travellers and anything else said in notes.</summary>
    public ConceptWishes Accommodation { get; init; } = ConceptWishes.None;

    /// <summary>What the traveller does not want, of any language criterion.</summary>
    public ConceptWishes Exclusions { get; init; } = ConceptWishes.None;

    /// <summary>What the traveller cannot do without; weighs far above its criterion.</summary>
    public ConceptWishes Essentials { get; init; } = ConceptWishes.None;

    /// <summary>The seven weights in criterion order if the traveller changed them; else null for the defaults.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    /// <summary>The same in places, concepts and numbers alone, without anything the traveller wrote.</summary>
    public Wishes WithoutWords() => this with
    {
        Places = [.. Places.Where(place => place.PlaceId is not null).Select(place => place with { Text = null, Notes = null })],
        Start = Start?.PlaceId is null ? null : Start with { Text = null, Notes = null },
        Transportation = Transportation.WithoutWords(),
        Food = Food.WithoutWords(),
        Activities = Activities.WithoutWords(),
        Accommodation = Accommodation.WithoutWords(),
        Exclusions = Exclusions.WithoutWords(),
        Essentials = Essentials.WithoutWords(),
    };
}
