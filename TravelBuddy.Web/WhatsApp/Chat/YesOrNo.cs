using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>A whole message that says yes or no and nothing else. "Great" and "nice" say neither: they may be about the tours.</summary>
public static partial class YesOrNo
{
    /// <summary>True for "yes", "ok", "dạ được", false for "no thanks", "thôi khỏi"; null for anything else.</summary>
    public static bool? Of(string text) => Tokenizer.Folded(text) is var folded && Yes().IsMatch(folded) ? true : No().IsMatch(folded) ? false : null;

    // Thanks agree to nothing: "ok thanks" is said of the tours as well.
    private const string Kindly = "(?: (?:please|pls|sure|of course|nhe|nha|a|em|anh|chi|ban|shop|chu))*$", WithThanks = "(?: (?:thanks|thank you|please|sorry|nhe|nha|a|em|anh|chi|ban|shop|cam on))*$";

    [GeneratedRegex("^(?:(?:yes|yeah|yep|yup|ya|y|ok|okay|oke|okie|oki|sure|of course|alright|all right|fine|go ahead|(?:i )?agree|you may|co|da|vang|u|uh|uk|duoc|dong y)(?: (?:yes|ok|okay|you (?:may|can)|i do|it is|fine|go ahead|co|da|vang|duoc|dong y|di|roi))*)" + Kindly)]
    private static partial Regex Yes();

    [GeneratedRegex("^(?:no|nope|nah|rather not|(?:i d|i would) rather not|not (?:now|really|quite)|no need|khong|ko|hong|(?:da |thoi )?(?:khong|ko|khoi|chua)(?: (?:can|duoc|ung|muon))?(?: dau)?|khong can(?: dau)?)" + WithThanks)]
    private static partial Regex No();
}
