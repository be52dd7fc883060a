using System.Globalization;
using System.Text.Json.Nodes;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.Simulator;

/// <summary>Who a webhook is about, as far as their phone shows it: with a hidden number there is only the user id and the user name.</summary>
public sealed record PretendPerson(string? Number, string? Username, string UserId)
{
    public const string Name = "Pretend phone";
}

/// <summary>The JSON of webhooks, as Meta writes it.</summary>
public static class PretendDelivery
{
    /// <summary>The <c>value</c> that tells of a message.</summary>
    public static JsonObject OfMessage(JsonObject body, PretendPerson person, string messageId, DateTimeOffset at)
    {
        var profile = new JsonObject { ["name"] = PretendPerson.Name };
        if (person.Username is not null)
        {
            profile["username"] = person.Username;
        }

        var contact = new JsonObject { ["profile"] = profile };
        var item = new JsonObject();
        if (person.Number is not null)
        {
            contact["wa_id"] = person.Number;
            item["from"] = person.Number;
        }

        contact["user_id"] = person.UserId;
        item["from_user_id"] = person.UserId;
        item["id"] = messageId;
        item["timestamp"] = Seconds(at);
        foreach (var (name, value) in body)
        {
            item[name] = value?.DeepClone();
        }

        return new JsonObject { ["contacts"] = new JsonArray(contact), ["messages"] = new JsonArray(item) };
    }

    /// <summary>The <c>value</c> that tells how far a message has come.</summary>
    public static JsonObject OfStatus(DeliveryState state, PretendPerson person, string messageId, PretendPrice price, string? opaque, DateTimeOffset at)
    {
        var status = new JsonObject { ["id"] = messageId, ["status"] = state.ToString().ToLowerInvariant(), ["timestamp"] = Seconds(at) };
        if (person.Number is not null)
        {
            status["recipient_id"] = person.Number;
        }

        status["recipient_user_id"] = person.UserId;
        status["pricing"] = new JsonObject { ["billable"] = price.IsCharged, ["pricing_model"] = "PMP", ["type"] = price.IsCharged ? "regular" : "free_customer_service", ["category"] = price.Category };
        if (opaque is not null)
        {
            status["biz_opaque_callback_data"] = opaque;
        }

        return new JsonObject { ["statuses"] = new JsonArray(status) };
    }

    /// <summary>The whole delivery. A duplicate comes in another envelope, so that no two deliveries of the same thing have the same bytes.</summary>
    public static JsonObject Envelope(JsonObject value, BusinessNumber number, DateTimeOffset now, bool isDuplicate)
    {
        value = value.DeepClone().AsObject();
        value["messaging_product"] = "whatsapp";
        value["metadata"] = new JsonObject { ["display_phone_number"] = number.Digits, ["phone_number_id"] = number.PhoneNumberId };
        var entry = new JsonObject { ["id"] = number.WabaId };
        if (isDuplicate)
        {
            entry["time"] = now.ToUnixTimeSeconds();
        }

        entry["changes"] = isDuplicate
            ? new JsonArray(new JsonObject { ["field"] = "messages", ["value"] = value })
            : new JsonArray(new JsonObject { ["value"] = value, ["field"] = "messages" });
        return new JsonObject { ["object"] = "whatsapp_business_account", ["entry"] = new JsonArray(entry) };
    }

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
