using System.Text.Json;
using static TravelBuddy.Web.Simulator.GraphShape;

namespace TravelBuddy.Web.Simulator;

/// <summary>Meta's rules for the values of a template's variables: text, an amount of money, a date.</summary>
internal static class TemplateValueRules
{
    public const int MaxText = 1024;

    public static GraphFault? Check(JsonElement parameter, string where, bool isNamed)
    {
        if (parameter.ValueKind != JsonValueKind.Object || Str(parameter, "type") is not ("text" or "currency" or "date_time"))
        {
            return Invalid($"{where}: a parameter must be of type text, currency or date_time.");
        }

        var type = Str(parameter, "type")!;
        string[] keys = isNamed ? ["type", type, "parameter_name"] : ["type", type];
        return First(
            Only(parameter, where, keys),
            isNamed && Str(parameter, "parameter_name") is not { Length: > 0 } ? Invalid("Parameter name is missing or empty") : null,
            type switch { "currency" => Amount(parameter, where), "date_time" => Date(parameter, where), _ => null },
            Line(Shown(parameter), where));
    }

    /// <summary>The words that stand for the value; empty where there are none.</summary>
    public static string Shown(JsonElement parameter) =>
        Str(parameter, "text") ?? ((Obj(parameter, "currency") ?? Obj(parameter, "date_time")) is { } value ? Str(value, "fallback_value") : null) ?? "";

    private static GraphFault? Amount(JsonElement parameter, string where) =>
        Obj(parameter, "currency") is not { } amount ? Missing($"{where}: currency") : First(
            Only(amount, $"{where}.currency", "fallback_value", "code", "amount_1000"),
            Length(amount, "code", 3, 3, $"{where}.currency"),
            amount.TryGetProperty("amount_1000", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out _) ? null : Invalid($"{where}.currency.amount_1000 must be a whole number."));

    private static GraphFault? Date(JsonElement parameter, string where) =>
        Obj(parameter, "date_time") is { } date ? Only(date, $"{where}.date_time", "fallback_value") : Missing($"{where}: date_time");

    private static GraphFault? Line(string text, string where) =>
        string.IsNullOrWhiteSpace(text) ? Missing($"{where}: text of a parameter")
        : text.Length > MaxText ? Invalid($"{where}: text is too long")
        : text.AsSpan().IndexOfAny('\n', '\r', '\t') >= 0 || text.Contains("     ", StringComparison.Ordinal)
            ? new GraphFault(400, 132018, "(#132018) There's an issue with the parameters in your template.", "Param text cannot have new-line/tab characters or more than 4 consecutive spaces")
            : null;
}
