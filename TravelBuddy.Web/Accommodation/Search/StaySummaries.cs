using System.Text.RegularExpressions;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>What a model answers to <c>stay-summary</c>.</summary>
public sealed record WrittenSummary(IReadOnlyList<WrittenSentence>? Sentences);

/// <summary>One sentence and the ids of the facts it states.</summary>
public sealed record WrittenSentence(string? Text, IReadOnlyList<string>? Facts);

/// <summary>One statement about one of the best: <paramref name="Id"/> is "s1.price".</summary>
public sealed record StayStatement(string Id, string StayId, StayFact Fact, string Text)
{
    /// <summary>What the stay is called where a model reads and writes of it: "s1".</summary>
    public string Stay => Id[..Id.IndexOf('.')];
}

/// <summary>
/// Has a model sum up the best of a search. It is told facts in words of our own and no names, which are words of pages and could tell it what to do: it calls a place "s1", and the name is put in
/// afterwards. What it writes is shown sentence by sentence, and only where a sentence tells of one place and says no more than the facts that it names (<see cref="Grounding"/>).
/// </summary>
public sealed partial class StaySummaries(ILanguageModel model, StayReadings readings, Gazetteer gazetteer, Lexicon lexicon, Grounding grounding, ExchangeRates rates)
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

        var input = new { Stays = statements.Where(statement => statement.Fact != StayFact.Name).GroupBy(statement => statement.Stay).Select(stay => new { Id = stay.Key, Facts = stay.Select(statement => new { statement.Id, statement.Text }) }) };
        var written = await model.AskAsync<WrittenSummary>(new ModelTask("stay-summary", search.Wishes.Language, input, search.TravellerId, ModelTime), ct);
        return Checked(written, statements);
    }

    /// <summary>The statements about the best of a search. Of the words of pages only the name is one.</summary>
    public IReadOnlyList<StayStatement> Statements(StaySearch search, IReadOnlyDictionary<string, FoundStay> stays)
    {
        var (language, all) = (search.Wishes.Language, new List<StayStatement>());
        foreach (var (ranked, number) in search.Found.Where(found => stays.ContainsKey(found.StayId)).Take(Best).Select((ranked, at) => (ranked, at + 1)))
        {
            var stay = stays[ranked.StayId].Stay;
            var near = gazetteer.Find(ranked.NearPlaceId)?.Label(language) ?? ranked.NearPlaceId;
            Add(StayFact.Name, "name", stay.PlainName());
            Add(StayFact.Place, "place", $"{gazetteer.Find(stay.PlaceId)?.Label(language)}{(stay.IsPointKnown ? $", {FactWords.Away(near, ranked.Km, language)}" : "")}");
            Add(StayFact.Price, "price", stay.PriceOf(ranked.IsHighSeason) is { } price
                ? FactWords.Price(Shown(price), ranked.IsHighSeason && stay.TellsSeasons, stay.Per, language) : null);
            Add(StayFact.Rating, "rating", stay.Rating is { } rating ? FactWords.Rating(rating, stay.Ratings, language) : null);
            Add(StayFact.Stars, "stars", stay.Stars is { } stars ? FactWords.Stars(stars, language) : null);
            foreach (var answered in WishSources.Of(stay, ranked, readings).GroupBy(answered => answered.SaidBy, answered => answered.Wish))
            {
                Add(answered.Key, answered.Key == StayFact.Things ? "things" : $"has_{answered.Key.ToString().ToLowerInvariant()}", string.Join(", ", answered.Select(id => lexicon.Find(id)?.Label(language)).OfType<string>()));
            }

            void Add(StayFact fact, string name, string? text)
            {
                if (text is { Length: > 0 })
                {
                    all.Add(new StayStatement($"s{number}.{name}", stay.Id, fact, text));
                }
            }
        }

        return all;

        string Shown(Money price) => TourFacts.In(price, search.Wishes.Currency, rates) is { } shown ? (shown.Currency == price.Currency ? "" : "≈ ") + TourFacts.Text(shown, language) : TourFacts.Text(price, language);
    }

    /// <summary>Of a model's sentences those that say nothing but the facts they name, with the names of the places. What is wrong with one sentence says nothing of the others: it is left out alone.</summary>
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

        // Of one place, which it names: facts of two could change places in it, and "it" could be any of them.
        var told = facts.Select(id => statements[id]).ToList();
        var stay = told[0].Stay;
        if (told.Exists(statement => statement.Stay != stay) || !Ids().IsMatch(clean) || !Ids().Matches(clean).All(match => match.Value.Equals(stay, StringComparison.OrdinalIgnoreCase)) || !statements.TryGetValue($"{stay}.name", out var name)
            || !grounding.Holds(Ids().Replace(clean, ""), [.. told.Where(statement => statement.Fact != StayFact.Name).Select(statement => statement.Text)]))
        {
            return null;
        }

        return new StaySentence(Ids().Replace(clean, _ => name.Text), [.. facts.Append(name.Id).Distinct(StringComparer.Ordinal)]);
    }

    [GeneratedRegex(@"\bs[0-9]+\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ids();
}
