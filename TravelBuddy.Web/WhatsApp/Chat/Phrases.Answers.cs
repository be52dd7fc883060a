namespace TravelBuddy.Web.WhatsApp.Chat;

// Answers to questions, and what is said where nothing was understood.
public static partial class Phrases
{
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

    public static readonly Phrase WeatherOfCountry = new(
        "Viet Nam in {0}, as a rule:\n{1}\nName a place, and I say more of it. The forecast for a certain day is with the National Centre for Hydro-Meteorological Forecasting.",
        "Việt Nam tháng {0}, thường thì:\n{1}\nBạn định đi nơi nào, mình nói kỹ hơn. Dự báo từng ngày thì bạn xem Trung tâm Dự báo khí tượng thủy văn quốc gia nhé.");

    public static readonly Phrase AsARule = new("{0}, as a rule", "thường {0}");
    public static readonly Phrase OverTheYear = new("{0}, as a rule. Over the year: {1}", "thường {0}. Cả năm thì {1}");
    public static readonly Phrase BetweenSeasons = new("between the good and the bad months", "là lúc giao mùa");

    public static readonly Phrase OtherVisas = new(
        "Visas depend on your passport: evisa.gov.vn, the official e-visa site of the Immigration Department, or a Vietnamese embassy tells you for certain.",
        "Thị thực tùy hộ chiếu của từng người: bạn xem evisa.gov.vn, trang thị thực điện tử chính thức của Cục Quản lý xuất nhập cảnh, hoặc hỏi đại sứ quán nhé.");

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

    public static readonly Phrase HumanLater = new(
        "I am a program, and I find tours. Behind each tour is an agency with people: tell me what trip you would like, and with the tours you get their phone number.",
        "Mình là chương trình tìm tour. Mỗi tour đều có nhân viên công ty tư vấn: bạn cho biết chuyến đi mong muốn, mình sẽ gửi tour kèm số điện thoại của họ.");

    public static readonly Phrase HumanBehindTours = new(
        "I am a program that finds tours. Behind each tour is an agency with people: write “phone 1” for the number of the first tour's.",
        "Mình là chương trình tìm tour. Mỗi tour đều có nhân viên công ty tư vấn: bạn nhắn “gọi 1” để lấy số điện thoại của tour số 1.");
}
