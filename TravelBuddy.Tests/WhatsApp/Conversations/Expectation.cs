using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Tests.WhatsApp.Conversations;

/// <summary>What the chat showed before a turn: the newest cards with their list, and everything of the newest tours that was seen.</summary>
public sealed record ShownBefore(IReadOnlyList<ShownTour> Cards, IReadOnlyList<ShownTour> All, IReadOnlyList<TourPackage> List);

/// <summary>Something that must be answered; <paramref name="Line"/> as the file has it.</summary>
public abstract partial record Expectation(string Line)
{
    /// <summary>Where the replies that it accounts for may end, beginning at <paramref name="at"/>; why not goes to <paramref name="notes"/>.</summary>
    public abstract IEnumerable<int> Ends(IReadOnlyList<Reply> replies, int at, ShownBefore before, List<string> notes);

    /// <summary>Reads a line without its mark; whatever is not of the language throws.</summary>
    public static Expectation Read(string words)
    {
        if (words.StartsWith("maybe ", StringComparison.Ordinal))
        {
            return new Maybe(words, Read(words["maybe ".Length..]));
        }

        if (words.StartsWith("either ", StringComparison.Ordinal))
        {
            return new Either(words, [.. words["either ".Length..].Split(" / ").Select(Read)]);
        }

        if (words.StartsWith("says ", StringComparison.Ordinal))
        {
            return new SaysPhrase(words, [.. words["says ".Length..].Split(" or ").Select(SaysPhrase.Named)]);
        }

        if (words == "part of tours")
        {
            return new ShowsPartOfTours(words);
        }

        if (words == "tours" || words.StartsWith("tours;", StringComparison.Ordinal))
        {
            return new ShowsTours(words, [.. words.Split(';').Skip(1).Select(condition => Condition.Read(condition.Trim()))]);
        }

        if (PlacesToStay().Match(words) is { Success: true } places)
        {
            return new ShowsStays(words, places.Groups[1].Value);
        }

        if (One().Match(words) is { Success: true } one)
        {
            var kind = one.Groups[1].Value switch
            {
                "tour" => ReplyKind.Card,
                "details" => ReplyKind.Details,
                "price" => ReplyKind.Price,
                "answer" => ReplyKind.Answer,
                "booking link" => ReplyKind.BookingLink,
                "contact" => ReplyKind.Contact,
                "stay" => ReplyKind.Stay,
                "house" => ReplyKind.House,
                "comparison" => ReplyKind.Comparison,
                _ => ReplyKind.Template,
            };
            return new Shows(words, kind, [.. new[] { one.Groups[2], one.Groups[3] }.Where(number => number.Success).Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture))]);
        }

        throw new FormatException("Nothing that can be expected:");
    }

    [GeneratedRegex("^places to stay(?: near \"(.+)\")?$")]
    private static partial Regex PlacesToStay();

    [GeneratedRegex(@"^(tour(?= \d)|details|price|answer|booking link|contact|stay|house|comparison(?= of \d+ and \d)|template$)(?: (?:of )?(\d+)(?: and (\d+))?)?$")]
    private static partial Regex One();
}

public sealed record Maybe(string Line, Expectation What) : Expectation(Line)
{
    public override IEnumerable<int> Ends(IReadOnlyList<Reply> replies, int at, ShownBefore before, List<string> notes) => What.Ends(replies, at, before, notes).Append(at);
}

public sealed record Either(string Line, IReadOnlyList<Expectation> Which) : Expectation(Line)
{
    public override IEnumerable<int> Ends(IReadOnlyList<Reply> replies, int at, ShownBefore before, List<string> notes) => Which.SelectMany(what => what.Ends(replies, at, before, notes));
}

/// <summary>One of some phrases, and nothing else in that message.</summary>
public sealed partial record SaysPhrase(string Line, IReadOnlyList<(string Name, string? With)> Any) : Expectation(Line)
{
    public static (string Name, string? With) Named(string words) => WithArgument().Match(words) is { Success: true } match && Phrases.All.ContainsKey(match.Groups[1].Value)
        ? (match.Groups[1].Value, match.Groups[2].Success ? match.Groups[2].Value : null)
        : throw new FormatException($"No phrase “{words}”:");

    public override IEnumerable<int> Ends(IReadOnlyList<Reply> replies, int at, ShownBefore before, List<string> notes)
    {
        if (at < replies.Count && Any.Any(phrase => replies[at].Says(phrase.Name, phrase.With)))
        {
            return [at + 1];
        }

        notes.Add($"“{Line}”, but {(at < replies.Count ? "it said: " + replies[at] : "nothing more was said")}");
        return [];
    }

    [GeneratedRegex("^([A-Za-z]+)(?: with \"(.+)\")?$")]
    private static partial Regex WithArgument();
}

/// <summary>One message about a tour, or about two.</summary>
public sealed record Shows(string Line, ReplyKind Kind, IReadOnlyList<int> Ranks) : Expectation(Line)
{
    public override IEnumerable<int> Ends(IReadOnlyList<Reply> replies, int at, ShownBefore before, List<string> notes)
    {
        if (at >= replies.Count || replies[at].Kind != Kind)
        {
            notes.Add($"“{Line}”, but {(at < replies.Count ? "it said: " + replies[at] : "nothing more was said")}");
            return [];
        }

        var reply = replies[at];
        var right = Kind switch
        {
            _ when Ranks.Count == 0 => true,
            ReplyKind.Comparison => reply.Tours.Select(tour => tour.Rank).SequenceEqual(Ranks),
            ReplyKind.BookingLink or ReplyKind.Contact => Ranks[0] <= before.List.Count && reply.Names(before.List[Ranks[0] - 1]),
            _ => reply.Rank == Ranks[0],
        };
        if (!right)
        {
            notes.Add($"“{Line}”, but it is of another tour: {reply}");
        }

        return right ? [at + 1] : [];
    }
}

/// <summary>Places to stay near a place, best first, with rows.</summary>
public sealed record ShowsStays(string Line, string Near) : Expectation(Line)
{
    public override IEnumerable<int> Ends(IReadOnlyList<Reply> replies, int at, ShownBefore before, List<string> notes)
    {
        if (at < replies.Count && replies[at].Kind == ReplyKind.Stays && Words.Letters(replies[at].Text.Split('\n')[0]).Contains(Words.Letters(Near), StringComparison.Ordinal))
        {
            return [at + 1];
        }

        notes.Add($"“{Line}”, but {(at < replies.Count ? "it said: " + replies[at] : "nothing more was said")}");
        return [];
    }
}
