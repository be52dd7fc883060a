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
    public void and_how_they_call_themselves(string text, Kin? kin) => Elders.KinOf(text).ShouldBe(kin);

    [Theory]
    [InlineData("Chào bạn, mình tìm giúp bạn.", Kin.Bac, "Chào bác, cháu tìm giúp bác.")]
    [InlineData("Bạn đi mấy người ạ? Mình ghi nhận.", Kin.Ma, "Má đi mấy người ạ? Con ghi nhận.")]
    [InlineData("*1. Đà Lạt cho nhóm bạn thân*\n✓ 3 ngày, đúng như bạn muốn", Kin.Co, "*1. Đà Lạt cho nhóm bạn thân*\n✓ 3 ngày, đúng như cô muốn")]
    [InlineData("Dành cho người đi một mình", Kin.Ong, "Dành cho người đi một mình")]
    public void they_are_called_so(string text, Kin kin, string said) => PoliteForm.Said(text, kin).ShouldBe(said);
}
