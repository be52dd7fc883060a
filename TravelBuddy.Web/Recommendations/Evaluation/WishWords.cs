using System.Text.Json;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>
/// Wishes as plain words for the baselines: the traveller's own words, sorted under the seven criteria as our reader sorted them, so that a free text is cut
/// up for the bag of words exactly as it is for us.
/// </summary>
public sealed class WishWords(IWishReader reader, Lexicon lexicon, ExchangeRates rates)
{
    /// <summary>Every word of the wishes, filled in and free.</summary>
    public static IEnumerable<string> OfAll(Preferences wishes)
    {
        var days = wishes.Language == "vi" ? "ngày" : "days";
        return Words.Of([
            .. Places(wishes), .. PlaceNotes(wishes), wishes.StartLocation,
            .. (wishes.Durations ?? []).Select(length => length.ValueKind == JsonValueKind.Number ? $"{length.GetRawText()} {days}" : length.GetString()),
            .. wishes.Transportation ?? [], .. wishes.Food ?? [], .. wishes.Activities ?? [], wishes.Accommodation, wishes.Notes, .. wishes.Exclusions ?? [], .. wishes.Essentials ?? [], wishes.FreeText]);
    }

    /// <summary>
    /// The words of each criterion, in criterion order. Length and budget are those that were understood; essentials stand under the criterion they are about,
    /// exclusions under none.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> ByCriterion(Preferences wishes, Wishes understood, DateOnly today)
    {
        var words = Enum.GetValues<Criterion>().Select(_ => new List<string>()).ToList();
        void Add(Criterion criterion, IEnumerable<string> more) => words[(int)criterion].AddRange(more);

        Add(Criterion.Locations, Words.Of(Places(wishes)));
        Add(Criterion.Duration, understood.Durations.SelectMany(length => Words.OfDays(length.MinDays, length.MaxDays)).Distinct());
        Add(Criterion.Budget, Budget(understood.Budget));
        Add(Criterion.Transportation, Words.Of(wishes.Transportation ?? []));
        Add(Criterion.Food, Words.Of(wishes.Food ?? []));
        Add(Criterion.Activities, Words.Of(wishes.Activities ?? []));
        Add(Criterion.Accommodation, Words.Of([wishes.Accommodation, wishes.Notes, .. PlaceNotes(wishes)]));
        foreach (var essential in wishes.Essentials ?? [])
        {
            foreach (var criterion in lexicon.FindIn(essential).Select(match => PackageConcepts.CriterionOf(match.Value.Kind)).DefaultIfEmpty(Criterion.Accommodation).Distinct())
            {
                Add(criterion, Words.Of(essential));
            }
        }

        if (wishes.FreeText is { } text)
        {
            var placesFilledIn = words[(int)Criterion.Locations].Count > 0;
            var read = reader.Read(text, wishes.Language, today);
            foreach (var found in read.Extractions)
            {
                if (CriterionOf(found) is { } criterion && !(criterion == Criterion.Locations && placesFilledIn))
                {
                    Add(criterion, Words.Of(text[found.Start..Math.Min(found.End, text.Length)]));
                }
            }

            Add(Criterion.Accommodation, Words.Of(read.Wishes.Accommodation.Phrases));
        }

        return words;
    }

    private static IEnumerable<string?> Places(Preferences wishes) =>
        (wishes.Locations ?? []).Select(place => place.ValueKind == JsonValueKind.String ? place.GetString() : Member(place, "name"));

    private static IEnumerable<string?> PlaceNotes(Preferences wishes) => (wishes.Locations ?? []).Select(place => Member(place, "notes"));

    private static string? Member(JsonElement place, string name) =>
        place.ValueKind == JsonValueKind.Object && place.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private IEnumerable<string> Budget(BudgetWish? budget) => budget is null
        ? []
        : Words.OfBudget(Vnd(budget.Min, budget.Currency), Vnd(budget.Max, budget.Currency));

    private decimal? Vnd(decimal? amount, string currency) => amount is { } known ? rates.ToVnd(new Money(known, currency)) : null;

    private Criterion? CriterionOf(Extraction found) => found.Slot switch
    {
        "places" => Criterion.Locations,
        ConceptSlots.Transport => Criterion.Transportation,
        ConceptSlots.Food => Criterion.Food,
        ConceptSlots.Activities => Criterion.Activities,
        ConceptSlots.Stay => Criterion.Accommodation,
        "essentials" => lexicon.Find(found.Value) is { } concept ? PackageConcepts.CriterionOf(concept.Kind) : Criterion.Accommodation,
        _ => null,
    };
}
