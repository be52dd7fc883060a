using System.Buffers;

namespace TravelBuddy.Web.Hosting;

/// <summary>
/// What counts as text here: no control characters but line breaks and tabs. PostgreSQL stores no NUL, and nobody types the others. Forms and the
/// API refuse a text that is not plain; a chat message, which nobody can be asked to send again, is stripped.
/// </summary>
public static class PlainText
{
    private static readonly SearchValues<char> Control =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r'))]);

    public static bool Is(string? text) => !text.AsSpan().ContainsAny(Control);

    public static string Of(string text) => Is(text) ? text : string.Concat(text.Where(c => !Control.Contains(c)));
}
