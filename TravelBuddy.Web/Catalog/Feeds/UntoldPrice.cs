using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Catalog.Feeds;

/// <summary>The price of a tour whose feed has none in its own field: the amount right behind a word for the price in its title, description or notes.</summary>
internal sealed partial class UntoldPrice(ITourTexts texts)
{
    /// <summary>The price, and where it was read.</summary>
    public (Money Price, string From)? Of(FeedPackage feed, string title, string language) =>
        Labelled(title, language) is { } titled ? (titled, "title")
        : Labelled(feed.Description, language) is { } described ? (described, "description")
        : Labelled(feed.Notes, language) is { } noted ? (noted, "notes")
        : null;

    private Money? Labelled(string? text, string language)
    {
        if (text is null)
        {
            return null;
        }

        var folded = TextFolding.Fold(text);
        return folded.Length == text.Length && Label().Match(folded) is { Success: true } match && match.Groups["amount"] is var amount
            ? texts.Price(text.Substring(amount.Index, amount.Length), language)
            : null;
    }

    [GeneratedRegex(@"\b(?:gia(?: (?:tour|tron goi|ve|chi|tu|khuyen mai|uu dai))*|(?:tour |total |our )?price(?:s from| from)?|cost)\s*[:=]?\s*(?<amount>(?:usd|vnd|us\$|[$€£])?\s?\d[\d.,]*\s?(?:trieu|tr\d*|nghin|ngan|k|vnd|dong|d|usd|us\$|[$€£]|eur|euros?|dollars?)?(?: ?(?:vnd|dong|d|usd))?)(?![\w])", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
