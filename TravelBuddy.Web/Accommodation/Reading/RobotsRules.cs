using System.Text;

namespace TravelBuddy.Web.Accommodation.Reading;

/// <summary>
/// A site's robots.txt as RFC 9309 reads it: the groups that name our product token, else those of "*"; of all rules that match a path the longest counts, and of equally long ones the
/// one that allows. "*" in a rule is any text, "$" at its end the end of the path.
/// </summary>
public sealed class RobotsRules
{
    /// <summary>More of a file is not read (RFC 9309 asks for at least this much).</summary>
    public const int MostBytes = 512 * 1024;

    private const int MostRules = 5000;
    private const int LongestRule = 1000;

    private readonly IReadOnlyList<(bool Allows, string Path)> _rules;

    private RobotsRules(IReadOnlyList<(bool Allows, string Path)> rules) => _rules = rules;

    /// <summary>The rules for <paramref name="product"/>, which is compared without regard to case.</summary>
    public static RobotsRules Parse(string text, string product)
    {
        List<(bool, string)> ours = [], everyones = [];
        var (named, isOurs, isEveryones, inRules) = (false, false, false, false);
        foreach (var line in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            var told = line.IndexOf('#') is >= 0 and var comment ? line[..comment] : line;
            if (told.IndexOf(':') is not (> 0 and var colon))
            {
                continue;
            }

            var key = told[..colon].Trim();
            var value = told[(colon + 1)..].Trim();
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                // A line that names an agent after rules begins another group.
                (isOurs, isEveryones, inRules) = inRules ? (false, false, false) : (isOurs, isEveryones, false);
                isOurs |= Token(value).Equals(product, StringComparison.OrdinalIgnoreCase);
                isEveryones |= value is "*";
                named |= isOurs;
            }
            else if (key.Equals("allow", StringComparison.OrdinalIgnoreCase) is var allows && (allows || key.Equals("disallow", StringComparison.OrdinalIgnoreCase)))
            {
                inRules = true;
                // An empty rule says nothing.
                if (value.Length is > 0 and <= LongestRule && ours.Count + everyones.Count < MostRules)
                {
                    var rule = (allows, Normalized(value.ToString()));
                    if (isOurs)
                    {
                        ours.Add(rule);
                    }

                    if (isEveryones)
                    {
                        everyones.Add(rule);
                    }
                }
            }
        }

        return new RobotsRules(named ? ours : everyones);
    }

    /// <summary>Whether a path with its query may be fetched. robots.txt itself always may.</summary>
    public bool Allows(string pathAndQuery)
    {
        var path = Normalized(pathAndQuery);
        if (path == "/robots.txt")
        {
            return true;
        }

        var (length, allowed) = (-1, true);
        foreach (var (allows, rule) in _rules)
        {
            if (rule.Length >= length && Matches(rule, path))
            {
                allowed = rule.Length > length ? allows : allowed || allows;
                length = rule.Length;
            }
        }

        return allowed;
    }

    private static ReadOnlySpan<char> Token(ReadOnlySpan<char> agent)
    {
        var end = 0;
        while (end < agent.Length && (char.IsAsciiLetter(agent[end]) || agent[end] is '-' or '_'))
        {
            end++;
        }

        return agent[..end];
    }

    /// <summary>As RFC 9309 compares: what is not ASCII is percent-encoded, encoded letters and digits are not, and hexadecimal digits are capitals.</summary>
    private static string Normalized(string path)
    {
        var result = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                var value = (char)Convert.ToByte(path.Substring(i + 1, 2), 16);
                result.Append(char.IsAsciiLetterOrDigit(value) || value is '-' or '.' or '_' or '~' ? value.ToString() : $"%{(int)value:X2}");
                i += 2;
            }
            else if (char.IsAscii(path[i]))
            {
                result.Append(path[i]);
            }
            else
            {
                var pair = char.IsHighSurrogate(path[i]) && i + 1 < path.Length && char.IsLowSurrogate(path[i + 1]);
                foreach (var each in System.Text.Encoding.UTF8.GetBytes(path.Substring(i, pair ? 2 : 1)))
                {
                    result.Append($"%{each:X2}");
                }

                i += pair ? 1 : 0;
            }
        }

        return result.ToString();
    }

    /// <summary>Greedy from the left with one point to go back to: linear but for the last star, so that no rule is costly.</summary>
    private static bool Matches(string rule, string path)
    {
        var isWhole = rule.EndsWith('$');
        var pattern = isWhole ? rule.AsSpan()[..^1] : rule.AsSpan();
        var (r, p, star, mark) = (0, 0, -1, 0);
        while (true)
        {
            if (r == pattern.Length && (!isWhole || p == path.Length))
            {
                return true;
            }

            if (r < pattern.Length && pattern[r] == '*')
            {
                (star, mark) = (r++, p);
            }
            else if (r < pattern.Length && p < path.Length && pattern[r] == path[p])
            {
                (r, p) = (r + 1, p + 1);
            }
            else if (star >= 0 && mark < path.Length)
            {
                (r, p) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }
    }
}
