using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>How a concept is meant where it stands.</summary>
internal enum Stance { Wanted, Indifferent, Unwanted, Essential }

/// <summary>
/// The lexicon's concepts in a text, each wanted, unwanted or essential. A word against something reaches the concepts that follow it directly or
/// after small words, joined by "or" and "and", up to the next comma ("don't want any shopping or karaoke, Hanoi"), beyond it where a list goes on
/// ("no shopping, karaoke or clubs").
/// </summary>
internal static partial class ConceptGrammar
{
    private const int MostUnknown = 2;
    private const int LongestList = 160;

    private static readonly HashSet<string> Small = Words("""
        to any do doing go going the a an too much many want like eat eating by on with for in be at of have having has had really very t see take taking use using visit visiting
        show seeing wish fond abide paying pay squeeze stay staying sleep sleeping board boarding get getting climb enjoy enjoying care my our its more lot lots food option options please it us we i trip trips tour interested interest keen into fan fans these those this that all ever me
        ride riding drive driving accept stand bear handle tolerate stomach eaten drink include including place places spot spots stuff kind kinds sort sorts type types of real proper decent good strong fast reliable
        di an co muon thich bang can phai cho o duoc qua bi choi tham gia len la ngu do mon het nhieu chiu xep bat cai ghe them duy nhat hay thoi
        khoai ham ua chuong he mo vo vao noi uong nghe xem dam gao hat ngoi leo mua luon kieu loai nhung cac nhe nao bo tri
        """);

    /// <summary>Words of size and kind: what they stand before is not refused as such ("no big resorts").</summary>
    private static readonly HashSet<string> Qualifying = Words("big long huge large fancy noisy loud crowded expensive public same");

    /// <summary>Whom a command is about: "đừng dắt tụi mình đi shopping".</summary>
    private static readonly HashSet<string> Commanded = Words("tui minh em toi con ca nhom doan nha loi dat dan dua dua bat ep ra xuong may ong ba gia me tau thuyen giup gium dum make bring put force send show give sell us our group ru");

    /// <summary>Words that begin another wish: "don't eat pork and want the beach".</summary>
    private static readonly HashSet<string> Wishing = Words("want wants like love loves prefer would need needs just we i only but minh thich muon can se chi em toi");

    /// <summary>Words that stand behind "nhưng" (but) and not behind "những" (the, of several).</summary>
    private static readonly HashSet<string> AfterBut = Words("co phai can muon thich duoc gan van nen minh em toi thi vui");

    private static readonly HashSet<string> Joining = Words("or nor and hoac hay va voi lan");

    /// <summary>Words that refuse each thing of a list, not just the things joined by "or".</summary>
    private static readonly HashSet<string> RefusingAll = Words("vetoed vetoes hate hates hating dislike dislikes avoid avoiding skip skipping exclude excluding ghet tranh ne ky");

    /// <summary>Those, and others after which a list may begin with what no word of the lexicon names.</summary>
    private static readonly HashSet<string> ListsFreely = [.. RefusingAll, "nothing", "without"];

    /// <summary>Concepts nobody can leave aside once they are said.</summary>
    public static bool IsAlwaysEssential(Concept concept) =>
        concept.Id is "accessible" or "disabled" || concept.Broader.Contains("accessible") || concept.Id.EndsWith("-allergy", StringComparison.Ordinal);

