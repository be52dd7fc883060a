using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>A way to give up wishes, offered where nothing fits: a line that says what it brings, and a button. Where one gives up several wishes, more than a button holds, lines and buttons are lettered.</summary>
public sealed record RelaxationChoice(Relaxation Relaxation, char? Letter)
{
    /// <summary>The mark before its line.</summary>
    public string Mark => Letter is { } letter ? $"{letter}. " : "• ";

    /// <summary>What its button says.</summary>
    public string Button(string language) => Letter is { } letter ? Phrases.DropLettered.In(language, letter) : (Relaxation.Wish switch
    {
        Relaxing.Places => Phrases.DropPlaces,
        Relaxing.Durations => Phrases.DropDurations,
        Relaxing.Budget => Phrases.DropBudget,
        Relaxing.Dates => Phrases.DropDates,
        Relaxing.Exclusions => Phrases.DropExclusions,
        Relaxing.Essentials => Phrases.DropEssentials,
        Relaxing.Transportation => Phrases.DropTransportation,
        Relaxing.Food => Phrases.DropFood,
        Relaxing.Activities => Phrases.DropActivities,
        var wish when Relaxing.IsOfDiets(wish) => Phrases.DropDiets,
        _ => Phrases.DropThese,
    }).In(language);
}

/// <summary>Reads what is offered to be given up.</summary>
public static class Relaxations
{
    /// <summary>The choices, in their order; as many as a message has buttons.</summary>
    public static IReadOnlyList<RelaxationChoice> Of(IReadOnlyList<Relaxation> relaxations)
    {
        var offered = relaxations.Take(Cloud.Limits.Buttons).ToList();
        var lettered = offered.Count > 1 && offered.Any(relaxation => Relaxing.Parts(relaxation.Wish).Count > 1);
        return [.. offered.Select((relaxation, i) => new RelaxationChoice(relaxation, lettered ? (char)('A' + i) : null))];
    }
}
