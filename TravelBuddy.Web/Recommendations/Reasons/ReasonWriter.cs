using System.Globalization;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Reasons;

/// <summary>Sentences for recorded reasons. Languages differ in more than words, so each has its own sentences rather than translated pieces.</summary>
public sealed class ReasonWriter(Gazetteer gazetteer, Lexicon lexicon, ExchangeRates rates) : IReasonWriter
{
    /// <summary>From so many per cent over the budget on it is told as a multiple of it.</summary>
    private const int ManyTimes = 200;

    /// <summary>A place as near as that is told as near.</summary>
    public const double NextDoorKm = 15;

    public string Sentence(Reason reason, string language, string? currency = null)
    {
        var vi = language == "vi";
        var a = reason.Arguments;
        return reason.Code switch
        {
            ReasonCodes.PlacesVisited => Visits(a, vi),
            ReasonCodes.PlacesAlike => vi ? $"Đến {Places(a, vi)}, như tour bạn đã chọn" : $"Visits {Places(a, vi)}, like the tour you chose",
            ReasonCodes.PlacesInside when a.Count == 1 => $"{(vi ? "Đi" : "Visits")} {Place(a[0], vi)}",
            ReasonCodes.PlacesInside => $"{(vi ? "Đi " : "")}{Place(a[0], vi)}: {Places(a.Skip(1), vi)}",
            ReasonCodes.PlaceNear when a[2] == "0" => vi ? $"{Place(a[0], vi)} ở ngay cạnh {Place(a[1], vi)}" : $"{Place(a[0], vi)} is right by {Place(a[1], vi)}",
            ReasonCodes.PlaceNear when double.TryParse(a[2], CultureInfo.InvariantCulture, out var km) && km > NextDoorKm => vi
                ? $"Không đến {Place(a[1], vi)}; {Place(a[0], vi)} cách đó khoảng {a[2]} km đường chim bay"
                : $"Does not go to {Place(a[1], vi)}; {Place(a[0], vi)} is about {a[2]} km from there as the crow flies",
            ReasonCodes.PlaceNear => vi ? $"Không ghé {Place(a[1], vi)} (cách {Place(a[0], vi)} khoảng {a[2]} km)" : $"Does not go to {Place(a[1], vi)} itself (about {a[2]} km from {Place(a[0], vi)})",
            ReasonCodes.PlacesElsewhere => vi ? $"Đi {Places(a, vi)}, không phải nơi bạn muốn đến" : $"Goes to {Places(a, vi)}, not where you asked to go",
            ReasonCodes.PlacesOfOnePart => vi ? $"Chỉ đi một miền của đất nước: {Places(a, vi)}" : $"Stays in one part of the country: {Places(a, vi)}",
            ReasonCodes.PlacesMostlyOthers => vi ? $"Còn đi những nơi khác: {Places(a, vi)}" : $"Also goes elsewhere: {Places(a, vi)}",
            ReasonCodes.PlacesUnknown => vi ? "Không ghi rõ điểm đến; hãy hỏi công ty du lịch" : "Does not say where it goes; ask the agency",
            ReasonCodes.DaysWished => vi ? $"{Days(a[0], vi, true)}, đúng như bạn muốn" : $"{Days(a[0], vi, true)}, as you asked",
            ReasonCodes.DaysOff => DaysOff(a, vi),
            ReasonCodes.DaysUnknown => vi ? "Không ghi số ngày; hãy hỏi công ty du lịch" : "Does not say how long it takes; ask the agency",
            ReasonCodes.PriceWithin => Within(a, language, currency),
            ReasonCodes.PriceOver => $"{Price(a, language, currency)}, {Over(a[2], vi)}",
            ReasonCodes.PriceDear => vi ? "Giá cao hơn phần lớn các tour ở đó" : "Costs more than most tours there",
            ReasonCodes.PriceUnknown => vi ? "Chưa có giá; hãy hỏi công ty du lịch" : "No price given; ask the agency",
            ReasonCodes.PriceOfGroup when a.Count > 2 => vi
                ? $"{Price(a, language, currency)} cho cả nhóm, tính mỗi người {Over(a[2], vi)}"
                : $"{Price(a, language, currency)} for the whole group, for each of you {Over(a[2], vi)}",
            ReasonCodes.PriceOfGroup => vi ? $"{Price(a, language, currency)} cho cả nhóm" : $"{Price(a, language, currency)} for the whole group",
            ReasonCodes.PriceShared => Shared(a, a.Count > 3, vi ? "trong ngân sách của bạn" : "within your budget", language, currency),
            ReasonCodes.PriceSharedOver => Shared(a, a.Count > 4, Over(a[3], vi), language, currency),
            ReasonCodes.PriceCheaper => $"{Price(a, language, currency)}{(a[2] == "0" ? "" : vi ? "/người" : " per person")}, {Cheaper(a[2], vi)}{(a.Count > 3 && a[2] != "0" ? OfShared(a[3], vi) : "")}",
            ReasonCodes.PriceSharedCheaper => Shared(a, a.Count > 4, Cheaper(a[3], vi), language, currency),
            ReasonCodes.Has => ConceptPhrases.Has(Concepts(a), vi),
            ReasonCodes.Mentions => vi ? $"{Capital(Things(a, vi))} (có nhắc trong mô tả)" : $"Mentions: {Things(a, vi)}",
            ReasonCodes.DoesNotSay => ConceptPhrases.DoesNotSay(Concepts(a), vi),
            ReasonCodes.OfPlace => ConceptPhrases.OfPlace(Concepts(a.Take(1))[0], Place(a[1], vi), vi),
            ReasonCodes.AgainstDiet => vi
                ? $"Có nhắc đến {Things(a.Skip(1), vi)}; bạn nhớ báo công ty: {Things(a.Take(1), vi)}"
                : $"Its text names {Things(a.Skip(1), vi)}; tell the agency about {Things(a.Take(1), vi)}",
            ReasonCodes.DietUnsaid => ConceptPhrases.DietUnsaid(Concepts(a), vi),
            ReasonCodes.DietCovered => ConceptPhrases.Covers(Concepts(a), vi),
            ReasonCodes.FoodUnsaid => vi
                ? $"Không ghi bữa ăn có tránh được món bạn kiêng không ({Refused(a, vi)}); hãy hỏi trước khi đặt"
                : $"Does not say whether its meals can be without what you avoid ({Refused(a, vi)}); ask before you book",
            ReasonCodes.InPart => ReservedPhrases.Of(a, Concepts([a[1]])[0], vi),
            ReasonCodes.LodgingUnsaid => vi
                ? $"Không ghi rõ có phải ngủ chung không ({Refused(a, vi)}); hãy hỏi trước khi đặt"
                : $"Does not say whether you share where you sleep ({Refused(a, vi)}); ask before you book",
            ReasonCodes.DietContradicted => vi
                ? $"Có điều trái với chế độ ăn của bạn ({Things(a, vi)}); hãy hỏi trước khi đặt"
                : $"Something in it goes against your diet ({Things(a, vi)}); ask before you book",
            ReasonCodes.OwnWords => vi ? "Phần mô tả có những từ bạn đã dùng" : "Its description uses words you used",
            ReasonCodes.EssentialMet => ConceptPhrases.HasEssential(Concepts(a), vi),
            ReasonCodes.EssentialMissing => ConceptPhrases.LacksEssential(Concepts(a), vi),
            ReasonCodes.EssentialContradicted => ConceptPhrases.AgainstEssential(Concepts(a), vi),
            ReasonCodes.Excluded => vi ? $"Có điều bạn muốn tránh{Named(a, vi)}" : $"Has what you wanted to avoid{Named(a, vi)}",
            ReasonCodes.ExcludedInPassing => vi ? $"Phần mô tả có nhắc đến điều bạn muốn tránh{Named(a, vi)}; hãy hỏi công ty du lịch" : $"Its description mentions what you wanted to avoid{Named(a, vi)}; ask the agency",
            ReasonCodes.MadeForOthers or ReasonCodes.MadeForSome => vi ? $"Dành cho {ConceptPhrases.MadeFor(Concepts(a), vi)}" : $"Made for {ConceptPhrases.MadeFor(Concepts(a), vi)}",
            ReasonCodes.Steps => vi ? $"Phần mô tả có nói đến {a[0]} bậc thang; hãy hỏi công ty có bỏ qua được không" : $"Its description tells of {a[0]} steps; ask the agency whether they can be left out",
            ReasonCodes.StairsOfPlace => Stairs(a, vi),
            ReasonCodes.ClimbADay => vi ? $"Phần mô tả nói mỗi ngày leo cao {a[0]} m; hãy hỏi công ty" : $"Its description tells of {a[0]} m of climbing a day; ask the agency",
            ReasonCodes.RidesOneself => vi ? "Khách tự lái trên tour này, mà bạn không muốn tự lái" : "You ride or drive yourself on this one, and you do not want to",
            ReasonCodes.IsDriven => vi ? "Có tài xế chở, bạn ngồi sau" : "A local rider takes you: you sit behind",
            ReasonCodes.Condition => ConditionPhrases.Of(a[0], vi),
            ReasonCodes.ExcludedAbsent => vi ? $"Không thấy ghi có {Refused(a, vi)}, điều bạn muốn tránh" : $"No mention of what you wanted to avoid: {Refused(a, vi)}",
            ReasonCodes.StartsHere => vi ? $"Khởi hành từ {Place(a[0], vi)}" : $"Starts in {Place(a[0], vi)}",
            ReasonCodes.StartsElsewhere => vi ? $"Khởi hành từ {Place(a[0], vi)}, cách nơi bạn xuất phát khoảng {a[1]} km đường chim bay" : $"Starts in {Place(a[0], vi)}, about {a[1]} km from where you set off, as the crow flies",
            ReasonCodes.StartUnknown => vi ? "Không ghi nơi khởi hành; hãy hỏi công ty du lịch" : "Does not say where it starts; ask the agency",
            ReasonCodes.GroupOnly when a.Count == 0 => vi ? "Tour dành cho đoàn công ty; hãy hỏi có ghép được không" : "Made for company groups; ask whether you can join one",
            ReasonCodes.GroupOnly => vi ? $"Chỉ nhận đoàn từ {a[0]} người; hãy hỏi có ghép được không" : $"For groups of {a[0]} or more; ask whether you can join one",
            ReasonCodes.NotAdmitted => Ages(a, vi),
            ReasonCodes.Unsuited => vi ? $"Có thể không hợp với: {ConceptPhrases.People(Concepts(a), vi)}" : $"May not suit: {ConceptPhrases.People(Concepts(a), vi)}",
            ReasonCodes.Children => vi ? "Phù hợp với trẻ em" : "Suits families with children",
            ReasonCodes.ChildrenHard => vi ? "Có thể quá sức với trẻ em" : "May be too hard for children",
            ReasonCodes.LikeOneAbove => vi ? "Gần giống một tour đứng trên trong danh sách" : "Much like a tour further up the list",
            ReasonCodes.Popular => vi ? $"Đến những nơi được yêu thích: {Places(a, vi)}" : $"Visits well-loved places: {Places(a, vi)}",
            _ => "",
        };
    }

