using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>Random documents: members of the format with values that fit, nearly fit or do not fit at all.</summary>
public sealed class when_the_api_is_asked_nonsense(AppFixture app)
{
    private const int Documents = 80;

    private static readonly string[] Members =
    [
        "id", "locations", "start_location", "durations", "dates", "party", "budget", "transportation", "food", "activities", "accommodation", "notes", "exclusions", "essentials", "language",
        "free_text", "weights", "top", "unknown",
    ];

    private static readonly string[] Inner = ["name", "priority", "budget", "notes", "from", "to", "adults", "children", "min", "max", "currency", "firm", "locations", "duration", "food"];

    private static readonly string[] Words =
    [
        "", " ", "Hội An", "hue", "3 days", "3N2Đ", "999999999 days", "2026-05-01", "0001-01-01", "9999-12-31", "2026-02-31", "VND", "USD", "XXX", "vi", "en", "xx", "true", "-1", "1e400", "NaN", "{0}", "%00", "\0",
        "\u0007", "\u202e", "👨‍👩‍👧", "<script>alert(1)</script>", "'; drop table tb.mt_doc_trip; --", "bay 3 ngày dưới 5 triệu, không leo núi", "train", "vegetarian", "a\\b\"c", new('x', 301), new('đ', 2_001),
    ];

    private static readonly string[] Numbers = ["0", "-0", "1", "3", "0.5", "-7", "50", "51", "366", "2147483648", "1e12", "1e13", "1e308", "1e400", "-1e400", "1e-400", "0.000000000000000000000000000001", "79228162514264337593543950336"];

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public async Task it_ranks_or_names_what_is_wrong_and_never_fails(int seed)
    {
        var random = new Random(seed);
        using var client = app.NewClient();
        var statuses = new HashSet<HttpStatusCode>();
        for (var i = 0; i < Documents; i++)
        {
            // Few members, so that some documents are taken.
            var json = Document(random, Members, random.Next(4), 3);
            using var answer = await client.PostAsync("/api/v1/recommendations", new StringContent(json, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

            answer.StatusCode.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.BadRequest], json);
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            (answer.StatusCode == HttpStatusCode.OK ? body.GetProperty("results").ValueKind == JsonValueKind.Array : body.GetProperty("errors").EnumerateObject().Any()).ShouldBeTrue(json);
            statuses.Add(answer.StatusCode);
        }

        statuses.Count.ShouldBe(2, "the documents should be neither all right nor all wrong");
    }

    private static string Value(Random random, int depth) => random.Next(depth > 0 ? 8 : 5) switch
    {
        0 => random.Next(4) switch { 0 => "null", 1 => "true", 2 => "false", _ => "\"\\ud83d\"" },
        1 or 2 => Numbers[random.Next(Numbers.Length)],
        3 or 4 => JsonValue.Create(Words[random.Next(Words.Length)]).ToJsonString(),
        5 => Document(random, Inner, random.Next(5), depth - 1),
        _ => $"[{string.Join(',', Enumerable.Range(0, random.Next(10) == 0 ? 50 : random.Next(4)).Select(_ => Value(random, depth - 1)))}]",
    };

    private static string Document(Random random, string[] members, int count, int depth) =>
        $"{{{string.Join(',', Enumerable.Range(0, count).Select(_ => $"\"{members[random.Next(members.Length)]}\":{Value(random, depth)}"))}}}";
}
