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
        wishes.Dates is null && IsThere(reading.Wishes) && There().IsMatch(Tokenizer.Folded(text)) ? wishes with { Dates = From(today) } : wishes;

    /// <summary>Whether a place is named and they come from nowhere else: where they are, they set off from.</summary>
    private static bool IsThere(Wishes said) => said.Places.Count > 0 ? said.Start is not { PlaceId: { } start } || said.Places.Any(place => place.PlaceId == start) : said.Start is not null;

    [GeneratedRegex(@"\b(?:(?:i m|i am|we re|we are|me|us) (?:\w+ )?(?:in|at) (?:\w+ ){1,3}(?:now|right now|at the moment|today)|(?:currently|right now|already) (?:in|at)|(?:just|have|ve) (?:just )?(?:landed|arrived)|(?:dang|hien|hien dang) o|(?:moi|vua)(?: moi)? (?:ha canh|den|toi|xuong san bay))\b")]
    private static partial Regex There();
}
