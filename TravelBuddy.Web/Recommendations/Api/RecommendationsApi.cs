using System.Text.Json;
using System.Threading.RateLimiting;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Web.Recommendations.Api;

/// <summary>The preferences of the interchange format, plus how many packages to answer.</summary>
public sealed record RecommendationRequest : Preferences
{
    /// <summary>1 to 50; 10 if absent.</summary>
    public int? Top { get; init; }
}

/// <summary><c>POST /api/v1/recommendations</c>: anonymous, rate limited, remembers nothing.</summary>
public static class RecommendationsApi
{
    private const int LargestBody = 256 * 1024;
    private const int MostPackages = 50;

    public static void Map(WebApplication app)
    {
        var limiter = Limiter(app.Services.GetRequiredService<RecommendationOptions>());
        app.MapPost("/api/v1/recommendations", HandleAsync)
            .AddEndpointFilter(async (context, next) =>
            {
                using var lease = limiter.AttemptAcquire(context.HttpContext);
                return lease.IsAcquired
                    ? await next(context)
                    : Results.Problem("Too many requests from this address; try again in a minute.", statusCode: StatusCodes.Status429TooManyRequests);
            })
            .AllowAnonymous()
            .DisableAntiforgery()
            .WithName("Recommend")
            .WithSummary("Ranks tour packages against wishes")
            .WithDescription("Every member may be missing; unknown ones are ignored. What cannot be used is answered with 400 and named by its path, such as budget.max or locations[1].name; what was taken but is hardly meant, such as a place nobody knows, is named in warnings. The list is filled up after the last answer: match tells where answers end. Nothing is remembered.")
            .WithTags("Recommendations")
            .Accepts<RecommendationRequest>("application/json")
            .Produces<RecommendationResponse>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IResult> HandleAsync(HttpContext http, PreferencesReader reader, IFreeTextReader texts, IRecommender recommender, ICatalog catalog, IReasonWriter writer, TimeProvider time, CancellationToken ct)
    {
        if (http.Request.ContentLength > LargestBody)
        {
            return Results.Problem($"The request is larger than {LargestBody / 1024} KiB.", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        var errors = new MemberErrors();
        Wishes wishes;
        int top;
        try
        {
            if (http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = LargestBody;
            }

            using var document = await JsonDocument.ParseAsync(http.Request.Body, new JsonDocumentOptions { MaxDepth = 16 }, ct);
            Preferences preferences;
            try
            {
                top = Top(document.RootElement, errors);
                preferences = PreferencesParser.Parse(document.RootElement, errors);
            }
            catch (InvalidOperationException)
            {
                // A member's name that is no Unicode text passes as JSON and fails when it is compared.
                errors.Add("$", "Has a member whose name is no Unicode text.");
                return Results.ValidationProblem(errors.ToDictionary());
            }

            var today = time.TodayInVietNam();
            var free = preferences.FreeText is { } text ? await texts.ReadAsync(text, preferences.Language, today, ModelSpending.Strangers, null, ct) : null;
            wishes = reader.Read(preferences, today, errors, free);
        }
        catch (JsonException error)
        {
            errors.Add("$", $"Is not valid JSON (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}).");
            return Results.ValidationProblem(errors.ToDictionary());
        }
        catch (BadHttpRequestException error)
        {
            return Results.Problem(error.Message, statusCode: error.StatusCode);
        }

        if (errors.Any)
        {
            return Results.ValidationProblem(errors.ToDictionary());
        }

        var ranked = await recommender.RankAsync(wishes, top, ct);
        var packages = await catalog.PackagesAsync([.. ranked.Packages.Select(package => package.PackageId)], ct);
        var results = new List<RecommendedPackage>(ranked.Packages.Count);
        foreach (var item in ranked.Packages.Where(item => packages.ContainsKey(item.PackageId)))
        {
            var package = packages[item.PackageId];
            var provider = await catalog.ProviderAsync(package.ProviderId, ct);
            results.Add(new RecommendedPackage(
                InterchangePackage.Of(package, provider?.Name),
                item.Score,
                PreferencesParser.WeightNames.Select((name, c) => (name, c)).ToDictionary(pair => pair.name, pair => item.Similarities[pair.c]),
                [.. item.Reasons.Select(reason => writer.Sentence(reason, wishes.Language, wishes.Currency)).Where(sentence => sentence.Length > 0)],
                Matches.Of(item.Standing)));
        }

        return Results.Ok(new RecommendationResponse(
            results,
            ranked.NothingFits,
            [.. ranked.Relaxations.Select(relaxation => new OfferedRelaxation(Relaxing.Parts(relaxation.Wish), relaxation.Brings, writer.Sentence(relaxation, wishes.Language)))],
            errors.Warnings));
    }

    private static int Top(JsonElement root, MemberErrors errors)
    {
        if (root.ValueKind != JsonValueKind.Object || PreferencesParser.Member(root, "top") is not { } value)
        {
            return 10;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var top) && top is >= 1 and <= MostPackages)
        {
            return top;
        }

        errors.Add("top", $"Should be a whole number from 1 to {MostPackages}.");
        return 10;
    }

    /// <summary>Counts by address; a caller on this machine that no proxy stands before is not counted.</summary>
    private static PartitionedRateLimiter<HttpContext> Limiter(RecommendationOptions options) => PartitionedRateLimiter.Create<HttpContext, string>(http =>
        Caller.AddressOf(http) is not { } address
            ? RateLimitPartition.GetNoLimiter("local")
            : RateLimitPartition.GetSlidingWindowLimiter(address, _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = options.ApiRequestsPerMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            }));
}
