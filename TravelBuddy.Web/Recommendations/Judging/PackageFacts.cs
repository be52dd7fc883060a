using System.Collections.Frozen;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>What adjusting, diversifying and explaining need to know of a package, read from it once.</summary>
public sealed record PackageFacts
{
    public required TourPackage Package { get; init; }
    public required IReadOnlyList<VisitedPlace> Places { get; init; }
    public required Place? Start { get; init; }

    /// <summary>Concepts the package has, the broader ones included, with the strength they are told with.</summary>
    public required FrozenDictionary<string, double> Concepts { get; init; }

    public required FrozenSet<string> Denies { get; init; }

    /// <summary>Of diets and allergies in general, those it speaks of by that name.</summary>
    public IReadOnlyList<string> DietsInGeneral { get; init; } = [];

    /// <summary>Of the concepts, those it offers without saying so.</summary>
    public IReadOnlySet<string> Unsaid { get; init; } = new HashSet<string>();

    /// <summary>Concepts of the kinds of places it goes to (a cave, an island), as strong as they are told; read from its texts when somebody first refuses such a thing.</summary>
    public Lazy<IReadOnlyDictionary<string, double>> KindsOfPlaces { get; init; } = new(new Dictionary<string, double>());

    /// <summary>Concepts that the title names, the broader ones included.</summary>
    public required FrozenSet<string> TitleConcepts { get; init; }

    /// <summary>Concepts of those it is made for; empty for a tour for anyone.</summary>
    public required IReadOnlyDictionary<string, MadeFor> MadeFor { get; init; }

    /// <summary>Where it is made for people of one diet, that and those it is a kind of; empty for others.</summary>
    public IReadOnlySet<string> DietsMadeFor { get; init; } = new HashSet<string>();

    /// <summary>Concepts that its own texts name, without the broader ones.</summary>
    public IReadOnlySet<string> Named { get; init; } = new HashSet<string>();

    /// <summary>Concepts that a place it visits has or is, whatever its texts say, each with the id of that place; worked out when somebody first asks for one that is not told.</summary>
    public Lazy<IReadOnlyDictionary<string, string>> ThingsOfPlaces { get; init; } = new(new Dictionary<string, string>());

    /// <summary>What whoever takes part has to be or to have.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>Whether one is up before the sun on it, by the hours that it names.</summary>
    public bool IsEarly { get; init; }

    /// <summary>What there is to climb by its own numbers; null where it names none.</summary>
    public Climb? Climb { get; init; }

    /// <summary>The place it goes to with the most steps, where those are known and its texts do not leave them out; null where there is none.</summary>
    public Stairs? Stairs { get; init; }

    /// <summary>Of the diets, beds and amenities it has, those it has only in part; the broader ones included where all of a kind are.</summary>
    public IReadOnlyDictionary<string, Reservation> Reserved { get; init; } = new Dictionary<string, Reservation>();

    /// <summary>Whom it takes by age.</summary>
    public Admission Admission { get; init; }

    /// <summary>All its texts without diacritics, one space between words and around, for looking up a traveller's own words.</summary>
    public required string FoldedText { get; init; }

    /// <summary>Its words, those of the title twice.</summary>
    public required TextTerms Terms { get; init; }

    /// <summary>Equal for departures of one trip: provider, places and days.</summary>
    public required string Trip { get; init; }

    /// <summary>The title without numbers, for departures that differ in a stop.</summary>
    public required string TitleStem { get; init; }

    /// <summary>It says neither where it goes nor how long it takes nor what it costs.</summary>
    public bool TellsNothing => Places.Count == 0 && Package.DurationDays is null && Package.Price is null;

