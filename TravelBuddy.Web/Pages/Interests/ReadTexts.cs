using Microsoft.Extensions.Caching.Memory;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Web.Pages.Interests;

/// <summary>
/// A traveller's free text beside what was understood of it, for showing both. A reading is kept in memory for ten minutes, since the page it leads to shows it
/// at once and asking a model takes its time; later the text is read again. At most 1,000 are kept.
/// </summary>
public sealed class ReadTexts(IFreeTextReader reader, TripTexts words, PlanAnswers answers) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 1_000 });

    /// <summary>Reads a text of a traveller, who pays for it.</summary>
    public Task<WishReading> ReadAsync(string text, string language, Guid travellerId, CancellationToken ct) => reader.ReadAsync(text, language, answers.Today, travellerId, ModelTask.ForPages, ct);

    /// <summary>Keeps a text of a trip, encrypted, and for a while how it was read; gives the text's id.</summary>
    public async Task<Guid> KeepAsync(Guid tripId, Guid travellerId, string text, WishReading reading, CancellationToken ct)
    {
        var id = await words.RememberAsync(tripId, travellerId, text, ct);
        _cache.Set(id, reading, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });
        return id;
    }

    /// <summary>A text of this traveller's trip and its reading; null if there is no such text.</summary>
    public async Task<(string Text, WishReading Reading)?> FindAsync(Guid id, Guid tripId, Guid travellerId, string language, CancellationToken ct) =>
        await words.FindAsync(id, tripId, travellerId, ct) is { } text
            ? (text, _cache.TryGetValue(id, out WishReading? reading) ? reading! : await ReadAsync(text, language, travellerId, ct))
            : null;

    public void Dispose() => _cache.Dispose();
}
