using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Tests.Pages.Recommendations;

/// <summary>Thumbs, "like this but", sliders and dropped wishes, all without JavaScript.</summary>
public sealed class when_a_traveller_answers_a_list(AppFixture app)
{
    private static Wishes DaNang(Wishes wishes) => wishes with { Places = [new PlaceWish("da-nang", null)], Durations = [new DurationWish(1, 4)] };

    [Fact]
    public async Task a_thumb_is_kept_and_shown()
    {
        using var traveller = await TravellerWithList.NewAsync(app, DaNang);
        var shown = await traveller.ShowAsync();

        var answer = await traveller.PressAsync(shown, ".tour .vote button[name=up]");

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        var again = await traveller.Browser.FollowAsync(answer);
        again.Texts("[role=status]").Count.ShouldBe(1);
        again.Page.QuerySelectorAll(".vote button[name=up][aria-pressed=true]").Length.ShouldBe(1);

        var turned = await traveller.Browser.FollowAsync(await traveller.PressAsync(again, ".tour .vote button[name=down]"));
        turned.Page.QuerySelectorAll(".vote button[aria-pressed=true]").Select(button => button.GetAttribute("name")).ShouldBe(["down"]);
    }

    [Fact]
    public async Task a_thumb_on_a_tour_that_is_not_in_the_list_is_refused()
    {
        using var traveller = await TravellerWithList.NewAsync(app, DaNang);
        var shown = await traveller.ShowAsync();
        shown.Page.QuerySelector(".vote button[name=up]")!.SetAttribute("value", "nobody~nothing");

        (await traveller.PressAsync(shown, ".vote button[name=up]")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task cheaper_means_a_firm_budget_below_the_tour_s_price()
    {
        using var traveller = await TravellerWithList.NewAsync(app, DaNang);
        var shown = await traveller.ShowAsync();
        var button = shown.Page.QuerySelector("button[formaction$='to=Cheaper']").ShouldNotBeNull();
        var packageId = button.GetAttribute("value")!;
        var package = (await app.Services.GetRequiredService<ICatalog>().PackagesAsync([packageId], TestContext.Current.CancellationToken))[packageId];

        var list = await traveller.RecordedAsync(await traveller.PressAsync(shown, "button[formaction$='to=Cheaper']"));

        list.Id.ShouldNotBe(traveller.ListId);
        var budget = (await traveller.WishesAsync()).Budget.ShouldNotBeNull();
        budget.Firm.ShouldBeTrue();
        app.Services.GetRequiredService<ExchangeRates>().ToVnd(new Money(budget.Max!.Value, budget.Currency))!.Value.ShouldBeLessThan(package.PriceVnd!.Value);
    }

    [Theory]
    [InlineData("Cheaper", "Cheaper than"), InlineData("Shorter", "Shorter than"), InlineData("Nearer", "Nearer than")]
    public async Task the_tour_it_came_from_is_named_above_the_list_and_not_in_it(string to, string said)
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("sa-pa", null)], Start = new PlaceWish("ha-noi", null) });
        var shown = await traveller.ShowAsync();
        var button = $"button[formaction$='to={to}']";
        var packageId = shown.Page.QuerySelector(button).ShouldNotBeNull().GetAttribute("value")!;

        var answer = await traveller.PressAsync(shown, button);

        (await traveller.RecordedAsync(answer)).Packages.Select(package => package.PackageId).ShouldNotContain(packageId);
        var page = await traveller.Browser.FollowAsync(answer);
        page.Texts(".beside").ShouldHaveSingleItem().ShouldStartWith(said);
        page.Page.QuerySelector(".beside a")!.GetAttribute("href").ShouldBe("/packages/" + Uri.EscapeDataString(packageId));
    }

    [Fact]
    public async Task cheaper_shows_what_has_a_lower_price_before_what_has_none()
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("ho-chi-minh-city", null)], Durations = [new DurationWish(1, 1)] }, currency: "VND");
        var second = (await PricedAsync((await traveller.RecordedAsync(traveller.ListId)).Fitting))[1];
        var shown = await traveller.ShowAsync();
        shown.Page.QuerySelector("button[formaction$='to=Cheaper']")!.SetAttribute("value", second.Id);

        var answer = await traveller.PressAsync(shown, "button[formaction$='to=Cheaper']");

        var packages = (await traveller.RecordedAsync(answer)).Packages;
        var prices = await PricesAsync(packages);
        prices[0].ShouldNotBeNull();
        var silent = prices.ToList().FindIndex(price => price is null);
        silent.ShouldBeGreaterThan(0, "the sample has tours without a price in the city");
        prices.Take(silent).ShouldAllBe(price => price < second.PriceVnd);
        packages.Skip(silent).Where(package => package.Standing is not (Standing.Unwanted or Standing.Elsewhere)).ShouldAllBe(package => package.Standing == Standing.Unpriced, "tours of the city come before those elsewhere");
        (await traveller.Browser.FollowAsync(answer)).Texts("article.tour").Count.ShouldBe(10);
    }

    [Fact]
    public async Task shorter_shows_what_is_shorter_before_what_is_as_long()
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("sa-pa", null)], Durations = [new DurationWish(2, 2)] });
        var shown = await traveller.ShowAsync();
        var packageId = shown.Page.QuerySelector("button[formaction$='to=Shorter']")!.GetAttribute("value")!;
        var days = (await PackagesAsync([packageId]))[packageId].DurationDays!.Value;

        var packages = (await traveller.RecordedAsync(await traveller.PressAsync(shown, "button[formaction$='to=Shorter']"))).Packages;

        var known = await PackagesAsync([.. packages.Select(package => package.PackageId)]);
        packages.Where(package => package.Standing <= Standing.LacksNeed).ShouldAllBe(package => known[package.PackageId].DurationDays < days);
    }

    [Theory]
    [InlineData("en", "None that fits is cheaper")]
    [InlineData("vi", "Không tour phù hợp nào rẻ hơn")]
    public async Task cheaper_than_the_cheapest_that_fits_is_said_to_be_nothing(string language, string said)
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("sa-pa", null)], Durations = [new DurationWish(3, 3)] }, language);
        var cheapest = (await PricedAsync((await traveller.RecordedAsync(traveller.ListId)).Fitting))[0];
        var shown = await traveller.ShowAsync();
        shown.Page.QuerySelector("button[formaction$='to=Cheaper']")!.SetAttribute("value", cheapest.Id);

        var answer = await traveller.PressAsync(shown, "button[formaction$='to=Cheaper']");

        (await traveller.RecordedAsync(answer)).Id.ShouldBe(traveller.ListId);
        (await traveller.Browser.FollowAsync(answer)).Texts(".notice--ok").ShouldHaveSingleItem().ShouldStartWith(said);
    }

    [Fact]
    public async Task cheaper_than_any_other_that_fits_leaves_at_least_one_that_fits()
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("sa-pa", null)], Durations = [new DurationWish(3, 3)] });
        var next = (await PricedAsync((await traveller.RecordedAsync(traveller.ListId)).Fitting))[1];
        var shown = await traveller.ShowAsync();
        shown.Page.QuerySelector("button[formaction$='to=Cheaper']")!.SetAttribute("value", next.Id);

        var list = await traveller.RecordedAsync(await traveller.PressAsync(shown, "button[formaction$='to=Cheaper']"));

        list.NothingFits.ShouldBeFalse();
        list.Packages[0].Standing.ShouldBe(Standing.Answer);
    }

    private async Task<IReadOnlyDictionary<string, TourPackage>> PackagesAsync(IReadOnlyCollection<string> ids) =>
        await app.Services.GetRequiredService<ICatalog>().PackagesAsync([.. ids], TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<decimal?>> PricesAsync(IReadOnlyList<RankedPackage> packages)
    {
        var known = await PackagesAsync([.. packages.Select(package => package.PackageId)]);
        return [.. packages.Select(package => known[package.PackageId].PriceVnd)];
    }

    /// <summary>Those with a price for one person, cheapest first.</summary>
    private async Task<IReadOnlyList<TourPackage>> PricedAsync(IEnumerable<RankedPackage> packages) =>
        [.. (await PackagesAsync([.. packages.Select(package => package.PackageId)])).Values.Where(package => package is { PriceVnd: not null, PricePer: PricePer.Person }).OrderBy(package => package.PriceVnd)];

    [Fact]
    public async Task shorter_means_fewer_days()
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => DaNang(wishes) with { Durations = [new DurationWish(3, 4)] });
        var shown = await traveller.ShowAsync();
        var packageId = shown.Page.QuerySelector("button[formaction$='to=Shorter']")!.GetAttribute("value")!;
        var package = (await app.Services.GetRequiredService<ICatalog>().PackagesAsync([packageId], TestContext.Current.CancellationToken))[packageId];

        await traveller.RecordedAsync(await traveller.PressAsync(shown, "button[formaction$='to=Shorter']"));

        (await traveller.WishesAsync()).Durations.ShouldAllBe(duration => duration.MaxDays < package.DurationDays);
    }

    [Fact]
    public async Task nearer_asks_where_one_starts_and_then_looks_for_nearer_ones()
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("hue", null)] });
        var shown = await traveller.ShowAsync();
        var asked = await traveller.PressAsync(shown, "button[formaction$='to=Nearer']");

        asked.Status.ShouldBe(HttpStatusCode.OK);
        asked.Texts("#start-question label").ShouldHaveSingleItem().ShouldStartWith("Where do you start from?");
        (await traveller.WishesAsync()).Places.Select(place => place.PlaceId).ShouldBe(["hue"]);
        var unknown = await traveller.Browser.SubmitAsync(asked, "#start-question", ("start", "Nowhereville"));
        unknown.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unknown.Texts("#err-start").ShouldBe(["We do not know that place. Try the nearest town."]);
        unknown.Page.QuerySelector("#start")!.GetAttribute("value").ShouldBe("Nowhereville");

        var answer = await traveller.Browser.SubmitAsync(unknown, "#start-question", ("start", "ha noi"));

        var list = await traveller.RecordedAsync(answer);
        list.Beside.ShouldNotBeNull().To.ShouldBe(Refinement.Nearer);
        var wishes = await traveller.WishesAsync();
        wishes.Start!.PlaceId.ShouldBe("ha-noi");
        wishes.Places.ShouldNotContain(place => place.PlaceId == "hue");
        (await traveller.Browser.FollowAsync(answer)).Texts(".beside").ShouldHaveSingleItem().ShouldStartWith("Nearer than");
    }

    [Fact]
    public async Task nearer_is_offered_for_tours_that_begin_where_they_go()
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("hoi-an", null)], Durations = [new DurationWish(3, 3)] });

        (await traveller.ShowAsync()).Page.QuerySelectorAll("button[formaction$='to=Nearer']").Length.ShouldBe(10);
    }

    [Fact]
    public async Task nearer_on_an_older_list_goes_by_what_that_list_was_made_for()
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("hue", null)], Budget = new BudgetWish(null, 3_000_000, "VND") }, currency: "VND");
        var older = await traveller.ShowAsync();
        await traveller.RecordedAsync(await traveller.PressAsync(older, "button[formaction$='to=Cheaper']"));

        var asked = await traveller.PressAsync(older, "button[formaction$='to=Nearer']");
        await traveller.RecordedAsync(await traveller.Browser.SubmitAsync(asked, "#start-question", ("start", "Hà Nội")));

        (await traveller.WishesAsync()).Budget.ShouldBe(new BudgetWish(null, 3_000_000, "VND"));
    }

    [Fact]
    public async Task a_list_of_which_nothing_fits_does_not_say_that_it_fits()
    {
        using var fits = await TravellerWithList.NewAsync(app, DaNang);
        (await fits.ShowAsync()).Texts("h1").ShouldBe(["Tours that fit you"]);
        using var traveller = await TravellerWithList.NewAsync(app, wishes => DaNang(wishes) with { Budget = new BudgetWish(null, 2, "USD", Firm: true) });

        (await traveller.ShowAsync()).Texts("h1").ShouldBe(["Tours that come close"]);
    }

    [Fact]
    public async Task nearer_means_places_nearer_to_the_start()
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("hue", null)], Start = new PlaceWish("ha-noi", null) });
        var shown = await traveller.ShowAsync();

        await traveller.RecordedAsync(await traveller.PressAsync(shown, "button[formaction$='to=Nearer']"));

        var gazetteer = app.Services.GetRequiredService<ICatalog>().Gazetteer;
        var km = (await traveller.WishesAsync()).Places.Select(place => TravelBuddy.Web.Catalog.Places.Gazetteer.DistanceKm(gazetteer.Find(place.PlaceId!)!, gazetteer.Find("ha-noi")!)).ToList();
        km.ShouldNotBeEmpty();
        km.Max().ShouldBeLessThan(TravelBuddy.Web.Catalog.Places.Gazetteer.DistanceKm(gazetteer.Find("hue")!, gazetteer.Find("ha-noi")!));
    }

    [Fact]
    public async Task going_on_from_a_list_of_before_keeps_what_it_shows()
    {
        using var traveller = await TravellerWithList.NewAsync(app, DaNang);
        await traveller.SearchAgainAsync(wishes => wishes with { Places = [new PlaceWish("hue", null)], Budget = new BudgetWish(null, 50_000_000, "VND", true) });

        await traveller.RecordedAsync(await traveller.PressAsync(await traveller.ShowAsync(), "button[formaction$='to=Cheaper']"));

        var wishes = await traveller.WishesAsync();
        wishes.Places.Select(place => place.PlaceId).ShouldBe(["da-nang"]);
        wishes.Budget!.Max!.Value.ShouldBeLessThan(50_000_000);
    }

    [Fact]
    public async Task going_on_from_the_newest_list_keeps_what_another_tab_said_since()
    {
        using var traveller = await TravellerWithList.NewAsync(app, DaNang);
        var shown = await traveller.ShowAsync();
        await app.InScopeAsync(services => services.GetRequiredService<ITrips>().ChangeAsync(
            traveller.TripId, traveller.TravellerId, null, wishes => wishes with { Food = new ConceptWishes(["seafood"], []) }, TestContext.Current.CancellationToken));

        await traveller.RecordedAsync(await traveller.PressAsync(shown, "button[formaction$='to=Cheaper']"));

        var wishes = await traveller.WishesAsync();
        wishes.Food.Concepts.ShouldBe(["seafood"]);
        wishes.Budget.ShouldNotBeNull();
    }

    [Fact]
    public async Task sliders_rank_again_by_their_weights()
    {
        using var traveller = await TravellerWithList.NewAsync(app, DaNang);

        var answer = await SlideAsync(traveller, "0", "10", "0", "0", "0", "0", "10");

        var list = await traveller.RecordedAsync(answer);
        list.Weights.Select(weight => Math.Round(weight, 6)).ShouldBe([0, .5, 0, 0, 0, 0, .5]);
        var shown = await traveller.Browser.FollowAsync(answer);
        shown.Page.QuerySelectorAll("input[name=weight]").Select(input => input.GetAttribute("value")).ShouldBe(["0", "10", "0", "0", "0", "0", "10"]);
    }

    [Theory]
    [InlineData("0", "0", "0", "0", "0", "0", "0"), InlineData("11", "1", "1", "1", "1", "1", "1"), InlineData("-1", "1", "1", "1", "1", "1", "1"), InlineData("1"), InlineData("NaN", "1", "1", "1", "1", "1", "1")]
    public async Task weights_that_are_none_get_a_message_beside_the_sliders(params string[] sliders)
    {
        using var traveller = await TravellerWithList.NewAsync(app, DaNang);

        var answer = await SlideAsync(traveller, sliders);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Texts("#weights-error").Single().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task htmx_gets_the_new_tours_and_their_address()
    {
        using var traveller = await TravellerWithList.NewAsync(app, DaNang);
        traveller.Browser.Client.DefaultRequestHeaders.Add("HX-Request", "true");

        var answer = await SlideAsync(traveller, "10", "4", "2", "2", "1", "1", "9");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Response.Headers.GetValues("HX-Replace-Url").Single().ShouldStartWith("/tours/");
        answer.Page.Body!.Children.Select(element => element.Id).ShouldBe(["tours"]);
    }

    [Fact]
    public async Task no_result_is_no_dead_end()
    {
        // No sample tour has all three, so nothing fits until they are let go.
        using var traveller = await TravellerWithList.NewAsync(app, wishes => DaNang(wishes) with { Essentials = new ConceptWishes(["golf", "caving", "kitesurfing"], []) });
        var shown = await traveller.ShowAsync();
        shown.Texts(".relax h2").ShouldBe(["No tour fits all of it"]);

        var answer = await traveller.Browser.FollowAsync(await traveller.PressAsync(shown, ".relax button[value=essentials]"));

        answer.Page.QuerySelectorAll("article.tour").Length.ShouldBeGreaterThan(0);
        answer.Page.QuerySelector(".relax").ShouldBeNull();
        (await traveller.WishesAsync()).Essentials.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task without_the_form_s_token_nothing_happens()
    {
        using var traveller = await TravellerWithList.NewAsync(app, DaNang);

        var answer = await traveller.Browser.PostAsync(traveller.Path + "?handler=Weights", new FormUrlEncodedContent([new("weight", "1")]));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<PageAnswer> SlideAsync(TravellerWithList traveller, params string[] sliders)
    {
        var shown = await traveller.ShowAsync();
        var token = shown.Page.QuerySelector(".weights input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await traveller.Browser.PostAsync(traveller.Path + "?handler=Weights", new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. sliders.Select(value => KeyValuePair.Create("weight", value))]));
    }
}
