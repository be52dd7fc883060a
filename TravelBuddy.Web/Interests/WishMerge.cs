using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests;

/// <summary>
/// Joins two changes of the same wishes (two tabs, or web and phone): what one side left alone is taken from the other, lists are joined by what
/// each side added and removed. Only when both gave different answers to one question, or one changed what the other removed, is there no answer.
/// </summary>
public static class WishMerge
{
    /// <summary>The joined wishes; null if they contradict each other.</summary>
    public static Wishes? Merge(Wishes seen, Wishes mine, Wishes theirs)
    {
        var contradiction = false;
        var merged = new Wishes
        {
            Language = One(wishes => wishes.Language),
            Currency = One(wishes => wishes.Currency),
            Places = Many(wishes => wishes.Places, PlaceKey),
            Start = One(wishes => wishes.Start),
            Durations = Many(wishes => wishes.Durations, duration => duration.ToString()),
            Dates = One(wishes => wishes.Dates),
            Party = One(wishes => wishes.Party),
            Budget = One(wishes => wishes.Budget),
            MostPerNight = One(wishes => wishes.MostPerNight),
            Transportation = Words(wishes => wishes.Transportation),
            Food = Words(wishes => wishes.Food),
            Activities = Words(wishes => wishes.Activities),
            Accommodation = Words(wishes => wishes.Accommodation),
            Exclusions = Words(wishes => wishes.Exclusions),
            Essentials = Words(wishes => wishes.Essentials),
            Weights = Weights(),
        };
        return contradiction ? null : merged;

        T One<T>(Func<Wishes, T> answer) =>
            Choose(answer(seen), answer(mine), answer(theirs), EqualityComparer<T>.Default.Equals, ref contradiction);

        IReadOnlyList<double>? Weights() =>
            Choose(seen.Weights, mine.Weights, theirs.Weights, SameWeights, ref contradiction);

        IReadOnlyList<T> Many<T>(Func<Wishes, IReadOnlyList<T>> answer, Func<T, string> key)
            where T : class =>
            Lists(answer(seen), answer(mine), answer(theirs), key, ref contradiction);

        ConceptWishes Words(Func<Wishes, ConceptWishes> answer) => new(
            Lists(answer(seen).Concepts, answer(mine).Concepts, answer(theirs).Concepts, id => id, ref contradiction),
            Lists(answer(seen).Phrases, answer(mine).Phrases, answer(theirs).Phrases, phrase => phrase, ref contradiction));
    }

    /// <summary>Whether two lists of weights say the same.</summary>
    public static bool SameWeights(IReadOnlyList<double>? a, IReadOnlyList<double>? b) =>
        a is null ? b is null : b is not null && a.SequenceEqual(b);

    /// <summary>Whether two answers of a language criterion say the same.</summary>
    public static bool Same(ConceptWishes a, ConceptWishes b) => a.Concepts.SequenceEqual(b.Concepts) && a.Phrases.SequenceEqual(b.Phrases);

    private static string PlaceKey(PlaceWish place) => place.PlaceId ?? "text:" + TextFolding.Normalize(place.Text ?? "");

    private static T Choose<T>(T seen, T mine, T theirs, Func<T, T, bool> same, ref bool contradiction)
    {
        if (same(mine, seen) || same(mine, theirs))
        {
            return theirs;
        }

        contradiction |= !same(theirs, seen);
        return mine;
    }

    private static IReadOnlyList<T> Lists<T>(IReadOnlyList<T> seen, IReadOnlyList<T> mine, IReadOnlyList<T> theirs, Func<T, string> key, ref bool contradiction)
        where T : class
    {
        if (mine.SequenceEqual(seen))
        {
            return theirs;
        }

        if (theirs.SequenceEqual(seen))
        {
            return mine;
        }

        var before = ByKey(seen, key);
        var here = ByKey(mine, key);
        var there = ByKey(theirs, key);
        var merged = new List<T>();
        foreach (var k in there.Keys.Concat(here.Keys.Where(k => !there.ContainsKey(k))))
        {
            var (old, my, their) = (before.GetValueOrDefault(k), here.GetValueOrDefault(k), there.GetValueOrDefault(k));
            if (Choose(old, my, their, Equals, ref contradiction) is { } kept)
            {
                merged.Add(kept);
            }
        }

        return merged;
    }

    private static Dictionary<string, T> ByKey<T>(IReadOnlyList<T> items, Func<T, string> key)
    {
        var byKey = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            byKey.TryAdd(key(item), item);
        }

        return byKey;
    }
}
