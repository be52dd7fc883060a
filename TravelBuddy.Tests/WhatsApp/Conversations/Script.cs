using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Tests.WhatsApp.Conversations;

/// <summary>What a person does; <paramref name="Line"/> as the file has it.</summary>
public abstract record Act(string Line);

/// <summary>Types, perhaps quoting the card of a tour, coming from an advertisement, or late.</summary>
public sealed record Types(string Line, string Text, int? Quoted = null, string? Headline = null, bool Late = false) : Act(Line);

/// <summary>Taps a button of a tour's card, or the newest button or row whose title begins so.</summary>
public sealed record Taps(string Line, string Title, int? Tour = null) : Act(Line);

public sealed record TapsRow(string Line, int Tour) : Act(Line);

/// <summary>A message of another type than text.</summary>
public sealed record Sends(string Line, string Type, string? Words = null) : Act(Line);

public sealed record Pins(string Line, double Latitude, double Longitude) : Act(Line);

/// <summary>An emoji on a tour's card; null takes it back.</summary>
public sealed record Reacts(string Line, string? Emoji, int Tour) : Act(Line);

public sealed record Edits(string Line, string Text) : Act(Line);

public sealed record Deletes(string Line) : Act(Line);

public sealed record ComesAgain(string Line) : Act(Line);

public sealed record DayPasses(string Line) : Act(Line);

public sealed record WebAsks(string Line, string Place, int Days) : Act(Line);

/// <summary>What the person does at once, the language of the chat from then on, and what must be answered.</summary>
public sealed record Turn(int Number, string Language, IReadOnlyList<Act> Acts, IReadOnlyList<Expectation> Expected, IReadOnlyList<string> Unsaid);

/// <summary>A conversation of a file; see README.md beside it. <paramref name="Called"/>: how an elder is to be called.</summary>
public sealed partial record Script(string File, string Name, string Who, bool ShowsNumber, Kin? Called, IReadOnlyList<Turn> Turns)
{
    private static readonly string[] Heads = ["name", "language", "who", "shows", "phone", "called"];

    /// <summary>Reads a conversation; whatever is not of its language throws with file and line.</summary>
    public static Script Read(string file, string text)
    {
        var head = new Dictionary<string, string>(StringComparer.Ordinal);
        var turns = new List<Turn>();
        var (acts, expected, unsaid) = (new List<Act>(), new List<Expectation>(), new List<string>());
        var (language, silent, start, number) = ("", false, 0, 0);
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var line = raw.TrimEnd();
            try
            {
                Take(line);
            }
            catch (FormatException error)
            {
                throw new FormatException($"{file}:{number}: {error.Message} “{line}”", error);
            }
        }

        Close();
        return turns.Count == 0 || Heads[..4].Except(head.Keys).Any()
            ? throw new FormatException($"{file}: a conversation has {string.Join(", ", Heads[..4])} and turns.")
            : new Script(file, head["name"], head["who"], !head.ContainsKey("phone"), head.TryGetValue("called", out var called) ? Enum.GetValues<Kin>().First(kin => kin.Called() == called) : null, turns);

        void Take(string line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                return;
            }

