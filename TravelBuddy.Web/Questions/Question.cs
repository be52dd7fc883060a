using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Questions.Verdicts;

namespace TravelBuddy.Web.Questions;

/// <summary>A question taken apart: the topics it asks of, the things it names, and the words that neither list knows.</summary>
public sealed partial record Question(string Text, string Language, IReadOnlyList<QuestionTopic> Topics, IReadOnlyList<Concept> Concepts, IReadOnlyList<string> Words)
{
    private const int Longest = 500;
    private const string OwnBathroom = "own-bathroom";

    /// <summary>What a yes would say to it; null where it wants more, or other, than a yes or a no.</summary>
    public AskedHow? How { get; init; }

    /// <summary>Whether it asks for a yes or a no, or how something is.</summary>
    public bool IsOfManner => How is not null || YesOrNoForm.Is(Text) || Manner().IsMatch(Tokenizer.Folded(Text));

    /// <summary>Whether something is called shared, whatever it is; "chúng em" are no such thing.</summary>
    public bool IsOfSharing => Tokenizer.Tokens(Text) is var tokens && tokens.Where((token, i) => Sharing().IsMatch(token.Normalized) && !(token.Normalized == "chung" && i + 1 < tokens.Count && We().IsMatch(tokens[i + 1].Folded))).Any();

    /// <summary>Whether the contrary of a topic is asked for: a bathroom that is shared.</summary>
    public bool AsksForShared { get; init; }

    /// <summary>Ids of the things named only as the place where another is asked for: "a toilet on the boat", "nhà vệ sinh trên tàu".</summary>
    public IReadOnlySet<string> Places { get; init; } = new HashSet<string>();

    /// <summary>Words that ask or politely fill, folded.</summary>
    private static readonly HashSet<string> Fillers = new(
        ("a an the is are was were am be been do does did can could will would shall should may might must have has had i we you he she they it its this that these those there here my our your their his her me us them of in on at to from for with and "
            + "or but if not no any some all what which who whom where when why how much many long far need want like get got take go going come know tell please thanks thank hi hello hey ok so too also still just really only more most than as by about into up "
            + "out over under during per each every include includes included including inclusive price tour trip package provided provide offer offers offered possible allowed allow available bring able use year people person someone somebody anyone one day days "
            + "own does kind sort bit happens happen during whole time own number option first second third fourth fifth last suitable suit suits appropriate fine okay right join problem easily "
            + "co khong ko k hong hok chua duoc dc thi la ma va voi cho cua o tai den tu di ve ra vao len xuong nay kia do ay day gi nao sao the vay a ah nhe nha nhi ne oi minh em anh chi toi tui ban chung con bo me ba ong nguoi khach nha shop ad tour chuyen "
            + "goi gia bao gom da trong ngoai phai can muon xin hoi giup them nua may bao nhieu neu khi luc hay hoac vi nen cung nhu rat lam qua con het ca moi cac nhung mot hai cai viec bi dang se vay ha chu phan tram ngay bac chau co the theo san so thu nhat dau tien cuoi hop phu thich").Split(' '),
        StringComparer.Ordinal);

    public static Question Of(string text, QuestionTopics topics, Lexicon lexicon)
    {
        text = (text.Length > Longest ? text[..Longest] : text).Normalize();
        var tokens = Tokenizer.Tokens(text);
        var folded = string.Join(' ', tokens.Select(token => token.Folded));
        var taken = new bool[tokens.Count];
        var asked = new List<QuestionTopic>();
        foreach (var topic in topics.All)
        {
            var matches = topic.Asks.Matches(folded);
            if (matches.Count == 0)
            {
                continue;
            }

            asked.Add(topic);
            foreach (var match in matches.Cast<Match>())
            {
                Take(match.Index, match.Index + match.Length);
            }
        }

        // A thing that a topic asks of is asked for once.
        var concepts = lexicon.FindIn(text)
            .Where(match => tokens.Select((token, i) => (token, i)).Any(entry => entry.token.Start >= match.Start && entry.token.End <= match.End && !taken[entry.i] && !Fillers.Contains(entry.token.Folded)))
            .ToList();
        foreach (var match in concepts)
        {
            for (var i = 0; i < tokens.Count; i++)
            {
                taken[i] |= tokens[i].Start >= match.Start && tokens[i].End <= match.End;
            }
        }

        var places = concepts.Where(match => match.Value.Kind == ConceptKind.Transport && IsOnBoard(match.Start)).Select(match => match.Value.Id).ToHashSet();
        var names = tokens.Where(token => char.IsUpper(text[token.Start])).Select(token => (token.Start, token.End)).ToList();
        return new Question(text, LanguageGuess.Of(text, names, null), asked, [.. concepts.Select(match => match.Value).Distinct()], [.. tokens.Where((token, i) => !taken[i] && token.Folded.Length > 1 && !Fillers.Contains(token.Folded)).Select(token => token.Folded).Distinct()]) { Places = places, How = YesOrNoForm.Of(text), AsksForShared = asked.Exists(topic => topic.Id == OwnBathroom && topic.Asks.Matches(folded).Any(match => Shared().IsMatch(match.Value))) };

        bool IsOnBoard(int start) => OnBoard().IsMatch(string.Join(' ', tokens.Where(token => token.End <= start).Select(token => token.Folded)));

        // Each token and the space after it stand in the folded text one after the other.
        void Take(int from, int to)
        {
            var at = 0;
            for (var i = 0; i < tokens.Count; i++)
            {
                var end = at + tokens[i].Folded.Length;
                taken[i] |= at < to && from < end;
                at = end + 1;
            }
        }
    }

    /// <summary>Whether a thing says who asks or where, beside a topic that says what is asked.</summary>
    public bool IsAside(Concept concept) => Topics.Count > 0 && (concept.Kind == ConceptKind.Traveller || Places.Contains(concept.Id));

    [GeneratedRegex(@"\b(?:on(?: (?:the|our|that|this))?|aboard|tren)$")]
    private static partial Regex OnBoard();

    [GeneratedRegex(@"\bhow (?!many\b|much\b|long\b|far\b|often\b|do we (?:travel|get)\b|(?:can|do) i (?:get|reach)\b)|\b(?:the nao|nhu nao|ra sao)\b")]
    private static partial Regex Manner();

    [GeneratedRegex(@"^(?:shar(?:e|es|ed|ing)|chung|ghép|ghep)$")]
    private static partial Regex Sharing();

    [GeneratedRegex(@"^(?:em|minh|toi|ta|tui|no|con|chau|ban|anh|chi)$")]
    private static partial Regex We();

    [GeneratedRegex(@"\b(?:shar(?:e|es|ed|ing)|chung)\b")]
    private static partial Regex Shared();

    /// <summary>Whether a word only asks.</summary>
    public static bool IsFiller(string folded) => Fillers.Contains(folded);
}
