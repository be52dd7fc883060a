using System.Text.Json.Nodes;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Web.WhatsApp.Cloud;

/// <summary>
/// A message of the Cloud API. Constructors shorten texts and refuse what cannot be mended (<see cref="ArgumentException"/>), so that whatever exists
/// is within the platform's limits.
/// </summary>
public abstract record ChatMessage
{
    /// <summary>Value of <c>type</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The object that stands under the type's name.</summary>
    public abstract JsonNode Content();

    /// <summary>Whether it may be sent outside the customer service window.</summary>
    public virtual bool IsTemplate => false;

    /// <summary>The request body; <paramref name="opaque"/> comes back in every status.</summary>
    public JsonObject ToJson(WhatsAppIdentity to, string opaque)
    {
        var json = new JsonObject { ["messaging_product"] = "whatsapp", ["recipient_type"] = "individual" };
        if (to.WaId is { Length: > 0 } phone)
        {
            json["to"] = phone.StartsWith('+') ? phone : "+" + phone;
        }
        else
        {
            json["recipient"] = to.UserId ?? throw new ArgumentException("A recipient needs a WhatsApp id or a user id.", nameof(to));
        }

        json["type"] = Type;
        json[Type] = Content();
        json["biz_opaque_callback_data"] = opaque.Length <= Limits.OpaqueData ? opaque : throw new ArgumentException("Callback data is too long.", nameof(opaque));
        return json;
    }
}

public sealed record TextMessage(string Body, bool PreviewUrl = false) : ChatMessage
{
    public string Body { get; } = Limits.Shorten(Body, Limits.Text);

    public override string Type => "text";

    public override JsonNode Content() => new JsonObject { ["body"] = Body, ["preview_url"] = PreviewUrl };
}

public sealed record ImageMessage(string MediaId, string? Caption) : ChatMessage
{
    public string? Caption { get; } = Caption is null ? null : Limits.Shorten(Caption, Limits.Caption);

    public override string Type => "image";

    public override JsonNode Content()
    {
        var image = new JsonObject { ["id"] = MediaId };
        if (Caption is not null)
        {
            image["caption"] = Caption;
        }

        return image;
    }
}

public sealed record ReplyButton(string Id, string Title)
{
    public string Id { get; } = Id.Length is > 0 and <= Limits.ButtonId ? Id : throw new ArgumentException("A button id has 1 to 256 characters.", nameof(Id));
    public string Title { get; } = Limits.Line(Title, Limits.ButtonTitle);
}

/// <summary>What stands above and below an interactive message: an uploaded picture or a line of text, and a small line.</summary>
public sealed record Frame(string? ImageId = null, string? Header = null, string? Footer = null)
{
    public static readonly Frame None = new();

    internal void AddTo(JsonObject interactive)
    {
        if (ImageId is not null)
        {
            interactive["header"] = new JsonObject { ["type"] = "image", ["image"] = new JsonObject { ["id"] = ImageId } };
        }
        else if (Header is not null)
        {
            interactive["header"] = new JsonObject { ["type"] = "text", ["text"] = Limits.Line(Header, Limits.Header) };
        }

        if (Footer is not null)
        {
            interactive["footer"] = new JsonObject { ["text"] = Limits.Line(Footer, Limits.Footer) };
        }
    }
}

public abstract record InteractiveMessage(string Body, Frame Frame) : ChatMessage
{
    public string Body { get; } = Limits.Shorten(Body, Limits.InteractiveBody);

    public override string Type => "interactive";

    protected abstract string Kind { get; }

    protected abstract JsonObject Action();

    public override JsonNode Content()
    {
        var interactive = new JsonObject { ["type"] = Kind, ["body"] = new JsonObject { ["text"] = Body } };
        Frame.AddTo(interactive);
        interactive["action"] = Action();
        return interactive;
    }
}

/// <summary>Up to three reply buttons, titles and ids different.</summary>
public sealed record ButtonsMessage : InteractiveMessage
{
    public ButtonsMessage(string body, IReadOnlyList<ReplyButton> buttons, Frame? frame = null) : base(body, frame ?? Frame.None)
    {
        if (buttons.Count is 0 or > Limits.Buttons || buttons.DistinctBy(b => b.Id).Count() != buttons.Count || buttons.DistinctBy(b => b.Title).Count() != buttons.Count)
        {
            throw new ArgumentException("A message has 1 to 3 buttons of different ids and titles.", nameof(buttons));
        }

        Buttons = buttons;
    }

    public IReadOnlyList<ReplyButton> Buttons { get; }

    protected override string Kind => "button";

    protected override JsonObject Action() => new()
    {
        ["buttons"] = new JsonArray([.. Buttons.Select(b => new JsonObject
        {
            ["type"] = "reply", ["reply"] = new JsonObject { ["id"] = b.Id, ["title"] = b.Title },
        })]),
    };
}

public sealed record ListRow(string Id, string Title, string? Description)
{
    public string Id { get; } = Id.Length is > 0 and <= Limits.RowId ? Id : throw new ArgumentException("A row id has 1 to 200 characters.", nameof(Id));
    public string Title { get; } = Limits.Line(Title, Limits.RowTitle);
    public string? Description { get; } = string.IsNullOrWhiteSpace(Description) ? null : Limits.Line(Description, Limits.RowDescription);
}

/// <summary>One section of up to ten rows.</summary>
public sealed record ListMessage : InteractiveMessage
{
    public ListMessage(string body, string button, IReadOnlyList<ListRow> rows, Frame? frame = null) : base(body, frame ?? Frame.None)
    {
        if (rows.Count is 0 or > Limits.Rows || rows.DistinctBy(r => r.Id).Count() != rows.Count)
        {
            throw new ArgumentException("A list has 1 to 10 rows of different ids.", nameof(rows));
        }

        if (Frame.ImageId is not null)
        {
            throw new ArgumentException("A list has no picture.", nameof(frame));
        }

        Button = Limits.Line(button, Limits.ButtonTitle);
        Rows = rows;
    }

    public string Button { get; }
    public IReadOnlyList<ListRow> Rows { get; }

    protected override string Kind => "list";

    protected override JsonObject Action() => new()
    {
        ["button"] = Button,
        ["sections"] = new JsonArray(new JsonObject
        {
            ["rows"] = new JsonArray([.. Rows.Select(r =>
            {
                var row = new JsonObject { ["id"] = r.Id, ["title"] = r.Title };
                if (r.Description is not null)
                {
                    row["description"] = r.Description;
                }

                return row;
            })]),
        }),
    };
}

/// <summary>One button that opens an http(s) address.</summary>
public sealed record LinkMessage : InteractiveMessage
{
    public LinkMessage(string body, string displayText, string url, Frame? frame = null) : base(body, frame ?? Frame.None)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || url.Length > 2000)
        {
            throw new ArgumentException("A link is an http(s) address of at most 2000 characters.", nameof(url));
        }

        DisplayText = Limits.Line(displayText, Limits.ButtonTitle);
        Url = url;
    }

    public string DisplayText { get; }
    public string Url { get; }

    protected override string Kind => "cta_url";

    protected override JsonObject Action() => new()
    {
        ["name"] = "cta_url",
        ["parameters"] = new JsonObject { ["display_text"] = DisplayText, ["url"] = Url },
    };
}

/// <summary>Asks for the person's place on the map; their answer is a location.</summary>
public sealed record LocationRequestMessage(string Body) : InteractiveMessage(Body, Frame.None)
{
    protected override string Kind => "location_request_message";

    protected override JsonObject Action() => new() { ["name"] = "send_location" };
}
