using System.Globalization;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Pages.Interests;

/// <summary>A message for a field: an English key of <see cref="PlanTexts"/> and its arguments.</summary>
public sealed record FieldError(string Field, string Message, params object[] Arguments);

/// <summary>Reads what was typed on a step into a change of the wishes, or says beside which field what is wrong.</summary>
public sealed class PlanAnswers(Gazetteer gazetteer, Lexicon lexicon, ExchangeRates rates, IWishReader reader, TimeProvider time)
{
    public const int LongestName = 100;
    public const int LongestWords = 500;
    public const int LongestNotes = 2000;
    private const int MostChoices = 60;
    private const int MostPlaces = 20;
    private const decimal MostVnd = 10_000_000_000m;

    private readonly Refusals _refusals = new(gazetteer, lexicon);

    /// <summary>Today where the tours are.</summary>
    public DateOnly Today => time.TodayInVietNam();

    /// <summary>The change a step's form asks for. <paramref name="typing"/>: an automatic save, so half-typed additions are left alone.</summary>
    public (Func<Wishes, Wishes> Change, IReadOnlyList<FieldError> Errors) Read(string step, PlanForm form, string language, bool typing)
    {
        form.DropEmpty();
        var errors = new List<FieldError>();
        var change = step switch
        {
            PlanSteps.Places => Places(form, typing, errors),
            PlanSteps.Durations => Durations(form, language, errors),
            PlanSteps.Budget => Budget(form, language, errors),
            PlanSteps.Transport or PlanSteps.Food or PlanSteps.Activities => Words(step, form, language, errors),
            PlanSteps.Stay => Stay(form, language, errors),
            _ => wishes => wishes,
        };
        return (change, errors);
    }

    private Func<Wishes, Wishes> Places(PlanForm form, bool typing, List<FieldError> errors)
    {
        var places = form.Place.Take(MostPlaces + 1).Select(Known).OfType<PlaceWish>().ToList();
        if (form.Pick is { } pick && gazetteer.Find(pick) is not null)
        {
            places.Add(new PlaceWish(pick, null));
        }
        else if (!typing && form.Add?.Trim() is { Length: > 0 } typed)
        {
            if (typed.Length > LongestName)
            {
                errors.Add(new("add", "A place name has at most {0} characters.", LongestName));
            }
            else
            {
                places.AddRange(Named(typed));
            }
        }

        if (places.Count > MostPlaces)
        {
            errors.Add(new("add", "At most {0} places, please.", MostPlaces));
        }

        PlaceWish? start = null;
        if (form.Start?.Trim() is { Length: > 0 } from)
        {
            if (from.Length > LongestName)
            {
                errors.Add(new("start", "A place name has at most {0} characters.", LongestName));
            }
            else
            {
                start = Named(from)[0];
            }
        }

        // What was said of a place elsewhere (its own budget, notes) stays with it.
        return wishes => wishes with
        {
            Places = [.. places.DistinctBy(PlanForm.PlaceKey).Select(place => wishes.Places.FirstOrDefault(known => PlanForm.PlaceKey(known) == PlanForm.PlaceKey(place)) ?? place)],
            Start = start is not null && wishes.Start is { } known && PlanForm.PlaceKey(known) == PlanForm.PlaceKey(start) ? known : start,
        };
    }

    private PlaceWish? Known(string key) =>
        key.StartsWith("text:", StringComparison.Ordinal) ? key.Length is > 5 and <= 5 + LongestName ? new PlaceWish(null, key[5..]) : null
        : gazetteer.Find(key) is null ? null : new PlaceWish(key, null);

