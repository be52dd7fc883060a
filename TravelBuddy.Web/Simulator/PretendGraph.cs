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

/// <summary>The pretend Graph API under <c>/simulator/graph/{version}/{phone-number-id}/</c>: checks token, shape, limits, window and pair rate, and answers as Meta does.</summary>
public static class PretendGraph
{
    private const string Path = "/simulator/graph/{version}/{phoneNumberId}";

    /// <summary>A burst to one phone: 45 messages in 6 seconds.</summary>
    private const int Burst = 45;

    private static readonly TimeSpan BurstWindow = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan ServiceWindow = TimeSpan.FromHours(24);

    public static void MapPretendGraph(this WebApplication app)
    {
        var graph = app.MapGroup(Path).AddEndpointFilter(SimulatorGate.Filter).DisableAntiforgery().ExcludeFromDescription();
        graph.MapPost("/messages", MessagesAsync);
        graph.MapPost("/media", MediaAsync).WithMetadata(new RequestSizeLimitAttribute(6 * 1024 * 1024));
        app.MapGet("/simulator/media/{id}", PictureAsync).AddEndpointFilter(SimulatorGate.Filter).ExcludeFromDescription();
    }

    private static async Task<IResult> MessagesAsync(
        string phoneNumberId, HttpContext http, BusinessAccount account, PretendPhones phones, PretendFaults faults, IDocumentSession session, IMartenOutbox outbox, TimeProvider time, CancellationToken ct)
    {
        if (await RefuseAsync(http, phoneNumberId, account, ct) is { } refusal)
        {
            return refusal;
        }

        using var json = await ParseAsync(http, ct);
        if (json is null)
        {
            return Error(new GraphFault(400, 100, "(#100) Invalid parameter", "The body is not JSON."));
        }

        if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("status", out var status) && status.ValueEquals("read"))
        {
            return await ReadAsync(json.RootElement, session, ct);
        }

        var pictureKnown = GraphRules.PictureId(json.RootElement) is { } pictureId && await session.LoadAsync<PretendMedia>(pictureId, ct) is not null;
        if (GraphRules.Check(json.RootElement, pictureKnown) is { } fault)
        {
            return Error(fault);
        }

        var body = JsonObject.Create(json.RootElement)!;
        if (await RecipientAsync(json.RootElement, phones, ct) is not { } phone)
        {
            return Error(new GraphFault(400, 131026, "(#131026) Message undeliverable", "No such user."));
        }

