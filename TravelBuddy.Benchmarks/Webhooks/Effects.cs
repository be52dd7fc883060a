namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>An answer to a text: which text (by person and mark), and its place in the order of what Meta took.</summary>
public sealed record GivenAnswer(Person Person, string Mark, long Order);

/// <summary>What became of what was delivered. All but the counts of what there was should be zero.</summary>
public sealed record Effects
{
    public int Texts { get; init; }
    public int Unanswered { get; init; }

    /// <summary>The numbers of those who have texts that were not answered, or answers to no text.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<int> Misanswered { get; init; } = [];

    /// <summary>Texts that were answered without a list: the app took them for something else than wishes, as what came before them can make it.</summary>
    public int AnsweredOtherwise { get; init; }

    /// <summary>Texts whose answer was not sent because the answer to a later one of the person took its place.</summary>
    public int Superseded { get; init; }

    /// <summary>Texts and reactions that were delivered, and those that the app has read.</summary>
    public long Delivered { get; init; }
    public long Read { get; init; }
    public int AnsweredTwice { get; init; }

    /// <summary>Answers to no text that was written.</summary>
    public int AnswersToNothing { get; init; }

    /// <summary>Pairs of texts of one person whose order was known, and how many of them were answered the other way round.</summary>
    public int Ordered { get; init; }
    public int OutOfOrder { get; init; }

    public int Messages { get; init; }

    /// <summary>Messages that were sent once more although the app must have known that they were taken.</summary>
    public int SentTwice { get; init; }

    /// <summary>Messages that were sent once more because the app could not know: the connection broke, or it or its database ended meanwhile.</summary>
    public int SentAgain { get; init; }

    /// <summary>Messages that Meta took before an earlier one of the same person.</summary>
    public int Overtaking { get; init; }

    public int Thumbs { get; init; }
    public int ThumbsUnanswered { get; init; }
    public int ThumbsAnsweredTwice { get; init; }

    /// <summary>Likes that the trips should hold, and those they do.</summary>
    public long LikesExpected { get; init; }
    public long Likes { get; init; }

    public int StatusesTold { get; init; }

    /// <summary>Messages whose row says other than the farthest step that was told.</summary>
    public int StatusesWrong { get; init; }

    public long Unsent { get; init; }
    public long Dead { get; init; }

    /// <summary>Whether everything that was taken had its effect exactly once and in order.</summary>
    public bool AreRight =>
        Unanswered + AnsweredTwice + AnswersToNothing + OutOfOrder + SentTwice + Overtaking + ThumbsUnanswered + ThumbsAnsweredTwice + StatusesWrong == 0 && Likes == LikesExpected && Read == Delivered && Unsent + Dead == 0;

    /// <summary>Texts against their answers. The order of two texts of a person is known if the earlier was taken before the later left, or both came in one POST and the later in no other beside it.</summary>
    /// <param name="texts">What was written, in the order of each person's writing.</param>
    /// <param name="answers">Lists that say what they are for.</param>
    /// <param name="otherwise">Who got an answer without a list, as often as they did.</param>
    /// <param name="superseded">Whose answer a later one took the place of, as often as it did; believed of those whose last text was answered.</param>
    public static Effects OfTexts(IReadOnlyList<WrittenText> texts, IReadOnlyList<GivenAnswer> answers, IReadOnlyList<Person> otherwise, IReadOnlyList<Person> superseded)
    {
        var without = otherwise.CountBy(person => person.Number).ToDictionary();
        var overtaken = superseded.CountBy(person => person.Number).ToDictionary();
        var given = answers.ToLookup(answer => (answer.Person.Number, answer.Mark), answer => answer.Order);
        var written = texts.Select(text => (text.Person.Number, text.Mark)).ToHashSet();
        var (ordered, wrong) = (0, 0);
        foreach (var person in texts.GroupBy(text => text.Person.Number))
        {
            foreach (var (earlier, later) in person.Zip(person.Skip(1)))
            {
                if (given[(person.Key, earlier.Mark)].Any() && given[(person.Key, later.Mark)].Any() && IsOrderKnown(earlier, later))
                {
                    ordered++;
                    wrong += given[(person.Key, earlier.Mark)].Min() > given[(person.Key, later.Mark)].Min() ? 1 : 0;
                }
            }
        }

        var lacking = texts.GroupBy(text => text.Person.Number, (number, own) => (Number: number, Texts: Lacking.Of([.. own.Select(text => given[(number, text.Mark)].Any())], without.GetValueOrDefault(number), overtaken.GetValueOrDefault(number)))).ToArray();
        var toNothing = answers.Where(answer => !written.Contains((answer.Person.Number, answer.Mark))).ToArray();
        return new Effects
        {
            Texts = texts.Count,
            Unanswered = lacking.Sum(person => person.Texts.Unanswered),
            Misanswered = [.. lacking.Where(person => person.Texts.Unanswered > 0).Select(person => person.Number).Union(toNothing.Select(answer => answer.Person.Number))],
            AnsweredOtherwise = lacking.Sum(person => person.Texts.Otherwise),
            Superseded = lacking.Sum(person => person.Texts.Superseded),
            AnsweredTwice = texts.Count(text => given[(text.Person.Number, text.Mark)].Count() > 1),
            AnswersToNothing = toNothing.Length,
            Ordered = ordered,
            OutOfOrder = wrong,
        };
    }

    /// <summary>What became of a person's texts that no list answers.</summary>
    private sealed record Lacking(int Unanswered, int Otherwise, int Superseded)
    {
        /// <param name="answered">Whether each text has a list, in the order of writing.</param>
        /// <param name="without">Answers without a list.</param>
        /// <param name="overtaken">Answers that a later one took the place of.</param>
        public static Lacking Of(bool[] answered, int without, int overtaken)
        {
            var lacking = answered.Count(isAnswered => !isAnswered);
            var otherwise = Math.Min(lacking, without);
            var superseded = answered[^1] || without > 0 ? Math.Min(lacking - otherwise, overtaken) : 0;
            return new Lacking(lacking - otherwise - superseded, otherwise, superseded);
        }
    }

    private static bool IsOrderKnown(WrittenText earlier, WrittenText later) =>
        ReferenceEquals(earlier.First, later.First) ? !later.IsDoubledAtOnce : earlier.First is { } first && later.First is { } second && first.Answered < second.Left;

    /// <summary>How often messages were taken once too often, without need and for want of knowing.</summary>
    public static (int Twice, int Again) CountRepeats(IEnumerable<TakenMessage> taken) =>
        taken.GroupBy(message => message.Opaque).Select(Repeats).Aggregate((Twice: 0, Again: 0), (sum, next) => (sum.Twice + next.Twice, sum.Again + next.Again));

    private static (int Twice, int Again) Repeats(IEnumerable<TakenMessage> sameMessage)
    {
        var inOrder = sameMessage.OrderBy(message => message.Order).ToArray();
        var again = inOrder.SkipLast(1).Count(message => message.IsUnsure);
        return (inOrder.Length - 1 - again, again);
    }

    /// <summary>The order in which Meta took the messages of each person against the order in which they were to be sent.</summary>
    public static int CountOvertaking(IEnumerable<(Guid Person, long Sequence, long Order)> taken) =>
        taken.GroupBy(message => message.Person).Sum(person =>
        {
            var inOrder = person.OrderBy(message => message.Order).Select(message => message.Sequence).ToArray();
            return inOrder.Zip(inOrder.Skip(1)).Count(pair => pair.First > pair.Second);
        });
}
