using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Api;

/// <summary>Turns the interchange form of wishes into resolved ones: names by gazetteer and lexicon, lengths and free text by the reader of wishes.</summary>
public sealed partial class PreferencesReader(Gazetteer gazetteer, Lexicon lexicon, ExchangeRates rates, IWishReader reader)
{
    private const int LongestPhrase = 80;
    private const double MostDays = 365;

    private static readonly HashSet<string> SmallWords = new(["the", "any", "some", "and", "near", "with", "nao", "hoac", "hay", "gan", "noi", "cho", "mot", "vung", "khu", "place", "somewhere"], StringComparer.Ordinal);

    private readonly Refusals _refusals = new(gazetteer, lexicon);

    /// <summary>The wishes; what cannot be used is added to the errors under its member's name. What is filled in wins over what the free text says; lists are joined.</summary>
    /// <param name="free">The free text as read already; else the rules read it.</param>
    public Wishes Read(Preferences preferences, DateOnly today, MemberErrors errors, WishReading? free = null)
    {
        free ??= preferences.FreeText is null ? null : reader.Read(preferences.FreeText, preferences.Language, today);
        var said = free?.Wishes ?? new Wishes();
        // Notes are read for what they say of the stay and the people, not for another place or length.
        var noted = preferences.Notes is null ? null : reader.Read(preferences.Notes, preferences.Language, today);
        var notes = noted?.Wishes ?? new Wishes();
        var budget = Budget(preferences.Budget, "budget", errors) ?? said.Budget;
        var kinds = new List<string>();
        var places = Places(preferences, kinds, errors);
        var durations = Durations(preferences, errors);
        var start = preferences.StartLocation is { } from ? Start(from, errors) : said.Start;
        WarnOfWhatWasSaid([.. places.Count > 0 ? [] : said.Places, .. start == said.Start && start is not null ? [start] : Array.Empty<PlaceWish>()], errors);
        WarnOfThePast(preferences.Dates, today, errors);
        WarnOfDaysThatAreNone(free?.NoSuchDays ?? [], errors);
        var dates = preferences.Dates is { } between && (between.From is not null || between.To is not null) ? new DatesWish(between.From, between.To) : said.Dates;
        return new Wishes
        {
            Language = preferences.Language ?? free?.Language ?? "en",
            Currency = budget?.Currency ?? "VND",
            Places = places.Count > 0 ? places : said.Places,
            Start = start,
            Durations = durations.Count > 0 ? durations : said.Durations,
            Dates = dates,
            Party = (preferences.Party is { } party ? new PartyWish(party.Adults ?? 1, party.Children ?? 0) : said.Party ?? notes.Party)
                ?.Aged(preferences.Party?.Ages ?? (free is { ChildAges.Count: > 0 } ? free.ChildAges : noted?.ChildAges ?? [])),
            Budget = budget,
            Transportation = Joined(Concepts(preferences.Transportation), said.Transportation, notes.Transportation),
            Food = Joined(Concepts(preferences.Food), said.Food, notes.Food),
            Activities = Joined(Concepts(preferences.Activities), Concepts(kinds), said.Activities, notes.Activities),
            Accommodation = Joined(Concepts(Sentences(preferences.Accommodation)), said.Accommodation, notes.Accommodation, PlainNotes(preferences.Notes, notes)),
            Exclusions = Joined(_refusals.Of(preferences.Exclusions ?? []), said.Exclusions, notes.Exclusions),
            Essentials = Joined(Concepts(preferences.Essentials), said.Essentials, notes.Essentials),
            Weights = Weights(preferences.Weights, errors),
        };
    }

    private PlaceWish? Start(string from, MemberErrors errors) => Resolve(from, "start_location", errors) switch
    {
        [var first, var other, ..] when Either().IsMatch(from) => EitherStart.Of(first, other, gazetteer),
        var named => named.FirstOrDefault(),
    };

