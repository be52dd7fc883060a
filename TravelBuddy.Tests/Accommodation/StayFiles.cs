using System.Text.Json;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Accommodation.Stays;

namespace TravelBuddy.Tests.Accommodation;

/// <summary>A labelled request for a place to stay: where the person is, what they say, and how good each place of the directory answers it, 1 to 3.</summary>
public sealed record StayRequest(string Id, IReadOnlyList<string> Places, string Text, string Language, IReadOnlyDictionary<string, int> Grades);

/// <summary>The directory and its labelled requests, as their files have them.</summary>
public static class StayFiles
{
    private static readonly Lazy<IReadOnlyList<(string Line, Stay? Stay, IReadOnlyList<string> Problems)>> Checked = new(() => [.. Lines("stays.jsonl").Select(Check)]);

    public static IReadOnlyList<(string Line, Stay? Stay, IReadOnlyList<string> Problems)> All => Checked.Value;

    public static IReadOnlyList<Stay> Stays => [.. All.Select(each => each.Stay).OfType<Stay>()];

    public static IReadOnlyList<string> Lines(string name) => File.ReadAllLines(Repository.DataFile(name));

    public static IReadOnlyList<StayRequest> Requests() => Requests("");

    /// <summary>Those that nothing was chosen by.</summary>
    public static IReadOnlyList<StayRequest> HeldOutRequests() => Requests("-held-out");

    private static IReadOnlyList<StayRequest> Requests(string which)
    {
        var grades = Lines($"stay-judgements{which}.jsonl").Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(
            line => line.GetProperty("id").GetString()!,
            line => line.GetProperty("grades").EnumerateObject().ToDictionary(grade => $"{SampleStays.Source}~{grade.Name}", grade => grade.Value.GetInt32()));
        return [.. Lines($"stay-requests{which}.jsonl").Select(line => JsonDocument.Parse(line).RootElement).Select(line => new StayRequest(
            line.GetProperty("id").GetString()!, [.. line.GetProperty("places").EnumerateArray().Select(place => place.GetString()!)], line.GetProperty("text").GetString()!,
            line.GetProperty("language").GetString()!, grades[line.GetProperty("id").GetString()!]))];
    }

    private static (string, Stay?, IReadOnlyList<string>) Check(string line)
    {
        var (stay, problems) = StayLine.Parse(line).Check(new StaySupplier(SampleStays.Source, IsSample: true), new DateOnly(2026, 11, 29), Repository.Gazetteer, Repository.Lexicon, Repository.Rates);
        return (line, stay, problems);
    }
}
