using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace TravelBuddy.Web.Accommodation.Reading;

/// <summary>
/// What of a page is for programs, gathered in one pass over its tokens: no tree is built, because a page that nests a hundred thousand elements would cost minutes. Everything kept is bounded.
/// </summary>
internal sealed class PageScan
{
    private const int MostBlocks = 20, LongestBlock = 400_000, MostMetas = 400, MostOpen = 256, MostListening = 8;

    private static readonly HashSet<string> Void = new(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"], StringComparer.Ordinal);

    private readonly List<Open> _open = [];
    private int _things;

    private PageScan()
    {
    }

    /// <summary>The page's language as it says itself.</summary>
    public string? Language { get; private set; }

    /// <summary>Its blocks of JSON-LD.</summary>
    public List<string> JsonLd { get; } = [];

    /// <summary>Its first <c>meta</c> of each name or property, in small letters.</summary>
    public Dictionary<string, string> Metas { get; } = new(StringComparer.Ordinal);

    /// <summary>The items of its microdata, outermost first.</summary>
    public List<StructuredThing> Microdata { get; } = [];

    public static PageScan Of(string html)
    {
        var scan = new PageScan();
        using var source = new TextSource(html);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            switch (token.Type)
            {
                case HtmlTokenType.StartTag when token is HtmlTagToken tag:
                    scan.Start(tag, tokens);
                    break;
                case HtmlTokenType.EndTag:
                    scan.End(token.Name);
                    break;
                case HtmlTokenType.Character:
                    scan.Said(token.Data);
                    break;
            }
        }

        scan.CloseDownTo(0);
        return scan;
    }

    private void Start(HtmlTagToken tag, HtmlTokenizer tokens)
    {
        // What the tree's builder would tell the tokenizer.
        tokens.State = tag.Name switch
        {
            "script" => HtmlParseMode.Script,
            "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
            "title" or "textarea" => HtmlParseMode.RCData,
            "plaintext" => HtmlParseMode.Plaintext,
            _ => HtmlParseMode.PCData,
        };
        if (tag.Name == "html" && Language is null && Attribute(tag, "lang") is { Length: > 0 } language)
        {
            Language = language;
        }
        else if (tag.Name == "meta" && Metas.Count < MostMetas && (Attribute(tag, "property") ?? Attribute(tag, "name")) is { Length: > 0 and < 100 } name && Attribute(tag, "content") is { } content)
        {
            Metas.TryAdd(name.Trim().ToLowerInvariant(), content);
        }

        var thing = _things < StructuredThing.MostThings && Attribute(tag, "itemscope") is not null ? NewThing(tag) : null;
        var (properties, owner) = (Attribute(tag, "itemprop")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [], _open.FindLast(open => open.Thing is not null)?.Thing);
        var value = thing is null ? ValueOf(tag) : null;
        if (owner is not null && properties.Length > 0 && (thing ?? (object?)value) is { } known)
        {
            owner.Add(properties, known);
        }

        var isJson = tag.Name == "script" && JsonLd.Count < MostBlocks && Attribute(tag, "type")?.Split(';')[0].Trim().Equals("application/ld+json", StringComparison.OrdinalIgnoreCase) == true;
        if (Void.Contains(tag.Name) || tag.IsSelfClosing && tag.Name != "script" || _open.Count >= MostOpen)
        {
            return;
        }

        var listens = isJson || owner is not null && properties.Length > 0 && thing is null && value is null && _open.Count(open => open.Text is not null) < MostListening;
        _open.Add(new Open(tag.Name, thing, listens ? new StringBuilder() : null, isJson, owner, properties));
    }

    private void End(string name)
    {
        if (_open.FindLastIndex(open => open.Name == name) is >= 0 and var at)
        {
            CloseDownTo(at);
        }
    }

    private void CloseDownTo(int at)
    {
        for (var i = _open.Count - 1; i >= at; i--)
        {
            var open = _open[i];
            _open.RemoveAt(i);
            if (open.IsJson)
            {
                JsonLd.Add(open.Text!.ToString());
            }
            else if (open.Text is { Length: > 0 } text)
            {
                open.Owner!.Add(open.Properties, text.ToString());
            }
        }
    }

    private void Said(string text)
    {
        foreach (var open in _open)
        {
            if (open.Text is { } heard && heard.Length + text.Length <= (open.IsJson ? LongestBlock : StructuredThing.LongestText))
            {
                heard.Append(text);
            }
        }
    }

    private StructuredThing NewThing(HtmlTagToken tag)
    {
        _things++;
        var thing = new StructuredThing();
        thing.AddTypes(Attribute(tag, "itemtype")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []);
        Microdata.Add(thing);
        return thing;
    }

    /// <summary>What an element says by an attribute; null: by its text.</summary>
    private static string? ValueOf(HtmlTagToken tag) => Attribute(tag, "content") ?? tag.Name switch
    {
        "a" or "link" or "area" => Attribute(tag, "href"),
        "img" or "iframe" or "source" => Attribute(tag, "src"),
        "time" => Attribute(tag, "datetime"),
        "data" or "meter" => Attribute(tag, "value"),
        _ => null,
    };

    private static string? Attribute(HtmlTagToken tag, string name)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name == name)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>An element that is open: an item, or a text that is listened to for a property of <paramref name="Owner"/> or as JSON.</summary>
    private sealed record Open(string Name, StructuredThing? Thing, StringBuilder? Text, bool IsJson, StructuredThing? Owner, string[] Properties);
}
