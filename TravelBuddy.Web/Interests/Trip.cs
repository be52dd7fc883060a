using System.Text.Json.Serialization;
using TravelBuddy.Web.Catalog;

namespace TravelBuddy.Web.Interests;

// Events of a trip's stream. They hold ids, concepts, numbers and place ids, never anything a person wrote: words are kept encrypted in
// TripText documents and referred to by id. Each "chosen" event replaces the answer it names; the stream keeps what was said before.

public sealed record TripStarted(Guid TravellerId, string Language, string Currency);

public sealed record PlacesChosen(IReadOnlyList<TripPlace> Places);

public sealed record StartPlaceChosen(TripPlace? Start);

public sealed record DurationsChosen(IReadOnlyList<DurationWish> Durations);

public sealed record DatesChosen(DatesWish? Dates);

public sealed record PartyChosen(PartyWish? Party);

public sealed record BudgetChosen(BudgetWish? Budget);

public sealed record NightPriceChosen(Money? MostPerNight);

public sealed record TransportationChosen(TripConcepts Transportation);

public sealed record FoodChosen(TripConcepts Food);

public sealed record ActivitiesChosen(TripConcepts Activities);

public sealed record AccommodationChosen(TripConcepts Accommodation);

public sealed record ExclusionsChosen(TripConcepts Exclusions);

public sealed record EssentialsChosen(TripConcepts Essentials);

public sealed record WeightsChosen(IReadOnlyList<double>? Weights);

public sealed record LanguageChosen(string Language);

public sealed record CurrencyChosen(string Currency);

public sealed record ToursRecommended(Guid ListId);

public sealed record PackageLiked(Guid ListId, string PackageId);

public sealed record PackageDisliked(Guid ListId, string PackageId);

/// <summary>A thumb was taken back.</summary>
public sealed record FeedbackTakenBack(Guid ListId, string PackageId);

public sealed record BookingLinkFollowed(Guid ListId, string PackageId);

/// <summary>A wished place in a trip: a gazetteer id, or the id of the encrypted text that names a place we do not know.</summary>
public sealed record TripPlace(string? PlaceId, Guid? TextId, double Priority = 1, BudgetWish? Budget = null, Guid? NotesTextId = null)
{
    /// <summary>Nobody named it: it is a place of the tour that others were asked for like.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsOfTour { get; init; }
}

/// <summary>Wishes of a language criterion in a trip: concept ids, and the id of the encrypted text that holds the rest in the traveller's words.</summary>
public sealed record TripConcepts(IReadOnlyList<string> Concepts, Guid? TextId)
{
    public static readonly TripConcepts None = new([], null);

    [JsonIgnore]
    public bool IsEmpty => Concepts.Count == 0 && TextId is null;
}

/// <summary>A traveller's trip: the current answer to every question, folded from the events above (Marten keeps it as an inline snapshot).</summary>
public sealed record Trip
{
    public Guid Id { get; init; }
    public int Version { get; init; }
    public Guid TravellerId { get; init; }
    public string Language { get; init; } = "en";
    public string Currency { get; init; } = "VND";
    public IReadOnlyList<TripPlace> Places { get; init; } = [];
    public TripPlace? Start { get; init; }
    public IReadOnlyList<DurationWish> Durations { get; init; } = [];
    public DatesWish? Dates { get; init; }
    public PartyWish? Party { get; init; }
    public BudgetWish? Budget { get; init; }
    public Money? MostPerNight { get; init; }
    public TripConcepts Transportation { get; init; } = TripConcepts.None;
    public TripConcepts Food { get; init; } = TripConcepts.None;
    public TripConcepts Activities { get; init; } = TripConcepts.None;
    public TripConcepts Accommodation { get; init; } = TripConcepts.None;
    public TripConcepts Exclusions { get; init; } = TripConcepts.None;
    public TripConcepts Essentials { get; init; } = TripConcepts.None;
    public IReadOnlyList<double>? Weights { get; init; }
    public Guid? LatestListId { get; init; }
    public IReadOnlyList<string> Liked { get; init; } = [];
    public IReadOnlyList<string> Disliked { get; init; } = [];

    public static Trip Create(TripStarted e) => new() { TravellerId = e.TravellerId, Language = e.Language, Currency = e.Currency };

    public Trip Apply(PlacesChosen e) => this with { Places = e.Places };
    public Trip Apply(StartPlaceChosen e) => this with { Start = e.Start };
    public Trip Apply(DurationsChosen e) => this with { Durations = e.Durations };
    public Trip Apply(DatesChosen e) => this with { Dates = e.Dates };
    public Trip Apply(PartyChosen e) => this with { Party = e.Party };
    public Trip Apply(BudgetChosen e) => this with { Budget = e.Budget };
    public Trip Apply(NightPriceChosen e) => this with { MostPerNight = e.MostPerNight };
    public Trip Apply(TransportationChosen e) => this with { Transportation = e.Transportation };
    public Trip Apply(FoodChosen e) => this with { Food = e.Food };
    public Trip Apply(ActivitiesChosen e) => this with { Activities = e.Activities };
    public Trip Apply(AccommodationChosen e) => this with { Accommodation = e.Accommodation };
    public Trip Apply(ExclusionsChosen e) => this with { Exclusions = e.Exclusions };
    public Trip Apply(EssentialsChosen e) => this with { Essentials = e.Essentials };
    public Trip Apply(WeightsChosen e) => this with { Weights = e.Weights };
    public Trip Apply(LanguageChosen e) => this with { Language = e.Language };
    public Trip Apply(CurrencyChosen e) => this with { Currency = e.Currency };
    public Trip Apply(ToursRecommended e) => this with { LatestListId = e.ListId };
    public Trip Apply(PackageLiked e) => this with { Liked = [.. Liked.Except([e.PackageId]), e.PackageId], Disliked = [.. Disliked.Except([e.PackageId])] };
    public Trip Apply(FeedbackTakenBack e) => this with { Liked = [.. Liked.Except([e.PackageId])], Disliked = [.. Disliked.Except([e.PackageId])] };
    public Trip Apply(PackageDisliked e) => this with { Disliked = [.. Disliked.Except([e.PackageId]), e.PackageId], Liked = [.. Liked.Except([e.PackageId])] };
    public Trip Apply(BookingLinkFollowed _) => this;
}
