using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>The place of a tour that is known for the most steps (<c>data/places.jsonl</c>), which few texts speak of and whoever can hardly climb has to know.</summary>
/// <param name="Place">The place.</param>
/// <param name="AreSpokenOf">Whether the tour has a word of steps, or of a lift where there is one.</param>
public sealed partial record Stairs(Place Place, bool AreSpokenOf)
{
    private enum How { InPassing, Avoided, LookedAt, GoneTo, Climbed, Lifted, Spared }

    private const string Lift = @"(?:cap treo|thang may|cable ?-?cars?|lifts?|elevators?|gondolas?|funicular)";

    /// <summary>Of the places that it lists, or goes to by its day plan or a verb, and neither leaves out, looks at from below nor has a lift for; null where there is none.</summary>
    public static Stairs? Of(TourPackage package, IReadOnlyList<VisitedPlace> visited, Gazetteer gazetteer)
    {
        string?[] prose = [package.Description, package.Notes];
        List<(string Text, bool IsPlan)> sentences = [.. package.Itinerary.Append(package.Title).SelectMany(Sentences.Of).Select(text => (text, true)), .. prose.SelectMany(Sentences.Of).Select(text => (text, false))];
        var named = sentences.SelectMany(sentence => NamedIn(sentence.Text, sentence.IsPlan, gazetteer)).ToLookup(name => name.Place.Id);
        var listed = visited.Where(at => !at.IsStartOnly).Select(at => at.Place).OfType<Place>().Where(place => place.Stairs is not null).ToList();
        var steepest = listed.Concat(named.SelectMany(names => names).Select(name => name.Place)).DistinctBy(place => place.Id)
            .Where(place => IsClimbed(named[place.Id].Select(name => name.How).ToHashSet(), listed.Exists(other => other.Id == place.Id)))
            .MaxBy(place => place.Stairs!.AtLeast);
        return steepest is null ? null : new Stairs(steepest, package.Includes.Concat(package.Activities).Concat(package.Transportation).Concat(sentences.Select(sentence => sentence.Text)).Select(TextFolding.Fold).Any(text => Steps().IsMatch(text) || steepest.Stairs!.Lift && AnyLift().IsMatch(text)));
    }

    /// <summary>What is avoided may still be on the list of places for another day, and a lift only take down those who climbed.</summary>
    private static bool IsClimbed(HashSet<How> told, bool listed) =>
        !told.Contains(How.Spared) && (!told.Contains(How.Lifted) || told.Contains(How.Climbed)) && (told.Contains(How.GoneTo) || told.Contains(How.Climbed) ? listed || !told.Contains(How.Avoided) : listed && !told.Contains(How.LookedAt));

    private static IEnumerable<(Place Place, How How)> NamedIn(string sentence, bool plan, Gazetteer gazetteer)
    {
        var names = gazetteer.FindIn(sentence);
        foreach (var name in names.Where(name => name.Value.Stairs is not null))
        {
            var others = names.Where(other => other.Value.Id != name.Value.Id).ToList();
            var from = others.Where(other => other.End <= name.Start).Select(other => other.End).DefaultIfEmpty(0).Max();
            var to = others.Where(other => other.Start >= name.End).Select(other => other.Start).DefaultIfEmpty(sentence.Length).Min();
            var (before, after) = (TextFolding.Fold(sentence[..name.Start]), TextFolding.Fold(sentence[name.End..]));
            var lifted = LiftBefore().IsMatch(TextFolding.Fold(sentence[from..name.Start])) || LiftAfter().IsMatch(TextFolding.Fold(sentence[name.End..to])) || LiftNext().IsMatch(after);
            var how = CountedSteps.AreSparedIn(sentence) ? How.Spared
                : lifted && name.Value.Stairs!.Lift && !NoLift().IsMatch(TextFolding.Fold(sentence)) ? How.Lifted
                : Avoids().IsMatch(before) ? How.Avoided
                : Looks().IsMatch(before) || PhotoStop().IsMatch(after) ? How.LookedAt
                : Climbs().IsMatch(before) ? How.Climbed
                : plan || Goes().IsMatch(before) ? How.GoneTo
                : How.InPassing;
            yield return (name.Value, how);
        }
    }

