using System.Security.Cryptography;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Catalog.Feeds;

/// <summary>Turns a checked feed record into a <see cref="TourPackage"/>: ids, places looked up, price for comparing.</summary>
public sealed class PackageFactory(Gazetteer gazetteer, ExchangeRates rates)
{
    /// <summary>Changed whenever the same record would be turned into another package, so that imports notice.</summary>
    private const string Revision = "3";

    /// <summary>The package and its provider's name, or what makes the record unusable.</summary>
    public (TourPackage? Package, string Provider, string? Refusal, IReadOnlyList<string> Problems) Create(FeedPackage feed, string line, string? providerName)
    {
        var problems = feed.Problems.ToList();
        var provider = providerName ?? feed.Provider ?? "Unknown provider";
        var title = feed.Title ?? (feed.Locations.Count > 0 ? string.Join(" – ", feed.Locations) : null);
        if (title is null)
        {
            return (null, provider, "There is neither a title nor a location; give the record a title.", problems);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{Revision}\n{providerName}\n{line}")));
        var sourceId = feed.Id ?? $"auto-{hash[..12]}";
        var providerId = Slug(provider);
        var price = Price(feed, problems);
        var groupMost = GroupSize.MostOf(title, feed.Notes);
        var start = feed.StartLocation is { } from ? Named(from).FirstOrDefault() : null;
        var locations = Locations(feed, title, start);
        problems.AddRange((start is null ? locations : [.. locations, start]).Where(place => place.PlaceId is null).DistinctBy(place => place.Text)
            .Select(place => $"place '{place.Text}' is not in the gazetteer; it matches only its own name."));
        var package = new TourPackage
        {
            Id = $"{providerId}~{sourceId}",
            SourceId = sourceId,
            ProviderId = providerId,
            Title = title,
            Description = feed.Description,
            Locations = locations,
            Start = start,
            DurationDays = feed.DurationDays is > 0 ? feed.DurationDays : null,
            Nights = feed.Nights,
            Price = price,
            PricePer = feed.PricePer == "group" ? PricePer.Group : PricePer.Person,
            PriceVnd = price is not { } known ? null
                : feed.PricePer != "group" ? rates.ToVnd(known)
                : groupMost is { } people ? rates.ToVnd(known) / people
                : null,
            GroupMost = groupMost,
            GroupLeast = GroupSize.LeastOf(title, feed.Notes),
            Transportation = feed.Transportation,
            Food = feed.Food,
            Activities = feed.Activities,
            Accommodation = feed.Accommodation,
            Notes = feed.Notes,
            Itinerary = feed.Itinerary,
            Includes = feed.Includes,
            AvailableFrom = feed.AvailableFrom,
            AvailableUntil = feed.AvailableUntil,
            Language = feed.Language ?? (TextFolding.HasDiacritics($"{title} {feed.Description}") ? "vi" : "en"),
            BookingUrl = feed.BookingUrl,
            ImageUrl = feed.ImageUrl,
            ContactEmail = feed.ContactEmail,
            ContactPhone = feed.ContactPhone,
            ContentHash = hash,
        };
        return (package, provider, null, problems);
    }

    /// <summary>A provider's id: its name without diacritics, words joined by hyphens.</summary>
    public static string Slug(string name)
    {
        var words = Tokenizer.Tokens(name).Select(token => token.Folded);
        var slug = string.Join('-', words);
        return slug.Length > 0 ? slug[..Math.Min(slug.Length, 80)] : "unknown-provider";
    }

    private Money? Price(FeedPackage feed, List<string> problems)
    {
        if (feed.PriceAmount is not { } amount)
        {
            return null;
        }

        var currency = feed.PriceCurrency ?? "VND";
        if (!rates.Knows(currency))
        {
            problems.Add($"price_currency {currency} has no exchange rate; the price is shown but not compared.");
        }

        return new Money(amount, currency);
    }

    private IReadOnlyList<NamedPlace> Locations(FeedPackage feed, string title, NamedPlace? start)
    {
        var named = feed.Locations.SelectMany(Named).ToList();
        if (named.Count == 0)
        {
            named = [.. gazetteer.FindIn(title).Select(match => new NamedPlace(title[match.Start..match.End], match.Value.Id)).Where(place => place.PlaceId != start?.PlaceId)];
        }

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
