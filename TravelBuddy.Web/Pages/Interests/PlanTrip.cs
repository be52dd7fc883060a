using System.Globalization;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Pages.Interests;

/// <summary>The trip a page is about: this traveller's current one, or one they name; made only when there is something to save.</summary>
public sealed class PlanTrip(ICurrentTraveller current, ITrips trips)
{
    public Trip? Trip { get; private set; }

    public Wishes Wishes { get; private set; } = new();

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "vi" ? "vi" : "en";

    /// <summary>Reads the trip as it stands; without one, the wishes of somebody who has said nothing yet.</summary>
    public async Task LoadAsync(Guid? tripId, CancellationToken ct)
    {
        var traveller = await current.FindAsync(ct);
        Trip = traveller is not null && (tripId ?? traveller.CurrentTripId) is { } id ? await trips.FindAsync(id, traveller.Id, ct) : null;
        Wishes = Trip is not null
            ? await trips.WishesAsync(Trip, ct)
            : new Wishes { Language = Language, Currency = traveller?.Currency ?? (Language == "vi" ? "VND" : "USD") };
    }

    /// <summary>Records a change against the version seen, starting a trip if there is none and the change says anything; then reads again.</summary>
    public async Task<SaveOutcome> SaveAsync(Guid? tripId, int? seen, Func<Wishes, Wishes> change, CancellationToken ct)
    {
        if (Trip is null && new TripChanges(_ => Guid.Empty).Between(Wishes, change(Wishes)).Count == 0)
        {
            return SaveOutcome.Unchanged;
        }

        var traveller = await current.EnsureAsync(ct);
        var id = Trip?.Id ?? await trips.StartAsync(traveller.Id, Wishes.Language, Wishes.Currency, ct);
        var outcome = await trips.ChangeAsync(id, traveller.Id, Trip is not null && tripId == Trip.Id ? seen : null, change, ct);
        await LoadAsync(id, ct);
        return outcome;
    }

    /// <summary>Starts a trip whatever was said so far, and makes it the current one.</summary>
    public async Task<Guid> StartAsync(CancellationToken ct)
    {
        var traveller = await current.EnsureAsync(ct);
        var id = await trips.StartAsync(traveller.Id, Language, Wishes.Currency, ct);
        await LoadAsync(id, ct);
        return id;
    }
}
