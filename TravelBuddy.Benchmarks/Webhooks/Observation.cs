using System.Text.RegularExpressions;

namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>Puts together what was delivered, what the stand-in took and what the app's database says.</summary>
public static partial class Observation
{
    private const string WishesKind = "Wishes";
    private const string StaysKind = "Stays";
    private const string ComparisonKind = "TourComparison";
    private const string LikedPhrase = "Liked";
    private const string Superseded = "Superseded";

    /// <summary>Phrases that answer no text by themselves.</summary>
    private static readonly HashSet<string> Besides = [LikedPhrase, "AskConsent", "NoSuchDay"];

    /// <summary>The answers among the messages taken by those who wrote: those that say which wishes they are for, by the price in them that some text of the person carried.</summary>
    public static IReadOnlyList<GivenAnswer> Answers(IEnumerable<TakenMessage> taken, IReadOnlyDictionary<string, OutboxRow> rows, IReadOnlyList<WrittenText> texts)
    {
        var marks = texts.Select(text => (text.Person.Number, text.Mark)).ToHashSet();
        var writers = texts.Select(text => text.Person.Number).ToHashSet();
        return
        [.. taken.Where(message => message.Person is not null && writers.Contains(message.Person.Number) && rows.TryGetValue(message.Opaque, out var row) && row.Kind == WishesKind)
            .Select(message => new GivenAnswer(message.Person!, Amount().Matches(message.Text).Select(Digits).FirstOrDefault(digits => marks.Contains((message.Person!.Number, digits))) ?? "", message.Order))];
    }

    /// <summary>Texts whose price is in no message to their writer, but for writers one of whose answers a later one took the place of.</summary>
    public static IReadOnlyList<WrittenText> NotListed(IEnumerable<WrittenText> texts, IReadOnlyList<TakenMessage> taken, IReadOnlyList<OutboxRow> outbox)
    {
        var overtaken = WhoseAnswersWereSuperseded(taken, outbox.ToDictionary(row => row.Id)).Select(person => person.Number).ToHashSet();
        var told = taken.Where(message => message.Person is not null).SelectMany(message => Amount().Matches(message.Text).Select(Digits), (message, digits) => (message.Person!.Number, digits)).ToHashSet();
        return [.. texts.Where(text => !told.Contains((text.Person.Number, text.Mark)) && !overtaken.Contains(text.Person.Number))];
    }

    private static IReadOnlyList<Person> WhoseAnswersWereSuperseded(IEnumerable<TakenMessage> taken, Dictionary<string, OutboxRow> rows)
    {
        var persons = taken.Where(message => message.Person is not null && rows.ContainsKey(message.Opaque)).DistinctBy(message => rows[message.Opaque].PersonId).ToDictionary(message => rows[message.Opaque].PersonId, message => message.Person!);
        return [.. rows.Values.Where(row => row is { Kind: WishesKind, State: Superseded } && persons.ContainsKey(row.PersonId)).Select(row => persons[row.PersonId])];
    }

    public static Effects Of(IReadOnlyList<WrittenText> texts, IReadOnlyList<Reaction> reactions, IReadOnlyList<TakenMessage> taken, IReadOnlyList<OutboxRow> outbox, long likes, long unsent, long dead)
    {
        var rows = outbox.ToDictionary(row => row.Id);
        var byId = taken.ToDictionary(message => message.Id);
        var once = taken.GroupBy(message => message.Opaque).Select(group => group.First()).ToArray();
        var thumbs = reactions.Where(Mailbag.IsThumb).Select(reaction => (reaction.Person.Number, Row: rows[byId[reaction.About].Opaque])).ToArray();
        var liked = once.Where(message => message.Person is not null && rows.TryGetValue(message.Opaque, out var row) && row.Phrase == LikedPhrase).CountBy(message => message.Person!.Number).ToDictionary();
        var given = thumbs.CountBy(thumb => thumb.Number).ToArray();
        Person[] otherwise = [.. once.Where(message => message.Person is not null && rows.TryGetValue(message.Opaque, out var row) && (row.Kind is StaysKind or ComparisonKind || row.Phrase is { } phrase && !Besides.Contains(phrase))).Select(message => message.Person!)];
        var told = taken.GroupBy(message => message.Opaque).Select(group => (Opaque: group.Key, Told: group.Max(message => message.Told))).Where(message => message.Told is not null).ToArray();
        var (twice, again) = Effects.CountRepeats(taken);
        return Effects.OfTexts(texts, Answers(once, rows, texts), otherwise, WhoseAnswersWereSuperseded(once, rows)) with
        {
            Messages = outbox.Count(row => row.State != Superseded),
            SentTwice = twice,
            SentAgain = again,
            Overtaking = Effects.CountOvertaking(once.Where(message => rows.ContainsKey(message.Opaque)).Select(message => (rows[message.Opaque].PersonId, rows[message.Opaque].Sequence, message.Order))),
            Thumbs = thumbs.Length,
            ThumbsUnanswered = given.Sum(person => Math.Max(0, person.Value - liked.GetValueOrDefault(person.Key))),
            ThumbsAnsweredTwice = given.Sum(person => Math.Max(0, liked.GetValueOrDefault(person.Key) - person.Value)),
            LikesExpected = thumbs.Select(thumb => (thumb.Row.PersonId, thumb.Row.PackageId)).Distinct().Count(),
            Likes = likes,
            StatusesTold = told.Length,
            StatusesWrong = told.Count(message => !rows.TryGetValue(message.Opaque, out var row) || row.State != message.Told.ToString()),
            Unsent = unsent,
            Dead = dead,
        };
    }

    /// <summary>What a person wrote and was sent, for whoever looks for what was not answered.</summary>
    public static IEnumerable<string> Exchange(int number, IEnumerable<WrittenText> texts, IEnumerable<TakenMessage> taken, IEnumerable<OutboxRow> outbox)
    {
        var kinds = outbox.ToDictionary(row => row.Id, row => $"{row.Kind} {row.Phrase}");
        return
        [
            $"## {number}", .. texts.Where(text => text.Person.Number == number).Select(text => $"> {text.Body}"),
            .. taken.Where(message => message.Person?.Number == number).OrderBy(message => message.Order).Select(message => $"< {kinds.GetValueOrDefault(message.Opaque)}: {message.Text}"), "",
        ];
    }

    private static string Digits(Match amount) => new([.. amount.Value.Where(char.IsAsciiDigit)]);

    [GeneratedRegex(@"\d{1,3}(?:[.,]\d{3})+")]
    private static partial Regex Amount();
}
