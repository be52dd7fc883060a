using System.Globalization;
using System.Text.Json;

namespace TravelBuddy.Web.Simulator;

/// <summary>Looking at parts of a request, and the faults that any part can have.</summary>
internal static class GraphShape
{
    public static GraphFault Invalid(string details) => new(400, 100, "(#100) Invalid parameter", details);

    public static GraphFault Missing(string what) => new(400, 131008, "(#131008) Required parameter is missing", $"{what} is missing");

    /// <summary>The first of several checks that finds something.</summary>
    public static GraphFault? First(params ReadOnlySpan<GraphFault?> checks)
    {
        foreach (var fault in checks)
        {
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>Meta refuses keys it does not know.</summary>
    public static GraphFault? Only(JsonElement element, string where, params ReadOnlySpan<string> names)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                return Invalid($"Unexpected key \"{property.Name}\" on param \"{where}\".");
            }
        }

        return null;
    }

    public static GraphFault? Length(JsonElement element, string name, int min, int max, string where) =>
        Str(element, name) is not { } text ? Missing($"{where}.{name}")
        : string.IsNullOrWhiteSpace(text) && min > 0 || text.Length > max ? Invalid(string.Create(CultureInfo.InvariantCulture, $"{where}.{name}: length should be at least {min} and at most {max}"))
        : null;

    public static GraphFault? Optional(JsonElement element, string name, int max, string where) => element.TryGetProperty(name, out _) ? Length(element, name, 1, max, where) : null;

    public static GraphFault? OptionalFlag(JsonElement element, string name, string where) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.True or JsonValueKind.False) ? Invalid($"{where}.{name} must be a boolean.") : null;

    public static GraphFault? Different(IEnumerable<string> values, string what)
    {
        var all = values.ToList();
        return all.Distinct(StringComparer.Ordinal).Count() == all.Count ? null : Invalid($"{what} must be different.");
    }

    public static string? Str(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static JsonElement? Obj(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    public static List<JsonElement> Arr(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];
}
