using System.Text.Json;
using System.Text.Json.Nodes;

namespace TravelBuddy.Benchmarks.Load;

/// <summary>
/// Makes a large catalogue out of the sample one, for load tests only: each package is a sample package moved to other places of the gazetteer,
/// with other lengths, prices and sentences. Deterministic for a seed. The providers' names say that they are generated.
/// </summary>
public static class PackageGenerator
{
    /// <summary>Writes <paramref name="count"/> packages as JSON lines.</summary>
    public static void Write(string dataFolder, int count, int seed, TextWriter output)
    {
        var random = new Random(seed);
        var samples = File.ReadLines(Path.Combine(dataFolder, "catalogue.jsonl")).Where(line => line.Length > 0).ToArray();
        var places = File.ReadLines(Path.Combine(dataFolder, "places.jsonl")).Where(line => line.Length > 0)
            .Select(line => JsonNode.Parse(line)!)
            .Where(place => place["kind"]!.GetValue<string>() is not ("country" or "region" or "province" or "old_province" or "route"))
            .Select(place => (Name: place["name"]!.GetValue<string>(), NameEn: place["name_en"]!.GetValue<string>(), Weight: .02 + (place["popularity"]?.GetValue<double>() ?? 0)))
            .ToArray();
        var total = places.Sum(place => place.Weight);
        for (var i = 0; i < count; i++)
        {
            var package = JsonNode.Parse(samples[random.Next(samples.Length)])!.AsObject();
            var other = JsonNode.Parse(samples[random.Next(samples.Length)])!.AsObject();
            var english = package["language"]?.GetValue<string>() != "vi";
            var visited = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Pick()).Select(place => english ? place.NameEn : place.Name).Distinct().ToArray();
            var days = Math.Max(.5, (package["duration_days"]?.GetValue<double>() ?? 3) + random.Next(-1, 2));
            package["id"] = $"generated-{i:D6}";
            package["provider"] = $"Generated provider {i % 200:D3} (load test)";
            package["title"] = $"{string.Join(" – ", visited)} {days:0.#}{(english ? " days" : "N")} #{i}";
            package["locations"] = new JsonArray([.. visited.Select(name => (JsonNode)name)]);
            package["duration_days"] = days;
            package["nights"] = Math.Floor(Math.Max(0, days - 1));
            if (package["price_amount"]?.GetValue<double>() is { } price)
            {
                package["price_amount"] = price > 10_000 ? Math.Round(price * (.6 + random.NextDouble()) / 10_000) * 10_000 : Math.Round(price * (.6 + random.NextDouble()));
            }

            foreach (var member in (ReadOnlySpan<string>)["food", "activities", "transportation", "accommodation"])
            {
                if (random.Next(2) == 0 && other["language"]?.GetValue<string>() == package["language"]?.GetValue<string>())
                {
                    package[member] = other[member]?.DeepClone();
                }
            }

            output.WriteLine(package.ToJsonString(Options));
        }

        (string Name, string NameEn, double Weight) Pick()
        {
            var at = random.NextDouble() * total;
            foreach (var place in places)
            {
                if ((at -= place.Weight) <= 0)
                {
                    return place;
                }
            }

            return places[^1];
        }
    }

    private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
