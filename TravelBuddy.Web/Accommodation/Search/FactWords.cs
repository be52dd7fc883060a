using System.Globalization;
using TravelBuddy.Web.Accommodation.Stays;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>What is told to a model of a place to stay, in the language that it is to write.</summary>
internal static class FactWords
{
    public static string Away(string near, double km, string language)
    {
        var whole = Math.Max(1, Math.Round(km)).ToString(CultureInfo.InvariantCulture);
        return language == "vi" ? $"cách trung tâm {near} {whole} km" : $"{whole} km from the middle of {near}";
    }

    public static string Price(string amount, bool isHighSeason, PricePerNight per, string language) => language == "vi"
        ? $"giá {(isHighSeason ? "mùa cao điểm khoảng" : "từ")} {amount} một đêm, mỗi {per switch { PricePerNight.Bed => "giường", PricePerNight.Unit => "căn", _ => "phòng" }}"
        : $"price {(isHighSeason ? "in the high season about" : "from")} {amount} a night, per {per switch { PricePerNight.Bed => "bed", PricePerNight.Unit => "unit", _ => "room" }}";

    public static string Rating(double rating, int guests, string language) => language == "vi"
        ? string.Create(CultureInfo.InvariantCulture, $"{guests} khách chấm {rating:0.0} điểm")
        : string.Create(CultureInfo.InvariantCulture, $"rating {rating:0.0} by {guests} guests");

    public static string Stars(int stars, string language) => language == "vi" ? $"{stars} sao" : $"{stars} stars";
}
