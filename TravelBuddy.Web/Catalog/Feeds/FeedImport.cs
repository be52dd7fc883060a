using System.Text.Json;
using Marten;
using Npgsql;
using TravelBuddy.Web.Catalog.Pictures;

namespace TravelBuddy.Web.Catalog.Feeds;

/// <summary>Where a feed came from and how to read it.</summary>
public sealed record FeedSource(string Name, string Format, string? Provider = null, bool Sample = false);

/// <summary>Brings a feed into the catalogue. A bad line is refused and reported, the rest goes in; the same file twice changes nothing.</summary>
public sealed class FeedImport(IDocumentStore store, NpgsqlDataSource database, PackageFactory factory, CachedCatalog catalog, PictureDrawer pictures, TimeProvider time)
{
    private const int BatchSize = 500;

    /// <summary>Formats that <c>import</c> reads.</summary>
    public static readonly IReadOnlyList<string> Formats = ["jsonl"];

    /// <summary>Imports lines of the interchange format; the report is stored and returned. Version and packages change together, batch by batch; imports of all nodes take turns.</summary>
    public async Task<ImportReport> ImportAsync(TextReader lines, FeedSource source, CancellationToken ct)
    {
        await using var turn = await CatalogTurn.TakeAsync(database, ct);
        var tally = new Tally();
        var batch = new List<(TourPackage Package, string Provider)>(BatchSize);
        while (await lines.ReadLineAsync(ct) is { } line)
        {
            tally.Line++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (await ReadAsync(line, source, tally, ct) is { } read)
            {
                batch.Add(read);
            }

            if (batch.Count == BatchSize)
            {
                await StoreAsync(batch, source, tally, ct);
                batch.Clear();
            }
        }

        await StoreAsync(batch, source, tally, ct);
        await using var session = store.LightweightSession();
        var version = await session.LoadAsync<CatalogVersion>(CatalogVersion.Only, ct);
        var report = new ImportReport
        {
            Id = Guid.CreateVersion7(),
            Source = source.Name,
            Format = source.Format,
            At = time.GetUtcNow(),
            Read = tally.Read,
            Added = tally.Added,
            Changed = tally.Changed,
            Unchanged = tally.Unchanged,
            Repeated = tally.Repeated,
            Refused = tally.Refused,
            WithoutProvider = tally.WithoutProvider.Count,
            Bare = tally.Bare.Count,
            Unbookable = tally.Unbookable.Count,
            CatalogVersion = version?.Number ?? 0,
            Lines = tally.Lines,
        };
        session.Insert(report);
        await session.SaveChangesAsync(ct);
        catalog.Refresh();
        pictures.Signal();
        return report;
    }

    private async Task<(TourPackage, string)?> ReadAsync(string line, FeedSource source, Tally tally, CancellationToken ct)
    {
        tally.Read++;
        FeedPackage feed;
        try
        {
            feed = FeedPackage.Parse(line);
        }
        catch (JsonException error)
        {
            tally.Refuse(null, error.BytePositionInLine is { } at ? $"Is not valid JSON from byte {at + 1} of the line on." : error.Message);
            return null;
        }

        var (package, provider, refusal, problems) = factory.Create(feed, line, source.Provider);
        foreach (var problem in problems)
        {
            tally.Say(package?.SourceId, refused: false, problem);
        }

        if (package is null && feed is { Bookable: false, Id: { } gone })
        {
            (package, refusal) = (await TakenOutAsync(PackageFactory.IdOf(provider, gone), PackageFactory.HashOf(line, source.Provider), ct), "There is no package of this provider and id to take out.");
        }

        if (package is null)
        {
            tally.Refuse(feed.Id, refusal!);
            return null;
        }

        if (tally.SeenAt.TryGetValue(package.Id, out var seen))
        {
            tally.Repeated++;
            tally.Say(package.SourceId, refused: false, $"line {tally.Line}: id {package.SourceId} was already on line {seen.Line}{(seen.Hash == package.ContentHash ? ", with the same content." : "; the later one counts.")}");
        }

        tally.SeenAt[package.Id] = (tally.Line, package.ContentHash);
        Tally.Keep(tally.WithoutProvider, package.Id, provider == PackageFactory.UnknownProvider);
        Tally.Keep(tally.Bare, package.Id, package is { Locations.Count: 0, DurationDays: null, Price: null });
        Tally.Keep(tally.Unbookable, package.Id, package is { BookingUrl: null, ContactEmail: null, ContactPhone: null });
        return (package, provider);
    }

