using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Marten;
using Marten.Patching;
using Microsoft.AspNetCore.Mvc;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Outbox;
using Wolverine.Marten;

namespace TravelBuddy.Web.Simulator;

/// <summary>The pretend Graph API under <c>/simulator/graph/{version}/</c>: checks token, shape, limits, window, throughput and pair rate, and answers as Meta does.</summary>
public static class PretendGraph
{
    /// <summary>What may be sent to one phone at once; it comes back at one message each six seconds.</summary>
    private const int Burst = 45;

    /// <summary>Messages a second for the number, in plus out.</summary>
    private const int Throughput = 80;

    private static readonly TimeSpan Each = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan ServiceWindow = TimeSpan.FromHours(24);
    private static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(25);

    public static void MapPretendGraph(this WebApplication app)
    {
        var graph = app.MapGroup("/simulator/graph/{version}")
            .AddEndpointFilter(SimulatorGate.Filter).AddEndpointFilter(RefuseAsync).AddEndpointFilter(MisbehavingCalls.Filter).DisableAntiforgery().ExcludeFromDescription();
        graph.MapPost("/{phoneNumberId}/messages", MessagesAsync);
        graph.MapPost("/{phoneNumberId}/media", PretendGraphMedia.UploadAsync).WithMetadata(new RequestSizeLimitAttribute(6 * 1024 * 1024));
        graph.MapGet("/{wabaId}/message_templates", TemplatesAsync);
        graph.MapGet("/{mediaId}", PretendGraphMedia.DescribeAsync);
        graph.MapDelete("/{mediaId}", PretendGraphMedia.DeleteAsync);
        graph.MapGet("/media-content/{mediaId}", PretendGraphMedia.DownloadAsync);
        app.MapGet("/simulator/media/{id}", PretendGraphMedia.ShowAsync).AddEndpointFilter(SimulatorGate.Filter).ExcludeFromDescription();
    }

    private static async Task<IResult> MessagesAsync(
        HttpContext http, BusinessAccount account, PretendPhones phones, PretendFaults faults, PretendTemplates templates, IDocumentSession session, IMartenOutbox outbox, TimeProvider time, CancellationToken ct)
    {
        using var json = await ParseAsync(http, ct);
        if (json is null)
        {
            return GraphAnswers.Error(GraphShape.Invalid("The body is not JSON."));
        }

        var now = time.GetUtcNow();
        if (GraphShape.Str(json.RootElement, "status") == "read")
        {
            return await ReadAsync(json.RootElement, session, now, ct);
        }

        var rules = new GraphRules(templates, await KnownAsync(GraphRules.MediaIds(json.RootElement), session, now, ct)) { Sender = (await account.GetAsync(ct)).Digits };
        if (rules.Check(json.RootElement) is { } fault)
        {
            return GraphAnswers.Error(fault);
        }

        var body = JsonObject.Create(json.RootElement)!;
        if (await RecipientAsync(json.RootElement, phones, ct) is not { } phone)
        {
            return GraphAnswers.Error(new GraphFault(400, 131026, "(#131026) Message undeliverable", "No such user."));
        }

        var misbehaviour = faults.Next(phone.Id);
        if (misbehaviour == PretendFault.BreakBeforeTaking)
        {
            http.Abort();
            return Results.Empty;
        }

        if (misbehaviour == PretendFault.Gateway)
        {
            return Results.Text("<html>Bad gateway</html>", "text/html", statusCode: 502);
        }

        if (misbehaviour is { Status: > 0 } error)
        {
            return GraphAnswers.Error(new GraphFault(error.Status, error.Code, $"(#{error.Code}) Pretended error", "Asked for on the simulator's panel."));
        }

        if (await RefuseAsync(body, phone, session, now, ct) is { } refusal)
        {
            return GraphAnswers.Error(refusal);
        }

        var message = new PretendMessage
        {
            Id = Guid.CreateVersion7(now),
            PhoneId = phone.Id,
            FromPerson = false,
            Body = phones.Seal(body),
            At = now,
            Opaque = body["biz_opaque_callback_data"]?.GetValue<string>(),
            InWindow = IsWindowOpen(phone, now),
        };
        http.Items[typeof(PretendMessage)] = message;
        var loses = misbehaviour == PretendFault.BreakAfterTaking || MisbehavingCalls.LosesItsAnswer(http);
        await TakeAsync(message, phone, body, loses, session, ct);
        await outbox.PublishAsync(new TellStatus(phone.Id, message.Id, DeliveryState.Sent));
        await session.SaveChangesAsync(ct);
        if (misbehaviour == PretendFault.BreakAfterTaking)
        {
            http.Abort();
            return Results.Empty;
        }

        var contact = new JsonObject { ["input"] = body["to"]?.DeepClone() ?? body["recipient"]?.DeepClone() };
        if (phones.NumberOf(phone) is { } number)
        {
            contact["wa_id"] = number;
        }

        contact["user_id"] = phone.UserId;
        var taken = new JsonObject { ["id"] = message.MessageId };
        if (body["type"]!.GetValue<string>() == "template")
        {
            taken["message_status"] = "accepted";
        }

        return GraphAnswers.Json(new JsonObject { ["messaging_product"] = "whatsapp", ["contacts"] = new JsonArray(contact), ["messages"] = new JsonArray(taken) });
    }

