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

    public async Task<string> OfAsync(TourPackage package, int rank, int people, int children, string currency, string language, CancellationToken ct)
    {
        var lines = new FittedLines()
            .Add(TourWords.Title(package, rank, 120))
            .Add("💰 " + words.Price(package, currency, language))
            .Add(ForPeople(package, people, children, currency, language) is { } all ? "👥 " + all : null)
            .Add(package.Includes.Count == 0 ? null : "✓ " + Phrases.PriceIncludes.In(language, words.Included(package, language, MostIncluded)), spare: 1);
        var said = PackagePassages.Of(package).Where(passage => passage.Kind is PassageKind.Notes or PassageKind.Description && TellsPrice(passage.Text, withChildren: children > 0))
            .OrderByDescending(passage => passage.Kind == PassageKind.Notes).Take(MostSentences).ToList();
        if (said.Count > 0)
        {
            lines.Add("").Add(await words.SaysAsync(package, language, ct));
            said.ForEach(passage => lines.Add($"“{Limits.Line(Limits.Neutralise(passage.Text), 400)}”", spare: 2));
        }

        var contact = package.Price is null && await words.ContactAsync(package, ct) is { } reached ? "☎ " + reached : null;
        return lines.Add("").Add(contact ?? Phrases.PriceHint.In(language, rank)).Within(Limits.Text);
    }

    /// <summary>The prices of several tours, a line or two each.</summary>
    public string OfSeveral(IReadOnlyList<(TourPackage Package, int Rank)> tours, int people, int children, string currency, string language)
    {
        var lines = new FittedLines();
        foreach (var (package, rank) in tours)
        {
            lines.Add(TourWords.Title(package, rank, 80))
                .Add("💰 " + words.Price(package, currency, language))
                .Add(ForPeople(package, people, children, currency, language) is { } all ? "👥 " + all : null);
        }

        return lines.Add("").Add(Phrases.PricesHint.In(language)).Within(Limits.Text);
    }

    /// <summary>What all of a party pay together, or each of them where the price is a group's; null for one alone, or without a price.</summary>
    private string? ForPeople(TourPackage package, int people, int children, string currency, string language)
    {
        if (people < 2 || package.Price is not { } price)
        {
            return null;
        }

        if (package.PricePer == PricePer.Person)
        {
            return (children > 0 || PricesChildren($"{package.Notes}\n{package.Description}") ? Phrases.PriceForAllGrown : Phrases.PriceForAll).In(language, people, Shown(price with { Amount = price.Amount * people }));
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

    /// <summary>Whether a sentence of a tour is about what it costs. Without its accent "giá" is half a dozen other words, and "đ" every day of "3N2Đ".</summary>
    public static bool SpeaksOfMoney(string sentence) =>
        OfMoney().IsMatch(TextFolding.Fold(sentence)) || (TextFolding.HasDiacritics(sentence) ? Accented().IsMatch(sentence) : Plain().IsMatch(TextFolding.Fold(sentence)));

    /// <summary>Whether a sentence tells what the tour costs whoever asks: not what else can be paid for, what is paid back, or what only children or groups pay.</summary>
    public static bool TellsPrice(string sentence, bool withChildren)
    {
        var folded = TextFolding.Fold(sentence);
        return SpeaksOfMoney(sentence) && (OfThePrice().IsMatch(folded) || !OfElse().IsMatch(folded) && (withChildren || !OfChild().IsMatch(folded)));
    }

    /// <summary>Whether a text says that children pay otherwise, in either order: "half price for children 5-10", "trẻ dưới 5 tuổi miễn phí".</summary>
    public static bool PricesChildren(string text) => OfChildren().IsMatch(TextFolding.Fold(text));

    private const string Child = @"(?:\b(?:child(?:ren)?|kids?|infants?|tre(?: em| nho)?)\b|\b(?:em )?be (?:duoi|tu|[0-9]{1,2} ?(?:-|tuoi|den)))";
    private const string Paid = @"(?:%|\b(?:free(?! (?:time|cancellation))|half|pays?|discount\w*|surcharges?|supplements?|mien phi|mien ve|giam|phu thu|nua gia|tinh gia)\b|\b[0-9]+ ?usd\b)";

    [GeneratedRegex(Child)]
    private static partial Regex OfChild();

    [GeneratedRegex(@"^(?:adult )?prices?\b|^gia\b")]
    private static partial Regex OfThePrice();

    [GeneratedRegex(@"\b(?:[0-9]+ ?kg|luggage|baggage|bags?|hanh ly|ky gui|refund\w*|hoan (?:tien|[0-9])|huy|cancel\w*|no charge|(?:dat|nhan) coc|deposit|(?:cho )?thue|rentals?|e-?bikes?|electric bicycles?|gear|teachers?|thay co|giao vien|quan tro|free(?: of\b|-range)|(?:is|are) free (?:for|until)|optional|can be added)\b")]
    private static partial Regex OfElse();

    [GeneratedRegex(Child + @"[^.;\n]{0,60}" + Paid + "|" + Paid + @"[^.;\n]{0,40}" + Child + @"|\badult price\b|\bgia nguoi lon\b")]
    private static partial Regex OfChildren();

    [GeneratedRegex(@"(?<!\b(?:băng|thánh|rạch|đánh) )\bgiá\b|[0-9]{2,}[.,0-9]* ?(?:đ|đồng)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Accented();

    [GeneratedRegex(@"(?<!\b(?:bang|thanh|rach|danh|quoc|tham|nguoi|du) )\bgia\b(?! (?:dinh|lai|nghia|vien|nhap)\b)|\b[0-9]{1,3}(?:[.,]?[0-9]{3})+ ?(?:d|dong)\b")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\d ?%|\b(?:price|prices|priced|(?<!-)free(?! (?:time|afternoon|morning|day|evening|walk\w*)\b)|half price|surcharges?|supplements?|extra|not included|excluded|paid|pay|pays|deposit|refund\w*|included|costs?)\b|\+ ?\d+ ?(?:usd|\$)|\$ ?\d|\b\d+ usd\b|\b(?:phu thu|mien phi|mien ve|giam|chua gom|khong gom|tinh rieng|tu tuc|dat coc|nhan coc|hoan tien|da gom)\b|\d ?vnd\b")]
    private static partial Regex OfMoney();
}
