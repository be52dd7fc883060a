using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>"Tours near me", "quanh đây có gì chơi": where the person is has to be asked.</summary>
public static partial class NearMe
{
    public static bool IsAsked(string text) => Here().IsMatch(Tokenizer.Folded(text));

    [GeneratedRegex(@"\b(?:near|close to|around|nearby to) (?:me|us|here|where (?:i am|we are|i m)|my (?:current )?(?:hotel|location|position))\b|\bnear ?by\b(?! (?:the|a)\b)|\b(?:quanh|gan|xung quanh) (?:day|toi|minh|em|cho (?:toi|minh|em)|vi tri (?:cua )?(?:toi|minh|em))\b(?! hon\b)")]
    private static partial Regex Here();
}
