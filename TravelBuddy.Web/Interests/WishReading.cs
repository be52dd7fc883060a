namespace TravelBuddy.Web.Interests;

/// <summary>What a person means to do with a text.</summary>
public enum Intent { Search, Refine, Details, Book, Accommodation, Help, Stop, DeleteData, Human, Greeting, Thanks, More, ChooseLanguage, Unknown }

/// <summary>A wish found in a text: which answer it is about and where it stands, half-open span in UTF-16 units.</summary>
public sealed record Extraction(string Slot, string Value, int Start, int End)
{
    /// <summary>The slot of words that were read and answer nothing: a day that does not exist.</summary>
    public const string NoSuchDay = "no-such-day";

    /// <summary>The slot of what a room may cost a night.</summary>
    public const string NightPrice = "night-price";

    /// <summary>The slot of how old children are.</summary>
    public const string Ages = "ages";
}

/// <summary>A change against the last list ("cheaper", "rẻ hơn", "shorter", "nearer").</summary>
public enum Refinement { Cheaper, Dearer, Shorter, Longer, Nearer, MoreLikeThis }

/// <summary>What the reader of free text understood.</summary>
public sealed record WishReading
{
    /// <summary>The ordinal of the last item of a list, however many there are.</summary>
    public const int LastOfList = -1;

    public required Intent Intent { get; init; }

    /// <summary>Language of the text, "en" or "vi".</summary>
    public required string Language { get; init; }

    /// <summary>The wishes found; answers not mentioned are empty.</summary>
    public required Wishes Wishes { get; init; }

    public IReadOnlyList<Refinement> Refinements { get; init; } = [];

    /// <summary>Which item of the last list is meant, from 1, or <see cref="LastOfList"/>; null if none.</summary>
    public int? Ordinal { get; init; }

    /// <summary>Ids of the places that are refused; they are among the exclusions by their names.</summary>
    public IReadOnlyList<string> RefusedPlaces { get; init; } = [];

    /// <summary>How old children are who are told of, in whole years as they were said; who travels is counted in <see cref="Wishes"/>.</summary>
    public IReadOnlyList<int> ChildAges { get; init; } = [];

    /// <summary>That children who were to come stay at home.</summary>
    public bool LeavesChildren { get; init; }

    /// <summary>Days that were named and do not exist; no dates are taken from a text with one.</summary>
    public IReadOnlyList<NoSuchDay> NoSuchDays { get; init; } = [];

    /// <summary>Phrases that no rule understood and that still say something, in the person's words; what they refuse is not among them.</summary>
    public IReadOnlyList<string> Beyond { get; init; } = [];

    public IReadOnlyList<Extraction> Extractions { get; init; } = [];
}

/// <summary>Reads free text in English, Vietnamese or both; pure rules over gazetteer and lexicon. Any text is accepted; over 4,000 characters only the first count.</summary>
public interface IWishReader
{
    WishReading Read(string text, string? languageHint, DateOnly today);

    /// <summary>What was written as a length, such as "3N2Đ", "half a day", "một tuần", or as a choice of lengths; none if the text is no length.</summary>
    IReadOnlyList<DurationWish> ReadDurations(string text, string? languageHint);

    /// <summary>What a text about where to sleep lets a room cost a night; null if it does not say.</summary>
    BudgetWish? ReadNightPrice(string text, string? languageHint);

    /// <summary>"en" or "vi", by the words that are no names of places; the hint where they do not say.</summary>
    string LanguageOf(string text, string? hint);
}
