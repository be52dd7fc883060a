using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Catalog.Feeds;

/// <summary>Which places a tour visits whose feed has no list of them: those of its title and those its texts list as its places, else those of its day plan, else those of its description.</summary>
internal sealed partial class UntoldPlaces(Gazetteer gazetteer)
{
    /// <summary>More places than this in prose are talk of a region, not a way.</summary>
    private const int Most = 12;

    /// <summary>The places as written, without the country and without where the tour only sets off.</summary>
    public IReadOnlyList<NamedPlace> Of(FeedPackage feed, string title, NamedPlace? start)
    {
        IReadOnlyList<NamedPlace> named = [.. In(title), .. new[] { feed.Description, feed.Notes }.OfType<string>().SelectMany(Listed).SelectMany(In)];
        if (named.Count == 0)
        {
            named = [.. feed.Itinerary.SelectMany(In)];
        }

        if (named.Count == 0 && feed.Description is { } description)
        {
            named = [.. In(description)];
        }

        return [.. named.Where(place => place.PlaceId != start?.PlaceId).DistinctBy(place => place.PlaceId).Take(Most)];
    }

    private IEnumerable<NamedPlace> In(string text) =>
        gazetteer.FindIn(text).Where(match => match.Value.Kind != "country").Select(match => new NamedPlace(text[match.Start..match.End], match.Value.Id));

    private static IEnumerable<string> Listed(string text) =>
        TextFolding.Fold(text) is var folded && folded.Length == text.Length
            ? Label().Matches(folded).Select(match => text.Substring(match.Groups["list"].Index, match.Groups["list"].Length))
            : [];

    [GeneratedRegex(@"\b(?:places(?: visited)?|destinations?|locations?|route|stops|diem (?:den|tham quan|dung chan)|dia diem|lo trinh|tuyen|hanh trinh) ?: ?(?<list>[^.\n;|]{2,300})", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
