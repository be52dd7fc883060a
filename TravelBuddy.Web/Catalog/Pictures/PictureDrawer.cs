using System.Diagnostics;
using System.Threading.Channels;
using Marten;
using Marten.Patching;
using Medallion.Threading.Postgres;
using Npgsql;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Catalog.Pictures;

/// <summary>
/// Gives every package its pictures, one after the other in the background of one node: at the start, when the catalogue changes here, and when it
/// changed elsewhere. Setting <c>Pictures__Draw=false</c> leaves packages without pictures of their own without any.
/// </summary>
public sealed class PictureDrawer(
    IServiceProvider services, IDocumentStore store, NpgsqlDataSource database, MediaStore media, CachedCatalog catalog, IConfiguration configuration, TimeProvider time, ILogger<PictureDrawer> log)
    : BackgroundService
{
    private const int BatchSize = 40;

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);

    /// <summary>How long drawn pictures of a large import wait before pages show them.</summary>
    private static readonly TimeSpan ShowEvery = TimeSpan.FromSeconds(15);

    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that packages may be without pictures; returns at once.</summary>
    public void Signal() => _signals.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        if (!configuration.GetValue("Pictures:Draw", true))
        {
            return;
        }

        long seen = -1;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var version = await catalog.VersionAsync(stop);
                if (version != seen)
                {
                    await DrawMissingAsync(stop);
                    seen = version;
                }
            }
            catch (StartupException problem)
            {
                log.LogError("Pictures are not drawn: {Problem}", problem.Message);
                return;
            }
            catch (Exception problem) when (problem is NpgsqlException or JasperFx.ConcurrencyException or Marten.Exceptions.MartenCommandException)
            {
                log.LogWarning(problem, "Drawing pictures was interrupted; trying again in {Seconds} seconds", LookAgain.TotalSeconds);
            }

            await WaitAsync(stop);
        }
    }

    /// <summary>Draws the pictures of all packages that lack them and gives how many were drawn. Nodes take turns, so nothing is drawn twice.</summary>
    public async Task<int> DrawMissingAsync(CancellationToken ct)
    {
        await using var turn = await new PostgresDistributedLock(new PostgresAdvisoryLockKey("travelbuddy-pictures", allowHashing: true), database).AcquireAsync(cancellationToken: ct);
        var started = Stopwatch.GetTimestamp();
        var shown = started;
        var drawn = 0;
        var after = "";
        while (await BatchAsync(after, ct) is { Count: > 0 } packages)
        {
            drawn += await DrawBatchAsync(packages, ct);
            after = packages[^1].Id;
            if (Stopwatch.GetElapsedTime(shown) > ShowEvery)
            {
                await ShowAsync(ct);
                shown = Stopwatch.GetTimestamp();
            }
        }

        if (drawn > 0)
        {
            await ShowAsync(ct);
            log.LogInformation("Drew pictures for {Count} packages in {Seconds:0.0} seconds", drawn, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        return drawn;
    }

    private async Task<IReadOnlyList<TourPackage>> BatchAsync(string after, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Query<TourPackage>().Where(package => package.PictureHash == null && string.Compare(package.Id, after) > 0).OrderBy(package => package.Id).Take(BatchSize).ToListAsync(ct);
    }

    private async Task<int> DrawBatchAsync(IReadOnlyList<TourPackage> packages, CancellationToken ct)
    {
        var painter = services.GetRequiredService<CoverPainter>();
        var fetcher = services.GetRequiredService<PictureFetcher>();
        await using var session = store.LightweightSession();
        var known = (await session.LoadManyAsync<PackagePictures>(ct, packages.Select(package => package.Id))).ToDictionary(pictures => pictures.Id);
        var drawnHere = 0;
        foreach (var package in packages)
        {
            var madeFrom = $"{CoverPainter.Revision}:{package.ContentHash}";
            if (!known.TryGetValue(package.Id, out var pictures) || pictures.MadeFrom != madeFrom)
            {
                var provider = await catalog.ProviderAsync(package.ProviderId, ct);
                if (Paint(painter, package, provider?.Name ?? package.ProviderId) is not { } drawn)
                {
                    continue;
                }

                var cover = package.ImageUrl is { } address ? await fetcher.FetchAsync(address, ct) ?? drawn.Cover : drawn.Cover;
                pictures = new PackagePictures
                {
                    Id = package.Id,
                    CoverHash = await media.StoreAsync(cover, "image/jpeg", ct),
                    ShareCardHash = await media.StoreAsync(drawn.ShareCard, "image/jpeg", ct),
                    MadeFrom = madeFrom,
                };
                session.Store(pictures);
            }

            // Only this one member, and only of the content that was drawn: an import that comes between keeps what it wrote.
            var (id, content) = (package.Id, package.ContentHash);
            session.Patch<TourPackage>(one => one.Id == id && one.ContentHash == content).Set(one => one.PictureHash, pictures.CoverHash);
            drawnHere++;
        }

        await session.SaveChangesAsync(ct);
        return drawnHere;
    }

    /// <summary>A package whose picture cannot be drawn stays without; the others get theirs.</summary>
    private DrawnPictures? Paint(CoverPainter painter, TourPackage package, string provider)
    {
        try
        {
            return painter.Draw(package, provider);
        }
        catch (Exception problem) when (problem is not StartupException)
        {
            log.LogError(problem, "The pictures of package {Package} cannot be drawn", package.Id);
            return null;
        }
    }

    /// <summary>
    /// Raises the catalogue version, in turn with imports, so that every node's cache sees the new pictures. Nobody is told by
    /// <see cref="CatalogChanged"/>: nothing that is ranked has changed.
    /// </summary>
    private async Task ShowAsync(CancellationToken ct)
    {
        await using var turn = await new PostgresDistributedLock(new PostgresAdvisoryLockKey("travelbuddy-import", allowHashing: true), database).AcquireAsync(cancellationToken: ct);
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<CatalogVersion>(CatalogVersion.Only, ct) is { } version)
        {
            session.Store(version with { Number = version.Number + 1, ChangedAt = time.GetUtcNow() });
            await session.SaveChangesAsync(ct);
            catalog.Refresh();
        }
    }

    private async Task WaitAsync(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(LookAgain);
        try
        {
            await _signals.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            log.LogTrace("Looking whether the catalogue changed elsewhere");
        }
    }
}
