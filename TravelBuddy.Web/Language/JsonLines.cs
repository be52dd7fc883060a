using System.Text.Json;

namespace TravelBuddy.Web.Language;

/// <summary>Reads our own data files of one JSON object a line.</summary>
public static class JsonLines
{
    /// <summary>All lines of a file; a line that does not parse throws <see cref="InvalidDataException"/> with its number.</summary>
    public static IEnumerable<T> Read<T>(string path, JsonSerializerOptions options)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            T? value;
            try
            {
                value = JsonSerializer.Deserialize<T>(line, options);
            }
            catch (JsonException error)
            {
                throw new InvalidDataException($"{path}, line {number}: {error.Message}", error);
            }

            yield return value ?? throw new InvalidDataException($"{path}, line {number}: null");
        }
    }
}
