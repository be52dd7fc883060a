using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Catalog.Feeds;

/// <summary>
/// Where a tour sets off whose feed does not say so in its own field: the town right behind words for setting off, at the head of the first day's way, or
/// where the last day ends. Free prose is believed only where it says outright that the tour departs from there: people also come and go in the middle of one.
/// </summary>
internal sealed partial class UntoldStart(Gazetteer gazetteer)
{
    /// <summary>The town, and where it was read.</summary>
    public (NamedPlace Place, string From)? Of(FeedPackage feed, string title)
    {
        var plan = feed.Itinerary.SelectMany(line => line.Split('\n')).ToList();
        return Behind(SettingOff(), title) is { } titled ? (titled, "title")
            : Departure(feed.Description) is { } described ? (described, "description")
            : Departure(feed.Notes) is { } noted ? (noted, "notes")
            : plan.Count > 0 && Planned(plan[0], plan[^1]) is { } planned ? (planned, "itinerary")
            : null;
    }

    private NamedPlace? Planned(string first, string last) => HeadOf(first) ?? Behind(ComingBack(), last) ?? EndOf(last) ?? Behind(SettingOff(), first);

    private NamedPlace? Departure(string? text) => text is null ? null : Behind(DepartsFrom(), text);

    /// <summary>The town that stands right behind a cue.</summary>
    private NamedPlace? Behind(Regex cue, string text) => Find(text, (folded, places) =>
        cue.Matches(folded).SelectMany(match => places.Where(place => place.Start == match.Index + match.Length)));

    /// <summary>"Day 1: Hà Nội - Mai Châu", "7:30 Saigon, Tây Ninh": the first of a way, right behind the day's number or the time.</summary>
    private NamedPlace? HeadOf(string line) => Find(line, (folded, places) =>
        FirstDay().Match(folded) is var head && places[0].Start == head.Length && (Way().IsMatch(folded[places[0].End..]) || head.Groups["time"].Success) ? [places[0]] : []);

    /// <summary>"Hà Nội 16h", "19:00 Saigon": a town at the very end of a day beside the time.</summary>
    private NamedPlace? EndOf(string line) => Find(line, (folded, places) =>
        BackAt().IsMatch(folded[places[^1].End..]) || TimeBefore().IsMatch(folded[..places[^1].Start]) && End().IsMatch(folded[places[^1].End..]) ? [places[^1]] : []);

    private NamedPlace? Find(string text, Func<string, IReadOnlyList<PhraseMatch<Place>>, IEnumerable<PhraseMatch<Place>>> rule)
    {
        var folded = TextFolding.Fold(text);
        return folded.Length == text.Length && gazetteer.FindIn(text) is { Count: > 0 } places
            ? rule(folded, places).Select(found => gazetteer.TownOf(found.Value) is { } town ? new NamedPlace(town.Id == found.Value.Id ? text[found.Start..found.End] : town.Name, town.Id) : null).FirstOrDefault(town => town is not null)
            : null;
    }

    [GeneratedRegex(@"\b(?:from |in and out of |ex[- ]|tu |(?:khoi hanh|xuat phat)(?: (?:tai|o|tu))? |don (?:khach )?(?:tai |o ))(?:the )?(?=\w)", RegexOptions.CultureInvariant)]
    private static partial Regex SettingOff();

    [GeneratedRegex(@"\b(?:(?:depart(?:s|ing|ure)?|starts?|starting|leaves|flights?|pick[ -]?up) (?:from|in|at) |(?:departures?|departure (?:city|point|place)|start(?:s|ing)?(?: point)?|pick[ -]?up|meeting point) ?: ?|(?:khoi hanh|xuat phat)(?: (?:tai|o|tu))?(?: |: ?)|(?:diem|noi) (?:don|khoi hanh|xuat phat|di)(?: khach)? ?: ?|don (?:khach )?(?:tai|o) |danh cho khach )(?=\w)", RegexOptions.CultureInvariant)]
    private static partial Regex DepartsFrom();

    [GeneratedRegex(@"\b(?:(?:back|return|returning|returns|drive|van|bus|train|fly|flight|flights|transfer|drop[- ]?off)(?: \w+)? (?:to|in|at) |(?:xe|bay|tau)? ?ve (?:lai |den |toi )?|tro (?:ve|lai) )(?=\w)", RegexOptions.CultureInvariant)]
    private static partial Regex ComingBack();

    [GeneratedRegex(@"^\s*(?:(?:day|ngay|d|n) ?0?1\s*[:.\-–|]*\s*)?(?<time>\d{1,2}(?::\d{2}|[hg]\d{0,2})\s*[:,\-–]?\s*)?(?:(?:bay|fly|xe|drive|bus|van|train|tau|don khach(?: tai)?|flight|leave) )?", RegexOptions.CultureInvariant)]
    private static partial Regex FirstDay();

    [GeneratedRegex(@"^\s*(?:\([^)]*\)\s*)?(?:-|–|—|→|>|to\b|di\b|den\b|toi\b|arrival|station|airport)", RegexOptions.CultureInvariant)]
    private static partial Regex Way();

    [GeneratedRegex(@"^\s*(?:(?:at|by|around|about|luc|khoang|tam)\s*)?\d{1,2}(?:[:hg]\d{0,2})?[^\w]*(?:\([^)]*\)\W*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex BackAt();

    [GeneratedRegex(@"\d{1,2}(?::\d{2}|[hg]\d{0,2}),? $", RegexOptions.CultureInvariant)]
    private static partial Regex TimeBefore();

    [GeneratedRegex(@"^\W*(?:\([^)]*\)\W*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex End();
}
