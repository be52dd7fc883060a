using System.Globalization;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Pages.Interests;

/// <summary>Answers in the reader's words.</summary>
public sealed class PlanLabels(Gazetteer gazetteer, Lexicon lexicon, IStringLocalizer<PlanTexts> texts)
{
    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public string Place(PlaceWish place) => place.PlaceId is { } id && gazetteer.Find(id) is { } known ? known.Label(Language) : place.Text ?? place.PlaceId ?? "";

    /// <summary>What a place lies in, such as "Quảng Nam · Đà Nẵng": its old province and the new one it belongs to.</summary>
    public string Around(Place place)
    {
        var parents = place.Parents.Select(gazetteer.Find).OfType<Place>().Take(1).ToList();
        var today = (place.Successor is { } own ? gazetteer.Find(own) : null) ?? parents.Select(parent => parent.Successor is { } next ? gazetteer.Find(next) : null).FirstOrDefault(next => next is not null);
        return string.Join(" · ", parents.Append(today).OfType<Place>().Select(around => around.Label(Language)).Distinct());
    }

    /// <summary>A concept id, or "text:" and the traveller's own words.</summary>
    public string Concept(string key) =>
        key.StartsWith("text:", StringComparison.Ordinal) ? key[5..] : lexicon.Find(key) is { } concept ? Capital(concept.Label(Language)) : key;

    public IEnumerable<string> Concepts(ConceptWishes wishes) => wishes.Concepts.Select(Concept).Concat(wishes.Phrases.Select(phrase => $"“{phrase}”"));

    public string Length(DurationWish length) => length switch
    {
        { MinDays: .5, MaxDays: .5 } => texts["Half a day"],
        { MinDays: 1, MaxDays: 1 } => texts["1 day"],
        { MaxDays: DurationWish.Open } => texts["{0} days or more", Number(length.MinDays)],
        _ when length.MinDays == length.MaxDays => texts["{0} days", Number(length.MinDays)],
        _ => texts["{0}–{1} days", Number(length.MinDays), Number(length.MaxDays)],
    };

    public string Dates(DatesWish dates) => dates switch
    {
        { From: { } from, To: { } to } when from == to => Day(from),
        { From: { } from, To: { } to } => $"{Day(from)} – {Day(to)}",
        { From: { } from } => texts["from {0}", Day(from)],
        _ => texts["until {0}", Day(dates.To!.Value)],
    };

    public string Budget(BudgetWish budget)
    {
        if (budget is { CheaperThan: { } than, Min: null })
        {
            // Nobody named that limit.
            return than > 0 ? texts["cheaper than the tour you named"] : texts["cheaper tours"];
        }

        Money Of(decimal amount) => new(amount, budget.Currency);
        string amount = budget switch
        {
            { Min: { } min, Max: { } max } => TourFacts.Said(Of(min), Of(max), Language),
            { Max: { } max } => texts["up to {0}", TourFacts.Said(Of(max), Language)],
            _ => texts["from {0}", TourFacts.Said(Of(budget.Min ?? 0), Language)],
        };
        string person = texts["{0} per person", amount];
        return budget.Firm ? texts["{0}, firm", person] : person;
    }

    /// <summary>The budget and what a night may cost, as far as they are known.</summary>
    public IEnumerable<string> MoneyOf(Wishes wishes) => [.. wishes.Budget is { } budget ? new[] { Budget(budget) } : [], .. wishes.MostPerNight is { } night ? new[] { Night(night) } : []];

    public string Night(Money most) => texts["rooms up to {0} a night", TourFacts.Said(most, Language)];

    public string Party(PartyWish party)
    {
        string adults = party.Adults == 1 ? texts["1 adult"] : texts["{0} adults", party.Adults];
        return party.Children == 0 ? adults : $"{adults}, {(party.Children == 1 ? texts["1 child"] : texts["{0} children", party.Children])}{AgeWords.Behind(party, Language)}";
    }

    public string Ages(IReadOnlyList<int> ages) => AgeWords.Of(ages, Language);

    public string From(PlaceWish start) => texts["from {0}", Place(start)];

    /// <summary>What is refused, by its key: a concept as it is called then, a place, or the traveller's own words.</summary>
    public string Refused(string key) => lexicon.Find(key) is { } concept ? Capital(concept.RefusedLabel(Language)) : Named(key)?.Label(Language) ?? Concept(key);

    public IEnumerable<string> Refused(ConceptWishes wishes) => wishes.Concepts.Select(Refused).Concat(wishes.Phrases.Select(phrase => Named(phrase)?.Label(Language) ?? $"“{phrase}”"));

    public string Not(string key) => texts["not {0}", lexicon.Find(key) is null && Named(key) is not null && Language == "vi" ? "đi " + Refused(key) : Refused(key)];

    public string Must(string concept) => texts["must: {0}", Concept(concept)];

    /// <summary>All a step's answers, for showing two of them side by side.</summary>
    public IEnumerable<string> Answer(string step, Wishes wishes) => step switch
    {
        PlanSteps.Places => wishes.Places.Select(Place).Concat(wishes.Start is { } start ? [From(start)] : []),
        PlanSteps.Durations => wishes.Durations.Select(Length).Concat(wishes.Dates is { } dates ? [Dates(dates)] : []),
        PlanSteps.Budget => MoneyOf(wishes).Concat(wishes.Party is { } party ? [Party(party)] : []),
        PlanSteps.Stay => Concepts(wishes.Accommodation).Concat(Refused(wishes.Exclusions).Select(not => texts["not {0}", not].Value)).Concat(Concepts(wishes.Essentials).Select(must => texts["must: {0}", must].Value)),
        _ => Concepts(PlanForm.Answer(step, wishes)),
    };

    private Place? Named(string key) => gazetteer.Resolve(key.StartsWith("text:", StringComparison.Ordinal) ? key[5..] : key);

    private static string Number(double number) => number.ToString("0.#", CultureInfo.CurrentUICulture);

    private static string Day(DateOnly day) => day.ToString(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "vi" ? "d/M/yyyy" : "d MMM yyyy", CultureInfo.CurrentUICulture);

    private static string Capital(string label) => label.Length == 0 ? label : char.ToUpper(label[0], CultureInfo.CurrentUICulture) + label[1..];
}
