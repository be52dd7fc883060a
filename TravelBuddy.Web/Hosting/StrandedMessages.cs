using System.Text.RegularExpressions;
using Npgsql;
using Wolverine;
using Wolverine.Persistence.Durability;
using Wolverine.Persistence.Durability.DeadLetterManagement;
using Wolverine.RDBMS;
using Wolverine.Runtime;
using Wolverine.Runtime.Handlers;
using Wolverine.Runtime.WorkerQueues;
using Wolverine.Transports;

namespace TravelBuddy.Web.Hosting;

/// <summary>
/// Brings back the commands that a database which went away for a moment took from this node. Wolverine works on them from memory and tries three times within half a second to write what
/// became of one; after that the command is the node's in the database and nobody's in memory, until the process ends. Or it lies among the dead letters, although nothing is wrong with it.
/// Handlers are safe to repeat, so bringing back one that is not stranded does no harm.
/// </summary>
public sealed partial class StrandedMessages(IWolverineRuntime runtime, HandlerGraph handlers, TimeProvider time, ILogger<StrandedMessages> log) : BackgroundService
{
    /// <summary>How often the node looks.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    /// <summary>How long a handler may take, beyond which a command of an idle queue is not being worked on.</summary>
    private static readonly TimeSpan Spare = TimeSpan.FromSeconds(15);

    /// <summary>For how long a command is played again whenever the database went away under it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>What PostgreSQL and its driver say when the server went away: it was stopped, it starts, it takes no more connections, or nobody answers.</summary>
    private const string GoneAway = @"(57P0[123]|53300|0800[036]): |Failed to connect to|Exception while (reading from|writing to) stream";

    private readonly Dictionary<(Guid Id, string Queue), DateTimeOffset> _idleSince = [];

    /// <summary>Whether a command failed only because the database went away: it is played again, so nothing has to follow from its failure.</summary>
    public static bool IsOfLostDatabase(Exception error) =>
        GoneAwayWords().IsMatch(error.Message) || error.InnerException is { } inner && IsOfLostDatabase(inner) || error is AggregateException several && several.InnerExceptions.Any(IsOfLostDatabase);

    [GeneratedRegex(GoneAway)]
    private static partial Regex GoneAwayWords();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogWarning(error, "Stranded commands could not be looked for; it is tried again in {Between}.", Between);
            }
        }
    }

    /// <summary>Releases what is this node's and in none of its queues for longer than its handler may take, and replays the dead letters of a lost database.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        if (runtime.Storage is not IMessageDatabase database)
        {
            return;
        }

        await ReleaseAsync(database, ct);
        await ReplayAsync(database, ct);
    }

    private async Task ReleaseAsync(IMessageDatabase database, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var idle = (await OwnAsync(database, ct)).Where(row => IsIdle(row.Queue)).ToDictionary(row => (row.Id, row.Queue), row => row.Type);
        foreach (var gone in _idleSince.Keys.Where(known => !idle.ContainsKey(known)).ToArray())
        {
            _idleSince.Remove(gone);
        }

        foreach (var row in idle.Keys)
        {
            _idleSince.TryAdd(row, now);
        }

        var stranded = _idleSince.Where(known => now - known.Value >= TimeoutOf(idle[known.Key]) + Spare).Select(known => known.Key).ToArray();
        if (stranded.Length == 0)
        {
            return;
        }

        await runtime.Storage.ReassignIncomingAsync(TransportConstants.AnyNode, [.. stranded.Select(row => new Envelope { Id = row.Id, Destination = new Uri(row.Queue) })]);
        log.LogWarning("{Count} commands had been left behind by a lost database; they are worked on again.", stranded.Length);
        Array.ForEach(stranded, row => _idleSince.Remove(row));
    }

    private async Task ReplayAsync(IMessageDatabase database, CancellationToken ct)
    {
        var letters = new List<Guid>();
        await using var command = database.DataSource.CreateCommand($"""
            select {DatabaseConstants.Id} from {database.TableNameFor(DatabaseConstants.DeadLetterTable)}
            where not {DatabaseConstants.Replayable} and coalesce({DatabaseConstants.SentAt}, now()) > @since and {DatabaseConstants.ExceptionMessage} ~ @gone limit 1000
            """);
        command.Parameters.Add(new NpgsqlParameter("since", time.GetUtcNow() - Patience));
        command.Parameters.Add(new NpgsqlParameter("gone", GoneAway));
        await using (var rows = await command.ExecuteReaderAsync(ct))
        {
            while (await rows.ReadAsync(ct))
            {
                letters.Add(rows.GetGuid(0));
            }
        }

        if (letters.Count > 0)
        {
            await runtime.Storage.DeadLetters.ReplayAsync(new DeadLetterEnvelopeQuery([.. letters]), ct);
            log.LogWarning("{Count} commands had failed because the database went away; they are played again.", letters.Count);
        }
    }

    /// <summary>What the database says this node is working on.</summary>
    private async Task<List<(Guid Id, string Queue, string Type)>> OwnAsync(IMessageDatabase database, CancellationToken ct)
    {
        await using var command = database.DataSource.CreateCommand($"""
            select {DatabaseConstants.Id}, {DatabaseConstants.ReceivedAt}, {DatabaseConstants.MessageType} from {database.TableNameFor(DatabaseConstants.IncomingTable)}
            where {DatabaseConstants.Status} = '{EnvelopeStatus.Incoming}' and {DatabaseConstants.OwnerId} = @node limit 10000
            """);
        command.Parameters.Add(new NpgsqlParameter("node", runtime.DurabilitySettings.AssignedNodeNumber));
        var rows = new List<(Guid, string, string)>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            rows.Add((reader.GetGuid(0), reader.GetString(1), reader.GetString(2)));
        }

        return rows;
    }

    private bool IsIdle(string queue) => runtime.Endpoints.AgentForLocalQueue(new Uri(queue)) is ILocalQueue { QueueCount: 0 };

    private TimeSpan TimeoutOf(string messageType) =>
        handlers.TryFindMessageType(messageType, out var type) && handlers.ChainFor(type)?.ExecutionTimeoutInSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : runtime.Options.DefaultExecutionTimeout;
}
