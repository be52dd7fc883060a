using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>
/// What a rule matches and, each right behind the one before, whatever another one then matches (which begins with \G). One expression for all of it would hold the members twice, and beyond 2,000 branches
/// the runtime runs what it generates without optimising it.
/// </summary>
internal sealed record Chain(IReadOnlyList<Match> Links)
{
    public int Index => Links[0].Index;

    public int End => Links[^1].Index + Links[^1].Length;

    public int Length => End - Index;

    /// <summary>All chains of a text with so many links at least, from left to right and none over another.</summary>
    public static IEnumerable<Chain> All(string text, Regex first, Regex next, int least = 1)
    {
        for (var at = 0; first.Match(text, at) is { Success: true } link;)
        {
            var links = new List<Match>();
            for (; link.Success; link = next.Match(text, links[^1].Index + links[^1].Length))
            {
                links.Add(link);
            }

            var chain = new Chain(links);
            at = links.Count < least ? chain.Index + 1 : Math.Max(chain.End, chain.Index + 1);
            if (links.Count >= least)
            {
                yield return chain;
            }
        }
    }

    /// <summary>What a group matched in all links, in the order of the text.</summary>
    public IEnumerable<Capture> Captures(string group) => Links.SelectMany(link => link.Groups[group].Captures);
}
