using System.ClientModel;
using System.Text;
using Microsoft.Extensions.AI;

namespace TravelBuddy.Web.Language.Model;

/// <summary>What a server said: its words, whether they ended by themselves, and the tokens it counted, if it did.</summary>
public sealed record ModelWords(string Text, bool IsCutOff, long? Input, long? Output);

/// <summary>One server of the chain. Learns from refusals what it understands, and leaves it alone for as long as it asks, or for a while where it has been silent again and again.</summary>
public sealed class ModelLink(ModelServer server, IChatClient client, bool streams, TimeProvider time)
{
    /// <summary>An answer longer than this is none of ours; one that is read while it is written is not read further.</summary>
    public const int Longest = 20_000;

    private const int MostRefusals = 5;
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UsualRest = TimeSpan.FromSeconds(5);

    /// <summary>So many silences after each other, and nobody waits for it for <see cref="SilentRest"/>.</summary>
    private const int MostSilences = 3;

    private static readonly TimeSpan SilentRest = TimeSpan.FromSeconds(15);

    private volatile RequestShape _shape = RequestShape.FirstOf(server);
    private long _restsUntil;
    private int _silences;

    public ModelServer Server => server;

    /// <summary>Asks; the words, or why there are none. Throws only when <paramref name="ct"/> ends.</summary>
    public async Task<(ModelWords? Words, ModelOutcome Outcome)> AskAsync(Prompt prompt, IReadOnlyList<ChatMessage> messages, TimeSpan within, CancellationToken ct)
    {
        if (time.GetUtcNow().UtcTicks < Interlocked.Read(ref _restsUntil))
        {
            return (null, ModelOutcome.Busy);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(within);
        var shape = _shape;
        for (var refusals = 0; ;)
        {
            try
            {
                var words = await WordsAsync(shape.Messages(prompt, messages), shape.Options(prompt), limit.Token);
                _shape = shape; // Learnt only by an answer: a refusal may have been about something else.
                Interlocked.Exchange(ref _silences, 0);
                return (words, ModelOutcome.Answered);
            }
            catch (ClientResultException refused) when (refused.Status is 400 or 404 or 422 or 501)
            {
                var said = Said(refused);
                if (IsTooLong(said))
                {
                    return (null, ModelOutcome.TooLong);
                }

                if (++refusals > MostRefusals || shape.After(said) is not { } next)
                {
                    return (null, ModelOutcome.Refused);
                }

                shape = next;
            }
            catch (ClientResultException failed)
            {
                return (null, OutcomeOf(failed));
            }
            catch (Exception) when (ct.IsCancellationRequested)
            {
                throw new OperationCanceledException(ct);
            }
            catch (Exception silent) when (limit.IsCancellationRequested || silent is Polly.Timeout.TimeoutRejectedException)
            {
                if (Interlocked.Increment(ref _silences) >= MostSilences)
                {
                    // One is asked after the rest; if it is silent still, the next rest begins.
                    Rest(SilentRest);
                }

                return (null, ModelOutcome.Slow);
            }
            catch (Exception)
            {
                // Connections, broken bodies, open circuits: the library has as many exceptions for them as there are ways to fail.
                return (null, ModelOutcome.Unreachable);
            }
        }
    }

    private async Task<ModelWords> WordsAsync(IReadOnlyList<ChatMessage> messages, ChatOptions options, CancellationToken ct)
    {
        if (!streams)
        {
            var response = await client.GetResponseAsync(messages, options, ct);
            return Words(response.Text, response.FinishReason, response.Usage);
        }

        var text = new StringBuilder();
        ChatFinishReason? finished = null;
        UsageDetails? usage = null;
        await foreach (var update in client.GetStreamingResponseAsync(messages, options, ct))
        {
            text.Append(update.Text);
            finished = update.FinishReason ?? finished;
            usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? usage;
            if (text.Length > Longest)
            {
                break;
            }
        }

        return Words(text.ToString(), finished, usage);

        // A stream that just stops was cut off, too.
        ModelWords Words(string said, ChatFinishReason? reason, UsageDetails? used) =>
            new(said, reason == ChatFinishReason.Length || said.Length > Longest || streams && reason is null, used?.InputTokenCount, used?.OutputTokenCount);
    }

    private ModelOutcome OutcomeOf(ClientResultException failed)
    {
        if (failed.Status is not (429 or 503))
        {
            return failed.Status switch { 0 => ModelOutcome.Unreachable, >= 500 => ModelOutcome.Failed, _ => ModelOutcome.Refused };
        }

        var rest = failed.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var after) == true && int.TryParse(after, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds >= 0 ? TimeSpan.FromSeconds(seconds) : UsualRest;
        Rest(rest < LongestRest ? rest : LongestRest);
        return ModelOutcome.Busy;
    }

    private void Rest(TimeSpan rest) => Interlocked.Exchange(ref _restsUntil, (time.GetUtcNow() + rest).UtcTicks);

    private static string Said(ClientResultException refused)
    {
        try
        {
            return refused.GetRawResponse()?.Content.ToString() ?? refused.Message;
        }
        catch (InvalidOperationException)
        {
            return refused.Message; // Of a stream the body was not read.
        }
    }

    /// <summary>llama-server "exceeds the available context size", vLLM and OpenAI "maximum context length".</summary>
    private static bool IsTooLong(string said) =>
        said.Contains("context size", StringComparison.OrdinalIgnoreCase) || said.Contains("context length", StringComparison.OrdinalIgnoreCase) || said.Contains("context_length", StringComparison.OrdinalIgnoreCase) || said.Contains("context window", StringComparison.OrdinalIgnoreCase);
}
