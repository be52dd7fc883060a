namespace TravelBuddy.Web.Language;

/// <summary>The regular endings that an English phrase takes by its last word.</summary>
internal static class EnglishEndings
{
    /// <summary>Words that say what is done and are not spelt differently before -ing; of any other word ("fish", "market", "train") that is another word.</summary>
    private static readonly HashSet<string> Verbs = new(
        [
            "balloon", "bath", "bird", "boat", "camp", "canoe", "canyon", "chill", "climb", "cook", "crawl", "dye", "float", "golf", "harvest", "hunt", "jump", "kayak", "paint", "photograph", "pick",
            "plant", "plough", "pray", "raft", "relax", "row", "sail", "ski", "snorkel", "soak", "surf", "trek", "visit", "volunteer", "walk", "watch", "work",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The endings of a phrase, the empty one first: what is refused ("no fish") stands as it is, and only verbs take -ing.</summary>
    public static IReadOnlyList<string> Of(string phrase) =>
        phrase.StartsWith("no ", StringComparison.OrdinalIgnoreCase) ? [""]
        : Verbs.Contains(phrase[(phrase.LastIndexOfAny([' ', '-']) + 1)..]) ? ["", "s", "es", "ing"]
        : ["", "s", "es"];
}
