using BenchmarkDotNet.Attributes;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Benchmarks;

/// <summary>
/// What language costs on one core: a thousand phrases of wishes (at most 60 characters) looked up in the lexicon and turned into vectors piece by piece, and a megabyte
/// of package texts searched for concepts and for places. The data are the repository's own.
/// </summary>
[MemoryDiagnoser]
public class ReadTexts
{
    private const int Phrases = 1_000;
    private const int Dimensions = 25;
    private const int Megabyte = 1_000_000;

    private Lexicon lexicon = null!;
    private Gazetteer gazetteer = null!;
    private string[] phrases = [];
    private string text = "";

    [GlobalSetup]
    public void Prepare()
    {
        var data = DataFolder();
        lexicon = Lexicon.Load(Path.Combine(data, "lexicon.jsonl"));
        gazetteer = Gazetteer.Load(Path.Combine(data, "places.jsonl"));
        var lines = File.ReadAllLines(Path.Combine(data, "catalogue.jsonl"));
        string[] sentences = [.. lines.SelectMany(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("description").GetString()!.Split(['.', ',', ';', ':'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        phrases = [.. Enumerable.Range(0, Phrases).Select(i => sentences[i % sentences.Length]).Select(sentence => sentence.Length > 60 ? sentence[..60] : sentence)];
        var all = new System.Text.StringBuilder();
        for (var i = 0; System.Text.Encoding.UTF8.GetByteCount(sentences[i % sentences.Length]) is var size && all.Length + size < Megabyte; i++)
        {
            all.Append(sentences[i % sentences.Length]).Append(". ");
        }

        text = all.ToString();
        Console.WriteLine($"phrases: {Phrases}, mean length {phrases.Average(phrase => phrase.Length):F0}; text: {System.Text.Encoding.UTF8.GetByteCount(text):N0} bytes");
    }

    [Benchmark(OperationsPerInvoke = Phrases)]
    public float Phrase()
    {
        var sum = 0f;
        foreach (var phrase in phrases)
        {
            sum += lexicon.FindIn(phrase).Count + HashedText.Phrase(phrase, Dimensions)[0];
        }

        return sum;
    }

    [Benchmark]
    public int ConceptsInText() => lexicon.FindIn(text).Count;

    [Benchmark]
    public int PlacesInText() => gazetteer.FindIn(text).Count;

    private static string DataFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "data", "lexicon.jsonl")))
            {
                return Path.Combine(folder.FullName, "data");
            }
        }

        throw new DirectoryNotFoundException("The data folder was not found.");
    }
}
