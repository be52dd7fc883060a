namespace TravelBuddy.Web.Language.Model.Trials;

/// <summary>What became of one question to a model.</summary>
/// <param name="Model">Who answered; null if nobody did.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Took">Time until an answer was there or given up.</param>
/// <param name="Speaks">Whether the answer is in a language that can be the wrong one.</param>
/// <param name="Answer">The answer, if it can be used.</param>
public sealed record HeardReply(string? Model, ModelOutcome Outcome, TimeSpan Took, bool Speaks, object? Answer);

/// <summary>Lets a trial hear what becomes of the questions that it leads to, whichever class asks them.</summary>
public sealed class ModelEar
{
    // Reaches what a trial calls, and nothing that goes on beside it.
    private readonly AsyncLocal<List<HeardReply>?> _heard = new();

    /// <summary>The replies from now on to whatever the caller leads to.</summary>
    public IReadOnlyList<HeardReply> Listen() => _heard.Value = [];

    /// <summary>A remembered answer is no new one.</summary>
    public void Hear<T>(ModelReply<T> reply, bool speaks)
        where T : class
    {
        if (reply.Outcome != ModelOutcome.Remembered)
        {
            _heard.Value?.Add(new HeardReply(reply.Model, reply.Outcome, reply.Took, speaks, reply.Answer));
        }
    }
}
