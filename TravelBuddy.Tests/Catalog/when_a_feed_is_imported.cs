using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Feeds;

namespace TravelBuddy.Tests.Catalog;

public sealed class when_a_feed_is_imported(OwnCatalogue app) : IClassFixture<OwnCatalogue>
{
    private readonly string _provider = $"Feed test {Guid.NewGuid():N} (sample)";

    [Fact]
    public async Task a_good_line_becomes_a_package_with_its_places_and_price_in_VND()
    {
        var report = await ImportAsync("""{"id":"a1","title":"Đà Nẵng – Hội An 3N2Đ","locations":["Da Nang","Hội An"],"start_location":"TP.HCM","duration_days":3,"nights":2,"price_amount":200,"price_currency":"usd","language":"vi","booking_url":"https://agency.example/a1","unknown_member":{"x":1}}""");

        report.ShouldSatisfyAllConditions(() => report.Added.ShouldBe(1), () => report.Refused.ShouldBe(0), () => report.Lines.ShouldBeEmpty());
        var package = await PackageAsync("a1");
        package.Locations.Select(place => place.PlaceId).ShouldBe(["da-nang", "hoi-an"]);
        package.Start!.PlaceId.ShouldNotBeNull();
        package.Price.ShouldBe(new Money(200, "USD"));
        package.PriceVnd.ShouldBe(200 * app.Services.GetRequiredService<ExchangeRates>().ToVnd(new Money(1, "USD")));
    }

    [Fact]
    public async Task the_same_file_twice_changes_nothing()
    {
        const string line = """{"id":"b1","title":"Sa Pa trek"}""";
        var first = await ImportAsync(line);
        var second = await ImportAsync(line);

        second.Unchanged.ShouldBe(1);
        second.Added.ShouldBe(0);
        second.CatalogVersion.ShouldBe(first.CatalogVersion);
    }

    [Fact]
    public async Task a_changed_record_replaces_the_package_and_raises_the_version()
    {
        var first = await ImportAsync("""{"id":"c1","title":"Huế một ngày"}""");
        var second = await ImportAsync("""{"id":"c1","title":"Huế hai ngày"}""");

        second.Changed.ShouldBe(1);
        second.CatalogVersion.ShouldBeGreaterThan(first.CatalogVersion);
        (await PackageAsync("c1")).Title.ShouldBe("Huế hai ngày");
    }

