using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Places where somebody only changes, or leaves for home: "bay ra Hà Nội rồi đi xe", "fly home from Da Nang", "then back to Saigon for the flight".</summary>
internal static partial class OnTheWay
{
    /// <summary>Whether the trip only passes a place or ends there, as far as the words around it say.</summary>
    public static bool Is(FoldedText text, PhraseMatch<Place> place) =>
        text.Before(BackTo(), text.FoldedIndex(place.Start)).Success
        || text.Before(Transport(), text.FoldedIndex(place.Start)).Success && GoesOn().IsMatch(text.After(place.End));

    /// <summary>Whether somebody leaves for home from a folded position.</summary>
    public static bool Home(FoldedText text, int at) => text.Before(HomeFrom(), at).Success;

    [GeneratedRegex(@"\b(?:fl(?:y|ies|ying|ights?) (?:home|back|out)|(?:home|back)|leav(?:e|es|ing) (?:on )?(?:the )?\d+(?:st|nd|rd|th)?(?: [a-z]+)?)\s*(?:from|out of)\s+$|\b(?:arriv(?:e|es|ing)|land(?:s|ing)?)\b[^.;!?]{1,45}\b(?:leav(?:e|ing)|depart(?:ing)?|(?<=, )out)(?: from| of)?\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex HomeFrom();

    [GeneratedRegex(@"\b(?:(?:going|travell?ing|continuing|carry(?:ing)?) on to|onwards? to|(?:then|and|before)(?: (?:go|going|get|getting|be|fly|flying|head|heading))? (?:back|return(?:ing)?) (?:to|in)|(?:roi|sau do) (?:quay |tro )?(?:ve lai|ve|lai)(?: ra| vao)?)\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex BackTo();

    [GeneratedRegex(@"\b(?:bay|may bay|tau(?: hoa| lua| cao toc)?|xe(?: khach| giuong nam)?)(?: thang)?(?: (?:tu )?(?:[a-z.]+ ){1,3})? ?(?:vo|vao|ra|den|toi|xuong|len|qua)\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex Transport();

    [GeneratedRegex(@"^[^.,;!?]{0,20}?\b(?:roi|xong|sau do|hay sao)\b(?! (?:a|nha|nen)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex GoesOn();
}