    /// <param name="kinds">Takes what names no place but a kind of place: "a quiet beach".</param>
    private List<PlaceWish> Places(Preferences preferences, List<string> kinds, MemberErrors errors)
    {
        var places = new List<PlaceWish>();
        foreach (var (item, i) in (preferences.Locations ?? []).Select((item, i) => (item, i)))
        {
            if (item.ValueKind == JsonValueKind.String)
            {
                places.AddRange(Resolve(item.GetString()!, $"locations[{i}]", errors, kinds));
            }
            else if (item.ValueKind == JsonValueKind.Object)
            {
                var path = $"locations[{i}]";
                if (PreferencesParser.Text(item, "name", $"{path}.name", 300, errors) is not { } name)
                {
                    errors.Add($"{path}.name", "Should name a place.");
                    continue;
                }

                var priority = PreferencesParser.Member(item, "priority") switch
                {
                    null => 1,
                    { ValueKind: JsonValueKind.Number } value when value.TryGetDouble(out var given) && given is >= 0 and <= 10 => given,
                    _ => Refused(errors, $"{path}.priority", "Should be a number from 0 to 10; 1 is usual.", 1.0),
                };
                var budget = Budget(PreferencesParser.Budget(item, $"{path}.budget", errors), $"{path}.budget", errors, preferences.Budget?.Currency);
                var notes = PreferencesParser.Text(item, "notes", $"{path}.notes", 2_000, errors);
                places.AddRange(Resolve(name, $"{path}.name", errors, kinds).Select(place => place with { Priority = priority, Budget = budget, Notes = notes }));
            }
        }

        return [.. places.DistinctBy(place => place.PlaceId ?? place.Text)];
    }

    private static void WarnOfThePast(PreferredDates? dates, DateOnly today, MemberErrors errors)
    {
        if (dates is not null && (dates.To ?? dates.From) is { } last && last < today)
        {
            errors.Warn(dates.To is null ? "dates.from" : "dates.to", $"Is in the past; today is {today:yyyy-MM-dd}.");
        }
    }

    private static void WarnOfDaysThatAreNone(IReadOnlyList<NoSuchDay> days, MemberErrors errors)
    {
        if (days.Count > 0)
        {
            errors.Warn("free_text", $"Names a day that does not exist, so no date was taken from it: {NoSuchDay.In(days, "en")}.");
        }
    }

    private static void WarnOfWhatWasSaid(IEnumerable<PlaceWish> places, MemberErrors errors)
    {
        foreach (var text in places.Where(place => place.PlaceId is null).Select(place => place.Text).OfType<string>().Distinct())
        {
            errors.Warn("free_text", $"Seems to name a place that is not known here: {text}.");
        }
    }

    /// <summary>Whether a text that names no place consists of what a place can be, small words beside.</summary>
    private bool IsKind(string name)
    {
        var known = lexicon.FindIn(name);
        return known.Count > 0 && Tokenizer.Tokens(name).All(word => word.Folded.Length < 3 || SmallWords.Contains(word.Folded) || known.Any(match => match.Start <= word.Start && word.End <= match.End));
    }

