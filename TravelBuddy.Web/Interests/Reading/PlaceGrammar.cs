using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Where to and where from, as far as a text says.</summary>
internal sealed record PlacesRead(IReadOnlyList<Found<PlaceWish>> Places, Found<PlaceWish>? Start, IReadOnlyList<Found<string>> Unwanted, IReadOnlyList<Found<PlaceWish>> Replaced)
{
    private const double JourneyDays = 7;
    private const double JourneyKm = 500;

    /// <summary>Whether the start is the first of "A to B" rather than said to be one.</summary>
    public bool StartLeadsOn { get; init; }

    /// <summary>"Saigon to Hanoi, two weeks" is a journey from one end to the other, and both are places to be; "Saigon to Da Lat, 3 days" only sets off there.</summary>
    public PlacesRead WithJourney(IReadOnlyList<Found<DurationWish>> durations, Gazetteer gazetteer) =>
        StartLeadsOn && Start is { } from && Places.Count == 1 && durations.Count > 0 && durations.All(wish => wish.Value.MinDays >= JourneyDays)
        && from.Value.PlaceId is { } a && Places[0].Value.PlaceId is { } b && gazetteer.Find(a) is { } here && gazetteer.Find(b) is { } there && Gazetteer.DistanceKm(here, there) > JourneyKm
            ? this with { Places = [from, .. Places] }
            : this;
}

/// <summary>Places in running text: the gazetteer's by any spelling, and unknown ones where a capitalised name stands after "to", "in", "ở", "đến".</summary>
internal static partial class PlaceGrammar
{
    /// <summary>Names that are everyday words unless written with capitals.</summary>
    internal static readonly HashSet<string> NeedCapitals = new(StringComparer.Ordinal) { "my son", "ban don", "the loop", "cat cat", "long hai", "ba vi", "an toan", "dai loc", "ho tay", "dinh co", "dinh 1", "dinh 2", "dinh 3", "tan lap", "tam thanh", "hon dau" };

