namespace TravelBuddy.Web.Interests.Reading.Roles;

/// <summary>What speaks for one role of a place or another: the words around it, what kind of place it is, what the rules say of it and its neighbours, and what was decided of the place before.</summary>
internal sealed class RoleCues(NamedPlaces places)
{
    private const int ShortLink = 3;
    private const int ManyPlaces = 5;

    private readonly MentionWords _words = new(places.Text, [.. places.Named.Select(place => (place.Start, place.End, MentionWords.Place))]);
    private readonly int _count = places.Named.Select(place => place.Value.Id).Distinct().Count();

    /// <summary>How many words the text has.</summary>
    public int Words => _words.Count;

    /// <param name="i">Which place.</param>
    /// <param name="decided">The roles of the places before it.</param>
    public IReadOnlyList<string> Of(int i, IReadOnlyList<PlaceRole> decided)
    {
        var cues = new List<string>(100);
        _words.AddCues(i, cues);
        AddRules(i, cues);
        AddPlace(i, cues);
        var last = i > 0 ? decided[i - 1].ToString() : "none";
        cues.Add($"last={last}");
        if (i > 0)
        {
            var link = _words.Between(i) is { Count: <= ShortLink } few ? string.Join(' ', few) : "far";
            cues.Add($"link={link}");
            cues.Add($"last={last},link={link}");
        }

        for (var j = i - 1; j >= 0; j--)
        {
            if (places.Named[j].Value == places.Named[i].Value)
            {
                cues.Add($"same={decided[j]}");
                break;
            }
        }

        return cues;
    }

    private void AddRules(int i, List<string> cues)
    {
        var told = places.Told[i];
        var others = Enumerable.Range(0, places.Told.Count).Where(j => places.Named[j].Value != places.Named[i].Value).Select(j => places.Told[j]).ToHashSet();
        cues.Add($"rule={told}");
        cues.Add($"rule={told},wishes={others.Contains(PlaceRole.Wish)}");
        cues.Add($"rule={told},starts={others.Contains(PlaceRole.Start)}");
        cues.Add($"rule={told},kind={places.Named[i].Value.Kind}");
        cues.Add($"rule={told},next={(i + 1 < places.Told.Count ? places.Told[i + 1].ToString() : "none")}");
        cues.Add($"rule={told},last={(i > 0 ? places.Told[i - 1].ToString() : "none")}");
    }

    private void AddPlace(int i, List<string> cues)
    {
        var place = places.Named[i].Value;
        cues.Add($"kind={place.Kind}");
        cues.Add($"abroad={places.Gazetteer.IsAbroad(place)}");
        cues.Add($"known={(int)(4 * place.Popularity)}");
        cues.Add($"place={place.Id}");
        cues.Add($"count={Math.Min(_count, ManyPlaces)}");
        cues.Add($"first={i == 0}");
        cues.Add($"final={i == places.Named.Count - 1}");
        cues.Add($"again={places.Named.Count(other => other.Value == place) > 1}");
        cues.Add($"quarter={_words.Quarter(i)}");
    }
}
