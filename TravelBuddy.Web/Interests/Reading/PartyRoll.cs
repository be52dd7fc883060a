using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Companies told one by one, the speaker among them: "me, my wife and our son", "I and my mother", "two of us plus our daughter".</summary>
internal static partial class PartyRoll
{
    /// <summary>The first such company and its span; null if there is none or somebody in it is not counted ("me and friends").</summary>
    public static Found<PartyWish>? Find(FoldedText text)
    {
        foreach (var roll in Chain.All(text.Folded, First(), Next(), least: 2))
        {
            if (Count(text, roll) is { } party)
            {
                var (start, end) = text.Span(roll.Index, text.Folded[roll.Index..roll.End].TrimEnd().Length);
                return new Found<PartyWish>(party, start, end);
            }
        }

        return null;
    }

    private static PartyWish? Count(FoldedText text, Chain roll)
    {
        var said = text.Folded[roll.Index..roll.End];
        var (withSelf, us) = (roll.Captures("self").Any(), roll.Links.Select(link => link.Groups["us"]).Where(us => us.Success).ToList());
        if (!withSelf && us.Count == 0 && !Two().IsMatch(said) && !Household().IsMatch(said))
        {
            return null;
        }

        var adults = (withSelf ? 1 : 0) + us.Sum(some => Numbers.Value(text, some) ?? 0);
        double children = 0;
        var (again, end) = (new ToldAgain(), roll.Index);
        foreach (var kin in roll.Captures("kin"))
        {
            var count = text.Before(Counted(), kin.Index) is { Success: true } before && before.Index >= roll.Index ? Numbers.Value(text, before.Groups["n"]) : null;
            var after = text.Folded[(kin.Index + kin.Length)..];
            var joined = Joining().IsMatch(text.Folded[end..kin.Index]);
            end = kin.Index + kin.Length;
            if (Young().IsMatch(kin.Value) && !Grown().IsMatch(after) && !IsGrown(kin) || Minor().IsMatch(after) || text.Before(Little(), kin.Index).Success)
            {
                // "Kids 10 & 13" are as many as their ages.
                var ages = Ages().Match(after);
                var number = count ?? (text.Before(Twin(), kin.Index).Success ? 2 : Plural().IsMatch(kin.Value) && ages.Success ? ages.Groups["age"].Captures.Count : 1);
                children += again.Is((int)number, ages.Success, joined) ? 0 : number;
                continue;
            }

            again.End();
            if (count is null && Many().IsMatch(kin.Value))
            {
                return null;
            }

            adults += count ?? (Pair().IsMatch(kin.Value) ? 2 : 1);
        }

        return adults + children > 1 ? new PartyWish((int)adults, (int)children) : null;

        // "My daughter Susan and I …, Susan just turned 45."
        bool IsGrown(Capture kin) => roll.Captures("name").FirstOrDefault(name => name.Index == kin.Index + kin.Length + 1) is { } name
            && OfAge().Matches(text.Folded).Any(told => told.Groups["who"].Value == name.Value);
    }

    private const string Child = "boys?|girls?|kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|infants?|sons?|daughters?|teens?|teenagers?|twins|(?:little |small |young )cousin|nieces?|nephews?|grandson|granddaughter|grandkids|grandchildren";
    private const string Couple = "parents|grandparents|in-laws";
    private const string Law = "(?:mother|father|sister|brother|son|daughter)s?[ -]in[ -]law";
    private const string Adult = "wife|wifey|husband|hubby|mama|papa|nan|nana|flatmate|bestie|boss|spouse|partner|fiancee?|girlfriend|boyfriend|mum|mom|mummy|mother|dad|daddy|father|grandma|grandpa|granny|grandmother|grandfather|uncle|aunt(?:ie)?|cousin|sister|brother|mate|friend|buddy|colleague";
    private const string Several = "mums|moms|dads|mothers|fathers|grandmas|uncles|aunts|cousins|sisters|brothers|mates|friends|buddies|colleagues|others";
    private const string Age = @"(?:\s*\(?(?:is |are )?(?:aged? |of )?\d{1,2}(?:\s*(?:and|,|&)\s*\d{1,2})*\s*-?(?:years?|yrs?|yo|y/o|months?)?(?:[ -]old)?\)?)?";
    // "My daughter Susan and I".
    private const string Named = @"(?: (?!and\b|with\b|plus\b|who\b|is\b)(?<name>[a-z]+)(?= and (?:i|me|myself)\b))?";
    private const string Kin = @"(?:(?:my|the|our|a|an|his|her|their|little|small|young|elderly|old|older|younger|best|american|british|french|german|australian|vietnamese|dear|lovely|retired|pregnant|late|only) )*(?:\d{1,2}[ -](?:years?|yrs?|months?)[ -]old )?(?:" + Numbers.Pattern + @" )?(?:(?:little|small|young|teenage|elderly|older|younger|best|twin) )*(?<kin>" + Law + "|" + Child + "|" + Couple + "|" + Several + "|" + Adult + @")\b(?!'|’|-)" + Named + Age;
    // "Bringing my husband": the speaker goes too.
    private const string Self = @"(?<self>\b(?:me|myself|i|(?:bringing|taking)(?= (?:my|our)))\b)|\b(?:the )?(?<us>" + Numbers.Pattern + @") (?:of us|mums|moms|dads|adults|friends|ladies|gals|couples?)\b";
    private const string And = @"(?:\s*[,&+]\s*(?:and |plus |with )?|\s+(?:and|with|plus|n|along with|together with)\s+|(?<=\b(?:bringing|taking))\s+|(?<=[a-z\d)])\s*,?\s*(?=\d{1,2} (?:kids?|child))|\s+(?:(?:am |will |shall |come |go |travel )*(?:bring(?:ing)?|tak(?:e|ing)|travel(?:l?ing)? with|go(?:ing)? with|com(?:e|ing) (?:here )?with|with)|(?:want|wanna|would like|hope|plan|like) to (?:bring|take|travel with|go with))\s+)";

