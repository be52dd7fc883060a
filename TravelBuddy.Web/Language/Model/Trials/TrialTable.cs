using System.Globalization;
using System.Text;

namespace TravelBuddy.Web.Language.Model.Trials;

/// <summary>Trials as a table, a use a line, and behind it the figures of each use's labels. A figure of nothing is a dash.</summary>
public static class TrialTable
{
    private const string Nothing = "–";

    public static string Head { get; } = Line("use", "asked", "schema", "language", "grounded", "used", "median", "95 %");

    public static string Row(TrialResult result)
    {
        // An answer in another language kept to its schema all the same; without words there was none to keep to it.
        var spoken = result.Heard.Where(reply => reply.Outcome is ModelOutcome.Answered or ModelOutcome.WrongLanguage or ModelOutcome.NotInSchema or ModelOutcome.CutOff).ToList();
        var valid = spoken.Where(reply => reply.Outcome is ModelOutcome.Answered or ModelOutcome.WrongLanguage).ToList();
        var worded = valid.Where(reply => reply.Speaks).ToList();
        var asked = result.Cases.Where(tried => tried.Heard.Count > 0).ToList();
        var times = spoken.Select(reply => reply.Took.TotalSeconds).Order().ToList();
        return Line(
            result.Use,
            result.Heard.Count.ToString(CultureInfo.InvariantCulture),
            Share(valid.Count, spoken.Count),
            Share(worded.Count(reply => reply.Outcome == ModelOutcome.Answered), worded.Count),
            Share(asked.Sum(tried => tried.Kept), asked.Sum(tried => tried.Said)),
            Share(asked.Count(tried => tried.IsUsed), asked.Count),
            Seconds(.5),
            Seconds(.95));

        string Seconds(double part) => times.Count == 0 ? Nothing : string.Create(CultureInfo.InvariantCulture, $"{times[Math.Min(times.Count - 1, (int)(part * times.Count))]:0.00} s");
    }

    /// <summary>The models that answered, what the labels say, and how many answers of each use failed in which way.</summary>
    public static string Figures(IReadOnlyList<TrialResult> results)
    {
        var text = new StringBuilder();
        Add("model", results.SelectMany(result => result.Heard).Select(reply => reply.Model).OfType<string>().Distinct() is var models && models.Any() ? string.Join(", ", models) : "none answered");
        foreach (var result in results)
        {
            foreach (var figure in result.Figures)
            {
                Add($"{result.Use}: {figure.Name}", figure.Value);
            }

            foreach (var failed in result.Heard.GroupBy(reply => reply.Outcome).OrderBy(group => group.Key).Where(group => group.Key != ModelOutcome.Answered))
            {
                Add($"{result.Use}: {failed.Key}", failed.Count().ToString(CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();

        void Add(string name, string value) => text.Append(CultureInfo.InvariantCulture, $"{name,-40}{value}\n");
    }

    public static string Share(int part, int whole) => whole == 0 ? Nothing : string.Create(CultureInfo.InvariantCulture, $"{(double)part / whole:0.000} ({part}/{whole})");

    private static string Line(string use, string asked, string schema, string language, string grounded, string used, string median, string slow) =>
        $"{use,-16}{asked,-7}{schema,-17}{language,-17}{grounded,-17}{used,-17}{median,-9}{slow}";
}