    /// <summary>What only the chat and its pace can refuse.</summary>
    private static async Task<GraphFault?> RefuseAsync(JsonObject body, PretendPhone phone, IDocumentSession session, DateTimeOffset now, CancellationToken ct)
    {
        if (body["type"]!.GetValue<string>() != "template" && !IsWindowOpen(phone, now))
        {
            return new GraphFault(400, 131047, "(#131047) Re-engagement message", "Message failed to send because more than 24 hours have passed since the customer last replied to this number.");
        }

        var lately = now - TimeSpan.FromSeconds(1);
        if (await session.Query<PretendMessage>().CountAsync(m => m.At > lately, ct) >= Throughput)
        {
            return new GraphFault(400, 130429, "(#130429) Rate limit hit", "Message failed to send because there were too many messages sent from this phone number in a short period of time.");
        }

        return PaidBack(phone, now) > now + Burst * Each
            ? new GraphFault(400, 131056, "(#131056) (Business Account, Consumer Account) pair rate limit hit", "Too many messages sent to this phone in a short time.")
            : null;
    }

    private static bool IsWindowOpen(PretendPhone phone, DateTimeOffset now) => phone.LastWroteAt + ServiceWindow > now;

    /// <summary>When a message sent now is paid back, with those before it.</summary>
    private static DateTimeOffset PaidBack(PretendPhone phone, DateTimeOffset now) => (phone.PaidBackAt is { } debt && debt > now ? debt : now) + Each;

    private static async Task TakeAsync(PretendMessage message, PretendPhone phone, JsonObject body, bool losesItsAnswer, IDocumentSession session, CancellationToken ct)
    {
        if (message.Opaque is { } opaque && await session.Query<PretendMessage>().AnyAsync(m => m.PhoneId == message.PhoneId && m.Opaque == opaque, ct))
        {
            session.Insert(PretendMishap.Of(Mishap.TakenAgain));
        }

        if (losesItsAnswer)
        {
            session.Insert(PretendMishap.Of(Mishap.TakenUnanswered));
        }

        if (body["reaction"] is { } reaction && PretendMessage.IdOf(reaction["message_id"]!.GetValue<string>()) is { } reactedTo)
        {
            var emoji = reaction["emoji"]!.GetValue<string>() is { Length: > 0 } given ? given : null;
            session.Patch<PretendMessage>(m => m.Id == reactedTo && m.PhoneId == message.PhoneId && m.FromPerson).Set(m => m.Reaction, emoji);
        }

        session.Insert(message);
        session.Patch<PretendPhone>(message.PhoneId).Set(p => p.TypingUntil, null).Set(p => p.PaidBackAt, PaidBack(phone, message.At));
    }

