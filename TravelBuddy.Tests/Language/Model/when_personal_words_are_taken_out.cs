using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Tests.Language.Model;

/// <summary>What a server of a model is sent of what a person wrote.</summary>
public sealed class when_personal_words_are_taken_out : IAsyncLifetime
{
    private readonly StandInServer _server = new();
    private AskedModel? _asked;

    public async ValueTask InitializeAsync()
    {
        await _server.StartAsync();
        _asked = AskedModel.Of([_server]);
    }

    public async ValueTask DisposeAsync()
    {
        await _asked!.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("call me on 415-555-2671 please", "415-555-2671"), InlineData("my mobile is (415) 555 2671", "555"), InlineData("0905 123 456 gọi em", "0905"), InlineData("+84 905 123 456", "905"), InlineData("84905123456", "84905")]
    [InlineData("CMND 123456789", "123456789"), InlineData("số CCCD: 012345678901", "0123"), InlineData("cccd của em 079 201 001 234", "079"), InlineData("căn cước 123 456 789 nhé", "456")]
    [InlineData("passport 512345678", "512345678"), InlineData("passport number is C01X00T47", "C01X00T47"), InlineData("my passport C01X00T47 expires soon", "C01X"), InlineData("hộ chiếu B1234567", "B1234567"), InlineData("my number: 512345678.", "512345678")]
    [InlineData("Zalo 912 345 678", "912"), InlineData("zalo của em là 912345678", "912345678"), InlineData("WhatsApp me on 912 345 6789", "345"), InlineData("STK 0071 0001 2345 67", "0071"), InlineData("số tài khoản 19034567890123", "1903")]
    [InlineData("anna@example.com", "anna"), InlineData("write to anna at gmail.com", "anna at"), InlineData("anna.s (at) web dot de", "anna.s"), InlineData("mail em lan.nguyen a còng yahoo chấm com", "lan.nguyen")]
    [InlineData("my name is Anna Schmidt", "Schmidt"), InlineData("em tên là Nguyễn Thị Lan", "Lan"), InlineData("4111 1111 1111 1111", "1111"), InlineData("see https://anna.example/me", "anna.example")]
    public async Task numbers_addresses_and_names_are_gone(string text, string personal) => (await SentAsync(text)).ShouldNotContain(personal);

    [Theory]
    [InlineData("5.000.000đ for 2 people"), InlineData("500000000 VND for the whole group"), InlineData("budget 1 500 000 per night"), InlineData("from 300-400 usd"), InlineData("3 days 2 nights, 12 people"), InlineData("2027-03-06 to 2027-03-09")]
    [InlineData("gọi 2 suất chay"), InlineData("a call at 7 am"), InlineData("phone number of the agency?"), InlineData("my passport is Vietnamese"), InlineData("4N3Đ Hà Giang 3tr5"), InlineData("meet at Hoi An"), InlineData("WhatsApp is fine"), InlineData("room for 4, up to 2500000 dong")]
    public async Task what_a_trip_is_made_of_stays(string text) => (await SentAsync(text)).ShouldContain(text);

    private async Task<string> SentAsync(string text)
    {
        await _asked!.Model.AskAsync<object>(new ModelTask("small-talk", "en", new { Message = text }), TestContext.Current.CancellationToken);
        return _server.Asked.ShouldHaveSingleItem().GetProperty("messages")[1].GetProperty("content").GetString()!;
    }
}