    public string? InShort(Reason reason, string language) => ShortPhrases.Of(reason, [.. Concepts(reason.Code is ReasonCodes.InPart ? reason.Arguments.Skip(1).Take(1) : reason.Arguments).Take(1)], language == "vi");

    public string Sentence(Relaxation relaxation, string language) => GivingUp.Sentence(relaxation, language, lexicon);

    /// <summary>A price in the reader's currency, marked where it is converted.</summary>
    private string Price(IReadOnlyList<string> a, string language, string? currency)
    {
        var price = new Money(Amount(a[0]), a[1]);
        return currency is not null && currency != price.Currency && TourFacts.In(price, currency, rates) is { } converted
            ? "≈ " + TourFacts.Text(converted, language)
            : TourFacts.Text(price, language);
    }

    private string Within(IReadOnlyList<string> a, string language, string? currency)
    {
        var vi = language == "vi";
        var least = a.Count > 4 ? new Money(Amount(a[4]), a[3]) : (Money?)null;
        var budget = TourFacts.Text(least, new Money(Amount(a[2]), a[3]), language);
        var price = Price(a, language, currency);
        return least is { } min && rates.ToVnd(new Money(Amount(a[0]), a[1])) < rates.ToVnd(min)
            ? vi ? $"{price}, thấp hơn mức {budget} của bạn" : $"{price}, less than your {budget}"
            : vi ? $"{price}, trong mức {budget} của bạn" : $"{price}, within your {budget}";
    }

