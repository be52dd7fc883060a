using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests.Reading.Model;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>What a model answers to <c>stay-summary</c>.</summary>
public sealed record WrittenSummary(IReadOnlyList<WrittenSentence>? Sentences);

/// <summary>One sentence and the ids of the facts it states.</summary>
public sealed record WrittenSentence(string? Text, IReadOnlyList<string>? Facts);

/// <summary>One statement about one of the best, as a model is told it: <paramref name="Id"/> is "s1.price".</summary>
public sealed record StayStatement(string Id, string StayId, StayFact Fact, string Text);

/// <summary>
/// Has a model sum up the best of a search. What it writes is shown sentence by sentence, and only where every number, name and thing in a sentence occurs in the facts that it names: a model may say
/// it better, and nothing else.
/// </summary>
public sealed partial class StaySummaries(ILanguageModel model, Gazetteer gazetteer, Lexicon lexicon, ExchangeRates rates)
{
    /// <summary>How many of the best are summed up.</summary>
    public const int Best = 3;

    private const int MostSentences = 4, LongestSentence = 280;

    private static readonly TimeSpan ModelTime = TimeSpan.FromSeconds(4);

    /// <summary>The sentences of a model that can be shown; none without a model, or where it says anything else.</summary>
    public async Task<IReadOnlyList<StaySentence>> OfModelAsync(StaySearch search, IReadOnlyDictionary<string, FoundStay> stays, CancellationToken ct)
    {
        var statements = Statements(search, stays);
        if (!model.IsConfigured || statements.Count == 0)
        {
            return [];
        }

        var input = new { Stays = statements.GroupBy(statement => statement.Id.Split('.')[0]).Select(stay => new { Id = stay.Key, Facts = stay.Select(statement => new { statement.Id, statement.Text }) }) };
        var written = await model.AskAsync<WrittenSummary>(new ModelTask("stay-summary", search.Wishes.Language, input, search.TravellerId, ModelTime), ct);
        return Checked(written, statements);
    }

    /// <summary>The statements about the best of a search.</summary>
    public IReadOnlyList<StayStatement> Statements(StaySearch search, IReadOnlyDictionary<string, FoundStay> stays)
    {
        var (language, all) = (search.Wishes.Language, new List<StayStatement>());
        foreach (var (ranked, number) in search.Found.Where(found => stays.ContainsKey(found.StayId)).Take(Best).Select((ranked, at) => (ranked, at + 1)))
        {
            var stay = stays[ranked.StayId].Stay;
            var near = gazetteer.Find(ranked.NearPlaceId)?.Label(language) ?? ranked.NearPlaceId;
            Add(StayFact.Name, "name", stay.PlainName());
            Add(StayFact.Place, "place", string.Create(CultureInfo.InvariantCulture, $"{gazetteer.Find(stay.PlaceId)?.Label(language)}{(stay.IsPointKnown ? $", {Math.Max(1, Math.Round(ranked.Km))} km from the middle of {near}" : "")}"));
            Add(StayFact.Price, "price", stay.PriceLow is { } low ? $"from {TourFacts.Text(TourFacts.In(low, search.Wishes.Currency, rates) ?? low, language)} a night, per {stay.Per.ToString().ToLowerInvariant()}" : null);
            Add(StayFact.Rating, "rating", stay.Rating is { } rating ? string.Create(CultureInfo.InvariantCulture, $"{rating:0.0} of 10 by {stay.Ratings} guests") : null);
            Add(StayFact.Stars, "stars", stay.Stars is { } stars ? $"{stars} stars" : null);
            Add(StayFact.Things, "things", ranked.Answered.Count > 0 ? string.Join(", ", ranked.Answered.Select(id => lexicon.Find(id)?.Label(language)).OfType<string>()) : null);
            // The words of pages stay here: they could tell a model what to do.
            void Add(StayFact fact, string name, string? text)
            {
                if (text is { Length: > 0 })
                {
                    all.Add(new StayStatement($"s{number}.{name}", stay.Id, fact, text));
                }
            }
        }

        return all;
    }

    /// <summary>Of a model's sentences those that say nothing but the facts they name; all or none of the rest would be a guess, so a sentence that does not hold is left out alone.</summary>
    public IReadOnlyList<StaySentence> Checked(WrittenSummary? written, IReadOnlyList<StayStatement> statements)
    {
        var byId = statements.ToDictionary(statement => statement.Id, StringComparer.Ordinal);
        return [.. (written?.Sentences ?? []).Take(20).Select(sentence => Checked(sentence, byId)).OfType<StaySentence>().Take(MostSentences)];
    }

    private StaySentence? Checked(WrittenSentence? sentence, IReadOnlyDictionary<string, StayStatement> statements)
    {
        if (sentence is not { Text: { Length: > 0 and <= LongestSentence } text, Facts: { Count: > 0 and <= 20 } facts } || facts.Any(id => id is null || !statements.ContainsKey(id))
            || WebText.Clean(text, LongestSentence) is not { } clean || PersonalWords.Remove(clean) != clean || WebAddresses.MayBeIn(clean))
        {
            return null;
        }

        // The names of the houses whose facts are told may be said with them.
        var named = facts.Select(id => statements[id]).ToList();
        var told = string.Join(" \n ", named.Concat(statements.Values.Where(statement => statement.Fact == StayFact.Name && named.Any(each => each.StayId == statement.StayId))).Select(statement => statement.Text));
        var names = Tokenizer.Tokens(TextFolding.Fold(told)).Select(token => token.Normalized).ToHashSet(StringComparer.Ordinal);
        var things = lexicon.FindIn(told).Select(match => match.Value.Id).ToHashSet(StringComparer.Ordinal);
        var said = lexicon.FindIn(clean).Select(match => match.Value.Id).ToHashSet(StringComparer.Ordinal);
        var isHeld = Numbers(clean).IsSubsetOf(Numbers(told))
            && Names().Matches(clean).All(name => Tokenizer.Tokens(TextFolding.Fold(name.Value)).All(token => names.Contains(token.Normalized)))
            && said.All(things.Contains);
        // A sentence that states nothing that can be held against the facts is praise or advice.
        return isHeld && (said.Count > 0 || Numbers(clean).Count > 0 || Names().IsMatch(clean) || Tokenizer.Tokens(TextFolding.Fold(clean)) is [var first, ..] && names.Contains(first.Normalized)) ? new StaySentence(clean, [.. facts.Distinct(StringComparer.Ordinal)]) : null;
    }

    private static HashSet<string> Numbers(string text) => [.. Number().Matches(text).Select(match => Grouped().IsMatch(match.Value) ? string.Concat(match.Value.Where(char.IsAsciiDigit)) : match.Value.Replace(',', '.')).Select(number => number.TrimEnd('.', ',') is var bare && bare.EndsWith(".0", StringComparison.Ordinal) ? bare[..^2] : bare)];

    [GeneratedRegex(@"\d+(?:[.,]\d+)*")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\d{1,3}(?:[.,]\d{3})+$")]
    private static partial Regex Grouped();

    // A word with a capital that does not begin a sentence, and a word of capitals wherever it stands.
    [GeneratedRegex(@"(?<=[\p{L}\p{N},;:)""”]\s+[(""“]?)\p{Lu}[\p{L}\p{M}'’\-]*|\b\p{Lu}{2,}\b")]
    private static partial Regex Names();
}
