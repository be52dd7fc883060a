using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Caching.Memory;

namespace TravelBuddy.Web.Pages.Recommendations;

/// <summary>The parts of a card that no list changes, rendered.</summary>
public sealed record CardParts(IHtmlContent Head, IHtmlContent Foot, IHtmlContent NoVote, IHtmlContent VoteUp, IHtmlContent VoteDown)
{
    public IHtmlContent Vote(bool? likes) => likes switch { true => VoteUp, false => VoteDown, null => NoVote };
}

/// <summary>A labelled score of a card from 0 to 100 percent; null if the traveller left the criterion open.</summary>
public sealed record CardBar(string Label, int? Percent);

/// <summary>
/// Renders what many cards share once and keeps the HTML in memory, so that showing a list is mostly copying: the unchanging parts of a tour's card for
/// each package, language, currency and catalogue version (at most 64 million characters), and the bars and scores, of which there are a hundred each.
/// </summary>
public sealed class CardFragments(HtmlEncoder encoder) : IDisposable
{
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 64_000_000, CompactionPercentage = .2 });
    private readonly ConcurrentDictionary<CardBar, IHtmlContent> _bars = new();
    private readonly ConcurrentDictionary<CardBar, IHtmlContent> _scores = new();

    public async ValueTask<CardParts> GetAsync(IHtmlHelper html, TourCard card, long catalogVersion)
    {
        var key = (card.Package.Id, card.Language, card.Currency, catalogVersion);
        if (_cache.TryGetValue(key, out CardParts? parts))
        {
            return parts!;
        }

        var head = await RenderAsync(html, "_TourHead", card);
        var foot = await RenderAsync(html, "_TourFoot", card);
        var votes = new string[3];
        foreach (var (index, likes) in new bool?[] { null, true, false }.Index())
        {
            votes[index] = await RenderAsync(html, "_TourVote", new TourVote(card.Package.Id, likes));
        }

        parts = new CardParts(new HtmlString(head), new HtmlString(foot), new HtmlString(votes[0]), new HtmlString(votes[1]), new HtmlString(votes[2]));
        return _cache.Set(key, parts, new MemoryCacheEntryOptions { Size = head.Length + foot.Length + votes.Sum(vote => vote.Length), SlidingExpiration = TimeSpan.FromHours(1) });
    }

    /// <summary>One bar of a card.</summary>
    public async ValueTask<IHtmlContent> BarAsync(IHtmlHelper html, CardBar bar) =>
        _bars.TryGetValue(bar, out var known) ? known : _bars[bar] = new HtmlString(await RenderAsync(html, "_TourBar", bar));

    /// <summary>The ring with a card's total score, from 0 to 100, and its label.</summary>
    public async ValueTask<IHtmlContent> ScoreAsync(IHtmlHelper html, CardBar score) =>
        _scores.TryGetValue(score, out var known) ? known : _scores[score] = new HtmlString(await RenderAsync(html, "_TourScore", score));

    public void Dispose() => _cache.Dispose();

    private async Task<string> RenderAsync(IHtmlHelper html, string partial, object model)
    {
        using var writer = new StringWriter();
        (await html.PartialAsync(partial, model)).WriteTo(writer, encoder);
        return string.Join('\n', writer.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }
}
