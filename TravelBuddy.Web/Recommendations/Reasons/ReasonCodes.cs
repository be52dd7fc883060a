namespace TravelBuddy.Web.Recommendations.Reasons;

/// <summary>Codes of <see cref="Reason"/>, with their arguments. Numbers are written invariantly.</summary>
public static class ReasonCodes
{
    /// <summary>Number of wished places, then the ids of those visited.</summary>
    public const string PlacesVisited = "places.visited";

    /// <summary>Ids of places of the tour that others were asked for like, which nobody named.</summary>
    public const string PlacesAlike = "places.alike";

    /// <summary>Id of a wished area, then ids of visited places inside.</summary>
    public const string PlacesInside = "places.inside";

    /// <summary>Id of a visited place, id of the wished one, kilometres.</summary>
    public const string PlaceNear = "places.near";

    /// <summary>Ids of visited places, none of them wished.</summary>
    public const string PlacesElsewhere = "places.elsewhere";

    /// <summary>Ids of visited places of a tour that keeps to one part of the country, where a route through all of it was wished.</summary>
    public const string PlacesOfOnePart = "places.one-part";

    /// <summary>Ids of the places visited besides the wished ones, which take up much of the tour.</summary>
    public const string PlacesMostlyOthers = "places.mostly-others";
    public const string PlacesUnknown = "places.unknown";

    /// <summary>Days.</summary>
    public const string DaysWished = "days.wished";

    /// <summary>Days, difference to the nearest wished length (longer is above 0).</summary>
    public const string DaysOff = "days.off";
    public const string DaysUnknown = "days.unknown";

    /// <summary>Price, its currency, budget, its currency, and the budget's lower end where a range was wished.</summary>
    public const string PriceWithin = "price.within";

    /// <summary>Price, its currency, per cent over the budget.</summary>
    public const string PriceOver = "price.over";
    public const string PriceUnknown = "price.unknown";

    /// <summary>Price of a group, its currency, and, in older lists, how many per cent each one's share is over the budget if it is.</summary>
    public const string PriceOfGroup = "price.group";

    /// <summary>Price of a group, its currency, how many share it, and a word where that many are only assumed: each one's share is within the budget.</summary>
    public const string PriceShared = "price.shared";

    /// <summary>Price of a group, its currency, how many share it, how many per cent each one's share is over the budget, and a word where that many are only assumed.</summary>
    public const string PriceSharedOver = "price.shared-over";

    /// <summary>Price, its currency, and what it is cheaper than: a number in the list of then, or 0 for some of what was shown.</summary>
    public const string PriceCheaper = "price.cheaper";

    /// <summary>Price of a group, its currency, how many share it, what each one's share is cheaper than, and a word where that many are only assumed.</summary>
    public const string PriceSharedCheaper = "price.shared-cheaper";

    /// <summary>Ids of concepts it has and the traveller wished.</summary>
    public const string Has = "has";

    /// <summary>Ids of wished concepts that it speaks of only in passing.</summary>
    public const string Mentions = "mentions";

    /// <summary>Ids of all wished concepts that it does not mention; in older lists diets too.</summary>
    public const string DoesNotSay = "does-not-say";

    /// <summary>Ids of the concepts of diets and allergies asked for that it does not mention.</summary>
    public const string DietUnsaid = "diet.unsaid";

    /// <summary>Ids of the concepts of foods refused, of which it says neither that it has them nor that it does not, while it has something like them.</summary>
    public const string FoodUnsaid = "food.unsaid";

    /// <summary>The id of a wished concept that it does not mention, and that of a place it visits which has it.</summary>
    public const string OfPlace = "of-place";

    /// <summary>The id of a diet or allergy asked for, then ids of concepts its texts name that speak against it.</summary>
    public const string AgainstDiet = "diet.against";

    /// <summary>Some of the traveller's own words stand in its text.</summary>
    public const string OwnWords = "own-words";

    /// <summary>Ids of the concepts of diets and allergies asked for that it says it does not cater for.</summary>
    public const string DietContradicted = "diet.contradicted";

