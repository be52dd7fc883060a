using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Memory;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Web.Interests.Reading.Model;

/// <summary>The rules first; wishes are shown to the model too, if there is one, and its answer fills what the rules left empty. No failure of the model is one of the reader.</summary>
public sealed partial class FreeTextReader(IWishReader rules, ModelMerge merge, ILogger<FreeTextReader> logger, IChatClient? model = null, LanguageModelOptions? options = null) : IFreeTextReader, IDisposable
{
    private const int FewestWords = 3;
    private const int MostRemembered = 1_000;
    private static readonly TimeSpan RememberedFor = TimeSpan.FromMinutes(30);

    /// <summary>So long a model that failed is not asked the same again: the page that follows the answer would wait for it once more.</summary>
    private static readonly TimeSpan FailureRememberedFor = TimeSpan.FromMinutes(1);

    // A page shows again what was understood when it was sent, and a redelivered message is read twice; in memory only, as the text is the traveller's.
    private readonly MemoryCache _remembered = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    public async Task<WishReading> ReadAsync(string text, string? languageHint, DateOnly today, CancellationToken ct)
    {
        var read = rules.Read(text, languageHint, today);
        if (model is null || options is null || !MayHoldMore(read, text))
        {
            return read;
        }

        var key = (text, languageHint, today);
        if (_remembered.TryGetValue(key, out WishReading? known) && known is not null)
        {
            return known;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Time);
        try
        {
            var answer = await ModelQuestion.AskAsync(model, text, today, limit.Token);
            if (answer is null)
            {
                LogUnreadable(logger);
                return Remembered(read, FailureRememberedFor);
            }

            return Remembered(merge.Merge(text, read, answer, today), RememberedFor);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            LogFailed(logger, error.GetType().Name);
            return Remembered(read, FailureRememberedFor);
        }

        WishReading Remembered(WishReading reading, TimeSpan time) => _remembered.Set(key, reading, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = time });
    }

    public void Dispose() => _remembered.Dispose();

    // Commands and talk around a list are the rules' alone: no model decides that somebody wants to be deleted.
    private static bool MayHoldMore(WishReading read, string text) =>
        (read.Intent is Intent.Search or Intent.Unknown || read.Intent is Intent.Refine && WishUpdate.SaysAnything(read)) && Tokenizer.Tokens(text).Count >= FewestWords;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The language model failed ({Kind}); the rules' reading serves.")]
    private static partial void LogFailed(ILogger logger, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The language model's answer does not keep to its schema; the rules' reading serves.")]
    private static partial void LogUnreadable(ILogger logger);
}
