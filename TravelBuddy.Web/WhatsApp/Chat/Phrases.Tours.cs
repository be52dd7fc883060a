namespace TravelBuddy.Web.WhatsApp.Chat;

// Parts of messages about tours: cards, lists, details, prices, comparison.
public static partial class Phrases
{
    public static readonly Phrase Book = new("Book", "Đặt tour");
    public static readonly Phrase AskAgency = new("Ask the agency", "Hỏi công ty");
    public static readonly Phrase MoreLikeThis = new("More like this", "Tour tương tự");
    public static readonly Phrase DetailsHint = new("Write “details {0}” for the whole programme.", "Nhắn “chi tiết {0}” để xem lịch trình.");
    public static readonly Phrase BookHint = new("Write “book {0}” to go on to their booking page.", "Nhắn “đặt {0}” để mở trang đặt tour.");
    public static readonly Phrase OpenBooking = new("Open booking page", "Mở trang đặt tour");
    public static readonly Phrase BookingBody = new(
        "*{0}*\nYou book with {1} on their own page; TravelBuddy takes no payment.", "*{0}*\nBạn đặt trực tiếp với {1} trên trang của họ; TravelBuddy không thu tiền.");
    public static readonly Phrase NoBookingPage = new(
        "*{0}* has no booking page; please ask {1} directly.", "*{0}* không có trang đặt tour; bạn liên hệ trực tiếp {1} nhé.");
    public static readonly Phrase Unreachable = new(
        "*{0}* is run by {1}, who gave us neither a booking page nor a phone or e-mail. Choose another tour, or look for {1} yourself.",
        "*{0}* do {1} tổ chức, nhưng họ không cho biết trang đặt tour, điện thoại hay e-mail. Bạn chọn tour khác, hoặc tự tìm {1} nhé.");
    public static readonly Phrase ContactBody = new("*{0}* is run by {1}. You can reach them here:", "*{0}* do {1} tổ chức. Bạn liên hệ trực tiếp tại:");
    public static readonly Phrase PeopleThere = new("I am a program and cannot call anybody, but at the agency people answer.", "Mình là chương trình nên không gọi điện được; bên công ty có nhân viên tư vấn ạ.");
    public static readonly Phrase NoPicture = new("The agency gave no picture of this one. Its own page may show some:", "Nhà tổ chức không gửi ảnh của tour này. Trang của họ có thể có ảnh:");
    public static readonly Phrase NoPictureAtAll = new("The agency gave no picture of this one.", "Nhà tổ chức không gửi ảnh của tour này.");
    public static readonly Phrase OnlyBookingPage = new(
        "*{0}* is run by {1}, who gave no phone or e-mail: their booking page is the way to reach them.",
        "*{0}* do {1} tổ chức; họ không để lại điện thoại hay e-mail, bạn liên hệ qua trang đặt tour của họ.");
    public static readonly Phrase MoreTours = new("More tours that fit", "Các tour hợp khác");
    public static readonly Phrase OtherTours = new("Other tours", "Các tour khác");
    public static readonly Phrase ListBody = new("These come next. Choose one to see more.", "Đây là các tour tiếp theo. Chọn một tour để xem thêm ạ.");
    public static readonly Phrase ListBodyNear = new("These come nearest to what you asked for. Choose one to see more.", "Đây là các tour gần ý bạn nhất. Chọn một tour để xem thêm ạ.");
    public static readonly Phrase ListBodySomeAnswer = new(
        "Only the first {0} are what you asked for; the others come close or are elsewhere. Choose one to see more.",
        "Chỉ {0} tour đầu đúng ý bạn; các tour sau gần đúng hoặc ở nơi khác. Chọn một tour để xem thêm ạ.");
    public static readonly Phrase ListBodyOneAnswers = new(
        "Only the first is what you asked for; the others come close or are elsewhere. Choose one to see more.",
        "Chỉ tour đầu tiên đúng ý bạn; các tour sau gần đúng hoặc ở nơi khác. Chọn một tour để xem thêm ạ.");
    public static readonly Phrase MoreInPart = new("{0} more fit only in part: write “more” to see them.", "Còn {0} tour chỉ hợp một phần: nhắn “xem thêm” nếu bạn muốn xem.");
    public static readonly Phrase MoreFit = new("{0} more fit as well: write “more” to see them.", "Còn {0} tour nữa cũng hợp: nhắn “xem thêm” nếu bạn muốn xem.");
    public static readonly Phrase OneMoreFit = new("One more fits as well: write “more” to see it.", "Còn một tour nữa cũng hợp: nhắn “xem thêm” nếu bạn muốn xem.");
    public static readonly Phrase ManyInPart = new("Many others fit only in part: write “more” to see them.", "Còn nhiều tour khác chỉ hợp một phần: nhắn “xem thêm” nếu bạn muốn xem.");
    public static readonly Phrase OneMoreInPart = new("One more fits only in part: write “more” to see it.", "Còn một tour chỉ hợp một phần: nhắn “xem thêm” nếu bạn muốn xem.");
    public static readonly Phrase MoreOfAll = new("{0} more: write “more” to see them.", "Còn {0} tour nữa: nhắn “xem thêm” nếu bạn muốn xem.");
    public static readonly Phrase MayLack = new("May lack something you need", "Có thể thiếu điều bạn cần");
    public static readonly Phrase NotQuite = new("Close, but not quite what you asked for", "Gần đúng ý bạn, chưa hẳn");
    public static readonly Phrase SomewhereElse = new("Somewhere else than you asked for", "Ở nơi khác với nơi bạn muốn");
    public static readonly Phrase Dearer = new("Costs more than you want to spend", "Giá cao hơn mức bạn muốn chi");
    public static readonly Phrase Unpriced = new("Without a price to compare", "Không ghi giá để so sánh");
    public static readonly Phrase NotWanted = new("With what you wanted to avoid, or turned down", "Có điều bạn muốn tránh hoặc đã bỏ qua");
    public static readonly Phrase NotForAll = new("Does not take all of you", "Không nhận đủ mọi người trong nhóm bạn");
    public static readonly Phrase ListButton = new("See the tours", "Xem các tour");
    public static readonly Phrase InEnglishOnly = new("The agency describes it in English only", "Công ty chỉ mô tả bằng tiếng Anh");
    public static readonly Phrase GuidedInEnglish = new("The agency describes it in English only; the guide speaks English", "Tour bằng tiếng Anh: hướng dẫn viên nói tiếng Anh");
    public static readonly Phrase InVietnameseWithGuide = new("The agency describes it in Vietnamese only; a guide speaks English", "Công ty chỉ mô tả bằng tiếng Việt; có hướng dẫn viên nói tiếng Anh");
    public static readonly Phrase InVietnameseOnly = new("The agency describes it in Vietnamese only: ask whether the guide speaks English", "Công ty chỉ mô tả bằng tiếng Việt");
    public static readonly Phrase InOtherLanguage = new("The agency describes it in another language", "Công ty mô tả bằng ngôn ngữ khác");
    public static readonly Phrase RowInEnglish = new("English", "tiếng Anh");
    public static readonly Phrase RowInVietnamese = new("Vietnamese", "tiếng Việt");
    public static readonly Phrase WritesEnglishOnly = new("the agency writes in English only: ask whether the guide speaks your language", "công ty chỉ viết bằng tiếng Anh: bạn hỏi xem có hướng dẫn viên tiếng Việt không nhé");
    public static readonly Phrase WritesVietnameseOnly = new("the agency writes in Vietnamese only: ask whether the guide speaks English", "công ty chỉ viết bằng tiếng Việt");
    public static readonly Phrase InShort = new("In short", "Tóm tắt");
    public static readonly Phrase ThingsToDo = new("To do", "Hoạt động");
    public static readonly Phrase OwnWordsInEnglish = new("In the agency's own words, in English", "Lời giới thiệu của công ty, bằng tiếng Anh");
    public static readonly Phrase OwnWordsInVietnamese = new("In the agency's own words, in Vietnamese", "Lời giới thiệu của công ty, bằng tiếng Việt");
    public static readonly Phrase OwnWords = new("In the agency's own words", "Lời giới thiệu của công ty");
    public static readonly Phrase SampleData = new("sample data", "dữ liệu mẫu");

