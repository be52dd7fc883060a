using System.Globalization;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Reasons;

/// <summary>Sentences for recorded reasons. Languages differ in more than words, so each has its own sentences rather than translated pieces.</summary>
public sealed class ReasonWriter(Gazetteer gazetteer, Lexicon lexicon) : IReasonWriter
{
    public string Sentence(Reason reason, string language)
    {
        var vi = language == "vi";
        var a = reason.Arguments;
        return reason.Code switch
        {
            ReasonCodes.PlacesVisited => Visits(a, vi),
            ReasonCodes.PlacesInside when a.Count == 1 => vi ? $"Nằm trong vùng {Place(a[0], vi)}" : $"In {Place(a[0], vi)}",
            ReasonCodes.PlacesInside => vi ? $"Thuộc {Place(a[0], vi)}: {Places(a.Skip(1), vi)}" : $"In {Place(a[0], vi)}: {Places(a.Skip(1), vi)}",
            ReasonCodes.PlaceNear => vi ? $"{Place(a[0], vi)} cách {Place(a[1], vi)} khoảng {a[2]} km" : $"{Place(a[0], vi)} is about {a[2]} km from {Place(a[1], vi)}",
            ReasonCodes.PlacesElsewhere => vi ? $"Đi {Places(a, vi)}, không phải nơi bạn muốn đến" : $"Goes to {Places(a, vi)} instead of the places you asked for",
            ReasonCodes.PlacesMostlyOthers => vi ? $"Phần lớn thời gian ở nơi khác: {Places(a, vi)}" : $"Spends most of its time elsewhere: {Places(a, vi)}",
            ReasonCodes.PlacesUnknown => vi ? "Không ghi rõ điểm đến; hãy hỏi công ty du lịch" : "Does not say where it goes; ask the agency",
            ReasonCodes.DaysWished => vi ? $"{Days(a[0], vi)}, đúng như bạn muốn" : $"{Days(a[0], vi)}, as you asked",
            ReasonCodes.DaysOff => DaysOff(a, vi),
            ReasonCodes.DaysUnknown => vi ? "Không ghi số ngày; hãy hỏi công ty du lịch" : "Does not say how long it takes; ask the agency",
            ReasonCodes.PriceWithin => vi
                ? $"{MoneyText.Of(a[0], a[1], vi)}, trong mức {Budget(a, vi)} của bạn"
                : $"{MoneyText.Of(a[0], a[1], vi)}, within your {Budget(a, vi)}",
            ReasonCodes.PriceOver => vi ? $"{MoneyText.Of(a[0], a[1], vi)}, vượt ngân sách của bạn {a[2]}%" : $"{MoneyText.Of(a[0], a[1], vi)}, {a[2]}% over your budget",
            ReasonCodes.PriceUnknown => vi ? "Chưa có giá; hãy hỏi công ty du lịch" : "No price given; ask the agency",
            ReasonCodes.PriceOfGroup => vi ? $"{MoneyText.Of(a[0], a[1], vi)} cho cả nhóm" : $"{MoneyText.Of(a[0], a[1], vi)} for the whole group",
            ReasonCodes.Has => vi ? $"Có {Things(a, vi)} như bạn thích" : $"Has {Things(a, vi)}, as you wished",
            ReasonCodes.DoesNotSay => vi ? $"Không nhắc đến {Things(a, vi)}" : $"Says nothing about {Things(a, vi)}",
            ReasonCodes.DietContradicted => vi
                ? $"Có món hoặc ghi chú trái với {Things(a, vi)}; hãy hỏi trước khi đặt"
                : $"What it serves or says goes against {Things(a, vi)}; ask before you book",
            ReasonCodes.OwnWords => vi ? "Phần mô tả có những từ bạn đã dùng" : "Its description uses words you used",
            ReasonCodes.EssentialMet => vi ? $"Có {Things(a, vi)}, điều bạn nhất định cần" : $"Has {Things(a, vi)}, which you cannot do without",
            ReasonCodes.EssentialMissing => vi
                ? $"Không ghi có {Things(a, vi)}, điều bạn nhất định cần; hãy hỏi trước khi đặt"
                : $"Does not mention {Things(a, vi)}, which you need; ask before you book",
            ReasonCodes.Excluded => vi ? $"Có {Things(a, vi)}, điều bạn muốn tránh" : $"Includes {Things(a, vi)}, which you wanted to avoid",
            ReasonCodes.ExcludedAbsent => vi ? $"Không có {Things(a, vi)}, đúng ý bạn" : $"No {Things(a, vi, " or ")}, as you asked",
            ReasonCodes.StartsHere => vi ? $"Khởi hành từ {Place(a[0], vi)}" : $"Starts in {Place(a[0], vi)}",
            ReasonCodes.StartsElsewhere => vi ? $"Khởi hành từ {Place(a[0], vi)}, cách nơi bạn xuất phát khoảng {a[1]} km" : $"Starts in {Place(a[0], vi)}, about {a[1]} km from where you set off",
            ReasonCodes.GroupOnly => vi ? $"Chỉ nhận đoàn từ {a[0]} người; hãy hỏi có ghép được không" : $"For groups of {a[0]} or more; ask whether you can join one",
            ReasonCodes.Children => vi ? "Phù hợp với trẻ em" : "Suits families with children",
            ReasonCodes.ChildrenHard => vi ? "Có thể quá sức với trẻ em" : "May be too hard for children",
            ReasonCodes.LikeOneAbove => vi ? "Gần giống một tour đứng trên trong danh sách" : "Much like a tour further up the list",
            ReasonCodes.Popular => vi ? $"Được nhiều người yêu thích: {Places(a, vi)}" : $"Loved by many: {Places(a, vi)}",
            _ => "",
        };
    }