    [Fact]
    public async Task a_record_that_leaves_out_what_the_package_had_is_taken_as_it_is_but_warned_of()
    {
        const string whole = """{"id":"lost1","title":"Huế hai ngày","locations":["Huế"],"duration_days":2,"price_amount":100,"price_currency":"USD"}""";
        await ImportAsync(whole);

        var report = await ImportAsync("""{"id":"lost2","title":"Another"}""", """{"id":"lost1","title":"A quiet tour"}""");

        var warning = report.Lines.Where(line => line.PackageId == "lost1").Select(line => (line.Line, line.Refused, line.Message)).ShouldHaveSingleItem();
        (warning.Line, warning.Refused).ShouldBe((2, false));
        warning.Message.ShouldEndWith(": locations, duration_days, price_amount.");
        (await PackageAsync("lost1")).Price.ShouldBeNull("a line is the whole record");
        (await ImportAsync(whole)).Lines.ShouldNotContain(line => line.Message.Contains("gone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task bad_lines_are_refused_by_number_and_the_rest_goes_in()
    {
        var report = await ImportAsync("not json", """{"id":"d1"}""", """["d"]""", """{"id":"d2","title":"Good"}""");

        report.Read.ShouldBe(4);
        report.Refused.ShouldBe(3);
        report.Added.ShouldBe(1);
        report.Lines.Where(line => line.Refused).Select(line => line.Line).ShouldBe([1, 2, 3]);
    }

    [Theory]
    [InlineData("price_amount", "-5")]
    [InlineData("duration_days", "\"many\"")]
    [InlineData("duration_days", "4000")]
    [InlineData("available_from", "\"tomorrow\"")]
    [InlineData("booking_url", "\"javascript:alert(1)\"")]
    [InlineData("image_url", "\"ftp://x/y.jpg\"")]
    [InlineData("locations", "7")]
    public async Task an_unusable_member_is_left_out_and_named(string member, string value)
    {
        var report = await ImportAsync($$"""{"id":"e-{{member}}","title":"Tour","{{member}}":{{value}}}""");

        report.Added.ShouldBe(1);
        report.Lines.Count.ShouldBe(1);
        report.Lines[0].Message.ShouldStartWith(member);
        report.Lines[0].Refused.ShouldBeFalse();
    }

    [Fact]
    public async Task markup_and_entities_in_texts_become_plain_text()
    {
        await ImportAsync("""{"id":"f1","title":"Hạ Long &amp; <b>Cát Bà</b>","description":"One<br>two<script>alert(1)</script>"}""");

        var package = await PackageAsync("f1");
        package.Title.ShouldBe("Hạ Long & Cát Bà");
        package.Description.ShouldBe("One\ntwo alert(1)");
    }

    [Fact]
    public async Task a_record_without_id_keeps_the_same_id_at_the_next_import()
    {
        const string line = """{"title":"Nameless tour"}""";
        await ImportAsync(line);

        (await ImportAsync(line)).Unchanged.ShouldBe(1);
    }

    [Fact]
    public async Task a_record_without_id_is_named_in_the_report()
    {
        var report = await ImportAsync("""{"title":"Tour without a number"}""", """{"id":"o1","title":"Tour with one"}""");

        var line = report.Lines.ShouldHaveSingleItem();
        (line.Line, line.Refused).ShouldBe((1, false));
        line.Message.ShouldStartWith("id is missing; ");
        line.PackageId.ShouldNotBeNull().ShouldStartWith("auto-");
    }

    [Fact]
    public async Task what_travellers_will_miss_is_counted()
    {
        var report = await ImportAsync(
            """{"id":"m1","title":"A tour"}""",
            """{"id":"m2","title":"A tour","locations":["Huế"],"contact_phone":"+84 000 000 105"}""",
            """{"id":"m3","title":"A tour","duration_days":2,"booking_url":"https://agency.example/m3"}""");

        (report.Bare, report.Unbookable, report.WithoutProvider).ShouldBe((1, 1, 0));
    }

    [Theory]
    [InlineData("""{"id":"t1","title":"Tour","bookable":false}"""), InlineData("""{"id":"t1","bookable":false}"""), InlineData("""{"id":"t1","bookable":"false"}""")]
    public async Task a_feed_takes_a_package_out_and_brings_it_back(string gone)
    {
        const string line = """{"id":"t1","title":"Tour"}""";
        await ImportAsync(line);
        (await PackageAsync("t1")).Bookable.ShouldBeTrue();

        Counts(await ImportAsync(gone)).ShouldBe((1, 0, 1, 0, 0, 0));
        (await PackageAsync("t1")).ShouldSatisfyAllConditions(package => package.Bookable.ShouldBeFalse(), package => package.Title.ShouldBe("Tour"));
        Counts(await ImportAsync(gone)).ShouldBe((1, 0, 0, 1, 0, 0));

        Counts(await ImportAsync(line)).ShouldBe((1, 0, 1, 0, 0, 0));
        (await PackageAsync("t1")).Bookable.ShouldBeTrue();
    }

    [Fact]
    public async Task what_is_not_there_cannot_be_taken_out()
    {
        var report = await ImportAsync("""{"id":"nobody","bookable":false}""", """{"id":"u1","title":"Tour","bookable":"perhaps"}""");

        report.Lines.Select(line => (line.Line, line.Refused, line.Message)).ShouldBe([
            (1, true, "There is no package of this provider and id to take out."), (2, false, "bookable should be true or false; it is left out.")], ignoreOrder: true);
    }

    [Fact]
    public async Task an_unknown_currency_is_shown_but_not_compared()
    {
        var report = await ImportAsync("""{"id":"g1","title":"Tour","price_amount":10,"price_currency":"XTS"}""");

        report.Lines.Single().Message.ShouldContain("XTS");
        var package = await PackageAsync("g1");
        package.Price.ShouldBe(new Money(10, "XTS"));
        package.PriceVnd.ShouldBeNull();
    }

    [Fact]
    public async Task an_id_that_comes_twice_with_other_content_is_named_and_the_later_one_counts()
    {
        var report = await ImportAsync("""{"id":"h1","title":"First"}""", """{"id":"h1","title":"Second"}""", """{"id":"h1","title":"Second"}""");

        report.Lines.Select(line => (line.Line, line.Refused, line.Message)).ShouldBe([
            (2, false, "line 2: id h1 was already on line 1; the later one counts."), (3, false, "line 3: id h1 was already on line 2, with the same content.")]);
        (await PackageAsync("h1")).Title.ShouldBe("Second");
    }

    [Fact]
    public async Task every_record_is_counted_once_as_what_became_of_it()
    {
        const string first = """{"id":"k1","title":"One"}""", second = """{"id":"k2","title":"Two"}""", other = """{"id":"k1","title":"Another"}""";
        await ImportAsync(first, second);

        Counts(await ImportAsync(first, other, second, first, "{", """{"id":"k3","title":"Three"}""", """{"id":"k3","title":"III"}""")).ShouldBe((7, 1, 0, 2, 3, 1));
        Counts(await ImportAsync(first, other)).ShouldBe((2, 0, 1, 0, 1, 0));
        Counts(await ImportAsync(other, other)).ShouldBe((2, 0, 0, 1, 1, 0));
    }

    [Fact]
    public async Task a_repeated_id_is_counted_once_however_far_apart_its_lines_are()
    {
        var many = Enumerable.Range(0, 1_100).Select(i => $$"""{"id":"m{{i % 600}}","title":"Tour {{i}}"}""").ToArray();

        Counts(await ImportAsync(many)).ShouldBe((1_100, 600, 0, 0, 500, 0));
        (await PackageAsync("m0")).Title.ShouldBe("Tour 600");
        Counts(await ImportAsync(many)).ShouldBe((1_100, 0, 0, 600, 500, 0));
    }

    [Theory]
    [InlineData("en-GB", "en", 0), InlineData("VI", "vi", 0), InlineData("English", "en", 1)]
    public async Task the_language_is_kept_as_its_code(string given, string kept, int problems)
    {
        var report = await ImportAsync($$"""{"id":"l-{{given}}","title":"Tour","language":"{{given}}"}""");

        report.Lines.Count.ShouldBe(problems);
        (await PackageAsync($"l-{given}")).Language.ShouldBe(kept);
    }

    [Theory]
    [InlineData("Hội An lantern night", "Walk the old town of Hội An with a Đà Nẵng guide, café stop included.", "en")]
    [InlineData("Hội An về đêm", "Dạo phố cổ Hội An cùng hướng dẫn viên.", "vi")]
    [InlineData("Tour Sa Pa 3N2D", "Ngam ruong bac thang, ngu o nha dan.", "vi")]
    public async Task the_language_of_a_tour_that_names_none_is_read_from_its_words(string title, string description, string language)
    {
        var id = $"w-{Guid.NewGuid():N}";
        await ImportAsync($$"""{"id":"{{id}}","title":"{{title}}","description":"{{description}}"}""");

        (await PackageAsync(id)).Language.ShouldBe(language);
    }

    [Theory]
    [InlineData("""{"id":"n1","title":"half \ud83d of it"}"""), InlineData("""{"id":"n1","title":"Tour","\udc00":1}""")]
    public async Task text_that_is_no_Unicode_is_refused_by_its_line(string line)
    {
        var report = await ImportAsync(line, """{"id":"n2","title":"Good"}""");

        Counts(report).ShouldBe((2, 1, 0, 0, 0, 1));
        report.Lines.ShouldHaveSingleItem().Message.ShouldContain("no Unicode text");
    }

    [Fact]
    public async Task a_place_that_is_not_known_is_named() =>
        (await ImportAsync("""{"id":"i1","title":"Tour","locations":["Hội An","Atlantis"]}""")).Lines.ShouldHaveSingleItem()
            .Message.ShouldBe("place 'Atlantis' is not in the gazetteer; it matches only its own name.");

    [Fact]
    public async Task a_line_that_is_no_JSON_is_told_in_plain_words() =>
        (await ImportAsync("""{"id":"j1",}""")).Lines.ShouldHaveSingleItem().Message.ShouldStartWith("Is not valid JSON from byte ");

    private static (int Read, int Added, int Changed, int Unchanged, int Repeated, int Refused) Counts(ImportReport report)
    {
        (report.Added + report.Changed + report.Unchanged + report.Repeated + report.Refused).ShouldBe(report.Read);
        return (report.Read, report.Added, report.Changed, report.Unchanged, report.Repeated, report.Refused);
    }

    private Task<ImportReport> ImportAsync(params string[] lines) =>
        app.Services.GetRequiredService<FeedImport>().ImportAsync(new StringReader(string.Join('\n', lines)), new FeedSource("test.jsonl", "jsonl", _provider, Sample: true), TestContext.Current.CancellationToken);

    private async Task<TourPackage> PackageAsync(string sourceId)
    {
        var catalog = app.Services.GetRequiredService<CachedCatalog>();
        catalog.Refresh();
        var id = $"{PackageFactory.Slug(_provider)}~{sourceId}";
        return (await catalog.PackagesAsync([id], TestContext.Current.CancellationToken))[id];
    }
}