    [GeneratedRegex(@"(?<![\w'’])(?:" + Self + "|" + Kin + ")(?=" + And + ")")]
    private static partial Regex First();

    [GeneratedRegex(@"\G" + And + "(?:" + Self + "|" + Kin + ")")]
    private static partial Regex Next();

    // "Father and son, Mai Chau": nobody tells of such two but those who go.
    [GeneratedRegex(@"^(?:a )?(?:father|dad|daddy|mother|mum|mom|mummy|husband|grandfather|grandpa|grandmother|grandma) (?:and|&|\+) (?:son|daughter|wife|grandson|granddaughter)\b")]
    private static partial Regex Two();

    // "Mum, dad, twin girls (7), my brother".
    [GeneratedRegex(@"^(?:mum|mom|mummy|mama|dad|daddy|papa|father|mother|husband|wife)\s*(?:,|&|\+|and)\s*(?:mum|mom|mummy|mama|dad|daddy|papa|father|mother|husband|wife)\b\s*[,&+]")]
    private static partial Regex Household();

    [GeneratedRegex(@"(?<![\w/.,])(?<n>" + Numbers.Pattern + @")\s+(?:[a-z]+ )?$")]
    private static partial Regex Counted();

    [GeneratedRegex("^(?:" + Child + ")$")]
    private static partial Regex Young();

    // A daughter of 20 is no child.
    [GeneratedRegex(@"^[,\s(]*(?:is |aged? |of |who is )*(?:1[89]|[2-9]\d)\b(?! (?:days?|nights?|people|usd))")]
    private static partial Regex Grown();

    [GeneratedRegex(@"\b(?<who>[a-z]+)(?:,? (?:has|is|who is|just|only|turned|turns|aged))*,? \(?(?:1[89]|[2-9]\d)\b(?! (?:days?|nights?|people|usd|kg|km))")]
    private static partial Regex OfAge();

    // "My brother (12)", "cousin 5yo", "little cousin".
    [GeneratedRegex(@"^[,\s(]*(?:is |aged? |of |who is )*(?:\d|1[0-7])\s?(?:\)|yo\b|y/o\b|-?(?:yrs?|years?)\b)")]
    private static partial Regex Minor();

    [GeneratedRegex(@"^[,\s(]*(?:is |are |who is |who are )?(?:aged? |of |ages )?(?<age>\d{1,2})(?:(?:\s*(?:and|,|&)\s*)(?<age>\d{1,2}))*(?! ?(?:days?|nights?|people|adults?|weeks?|usd)\b|\d)")]
    private static partial Regex Ages();

    [GeneratedRegex(@"s$|^children$|^grandchildren$")]
    private static partial Regex Plural();

    [GeneratedRegex(@"\b(?:and|with|plus|n)\b|[+&]")]
    private static partial Regex Joining();

    [GeneratedRegex(@"\btwin $")]
    private static partial Regex Twin();

    [GeneratedRegex(@"\b(?:little|small) $")]
    private static partial Regex Little();

    [GeneratedRegex("^(?:" + Several + ")$")]
    private static partial Regex Many();

    [GeneratedRegex("^(?:" + Couple + ")$")]
    private static partial Regex Pair();
}
