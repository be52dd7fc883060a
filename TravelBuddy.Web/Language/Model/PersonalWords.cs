using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Language.Model;

/// <summary>
/// Takes e-mail addresses, links, handles, phone, card and passport numbers, and the names people introduce themselves by, out of a text before it leaves the house. What a name looks like is a guess:
/// rather a word too many is taken than a name too few, but nobody's creed, diet or country, for those are wishes.
/// </summary>
internal static partial class PersonalWords
{
    private const string Cased = @"\p{Lu}[\p{L}\p{M}'’\-]*";
    private const string More = $@"(?: {Cased}\.?){{0,4}}";

    // A whole text in capitals introduces nobody.
    private const string Name = $@"\p{{Lu}}\p{{M}}*\p{{Ll}}[\p{{L}}\p{{M}}'’\-]*{More}";
    private const string I = "t[ôo]i|m[ìi]nh|em|anh|ch[ịi]|ch[áa]u|t[ớo]";

    // "I'm Muslim", "I'm German", "I'm Looking For": what stands where a name might.
    private const string NoName =
        @"(?!(?i:\p{L}+ese|\p{L}+ish|\p{L}{4,}ing|muslim|buddhist|hindu|jew|jain|sikh|catholic|protestant|orthodox|halal|kosher|vegan|vegetarian|pescatarian|coeliac|celiac|lactose|gluten|diabetic|allergic|pregnant|interested|not|no|in|on|at|from|the|so|very|here|also|still|just"
        + "|american|german|french|dutch|thai|lao|laotian|indian|italian|australian|austrian|canadian|russian|ukrainian|brazilian|mexican|indonesian|malaysian|singaporean|filipin[oa]|cambodian|korean|norwegian|belgian|hungarian|romanian|egyptian|iranian|african|european|asian|swiss|czech|greek|israeli|arab|pakistani|aussie|kiwi"
        + @"|ng[ưu][ờo]i|kh[áa]ch|dân|sinh viên|vi[ệe]t ki[ềe]u|ph[ậa]t t[ửu]|ph[ậa]t gi[áa]o|c[ôo]ng gi[áa]o|h[ồo]i gi[áa]o|thi[êe]n ch[úu]a|tin l[àa]nh)(?![\p{L}\p{M}]))";

    public static string Remove(string text)
    {
        text = SpokenEmail().Replace(Email().Replace(text, "[email]"), "[email]");
        text = Handle().Replace(WebAddresses.Replace(text, "[link]"), "[handle]");
        text = Figures().Replace(Card().Replace(Phone().Replace(Announced().Replace(text, "[number]"), "[phone]"), "[card]"), "[number]");
        return Introduced().Replace(Names().Replace(Passport().Replace(text, "[passport]"), "[name]"), "[name]");
    }

    /// <summary>Puts "…" for the numbers alone that somebody is called or paid by.</summary>
    public static string HideNumbers(string text) => Figures().Replace(Card().Replace(Phone().Replace(Announced().Replace(text, "…"), "…"), "…"), "…");

    [GeneratedRegex(@"[\p{L}\d._%+\-]{1,64}@[\p{L}\d\-]+(?:\.[\p{L}\d\-]+)+")]
    private static partial Regex Email();

    // "anna at gmail.com", "lan a còng yahoo chấm com".
    [GeneratedRegex(@"[\p{L}\d._%+\-]{1,64} *(?:\(at\)|\[at\]|(?<= )(?:at|a c[òo]ng)(?= )) *(?:gmail|yahoo|hotmail|outlook|icloud|[\p{L}\d\-]+(?= *(?:\.|(?:dot|ch[ấa]m)(?= )) *(?:com|net|org|vn|de|fr|uk)\b))(?: *(?:\.|(?:dot|ch[ấa]m)(?= )) *\p{L}{2,})*", RegexOptions.IgnoreCase)]
    private static partial Regex SpokenEmail();

