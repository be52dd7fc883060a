using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>Whom a tour takes by age, as its texts say: "Age 16 to 60", "từ 12 tuổi trở lên", "not for children under 6". Prices by age limit nobody.</summary>
/// <param name="Least">Years of the youngest it takes; null if it does not say.</param>
/// <param name="Most">Years of the oldest it takes; null if it does not say.</param>
public readonly partial record struct Admission(int? Least, int? Most)
{
    /// <summary>Above this an age is that of the people a tour is for ("from 60"), and keeps no adult away.</summary>
    public const int Grown = 21;

    /// <summary>The strictest limits that a package states.</summary>
    public static Admission Of(TourPackage package)
    {
        int? least = null, most = null;
        foreach (var text in new[] { package.Title, package.Description, package.Notes }.Concat(package.Itinerary).OfType<string>().Where(text => text.Any(char.IsAsciiDigit)))
        {
            foreach (var (from, to) in LimitsOf(text))
            {
                least = from <= Grown && !(least >= from) ? from : least;
                most = to > Grown && !(most <= to) ? to : most;
            }
        }

        return new Admission(least, most);
    }

    /// <summary>The ages that a text names as limits of whom a tour takes, one pair for each place where it does.</summary>
    public static IEnumerable<(int? From, int? To)> LimitsOf(string text) =>
        Limit().Matches(TextFolding.Fold(text)).Select(limit => (Years(limit.Groups["from"]), Years(limit.Groups["to"])));

    private static int? Years(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    // Behind an age: what makes it one of a price or of a bed.
    [GeneratedRegex(@"
        (?<!(?:\b(?:half\ price|free|discounts?)|%)(?:\ off)?\ for\ [^.;,]{0,20})\b(?:minimum\ age|min\.?\ age|age\ limit|ages?|aged)(?:\ of|\ from|:)?\ (?<from>\d{1,2})(?:\ ?\+|\ ?(?:-|–|to|until)\ ?(?<to>\d{2})\b|\ (?:and|or)\ (?:over|older|above|up)\b|(?!\d|\ ?%|\ ?(?:-|–|to|until)\ ?\d\d))
            (?!(?:\ ?(?:-|–|to|until)\ ?\d)?(?:\ years)?(?:\ old)?:?\ ?\(?(?:\d+\ ?)?(?:%|pay\b|half\b(?!\ ?-?\ ?day)|free\b|get\ (?:\d|a\ |half)|at\ \d|discount|usd\b|\$\d))
        | \b(?:from|over)\ (?:age\ )?(?<from>\d{1,2})\ years(?:\ (?:of\ age|old))?\b(?!\ experience)
        | \b(?<from>1[2-8]|2[01])\ ?\+(?=[\s.,;)]|$)(?!\ ?(?:km|m|pupils|people|guests|students|hours|%))
        | \b(?:no|not|nobody|without)\ (?:suitable\ |suited\ |recommended\ )?(?:for\ )?(?:children|kids|anyone|one)?\ ?(?:under|below|younger\ than)\ (?:age\ |the\ age\ of\ )?(?<from>\d{1,2})\b
        | \b(?:children|kids|guests|travell?ers|anyone|those)\ (?:under|below|younger\ than)\ (?:age\ |the\ age\ of\ )?(?<from>\d{1,2})\ (?:years\ )?(?:old\ )?(?:(?:are|is|were)\ not|cannot|can\ not|may\ not)\b
        | \b(?:children|kids)\ from\ (?:age\ )?(?<from>\d{1,2})\b(?!\ ?(?:%|pay|get|at|years\ (?:pay|get)|(?:-|to)\ ?\d))
        | \b(?:tre|tre\ em|be|khach|nguoi)\ duoi\ (?<from>\d{1,2})\ tuoi\ (?:thi\ )?(?:khong|ko|chua)\ (?:nhan|phu\ hop|duoc|hop)
        | \b(?:khong|ko)\ (?:nhan|hop|phu\ hop|danh\ cho)(?:\ (?:voi|khach|nguoi|tre|em|be|cho))*\ (?:duoi|nho\ hon)\ (?<from>\d{1,2})\ tuoi
        | \b(?<!\d\ ?-\ ?)(?:tu|tren|du)\ (?<from>\d{1,2})(?:\ ?(?:-|den)\ ?(?<to>\d{2}))?\ tuoi\b(?!\ (?:tinh|mien\ phi|phu\ thu|giam|tra|\d+\ ?%))
        ", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Limit();
}