    public static PackageFacts Of(TourPackage package, Gazetteer gazetteer, Lexicon lexicon)
    {
        var places = PackagePlaces.Of(package, gazetteer);
        var concepts = PackageConcepts.Of(package, lexicon, gazetteer);
        var stated = WithBroader(concepts.Has, lexicon);
        var title = Tokenizer.Tokens(package.Title).Select(token => token.Folded).ToList();
        var words = title.Where(word => !word.Any(char.IsDigit));
        var text = Fold(package);
        var madeFor = Audience.Of(package, concepts.Has, lexicon);
        return new PackageFacts
        {
            Package = package,
            Places = places,
            Start = package.Start is null ? null : PackagePlaces.Resolve(package.Start, gazetteer).FirstOrDefault(),
            Concepts = concepts.Implied.Concat(stated).GroupBy(pair => pair.Key, pair => pair.Value).ToFrozenDictionary(told => told.Key, told => told.Max(), StringComparer.Ordinal),
            Denies = concepts.Denies.ToFrozenSet(StringComparer.Ordinal),
            DietsInGeneral = [.. WishedThing.AnyDiet.Where(concepts.Has.ContainsKey)],
            Unsaid = concepts.Implied.Keys.Where(id => !stated.ContainsKey(id)).ToHashSet(StringComparer.Ordinal),
            KindsOfPlaces = new(() => PlaceKinds.Of(package, places, gazetteer)),
            TitleConcepts = lexicon.WithBroader(lexicon.FindIn(package.Title).Select(match => match.Value.Id)).ToFrozenSet(StringComparer.Ordinal),
            MadeFor = madeFor,
            DietsMadeFor = WishedConcepts.KindsOfDiet(madeFor.Keys, lexicon),
            Named = concepts.Has.Keys.ToHashSet(StringComparer.Ordinal),
            ThingsOfPlaces = new(() => PlaceThings.Of(places, concepts.Denies, gazetteer, lexicon)),
            Conditions = Judging.Conditions.Of(package),
            IsEarly = EarlyHours.In(package),
            Climb = Climb.Of(package),
            Stairs = Judging.Stairs.Of(package, places, gazetteer),
            Reserved = WithBroader(concepts, lexicon),
            Admission = Admission.Of(package),
            FoldedText = text,
            Terms = TextTerms.Of([.. title, .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)]),
            Trip = $"{package.ProviderId}|{package.DurationDays}|{string.Join(',', places.Select(place => place.Place?.Id ?? TextFolding.Fold(place.Text)).Order(StringComparer.Ordinal))}",
            TitleStem = $"{package.ProviderId}|{string.Join(' ', words)}",
        };
    }

    private static Dictionary<string, double> WithBroader(IReadOnlyDictionary<string, double> has, Lexicon lexicon)
    {
        var all = new Dictionary<string, double>(has, StringComparer.Ordinal);
        var open = new Stack<string>(has.Keys);
        while (open.TryPop(out var id))
        {
            foreach (var broader in lexicon.Find(id)?.Broader ?? [])
            {
                if (all[id] > all.GetValueOrDefault(broader))
                {
                    all[broader] = all[id];
                    open.Push(broader);
                }
            }
        }

        return all;
    }

    private static Dictionary<string, Reservation> WithBroader(PackageConcepts concepts, Lexicon lexicon)
    {
        var plain = lexicon.WithBroader(concepts.Has.Keys.Where(id => !concepts.Reserved.ContainsKey(id)));
        return concepts.Reserved
            .SelectMany(pair => lexicon.WithBroader([pair.Key]).Where(id => id == pair.Key || !plain.Contains(id)), (pair, id) => (Id: id, pair.Value))
            .DistinctBy(reserved => reserved.Id)
            .ToDictionary(reserved => reserved.Id, reserved => reserved.Value, StringComparer.Ordinal);
    }

    private static string Fold(TourPackage package)
    {
        string?[] texts =
        [
            package.Title, package.Description, .. package.Locations.Select(place => place.Text), .. package.Transportation, .. package.Food, .. package.Activities,
            package.Accommodation, package.Notes, .. package.Itinerary, .. package.Includes,
        ];
        return $" {string.Join(' ', texts.OfType<string>().SelectMany(Tokenizer.Tokens).Select(token => token.Folded))} ";
    }
}
