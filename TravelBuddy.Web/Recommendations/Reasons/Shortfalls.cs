using System.Globalization;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Web.Recommendations.Reasons;

/// <summary>What the reasons of a tour say against it. Cards, rows, headings, offers, details and bookings all go by this, so that nothing claims of a tour what its card takes back.</summary>
public static class Shortfalls
{
    private const double FarKm = 300;

    /// <summary>
    /// Whether a tour is what was asked for: it answers, and nothing that was asked for is said to be lacking. What taking part asks of everybody is no such thing where they said that they have it, nor is a price that nobody
    /// gives where none was named. Next door to a place is no drawback, and yet not all that was asked for; nor is an evening by the sea a beach holiday.
    /// </summary>
    public static bool IsAllAsked(Standing standing, IReadOnlyList<Reason> reasons, bool priceNamed) =>
        standing == Standing.Answer && !reasons.Any(reason => reason.Code == ReasonCodes.PlaceNear && !SpeaksFor(reason) || IsOnlyBySea(reason)) && reasons.Where(IsAgainst).All(reason => reason is { Code: ReasonCodes.Condition, Arguments.Count: 1 } || reason.Code == ReasonCodes.PriceUnknown && !priceNamed);

    /// <summary>What speaks against a tour, the worst first.</summary>
    public static IEnumerable<Reason> Of(RankedPackage ranked) => ranked.Reasons.Where(IsAgainst).OrderByDescending(Gravity);

    /// <summary>What is said for or against a tour now and was not before: of the things that it has or does not tell of, those alone that are new.</summary>
    public static IEnumerable<Reason> New(IReadOnlyList<Reason> now, IReadOnlyList<Reason> before) => now
        .Where(reason => SpeaksFor(reason) || IsAgainst(reason))
        .Select(reason => OfThings.Contains(reason.Code) ? reason with { Arguments = [.. reason.Arguments.Except(before.Where(other => other.Code == reason.Code).SelectMany(other => other.Arguments))] } : reason)
        .Where(reason => OfThings.Contains(reason.Code) ? reason.Arguments.Count > 0 : reason.Code is not ReasonCodes.OwnWords && !before.Any(other => other.Code == reason.Code && other.Arguments.SequenceEqual(reason.Arguments)));

    private static readonly HashSet<string> OfThings = new([ReasonCodes.Has, ReasonCodes.Mentions, ReasonCodes.DoesNotSay, ReasonCodes.EssentialMet, ReasonCodes.EssentialMissing, ReasonCodes.DietUnsaid], StringComparer.Ordinal);

    /// <summary>What has to be known before a tour is booked: all that is more than not said.</summary>
    public static IEnumerable<Reason> BeforeBooking(RankedPackage ranked) => Of(ranked).Where(reason => Gravity(reason) > 0);

    /// <summary>Whether a reason deserves a tick; what is off, over, missing or not said does not. Nor does silence about what is to be avoided.</summary>
    public static bool SpeaksFor(Reason reason) => !IsOnlyBySea(reason) && (reason is { Code: ReasonCodes.PlaceNear, Arguments: [_, _, var km, ..] } ? Figure(km) == 0 : reason.Code is ReasonCodes.PlacesVisited or ReasonCodes.PlacesAlike or ReasonCodes.PlacesInside or ReasonCodes.DaysWished or ReasonCodes.PriceWithin or ReasonCodes.PriceShared or ReasonCodes.PriceCheaper or ReasonCodes.PriceSharedCheaper
        or ReasonCodes.Has or ReasonCodes.Mentions or ReasonCodes.OfPlace or ReasonCodes.OwnWords or ReasonCodes.EssentialMet or ReasonCodes.DietCovered or ReasonCodes.StartsHere or ReasonCodes.Children or ReasonCodes.Popular or ReasonCodes.IsDriven);

    /// <summary>Whether it tells that a tour goes to some of the places asked for and not to the others: a tick that takes something back.</summary>
    public static bool IsInPart(Reason reason) => reason is { Code: ReasonCodes.PlacesVisited, Arguments: [var wished, ..] } && Figure(wished) > reason.Arguments.Count - 1;

