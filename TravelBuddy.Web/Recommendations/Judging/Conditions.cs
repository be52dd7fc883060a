using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>What whoever takes part has to be or to have.</summary>
public enum Condition { CertifiedDiver, MotorbikeLicence, LicenceToRideYourself, Photographer, VietnameseGuest, Swimmer, SwimmerInPart, HealthForm, OwnLodging }

/// <summary>Reads the conditions of taking part from a tour's texts, and whether travellers meet them.</summary>
public static partial class Conditions
{
    public static IReadOnlyList<Condition> Of(TourPackage package)
    {
        var title = TextFolding.Fold(package.Title);
        string[] texts = [title, .. new[] { package.Description, package.Notes }.OfType<string>().SelectMany(Sentences.Of).Select(TextFolding.Fold)];
        var conditions = new List<Condition>();
        Add(Condition.CertifiedDiver, texts.Any(text => Diver().IsMatch(text) && !Beginners().IsMatch(text)));
        var licence = texts.Any(text => Licence().IsMatch(text) && !NoLicence().IsMatch(text));
        var carried = texts.Concat(package.Transportation.Select(TextFolding.Fold)).Any(text => Pillion().IsMatch(text));
        Add(carried ? Condition.LicenceToRideYourself : Condition.MotorbikeLicence, licence);
        Add(Condition.Photographer, PhotoTour().IsMatch(title) || texts.Any(text => ForPhotographers().IsMatch(text)));
        Add(Condition.VietnameseGuest, texts.Any(text => Vietnamese().IsMatch(text)));
        var swims = texts.Any(text => Swims().IsMatch(text));
        Add(Condition.Swimmer, swims);
        Add(Condition.SwimmerInPart, !swims && texts.Any(text => SwimsInPart().IsMatch(text)));
        Add(Condition.HealthForm, texts.Any(text => Health().IsMatch(text)));
        Add(Condition.OwnLodging, (package.Nights > 0 || package.DurationDays > 1) && texts.Any(text => Unlodged().IsMatch(text)));
        return conditions;

        void Add(Condition condition, bool holds)
        {
            if (holds)
            {
                conditions.Add(condition);
            }
        }
    }

    /// <summary>Whether travellers are what is asked for, as far as their wishes tell.</summary>
    /// <param name="condition">What is asked for.</param>
    /// <param name="wished">Ids of the concepts wished for, the broader ones included.</param>
    /// <param name="language">The language they write in.</param>
    public static bool IsMet(Condition condition, IReadOnlySet<string> wished, string language) => condition switch
    {
        Condition.CertifiedDiver => wished.Contains("diving") || wished.Contains("divers-certified"),
        Condition.MotorbikeLicence => wished.Contains("self-drive"),
        Condition.Photographer => wished.Contains("photography") || wished.Contains("photographers"),
        Condition.VietnameseGuest => language == "vi",
        _ => true,
    };

    /// <summary>Whether they said so themselves: a wish to dive is no certificate.</summary>
    public static bool IsSaid(Condition condition, IReadOnlySet<string> wished, string language) =>
        condition == Condition.CertifiedDiver ? wished.Contains("divers-certified") : IsMet(condition, wished, language);

    /// <summary>Whether travellers have to be told: always where a wish to dive or to ride is no certificate yet, and not of what only matters to others.</summary>
    public static bool IsTold(Condition condition, IReadOnlySet<string> wished, string language) => condition switch
    {
        Condition.CertifiedDiver => !IsSaid(condition, wished, language),
        Condition.MotorbikeLicence => true,
        Condition.LicenceToRideYourself => wished.Contains("self-drive"),
        Condition.Swimmer or Condition.SwimmerInPart or Condition.HealthForm or Condition.OwnLodging => true,
        _ => !IsMet(condition, wished, language),
    };

    [GeneratedRegex(@"\b(?:for|only) (?:certified|qualified|experienced) divers\b|\b(?:certified|qualified) divers only\b|\bopen water (?:certificate|certification|card|licence)?\s*(?:or (?:better|higher|above)|required|needed)|\b(?:dive|diving) (?:certificate|certification|licence|card) (?:is )?(?:required|needed)|\b(?:cho|nhan|danh cho) (?:khach|nguoi|tho lan)(?: da)? co (?:bang|the|chung chi) lan|\b(?:can|phai|yeu cau)(?: co)? (?:bang|the|chung chi) lan", RegexOptions.CultureInvariant)]
    private static partial Regex Diver();

    [GeneratedRegex(@"\bbeginners?\b|\bfirst[- ]timers?\b|\bnguoi moi\b|\bchua co bang\b", RegexOptions.CultureInvariant)]
    private static partial Regex Beginners();

