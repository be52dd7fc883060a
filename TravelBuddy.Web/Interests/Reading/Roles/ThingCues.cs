namespace TravelBuddy.Web.Interests.Reading.Roles;

/// <summary>What speaks for one way or another to mean a thing: the words around it and its own, what kind of thing it is, what the rules say of it and its neighbours, and how the thing before was meant.</summary>
internal sealed class ThingCues
{
    private const int ShortLink = 3;

    private readonly NamedThings _things;
    private readonly MentionWords _words;
    private readonly int[] _mention;

    public ThingCues(NamedThings things)
    {
        _things = things;
        var mentions = things.Named.Select((thing, i) => (thing.Start, thing.End, Word: $"<{KindOf(thing)}>", Thing: i))
            .Concat(things.Places.Select(place => (place.Start, place.End, Word: MentionWords.Place, Thing: -1)))
            .OrderBy(mention => mention.Start).ThenByDescending(mention => mention.End).ToList();
        _words = new MentionWords(things.Text, [.. mentions.Select(mention => (mention.Start, mention.End, mention.Word))]);
        _mention = new int[things.Named.Count];
        for (var m = 0; m < mentions.Count; m++)
        {
            if (mentions[m].Thing >= 0)
            {
                _mention[mentions[m].Thing] = m;
            }
        }
    }

    /// <summary>How many words the text has.</summary>
    public int Words => _words.Count;

    /// <param name="i">Which thing.</param>
    /// <param name="decided">How those before it are meant.</param>
    public IReadOnlyList<string> Of(int i, IReadOnlyList<Stance> decided)
    {
        var cues = new List<string>(100);
        var mention = _mention[i];
        var kind = KindOf(_things.Named[i]);
        _words.AddCues(mention, cues);
        cues.Add($"kind={kind}");
        cues.Add($"kind={kind},b1={_words.Beside(mention, -1)}");
        cues.Add($"kind={kind},b21={_words.Beside(mention, -2)} {_words.Beside(mention, -1)}");
        cues.Add($"kind={kind},a1={_words.Beside(mention, 1)}");
        cues.Add($"kind={kind},quarter={_words.Quarter(mention)}");
        cues.Add($"quarter={_words.Quarter(mention)}");
        AddThing(i, cues);
        AddRules(i, cues);
        var last = i > 0 ? decided[i - 1].ToString() : "none";
        var link = i > 0 && _words.Between(mention) is { Count: <= ShortLink } few ? string.Join(' ', few) : "far";
        cues.Add($"last={last}");
        cues.Add($"last={last},link={link}");
        return cues;
    }

    private static string KindOf(NamedThing thing) => ConceptSlots.Of(thing.Concepts[0].Kind);

    private void AddThing(int i, List<string> cues)
    {
        var thing = _things.Named[i];
        cues.AddRange(thing.Concepts.Select(concept => $"thing={concept.Id}"));
        cues.Add($"said={_things.Text.Folded[_things.Text.FoldedIndex(thing.Start).._things.Text.FoldedIndex(thing.End)]}");
        cues.Add($"again={_things.Named.Count(other => other.Concepts[0] == thing.Concepts[0]) > 1}");
        cues.Add($"first={i == 0}");
    }

    private void AddRules(int i, List<string> cues)
    {
        var told = _things.Named[i].Told;
        cues.Add($"rule={told}");
        cues.Add($"rule={told},kind={KindOf(_things.Named[i])}");
        cues.Add($"rule={told},next={(i + 1 < _things.Named.Count ? _things.Named[i + 1].Told.ToString() : "none")}");
        cues.Add($"rule={told},last={(i > 0 ? _things.Named[i - 1].Told.ToString() : "none")}");
    }
}
