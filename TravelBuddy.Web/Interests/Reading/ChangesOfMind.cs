using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests.Reading.Roles;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>"First we thought of Da Lat, but changed our minds: Mui Ne": where somebody wanted to go before is no wish any more.</summary>
internal static partial class ChangesOfMind
{
    /// <summary>The roles of the places, with those that were wished before a change of mind and not named after it spoken of by the way.</summary>
    public static IReadOnlyList<PlaceRole> Apply(FoldedText text, IReadOnlyList<PhraseMatch<Place>> named, IReadOnlyList<PlaceRole> roles)
    {
        if (Turn().Matches(text.Folded).LastOrDefault() is not { } turn)
        {
            return roles;
        }

        var (from, to) = (turn.Index, turn.Index + turn.Length);
        var sentence = text.Folded.IndexOfAny(['.', '!', '?', '\n'], to) is >= 0 and var stop ? stop : text.Folded.Length;
        var after = Enumerable.Range(0, named.Count).Where(i => roles[i] == PlaceRole.Wish && text.FoldedIndex(named[i].Start) >= to).ToList();
        return !after.Any(i => text.FoldedIndex(named[i].Start) < sentence) ? roles
            : [.. roles.Select((role, i) => role == PlaceRole.Wish && text.FoldedIndex(named[i].Start) < from && !after.Any(j => named[j].Value == named[i].Value) ? PlaceRole.Earlier : role)];
    }

    [GeneratedRegex(@"\b(?:(?:changed|changing|change) (?:our|my|her|his|their) minds?|plan b|switch(?:ed|ing) to|settled on|decided on|so now (?:it's|we(?:'re| are)|i(?:'m| am)) (?:leaning|thinking|set|going|down)|doi y(?! (?:kien|dinh))|chuyen (?:huong )?sang|chot lai(?: la)?|(?:nay|gio|cuoi cung) (?:da )?(?:nhat tri|chot|quyet))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Turn();
}