    [GeneratedRegex(@"\blicen[cs]e\b[^.;]*\b(?:required|needed|necessary)|\b(?:riders?|you)\b[^.;]*\b(?:need|needs|must have)\b[^.;]*\b(?:licen[cs]es?\b|driving permit)|\briders with\b[^.;]*\blicen[cs]es?\b|\bno licen[cs]e, no bike|\bbang lai (?:xe may|xe mo to|a1|a2|hang a)\b|\bbang a[12]\b|\b(?:can|phai co|yeu cau) (?:bang lai|gplx)|\bbang lai (?:hop le|quoc te)", RegexOptions.CultureInvariant)]
    private static partial Regex Licence();

    [GeneratedRegex(@"\bno licen[cs]e (?:is )?(?:needed|required|necessary)|\bwithout (?:a )?licen[cs]e\b|\bkhong can (?:co )?bang\b", RegexOptions.CultureInvariant)]
    private static partial Regex NoLicence();

    [GeneratedRegex(@"\bpillion\b|\beasy[- ]?riders?\b|\bxe may co (?:xe|tai xe|nguoi)\b|\bxe (?:om|nguoi mong)\b|\bngoi sau\b|\bco (?:tai xe|nguoi) cho\b|\bon the back\b", RegexOptions.CultureInvariant)]
    private static partial Regex Pillion();

    [GeneratedRegex(@"\bphoto(?:graphy)? (?:workshop|tour|walk|ride|cruise|trip|safari|expedition|holiday)s?\b|\bphotography(?=\s*(?:[:–—,-]|$))|\bsan anh\b|\bsang tac anh\b", RegexOptions.CultureInvariant)]
    private static partial Regex PhotoTour();

    [GeneratedRegex(@"\bfor (?:(?:keen|amateur|hobby) )?photographers\b|\bphotographers (?:at most|only)\b|\bcho (?:dan nhiep anh|nhiep anh gia|nguoi (?:me|thich|yeu) (?:chup anh|nhiep anh))", RegexOptions.CultureInvariant)]
    private static partial Regex ForPhotographers();

    [GeneratedRegex(@"\bchi nhan khach viet\b|\bkhong nhan khach (?:nuoc ngoai|quoc te)\b|\bvietnamese (?:guests|nationals|citizens|travell?ers) only\b|\bonly (?:for )?vietnamese (?:guests|nationals|citizens)\b|\bforeigners (?:are )?not (?:allowed|permitted|accepted)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Vietnamese();

    [GeneratedRegex(@"(?<!\b(?:if|neu) [^.;]*)(?:\byou must swim\b|\bmust (?:all )?(?:be able to|know how to) swim\b|(?<!\b(?:not|n't|nor|no|never) )\b(?:need|have|has) to (?:be able to|know how to) swim\b|\b(?:only (?:for )?|for )(?:confident |good |strong )?swimmers\b(?! and non)|\bswimmers only\b(?! (?:for|in|at|on)\b)|\bswimming (?:ability|skills?) (?:is |are )?(?:required|needed|necessary)\b|(?<!\b(?:khong|chang|chua) )\b(?:can|phai|yeu cau)(?: khach)? biet boi\b|\b(?:cho|nhan) (?:khach|nguoi)(?: da)? biet boi\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Swims();

    [GeneratedRegex(@"\bswimmers only (?:for|in|at|on)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SwimsInPart();

    [GeneratedRegex(@"(?<!\bno )\bmedical (?:form|certificate|declaration|questionnaire|statement)s? (?:(?:is|are) )?(?:needed|required|necessary|to (?:sign|fill))\b|\b(?:sign|fill in|fill out|complete|bring|need|needs) (?:a|your|the) medical (?:form|certificate|declaration|questionnaire|statement)\b|(?<!\b(?:khong|chang) )\b(?:can|phai co|yeu cau(?: co)?|kem|mang(?: theo)?) (?:giay kham|giay chung nhan|to khai) (?:suc khoe|y te)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Health();

    [GeneratedRegex(@"\b(?:khong|chua)(?: bao)? gom (?:tien )?(?:khach san|cho o|phong nghi|luu tru|phong o|phong khach san)\b(?! (?:truoc|sau|them|dem)\b)|\b(?:tu tuc|tu lo|tu dat) (?:cho o|khach san|luu tru|phong nghi)\b|\b(?:hotels?|accommodation|lodging) (?:is |are )?(?:not included|excluded|not part of the price)\b|\b(?:not including|does not include|excluding|excludes|without) (?:the |a |any )?(?:hotels?|accommodation|lodging)\b(?! (?:pick|before|after))", RegexOptions.CultureInvariant)]
    private static partial Regex Unlodged();
}
