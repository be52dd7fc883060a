using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Tests.Encoding;

public sealed class when_a_tour_is_read_between_the_lines
{
    [Fact]
    public void a_jeep_with_the_wind_of_a_motorbike_is_none() => Of("jeep-03").Has.Keys.Intersect(["jeep", "motorbike"]).ShouldBe(["jeep"]);

    [Theory]
    [InlineData("A van instead of a motorbike takes you up.", false)]
    [InlineData("It feels like a motorbike.", false)]
    [InlineData("You ride a motorbike up the pass.", true)]
    [InlineData("Xe jeep thay cho xe máy lên đèo.", false)]
    [InlineData("Feel the thrill of a motorbike on the pass.", true)]
    [InlineData("Trải nghiệm cảm giác chạy xe máy qua đèo.", true)]
    public void what_something_is_likened_to_is_not_there(string description, bool has) =>
        PackageConcepts.Of(Tour("T", description), Repository.Lexicon, Repository.Gazetteer).Has.ContainsKey("motorbike").ShouldBe(has);

    [Fact]
    public void a_diet_listed_before_one_that_is_ordered_ahead_is_ordered_ahead() => Of("huechay-12").ShouldSatisfyAllConditions(
        of => of.Reserved["vegan"].Of.ShouldBe(Reserve.OnRequest), of => of.Reserved.Keys.ShouldNotContain("vegetarian"));

    [Theory]
    [InlineData("Vegan, no eggs when told in advance.", true)]
    [InlineData("Vegan meals throughout, please tell us in advance of allergies.", false)]
    [InlineData("Fully vegan kitchen. Nuts on request.", false)]
    public void and_no_other(string notes, bool isReserved) =>
        PackageConcepts.Of(Tour("T", null) with { Notes = notes }, Repository.Lexicon, Repository.Gazetteer).Reserved.ContainsKey("vegan").ShouldBe(isReserved);

    [Theory]
    [InlineData("Đà Lạt an dưỡng 4N3Đ", null, "relaxed-pace,easy,quiet")]
    [InlineData("Hà Giang chậm 4N3Đ", null, "relaxed-pace")]
    [InlineData("Ninh Binh 2D1N Slow: bungalow", null, "relaxed-pace")]
    [InlineData("Huế 3N2Đ", "Mỗi ngày chỉ hai điểm, có xe điện.", "relaxed-pace")]
    [InlineData("Núi Bà Đen", "Đi bộ ít nhờ cáp treo.", "easy")]
    [InlineData("Slow boat on the Mekong", "A walk for slow loris after dark.", "")]
    [InlineData("Chăm Islands", "Chăm sóc chu đáo.", "")]
    [InlineData("Đà Nẵng – Hội An – Cù Lao Chàm", null, "")]
    [InlineData("Cù Lao Chàm 1 ngày", "Một ngày hai điểm: Bà Nà và Hội An. Mỗi ngày chỉ 2 chỗ.", "")]
    [InlineData("Phan Rang – Tháp Chàm, vườn nho", null, "")]
    [InlineData("Tà Năng", "Đi bộ ít nhất 10 km mỗi ngày.", "")]
    [InlineData("Tà Năng", "Đi bộ không ít, có đoạn dốc.", "")]
    [InlineData("Tà Năng", "Không ít đi bộ như người ta tưởng.", "")]
    [InlineData("Ta Nang", "Not an easy pace: no little walking here.", "")]
    public void pace_and_effort_are_heard_in_other_words(string title, string? description, string implied) =>
        string.Join(',', new[] { "relaxed-pace", "easy", "quiet" }.Where(PackageConcepts.Of(Tour(title, description), Repository.Lexicon, Repository.Gazetteer).Implied.ContainsKey)).ShouldBe(implied);

    [Fact]
    public void a_port_where_one_goes_on_board_is_not_visited() => PackagePlaces.Of(Package("phuquy-11"), Repository.Gazetteer).ShouldSatisfyAllConditions(
        places => places.Single(place => place.Place?.Id == "phan-thiet").IsStartOnly.ShouldBeTrue(), places => places.Single(place => place.Place?.Id == "phu-quy").IsStartOnly.ShouldBeFalse());

    [Fact]
    public void but_a_town_of_which_more_is_said_is() =>
        PackagePlaces.Of(Package("phuquy-11") with { Notes = "Chiều cuối tắm biển Phan Thiết, ăn gỏi cá mai." }, Repository.Gazetteer).Single(place => place.Place?.Id == "phan-thiet").IsStartOnly.ShouldBeFalse();

    [Theory]
    [InlineData("may-son-cha-dnhafam-01")]
    [InlineData("may-son-cha-dnhafam-02")]
    [InlineData("lantern-coast-dnhafam-07")]
    public void and_a_town_in_the_title_or_whose_sights_are_visited_is(string id) =>
        PackagePlaces.Of(Package(id), Repository.Gazetteer).Single(place => place.Place?.Id == "da-nang").IsStartOnly.ShouldBeFalse();

    private static TourPackage Package(string id) => Repository.Packages.First(package => package.SourceId.EndsWith(id, StringComparison.Ordinal));

    private static PackageConcepts Of(string id) => PackageConcepts.Of(Package(id), Repository.Lexicon, Repository.Gazetteer);

    private static TourPackage Tour(string title, string? description) => new() { Id = "x~1", SourceId = "1", ProviderId = "x", Title = title, ContentHash = "h", Description = description };
}
