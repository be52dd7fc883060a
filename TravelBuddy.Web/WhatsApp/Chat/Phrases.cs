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

    public static readonly Phrase Stopped = new(
        "Done: you will get no more messages from TravelBuddy. Write START if you want them again.",
        "Xong: bạn sẽ không nhận tin từ TravelBuddy nữa. Nhắn BẮT ĐẦU nếu bạn muốn nhận lại.");

    public static readonly Phrase StillStopped = new(
        "You asked for no more messages, so I keep quiet. Write START and I answer again.",
        "Bạn đã nhắn DỪNG nên mình không nhắn nữa. Bạn nhắn BẮT ĐẦU là mình trả lời lại ngay.");

    public static readonly Phrase Started = new(
        "Good to have you back. Tell me what trip you would like.",
        "Rất vui được gặp lại bạn. Bạn muốn đi chuyến như thế nào?");

    /// <summary>The same where tours were shown: they can still be spoken of.</summary>
    public static readonly Phrase StartedAgain = new(
        "Good to have you back. The tours above are still there: write a number for more about one, “more” for others, or what trip you would like.",
        "Rất vui được gặp lại bạn. Các tour ở trên vẫn còn đó: bạn nhắn số của tour để xem kỹ hơn, “xem thêm” để xem tour khác, hoặc nhắn chuyến đi bạn muốn.");

    public static readonly Phrase SpeaksIt = new(
        "Yes, write to me in English. What trip would you like? For example “Hội An, 3 days, good food”.",
        "Dạ có, bạn cứ nhắn tiếng Việt ạ. Bạn muốn đi chuyến như thế nào? Ví dụ “Hội An 3 ngày, ăn ngon”.");

    public static readonly Phrase DeleteData = new(
        "This deletes everything TravelBuddy knows about you, on the website too: your number, your messages and your trips. It cannot be undone. To confirm, tap the button or reply DELETE within an hour. If you ever wrote STOP, a code stays that nobody can turn back into your number, so that you are left in peace. To end messages only, write STOP.",
        "Mình sẽ xóa mọi thứ TravelBuddy biết về bạn, cả trên trang web: số điện thoại, tin nhắn và các chuyến đi. Xóa rồi không lấy lại được. Để xác nhận, bạn bấm nút hoặc nhắn XÓA trong vòng một giờ. Nếu bạn từng nhắn DỪNG thì chỉ còn một mã, không ai đọc ra số của bạn được, để không ai nhắn làm phiền bạn. Chỉ muốn ngừng nhận tin thì nhắn DỪNG.");

    public static readonly Phrase NotDeletedYet = new(
        "Nothing is deleted yet. What you booked stays with its agency; what TravelBuddy knows of you would be gone. Reply DELETE to delete everything, or anything else to keep it.",
        "Chưa xóa gì cả. Tour bạn đã đặt vẫn còn ở công ty tổ chức; còn những gì TravelBuddy biết về bạn sẽ mất hết. Bạn nhắn XÓA để xóa tất cả, nhắn gì khác thì mình giữ lại.");

    public static readonly Phrase Kept = new("All right, nothing is deleted.", "Vâng, mình không xóa gì cả.");

    public static readonly Phrase DeleteEverything = new("Delete everything", "Xóa tất cả");

    public static readonly Phrase Erased = new(
        "Done: with this message TravelBuddy forgets you. If you ever wrote STOP, only a code stays that nobody can turn back into your number. If you write again, we start anew.",
        "Xong ạ: sau tin này TravelBuddy không còn giữ gì về bạn. Nếu bạn từng nhắn DỪNG thì chỉ còn một mã, không ai đọc ra số của bạn được. Khi nào bạn nhắn lại, mình bắt đầu lại từ đầu.");

    public static readonly Phrase Thanks = new(
        "You are welcome! Write whenever you want to see more or change something.",
        "Không có gì ạ! Muốn xem thêm hay đổi gì, cứ nhắn ạ.");

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

    public static readonly Phrase AgencyKnows = new(
        "That I do not know for certain: please ask the agency of the tour.",
        "Điều đó mình không biết chắc: bạn hãy hỏi công ty tổ chức tour nhé.");

    public static readonly Phrase NotSaid = new(
        "It does not say: please ask the agency.",
        "Công ty không ghi điều này ạ: bạn hỏi trực tiếp công ty nhé.");

    public static readonly Phrase NoneOfThemSays = new(
        "None of these tours says that. Write “phone” and a number, such as “phone {0}”, to ask its agency.",
        "Các tour này đều không ghi điều đó. Bạn nhắn “gọi” kèm số, ví dụ “gọi {0}”, để hỏi công ty tổ chức nhé.");

    public static readonly Phrase SafetyNotSaid = new(
        "It says nothing about safety. The agency knows: ask what gear, insurance and guides there are, and how fit one has to be.",
        "Công ty không ghi gì về an toàn ạ. Bạn hỏi công ty giúp mình: có đồ bảo hộ, bảo hiểm, hướng dẫn viên nào đi cùng, và cần sức khỏe ra sao nhé.");

    public static readonly Phrase NoneOfThemSaysOfSafety = new(
        "None of these tours says anything about safety; their agencies know. Write “phone” and a number, such as “phone {0}”, and ask about gear, insurance, guides, and how fit one has to be.",
        "Các tour này không ghi gì về an toàn ạ. Công ty tổ chức biết rõ. Bạn nhắn “gọi” kèm số, ví dụ “gọi {0}”, rồi hỏi về đồ bảo hộ, bảo hiểm, hướng dẫn viên và sức khỏe cần có nhé.");

    public static readonly Phrase NoneOfThemHas = new(
        "None of these tours says that it has that. Write “phone” and a number, such as “phone {0}”, to ask its agency; or, if it has to be there, “must have” and what, and I look for tours that say so.",
        "Các tour này đều không ghi là có. Bạn nhắn “gọi” kèm số, ví dụ “gọi {0}”, để hỏi công ty tổ chức; còn nếu bắt buộc phải có, bạn nhắn “phải có” kèm điều đó, mình tìm tour khác ạ.");

    public static readonly Phrase AgencySays = new("{0} writes:", "{0} viết:");
    public static readonly Phrase AgencySaysInEnglish = new("In English, {0} writes:", "Bằng tiếng Anh, {0} viết:");
    public static readonly Phrase AgencySaysInVietnamese = new("In Vietnamese, {0} writes:", "Bằng tiếng Việt, {0} viết:");

    public static readonly Phrase Unknown = new(
        "Sorry, I know tours in Viet Nam only. Where would you like to go, and for how many days? For ideas write “help”.",
        "Mình chỉ rành chuyện tour thôi ạ. Bạn muốn đi đâu, mấy ngày? Cần gợi ý thì nhắn “trợ giúp”.");

    public static readonly Phrase UnknownAgain = new(
        "Sorry, I did not find a trip in that either. A few words are enough, such as “Sa Pa, 2 days, trekking”; or write “help”.",
        "Xin lỗi, mình vẫn chưa thấy chuyến đi nào trong tin đó. Chỉ cần vài chữ, ví dụ “Sa Pa, 2 ngày, leo núi”; hoặc nhắn “trợ giúp”.");

    public static readonly Phrase UnknownOfTours = new(
        "I did not get that. Write a tour's number, such as “2”, to see more of it, “cheaper”, “compare 1 and 2”, or what you would like changed.",
        "Mình chưa hiểu ý đó. Bạn nhắn số của tour, ví dụ “2”, để xem kỹ hơn, “rẻ hơn”, “so sánh 1 và 2”, hoặc điều bạn muốn đổi nhé.");

    public static readonly Phrase UnknownOfToursAgain = new(
        "Sorry, I know tours only. “Book 1” opens the booking page of the first, “phone 1” gives its agency's number, and a wish such as “4 days” or “no trekking” brings other tours.",
        "Chuyện đó mình chưa hiểu, mình chỉ rành về tour thôi ạ. “Đặt 1” để mở trang đặt tour số 1, “gọi 1” để lấy số công ty, còn muốn tour khác thì nhắn “4 ngày” hay “không leo núi” chẳng hạn.");

    public static readonly Phrase UnknownOfToursStill = new(
        "I still find nothing about tours in that. Write “more” for other tours, “new trip” to begin again, or “help” for all that I understand.",
        "Mình vẫn chưa thấy gì về tour trong tin đó. Bạn nhắn “xem thêm” để xem tour khác, “chuyến đi mới” để bắt đầu lại, hoặc “trợ giúp” để biết mình hiểu những gì.");

    public static readonly Phrase OtherThings = new(
        "That is beyond me, sorry: I know tours. An official source or the agency of your tour can tell you.",
        "Chuyện này mình không rành, mình chỉ biết về tour: bạn hỏi nguồn chính thức hoặc công ty tổ chức tour nhé.");

    public static readonly Phrase OtherWeather = new(
        "For weather and sea these days, look at the National Centre for Hydro-Meteorological Forecasting: I would only be guessing.",
        "Thời tiết và biển từng ngày thì bạn xem Trung tâm Dự báo khí tượng thủy văn quốc gia nhé, mình không dám đoán.");

    public static readonly Phrase WeatherThere = new(
        "{0}: {1}, as a rule. The forecast for a certain day is with the National Centre for Hydro-Meteorological Forecasting.",
        "{0}: thường {1}. Dự báo từng ngày thì bạn xem Trung tâm Dự báo khí tượng thủy văn quốc gia nhé.");

    public static readonly Phrase WeatherInMonth = new(
        "{0} in {1}: {2}. The forecast for a certain day is with the National Centre for Hydro-Meteorological Forecasting.",
        "{0} tháng {1}: {2}. Dự báo từng ngày thì bạn xem Trung tâm Dự báo khí tượng thủy văn quốc gia nhé.");

    public static readonly Phrase OverTheYear = new("{0}, as a rule. Over the year: {1}", "thường {0}. Cả năm thì {1}");
    public static readonly Phrase BetweenSeasons = new("between the good and the bad months", "là lúc giao mùa");

    public static readonly Phrase OtherVisas = new(
        "Visas depend on your passport: the Immigration Department's e-visa portal or a Vietnamese embassy tells you for certain.",
        "Thị thực tùy hộ chiếu của từng người: bạn xem cổng thị thực điện tử của Cục Quản lý xuất nhập cảnh, hoặc hỏi đại sứ quán nhé.");

    public static readonly Phrase OtherMoney = new(
        "A bank or the State Bank of Vietnam knows today's rate; prices that I convert (≈) are only about right.",
        "Tỷ giá hôm nay bạn hỏi ngân hàng, hoặc xem của Ngân hàng Nhà nước; giá mình quy đổi (≈) chỉ là ước chừng.");

    public static readonly Phrase OtherHealth = new(
        "Please ask a doctor or a pharmacist about that. In an emergency in Viet Nam, call 115.",
        "Chuyện sức khỏe bạn hỏi bác sĩ hoặc nhà thuốc giúp mình nhé. Cần cấp cứu thì gọi 115.");

    public static readonly Phrase OtherSafety = new(
        "Your own foreign ministry's travel advice tells best how safe a place is just now. In an emergency in Viet Nam, call 113 for the police.",
        "Tình hình an ninh từng nơi thì bạn xem khuyến cáo của Bộ Ngoại giao hoặc hỏi công an địa phương nhé. Khẩn cấp thì gọi 113.");

    public static readonly Phrase TourRuns = new("Tour {0} runs {1}.", "Tour số {0} chạy {1}.");

    public static readonly Phrase NoMoreToSay = new(
        "I cannot say more to that: I am a program, and no person reads along. Name a place and a length, such as “Hội An, 3 days”, and I send tours with the phone number of each agency, where people answer.",
        "Chuyện này mình không nói thêm được: mình là chương trình, không có người trực ở đây. Bạn nhắn nơi đến và số ngày, ví dụ “Hội An 3 ngày”, mình gửi tour kèm số điện thoại công ty để bạn gọi hỏi.");

    public static readonly Phrase NoMoreToSayOfTours = new(
        "I have no better answer to that, but a person has: write “phone 1” for the number of tour 1's agency. Or write “help” for all that I understand.",
        "Chuyện này mình không trả lời rõ hơn được, nhưng công ty thì có: bạn nhắn “gọi 1” để lấy số điện thoại công ty của tour số 1. Hoặc nhắn “trợ giúp” để xem mình hiểu những gì.");

    public static readonly Phrase OtherThingsAgain = new(
        "More than that I do not know of it. What I know are tours: write a place and a length, such as “Hội An, 3 days”.",
        "Chuyện đó mình không biết gì hơn. Còn về tour thì mình rành: bạn nhắn nơi đến và số ngày, ví dụ “Hội An 3 ngày”.");

    public static readonly Phrase HumanLaterAgain = new(
        "Yes, a program: no person reads along here. Write a place and a length, such as “Hội An, 3 days”: each tour comes with the phone number of its agency, where a person answers.",
        "Vâng, mình là chương trình trả lời tự động, ở đây không có người trực. Bạn nhắn nơi đến và số ngày, ví dụ “Hội An 3 ngày”: mỗi tour đều có số điện thoại công ty để bạn gọi gặp người thật.");

    public static readonly Phrase OnlyText = new(
        "I can read text and buttons, but not this kind of message yet. Could you write it?",
        "Mình đọc được chữ và nút bấm, nhưng chưa hiểu loại tin này. Bạn viết thành chữ giúp mình nhé?");

    public static readonly Phrase NoCalls = new(
        "I cannot answer calls, but I read every message: write what trip you would like. For a person at a tour's agency, write “phone 1”.",
        "Mình không nghe gọi được, nhưng đọc mọi tin nhắn: bạn nhắn chuyến đi mong muốn nhé. Muốn nói chuyện với công ty tổ chức tour, bạn nhắn “gọi 1”.");

    public static readonly Phrase NoListYet = new(
        "I have not shown you any tours yet. Tell me what trip you would like.",
        "Mình chưa gửi bạn tour nào ạ. Bạn muốn đi chuyến như thế nào?");

    public static readonly Phrase StayWhere = new(
        "Where would you like to sleep? Name a town, an island or a beach, such as “quiet homestay in Hội An, under $40 a night”.",
        "Bạn muốn ngủ ở đâu? Bạn cho biết thành phố, đảo hay bãi biển, ví dụ “homestay yên tĩnh ở Hội An, dưới 1 triệu một đêm”.");

    public static readonly Phrase NoStaysThere = new(
        "I know of no place to stay near {0} yet. Name a larger town nearby?", "Mình chưa biết chỗ ở nào gần {0}. Bạn thử nêu một thị trấn lớn hơn ở gần nhé?");

    public static readonly Phrase NoStayFits = new(
        "Near {0} I know of places, but none fits all of that. Leave out a wish, or name a higher price.",
        "Gần {0} có chỗ ở nhưng chưa chỗ nào hợp hết ý bạn. Bạn bỏ bớt một ý hoặc nâng mức giá nhé.");

    public static readonly Phrase NoMoreStays = new(
        "Those were all the places to stay I found there. Say what should be different, such as “cheaper” or “with a pool”, or name another town. For tours write “more tours”.",
        "Đó là tất cả chỗ ở mình tìm được ở đó. Cần đổi gì bạn cứ nhắn, ví dụ “rẻ hơn”, “có hồ bơi” hay tên nơi khác. Muốn xem tour, bạn nhắn “xem thêm tour”.");

    public static readonly Phrase NoSuchStay = new(
        "There are {0} places to stay in that list. Which one do you mean? For a tour write “tour” before its number.",
        "Danh sách đó có {0} chỗ ở. Bạn muốn nói đến chỗ số mấy? Nếu là tour, bạn nhắn “tour” trước số nhé.");

    public static readonly Phrase WhichStay = new(
        "Which place to stay do you mean? Write its number, such as “book 2”. For a tour write “book tour 1”.",
        "Bạn muốn đặt chỗ ở nào ạ? Bạn nhắn số của chỗ đó, ví dụ “đặt 2”. Nếu là tour, bạn nhắn “đặt tour 1”.");

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

    public static readonly Phrase NearWhat = new(
        "Nearer to what? Write where you set out from, such as “from Hà Nội”, or what it should be near, such as “closer to the beach”.",
        "Gần nơi nào hơn ạ? Bạn cho biết khởi hành từ đâu, ví dụ “từ Hà Nội”, hoặc muốn gần gì, ví dụ “gần biển hơn”.");

    public static readonly Phrase NoPriceToCompare = new(
        "Those tours have no price I could compare with. What may it cost per person?",
        "Các tour đó không có giá để so sánh. Bạn muốn chi khoảng bao nhiêu một người?");

    public static readonly Phrase CheapestFit = new(
        "Nothing cheaper fits than {0} at {1}. For less, change the place, the length or what you need.",
        "Trong các tour hợp ý thì rẻ nhất là {0} ({1}). Muốn rẻ hơn nữa thì đổi nơi đến, số ngày hoặc điều cần có.");

    public static readonly Phrase CheapestFitBut = new(
        "Nothing cheaper fits than {0} at {1}. For less, something has to give way:",
        "Trong các tour hợp ý thì rẻ nhất là {0} ({1}). Muốn rẻ hơn nữa thì phải bớt một điều:");

    public static readonly Phrase LookingFor = new(
        "🔎 {0}\nAnything to change? Just write it.",
        "🔎 {0}\nCần đổi gì, cứ nhắn ạ.");

    public static readonly Phrase LookingForNow = new(
        "🔎 {0}\nTap a row, or write its number, for more about it; “compare 1 and 2” puts two side by side.",
        "🔎 {0}\nChọn một dòng hoặc nhắn số của tour để xem kỹ hơn; “so sánh 1 và 2” để xem hai tour cạnh nhau.");

    public static readonly Phrase LookingForStill = new(
        "🔎 {0}\nAdd or change whatever you like; “more” brings others, “phone 1” the number of the first one's agency.",
        "🔎 {0}\nCần thêm hay đổi gì, cứ nhắn ạ; “xem thêm” để xem tour khác, “gọi 1” để hỏi công ty của tour số 1.");

    /// <summary>Without advice: it was given with the lists before.</summary>
    public static readonly Phrase LookingForAgain = new("🔎 {0}", "🔎 {0}");

    public static readonly Phrase AskDaysAndWhen = new(
        "How many days do you have, and when? For example “3 days in {0}”.",
        "Bạn đi mấy ngày, vào lúc nào ạ? Ví dụ “3 ngày, tháng {0}”.");

    public static readonly Phrase AskWhereAndDays = new(
        "Where would you like to go, and for how many days? For example “Hội An, 3 days”.",
        "Bạn muốn đi đâu, mấy ngày ạ? Ví dụ “Hội An 3 ngày”.");

    public static readonly Phrase AskDays = new("How many days do you have for it? For example “3 days”.", "Bạn đi mấy ngày ạ? Ví dụ “3 ngày”.");

    public static readonly Phrase AskWhen = new("When would you like to go? For example “in {0}”.", "Bạn định đi lúc nào ạ? Ví dụ “tháng {0}”.");

    public static readonly Phrase AskParty = new(
        "How many of you are going? For example “2 adults and a child of 5”.",
        "Bạn đi mấy người ạ? Ví dụ “2 người lớn và 1 bé 5 tuổi”.");

    public static readonly Phrase AskAges = new("How old are the children? For example “5 and 8 years old”.", "Các bé mấy tuổi ạ? Ví dụ “5 tuổi và 8 tuổi”.");

    public static readonly Phrase AskStart = new("Where do you set out from? For example “from Hanoi”.", "Bạn khởi hành từ đâu ạ? Ví dụ “từ Hà Nội”.");

    public static readonly Phrase AskBudget = new("Roughly what may it cost per person? For example “about 200 dollars”.", "Bạn định chi khoảng bao nhiêu một người ạ? Ví dụ “tầm 5 triệu”.");

    public static readonly Phrase NotSureYet = new(
        "That is fine, nothing has to be settled yet: the tours above stay as they are. Write it whenever you know.",
        "Không sao ạ, chưa cần chốt gì đâu: các tour ở trên vẫn để đó, khi nào rõ hơn bạn cứ nhắn mình.");

    public static readonly Phrase NotSureWhere = new(
        "That is fine. Tell me only what you like, such as “beach”, “mountains” or “good food”, and I send ideas.",
        "Không sao ạ. Bạn chỉ cần cho biết thích gì, ví dụ “biển”, “núi” hay “ăn ngon”, mình sẽ gợi ý.");

    public static readonly Phrase LookingForAnything = new(
        "🔎 No wish so far: popular tours from all over Viet Nam. Write a place, a length or a price.",
        "🔎 Bạn chưa nói thích gì, nên đây là các tour nhiều người chọn khắp Việt Nam. Bạn nhắn nơi đến, số ngày hoặc giá nhé.");

    public static readonly Phrase NoSuchDay = new(
        "There is no {0}. Which day do you mean?",
        "Không có ngày {0}. Bạn muốn đi ngày nào ạ?");

    public static readonly Phrase NothingChanged = new(
        "I keep that in mind already. What else may change: place, length, budget, food, activities?",
        "Điều đó mình ghi nhận rồi ạ. Bạn muốn đổi gì khác: nơi đến, số ngày, ngân sách, món ăn, hoạt động?");

    public static readonly Phrase LanguageChanged = new("From now on in English.", "Từ giờ mình sẽ nhắn bằng tiếng Việt.");

    public static readonly Phrase Liked = new(
        "Glad you like it! Write “book {0}” when you want to go on.",
        "Vui vì bạn thích! Nhắn “đặt {0}” khi bạn muốn đặt.");

    public static readonly Phrase Disliked = new(
        "All right. What does not fit? Write it, such as “cheaper” or “no trekking”, and I'll look again.",
        "Dạ. Tour đó chưa hợp ở điểm nào ạ? Ví dụ “rẻ hơn” hay “không leo núi”, mình sẽ tìm lại.");

    public static readonly Phrase NearYou = new(
        "📍 You are near {0}: these tours are there.",
        "📍 Bạn đang ở gần {0}: đây là các tour ở đó.");

    public static readonly Phrase NearYouSoon = new(
        "📍 You are near {0}: these tours are there. I suppose you want to go within two weeks; if not, write when, such as “in March”.",
        "📍 Bạn đang ở gần {0}: đây là các tour ở đó. Mình hiểu là bạn muốn đi trong hai tuần tới; nếu đi lúc khác, bạn nhắn mình nhé, ví dụ “tháng 3”.");

    public static readonly Phrase TakenAsSoon = new(
        "I suppose you want to go within two weeks; if not, write when, such as “in March”.",
        "Mình hiểu là bạn muốn đi trong hai tuần tới; nếu đi lúc khác, bạn nhắn mình nhé, ví dụ “tháng 3”.");

    public static readonly Phrase OutsideVietNam = new(
        "That is far from every place I know: I look for tours in Viet Nam only. Where in Viet Nam would you like to go?",
        "Chỗ đó ngoài Việt Nam rồi ạ, mà mình chỉ tìm tour trong nước. Bạn muốn đi đâu ạ?");

    public static readonly Phrase StillOutside = new(
        "That place, too, lies outside Viet Nam. Write a place there instead, such as “Hội An, 3 days”, or only what you like: “beach”, “mountains”.",
        "Chỗ này cũng ở ngoài Việt Nam ạ. Bạn nhắn tên một nơi trong nước, ví dụ “Hội An 3 ngày”, hoặc chỉ cần điều bạn thích: “biển”, “núi”.");

    public static readonly Phrase WhereAreYou = new(
        "Where are you? Tap the button to send me your place on the map, or write the name of the town. I only keep the town's name.",
        "Bạn đang ở đâu ạ? Bạn bấm nút để gửi vị trí, hoặc viết tên thành phố. Mình chỉ lưu tên nơi đó.");

    public static readonly Phrase VoiceNotHeard = new(
        "Thank you for the voice message. I could not make it out this time: could you write it in a few words?",
        "Cảm ơn bạn đã gửi tin thoại. Lần này mình chưa nghe ra: bạn viết vài chữ giúp mình nhé?");

    public static readonly Phrase VoiceNote = new(
        "Thank you for the voice message. I cannot listen to it, only read: could you write it in a few words?",
        "Cảm ơn bạn đã gửi tin thoại. Mình chưa nghe được, chỉ đọc được chữ: bạn viết vài chữ giúp mình nhé?");

    public static readonly Phrase PictureOnly = new(
        "Nice, thank you! I cannot see what is in it, though. If you would like a trip like that, write the place or what you see.",
        "Cảm ơn bạn! Nhưng mình chưa xem được trong đó có gì. Nếu muốn một chuyến đi như vậy, bạn viết tên nơi đó hoặc điều bạn thấy nhé.");

    /// <summary>Before what the words that came with it brought.</summary>
    public static readonly Phrase PictureWithWords = new(
        "I cannot see pictures or videos, so I go by your words.",
        "Ảnh hay video thì mình chưa xem được, mình tìm theo lời bạn viết ạ.");

    public static readonly Phrase DocumentOnly = new(
        "Thank you, but I do not open files. Please never send me a passport or ticket; write what trip you would like.",
        "Cảm ơn bạn, nhưng mình không mở tệp. Bạn đừng gửi hộ chiếu hay vé cho mình nhé; bạn chỉ cần nhắn chuyến đi bạn muốn.");

    public static readonly Phrase StickerOnly = new(
        "😊 What trip would you like, or what should I change?",
        "😊 Bạn muốn đi chuyến như thế nào, hay cần đổi gì ạ?");

    public static readonly Phrase ContactCard = new(
        "Thank you, but I do not keep other people's contacts. If they would like tours, they can write to me themselves.",
        "Cảm ơn bạn, nhưng mình không lưu liên hệ của người khác. Nếu muốn tìm tour, họ cứ nhắn cho mình nhé.");

    public static readonly Phrase StopOrNot = new(
        "Do you want no more messages from me, or should I look for something else? To cancel a booking, please write to its agency.",
        "Bạn không muốn nhận tin của mình nữa, hay muốn mình tìm tour khác? Muốn hủy đặt chỗ, bạn liên hệ công ty tổ chức tour nhé.");

    public static readonly Phrase NoMoreMessages = new("No more messages", "Không nhận tin nữa");
    public static readonly Phrase GoOn = new("Go on", "Tiếp tục");

    public static readonly Phrase HumanLater = new(
        "I am a program, and I find tours. Behind each tour is an agency with people: tell me what trip you would like, and with the tours you get their phone number.",
        "Mình là chương trình tìm tour. Mỗi tour đều có nhân viên công ty tư vấn: bạn cho biết chuyến đi mong muốn, mình sẽ gửi tour kèm số điện thoại của họ.");

    public static readonly Phrase HumanBehindTours = new(
        "I am a program that finds tours. Behind each tour is an agency with people: write “phone 1” for the number of the first tour's.",
        "Mình là chương trình tìm tour. Mỗi tour đều có nhân viên công ty tư vấn: bạn nhắn “gọi 1” để lấy số điện thoại của tour số 1.");

    public static readonly Phrase AskConsent = new(
        "OK if TravelBuddy messages you later, too, with tours for your trip? Write STOP at any time to end it.",
        "Khi có tour mới hợp ý bạn, TravelBuddy nhắn bạn được không ạ? Muốn dừng lúc nào, bạn nhắn DỪNG.");

    public static readonly Phrase YesYouMay = new("Yes, you may", "Vâng, được");
    public static readonly Phrase RatherNot = new("Rather not", "Không cần");
    public static readonly Phrase ConsentYes = new("Thank you! I write only about your trip; STOP ends it.", "Cảm ơn bạn! Mình chỉ nhắn về chuyến đi của bạn; khi nào không muốn nhận nữa, bạn nhắn DỪNG nhé.");
    public static readonly Phrase ConsentNo = new("All right, I only answer when you write.", "Vâng, mình chỉ trả lời khi bạn nhắn.");

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