    /// <summary>What a group's price comes to for each, and for how many that is worked out.</summary>
    private string Shared(IReadOnlyList<string> a, bool assumed, string ofBudget, string language, string? currency)
    {
        var vi = language == "vi";
        var whole = Price(a, language, currency);
        var share = Amount(a[0]) / Amount(a[2]);
        var each = Price([Math.Round(share, share < 10 ? 2 : 0).ToString(CultureInfo.InvariantCulture), a[1]], language, currency);
        var people = a[2] == "2" ? vi ? "hai" : "two" : a[2];
        return (people, assumed, vi) switch
        {
            ("1", _, true) => $"{whole} cho cả nhóm, một người cũng vậy, {ofBudget}",
            ("1", _, false) => $"{whole} for the whole group, also for one person, {ofBudget}",
            (_, true, true) => $"{whole} cho cả nhóm; nếu đi {people} người thì mỗi người {each}, {ofBudget}",
            (_, true, false) => $"{whole} for the whole group; if it is for {people} people, {each} each, {ofBudget}",
            (_, false, true) => $"{whole} cho cả nhóm; {people} người thì mỗi người {each}, {ofBudget}",
            _ => $"{whole} for the whole group; for {people} people {each} each, {ofBudget}",
        };
    }

    private static string Cheaper(string than, bool vi) => (than, vi) switch
    {
        ("0", true) => "thuộc nhóm rẻ hơn",
        ("0", false) => "one of the cheaper ones",
        (_, true) => "rẻ hơn tour bạn đã chọn",
        _ => "cheaper than the tour you named",
    };

