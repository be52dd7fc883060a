using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_an_elder_writes
{
    [Theory]
    [InlineData("Bác 68 tuổi, muốn đi Huế 3 ngày")]
    [InlineData("cháu ơi cho bà hỏi tour đi chùa Hương")]
    [InlineData("Cô muốn đi Đà Lạt với hai đứa cháu")]
    [InlineData("má muốn đi Đà Lạt chơi 3 bữa, có tour nào hông con")]
    [InlineData("cam on chau nhieu")]
    [InlineData("Bác đi một mình, không leo núi được")]
    [InlineData("cô ăn chay trường nhé")]
    [InlineData("chú cũng hơi sợ độ cao")]
    [InlineData("Tôi muốn đi Đà Lạt 4 ngày, đi với bà nhà")]
    [InlineData("Tôi là giáo viên về hưu ở Thái Bình, năm nay 61 tuổi")]
    public void that_is_heard(string text) => Elders.Writes(text).ShouldBeTrue();

    [Theory]
    [InlineData("có muốn đi biển không")]
    [InlineData("mình đi với bà ngoại 70 tuổi")]
    [InlineData("cho em hỏi tour Sa Pa")]
    [InlineData("cô giáo em muốn đi Huế")]
    [InlineData("two adults, one aged 71")]
    [InlineData("Tôi muốn tìm tour cho mẹ tôi 70 tuổi")]
    [InlineData("bố mẹ tôi đã về hưu, muốn đi Đà Lạt")]
    [InlineData("tìm tour cho má với ba")]
    [InlineData("cô ăn chay, em thì ăn mặn")]
    [InlineData("bà ăn chay")]
    [InlineData("đi với bà nhà em")]
    [InlineData("chú đi cùng gia đình")]
    [InlineData("Nhà mình 5 người: ông 72 tuổi, bà 70 tuổi, 2 vợ chồng và bé 5 tuổi")]
    [InlineData("ông 72 tuổi, bà 70 tuổi và bé 5 tuổi")]
    [InlineData("đi Huế 3 ngày, bà 70 tuổi, bé 4 tuổi")]
    [InlineData("mình đi với ba má, má không leo núi được")]
    [InlineData("em tìm tour nhẹ nhàng cho bà nhé")]
    [InlineData("bà muốn tắm biển, em thì muốn leo núi")]
    [InlineData("đi Đà Lạt với má. Má thích hoa")]
    [InlineData("nhờ con gái mình đặt")]
    [InlineData("hai vợ chồng không con")]
    [InlineData("tôi muốn tour cho người già 70 tuổi")]
    [InlineData("ong 72 tuoi, ba 70 tuoi, be 5 tuoi")]
    [InlineData("grandpa 72, grandma 70 and a kid of 5")]
    public void others_are_no_elders(string text) => Elders.Writes(text).ShouldBeFalse();

    [Theory]
    [InlineData("Bạn muốn nói đến tour nào?", "Quý khách muốn nói đến tour nào?")]
    [InlineData("✓ Đến Huế, đúng nơi bạn chọn", "✓ Đến Huế, đúng nơi quý khách chọn")]
    [InlineData("*1. Đà Lạt cho nhóm bạn thân*\n✓ Tiết kiệm, đúng ý bạn", "*1. Đà Lạt cho nhóm bạn thân*\n✓ Tiết kiệm, đúng ý quý khách")]
    [InlineData("• Dành cho các bạn trẻ", "• Dành cho các bạn trẻ")]
    [InlineData("“Bạn tự túc vé xe.”", "“Bạn tự túc vé xe.”")]
    [InlineData("✓ Đã gồm: đón bạn tại khách sạn\nBạn nhắn “đặt 1”.", "✓ Đã gồm: đón bạn tại khách sạn\nQuý khách nhắn “đặt 1”.")]
    [InlineData("“Bạn nên mang theo áo ấm vì trên núi lạnh hơn dưới biển nhiều.”", "“Bạn nên mang theo áo ấm vì trên núi lạnh hơn dưới biển nhiều.”")]
    public void nobody_says_friend_to_them_and_what_agencies_write_stays(string text, string said) => PoliteForm.Said(text).ShouldBe(said);

    [Theory]
    [InlineData("Bác 68 tuổi, muốn đi Huế 3 ngày", Kin.Bac)]
    [InlineData("cháu ơi cho bà hỏi tour đi chùa Hương", Kin.Ba)]
    [InlineData("Cô muốn đi Đà Lạt với hai đứa cháu", Kin.Co)]
    [InlineData("má muốn đi Đà Lạt chơi 3 bữa, có tour nào hông con", Kin.Ma)]
    [InlineData("chú cũng hơi sợ độ cao", Kin.Chu)]
    [InlineData("Tôi muốn đi Đà Lạt 4 ngày, đi với bà nhà", null)]
    [InlineData("Tôi là giáo viên về hưu ở Thái Bình, năm nay 61 tuổi", null)]
    [InlineData("cam on chau nhieu", null)]
    [InlineData("mình đi với bà ngoại 70 tuổi", null)]
    [InlineData("tìm tour cho má với ba", null)]
    [InlineData("Chào cháu, bác muốn đi Huế 3 ngày", Kin.Bac)]
    [InlineData("cho cô hỏi tour Huế", Kin.Co)]
    [InlineData("Nhà mình 5 người: ông 72 tuổi, bà 70 tuổi", null)]
    [InlineData("cảm ơn con, đi với bà ngoại, bà 70 tuổi", null)]
    public void and_how_they_call_themselves(string text, Kin? kin) => Elders.KinOf(text).ShouldBe(kin);

    [Theory]
    [InlineData("Chào con", true)]
    [InlineData("thôi cái số 1 đi con", true)]
    [InlineData("con ơi cho cô hỏi tour Huế", true)]
    [InlineData("Chào cháu, bác muốn đi Huế 3 ngày", false)]
    [InlineData("cháu ơi cho bà hỏi tour đi chùa Hương", false)]
    [InlineData("chao con", true)]
    [InlineData("cam on con nhieu nhe", true)]
    [InlineData("cam on chau nhieu", false)]
    [InlineData("cam on con gai minh", null)]
    [InlineData("nhờ con gái đặt giùm", null)]
    [InlineData("Cô muốn đi Đà Lạt", null)]
    public void and_what_they_call_us(string text, bool? asChild) => Elders.CallsUsChild(text).ShouldBe(asChild);

    [Fact]
    public void we_are_what_they_call_us()
    {
        PoliteForm.Said("Chào bạn, mình tìm giúp bạn.", Kin.Co, asChild: true).ShouldBe("Chào cô, con tìm giúp cô.");
        PoliteForm.Said("Chào bạn, mình tìm giúp bạn.", Kin.Co).ShouldBe("Chào cô, cháu tìm giúp cô.");
    }

    [Theory]
    [InlineData("em muốn đi Huế 3 ngày", true)]
    [InlineData("mình đi 5 người", true)]
    [InlineData("nhà mình có 2 bé", true)]
    [InlineData("dạ cho em hỏi giá", true)]
    [InlineData("em tìm giúp bác tour Huế", false)]
    [InlineData("Bác đi một mình", false)]
    [InlineData("cháu ơi cho bà hỏi", false)]
    [InlineData("tôi muốn đi Huế", false)]
    [InlineData("Huế 3 ngày", false)]
    public void who_is_none_is_heard_by_how_they_begin(string text, bool isOther) => Elders.IsOther(text).ShouldBe(isOther);

    [Theory]
    [InlineData("Chào bạn, mình tìm giúp bạn.", Kin.Bac, "Chào bác, cháu tìm giúp bác.")]
    [InlineData("Bạn đi mấy người ạ? Mình ghi nhận.", Kin.Ma, "Má đi mấy người ạ? Con ghi nhận.")]
    [InlineData("*1. Đà Lạt cho nhóm bạn thân*\n✓ 3 ngày, đúng như bạn muốn", Kin.Co, "*1. Đà Lạt cho nhóm bạn thân*\n✓ 3 ngày, đúng như cô muốn")]
    [InlineData("Xin chào, đây là TravelBuddy: mình tìm tour cho bạn.", Kin.CoChu, "Dạ cháu chào cô chú ạ, đây là TravelBuddy: cháu tìm tour cho cô chú.")]
    [InlineData("Xin chào, đây là TravelBuddy: mình tìm tour cho bạn.", Kin.Co, "Dạ cháu chào cô ạ, đây là TravelBuddy: cháu tìm tour cho cô.")]
    [InlineData("Dành cho người đi một mình", Kin.Ong, "Dành cho người đi một mình")]
    public void they_are_called_so(string text, Kin kin, string said) => PoliteForm.Said(text, kin).ShouldBe(said);
}
