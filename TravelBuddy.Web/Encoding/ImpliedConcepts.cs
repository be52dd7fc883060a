using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Encoding;

/// <summary>What a tour has without naming it: bathing and a beach holiday where it goes to the sea, a food tour where it is about street food, rice terraces in the valleys that are all terraces, a visit to a pagoda where there is one, many stairs where they are counted, a dorm where many sleep in one room, an easy or unhurried trip where it is told in other words.</summary>
internal static partial class ImpliedConcepts
{
    private const double Unsaid = .75;
    private const double MuchOfTour = .35;
    private const string StreetFood = "street-food";
    private const string Pagoda = "pagoda";

    /// <summary>Valleys and districts that nobody visits without walking between terraces.</summary>
    internal static readonly IReadOnlySet<string> Terraced = new HashSet<string>(["muong-hoa-valley", "ta-van", "lao-chai-sapa", "mu-cang-chai", "lao-chai-mu-cang-chai", "la-pan-tan", "tu-le", "hoang-su-phi"], StringComparer.Ordinal);

    /// <summary>What there is to do by the sea.</summary>
    internal static readonly string[] BySea = ["sea-bathing", "beach-holiday"];
    internal static readonly string[] AgainstSea = ["sea", "beach", "swimming"];

    /// <summary>Concepts with their strength; none of what the package says it does not have.</summary>
    /// <param name="has">What it says it has.</param>
    /// <param name="denies">What it says it does not have.</param>
    /// <param name="visited">The places it goes to.</param>
    public static IReadOnlyDictionary<string, double> Of(
        TourPackage package, IReadOnlyDictionary<string, double> has, IReadOnlySet<string> denies, IReadOnlyList<VisitedPlace> visited, Lexicon lexicon, Gazetteer gazetteer)
    {
        var implied = new Dictionary<string, double>(StringComparer.Ordinal);
        var beach = has.Where(pair => PackageConcepts.IsKindOf(pair.Key, "beach", lexicon)).Select(pair => pair.Value).DefaultIfEmpty().Max();
        if (!AgainstSea.Any(denies.Contains) && (beach > 0 || Seaside.ShareBathing(visited, gazetteer) >= MuchOfTour))
        {
            implied[BySea[0]] = Unsaid; // Not surely: who cannot swim may still go there.
            implied[BySea[1]] = Math.Max(Unsaid, beach);
        }

        if (Names(package.Title, StreetFood, lexicon) || package.Activities.Any(activity => Names(activity, StreetFood, lexicon)))
        {
            implied["food-tour"] = 1;
        }

        if (visited.Any(each => each is { IsStartOnly: false, Place.Id: { } id } && Terraced.Contains(id)))
        {
            implied["rice-terraces"] = Unsaid;
        }

        if (has.Where(pair => PackageConcepts.IsKindOf(pair.Key, Pagoda, lexicon)).Select(pair => pair.Value).DefaultIfEmpty().Max() is > 0 and var pagoda)
        {
            implied["pagoda-visit"] = pagoda;
        }

        if (CountedSteps.Of(package) is not null)
        {
            implied["many-stairs"] = Unsaid;
        }

        var prose = new[] { package.Title, package.Description, package.Notes }.Concat(package.Itinerary).OfType<string>().Select(TextFolding.Normalize).ToList();
        if (SlowTitle().IsMatch(TextFolding.Normalize(package.Title)) || prose.Exists(Unhurried().IsMatch))
        {
            implied["relaxed-pace"] = Unsaid;
        }

        if (prose.Exists(LittleWalking().IsMatch))
        {
            implied["easy"] = Unsaid;
        }

        if (Retreat().IsMatch(package.Title))
        {
            (implied["relaxed-pace"], implied["easy"], implied["quiet"]) = (Unsaid, Unsaid, Unsaid);
        }

        if (package.Accommodation is { } beds && SharedSleep().IsMatch(TextFolding.Fold(beds)))
        {
            implied["dorm"] = 1;
        }

        return implied.Where(pair => !denies.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>One room or floor for many, whatever it is called; what lies in a tent does not.</summary>
    [GeneratedRegex(@"\btap the\b(?!\ duc)|\bngu chung\b|\bchung (?:\d+ ?- ?)?\d+ (?:nguoi|khach|em)\b|\b(?:[4-9]|\d\d)-bed\b|\bgac\b[^.;]*\bnem\b|^(?!.*\b(?:tents?|cabins?|leu|hotels?|resorts?|bungalows?|private|khach san)\b).*\b(?:mattress(?:es)?|sleeping bags?|tui ngu)\b|\bhuts? and tents\b", RegexOptions.CultureInvariant)]
    private static partial Regex SharedSleep();

    /// <summary>A tour whose title calls it slow. Without its accent the word is an island and a people (Chàm, Chăm).</summary>
    [GeneratedRegex(@"\bslow (?!loris|boat|cook|train|motion|shutter)|\bslow(?=:| &|$)|\b(?:đi )?chậm(?= (?:\d|cho|bên)|[:,]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SlowTitle();

    /// <summary>A sight or two a day, or a pace that is called slow.</summary>
    [GeneratedRegex(@"\bmỗi ngày (?:chỉ )?(?:đi )?(?:một|hai|1|2) (?:điểm|nơi)\b|\bpace (?:is|stays) (?:slow|easy|gentle)|(?<!\b(?:no|not an?|never an?) )\b(?:slow|easy|gentle|unhurried) (?:pace|days|loop)\b|\b(?:chuyến đi|nghỉ dưỡng|kỳ nghỉ|nhịp) chậm\b|\bone (?:sight|stop|place) (?:a|per|each) day\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unhurried();

    /// <summary>Little on foot, and nothing steep.</summary>
    [GeneratedRegex(@"\b(?:đi bộ (?:rất )?ít(?! nhất| hơn| ra)|(?<!không )(?<!chẳng )(?<!đâu )ít (?:phải )?đi bộ)\b|(?<!\b(?:not|no) )\b(?:very )?little walking\b|\b(?:minimal|hardly any) walking\b|\bwalks? (?:of )?(?:less|no more) than [12] ?km\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LittleWalking();

    /// <summary>Made to rest and recover.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:an dưỡng|tĩnh dưỡng)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Retreat();

    private static bool Names(string text, string concept, Lexicon lexicon) => lexicon.FindIn(text).Any(match => match.Value.Id == concept);
}
