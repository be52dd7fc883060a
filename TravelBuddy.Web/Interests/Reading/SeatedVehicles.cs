using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Cars, vans and coaches told by their seats alone: "xe 16", "xe 29c", "xe 7c".</summary>
internal static partial class SeatedVehicles
{
    private const int OfCar = 8;
    private const int OfVan = 20;

    public static IEnumerable<PhraseMatch<Concept>> Find(FoldedText text, Lexicon lexicon) =>
        from Match match in Seats().Matches(text.Folded)
        let seats = int.Parse(match.Groups["seats"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
        let vehicle = lexicon.Find(seats <= OfCar ? "private-car" : seats <= OfVan ? "minibus" : "coach")
        where vehicle is not null
        let span = text.Span(match.Index, match.Length)
        select new PhraseMatch<Concept>(vehicle, span.Start, span.End);

    // "Xe 7 giờ" leaves at seven, "xe 9h" too.
    [GeneratedRegex(@"\bxe (?:oto |o to |rieng |du lich )?(?<seats>4|5|7|9|1[26]|29|3[05]|4[57])(?:c| ?chau| ?cho)?\b(?! ?(?:gio|h\d*|ngay|dem|trieu|tr|k|km|nguoi|tieng|phut|sao|cai|chiec|[.,]\d))")]
    private static partial Regex Seats();
}
