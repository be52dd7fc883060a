namespace TravelBuddy.Web.WhatsApp.Chat;

// What is said to pictures, voices, files and calls.
public static partial class Phrases
{
    public static readonly Phrase OnlyText = new(
        "I can read text and buttons, but not this kind of message yet. Could you write it?",
        "Mình đọc được chữ và nút bấm, nhưng chưa hiểu loại tin này. Bạn viết thành chữ giúp mình nhé?");

    public static readonly Phrase NoCalls = new(
        "I cannot answer calls, but I read every message: write what trip you would like. For a person at a tour's agency, write “phone 1”.",
        "Mình không nghe gọi được, nhưng đọc mọi tin nhắn: bạn nhắn chuyến đi mong muốn nhé. Muốn nói chuyện với công ty tổ chức tour, bạn nhắn “gọi 1”.");

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
}
