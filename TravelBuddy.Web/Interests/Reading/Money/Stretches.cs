using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Money;

/// <summary>Words that raise an amount already said: "can go up to 700", "có thể lên 5 triệu".</summary>
internal static partial class Stretches
{
    public static bool Before(FoldedText text, int at) => text.Before(Stretch(), at).Success;

    [GeneratedRegex(@"\b(?:(?:can|could|may|might|able to|willing to|happy to|would)(?: also| just)? (?:go|stretch|push|pay|do)(?: it| that)?(?: as high as| higher to| up ?to| to)|stretch(?:ing|able)? (?:up )?to|co the (?:len|nhich|tang|them)(?: len)?(?: den| toi)?|nhich len|cung lam la|cao nhat la)\s*(?:about |around |khoang |tam )?[$€£]?$")]
    private static partial Regex Stretch();
}
