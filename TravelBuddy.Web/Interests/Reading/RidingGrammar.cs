using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Motorbikes: "I can't ride a motorbike" wishes for none of one's own, though being driven remains possible; "our own bikes" of people with a licence have motors.</summary>
internal static partial class RidingGrammar
{
    private const string Motorbike = "motorbike";
    private const string Oneself = "self-drive";
    private const string Pillion = "easy-rider";

    /// <summary>Turns the wish for what the traveller cannot ride or drive into one against driving oneself.</summary>
    public static void TakeBack(FoldedText text, List<(Found<Concept> Concept, Stance Stance)> stances, Lexicon lexicon)
    {
        foreach (var found in stances.Select(entry => entry.Concept).Where(found => found.Value.Kind == ConceptKind.Transport || found.Value.Id == "motorbike-loop").ToList())
        {
            var at = text.FoldedIndex(found.Start);
            var words = text.Folded[Math.Max(0, at - 40)..text.FoldedIndex(found.End)];
            if (Cannot().IsMatch(words) && lexicon.Find(Oneself) is { } oneself)
            {
                stances.RemoveAll(entry => entry.Concept.Start == found.Start && entry.Concept.End == found.End);
                stances.Add((new Found<Concept>(oneself, found.Start, found.End), Stance.Unwanted));
            }
        }
    }

    /// <summary>Who wishes to ride a motorbike, or to sit behind somebody who does, wishes for motorbikes; who travels by bicycle, rather than rides one among other things to do, for bicycles.</summary>
    public static void Name(FoldedText text, List<(Found<Concept> Concept, Stance Stance)> stances, Lexicon lexicon)
    {
        if (lexicon.Find(Motorbike) is { } motorbike && !stances.Any(entry => entry.Concept.Value == motorbike))
        {
            stances.AddRange([.. stances.Where(entry => entry.Stance is (Stance.Wanted or Stance.Essential) && Rides(entry.Concept)).Select(entry => (entry.Concept with { Value = motorbike }, Stance.Wanted))]);
        }

        var cycling = stances.Where(entry => entry.Stance == Stance.Wanted && entry.Concept.Value.Id == "cycling").Select(entry => entry.Concept).DistinctBy(found => found.Start).ToList();
        if (lexicon.Find("bicycle") is { } bicycle && !stances.Any(entry => entry.Concept.Value == bicycle) && (cycling.Count > 1 || cycling.Any(found => ByBicycle().IsMatch(Words(found)))))
        {
            stances.Add((cycling[0] with { Value = bicycle }, Stance.Wanted));
        }

        string Words(Found<Concept> found) => text.Folded[text.FoldedIndex(found.Start)..text.FoldedIndex(found.End)];

        bool Rides(Found<Concept> found) => found.Value.Id == Pillion || found.Value.Id == Oneself && Motor().IsMatch(Words(found));
    }

    /// <summary>"Bikes" as motorbikes where the text speaks of motors and of no pedals, and people who ride without a word for what.</summary>
    public static IReadOnlyList<PhraseMatch<Concept>> Motorised(FoldedText text, IReadOnlyList<PhraseMatch<Concept>> found, Lexicon lexicon)
    {
        if (lexicon.Find(Motorbike) is not { } motorbike || Pedals().IsMatch(text.Folded))
        {
            return found;
        }

        var riders = Riders().Matches(text.Folded).Select(match => text.Span(match.Index, match.Length)).Where(span => !found.Any(match => match.Start < span.End && span.Start < match.End)).ToList();
        return !Engines().IsMatch(text.Folded) && riders.Count == 0 ? found :
        [
            .. found.Select(match => match.Value.Id == "bicycle" && Bikes().IsMatch(text.Folded[text.FoldedIndex(match.Start)..text.FoldedIndex(match.End)]) ? match with { Value = motorbike } : match),
            .. riders.Select(span => new PhraseMatch<Concept>(motorbike, span.Start, span.End)),
        ];
    }

    [GeneratedRegex(@"\b(?:(?:khong|ko|k|chua|hok) (?:biet|the|dam|tu) (?:tu )?(?:lai|chay|di|cam lai)|(?:can'?t|cannot|don'?t|do not|won'?t|will not|never|unable to|not able to|not going to|afraid to)(?: know how to| learned to)? (?:ride|drive|driving|riding))(?: (?:a|an|the|on|any|duoc))* (?:xe )?(?:motorbikes?|motorcycles?|scooters?|xe may|xe mo to|may|mo to|xe tay ga|tay ga|xe so|car|o to|oto)\s*$")]
    private static partial Regex Cannot();

    [GeneratedRegex(@"\b(?:xe may|mo ?to|motor ?(?:bike|cycle)|scooter)")]
    private static partial Regex Motor();

    [GeneratedRegex(@"^(?:by bicycle|cyclists?|pedal.*|(?:cycl\w+|bike|bicycle) (?:trip|tour)s?|tour xe dap)$")]
    private static partial Regex ByBicycle();

    [GeneratedRegex(@"^bikes?$")]
    private static partial Regex Bikes();

    [GeneratedRegex(@"(?<!\b(?:no|not|without|never) (?:a |on |any |the )?)\b(?:moto(?:r ?)?bik\w+|motor ?cycl\w+|scooters?|licen[cs]ed?|international permit|idp|crfs?|xrs?|\d+ ?cc|himalayans?|honda|enduro|semi-?auto\w*|automatics?|fuel|petrol|loop|ho chi minh (?:road|trail|highway)|easy ?riders?|xe may)\b")]
    private static partial Regex Engines();

    [GeneratedRegex(@"\b(?:cycl(?:e|es|ing|ists?)|pedal\w*|bicycl\w+|push ?bikes?|e-?bikes?|mountain bik\w+|dap xe|xe dap|hors(?:e|es|eback))\b")]
    private static partial Regex Pedals();

    [GeneratedRegex(@"\b(?:ride|riding|ridden|rode) (?:at home|back home|since|something (?:proper|decent|big\w*|fun))\b")]
    private static partial Regex Riders();
}
