using TravelBuddy.Web.Interests;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_words_are_commands
{
    [Theory]
    [InlineData("STOP")]
    [InlineData("stop.")]
    [InlineData(" Please stop! ")]
    [InlineData("unsubscribe")]
    [InlineData("Dừng")]
    [InlineData("DỪNG LẠI")]
    [InlineData("dung lai")]
    [InlineData("đừng nhắn nữa")]
    [InlineData("dung nhan nua")]
    [InlineData("hủy đăng ký")]
    [InlineData("thôi không cần nữa")]
    [InlineData("thoi khong can nua")]
    public void a_whole_message_stops(string text) => Commands.IsStop(text).ShouldBeTrue();

    [Theory]
    [InlineData("a stop in Huế on the way")]
    [InlineData("non-stop flight please")]
    [InlineData("don't stop sending me tours")]
    [InlineData("dừng chân ở Đà Lạt")]
    [InlineData("tour có dừng lại ở Nha Trang không")]
    [InlineData("cancel my booking")]
    [InlineData("thôi không cần xe nữa")]
    [InlineData("")]
    public void a_word_within_a_sentence_stops_nothing(string text)
    {
        Commands.IsStop(text).ShouldBeFalse();
        Commands.MayBeStop(text).ShouldBeFalse();
    }

    [Theory]
    [InlineData("cancel"), InlineData("Thôi"), InlineData("hủy"), InlineData("huỷ đi"), InlineData("quit"), InlineData("end."), InlineData("dung"), InlineData("huy")]
    public void a_word_that_ends_many_things_may_be_a_stop(string text)
    {
        Commands.IsStop(text).ShouldBeFalse();
        Commands.MayBeStop(text).ShouldBeTrue();
    }

    [Theory]
    [InlineData("English, not Vietnamese", "vi", "en"), InlineData("not English, Vietnamese please", "en", "vi"), InlineData("I don't understand Vietnamese", "vi", "en")]
    [InlineData("tiếng Việt nhé, không phải tiếng Anh", "en", "vi"), InlineData("nói tiếng Anh đi, mình không biết tiếng Việt", "vi", "en"), InlineData("English", "vi", "en"), InlineData("another language", "vi", "en")]
    public void the_language_that_is_wanted_is_chosen_and_not_the_one_that_is_refused(string text, string current, string chosen) => ChatLanguage.Chosen(text, current).ShouldBe(chosen);

    [Theory]
    [InlineData("compare 1 and 3", 1, 3), InlineData("so sánh 2 cái đầu", 1, 2), InlineData("So sanh tour 2 voi tour 4", 2, 4), InlineData("which is better, the first or the third?", 1, 3)]
    [InlineData("what's the difference between 2 and the last one", 2, -1), InlineData("1 or 2?", 1, 2), InlineData("cái thứ hai và cái thứ ba khác nhau thế nào", 2, 3), InlineData("compare them"), InlineData("compare the second with this", 2)]
    [InlineData("so sánh 2 tour cuối", -2, -1), InlineData("compare the last two", -2, -1), InlineData("khác nhau ở đâu giữa 3 và 5", 3, 5)]
    public void two_tours_are_compared_by_their_numbers(string text, params int[] ranks) =>
        Comparing.Find(text).ShouldNotBeNull().ShouldBe(text.Contains("them", StringComparison.Ordinal) ? [1, 2] : ranks);

    [Theory]
    [InlineData("3 or 4 days in Huế"), InlineData("3 hoặc 4 ngày ở Huế"), InlineData("something different from the first"), InlineData("2 or 3 people"), InlineData("10 or 11 June"), InlineData("2 or 3 weeks"), InlineData("5 hay 6 triệu"), InlineData("a better hotel")]
    public void what_compares_nothing_is_no_comparison(string text) => Comparing.Find(text).ShouldBeNull();

    [Theory]
    [InlineData("tours near me", true), InlineData("what can we do nearby?", true), InlineData("quanh đây có gì chơi", true), InlineData("tour gan toi", true)]
    [InlineData("near the beach", false), InlineData("gần đây hơn", false), InlineData("chỗ ở gần đó", false), InlineData("nearby the airport", false)]
    public void near_me_is_understood(string text, bool isAsked) => NearMe.IsAsked(text).ShouldBe(isAsked);

    [Theory]
    [InlineData("start")]
    [InlineData("START!")]
    [InlineData("bắt đầu")]
    [InlineData("bat dau")]
    [InlineData("Tiếp tục")]
    public void start_starts(string text) => Commands.IsStart(text).ShouldBeTrue();

    [Theory]
    [InlineData("please start sending again", true)]
    [InlineData("You can message me again", true)]
    [InlineData("cho tôi nhận tin lại nhé", true)]
    [InlineData("gui tour cho toi di", true)]
    [InlineData("don't start again", false)]
    [InlineData("đừng gửi tin nữa", false)]
    [InlineData("3 days in Huế", false)]
    [InlineData("why do you still text me?", false)]
    [InlineData("you still send me tours, remove me", false)]
    [InlineData("ai cho phép nhắn tin cho tôi", false)]
    [InlineData("what time does the tour start", false)]
    [InlineData("tour bắt đầu lúc mấy giờ", false)]
    public void who_stopped_may_ask_back_in_a_sentence(string text, bool asks) => Commands.AsksBack(text).ShouldBe(asks);

    [Theory]
    [InlineData("bat dau", "vi")]
    [InlineData("BẮT ĐẦU", "vi")]
    [InlineData("dung lai", "vi")]
    [InlineData("start", null)]
    [InlineData("STOP", null)]
    public void a_command_tells_the_language_where_it_is_of_one_only(string text, string? language) => Commands.LanguageOf(text).ShouldBe(language);

    [Theory]
    [InlineData("start in Hanoi")]
    [InlineData("bắt đầu từ Sài Gòn")]
    public void a_start_of_a_trip_is_none(string text) => Commands.IsStart(text).ShouldBeFalse();

    [Theory]
    [InlineData("DELETE")]
    [InlineData("delete.")]
    [InlineData("XÓA")]
    [InlineData("Xoá")]
    [InlineData("xoa")]
    public void the_word_confirms_deleting(string text) => Commands.IsDelete(text).ShouldBeTrue();

    [Theory]
    [InlineData("do not delete")]
    [InlineData("đừng xóa")]
    [InlineData("yes")]
    [InlineData("")]
    public void nothing_else_confirms_deleting(string text) => Commands.IsDelete(text).ShouldBeFalse();

    [Theory]
    [InlineData("Please send me my tours. Code: TB-7K4M-29QW", "TB-7K4M-29QW")]
    [InlineData("tb-7k4m-29qw", "TB-7K4M-29QW")]
    [InlineData("Gửi cho tôi các tour của tôi. Mã: TB 7K4M 29QW ạ", "TB-7K4M-29QW")]
    [InlineData("TB-7K4M-29Q", null)]
    [InlineData("TB-7K4M-29QWX", null)]
    [InlineData("a trip to TB", null)]
    [InlineData("mức TB hàng ngày", null)]
    [InlineData("muc tb hang ngay", null)]
    [InlineData("chi tieu tb khac nhau 2345 6789", null)]
    [InlineData("TB 2345 6789", null)]
    public void a_code_is_found_in_its_text(string text, string? code) => JoinCodes.FindIn(text).ShouldBe(code);

    [Theory]
    [InlineData("can I see a photo of number 2?", true)]
    [InlineData("any pictures of it?", true)]
    [InlineData("Pictures please", true)]
    [InlineData("show me more pics", true)]
    [InlineData("cho mình xem hình cái 2", true)]
    [InlineData("có hình không", true)]
    [InlineData("gửi ảnh của tour này nhé", true)]
    [InlineData("hình ảnh", true)]
    [InlineData("a photo tour", false)]
    [InlineData("good places to take photos", false)]
    [InlineData("Hội An 3 days with a photo stop", false)]
    [InlineData("có chỗ chụp hình đẹp không", false)]
    [InlineData("cho anh xem cái 2", false)]
    [InlineData("cho anh hỏi", false)]
    public void a_picture_is_asked_for(string text, bool asked) =>
        TourQuestions.AsksForPicture(text, new WishReading { Intent = Intent.Unknown, Language = "en", Wishes = new Wishes() }).ShouldBe(asked);

    [Theory]
    [InlineData("price for number 4", MessageKind.TourPrice, 4)]
    [InlineData("price of 2", MessageKind.TourPrice, 2)]
    [InlineData("book 2", MessageKind.BookingLink, 2)]
    [InlineData("Đặt số 3 nhé", MessageKind.BookingLink, 3)]
    [InlineData("dat tour 1", MessageKind.BookingLink, 1)]
    [InlineData("chi tiết 4", MessageKind.TourDetails, 4)]
    [InlineData("Details #2", MessageKind.TourDetails, 2)]
    [InlineData("7", MessageKind.TourDetails, 7)]
    [InlineData("number 1", MessageKind.TourDetails, 1)]
    [InlineData("cái 3", MessageKind.TourDetails, 3)]
    [InlineData("phone 1", MessageKind.AgencyContact, 1)]
    [InlineData("gọi 2", MessageKind.AgencyContact, 2)]
    public void a_number_names_a_tour(string text, MessageKind kind, int rank) => Commands.Numbered(text).ShouldBe((kind, rank));

    [Theory]
    [InlineData("2 days")]
    [InlineData("book a 3 day trip to Hue")]
    [InlineData("4 ngày")]
    [InlineData("2 người")]
    [InlineData("How much for 2?")]
    [InlineData("price for 4")]
    [InlineData("book")]
    [InlineData("")]
    public void a_number_of_something_else_names_none(string text) => Commands.Numbered(text).ShouldBeNull();

    [Fact]
    public void buttons_come_back_as_they_were_made()
    {
        var list = Guid.CreateVersion7();
        ButtonIds.Read(ButtonIds.Book(list, 3)).ShouldBe(new Tap(ButtonAction.Book, list, 3, null));
        ButtonIds.Read(ButtonIds.Erase).ShouldBe(new Tap(ButtonAction.Erase, Guid.Empty, 0, null));
        ButtonIds.Read(ButtonIds.Join("TB-7K4M-29QW")).ShouldBe(new Tap(ButtonAction.Join, Guid.Empty, 0, "TB-7K4M-29QW"));
        foreach (var foreign in new[] { "", "book", "book:x:1", $"book:{list:N}:-1", $"steal:{list:N}:1", $"book:{list:N}:1:2", "join:" })
        {
            ButtonIds.Read(foreign).ShouldBeNull(foreign);
        }
    }

    [Fact]
    public void every_phrase_says_as_much_in_both_languages()
    {
        foreach (var (name, phrase) in Phrases.All)
        {
            phrase.En.ShouldNotBeNullOrWhiteSpace(name);
            phrase.Vi.ShouldNotBeNullOrWhiteSpace(name);
            Holes(phrase.Vi).ShouldBe(Holes(phrase.En), name);
        }
    }

    private static string Holes(string text) => string.Concat(System.Text.RegularExpressions.Regex.Matches(text, @"\{\d\}").Select(m => m.Value).Distinct().Order());
}
