using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_the_api_is_asked(AppFixture app)
{
    private async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(string json)
    {
        using var client = app.NewClient();
        using var answer = await client.PostAsync("/api/v1/recommendations", new StringContent(json, System.Text.Encoding.UTF8, "application/json"));
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    [Fact]
    public async Task it_answers_packages_in_the_interchange_form_with_scores_and_reasons()
    {
        var (status, body) = await AskAsync("""{"locations":["Hoi An"],"durations":[3],"budget":{"max":8000000,"currency":"VND"},"language":"en","top":4}""");

        status.ShouldBe(HttpStatusCode.OK);
        var results = body.GetProperty("results").EnumerateArray().ToList();
        results.Count.ShouldBe(4);
        var package = results[0].GetProperty("package");
        package.GetProperty("id").GetString()!.ShouldNotContain("~");
        package.GetProperty("provider").GetString()!.ShouldEndWith("(sample)");
        package.GetProperty("duration_days").GetDouble().ShouldBe(3, 1);
        results[0].GetProperty("score").GetDouble().ShouldBeInRange(.5, 1);
        results[0].GetProperty("scores").GetProperty("locations").GetDouble().ShouldBeGreaterThan(.5);
        results[0].GetProperty("scores").GetProperty("food").ValueKind.ShouldBe(JsonValueKind.Null);
        results[0].GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()).ShouldContain(reason => reason!.Contains("Hoi An"));
    }

    [Fact]
    public async Task an_address_that_asks_too_often_is_told_so_and_this_machine_is_not_counted()
    {
        using var outside = app.NewClient();
        outside.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        HttpResponseMessage answer;
        var asked = 0;
        do
        {
            answer = await outside.PostAsync("/api/v1/recommendations", new StringContent("[]", System.Text.Encoding.UTF8, "application/json"));
        }
        while (answer.StatusCode == HttpStatusCode.BadRequest && ++asked < 1_000);

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        asked.ShouldBe(120);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await AskAsync("[]")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task each_result_says_whether_it_is_an_answer_so_that_a_caller_sees_where_they_end()
    {
        var (_, body) = await AskAsync("""{"locations":["Hà Giang"],"durations":[3],"budget":{"max":3400000,"currency":"VND","firm":true},"top":50}""");

        var matches = body.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("match").GetString()).ToList();
        matches[0].ShouldBe("answers");
        matches.Distinct().ShouldBe(["answers", "near", "elsewhere"]);
        body.GetProperty("nothing_fits").GetBoolean().ShouldBeFalse();
        body.GetProperty("relaxations").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"locations":["Ba Bể"],"party":{"adults":2,"children":1,"ages":[6]},"language":"en","top":50}""")]
    [InlineData("""{"locations":["Ba Bể"],"party":{"adults":2,"children":1},"notes":"our son is 6","language":"en","top":50}""")]
    [InlineData("""{"free_text":"Ba Be lake, 2 adults and a girl of 6","top":50}""")]
    public async Task no_tour_that_takes_no_child_so_young_comes_before_others(string json)
    {
        var results = (await AskAsync(json)).Body.GetProperty("results").EnumerateArray().ToList();
        var tooYoung = results.Select(result => result.GetProperty("reasons").EnumerateArray().Any(reason => reason.GetString()!.Contains("so not a child of 6", StringComparison.Ordinal))).ToList();

        tooYoung.ShouldContain(true);
        tooYoung[0].ShouldBeFalse();
        results.Where((_, i) => tooYoung[i]).ShouldAllBe(result => result.GetProperty("match").GetString() == "unwanted");
    }

    [Theory]
    [InlineData("en", "With any price, ")]
    [InlineData("vi", "Nếu không giới hạn giá thì ")]
    public async Task where_nothing_fits_it_offers_wishes_to_give_up(string language, string offer)
    {
        var (_, body) = await AskAsync($$"""{"locations":["Hội An"],"durations":[3],"budget":{"max":100000,"currency":"VND","firm":true},"language":"{{language}}"}""");

        body.GetProperty("nothing_fits").GetBoolean().ShouldBeTrue();
        var first = body.GetProperty("relaxations")[0];
        first.GetProperty("drop").EnumerateArray().Select(wish => wish.GetString()).ShouldBe(["budget"]);
        first.GetProperty("brings").GetInt32().ShouldBeGreaterThan(0);
        first.GetProperty("sentence").GetString()!.ShouldStartWith(offer);
    }

    [Fact]
    public async Task reasons_come_in_the_language_of_the_wishes()
    {
        var (_, body) = await AskAsync("""{"locations":["Huế"],"language":"vi","top":1}""");

        body.GetProperty("results")[0].GetProperty("reasons")[0].GetString().ShouldBe("Đến Huế");
    }

    [Fact]
    public async Task ten_come_unless_asked_otherwise() => (await AskAsync("{}")).Body.GetProperty("results").GetArrayLength().ShouldBe(10);

    [Theory]
    [InlineData("""{"budget":{"max":-3}}""", "budget.max")]
    [InlineData("""{"top":0}""", "top")]
    [InlineData("""{"weights":{"locations":0,"duration":0,"budget":0,"transportation":0,"food":0,"activities":0,"accommodation":0}}""", "weights")]
    [InlineData("""{"dates":{"from":"0001-01-01"}}""", "dates.from")]
    [InlineData("""{"dates":{"from":"2026-05-01","to":"9999-12-31"}}""", "dates.to")]
    [InlineData("""{"dates":{"from":"2026-02-31"}}""", "dates.from")]
    [InlineData("""{"party":{"adults":2,"children":1,"ages":[4,9]}}""", "party.ages")]
    [InlineData("""{"party":{"adults":2,"children":1,"ages":[18]}}""", "party.ages")]
    [InlineData("""{"party":{"adults":2,"children":1,"ages":["6"]}}""", "party.ages")]
    [InlineData("""{"party":{"adults":2,"children":1,"ages":6}}""", "party.ages")]
    [InlineData("{oops", "$")]
    [InlineData("7", "$")]
    [InlineData("""{"\ud83d":1}""", "$")]
    [InlineData("""{"free_text":"\ud83d hue"}""", "free_text")]
    [InlineData("""{"food":["phở","\udc00"]}""", "food[1]")]
    [InlineData("""{"locations":["\ud83d"]}""", "locations[0]")]
    [InlineData("""{"durations":["\ud83d"]}""", "durations[0]")]
    public async Task a_bad_request_names_its_member(string json, string member)
    {
        var (status, body) = await AskAsync(json);

        status.ShouldBe(HttpStatusCode.BadRequest);
        body.GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldContain(member);
    }

    [Theory]
    [InlineData("""{"locations":["Da Nang","Qwertzuiopolis"]}""", "locations[1]", "no place that is known")]
    [InlineData("""{"locations":[{"name":"Qwertzuiopolis"}]}""", "locations[0].name", "no place that is known")]
    [InlineData("""{"start_location":"Qwertzuiopolis"}""", "start_location", "no place that is known")]
    [InlineData("""{"free_text":"3 days in Qwertzuiopolis"}""", "free_text", "Qwertzuiopolis")]
    [InlineData("""{"language":"tlh"}""", "language", "en, vi")]
    [InlineData("""{"dates":{"from":"2019-05-01","to":"2019-05-04"}}""", "dates.to", "in the past")]
    [InlineData("""{"dates":{"from":"2019-05-01"}}""", "dates.from", "in the past")]
    [InlineData("""{"free_text":"3 days in Hue from 30/2/2027"}""", "free_text", "30 February 2027")]
    [InlineData("""{"free_text":"hue 3 ngay, tu 31 thang 6 nam 2027"}""", "free_text", "31 June 2027")]
    public async Task what_is_hardly_meant_is_ranked_and_named(string json, string member, string said)
    {
        var (status, body) = await AskAsync(json);

        status.ShouldBe(HttpStatusCode.OK);
        body.GetProperty("results").GetArrayLength().ShouldBeGreaterThan(0);
        body.GetProperty("warnings").EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe(member);
        body.GetProperty("warnings").GetProperty(member)[0].GetString()!.ShouldContain(said);
    }

    [Fact]
    public async Task wishes_that_are_understood_bring_no_warnings() =>
        (await AskAsync("""{"locations":["Hoi An",{"name":"Hue"}],"start_location":"Saigon","language":"vi-VN","free_text":"3 ngày ở Huế, ăn chay"}""")).Body.GetProperty("warnings").EnumerateObject().ShouldBeEmpty();

    [Theory]
    [InlineData("vi-VN"), InlineData("VI"), InlineData("vi_VN")]
    public async Task a_language_may_come_with_its_region(string language) =>
        (await AskAsync($$"""{"locations":["Huế"],"language":"{{language}}","top":1}""")).Body.GetProperty("results")[0].GetProperty("reasons")[0].GetString().ShouldBe("Đến Huế");

    [Fact]
    public async Task bytes_that_are_no_text_are_refused_by_member()
    {
        using var client = app.NewClient();
        using var answer = await client.PostAsync("/api/v1/recommendations", new ByteArrayContent([.. "{\"notes\":\"a"u8, 0xFF, .. "\"}"u8]) { Headers = { ContentType = new("application/json") } });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("notes", out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"free_text":"3 days\u0000 in Hue"}""", "free_text"), InlineData("""{"locations":["Da Nang","Hu\u0000e"]}""", "locations[1]")]
    [InlineData("""{"locations":[{"name":"Hue","notes":"a\u0007b"}]}""", "locations[0].notes"), InlineData("""{"notes":"a\u009bb"}""", "notes"), InlineData("""{"id":"\u0000"}""", "id")]
    public async Task control_characters_are_refused_by_member(string json, string member)
    {
        var (status, body) = await AskAsync(json);

        status.ShouldBe(HttpStatusCode.BadRequest);
        body.GetProperty("errors").GetProperty(member)[0].GetString()!.ShouldContain("control characters");
    }

    [Fact]
    public async Task line_breaks_and_tabs_are_no_control_characters_of_that_kind() =>
        (await AskAsync("""{"notes":"a quiet room\r\n\twith a view","top":1}""")).Status.ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("text/plain", 415), InlineData("application/x-www-form-urlencoded", 415), InlineData("application/json; charset=utf-8", 200), InlineData("application/xml", 415)]
    public async Task another_kind_of_body_is_refused_in_the_same_form(string type, int status)
    {
        using var client = app.NewClient();
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await client.PostAsync("/api/v1/recommendations", content);

        ((int)answer.StatusCode).ShouldBe(status);
        if (status != 200)
        {
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetInt32().ShouldBe(status);
        }
    }

    [Theory]
    [InlineData("GET", "/api/v1/recommendations", 405), InlineData("GET", "/api/v1/nothing", 404)]
    public async Task a_wrong_address_or_method_is_told_in_the_same_form(string method, string path, int status)
    {
        using var client = app.NewClient();
        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task a_request_that_is_too_large_is_refused()
    {
        var (status, _) = await AskAsync($$"""{"x":"{{new string('a', 300_000)}}"}""");

        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task it_makes_no_traveller()
    {
        using var client = app.NewClient();
        using var answer = await client.PostAsync("/api/v1/recommendations", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));

        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task the_description_of_the_api_holds_the_api_and_nothing_else()
    {
        using var client = app.NewClient();
        var api = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        api.GetProperty("info").GetProperty("title").GetString().ShouldBe("TravelBuddy");
        api.GetProperty("info").GetProperty("description").GetString().ShouldNotBeNullOrWhiteSpace();
        api.GetProperty("paths").EnumerateObject().Select(path => path.Name).ShouldBe(["/api/v1/recommendations"]);
    }

    [Fact]
    public async Task the_description_names_every_wish_and_every_refusal()
    {
        using var client = app.NewClient();
        var api = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var operation = api.GetProperty("paths").GetProperty("/api/v1/recommendations").GetProperty("post");

        foreach (var status in new[] { "400", "413", "415", "429" })
        {
            operation.GetProperty("responses").GetProperty(status).GetProperty("content").TryGetProperty("application/problem+json", out _).ShouldBeTrue(status);
        }

        operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString().ShouldBe("#/components/schemas/RecommendationRequest");
        api.GetProperty("components").GetProperty("schemas").GetProperty("RecommendationRequest").GetProperty("properties").EnumerateObject().Select(member => member.Name).ShouldBe(
            ["id", "locations", "start_location", "durations", "dates", "party", "budget", "transportation", "food", "activities", "accommodation", "notes", "exclusions", "essentials", "language",
                "free_text", "weights", "top"],
            ignoreOrder: true);
    }

    [Fact]
    public async Task the_description_tells_what_a_match_is()
    {
        using var client = app.NewClient();
        var schemas = (await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("components").GetProperty("schemas");

        schemas.GetProperty("Match").GetProperty("enum").EnumerateArray().Select(value => value.GetString()).ShouldBe(["answers", "unsure", "near", "elsewhere", "unwanted"]);
        schemas.GetProperty("RecommendedPackage").GetProperty("properties").GetProperty("match").GetProperty("description").GetString()!.ShouldContain("elsewhere: it goes somewhere else");
    }
}
