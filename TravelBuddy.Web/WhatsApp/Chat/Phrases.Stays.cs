namespace TravelBuddy.Web.WhatsApp.Chat;

// Parts of messages about places to stay.
public static partial class Phrases
{
    public static readonly Phrase StaysNear = new("🛏 Places to stay near {0}:", "🛏 Chỗ ở gần {0}:");
    public static readonly Phrase MoreStaysNear = new("🛏 More places to stay near {0}:", "🛏 Thêm chỗ ở gần {0}:");
    public static readonly Phrase StaysFar = new("None near {0} that I know of; the nearest is {1}.", "Gần {0} mình chưa biết chỗ nào; chỗ gần nhất {1}.");
    public static readonly Phrase StayAway = new("{0} km away, in {1}", "cách đó {0} km, ở {1}");
    public static readonly Phrase StaysNearby = new("Places to stay", "Chỗ ở gần đó");
    public static readonly Phrase StaysButton = new("See them", "Xem chi tiết");
    public static readonly Phrase StayPage = new("Open its page", "Mở trang");
    public static readonly Phrase StayVeryNear = new("in the centre of {0}", "ngay trung tâm {0}");
    public static readonly Phrase StayKm = new("{0} km from the centre of {1}", "cách trung tâm {1} {0} km");
    public static readonly Phrase StayOver = new("over your limit", "cao hơn mức giá bạn muốn");
    public static readonly Phrase StayRooms = new("{0} needed: {1}", "cần {0}: {1}");
    public static readonly Phrase StayNights = new("{0} nights: {1}", "{0} đêm: {1}");
    public static readonly Phrase StayFrom = new("from {0}", "từ {0}");
    public static readonly Phrase StayHighSeason = new("high season: {0}", "mùa cao điểm: {0}");
    public static readonly Phrase StayPartlyHigh = new("up to {0} in high season ({1}), which some of these days are", "tới {0} vào mùa cao điểm ({1}), trúng một số ngày của bạn");
    public static readonly Phrase StayUpTo = new("up to {0} in high season", "tới {0} vào mùa cao điểm");
    public static readonly Phrase StayMayCostMore = new("{0} (it may cost more)", "{0} (giá có thể cao hơn)");
    public static readonly Phrase StayDaysUnknown = new("{0}: whether it has room cannot be asked here.", "{0}: chưa hỏi được còn phòng hay không.");
    public static readonly Phrase StayDays = new("{0}: ask the house whether it has room.", "{0}: bạn hỏi chỗ ở xem còn phòng không nhé.");
    public static readonly Phrase StaySleeps = new("up to {0} people in one", "tối đa {0} người một phòng");
    public static readonly Phrase StayHouseSleeps = new("up to {0} people in the whole house", "cả căn ở được tối đa {0} người");
    public static readonly Phrase PerRoom = new("{0} a night", "{0}/đêm");
    public static readonly Phrase PerBed = new("{0} a bed", "{0}/giường");
    public static readonly Phrase PerHouse = new("{0} the house", "{0}/căn");
    public static readonly Phrase StayUnsaid = new("not said: {0}", "chưa rõ: {0}");
    public static readonly Phrase StayNot = new("no {0}", "không {0}");
    public static readonly Phrase UpTo = new("up to {0} a night", "tối đa {0}/đêm");
    public static readonly Phrase StayLevel = new("About {0} a night, estimated from your budget (write “forget the budget” to drop it)", "Khoảng {0}/đêm, ước tính theo ngân sách của bạn (nhắn “bỏ ngân sách” để bỏ)");
    public static readonly Phrase StayInItsWords = new("In its own words: “{0}”", "Lời tự giới thiệu: “{0}”");

