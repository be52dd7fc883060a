namespace TravelBuddy.Web.Interests.Reading.Model;

/// <summary>Looks up in a text what a model says it quoted; what stands nowhere, or where something else was understood already, does not count.</summary>
internal sealed class Quotations(string text, IReadOnlyList<Extraction> understood)
{
    private const int Longest = 120;

    private readonly FoldedText _text = new(text);
    private readonly List<Extraction> _taken = [];

    /// <summary>What was taken so far, with its spans.</summary>
    public IReadOnlyList<Extraction> Taken => _taken;

    /// <summary>The words as they stand in the text, with their half-open span; null if they do not stand there as whole words, or mean something else already.</summary>
    public Found<string>? Find(string? words)
    {
        if (words is null || new FoldedText(words).Folded.Trim() is not { Length: > 0 and <= Longest } sought || !sought.Any(char.IsLetterOrDigit))
        {
            return null;
        }

        for (var at = _text.Folded.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = _text.Folded.IndexOf(sought, at + 1, StringComparison.Ordinal))
        {
            var end = at + sought.Length;
            var (from, to) = _text.Span(at, sought.Length);
            var whole = (at == 0 || !char.IsLetterOrDigit(_text.Folded[at - 1]) || !char.IsLetterOrDigit(sought[0])) && (end == _text.Folded.Length || !char.IsLetterOrDigit(_text.Folded[end]) || !char.IsLetterOrDigit(sought[^1]));
            if (whole && !understood.Concat(_taken).Any(extraction => extraction.Start < to && from < extraction.End))
            {
                return new Found<string>(text[from..to], from, to);
            }
        }

        return null;
    }

    /// <summary>Whether the words hold a figure or stand for one, as an amount must.</summary>
    public bool HasFigure(string? words) => Find(words) is { } quote && (quote.Value.Any(char.IsAsciiDigit) || quote.Value.Contains(' '));

    /// <summary>Takes the words for a slot; false if they are not there to take.</summary>
    public bool Take(string slot, string? words, string value)
    {
        if (Find(words) is not { } quote)
        {
            return false;
        }

        _taken.Add(new Extraction(slot, value, quote.Start, quote.End));
        return true;
    }

    /// <summary>Takes the same words once more, for a second concept they name.</summary>
    public void TakeAlso(string slot, Found<string> quote, string value) => _taken.Add(new Extraction(slot, value, quote.Start, quote.End));
}