    /// <summary>The concepts and how each is meant; and what is refused of a concept without refusing it all, in its words ("crowded beaches"), whose concepts are not among them.</summary>
    /// <param name="names">Where places are named.</param>
    public static (List<(Found<Concept> Concept, Stance Stance)> Stances, List<Found<string>> Narrower) Read(FoldedText text, IReadOnlyList<PhraseMatch<Concept>> matches, IReadOnlyList<(int Start, int End)> names)
    {
        var narrower = new List<Found<string>>();
        var spans = matches.Select(match => (match.Start, match.End)).Distinct().OrderBy(span => span.Start).ToList();
        var stances = spans.ToDictionary(span => span, _ => Stance.Wanted);
        var tokens = Tokenizer.Tokens(text.Original);
        foreach (var (cue, stance) in StanceCues.In(text).Where(entry => !InConcept(entry.Cue)))
        {
            if (StanceCues.IsHead(cue))
            {
                MeanAll(cue, stance);
            }

            Reach(cue, stance);
        }

        // "No shopping, karaoke or clubs": what the lexicon holds as a wish of its own refuses the rest of its list.
        foreach (var span in spans.Where(span => AfterDenial(text.Original[span.Start..span.End]) > 0))
        {
            // "No party hostels" refuses the hostels too, though "no party" is a wish by itself.
            var next = spans.FirstOrDefault(other => other.Start > span.End && string.IsNullOrWhiteSpace(text.Original[span.End..other.Start]) && AfterDenial(text.Original[other.Start..other.End]) == 0, (Start: -1, span.End));
            var end = Math.Max(next.End, ListEnd(next.End, NotEaten().IsMatch(text.Original[span.Start..span.End]) ? ListedByAny() : ListedByOr()));
            foreach (var listed in spans.Where(other => other.Start >= span.End && other.End <= end && stances[other] == Stance.Wanted))
            {
                stances[listed] = Stance.Unwanted;
            }
        }

        foreach (var span in spans)
        {
            // "With two kids no thank you" refuses what was offered, and not the children.
            var said = matches.Any(match => match.Start == span.Start && match.End == span.End && match.Value.Kind == ConceptKind.Traveller) ? NoThanks().Replace(text.After(span.End), "") : text.After(span.End);
            stances[span] = StanceCues.After(stances[span], SizeAfter().Replace(said, "", 1));
            if (stances[span] == Stance.Wanted && text.Before(LessLiked(), text.FoldedIndex(span.Start)).Success)
            {
                stances[span] = Stance.Indifferent;
            }
        }

        // "Hot showers and cold beer are a must": what is said after the last holds for those joined with it.
        foreach (var (span, next) in spans.Zip(spans.Skip(1)).Reverse())
        {
            var adjacent = stances[next] == Stance.Unwanted && span.End <= next.Start && string.IsNullOrWhiteSpace(text.Original[span.End..next.Start]);
            if ((stances[span] == Stance.Wanted || adjacent && stances[span] == Stance.Indifferent) && stances[next] is Stance.Essential or Stance.Unwanted
                && StanceCues.After(Stance.Wanted, text.After(next.End)) == stances[next] && span.End <= next.Start && (adjacent || JustJoined().IsMatch(text.Original[span.End..next.Start])))
            {
                stances[span] = stances[next];
            }
        }

        return (
        [
            .. from match in matches
               where !narrower.Any(refused => refused.Start <= match.Start && match.End <= refused.End)
               let stance = stances[(match.Start, match.End)]
               select (new Found<Concept>(match.Value, match.Start, match.End), IsAlwaysEssential(match.Value) && stance == Stance.Wanted ? Stance.Essential : stance),
        ], narrower);

        // A cue that is part of a concept ("no pork", "không cay") is already in its meaning.
        bool InConcept(Match cue)
        {
            var (start, end) = text.Span(cue.Index, cue.Length);
            return spans.Any(span => span.Start <= start && end <= span.End);
        }

        // "What we don't want: strip clubs (his mother pays), early starts, shopping": all of the sentence, but what is said in brackets.
        void MeanAll(Match cue, Stance stance)
        {
            var list = HeadedList().Match(text.Folded, cue.Index + cue.Length, Math.Min(LongestList, text.Folded.Length - cue.Index - cue.Length));
            foreach (Capture item in list.Groups["item"].Captures)
            {
                var (from, to) = text.Span(item.Index, item.Length);
                foreach (var span in spans.Where(span => from <= span.Start && span.End <= to))
                {
                    Mean(span, cue, stance);
                }
            }
        }

        void Reach(Match cue, Stance stance)
        {
            if (stance == Stance.Unwanted && Standing().IsMatch(text.Folded[cue.Index..]) && text.Before(House(), cue.Index).Success)
            {
                return;
            }

            var at = text.Span(cue.Index, cue.Length).End;
            var rule = stance == Stance.Essential || RefusingAll.Contains(cue.Value) ? ListedByAny() : ListedByOr();
            var commands = cue.Value is "dung" or "ne" or "tranh" or "don't" or "dont" or "do not";
            var (unknown, joined, qualified, listed) = (0, false, false, 0);
            var size = -1;
            var either = ListsFreely.Contains(cue.Value) && EitherOf().Match(text.After(at)) is { Success: true } ends ? text.Span(text.FoldedIndex(at) + ends.Index, ends.Length).End : 0;
            for (var k = 0; k < tokens.Count;)
            {
                var token = tokens[k];
                if (token.Start < at)
                {
                    k++;
                    continue;
                }

                var between = text.Original.AsSpan(at, token.Start - at);
                if (between.IndexOfAny(".;!?\n:()") >= 0 || between.Contains(',') && token.Start >= either && at >= listed && (listed = ListEnd(at, rule)) < token.Start)
                {
                    return;
                }

                var here = spans.FirstOrDefault(span => span.Start <= token.Start && token.End <= span.End, (Start: -1, End: -1));
                if (here.Start >= 0)
                {
                    Mean(here, cue, stance == Stance.Unwanted && (qualified || IsSuchWith(here.End)) ? Stance.Indifferent : stance);
                    at = stance == Stance.Unwanted ? Narrow(here, size) : here.End;
                    (unknown, joined, qualified, size) = (0, false, false, -1);
                }
                else if (stance == Stance.Unwanted && NameOf(token.Start) is { End: > 0 } name)
                {
                    at = name.End;
                    continue;
                }
                else if ((joined || token.Start < either) && Wishing.Contains(token.Folded) || stance == Stance.Unwanted && IsBut(k))
                {
                    return;
                }
                else if (Joining.Contains(token.Folded))
                {
                    (at, unknown, joined, qualified, size) = (token.End, 0, true, false, -1);
                }
                else if (unknown == 0 && (Small.Contains(token.Folded) || Qualifying.Contains(token.Folded) || commands && Commanded.Contains(token.Folded)))
                {
                    at = token.End;
                    qualified |= Qualifying.Contains(token.Folded);
                    size = !Qualifying.Contains(token.Folded) || token.Folded == "same" ? -1 : size < 0 ? token.Start : size;
                }
                else if (token.Start < either)
                {
                    at = token.End;
                }
                else if (stance == Stance.Unwanted && !joined && unknown < MostUnknown && JoinedSoon(k))
                {
                    unknown++;
                    at = token.End;
                }
                else
                {
                    return;
                }

                k++;
            }
        }

        // "Không karaoke nhưng có hồ bơi": without accents "nhưng" and the plural "những" are one, and what follows tells them apart.
        bool IsBut(int k) => tokens[k].Normalized == "nhưng" || tokens[k].Normalized == "nhung" && k + 1 < tokens.Count && AfterBut.Contains(tokens[k + 1].Folded);

        // "Not the Fansipan cable car": the place whose thing is refused.
        (int Start, int End) NameOf(int start) => names.FirstOrDefault(name => name.Start == start && spans.Any(span => name.End < span.Start && string.IsNullOrWhiteSpace(text.Original[name.End..span.Start])));

        // "Không resort có nhạc nước": some of them; "không ăn hải sản cô ơi" speaks to somebody.
        bool IsSuchWith(int end) => SuchWith().Match(text.After(end)) is { Success: true } with && (!with.Groups["vi"].Success || text.Written(with.Groups["vi"], text.FoldedIndex(end)) is "có" or "co");

        // Where what is refused ends, with the words of size and kind around it.
        int Narrow((int Start, int End) span, int size)
        {
            var at = text.FoldedIndex(span.End);
            var after = SizeAfter().Match(text.Folded[at..]);
            var (start, end) = (size < 0 ? span.Start : size, after.Success ? text.Span(at, after.Length).End : span.End);
            if ((start, end) != span && !narrower.Any(refused => refused.Overlaps(start, end)))
            {
                narrower.Add(new Found<string>(text.Original[start..end], start, end));
            }

            return end;
        }

        void Mean((int Start, int End) span, Match cue, Stance stance)
        {
            var kinds = matches.Where(match => match.Start == span.Start && match.End == span.End).Select(match => match.Value.Kind).ToList();
            if (stance == Stance.Essential && !kinds.Any(kind => StanceCues.Insists(cue, kind)) || stance == Stance.Unwanted && AfterDenial(text.Original[span.Start..span.End]) > 0)
            {
                return;
            }

            stances[span] = stances[span] is Stance.Wanted ? stance : stances[span];
        }

        // "Can't eat coriander and chilli": a thing that no word of the lexicon names does not end what is refused.
        bool JoinedSoon(int k)
        {
            for (var next = k + 1; next < tokens.Count && next <= k + MostUnknown; next++)
            {
                if (text.Original.AsSpan(tokens[next - 1].End, tokens[next].Start - tokens[next - 1].End).IndexOfAny(",.;!?\n:()") >= 0)
                {
                    return false;
                }

                if (Joining.Contains(tokens[next].Folded))
                {
                    return true;
                }
            }

            return false;
        }

        // Where a list of concepts that begins after a comma ends, if its last is joined as a list's is; otherwise where it would begin.
        int ListEnd(int at, Regex rule)
        {
            var end = at;
            while (true)
            {
                var rest = text.Folded[text.FoldedIndex(end)..];
                var link = rule.Match(rest);
                if (!link.Success)
                {
                    return at;
                }

                var from = text.Span(text.FoldedIndex(end) + link.Length, 0).Start;
                var next = spans.FirstOrDefault(span => span.Start == from, (Start: -1, End: -1));
                // "Scared of motorbikes, prefer a car or jeep": the list goes on with what is wished.
                if (next.Start < 0 || Wishing.Contains(Tokenizer.Tokens(text.Original[next.Start..next.End])[0].Folded))
                {
                    return at;
                }

                end = next.End;
                if (link.Groups["last"].Success)
                {
                    return end;
                }
            }
        }
    }