    public static readonly Phrase StayToBook = new("You book with the house itself; TravelBuddy takes no payment.", "Bạn đặt trực tiếp với chỗ ở; TravelBuddy không thu tiền.");
    public static readonly Phrase StayToldHow = new(
        "I cannot book it for you: what I know of how to reach that house stands above. For the tour write “book tour 1”, for other houses “more”.",
        "Mình không đặt giúp được: cách liên hệ chỗ này mình đã gửi ở trên. Muốn đặt tour, bạn nhắn “đặt tour 1”; muốn xem chỗ ở khác, bạn nhắn “xem thêm”.");
    public static readonly Phrase StayToldNoWay = new(
        "I cannot book it for you, and I know no phone and no page of that house. For the tour write “book tour 1”, for other houses “more”.",
        "Mình không đặt giúp được, và chỗ này mình chưa có số điện thoại hay trang để đặt. Muốn đặt tour, bạn nhắn “đặt tour 1”; muốn xem chỗ ở khác, bạn nhắn “xem thêm”.");
    public static readonly Phrase StayToldHowOnly = new(
        "I cannot book it for you: what I know of how to reach that house stands above. “More” brings other houses. To book a tour, tours come first: where would you like to go, and for how many days?",
        "Mình không đặt giúp được: cách liên hệ chỗ này mình đã gửi ở trên. Muốn xem chỗ ở khác, bạn nhắn “xem thêm”. Còn đặt tour thì phải tìm tour trước: bạn muốn đi đâu, mấy ngày ạ?");
    public static readonly Phrase StayToldNoWayOnly = new(
        "I cannot book it for you, and I know no phone and no page of that house. “More” brings other houses. To book a tour, tours come first: where would you like to go, and for how many days?",
        "Mình không đặt giúp được, và chỗ này mình chưa có số điện thoại hay trang để đặt. Muốn xem chỗ ở khác, bạn nhắn “xem thêm”. Còn đặt tour thì phải tìm tour trước: bạn muốn đi đâu, mấy ngày ạ?");
    public static readonly Phrase StayUnreachable = new(
        "It gives neither a phone nor a page of its own: look for it by its name, or ask where it was found.", "Chỗ này không để lại số điện thoại hay trang riêng: bạn tìm theo tên, hoặc hỏi nơi ghi ở phần nguồn.");
    public static readonly Phrase StaySampleToBook = new(
        "So there is no phone and no page to give you; with real houses they stand here. Write “more” for other places.",
        "Vì vậy chưa có số điện thoại hay trang để đặt; với chỗ ở thật, mình gửi ngay tại đây. Bạn nhắn “xem thêm” để xem chỗ khác.");

    public static readonly Phrase StaySource = new("Source: {0}, looked at {1}", "Nguồn: {0}, cập nhật ngày {1}");
    public static readonly Phrase StayRowsSources = new("Sources (looked at {0}): {1}", "Nguồn (cập nhật ngày {0}): {1}");
    public static readonly Phrase StayRowsSource = new("no. {0} {1}", "số {0} {1}");
    public static readonly Phrase StaySourceLink = new("Source (looked at {0}): {1}", "Nguồn (cập nhật ngày {0}): {1}");
    public static readonly Phrase StaySourceLinkSaying = new("Source of {0} (looked at {1}): {2}", "Nguồn của {0} (cập nhật ngày {1}): {2}");
    public static readonly Phrase StayOwnPage = new("Its own page: {0}", "Trang của chỗ ở: {0}");
    public static readonly Phrase StayPricesChange = new("Prices change; ask before you book.", "Giá có thể đổi; bạn hỏi lại trước khi đặt.");
    public static readonly Phrase StaySaysName = new("name", "tên");
    public static readonly Phrase StaySaysPlace = new("place", "vị trí");
    public static readonly Phrase StaySaysPrice = new("price", "giá");
    public static readonly Phrase StaySaysRating = new("rating", "điểm đánh giá");
    public static readonly Phrase StaySaysStars = new("stars", "số sao");
    public static readonly Phrase StaySaysWords = new("description", "mô tả");
    public static readonly Phrase StaySaysPhone = new("telephone", "điện thoại");
    public static readonly Phrase StaySaysKind = new("kind of house", "loại chỗ ở");
    public static readonly Phrase StaySaysSleeps = new("how many it takes", "số người ở được");
    public static readonly Phrase StaySaysThings = new("what it has", "tiện nghi");
    public static readonly Phrase StaysSample = new("Sample data, invented to show how this works (looked at {0}); it cannot be booked.", "Dữ liệu mẫu, hư cấu để minh họa (cập nhật ngày {0}); không đặt được.");
    public static readonly Phrase StaysOffered = new("The tour does not say which house: write \"places to stay\" and I look for some nearby.", "Tour không ghi rõ chỗ nghỉ: bạn nhắn \"chỗ ở\" để mình tìm gần đó.");
    public static readonly Phrase StayUntold = new("The tour does not say.", "Tour không ghi.");

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
}
