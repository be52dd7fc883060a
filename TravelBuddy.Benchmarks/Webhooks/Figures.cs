using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TravelBuddy.Web.Simulator;

namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>Processor time that was spent so far by the app, its database, this process and the whole machine.</summary>
public sealed record Spent(TimeSpan App = default, TimeSpan Database = default, TimeSpan Harness = default, TimeSpan Machine = default)
{
    /// <summary>What other programs used: a figure taken beside them says less.</summary>
    public TimeSpan Others => Machine - App - Database - Harness;

    public static Spent operator -(Spent to, Spent from) => new(to.App - from.App, to.Database - from.Database, to.Harness - from.Harness, to.Machine - from.Machine);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"app {App.TotalSeconds:0.0}, database {Database.TotalSeconds:0.0}, Meta's side {Harness.TotalSeconds:0.0}, other programs {Others.TotalSeconds:0.0}");
}

/// <summary>What a run came to, as a table and as one JSON object.</summary>
public sealed class Figures
{
    private const double MedianTarget = 20;
    private const double P99Target = 250;
    private const double BacklogTarget = 600;

    public required WebhookArguments Arguments { get; init; }
    public required int MessagesBefore { get; init; }

    /// <summary>The machine's load in the minute before.</summary>
    public required string Load { get; init; }

    public Spent Before { get; set; } = new();
    public Spent AtEnd { get; set; } = new();
    public Spent AfterBacklog { get; set; } = new();
    public double? BacklogSeconds { get; set; }
    public long Highest { get; set; }
    public long Memory { get; set; }
    public int TakenInRun { get; set; }
    public int Messages { get; set; }

    /// <summary>Requests that Meta's rules forbid.</summary>
    public int Malformed { get; set; }
    public Effects Effects { get; set; } = new();
    public IReadOnlyDictionary<Mishap, int> Mishaps { get; set; } = new Dictionary<Mishap, int>();
    public IReadOnlyCollection<PostOutcome> Outcomes { get; set; } = [];
    public Mailbag? Mailbag { get; set; }