    /// <summary>What a price per person was compared with, where the other tour has one for a group.</summary>
    private static string OfShared(string people, bool vi) => (people, vi) switch
    {
        ("1", true) => " khi chỉ một người trả giá tour đó",
        ("1", false) => " when one person alone pays its price",
        (_, true) => $" khi {(people == "2" ? "hai" : people)} người chia nhau giá tour đó",
        _ => $" when {(people == "2" ? "two" : people)} people share its price",
    };

    private static string Ages(IReadOnlyList<string> a, bool vi) => (a[0], a[1]) switch
    {
        (var least, _) when a.Count > 2 => vi ? $"Chỉ nhận khách từ {least} tuổi, nên bé {(a[2] == "0" ? "dưới 1" : a[2])} tuổi chưa đi được" : $"Takes travellers from age {least}, so not {(a[2] == "0" ? "a baby under one" : $"a child of {a[2]}")}",
        (var least, "") => vi ? $"Chỉ nhận khách từ {least} tuổi" : $"Takes travellers from age {least}",
        ("", var most) => vi ? $"Chỉ nhận khách đến {most} tuổi" : $"Takes travellers up to age {most}",
        var (least, most) => vi ? $"Chỉ nhận khách từ {least} đến {most} tuổi" : $"Takes travellers aged {least} to {most}",
    };

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static decimal Amount(string number) => decimal.Parse(number, CultureInfo.InvariantCulture);

    /// <summary>Without "as you asked": the places may be those of a tour it is to be like.</summary>
    private string Visits(IReadOnlyList<string> a, bool vi)
    {
        var wished = int.Parse(a[0], CultureInfo.InvariantCulture);
        var visited = a.Count - 1;
        var places = Places(a.Skip(1), vi);
        return (visited, wished, vi) switch
        {
            (1, > 1, true) => $"Có đến {places}",
            (1, > 1, false) => $"Visits {places}, one of your places",
            (_, _, true) => $"Đến {places}",
            _ => $"Visits {places}",
        };
    }

