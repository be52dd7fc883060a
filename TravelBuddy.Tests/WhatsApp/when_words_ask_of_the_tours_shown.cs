using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_words_ask_of_the_tours_shown
{
    private static readonly WishReader Reader = new(Repository.Gazetteer, Repository.Lexicon, Repository.Roles);
    private static readonly DateOnly Today = new(2026, 11, 1);

    [Theory]
    [InlineData("got prayer room or not?")]
    [InlineData("is the boat heated?")]
    [InlineData("do they have vegetarian food?")]
    [InlineData("is there a swimming pool?")]
    [InlineData("any kayaking?")]
    [InlineData("does the hotel have a pool")]
    [InlineData("is lunch included?")]
    [InlineData("what time does it start?")]
    [InlineData("có phòng cầu nguyện không?")]
    [InlineData("co ho boi k")]
    [InlineData("có món chay không ạ")]
    [InlineData("có lớp học nấu ăn không")]
    [InlineData("trên tàu có phòng tắm riêng ko shop")]
    public void a_question_is_no_wish(string text) => TourQuestions.AsksOfShown(text, Reader.Read(text, null, Today)).ShouldBeTrue();

    [Theory]
    [InlineData("what about the first one, do they ride slowly?", 1)]
    [InlineData("and how about number 2, is lunch included?", 2)]
    public void a_question_behind_the_tour_it_is_of_is_of_that_tour(string text, int rank)
    {
        var reading = Reader.Read(text, null, Today);

        TourQuestions.AsksTheAgency(text, reading, isOneSpokenOf: false).ShouldBeTrue();
        TourQuestions.Rank(text, reading).ShouldBe(rank);
    }

    [Theory]
    [InlineData("with a prayer room")]
    [InlineData("we need a prayer room, ok?")]
    [InlineData("do you have tours with kayaking?")]
    [InlineData("is there a tour with kayaking?")]
    [InlineData("can you find one with a pool?")]
    [InlineData("what about kayaking?")]
    [InlineData("how about a beach instead?")]
    [InlineData("can we do a cooking class?")]
    [InlineData("is there anything in Hue?")]
    [InlineData("anything cheaper?")]
    [InlineData("can you do 4 days?")]
    [InlineData("có tour nào đi kayak không")]
    [InlineData("đổi sang resort được không")]
    [InlineData("thêm hải sản được không?")]
    [InlineData("nhà mình thích hải sản, được không")]
    [InlineData("còn biển thì sao")]
    [InlineData("3 ngày đc k")]
    public void what_proposes_or_looks_for_something_is_none_of_them(string text) => TourQuestions.AsksOfShown(text, Reader.Read(text, null, Today)).ShouldBeFalse();
}
