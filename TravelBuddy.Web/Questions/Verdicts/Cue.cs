using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Questions.Verdicts;

/// <summary>Words looked for with their accents, or without where Vietnamese has none: "không có" in "khong co". Words that mean something else without them are given as <paramref name="accented"/> only.</summary>
internal sealed class Cue(string words, string? accented = null)
{
    private readonly Regex _accented = Of(accented is null ? words : $"{words}|{accented}");
    private readonly Regex _plain = Of(TextFolding.FoldNormalized(TextFolding.Normalize(words)));

    /// <summary>Whether words of a <see cref="MaskedSentence"/> say it.</summary>
    public bool In(SpeltWords words) => (words.IsPlain ? _plain : _accented).IsMatch(words.Text);

    private static Regex Of(string words) => new($@"(?<![\w@])(?:{TextFolding.Normalize(words)})(?![\w@])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
}

/// <summary>Small letters with one space between; plain where Vietnamese is written without its accents.</summary>
internal readonly record struct SpeltWords(string Text, bool IsPlain);
