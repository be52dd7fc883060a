using System.Numerics.Tensors;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Encoding;

/// <summary>Similarities as the application computes them: wishes and packages through the encoder, the best alternative of a block.</summary>
internal static class Similarity
{
    public static TourPackage Package(string title = "A tour", params string[] placeIds) => new()
    {
        Id = "test~1",
        SourceId = "1",
        ProviderId = "test",
        Title = title,
        ContentHash = "",
        Locations = [.. placeIds.Select(id => new NamedPlace(Repository.Place(id).Name, id))],
    };

    public static double Of(Wishes wishes, TourPackage package, Criterion criterion)
    {
        var block = VectorLayout.Blocks[(int)criterion];
        var vector = Repository.Encoder.Encode(package).AsSpan(block.Offset, block.Length).ToArray();
        return Repository.Encoder.Encode(wishes).Alternatives[(int)criterion].Max(alternative => (double)TensorPrimitives.Dot<float>(alternative, vector));
    }

    public static double OfPlaces(IEnumerable<string> wished, params string[] visited) =>
        Of(new Wishes { Places = [.. wished.Select(id => new PlaceWish(id, null))] }, Package("A tour", visited), Criterion.Locations);

    public static double OfPlace(string wished, params string[] visited) => OfPlaces([wished], visited);

    public static double OfDays(DurationWish[] wishes, double? days) => Of(new Wishes { Durations = wishes }, Package() with { DurationDays = days }, Criterion.Duration);

    public static double OfPrice(decimal max, string currency, decimal? priceVnd) =>
        Of(new Wishes { Budget = new BudgetWish(null, max, currency) }, Package() with { PriceVnd = priceVnd }, Criterion.Budget);
}