    /// <summary>The business read a message of the person: its ticks turn blue, and those of all before it.</summary>
    private static async Task<IResult> ReadAsync(JsonElement request, IDocumentSession session, DateTimeOffset now, CancellationToken ct)
    {
        if (GraphRules.CheckRead(request) is { } fault)
        {
            return GraphAnswers.Error(fault);
        }

        if (PretendMessage.IdOf(GraphShape.Str(request, "message_id")!) is not { } id || await session.LoadAsync<PretendMessage>(id, ct) is not { FromPerson: true } read)
        {
            return GraphAnswers.Error(GraphShape.Invalid("message_id is not a message to this number."));
        }

        // The message itself by its id: its time has more digits than the database compares, so it need not be at or before itself.
        session.Patch<PretendMessage>(m => m.PhoneId == read.PhoneId && m.FromPerson && (m.Id == id || m.At < read.At)).Set(m => m.State, DeliveryState.Read);
        if (request.TryGetProperty("typing_indicator", out _))
        {
            session.Patch<PretendPhone>(read.PhoneId).Set(p => p.TypingUntil, now + TypingLasts);
        }

        await session.SaveChangesAsync(ct);
        return GraphAnswers.Json(new JsonObject { ["success"] = true });
    }

    private static async Task<Dictionary<string, string>> KnownAsync(IReadOnlyList<string> ids, IDocumentSession session, DateTimeOffset now, CancellationToken ct)
    {
        string[] asked = [.. ids];
        return asked.Length == 0 ? [] : (await session.Query<PretendMedia>().Where(media => media.Id.IsOneOf(asked) && (media.ExpiresAt == null || media.ExpiresAt > now))
            .Select(media => new { media.Id, media.MimeType }).ToListAsync(ct)).ToDictionary(media => media.Id, media => media.MimeType);
    }

    private static async Task<PretendPhone?> RecipientAsync(JsonElement message, PretendPhones phones, CancellationToken ct)
    {
        if (GraphShape.Str(message, "to") is { } to)
        {
            return await phones.WithNumberAsync(to.TrimStart('+'), ct);
        }

        return PretendPhone.IdOf(GraphShape.Str(message, "recipient")!) is { } id ? await phones.FindAsync(id, ct) : null;
    }

    /// <summary>Refuses callers without the token, and other numbers.</summary>
    private static async ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var number = await http.RequestServices.GetRequiredService<BusinessAccount>().GetAsync(http.RequestAborted);
        var given = System.Text.Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString());
        if (!CryptographicOperations.FixedTimeEquals(given, System.Text.Encoding.UTF8.GetBytes("Bearer " + number.AccessToken)))
        {
            return GraphAnswers.Error(new GraphFault(401, 190, "Invalid OAuth access token - Cannot parse access token", "The token is not this installation's."));
        }

        return http.Request.RouteValues["phoneNumberId"] is string asked && asked != number.PhoneNumberId
            ? GraphAnswers.Error(GraphFault.NoSuchObject("post"))
            : await next(context);
    }

    private static async Task<IResult> TemplatesAsync(string wabaId, BusinessAccount account, PretendTemplates templates, CancellationToken ct) => wabaId != (await account.GetAsync(ct)).WabaId
        ? GraphAnswers.Error(GraphFault.NoSuchObject("get"))
        : GraphAnswers.Json(new JsonObject { ["data"] = templates.ToJson(), ["paging"] = new JsonObject { ["cursors"] = new JsonObject { ["before"] = "MAZDZD", ["after"] = "MjQZD" } } });

    private static async Task<JsonDocument?> ParseAsync(HttpContext http, CancellationToken ct)
    {
        try
        {
            return await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
