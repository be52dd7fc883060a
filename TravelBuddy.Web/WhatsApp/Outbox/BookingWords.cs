using System.Globalization;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Feeds;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>What stands above the way to book a tour: what speaks against it, what it asks of whoever goes, and on one line where and when it starts and what it costs.</summary>
public sealed class BookingWords(TourWords words, TourTerms terms, ITourTexts texts, TimeProvider time)
{
    /// <summary>The lines, those that matter least to give way first.</summary>
    /// <param name="package">The tour.</param>
    /// <param name="ranked">The same by what is known now of those who travel.</param>
    /// <param name="party">Who travels; null where nobody said.</param>
    /// <param name="currency">The currency of the list.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<FittedLines> OfAsync(TourPackage package, RankedPackage ranked, PartyWish? party, string currency, string language, CancellationToken ct)
    {
        var lines = new FittedLines();
        var warnings = words.Warnings(package, ranked, currency, language);
        foreach (var warning in warnings)
        {
            lines.Add(warning);
        }

        lines.Add(words.ForSome(package, ranked, currency, language));
        foreach (var term in (await terms.ToBookAsync(package, party, language, ct)).Where(term => !warnings.Any(warning => warning.Contains(term, StringComparison.Ordinal))))
        {
            lines.Add("ℹ " + Limits.Line(term, TourWords.LongestWarning), 1);
        }

        foreach (var unsaid in words.Unsaid(package, ranked, currency, language))
        {
            lines.Add(unsaid, 2);
        }

        // In the other language they stand among the facts below.
        if (package.Language == language && CountedSteps.Of(package)?.ToString(CultureInfo.InvariantCulture) is { } steps && !warnings.Any(warning => warning.Contains(steps, StringComparison.Ordinal)))
        {
            lines.Add(Phrases.HardSteps.In(language, steps), 2);
        }

        foreach (var fact in HardFacts.Of(package, language, texts))
        {
            lines.Add(fact, 3);
        }

        return lines.Add(Facts(package, currency, language));
    }

    /// <summary>"🚩 from Hanoi · 📅 until 15 May 2027 · 💰 $120 per person": only what is known.</summary>
    private string Facts(TourPackage package, string currency, string language) => string.Join(" · ", new[]
    {
        Marked("🚩", words.Start(package, language)),
        Marked("📅", Season.Of(package, time.TodayInVietNam(), language)),
        Marked("💰", words.Price(package, currency, language)),
        Marked("🌐", package.Language == language ? null : package.Language switch { "en" => Phrases.WritesEnglishOnly.In(language), "vi" => Phrases.WritesVietnameseOnly.In(language), _ => null }),
    }.OfType<string>());

    private static string? Marked(string mark, string? text) => text is null ? null : $"{mark} {text}";
}
