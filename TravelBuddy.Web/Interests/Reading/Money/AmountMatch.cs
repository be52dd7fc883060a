using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Money;

/// <summary>
/// What may be an amount, the currency behind it, and what may be the other end of a range. Of both ends the groups are n (the number), u (its unit) and p (a currency before it). Three rules one behind the other,
/// as the runtime does not optimise one that long.
/// </summary>
internal sealed record AmountMatch(Match First, Match Named, Match Second)
{
    public bool IsRange => Second.Success;

    public Match Last => IsRange ? Second : First;

    /// <summary>The currency named behind the first amount.</summary>
    public Group NamedFirst => Named.Groups["c"];

    /// <summary>The currency named behind the last one.</summary>
    public Group NamedLast => IsRange ? Second.Groups["c"] : NamedFirst;

    public int Index => First.Index;

    public int End => IsRange ? Second.Index + Second.Length : Named.Index + Named.Length;

    public int Length => End - Index;
}
