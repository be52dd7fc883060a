using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Questions.Ages;

namespace TravelBuddy.Tests.Questions;

/// <summary>Ages that a tour names are compared with the one asked about, and the sentence that names them is shown.</summary>
public sealed class when_an_age_is_asked_about
{
    [Theory]
    [InlineData("Is number 3 suitable for a child of 6?", 6)]
    [InlineData("is it ok for my 6-year-old?", 6)]
    [InlineData("my sons are 6 and 9, can they come?", 6, 9)]
    [InlineData("can a boy who is 12 join", 12)]
    [InlineData("our baby is 18 months old, is that a problem?", 1)]
    [InlineData("mum is 72, too hard for her?", 72)]
    [InlineData("bé 6 tuổi đi được không?", 6)]
    [InlineData("be 6 tuoi di dc ko", 6)]
    [InlineData("nhà có bé 3 và 7 tuổi, đi được không ạ", 3, 7)]
    [InlineData("bé 18 tháng đi được ko", 1)]
    [InlineData("bé 6t đi đc k", 6)]
    [InlineData("my kids are 10, 8 and 5", 10, 8, 5)]
    [InlineData("is it ok for my six-year-old?", 6)]
    [InlineData("bé sáu tuổi đi được không", 6)]
    [InlineData("bé 5 tháng tuổi đi được không", 0)]
    [InlineData("Tour 2, bé 6 tuổi được không", 6)]
    public void the_ages_are_those_of_who_is_to_come(string question, params int[] ages) => AskedAges.Of(question).ShouldBe(ages);

    [Theory]
    [InlineData("is it free for children under 6 years old?")]
    [InlineData("trẻ dưới 6 tuổi có miễn phí không?")]
    [InlineData("can we do this with 2 kids? 3 days Da Nang")]
    [InlineData("2 kids 3 days")]
    [InlineData("tour 3 ngày cho 4 người")]
    [InlineData("2 kids, 3 adults")]
    [InlineData("My son is 1.2 m tall")]
    [InlineData("Còn 2 tháng nữa, đặt được không?")]
    public void bounds_days_and_heads_are_no_ages(string text) => AskedAges.Of(text).ShouldBeEmpty();

    [Theory]
    [InlineData("From 8 years. Life jackets for all.", "en", 6, "From age 8, so not for a child of 6.", "From 8 years")]
    [InlineData("From 8 years. Life jackets for all.", "en", 8, "From age 8, so a child of 8 may come along.", "From 8 years")]
    [InlineData("Age 16 to 60.", "en", 66, "Up to age 60, so not for somebody of 66.", "Age 16 to 60")]
    [InlineData("Ages 9 to 17.", "en", 6, "From age 9, so not for a child of 6.", "Ages 9 to 17")]
    [InlineData("Children under 5 free, 5-10 half price.", "en", 6, "It has a price for children, so children do come along; ask the agency to be sure about a child of 6.", "under 5 free")]
    [InlineData("Trẻ dưới 5 tuổi miễn phí, 5-10 tuổi 50 %.", "vi", 6, "Tour có giá cho trẻ em, tức là có nhận trẻ em; với bé 6 tuổi, bạn hỏi công ty cho chắc nhé.", "5-10 tuổi 50 %")]
    [InlineData("Half price for children aged 5-12.", "en", 0, "It has a price for children, so children do come along; ask the agency to be sure about a baby under one.", "Half price")]
    [InlineData("Trẻ dưới 5 tuổi miễn phí.", "vi", 0, "Tour có giá cho trẻ em, tức là có nhận trẻ em; với bé dưới 1 tuổi, bạn hỏi công ty cho chắc nhé.", "miễn phí")]
    [InlineData("Không nhận người dưới 15 tuổi.", "vi", 6, "Tour nhận khách từ 15 tuổi, nên bé 6 tuổi chưa đi được.", "15 tuổi")]
    [InlineData("Hợp trẻ từ 6 tuổi.", "vi", 7, "Tour nhận khách từ 6 tuổi, nên bé 7 tuổi đi được.", "từ 6 tuổi")]
    public void a_number_of_the_text_gives_the_verdict_with_its_sentence(string notes, string language, int age, string sentence, string says)
    {
        var verdict = AgeVerdict.Of(Tour(notes, language), [age]).ShouldNotBeNull();

        verdict.Sentence(language).ShouldBe(sentence);
        verdict.Says.ShouldHaveSingleItem().Text.ShouldContain(says);
    }

    [Theory]
    [InlineData("One day rucksack of 10 kg per bike.", "en")]
    [InlineData("Trẻ dưới 5 tuổi miễn phí.", "vi", 40)]
    [InlineData("Phù hợp người từ 60 tuổi.", "vi", 55)]
    [InlineData("Ages 9 to 17.", "en", 20)]
    [InlineData("Children aged 5-12 half price.", "en", 65)]
    [InlineData("Half day: be ready at 5 with a free cancellation.", "en")]
    [InlineData("Bể bơi 25 m miễn phí, đến trễ 15 phút phụ thu.", "vi")]
    [InlineData("No children. Children under 5 free at the hotel.", "en")]
    [InlineData("Không phù hợp với trẻ em, trẻ dưới 5 tuổi miễn phí vé tàu.", "vi")]
    public void a_text_without_such_a_number_gives_none(string notes, string language, int age = 6) => AgeVerdict.Of(Tour(notes, language), [age]).ShouldBeNull();

    [Theory]
    [InlineData("Hard: 8-9 hours on the last day.", "en", 6, "No age limit is given.")]
    [InlineData("Khó vừa, đá tai mèo sắc.", "vi", 70, "Tour không ghi giới hạn tuổi.")]
    public void how_hard_it_is_said_to_be_is_told_where_no_age_is(string notes, string language, int age, string begins)
    {
        var verdict = AgeVerdict.OfSuitability(Tour(notes, language), [age]).ShouldNotBeNull();

        verdict.Sentence(language).ShouldStartWith(begins);
        verdict.Says.ShouldHaveSingleItem().Text.ShouldBe(notes);
    }

    [Theory]
    [InlineData("Bé 6 tuổi có được giảm giá không?", true)]
    [InlineData("is lunch included for my 6-year-old?", true)]
    [InlineData("bé 6 tuổi đi được không?", false)]
    [InlineData("is it ok for my 6-year-old?", false)]
    public void money_and_meals_are_asked_for_beside_an_age(string question, bool asked) => AskedAges.AsksOfElse(question).ShouldBe(asked);

    [Theory]
    [InlineData("cat-hong-bien-xanh-kayak-13", AgeAnswer.TooYoung, 8)]
    [InlineData("karst-loop-riders-babe-07", AgeAnswer.TooYoung, 7)]
    [InlineData("limestone-tide-lux-07", AgeAnswer.TooYoung, 8)]
    [InlineData("red-river-trails-food-02", AgeAnswer.OldEnough, 6)]
    [InlineData("dao-ngoc-sao-bien-pqfam-19", AgeAnswer.OldEnough, 2)]
    [InlineData("may-son-cha-dnhafam-04", AgeAnswer.Priced, 0)]
    public void tours_of_the_sample_are_answered_for_a_child_of_six(string tour, AgeAnswer answer, int limit)
    {
        var verdict = AgeVerdict.Of(Repository.Packages.Single(package => package.SourceId == tour), [6]).ShouldNotBeNull();

        (verdict.Answer, verdict.Limit).ShouldBe((answer, limit));
    }

    private static TourPackage Tour(string notes, string language) => new() { Id = "t", SourceId = "t", ProviderId = "p", Title = "Lan", ContentHash = "t", Notes = notes, Language = language };
}
