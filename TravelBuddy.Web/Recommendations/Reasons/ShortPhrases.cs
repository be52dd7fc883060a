using TravelBuddy.Web.Language;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Web.Recommendations.Reasons;

/// <summary>A few words for what speaks against a tour, where there is no room for a sentence. Length and price stand beside them and are left out.</summary>
internal static class ShortPhrases
{
    /// <param name="reason">What speaks against it.</param>
    /// <param name="concepts">The first of the concepts it names; none where it names none.</param>
    /// <param name="vi">In Vietnamese.</param>
    public static string? Of(Reason reason, IReadOnlyList<Concept> concepts, bool vi) => reason switch
    {
        { Code: ReasonCodes.Condition, Arguments: [var condition, ..] } => OfCondition(condition, vi),
        { Code: ReasonCodes.NotAdmitted, Arguments: [{ Length: > 0 } least, ..] } => vi ? $"từ {least} tuổi" : $"from age {least}",
        { Code: ReasonCodes.NotAdmitted, Arguments: [_, var most, ..] } => vi ? $"đến {most} tuổi" : $"up to age {most}",
        { Code: ReasonCodes.GroupOnly, Arguments: [var least] } => vi ? $"đoàn từ {least} người" : $"groups of {least}+",
        { Code: ReasonCodes.GroupOnly } => vi ? "cho đoàn công ty" : "for companies",
        { Code: ReasonCodes.MadeForOthers or ReasonCodes.MadeForSome } => vi ? $"dành cho {ConceptPhrases.MadeFor(concepts, vi)}" : $"for {ConceptPhrases.MadeFor(concepts, vi)}",
        { Code: ReasonCodes.DietUnsaid } => vi ? $"không ghi {Label(concepts, vi)}" : $"{Label(concepts, vi)} not said",
        { Code: ReasonCodes.EssentialMissing } when concepts.Count > 0 => vi ? $"không ghi {Label(concepts, vi)}" : $"{Label(concepts, vi)} not said",
        { Code: ReasonCodes.InPart } => vi ? $"{Label(concepts, vi)} chỉ một phần" : $"{Label(concepts, vi)} in part",
        { Code: ReasonCodes.DietContradicted or ReasonCodes.EssentialContradicted } => vi ? $"hỏi kỹ: {Label(concepts, vi)}" : $"ask first: {Label(concepts, vi)}",
        { Code: ReasonCodes.Steps, Arguments: [var steps] } => vi ? $"{steps} bậc thang" : $"{steps} steps",
        { Code: ReasonCodes.StairsOfPlace, Arguments: [_, { Length: > 0 } steps, ..] } => vi ? $"khoảng {steps} bậc thang" : $"about {steps} steps",
        { Code: ReasonCodes.StairsOfPlace } => vi ? "nhiều bậc thang" : "many steps",
        { Code: ReasonCodes.ClimbADay, Arguments: [var metres] } => vi ? $"leo {metres} m mỗi ngày" : $"climbs {metres} m a day",
        { Code: ReasonCodes.Unsuited } => vi ? $"khó cho {ConceptPhrases.People(concepts, vi)}" : $"hard for {ConceptPhrases.People(concepts, vi)}",
        { Code: ReasonCodes.RidesOneself } => vi ? "khách tự lái" : "you ride yourself",
        { Code: ReasonCodes.ChildrenHard } => vi ? "khó cho trẻ em" : "hard for children",
        _ => null,
    };

    private static string Label(IReadOnlyList<Concept> concepts, bool vi) => concepts.Count == 0 ? "" : concepts[0].Label(vi ? "vi" : "en");

    private static string? OfCondition(string condition, bool vi) => (condition, vi) switch
    {
        (nameof(Condition.CertifiedDiver), true) => "cần bằng lặn",
        (nameof(Condition.CertifiedDiver), _) => "certified divers",
        (nameof(Condition.MotorbikeLicence), true) => "cần bằng lái",
        (nameof(Condition.MotorbikeLicence), _) => "licence needed",
        (nameof(Condition.LicenceToRideYourself), true) => "tự lái cần bằng",
        (nameof(Condition.LicenceToRideYourself), _) => "licence to ride",
        (nameof(Condition.Photographer), true) => "cho người chụp ảnh",
        (nameof(Condition.Photographer), _) => "for photographers",
        (nameof(Condition.VietnameseGuest), true) => "khách Việt Nam",
        (nameof(Condition.VietnameseGuest), _) => "Vietnamese only",
        (nameof(Condition.Swimmer) or nameof(Condition.SwimmerInPart), true) => "cần biết bơi",
        (nameof(Condition.Swimmer) or nameof(Condition.SwimmerInPart), _) => "for swimmers",
        (nameof(Condition.HealthForm), true) => "cần giấy khám",
        (nameof(Condition.HealthForm), _) => "medical form",
        (nameof(Condition.OwnLodging), true) => "chưa gồm chỗ ở",
        (nameof(Condition.OwnLodging), _) => "hotel not included",
        _ => null,
    };
}
