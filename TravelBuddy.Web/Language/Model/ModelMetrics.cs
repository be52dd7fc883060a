using System.Diagnostics.Metrics;

namespace TravelBuddy.Web.Language.Model;

/// <summary>What language models did, for whoever collects the meter <see cref="Name"/>: prompts, models, outcomes and figures, never a word.</summary>
public sealed class ModelMetrics : IDisposable
{
    public const string Name = "TravelBuddy.LanguageModel";

    private readonly Meter _meter;
    private readonly Counter<long> _calls;
    private readonly Counter<long> _tokens;
    private readonly Histogram<double> _duration;

    public ModelMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _calls = _meter.CreateCounter<long>("llm.calls", description: "Questions to language models, by prompt, model and outcome.");
        _tokens = _meter.CreateCounter<long>("llm.tokens", description: "Tokens read and written, by prompt, model and direction.");
        _duration = _meter.CreateHistogram<double>("llm.duration", "s", "Time until an answer was there or given up, by prompt and outcome.");
    }

    public void Asked(string prompt, string? model, ModelOutcome outcome, TimeSpan took)
    {
        _calls.Add(1, new("prompt", prompt), new("model", model ?? "none"), new KeyValuePair<string, object?>("outcome", outcome.ToString()));
        _duration.Record(took.TotalSeconds, new("prompt", prompt), new KeyValuePair<string, object?>("outcome", outcome.ToString()));
    }

    public void Used(string prompt, string model, long input, long output)
    {
        _tokens.Add(input, new("prompt", prompt), new("model", model), new KeyValuePair<string, object?>("direction", "read"));
        _tokens.Add(output, new("prompt", prompt), new("model", model), new KeyValuePair<string, object?>("direction", "written"));
    }

    public void Dispose() => _meter.Dispose();
}
