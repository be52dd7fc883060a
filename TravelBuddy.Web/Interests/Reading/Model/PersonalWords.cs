using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading.Model;

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

    public static string Remove(string text) =>
        Names().Replace(Passport().Replace(Card().Replace(Phone().Replace(Handle().Replace(WebAddresses.Replace(Email().Replace(text, "[email]"), "[link]"), "[handle]"), "[phone]"), "[card]"), "[passport]"), "[name]");

    [GeneratedRegex(@"[\p{L}\d._%+\-]{1,64}@[\p{L}\d\-]+(?:\.[\p{L}\d\-]+)+")]
    private static partial Regex Email();

    // A letter first: "@500k" is a price.
    [GeneratedRegex(@"(?<![\p{L}\d._@])@[\p{L}_][\p{L}\d_.]{1,29}")]
    private static partial Regex Handle();

    // With a country code, or with the leading 0 that no amount of money has; nine digits or more. Viet Nam's code and eleven digits without a blank need no plus.
    [GeneratedRegex(@"(?<![\d.,])(?:(?:\+|00)\d(?:[ .\-()]{0,2}\d){7,14}|\(?0\d(?:[ .\-()]{0,2}\d){7,10}|84(?:[ .\-]?\d){9}|\d{11,12})(?!\d)")]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<![\d.,])\d(?:[ \-]?\d){12,18}(?![\d])")]
    private static partial Regex Card();

    // A letter and seven figures (Viet Nam's), or up to two and eight.
    [GeneratedRegex(@"\b[A-Za-z]{1,2}\d{7,8}\b")]
    private static partial Regex Passport();

    // Said to be a name: any word with a capital, after "my name is" one or two without. Then what is said to be oneself: only what can be a name. "This is" only where no more is said of it.
    [GeneratedRegex($@"(?<=\b(?i:my name(?: is|['’]s)|name *:|i am called|i['’]m called|call me|(?:{I}) t[êe]n(?: l[àa])?|t[êe]n (?:(?:c[ủu]a )?(?:{I}))(?: l[àa])?|t[êe]n *:) {{1,3}}){Cased}{More}"
        + $@"|(?<=\b(?i:my name(?: is|['’]s)|t[êe]n (?:(?:c[ủu]a )?(?:{I})) l[àa]|(?:{I}) t[êe]n l[àa]) )(?!(?i:not|on|in|{Following})\b)\p{{Ll}}[\p{{L}}\p{{M}}'’\-]*(?: (?!(?i:{Following})\b)\p{{Ll}}[\p{{L}}\p{{M}}'’\-]*)?"
        + $@"|(?<=\b(?i:i['’]?m|i am|(?:{I}) l[àa]) {{1,3}}){NoName}{Name}"
        + $@"|(?<=\b(?i:this is) ){NoName}{Name}(?= *(?:$|[.,;:!?()\r\n]|(?:and|from|here|speaking|again|calling|writing|with)\b))")]
    private static partial Regex Names();

    private const string Following = "and|i|we|my|our|but|who|from|with|at|here|want|need|looking|v[àa]|mu[ốo]n|c[ầa]n|đi|di|đến|den|[ởo]|t[ừu]|c[óo]|th[ìi]|n[êe]n|đang|dang";
}