    /// <summary>A name that tells in English that it is a sample, in a language.</summary>
    public static string OfSample(string name, string language) => language == "vi" ? name.Replace("(sample)", $"({SampleData.Vi})", StringComparison.OrdinalIgnoreCase) : name;

    public static readonly Phrase Nothing = new("No tour fits all of that.", "Chưa có tour nào hợp hết các ý của bạn.");
    public static readonly Phrase NoneSays = new("No tour says it has everything you need; ask the agency before you book.", "Chưa tour nào ghi đủ mọi điều bạn cần; bạn hỏi công ty trước khi đặt nhé.");
    public static readonly Phrase Nearest = new("Nearest: {0} · {1}", "Gần nhất: {0} · {1}");
    public static readonly Phrase NoneHas = new("None of these says that it has: {0}.", "Chưa tour nào dưới đây ghi là có: {0}.");
    public static readonly Phrase AllHave = new("All of these have what you wanted to avoid: {0}.", "Tour nào dưới đây cũng có điều bạn muốn tránh: {0}.");
    public static readonly Phrase NoneSaysWithout = new("None of these says that it comes without: {0}.", "Chưa tour nào dưới đây ghi là không có: {0}.");
    public static readonly Phrase NoneSoLong = new("None of these is {0} long.", "Không tour nào dưới đây đúng {0}.");
    public static readonly Phrase AllDearer = new("All of these cost more than what you named: {0}.", "Tour nào dưới đây cũng cao hơn mức giá bạn nêu: {0}.");
    public static readonly Phrase NearestFollow = new("These come nearest:", "Đây là các tour gần ý bạn nhất:");
    public static readonly Phrase NearestElsewhere = new("None like that in {0}; the nearest elsewhere:", "Ở {0} không có tour nào như vậy; gần nhất ở nơi khác là:");
    public static readonly Phrase SeenFirst = new("You have seen this one; now it comes first.", "Tour này đã gửi ở trên, nay đứng đầu.");
    public static readonly Phrase SeenStillFirst = new("You have seen this one; it still comes first.", "Tour này đã gửi ở trên, vẫn đứng đầu.");
    public static readonly Phrase SeenBefore = new("You have seen this one, too.", "Tour này cũng đã gửi ở trên.");
    public static readonly Phrase DropPlaces = new("Any place", "Nơi nào cũng được");
    public static readonly Phrase DropDurations = new("Any length", "Mấy ngày cũng được");
    public static readonly Phrase DropBudget = new("Any price", "Giá nào cũng được");
    public static readonly Phrase DropDates = new("Any date", "Ngày nào cũng được");
    public static readonly Phrase DropExclusions = new("Nothing to avoid", "Không cần tránh gì");
    public static readonly Phrase DropEssentials = new("No must-haves", "Không bắt buộc gì");
    public static readonly Phrase DropTransportation = new("Any way to travel", "Đi bằng gì cũng được");
    public static readonly Phrase DropFood = new("Any food", "Ăn gì cũng được");
    public static readonly Phrase DropActivities = new("Anything to do", "Chơi gì cũng được");
    public static readonly Phrase DropDiets = new("Without this diet", "Bỏ yêu cầu ăn uống");
    public static readonly Phrase DropThese = new("Drop these wishes", "Bỏ các điều này");
    public static readonly Phrase DropLettered = new("Choose {0}", "Chọn {0}");
    public static readonly Phrase Days = new("{0} days", "{0} ngày");
    public static readonly Phrase OneDay = new("1 day", "1 ngày");
    public static readonly Phrase HalfDay = new("half a day", "nửa ngày");
    public static readonly Phrase Nights = new("{0} nights", "{0} đêm");
    public static readonly Phrase OneNight = new("1 night", "1 đêm");
    public static readonly Phrase Meals = new("{0} meals", "{0} bữa ăn");
    public static readonly Phrase OneMeal = new("1 meal", "1 bữa ăn");
    public static readonly Phrase AllMeals = new("meals", "các bữa ăn");
    public static readonly Phrase EntranceFees = new("entrance fees", "vé tham quan");
    public static readonly Phrase OfStars = new("{0}-star", "{0} sao");
    public static readonly Phrase NotOffered = new("Not offered any more", "Không còn bán");
    public static readonly Phrase PerPerson = new("{0} per person", "{0}/người");
    public static readonly Phrase AllYear = new("all year", "cả năm");
    public static readonly Phrase FromMonth = new("from {0}", "từ {0}");
    public static readonly Phrase ToMonth = new("to {0}", "tới {0}");
    public static readonly Phrase PerPersonShort = new("{0}/person", "{0}/người");
    public static readonly Phrase PerGroupShort = new("{0}/group", "{0}/nhóm");
    public static readonly Phrase PerGroup = new("{0} per group", "{0}/nhóm");
    public static readonly Phrase PriceForAll = new("For {0} people: {1} in all", "{0} người: tổng cộng {1}");
    public static readonly Phrase PriceForAllGrown = new("For {0} people, all at the adult price: {1}", "{0} người, đều tính giá người lớn: {1}");
    public static readonly Phrase PriceForEach = new("For {0} people: {1} each", "{0} người: mỗi người {1}");
    public static readonly Phrase PriceForFewer = new("That price is for up to {0} people: ask the agency what it is for {1}.", "Giá này cho tối đa {0} người: bạn hỏi công ty giá cho {1} người nhé.");
    public static readonly Phrase PriceIncludes = new("Included: {0}", "Đã gồm: {0}");
    public static readonly Phrase PriceHint = new("Write “details {0}” for the whole programme, “book {0}” for the booking page.", "Nhắn “chi tiết {0}” để xem lịch trình, “đặt {0}” để mở trang đặt tour.");
    public static readonly Phrase PricesHint = new("Write “price 2” for what it includes.", "Nhắn “giá tour 2” để biết giá gồm những gì.");
    public static readonly Phrase CheaperStill = new("Cheaper in the list, but not quite what you asked for:", "Trong danh sách có tour rẻ hơn nữa, nhưng chưa đúng hẳn ý bạn:");
    public static readonly Phrase PriceOnRequest = new("price on request", "liên hệ để biết giá");
    public static readonly Phrase Includes = new("Included", "Bao gồm");
    public static readonly Phrase WhyItFits = new("Why it fits", "Vì sao hợp với bạn");
    public static readonly Phrase WordedByModel = new("Put into words by a language model, from what the agency writes.", "Do mô hình ngôn ngữ diễn đạt, dựa trên lời của công ty.");
    public static readonly Phrase GoodToKnow = new("Good to know", "Lưu ý");
    public static readonly Phrase HardEffort = new("🥾 How hard: {0}", "🥾 Độ khó: {0}");
    public static readonly Phrase EffortVeryHard = new("very hard", "rất khó");
    public static readonly Phrase EffortModerateToHard = new("moderate to hard", "trung bình đến khó");
    public static readonly Phrase EffortHard = new("hard", "khó");
    public static readonly Phrase EffortEasyToModerate = new("easy to moderate", "dễ đến trung bình");
    public static readonly Phrase EffortModerate = new("moderate", "trung bình");
    public static readonly Phrase EffortEasy = new("easy", "nhẹ nhàng");
    public static readonly Phrase EffortFit = new("good fitness needed", "cần thể lực tốt");
    public static readonly Phrase EffortFitEnough = new("average fitness needed", "cần thể lực trung bình");
    public static readonly Phrase HardSteps = new("🪜 Steps: {0}", "🪜 Bậc thang: {0} bậc");
    public static readonly Phrase About = new("about {0}", "khoảng {0}");
    public static readonly Phrase HardLeast = new("👥 From {0} people", "👥 Nhận từ {0} khách");
    public static readonly Phrase HardPriceFor = new("👥 The price is for {0} together", "👥 Giá tính cho cả {0} khách");
    public static readonly Phrase HardPriceEach = new("👥 Per person, when {0} travel together", "👥 Giá mỗi người khi đi {0} khách");
    public static readonly Phrase HardPriceUpTo = new("👥 One price for up to {0} people", "👥 Giá trọn nhóm, tối đa {0} người");
    public static readonly Phrase HardPriceRoom = new("👥 Price per person, when {0} share a room", "👥 Giá mỗi người khi {0} người ở chung một phòng");
    public static readonly Phrase LeftOut = new("➕ Not in the price: {0}", "➕ Giá chưa gồm: {0}");
    public static readonly Phrase LeftOutFlights = new("flights", "vé máy bay");
    public static readonly Phrase LeftOutCableCar = new("cable car", "vé cáp treo");
    public static readonly Phrase LeftOutWayThere = new("transport to the start", "xe tới nơi khởi hành");
    public static readonly Phrase LeftOutWayBack = new("transport back", "vé về");
    public static readonly Phrase HardRoomOf = new("🛏 Rooms: {0} to a room", "🛏 Phòng: {0} người một phòng");
    public static readonly Phrase HardSingle = new("🛏 Single room or travelling alone: {0} more", "🛏 Phòng đơn, đi một mình: phụ thu {0}");
    public static readonly Phrase HardSingleFree = new("🛏 Single room: nothing extra", "🛏 Phòng đơn: không phụ thu");
    public static readonly Phrase HardSingleOnRequest = new("🛏 Single room: costs more, ask how much", "🛏 Phòng đơn: có phụ thu, hỏi công ty");
    public static readonly Phrase HardDeparts = new("📅 Sets off: {0}", "📅 Khởi hành: {0}");
    public static readonly Phrase EveryDay = new("every day", "hằng ngày");
    public static readonly Phrase EverySecond = new("every second {0}", "{0}, hai tuần một lần");
    public static readonly Phrase InTheEvening = new("{0}, in the evening", "{0}, buổi tối");
    public static readonly Phrase HardChildren = new("🧒 Children: {0}", "🧒 Trẻ em: {0}");
    public static readonly Phrase ChildrenOf = new("{0}–{1}", "{0}–{1} tuổi");
    public static readonly Phrase ChildrenUnder = new("under {0}", "dưới {0} tuổi");
    public static readonly Phrase ShareOfPrice = new("{0}% of the price", "{0}% giá");
    public static readonly Phrase FreeOfCharge = new("free", "miễn phí");
    public static readonly Phrase SetsOff = new("from {0}", "khởi hành từ {0}");
    public static readonly Phrase SetsOffNot = new("from {0}, not {1}", "khởi hành từ {0}, không phải từ {1}");
    public static readonly Phrase FromUntil = new("from {0} to {1}", "từ {0} đến {1}");
    public static readonly Phrase OnFixedDates = new("on fixed dates, {0} – {1}", "đợt cố định {0} – {1}");
    public static readonly Phrase FromDay = new("from {0} on", "từ {0}");
    public static readonly Phrase UntilDay = new("until {0}", "đến {0}");
    public static readonly Phrase Itinerary = new("Day by day", "Lịch trình");
    public static readonly Phrase Stay = new("Where you sleep", "Nơi nghỉ");

