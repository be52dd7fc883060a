using System.Globalization;
using Microsoft.Extensions.Caching.Memory;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Web.Interests.Reading.Model;

/// <summary>The rules first; wishes are shown to the model too, if there is one, and its answer fills what the rules left empty. No failure of the model is one of the reader.</summary>
public sealed class FreeTextReader(IWishReader rules, ModelMerge merge, ILanguageModel model) : IFreeTextReader, IDisposable
{
    private const int FewestWords = 3;
    private const int MostRemembered = 1_000;
    private static readonly TimeSpan RememberedFor = TimeSpan.FromMinutes(30);

    /// <summary>So long a model that failed is not asked the same again: the page that follows the answer would wait for it once more.</summary>
    private static readonly TimeSpan FailureRememberedFor = TimeSpan.FromMinutes(1);

    // A page shows again what was understood when it was sent, and a redelivered message is read twice; in memory only, as the text is the traveller's.
    private readonly MemoryCache _remembered = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    public async Task<WishReading> ReadAsync(string text, string? languageHint, DateOnly today, Guid? payer, TimeSpan? within, CancellationToken ct)
    {
        var read = rules.Read(text, languageHint, today);
        if (!model.IsConfigured || !MayHoldMore(read, text))
        {
            return read;
        }

        var key = (text, languageHint, today);
        if (_remembered.TryGetValue(key, out WishReading? known) && known is not null)
        {
            return known;
        }

        var data = new { Today = today.ToString("yyyy-MM-dd, dddd", CultureInfo.InvariantCulture), Message = text };
        return await model.AskAsync<ModelAnswer>(new ModelTask("wishes", read.Language, data, payer, within), ct) is { } answer
            ? Remembered(merge.Merge(text, read, answer, today), RememberedFor)
            : Remembered(read, FailureRememberedFor);

        WishReading Remembered(WishReading reading, TimeSpan time) => _remembered.Set(key, reading, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = time });
    }

    public void Dispose() => _remembered.Dispose();

    // Commands and talk around a list are the rules' alone: no model decides that somebody wants to be deleted.
    private static bool MayHoldMore(WishReading read, string text) =>
        (read.Intent is Intent.Search or Intent.Unknown || read.Intent is Intent.Refine && WishUpdate.SaysAnything(read)) && Tokenizer.Tokens(text).Count >= FewestWords;
}
