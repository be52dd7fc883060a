using System.Globalization;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Encoding;

/// <summary>The encoder that needs nothing but the repository's own gazetteer and lexicon. Its id changes with their content, so that old vectors are never compared with new.</summary>
public sealed class BuiltInEncoder : IEncoder
{
    /// <summary>What the ids of all its versions begin with.</summary>
    public const string Name = "builtin";

    private const string Version = $"{Name}-7";

    private readonly Gazetteer _gazetteer;
    private readonly Lexicon _lexicon;
    private readonly LocationEncoder _locations;
    private readonly DurationEncoder _durations;
    private readonly BudgetEncoder _budgets;
    private readonly IReadOnlyList<ConceptEncoder> _concepts;

    public BuiltInEncoder(Gazetteer gazetteer, Lexicon lexicon, ExchangeRates rates, EncodingOptions options)
    {
        _gazetteer = gazetteer;
        _lexicon = lexicon;
        _locations = new LocationEncoder(gazetteer, options.UnknownOf(Criterion.Locations));
        _durations = new DurationEncoder(options.UnknownOf(Criterion.Duration));
        _budgets = new BudgetEncoder(rates, options.UnknownOf(Criterion.Budget));
        _concepts = [.. new[] { Criterion.Transportation, Criterion.Food, Criterion.Activities, Criterion.Accommodation }
            .Select(criterion => new ConceptEncoder(lexicon, criterion, VectorLayout.Blocks[(int)criterion].Length, options.UnknownOf(criterion)))];
        Id = $"{Version}-{DataHash(gazetteer, lexicon)}";
    }

    public string Id { get; }

    public int BatchSize => 500;

    /// <summary>It needs no preparation.</summary>
    public Task PrepareAsync(Func<CancellationToken, Task<IReadOnlyList<TourPackage>>> sample, CancellationToken ct) => Task.CompletedTask;

    public ValueTask<IReadOnlyList<float[]>> EncodeAsync(IReadOnlyList<TourPackage> packages, CancellationToken ct)
    {
        var vectors = new float[packages.Count][];
        Parallel.For(0, packages.Count, new ParallelOptions { CancellationToken = ct }, i => vectors[i] = Encode(packages[i]));
        return new(vectors);
    }

    public ValueTask<EncodedWishes> EncodeAsync(Wishes wishes, CancellationToken ct) => new(Encode(wishes));

    /// <summary>Writes a package's places, length and price.</summary>
    public void EncodeFacts(TourPackage package, float[] vector)
    {
        _locations.Encode(PackagePlaces.Of(package, _gazetteer), VectorLayout.BlockOf(vector, Criterion.Locations));
        _durations.Encode(package.DurationDays, VectorLayout.BlockOf(vector, Criterion.Duration));
        _budgets.Encode(package.PriceVnd, VectorLayout.BlockOf(vector, Criterion.Budget));
    }

    /// <summary>Alternatives of places, lengths and budgets.</summary>
    public IReadOnlyList<IReadOnlyList<float[]>> EncodeFacts(Wishes wishes)
    {
        var blocks = VectorLayout.Blocks;
        return [
            OneOrNone(_locations.Encode(wishes.Places, blocks[(int)Criterion.Locations].Length)),
            OneOrNone(_durations.Encode(wishes.Durations, blocks[(int)Criterion.Duration].Length)),
            OneOrNone(_budgets.Encode(wishes.Budget, blocks[(int)Criterion.Budget].Length))];
    }

    /// <summary>A package as 768 numbers, every block of unit length.</summary>
    public float[] Encode(TourPackage package)
    {
        var vector = new float[VectorLayout.Dimensions];
        EncodeFacts(package, vector);
        var concepts = PackageConcepts.Of(package, _lexicon, _gazetteer);
        foreach (var encoder in _concepts)
        {
            encoder.Encode(concepts, PackageConcepts.States(package, encoder.Criterion), VectorLayout.BlockOf(vector, encoder.Criterion));
        }

        return vector;
    }

    /// <summary>Wishes as query blocks.</summary>
    public EncodedWishes Encode(Wishes wishes)
    {
        var sorted = SortedWishes.Of(wishes, _lexicon);
        return new EncodedWishes([
            .. EncodeFacts(wishes),
            .. _concepts.Select(encoder => encoder.Encode(sorted[encoder.Criterion]))]);
    }

    private static IReadOnlyList<float[]> OneOrNone(float[]? vector) => vector is null ? [] : [vector];

    private static string DataHash(Gazetteer gazetteer, Lexicon lexicon)
    {
        var hash = new System.Text.StringBuilder();
        foreach (var place in gazetteer.Places.OrderBy(place => place.Id, StringComparer.Ordinal))
        {
            hash.Append(CultureInfo.InvariantCulture, $"{place.Id}{place.Lat}{place.Lon}{place.Popularity}").Append(place.Kind).AppendJoin(',', place.Parents).AppendJoin(',', place.Aliases);
        }

        foreach (var concept in lexicon.Concepts.OrderBy(concept => concept.Id, StringComparer.Ordinal))
        {
            hash.Append(concept.Id).Append(concept.Kind).AppendJoin(',', concept.Broader).AppendJoin(',', concept.Related).AppendJoin(',', concept.En).AppendJoin(',', concept.Vi);
        }

        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(hash.ToString())).AsSpan(0, 4));
    }
}
