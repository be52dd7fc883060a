using System.Text.RegularExpressions;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Travellers who are where they want to see something: tours whose season begins months later are none for them.</summary>
public static partial class OnTheSpot
{
    private const int Days = 14;

    /// <summary>The days in which somebody who is there takes a tour.</summary>
    public static DatesWish From(DateOnly today) => new(today, today.AddDays(Days));

    /// <summary>Wishes after a text, with those days where it says that they are at the place it names ("I'm in Hoi An now", "vừa hạ cánh Đà Nẵng") and no days were wished.</summary>
    public static Wishes Dated(Wishes wishes, WishReading reading, string text, DateOnly today) =>
        wishes.Dates is null && reading.Extractions.Any(found => found.Slot is "places" or "start" && IsWhereTo(reading.Wishes, text, found) && IsThere(text, found)) ? wishes with { Dates = From(today) } : wishes;

    // Where they are and wish nothing elsewhere, they want to see something.
    private static bool IsWhereTo(Wishes said, string text, Extraction found) =>
        said.Places.Any(place => place.PlaceId == found.Value) || said.Places.Count == 0 && said.Start?.PlaceId == found.Value && !Elsewhere().IsMatch(TextFolding.Fold(text[Math.Min(found.End, text.Length)..]));

    private static bool IsThere(string text, Extraction place)
    {
        var (before, after) = (TextFolding.Fold(text[..Math.Min(place.Start, text.Length)]), TextFolding.Fold(text[Math.Min(place.End, text.Length)..]));
        return There().IsMatch(before) && !Then().IsMatch(after) || In().IsMatch(before) && Now().IsMatch(after);
    }

    [GeneratedRegex(@"\b(?:(?:currently|right now|already) (?:in|at)|(?:just|have|'ve|have just|'ve just) (?:landed|arrived) (?:in|at)|(?:dang|hien|hien dang) o|(?:moi|vua)(?: moi)? (?:ha canh|den|toi|xuong san bay)(?: o| tai| xuong)?) (?:the )?$")]
    private static partial Regex There();

    [GeneratedRegex(@"\b(?:i'?m|i am|we'?re|we are|me|us)(?: \w+)? (?:in|at) (?:the )?$")]
    private static partial Regex In();

    [GeneratedRegex(@"^,? (?:now|right now|at the moment|today|already)\b")]
    private static partial Regex Now();

    [GeneratedRegex(@"\b(?:muon|dinh|tinh|can|di|want|wanna|would like|looking|plan|go|going|to)\b")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"^,? (?:nam ngoai|nam kia|thang truoc|tuan truoc|hoi|last|in \d{4})\b")]
    private static partial Regex Then();
}
