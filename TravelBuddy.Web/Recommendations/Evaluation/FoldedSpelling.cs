using System.Globalization;
using System.Text;
using System.Text.Json;
using TravelBuddy.Web.Recommendations.Api;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>Vietnamese as it is typed on a keyboard without it: "Đà Nẵng dưới 5tr" becomes "Da Nang duoi 5tr"; capitals stay.</summary>
public static class FoldedSpelling
{
    /// <summary>The same wishes under the same id with every text in them without diacritics; a text that is no Unicode is left out.</summary>
    public static EvaluatedQuery Of(EvaluatedQuery query)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            Write(query.Json, writer);
        }

        using var document = JsonDocument.Parse(bytes.ToArray());
        var json = document.RootElement.Clone();
        return query with { Json = json, Preferences = PreferencesParser.Parse(json, new MemberErrors()) };
    }

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(c switch { 'đ' => 'd', 'Đ' or 'Ð' => 'D', _ => c });
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static void Write(JsonElement json, Utf8JsonWriter writer)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in json.EnumerateObject())
                {
                    if (Read(member, static member => member.Name) is { } name)
                    {
                        writer.WritePropertyName(name);
                        Write(member.Value, writer);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in json.EnumerateArray())
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Read(json, static text => text.GetString()) is { } text ? Of(text) : null);
                break;
            default:
                json.WriteTo(writer);
                break;
        }
    }

    private static string? Read<T>(T part, Func<T, string?> text)
    {
        try
        {
            return text(part);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair passes as JSON and fails when it is turned into text.
            return null;
        }
    }
}
