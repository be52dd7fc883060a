namespace TravelBuddy.Web.Simulator;

/// <summary>A template as it would be approved: body and quick replies by language code.</summary>
public sealed record PretendTemplate(string Name, string Category, int BodyParameters, int Buttons, IReadOnlyDictionary<string, (string Body, IReadOnlyList<string> QuickReplies)> Languages);

/// <summary>The templates TravelBuddy sends, approved at once by the pretend Meta. The same texts are to be submitted to the real one.</summary>
public static class PretendTemplates
{
    public static readonly IReadOnlyList<PretendTemplate> All =
    [
        new("tour_invitation", "MARKETING", 1, 2, new Dictionary<string, (string, IReadOnlyList<string>)>
        {
            ["en"] = ("Somebody asked TravelBuddy to send {{1}} tour suggestions for Viet Nam to this number. If that was you, tap the button and we send them here. If not, tap “Not me” and you will hear nothing more.", ["Show my tours", "Not me"]),
            ["vi"] = ("Có người nhờ TravelBuddy gửi {{1}} gợi ý tour du lịch Việt Nam tới số này. Nếu là bạn, hãy bấm nút để nhận tại đây. Nếu không, hãy bấm “Không phải tôi”, bạn sẽ không nhận tin nào nữa.", ["Xem tour của tôi", "Không phải tôi"]),
        }),
        new("tours_ready", "MARKETING", 1, 1, new Dictionary<string, (string, IReadOnlyList<string>)>
        {
            ["en"] = ("Your {{1}} new tour suggestions from TravelBuddy are ready. Shall we send them here? Write STOP to end messages.", ["Show my tours"]),
            ["vi"] = ("TravelBuddy đã có {{1}} gợi ý tour mới cho bạn. Bạn muốn nhận tại đây không? Nhắn DỪNG để không nhận tin nữa.", ["Xem tour của tôi"]),
        }),
        new("sign_in_code", "AUTHENTICATION", 1, 1, new Dictionary<string, (string, IReadOnlyList<string>)>
        {
            ["en"] = ("*{{1}}* is your verification code. For your security, do not share this code.", []),
            ["vi"] = ("*{{1}}* là mã xác minh của bạn. Để bảo mật, bạn không nên chia sẻ mã này.", []),
        }),
    ];

    public static PretendTemplate? Find(string name) => All.FirstOrDefault(template => template.Name == name);
}
