using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests.Reading.Roles;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Where to and where from, as far as a text says.</summary>
internal sealed record PlacesRead(IReadOnlyList<Found<PlaceWish>> Places, Found<PlaceWish>? Start, IReadOnlyList<Found<string>> Unwanted, IReadOnlyList<Found<PlaceWish>> Replaced)
{
    private const double JourneyDays = 7;
    private const double JourneyKm = 500;

    /// <summary>Where the way from the start leads, as in "from A to B"; null where none is said.</summary>
    public string? LeadsTo { get; init; }

    /// <summary>"Saigon to Hanoi, two weeks" is a journey from one end to the other, and both are places to be; "Saigon to Da Lat, 3 days" only sets off there.</summary>
    public PlacesRead WithJourney(IReadOnlyList<Found<DurationWish>> durations, Gazetteer gazetteer) =>
        LeadsTo is { } b && Start is { } from && durations.Count > 0 && durations.All(wish => wish.Value.MinDays >= JourneyDays)
        && from.Value.PlaceId is { } a && gazetteer.Find(a) is { } here && gazetteer.Find(b) is { } there && Gazetteer.DistanceKm(here, there) > JourneyKm
            ? this with { Places = [from, .. Places] }
            : this;
}

/// <summary>Places in running text: the gazetteer's by any spelling, and unknown ones where a capitalised name stands after "to", "in", "ở", "đến".</summary>
internal static partial class PlaceGrammar
{
    /// <summary>Names that are everyday words unless written with capitals.</summary>
    internal static readonly HashSet<string> NeedCapitals = new(StringComparer.Ordinal) { "my son", "la gi", "cau treo", "hong thai", "dao san", "ha lang", "my hoa", "phu my", "muong la", "ban don", "the loop", "cat cat", "long hai", "ba vi", "an toan", "dai loc", "ho tay", "dinh co", "dinh 1", "dinh 2", "dinh 3", "tan lap", "tam thanh", "hon dau", "co loa", "con lon", "cho con", "con co", "van phong", "hang dong", "vinh" };

    /// <summary>Those of them that are everyday words after a word for going too: one visits caves and goes safely.</summary>
    private static readonly HashSet<string> OnlyCapitals = new(StringComparer.Ordinal) { "an toan", "hang dong", "van phong", "cau treo", "la gi" };

