namespace TravelBuddy.Web.Accounts;

/// <summary>How often one visitor may do what costs others something, in each window of <paramref name="Window"/>: by traveller, and by address, because a new cookie is a new traveller and several people share an address.</summary>
public sealed record VisitorLimit(string Name, int PerTraveller, int PerAddress, TimeSpan Window);

/// <summary>Counts visitors against their limits.</summary>
public sealed class VisitorLimits(Allowances allowances, KeyedHash hash)
{
    /// <summary>Takes one use; false if the traveller or the address has none left. Null is not counted: nobody yet, or this machine.</summary>
    public async Task<bool> TakeAsync(VisitorLimit limit, Guid? travellerId, string? address, CancellationToken ct) =>
        (travellerId is not { } traveller || await allowances.TakeAsync(new Allowance($"{limit.Name}-traveller", limit.PerTraveller, limit.Window), traveller.ToString("N"), ct))
        && (address is null || await allowances.TakeAsync(new Allowance($"{limit.Name}-address", limit.PerAddress, limit.Window), await hash.OfAsync("address", address, ct), ct));
}
