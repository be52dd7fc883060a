using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Questions;

/// <summary>
/// Whether a sentence that a model wrote says no more than the passages it cites (<see cref="Grounding"/>), in their language or in another, and leads nobody anywhere: no address, no markup.
/// </summary>
public sealed partial class SentenceCheck(Grounding grounding)
{
    private const int Longest = 300;

    public bool IsSaid(string sentence, IReadOnlyList<Passage> cited) =>
        cited.Count > 0 && sentence.Length is > 0 and <= Longest && Hosting.PlainText.Is(sentence) && !Markup().IsMatch(sentence) && !WebAddresses.MayBeIn(sentence) && !sentence.Contains('@')
            && grounding.Holds(sentence, [.. cited.Select(TextOf)]);

    /// <summary>What a passage tells: its words, and what it tells by being a list of that kind.</summary>
    private static string TextOf(Passage passage) => passage.Kind switch
    {
        PassageKind.Includes => $"included: {passage.Text}",
        PassageKind.Price => $"price: {passage.Text}",
        PassageKind.Food => $"food, ăn uống: {passage.Text}",
        PassageKind.Transport => $"transport, phương tiện: {passage.Text}",
        PassageKind.Activities => $"activities, hoạt động: {passage.Text}",
        PassageKind.Accommodation => $"stay, sleep, ngủ, nghỉ: {passage.Text}",
        _ => passage.Text,
    };

    [GeneratedRegex(@"[<>{}\[\]`|\\]")]
    private static partial Regex Markup();
}
