using System.Globalization;
using System.Text.Json;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Api;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>One line of a file of wishes: its id, the line's number, the line itself and what it says. Primary ones count in the overall figures where a file marks those that do.</summary>
public sealed record EvaluatedQuery(string Id, int Line, JsonElement Json, Preferences Preferences, bool IsPrimary)
{
    /// <summary>What is wished, whatever its form: the part of the id before the last <c>@</c> ("n001" of "n001@vi-text"), or all of it.</summary>
    public string Need => Id.LastIndexOf('@') is > 0 and var at ? Id[..at] : Id;

    /// <summary>Whether all of it is in the free text: none of the seven criteria, exclusions or essentials is filled in.</summary>
    public bool IsFreeText =>
        Preferences is
        {
            FreeText: not null, Locations: null, Durations: null, Budget: null, Transportation: null, Food: null, Activities: null, Accommodation: null, Notes: null,
            Exclusions: null, Essentials: null,
        };
}

/// <summary>Reads wishes in the interchange format.</summary>
public static class QueryFile
{
    /// <summary>Lines that are no JSON object or repeat an id are reported and left out, bad members are reported and ignored; a line without an id is called by its number.</summary>
    public static async Task<IReadOnlyList<EvaluatedQuery>> ReadAsync(string path, List<string> problems, CancellationToken ct)
    {
        var queries = new List<EvaluatedQuery>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, ct))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var errors = new MemberErrors();
            if (Read(line, number, errors, out var problem) is not { } query)
            {
                problems.Add($"{path}, line {number}: {problem}");
                continue;
            }

            if (errors.Any)
            {
                problems.Add($"{path}, line {number} ({query.Id}): {errors}");
            }

            if (ids.Add(query.Id))
            {
                queries.Add(query);
            }
            else
            {
                problems.Add($"{path}, line {number}: the id {query.Id} stood before; this line is left out.");
            }
        }

        return queries;
    }

    private static EvaluatedQuery? Read(string line, int number, MemberErrors errors, out string problem)
    {
        problem = "should be one JSON object with wishes.";
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var json = document.RootElement.Clone();
            var preferences = PreferencesParser.Parse(json, errors);
            var id = TrecFiles.Field(preferences.Id ?? number.ToString(CultureInfo.InvariantCulture));
            return new EvaluatedQuery(id, number, json, preferences, PreferencesParser.Member(json, "primary")?.ValueKind == JsonValueKind.True);
        }
        catch (JsonException error)
        {
            problem = $"is no JSON: {error.Message}";
            return null;
        }
        catch (InvalidOperationException)
        {
            // JSON syntax allows it; .NET refuses only when a name is turned into text.
            problem = "holds the name of a member that is no Unicode text (half a surrogate pair).";
            return null;
        }
    }
}