    public string Table()
    {
        double[] took = [.. Outcomes.Select(outcome => outcome.Took * 1000).Order()];
        double[] late = [.. Outcomes.Select(outcome => outcome.LeftLate * 1000).Order()];
        var failed = Outcomes.Count(outcome => outcome.Status != 200);
        var text = new StringBuilder();
        void Line(string what, string value, bool? reached = null) =>
            text.AppendLine($"{what,-44} {value,-54} {(reached is null ? "" : reached.Value ? "reached" : "MISSED")}".TrimEnd());
        string Number(double value, string format = "0.0") => value.ToString(format, CultureInfo.InvariantCulture);

        Line("machine", $"{Environment.ProcessorCount} processors ({Model()}) for app, database and this; load before {Load}");
        Line("updates", $"{Outcomes.Sum(outcome => outcome.Updates)} in {Outcomes.Count} POSTs, {Arguments.Rate} a second for {Arguments.Seconds} s");
        Line("  texts, reactions, statuses, strange", $"{Mailbag!.Texts.Count}, {Mailbag.Reactions.Count}, {Mailbag.Statuses}, {Mailbag.Strange}, of {Arguments.Persons} people; before: {MessagesBefore} messages");
        if (Arguments.AreFaulty)
        {
            Line("made to go wrong", $"{Arguments.Kills} times killed, database {Arguments.Restarts} times restarted, {Mishaps.Values.Sum()} calls failed");
            Line("  of the calls", string.Join(", ", Mishaps.OrderBy(mishap => mishap.Key).Select(mishap => $"{mishap.Key} {mishap.Value}")));
            Line("sent again for want of knowing", Number(Effects.SentAgain, "0"));
        }

        Line("answered 200 at once", $"{Outcomes.Count - failed} of {Outcomes.Count}", Arguments.AreFaulty ? null : failed == 0);
        Line("acknowledged, median", $"{Number(took.Percentile(.5))} ms", Arguments.AreFaulty ? null : took.Percentile(.5) <= MedianTarget);
        Line("acknowledged, 99 of 100 within", $"{Number(took.Percentile(.99))} ms (90: {Number(took.Percentile(.9))}, 99.9: {Number(took.Percentile(.999))}, all: {Number(took.LastOrDefault())})", Arguments.AreFaulty ? null : took.Percentile(.99) <= P99Target);
        Line("  of which the POST left late", $"median {Number(late.Percentile(.5))} ms, 99 of 100 within {Number(late.Percentile(.99))} ms");
        Line("backlog gone after the last update", BacklogSeconds is { } gone ? $"{Number(gone)} s (at most {Highest} commands waited)" : "not", Arguments.AreFaulty ? null : BacklogSeconds <= BacklogTarget);
        Line("texts and reactions read once", $"{Effects.Read} of {Effects.Delivered}", Effects.Read == Effects.Delivered);
        Line("texts answered once", $"{Effects.Texts - Effects.Unanswered - Effects.AnsweredTwice} of {Effects.Texts} ({Effects.AnsweredOtherwise} without tours, {Effects.Superseded} by the answer to a later one); twice: {Effects.AnsweredTwice}, to nothing: {Effects.AnswersToNothing}", Effects.Unanswered + Effects.AnsweredTwice + Effects.AnswersToNothing == 0);
        Line("in order, pairs of texts of a person", $"{Effects.Ordered - Effects.OutOfOrder} of {Effects.Ordered}", Effects.OutOfOrder == 0);
        Line("messages sent once and in order", $"{Effects.Messages}; twice: {Effects.SentTwice}, overtaking: {Effects.Overtaking}, unsent: {Effects.Unsent}", Effects.SentTwice + Effects.Overtaking + Effects.Unsent == 0);
        Line("thumbs answered and recorded once", $"{Effects.Thumbs}; not: {Effects.ThumbsUnanswered}, twice: {Effects.ThumbsAnsweredTwice}; likes {Effects.Likes} of {Effects.LikesExpected}", Effects.ThumbsUnanswered + Effects.ThumbsAnsweredTwice == 0 && Effects.Likes == Effects.LikesExpected);
        Line("delivery states as told", $"{Effects.StatusesTold - Effects.StatusesWrong} of {Effects.StatusesTold}; commands failed for good: {Effects.Dead}", Effects.StatusesWrong + Effects.Dead == 0);
        Line("requests that Meta's rules forbid", Number(Malformed, "0"), Malformed == 0);
        Line("messages sent in the run, and after it", $"{TakenInRun}, {Messages - TakenInRun}");
        Line("processor seconds in the run", (AtEnd - Before).ToString());
        Line("processor seconds of the backlog", (AfterBacklog - AtEnd).ToString());
        Line("memory of the app afterwards", $"{Memory / 1024 / 1024} MB");
        return text.ToString();
    }

    public string Json()
    {
        double[] took = [.. Outcomes.Select(outcome => outcome.Took * 1000).Order()];
        double[] late = [.. Outcomes.Select(outcome => outcome.LeftLate * 1000).Order()];
        return JsonSerializer.Serialize(new
        {
            arguments = Arguments,
            posts = Outcomes.Count,
            updates = Outcomes.Sum(outcome => outcome.Updates),
            not_200 = Outcomes.Count(outcome => outcome.Status != 200),
            median_ms = Math.Round(took.Percentile(.5), 1),
            p90_ms = Math.Round(took.Percentile(.9), 1),
            p99_ms = Math.Round(took.Percentile(.99), 1),
            max_ms = Math.Round(took.LastOrDefault(), 1),
            late_median_ms = Math.Round(late.Percentile(.5), 1),
            late_p99_ms = Math.Round(late.Percentile(.99), 1),
            backlog_seconds = BacklogSeconds is { } gone ? Math.Round(gone, 1) : (double?)null,
            backlog_highest = Highest,
            malformed = Malformed,
            sent_in_run = TakenInRun,
            sent_after = Messages - TakenInRun,
            app_cpu_seconds = Math.Round((AtEnd.App - Before.App).TotalSeconds, 1),
            database_cpu_seconds = Math.Round((AtEnd.Database - Before.Database).TotalSeconds, 1),
            others_cpu_seconds = Math.Round((AtEnd - Before).Others.TotalSeconds, 1),
            app_cpu_seconds_backlog = Math.Round((AfterBacklog.App - AtEnd.App).TotalSeconds, 1),
            database_cpu_seconds_backlog = Math.Round((AfterBacklog.Database - AtEnd.Database).TotalSeconds, 1),
            mishaps = Mishaps.Count > 0 ? Mishaps : null,
            effects = Effects,
        }, Options);
    }

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Converters = { new JsonStringEnumConverter() } };

    private static string Model() =>
        File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line ? line[(line.IndexOf(':') + 1)..].Trim() : "unknown";
}
