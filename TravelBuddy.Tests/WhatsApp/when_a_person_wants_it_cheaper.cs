using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_person_wants_it_cheaper(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Da Nang 4 days", "cheaper")]
    [InlineData("Đà Nẵng 4 ngày", "rẻ hơn đi")]
    public async Task what_comes_costs_less_than_every_card_that_was_shown(string wish, string cheaper)
    {
        var phone = await AskedAsync(wish);
        var shown = await BestAsync(phone, 3);
        await phone.SayAsync(cheaper);
        await phone.AnswerAsync("🔎");

        (await BestAsync(phone, 1)).ShouldHaveSingleItem().PriceVnd!.Value.ShouldBeLessThan(shown.Min(tour => tour.PriceVnd)!.Value);
    }

    [Theory]
    [InlineData("đà lạt 3 ngày, tầm 3 triệu", "có gì rẻ hơn k", "Muốn rẻ hơn nữa thì phải bớt một điều", "Mấy ngày")]
    [InlineData("Da Lat 3 days, about 3 million dong", "anything cheaper?", "For less, something has to give way", "Any length")]
    public async Task where_nothing_cheaper_fits_that_is_said_with_what_a_wish_given_up_would_bring(string wish, string cheaper, string said, string button)
    {
        var phone = await AskedAsync(wish);
        var (cheapest, before) = ((await BestAsync(phone, 3)).MinBy(tour => tour.PriceVnd)!, await phone.TripAsync());
        await phone.SayAsync(cheaper);

        var offer = await phone.AnswerAsync(said);
        ChatPhone.Text(offer).ShouldContain(cheapest.Title);
        IsAsBefore(await phone.TripAsync(), before);
        await phone.TapAsync(offer, button);
        await phone.AnswerAsync("🔎");
        (await phone.TripAsync()).Durations.ShouldBeEmpty();
        (await BestAsync(phone, 1)).ShouldHaveSingleItem().PriceVnd!.Value.ShouldBeLessThan(cheapest.PriceVnd!.Value);
    }

    [Theory]
    [InlineData("Hue 3 days", "cheaper", "• With any length", "Nearest: ")]
    [InlineData("Huế 3 ngày", "rẻ hơn đi", "• Nếu đổi số ngày", "Gần nhất: ")]
    [InlineData("half a day food tour in Hanoi", "cheaper", "• With anything to do", "Nearest: ")]
    [InlineData("food tour Hà Nội nửa ngày", "mắc dữ vậy", "• Nếu chơi gì cũng được", "Gần nhất: ")]
    [InlineData("Da Lat 3 days, about 3 million dong", "anything cheaper?", "• With any place", "Nearest: ")]
    [InlineData("đà lạt 3 ngày, tầm 3 triệu", "có gì rẻ hơn k", "• Nếu đi nơi khác", "Gần nhất: ")]
    public async Task a_wish_that_may_be_given_up_for_it_comes_with_a_tour_that_costs_less(string wish, string cheaper, string offered, string nearest)
    {
        var phone = await AskedAsync(wish);
        await phone.SayAsync(cheaper);

        var lines = ChatPhone.Text(await phone.AnswerAsync(offered)).Split('\n');
        var named = lines[Array.FindIndex(lines, line => line.StartsWith(offered, StringComparison.Ordinal)) + 1];
        named.ShouldStartWith("   ↳ " + nearest);
        named.ShouldMatch(@" · .*(₫|\$)");
        (await NamedAsync(named)).PriceVnd!.Value.ShouldBeLessThan((await NamedAsync(lines[0])).PriceVnd!.Value);
    }

    [Theory]
    [InlineData("Hue 3 days", "cheaper", "The cheapest that fits is")]
    [InlineData("Huế 3 ngày", "rẻ hơn đi", "Trong các tour hợp ý thì rẻ nhất là")]
    public async Task a_card_that_takes_another_number_of_days_is_not_called_the_cheapest_that_fits(string wish, string cheaper, string said)
    {
        var phone = await AskedAsync(wish);
        var cards = await BestAsync(phone, 3);
        await phone.SayAsync(cheaper);

        var offer = ChatPhone.Text(await phone.AnswerAsync(said));
        cards.ShouldContain(tour => tour.DurationDays < 3 && tour.PriceVnd < cards.Where(other => other.DurationDays == 3).Min(other => other.PriceVnd));
        offer.ShouldContain(cards.Where(tour => tour.DurationDays == 3).MinBy(tour => tour.PriceVnd)!.Title);
    }

    [Theory]
    [InlineData("half a day food tour in Hanoi", "cheaper", "The cheapest that fits is", "food")]
    [InlineData("food tour Hà Nội nửa ngày", "mắc dữ vậy", "Trong các tour hợp ý thì rẻ nhất là", "food")]
    public async Task the_kind_of_tour_that_was_asked_for_is_kept_and_given_up_only_by_who_says_so(string wish, string cheaper, string said, string kind)
    {
        var phone = await AskedAsync(wish);
        var before = await phone.TripAsync();
        await phone.SayAsync(cheaper);

        await phone.AnswerAsync(said);
        IsAsBefore(await phone.TripAsync(), before);
        (await BestAsync(phone, 1)).ShouldHaveSingleItem().Activities.Concat(await TitlesAsync(phone)).ShouldContain(text => text.Contains(kind, StringComparison.OrdinalIgnoreCase) || text.Contains("Ăn vặt", StringComparison.Ordinal));
    }

    /// <summary>Nothing is given up, and no other list is made; that it should be cheap is remembered where no price was named.</summary>
    private static void IsAsBefore(Trip now, Trip before)
    {
        (now with { Version = before.Version, Accommodation = before.Accommodation }).ShouldBeEquivalentTo(before);
        now.Accommodation.Concepts.Except(before.Accommodation.Concepts).ShouldBe(before.Budget is null ? ["cheap-tour"] : []);
    }

    [Theory]
    [InlineData("half a day food tour in Hanoi", "cheaper", "The cheapest that fits is", "what about Hue?")]
    [InlineData("food tour Hà Nội nửa ngày", "mắc dữ vậy", "Trong các tour hợp ý thì rẻ nhất là", "rứa đi Huế thì răng")]
    public async Task who_found_the_cheapest_too_dear_is_shown_cheap_tours_elsewhere_too(string wish, string cheaper, string said, string elsewhere)
    {
        var phone = await AskedAsync(wish);
        await phone.SayAsync(cheaper);
        await phone.AnswerAsync(said);
        await phone.SayAsync(elsewhere);
        await phone.AnswerAsync("🔎");

        (await phone.TripAsync()).Accommodation.Concepts.ShouldContain("cheap-tour");
    }

    [Theory]
    [InlineData("Da Lat 3 days", "too expensive", "The cheapest that fits is", "what about Hue?")]
    [InlineData("má muốn đi Đà Lạt chơi 3 bữa", "mắc dữ thần, bớt hông con", "Trong các tour hợp ý thì rẻ nhất là", "rứa đi Huế thì răng")]
    [InlineData("da lat 3 ngay", "dat qua", "Trong các tour hợp ý thì rẻ nhất là", "the di hue thi sao")]
    public async Task a_price_that_was_found_too_dear_is_the_limit_at_the_next_place(string wish, string dear, string said, string elsewhere)
    {
        var phone = await AskedAsync(wish);
        await phone.SayAsync(dear);
        var tooDear = (await NamedAsync(ChatPhone.Text(await phone.AnswerAsync(said)).Split('\n')[0])).PriceVnd!.Value;
        await phone.SayAsync(elsewhere);
        await phone.AnswerAsync("🔎");

        var limit = (await phone.TripAsync()).Budget.ShouldNotBeNull();
        app.Services.GetRequiredService<ICatalog>().Rates.ToVnd(new Money(limit.Max!.Value, limit.Currency))!.Value.ShouldBe(tooDear, tooDear / 100);
        (await BestAsync(phone, 1)).ShouldHaveSingleItem().PriceVnd!.Value.ShouldBeLessThanOrEqualTo(tooDear);
    }

    [Theory]
    [InlineData("Da Lat 3 days, about 3 million dong", "anything cheaper?", "For less, something has to give way")]
    [InlineData("đà lạt 3 ngày, tầm 3 triệu", "có gì rẻ hơn k", "Muốn rẻ hơn nữa thì phải bớt một điều")]
    public async Task no_day_trip_is_named_the_nearest_to_three_days_while_something_nearer_is(string wish, string cheaper, string said)
    {
        var phone = await AskedAsync(wish);
        await phone.SayAsync(cheaper);

        var named = ChatPhone.Text(await phone.AnswerAsync(said)).Split('\n').Where(line => line.Contains('↳', StringComparison.Ordinal)).ToList();
        named.ShouldNotBeEmpty();
        foreach (var line in named)
        {
            (await NamedAsync(line)).DurationDays!.Value.ShouldBeGreaterThanOrEqualTo(1.5);
        }
    }

    private async Task<IReadOnlyList<string>> TitlesAsync(ChatPhone phone) => [.. (await BestAsync(phone, 1)).Select(tour => tour.Title)];

    private async Task<ChatPhone> AskedAsync(string wish)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.AnswerAsync("🔎");
        await phone.ListAsync();
        return phone;
    }

    /// <summary>The tour that a line names by its title, which may be cut.</summary>
    private async Task<TourPackage> NamedAsync(string line)
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return (await session.Query<TourPackage>().ToListAsync(Ct)).Where(tour => line.Contains(tour.Title[..Math.Min(60, tour.Title.Length)], StringComparison.Ordinal)).ShouldHaveSingleItem();
    }

    /// <summary>The first tours of the newest list.</summary>
    private async Task<IReadOnlyList<TourPackage>> BestAsync(ChatPhone phone, int count)
    {
        var trip = await phone.TripAsync();
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var list = (await session.LoadAsync<RecommendationList>(trip.LatestListId!.Value, Ct)).ShouldNotBeNull();
        return await session.LoadManyAsync<TourPackage>(Ct, list.Packages.Take(count).Select(ranked => ranked.PackageId));
    }
}
