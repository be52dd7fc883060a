namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>
/// Fills the slots of a schedule. Of the persons of the run now one, now another writes; one text in ten is followed by another of the same person in the
/// same POST, and one in five comes a second after the same person's last; nobody writes so much that the answers pass Meta's pace for one person (45 messages at
/// once, then one each six seconds), which the app keeps to. Persons of before react to cards they were shown, each card once.
/// </summary>
public sealed class Mailbag(TravelWishes wishes, IReadOnlyList<Person> persons, IReadOnlyList<TakenMessage> cards, StatusFeed statuses, int seed)
{
    private const string Thumb = "👍";
    private const string Surprise = "😮";
    private const int SecondOfTexts = 50;
    private const int MostTexts = 6;

    private readonly Random _random = new(seed);
    private readonly Queue<TakenMessage> _cards = new(cards);
    private readonly List<WrittenText> _texts = [];
    private readonly List<Reaction> _reactions = [];
    private int _next;
    private int _ahead;

    public IReadOnlyList<WrittenText> Texts => _texts;

    public IReadOnlyList<Reaction> Reactions => _reactions;

    /// <summary>Statuses told of messages of the app, and of messages that are none of its.</summary>
    public int Statuses { get; private set; }

    public int Strange { get; private set; }

    public List<Update> Fill(IReadOnlyList<Slot> slots, Delivery delivery)
    {
        var updates = new List<Update>(slots.Count + 1);
        foreach (var slot in slots)
        {
            switch (slot)
            {
                case Slot.Text when _ahead > 0:
                    _ahead--;
                    updates.Add(NextStatus());
                    break;
                case Slot.Text:
                    var text = Write(NextWriter(), delivery);
                    updates.Add(text);
                    if (_random.Next(10) == 0 && text.Person.Written < MostTexts)
                    {
                        updates.Add(Write(text.Person, delivery));
                        _ahead++;
                    }

                    break;
                case Slot.Reaction when _cards.TryDequeue(out var card):
                    var reaction = new Reaction(card.Person!, $"wamid.{Guid.NewGuid():N}", card.Id, _random.Next(5) == 0 ? Surprise : Thumb);
                    _reactions.Add(reaction);
                    updates.Add(reaction);
                    break;
                default:
                    updates.Add(NextStatus());
                    break;
            }
        }

        return updates;
    }

    /// <summary>A text of a person, outside any schedule.</summary>
    public WrittenText Write(Person person, Delivery delivery)
    {
        var (body, mark) = wishes.Text(person, person.Written++);
        var text = new WrittenText(person, $"wamid.{Guid.NewGuid():N}", mark, body) { First = delivery };
        _texts.Add(text);
        return text;
    }

    /// <summary>Whether an emoji says that a tour is liked.</summary>
    public static bool IsThumb(Reaction reaction) => reaction.Emoji == Thumb;

    private Person NextWriter()
    {
        if (_texts.Count > SecondOfTexts && _random.Next(5) == 0 && _texts[^SecondOfTexts].Person is { Written: < MostTexts } again)
        {
            return again;
        }

        var next = persons[_next++ % persons.Count];
        for (var looked = 0; next.Written >= MostTexts && looked < persons.Count; looked++)
        {
            next = persons[_next++ % persons.Count];
        }

        return next;
    }

    private Update NextStatus()
    {
        if (statuses.Take(held: true) is { } status)
        {
            Statuses++;
            return status;
        }

        Strange++;
        return new StrangeStatus($"wamid.{Guid.NewGuid():N}");
    }
}
