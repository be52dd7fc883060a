using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Interests;

public sealed class when_ages_of_children_are_told
{
    private static readonly WishReader Reader = new(Encoding.Repository.Gazetteer, Encoding.Repository.Lexicon, Encoding.Repository.Roles);

    private static WishReading Read(string text) => Reader.Read(text, null, new DateOnly(2026, 6, 1));

    private static Wishes After(Wishes now, string text) => WishUpdate.Apply(now, Read(text), text);

    private static Wishes Family(int children, params int[] ages) => new() { Party = new PartyWish(2, children).Aged(ages) };

    [Theory]
    [InlineData("2 adults and a girl of 6, Hue", "6")]
    [InlineData("family of four (2 adults, 2 children aged 6 and 9)", "6 9")]
    [InlineData("kids 4 and 9 years old", "4 9")]
    [InlineData("my 6-year-old and I", "6")]
    [InlineData("with our 3yo and a baby (10 months)", "0 3")]
    [InlineData("we come with the kids (7 & 10), two weeks", "7 10")]
    [InlineData("3 kids 6, 9 and 13. School holiday 29 May - 6 June", "6 9 13")]
    [InlineData("kids 10 & 13. Kindly suggest", "10 13")]
    [InlineData("The kids are 7 and 9.", "7 9")]
    [InlineData("kids of 11 and 14, and August", "11 14")]
    [InlineData("two girls and a boy, ages 4, 6 and 9", "4 6 9")]
    [InlineData("one small daughter, she is 2 years and 2 months", "2")]
    [InlineData("a 5yo boy, and a baby girl of 18 months who naps", "1 5")]
    [InlineData("Hue with a 3 month old, 6 nights", "0")]
    [InlineData("my son is six years old", "6")]
    [InlineData("our daughter's 8, she loves caves", "8")]
    [InlineData("twins aged 6", "6")]
    [InlineData("kids 6 and 9, 3 days in Sa Pa", "6 9")]
    [InlineData("she is 7", "7")]
    [InlineData("they are 4 and 9", "4 9")]
    [InlineData("the younger one is 5", "5")]
    public void they_are_read_in_english(string text, string ages) => string.Join(' ', Read(text).ChildAges.Order()).ShouldBe(ages);

    [Theory]
    [InlineData("hai vợ chồng và bé 6 tuổi", "6")]
    [InlineData("2 bé 4t và 9t", "4 9")]
    [InlineData("2 be 4t va 9t", "4 9")]
    [InlineData("con trai 10 tuổi", "10")]
    [InlineData("bé 18 tháng", "1")]
    [InlineData("bé gái 26 tháng", "2")]
    [InlineData("2 nhoc, be lon 5t be nho moi 18 thang", "1 5")]
    [InlineData("2 bé (8 và 11 tuổi) ở Hà Nội", "8 11")]
    [InlineData("2 be (8 va 11 tuoi)", "8 11")]
    [InlineData("hai nhóc 6 với 9 tuổi", "6 9")]
    [InlineData("2 bé 6 tuổi và 10 tuổi", "6 10")]
    [InlineData("2 người lớn 3 bé (5, 8, 11 tuổi), tự bay", "5 8 11")]
    [InlineData("nhà mình 4 người (bé 7t với 10t)", "7 10")]
    [InlineData("bé nhà mình năm tuổi", "5")]
    [InlineData("vợ chồng với bé sáu tuổi", "6")]
    [InlineData("bé 8 tháng tuổi", "0")]
    [InlineData("con gái mình 7 tuổi", "7")]
    public void they_are_read_in_vietnamese_with_signs_and_without(string text, string ages) => string.Join(' ', Read(text).ChildAges.Order()).ShouldBe(ages);

    [Theory]
    [InlineData("free for children under 6")]
    [InlineData("2 adults, 2 kids, 3 days in Hue")]
    [InlineData("with kids, 6-9 July")]
    [InlineData("with kids, 4 to 8 December, 5 days")]
    [InlineData("2 kids 2 adults 300 USD")]
    [InlineData("my mother is 72")]
    [InlineData("our sons are 20 and 23")]
    [InlineData("a town 10 years old")]
    [InlineData("it is 5 hours from Hanoi")]
    [InlineData("trẻ dưới 6 tuổi có được miễn phí không")]
    [InlineData("còn 2 tháng nữa đi Huế")]
    [InlineData("cho con đi Huế tháng 7, 3tr5 một người")]
    [InlineData("ba mẹ 70 tuổi")]
    [InlineData("gia đình 4 người, 2 bé, 3 ngày 2 đêm")]
    [InlineData("be 2 ngay o Hue")]
    public void bounds_counts_days_and_grown_people_are_no_ages_of_children(string text) => Read(text).ChildAges.ShouldBeEmpty();

