using System.Text.Json;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Interests.Reading.Roles;
using TravelBuddy.Web.Interests.Reading.Roles.Training;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Tests.Interests;

/// <summary>How many of the marks of messages (data/evaluation/README.md) are read in their role: who travels left out, a diet that leaves a food out taken for its refusal, and what is named by the way if nothing is read of it.</summary>
internal static class MarkShares
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private static readonly DateOnly Written = new(2026, 11, 27);
    private static readonly HashSet<string> Wished = [ConceptSlots.Transport, ConceptSlots.Food, ConceptSlots.Activities, ConceptSlots.Stay];
    private static readonly string[] Files = ["messages-dev.jsonl", "messages-more.jsonl", "messages-hard.jsonl", "mentions-dev.jsonl"];

    /// <summary>The share of each role's marks.</summary>
    public static IReadOnlyDictionary<string, double> Of(string file, RoleModel roles)
    {
        var reader = new WishReader(Repository.Gazetteer, Repository.Lexicon, roles);
        var messages = Files.SelectMany(Read<AnnotatedMessage>).Where(message => message.FreeText is not null).ToDictionary(message => message.Id);
        return Read<MarkedMessage>(file).SelectMany(marked => Judged(marked, messages[marked.Id], reader)).GroupBy(mark => mark.Role).ToDictionary(role => role.Key, role => role.Average(mark => mark.Right ? 1.0 : 0));
    }

    private static IEnumerable<(string Role, bool Right)> Judged(MarkedMessage marked, AnnotatedMessage message, WishReader reader)
    {
        var read = reader.Read(message.FreeText, message.Language, Written).Extractions.Where(extraction => Wished.Contains(extraction.Slot) || extraction.Slot is "exclusions" or "essentials").ToList();
        return marked.Spans(message.FreeText).Where(span => span.Mark.Kind != "traveller")
            .Select(span => (span.Mark.Role, Fits(span.Mark.Role, [.. read.Where(extraction => extraction.Start < span.End && span.Start < extraction.End)])));
    }

    private static bool Fits(string role, IReadOnlyList<Extraction> read) => role switch
    {
        "aside" => read.Count == 0,
        "wish" => read.Any(extraction => Wished.Contains(extraction.Slot) || extraction.Slot == "essentials"),
        "must" => read.Any(extraction => extraction.Slot == "essentials"),
        _ => read.Any(extraction => extraction.Slot == "exclusions" || Repository.Lexicon.Find(extraction.Value)?.Kind == ConceptKind.Diet),
    };

    private static List<T> Read<T>(string file) => [.. JsonLines.Read<T>(Repository.DataFile(Path.Combine("evaluation", file)), Json)];
}
