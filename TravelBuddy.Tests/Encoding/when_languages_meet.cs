using System.Numerics.Tensors;
using TravelBuddy.Tests.Interests;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Encoding;

/// <summary>
/// How near English wishes and Vietnamese packages come, and the reverse: the wish as the reader reads it, the package as the encoder encodes it, and the mean over
/// all that was wished, without what the unknown is worth. The figures asserted are what was measured, less a small margin; docs/decisions names them.
/// </summary>
public sealed class when_languages_meet(ITestOutputHelper output)
{
    private static readonly Criterion[] Language = [Criterion.Transportation, Criterion.Food, Criterion.Activities, Criterion.Accommodation];
    private static readonly WishReader Reader = new(Repository.Gazetteer, Repository.Lexicon, Repository.Roles);

    [Fact]
    public void every_label_is_read_as_its_concept_in_either_language()
    {
        var unread = Repository.Lexicon.Concepts
            .SelectMany(concept => new[] { concept.Label("en"), concept.Label("vi") }.Select(label => (concept.Id, Label: label)))
            .Where(entry => !Repository.Lexicon.FindIn(entry.Label).Any(match => match.Value.Id == entry.Id && match.Start == 0 && match.End == entry.Label.Length))
            .Select(entry => $"{entry.Id}: {entry.Label}");
        unread.ShouldBeEmpty();
    }

    [Fact]
    public void each_concept_in_one_language_finds_itself_in_the_other_and_not_its_like()
    {
        var same = new List<double>();
        var others = new List<double>();
        foreach (var criterion in Language)
        {
            var concepts = Repository.Lexicon.Concepts.Where(concept => PackageConcepts.CriterionOf(concept.Kind) == criterion).OrderBy(concept => concept.Id, StringComparer.Ordinal).ToList();
            var wishes = concepts.Select(concept => Block(new Wishes { Activities = new ConceptWishes([concept.Id], []) }, criterion)).ToList();
            for (var i = 0; i < concepts.Count; i++)
            {
                var package = Block(Telling(concepts[i].Label("vi"), criterion), criterion);
                same.Add(TensorPrimitives.Dot<float>(wishes[i], package));
                others.AddRange(Enumerable.Range(1, 5).Select(step => (i + step * concepts.Count / 6) % concepts.Count)
                    .Where(j => !Akin(concepts[i], concepts[j])).Select(j => (double)TensorPrimitives.Dot<float>(wishes[j], package)));
            }
        }

        Report("same concept", same);
        Report("other concept", others);
        Quantile(same, .5).ShouldBeGreaterThan(.9);
        Quantile(same, .05).ShouldBeGreaterThan(.9);
        Quantile(others, .5).ShouldBeInRange(-.02, .02);
        Quantile(others, .95).ShouldBeLessThan(.15);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void phrases_of_one_meaning_are_near_and_others_far(bool englishWish)
    {
        var pairs = PhrasePairs.All;
        var same = new List<double>();
        var others = new List<double>();
        for (var i = 0; i < pairs.Count; i++)
        {
            same.Add(Near(i, i));
            others.Add(Near(i, (i + pairs.Count / 2 + 1) % pairs.Count));
        }

        pairs.Count.ShouldBeGreaterThanOrEqualTo(100);
        output.WriteLine(string.Join('\n', pairs.Select((pair, i) => $"{same[i]:F2} {others[i]:F2} {pair.English} = {pair.Vietnamese}").Where((_, i) => same[i] < .6 || others[i] > .3)));
        Report("same meaning", same);
        Report("another meaning", others);
        Quantile(same, .5).ShouldBeGreaterThan(.9);
        Quantile(same, .05).ShouldBeGreaterThan(.4);
        Quantile(others, .5).ShouldBeInRange(-.02, .02);
        Quantile(others, .95).ShouldBeLessThan(.05);

        double Near(int wish, int package) => englishWish
            ? Similarity(pairs[wish].English, "en", pairs[package].Vietnamese)
            : Similarity(pairs[wish].Vietnamese, "vi", pairs[package].English);
    }

    /// <summary>The mean over what a text wishes for of how well a package that says another text in the field concerned answers it.</summary>
    private static double Similarity(string wish, string language, string told)
    {
        var wishes = Repository.Encoder.Encode(Reader.Read(wish, language, SlotAccuracy.Today).Wishes);
        double[] each = [.. Language.SelectMany(criterion =>
        {
            var package = Block(Telling(told, criterion), criterion);
            return wishes.Alternatives[(int)criterion].Select(alternative => (double)TensorPrimitives.Dot<float>(alternative.AsSpan(..^1), package.AsSpan(..^1)));
        })];
        return each.Length == 0 ? 0 : each.Average();
    }

    private static float[] Block(Wishes wishes, Criterion criterion) => Repository.Encoder.Encode(wishes).Alternatives[(int)criterion][0];

    private static float[] Block(TourPackage package, Criterion criterion)
    {
        var block = VectorLayout.Blocks[(int)criterion];
        return Repository.Encoder.Encode(package).AsSpan(block.Offset, block.Length).ToArray();
    }

    private static TourPackage Telling(string words, Criterion criterion) => criterion switch
    {
        Criterion.Transportation => Encoding.Similarity.Package("") with { Transportation = [words] },
        Criterion.Food => Encoding.Similarity.Package("") with { Food = [words] },
        Criterion.Activities => Encoding.Similarity.Package("") with { Activities = [words] },
        _ => Encoding.Similarity.Package("") with { Notes = words },
    };

    private static bool Akin(Web.Language.Concept one, Web.Language.Concept other) =>
        one.Broader.Concat(one.Related).Append(one.Id).Intersect(other.Broader.Concat(other.Related).Append(other.Id)).Any();

    private void Report(string what, List<double> values) =>
        output.WriteLine($"{what}: {values.Count}, 5 % {Quantile(values, .05):F3}, median {Quantile(values, .5):F3}, 95 % {Quantile(values, .95):F3}");

    private static double Quantile(List<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Round((sorted.Count - 1) * share)];
    }
}
