namespace TravelBuddy.Web.Interests.Reading.Roles;

/// <summary>Multinomial logistic regression over <see cref="ThingCues"/>; things are decided from left to right.</summary>
internal sealed class RegressedStances(CueWeights weights)
{
    /// <summary>How likely a thing must be named by the way before its wish is given up: one that is lost costs more than one that is read too much.</summary>
    private const double Sure = .8;

    /// <summary>The ways that are told apart, in the order of the file's columns; what is named by the way is indifferent.</summary>
    public static readonly IReadOnlyList<Stance> Stances = [Stance.Wanted, Stance.Essential, Stance.Unwanted, Stance.Indifferent];

    /// <summary>The column of a stance.</summary>
    public static int Column(Stance stance) => Stances.TakeWhile(other => other != stance).Count();

    /// <summary>How each thing is meant; none where a text is a request, which the rules know.</summary>
    public IReadOnlyList<Stance>? Decide(NamedThings things)
    {
        var cues = new ThingCues(things);
        if (cues.Words < RegressedRoles.Story)
        {
            return null;
        }

        var decided = new Stance[things.Named.Count];
        for (var i = 0; i < decided.Length; i++)
        {
            // Who insists or refuses says so in few words, which rules know.
            decided[i] = things.Named[i].Told;
            if (decided[i] == Stance.Wanted)
            {
                var odds = weights.Odds(cues.Of(i, decided));
                decided[i] = odds[Column(Stance.Indifferent)] >= Sure ? Stance.Indifferent : decided[i];
            }
        }

        return decided;
    }
}
