using System.Text.Json;

namespace TravelBuddy.Web.Accommodation.Reading;

/// <summary>
/// One item of structured data, whatever form the page wrote it in: its types without vocabulary ("Hotel"), and its properties with texts and further items. Bounded: a page yields no more
/// than <see cref="MostThings"/> of them.
/// </summary>
internal sealed class StructuredThing
{
    public const int MostThings = 2000;
    private const int MostDepth = 16;
    private const int MostValues = 60;

    /// <summary>Of longer texts the beginning is read.</summary>
    public const int LongestText = 10_000;

    private readonly Dictionary<string, List<object>> _properties = new(StringComparer.OrdinalIgnoreCase);

    public HashSet<string> Types { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The <c>@id</c> it is pointed at by.</summary>
    public string? Id { get; private set; }

    /// <summary>All items of a JSON-LD block at any depth, outermost first; none if it is not JSON.</summary>
    public static IReadOnlyList<StructuredThing> OfJson(string json, int most)
    {
        try
        {
            using var document = JsonDocument.Parse(WebText.Json(json), new JsonDocumentOptions { MaxDepth = 64, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var all = new List<StructuredThing>();
            ReadJson(document.RootElement, all, most, 0);
            return all;
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>The first text of a property: its own, or the name of the item that stands there.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Texts(name).FirstOrDefault() is { } text)
            {
                return text;
            }
        }

        return null;
    }

    public IEnumerable<string> Texts(string name) => _properties.GetValueOrDefault(name)?.Select(value => value as string ?? (value as StructuredThing)?.Text("name", "@value")).OfType<string>() ?? [];

    /// <summary>The items that stand at a property.</summary>
    public IEnumerable<StructuredThing> Things(string name) => _properties.GetValueOrDefault(name)?.OfType<StructuredThing>() ?? [];

    public StructuredThing? Thing(string name) => Things(name).FirstOrDefault();

    /// <summary>Puts the items in place that others only point at by their id.</summary>
    public void Resolve(IReadOnlyDictionary<string, StructuredThing> byId)
    {
        foreach (var values in _properties.Values)
        {
            for (var i = 0; i < values.Count; i++)
            {
                if (values[i] is StructuredThing { Id: { } id, _properties.Count: 0 } && byId.TryGetValue(id, out var meant))
                {
                    values[i] = meant;
                }
            }
        }
    }

    private static object? ReadJson(JsonElement element, List<StructuredThing> all, int most, int depth)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray().Take(depth == 0 ? most : MostValues))
            {
                ReadJson(item, all, most, depth);
            }

            return null;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => Cut(element.GetString()!),
                JsonValueKind.Number => element.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => null,
            };
        }

        if (all.Count >= most || depth > MostDepth)
        {
            return null;
        }

        var thing = new StructuredThing();
        all.Add(thing);
        foreach (var member in element.EnumerateObject())
        {
            switch (member.Name)
            {
                case "@type":
                    thing.AddTypes(member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().Where(type => type.ValueKind == JsonValueKind.String).Select(type => type.GetString()!)
                        : member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : []);
                    break;
                case "@id":
                    thing.Id = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null;
                    break;
                case "@context":
                    break;
                default:
                    foreach (var value in member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().Take(MostValues) : Enumerable.Repeat(member.Value, 1))
                    {
                        thing.Add(member.Name, ReadJson(value, all, most, depth + 1));
                    }

                    break;
            }
        }

        return thing;
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];

    public void AddTypes(IEnumerable<string> types)
    {
        foreach (var type in types.Take(10))
        {
            Types.Add(type[(type.LastIndexOfAny(['/', '#', ':']) + 1)..]);
        }
    }

    /// <summary>Adds a text or a further item under each of some names.</summary>
    public void Add(IEnumerable<string> names, object value)
    {
        foreach (var name in names.Take(4))
        {
            Add(name, value is string text ? Cut(text) : value);
        }
    }

    private void Add(string name, object? value)
    {
        if (value is null)
        {
            return;
        }

        var values = _properties.TryGetValue(name, out var known) ? known : _properties[name] = [];
        if (values.Count < MostValues)
        {
            values.Add(value);
        }
    }
}
