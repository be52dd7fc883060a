using Microsoft.Extensions.Options;
using TravelBuddy.Web.WhatsApp;

namespace TravelBuddy.Web.Simulator;

/// <summary>The kinds of a template's buttons, by <c>sub_type</c>.</summary>
public enum TemplateButton { QuickReply, Url, CopyCode }

/// <summary>The words of a template in one language; the labels of its buttons in their order.</summary>
public sealed record TemplateWords(string Body, IReadOnlyList<string> Labels, string? Footer = null);

/// <summary>A template as it would be approved. Its body's variables are numbered from 1, or have <paramref name="Names"/>.</summary>
public sealed record PretendTemplate(string Name, string Category, int Variables, IReadOnlyList<TemplateButton> Buttons, IReadOnlyDictionary<string, TemplateWords> Languages)
{
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>A picture, given with each send, stands above the body.</summary>
    public bool HasPicture { get; init; }
}

/// <summary>
/// The templates TravelBuddy sends, approved at once by the pretend Meta under the names and languages of the settings. The same texts are to be
/// submitted to the real one.
/// </summary>
public sealed class PretendTemplates(IReadOnlyList<PretendTemplate> all)
{
    public const string Authentication = "AUTHENTICATION";

    public static PretendTemplates Of(IOptions<WhatsAppOptions> options)
    {
        var names = options.Value.Templates;
        return new PretendTemplates(
        [
            new(names.Invitation, "MARKETING", 1, [TemplateButton.QuickReply, TemplateButton.QuickReply], In(names,
                new("Somebody asked TravelBuddy to send {{1}} tour suggestions for Viet Nam to this number. If that was you, tap the button and we send them here. If not, tap “Not me” and you will hear nothing more.", ["Show my tours", "Not me"]),
                new("Có người nhờ TravelBuddy gửi {{1}} gợi ý tour du lịch Việt Nam tới số này. Nếu là bạn, hãy bấm nút để nhận tại đây. Nếu không, hãy bấm “Không phải tôi”, bạn sẽ không nhận tin nào nữa.", ["Xem tour của tôi", "Không phải tôi"]))),
            new(names.Recommendations, "MARKETING", 1, [TemplateButton.QuickReply], In(names,
                new("Your {{1}} new tour suggestions from TravelBuddy are ready. Shall we send them here? Write STOP to end messages.", ["Show my tours"]),
                new("TravelBuddy đã có {{1}} gợi ý tour mới cho bạn. Bạn muốn nhận tại đây không? Nhắn DỪNG để không nhận tin nữa.", ["Xem tour của tôi"]))),
            new(names.OneTimeCode, Authentication, 1, [TemplateButton.Url], In(names,
                new("*{{1}}* is your verification code. For your security, do not share this code.", ["Copy code"]),
                new("*{{1}}* là mã xác minh của bạn. Để bảo mật, bạn không nên chia sẻ mã này.", ["Sao chép mã"]))),
        ]);
    }

    public PretendTemplate? Find(string name) => all.FirstOrDefault(template => template.Name == name);

    private static Dictionary<string, TemplateWords> In(WhatsAppTemplates names, TemplateWords english, TemplateWords vietnamese) =>
        new(StringComparer.Ordinal) { [names.Vietnamese] = vietnamese, [names.English] = english };
}
