using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Web.Recommendations.Reasons;

/// <summary>Sentences about what whoever takes part has to be or to have.</summary>
internal static class ConditionPhrases
{
    public static string Of(string condition, bool vi) => (condition, vi) switch
    {
        (nameof(Condition.CertifiedDiver), true) => "Chỉ dành cho người có bằng lặn",
        (nameof(Condition.CertifiedDiver), _) => "For certified divers only",
        (nameof(Condition.MotorbikeLicence), true) => "Bạn tự lái xe máy nên phải có bằng lái",
        (nameof(Condition.MotorbikeLicence), _) => "You ride yourself: you need a motorcycle licence",
        (nameof(Condition.LicenceToRideYourself), true) => "Muốn tự lái xe máy thì phải có bằng lái",
        (nameof(Condition.LicenceToRideYourself), _) => "To ride yourself you need a motorcycle licence",
        (nameof(Condition.Photographer), true) => "Dành cho người mê chụp ảnh",
        (nameof(Condition.Photographer), _) => "Made for photographers",
        (nameof(Condition.VietnameseGuest), true) => "Chỉ nhận khách Việt Nam",
        (nameof(Condition.VietnameseGuest), _) => "Takes Vietnamese citizens only",
        _ => "",
    };
}
