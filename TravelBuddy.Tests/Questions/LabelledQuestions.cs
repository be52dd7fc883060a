using System.Text.Json;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Tests.Questions;

/// <summary>A question of data/tour-questions.jsonl: about which package of the sample, and words of the passages that answer it, none if its text does not.</summary>
public sealed record LabelledQuestion(string Id, string Half, string Package, string Language, string Question, IReadOnlyList<string> Says)
{
    /// <summary>All of them, in the order of the file.</summary>
    public static readonly IReadOnlyList<LabelledQuestion> All = [.. JsonLines.Read<LabelledQuestion>(Repository.DataFile("tour-questions.jsonl"), new JsonSerializerOptions(JsonSerializerDefaults.Web))];

    public TourPackage Tour => Repository.Packages.Single(package => package.SourceId == Package);

    public bool IsAnswerable => Says.Count > 0;

    public bool IsAnsweredBy(string text) => Says.Any(words => text.Contains(words.Normalize(), StringComparison.OrdinalIgnoreCase));
}
