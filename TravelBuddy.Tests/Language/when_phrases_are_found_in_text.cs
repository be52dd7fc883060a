using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Tests.Language;

public sealed class when_phrases_are_found_in_text
{
    private static readonly string[] Between = [" ", " ", " ", ", ", ". ", " - ", ".", "\n", " và "];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void the_same_come_as_by_comparing_every_run_of_words_with_every_phrase(int seed)
    {
        var random = new Random(seed);
        var forms = Repository.Lexicon.Concepts.SelectMany(concept => concept.En.Concat(concept.Vi)).Concat(Repository.Gazetteer.Places.Select(place => place.Name))
            .Where(form => form.Any(char.IsLetter)).Distinct().OrderBy(_ => random.Next()).Take(400).Select(form => (Phrase: form, SingleFolds: random.Next(2) == 0)).ToList();
        var index = new PhraseIndex<string>();
        foreach (var (phrase, singleFolds) in forms)
        {
            index.Add(phrase, phrase, singleFolds);
        }

        var reference = new PhraseSearchReference(forms);
        for (var text = 0; text < 60; text++)
        {
            var words = Enumerable.Range(0, random.Next(1, 9)).Select(_ => Disguised(random, forms[random.Next(forms.Count)].Phrase));
            var written = string.Concat(words.Select(word => word + Between[random.Next(Between.Length)]));
            index.FindIn(written).ShouldBe(reference.FindIn(written), written);
        }
    }

    /// <summary>A phrase as it is, without diacritics, in capitals, decomposed, or only its first word.</summary>
    private static string Disguised(Random random, string phrase) => random.Next(6) switch
    {
        0 => TextFolding.Fold(phrase),
        1 => phrase.ToUpperInvariant(),
        2 => phrase.Normalize(System.Text.NormalizationForm.FormD),
        3 => phrase.Split(' ')[0],
        _ => phrase,
    };
}
