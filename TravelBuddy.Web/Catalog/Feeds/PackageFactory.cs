using System.Globalization;
using System.Security.Cryptography;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Catalog.Feeds;

/// <summary>Turns a checked feed record into a <see cref="TourPackage"/>: ids, places looked up, price for comparing.</summary>
public sealed class PackageFactory(Gazetteer gazetteer, ExchangeRates rates, ITourTexts texts)
{
    /// <summary>Changed whenever the same record would be turned into another package, so that imports notice.</summary>
    private const string Revision = "6";

    private const decimal FewestDong = 20_000;

    private readonly UntoldLength _lengths = new(texts);
    private readonly UntoldPlaces _places = new(gazetteer);
    private readonly UntoldPrice _prices = new(texts);
    private readonly UntoldStart _starts = new(gazetteer);

    /// <summary>What travellers see where neither the record nor whoever imports it names a provider.</summary>
    public const string UnknownProvider = "Unknown provider";

    /// <summary>The package and its provider's name, or what makes the record unusable.</summary>
    public (TourPackage? Package, string Provider, string? Refusal, IReadOnlyList<string> Problems) Create(FeedPackage feed, string line, string? providerName)
    {
        var problems = feed.Problems.ToList();
        var provider = providerName ?? feed.Provider ?? UnknownProvider;
        var title = feed.Title ?? (feed.Locations.Count > 0 ? string.Join(" – ", feed.Locations) : null);
        if (title is null)
        {
            return (null, provider, "There is neither a title nor a location; give the record a title.", problems);
        }

        if (feed.Id is null)
        {
            problems.Add("id is missing; the record is known by its content alone, so it comes in as another package whenever it changes. Give it the id of your own system.");
        }

        var hash = HashOf(line, providerName);
        var sourceId = feed.Id ?? $"auto-{hash[..12]}";
        var providerId = Slug(provider);
        var language = feed.Language ?? LanguageOf($"{title}. {feed.Description}");
        var price = Price(feed, title, language, problems);
        var groupMost = GroupSize.MostOf(title, feed.Notes);
        var start = Start(feed, title, problems);
        var locations = Locations(feed, title, start);
        problems.AddRange((start is null ? locations : [.. locations, start]).Where(place => place.PlaceId is null).DistinctBy(place => place.Text)
            .Select(place => $"place '{place.Text}' is not in the gazetteer; it matches only its own name."));
        var package = new TourPackage
        {
            Id = IdOf(provider, sourceId),
            SourceId = sourceId,
            ProviderId = providerId,
            Title = title,
            Description = feed.Description,
            Locations = locations,
            Start = start,
            DurationDays = Days(feed, title, language, problems),
            Nights = feed.Nights,
            Price = price,
            PricePer = feed.PricePer == "group" ? PricePer.Group : PricePer.Person,
            PriceVnd = price is not { } known ? null
                : feed.PricePer != "group" ? rates.ToVnd(known)
                : groupMost is { } people ? rates.ToVnd(known) / people
                : null,
            GroupMost = groupMost,
            GroupLeast = GroupSize.LeastOf(title, feed.Notes, feed.Description),
            Transportation = feed.Transportation,
            Food = feed.Food,
            Activities = feed.Activities,
            Accommodation = feed.Accommodation,
            Notes = feed.Notes,
            Itinerary = feed.Itinerary,
            Includes = feed.Includes,
            AvailableFrom = feed.AvailableFrom,
            AvailableUntil = feed.AvailableUntil,
            Language = language,
            BookingUrl = feed.BookingUrl,
            ImageUrl = feed.ImageUrl,
            ContactEmail = feed.ContactEmail,
            ContactPhone = feed.ContactPhone,
            ContentHash = hash,
        };
        return (package.WithOffer(feed.Bookable ?? true, withdrawn: false), provider, null, problems);
    }

    /// <summary>A package's id over all providers.</summary>
    public static string IdOf(string provider, string sourceId) => $"{Slug(provider)}~{sourceId}";

    /// <summary>What tells a record from itself as it was before.</summary>
    public static string HashOf(string line, string? providerName) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{Revision}\n{providerName}\n{line}")));

