using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Pages.Interests;

/// <summary>What phrases typed in a traveller's own words mean: what was understood of them, each under its own criterion, and the phrases nothing was understood of.</summary>
public sealed record OwnWords(Wishes Understood, IReadOnlyList<string> Unknown)
{
    /// <summary>Reads each phrase by itself. Of a phrase that is understood in part the rest is kept.</summary>
    public static OwnWords Read(IReadOnlyList<string> phrases, Func<string, Wishes> read)
    {
        var understood = new Wishes();
        var unknown = new List<string>();
        foreach (var phrase in phrases.Where(phrase => phrase.Length > 0))
        {
            var said = read(phrase);
            var rest = said.Accommodation.Phrases;
            said = said with { Accommodation = said.Accommodation with { Phrases = [] } };
            if (Parts(said).All(part => part.IsEmpty))
            {
                unknown.Add(phrase);
                continue;
            }

            unknown.AddRange(rest);
            understood = Joined(understood, said);
        }

        return new OwnWords(understood, [.. unknown.Distinct()]);
    }

    /// <summary>Wishes with what was understood beside what they hold.</summary>
    public Wishes AddTo(Wishes wishes) => Joined(wishes, Understood);

    private static Wishes Joined(Wishes wishes, Wishes said) => wishes with
    {
        Transportation = wishes.Transportation.Union(said.Transportation),
        Food = wishes.Food.Union(said.Food),
        Activities = wishes.Activities.Union(said.Activities),
        Accommodation = wishes.Accommodation.Union(said.Accommodation),
        Exclusions = wishes.Exclusions.Union(said.Exclusions),
        Essentials = wishes.Essentials.Union(said.Essentials),
    };

    private static ConceptWishes[] Parts(Wishes wishes) => [wishes.Transportation, wishes.Food, wishes.Activities, wishes.Accommodation, wishes.Exclusions, wishes.Essentials];
}
