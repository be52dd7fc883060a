using System.Globalization;
using System.Text;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Web.Questions.Evaluation;

/// <summary>One question put to the model.</summary>
/// <param name="Sentences">Sentences that it answered with.</param>
/// <param name="Grounded">Those of them that say no more than what they cite.</param>
/// <param name="IsRight">Whether it cited what answers, or said that nothing does, as labelled; null without an answer.</param>
public sealed record ModelJudgement(ModelOutcome Outcome, int Sentences, int Grounded, bool IsAnswerable, bool? IsRight, TimeSpan Took);

/// <summary>What asking a model every labelled question came to.</summary>
public sealed record ModelReport(string Model, IReadOnlyList<ModelJudgement> Judgements, IReadOnlyList<string> Problems)
{
    public int Asked => Judgements.Count;

    /// <summary>The figures, one a line. A figure of nothing is a dash.</summary>
    public string Table()
    {
        // An answer in another language kept to its schema all the same; without words there was none to keep to it.
        var spoken = Judgements.Where(judged => judged.Outcome is ModelOutcome.Answered or ModelOutcome.WrongLanguage or ModelOutcome.NotInSchema or ModelOutcome.CutOff).ToList();
        var valid = spoken.Where(judged => judged.Outcome is ModelOutcome.Answered or ModelOutcome.WrongLanguage).ToList();
        var answered = Judgements.Where(judged => judged.Outcome == ModelOutcome.Answered).ToList();
        var times = spoken.Select(judged => judged.Took.TotalSeconds).Order().ToList();
        var table = new StringBuilder();
        Line("model", Model);
        Line("questions", $"{Asked}, {spoken.Count} of which it said something to");
        Line("schema validity", Share(valid.Count, spoken.Count));
        Line("language match", Share(answered.Count, valid.Count));
        Line("groundedness", Share(answered.Sum(judged => judged.Grounded), answered.Sum(judged => judged.Sentences)) + " of sentences");
        Line("answered rightly", Share(answered.Count(judged => judged is { IsAnswerable: true, IsRight: true }), Judgements.Count(judged => judged.IsAnswerable)));
        Line("refused rightly", Share(answered.Count(judged => judged is { IsAnswerable: false, IsRight: true }), Judgements.Count(judged => !judged.IsAnswerable)));
        Line("latency", times.Count == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"median {Percentile(.5):0.00} s, 95 % {Percentile(.95):0.00} s"));
        foreach (var outcome in Judgements.GroupBy(judged => judged.Outcome).OrderBy(group => group.Key).Where(group => group.Key != ModelOutcome.Answered))
        {
            Line(outcome.Key.ToString(), outcome.Count().ToString(CultureInfo.InvariantCulture));
        }

        return table.ToString();

        void Line(string name, string value) => table.AppendLine(CultureInfo.InvariantCulture, $"{name,-18}{value}");

        double Percentile(double part) => times[Math.Min(times.Count - 1, (int)(part * times.Count))];
    }

    private static string Share(int part, int whole) => whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{(double)part / whole:0.000} ({part}/{whole})");
}
