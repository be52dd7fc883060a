using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Words that mean something only when they are the whole message: "stop" inside a sentence stops nothing.</summary>
public static class Commands
{
    private static readonly HashSet<string> Stop = Words(
        "stop", "stop all", "stopall", "stop it", "please stop", "stop please", "stop messages", "stop messaging me", "unsubscribe", "cancel", "end", "quit", "opt out", "optout", "no more messages",
        "dừng", "dừng lại", "ngừng", "ngưng", "thôi", "hủy", "huỷ", "hủy đăng ký", "dừng nhắn tin", "đừng nhắn nữa", "đừng nhắn tin nữa", "không nhận tin nữa", "ngừng nhắn tin", "dung lai");

    private static readonly HashSet<string> Start = Words(
        "start", "unstop", "subscribe", "start again", "resume", "opt in", "bắt đầu", "bắt đầu lại", "tiếp tục", "đăng ký", "nhận tin lại");

    public static bool IsStop(string text) => Matches(Stop, text);

    public static bool IsStart(string text) => Matches(Start, text);

    private static bool Matches(HashSet<string> words, string text)
    {
        var spoken = Spoken(text);
        return words.Contains(spoken) || !TextFolding.HasDiacritics(spoken) && Folded(words).Contains(spoken);
    }

    /// <summary>Vietnamese typed without diacritics, but for single syllables that mean something else in English or elsewhere ("thoi", "huy" are names too).</summary>
    private static IEnumerable<string> Folded(HashSet<string> words) =>
        words.Where(TextFolding.HasDiacritics).Select(TextFolding.Fold).Where(word => word.Contains(' ') || word is "dung" or "ngung");

    private static HashSet<string> Words(params string[] words) => [.. words.Select(TextFolding.Normalize)];

    private static string Spoken(string text) => string.Join(' ', Tokenizer.Tokens(text).Select(token => token.Normalized));
}
