using System.Globalization;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Pages.Interests;

/// <summary>The trip a page is about: this traveller's current one, or one they name; made only when there is something to save.</summary>
public sealed class PlanTrip(ICurrentTraveller current, ITrips trips)
{
    private Traveller? _traveller;

    public Trip? Trip { get; private set; }

    public Wishes Wishes { get; private set; } = new();

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "vi" ? "vi" : "en";

    /// <summary>Whose trip it is and the trip; null until something was saved.</summary>
    public async Task<Trip?> FindAsync(Guid? tripId, CancellationToken ct)
    {
        _traveller ??= await current.FindAsync(ct);
        return _traveller is not null && (tripId ?? _traveller.CurrentTripId) is { } id ? await trips.FindAsync(id, _traveller.Id, ct) : null;
    }

    /// <summary>Reads the trip as it stands; without one, the wishes of somebody who has said nothing yet.</summary>
    public async Task LoadAsync(Guid? tripId, CancellationToken ct)
    {
        Trip = await FindAsync(tripId, ct);
        Wishes = Trip is not null
            ? await trips.WishesAsync(Trip, ct)
            : new Wishes { Language = Language, Currency = _traveller?.Currency ?? Traveller.UsualCurrency(Language) };
    }

    /// <summary>Whether the trip holds any wish.</summary>
    public bool HasAnswers => Trip is not null && new TripChanges(_ => Guid.Empty).Between(new Wishes { Language = Wishes.Language, Currency = Wishes.Currency }, Wishes).Count > 0;

    /// <summary>A trip's version before its first answer.</summary>
    public const int FirstVersion = 1;

    /// <summary>Records a change against the version seen, starting a trip if there is none and the change says anything; then reads again.</summary>
    public async Task<SaveOutcome> SaveAsync(Guid? tripId, int? seen, Func<Wishes, Wishes> change, CancellationToken ct)
    {
        if (Trip is null)
        {
            if (new TripChanges(_ => Guid.Empty).Between(Wishes, change(Wishes)).Count == 0)
            {
                return SaveOutcome.Unchanged;
            }

            var (id, _) = await StartAsync(change, ct);
            await LoadAsync(id, ct);
            return SaveOutcome.Saved;
        }

        var outcome = await trips.ChangeAsync(Trip.Id, Trip.TravellerId, tripId == Trip.Id ? seen : null, change, ct);
        await LoadAsync(Trip.Id, ct);
        return outcome;
    }

    /// <summary>Starts a trip with what is said at once, and makes it the current one; gives its id and its traveller's.</summary>
    public async Task<(Guid TripId, Guid TravellerId)> StartAsync(Func<Wishes, Wishes> change, CancellationToken ct)
    {
        _traveller = await current.EnsureAsync(ct);
        var id = await trips.StartAsync(_traveller.Id, change(new Wishes { Language = Language, Currency = _traveller.Currency }), ct);
        return (id, _traveller.Id);
    }
}
