using System.Globalization;
using System.Reflection;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>A text of the chat in both languages; <c>{0}</c> and on are numbers or names of ours.</summary>
public sealed record Phrase(string En, string Vi)
{
    public string In(string language, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, language == "vi" ? Vi : En, arguments);
}

/// <summary>Everything the chat says beyond the tours themselves: here what it says by itself, beside it the parts of messages about tours and places to stay.</summary>
public static partial class Phrases
{
    public static readonly Phrase Welcome = new(
        "Hello, this is TravelBuddy: I look through many agencies' tours in Viet Nam and send you the best. What trip would you like? For example: “3 days around Đà Nẵng with kids, under $300, seafood”.\nFor that I keep your contact and your wishes; write STOP to end it.",
        "Xin chào, đây là TravelBuddy: mình tìm trong tour của nhiều công ty và gửi những tour hợp nhất. Bạn muốn đi chuyến như thế nào, cứ nhắn mình nhé, ví dụ: “3 ngày quanh Đà Nẵng với trẻ con, dưới 8 triệu, hải sản”.\nMình chỉ lưu thông tin liên hệ và yêu cầu của bạn để trả lời; muốn dừng thì nhắn DỪNG ạ.");

    public static readonly Phrase Introduction = new(
        "Hello, this is TravelBuddy: I look through many agencies' tours for you. For that I keep your contact and your wishes; write STOP to end it.",
        "Chào bạn, TravelBuddy đây ạ: mình tìm giúp bạn trong tour của nhiều công ty. Mình chỉ lưu thông tin liên hệ và yêu cầu của bạn để trả lời; muốn dừng thì nhắn DỪNG ạ.");

    public static readonly Phrase Joined = new(
        "Thank you, this chat and your TravelBuddy page are now one. Here are your tours. To change anything, just write, such as “cheaper” or “4 days”; STOP ends messages.",
        "Cảm ơn bạn! Mình đã nối cuộc trò chuyện này với trang TravelBuddy của bạn. Tour của bạn đây ạ; muốn đổi gì cứ nhắn, ví dụ “rẻ hơn” hoặc “4 ngày”. Muốn dừng thì nhắn DỪNG.");

    public static readonly Phrase Handed = new(
        "Thank you. Here are the tours, as a trip of this chat's own: what you change here changes no page. To change anything, just write, such as “cheaper” or “4 days”; STOP ends messages.",
        "Cảm ơn bạn! Tour của bạn đây ạ. Bạn đổi gì ở đây thì trang web vẫn giữ nguyên. Muốn đổi, cứ nhắn, ví dụ “rẻ hơn” hoặc “4 ngày”; muốn dừng thì nhắn DỪNG.");

    public static readonly Phrase CodeUnknown = new(
        "I do not know that code, or it was used already or is older than 7 days. Please open “Send to my WhatsApp” on the page again. You can also just write what trip you would like.",
        "Mã này không đúng, đã được dùng rồi hoặc đã quá 7 ngày. Bạn hãy mở lại “Gửi tới WhatsApp của tôi” trên trang. Bạn cũng có thể viết ngay chuyến đi mình muốn.");

    public static readonly Phrase Help = new(
        "You can write:\n• what you would like: “Huế and Hội An, 4 days, vegetarian”\n• changes: “cheaper”, “shorter”, “Huế instead”\n• “the second one” for details, “compare 1 and 2”, “book 2” for the booking page\n• your place on the map, for tours near you\n• “more” for further tours\n• “Tiếng Việt” to change language\n• STOP to end messages, “delete my data” to be forgotten",
        "Bạn có thể nhắn:\n• điều bạn muốn: “Huế và Hội An, 4 ngày, ăn chay”\n• thay đổi: “rẻ hơn”, “ngắn hơn”, “đổi sang Huế”\n• “cái thứ hai” để xem chi tiết, “so sánh 1 và 2”, “đặt 2” để mở trang đặt tour\n• gửi vị trí của bạn, để tìm tour gần đó\n• “thêm” để xem các tour khác\n• “English” để đổi ngôn ngữ\n• DỪNG để không nhận tin nữa, “xóa dữ liệu của tôi” để xóa dữ liệu");

    public static readonly Phrase SpeaksIt = new(
        "Yes, write to me in English. What trip would you like? For example “Hội An, 3 days, good food”.",
        "Dạ có, bạn cứ nhắn tiếng Việt ạ. Bạn muốn đi chuyến như thế nào? Ví dụ “Hội An 3 ngày, ăn ngon”.");

    public static readonly Phrase Thanks = new(
        "You are welcome! Write whenever you want to see more or change something.",
        "Dạ không có chi, muốn xem thêm hay đổi gì, bạn cứ nhắn ạ.");

    /// <summary>The same to an elder.</summary>
    public static readonly Phrase ThanksToElder = new(
        "You are welcome! Write whenever you want to see more or change something.",
        "Dạ mình cảm ơn bạn, chúc bạn đi vui ạ! Muốn xem thêm hay đổi gì, bạn cứ nhắn nhé.");

    public static readonly Phrase AllRight = new(
        "All right. Write a tour's number for more about it, “more” for others, or what should be different.",
        "Vâng ạ. Bạn nhắn số của tour để xem kỹ hơn, “xem thêm” để xem tour khác, hoặc cho biết cần đổi gì.");

