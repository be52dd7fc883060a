using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Vietnamese of people who call themselves ông, bà, bác, cô, chú or má, or us their cháu: nobody says "bạn" to them.</summary>
public static partial class Elders
{
    /// <summary>Whether a message is written by one of them. Without diacritics "cô" is "có", so that only the plainest is heard then.</summary>
    public static bool Writes(string text) => Selves().IsMatch(TextFolding.Normalize(text)) || Plain().IsMatch(Tokenizer.Folded(text));

    /// <summary>What such a writer calls themselves; null where the message shows no more than that they are older.</summary>
    public static Kin? KinOf(string text) => Selves().Matches(TextFolding.Normalize(text)).Select(self => Called(self.Value)).FirstOrDefault(kin => kin is not null);

    /// <summary>Whether the writer begins as somebody who is no elder ("em muốn…", "mình đi…"), which takes back what was heard before.</summary>
    public static bool IsOther(string text) => Younger().IsMatch(TextFolding.Normalize(text)) && !Writes(text);

    /// <summary>Whether the writer calls themselves plainly "tôi", which an elder does as well.</summary>
    public static bool IsPlain(string text) => Myself().IsMatch(TextFolding.Normalize(text));

    /// <summary>Whether the writer calls us "con", or else "cháu"; null where they call us neither.</summary>
    public static bool? CallsUsChild(string text) => Us().Match(TextFolding.Normalize(text)) is { Success: true } us ? us.Groups["us"].Value == "con"
        : Plain().Match(Tokenizer.Folded(text)) is { Success: true } plain ? plain.Groups["con"].Success
        : null;

    private static Kin? Called(string self) =>
        Spouse().IsMatch(self) || Named().Match(self) is not { Success: true } named ? null : Enum.GetValues<Kin>().First(kin => kin.Called() == named.Value);

    private const string KinWord = "(?:ông|bà|bác|cô|chú|má)";

    [GeneratedRegex(@"(?<!\p{L})" + KinWord + @"(?!\p{L})")]
    private static partial Regex Named();

    /// <summary>"Bà nhà" is the writer's wife, and of "tôi" it is not known how they are called.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:(?:ông|bà) nhà|tôi)(?!\p{L})")]
    private static partial Regex Spouse();

    /// <summary>Where somebody younger speaks in the same breath, an uncle or aunt at its beginning is not the writer.</summary>
    private const string Selfless = @"(?!.*(?<!\p{L})(?:em|(?<!một )mình|tôi|tui|tớ|nhà con|nhà cháu)(?!\p{L}))";

    private const string Relatives = "(?:mẹ|bố|ba|má|cha|ông|bà|bác|cụ|cô|chú|dì|vợ|chồng|anh|chị)";

    /// <summary>Where the writer stands: at the very beginning, behind a greeting at most, or behind "cháu ơi"; and nobody else speaks, and no family is counted up ("ông 72 tuổi, bà 70 tuổi").</summary>
    private const string Begins = @"(?:^(?:(?:dạ|vâng|ừ|à|alo|ok)[, ]+|(?:xin )?chào (?:các )?(?:cháu|con|em|bạn|shop)[,.!… ]+)?|(?<!\p{L})(?:cháu|con) ơi[,.!… ]*)" + Selfless + Uncounted;

    private const string Uncounted = @"(?!.*(?:,|\+|(?<!\p{L})và|(?<!\p{L})với) ?(?:[0-9]+ )?(?:" + Relatives + @"|bé|em bé|con|cháu|trẻ)(?: (?:gái|trai|nhỏ|nội|ngoại))? [0-9]{1,2} tuổi)";

    private const string Subject = "(?:em|mình|tớ|(?:bọn|tụi|chúng|nhà|cả nhà|gia đình) (?:em|mình|tớ))";

