using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Tests.Encoding;

public sealed class when_something_is_had_only_in_part
{
    private static IReadOnlyDictionary<string, Reservation> Reserved(TourPackage package) => PackageConcepts.Of(package, Repository.Lexicon, Repository.Gazetteer).Reserved;

    private static TourPackage Tour(double days = 3) => Similarity.Package("Hue", "hue") with { DurationDays = days };

    [Theory]
    [InlineData("Vegetarian on request", "vegetarian", Reserve.OnRequest)]
    [InlineData("Vegetarian and vegan on request", "vegan", Reserve.OnRequest)]
    [InlineData("vegetarian possible", "vegetarian", Reserve.OnRequest)]
    [InlineData("Suất chay đặt trước", "vegetarian", Reserve.OnRequest)]
    [InlineData("cơm chay khi báo", "vegetarian", Reserve.OnRequest)]
    [InlineData("Có bàn chay ngày rằm, mùng một", "buddhist-days", Reserve.SomeDays)]
    [InlineData("halal dinners", "halal", Reserve.SomeMeals)]
    [InlineData("gluten-free bread for an extra charge", "gluten-free", Reserve.Surcharge)]
    public void a_diet_is_read_with_what_it_asks_for(string food, string diet, Reserve reserve) =>
        Reserved(Tour() with { Food = [food] })[diet].Of.ShouldBe(reserve);

    [Theory]
    [InlineData("vegetarian meals + 3 guided walks")]
    [InlineData("Vegetarian available")]
    [InlineData("Vegetarian-friendly")]
    [InlineData("Có suất chay")]
    [InlineData("halal meals throughout")]
    public void what_is_there_without_asking_has_no_reservation(string food) => Reserved(Tour() with { Food = [food] }).ShouldBeEmpty();

    [Fact]
    public void one_meal_is_all_of_a_day_and_not_of_three()
    {
        Reserved(Tour(1) with { Food = ["vegetarian lunch"] }).ShouldBeEmpty();
        Reserved(Tour() with { Food = ["vegetarian lunch"] })["vegetarian"].ShouldBe(new Reservation(Reserve.SomeMeals, "vegetarian lunch"));
    }

    [Fact]
    public void what_is_said_once_without_reservation_has_none() =>
        Reserved(Tour() with { Food = ["halal dinners", "halal meals throughout"], Itinerary = ["Day 1: halal dinner"] }).ShouldBeEmpty();

    [Theory]
    [InlineData("Only the restaurants in Đà Nẵng are certified.", "Only the restaurants in Đà Nẵng are certified")]
    [InlineData("In Ninh Bình and Ha Long no restaurant we use is certified. Daily prayer stops.", "In Ninh Bình and Ha Long no restaurant we use is certified")]
    [InlineData("Chỉ nhà hàng ở Đà Nẵng có chứng nhận.", "Chỉ nhà hàng ở Đà Nẵng có chứng nhận")]
    public void a_certificate_that_some_kitchens_lack_is_told_however_the_title_calls_the_meals(string notes, string says) =>
        Reserved(Tour() with { Title = "Hue with Halal Meals", Notes = notes })["halal"].ShouldBe(new Reservation(Reserve.SomeCertified, says));

    [Theory]
    [InlineData("We eat only at halal-certified restaurants.")]
    [InlineData("No diving certificate needed.")]
    [InlineData("Đoàn chỉ chọn nhà hàng có chứng nhận.")]
    public void a_sentence_about_other_certificates_takes_nothing_from_them(string notes) =>
        Reserved(Tour() with { Title = "Hue with Halal Meals", Notes = notes }).ShouldBeEmpty();

    [Fact]
    public void a_menu_to_be_asked_for_stays_one_where_the_kitchen_has_no_certificate() =>
        Reserved(Tour() with { Food = ["Halal fish menu on request"], Notes = "The kitchen is not certified." })["halal"].ShouldBe(new Reservation(Reserve.OnRequest, "The kitchen is not certified"));

    [Theory]
    [InlineData("8-bed dorm with curtains, private double +14 USD")]
    [InlineData("Homestay, phòng tập thể hoặc phòng đôi riêng (+150.000đ)")]
    public void a_room_of_ones_own_that_costs_more_is_told_as_such(string accommodation)
    {
        var reserved = Reserved(Tour() with { Accommodation = accommodation });

        reserved["private-room"].Of.ShouldBe(Reserve.Surcharge);
        reserved.Keys.ShouldNotContain("dorm");
    }
}