    // What is said to be a number of somebody's: six signs or more, mostly figures.
    [GeneratedRegex(@"(?<=\b(?i:passport|h[ộo] chi[ếe]u|cmnd|cccd|cmt|c[ăa]n c[ưu][ớo]c|id card|zalo|whatsapp|viber|telegram|wechat|line id|stk|s[ốo] t[àa]i kho[ảa]n|iban|s[đd]t|phone|mobile|[đd]i[ệe]n tho[ạa]i)(?i:[ :.#]|no\b|nr\b|number\b|s[ốo]\b|is\b|l[àa]\b|me\b|on\b|at\b|my\b|c[ủu]a (?:t[ôo]i|m[ìi]nh|em|anh|ch[ịi])\b){1,20})[A-Z]{0,3}\d(?:[ .\-]?[\dA-Z]){5,24}(?![\p{Ll}\d])")]
    private static partial Regex Announced();

    // A letter first: "@500k" is a price.
    [GeneratedRegex(@"(?<![\p{L}\d._@])@[\p{L}_][\p{L}\d_.]{1,29}")]
    private static partial Regex Handle();

    // With a country code, or with the leading 0 that no amount of money has; nine digits or more. Viet Nam's code and eleven digits without a blank need no plus, nor does the form of North America.
    [GeneratedRegex(@"(?<![\d.,])(?:\(\d{3}\) ?\d{3}[ .\-]\d{4}|\d{3}[ .\-]\d{3}[ .\-]\d{4}|(?:\+|00)\d(?:[ .\-()]{0,2}\d){7,14}|\(?0\d(?:[ .\-()]{0,2}\d){7,10}|84(?:[ .\-]?\d){9}|\d{11,12})(?!\d)")]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<![\d.,])\d(?:[ \-]?\d){12,18}(?![\d])")]
    private static partial Regex Card();

    // Nine or ten figures of no money.
    [GeneratedRegex(@"(?<![\d.,$₫€£]|(?i:vnd|usd|eur) )\d{9,10}(?!\d|[.,]\d|(?i: ?(?:đ|₫|vn[dđ]|d[oồ]ng|đồng|usd|eur|\$|€|k\b|tr)))")]
    private static partial Regex Figures();

    // A letter and seven figures (Viet Nam's), up to two and eight, or nine capitals and figures (Germany's).
    [GeneratedRegex(@"\b(?:[A-Za-z]{1,2}\d{7,8}|(?=[A-Z\d]*[A-Z])(?=(?:[A-Z]*\d){4})[A-Z\d]{9})\b")]
    private static partial Regex Passport();

    // Said to be a name: any word with a capital, after "my name is" one or two without.
    [GeneratedRegex($@"(?<=\b(?i:my name(?: is|['’]s)|name *:|i am called|i['’]m called|call me|(?:{I}) t[êe]n(?: l[àa])?|t[êe]n (?:(?:c[ủu]a )?(?:{I}))(?: l[àa])?|t[êe]n *:) {{1,3}}){Cased}{More}"
        + $@"|(?<=\b(?i:my name(?: is|['’]s)|t[êe]n (?:(?:c[ủu]a )?(?:{I})) l[àa]|(?:{I}) t[êe]n l[àa]) )(?!(?i:not|on|in|{Following})\b)\p{{Ll}}[\p{{L}}\p{{M}}'’\-]*(?: (?!(?i:{Following})\b)\p{{Ll}}[\p{{L}}\p{{M}}'’\-]*)?")]
    private static partial Regex Names();

    // Said to be oneself: only what can be a name. "This is" only where no more is said of it.
    [GeneratedRegex($@"(?:(?<=\b(?i:i['’]?m|i am|(?:{I}) l[àa]) {{1,3}})|(?<this>(?<=\b(?i:this is) ))){NoName}{Name}(?(this)(?= *(?:$|[.,;:!?()\r\n]|(?:and|from|here|speaking|again|calling|writing|with)\b)))")]
    private static partial Regex Introduced();

    private const string Following = "and|i|we|my|our|but|who|from|with|at|here|want|need|looking|v[àa]|mu[ốo]n|c[ầa]n|đi|di|đến|den|[ởo]|t[ừu]|c[óo]|th[ìi]|n[êe]n|đang|dang";
}
