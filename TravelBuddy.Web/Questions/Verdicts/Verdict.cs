namespace TravelBuddy.Web.Questions.Verdicts;

/// <summary>What a tour's text comes to for a question that wants a yes or a no, as far as it settles it.</summary>
public enum Verdict
{
    Yes,
    No,

    /// <summary>It says both, or only under conditions.</summary>
    Partly,
    OnRequest,
    ExtraCost,
    SomeDays,
    SomeMeals,
    SomePlaces,

    /// <summary>It is part of the programme; whether the price covers it is not said.</summary>
    PriceUnsaid,

    /// <summary>It speaks of it, but does not say this.</summary>
    Unclear,
}

/// <summary>Verdicts as the first words of an answer.</summary>
public static class VerdictWords
{
    /// <summary>The verdict in words, "vi" or anything else English.</summary>
    public static string Sentence(this Verdict verdict, string language) => (verdict, language == "vi") switch
    {
        (Verdict.Yes, true) => "Dạ có ạ.",
        (Verdict.Yes, _) => "Yes.",
        (Verdict.No, true) => "Dạ không ạ.",
        (Verdict.No, _) => "No.",
        (Verdict.OnRequest, true) => "Dạ có một phần ạ: phải báo trước.",
        (Verdict.OnRequest, _) => "Partly: on request.",
        (Verdict.ExtraCost, true) => "Dạ có một phần ạ: phải trả thêm tiền.",
        (Verdict.ExtraCost, _) => "Partly: at extra cost.",
        (Verdict.SomeDays, true) => "Dạ có một phần ạ: chỉ một số ngày.",
        (Verdict.SomeDays, _) => "Partly: on some days.",
        (Verdict.SomeMeals, true) => "Dạ có một phần ạ: chỉ một số bữa.",
        (Verdict.SomeMeals, _) => "Partly: at some meals.",
        (Verdict.SomePlaces, true) => "Dạ có một phần ạ: không phải nơi nào cũng có chứng nhận.",
        (Verdict.SomePlaces, _) => "Partly: not every place is certified.",
        (Verdict.PriceUnsaid, true) => "Dạ có một phần ạ: có trong chương trình, nhưng không ghi là giá đã gồm.",
        (Verdict.PriceUnsaid, _) => "Partly: it is in the programme, but it does not say that the price covers it.",
        (Verdict.Unclear, true) => "Công ty không ghi rõ điều này ạ; bạn hỏi lại cho chắc nhé.",
        (Verdict.Unclear, _) => "It does not say clearly; ask the agency to be sure.",
        (_, true) => "Dạ có một phần ạ.",
        _ => "Partly.",
    };
}
