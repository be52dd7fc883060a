using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_words_are_courtesies
{
    [Theory]
    [InlineData("cheers mate"), InlineData("sick, thx"), InlineData("God bless you"), InlineData("thank you :)"), InlineData("🙏🙏"), InlineData("♡"), InlineData("You have been very helpful, for a machine")]
    [InlineData("Cảm ơn cháu nhiều nhé, chúc cháu khỏe"), InlineData("cam on nha"), InlineData("tuyệt vời")]
    public void thanks_are_thanks(string text) => Courtesies.Find(text).ShouldBe(Courtesy.Thanks);

    [Theory]
    [InlineData("bye"), InlineData("goodbye"), InlineData("see you"), InlineData("tạm biệt"), InlineData("tam biet nhe")]
    public void goodbyes_are_goodbyes(string text) => Courtesies.Find(text).ShouldBe(Courtesy.Goodbye);

    [Theory]
    [InlineData("haha never mind. I'll think about it"), InlineData("thôi để mình suy nghĩ"), InlineData("thoi de minh suy nghi"), InlineData("thôi má dìa hỏi ba bây đã"), InlineData("let me ask my wife")]
    public void who_wants_to_think_first_is_let_think(string text) => Courtesies.Find(text).ShouldBe(Courtesy.Later);

    [Theory]
    [InlineData("no, these are not for me"), InlineData("you are useless"), InlineData("fuck you"), InlineData("đồ vô dụng"), InlineData("ngu vãi"), InlineData("do vo dung")]
    public void complaints_are_complaints(string text) => Courtesies.Find(text).ShouldBe(Courtesy.Complaint);

    [Theory]
    [InlineData("are you a robot?"), InlineData("Am I talking to a real person?"), InlineData("đây là máy trả lời à?"), InlineData("ban la nguoi hay may")]
    public void who_asks_what_this_is_is_told(string text) => Courtesies.Find(text).ShouldBe(Courtesy.Robot);

    [Theory]
    [InlineData("3 days in Hue"), InlineData("cho hỏi giá cái 2"), InlineData("Đà Lạt mấy ngày thì đẹp"), InlineData("the second one"), InlineData("😂😂😂"), InlineData("is this a guided tour")]
    public void what_is_no_courtesy_is_none(string text) => Courtesies.Find(text).ShouldBeNull();

    [Theory]
    [InlineData("forget the budget", Relaxing.Budget), InlineData("giá sao cũng đc", Relaxing.Budget), InlineData("bỏ ngân sách", Relaxing.Budget), InlineData("bo ngan sach di", Relaxing.Budget), InlineData("any price is fine", Relaxing.Budget)]
    [InlineData("any length is fine", Relaxing.Durations), InlineData("mấy ngày cũng được", Relaxing.Durations), InlineData("may ngay cung dc", Relaxing.Durations)]
    [InlineData("anywhere is fine", Relaxing.Places), InlineData("đi đâu cũng được", Relaxing.Places), InlineData("ngày nào cũng được", Relaxing.Dates)]
    public void a_wish_is_let_go_of_in_words(string text, string wish) => GivenUp.Find(text).ShouldNotBeNull().Wishes.ShouldBe([wish]);

    [Theory]
    [InlineData("tối đa 150 đô cũng đc"), InlineData("a low budget"), InlineData("do you have any food"), InlineData("bố già"), InlineData("3 ngày cũng được"), InlineData("any area good for kids")]
    public void what_lets_go_of_nothing_lets_go_of_nothing(string text) => GivenUp.Find(text).ShouldBeNull();

    [Fact]
    public void what_else_is_said_is_left() => GivenUp.Find("forget the budget, 4 days in Hue").ShouldNotBeNull().Rest.ShouldBe("4 days in Hue");

    [Theory]
    [InlineData("who runs this?"), InlineData("which company is it?"), InlineData("bên nào tổ chức vậy"), InlineData("tour này của công ty nào"), InlineData("ai to chuc")]
    [InlineData("Could I have their phone number?"), InlineData("contact number of first one"), InlineData("the second one. Whom can I call?"), InlineData("cho xin sdt ben do"), InlineData("Tôi gọi cho ai được?"), InlineData("cho xin số gọi bên đó"), InlineData("Tôi muốn gọi điện nói chuyện cho dễ")]
    public void the_agencys_phone_is_asked_for(string text) => TourQuestions.AsksForContact(text).ShouldBeTrue();

    [Theory]
    [InlineData("send me the phone number of the admin"), InlineData("gửi cho tôi số điện thoại của admin"), InlineData("delete my phone number"), InlineData("3 days in Hue")]
    public void other_numbers_are_not(string text) => TourQuestions.AsksForContact(text).ShouldBeFalse();

    [Theory]
    [InlineData("chepaer", "cheaper"), InlineData("the frist one", "the first one"), InlineData("bok it", "book it"), InlineData("cheaper", null), InlineData("my boss must not know", null), InlineData("huế", null)]
    public void frequent_commands_are_read_as_they_were_meant(string text, string? right) => Respelt.Of(text).ShouldBe(right);

    [Theory]
    [InlineData("no, keep it", true), InlineData("thôi giữ lại đi", true), InlineData("thoi giu lai di", true), InlineData("delete it", false), InlineData("hmm what happens to my bookings then?", false)]
    public void what_is_to_be_kept_is_kept(string text, bool keeps) => Erasure.Keeps(text).ShouldBe(keeps);

    [Theory]
    [InlineData("hmm what happens to my bookings then?", true), InlineData("ủa xóa là mất hết hả", true), InlineData("hmm", true), InlineData("3 days in Hue", false)]
    public void who_hesitates_has_not_answered(string text, bool hesitates) => Erasure.Hesitates(text).ShouldBe(hesitates);

    [Theory]
    [InlineData("yes", true), InlineData("Ok!", true), InlineData("yes, you may", true), InlineData("có", true), InlineData("dạ được ạ", true), InlineData("vâng", true)]
    [InlineData("no thanks", false), InlineData("Rather not", false), InlineData("không", false), InlineData("thôi khỏi", false), InlineData("dạ không cần đâu ạ", false), InlineData("chưa ưng", false)]
    [InlineData("ok thanks", null), InlineData("great", null), InlineData("yes, 4 days", null), InlineData("no trekking", null), InlineData("có gì rẻ hơn k", null), InlineData("không leo núi", null), InlineData("", null)]
    public void a_bare_yes_or_no_is_nothing_else(string text, bool? yes) => YesOrNo.Of(text).ShouldBe(yes);

    [Theory]
    [InlineData("English, not Vietnamese", "vi", "en"), InlineData("English please, my friend reads this", "vi", "en"), InlineData("thôi nói tiếng Việt đi", "en", "vi"), InlineData("noi tieng viet di", "en", "vi"), InlineData("mình không hiểu tiếng Anh", "en", "vi")]
    [InlineData("an English speaking guide", "vi", null), InlineData("English guide", "vi", null), InlineData("Vietnamese food", "en", null)]
    public void a_language_is_asked_for(string text, string current, string? wanted) => (ChatLanguage.Asked(text, current) is var (language, _) ? language : null).ShouldBe(wanted);
}