    /// <summary>Whether it does not speak for a tour and is no drawback either: a place next door to the one asked for is near it, and not it.</summary>
    private static bool IsNeutral(Reason reason) => reason is { Code: ReasonCodes.PlaceNear, Arguments: [_, _, var km, ..] } ? Figure(km) is > 0 and <= ReasonWriter.NextDoorKm : reason.Code is ReasonCodes.ExcludedAbsent or ReasonCodes.LikeOneAbove or ReasonCodes.MadeForSome || reason is { Code: ReasonCodes.PriceOfGroup, Arguments.Count: <= 2 } || IsOnlyBySea(reason);

    /// <summary>A beach to bathe at where it goes, of which it makes nothing.</summary>
    private static bool IsOnlyBySea(Reason reason) => reason is { Code: ReasonCodes.OfPlace, Arguments: [var thing, ..] } && ImpliedConcepts.BySea.Contains(thing);

    public static bool IsAgainst(Reason reason) => !SpeaksFor(reason) && !IsNeutral(reason);

    /// <summary>What a line with a reason begins with: a tick, a drawback's bullet, or neither.</summary>
    public static string Mark(Reason reason) => SpeaksFor(reason) ? "✓ " : IsNeutral(reason) ? "ℹ " : "• ";

    /// <summary>How much what does not speak for a tour weighs: what cannot be, then what has to be asked before booking, then what is another price, length or place, then what is not said.</summary>
    public static int Gravity(Reason reason) => IsBarred(reason) ? 3 : Warns(reason) || IsFarStart(reason) ? 2 : IsOff(reason) ? 1 : 0;

    /// <summary>Whether a reason is one to know before booking, which no card leaves out.</summary>
    public static bool Warns(Reason reason) => IsBarred(reason) || reason.Code is ReasonCodes.GroupOnly or ReasonCodes.NotAdmitted or ReasonCodes.Unsuited or ReasonCodes.ChildrenHard or ReasonCodes.Steps or ReasonCodes.StairsOfPlace or ReasonCodes.ClimbADay or ReasonCodes.AgainstDiet or ReasonCodes.MadeForOthers or ReasonCodes.Condition or ReasonCodes.InPart or ReasonCodes.LodgingUnsaid
        or ReasonCodes.EssentialMissing or ReasonCodes.DietUnsaid or ReasonCodes.FoodUnsaid;

    /// <summary>Whether a tour sets off so far from where the traveller does that they have to fly there first.</summary>
    public static bool IsFarStart(Reason reason) => reason is { Code: ReasonCodes.StartsElsewhere, Arguments: [_, var km, ..] } && Figure(km) >= FarKm;

    /// <summary>Whether it tells that a tour is less than half as long as was wished: another trip, and nothing near it.</summary>
    public static bool IsFarShorter(Reason reason) => reason is { Code: ReasonCodes.DaysOff, Arguments: [var days, var off] } && Figure(days) is { } length && Figure(off) is { } beside && IsFarShorter(length, beside);

    /// <summary>The same of a length and by how much it is beside the one wished.</summary>
    public static bool IsFarShorter(double days, double off) => days * 2 < days - off;

    internal static double? Figure(string number) => double.TryParse(number, CultureInfo.InvariantCulture, out var figure) ? figure : null;

    /// <summary>Whether a tour goes against what was said outright, or does not take a child for its age.</summary>
    private static bool IsBarred(Reason reason) =>
        reason.Code is ReasonCodes.Excluded or ReasonCodes.RidesOneself or ReasonCodes.EssentialContradicted or ReasonCodes.DietContradicted || reason is { Code: ReasonCodes.NotAdmitted, Arguments.Count: > 2 };

    private static bool IsOff(Reason reason) => reason.Code is ReasonCodes.PriceOver or ReasonCodes.PriceDear or ReasonCodes.PriceSharedOver or ReasonCodes.DaysOff or ReasonCodes.PlacesElsewhere or ReasonCodes.PlaceNear or ReasonCodes.PlacesMostlyOthers or ReasonCodes.PlacesOfOnePart or ReasonCodes.StartsElsewhere or ReasonCodes.ExcludedInPassing
        || reason is { Code: ReasonCodes.PriceOfGroup, Arguments.Count: > 2 };
}
