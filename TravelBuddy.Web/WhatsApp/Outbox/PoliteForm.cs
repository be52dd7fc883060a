using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Our own Vietnamese words said to an elder: for "bạn" what they call themselves, "bác" or "cô", and "quý khách" where that is not known. What an agency wrote, its titles and quotations, stays as it is.</summary>
public static partial class PoliteForm
{
    /// <summary>Kinds of messages that are, but for titles, names and quotations, words of ours, or hold some.</summary>
    private static readonly HashSet<MessageKind> Ours =
        [MessageKind.Phrase, MessageKind.Tour, MessageKind.TourList, MessageKind.Wishes, MessageKind.NothingFound, MessageKind.NothingCheaper, MessageKind.BookingLink, MessageKind.AgencyContact, MessageKind.TourPrice, MessageKind.TourComparison, MessageKind.TourDetails, MessageKind.TourAnswer, MessageKind.Stays];

    public static ChatMessage Of(ChatMessage message, MessageKind kind, Kin? kin = null, bool asChild = false) => !Ours.Contains(kind) ? message : message switch
    {
        TextMessage text when kind == MessageKind.TourDetails => new TextMessage(Said(text.Body, Limits.Text, body => SaidInWarnings(body, kin, asChild)), text.PreviewUrl),
        TextMessage text => new TextMessage(Said(text.Body, Limits.Text, body => Said(body, kin, asChild)), text.PreviewUrl),
        LinkMessage link => new LinkMessage(Said(link.Body, Limits.InteractiveBody, body => Said(body, kin, asChild)), link.DisplayText, link.Url),
        ButtonsMessage buttons => new ButtonsMessage(Said(buttons.Body, Limits.InteractiveBody, body => Said(body, kin, asChild)), buttons.Buttons, buttons.Frame),
        ListMessage list => new ListMessage(Said(list.Body, Limits.InteractiveBody, body => Said(body, kin, asChild)), list.Button, list.Rows, list.Frame),
        LocationRequestMessage location => new LocationRequestMessage(Said(location.Body, Limits.InteractiveBody, body => Said(body, kin, asChild))),
        _ => message,
    };

    /// <summary>What a greeting begins with; to somebody whose child or grandchild we are it names both.</summary>
    private const string Hello = "Xin chào, ";

    /// <summary>A text in the polite form, but for its bold titles and quotations.</summary>
    public static string Said(string text, Kin? kin = null, bool asChild = false) => Friend().Replace(Greeted(text, kin, asChild), match => (match.Value, kin) switch
    {
        ("bạn", { } known) => known.Called(),
        ("Bạn", { } known) => Capital(known.Called()),
        ("mình", { } known) => known.Ours(asChild),
        ("Mình", { } known) => Capital(known.Ours(asChild)),
        ("bạn", null) => "quý khách",
        ("Bạn", null) => "Quý khách",
        var (other, _) => other,
    });

    private static string Greeted(string text, Kin? kin, bool asChild) =>
        kin is { } known && text.StartsWith(Hello, StringComparison.Ordinal) ? $"Dạ {known.Ours(asChild)} chào {known.Called()} ạ, {text[Hello.Length..]}" : text;

    private static string Capital(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];

    /// <summary>The same where it stays within a limit, and the text as it is where the polite form would be too long.</summary>
    private static string Said(string text, int most, Func<string, string> how) => how(text) is { } said && said.Length <= most ? said : text;

    /// <summary>Details are an agency's words but for what is told to mind.</summary>
    private static string SaidInWarnings(string text, Kin? kin, bool asChild) => string.Join('\n', text.Split('\n').Select(line => line.StartsWith("⚠ ", StringComparison.Ordinal) ? Said(line, kin, asChild) : line));

    // Titles, quotations and what a price includes are matched first, so that nothing in them is. A friend, and what friends are called together, is no reader.
    [GeneratedRegex(@"\*[^*\n]+\*|“[^”\n]+”|^✓ Đã gồm: [^\n]*|(?<!\p{L})(?:người|các|hội|đôi|những) bạn(?!\p{L})|(?<!\p{L})[Bb]ạn (?:trẻ|bè|thân|đời|gái|trai|đường|học)(?!\p{L})|(?<!\p{L})[Bb]ạn(?!\p{L})|(?<!\p{L})(?:một|chuyến đi) mình(?!\p{L})|(?<!\p{L})[Mm]ình(?!\p{L})", RegexOptions.Multiline)]
    private static partial Regex Friend();
}