    /// <summary>Not "em tìm giúp bác", which is said to us.</summary>
    [GeneratedRegex(@"^(?:(?:dạ|vâng|ừ|à|alo|ok)[, ]+)*(?:cho " + Subject + " (?:hỏi|xem|biết)|" + Subject + @"(?: (?:thì|cũng|chỉ|mới|vừa|đã|sẽ|còn|hơi|rất|chưa|đang))* (?:muốn|cần|đi|định|tính|thích|có|không|là|ở|bị|sợ|ăn|chọn|lấy|đặt|thấy|hỏi|với|[0-9]+ (?:người|tuổi)))(?!\p{L})")]
    private static partial Regex Younger();

    [GeneratedRegex(@"^(?:(?:dạ|vâng|ừ|à|alo|ok)[, ]+)*(?:tôi|tui)(?!\p{L})")]
    private static partial Regex Myself();

    /// <summary>Words to us by which we are the younger one.</summary>
    private const string ToUs = @"(?<!\p{L})(?:chào|cảm ơn|cám ơn|nhờ) (?:các )?(?<us>con|cháu)(?!\p{L})(?! (?:gái|trai|nhỏ|em|mình|tôi|bé|nội|ngoại|rể|dâu)(?!\p{L}))|(?<!\p{L})(?<us>con|cháu) ơi(?!\p{L})|(?<!(?:chồng|người|nhà) )(?<!\p{L})(?:không|hông|hả|nha|nhé|nhen|nghen|đi|ạ) (?<us>con|cháu)\W*$";

    /// <summary>What is said of oneself, before any relative is named: "mẹ tôi 70 tuổi" tells nothing of the writer.</summary>
    private const string Of = @"(?<!(?<!\p{L})" + Relatives + @" )(?<!\p{L})tôi(?!\p{L})(?:(?!(?<!\p{L})(?:" + Relatives + @"|khách|sếp|thầy|đoàn|người (?:già|lớn tuổi|cao tuổi))(?!\p{L}))[^.!?])";

    [GeneratedRegex(Begins + KinWord + @"(?: (?:già|cháu))? (?:năm nay|muốn|định|tính|cần|thích|tên|ở|đang|không|hỏi|nhờ|với|[0-9]{2} tuổi|là [\p{L}]+ (?:ở|đây|nhé))(?!\p{L})"
        + @"|^" + Selfless + @"(?:bác|cô|chú)(?: (?:thì|cũng|chỉ|mới|vừa|đã|sẽ|còn|hơi|rất|chưa))* (?:đi(?! cùng| với (?:em|con))|ăn|có|bị|sợ|ngại|dị ứng|kiêng|chọn|lấy|đặt|ưng|thấy|xem|nghĩ|quan tâm|già|yếu|mệt|đau|biết|gọi|nhắn|ưa|mong|khỏe)(?!\p{L})"
        + "|" + Begins + @"(?:(?:làm ơn|vui lòng|xin) )?(?:cho|giúp|giùm|gửi) " + KinWord + @" (?:hỏi|xem|nhé|biết)(?!\p{L})"
        + "|" + ToUs
        + @"|(?<!\p{L})(?:với|cùng|và|cho) (?:bà|ông) nhà(?! (?:em|mình|con|cháu|tớ|anh|chị|nội|ngoại)(?!\p{L}))(?!\p{L})"
        + "|" + Of + @"{0,80}(?<!\p{L})(?:6[0-9]|[7-9][0-9]) tuổi|" + Of + @"{0,40}(?<!\p{L})(?:đã )?(?:về hưu|nghỉ hưu)(?!\p{L})")]
    private static partial Regex Selves();

    [GeneratedRegex(ToUs)]
    private static partial Regex Us();

    /// <summary>"Con" is plain where nothing follows that it may count or belong to.</summary>
    [GeneratedRegex(@"\b(?:cam on|chao) (?:cac )?chau\b|\bchau oi\b|^(?:cam on|chao) (?<con>con)(?: (?:nhe|nha|nhen|nghen|nghe|nhieu|a))*$")]
    private static partial Regex Plain();
}
