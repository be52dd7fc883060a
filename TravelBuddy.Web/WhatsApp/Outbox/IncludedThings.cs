using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>What a price includes, in a reader's language that is not the tour's: nights and meals by their number, fees as fees, and of the rest what the lexicon knows for sure.</summary>
public static partial class IncludedThings
{
    /// <summary>A fee for a bay is no bay, and a night in a garden house no garden.</summary>
    private static readonly ConceptKind[] Kinds = [ConceptKind.Transport, ConceptKind.Activity, ConceptKind.Food, ConceptKind.Amenity, ConceptKind.Lodging];

    /// <summary>The things in one line; null where nothing is known.</summary>
    public static string? Of(TourPackage package, string language, Lexicon lexicon, int most, Func<string, bool> isHad) =>
        package.Includes.SelectMany(item => Things(item, language, lexicon, most, isHad)).Distinct().Take(most).ToList() is { Count: > 0 } things ? string.Join(", ", things) : null;

    private static IEnumerable<string> Things(string item, string language, Lexicon lexicon, int most, Func<string, bool> isHad)
    {
        var folded = TextFolding.Fold(item);
        if (Nights().Match(folded) is { Success: true } nights)
        {
            return [nights.Groups["n"].Value is "1" ? Phrases.OneNight.In(language) : Phrases.Nights.In(language, nights.Groups["n"].Value)];
        }

        if (Meals().IsMatch(folded))
        {
            var count = Counted().Matches(folded).Sum(meal => int.Parse(meal.Groups["n"].Value, CultureInfo.InvariantCulture));
            return [count == 1 ? Phrases.OneMeal.In(language) : Phrases.Meals.In(language, count)];
        }

        return AllMeals().IsMatch(folded) ? [Phrases.AllMeals.In(language)]
            : Fees().IsMatch(folded) ? [Phrases.EntranceFees.In(language)]
            : KnownThings.In(item, language, lexicon, most, Kinds, isHad) is { } known ? [known] : [];
    }

    [GeneratedRegex(@"^(?<n>\d{1,2}) (?:hotel |dorm )?(?:dem|nights?)\b")]
    private static partial Regex Nights();

    private const string Meal = @"(?<n>\d{1,2}) (?:bua|meals?|breakfasts?|lunch(?:es)?|dinners?)\b";

    [GeneratedRegex("^" + Meal)]
    private static partial Regex Meals();

    [GeneratedRegex(Meal)]
    private static partial Regex Counted();

    [GeneratedRegex(@"^(?:cac bua an|an uong|an theo chuong trinh|(?:all |listed )*meals(?: as listed)?|all food)$")]
    private static partial Regex AllMeals();

    [GeneratedRegex(@"^(?:ve|phi)(?! (?:may bay|tau|xe|cap treo|ca ?no|nghe))\b|^(?:\w+ ){0,2}(?:fees?|entrances?|entry)(?: fees?| tickets?)?$")]
    private static partial Regex Fees();
}
