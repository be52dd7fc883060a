using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Feeds;
using TravelBuddy.Web.Interests.Reading.Money;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>What providers write of lengths and prices, read by the grammars of travellers' messages.</summary>
public sealed class TourTexts : ITourTexts
{
    public double? Days(string text, string language) =>
        DurationGrammar.Find(new FoldedText(text), language) is [{ Value: var length }] && length.MinDays == length.MaxDays ? length.MinDays : null;

    public Catalog.Money? Price(string text, string language)
    {
        var folded = new FoldedText(text);
        for (var match = Amounts.Next(folded.Folded, 0); match is not null; match = Amounts.Next(folded.Folded, match.Index + Math.Max(1, match.Length)))
        {
            if (Amounts.Read(folded, match, language, () => null, cued: true, alone: true) is var (low, high))
            {
                return low.Value == high.Value ? new Catalog.Money(low.Value, low.Currency) : null;
            }
        }

        return null;
    }
}