    /// <summary>The package as it is, but no longer offered; null if there is none.</summary>
    private async Task<TourPackage?> TakenOutAsync(string id, string hash, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<TourPackage>(id, ct) is { } known ? known.WithOffer(offered: false, known.Withdrawn) with { ContentHash = hash } : null;
    }

    private async Task StoreAsync(List<(TourPackage Package, string Provider)> batch, FeedSource source, Tally tally, CancellationToken ct)
    {
        if (batch.Count == 0)
        {
            return;
        }

        var byId = batch.GroupBy(item => item.Package.Id).Select(group => group.Last()).ToList();
        await using var session = store.LightweightSession();
        var known = (await session.LoadManyAsync<TourPackage>(ct, byId.Select(item => item.Package.Id))).ToDictionary(package => package.Id);
        var changed = new List<TourPackage>();
        foreach (var (package, _) in byId)
        {
            var before = known.GetValueOrDefault(package.Id);
            tally.HashBefore.TryAdd(package.Id, before?.ContentHash);
            if (before is null)
            {
                changed.Add(package);
            }
            else if (before.ContentHash != package.ContentHash)
            {
                if (LostMembers.Between(before, package) is { Count: > 0 } lost)
                {
                    tally.Warn(tally.SeenAt[package.Id].Line, package.SourceId, $"Leaves out what the package had until now, which is gone therefore: {string.Join(", ", lost)}.");
                }

                var picture = before.ImageUrl == package.ImageUrl && before.Title == package.Title ? before.PictureHash : null;
                changed.Add(package.WithOffer(package.Offered, before.Withdrawn) with { PictureHash = picture });
            }
        }

        if (changed.Count == 0)
        {
            return;
        }

        await StoreProvidersAsync(session, byId, source, ct);
        session.Store<TourPackage>(changed);
        await session.RaiseCatalogVersionAsync(time.GetUtcNow(), ct);
        await session.SaveChangesAsync(ct);
    }

    private static async Task StoreProvidersAsync(IDocumentSession session, List<(TourPackage Package, string Provider)> items, FeedSource source, CancellationToken ct)
    {
        var known = (await session.LoadManyAsync<Provider>(ct, items.Select(item => item.Package.ProviderId).Distinct())).ToDictionary(provider => provider.Id);
        foreach (var group in items.GroupBy(item => item.Package.ProviderId))
        {
            var before = known.GetValueOrDefault(group.Key);
            session.Store(new Provider
            {
                Id = group.Key,
                Name = group.Last().Provider,
                ContactEmail = group.Select(item => item.Package.ContactEmail).LastOrDefault(email => email is not null) ?? before?.ContactEmail,
                ContactPhone = group.Select(item => item.Package.ContactPhone).LastOrDefault(phone => phone is not null) ?? before?.ContactPhone,
                IsSample = source.Sample || (before?.IsSample ?? false),
                OptedOut = before?.OptedOut ?? false,
            });
        }
    }

    private sealed class Tally
    {
        private readonly int[] _kept = [0, 0];

        public int Line;
        public int Read;
        public int Repeated;
        public int Refused;
        public readonly List<ImportReportLine> Lines = [];
        public readonly Dictionary<string, (int Line, string Hash)> SeenAt = new(StringComparer.Ordinal);

        /// <summary>What the catalogue held of each package before this import; null for a new one. A package is counted once, by what became of it.</summary>
        public readonly Dictionary<string, string?> HashBefore = new(StringComparer.Ordinal);

        public readonly HashSet<string> WithoutProvider = new(StringComparer.Ordinal);
        public readonly HashSet<string> Bare = new(StringComparer.Ordinal);
        public readonly HashSet<string> Unbookable = new(StringComparer.Ordinal);

        public static void Keep(HashSet<string> packages, string id, bool lacks)
        {
            _ = lacks ? packages.Add(id) : packages.Remove(id);
        }

        public int Added => HashBefore.Values.Count(hash => hash is null);
        public int Changed => HashBefore.Count(package => package.Value is { } hash && hash != SeenAt[package.Key].Hash);
        public int Unchanged => HashBefore.Count(package => package.Value == SeenAt[package.Key].Hash);

        public void Refuse(string? id, string message)
        {
            Refused++;
            Say(id, refused: true, message);
        }

        public void Say(string? id, bool refused, string message) => Keep(Line, id, refused, message);

        public void Warn(int line, string? id, string message) => Keep(line, id, refused: false, message);

        private void Keep(int line, string? id, bool refused, string message)
        {
            // A feed that leaves much unsaid must not crowd out what was refused.
            if (_kept[refused ? 1 : 0]++ < ImportReport.MaxLines)
            {
                Lines.Add(new ImportReportLine(line, id, refused, message));
            }
        }
    }
}
