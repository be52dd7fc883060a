using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Tests.Accommodation;

public sealed class when_places_to_stay_are_imported(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly string _source = $"Partner {Guid.NewGuid():N}";

    [Fact]
    public async Task good_lines_go_in_and_bad_ones_are_refused_with_what_is_wrong()
    {
        var report = await ImportAsync(
            """{"id":"a","name":"Nhà An","kind":"homestay","place":"a-luoi","lat":16.27,"lon":107.23,"price_low":400000,"currency":"vnd","things":["pool"],"checked":"2026-10-01"}""",
            """{"id":"b","name":"No kind","place":"a-luoi","checked":"2026-10-01"}""",
            """{"id":"c","name":"Nowhere","kind":"hotel","place":"Atlantis","checked":"2026-10-01"}""",
            "no json",
            """{"id":"d","name":"Odd","kind":"castle","place":"a-luoi","checked":"2026-10-01"}""");

        (report.Read, report.Added, report.Refused).ShouldBe((5, 1, 4));
        report.Problems.Select(problem => problem.Line).ShouldBe([2, 3, 4, 5]);
        report.Problems[0].Message.ShouldStartWith("kind is missing: one of hotel");
        report.Problems[1].Message.ShouldContain("Atlantis");
        report.Problems[2].Message.ShouldBe("The line is not a JSON object.");
        report.Problems[3].Message.ShouldStartWith("kind cannot be read");
        var stay = (await StoredAsync("a")).ShouldNotBeNull();
        (stay.PriceLow, stay.Things.ShouldHaveSingleItem(), stay.IsSample, stay.IsPointKnown).ShouldBe((new Money(400_000, "VND"), "pool", false, true));
    }

    [Fact]
    public async Task an_address_that_hides_where_it_leads_is_left_out()
    {
        var report = await ImportAsync("""{"id":"hidden","name":"Nhà An","kind":"hotel","place":"A Lưới","url":"https://booking.com@evil.example/","checked":"2026-10-01"}""");

        report.Problems.ShouldContain(problem => problem.Message.StartsWith("url is no", StringComparison.Ordinal));
        (await StoredAsync("hidden")).ShouldNotBeNull().Url.ShouldBeNull();
    }

    [Fact]
    public async Task what_cannot_be_used_is_left_out_and_told()
    {
        var report = await ImportAsync("""{"id":"a","name":"Nhà An","kind":"hotel","place":"A Lưới","lat":1,"lon":2,"stars":9,"rating":88,"price_low":5,"currency":"XXX","things":["pool","moat"],"url":"javascript:alert(1)","checked":"2026-10-01"}""");

        report.Added.ShouldBe(1);
        report.Problems.Select(problem => problem.Message.Split(' ')[0]).ShouldBe(["lat", "price_low", "things", "stars", "rating", "url"], ignoreOrder: true);
        var stay = (await StoredAsync("a")).ShouldNotBeNull();
        (stay.PlaceId, stay.Stars, stay.Rating, stay.PriceLow, stay.Url).ShouldBe(("a-luoi", null, null, null, null));
    }

    [Theory]
    [InlineData(""), InlineData("\"lat\":16.27,"), InlineData("\"lat\":1,\"lon\":2,"), InlineData("\"lat\":107.23,\"lon\":16.27,")]
    public async Task without_a_point_near_there_it_is_said_of_no_house_where_exactly_it_stands(string point)
    {
        await ImportAsync($$"""{"id":"a","name":"Nhà An","kind":"homestay","place":"a-luoi",{{point}}"checked":"2026-10-01"}""");

        (await StoredAsync("a")).ShouldNotBeNull().IsPointKnown.ShouldBeFalse();
    }

    [Fact]
    public async Task the_same_file_twice_changes_nothing_and_a_changed_line_that_alone()
    {
        const string First = """{"id":"a","name":"Nhà An","kind":"hotel","place":"a-luoi","lat":16.27,"lon":107.23,"checked":"2026-10-01"}""";
        const string Second = """{"id":"b","name":"Nhà Ba","kind":"hotel","place":"a-luoi","lat":16.27,"lon":107.23,"checked":"2026-10-01"}""";
        await ImportAsync(First, Second);

        var again = await ImportAsync(First, Second);
        var changed = await ImportAsync(First.Replace("Nhà An", "Nhà Anh", StringComparison.Ordinal), Second);

        (again.Added, again.Changed, again.Unchanged).ShouldBe((0, 0, 2));
        (changed.Added, changed.Changed, changed.Unchanged).ShouldBe((0, 1, 1));
        (await StoredAsync("a")).ShouldNotBeNull().Name.ShouldBe("Nhà Anh");
    }

    [Fact]
    public async Task two_sources_may_use_the_same_ids()
    {
        const string Line = """{"id":"a","name":"Nhà An","kind":"hotel","place":"a-luoi","checked":"2026-10-01"}""";
        await ImportAsync(Line);

        var other = await app.Services.GetRequiredService<StayImport>().ImportAsync(new StringReader(Line), new StaySupplier(_source + " other"), Ct);

        other.Added.ShouldBe(1);
    }

    [Fact]
    public async Task nobody_looked_at_a_house_on_a_day_to_come()
    {
        var today = TimeProvider.System.TodayInVietNam();

        var report = await ImportAsync(Seen("a", today), Seen("b", today.AddDays(1)));

        (report.Added, report.Refused).ShouldBe((1, 1));
        report.Problems.ShouldHaveSingleItem().ShouldBe(new StayProblem(2, "b", true, $"checked is after today ({today:yyyy-MM-dd}): it is the day its facts were last looked at."));

        static string Seen(string id, DateOnly day) => $$"""{"id":"{{id}}","name":"Nhà An","kind":"hotel","place":"a-luoi","lat":16.27,"lon":107.23,"checked":"{{day:yyyy-MM-dd}}"}""";
    }

    private Task<StayImportReport> ImportAsync(params string[] lines) => app.Services.GetRequiredService<StayImport>().ImportAsync(new StringReader(string.Join('\n', lines)), new StaySupplier(_source), Ct);

    private async Task<Stay?> StoredAsync(string id)
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.LoadAsync<Stay>($"{StaySupplier.SlugOf(_source)}~{id}", Ct);
    }
}