    // "Huế, Hội An" names two; a name we do not know is kept as it was written.
    private IReadOnlyList<PlaceWish> Named(string typed)
    {
        if (gazetteer.Resolve(typed) is { } whole)
        {
            return [new PlaceWish(whole.Id, null)];
        }

        return [.. typed.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => (gazetteer.Resolve(name) ?? gazetteer.ResolveMisspelt(name)) is { } place ? new PlaceWish(place.Id, null) : new PlaceWish(null, name))
            .DefaultIfEmpty(new PlaceWish(null, typed))];
    }

    private Func<Wishes, Wishes> Durations(PlanForm form, string language, List<FieldError> errors)
    {
        var lengths = form.Length.Take(MostChoices).Select(PlanForm.LengthOf).OfType<DurationWish>().ToList();
        if (form.Other?.Trim() is { Length: > 0 } other)
        {
            if (other.Length <= LongestName && reader.ReadDurations(other, language) is { Count: > 0 } others)
            {
                lengths.AddRange(others);
            }
            else
            {
                errors.Add(new("other", "We could not read this as a length. Try “5 days”, “3N2Đ” or “a week”; 90 days at most."));
            }
        }

        var from = Day(form.From, "from", errors);
        var to = Day(form.To, "to", errors);
        if (from > to)
        {
            errors.Add(new("to", "The last day is before the first."));
        }

        return wishes => wishes with { Durations = [.. lengths.Distinct()], Dates = from is null && to is null ? null : new DatesWish(from, to) };
    }

    private DateOnly? Day(string? typed, string field, List<FieldError> errors)
    {
        if (typed?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            errors.Add(new(field, "This is not a date. Write it like {0}.", Today.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            return null;
        }

        if (day < Today)
        {
            errors.Add(new(field, "This day has passed."));
        }
        else if (day > Today.AddYears(3))
        {
            errors.Add(new(field, "Please choose a day within the next three years."));
        }

        return day;
    }

    private Func<Wishes, Wishes> Budget(PlanForm form, string language, List<FieldError> errors)
    {
        var currency = (form.Currency ?? "").Trim().ToUpperInvariant();
        if (!rates.Knows(currency))
        {
            errors.Add(new("currency", "We do not know this currency."));
            currency = "VND";
        }

        var max = Amount(form.Max, "max", currency, errors);
        var min = Amount(form.Min, "min", currency, errors);
        var night = Amount(form.Night, "night", currency, errors);
        var named = min?.Currency ?? max?.Currency ?? currency;
        if (min?.Amount > max?.Amount)
        {
            errors.Add(new("min", "The least is more than the most."));
        }

        var adults = Count(form.Adults, "adults", 1, 200, errors);
        var children = Count(form.Children, "children", 0, 100, errors);
        var budget = max is null && min is null ? null : new BudgetWish(min?.Amount, max?.Amount, named, form.Firm && max is not null);
        var ages = Ages(form.Ages, children ?? 0, errors);
        var party = adults is null && (children ?? 0) == 0 ? null : new PartyWish(adults ?? 2, children ?? 0).Aged(ages);
        return wishes => wishes with { Budget = Same(budget, wishes.Budget) ? wishes.Budget : budget, MostPerNight = night, Party = party, Currency = named };

        // A form that comes back as it was shown changes nothing, whoever's limit it is.
        static bool Same(BudgetWish? typed, BudgetWish? known) => typed is not null && typed with { CheaperThan = known?.CheaperThan, Shared = known?.Shared } == known;
    }

    /// <summary>What was typed as an amount; a bare number is in the currency chosen.</summary>
    private Money? Amount(string? typed, string field, string currency, List<FieldError> errors)
    {
        if (typed?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        if (text.StartsWith('-') || text.TrimStart('$', '€', '£') is ['-', ..])
        {
            errors.Add(new(field, "A budget is more than 0."));
            return null;
        }

        if (text.Length > 40 || MoneyText.Read(text, currency) is not { } amount || !rates.Knows(amount.Currency))
        {
            errors.Add(new(field, "We could not read this amount. Write it like “400”, “8 triệu” or “3tr5”."));
            return null;
        }

        if (amount.Value <= 0)
        {
            errors.Add(new(field, "A budget is more than 0."));
            return null;
        }

        if (rates.ToVnd(new Money(amount.Value, amount.Currency)) > MostVnd)
        {
            errors.Add(new(field, "That is more than any tour costs. Please check the amount."));
            return null;
        }

        return new Money(amount.Value, amount.Currency);
    }

    private static int? Count(string? typed, string field, int least, int most, List<FieldError> errors)
    {
        if (typed?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        errors.Add(new(field, "Please write a number from {0} to {1}.", least, most));
        return null;
    }

    private static List<int> Ages(string? typed, int children, List<FieldError> errors)
    {
        var ages = new List<int>();
        foreach (var text in (typed ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var age) || age >= PartyWish.Grown)
            {
                errors.Add(new("ages", "Please write each age in whole years, from 0 to {0}, such as “4, 9”.", PartyWish.Grown - 1));
                return [];
            }

            ages.Add(age);
        }

        if (ages.Count > children)
        {
            errors.Add(new("ages", "These are more ages than children."));
        }

        return ages;
    }

    private Func<Wishes, Wishes> Words(string step, PlanForm form, string language, List<FieldError> errors)
    {
        var said = OwnWords.Read(Phrases(form.Words, "words", LongestWords, [',', ';', '\n'], errors), phrase => reader.Read(phrase, language, Today).Wishes);
        var ticked = new ConceptWishes(Concepts(form.Concept), said.Unknown);
        return wishes => said.AddTo(step switch
        {
            PlanSteps.Transport => wishes with { Transportation = ticked },
            PlanSteps.Food => wishes with { Food = ticked },
            _ => wishes with { Activities = ticked },
        });
    }

    private Func<Wishes, Wishes> Stay(PlanForm form, string language, List<FieldError> errors)
    {
        var notes = Phrases(form.Words, "words", LongestNotes, ['\n'], errors);
        var stay = new ConceptWishes(Concepts(form.Concept), notes);
        var not = Split(form.Not);
        var must = Split(form.Must);
        not = not.Union(_refusals.Of(Phrases(form.NotWords, "notwords", LongestWords, [',', ';', '\n'], errors)));

        // "No trekking, please" in the notes is a wish against trekking, from the moment it is written; the notes themselves stay as they are.
        var said = OwnWords.Read([string.Join(". ", notes)], phrase => reader.Read(phrase, language, Today).Wishes);
        return wishes =>
        {
            var answered = wishes with { Accommodation = stay, Exclusions = not, Essentials = must };
            return notes.SequenceEqual(wishes.Accommodation.Phrases) ? answered : said.AddTo(answered);
        };
    }

    private ConceptWishes Split(List<string> keys) => new(
        Concepts(keys),
        [.. keys.Where(key => key.StartsWith("text:", StringComparison.Ordinal) && key.Length is > 5 and <= 5 + LongestWords).Select(key => key[5..]).Distinct().Take(MostChoices)]);

    private IReadOnlyList<string> Concepts(List<string> ids) => [.. ids.Distinct().Where(id => lexicon.Find(id) is not null).Take(MostChoices)];

    private static IReadOnlyList<string> Phrases(string? typed, string field, int longest, char[] separators, List<FieldError> errors)
    {
        if (typed?.Trim() is not { Length: > 0 } text)
        {
            return [];
        }

        if (text.Length > longest)
        {
            errors.Add(new(field, "Please keep it under {0} characters; now it is {1}.", longest, text.Length));
            return [];
        }

        return [.. text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
    }
}
