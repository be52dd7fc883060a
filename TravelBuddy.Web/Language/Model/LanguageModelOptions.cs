using System.Globalization;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Language.Model;

/// <summary>Settings <c>Llm__*</c> of OpenAI-compatible servers; without <c>Llm__BaseUrl</c> there is no language model.</summary>
/// <param name="Servers">The one of <c>Llm__BaseUrl</c>, then those of <c>Llm__Fallbacks__*</c>, in the order they are asked.</param>
/// <param name="Streams">Whether answers are read while they are written: one that never ends is cut off early then.</param>
/// <param name="KeepAnswers">How long the answer to the same question is used again.</param>
/// <param name="Budgets">What may be spent in a day.</param>
public sealed record LanguageModelOptions(IReadOnlyList<ModelServer> Servers, bool Streams, TimeSpan KeepAnswers, ModelBudgets Budgets)
{
    private const string Section = "Llm";
    private const int MostMinutes = 24 * 60;
    private const int UsualMinutes = 30;

    /// <summary>The first server's time for an answer.</summary>
    public TimeSpan Time => Servers[0].Time;

    /// <summary>The settings; null if none is given. A wrong one throws <see cref="StartupException"/> with its name.</summary>
    public static LanguageModelOptions? From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section["BaseUrl"] is not { Length: > 0 })
        {
            return null;
        }

        var first = ModelServer.From(section);
        var streams = false;
        if (section["Stream"] is { Length: > 0 } given && !bool.TryParse(given, out streams))
        {
            throw new StartupException($"Setting Llm__Stream: \"{given}\" is neither true nor false.");
        }

        var minutes = UsualMinutes;
        if (section["CacheMinutes"] is { Length: > 0 } kept && (!int.TryParse(kept, NumberStyles.None, CultureInfo.InvariantCulture, out minutes) || minutes > MostMinutes))
        {
            throw new StartupException($"Setting Llm__CacheMinutes: \"{kept}\" is not a number from 0 to {MostMinutes}.");
        }

        return new LanguageModelOptions(
            [first, .. section.GetSection("Fallbacks").GetChildren().Select(fallback => ModelServer.From(fallback, first))], streams, TimeSpan.FromMinutes(minutes), ModelBudgets.From(section));
    }
}
