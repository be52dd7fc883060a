using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Roles;

/// <summary>Multinomial logistic regression over <see cref="RoleCues"/>; places are decided from left to right.</summary>
internal sealed partial class RegressedRoles(CueWeights weights, RegressedStances? stances) : RoleModel
{
    /// <summary>A text of fewer words is a request, which the rules know; what was learned is how people tell of themselves.</summary>
    public const int Story = 16;

    /// <summary>How likely a start must be to be believed against where somebody lives, if a rule hears words for setting off.</summary>
    private const double Heard = .25;

    /// <summary>The roles that are told apart, in the order of the file's columns; who lives somewhere sets off there.</summary>
    public static readonly IReadOnlyList<PlaceRole> Roles = [PlaceRole.Wish, PlaceRole.Start, PlaceRole.Unwanted, PlaceRole.Earlier];

    /// <summary>The column of a role.</summary>
    public static int Column(PlaceRole role) => Roles.TakeWhile(other => other != role).Count();

    internal override IReadOnlyList<Stance> Decide(NamedThings things) => stances?.Decide(things) ?? base.Decide(things);

    internal override IReadOnlyList<PlaceRole> Decide(NamedPlaces places)
    {
        var cues = new RoleCues(places);
        if (cues.Words < Story)
        {
            return places.Told;
        }

        var decided = new PlaceRole[places.Named.Count];
        var start = -1;
        var surest = (Said: false, Odds: 0.0);
        for (var i = 0; i < decided.Length; i++)
        {
            // Who refuses a place says so in few words, which rules know.
            if (places.Told[i] is PlaceRole.Replaced or PlaceRole.Unwanted)
            {
                decided[i] = places.Told[i];
                continue;
            }

            var odds = weights.Odds(cues.Of(i, decided));
            odds[Column(PlaceRole.Unwanted)] *= IsSpokenAgainst(places, i) ? 1 : 0;
            var best = odds.Max();
            decided[i] = Roles[Array.IndexOf(odds, best)];
            // "We live in A, leaving from B": of where they set off and where they are the first is the start, also where it is less sure.
            var said = places.Told[i] == PlaceRole.Start;
            var likely = odds[Column(PlaceRole.Start)];
            if ((decided[i] == PlaceRole.Start || said && likely >= Heard) && (said, likely).CompareTo(surest) > 0)
            {
                (start, surest) = (i, (said, likely));
            }
        }

        if (start >= 0 && decided.Contains(PlaceRole.Start))
        {
            decided[start] = PlaceRole.Start;
        }

        // A trip sets off in one place; what else was taken for a start is spoken of by the way. Where no rule hears "from" it is where somebody is.
        for (var i = 0; i < decided.Length; i++)
        {
            if (decided[i] == PlaceRole.Start)
            {
                decided[i] = IsFirstOfList(i) ? PlaceRole.Wish : i != start ? PlaceRole.Earlier : places.Told[i] == PlaceRole.Start ? PlaceRole.Start : PlaceRole.Lives;
            }
        }

        // Who writes wants to go somewhere: where the model leaves no place to go, those stand that the rules take for one, but for the large cities where people are and look for a way out, unless they say how many days they want there.
        return decided.Contains(PlaceRole.Wish) ? decided : [.. decided.Select((role, i) => places.Told[i] == PlaceRole.Wish && (!RoleRules.IsHub(places.Named[i]) || IsStay(places, i)) && !WhereTheyAre.Visit(places.Text, places.Named[i]) ? PlaceRole.Wish : role)];

        // "4 days Da Nang and Hoi An": of two places that are named alike neither is where they set off, unless a rule hears so.
        bool IsFirstOfList(int i) =>
            i + 1 < decided.Length && places.Told[i] == PlaceRole.Wish && places.Told[i + 1] == PlaceRole.Wish && decided[i + 1] == PlaceRole.Wish && RoleRules.AreJoined(places.Text, places.Named[i], places.Named[i + 1]);
    }

    private static bool IsStay(NamedPlaces places, int i) =>
        places.Text.Before(DaysIn(), places.Text.FoldedIndex(places.Named[i].Start)).Success || DaysThere().IsMatch(places.Text.After(places.Named[i].End));

    [GeneratedRegex(@"\b(?:days?|nights?|weeks?|ngay|dem|tuan)(?: (?:in|at|around|o|tai))?\s+$")]
    private static partial Regex DaysIn();

    [GeneratedRegex(@"^\s*,?\s*(?:for )?\d{1,2} ?(?:days?|nights?|weeks?|ngay|dem|tuan|[dn]\d)")]
    private static partial Regex DaysThere();

    // Nobody refuses a place in a sentence without any word for it, however much else is like those who do.
    private static bool IsSpokenAgainst(NamedPlaces places, int i)
    {
        var (folded, at, end) = (places.Text.Folded, places.Text.FoldedIndex(places.Named[i].Start), places.Text.FoldedIndex(places.Named[i].End));
        var from = at == 0 ? 0 : folded.LastIndexOfAny(Stops, at - 1) + 1;
        var to = folded.IndexOfAny(Stops, end);
        return Against().IsMatch(folded[from..(to < 0 ? folded.Length : to)]);
    }

    private static readonly char[] Stops = ['.', '!', '?', ';', '\n'];

    [GeneratedRegex(@"\b(?:not?|[a-z]+n't|[dw]ont|cant|cannot|never|nothing|none|nor|neither|without|avoid\w*|skip\w*|hat(?:e|ed|es|ing)|dislike\w*|except|excluding|anything|anywhere|but|than|instead|rather|over|enough|too|bored|boring|tired|sick|crossed|ruled|leave|pass|done|been|seen|already|touristy|crowded|khong|ko|k|hok|chang|cha|dung|tranh|bo|tru|ngoai|thoi|chan|ngan|chua|ghet|khoi|mien|loai|roi|qua|te|hon|thay|ne|dep|kieu)\b")]
    private static partial Regex Against();
}