    private static readonly HashSet<string> NotNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "I", "Vietnam", "Viet", "Việt", "English", "Vietnamese", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "My", "The", "A", "VN", "VND", "USD", "Tết", "Tet", "Tour", "Please", "Asia", "Christmas", "Visa", "Easter", "Passover", "Ramadan", "Eid", "Holi", "Diwali", "AED", "District",
        "Thanks", "Thank", "Cảm", "Mr", "Mrs", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "WhatsApp", "TravelBuddy",
    };

    // Tours of Vietnam go on to these.
    private static readonly string[] ByLand = ["kh-", "la-"];

    /// <summary>The gazetteer's places in a text, the whole country and everyday words left out.</summary>
    public static IReadOnlyList<PhraseMatch<Place>> Named(string text, Gazetteer gazetteer) =>
        [.. Shorthand.Find(text, gazetteer).Concat(gazetteer.FindIn(text)).Where(match => match.Value.Kind != "country" && !Everyday(text, match)).DistinctBy(match => (match.Value, match.Start)).OrderBy(match => match.Start)];

    public static PlacesRead Read(FoldedText text, IReadOnlyList<PhraseMatch<Place>> named, Gazetteer gazetteer, IReadOnlyList<(int Start, int End)> known, IReadOnlyList<(int Start, int End)> lengths)
    {
        var places = new List<Found<PlaceWish>>();
        var unwanted = new List<Found<string>>();
        var replaced = new List<Found<PlaceWish>>();
        Found<PlaceWish>? start = null;
        Found<PlaceWish>? visited = null;
        var leadsOn = false;

        // Where they set off from is said more plainly by "from" than by where they live.
        var lives = false;
        for (var i = 0; i < named.Count; i++)
        {
            var match = named[i];
            var wish = new Found<PlaceWish>(new PlaceWish(match.Value.Id, null), match.Start, match.End);
            var at = text.FoldedIndex(match.Start);
            PhraseMatch<Place>? next = i + 1 < named.Count ? named[i + 1] : null;
            if (IsLeftOut(text, match, at))
            {
                unwanted.Add(new(text.Original[match.Start..match.End], match.Start, match.End));
            }
            else if (text.Before(InsteadOf(), at).Success)
            {
                replaced.Add(wish);
            }
            else if ((start is null || lives) && match.Value.Kind is not ("region" or "route") && (From(text, at) || start is null && next is { } after && Onward(text, match, after, at)))
            {
                leadsOn = !From(text, at);
                lives = false;
                start = wish;
            }
            else if (start is null && match.Value.Kind is not ("region" or "route") && WhereTheyAre.Is(text, match, next, lengths) && (named.Any(other => other.Value != match.Value) || WhereTheyAre.GoesOn(text, match)))
            {
                start = wish;
                lives = true;
                visited = WhereTheyAre.Visit(text, match) ? wish : null;
            }
            else if (!places.Any(place => place.Value == wish.Value))
            {
                places.Add(wish);
            }
        }

        var pickUps = PickUps.Find(text, gazetteer)
            .Where(pickUp => !named.Any(place => place.Start < pickUp.End && pickUp.Start < place.End) && (From(text, text.FoldedIndex(pickUp.Start)) || WhereTheyAre.SaidBefore(text, pickUp.Start))).ToList();
        start ??= pickUps.FirstOrDefault();

        foreach (var found in StartsAbroad.Find(text, gazetteer).Concat(Unknown(text, named, known)).Concat(MisspeltPlaces.Find(text.Original, gazetteer, [.. known, .. named.Select(place => (place.Start, place.End))])))
        {
            var unknown = found.Value.PlaceId is null && (gazetteer.Resolve(found.Value.Text!) ?? gazetteer.ResolveMisspelt(found.Value.Text!)) is { } meant ? found with { Value = new PlaceWish(meant.Id, null) } : found;
            if (start is { } from && from.Overlaps(unknown.Start, unknown.End) || pickUps.Any(pickUp => pickUp.Overlaps(unknown.Start, unknown.End)))
            {
                continue;
            }

            if (From(text, text.FoldedIndex(unknown.Start)))
            {
                start ??= unknown;
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

        // "Huế" once as a start and nowhere to go is where they want to be only if nothing else is said.
        places.RemoveAll(place => place.Value == start?.Value);
        if (places.Count == 0 && visited is not null)
        {
            places.Add(visited);
        }

        return new PlacesRead(places, start, unwanted, replaced) { StartLeadsOn = leadsOn };
    }

    // "An toàn" is safe and "my son" a child, unless a Vietnamese word for going or being there stands before.
    private static bool Everyday(string text, PhraseMatch<Place> match) =>
        TextFolding.Fold(text[match.Start..match.End]) is var name && NeedCapitals.Contains(name) && char.IsLower(text[match.Start])
        && (name == "an toan" || !GoingThere().IsMatch(new FoldedText(text[..match.Start]).Folded));

    private static bool From(FoldedText text, int at) =>
        text.Before(StartCue(), at) is { Success: true } cue && (!cue.Groups["pick"].Success || text.Written(cue.Groups["pick"]) == "đón" || text.Written(cue.Groups["pick"]) == "don" && cue.Groups["at"].Success)
        && (!cue.Groups["far"].Success || text.Written(cue.Groups["far"]) is "cách" or "cach") && (!cue.Groups["vi"].Success || text.Written(cue.Groups["vi"]) is "từ" or "tu" or "ra khỏi" or "ra khoi");

    // "Sài Gòn đi Đà Lạt": the first is where they start.
    private static bool Onward(FoldedText text, PhraseMatch<Place> here, PhraseMatch<Place> next, int at) =>
        here.Value.Kind is "city" or "town" or "province" or "old_province" && !text.Before(ToCue(), at).Success
        && OnwardCue().IsMatch(text.Folded[text.FoldedIndex(here.End)..text.FoldedIndex(next.Start)]);

    private static bool IsLeftOut(FoldedText text, PhraseMatch<Place> place, int at)
    {
        if (text.Before(Beside(), at) is { Success: true } beside)
        {
            return Exceptions.LeaveOut(beside, text.After(place.End));
        }

        return text.Before(Not(), at) is { Success: true } not
            && (!not.Groups["vi"].Success || text.Written(not.Groups["vi"]) is "trừ" or "tránh" or "đừng" or "bỏ" or "không" or "ko" or "tru" or "tranh" or "dung" or "bo" or "khong");
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

    [GeneratedRegex(@"\b(?:from|(?<!\band )out of|(?<vi>tu|ra khoi)|khoi hanh (?:tu|o|tai)?|xuat phat (?:tu|o|tai)?|depart(?:ing|ure)?|leav(?:e|ing)|start(?:ing)?(?: in| at)|based in|live in|living in|song o|dang o|(?<pick>don)(?: khach| doan)?(?<at> o| tai| tu)?|(?<far>cach)(?: trung tam)?)\s*(?:the |tp\.? ?|thanh pho )?$")]
    private static partial Regex StartCue();

    [GeneratedRegex(@"^\s*(?:di|to|ra|vao|len|xuong|->|→)\s*(?:tour\s*|du lich\s*|choi\s*)?$")]
    private static partial Regex OnwardCue();

    [GeneratedRegex(@"\b(?:in|at)\s+$")]
    private static partial Regex Within();

    [GeneratedRegex(@"^\s*(?:,|&|\+|-|/|and\b|then\b|or\b|to\b|for\b)")]
    private static partial Regex GoesOnToMore();

    [GeneratedRegex(@"\b(?:to|in|visit|di|den|toi|o)\s*$")]
    private static partial Regex ToCue();

    [GeneratedRegex(@"\b(?:not|no|except(?: for)?|(?:anything|anywhere|everywhere) but|other than|ngoai tru|avoid|skip|but not|(?<vi>khong|ko|tru|(?<!chien )tranh|dung|bo)(?: (?:muon|thich|phai))?)\s*(?:want |like |need )?(?:to )?(?:go(?:ing)? )?(?:to |in |via |di |den |toi |ghe |qua |ra |tham |leo |climb |o )*$")]
    private static partial Regex Not();

    [GeneratedRegex(@"\b(?:" + Exceptions.Besides + @")\s+(?:going to |di |den |tham )?$")]
    private static partial Regex Beside();

    [GeneratedRegex(@"\b(?:o|di|den|toi|len|ve|ra|tham|ghe|tham quan|thanh dia|nui|ho|du lich|tour)\s+$")]
    private static partial Regex GoingThere();

    [GeneratedRegex(@"\b(?:instead of|rather than|thay vi|thay cho)\s*(?:di |den |o )?$")]
    private static partial Regex InsteadOf();

    [GeneratedRegex(@"\b(?i:in|to|at|around|near|visit|from|ở|o|đến|den|tham|tới|thăm|đi|quanh|gần|từ)\s+(?<name>\p{Lu}[\p{L}\p{M}'’]*(?:[ -]\p{Lu}[\p{L}\p{M}'’]*){0,3})")]
    private static partial Regex CapitalisedAfterCue();
}