    [GeneratedRegex(@"\b(?:steps|stairs|stairways?|staircases?|(?<!\bruong )bac thang|(?:leo|may|nhieu|it|tram|nghin|\d+) bac|cau thang)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Steps();

    [GeneratedRegex(@"\b" + Lift + @"\b", RegexOptions.CultureInvariant)]
    private static partial Regex AnyLift();

    [GeneratedRegex(@"\b" + Lift + @"\b(?:(?! - | (?:va|and|roi|then|or|hoac) )[^,;:.–—])*$", RegexOptions.CultureInvariant)]
    private static partial Regex LiftBefore();

    [GeneratedRegex(@"^(?: (?:bang|by|with) [^,;:.]*|(?:(?! - | (?:va|and|roi|then|or|hoac|nhung|but) )[^,;:.–—])*)\b" + Lift + @"\b", RegexOptions.CultureInvariant)]
    private static partial Regex LiftAfter();

    [GeneratedRegex(@"^\s*[-–—,(]\s*(?:(?:di|len|by|with|take|taking|via|the|bang)\s+)*" + Lift + @"\s*(?:$|[-–—,).;])", RegexOptions.CultureInvariant)]
    private static partial Regex LiftNext();

    /// <summary>One that is not there, not paid for, or only for the way down.</summary>
    [GeneratedRegex(@"\b(?:no|without|not by|instead of|rather than|thay vi|khong(?: co| di| dung| bang)?|chua co|down by|xuong bang|optional|tu chon)(?: the| a| any| taking)? " + Lift + @"\b|\b" + Lift + @"\b[^,;.]{0,40}\b(?:optional|extra|own expense|not included|excluded|down|closed|tinh rieng|tra rieng|tu tuc|tu chon|tuy chon|chua (?:bao )?gom|khong (?:bao )?gom|dong cua|xuong)\b", RegexOptions.CultureInvariant)]
    private static partial Regex NoLift();

    [GeneratedRegex(@"(?<!\b(?:dung|khong|cho|nen|not|never|\w+n['’]t) )\b(?:avoid\w*|skip\w*|instead of|rather than|thay vi|thay cho|bo qua|tranh)\s+(?:(?:the|climbing|visiting|going to|steps of|stairs of|leo|len|di|den|tham|hang|dong|dao|nui|chua)\s+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Avoids();

    [GeneratedRegex(@"\b(?:under|below|beneath|near|opposite|(?:next|close) to|foot of|shadow of|views? (?:of|over|to|towards?)|overlooking|facing|look(?:s|ing)? (?:at|up at|over|out (?:at|over))|photos? (?:of|stops? (?:at|by))|(?:pass|passes|passing|drives?|driving) (?:by|past)|duoi(?: chan)?|chan|gan|canh|doi dien|ngam|nhin(?: ra| ve| len| thay| sang)?|huong (?:ra|ve)|bai(?: bien)?|dung (?:xe )?chup (?:anh|hinh)(?: o| tai| voi)?)\s+(?:(?:the|nui|dinh|hang|dong|dao|mount|mt|toan canh)\s+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Looks();

    [GeneratedRegex(@"^[\s(–-]*(?:photo[ -]?stops?|from (?:below|afar|the (?:road|car|bus|coach|jeep|boat))|(?:dung )(?:xe )?chup (?:anh|hinh)|tu (?:duoi|xa))\b", RegexOptions.CultureInvariant)]
    private static partial Regex PhotoStop();

    [GeneratedRegex(@"\b(?:climb\w*|hik\w+|trek\w*|leo|trekking)\s+(?:(?:to|up|the|nui|dinh|len|mount|mt)\s+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Climbs();

    [GeneratedRegex(@"\b(?:visit\w*|climb\w*|hik\w+|trek\w*|walk\w* (?:up|to|through)|go(?:es|ing)? (?:to|up|into)|ascen\w+|explor\w+|conquer\w*|reach\w*|head\w* (?:to|up|for)|enter\w*|stops? (?:at|in)|tak(?:e|es|ing) (?:\w+ )?(?:to|up)|discover\w*|tham|vieng|le|leo|len|den|di|vao|kham pha|chinh phuc|ghe|toi|hanh huong|chiem bai)\b[^.;:]*$|(?<!\b(?:next|close|near|similar) )\b(?:to|up) (?:the )?$", RegexOptions.CultureInvariant)]
    private static partial Regex Goes();
}
