using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>Writes updates as Meta posts them, and signs the bytes.</summary>
public sealed class Envelope(string phoneNumberId, string wabaId, string displayNumber, string appSecret)
{
    private readonly byte[] _secret = System.Text.Encoding.UTF8.GetBytes(appSecret);

    /// <summary>The body of a POST: one entry, its messages in one change and its statuses in another.</summary>
    public byte[] Write(IReadOnlyList<Update> updates, DateTimeOffset now)
    {
        using var buffer = new MemoryStream(512 * updates.Count + 256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("object", "whatsapp_business_account");
            json.WriteStartArray("entry");
            json.WriteStartObject();
            json.WriteString("id", wabaId);
            json.WriteStartArray("changes");
            var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var messages = updates.Where(update => update is WrittenText or Reaction).ToArray();
            if (messages.Length > 0)
            {
                StartChange(json);
                json.WriteStartArray("contacts");
                foreach (var person in messages.Select(Sender).Distinct())
                {
                    WriteContact(json, person);
                }

                json.WriteEndArray();
                json.WriteStartArray("messages");
                foreach (var message in messages)
                {
                    WriteMessage(json, message, timestamp);
                }

                json.WriteEndArray();
                EndChange(json);
            }

            if (messages.Length < updates.Count)
            {
                StartChange(json);
                json.WriteStartArray("statuses");
                foreach (var status in updates.Where(update => update is Status or StrangeStatus))
                {
                    WriteStatus(json, status, timestamp);
                }

                json.WriteEndArray();
                EndChange(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>The value of <c>X-Hub-Signature-256</c>.</summary>
    public string Sign(byte[] body) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(_secret, body));

    private static Person Sender(Update update) => update is WrittenText text ? text.Person : ((Reaction)update).Person;

    private void StartChange(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("field", "messages");
        json.WriteStartObject("value");
        json.WriteString("messaging_product", "whatsapp");
        json.WriteStartObject("metadata");
        json.WriteString("display_phone_number", displayNumber);
        json.WriteString("phone_number_id", phoneNumberId);
        json.WriteEndObject();
    }

    private static void EndChange(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteContact(Utf8JsonWriter json, Person person)
    {
        json.WriteStartObject();
        json.WriteStartObject("profile");
        json.WriteString("name", FormattableString.Invariant($"Sample {person.Number}"));
        json.WriteEndObject();
        WriteIfKnown(json, "wa_id", person.WaId);
        WriteIfKnown(json, "user_id", person.UserId);
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, Update update, string timestamp)
    {
        var person = Sender(update);
        json.WriteStartObject();
        WriteIfKnown(json, "from", person.WaId);
        WriteIfKnown(json, "from_user_id", person.UserId);
        json.WriteString("timestamp", timestamp);
        if (update is WrittenText text)
        {
            json.WriteString("id", text.MessageId);
            json.WriteString("type", "text");
            json.WriteStartObject("text");
            json.WriteString("body", text.Body);
        }
        else if (update is Reaction reaction)
        {
            json.WriteString("id", reaction.MessageId);
            json.WriteString("type", "reaction");
            json.WriteStartObject("reaction");
            json.WriteString("message_id", reaction.About);
            json.WriteString("emoji", reaction.Emoji);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteStatus(Utf8JsonWriter json, Update update, string timestamp)
    {
        json.WriteStartObject();
        if (update is Status status)
        {
            json.WriteString("id", status.Message.Id);
            json.WriteString("status", status.Step switch { DeliveryStep.Sent => "sent", DeliveryStep.Delivered => "delivered", _ => "read" });
            WriteIfKnown(json, "recipient_id", status.Message.Person?.WaId);
            WriteIfKnown(json, "recipient_user_id", status.Message.Person?.UserId);
            json.WriteString("biz_opaque_callback_data", status.Message.Opaque);
            json.WriteStartObject("pricing");
            json.WriteBoolean("billable", false);
            json.WriteString("pricing_model", "PMP");
            json.WriteString("type", "free_customer_service");
            json.WriteString("category", "service");
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("id", ((StrangeStatus)update).MessageId);
            json.WriteString("status", "delivered");
        }

        json.WriteString("timestamp", timestamp);
        json.WriteEndObject();
    }

    private static void WriteIfKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
