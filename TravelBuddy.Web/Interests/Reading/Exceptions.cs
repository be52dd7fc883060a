using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>"Besides": what follows is left out ("besides Ba Na Hills, what else"), unless more is wished for ("besides Hue we also want Hoi An").</summary>
internal static partial class Exceptions
{
    /// <summary>Words that may mean either; only with "ra" after it the Vietnamese one does.</summary>
    public const string Besides = @"besides|apart from|aside from|(?<ngoai>ngoai)";

    /// <summary>Whether a thing after such a word is left out.</summary>
    public static bool LeaveOut(Match besides, string rest) => !Further().IsMatch(rest) && (!besides.Groups["ngoai"].Success || Out().IsMatch(rest));

    [GeneratedRegex(@"^[^.;!?]*\b(?:also|as well|too|cung|con muon|muon them|nua)\b")]
    private static partial Regex Further();

    [GeneratedRegex(@"^\s*ra\b")]
    private static partial Regex Out();
}