        var now = time.GetUtcNow();
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
            return Error(new GraphFault(error.Status, error.Code, $"(#{error.Code}) Pretended error", "Asked for on the simulator's panel."));
        }

        if (body["type"]!.GetValue<string>() != "template" && !(phone.LastWroteAt + ServiceWindow > now))
        {
            return Error(new GraphFault(400, 131047, "(#131047) Re-engagement message", "Message failed to send because more than 24 hours have passed since the customer last replied to this number."));
        }

        var since = now - BurstWindow;
        if (await session.Query<PretendMessage>().CountAsync(m => m.PhoneId == phone.Id && !m.FromPerson && m.At > since, ct) >= Burst)
        {
            return Error(new GraphFault(400, 131056, "(#131056) (Business Account, Consumer Account) pair rate limit hit", "Too many messages sent to this phone in a short time."));
        }

        var message = new PretendMessage
        {
            Id = Guid.CreateVersion7(now),
            PhoneId = phone.Id,
            FromPerson = false,
            Body = phones.Seal(body),
            At = now,
            Opaque = body["biz_opaque_callback_data"]?.GetValue<string>(),
        };
        session.Insert(message);
        await outbox.PublishAsync(new TellStatus(phone.Id, message.Id, DeliveryState.Sent));
        await session.SaveChangesAsync(ct);
        if (misbehaviour == PretendFault.BreakAfterTaking)
        {
            http.Abort();
            return Results.Empty;
        }

        var number = phones.NumberOf(phone);
        return Json(new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["contacts"] = new JsonArray(new JsonObject { ["input"] = body["to"]?.DeepClone() ?? body["recipient"]?.DeepClone(), ["wa_id"] = number, ["user_id"] = phone.UserId }),
            ["messages"] = new JsonArray(new JsonObject { ["id"] = message.MessageId }),
        });
    }

    /// <summary>The business read a message of the person: its ticks turn blue, and those of all before it.</summary>
    private static async Task<IResult> ReadAsync(JsonElement request, IDocumentSession session, CancellationToken ct)
    {
        if (request.TryGetProperty("message_id", out var text) && text.ValueKind == JsonValueKind.String && PretendMessage.IdOf(text.GetString()!) is { } id
            && await session.LoadAsync<PretendMessage>(id, ct) is { FromPerson: true } read)
        {
            // The message itself by its id: its time has more digits than the database compares, so it need not be at or before itself.
            session.Patch<PretendMessage>(m => m.PhoneId == read.PhoneId && m.FromPerson && (m.Id == id || m.At < read.At)).Set(m => m.State, DeliveryState.Read);
            await session.SaveChangesAsync(ct);
            return Json(new JsonObject { ["success"] = true });
        }

        return Error(new GraphFault(400, 100, "(#100) Invalid parameter", "message_id is not a message to this number."));
    }

    private static async Task<IResult> MediaAsync(string phoneNumberId, HttpContext http, BusinessAccount account, IDocumentSession session, CancellationToken ct)
    {
        if (await RefuseAsync(http, phoneNumberId, account, ct) is { } refusal)
        {
            return refusal;
        }

        if (!http.Request.HasFormContentType)
        {
            return Error(new GraphFault(400, 100, "(#100) Invalid parameter", "The body must be multipart/form-data."));
        }

        var form = await http.Request.ReadFormAsync(ct);
        if (form["messaging_product"] != "whatsapp" || form.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return Error(new GraphFault(400, 131008, "(#131008) Required parameter is missing", "messaging_product and file are needed."));
        }

        if (file.Length > 5 * 1024 * 1024)
        {
            return Error(new GraphFault(400, 100, "(#100) Invalid parameter", "Pictures have at most 5 MB."));
        }

        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, ct);
        var bytes = buffer.ToArray();
        var mime = bytes is [0xFF, 0xD8, 0xFF, ..] ? "image/jpeg" : bytes is [0x89, 0x50, 0x4E, 0x47, ..] ? "image/png" : null;
        if (mime is null || mime != form["type"])
        {
            return Error(new GraphFault(400, 100, "(#100) Invalid parameter", "The file must be the JPEG or PNG that type says it is."));
        }

        var media = new PretendMedia { Id = RandomNumberGenerator.GetString("0123456789", 16), MimeType = mime, Bytes = bytes };
        session.Store(media);
        await session.SaveChangesAsync(ct);
        return Json(new JsonObject { ["id"] = media.Id });
    }

    private static async Task<IResult> PictureAsync(string id, HttpContext http, IQuerySession session, CancellationToken ct)
    {
        if (await session.LoadAsync<PretendMedia>(id, ct) is not { } media)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        return Results.Bytes(media.Bytes, media.MimeType);
    }

    private static async Task<PretendPhone?> RecipientAsync(JsonElement message, PretendPhones phones, CancellationToken ct)
    {
        if (message.TryGetProperty("to", out var to))
        {
            return await phones.WithNumberAsync(to.GetString()!.TrimStart('+'), ct);
        }

        return PretendPhone.IdOf(message.GetProperty("recipient").GetString()!) is { } id ? await phones.FindAsync(id, ct) : null;
    }

    private static async Task<IResult?> RefuseAsync(HttpContext http, string phoneNumberId, BusinessAccount account, CancellationToken ct)
    {
        var number = await account.GetAsync(ct);
        var given = System.Text.Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString());
        if (!CryptographicOperations.FixedTimeEquals(given, System.Text.Encoding.UTF8.GetBytes("Bearer " + number.AccessToken)))
        {
            return Error(new GraphFault(401, 190, "Invalid OAuth access token - Cannot parse access token", "The token is not this installation's."));
        }

        return phoneNumberId == number.PhoneNumberId
            ? null
            : Error(new GraphFault(400, 100, "Unsupported post request.", "Object with that ID does not exist or cannot be loaded due to missing permissions."));
    }

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

    private static IResult Error(GraphFault fault) => Json(
        new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["message"] = fault.Message,
                ["type"] = "OAuthException",
                ["code"] = fault.Code,
                ["error_data"] = new JsonObject { ["messaging_product"] = "whatsapp", ["details"] = fault.Details },
                ["fbtrace_id"] = RandomNumberGenerator.GetHexString(20),
            },
        },
        fault.Status);

    private static IResult Json(JsonObject body, int status = 200) => Results.Text(body.ToJsonString(), "application/json", System.Text.Encoding.UTF8, status);
}
