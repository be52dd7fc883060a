using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading.Model;

/// <summary>
/// Fills what the rules left empty with what a model found. The rules' answers stay as they are; of the model's only what is possible, quotes the text
/// and names a place or concept that is known counts, and unknown names only as the text's own words.
/// </summary>
public sealed class ModelMerge(Gazetteer gazetteer, Lexicon lexicon, ExchangeRates rates)
{
    private const int MostTerms = 10;
    private const double MostDays = 90;
    private const int MostPeople = 200;
    private const decimal MostMoney = 100_000_000_000m;
    private const int YearsAhead = 3;

    public WishReading Merge(string text, WishReading read, ModelAnswer answer, DateOnly today)
    {
        // The words for who travels may hold how old they are.
        var quotes = new Quotations(text, [.. read.Extractions.Where(extraction => extraction.Slot != Extraction.Ages)]);
        var places = new ModelPlaces(gazetteer, quotes);
        var terms = new ModelTerms(lexicon, quotes);
        var wishes = read.Wishes;
        if (wishes.Places.Count == 0)
        {
            wishes = wishes with { Places = [.. Some(answer.Places).Select(term => places.Find(term, "places")).OfType<PlaceWish>().Distinct()] };
        }

        if (wishes.Start is null && answer.Start is { } start)
        {
            wishes = wishes with { Start = places.Find(start, "start") };
        }

        if (wishes.Durations.Count == 0)
        {
            wishes = wishes with { Durations = [.. Some(answer.Days).Select(days => Length(days, quotes)).OfType<DurationWish>().Distinct()] };
        }

        wishes = wishes with { Party = wishes.Party ?? Party(answer.Party, quotes), Dates = wishes.Dates ?? Dates(answer.Dates, today, quotes) };
        if (wishes.Budget is null && Budget(answer.Budget, wishes.Party, quotes) is { } budget)
        {
            wishes = wishes with { Budget = budget, Currency = budget.Currency };
        }

        wishes = terms.Fill(wishes, new Dictionary<string, IReadOnlyList<ModelTerm>>
        {
            [ConceptSlots.Transport] = Some(answer.Transport),
            [ConceptSlots.Food] = Some(answer.Food),
            [ConceptSlots.Activities] = Some(answer.Activities),
            [ConceptSlots.Stay] = Some(answer.Stay),
            ["exclusions"] = Some(answer.Exclusions),
            ["essentials"] = Some(answer.Essentials),
        });
        return read with
        {
            Wishes = wishes,
            Intent = read.Intent == Intent.Unknown && quotes.Taken.Count > 0 ? Intent.Search : read.Intent,
            Extractions = [.. read.Extractions.Concat(quotes.Taken).OrderBy(extraction => extraction.Start)],
        };
    }

    private static IReadOnlyList<T> Some<T>(IReadOnlyList<T>? items)
        where T : class => [.. (items ?? []).Where(item => item is not null).Take(MostTerms)];

    private static DurationWish? Length(ModelDays days, Quotations quotes) =>
        days is { Min: > 0 and var min, Max: <= MostDays and var max } && min <= max && quotes.Take("durations", days.Words, FormattableString.Invariant($"{min}-{max}"))
            ? new DurationWish(min, max)
            : null;

    private static PartyWish? Party(ModelParty? party, Quotations quotes) =>
        party is { Adults: >= 1 and <= MostPeople and var adults } && (party.Children ?? 0) is >= 0 and <= MostPeople and var children && quotes.Take("party", party.Words, FormattableString.Invariant($"{adults}+{children}"))
            ? new PartyWish(adults, children)
            : null;

    private static DatesWish? Dates(ModelDates? dates, DateOnly today, Quotations quotes)
    {
        var last = today.AddYears(YearsAhead);
        var possible = dates is not null && (dates.From ?? dates.To) is not null && !(dates.From > dates.To) && !(dates.From < today) && !(dates.To < today) && !(dates.From > last) && !(dates.To > last);
        return possible && quotes.Take("dates", dates!.Words, FormattableString.Invariant($"{dates.From:yyyy-MM-dd}..{dates.To:yyyy-MM-dd}")) ? new DatesWish(dates.From, dates.To) : null;
    }

    private BudgetWish? Budget(ModelBudget? budget, PartyWish? party, Quotations quotes)
    {
        if (budget is null || (budget.Min ?? budget.Max) is null || budget.Min > budget.Max || budget.Min is <= 0 or > MostMoney || budget.Max is <= 0 or > MostMoney
            || budget.Currency?.ToUpperInvariant() is not { } currency || !rates.Knows(currency) || !quotes.HasFigure(budget.Words))
        {
            return null;
        }

        var share = budget.WholeGroup == true && party is not null ? party.Adults + party.Children : 1;
        var wish = new BudgetWish(budget.Min / share, budget.Max / share, currency, budget.Firm == true && budget.Max is not null);
        return quotes.Take("budget", budget.Words, FormattableString.Invariant($"{wish.Min}..{wish.Max} {currency}")) ? wish : null;
    }
}
