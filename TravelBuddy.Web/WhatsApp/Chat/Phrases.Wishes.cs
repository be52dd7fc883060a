namespace TravelBuddy.Web.WhatsApp.Chat;

// What was heard of a trip, and what is asked back.
public static partial class Phrases
{
    public static readonly Phrase NearWhat = new(
        "Nearer to what? Write where you set out from, such as “from Hà Nội”, or what it should be near, such as “closer to the beach”.",
        "Gần nơi nào hơn ạ? Bạn cho biết khởi hành từ đâu, ví dụ “từ Hà Nội”, hoặc muốn gần gì, ví dụ “gần biển hơn”.");

    public static readonly Phrase NoPriceToCompare = new(
        "Those tours have no price I could compare with. What may it cost per person?",
        "Các tour đó không có giá để so sánh. Bạn muốn chi khoảng bao nhiêu một người?");

    public static readonly Phrase CheapestFit = new(
        "The cheapest that fits is {0} at {1}. For less, change the place, the length or what you need.",
        "Trong các tour hợp ý thì rẻ nhất là {0} ({1}). Muốn rẻ hơn nữa thì đổi nơi đến, số ngày hoặc điều cần có.");

    public static readonly Phrase CheapestFitBut = new(
        "The cheapest that fits is {0} at {1}. For less, something has to give way:",
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
        "🔎 Bạn chưa nói thích gì, nên đây là các tour đến những nơi nổi tiếng khắp Việt Nam. Bạn nhắn nơi đến, số ngày hoặc giá nhé.");

    public static readonly Phrase NoSuchDay = new(
        "There is no {0}. Which day do you mean?",
        "Không có ngày {0}. Bạn muốn đi ngày nào ạ?");

    public static readonly Phrase NothingChanged = new(
        "I keep that in mind already. What else may change: place, length, budget, food, activities?",
        "Điều đó mình ghi nhận rồi ạ. Bạn muốn đổi gì khác: nơi đến, số ngày, ngân sách, món ăn, hoạt động?");

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
}
