namespace TravelBuddy.Web.Catalog.Feeds;

/// <summary>Reads lengths and prices in providers' words; the grammars are those that read travellers' messages.</summary>
public interface ITourTexts
{
    /// <summary>The length a text gives in days ("3N2Đ", "half a day", "5 days 4 nights"); null if it gives none or more than one.</summary>
    double? Days(string text, string language);

    /// <summary>The first amount in a text ("3.590.000đ", "from $120 pp"); a number without a currency is VND or USD by its size. Null if there is none, or a range.</summary>
    Money? Price(string text, string language);
}
