using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Encoding;

public sealed class when_routes_are_encoded
{
    [Theory]
    [InlineData("ha-noi", "hue", "hoi-an", "ho-chi-minh-city")]
    [InlineData("ho-chi-minh-city", "can-tho", "hoi-an", "hue", "ha-long", "ha-noi")]
    public void a_tour_through_the_country_is_what_crossing_it_means(params string[] visited) => Similarity.OfPlace("trans-viet-nam", visited).ShouldBe(1, .15);

    [Theory]
    [InlineData("hue")]
    [InlineData("hue", "da-nang", "hoi-an")]
    [InlineData("ha-noi", "sa-pa", "ha-long")]
    public void a_tour_of_one_part_is_not_however_near_the_middle_it_lies(params string[] visited) => Similarity.OfPlace("trans-viet-nam", visited).ShouldBeLessThan(.15);

    [Fact]
    public void a_tour_that_only_calls_itself_one_is_one() =>
        Similarity.Of(new Wishes { Places = [new PlaceWish("trans-viet-nam", null)] }, Similarity.Package("Tour xuyên Việt 12 ngày"), Criterion.Locations).ShouldBe(1, .05);

    [Fact]
    public void other_wishes_do_not_notice() => Similarity.OfPlace("hoi-an", "ha-noi", "hoi-an", "ho-chi-minh-city").ShouldBe(1 / 3.0, .12);

    [Theory]
    [InlineData("ha-giang-loop", "dong-van")]
    [InlineData("ha-giang-loop", "meo-vac")]
    [InlineData("northwest-loop", "moc-chau")]
    public void what_lies_along_a_loop_answers_it(string loop, string stop) => Similarity.OfPlace(loop, stop).ShouldBeGreaterThan(.7);

    [Theory]
    [InlineData("ha-giang-loop", "cao-bang")]
    [InlineData("ha-giang-loop", "ha-long")]
    [InlineData("northwest-loop", "ha-noi")]
    public void what_lies_elsewhere_does_not(string loop, string stop) => Similarity.OfPlace(loop, stop).ShouldBeLessThan(.5);
}
