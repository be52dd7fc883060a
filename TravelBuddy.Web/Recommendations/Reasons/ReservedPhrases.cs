using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Reasons;

/// <summary>Sentences about what a tour has only in part, with its own where it has one.</summary>
internal static class ReservedPhrases
{
    /// <param name="a">Arguments of <see cref="ReasonCodes.InPart"/>.</param>
    /// <param name="concept">What it has.</param>
    /// <param name="vi">In Vietnamese.</param>
    public static string Of(IReadOnlyList<string> a, Concept concept, bool vi)
    {
        var label = concept.Label(vi ? "vi" : "en");
        var how = (a[0], vi) switch
        {
            (nameof(Reserve.OnRequest), true) => "phải báo trước, hãy hỏi trước khi đặt",
            (nameof(Reserve.OnRequest), _) => "on request, ask before you book",
            (nameof(Reserve.Surcharge), true) => "phải trả thêm tiền",
            (nameof(Reserve.Surcharge), _) => "costs extra",
            (nameof(Reserve.SomeDays), true) => "chỉ có vào một số ngày",
            (nameof(Reserve.SomeDays), _) => "only on some days",
            (nameof(Reserve.SomeMeals), true) => "chỉ có ở một số bữa, hãy hỏi trước khi đặt",
            (nameof(Reserve.SomeMeals), _) => "only for some meals, ask before you book",
            (nameof(Reserve.SomeCertified), true) => "chỉ một phần có chứng nhận, hãy hỏi trước khi đặt",
            _ => "only part of it is certified, ask before you book",
        };
        var said = $"{char.ToUpperInvariant(label[0])}{label[1..]}: {how}";
        return a.Count < 3 ? said : vi ? $"{said}. Công ty ghi: “{a[2]}”" : $"{said}. The agency writes: “{a[2]}”";
    }
}
