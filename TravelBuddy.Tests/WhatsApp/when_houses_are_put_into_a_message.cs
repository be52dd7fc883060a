using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_houses_are_put_into_a_message(AppFixture app)
{
    private static readonly DateOnly Day = new(2026, 11, 3);

    [Theory]
    [InlineData("en", "Source (looked at 3 Nov 2026): "), InlineData("vi", "Nguồn (cập nhật ngày 03/11/2026): ")]
    public async Task each_of_the_best_three_has_the_address_of_the_page_that_tells_of_it(string language, string source)
    {
        FoundStay[] houses = [OfPage("one", Address(80)), OfPage("two", Address(90)), OfPage("three", Address(100)), OfPage("four", Address(60))];

        var body = await BodyAsync(language, houses);

        foreach (var house in houses[..3])
        {
            body.Split('\n').ShouldContain(source + house.Stay.Url);
        }

        body.ShouldNotContain(houses[3].Stay.Url!, Case.Sensitive, "it has a row");
    }

    [Fact]
    public async Task of_two_pages_each_is_named_with_what_it_says()
    {
        var (one, other) = (Address(40), Address(50));
        var house = new FoundStay(Some("both") with { Rating = 9.1, Ratings = 50 }, [new("one.example", one, Day), new("two.example", other, Day)], new Dictionary<StayFact, int> { [StayFact.Name] = 0, [StayFact.Place] = 0, [StayFact.Price] = 0, [StayFact.Rating] = 1 });

        (await BodyAsync("en", house)).Split('\n').Where(line => line.StartsWith("Source", StringComparison.Ordinal)).ShouldBe([$"Source of name, place, price (looked at 3 Nov 2026): {one}", $"Source of rating (looked at 3 Nov 2026): {other}"]);
    }

    [Fact]
    public async Task what_tells_nothing_that_is_shown_is_not_named()
    {
        var house = new FoundStay(Some("both") with { Phone = "0235 391 1234" }, [new("one.example", Address(40), Day), new("two.example", Address(50), Day)], new Dictionary<StayFact, int> { [StayFact.Name] = 0, [StayFact.Place] = 0, [StayFact.Price] = 0, [StayFact.Phone] = 1 });

        (await BodyAsync("en", house)).Split('\n').Count(line => line.StartsWith("Source", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("en", "Sources (looked at 3 Nov 2026): no. 4, 6 site.example; no. 5 (name, place, price) one.example; no. 5 (rating) two.example")]
    [InlineData("vi", "Nguồn (cập nhật ngày 03/11/2026): số 4, 6 site.example; số 5 (tên, vị trí, giá) one.example; số 5 (điểm đánh giá) two.example")]
    public async Task rows_behind_the_best_three_have_their_sources_by_their_numbers(string language, string sources)
    {
        var two = new FoundStay(Some("five") with { Rating = 9.1, Ratings = 50 }, [new("one.example", Address(40), Day), new("two.example", Address(50), Day)], new Dictionary<StayFact, int> { [StayFact.Name] = 0, [StayFact.Place] = 0, [StayFact.Price] = 0, [StayFact.Rating] = 1 });
        FoundStay[] houses = [.. new[] { "one", "two", "three", "four" }.Select(id => OfPage(id, Address(60))), two, OfPage("six", Address(60))];

        (await BodyAsync(language, houses)).Split('\n').ShouldContain(sources);
    }

    [Fact]
    public async Task a_sample_among_the_rows_is_told_to_be_one()
    {
        FoundStay[] houses = [.. new[] { "one", "two", "three" }.Select(id => OfPage(id, Address(60))), FoundStay.OfDirectory(Some("sample") with { IsSample = true })];

        (await BodyAsync("en", houses)).ShouldContain("Sample data");
    }

    [Fact]
    public async Task ten_houses_of_ten_pages_with_long_names_have_their_rows_and_sources()
    {
        FoundStay[] houses = [.. "abcdefghij".Select(c => FoundStay.Of(Some($"{c} {new string('n', 60)}") with { Url = Address(190) }, new StayOrigin($"{c}{new string('s', 40)}.example", Address(190), Day)))];

        var list = await ListAsync("vi", houses, ["pool", "quiet"], new Money(1_200_000, "VND"));

        list.Body.Length.ShouldBeLessThanOrEqualTo(Limits.InteractiveBody);
        list.Rows.Count.ShouldBe(10);
        Enumerable.Range(4, 7).ShouldAllBe(i => list.Body.Contains($"số {i} {"abcdefghij"[i - 1]}sss", StringComparison.Ordinal));
    }

    [Fact]
    public async Task an_entry_of_the_directory_names_who_brought_it_in_and_its_own_page()
    {
        var lines = (await BodyAsync("en", FoundStay.OfDirectory(Some("ours") with { Url = "https://lantern.example/" }))).Split('\n');

        lines.ShouldContain("Source: test, looked at 3 Nov 2026");
        lines.ShouldContain("Its own page: https://lantern.example/");
    }

    [Theory]
    [InlineData("javascript:alert(1)"), InlineData("ftp://lantern.example/"), InlineData("https://user:secret@lantern.example/")]
    public async Task what_is_no_address_of_a_page_leads_nowhere(string address)
    {
        var body = await BodyAsync("en", OfPage("bad", address), FoundStay.OfDirectory(Some("ours") with { Url = address }));

        body.ShouldNotContain(address);
        body.ShouldContain("Source: site.example, looked at 3 Nov 2026");
    }

    [Fact]
    public async Task a_sample_leads_nowhere_and_says_that_it_is_one()
    {
        var body = await BodyAsync("en", FoundStay.OfDirectory(Some("sample") with { IsSample = true, Url = "https://lantern.example/" }));

        body.ShouldNotContain("lantern.example");
        body.ShouldContain("Sample data");
    }

    /// <summary>Whatever their lengths: no address is cut, every name and price stays, and what is left out is left out as a whole.</summary>
    [Theory]
    [InlineData(40), InlineData(120), InlineData(180), InlineData(199), InlineData(400)]
    public async Task within_whatsapps_limit_no_address_is_cut(int length)
    {
        string[] wishes = ["pool", "quiet", "breakfast", "near-old-town", "wifi", "sea-view"];
        FoundStay[] houses = [.. new[] { "one", "two", "three" }.Select(id => OfPage(id, Address(length), Some($"{id} {new string('n', 60)}") with { Things = wishes }))];

        var body = await BodyAsync("vi", houses, wishes);

        body.Length.ShouldBeLessThanOrEqualTo(Limits.InteractiveBody);
        var lines = body.Split('\n');
        lines.Count(line => line.StartsWith("Nguồn", StringComparison.Ordinal)).ShouldBe(3);
        lines.Count(line => line.Contains("/đêm", StringComparison.Ordinal)).ShouldBe(3);
        lines.Count(line => line.Contains("3 đêm: ", StringComparison.Ordinal)).ShouldBe(3, "what all nights cost goes behind addresses");
        lines.Where(line => line.Contains("https://", StringComparison.Ordinal)).ShouldAllBe(line => houses.Any(house => line.EndsWith(house.Stay.Url!, StringComparison.Ordinal)));
        lines[^1].ShouldEndWith("trước khi đặt.");
    }

    [Theory]
    [InlineData("en", "💰 About $46 a night, estimated from your budget (write “forget the budget” to drop it)"), InlineData("vi", "💰 Khoảng 46 USD/đêm, ước tính theo ngân sách của bạn (nhắn “bỏ ngân sách” để bỏ)")]
    public async Task a_price_estimated_from_the_budget_is_told_as_such_however_little_room_there_is(string language, string told)
    {
        (await BodyAsync(language, [FoundStay.OfDirectory(Some("ours"))], [], new Money(1_200_000, "VND"))).Split('\n').ShouldContain(told);

        string[] many = ["pool", "quiet", "breakfast", "near-old-town", "wifi", "sea-view"];
        FoundStay[] long3 = [.. new[] { "one", "two", "three" }.Select(id => OfPage(id, Address(190), Some($"{id} {new string('n', 60)}") with { Things = many }))];
        (await BodyAsync(language, long3, many, new Money(1_200_000, "VND"))).ShouldSatisfyAllConditions(body => body.Split('\n').ShouldContain(told), body => body.Length.ShouldBeLessThanOrEqualTo(Limits.InteractiveBody));
    }

    [Theory]
    [InlineData("https://booking.com@evil.example/"), InlineData("javascript:alert(1)")]
    public async Task no_button_opens_an_address_that_hides_where_it_leads(string address)
    {
        var house = FoundStay.OfDirectory(Some("ours") with { Url = address });
        (await OneAsync(house)).ShouldBeOfType<TextMessage>();
        (await OneAsync(FoundStay.OfDirectory(Some("ours") with { Url = "https://lantern.example/" }))).ShouldBeOfType<LinkMessage>().Url.ShouldBe("https://lantern.example/");
    }

    private Task<string> BodyAsync(string language, params FoundStay[] houses) => BodyAsync(language, houses, []);

    private async Task<string> BodyAsync(string language, FoundStay[] houses, string[] wishes, Money? byBudget = null) => (await ListAsync(language, houses, wishes, byBudget)).Body;

    private async Task<ListMessage> ListAsync(string language, FoundStay[] houses, string[] wishes, Money? byBudget = null)
    {
        var search = Search(language, houses, wishes, byBudget);
        return (await Messages(search, houses).OfSearchAsync(search.Id, 1, language, TestContext.Current.CancellationToken)).ShouldBeOfType<ListMessage>();
    }

    private async Task<ChatMessage?> OneAsync(FoundStay house)
    {
        var search = Search("en", [house], []);
        return await Messages(search, [house]).OfOneAsync(search.Id, 1, false, "en", TestContext.Current.CancellationToken);
    }

    private StayMessages Messages(StaySearch search, FoundStay[] houses) =>
        new(new OneSearch(search, houses), new StayReadings(Repository.Gazetteer, Repository.Lexicon), app.Services.GetRequiredService<ICatalog>(), Repository.Lexicon, TimeProvider.System);

    private static StaySearch Search(string language, FoundStay[] houses, string[] wishes, Money? byBudget = null) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            TravellerId = Guid.CreateVersion7(),
            At = DateTimeOffset.UtcNow,
            Near = houses.Length,
            Wishes = new StayWishes { Language = language, Places = ["hoi-an"], Concepts = wishes, Currency = byBudget is null ? "VND" : "USD", EachByBudget = byBudget, Nights = 3 },
            Found = [.. houses.Select(house => new RankedStay(house.Stay.Id, 1, new StayScores(1, null, null, 1, 1), "hoi-an", 1, house.Stay.PriceLow, wishes, [], 0, Total: house.Stay.PriceLow is { } night ? night with { Amount = night.Amount * 3 } : null))],
        };

    private static FoundStay OfPage(string id, string url, Stay? stay = null) => FoundStay.Of((stay ?? Some(id)) with { Url = url }, new StayOrigin("site.example", url, Day));

    private static string Address(int length) => $"https://site.example/{Guid.NewGuid():N}".PadRight(length, 'x')[..Math.Max(length, 40)];

    private static Stay Some(string id) => new()
    {
        Id = id,
        Source = "test",
        Name = id,
        Kind = StayKind.Hotel,
        PlaceId = "hoi-an",
        Latitude = 15.88,
        Longitude = 108.33,
        PriceLow = new Money(700_000, "VND"),
        Checked = Day,
    };

    private sealed class OneSearch(StaySearch search, IReadOnlyList<FoundStay> houses) : IStaySearches
    {
        public Task<StaySearch?> ReadAsync(Guid id, CancellationToken ct) => Task.FromResult<StaySearch?>(search);

        public Task<IReadOnlyDictionary<string, FoundStay>> StaysAsync(StaySearch of, CancellationToken ct) =>
            Task.FromResult<IReadOnlyDictionary<string, FoundStay>>(houses.ToDictionary(house => house.Stay.Id, StringComparer.Ordinal));

        public Task<StaySearch> SearchAsync(Guid travellerId, string? packageId, StayWishes wishes, CancellationToken ct, string? address = null) => throw new NotSupportedException();

        public Task<StaySearch> WithoutAsync(StaySearch of, StayWishes wishes, CancellationToken ct, string? address = null) => throw new NotSupportedException();

        public Task<StaySearch?> FindAsync(Guid id, Guid travellerId, CancellationToken ct) => throw new NotSupportedException();

        public bool IsRunning(StaySearch of) => false;

        public Task WaitAsync(Guid id, CancellationToken ct) => Task.CompletedTask;
    }
}
