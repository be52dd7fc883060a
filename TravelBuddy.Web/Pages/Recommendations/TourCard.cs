using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Pictures;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Pages.Recommendations;

/// <summary>What a card shows of a package, whatever the list: everything depends on package, language, currency and catalogue alone.</summary>
public sealed record TourCard(TourPackage Package, Provider? Provider, string Language, string Currency, Gazetteer Gazetteer, ExchangeRates Rates)
{
    public string ProviderName => Provider?.PlainName() ?? Package.ProviderId;

    public bool IsSample => Provider?.IsSample == true;

    public string? Length => TourFacts.Length(Package, Language);

    /// <summary>The price as this traveller counts, and whether it is converted.</summary>
    public (string Text, bool Converted)? Price => TourFacts.PriceIn(Package, Currency, Rates) is { } price ? (TourFacts.Text(price, Language), price.Currency != Package.Price!.Value.Currency) : null;

    public string? OriginalPrice => Package.Price is { } price ? TourFacts.Text(price, Language) : null;

    public string RateDate => TourFacts.Text(Rates.Date, Language);

    public string? Email => Package.ContactEmail ?? Provider?.ContactEmail;

    public string? Phone => Package.ContactPhone ?? Provider?.ContactPhone;

    /// <summary>The phone number as a dialler wants it.</summary>
    public string? Dialled => Phone is { } phone ? string.Concat(phone.Where(c => char.IsAsciiDigit(c) || c == '+')) : null;

    /// <summary>Names of the places, in the reader's language where the gazetteer knows them.</summary>
    public IEnumerable<string> PlaceNames => Package.Locations.Select(place => Known(place)?.Label(Language) ?? place.Text).Distinct();

    /// <summary>The places on the drawn map, in map units.</summary>
    public IEnumerable<(int X, int Y)> Dots =>
        Package.Locations.Select(Known).OfType<Place>().Where(place => place.Kind is not ("country" or "region") && !Gazetteer.IsAbroad(place)).Select(place => VietnamMap.Project(place.Lat, place.Lon)).Distinct();

    /// <summary>Value of the <c>lang</c> attribute for the provider's words: null if they are in the reader's language.</summary>
    public string? Lang => Package.Language == Language ? null : Package.Language;

    /// <summary>What the placeholder is coloured by until the picture is drawn.</summary>
    public string Scene => Scenes.Of(Package, Gazetteer).ToString().ToLowerInvariant();

    private Place? Known(NamedPlace place) => place.PlaceId is { } id ? Gazetteer.Find(id) : null;
}

/// <summary>The thumbs of a tour; <paramref name="Likes"/> is null while none was given.</summary>
public sealed record TourVote(string PackageId, bool? Likes);

/// <summary>Why a tour fits as a language model says it, for a reader of <paramref name="Language"/>.</summary>
public sealed record ToldReasons(IReadOnlyList<TravelBuddy.Web.Questions.TourReason> Reasons, string Language);
