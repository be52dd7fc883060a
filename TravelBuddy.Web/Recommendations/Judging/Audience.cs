using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>For whom a tour is made, by its title, and whether travellers are among them.</summary>
public static partial class Audience
{
    // Those whose tours are laid out around them; "for beginners" or "with friends" keeps nobody away.
    private static readonly HashSet<string> Particular = new(StringComparer.Ordinal)
    {
        "accessible", "blind-deaf", "company", "couple", "disabled", "elderly", "family-with-kids", "honeymoon", "mice", "muslim-travellers", "parents", "students", "team-building",
        "teenagers", "toddlers", "veterans", "women",
    };

    // A wheelchair tour or a school outing is for nobody who did not say so; a honeymoon or a family tour may be taken by whoever likes it.
    private static readonly HashSet<string> WouldSay = new(StringComparer.Ordinal) { "accessible", "blind-deaf", "company", "disabled", "mice", "muslim-travellers", "students", "team-building", "veterans" };

    private static readonly HashSet<string> Companies = new(StringComparer.Ordinal) { "company", "mice", "team-building" };

    /// <summary>Ids of the concepts of those a title names as the ones a tour is made for. "Kids welcome" and "women-led" are told in passing.</summary>
    public static IReadOnlySet<string> Of(string title, Lexicon lexicon) => lexicon.FindIn(title)
        .Where(match => Particular.Contains(match.Value.Id) && !Aside().IsMatch(title[match.End..]))
        .Select(match => match.Value.Id)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Ids of the concepts of those who travel, with what is as good for them; empty if nothing is known of them.</summary>
    public static IReadOnlySet<string> Of(Interests.Wishes wishes, Lexicon lexicon, ConceptKin kin)
    {
        var who = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in wishes.Accommodation.Concepts.Concat(wishes.Activities.Concepts).Concat(wishes.Essentials.Concepts))
        {
            if (lexicon.Find(id)?.Kind is ConceptKind.Traveller or ConceptKind.Theme || Particular.Contains(id))
            {
                who.Add(id);
            }
        }

        if (wishes.Party is { } party)
        {
            who.UnionWith(party switch
            {
                { Children: > 0 } => ["family-with-kids"],
                { Adults: 1 } => ["solo"],
                { Adults: 2 } => ["couple"],
                _ => Array.Empty<string>(),
            });
        }

        foreach (var id in who.ToList())
        {
            who.UnionWith(kin.Of(id));
            who.UnionWith(lexicon.Find(id)?.Broader ?? []);
        }

        return who;
    }

    /// <summary>Whether a tour is made for others than those who travel; where nothing is known of them, for people who would have told.</summary>
    public static bool IsOfOthers(IReadOnlySet<string> madeFor, IReadOnlySet<string> travellers) =>
        madeFor.Count > 0 && (travellers.Count > 0 ? !madeFor.Overlaps(travellers) : madeFor.All(WouldSay.Contains));

    /// <summary>Whether a tour is sold to companies alone.</summary>
    public static bool IsOfCompanies(IReadOnlySet<string> madeFor) => madeFor.Count > 0 && madeFor.All(Companies.Contains);

    [GeneratedRegex(@"^[\s-]*(welcome|(led|driven|run|owned|guided)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Aside();
}
