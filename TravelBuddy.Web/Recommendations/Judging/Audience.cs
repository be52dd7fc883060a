using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>For whom a tour is made, by its title and what its texts call those it is for, and whether travellers are among them.</summary>
public static partial class Audience
{
    private static readonly HashSet<string> Companies = new(StringComparer.Ordinal) { "company", "mice", "team-building" };

    /// <summary>At their price others may go, too, and find dormitories.</summary>
    private const string Students = "students";

    /// <summary>Counts wherever it is said, not in titles alone.</summary>
    private const string WomenOnly = "women-only";

    /// <summary>Ids of the concepts of those a tour is made for. "Kids welcome", "women-led" and "vegetarian options" are told in passing, and so is most of what a description says of people.</summary>
    /// <param name="package">The tour.</param>
    /// <param name="has">Concepts of the package, with the strength they are told with.</param>
    public static IReadOnlyDictionary<string, MadeFor> Of(TourPackage package, IReadOnlyDictionary<string, double> has, Lexicon lexicon)
    {
        if (has.ContainsKey(WomenOnly))
        {
            return new Dictionary<string, MadeFor>(StringComparer.Ordinal) { [WomenOnly] = MadeFor.Only };
        }

        var made = In(package.Title, lexicon).Select(match => match.Value)
            .Concat(new[] { package.Description, package.Notes }.SelectMany(Sentences.Of).Where(sentence => !OfSome().IsMatch(sentence)).SelectMany(sentence => In(sentence, lexicon).Where(match => IsWhomItIsFor(sentence, match)).Select(match => match.Value)))
            .Distinct()
            .ToDictionary(concept => concept.Id, concept => concept.MadeFor!.Value, StringComparer.Ordinal);
        return made.Keys.All(id => id == Students) && ForStudents().IsMatch(package.Title) ? new Dictionary<string, MadeFor>(StringComparer.Ordinal) { [Students] = MadeFor.Mainly } : made;
    }

    private static IEnumerable<PhraseMatch<Concept>> In(string text, Lexicon lexicon) =>
        lexicon.FindIn(text).Where(match => match.Value.MadeFor is not null && !Aside().IsMatch(text[match.End..]));

    /// <summary>"For families and friends" leaves out nobody.</summary>
    private static bool IsWhomItIsFor(string sentence, PhraseMatch<Concept> match) =>
        ForWhom().IsMatch(sentence[..match.Start]) && !AndOthers().IsMatch(sentence[match.End..]);

    /// <summary>Whether it was said who travels.</summary>
    public static bool IsTold(Interests.Wishes wishes, Lexicon lexicon) =>
        wishes.Party is not null || Said(wishes).Select(lexicon.Find).Any(concept => concept?.Kind == ConceptKind.Traveller || concept is { MadeFor: not null, Kind: not ConceptKind.Diet });

    /// <summary>Ids of the concepts of people that were named as travelling, and the broader ones of those.</summary>
    public static IReadOnlySet<string> Told(Interests.Wishes wishes, Lexicon lexicon)
    {
        var told = Said(wishes).Where(id => lexicon.Find(id)?.Kind == ConceptKind.Traveller).ToHashSet(StringComparer.Ordinal);
        told.UnionWith(told.SelectMany(id => lexicon.Find(id)!.Broader).ToList());
        return told;
    }

    /// <summary>Ids of the concepts of those who travel, with what is as good for them; empty if nothing is known of them.</summary>
    public static IReadOnlySet<string> Of(Interests.Wishes wishes, Lexicon lexicon, ConceptKin kin)
    {
        var who = Said(wishes)
            .Select(lexicon.Find)
            .OfType<Concept>()
            .Where(concept => concept.Kind is ConceptKind.Traveller or ConceptKind.Theme || concept.MadeFor is not null)
            .Select(concept => concept.Id)
            .ToHashSet(StringComparer.Ordinal);

        if (wishes.Party is { } party)
        {
            who.UnionWith(party switch
            {
                { Children: > 0 } => ["family-with-kids"],
                { Adults: 1 } => ["solo"],
                { Adults: 2 } => ["couple"],
                _ => Array.Empty<string>(),
            });
        }

        who.UnionWith(who.Contains("women") || who.Contains("solo-woman") ? [WomenOnly] : []);

        // What is cooked for vegans does for vegetarians.
        var diets = Said(wishes).Where(id => lexicon.Find(id)?.Kind == ConceptKind.Diet).ToHashSet(StringComparer.Ordinal);
        who.UnionWith(diets.Count == 0 ? [] : lexicon.Concepts.Where(concept => concept.Kind == ConceptKind.Diet && concept.Broader.Any(diets.Contains)).Select(concept => concept.Id));
        foreach (var id in who.ToList())
        {
            who.UnionWith(kin.Of(id));
            who.UnionWith(lexicon.Find(id)?.Broader ?? []);
        }

        return who;
    }

    /// <summary>Whether a tour is made for others than those who travel; where it was not said who they are, for people who would have told.</summary>
    public static bool IsOfOthers(IReadOnlyDictionary<string, MadeFor> madeFor, IReadOnlySet<string> travellers, bool told) =>
        madeFor.Count > 0 && !madeFor.Keys.Any(travellers.Contains) && (told || madeFor.Values.All(only => only == MadeFor.Only));

    /// <summary>Whether a tour is sold to companies alone.</summary>
    public static bool IsOfCompanies(IReadOnlyDictionary<string, MadeFor> madeFor) => madeFor.Count > 0 && madeFor.Keys.All(Companies.Contains);

    private static IEnumerable<string> Said(Interests.Wishes wishes) =>
        wishes.Accommodation.Concepts.Concat(wishes.Activities.Concepts).Concat(wishes.Food.Concepts).Concat(wishes.Essentials.Concepts);

    [GeneratedRegex(@"\bgiá sinh viên\b|\bstudent (?:price|rate|budget)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForStudents();

    // "Áo phao dành cho trẻ em", "for children under 5 there is no charge".
    [GeneratedRegex(@"\b(?:free|no charge|under \d|discount|life ?jackets?|child seats?|miễn phí|dưới \d|giảm|áo phao|ghế)\b|\d ?(?:đ|₫|k|usd|vnd|%)|[$€£]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfSome();

    [GeneratedRegex(@"(?:^|[.!?;:]\s)(?:only |especially |just )?for (?:the |[\p{L}]+[ -])?$|\b(?:built|made|designed|planned|meant|reserved|exclusively|only|trip|tour|workshop|programme|camp) for (?:[\p{L}]+[ -])?$|\bdành (?:riêng )?cho (?:[\p{L}]+ ){0,2}$|\bcho (?:nhà|gia đình)(?: có)? $", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForWhom();

    [GeneratedRegex(@"^,? (?:and|or|và|hoặc|hay|với)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AndOthers();

    [GeneratedRegex(@"^[\s-]*(welcome|options?\b|on request|(led|driven|run|owned|guided)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Aside();
}
