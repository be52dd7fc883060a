using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Questions;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>The answer to what a tour costs: for each, for all who travel, what that includes, and what its text says of money besides.</summary>
public sealed partial class PriceWords(TourWords words, ICatalog catalog)
{
    private const int MostIncluded = 8;
    private const int MostSentences = 3;

    public async Task<string> OfAsync(TourPackage package, int rank, int people, string currency, string language, CancellationToken ct)
    {
        var lines = new FittedLines()
            .Add(TourWords.Title(package, rank, 120))
            .Add("💰 " + words.Price(package, currency, language))
            .Add(ForPeople(package, people, currency, language) is { } all ? "👥 " + all : null)
            .Add(package.Includes.Count == 0 ? null : "✓ " + Phrases.PriceIncludes.In(language, string.Join(", ", package.Includes.Take(MostIncluded).Select(item => Limits.Line(Limits.Neutralise(item), 80)))), spare: 1);
        var said = PackagePassages.Of(package).Where(passage => passage.Kind is PassageKind.Notes or PassageKind.Description && OfMoney().IsMatch(TextFolding.Fold(passage.Text))).Take(MostSentences).ToList();
        if (said.Count > 0)
        {
            lines.Add("").Add(Phrases.AgencySays.In(language, await words.ProviderNameAsync(package, ct)));
            said.ForEach(passage => lines.Add($"“{Limits.Line(Limits.Neutralise(passage.Text), 400)}”", spare: 2));
        }

        var contact = package.Price is null && await words.ContactAsync(package, ct) is { } reached ? "☎ " + reached : null;
        return lines.Add("").Add(contact ?? Phrases.PriceHint.In(language, rank)).Within(Limits.Text);
    }

    /// <summary>The prices of several tours, a line or two each.</summary>
    public string OfSeveral(IReadOnlyList<(TourPackage Package, int Rank)> tours, int people, string currency, string language)
    {
        var lines = new FittedLines();
        foreach (var (package, rank) in tours)
        {
            lines.Add(TourWords.Title(package, rank, 80))
                .Add("💰 " + words.Price(package, currency, language))
                .Add(ForPeople(package, people, currency, language) is { } all ? "👥 " + all : null);
        }

        return lines.Add("").Add(Phrases.PricesHint.In(language)).Within(Limits.Text);
    }

    /// <summary>What all of a party pay together, or each of them where the price is a group's; null for one alone, or without a price.</summary>
    private string? ForPeople(TourPackage package, int people, string currency, string language)
    {
        if (people < 2 || package.Price is not { } price)
        {
            return null;
        }

        if (package.PricePer == PricePer.Person)
        {
            return (OfChildren().IsMatch(TextFolding.Fold(package.Notes ?? "")) ? Phrases.PriceForAllGrown : Phrases.PriceForAll).In(language, people, Shown(price with { Amount = price.Amount * people }));
        }

        return package.GroupMost < people
            ? Phrases.PriceForFewer.In(language, package.GroupMost, people)
            : Phrases.PriceForEach.In(language, people, Shown(price with { Amount = Math.Round(price.Amount / people, price.Currency == "VND" ? 0 : 2) }));

        string Shown(Money money)
        {
            var known = TourFacts.In(money, currency, catalog.Rates) ?? money;
            return (known.Currency == money.Currency ? "" : "≈ ") + TourFacts.Text(known, language);
        }
    }

    [GeneratedRegex(@"\b(?:child(?:ren)?|kids?|tre(?: em)?)\b.*(?:%|\bfree\b|\bhalf\b|\bmien phi\b|\bgiam\b)|\badult price\b|\bgia nguoi lon\b")]
    private static partial Regex OfChildren();

    [GeneratedRegex(@"\d ?%|\b(?:price|prices|priced|(?<!-)free(?! (?:time|afternoon|morning|day|evening|walk\w*)\b)|half price|surcharges?|supplements?|extra|not included|excluded|paid|pay|pays|deposit|refund\w*|included|costs?)\b|\+ ?\d+ ?(?:usd|\$)|\$ ?\d|\b\d+ usd\b|\b(?:gia(?! dinh)|phu thu|mien phi|mien ve|giam|chua gom|khong gom|tinh rieng|tu tuc|dat coc|nhan coc|hoan tien|da gom)\b|\d ?(?:d|dong|vnd)(?:/|\b)")]
    private static partial Regex OfMoney();
}