    private IReadOnlyList<PlaceWish> Resolve(string name, string path, MemberErrors errors, List<string>? kinds = null)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return [];
        }

        if (gazetteer.Resolve(name) is { } whole)
        {
            return [new PlaceWish(whole.Id, null)];
        }

        var inside = gazetteer.FindIn(name).Select(match => match.Value.Id).Distinct().ToList();
        if (inside.Count == 0 && kinds is not null && IsKind(name))
        {
            kinds.Add(name);
            return [];
        }

        return inside.Count > 0 ? [.. inside.Select(id => new PlaceWish(id, null))]
            : gazetteer.ResolveMisspelt(name) is { } misspelt ? [new PlaceWish(misspelt.Id, null)]
            : Unknown(name.Trim(), path, errors);
    }

    private static IReadOnlyList<PlaceWish> Unknown(string name, string path, MemberErrors errors)
    {
        errors.Warn(path, "Names no place that is known here: only tours with the same name in their text can match it.");
        return [new PlaceWish(null, name)];
    }

    private List<DurationWish> Durations(Preferences preferences, MemberErrors errors)
    {
        var durations = new List<DurationWish>();
        foreach (var (item, i) in (preferences.Durations ?? []).Select((item, i) => (item, i)))
        {
            IReadOnlyList<DurationWish> read = item.ValueKind switch
            {
                JsonValueKind.Number => [Exactly(item.GetDouble())],
                JsonValueKind.String when double.TryParse(item.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var days) => [Exactly(days)],
                JsonValueKind.String => reader.ReadDurations(item.GetString()!, preferences.Language),
                _ => [],
            };
            if (read.Count == 0 || !read.All(length => length.MinDays > 0 && length.MaxDays <= MostDays))
            {
                errors.Add($"durations[{i}]", "Should be a number of days up to 365, or a text such as \"3 days 2 nights\" or \"3N2Đ\".");
            }
            else
            {
                durations.AddRange(read);
            }
        }

        return durations;
    }

    private static DurationWish Exactly(double days) => new(days, days);

    private BudgetWish? Budget(PreferredBudget? budget, string path, MemberErrors errors, string? usualCurrency = null)
    {
        if (budget is null || (budget.Min is null && budget.Max is null))
        {
            return null;
        }

        var currency = budget.Currency ?? usualCurrency ?? "VND";
        if (!rates.Knows(currency))
        {
            errors.Add($"{path}.currency", $"Is not known here; known are {string.Join(", ", rates.Currencies)}.");
            return null;
        }

        return new BudgetWish(budget.Min, budget.Max, currency, budget.Firm ?? false);
    }

    private ConceptWishes Concepts(IEnumerable<string>? texts)
    {
        var concepts = new List<string>();
        var phrases = new List<string>();
        foreach (var text in texts ?? [])
        {
            var found = lexicon.FindInEntry(text).Select(match => match.Value.Id).ToList();
            concepts.AddRange(found);
            if (found.Count == 0)
            {
                phrases.Add(text.Length > LongestPhrase ? text[..LongestPhrase] : text);
            }
        }

        return new ConceptWishes([.. concepts.Distinct()], [.. phrases.Distinct()]);
    }

    /// <summary>Notes of which the reader understood nothing still count as words.</summary>
    private ConceptWishes PlainNotes(string? text, Wishes understood) =>
        text is null || !understood.Accommodation.IsEmpty || !understood.Activities.IsEmpty || !understood.Food.IsEmpty || !understood.Transportation.IsEmpty
            || !understood.Exclusions.IsEmpty || !understood.Essentials.IsEmpty
            ? ConceptWishes.None
            : Concepts(Sentences(text));

    private static string[] Sentences(string? text) =>
        text?.Split(['.', ';', '\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(20).ToArray() ?? [];

    private static ConceptWishes Joined(params ReadOnlySpan<ConceptWishes> wishes)
    {
        var concepts = new List<string>();
        var phrases = new List<string>();
        foreach (var some in wishes)
        {
            concepts.AddRange(some.Concepts);
            phrases.AddRange(some.Phrases);
        }

        return new ConceptWishes([.. concepts.Distinct()], [.. phrases.Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    private static List<double>? Weights(IReadOnlyDictionary<string, double>? given, MemberErrors errors)
    {
        if (given is null || given.Count == 0)
        {
            return null;
        }

        var weights = PreferencesParser.WeightNames.Select((name, c) => given.TryGetValue(name, out var weight) ? weight : VectorLayout.DefaultWeights[c]).ToList();
        if (weights.All(weight => weight == 0))
        {
            errors.Add("weights", "At least one weight must be above 0.");
            return null;
        }

        return weights;
    }

    private static T Refused<T>(MemberErrors errors, string member, string message, T instead)
    {
        errors.Add(member, message);
        return instead;
    }

    [GeneratedRegex(@"/|\b(?:or|hoặc|hoac|hay)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Either();
}
