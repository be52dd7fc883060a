using System.Text;
using System.Text.RegularExpressions;

namespace TravelBuddy.Tests.Language;

/// <summary>Shape of the file: what any reader of it may take for granted.</summary>
public sealed partial class when_the_lexicon_is_written_down
{
    /// <summary>Fewer than this and the chips of that wizard step, or that encoder block, would be thin.</summary>
    public static TheoryData<string, int> Breadth => new()
    {
        { "transport", 80 },
        { "food", 160 },
        { "diet", 38 },
        { "activity", 210 },
        { "lodging", 65 },
        { "amenity", 125 },
        { "theme", 95 },
        { "traveller", 48 },
        { "difficulty", 24 },
        { "nature", 90 },
        { "culture", 95 },
    };

    [Fact]
    public void it_holds_at_least_a_thousand_concepts() => LexiconFile.Lines.Count.ShouldBeGreaterThanOrEqualTo(1000);

    [Theory]
    [MemberData(nameof(Breadth))]
    public void every_kind_is_broad(string kind, int atLeast) =>
        LexiconFile.Lines.Count(line => line.Kind == kind).ShouldBeGreaterThanOrEqualTo(atLeast);

    [Fact]
    public void there_is_no_other_kind()
    {
        var known = Breadth.Select(row => row.Data.Item1).ToHashSet();
        LexiconFile.Lines.Where(line => !known.Contains(line.Kind)).Select(line => $"{line.Id}: {line.Kind}").ShouldBeEmpty();
    }

    [Fact]
    public void ids_are_kebab_case_ascii() =>
        LexiconFile.Lines.Select(line => line.Id).Where(id => !KebabCase().IsMatch(id)).ShouldBeEmpty();

    [Fact]
    public void ids_are_unique_and_lines_are_sorted_by_them()
    {
        var ids = LexiconFile.Lines.Select(line => line.Id).ToList();
        ids.ShouldBe(ids.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void every_concept_has_words_in_both_languages() =>
        LexiconFile.Lines.Where(line => line.En.Count == 0 || line.Vi.Count == 0).Select(line => line.Id).ShouldBeEmpty();

    [Fact]
    public void every_line_is_composed_unicode() =>
        LexiconFile.RawLines.Where(line => !line.IsNormalized(NormalizationForm.FormC)).ShouldBeEmpty();

    [Fact]
    public void no_line_holds_the_icelandic_letter_that_looks_like_the_vietnamese_one() =>
        LexiconFile.RawLines.Where(line => line.Contains('\u00D0') || line.Contains('\u00F0')).ShouldBeEmpty();

    [Fact]
    public void forms_have_no_stray_spaces() =>
        LexiconFile.Lines.SelectMany(line => line.Forms)
            .Where(form => form.Length == 0 || form != form.Trim() || form.Contains("  ") || form.Contains('\t')).ShouldBeEmpty();

    [Fact]
    public void labels_fit_on_a_chip() =>
        LexiconFile.Lines.SelectMany(line => new[] { line.En[0], line.Vi[0], line.RefusedEn ?? "", line.RefusedVi ?? "" }).Where(label => label.Length > 30).ShouldBeEmpty();

    [Fact]
    public void what_is_called_otherwise_by_who_refuses_it_is_so_in_both_languages_and_by_its_own_forms() =>
        LexiconFile.Lines.Where(line => line.RefusedEn is not null || line.RefusedVi is not null)
            .Where(line => !line.En.Contains(line.RefusedEn) || !line.Vi.Contains(line.RefusedVi)).Select(line => line.Id).ShouldBeEmpty();

    [Fact]
    public void the_tone_sits_on_the_first_vowel_as_in_hoa_and_thuy() =>
        LexiconFile.Lines.SelectMany(line => line.Vi.Concat(line.ViExact ?? [])).Where(form => ToneOnSecondVowel().IsMatch(form)).ShouldBeEmpty();

    [Fact]
    public void an_extra_folded_form_is_what_one_of_its_vietnamese_forms_folds_to() =>
        LexiconFile.Lines
            .SelectMany(line => (line.ViFolded ?? []).Where(folded => !line.Vi.Select(LexiconFile.Fold).Contains(folded)))
            .ShouldBeEmpty();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();

    // "quý" and "quỳ" keep theirs: there the u belongs to the consonant.
    [GeneratedRegex(@"(o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex ToneOnSecondVowel();
}
