using System.Text.Json;

namespace TravelBuddy.Tests.Release;

/// <summary>What a model said to the first lines of each labelled set, in the order they are asked: some of it right, some broken, some more than it was told.</summary>
public sealed class RecordedUses
{
    private const string Broken = "Sorry, I can't help with that.";

    private readonly Dictionary<string, Queue<Func<JsonElement, object>>> _recorded = new()
    {
        ["You answer a traveller's question"] = new(
        [
            _ => Broken,
            data => new { answered = true, sentences = new[] { Cited("Life jackets are included.", data, "áo phao"), Cited("A helicopter waits at the harbour.", data, "áo phao") } },
        ]),
        ["You tell a traveller why one tour fits"] = new(
        [
            data => new { sentences = new[] { First(data), new { text = "It is the safest tour of all.", passages = new[] { 1 } } } },
            data => new { sentences = new[] { First(data) } },
            _ => Broken,
        ]),
        ["You read messages of travellers"] = new(
        [
            _ => Wishes("giúp mình", "lẩu hải sản"),
            _ => Broken,
            _ => Wishes(),
        ]),
        ["You write what a web search engine is asked"] = new(
        [
            _ => new { queries = new[] { Query("quiet homestay Hoi An"), Query("Hoi An site:evil.example") } },
            _ => new { queries = new[] { Query("cheap homestay near the airport of Nowhere") } },
            _ => Broken,
        ]),
        ["You sum up a few places to stay"] = new(
        [
            data => new { sentences = new[] { Fact(data, ""), Fact(data, " It has a casino.") } },
            _ => new { sentences = new[] { new { text = "s1 is close to the middle of the old town.", facts = new[] { "s1.place" } } } },
            _ => Broken,
        ]),
        ["A message was sent to a chat"] = new([_ => new { about = "greeting" }, _ => new { about = "thanks" }, _ => Broken]),
    };

    /// <summary>The answer to instructions and the data beside them.</summary>
    public string Says(string instructions, string data)
    {
        using var input = JsonDocument.Parse(data.Split('\n')[1]);
        var answer = _recorded.Single(use => instructions.StartsWith(use.Key, StringComparison.Ordinal)).Value.Dequeue()(input.RootElement);
        return answer as string ?? JsonSerializer.Serialize(answer);
    }

    private static object Cited(string text, JsonElement data, string words) => new
    {
        text,
        passages = data.GetProperty("passages").EnumerateArray().Where(passage => passage.GetProperty("text").GetString()!.Contains(words, StringComparison.Ordinal)).Take(1).Select(passage => passage.GetProperty("number").GetInt32()),
    };

    private static object First(JsonElement data) => new { text = data.GetProperty("passages")[0].GetProperty("text").GetString(), passages = new[] { 1 } };

    private static object Query(string text) => new { text, language = "en" };

    private static object Fact(JsonElement data, string more)
    {
        var stay = data.GetProperty("stays")[0];
        var fact = stay.GetProperty("facts").EnumerateArray().First(each => each.GetProperty("id").GetString()!.EndsWith("price", StringComparison.Ordinal));
        return new { text = $"{stay.GetProperty("id").GetString()}: {fact.GetProperty("text").GetString()}.{more}", facts = new[] { fact.GetProperty("id").GetString() } };
    }

    private static object Wishes(params string[] food) => new
    {
        places = Array.Empty<object>(),
        start = (object?)null,
        days = Array.Empty<object>(),
        budget = (object?)null,
        party = (object?)null,
        dates = (object?)null,
        transport = Array.Empty<object>(),
        food = food.Select(words => new { meaning = "seafood", words }),
        activities = Array.Empty<object>(),
        stay = Array.Empty<object>(),
        exclusions = Array.Empty<object>(),
        essentials = Array.Empty<object>(),
    };
}
