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
        (nameof(Condition.Swimmer), true) => "Phải biết bơi mới đi được",
        (nameof(Condition.Swimmer), _) => "You have to be able to swim",
        (nameof(Condition.SwimmerInPart), true) => "Có phần chỉ dành cho người biết bơi",
        (nameof(Condition.SwimmerInPart), _) => "Part of it is for swimmers only",
        (nameof(Condition.HealthForm), true) => "Cần giấy khám hoặc tờ khai sức khỏe",
        (nameof(Condition.HealthForm), _) => "A medical form is asked for",
        (nameof(Condition.OwnLodging), true) => "Giá chưa gồm chỗ ở, bạn tự đặt",
        (nameof(Condition.OwnLodging), _) => "Your hotel is not included, you book it yourself",
        _ => "",
    };
}