    [Fact]
    public void the_words_that_say_them_are_known()
    {
        const string Text = "Huế, hai vợ chồng và bé 6 tuổi";

        var told = Read(Text).Extractions.Single(extraction => extraction.Slot == Extraction.Ages);

        Text[told.Start..told.End].ShouldBe("6 tuổi");
        told.Value.ShouldBe("6");
    }

    [Fact]
    public void they_stay_with_those_who_travel()
    {
        After(new Wishes(), "2 adults and 2 kids aged 9 and 4, Hue").Party.ShouldBe(new PartyWish(2, 2).Aged([4, 9]));
        After(Family(2), "they are 4 and 9").Party.ShouldBe(new PartyWish(2, 2).Aged([4, 9]));
        After(Family(1, 5), "bé 6 tuổi nhé").Party.ShouldBe(new PartyWish(2, 1).Aged([6]));
        After(Family(2, 4, 9), "3 days in Hue").Party.ShouldBe(new PartyWish(2, 2).Aged([4, 9]));
        After(Family(2, 4, 9), "2 adults, 2 kids, 4 days").Party.ShouldBe(new PartyWish(2, 2).Aged([4, 9]));
    }

    [Fact]
    public void the_age_of_one_of_several_is_added_and_the_youngest_are_kept()
    {
        After(Family(2, 9), "she is 4").Party.ShouldBe(new PartyWish(2, 2).Aged([4, 9]));
        After(Family(2, 4, 9), "she is 7").Party!.Ages.ShouldBe([4, 7]);
    }

    [Theory]
    [InlineData("Da Lat 3 days, my daughter is 7")]
    [InlineData("Đà Lạt 3 ngày, con gái mình 7 tuổi")]
    [InlineData("da lat 3 ngay, con gai minh 7 tuoi")]
    public void a_child_told_of_by_its_age_alone_comes_along(string text) => After(new Wishes(), text).Party.ShouldBe(new PartyWish(2, 1).Aged([7]));

    [Theory]
    [InlineData("just 2 adults"), InlineData("chỉ 2 người lớn thôi"), InlineData("no kids after all"), InlineData("we go without the kids"), InlineData("không dẫn bé theo nữa"), InlineData("khong co tre em nua")]
    public void without_children_there_are_no_ages(string text) => After(Family(2, 4, 9), text).Party.ShouldBe(new PartyWish(2, 0));

    [Fact]
    public void another_number_of_children_takes_them_back() => After(Family(2, 4, 9), "2 adults and 3 kids").Party.ShouldBe(new PartyWish(2, 3));

    [Theory]
    [InlineData("en", "2 adults, 2 children (aged 4 and 9)", "2 adults, 1 child (aged under 1)")]
    [InlineData("vi", "2 người lớn, 2 trẻ em (4 và 9 tuổi)", "2 người lớn, 1 trẻ em (dưới 1 tuổi)")]
    public void they_are_shown_beside_the_children(string language, string two, string baby)
    {
        var summary = new WishSummary(Encoding.Repository.Gazetteer, Encoding.Repository.Lexicon);

        summary.Of(Family(2, 9, 4), language).ShouldBe([two]);
        summary.Of(Family(1, 0), language).ShouldBe([baby]);
    }

    [Theory]
    [InlineData("Hue 2 days, my mother is 72")]
    [InlineData("I am 71 and want to see Hue")]
    [InlineData("We are not as young as we used to be (I am 71, my daughter just turned 45) and want to see Hue")]
    [InlineData("Vợ chồng tôi không còn trẻ nữa (tôi 71 tuổi), muốn đi Huế")]
    [InlineData("I'm 74, Hue please")]
    public void somebody_old_is_known_by_the_bare_age(string text) => Read(text).Wishes.Accommodation.Concepts.ShouldContain("elderly");

    [Theory]
    [InlineData("we are 72 people, Hue")]
    [InlineData("I am 75 kg, Hue")]
    [InlineData("she is 80% sure about Hue")]
    public void not_every_high_number_is_somebody_old(string text) => Read(text).Wishes.Accommodation.Concepts.ShouldNotContain("elderly");
}
