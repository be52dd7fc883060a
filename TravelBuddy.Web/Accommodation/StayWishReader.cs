using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Accommodation;

/// <summary>Reads what a person writes of where they want to sleep, in English, Vietnamese or both. Any text is accepted; what is not understood is left out.</summary>
public sealed class StayWishReader(IWishReader reader, Gazetteer gazetteer)
{
    /// <summary>What was asked before with what the text says of it: places, price, party and dates replace, what is wished and refused is added.</summary>
    /// <param name="text">The person's words; they go no further.</param>
    /// <param name="before">What is known: the places of the tour, the wishes of the trip.</param>
    /// <param name="today">The day it is in Viet Nam.</param>
    public StayWishes Read(string text, StayWishes before, DateOnly today)
    {
        var reading = reader.Read(text, before.Language, today);
        var said = reading.Wishes;
        var places = StayWishes.PlacesOf(said.Places.Select(place => place.PlaceId), gazetteer);
        var price = reader.ReadNightPrice(text, reading.Language);
        string[] refused = [.. said.Exclusions.Concepts];
        string[] wished = [.. said.Accommodation.Concepts, .. said.Food.Concepts, .. said.Activities.Concepts, .. said.Transportation.Concepts];
        return before with
        {
            Language = reading.Language,
            Places = places.Count > 0 ? places : before.Places,
            Concepts = [.. before.Concepts.Union(wished).Except(refused)],
            Essentials = [.. before.Essentials.Union(said.Essentials.Concepts).Except(refused)],
            Exclusions = [.. before.Exclusions.Except(wished).Union(refused)],
            MostPerNight = price is { Max: { } most } ? new Money(most, price.Currency) : before.MostPerNight,
            Currency = price?.Currency ?? before.Currency,
            Party = said.Party ?? before.Party,
            Dates = said.Dates ?? before.Dates,
        };
    }
}
