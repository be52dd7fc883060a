using System.Text.Json;
using System.Text.Json.Serialization;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Reads a reason that a later version wrote as <see cref="FailureReason.Broken"/>: while versions run side by side, no message is unreadable for it.</summary>
public sealed class FailureReasonConverter : JsonConverter<FailureReason>
{
    public override FailureReason Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Enum.TryParse<FailureReason>(reader.GetString(), out var known) && Enum.IsDefined(known) ? known : FailureReason.Broken;

    public override void Write(Utf8JsonWriter writer, FailureReason value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
