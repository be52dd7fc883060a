namespace TravelBuddy.Web.Interests;

/// <summary>
/// Turns "the wishes should now be these" into events: one for each answer that differs, none for the others. Words leave through
/// <paramref name="idOf"/>, which gives the id under which a text is kept.
/// </summary>
public sealed class TripChanges(Func<string, Guid> idOf)
{
    /// <summary>The events that lead from <paramref name="now"/> to <paramref name="wanted"/>, in the order of the questions.</summary>
    public IReadOnlyList<object> Between(Wishes now, Wishes wanted)
    {
        var events = new List<object>();
        if (wanted.Language != now.Language)
        {
            events.Add(new LanguageChosen(wanted.Language));
        }

        if (wanted.Currency != now.Currency)
        {
            events.Add(new CurrencyChosen(wanted.Currency));
        }

        if (!wanted.Places.SequenceEqual(now.Places))
        {
            events.Add(new PlacesChosen([.. wanted.Places.Select(Keep)]));
        }

        if (wanted.Start != now.Start)
        {
            events.Add(new StartPlaceChosen(wanted.Start is null ? null : Keep(wanted.Start)));
        }

        if (!wanted.Durations.SequenceEqual(now.Durations))
        {
            events.Add(new DurationsChosen(wanted.Durations));
        }

        if (wanted.Dates != now.Dates)
        {
            events.Add(new DatesChosen(wanted.Dates));
        }

        if (wanted.Party != now.Party)
        {
            events.Add(new PartyChosen(wanted.Party));
        }

        if (wanted.Budget != now.Budget)
        {
            events.Add(new BudgetChosen(wanted.Budget));
        }

        if (wanted.MostPerNight != now.MostPerNight)
        {
            events.Add(new NightPriceChosen(wanted.MostPerNight));
        }

        Words(now.Transportation, wanted.Transportation, kept => new TransportationChosen(kept));
        Words(now.Food, wanted.Food, kept => new FoodChosen(kept));
        Words(now.Activities, wanted.Activities, kept => new ActivitiesChosen(kept));
        Words(now.Accommodation, wanted.Accommodation, kept => new AccommodationChosen(kept));
        Words(now.Exclusions, wanted.Exclusions, kept => new ExclusionsChosen(kept));
        Words(now.Essentials, wanted.Essentials, kept => new EssentialsChosen(kept));
        if (!WishMerge.SameWeights(wanted.Weights, now.Weights))
        {
            events.Add(new WeightsChosen(wanted.Weights));
        }

        return events;

        void Words(ConceptWishes before, ConceptWishes after, Func<TripConcepts, object> chosen)
        {
            if (!WishMerge.Same(before, after))
            {
                events.Add(chosen(new TripConcepts(after.Concepts, after.Phrases.Count == 0 ? null : idOf(PhraseList.Join(after.Phrases)))));
            }
        }
    }

    private TripPlace Keep(PlaceWish place) => new(
        place.PlaceId,
        place.PlaceId is null && place.Text is { } text ? idOf(text) : null,
        place.Priority,
        place.Budget,
        place.Notes is { } notes ? idOf(notes) : null)
    { IsOfTour = place.IsOfTour };
}
