namespace TravelBuddy.Web.WhatsApp.Chat;

// What is said of stopping and starting, of deleting what is known, and of messages later.
public static partial class Phrases
{
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

    public static readonly Phrase DeleteData = new(
        "This deletes everything TravelBuddy knows about you, on the website too: your number, your messages and your trips. It cannot be undone. To confirm, tap the button or reply DELETE within an hour. If you ever wrote STOP, a code stays from which your number cannot be read, so that you are left in peace. To end messages only, write STOP.",
        "Mình sẽ xóa mọi thứ TravelBuddy biết về bạn, cả trên trang web: số điện thoại, tin nhắn và các chuyến đi. Xóa rồi không lấy lại được. Để xác nhận, bạn bấm nút hoặc nhắn XÓA trong vòng một giờ. Nếu bạn từng nhắn DỪNG thì chỉ còn một mã không đọc ra được số của bạn, để bạn không bị làm phiền nữa. Chỉ muốn ngừng nhận tin thì nhắn DỪNG.");

    public static readonly Phrase NotDeletedYet = new(
        "Nothing is deleted yet. What you booked stays with its agency; what TravelBuddy knows of you would be gone. Reply DELETE to delete everything, or anything else to keep it.",
        "Chưa xóa gì cả. Tour bạn đã đặt vẫn còn ở công ty tổ chức; còn những gì TravelBuddy biết về bạn sẽ mất hết. Bạn nhắn XÓA để xóa tất cả, nhắn gì khác thì mình giữ lại.");

    public static readonly Phrase Kept = new("All right, nothing is deleted.", "Vâng, mình không xóa gì cả.");
    public static readonly Phrase DeleteEverything = new("Delete everything", "Xóa tất cả");

    public static readonly Phrase Erased = new(
        "Done: with this message TravelBuddy forgets you. If you ever wrote STOP, only a code stays from which your number cannot be read. If you write again, we start anew.",
        "Xong ạ: sau tin này TravelBuddy không còn giữ gì về bạn. Nếu bạn từng nhắn DỪNG thì chỉ còn một mã không đọc ra được số của bạn. Khi nào bạn nhắn lại, mình bắt đầu lại từ đầu.");

    public static readonly Phrase StopOrNot = new(
        "Do you want no more messages from me, or should I look for something else? To cancel a booking, please write to its agency.",
        "Bạn không muốn nhận tin của mình nữa, hay muốn mình tìm tour khác? Muốn hủy đặt chỗ, bạn liên hệ công ty tổ chức tour nhé.");

    public static readonly Phrase NoMoreMessages = new("No more messages", "Không nhận tin nữa");
    public static readonly Phrase GoOn = new("Go on", "Tiếp tục");

    public static readonly Phrase AskConsent = new(
        "OK if TravelBuddy messages you later, too, with tours for your trip? Write STOP at any time to end it.",
        "Khi có tour mới hợp ý bạn, TravelBuddy nhắn bạn được không ạ? Muốn dừng lúc nào, bạn nhắn DỪNG.");

    public static readonly Phrase YesYouMay = new("Yes, you may", "Vâng, được");
    public static readonly Phrase RatherNot = new("Rather not", "Không cần");
    public static readonly Phrase ConsentYes = new("Thank you! I write only about your trip; STOP ends it.", "Cảm ơn bạn! Mình chỉ nhắn về chuyến đi của bạn; khi nào không muốn nhận nữa, bạn nhắn DỪNG nhé.");
    public static readonly Phrase ConsentNo = new("All right, I only answer when you write.", "Vâng, mình chỉ trả lời khi bạn nhắn.");
}