    public static readonly Phrase TakeYourTime = new(
        "Of course, take your time. The tours stay up there: write whenever you want to go on.",
        "Dạ, bạn cứ thong thả. Các tour vẫn còn ở trên, khi nào muốn xem tiếp bạn cứ nhắn mình.");

    public static readonly Phrase NotHelpful = new(
        "Sorry I have not helped yet. What is missing? Write it, such as “cheaper” or “less walking”.",
        "Mình xin lỗi vì chưa giúp được bạn. Bạn thấy thiếu điều gì, ví dụ “rẻ hơn” hay “ít đi bộ”?");

    public static readonly Phrase NotHelpfulAgain = new(
        "I hear you. What matters most: the place, the days or the price? I'll start again from that.",
        "Mình hiểu ạ. Điều gì quan trọng nhất với bạn: nơi đến, số ngày hay giá? Bạn nhắn, mình tìm lại từ đó.");

    public static readonly Phrase Goodbye = new(
        "Goodbye! Write whenever you want to go on.",
        "Chào bạn nhé! Khi nào muốn xem tiếp, bạn cứ nhắn mình.");

    public static readonly Phrase NotThat = new(
        "All right. Tell me what should be different, such as “cheaper”, “shorter” or “no trekking”, or write “more” for others.",
        "Vâng ạ. Bạn cho biết cần đổi gì, ví dụ “rẻ hơn”, “ngắn hơn” hay “không leo núi”, hoặc nhắn “xem thêm” để xem tour khác.");

    public static readonly Phrase NewTrip = new(
        "All right, a new trip: I start from nothing. Where would you like to go, for how long, and what do you like?",
        "Vâng, một chuyến đi mới: mình bắt đầu lại từ đầu. Bạn muốn đi đâu, mấy ngày, và thích gì?");

    public static readonly Phrase CancelBooking = new(
        "Bookings are made with the agency, so I cannot cancel for you: please cancel there.",
        "Tour đặt với công ty nên mình không hủy giúp được ạ: bạn liên hệ công ty đó để hủy nhé.");

    public static readonly Phrase NoListYet = new(
        "I have not shown you any tours yet. Where would you like to go, and for how many days? For example “Hội An, 3 days”.",
        "Mình chưa gửi bạn tour nào. Bạn muốn đi đâu, mấy ngày ạ? Ví dụ “Hội An, 3 ngày”.");

    public static readonly Phrase NoSuchTour = new(
        "There are {0} tours in your list. Which one do you mean?",
        "Danh sách của bạn có {0} tour. Bạn muốn nói đến tour số mấy?");

    public static readonly Phrase WhichTour = new(
        "Which tour do you mean? Write its number, such as “book 2”.",
        "Bạn muốn nói đến tour nào ạ? Bạn nhắn số của tour, ví dụ “đặt 2”.");

    public static readonly Phrase OldButton = new(
        "I no longer have the tours of that button. Tell me what trip you would like and I'll look again.",
        "Các tour của nút đó mình không còn giữ ạ. Bạn nhắn chuyến đi bạn muốn, mình tìm lại nhé.");

    public static readonly Phrase NoMore = new(
        "Those were all the tours of this list. Change something, such as “cheaper” or another place, and I'll look again.",
        "Danh sách này hết tour rồi ạ. Bạn đổi một ý, ví dụ “rẻ hơn” hay nơi khác, mình tìm lại nhé.");

    public static readonly Phrase LanguageChanged = new("From now on in English.", "Từ giờ mình sẽ nhắn bằng tiếng Việt.");

    public static readonly Phrase Liked = new(
        "Glad you like it! Write “book {0}” when you want to go on.",
        "Vui vì bạn thích! Nhắn “đặt {0}” khi bạn muốn đặt.");

    public static readonly Phrase Disliked = new(
        "All right. What does not fit? Write it, such as “cheaper” or “no trekking”, and I'll look again.",
        "Dạ. Tour đó chưa hợp ở điểm nào ạ? Ví dụ “rẻ hơn” hay “không leo núi”, mình sẽ tìm lại.");

    public static readonly Phrase FeedbackQuestion = new("Was there a tour among them that you like?", "Trong các tour đó có tour nào bạn ưng không?");
    public static readonly Phrase YesTheyWere = new("Yes 👍", "Có 👍");
    public static readonly Phrase NotQuiteThem = new("Not quite", "Chưa ưng");
    public static readonly Phrase FeedbackGood = new("Good to hear! Have a lovely trip.", "Vui quá! Chúc bạn có chuyến đi thật vui.");

    public static readonly Phrase FeedbackBad = new(
        "Thank you for saying so. What was missing? Write it, such as “nearer to the beach” or “less walking”, and I'll look again.",
        "Cảm ơn bạn đã cho biết. Còn thiếu điều gì ạ? Bạn cứ nhắn, ví dụ “gần biển hơn” hay “ít đi bộ”, mình sẽ tìm lại.");

    public static readonly Phrase Trouble = new(
        "Something did not work on our side. Please write that again in a moment.",
        "Bên mình vừa gặp trục trặc. Bạn nhắn lại sau ít phút giúp mình nhé.");

    // When it is asked for: nothing says which file's fields are set first.
    private static readonly Lazy<Dictionary<string, Phrase>> ByName = new(() => typeof(Phrases).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(Phrase)).ToDictionary(field => field.Name, field => (Phrase)field.GetValue(null)!));

    /// <summary>All phrases by name.</summary>
    public static IReadOnlyDictionary<string, Phrase> All => ByName.Value;
}
