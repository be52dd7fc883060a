using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations;

/// <summary>
/// A place with its own budget or notes is an alternative of its own across those criteria: the wishes are split into one branch per such place and one for
/// the others, and a package counts by its best branch.
/// </summary>
public static class WishBranches
{
    private const int Most = 6;

    public static IReadOnlyList<Wishes> Of(Wishes wishes, Lexicon lexicon)
    {
        var own = wishes.Places.Where(place => place.Budget is not null || !string.IsNullOrWhiteSpace(place.Notes)).Take(Most - 1).ToList();
        if (own.Count == 0)
        {
            return [wishes];
        }

        var branches = own.Select(place => WithNotes(wishes with { Places = [place], Budget = place.Budget ?? wishes.Budget }, place.Notes, lexicon)).ToList();
        var others = wishes.Places.Except(own).ToList();
        return others.Count == 0 ? branches : [wishes with { Places = others }, .. branches];
    }

    private static Wishes WithNotes(Wishes wishes, string? notes, Lexicon lexicon)
    {
        if (string.IsNullOrWhiteSpace(notes))
        {
            return wishes;
        }

        var concepts = lexicon.FindIn(notes).Select(match => match.Value.Id).Distinct().ToList();
        var accommodation = wishes.Accommodation;
        return wishes with
        {
            Accommodation = concepts.Count > 0
                ? accommodation with { Concepts = [.. accommodation.Concepts.Union(concepts)] }
                : accommodation with { Phrases = [.. accommodation.Phrases, notes.Length > 60 ? notes[..60] : notes] },
        };
    }
}