    public string Sentence(Relaxation relaxation, string language)
    {
        var vi = language == "vi";
        var tours = vi ? $"{relaxation.Brings} tour" : relaxation.Brings == 1 ? "one tour fits" : $"{relaxation.Brings} tours fit";
        var wish = Listed([.. Relaxing.Parts(relaxation.Wish).Select(part => Given(part, vi))], vi ? " và " : " and ");
        return vi ? $"Nếu bỏ qua {wish}, có {tours} phù hợp với mọi điều còn lại." : $"Without {wish}, {tours} everything else you asked for.";
    }

    private static string Given(string wish, bool vi) => (wish, vi) switch
    {
        (Relaxing.Places, true) => "nơi muốn đến",
        (Relaxing.Places, _) => "the places",
        (Relaxing.Durations, true) => "số ngày",
        (Relaxing.Durations, _) => "the number of days",
        (Relaxing.Budget, true) => "ngân sách",
        (Relaxing.Budget, _) => "the budget",
        (Relaxing.Dates, true) => "ngày đi",
        (Relaxing.Dates, _) => "the dates",
        (Relaxing.Exclusions, true) => "những điều muốn tránh",
        (Relaxing.Exclusions, _) => "what you wanted to avoid",
        (Relaxing.Essentials, true) => "những điều nhất định phải có",
        (Relaxing.Essentials, _) => "what you cannot do without",
        (_, true) => "điều kiện này",
        _ => "this wish",
    };

    private static string Budget(IReadOnlyList<string> a, bool vi) =>
        a.Count > 4 ? $"{MoneyText.Short(a[4], a[3], vi)} – {MoneyText.Short(a[2], a[3], vi)}" : MoneyText.Short(a[2], a[3], vi);

    private string Visits(IReadOnlyList<string> a, bool vi)
    {
        var wished = int.Parse(a[0], CultureInfo.InvariantCulture);
        var visited = a.Count - 1;
        var places = Places(a.Skip(1), vi);
        return (visited, wished, vi) switch
        {
            (1, 1, true) => $"Đến {places}, đúng nơi bạn chọn",
            (1, 1, false) => $"Visits {places}, as you asked",
            (1, _, true) => $"Đến {places}, một trong những nơi bạn chọn",
            (1, _, false) => $"Visits {places}, one of the places on your list",
            (2, _, true) => $"Đến {places}, cả hai đều nằm trong danh sách của bạn",
            (2, _, false) => $"Visits {places}, both on your list",
            (_, _, true) => $"Đến {places}, đều nằm trong danh sách của bạn",
            _ => $"Visits {places}, all on your list",
        };
    }

    private static string DaysOff(IReadOnlyList<string> a, bool vi)
    {
        var off = double.Parse(a[1], CultureInfo.InvariantCulture);
        var size = Days(Math.Abs(off).ToString("0.##", CultureInfo.InvariantCulture), vi);
        return vi
            ? $"{Days(a[0], vi)}, {(off > 0 ? "dài" : "ngắn")} hơn mong muốn {size}"
            : $"{Days(a[0], vi)}, {size} {(off > 0 ? "longer" : "shorter")} than you asked";
    }

    private static string Days(string number, bool vi)
    {
        var days = double.Parse(number, CultureInfo.InvariantCulture);
        var text = days.ToString("0.##", CultureInfo.GetCultureInfo(vi ? "vi" : "en"));
        return (days, vi) switch
        {
            (.5, true) => "nửa ngày",
            (.5, false) => "half a day",
            (_, true) => $"{text} ngày",
            (1, false) => "1 day",
            _ => $"{text} days",
        };
    }

    private string Place(string id, bool vi) => gazetteer.Find(id)?.Label(vi ? "vi" : "en") ?? id;

    private string Places(IEnumerable<string> ids, bool vi) => Listed([.. ids.Select(id => Place(id, vi))], vi ? " và " : " and ");

    private string Things(IEnumerable<string> ids, bool vi, string? last = null) =>
        Listed([.. ids.Select(id => lexicon.Find(id)?.Label(vi ? "vi" : "en") ?? id)], last is null || vi ? vi ? " và " : " and " : last);

    private static string Listed(IReadOnlyList<string> items, string last) =>
        items.Count < 2 ? items.FirstOrDefault() ?? "" : string.Join(", ", items.Take(items.Count - 1)) + last + items[^1];
}