    private string Stairs(IReadOnlyList<string> a, bool vi)
    {
        var (place, counted, lift, spoken) = (Place(a[0], vi), a[1].Length > 0, a.Contains(ReasonFinder.WithLift), a.Contains(ReasonFinder.Spoken));
        return vi
            ? $"{place} có {(counted ? $"khoảng {a[1]}" : "nhiều")} bậc thang{(lift ? ", có thang máy hoặc cáp treo một đoạn" : "")}{(spoken ? "" : " (tour không nhắc đến)")}; hãy hỏi công ty có bỏ qua được không"
            : $"{place} has {(counted ? $"about {a[1]}" : "many")} steps{(lift ? ", with a lift or cable car for part of the way" : "")}{(spoken ? "" : " (the tour does not speak of them)")}; ask the agency whether they can be left out";
    }

    /// <summary>Days that nobody counts.</summary>
    private const double FarOff = 10;

    private static string DaysOff(IReadOnlyList<string> a, bool vi)
    {
        var off = double.Parse(a[1], CultureInfo.InvariantCulture);
        if (Math.Abs(off) > FarOff)
        {
            return vi ? $"{Days(a[0], vi, true)}, {(off > 0 ? "dài" : "ngắn")} hơn hẳn ý bạn" : $"{Days(a[0], vi, true)}, far {(off > 0 ? "longer" : "shorter")} than you asked";
        }

        var size = Days(Math.Abs(off).ToString("0.##", CultureInfo.InvariantCulture), vi);
        return vi
            ? $"{Days(a[0], vi, true)}, {(off > 0 ? "dài" : "ngắn")} hơn bạn muốn {size}"
            : $"{Days(a[0], vi, true)}, {size} {(off > 0 ? "longer" : "shorter")} than you asked";
    }

    private static string Days(string number, bool vi, bool first = false)
    {
        var days = double.Parse(number, CultureInfo.InvariantCulture);
        var text = days.ToString("0.##", CultureInfo.GetCultureInfo(vi ? "vi" : "en"));
        return (days, vi) switch
        {
            (.5, true) => first ? "Nửa ngày" : "nửa ngày",
            (.5, false) => first ? "Half a day" : "half a day",
            (_, true) => $"{text} ngày",
            (1, false) => "1 day",
            _ => $"{text} days",
        };
    }

    private string Place(string id, bool vi) => gazetteer.Find(id)?.Label(vi ? "vi" : "en") ?? id;

    private string Places(IEnumerable<string> ids, bool vi) => ConceptPhrases.Listed([.. ids.Select(id => Place(id, vi))], vi ? " và " : " and ");

    private IReadOnlyList<Concept> Concepts(IEnumerable<string> ids) => [.. ids.Select(id => lexicon.Find(id) ?? Gone(id))];

    /// <summary>By how much a price is over the budget: "3529 %" is no figure that anybody can picture.</summary>
    private static string Over(string perCent, bool vi) => double.TryParse(perCent, CultureInfo.InvariantCulture, out var many) && many >= ManyTimes
        ? vi ? $"gấp khoảng {Times(many)} lần ngân sách của bạn" : $"about {Times(many)} times your budget"
        : vi ? $"vượt ngân sách của bạn {perCent}%" : $"{perCent}% over your budget";

    private static string Times(double perCent) => Math.Round(1 + perCent / 100).ToString("0", CultureInfo.InvariantCulture);

    /// <summary>A concept that the lexicon no longer holds, in a list recorded before.</summary>
    private static Concept Gone(string id) => new() { Id = id, Kind = ConceptKind.Theme, En = [id], Vi = [id] };

    private string Things(IEnumerable<string> ids, bool vi) => Listed(ids, concept => concept.Label(vi ? "vi" : "en"), vi);

    private string Refused(IEnumerable<string> ids, bool vi) => Listed(ids, concept => concept.RefusedLabel(vi ? "vi" : "en"), vi);

    private string Listed(IEnumerable<string> ids, Func<Concept, string> label, bool vi) =>
        ConceptPhrases.Listed([.. ids.Select(id => lexicon.Find(id) is { } concept ? label(concept) : Place(id, vi))], vi ? " và " : " and ");

    /// <summary>Nothing where all that is known are words of the traveller, which no reason holds.</summary>
    private string Named(IReadOnlyList<string> ids, bool vi) => ids.Count == 0 ? "" : ": " + Refused(ids, vi);
}