    public static readonly Phrase CompareSame = new("{0} (both)", "{0} (cả hai)");
    public static readonly Phrase CompareUnsaid = new("not said", "không ghi");
    public static readonly Phrase ComparePrice = new("Price", "Giá");
    public static readonly Phrase CompareDays = new("Length", "Thời gian");
    public static readonly Phrase ComparePlaces = new("Places", "Điểm đến");
    public static readonly Phrase CompareStart = new("Starts", "Khởi hành");
    public static readonly Phrase CompareSeason = new("When", "Thời gian đi");
    public static readonly Phrase CompareFromNow = new("from now on", "đi được từ bây giờ");
    public static readonly Phrase CompareTransport = new("Transport", "Di chuyển");
    public static readonly Phrase CompareFood = new("Food", "Ăn uống");
    public static readonly Phrase CompareStay = new("Nights", "Nơi nghỉ");
    public static readonly Phrase CompareLanguage = new("Language", "Ngôn ngữ");
    public static readonly Phrase CompareGuideEnglish = new("{0}; the guide speaks English", "{0}; hướng dẫn viên nói tiếng Anh");
    public static readonly Phrase CompareGuideUnsaid = new("{0}; ask what the guide speaks", "{0}; hỏi xem hướng dẫn viên nói tiếng gì");
    public static readonly Phrase CompareChildren = new("Children", "Trẻ em");
    public static readonly Phrase CompareMissing = new("To note", "Cần lưu ý");
    public static readonly Phrase BookNumbered = new("Book {0}", "Đặt tour {0}");
    public static readonly Phrase AskAgencyNumbered = new("Ask about {0}", "Hỏi về tour {0}");
}
