using System.Diagnostics;
using Microsoft.Extensions.AI;
using TravelBuddy.Web.Language.Model.Trials;

namespace TravelBuddy.Web.Language.Model;

/// <summary>Asks the servers of the chain in turn, within budgets and time, until one gives an answer that keeps to its schema and language. What it is given is data, and what it says is not believed.</summary>
public sealed partial class LanguageModel(IReadOnlyList<ModelLink> chain, Prompts prompts, ModelSpending spending, AnswerCache answers, ModelMetrics metrics, ModelEar ear, ILogger<LanguageModel> log) : ILanguageModel
{
    public bool IsConfigured => true;

    public async Task<T?> AskAsync<T>(ModelTask task, CancellationToken ct)
        where T : class => (await ReplyAsync<T>(task, ct)).Answer;

    /// <summary>The same with what became of it.</summary>
    public async Task<ModelReply<T>> ReplyAsync<T>(ModelTask task, CancellationToken ct)
        where T : class
    {
        var began = Stopwatch.GetTimestamp();
        var reply = new ModelReply<T>(null, ModelOutcome.Failed, null, TimeSpan.Zero);
        try
        {
            reply = await AskAsync<T>(task, began, ct);
        }
        catch (Exception problem) when (!ct.IsCancellationRequested)
        {
            // The database that keeps the budgets, most likely. Without budgets nothing is asked.
            LogBroken(task.Prompt, problem.GetType().Name);
        }

        reply = reply with { Took = Stopwatch.GetElapsedTime(began) };
        metrics.Asked(task.Prompt, reply.Model, reply.Outcome, reply.Took);
        ear.Hear(reply, prompts.Find(task.Prompt) is { Speaks: true });
        return reply;
    }

    private async Task<ModelReply<T>> AskAsync<T>(ModelTask task, long began, CancellationToken ct)
        where T : class
    {
        if (prompts.Find(task.Prompt) is not { } prompt)
        {
            LogNoPrompt(task.Prompt);
            return new(null, ModelOutcome.NoPrompt, null, TimeSpan.Zero);
        }

        var messages = prompt.Render(task.Language, task.Input);
        var last = ModelOutcome.Slow;
        foreach (var (at, link) in chain.Index())
        {
            // Whoever is silent takes no more than a share of the time, so that those behind are asked too.
            var left = (task.Within - Stopwatch.GetElapsedTime(began)) / (chain.Count - at);
            if (left <= TimeSpan.Zero)
            {
                break;
            }

            var key = AnswerCache.KeyOf(prompt, link.Server, messages);
            if (await answers.FindAsync(key, ct) is { } known && AnswerReader.Read<T>(known) is { } remembered)
            {
                return new(remembered, ModelOutcome.Remembered, link.Server.Model, TimeSpan.Zero);
            }

            var (words, answer, outcome) = await AskAsync<T>(link, prompt, task, messages, left is { } rest && rest < link.Server.Time ? rest : link.Server.Time, ct);
            if (answer is not null)
            {
                await answers.KeepAsync(key, words!, ct);
                return new(answer, outcome, link.Server.Model, TimeSpan.Zero);
            }

            LogNoAnswer(task.Prompt, link.Server.Model, outcome);
            last = outcome;
        }

        return new(null, last, null, TimeSpan.Zero);
    }

    private async Task<(string? Words, T? Answer, ModelOutcome Outcome)> AskAsync<T>(ModelLink link, Prompt prompt, ModelTask task, IReadOnlyList<ChatMessage> messages, TimeSpan within, CancellationToken ct)
        where T : class
    {
        var (input, output) = (TokensOf(messages), (long)prompt.MostTokens);
        if (await spending.TakeAsync(task.Payer, input + output, link.Server.Price(input, output), ct) is not { } taken)
        {
            return (null, null, ModelOutcome.OverBudget);
        }

        var began = Stopwatch.GetTimestamp();
        var outcome = ModelOutcome.Slow;
        try
        {
            (var words, outcome) = await link.AskAsync(prompt, messages, within, ct);
            // Who refuses or cannot be reached does no work; who is slow or breaks off may have done all of it.
            (input, output) = words is not null ? (words.Input ?? input, words.Output ?? TokensOf(words.Text)) : outcome == ModelOutcome.Slow ? (input, output) : (0, 0);
            if (words is null)
            {
                return (null, null, outcome);
            }

            metrics.Used(prompt.Name, link.Server.Model, input, output);
            var answer = AnswerReader.Read<T>(words.Text);
            outcome = answer is null ? words.IsCutOff ? ModelOutcome.CutOff : ModelOutcome.NotInSchema
                : prompt.Speaks && !AnswerReader.IsIn(task.Language, words.Text) ? ModelOutcome.WrongLanguage
                : ModelOutcome.Answered;
            return (words.Text, outcome == ModelOutcome.Answered ? answer : null, outcome);
        }
        finally
        {
            await spending.SettleAsync(taken, input + output, link.Server.Price(input, output), Stopwatch.GetElapsedTime(began));
        }
    }

    /// <summary>About as many as a server will count; Vietnamese costs more of them than English.</summary>
    private static long TokensOf(IEnumerable<ChatMessage> messages) => messages.Sum(message => TokensOf(message.Text));

    private static long TokensOf(string text) => System.Text.Encoding.UTF8.GetByteCount(text) / 3 + 1;

    [LoggerMessage(Level = LogLevel.Warning, Message = "No answer to {Prompt} by {Model}: {Outcome}.")]
    private partial void LogNoAnswer(string prompt, string model, ModelOutcome outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "There is no prompt {Prompt}.")]
    private partial void LogNoPrompt(string prompt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The question {Prompt} could not be asked ({Kind}).")]
    private partial void LogBroken(string prompt, string kind);
}
