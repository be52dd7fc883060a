using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>What a model answers to <c>stay-queries</c>.</summary>
public sealed record WrittenQueries(IReadOnlyList<WrittenQuery>? Queries);

/// <summary>One query and its language.</summary>
public sealed record WrittenQuery(string? Text, string? Language);

/// <summary>
/// Writes what search engines are asked: by the model if one is configured, else by templates in Vietnamese, in which the houses speak, and English. Only names of places, words of the lexicon and
/// months go into either, so nothing of a person can leave by them; what a model writes is used only where it names a place, says nothing else but such words, and is no command to the engine.
/// </summary>
public sealed class QueryWriter(ILanguageModel model, Gazetteer gazetteer, Lexicon lexicon)
{
    /// <summary>More questions about one place cost more and find the same houses.</summary>
    public const int Most = 3;

    /// <summary>Where one sleeps in several places, so many of them are asked for, each by a query of its own.</summary>
    private const int MostPlaces = 4;

    private const int Longest = 120;

    /// <summary>As engines are told of it, in both languages.</summary>
    private const string Country = "vietnam viet nam";

    private static readonly TimeSpan ModelTime = TimeSpan.FromSeconds(2.5);

    public async Task<IReadOnlyList<StayQuery>> WriteAsync(StayWishes wishes, Guid payer, CancellationToken ct)
    {
        var places = PlacesOf(wishes);
        var written = model.IsConfigured ? await model.AskAsync<WrittenQueries>(new ModelTask("stay-queries", wishes.Language, InputOf(wishes, places), payer, ModelTime), ct) : null;
        var usable = Usable(written, wishes);
        return places.Count > 1 ? ForEach(wishes, places, usable) : usable.Count > 0 ? [.. usable.DistinctBy(query => TextFolding.Fold(query.Text)).Take(Most)] : ForOne(wishes, places);
    }

    /// <summary>Of a model's queries those that an engine may be asked; which of them are, is chosen among these.</summary>
    public IReadOnlyList<StayQuery> Usable(WrittenQueries? written, StayWishes wishes)
    {
        var places = PlacesOf(wishes);
        return [.. (written?.Queries ?? []).Take(20).Select(query => Checked(query, places, MonthOf(wishes))).OfType<StayQuery>()];
    }

    private IReadOnlyList<Place> PlacesOf(StayWishes wishes) => [.. wishes.Places.Select(gazetteer.Find).OfType<Place>().Take(MostPlaces)];

    /// <summary>In both languages.</summary>
    private IReadOnlyList<StayQuery> ForOne(StayWishes wishes, IReadOnlyList<Place> places) => [.. places.SelectMany(place => new[] { Template(wishes, place, "vi"), Template(wishes, place, "en") })];

    /// <summary>For each place the first of a model's queries that names it, else a template: in the traveller's own language and the other in turn, for some houses have pages in one alone.</summary>
    private IReadOnlyList<StayQuery> ForEach(StayWishes wishes, IReadOnlyList<Place> places, IReadOnlyList<StayQuery> written)
    {
        string[] languages = wishes.Language == "vi" ? ["vi", "en"] : ["en", "vi"];
        return [.. places.Select((place, at) => written.FirstOrDefault(query => IsAbout(query, place)) ?? Template(wishes, place, languages[at % 2])).Distinct()];
    }

    private static IEnumerable<string> Names(Place place) => place.Aliases.Append(place.Name).Append(place.NameEn).Select(TextFolding.Fold);

    private static bool IsAbout(StayQuery query, Place place) => Names(place).Any(name => TextFolding.Fold(query.Text).Contains(name, StringComparison.Ordinal));

    private StayQuery Template(StayWishes wishes, Place place, string language)
    {
        var concepts = wishes.Essentials.Concat(wishes.Concepts).Distinct().Select(lexicon.Find).OfType<Concept>().ToLookup(concept => concept.Kind == ConceptKind.Lodging);
        var kind = concepts[true].FirstOrDefault()?.Label(language) ?? (language == "vi" ? "khách sạn" : "hotel");
        var things = string.Join(' ', concepts[false].Where(concept => concept.Kind is ConceptKind.Amenity or ConceptKind.Diet).Take(2).Select(concept => concept.Label(language)));
        // Long queries find less, and one without a month is answered for others, too: only the traveller's own language names it.
        var month = language == wishes.Language && MonthOf(wishes) is { } first ? Named(first, language) : "";
        string[] words = language == "vi" ? [kind, place.Name, things, month] : [kind, place.NameEn, "Vietnam", things, month];
        return new StayQuery(string.Join(' ', words.Where(word => word.Length > 0)), language == "vi" ? "vi" : "en");
    }

    /// <summary>The month that the days asked for begin in; null where they are not known, or leave more than a month to choose from.</summary>
    private static DateOnly? MonthOf(StayWishes wishes) => wishes.Dates is { From: { } from, To: { } to } && to.DayNumber - from.DayNumber <= 31 ? from : null;

    private static string Named(DateOnly month, string language) => language == "vi" ? $"tháng {month.Month} {month.Year}" : month.ToString("MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private object InputOf(StayWishes wishes, IReadOnlyList<Place> places) => new
    {
        Places = places.Select(place => new { place.Name, English = place.NameEn }),
        Wishes = wishes.Essentials.Union(wishes.Concepts).Select(lexicon.Find).OfType<Concept>().Select(concept => concept.Label("en")),
        Refused = wishes.Exclusions.Select(lexicon.Find).OfType<Concept>().Select(concept => concept.Label("en")),
        MostPerNight = wishes.MostPerNight is { } most ? $"{most.Amount} {most.Currency}" : null,
        Month = MonthOf(wishes) is { } month ? $"{Named(month, "en")}, {Named(month, "vi")}" : null,
        People = wishes.Party?.Adults + wishes.Party?.Children,
    };

    /// <summary>A query that names a place, and of whose words each names one or the month, or is a thing of the lexicon, or states nothing: no other words reach an engine, wherever a model has them from.</summary>
    private StayQuery? Checked(WrittenQuery? query, IReadOnlyList<Place> places, DateOnly? month)
    {
        if (query is not { Text: { Length: > 0 and <= Longest } text, Language: "en" or "vi" } || WebText.Clean(text, Longest) is not { Length: >= 4 } clean)
        {
            return null;
        }

        var isPlain = clean.All(c => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark || c is ' ' or '-' or '\'' or ',' or '.') && PersonalWords.Remove(clean) == clean;
        var names = places.SelectMany(Names).ToList();
        var folded = TextFolding.Fold(clean);
        if (!isPlain || !names.Exists(name => folded.Contains(name, StringComparison.Ordinal)))
        {
            return null;
        }

        var known = names.Append(Country).Append(month is { } first ? TextFolding.Fold($"{Named(first, "en")} {Named(first, "vi")}") : "").SelectMany(Tokenizer.Tokens).Select(token => token.Folded).ToHashSet(StringComparer.Ordinal);
        var spans = lexicon.FindIn(clean).Select(match => (match.Start, match.End)).Concat(CommonWords.FindIn(clean).Select(match => (match.Start, match.End))).ToList();
        return Tokenizer.Tokens(clean).All(token => known.Contains(token.Folded) || CommonWords.IsCarrier(token.Normalized) || spans.Any(span => span.Start <= token.Start && token.End <= span.End))
            ? new StayQuery(clean, query.Language) : null;
    }
}