            if (line.StartsWith("> ", StringComparison.Ordinal))
            {
                if (expected.Count > 0 || unsaid.Count > 0 || silent)
                {
                    Close();
                }

                start = acts.Count == 0 ? number : start;
                acts.Add(Act(line[2..]));
            }
            else if (line.StartsWith("< ", StringComparison.Ordinal) && acts.Count > 0)
            {
                Expect(line[2..]);
            }
            else if (turns.Count == 0 && acts.Count == 0 && Head().Match(line) is { Success: true } member && Heads.Contains(member.Groups[1].Value))
            {
                head.Add(member.Groups[1].Value, member.Groups[2].Value);
                language = head.GetValueOrDefault("language", "");
                Require(language is "" or "en" or "vi", "The language is en or vi.");
                Require(!head.TryGetValue("called", out var name) || Enum.GetValues<Kin>().Any(kin => kin.Called() == name), "An elder is called ông, bà, bác, cô, chú, má or cô chú.");
                Require(head.GetValueOrDefault("phone", "user id only") == "user id only", "A phone shows its user id only, or its number.");
            }
            else
            {
                throw new FormatException("Not of this language:");
            }
        }

        void Expect(string words)
        {
            Require(!silent, "Nothing else follows nothing:");
            if (words is "in Vietnamese" or "in English")
            {
                Require(expected.Count == 0, "The language comes first:");
                language = words == "in English" ? "en" : "vi";
            }
            else if (words == "nothing")
            {
                Require(expected.Count == 0, "Nothing comes alone:");
                silent = true;
            }
            else if (Unsaid().Match(words) is { Success: true } not)
            {
                unsaid.Add(not.Groups[1].Value);
            }
            else
            {
                expected.Add(Expectation.Read(words));
            }
        }

        void Close()
        {
            if (acts.Count == 0)
            {
                return;
            }

            if (expected.Count == 0 && !silent)
            {
                throw new FormatException($"{file}:{start}: what must be answered to “{acts[0].Line}”?");
            }

            turns.Add(new Turn(start, language, acts, expected, unsaid));
            (acts, expected, unsaid, silent) = ([], [], [], false);
        }
    }

    private static Act Act(string line)
    {
        if (line[0] != '[')
        {
            return new Types(line, line);
        }

        var match = Bracket().Match(line);
        Require(match.Success, "No such thing to do:");
        var (inside, words) = (match.Groups[1].Value, match.Groups[2].Value.Trim());
        var alone = words.Length == 0;
        Act? act = inside switch
        {
            "voice" when alone => new Sends(line, "audio"),
            "sticker" when alone => new Sends(line, "sticker"),
            "contact card" when alone => new Sends(line, "contacts"),
            "picture" => new Sends(line, "image", alone ? null : words),
            "video" => new Sends(line, "video", alone ? null : words),
            "edits the last" when !alone => new Edits(line, words),
            "deletes the last" when alone => new Deletes(line),
            "the same delivery again" when alone => new ComesAgain(line),
            "a day passes" when alone => new DayPasses(line),
            "late, written before the last" when !alone => new Types(line, words, Late: true),
            _ => null,
        };
        return act ?? Numbered(line, inside, words) ?? throw new FormatException("No such thing to do:");
    }

    private static Act? Numbered(string line, string inside, string words)
    {
        var match = Inside().Match(inside);
        string? Get(string group) => match.Groups[group] is { Success: true } found ? found.Value : null;
        int Number(string group) => int.Parse(Get(group)!, CultureInfo.InvariantCulture);
        return (match.Success, words.Length > 0) switch
        {
            (true, true) when Get("quoted") is not null => new Types(line, words, Quoted: Number("quoted")),
            (true, true) when Get("ad") is { } headline => new Types(line, words, Headline: headline),
            (true, false) when Get("button") is { } button => new Taps(line, button, Number("of")),
            (true, false) when Get("title") is { } title => new Taps(line, title),
            (true, false) when Get("row") is not null => new TapsRow(line, Number("row")),
            (true, false) when Get("lat") is { } latitude => new Pins(line, double.Parse(latitude, CultureInfo.InvariantCulture), double.Parse(Get("lon")!, CultureInfo.InvariantCulture)),
            (true, false) when Get("emoji") is { } emoji => new Reacts(line, emoji, Number("on")),
            (true, false) when Get("back") is not null => new Reacts(line, null, Number("back")),
            (true, false) when Get("place") is { } place => new WebAsks(line, place, Number("days")),
            (true, _) when Get("file") is { } file => new Sends(line, "document", file),
            _ => null,
        };
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new FormatException(otherwise);
        }
    }

    [GeneratedRegex("^([a-z]+): (.+)$")]
    private static partial Regex Head();

    [GeneratedRegex("^not \"(.+)\"$")]
    private static partial Regex Unsaid();

    [GeneratedRegex(@"^\[([^\]]+)\](.*)$")]
    private static partial Regex Bracket();

    [GeneratedRegex("""^(?:quotes card (?<quoted>\d+)|from ad "(?<ad>.+)"|tap (?<button>Book|More like this|Places to stay) of (?<of>\d+)|tap "(?<title>.+)"|tap row (?<row>\d+)|location (?<lat>-?[\d.]+),(?<lon>-?[\d.]+)|document "(?<file>.+)"|reacts (?<emoji>\S+) to (?<on>\d+)|takes the reaction back from (?<back>\d+)|the web asks for (?<place>.+), (?<days>\d+) days)$""")]
    private static partial Regex Inside();
}
