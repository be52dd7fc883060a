using System.Text.Json;
using System.Text.Json.Serialization;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Interests;

/// <summary>Stored events are a contract: this is how each of them lies in the database for good. A failure here means old trips would be misread.</summary>
public sealed class when_events_are_stored
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly Guid A = new("01900000-0000-7000-8000-000000000001");
    private static readonly Guid B = new("01900000-0000-7000-8000-000000000002");

    public static TheoryData<object, string> Pinned => new()
    {
        { new TripStarted(A, "vi", "VND"), """{"travellerId":"01900000-0000-7000-8000-000000000001","language":"vi","currency":"VND"}""" },
        {
            new PlacesChosen([new TripPlace("hoi-an", null, 2, new BudgetWish(null, 500m, "USD", true), B), new TripPlace(null, A)]),
            """{"places":[{"placeId":"hoi-an","textId":null,"priority":2,"budget":{"min":null,"max":500,"currency":"USD","firm":true},"notesTextId":"01900000-0000-7000-8000-000000000002"},{"placeId":null,"textId":"01900000-0000-7000-8000-000000000001","priority":1,"budget":null,"notesTextId":null}]}"""
        },
        { new StartPlaceChosen(new TripPlace("ha-noi", null)), """{"start":{"placeId":"ha-noi","textId":null,"priority":1,"budget":null,"notesTextId":null}}""" },
        { new StartPlaceChosen(null), """{"start":null}""" },
        { new DurationsChosen([new DurationWish(.5, .5), new DurationWish(2, 4)]), """{"durations":[{"minDays":0.5,"maxDays":0.5},{"minDays":2,"maxDays":4}]}""" },
        { new DatesChosen(new DatesWish(new DateOnly(2027, 2, 4), null)), """{"dates":{"from":"2027-02-04","to":null}}""" },
        { new PartyChosen(new PartyWish(2, 1)), """{"party":{"adults":2,"children":1}}""" },
        { new PartyChosen(new PartyWish(2, 2).Aged([9, 4])), """{"party":{"adults":2,"children":2,"ages":[4,9]}}""" },
        { new BudgetChosen(new BudgetWish(null, 8_000_000m, "VND")), """{"budget":{"min":null,"max":8000000,"currency":"VND","firm":false}}""" },
        { new NightPriceChosen(new Money(700_000m, "VND")), """{"mostPerNight":{"amount":700000,"currency":"VND"}}""" },
        { new NightPriceChosen(null), """{"mostPerNight":null}""" },
        { new TransportationChosen(new TripConcepts(["train"], null)), """{"transportation":{"concepts":["train"],"textId":null}}""" },
        { new FoodChosen(new TripConcepts(["halal"], A)), """{"food":{"concepts":["halal"],"textId":"01900000-0000-7000-8000-000000000001"}}""" },
        { new ActivitiesChosen(new TripConcepts([], null)), """{"activities":{"concepts":[],"textId":null}}""" },
        { new AccommodationChosen(new TripConcepts(["homestay"], null)), """{"accommodation":{"concepts":["homestay"],"textId":null}}""" },
        { new ExclusionsChosen(new TripConcepts(["trekking"], null)), """{"exclusions":{"concepts":["trekking"],"textId":null}}""" },
        { new EssentialsChosen(new TripConcepts(["accessible"], null)), """{"essentials":{"concepts":["accessible"],"textId":null}}""" },
        { new WeightsChosen([.5, .5, 0, 0, 0, 0, 0]), """{"weights":[0.5,0.5,0,0,0,0,0]}""" },
        { new WeightsChosen(null), """{"weights":null}""" },
        { new LanguageChosen("en"), """{"language":"en"}""" },
        { new CurrencyChosen("USD"), """{"currency":"USD"}""" },
        { new ToursRecommended(A), """{"listId":"01900000-0000-7000-8000-000000000001"}""" },
        { new PackageLiked(A, "p-1"), """{"listId":"01900000-0000-7000-8000-000000000001","packageId":"p-1"}""" },
        { new PackageDisliked(A, "p-1"), """{"listId":"01900000-0000-7000-8000-000000000001","packageId":"p-1"}""" },
        { new FeedbackTakenBack(A, "p-1"), """{"listId":"01900000-0000-7000-8000-000000000001","packageId":"p-1"}""" },
        { new BookingLinkFollowed(A, "p-1"), """{"listId":"01900000-0000-7000-8000-000000000001","packageId":"p-1"}""" },
    };

    [Theory]
    [MemberData(nameof(Pinned), DisableDiscoveryEnumeration = true)]
    public void their_json_stays(object stored, string json)
    {
        JsonSerializer.Serialize(stored, stored.GetType(), Json).ShouldBe(json);
        JsonSerializer.Serialize(JsonSerializer.Deserialize(json, stored.GetType(), Json), stored.GetType(), Json).ShouldBe(json);
    }

    [Fact]
    public void every_event_a_trip_applies_is_pinned()
    {
        var applied = typeof(Trip).GetMethods().Where(method => method.Name is nameof(Trip.Apply) or nameof(Trip.Create)).Select(method => method.GetParameters()[0].ParameterType);
        var pinned = Pinned.Select(row => ((ITheoryDataRow)row).GetData()[0]!.GetType()).ToHashSet();
        applied.Where(type => !pinned.Contains(type)).ShouldBeEmpty();
    }
}
