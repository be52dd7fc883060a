using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_words_ask_of_other_things(AppFixture app)
{
    [Theory]
    [InlineData("how is the weather in December?", nameof(Phrases.OtherWeather)), InlineData("What's the weather like in Sa Pa in March", nameof(Phrases.OtherWeather))]
    [InlineData("thời tiết Đà Lạt tháng 12 thế nào", nameof(Phrases.OtherWeather)), InlineData("thoi tiet sa pa thang 1 co lanh khong", nameof(Phrases.OtherWeather)), InlineData("mùa này biển có động không", nameof(Phrases.OtherWeather))]
    [InlineData("Do I need a visa?", nameof(Phrases.OtherVisas)), InlineData("có cần thị thực không ạ?", nameof(Phrases.OtherVisas))]
    [InlineData("what is the exchange rate today?", nameof(Phrases.OtherMoney)), InlineData("tỷ giá đô hôm nay bao nhiêu", nameof(Phrases.OtherMoney))]
    [InlineData("Hi, is malaria a problem in the Mekong Delta?", nameof(Phrases.OtherHealth)), InlineData("đau bụng thì uống thuốc gì", nameof(Phrases.OtherHealth))]
    [InlineData("is Vietnam safe for a woman alone?", nameof(Phrases.OtherSafety)), InlineData("đi một mình có an toàn không", nameof(Phrases.OtherSafety))]
    [InlineData("where can I get a sim card?", nameof(Phrases.OtherThings))]
    public void each_is_told_where_to_look(string text, string phrase) => OtherThings.PhraseFor(text).ShouldBe(phrase);

    [Theory]
    [InlineData("3 days in Sa Pa, is the weather good in March?"), InlineData("We want somewhere warm in December. How is the weather?"), InlineData("tour nào thời tiết đẹp tháng 12?")]
    [InlineData("good weather and beaches"), InlineData("is it raining season friendly?"), InlineData("Đi biển em ơi, có chỗ nào rẻ không"), InlineData("is it safe?"), InlineData("có an toàn không")]
    public void a_wish_and_a_question_of_a_tour_are_none(string text) => OtherThings.PhraseFor(text).ShouldBeNull();

    [Theory]
    [InlineData("Phu Quoc 4 days from Saigon with flights", "is the sea rough in July?", "the sea on the west coast is rough", "National Centre for Hydro-Meteorological Forecasting")]
    [InlineData("Nam Du 2 ngày", "mùa này biển có động không?", "Tháng 6-9 biển động", "Trung tâm Dự báo khí tượng thủy văn quốc gia")]
    public async Task what_a_tour_shown_says_of_it_comes_first(string wish, string question, string says, string source)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.CardAsync();
        await phone.SayAsync(question);

        await phone.AnswerAsync(says);
        await phone.AnswerAsync(source);
    }
}