    /// <summary>The id of a diet it caters for, and that of a diet or allergy asked for that this covers: vegan food has no seafood.</summary>
    public const string DietCovered = "diet.covered";

    /// <summary>Little was to be spent, and it costs more than most of those that go there.</summary>
    public const string PriceDear = "price.dear";

    /// <summary>Ids of essential concepts it has.</summary>
    public const string EssentialMet = "essential.met";

    /// <summary>Why it has something needed only in part (<see cref="Encoding.Reserve"/>), the id of its concept, and, where it says more, its own sentence.</summary>
    public const string InPart = "in-part";

    /// <summary>Ids of the concepts of places to sleep that are refused, of which it says neither that it has them nor that it does not, while it has something like them.</summary>
    public const string LodgingUnsaid = "lodging.unsaid";

    /// <summary>Ids of essential concepts it does not mention; none where all that is known are the traveller's own words.</summary>
    public const string EssentialMissing = "essential.missing";

    /// <summary>Ids of essential concepts that what it says speaks against.</summary>
    public const string EssentialContradicted = "essential.contradicted";

    /// <summary>Ids of excluded concepts it has and of excluded places it visits; none where all that is known are the traveller's own words.</summary>
    public const string Excluded = "excluded";

    /// <summary>The same where it only speaks of them in passing, which may mean little: "the wind of a motorbike".</summary>
    public const string ExcludedInPassing = "excluded.passing";

    /// <summary>Ids of the concepts of those it is made for, where others travel.</summary>
    public const string MadeForOthers = "audience.others";

    /// <summary>Ids of the concepts of those it is made for, where nobody said who travels: it may suit, and is to be known.</summary>
    public const string MadeForSome = "audience.some";

    /// <summary>How many steps its text tells of, where somebody who travels can hardly climb.</summary>
    public const string Steps = "climb.steps";

    /// <summary>The id of a place that is known for its steps, about how many those are (empty where nobody is sure), "lift" where one saves a part of them, and "spoken" where its own text has a word of either; somebody who travels can hardly climb.</summary>
    public const string StairsOfPlace = "climb.place";

    /// <summary>How many metres a day its text has one climb, where somebody who travels can hardly climb or is a child.</summary>
    public const string ClimbADay = "climb.metres";

    /// <summary>One rides or drives oneself, where the traveller does not want to.</summary>
    public const string RidesOneself = "riding.oneself";

    /// <summary>Somebody else rides and the traveller, who does not want to drive, sits behind.</summary>
    public const string IsDriven = "riding.driven";

    /// <summary>What whoever takes part has to be or to have (<see cref="Judging.Condition"/>), and a word where nobody said to.</summary>
    public const string Condition = "condition";

    /// <summary>Ids of excluded concepts, of which it mentions neither one nor anything like it.</summary>
    public const string ExcludedAbsent = "excluded.absent";

    /// <summary>Id of the place where it starts, as wished.</summary>
    public const string StartsHere = "start.here";

    /// <summary>Id of the place where it starts, kilometres from the wished start.</summary>
    public const string StartsElsewhere = "start.elsewhere";

    /// <summary>A start was wished, and it does not say where it starts.</summary>
    public const string StartUnknown = "start.unknown";

    /// <summary>The least number of people it is sold to, more than travel; none for a tour made for companies that names no number.</summary>
    public const string GroupOnly = "group.only";

    /// <summary>The age of the youngest and of the oldest it takes, one of them empty where it does not say, and that of a child who is younger; without the last, somebody who travels may be younger or older.</summary>
    public const string NotAdmitted = "ages";

    /// <summary>Ids of the concepts of those who travel that it is too much for, or not meant for.</summary>
    public const string Unsuited = "unsuited";
    public const string Children = "children.good";
    public const string ChildrenHard = "children.hard";

    /// <summary>A departure of the same trip, or one that differs in a stop, stands above it.</summary>
    public const string LikeOneAbove = "like-one-above";

    /// <summary>Ids of well-loved places it visits; given where nothing was wished.</summary>
    public const string Popular = "popular";
}
