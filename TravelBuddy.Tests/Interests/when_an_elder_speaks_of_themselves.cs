using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Interests;

public sealed class when_an_elder_speaks_of_themselves
{
    [Theory]
    [InlineData("bà muốn đi Huế")]
    [InlineData("ông với bà đi hai người, Huế 2 ngày")]
    [InlineData("ong voi ba di hai nguoi, Hue 2 ngay")]
    [InlineData("ông muốn tìm tour Đà Lạt 3 ngày")]
    [InlineData("ong muon di Da Lat")]
    [InlineData("cháu ơi cho bà hỏi tour Huế")]
    [InlineData("chau oi cho ong hoi tour Hue")]
    [InlineData("Bà không leo núi được, muốn đi Huế")]
    [InlineData("bà ngoại cũng đi, Huế 2 ngày")]
    [InlineData("chú 68 tuổi muốn đi Đà Lạt")]
    [InlineData("chu 68 tuoi muon di Da Lat")]
    [InlineData("bác năm nay 66 tuổi, đi Huế")]
    [InlineData("tôi 67 tuổi, muốn đi Huế")]
    [InlineData("vợ chồng tôi ngoài 70, đi Huế 3 ngày")]
    [InlineData("I'm 74 and would like to see Hue")]
    [InlineData("my wife and I are in our seventies, Hue 3 days")]
    [InlineData("We're both in our late 70s and love Hue")]
    [InlineData("I am in my seventies, Hue please")]
    [InlineData("we are 74 and 72, Hue 3 days")]
    [InlineData("I'm 68 and would like to see Hue")]
    [InlineData("I am 69 years old, Hue please")]
    [InlineData("my mother is 66, Hue 2 days")]
    [InlineData("we are a couple of 68 and 70, Hue")]
    [InlineData("we're a couple (69 and 64), Hue")]
    [InlineData("couple, 67 & 66, from Leeds, Hue")]
    public void somebody_old_travels(string text) => Old(text).ShouldBeTrue();

    [Theory]
    [InlineData("chú 81 tuổi muốn đi Đà Lạt"), InlineData("my husband and I are in our eighties, Hue")]
    public void from_eighty_on_that_is_known_too(string text) => Read(text).Accommodation.Concepts.ShouldContain("over-eighty");

    [Theory]
    [InlineData("tôi đi Huế với bà nhà")]
    [InlineData("toi di Hue cung ba nha")]
    [InlineData("bà xã muốn đi Huế")]
    [InlineData("ông xã em muốn đi Huế")]
    [InlineData("vo chong toi di Hue, ong xa muon an hai san")]
    [InlineData("ba muốn đi Huế")]
    [InlineData("ba muon di Hue")]
    [InlineData("cho ba người đi Huế")]
    [InlineData("mình muốn đi núi Bà Đen")]
    [InlineData("đi Bà Nà 2 ngày")]
    [InlineData("mấy ông muốn đi câu cá ở Huế")]
    [InlineData("các bà đi chùa ở Huế thì sao, nhóm mình toàn 30 tuổi")]
    [InlineData("ông cho tôi hỏi tour Huế")]
    [InlineData("bà có tour Huế không")]
    [InlineData("bà muốn đi Huế với tui không")]
    [InlineData("ông với tui đi Huế")]
    [InlineData("bà bầu muốn đi Huế")]
    [InlineData("chú 45 tuổi muốn đi Huế")]
    [InlineData("con muốn đi Huế")]
    [InlineData("chú muốn đi Huế")]
    [InlineData("a hotel from the seventies in Hue")]
    [InlineData("Hue in the 70s")]
    [InlineData("we are 74 people, Hue")]
    [InlineData("I am 62, Hue 2 days")]
    [InlineData("a temple that is 68 years old in Hue")]
    [InlineData("I am 68 kg, Hue")]
    [InlineData("a couple of 30 and 32, Hue")]
    [InlineData("a couple, 65 and 60 USD each, Hue")]
    [InlineData("nhà ngoài 70m2 ở Huế")]
    [InlineData("khách sạn ngoài 700k ở Huế")]
    [InlineData("ông bạn mình muốn đi Huế")]
    public void others_are_not_made_old(string text) => Old(text).ShouldBeFalse();

    private static Wishes Read(string text) => new WishReader(Repository.Gazetteer, Repository.Lexicon, Repository.Roles).Read(text, null, new DateOnly(2026, 6, 1)).Wishes;

    private static bool Old(string text) => Read(text).Accommodation.Concepts.Any(concept => concept is "elderly" or "over-eighty");
}
