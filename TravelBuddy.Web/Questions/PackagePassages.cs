using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Questions;

/// <summary>Cuts a tour's text into passages: sentences, days, lists, and the facts that the provider gave as such.</summary>
public static partial class PackagePassages
{
    /// <summary>Raised when passages are cut otherwise, so that all are cut anew.</summary>
    public const int Version = 1;

    private const int Most = 80;
    private const int Longest = 400;

    public static IReadOnlyList<Passage> Of(TourPackage package)
    {
        var vietnamese = package.Language == "vi";
        var found = new List<(PassageKind Kind, string? Text)> { (PassageKind.Title, package.Title) };
        found.AddRange(Sentences.Of(package.Description).Select(text => (PassageKind.Description, (string?)text)));
        found.AddRange(package.Itinerary.Select(day => (PassageKind.Itinerary, (string?)day)));
        found.Add((PassageKind.Includes, List(package.Includes)));
        found.Add((PassageKind.Transport, List(package.Transportation)));
        found.Add((PassageKind.Food, List(package.Food)));
        found.Add((PassageKind.Activities, List(package.Activities)));
        found.Add((PassageKind.Accommodation, package.Accommodation));
        found.AddRange(Sentences.Of(package.Notes).Select(text => (PassageKind.Notes, (string?)text)));
        found.Add((PassageKind.Length, TourFacts.Length(package, package.Language)));
        found.Add((PassageKind.Price, package.Price is { } price ? TourFacts.Text(price, package.Language) + (package.PricePer == PricePer.Group ? vietnamese ? " một đoàn" : " per group" : vietnamese ? " một khách" : " per person") : null));
        found.Add((PassageKind.Start, package.Start is { } start ? (vietnamese ? "Khởi hành từ " : "Starts in ") + start.Text : null));
        found.Add((PassageKind.Available, (package.AvailableFrom, package.AvailableUntil) switch
        {
            ({ } from, { } until) => $"{TourFacts.Text(from, package.Language)} – {TourFacts.Text(until, package.Language)}",
            ({ } from, null) => (vietnamese ? "từ " : "from ") + TourFacts.Text(from, package.Language),
            (null, { } until) => (vietnamese ? "đến " : "until ") + TourFacts.Text(until, package.Language),
            _ => null,
        }));
        return [.. found
            .Select(passage => (passage.Kind, Text: Spaces().Replace(WebAddresses.Replace(passage.Text ?? "", "…"), " ").Trim().Normalize()))
            .Where(passage => passage.Text.Length > 0)
            .Take(Most)
            .Select((passage, i) => new Passage(i, passage.Kind, package.Language, passage.Text.Length > Longest ? passage.Text[..Longest].TrimEnd() + "…" : passage.Text))];
    }

    private static string? List(IReadOnlyList<string> items) => items.Count == 0 ? null : string.Join(", ", items);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
