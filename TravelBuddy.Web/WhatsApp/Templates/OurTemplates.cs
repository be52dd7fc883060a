using Microsoft.Extensions.Options;

namespace TravelBuddy.Web.WhatsApp.Templates;

/// <summary>The kinds of a template's buttons, by the <c>sub_type</c> they are sent with.</summary>
public enum TemplateButton { QuickReply, Url, CopyCode, Flow, Catalog, Products }

/// <summary>The kinds of a template's header that is given with each send, by the <c>format</c> it was approved with.</summary>
public enum TemplateHeaderKind { Text, Image, Video, Document, Location, Product }

/// <summary>The words of a template in one language, as they are to be submitted to Meta: body with variables <c>{{1}}</c>, labels of the buttons, an example of each variable.</summary>
public sealed record TemplateWords(string Body, IReadOnlyList<string> Labels, IReadOnlyList<string> Examples, string? Footer = null);

/// <summary>
/// A template that TravelBuddy sends: the setting that names it, its name and category, how many variables its body has, its buttons in order, and its words by language code.
/// </summary>
public sealed record OurTemplate(string Setting, string Name, string Category, int Variables, IReadOnlyList<TemplateButton> Buttons, IReadOnlyDictionary<string, TemplateWords> Languages)
{
    /// <summary>What its header is; null: it has none.</summary>
    public TemplateHeaderKind? Header { get; init; }
}

/// <summary>The templates TravelBuddy sends, under the names and languages of the settings. The same words are to be submitted to Meta, whom the simulator's approved ones stand for.</summary>
public static class OurTemplates
{
    public const string Marketing = "MARKETING";
    public const string Authentication = "AUTHENTICATION";

    public static IReadOnlyList<OurTemplate> Of(IOptions<WhatsAppOptions> options)
    {
        var names = options.Value.Templates;
        var ready = new OurTemplate(nameof(names.Recommendations), names.Recommendations, Marketing, 1, [TemplateButton.QuickReply], In(names,
            new("Your {{1}} new tour suggestions from TravelBuddy are ready. Shall we send them here? Write STOP to end messages.", ["Show my tours"], ["10"]),
            new("TravelBuddy đã có {{1}} gợi ý tour mới cho bạn. Bạn muốn nhận tại đây không? Nhắn DỪNG để không nhận tin nữa.", ["Xem tour của tôi"], ["10"])));
        return
        [
            new(nameof(names.Invitation), names.Invitation, Marketing, 1, [TemplateButton.QuickReply, TemplateButton.QuickReply], In(names,
                new("Somebody asked TravelBuddy to send {{1}} tour suggestions for Viet Nam to this number. If that was you, tap the button and we send them here. If not, tap “Not me” and you will hear nothing more.", ["Show my tours", "Not me"], ["10"]),
                new("Có người nhờ TravelBuddy gửi {{1}} gợi ý tour du lịch Việt Nam tới số này. Nếu là bạn, hãy bấm nút để nhận tại đây. Nếu không, hãy bấm “Không phải tôi”, bạn sẽ không nhận tin nào nữa.", ["Xem tour của tôi", "Không phải tôi"], ["10"]))),
            ready,
            .. names.RecommendationsPicture is { } pictured ? new[] { ready with { Setting = nameof(names.RecommendationsPicture), Name = pictured, Header = TemplateHeaderKind.Image } } : [],
            new(nameof(names.OneTimeCode), names.OneTimeCode, Authentication, 1, [TemplateButton.Url], In(names,
                new("*{{1}}* is your verification code. For your security, do not share this code.", ["Copy code"], ["123456"]),
                new("*{{1}}* là mã xác minh của bạn. Để bảo mật, bạn không nên chia sẻ mã này.", ["Sao chép mã"], ["123456"]))),
        ];
    }

    private static Dictionary<string, TemplateWords> In(WhatsAppTemplates names, TemplateWords english, TemplateWords vietnamese) =>
        new(StringComparer.Ordinal) { [names.Vietnamese] = vietnamese, [names.English] = english };
}