    /// <summary>How many characters the word against something takes at the start of a phrase; 0 if there is none.</summary>
    public static int AfterDenial(string phrase) => Denial().Match(phrase) is { Success: true } denial ? denial.Length : 0;

    /// <summary>Whether the words before a family say that it is the one they stay with.</summary>
    public static bool OfHosts(string lead) => Hosts().IsMatch(lead);

    [GeneratedRegex(@"\b(?i:local|host|native|hmong|dao|tay|thai|ethnic|village|vietnamese)\s+$")]
    private static partial Regex Hosts();

    private static HashSet<string> Words(string words) => new(words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    [GeneratedRegex(@"^(?:,\s*(?<last>(?:or|nor|hoac|hay|lan)\s+)?|\s*(?<last>(?:or|nor|hoac|hay|lan)\s+))(?:any |the |a |an )?")]
    private static partial Regex ListedByOr();

    [GeneratedRegex(@"^(?:,\s*(?<last>(?:or|nor|hoac|hay|lan|and|va|voi)\s+)?|\s*(?<last>(?:or|nor|hoac|hay|lan|and|va|voi)\s+))(?:any |the |a |an )?")]
    private static partial Regex ListedByAny();

    [GeneratedRegex(@"\G(?:(?<item>(?:(?!,? (?:but|want|wish|prefer|love|nhung|muon|thich)\b)[^.;!?\n()])+)(?:\([^()\n]*\))?)+")]
    private static partial Regex HeadedList();

    // "Nothing with crawling, mud or zip lines": things that no word of the lexicon names, listed up to the last.
    [GeneratedRegex(@"^ (?:[a-z'-]+ ){0,2}[a-z'-]+(?:, (?:[a-z'-]+ ){0,2}[a-z'-]+){1,3},? (?:or|nor|hoac|hay)(?= )")]
    private static partial Regex EitherOf();

    [GeneratedRegex(@"^\s*(?i:and|or|&|\+|/|và|va|hoặc|hoac|hay|với|voi)\s*$")]
    private static partial Regex JustJoined();

    [GeneratedRegex(@"^[\s,]*no,? thank(?:s| you)\b")]
    private static partial Regex NoThanks();

    // "Bãi biển đông người": words of size and kind stand behind the thing.
    [GeneratedRegex(@"^\s*(?:(?:qua|rat)\s+)?(?:dong (?:nguoi|duc|khach|nghit)|on ao|xo bo|dat (?:tien|do)|sang trong|sang chanh)\b|^\s*qua (?:dong|on|dat|mac|sang|lon|to)\b|^ (?:lon|chung)(?=\s*(?:$|[.,;!?]|nha\b|nhe\b))")]
    private static partial Regex SizeAfter();

    // "Not the boats with loud music" refuses some, and their music.
    [GeneratedRegex(@"^ (?:with(?! (?:\d|(?:the |our |my |a |two |2 )?(?:kids|child|bab|toddler|grand|parent|mum|mom|elder)))|where|which)\b|^ (?<vi>co) (?!the\b|duoc\b|le\b|khong\b|ai\b|sao\b|nguoi\b|oi\b|a\b|chi\b|chu\b|em\b|bac\b|ba\b|me\b|chau\b|tuoi\b)[a-z]")]
    private static partial Regex SuchWith();

    // "Hotel near the market, not on a hill": where the house stands, not what is seen.
    [GeneratedRegex(@"^not (?:on|in|near|at|beside|by|next to|up) ")]
    private static partial Regex Standing();

    [GeneratedRegex(@"\b(?:hotel|homestay|hostel|resort|room|villa|house|guesthouse|place)s?\b[^.;!?]{0,40}$")]
    private static partial Regex House();

    // "Don't eat beef and pork" refuses both.
    [GeneratedRegex(@"^(?i:do not|don['’]?t|cannot|can['’]?t|never|không|khong|ko)\s+(?i:eat|drink|have|ăn|an|uống|uong)\b")]
    private static partial Regex NotEaten();

    // "Trains over flights", "homestay hơn khách sạn": what something is liked better than.
    [GeneratedRegex(@"\b(?:prefer(?:ably|s|red)?|rather|uu tien|thich|chuong)\b[^.,;!?]{0,40}\b(?:over|than|instead of|hon(?: la)?)\s+(?:tak(?:e|ing) |rid(?:e|ing) |go(?:ing)? (?:by |on )?|by )?(?:the |a |an |di |o )?$|\b[a-z]+ (?:more|rather) than (?:the |a |an |one of (?:the|them|those) )?$|\bis (?:better|nicer) than (?:the |a |an )?$|\btoo (?:much|many) (?:of )?(?:the |those )?$")]
    private static partial Regex LessLiked();

    [GeneratedRegex(@"^(?i:no|not|without|do not|don['’]?t|cannot|can['’]?t|never|không|khong|ko|đừng)\s+(?i:(?:eat|drink|have|ăn|an|uống|uong)\s+)?")]
    private static partial Regex Denial();
}