    private static readonly HashSet<string> NotNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "I", "Vietnam", "Viet", "Việt", "English", "Vietnamese", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri", "Sat", "Sun", "My", "The", "A", "VN", "VND", "USD", "Tết", "Tet", "Tour", "Please", "Asia", "Christmas", "Visa", "Easter", "Passover", "Ramadan", "Eid", "Holi", "Diwali", "AED", "District", "Mother's", "Father's", "Women's", "New", "Valentine",
        "Thanks", "Thank", "Cảm", "Mr", "Mrs", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "WhatsApp", "TravelBuddy",
    };

    /// <summary>The popularity of places whose names are hardly ever other words.</summary>
    internal const double WellKnown = .6;

    // Tours of Vietnam go on to these.
    private static readonly string[] ByLand = ["kh-", "la-"];

    /// <summary>The gazetteer's places in a text, the whole country and everyday words left out.</summary>
    public static IReadOnlyList<PhraseMatch<Place>> Named(string text, Gazetteer gazetteer)
    {
        var named = Shorthand.Find(text, gazetteer).Concat(gazetteer.FindIn(text)).Where(match => match.Value.Kind != "country" && !Everyday(text, match)).DistinctBy(match => (match.Value, match.Start)).OrderBy(match => match.Start).ToList();
        // Whoever writes without diacritics but names with capitals means words by "huu lien" and "tri an".
        return TextFolding.HasDiacritics(text) || !named.Exists(match => char.IsUpper(text[match.Start])) ? named
            : [.. named.Where(match => match.Value.Popularity >= WellKnown || text[match.Start..match.End].Any(char.IsUpper) || GoingThere().IsMatch(new FoldedText(text[..match.Start]).Folded))];
    }

    public static PlacesRead Read(FoldedText text, IReadOnlyList<PhraseMatch<Place>> named, Gazetteer gazetteer, RoleModel model, IReadOnlyList<(int Start, int End)> known, IReadOnlyList<(int Start, int End)> lengths)
    {
        var places = new List<Found<PlaceWish>>();
        var unwanted = new List<Found<string>>();
        var replaced = new List<Found<PlaceWish>>();
        Found<PlaceWish>? start = null;
        Found<PlaceWish>? visited = null;
        string? leadsTo = null;
        var startsAnywhere = false;

        var pickUps = PickUps.Find(text, gazetteer)
            .Where(pickUp => !named.Any(place => place.Start < pickUp.End && pickUp.Start < place.End && !gazetteer.Contains(place.Value.Id, pickUp.Value.PlaceId!)) && (text.FoldedIndex(pickUp.Start) is var at && RoleRules.From(text, at) || WhereTheyAre.SaidBefore(text, pickUp.Start) || Homes.SaidBefore(text, at) || RoleRules.Near(text, at)))
            .ToList();

        // Where they set off from is said more plainly by "from" than by where they live.
        var roles = ChangesOfMind.Apply(text, named, model.Decide(new NamedPlaces(text, named, new RoleRules(text, named, gazetteer, lengths, pickUps).All(), gazetteer)));
        var lives = false;
        for (var i = 0; i < named.Count; i++)
        {
            var match = named[i];
            var wish = new Found<PlaceWish>(new PlaceWish(match.Value.Id, null), match.Start, match.End);
            switch (roles[i])
            {
                case PlaceRole.Unwanted:
                    unwanted.Add(new(text.Original[match.Start..match.End], match.Start, match.End));
                    places.RemoveAll(place => place.Value == wish.Value);
                    for (var j = i; j > 0 && RoleRules.RefusedTogether(text, named[j - 1], named[j]) && places.Find(place => place.Start == named[j - 1].Start) is { } joined; j--)
                    {
                        places.Remove(joined);
                        unwanted.Add(new(text.Original[joined.Start..joined.End], joined.Start, joined.End));
                    }

                    break;
                case PlaceRole.Replaced:
                    replaced.Add(wish);
                    break;
                case PlaceRole.Start:
                    leadsTo = i + 1 < named.Count && RoleRules.LeadOn(text, match, named[i + 1]) ? named[i + 1].Value.Id : null;
                    lives = false;
                    start = TownOf(wish, match.Value, gazetteer);
                    if (i + 1 < named.Count && EitherFrom().IsMatch(text.Folded[text.FoldedIndex(match.End)..text.FoldedIndex(named[i + 1].Start)]))
                    {
                        startsAnywhere = EitherStart.Of(start.Value, new PlaceWish(named[++i].Value.Id, null), gazetteer) is null;
                    }

                    break;
                case PlaceRole.Lives:
                    start = TownOf(wish, match.Value, gazetteer);
                    lives = true;
                    visited = WhereTheyAre.Visit(text, match) ? wish : null;
                    break;
                case PlaceRole.Wish when !places.Any(place => place.Value == wish.Value):
                    places.Add(wish);
                    break;
            }
        }

        start = startsAnywhere ? null : start is null || lives ? pickUps.FirstOrDefault() ?? start : start;

        foreach (var found in StartsAbroad.Find(text, gazetteer).Concat(CountriesAbroad.Find(text, gazetteer)).Concat(Unknown(text, named, known)).Concat(MisspeltPlaces.Find(text.Original, gazetteer, [.. known, .. named.Select(place => (place.Start, place.End))])))
        {
            var unknown = found.Value.PlaceId is null && (gazetteer.Resolve(found.Value.Text!) ?? gazetteer.ResolveMisspelt(found.Value.Text!)) is { } meant ? found with { Value = new PlaceWish(meant.Id, null) } : found;
            if (start is { } from && from.Overlaps(unknown.Start, unknown.End) || pickUps.Any(pickUp => pickUp.Overlaps(unknown.Start, unknown.End)))
            {
                continue;
            }

            var at = text.FoldedIndex(unknown.Start);
            var abroad = unknown.Value.PlaceId is { } id && gazetteer.Find(id) is { } city && gazetteer.IsAbroad(city);
            if (RoleRules.From(text, at) || Homes.SaidBefore(text, at))
            {
                start ??= unknown;
            }
            else if (Earlier.Is(text, unknown.Start, unknown.End, abroad || unknown.Value.PlaceId is null) || places.Count > 0 && unknown.Value.PlaceId is null && Somewhere(text, at))
            {
                continue;
            }
            else if (!places.Any(place => place.Value == unknown.Value || place.Overlaps(unknown.Start, unknown.End)))
            {
                places.Add(unknown);
            }
        }

        // Who is in a city abroad says where they come from ("our club in Cape Town"), unless it is one of several places.
        foreach (var home in places.Where(place => text.Before(Within(), text.FoldedIndex(place.Start)).Success && !GoesOnToMore().IsMatch(text.After(place.End)) && place.Value.PlaceId is { } id && gazetteer.Find(id) is { } found && gazetteer.IsAbroad(found) && !ByLand.Any(country => id.StartsWith(country, StringComparison.Ordinal))).ToList())
        {
            if (places.Any(place => place.Value.PlaceId is { } id && gazetteer.Find(id) is { } other && !gazetteer.IsAbroad(other)))
            {
                places.Remove(home);
                start ??= home;
            }
        }

        // "In March Korea is still cold", from Busan: nobody travels here to the country they come from.
        places.RemoveAll(place => start?.Value.PlaceId is { } from && place.Value.PlaceId is { } id && id.StartsWith("country-", StringComparison.Ordinal) && gazetteer.Contains(id, from));

        // "Huế" once as a start and nowhere to go is where they want to be only if nothing else is said.
        places.RemoveAll(place => place.Value == start?.Value && (place.Start == start.Start || !places.Any(other => other != place && EitherPlace(place, other))));
        if (places.Count == 0 && (visited ?? (start is { } alone && alone.Value.PlaceId is { } only && gazetteer.Find(only) is { } spot && !gazetteer.IsAbroad(spot) && gazetteer.TownOf(spot)?.Id != only ? alone : null)) is { } there)
        {
            places.Add(there);
        }

        if (places.Count == 0 && start is null && !startsAnywhere && PickUps.Find(text, gazetteer).FirstOrDefault(found => PickUps.IsQuarter(text, found) && !named.Any(place => found.Overlaps(place.Start, place.End))) is { } quarter)
        {
            places.Add(quarter);
        }

        // "The north: Sapa and Ha Long", "around central Vietnam, caves at Phong Nha" name the part of the country that the places are in; "the Mekong Delta and Can Tho" are two wishes.
        places.RemoveAll(outer => places.Any(place => place.Value.PlaceId is { } part && outer.Value.PlaceId is { } whole && whole != part && gazetteer.Contains(whole, part)
            && (place.Start > outer.End && Specified().IsMatch(text.Original[outer.End..place.Start]) || gazetteer.Find(whole)?.Kind == "region" && !Listed(outer, place))));

        bool EitherPlace(Found<PlaceWish> a, Found<PlaceWish> b) =>
            EitherPlaces().IsMatch(text.Folded[text.FoldedIndex(Math.Min(a.End, b.End))..text.FoldedIndex(Math.Max(a.Start, b.Start))]);

        bool Listed(Found<PlaceWish> a, Found<PlaceWish> b) =>
            JustJoined().IsMatch(text.Folded[text.FoldedIndex(Math.Min(a.End, b.End))..text.FoldedIndex(Math.Max(a.Start, b.Start))]);

        return new PlacesRead(places, start, unwanted, replaced) { LeadsTo = leadsTo };
    }

    /// <summary>Whether an unknown name only stands where somebody or something is, which is no wish beside known places.</summary>
    private static bool Somewhere(FoldedText text, int at) => text.Before(Within(), at).Success;

    /// <summary>A pier or a quarter to set off from is its town.</summary>
    private static Found<PlaceWish> TownOf(Found<PlaceWish> found, Place place, Gazetteer gazetteer) =>
        gazetteer.TownOf(place) is { } town && town.Id != place.Id ? found with { Value = new PlaceWish(town.Id, null) } : found;

    // "An toàn" is safe and "my son" a child, unless a Vietnamese word for going or being there stands before.
    // Written with its own diacritics ("mỹ sơn") a name is no other word, but for those that are words themselves ("hang động") and for "ba vì", dad because.
    private static bool Everyday(string text, PhraseMatch<Place> match)
    {
        var written = text[match.Start..match.End];
        var name = TextFolding.Fold(written);
        // Two rooms; the city is "Hải Phòng".
        if (written is "hai phòng" or "Hai phòng")
        {
            return true;
        }

        if (TextFolding.HasDiacritics(written) && !OnlyCapitals.Contains(name) && !(name == "ba vi" && Dad().IsMatch(new FoldedText(text[..match.Start]).Folded)))
        {
            return false;
        }

        // "We want to do Son Doong".
        return name == "do son" && text[match.End..].StartsWith(" doong", StringComparison.OrdinalIgnoreCase)
            || NeedCapitals.Contains(name) && written.Split(' ').Any(word => word.Length > 0 && char.IsLower(word[0])) && (OnlyCapitals.Contains(name) || !GoingThere().IsMatch(new FoldedText(text[..match.Start]).Folded));
    }

    private static IEnumerable<Found<PlaceWish>> Unknown(FoldedText text, IReadOnlyList<PhraseMatch<Place>> named, IReadOnlyList<(int Start, int End)> known)
    {
        if (!text.Original.Any(char.IsLower))
        {
            yield break;
        }

        foreach (Match match in CapitalisedAfterCue().Matches(text.Original))
        {
            var name = match.Groups["name"];
            var (start, end) = (name.Index, name.Index + name.Length);
            var first = name.Value.Split(' ', 2)[0];
            if (!NotNames.Contains(first) && name.Length is > 2 and <= 60 && !named.Any(place => place.Start < end && start < place.End) && !known.Any(span => span.Start <= start && end <= span.End))
            {
                yield return new Found<PlaceWish>(new PlaceWish(null, name.Value), start, end);
            }
        }

        foreach (var found in UnknownPlaces.Find(text, named).Where(found => !NotNames.Contains(found.Value.Text!.Split(' ', 2)[0]) && !known.Any(span => span.Start < found.End && found.Start < span.End)))
        {
            yield return found;
        }
    }

    [GeneratedRegex(@"\b(?:cua|cho|voi|cung|va|dua|ong|may|chung|boi|do|nghe|thuong|nho)\s+$")]
    private static partial Regex Dad();

    // "Out of Hanoi or out of Saigon": one start, or none that is wished.
    [GeneratedRegex(@"^(?:,? (?:or|hoac|hay)(?: la)?(?: (?:from|out of|starting in|tu|di tu|xuat phat tu))? )$")]
    private static partial Regex EitherFrom();

    [GeneratedRegex(@"\b(?:in|at|o)\s+$")]
    private static partial Regex Within();

    [GeneratedRegex(@"^\s*(?:,|&|\+|/|-|and|or|then|plus|va|hoac|hay|roi|voi|\s)+(?:the |vung |mien )?$")]
    private static partial Regex JustJoined();

    // "Da Nang or Quy Nhon, we meet in Da Nang": the start is one of the places.
    [GeneratedRegex(@"^\s*,?\s*(?:or|hoac|hay)\s*$")]
    private static partial Regex EitherPlaces();

    [GeneratedRegex(@"^\s*(?::|\(|,?\s*(?i:such as|like|especially|mainly|namely|e\.g\.|như|nhu|gồm|gom|cụ thể là|cu the la)\s)\s*$")]
    private static partial Regex Specified();

    [GeneratedRegex(@"^\s*(?:,|&|\+|-|/|and\b(?! (?:we|i|want|would|are|am|need|plan|will|have|then we|then i|looking|hoping|going to)\b)|then\b|or\b|to\b|for\b)")]
    private static partial Regex GoesOnToMore();

    [GeneratedRegex(@"\b(?:o|di|den|toi|len|ve|ra|tham|ghe|tham quan|thanh dia|nui|ho|du lich|tour)\s+$")]
    private static partial Regex GoingThere();

    [GeneratedRegex(@"\b(?i:in|to|at|around|near|visit|from|ở|o|đến|den|tham|tới|thăm|thăm lại|tham lai|đi|quanh|gần|từ)\s+(?<name>\p{Lu}[\p{L}\p{M}'’]*(?:[ -]\p{Lu}[\p{L}\p{M}'’]*){0,3})")]
    private static partial Regex CapitalisedAfterCue();
}
