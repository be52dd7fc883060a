using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;

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
    [InlineData("How much is it for a family of 4?", 4, null)]
    [InlineData("how much is it for a group of 6?", 6, null)]
    [InlineData("How much for 2?", 2, null)]
    [InlineData("price for 4", 4, null)]
    [InlineData("what is the price for 4?", 4, null)]
    [InlineData("price for tour 3", null, 3)]
    [InlineData("what does it cost per person?", null, null)]
    [InlineData("4 người giá bao nhiêu", 4, null)]
    [InlineData("cho mình giá tour này", null, null)]
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
    [InlineData("Tour này có phù hợp cho người già không?")]
    [InlineData("tham gia thế nào?")]
    [InlineData("cho tham gia")]
    [InlineData("nhận người già mấy tuổi")]
    public void what_asks_for_something_else_does_not(string text) => TourQuestions.AsksForPrice(text, Reader.Read(text, null, Today)).ShouldBeFalse();

    [Theory]
    [InlineData("Is it ok for a child of 6?", null)]
    [InlineData("So 2 kids are ok?", null)]
    [InlineData("a group of 6?", null)]
    [InlineData("photo of 2", 2)]
    [InlineData("is lunch included in 2", 2)]
    [InlineData("số 2 có bữa trưa không", 2)]
    public void a_number_of_people_or_years_is_that_of_no_tour(string text, int? rank) => TourQuestions.Rank(text, Reader.Read(text, null, Today)).ShouldBe(rank);

    [Theory]
    [InlineData("Giá đã gồm vé")]
    [InlineData("Phụ thu 200.000đ cuối tuần")]
    [InlineData("vé 50.000 đồng")]
    [InlineData("Gia tour chua gom ve")]
    [InlineData("Weekend surcharge 20%.")]
    public void a_sentence_of_money_is_known_by_its_words_and_sums(string sentence) => PriceWords.SpeaksOfMoney(sentence).ShouldBeTrue();

    [Theory]
    [InlineData("Vườn quốc gia Cúc Phương")]
    [InlineData("Đi từ Rạch Giá")]
    [InlineData("Một đêm ở Du Già")]
    [InlineData("Mùa đông có băng giá")]
    [InlineData("Nhà thờ có thánh giá")]
    [InlineData("Gia Nghĩa là điểm đầu")]
    [InlineData("Tour 3N2Đ đi xe")]
    [InlineData("Thăm 9 động lớn")]
    public void names_and_days_are_no_money(string sentence) => PriceWords.SpeaksOfMoney(sentence).ShouldBeFalse();

    [Theory]
    [InlineData("Weekend surcharge 20%.", true, true)]
    [InlineData("Giá người lớn khi đi 4 khách.", true, true)]
    [InlineData("Vé cáp treo Fansipan tính riêng khoảng 850.000đ.", true, true)]
    [InlineData("Price in dong with 20 kg baggage.", true, true)]
    [InlineData("Trẻ dưới 6 tuổi phụ thu vé tàu.", false, true)]
    [InlineData("Child under 11 pays 65 %.", false, true)]
    [InlineData("Cabin bag only; 20 kg checked for 18 USD each way.", false, false)]
    [InlineData("Cảng vụ có thể hủy chuyến khi có bão tháng 7-9, hoàn tiền hoặc đổi ngày.", false, false)]
    [InlineData("Boats stop in rough sea: full refund.", false, false)]
    [InlineData("Two teachers travel free, and the risk assessment is sent with the offer.", false, false)]
    [InlineData("The last morning is free for the Cát Cò beaches.", false, false)]
    public void a_sentence_is_quoted_where_it_tells_the_price_and_of_children_only_to_who_has_some(string sentence, bool told, bool toldWithChildren)
    {
        PriceWords.TellsPrice(sentence, withChildren: false).ShouldBe(told);
        PriceWords.TellsPrice(sentence, withChildren: true).ShouldBe(toldWithChildren);
    }

    [Theory]
    [InlineData("Giảm 50% cho trẻ", true)]
    [InlineData("Half price for children 5-10", true)]
    [InlineData("Bé dưới 5 tuổi miễn phí", true)]
    [InlineData("children 5-10 pay 60 USD", true)]
    [InlineData("Trẻ dưới 6 tuổi phụ thu vé tàu", true)]
    [InlineData("Kids love the free time. Free cancellation.", false)]
    public void children_who_pay_otherwise_are_heard_in_either_order(string notes, bool priced) => PriceWords.PricesChildren(notes).ShouldBe(priced);
}
