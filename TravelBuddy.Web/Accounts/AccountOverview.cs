using Marten;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Web.Accounts;

/// <summary>A trip on the account page: whose it is, when it began, its wished places (gazetteer ids) and its newest list.</summary>
public sealed record OwnTrip(Guid TripId, Guid TravellerId, DateTimeOffset StartedAt, IReadOnlyList<string> PlaceIds, Guid? ListId);

/// <summary>What a person sees about themselves. Number and e-mail are masked.</summary>
public sealed record OwnAccount(Person Person, string? Name, string? MaskedNumber, string? MaskedEmail, IReadOnlyList<OwnTrip> Trips);

/// <summary>Reads the account page's content.</summary>
public sealed class AccountOverview(IQuerySession session, IAccounts accounts, PersonalDataProtector protector)
{
    private const int ShownTrips = 20;

    public async Task<OwnAccount?> ReadAsync(Guid personId, CancellationToken ct)
    {
        if (await accounts.FindPersonAsync(personId, ct) is not { } person)
        {
            return null;
        }

        var number = await TextAsync(person.Phone ?? person.WaId);
        var email = await TextAsync(person.Email);
        return new OwnAccount(person, await TextAsync(person.Name), number is null ? null : PhoneNumberReader.Mask(number), email is null ? null : MaskEmail(email), await TripsAsync(person.Id, ct));

        async Task<string?> TextAsync(byte[]? data) => data is null ? null : await protector.UnprotectAsync(person.Id, data, ct);
    }

    /// <summary>First letter and domain of an address.</summary>
    public static string MaskEmail(string email) => email.IndexOf('@') is var at and > 0 ? $"{email[0]}•••{email[at..]}" : "•••";

    private async Task<IReadOnlyList<OwnTrip>> TripsAsync(Guid personId, CancellationToken ct)
    {
        var travellers = await session.Query<Traveller>().Where(traveller => traveller.PersonId == personId).ToListAsync(ct);
        var ids = travellers.Select(traveller => traveller.Id).ToArray();
        var lists = await session.Query<RecommendationList>().Where(list => list.TravellerId.IsOneOf(ids)).Select(list => new { list.Id, list.TripId, list.RecordedAt }).ToListAsync(ct);
        var newest = lists.GroupBy(list => list.TripId).ToDictionary(group => group.Key, group => group.MaxBy(list => list.RecordedAt)!.Id);
        var trips = new List<OwnTrip>();
        foreach (var tripId in travellers.SelectMany(traveller => traveller.TripIds).Distinct().OrderDescending().Take(ShownTrips))
        {
            if (await session.Events.AggregateStreamAsync<Trip>(tripId, token: ct) is { } trip && await session.Events.FetchStreamStateAsync(tripId, ct) is { } stream)
            {
                trips.Add(new OwnTrip(tripId, trip.TravellerId, stream.Created, [.. trip.Places.Select(place => place.PlaceId).OfType<string>()], newest.TryGetValue(tripId, out var list) ? list : null));
            }
        }

        return [.. trips.OrderByDescending(trip => trip.StartedAt)];
    }
}