    /// <summary>A provider's id: its name without diacritics, words joined by hyphens.</summary>
    public static string Slug(string name)
    {
        var words = Tokenizer.Tokens(name).Select(token => token.Folded);
        var slug = string.Join('-', words);
        return slug.Length > 0 ? slug[..Math.Min(slug.Length, 80)] : "unknown-provider";
    }

    private string LanguageOf(string text) => LanguageGuess.Of(text, [.. gazetteer.FindIn(text).Select(name => (name.Start, name.End))], null);

    private double? Days(FeedPackage feed, string title, string language, List<string> problems)
    {
        if ((feed.DurationDays is > 0 ? feed.DurationDays : feed.DurationText is { } words ? texts.Days(words, language) : null) is { } written)
        {
            return written;
        }

        if (feed.DurationText is not null)
        {
            problems.Add($"duration_days '{feed.DurationText}' is no length; write the days as a number.");
        }

        if (_lengths.Of(feed, title, language) is not var (days, from))
        {
            return null;
        }

        problems.Add(string.Create(CultureInfo.InvariantCulture, $"duration_days is missing; {days} read from the {from}."));
        return days;
    }

    private Money? Price(FeedPackage feed, string title, string language, List<string> problems)
    {
        var price = WrittenPrice(feed, language);
        if (price is null && feed.PriceText is not null)
        {
            problems.Add($"price_amount '{feed.PriceText}' is no amount; write it as a number, and its price_currency.");
        }

        if (price is not null && feed.PriceCurrency is null)
        {
            problems.Add($"price_currency is missing; taken as {price.Value.Currency}.");
        }

        if (price is null && _prices.Of(feed, title, language) is var (told, from))
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"price_amount is missing; {told.Amount} {told.Currency} read from the {from}."));
            price = told;
        }

        if (price is { } known && !rates.Knows(known.Currency))
        {
            problems.Add($"price_currency {known.Currency} has no exchange rate; the price is shown but not compared.");
        }

        return price;
    }

    private Money? WrittenPrice(FeedPackage feed, string language)
    {
        if (feed.PriceAmount is not { } amount)
        {
            return feed.PriceText is not { } words || texts.Price(words, language) is not { } read ? null
                : feed.PriceCurrency is { } given && rates.Knows(given) ? read with { Currency = given }
                : read;
        }

        // No tour is sold for a few thousand đồng, none for tens of thousands of dollars.
        return feed.PriceCurrency is not { } currency ? new Money(amount, amount < FewestDong ? "USD" : "VND")
            : !rates.Knows(currency) && texts.Price(string.Create(CultureInfo.InvariantCulture, $"{amount} {currency}"), language) is { } named && named.Amount == amount ? named
            : new Money(amount, currency);
    }

    private NamedPlace? Start(FeedPackage feed, string title, List<string> problems)
    {
        if (feed.StartLocation is { } given)
        {
            return Named(given).FirstOrDefault();
        }

        if (_starts.Of(feed, title) is not var (place, from))
        {
            return null;
        }

        problems.Add($"start_location is missing; {place.Text} read from the {from}.");
        return place;
    }

    private IReadOnlyList<NamedPlace> Locations(FeedPackage feed, string title, NamedPlace? start)
    {
        IReadOnlyList<NamedPlace> named = feed.Locations.Count > 0 ? [.. feed.Locations.SelectMany(Named)] : _places.Of(feed, title, start);

        Place[] company = [.. named.Select(place => place.PlaceId).OfType<string>().Select(gazetteer.Find).OfType<Place>()];
        return [.. named
            .Select(place => gazetteer.Resolve(place.Text, company) is { } fitting ? place with { PlaceId = fitting.Id } : place)
            .DistinctBy(place => place.PlaceId ?? TextFolding.Fold(place.Text))];
    }

    private IReadOnlyList<NamedPlace> Named(string text)
    {
        if (gazetteer.Resolve(text) is { } whole)
        {
            return [new NamedPlace(text, whole.Id)];
        }

        var inside = gazetteer.FindIn(text);
        return inside.Count > 0 ? [.. inside.Select(match => new NamedPlace(text[match.Start..match.End], match.Value.Id))] : [new NamedPlace(text, gazetteer.ResolveMisspelt(text)?.Id)];
    }
}
