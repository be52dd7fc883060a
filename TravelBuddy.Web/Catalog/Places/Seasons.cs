using System.Text.Json;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Catalog.Places;

/// <summary>When parts of the country are good to travel and when they are not, in a sentence for each (<c>data/seasons.jsonl</c>). What is said of a smaller part counts before what is said of a larger one that holds it.</summary>
public sealed class Seasons
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Gazetteer _gazetteer;
    private readonly IReadOnlyList<Entry> _entries;

    private Seasons(Gazetteer gazetteer, IReadOnlyList<Entry> entries) => (_gazetteer, _entries) = (gazetteer, entries);

    /// <summary>Reads the file; a line that does not parse, or names a place that the gazetteer does not have, throws <see cref="InvalidDataException"/>.</summary>
    public static Seasons Load(string path, Gazetteer gazetteer)
    {
        List<Entry> entries = [.. JsonLines.Read<Entry>(path, Json)];
        return entries.SelectMany(entry => entry.Of).FirstOrDefault(id => gazetteer.Find(id) is null) is { } unknown
            ? throw new InvalidDataException($"{path}: there is no place '{unknown}' in places.jsonl.")
            : new Seasons(gazetteer, entries);
    }

    /// <summary>What is known of a place, in a language ("vi", anything else English); null where nothing is, as of a region with several climates or of places abroad.</summary>
    public string? Of(string placeId, string language) =>
        EntryOf(placeId) is { } found ? language == "vi" ? found.Vi : found.En : null;

    /// <summary>What is known of a month there; null where nothing is, as between the seasons.</summary>
    public string? InMonth(string placeId, int month, string language) =>
        EntryOf(placeId)?.In(month, language);

    /// <summary>What is known of a month in the parts of the country that give an overview of it, from north to south; of a part whose month lies between its seasons, null.</summary>
    public IReadOnlyList<(string Region, string? Then)> Overview(int month, string language) =>
        [.. _entries.Where(entry => entry.Overview is not null).OrderBy(entry => entry.Overview!.Order).Select(entry => (language == "vi" ? entry.Overview!.Vi : entry.Overview!.En, entry.In(month, language)))];

    /// <summary>Whether two kinds of months are told of a place, so that one of neither lies between them; where only the best are, nothing is known of the others.</summary>
    public bool AreTwo(string placeId) => EntryOf(placeId)?.Months.Select(span => span.En).Distinct().Skip(1).Any() == true;

    private Entry? EntryOf(string placeId) => _entries.FirstOrDefault(entry => entry.Of.Any(part => _gazetteer.Contains(part, placeId)));

    private sealed record Entry(IReadOnlyList<string> Of, string En, string Vi)
    {
        public IReadOnlyList<Span> Months { get; init; } = [];

        /// <summary>What the part is called where the whole country is told of; null for those left out then.</summary>
        public Region? Overview { get; init; }

        public string? In(int month, string language) =>
            Months.FirstOrDefault(span => span.From <= span.To ? month >= span.From && month <= span.To : month >= span.From || month <= span.To) is { } found ? language == "vi" ? found.Vi : found.En : null;
    }

    /// <summary>Told from the lowest order on, which is the north.</summary>
    private sealed record Region(int Order, string En, string Vi);

    /// <summary>Months by number, the last included; from November to February goes over the year's end. The narrower span stands before one around it.</summary>
    private sealed record Span(int From, int To, string En, string Vi);
}
