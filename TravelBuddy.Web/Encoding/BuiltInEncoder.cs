using System.Globalization;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Encoding;

/// <summary>The encoder that needs nothing but the repository's own gazetteer and lexicon. Its id changes with their content, so that old vectors are never compared with new.</summary>
public sealed class BuiltInEncoder : IEncoder
{
    private const string Version = "builtin-3";

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
            .Select(criterion => new ConceptEncoder(lexicon, criterion, VectorLayout.Blocks.Blocks[(int)criterion].Length, options.UnknownOf(criterion)))];
        Id = $"{Version}-{DataHash(gazetteer, lexicon)}";
    }

    public string Id { get; }

    public float[] Encode(TourPackage package)
    {
        var vector = new float[VectorLayout.Dimensions];
        _locations.Encode(PackagePlaces.Of(package, _gazetteer), Block(vector, Criterion.Locations));
        _durations.Encode(package.DurationDays, Block(vector, Criterion.Duration));
        _budgets.Encode(package.PriceVnd, Block(vector, Criterion.Budget));
        var concepts = PackageConcepts.Of(package, _lexicon);
        foreach (var encoder in _concepts)
        {
            encoder.Encode(concepts, PackageConcepts.States(package, encoder.Criterion), Block(vector, encoder.Criterion));
        }

        return vector;
    }

    public EncodedWishes Encode(Wishes wishes)
    {
        var sorted = SortedWishes.Of(wishes, _lexicon);
        var blocks = VectorLayout.Blocks.Blocks;
        return new EncodedWishes([
            OneOrNone(_locations.Encode(wishes.Places, blocks[(int)Criterion.Locations].Length)),
            OneOrNone(_durations.Encode(wishes.Durations, blocks[(int)Criterion.Duration].Length)),
            OneOrNone(_budgets.Encode(wishes.Budget, blocks[(int)Criterion.Budget].Length)),
            .. _concepts.Select(encoder => encoder.Encode(sorted[encoder.Criterion]))]);
    }

    private static IReadOnlyList<float[]> OneOrNone(float[]? vector) => vector is null ? [] : [vector];

    private static Span<float> Block(float[] vector, Criterion criterion)
    {
        var block = VectorLayout.Blocks.Blocks[(int)criterion];
        return vector.AsSpan(block.Offset, block.Length);
    }

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
