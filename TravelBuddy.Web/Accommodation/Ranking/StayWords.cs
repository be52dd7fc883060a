using System.Collections.Concurrent;
using System.Numerics.Tensors;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation.Ranking;

/// <summary>How far houses say what was wished for in words that no concept stands for: what they say of themselves is compared with those words by the built-in encoder, clause by clause, in the process.</summary>
public sealed partial class StayWords(PassageVectors vectors)
{
    /// <summary>So many clauses' vectors are kept, of 1.5 kB each.</summary>
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<string, float[]> _kept = new(StringComparer.Ordinal);

    /// <summary>What was found of earlier words for the houses near, and what they say of those of now: 0 to 1, by id.</summary>
    public IReadOnlyDictionary<string, double> Said(StayWishes wishes, IReadOnlyList<Stay> near)
    {
        var said = near.Where(stay => wishes.Said.ContainsKey(stay.Id)).ToDictionary(stay => stay.Id, stay => wishes.Said[stay.Id], StringComparer.Ordinal);
        if (wishes.Words.Count == 0)
        {
            return said;
        }

        // Words without diacritics are compared with what is written without them.
        var isPlain = wishes.Language == "vi" && !wishes.Words.Any(TextFolding.HasDiacritics);
        var clauses = near.SelectMany(stay => ClausesOf(stay, wishes.Language, isPlain).Select(clause => (stay.Id, Vector: VectorOf(clause)))).ToList();
        foreach (var asked in vectors.BuiltInOf(wishes.Words).Vectors)
        {
            var outliers = Outliers.Among([.. clauses.Select(clause => TensorPrimitives.CosineSimilarity<float>(asked, clause.Vector))]);
            foreach (var ((id, _), now) in clauses.Zip(outliers).Where(each => each.Second > 0))
            {
                said[id] = Math.Max(now, said.GetValueOrDefault(id));
            }
        }

        return said;
    }

    private float[] VectorOf(string clause)
    {
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        return _kept.GetOrAdd(clause, text => vectors.BuiltInOf([text]).Vectors[0]);
    }

    private static IEnumerable<string> ClausesOf(Stay stay, string language, bool isPlain) =>
        Ends().Split(stay.Words(language) ?? "").Where(clause => clause.Length > 0 && !Denial().IsMatch(clause)).Select(clause => isPlain ? TextFolding.Fold(clause) : clause);

    [GeneratedRegex(@"[.;:!?…\n]+\s*|,\s+")]
    private static partial Regex Ends();

    // What a clause denies is near to it in every encoder.
    [GeneratedRegex(@"\b(?:no|not|never|without|nobody|none|không|chưa|chẳng)\b|n['’]t\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denial();
}
