using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp.Conversations;

/// <summary>What a message of ours shows.</summary>
public enum ReplyKind { Phrase, LookingFor, NothingFits, Card, List, Details, Price, Answer, Stay, Stays, House, Comparison, BookingLink, Contact, Template, Other }

/// <summary>A tour of a message: its number in the list, and what the catalogue says of it.</summary>
public sealed record ShownTour(int Rank, TourPackage Package);

/// <summary>A message of ours as the phone shows it, by what can be seen on it. <paramref name="Language"/> is null where nothing on it tells.</summary>
public sealed partial record Reply(Bubble Bubble, ReplyKind Kind, string? Language, IReadOnlyList<ShownTour> Tours, Kin? Called = null)
{
    private static readonly Dictionary<(string Name, string Language), Regex> Whole = Phrases.All
        .SelectMany(phrase => new[] { "en", "vi" }, (phrase, language) => (Key: (phrase.Key, language), Text: phrase.Value.In(language, "\u0001", "\u0001", "\u0001")))
        .ToDictionary(each => each.Key, each => new Regex("^" + Regex.Escape(Plain(each.Text)).Replace("\u0001", "(.+?)", StringComparison.Ordinal) + "(?<more>\n.*)?$", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    /// <summary>Its words, without those that only introduce us.</summary>
    public string Text => Unintroduced(ChatPhone.Text(Bubble), Called);

    /// <summary>A card that says itself that its tour is not quite what was asked for.</summary>
    public bool IsBelow => Kind == ReplyKind.Card && Text.Contains("\n↘ ", StringComparison.Ordinal);

    /// <summary>Whether it is a phrase and nothing else; <paramref name="argument"/>: with that in it. That nothing was understood is said in several wordings.</summary>
    public bool Says(string phrase, string? argument = null) => phrase == nameof(Phrases.Unknown)
        ? NotUnderstood.Wordings.Any(wording => SaysJust(wording, argument))
        : SaysJust(phrase, argument);

    private bool SaysJust(string phrase, string? argument) =>
        new[] { "en", "vi" }.Any(language => Match(Text, phrase, language, Called) is { } match && !match.Groups["more"].Success
            && (argument is null || match.Groups.Values.Skip(1).Any(group => Words.Same(group.Value, argument))));

    /// <summary>Whether it speaks of a tour by its title.</summary>
    public bool Names(TourPackage package)
    {
        var title = Words.Letters(package.Title);
        return Words.Letters(Text).Contains(title[..Math.Min(30, title.Length)], StringComparison.Ordinal);
    }

    /// <summary>Reads a bubble; <paramref name="findAsync"/> finds the packages of a list by its id, <paramref name="called"/> is how the person may be called beside "bạn".</summary>
    public static async Task<Reply> ReadAsync(Bubble bubble, Func<Guid, Task<IReadOnlyList<TourPackage>>> findAsync, Kin? called = null)
    {
        var taps = bubble.Buttons.Concat(bubble.Rows).Select(choice => ButtonIds.Read(choice.Id)).OfType<Tap>().Where(tap => tap.Rank > 0 && tap.Action is not (ButtonAction.Stay or ButtonAction.Drop or ButtonAction.Cheaper or ButtonAction.Good or ButtonAction.Bad or ButtonAction.Show)).ToList();
        var tours = new List<ShownTour>();
        foreach (var tap in taps.DistinctBy(tap => tap.Rank))
        {
            tours.Add(new ShownTour(tap.Rank, (await findAsync(tap.ListId))[tap.Rank - 1]));
        }

        var text = Unintroduced(ChatPhone.Text(bubble), called);
        var (kind, language) = bubble switch
        {
            { IsTemplate: true } => (ReplyKind.Template, bubble.Buttons.Count == 0 ? null : bubble.Buttons[0].Title.StartsWith("Show", StringComparison.Ordinal) ? "en" : "vi"),
            { Rows: [{ } row, ..] } when ButtonIds.Read(row.Id) is { Action: ButtonAction.Stay } => (ReplyKind.Stays, bubble.ListButton == Phrases.StaysButton.Vi ? "vi" : "en"),
            { Rows.Count: > 0 } => (ReplyKind.List, bubble.ListButton == Phrases.ListButton.Vi ? "vi" : "en"),
            { Buttons.Count: 3 } when taps.Count == 3 && tours.Count == 1 => (ReplyKind.Card, bubble.Buttons[2].Title == Phrases.StaysNearby.Vi ? "vi" : "en"),
            { Buttons.Count: 2 } when taps.Count == 2 && tours.Count == 2 => (ReplyKind.Comparison, ToursLanguage(text)),
            _ when LanguageOf(text, nameof(Phrases.LookingFor), nameof(Phrases.LookingForNow), nameof(Phrases.LookingForStill), nameof(Phrases.LookingForAnything)) is { } known => (ReplyKind.LookingFor, known),
            _ when text.StartsWith("🔎 ", StringComparison.Ordinal) && LanguageOf(text.Split('\n')[^1], Questions) is { } known => (ReplyKind.LookingFor, known),
            // Without advice only its labels tell the language.
            _ when text.StartsWith("🔎 ", StringComparison.Ordinal) => (ReplyKind.LookingFor, LanguageGuess.Of(text, [], "en")),
            _ when LanguageOf(text, nameof(Phrases.Nothing), nameof(Phrases.NoneSays), nameof(Phrases.CheapestFit), nameof(Phrases.CheapestFitBut)) is { } known => (ReplyKind.NothingFits, known),
            _ when Numbered().Match(text) is { Success: true } numbered && numbered.Groups[2].Value is var second => second.StartsWith("💰 ", StringComparison.Ordinal) ? (ReplyKind.Price, ToursLanguage(text)) : second == Phrases.Stay.En || second == Phrases.Stay.Vi
                ? (ReplyKind.Stay, second == Phrases.Stay.Vi ? "vi" : "en")
                : AnsweredBy(text) is { } answered ? (ReplyKind.Answer, answered) : (ReplyKind.Details, ToursLanguage(text)),
            _ when HouseLanguage(text) is { } known => (ReplyKind.House, known),
            _ when LanguageOf(text, nameof(Phrases.BookingBody)) is { } known && bubble.Link is not null => (ReplyKind.BookingLink, known),
            _ when LanguageOf(text, nameof(Phrases.ContactBody), nameof(Phrases.NoBookingPage), nameof(Phrases.OnlyBookingPage), nameof(Phrases.Unreachable)) is { } known => (ReplyKind.Contact, known),
            _ when LanguageOf(text, [.. Phrases.All.Where(phrase => phrase.Value.En.Length > 12).Select(phrase => phrase.Key)]) is { } known => (ReplyKind.Phrase, known),
            _ => (ReplyKind.Other, (string?)null),
        };
        return new Reply(bubble, kind, language, tours, called);

        string? LanguageOf(string words, params string[] phrases) => new[] { "en", "vi" }.FirstOrDefault(language => phrases.Any(phrase => Match(words, phrase, language, called) is not null));
    }

    /// <summary>Of one house, which ends with what kind of data it is.</summary>
    private static string? HouseLanguage(string text) =>
        text.Contains(Phrases.StaysSample.En[..Phrases.StaysSample.En.IndexOf('{', StringComparison.Ordinal)], StringComparison.Ordinal) ? "en"
        : text.Contains(Phrases.StaysSample.Vi[..Phrases.StaysSample.Vi.IndexOf('{', StringComparison.Ordinal)], StringComparison.Ordinal) ? "vi"
        : null;

    /// <summary>The number before a title: of details and places to stay, which have no buttons that tell it.</summary>
    public int? Rank => Tours is [var tour] ? tour.Rank : Numbered().Match(Text) is { Success: true } numbered ? int.Parse(numbered.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>The message for a person to read.</summary>
    public override string ToString()
    {
        var shown = new List<string> { $"<< {Kind}{(Bubble.PictureId is null ? "" : " (picture)")}" };
        shown.AddRange(new[] { Bubble.Header, ChatPhone.Text(Bubble), Bubble.Footer }.OfType<string>().SelectMany(part => part.Split('\n')).Select(line => "   " + line));
        shown.AddRange(Bubble.Rows.Select(row => $"   ( {row.Title} — {row.Description} )"));
        if (Bubble.Buttons.Count > 0)
        {
            shown.Add("   " + string.Join(' ', Bubble.Buttons.Select(button => $"[{button.Title}]")));
        }

        if (Bubble.Link is { } link)
        {
            shown.Add($"   [{link.Text} → {new Uri(link.Url).AbsolutePath.Split('/')[1]}/…]");
        }

        return string.Join('\n', shown);
    }

    private static readonly string[] Questions = [.. Enum.GetValues<Missing>().Select(AskedBack.PhraseOf)];

    private static string Unintroduced(string text, Kin? called) =>
        new[] { Phrases.Introduction.En, Phrases.Introduction.Vi, PoliteForm.Said(Phrases.Introduction.Vi), PoliteForm.Said(Phrases.Introduction.Vi, called), PoliteForm.Said(Phrases.Introduction.Vi, called, asChild: true) }.Select(words => words + "\n\n").FirstOrDefault(words => text.StartsWith(words, StringComparison.Ordinal)) is { } first ? text[first.Length..] : text;

    private static Match? Match(string text, string phrase, string language, Kin? called) =>
        new[] { null, called }.Distinct().Select(kin => Whole[(phrase, language)].Match(ToAnybody(Plain(text), kin))).FirstOrDefault(match => match.Success);

    /// <summary>What was said to an elder by their name, as it would be said to anybody.</summary>
    private static string ToAnybody(string text, Kin? kin) => kin is not { } known ? text
        : Regex.Replace(Regex.Replace(Regex.Replace(text, $@"(?<!\p{{L}})(?:{Kin.CoChu.Called()}|{known.Called()})(?!\p{{L}})", "bạn", RegexOptions.IgnoreCase), $@"(?<!\p{{L}})(?<!trẻ )(?:con|{known.Ours()})(?!\p{{L}})", "mình", RegexOptions.IgnoreCase), "^Dạ mình chào bạn ạ, ", "Xin chào, ");

    /// <summary>Tours' own texts stay in the language their provider wrote; what is ours around them tells.</summary>
    private static string? ToursLanguage(string text) =>
        text.Contains(Phrases.SampleData.Vi, StringComparison.Ordinal) || text.Contains("/người", StringComparison.Ordinal) || text.Contains("/nhóm", StringComparison.Ordinal) ? "vi"
        : text.Contains(Phrases.SampleData.En, StringComparison.Ordinal) || text.Contains(" per person", StringComparison.Ordinal) || text.Contains(" per group", StringComparison.Ordinal) ? "en"
        : null;

    /// <summary>The language of an answer out of a tour's text; null if the message is none.</summary>
    private static string? AnsweredBy(string text) => Quoting().IsMatch(text) ? text.Contains(Phrases.AgencySays.Vi.Replace("{0} ", "", StringComparison.Ordinal) + "\n", StringComparison.Ordinal) ? "vi" : "en" : null;

    /// <summary>Without WhatsApp's marks of bold, which the phone shows as a look, and as it would be said to anybody.</summary>
    private static string Plain(string text) => text.Replace("*", "", StringComparison.Ordinal).Replace("Quý khách", "Bạn", StringComparison.Ordinal).Replace("quý khách", "bạn", StringComparison.Ordinal);

    [GeneratedRegex(@" (?:writes|viết):\n“")]
    private static partial Regex Quoting();

    [GeneratedRegex(@"^(\d+)\. [^\n]+\n([^\n]*)")]
    private static partial Regex Numbered();
}
