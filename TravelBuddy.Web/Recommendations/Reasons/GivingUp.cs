using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Reasons;

/// <summary>Sentences about what giving up wishes would bring, in the words of the buttons that do it.</summary>
internal static class GivingUp
{
    private const string Cheaper = "cheaper";

    public static string Sentence(Relaxation relaxation, string language, Lexicon lexicon)
    {
        var vi = language == "vi";
        var parts = Relaxing.Parts(relaxation.Wish).Select(part => relaxation.OfCheaper && part == Relaxing.Budget ? Cheaper : part).ToList();
        var without = parts.Select(part => part == Cheaper ? vi ? "“rẻ hơn”" : "“cheaper”" : Relaxing.Diet(part) is { } diet ? $"“{lexicon.Find(diet)?.Label(language) ?? diet}”" : null).OfType<string>().ToList();
        var any = parts.Where(part => part != Cheaper && Relaxing.Diet(part) is null).Select(part => Any(part, vi)).ToList();
        return vi ? InVietnamese([.. any, .. without.Select(wish => $"bỏ yêu cầu {wish}")], relaxation) : InEnglish(any, without, relaxation);
    }

    private static string InVietnamese(IReadOnlyList<string> wishes, Relaxation relaxation) =>
        $"Nếu {ConceptPhrases.Listed(wishes, " và ")} thì có {relaxation.Brings} tour {(relaxation.InPart ? "gần đúng với những điều còn lại" : "hợp mọi điều còn lại")}.";

    private static string InEnglish(IReadOnlyList<string> any, IReadOnlyList<string> without, Relaxation relaxation)
    {
        var (with, left) = (ConceptPhrases.Listed(any, " and "), ConceptPhrases.Listed(without, " and "));
        var wishes = (any.Count, without.Count) switch { (_, 0) => $"With {with}", (0, _) => $"Without {left}", _ => $"With {with} and without {left}" };
        var tours = (relaxation.Brings, relaxation.InPart) switch { (1, true) => "one tour comes near", (1, _) => "one tour fits", (var some, true) => $"{some} tours come near", var (some, _) => $"{some} tours fit" };
        return $"{wishes}, {tours} everything else you asked for.";
    }

    private static string Any(string wish, bool vi) => (wish, vi) switch
    {
        (Relaxing.Places, true) => "đi nơi khác",
        (Relaxing.Places, _) => "any place",
        (Relaxing.Durations, true) => "đổi số ngày",
        (Relaxing.Durations, _) => "any length",
        (Relaxing.Budget, true) => "không giới hạn giá",
        (Relaxing.Budget, _) => "any price",
        (Relaxing.Dates, true) => "đi ngày khác",
        (Relaxing.Dates, _) => "any dates",
        (Relaxing.Exclusions, true) => "không cần tránh gì",
        (Relaxing.Exclusions, _) => "nothing to avoid",
        (Relaxing.Essentials, true) => "không bắt buộc gì",
        (Relaxing.Essentials, _) => "no must-haves",
        (Relaxing.Transportation, true) => "đi bằng gì cũng được",
        (Relaxing.Transportation, _) => "any way to travel",
        (Relaxing.Food, true) => "ăn gì cũng được",
        (Relaxing.Food, _) => "any food",
        (Relaxing.Activities, true) => "chơi gì cũng được",
        (Relaxing.Activities, _) => "anything to do",
        (_, true) => "bỏ điều này",
        _ => "this wish left out",
    };
}
