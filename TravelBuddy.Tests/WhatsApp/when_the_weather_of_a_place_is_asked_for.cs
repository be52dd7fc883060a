using TravelBuddy.Tests.Simulator;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_the_weather_of_a_place_is_asked_for(AppFixture app)
{
    [Theory]
    [InlineData("What's the weather like in Sa Pa in January?", "Sa Pa in January: cold, down to 0 to 4 °C, with fog, as a rule. Over the year: good from September to November")]
    [InlineData("thời tiết đà nẵng tháng 10 thế nào", "Đà Nẵng tháng 10: thường mưa nhiều, Hội An hay ngập. Cả năm thì đẹp từ tháng 2 đến tháng 8")]
    [InlineData("thoi tiet phu quoc thang 7 the nao", "Phú Quốc tháng 7: thường mưa nhiều, biển động")]
    [InlineData("What's the weather like in Phu Quoc in October?", "Phu Quoc in October: between the good and the bad months")]
    [InlineData("how is the weather in Sa Pa in Dec?", "Sa Pa in December:")]
    [InlineData("thời tiết đà nẵng tháng mười thế nào", "Đà Nẵng tháng 10:")]
    [InlineData("thời tiết Phú Quốc tháng 10 thế nào", "Phú Quốc tháng 10: thường là lúc giao mùa. Cả năm thì khô ráo")]
    [InlineData("thoi tiet con dao thang 12 the nao", "Côn Đảo: thường đẹp nhất từ tháng 3 đến tháng 9.")]
    [InlineData("What's the weather like in Con Dao in December?", "Con Dao: best from March to September, as a rule.")]
    [InlineData("what is the weather like in Sa Pa?", "Sa Pa: good from September to November")]
    public async Task the_usual_course_of_its_year_is_told_and_who_forecasts_days(string asked, string told)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(asked);

        ChatPhone.Text(await phone.AnswerAsync(told)).ShouldSatisfyAllConditions(text => text.ShouldMatch("Hydro-Meteorological|khí tượng thủy văn"));
    }

    [Theory]
    [InlineData("what's the weather like in October", "Viet Nam in October, as a rule:", "northern mountains: good", "Hue, Da Nang and Hoi An: rain, with floods in Hoi An", "Saigon and the south: short heavy showers")]
    [InlineData("tháng 10 thời tiết sao", "Việt Nam tháng 10, thường thì:", "vùng núi phía Bắc: đẹp", "Huế, Đà Nẵng, Hội An: mưa nhiều, Hội An hay ngập", "Sài Gòn và miền Nam: có mưa rào ngắn")]
    [InlineData("thang 10 thoi tiet sao", "Việt Nam tháng 10, thường thì:", "vùng núi phía Bắc: đẹp", "Huế, Đà Nẵng, Hội An: mưa nhiều, Hội An hay ngập", "Sài Gòn và miền Nam: có mưa rào ngắn")]
    public async Task where_no_place_is_named_a_month_is_told_of_the_parts_of_the_country(string asked, string told, string north, string centre, string south)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(asked);

        ChatPhone.Text(await phone.AnswerAsync(told)).ShouldSatisfyAllConditions(text => text.ShouldContain(north), text => text.ShouldContain(centre), text => text.ShouldContain(south));
    }

    [Theory]
    [InlineData("how is the weather tomorrow?", "For weather and sea these days"), InlineData("how is the weather these days?", "For weather and sea these days")]
    [InlineData("thời tiết ngày mai thế nào", "Thời tiết và biển từng ngày"), InlineData("thoi tiet hom nay the nao", "Thời tiết và biển từng ngày")]
    public async Task and_of_days_that_are_near_who_forecasts_them(string asked, string told)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(asked);

        ChatPhone.Text(await phone.AnswerAsync(told)).ShouldNotContain("•");
    }

    [Theory]
    [InlineData("thời tiết Lý Sơn tháng 12 thế nào", "Lý Sơn tháng 12: thường mưa nhiều", "biển động"), InlineData("What's the weather like in Ly Son in December?", "Ly Son in December: rain", "a rough sea")]
    public async Task what_was_said_of_the_month_is_not_said_again_of_the_year(string asked, string told, string once)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(asked);

        ChatPhone.Text(await phone.AnswerAsync(told)).Split(once).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("What's the weather like in Ho Chi Minh City in October?", "Ho Chi Minh City in October: short heavy showers")]
    [InlineData("thời tiết Sài Gòn tháng 11 thế nào", "tháng 11: thường có mưa rào ngắn. Cả năm thì mùa khô từ tháng 12 đến tháng 4")]
    public async Task the_high_water_of_the_delta_is_not_told_of_the_southeast(string asked, string told)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(asked);

        ChatPhone.Text(await phone.AnswerAsync(told)).ShouldSatisfyAllConditions(text => text.ShouldNotContain("delta"), text => text.ShouldNotContain("nước nổi"));
    }

    [Theory]
    [InlineData("3 days on Ly Son", "is the sea rough at this time of year?", "Ly Son in ")]
    [InlineData("Lý Sơn 3 ngày", "mùa này biển có động không", "Lý Sơn tháng ")]
    [InlineData("Ly Son 3 ngay", "mua nay bien co dong khong", "Lý Sơn tháng ")]
    public async Task this_season_is_that_of_the_month_it_is(string wish, string asked, string told)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.CardAsync();
        await phone.SayAsync(asked);

        await phone.AnswerAsync(told);
    }

    [Fact]
    public async Task of_two_places_each_is_told()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("What's the weather like in Sa Pa in January?");
        await phone.AnswerAsync("Sa Pa in January: cold");
        await phone.SayAsync("and the weather in Da Lat in January?");

        await phone.AnswerAsync("Da Lat in January: dry");
    }

    [Fact]
    public async Task the_month_that_is_asked_of_goes_before_that_of_the_trip()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("3 days in Hoi An in March");
        await phone.AnswerAsync("🔎");
        await phone.ListAsync();
        await phone.SayAsync("how is the weather there in May in Hoi An?");

        await phone.AnswerAsync("Hoi An in May:");
    }

    [Fact]
    public async Task where_no_place_is_named_it_is_that_of_the_tours_asked_for()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("3 days in Hoi An");
        await phone.AnswerAsync("🔎");
        await phone.ListAsync();
        await phone.SayAsync("how is the weather in November?");

        await phone.AnswerAsync("Hoi An in November: rain, with floods");
    }
}
