using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Reasons;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>A tour to compare, with its number in the list.</summary>
public sealed record ComparedTour(TourPackage Package, RankedPackage Ranked, int Rank);

/// <summary>Two tours side by side: the same rows for both, so that one can decide. What one does not say is said to be so, unless nothing speaks against it; what both have is told once. What somebody must have, and what they eat where a diet was asked for, is never cut.</summary>
public sealed class ComparisonWords(TourWords words, TourTerms terms, Lexicon lexicon, TimeProvider time)
{
    private const int LongestValue = 70;
    private const int LongestNote = 150;
    private const int LongestNeed = 200;
    private const int LongestDiet = 90;
    private const int MostThings = 4;
    private const int MostFoods = 6;
    private const int MostNotes = 2;

    public async Task<string> OfAsync(RecommendationList list, ComparedTour one, ComparedTour other, PartyWish? party, string language, CancellationToken ct)
    {
        var guides = new Dictionary<int, string?> { [one.Rank] = await words.SpokenAsync(one.Package, language, ct), [other.Rank] = await words.SpokenAsync(other.Package, language, ct) };
        var children = new Dictionary<int, string?> { [one.Rank] = await ChildrenAsync(one, party, language, ct), [other.Rank] = await ChildrenAsync(other, party, language, ct) };
        var lines = new FittedLines().Add(TourWords.Title(one.Package, one.Rank, 80)).Add(TourWords.Title(other.Package, other.Rank, 80)).Add("");
        Row("💰", Phrases.ComparePrice, tour => TourWords.NotOffered(tour.Package, language) ?? words.Price(tour.Package, list.Currency, language), 0);
        Row("🗓", Phrases.CompareDays, tour => TourWords.Length(tour.Package, language), 0);
        Row("📍", Phrases.ComparePlaces, tour => words.Places(tour.Package, language), 2);
        Row("🚩", Phrases.CompareStart, tour => words.StartPlace(tour.Package, language), 5);
        var today = time.TodayInVietNam();
        if (Season.Of(one.Package, today, language) is not null || Season.Of(other.Package, today, language) is not null)
        {
            Row("📅", Phrases.CompareSeason, tour => Season.Of(tour.Package, today, language) ?? Phrases.CompareFromNow.In(language), 4);
        }

        Row("🚌", Phrases.CompareTransport, tour => Things(tour.Package, string.Join(", ", tour.Package.Transportation), language, ConceptKind.Transport), 7);
        var diets = new[] { one, other }.Any(tour => NamesDiet(tour.Ranked));
        Row("🍽", Phrases.CompareFood, tour => Foods(tour.Package, language, diets), diets ? 0 : 6, diets ? LongestDiet : LongestValue);
        if (one.Package.DurationDays > 1 || other.Package.DurationDays > 1)
        {
            Row("🛏", Phrases.CompareStay, tour => Things(tour.Package, tour.Package.Accommodation ?? "", language, ConceptKind.Lodging, ConceptKind.Amenity), 3);
        }

        if (one.Package.Language != language || other.Package.Language != language)
        {
            Row("🌐", Phrases.CompareLanguage, tour => guides[tour.Rank], 1);
        }

        if (party is { Children: > 0 } && children.Values.Any(told => told is not null) || party is null && children[one.Rank] != children[other.Rank])
        {
            Row("🧒", Phrases.CompareChildren, tour => children[tour.Rank], party is null ? 6 : 1, LongestNote);
        }

        Noted(Phrases.CompareMissing);
        return lines.Within(Limits.InteractiveBody);

        void Row(string mark, Phrase name, Func<ComparedTour, string?> value, int spare, int longest = LongestValue)
        {
            var (first, second) = (value(one), value(other));
            var title = $"{mark} {name.In(language)}:";
            lines.Add(first != second ? $"{title}\n  *Tour {one.Rank}:* {Shown(first)}\n  *Tour {other.Rank}:* {Shown(second)}" : title + " " + (first is null ? Shown(null) : Phrases.CompareSame.In(language, Shown(first))), spare);

            string Shown(string? value) => value is null ? Phrases.CompareUnsaid.In(language) : Limits.Line(value, longest);
        }

        // Of a tour against which nothing speaks nothing is said.
        void Noted(Phrase name)
        {
            var noted = new[] { one, other }.Select(tour => (tour.Rank, Notes: Notes(tour, list.Currency, language))).Where(tour => tour.Notes is not null).ToList();
            var title = $"⚠ {name.In(language)}:";
            lines.Add(noted.Count == 0 ? null : noted is [var (_, first), var (_, second)] && first == second ? $"{title} {Phrases.CompareSame.In(language, first!)}"
                : string.Join('\n', noted.Select(tour => $"  *Tour {tour.Rank}:* {tour.Notes}").Prepend(title)));
        }
    }

    /// <summary>From which age a tour takes children, where no note says that, and what they pay.</summary>
    private async Task<string?> ChildrenAsync(ComparedTour tour, PartyWish? party, string language, CancellationToken ct)
    {
        var ages = tour.Ranked.Reasons.Any(reason => reason.Code == ReasonCodes.NotAdmitted) ? null : await terms.AgesAsync(tour.Package, party, language, ct);
        var told = new[] { ages, HardFacts.ChildrensPrices(tour.Package, language) }.OfType<string>().ToList();
        return told.Count == 0 ? null : string.Join("; ", told);
    }

    private string? Things(TourPackage package, string text, string language, params ConceptKind[] kinds) => text.Length == 0 ? null : words.Known(package, text, language, MostThings, kinds);

    /// <summary>What one eats; where a diet was asked for, what it says of diets first.</summary>
    private string? Foods(TourPackage package, string language, bool diets)
    {
        if (package.Food.Count == 0)
        {
            return null;
        }

        var foods = diets ? package.Food.OrderByDescending(food => lexicon.FindIn(food).Any(match => match.Value.Kind == ConceptKind.Diet)) : package.Food.AsEnumerable();
        return words.Known(package, string.Join(", ", foods), language, diets ? MostFoods : MostThings, ConceptKind.Food, ConceptKind.Diet);
    }

    /// <summary>Whether something is said of a tour about a diet or an allergy, as it is of all where one was asked for.</summary>
    private bool NamesDiet(RankedPackage ranked) =>
        ranked.Reasons.Any(reason => reason.Code is not (ReasonCodes.MadeForOthers or ReasonCodes.MadeForSome) && reason.Arguments.Any(argument => lexicon.Find(argument)?.Kind == ConceptKind.Diet));

    /// <summary>What speaks against a tour, as its card says it, what has to be known before booking first: the first whole, another only where there is room for it.</summary>
    private string? Notes(ComparedTour tour, string currency, string language)
    {
        var notes = Shortfalls.Of(tour.Ranked).Take(MostNotes).Select(reason => words.Sentence(reason, tour.Package, currency, language)).ToList();
        return notes.Count == 0 ? null : Limits.Line(notes.Aggregate((told, more) => told.Length + more.Length < LongestNote ? $"{told}; {more}" : told), LongestNeed);
    }
}
