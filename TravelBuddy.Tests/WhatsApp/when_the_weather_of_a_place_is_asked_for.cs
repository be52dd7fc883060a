using TravelBuddy.Tests.Simulator;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_the_weather_of_a_place_is_asked_for(AppFixture app)
{
    [Theory]
    [InlineData("What's the weather like in Sa Pa in January?", "Sa Pa: good from September to November")]
    [InlineData("thời tiết đà nẵng tháng 10 thế nào", "Đà Nẵng: thường đẹp từ tháng 2 đến tháng 8")]
    [InlineData("thoi tiet phu quoc thang 7 the nao", "Phú Quốc: thường khô ráo, biển êm")]
    public async Task the_usual_course_of_its_year_is_told_and_who_forecasts_days(string asked, string told)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(asked);

        ChatPhone.Text(await phone.AnswerAsync(told)).ShouldSatisfyAllConditions(text => text.ShouldMatch("Hydro-Meteorological|khí tượng thủy văn"));
    }

    [Fact]
    public async Task of_two_places_each_is_told()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("What's the weather like in Sa Pa in January?");
        await phone.AnswerAsync("Sa Pa: good from September to November");
        await phone.SayAsync("and the weather in Da Lat in January?");

        await phone.AnswerAsync("Da Lat: dry from December to April");
    }

    [Fact]
    public async Task where_no_place_is_named_it_is_that_of_the_tours_asked_for()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("3 days in Hoi An");
        await phone.AnswerAsync("🔎");
        await phone.ListAsync();
        await phone.SayAsync("how is the weather in November?");

        await phone.AnswerAsync("Hoi An: good from February to August");
    }
}
