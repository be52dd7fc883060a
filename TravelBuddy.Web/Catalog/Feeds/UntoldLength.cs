using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Catalog.Feeds;

/// <summary>How long a tour takes whose feed does not say so in its own field: from its title, its day plan, its nights, and what its description calls the length.</summary>
internal sealed partial class UntoldLength(ITourTexts texts)
{
    private const int LongestPlan = 60;
    private const double HalfDay = .5;

    /// <summary>No more hours than this between the first and the last time of a day's plan make half a day.</summary>
    private static readonly TimeSpan HalfDayAtMost = TimeSpan.FromHours(6.5);

    /// <summary>Days, and where they were read.</summary>
    public (double Days, string From)? Of(FeedPackage feed, string title, string language)
    {
        return texts.Days(title, language) is { } titled ? (titled, "title")
            : Numbered(feed.Itinerary) is { } planned ? (planned, "itinerary")
            : Described(feed.Description, language) is { } described ? (described, "description")
            : Described(feed.Notes, language) is { } noted ? (noted, "notes")
            : DayTour().IsMatch(TextFolding.Fold(title)) ? (1, "title")
            : feed.Nights is > 0 and var nights ? (nights + 1, "nights")
            : OneDay(feed.Itinerary) is { } timed ? (timed, "itinerary")
            : null;
    }

    /// <summary>The number of the last day in a plan whose days are numbered from 1.</summary>
    private static double? Numbered(IReadOnlyList<string> plan)
    {
        var days = plan.SelectMany(line => DayNumber().Matches(TextFolding.Fold(line)))
            .Select(match => (First: int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture), Last: int.Parse(match.Groups[match.Groups["to"].Success ? "to" : "n"].Value, CultureInfo.InvariantCulture)))
            .ToList();
        var last = days.Select(day => day.Last).DefaultIfEmpty().Max();
        return days.Any(day => day.First == 1) && last is > 0 and <= LongestPlan ? last == 1 ? OneDay(plan) ?? 1 : last : null;
    }

    /// <summary>A plan of one day that gives its times.</summary>
    private static double? OneDay(IReadOnlyList<string> plan)
    {
        var times = plan.SelectMany(line => TimeOfDay().Matches(TextFolding.Fold(line)))
            .Select(match => new TimeSpan(int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture), match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0, 0))
            .ToList();
        return times.Count < 2 || times[^1] <= times[0] ? null : times[^1] - times[0] <= HalfDayAtMost ? HalfDay : 1;
    }

    /// <summary>A length that a longer text gives as that of the tour; others in it are of drives and walks.</summary>
    private double? Described(string? text, string language)
    {
        if (text is null)
        {
            return null;
        }

        var folded = TextFolding.Fold(text);
        return folded.Length != text.Length ? null
            : new[] { Labelled(), DaysWithNights(), LongTour() }
                .Select(rule => rule.Match(folded))
                .Where(match => match.Success)
                .Select(match => texts.Days(text.Substring(match.Groups["length"].Index, match.Groups["length"].Length), language))
                .FirstOrDefault(days => days is not null);
    }

    [GeneratedRegex(@"\bday (?:cruise|hike|walk|ride|trek|excursion|sailing)\b", RegexOptions.CultureInvariant)]
    private static partial Regex DayTour();

    [GeneratedRegex(@"(?:^|[\n;|] *)(?:(?:day|ngay|d|n) ?0?)(?<n>\d{1,2})(?: ?(?:-|–|to|&|and|den|va|,) ?(?:day|ngay)? ?(?<to>\d{1,2}))?(?! ?(?:/|gio|h\b|thang))\b", RegexOptions.CultureInvariant)]
    private static partial Regex DayNumber();

    [GeneratedRegex(@"(?<![\d:.,])(?<h>[01]?\d|2[0-3])(?::(?<m>[0-5]\d)|[hg](?<m>[0-5]\d)?)(?!\d)(?! ?(?:bay|xe|di bo|drive|flight)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"\b(?:duration|length(?: of (?:tour|trip))?|tour length|trip length|thoi gian|thoi luong|lich trinh|so ngay)\s*(?:tour\s*)?[:=\-]\s*(?<length>[^.;\n|]{2,40})", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\b(?<length>\d{1,2}[ -]?(?:days?|ngay)[ ,/&-]*(?:and |va )?\d{1,2}[ -]?(?:nights?|dem)|\d{1,2}n\d{1,2}d|\d{1,2}d\d{1,2}n)\b", RegexOptions.CultureInvariant)]
    private static partial Regex DaysWithNights();

    [GeneratedRegex(@"\b(?<length>(?:\w+|\d{1,2}) ?-? ?(?:day|week|hour))[ -](?:\w+ ){0,2}?(?:tour|trip|trek|cruise|journey|itinerary|adventure|holiday|package|excursion|expedition)\b|\b(?:tour|hanh trinh|chuyen di|ky nghi) (?<length>(?:\w+|\d{1,2}) (?:ngay|tuan|tieng))\b", RegexOptions.CultureInvariant)]
    private static partial Regex LongTour();
}
