using System.Text.Json;
using JasperFx.CommandLine;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading.Roles.Training;

/// <summary>A file of weights as <c>train-places</c> and <c>train-things</c> write it.</summary>
internal static class TrainedFile
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The objects of files, one a line.</summary>
    public static IEnumerable<T> Read<T>(IEnumerable<string> files) => files.SelectMany(file => JsonLines.Read<T>(file, Json));

    /// <summary>Writes what was fitted in the place of a data file, or says what is wrong.</summary>
    /// <param name="input">The command's input.</param>
    /// <param name="name">The data file.</param>
    /// <param name="fit">How many messages it was fitted to, and its lines.</param>
    public static async Task<bool> WriteAsync(NetCoreInput input, string name, Func<IServiceProvider, (int Messages, IEnumerable<string> Lines)> fit)
    {
        using var host = input.BuildHost();
        try
        {
            var (messages, fitted) = fit(host.Services);
            var lines = fitted.ToList();
            var path = host.Services.GetRequiredService<DataFiles>().PathOf(name);
            await File.WriteAllLinesAsync(path, lines);
            Console.WriteLine($"{messages} messages, {lines.Count - 1} cues: {path}");
            return true;
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(problem.Message);
            return false;
        }
    }
}
