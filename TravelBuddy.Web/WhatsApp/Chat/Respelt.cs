using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Frequent commands as they are mistyped: "the frist one", "chepaer", "bok it". Asked only where nothing else was read.</summary>
public static class Respelt
{
    private const int LeastLetters = 5;

    private static readonly string[] Words =
        ["first", "second", "third", "fourth", "fifth", "cheaper", "cheapest", "shorter", "longer", "nearer", "closer", "compare", "details", "number", "similar", "another", "thanks", "phone", "option", "budget", "length", "english", "vietnamese"];

    private static readonly string[] Messages =
        ["book it", "book this", "book that", "book now", "thank you", "goodbye", "new trip", "the first", "call me", "cam on", "cam on nhe", "tam biet", "re hon", "xem them", "chi tiet", "dat luon", "chot luon", "dat tour", "cai dau", "cai dau tien", "so sanh", "ngan hon", "dai hon", "tro giup"];

    private static readonly HashSet<string> Known = [.. Words];
    private static readonly NearestNames<string> NearWords = Near(Words), NearMessages = Near(Messages);

    /// <summary>The text with what was mistyped put right; null if nothing was.</summary>
    public static string? Of(string text)
    {
        var tokens = Tokenizer.Tokens(text);
        var whole = string.Join(' ', tokens.Select(token => token.Folded));
        if (whole.Length >= LeastLetters && NearMessages.Find(whole) is { } message)
        {
            return message == whole ? null : message;
        }

        var right = tokens.Select(token => token.Folded.Length >= LeastLetters && !Known.Contains(token.Folded) && NearWords.Find(token.Folded) is { } word ? word : token.Normalized).ToList();
        return right.SequenceEqual(tokens.Select(token => token.Normalized)) ? null : string.Join(' ', right);
    }

    private static NearestNames<string> Near(string[] names)
    {
        var near = new NearestNames<string>();
        foreach (var name in names)
        {
            near.Add(name, name);
        }

        return near;
    }
}
