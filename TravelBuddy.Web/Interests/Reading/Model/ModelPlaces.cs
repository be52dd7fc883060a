using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Interests.Reading.Model;

/// <summary>Places as a model names them, resolved by the gazetteer; an unknown one is kept in the words of the text.</summary>
internal sealed class ModelPlaces(Gazetteer gazetteer, Quotations quotes)
{
    private const int LongestName = 60;

    public PlaceWish? Find(ModelTerm term, string slot)
    {
        if (quotes.Find(term.Words) is not { Value.Length: <= LongestName } quote)
        {
            return null;
        }

        var place = Resolve(quote.Value) ?? Resolve(term.Meaning);
        if (place is { Kind: "country" } || place is null && !quote.Value.Any(char.IsLetter))
        {
            return null;
        }

        var wish = place is null ? new PlaceWish(null, quote.Value) : new PlaceWish(place.Id, null);
        quotes.TakeAlso(slot, quote, wish.PlaceId ?? wish.Text!);
        return wish;
    }

    private Place? Resolve(string? name) => name is { Length: > 0 and <= LongestName } ? gazetteer.Resolve(name) ?? gazetteer.ResolveMisspelt(name) : null;
}
