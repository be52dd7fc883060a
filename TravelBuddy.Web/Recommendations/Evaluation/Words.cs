using System.Globalization;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>Texts and facts as plain words, in lower case and without diacritics, for the baselines.</summary>
public static class Words
{
    private const double LongestDays = 60;

    private static readonly decimal[] PriceSteps =
        [.. new[] { .25m, .5m, .75m, 1, 1.25m, 1.5m, 2, 2.5m, 3, 3.5m, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 75, 100 }.Select(millions => millions * 1_000_000)];

    public static IEnumerable<string> Of(params IEnumerable<string?> texts) => texts.OfType<string>().SelectMany(Tokenizer.Tokens).Select(token => token.Folded);

    /// <summary>Everything a package's page says in words, its length included.</summary>
    public static IReadOnlyList<string> OfAll(TourPackage package) =>
    [
        .. Of([
            package.Title, package.Description, .. package.Locations.Select(place => place.Text), package.Start?.Text, Length(package), .. package.Transportation, .. package.Food,
            .. package.Activities, package.Accommodation, package.Notes, .. package.Itinerary, .. package.Includes]),
    ];

    /// <summary>A length as one word.</summary>
    public static IEnumerable<string> OfDays(double? days) => days is { } known ? [string.Create(CultureInfo.InvariantCulture, $"{Math.Round(known * 2) / 2}d")] : [];

    /// <summary>A wished length as the words of all lengths it includes, by half days.</summary>
    public static IEnumerable<string> OfDays(double min, double max)
    {
        var first = Math.Round(min * 2);
        return Enumerable.Range(0, 1 + (int)Math.Max(0, Math.Min(LongestDays, max) * 2 - first)).SelectMany(step => OfDays((first + step) / 2));
    }

    /// <summary>A price in VND as one word for its step on a fixed scale.</summary>
    public static IEnumerable<string> OfPrice(decimal? vnd) => vnd is { } known ? [PriceWord(Step(known))] : [];

    /// <summary>A budget as the words of all steps it reaches.</summary>
    public static IEnumerable<string> OfBudget(decimal? minVnd, decimal? maxVnd)
    {
        var first = minVnd is { } min ? Step(min) : 0;
        var last = maxVnd is { } max ? Step(max) : PriceSteps.Length;
        return Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(PriceWord);
    }

    private static int Step(decimal vnd) => PriceSteps.Count(step => step < vnd);

    private static string PriceWord(int step) => string.Create(CultureInfo.InvariantCulture, $"price{step}");

    private static string? Length(TourPackage package)
    {
        var (days, nights) = package.Language == "vi" ? ("ngày", "đêm") : ("days", "nights");
        return string.Create(CultureInfo.InvariantCulture, $"{(package.DurationDays is { } d ? $"{d} {days}" : "")} {(package.Nights is { } n ? $"{n} {nights}" : "")}");
    }
}
