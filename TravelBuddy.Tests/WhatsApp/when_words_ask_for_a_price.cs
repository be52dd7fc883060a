using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_words_ask_for_a_price
{
    private static readonly WishReader Reader = new(Repository.Gazetteer, Repository.Lexicon, Repository.Roles);
    private static readonly DateOnly Today = new(2026, 11, 1);

    [Theory]
    [InlineData("how much is it for 4 people?", 4, null)]
    [InlineData("how much for 2 adults and 2 kids", 4, null)]
    [InlineData("how much is number 2", null, 2)]
    [InlineData("What is the price of tour 3?", null, 3)]
    [InlineData("what does it cost per person?", null, null)]
    [InlineData("price?", null, null)]
    [InlineData("giá bao nhiêu một người?", null, null)]
    [InlineData("gia bao nhieu vay shop", null, null)]
    [InlineData("4 người thì hết bao nhiêu?", 4, null)]
    [InlineData("tour số 2 giá bao nhiêu", null, 2)]
    [InlineData("bao nhiêu tiền vậy ạ", null, null)]
    public void it_is_heard_with_the_people_and_the_tour_it_names(string text, int? people, int? rank)
    {
        var reading = Reader.Read(text, null, Today);

        TourQuestions.AsksForPrice(text, reading).ShouldBeTrue();
        TourQuestions.People(text, reading).ShouldBe(people);
        TourQuestions.Rank(text, reading).ShouldBe(rank);
    }

    [Theory]
    [InlineData("how much walking is there?")]
    [InlineData("how much is a 3 day tour in Hue?")]
    [InlineData("how much is the hotel")]
    [InlineData("rẻ hơn nữa được không")]
    [InlineData("tầm giá 3 triệu thôi")]
    [InlineData("có bao nhiêu người trong nhóm")]
    [InlineData("dưới 5 triệu một người")]
    public void what_asks_for_something_else_does_not(string text) => TourQuestions.AsksForPrice(text, Reader.Read(text, null, Today)).ShouldBeFalse();
}
