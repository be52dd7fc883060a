using System.Diagnostics;
using TravelBuddy.Web.Simulator;

namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>
/// <c>webhooks</c>: Meta's side of a busy hour against the Release build in a process of its own, with a database of its own and a stand-in of the Graph
/// API here. Signed updates come at a fixed rate, whatever becomes of them; then the backlog is waited for, and every update's effect looked at.
/// Prints a table and, as the last line, one JSON object.
/// </summary>
public static class WebhooksCommand
{
    private const int UnreadAtOnce = 40;

    /// <summary>So many that they will not be gone in the next ten seconds.</summary>
    private const int Much = 1_000;

    private const int Seed = 20261129;
    private static readonly TimeSpan DrainPatience = TimeSpan.FromMinutes(12);

    /// <summary>An expired token stops sending until it is tried again; of the calls of a faulty run every thirtieth tells of one.</summary>
    private static readonly TimeSpan FaultyPatience = TimeSpan.FromMinutes(90);

    /// <summary>How long the app may take to store what Meta answered.</summary>
    private static readonly TimeSpan TimeToStore = TimeSpan.FromSeconds(2);

    /// <returns>Exit code: 0, 1 if an effect is missing, double or out of order or a request was malformed, 2 for arguments that are none.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter progress)
    {
        if (WebhookArguments.Parse(args, out var wrong) is not { } arguments)
        {
            await progress.WriteLineAsync(wrong);
            await progress.WriteLineAsync(WebhookArguments.Usage);
            return 2;
        }

        var root = Repository.Root();
        var build = arguments.App ?? Path.Combine(root, "TravelBuddy.Web", "bin", "Release", "net10.0");
        if (!File.Exists(Path.Combine(build, "TravelBuddy.Web.dll")))
        {
            await progress.WriteLineAsync($"There is no Release build in {build}; scripts/setup makes it.");
            return 2;
        }

        var statuses = new StatusFeed { HoldsBack = true };
        await using var meta = await StandInMeta.StartAsync(statuses, TimeSpan.FromMilliseconds(arguments.MetaMilliseconds));
        await progress.WriteLineAsync("· Making a database, starting the app …");
        await using var app = await ScratchApp.StartAsync(build, meta.Settings());
        await using var rows = new AppRows(app.ConnectionString);
        using var postman = new Postman(app.BaseUrl);
        var wishes = TravelWishes.Read(Path.Combine(root, "data"));
        Person[] earlier = [.. Enumerable.Range(0, arguments.Persons).Select(Person.Make)];
        Person[] persons = [.. Enumerable.Range(arguments.Persons, arguments.Persons).Select(Person.Make)];
        foreach (var person in earlier.Concat(persons))
        {
            meta.Know(person);
        }

        using var stopTrickle = new CancellationTokenSource();
        var trickle = new Trickle(statuses, postman).RunAsync(stopTrickle.Token);
        await progress.WriteLineAsync($"· {arguments.Before} texts of {earlier.Length} people before the run, answered one after the other …");
        var before = new Mailbag(wishes, earlier, [], statuses, Seed);
        await WriteBeforeAsync(before, earlier, arguments.Before, postman, rows);
        await DrainedAsync(app, postman, statuses, rows, DrainPatience, progress);
        await stopTrickle.CancelAsync();
        await trickle;

        var (wishesBefore, outbox) = (wishes.Count, await rows.OutboxAsync());
        wishes.LeaveOut(Observation.NotListed(before.Texts, meta.Taken, outbox));
        await progress.WriteLineAsync($"· {wishesBefore - wishes.Count} of {wishesBefore} wishes are taken for something else, or for another price, and left out.");
        var kinds = outbox.ToDictionary(row => row.Id, row => row.Kind);
        var cards = meta.Taken.Where(message => message is { IsCard: true, Person: not null } && kinds.GetValueOrDefault(message.Opaque) == "Tour").ToArray();
        new Random(Seed).Shuffle(cards);
        statuses.HoldsBack = false;
        var figures = new Figures { Arguments = arguments, MessagesBefore = meta.Taken.Length, Load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "" };
        await progress.WriteLineAsync($"· {arguments.Rate} updates a second for {arguments.Seconds} s …");
        var mailbag = new Mailbag(wishes, persons, cards, statuses, Seed + 1);
        figures.Before = Spent(app);
        var watch = new Backlog(rows, meta, postman, progress);
        using var stopWatching = new CancellationTokenSource();
        var watching = watch.RunAsync(stopWatching.Token);
        var running = postman.KeepToAsync(Schedule.Make(arguments.Rate, arguments.Seconds, Seed), mailbag);
        meta.Misbehaviour = new Misbehaviour { Fail = arguments.Fail, Ways = Misbehaviour.CallWays };
        await DisturbAsync(arguments, app, meta, running, progress);
        await running;
        figures.AtEnd = Spent(app);
        figures.TakenInRun = meta.Taken.Length - figures.MessagesBefore;
        await progress.WriteLineAsync("· The backlog …");
        var drain = Stopwatch.StartNew();
        using var stopTail = new CancellationTokenSource();
        var tail = new Trickle(statuses, postman).RunAsync(stopTail.Token);
        var gone = await DrainedAsync(app, postman, statuses, rows, arguments.AreFaulty ? FaultyPatience : DrainPatience, progress);
        figures.BacklogSeconds = gone ? drain.Elapsed.TotalSeconds : null;
        figures.AfterBacklog = Spent(app);
        await stopTail.CancelAsync();
        await stopWatching.CancelAsync();
        await Task.WhenAll(tail, watching);
        figures.Highest = watch.Highest;
        figures.Memory = app.MemoryBytes;

        var (_, unsent, _, dead) = await rows.WaitingAsync();
        var sent = await rows.OutboxAsync();
        figures.Effects = Observation.Of(mailbag.Texts, mailbag.Reactions, meta.Taken, sent, await rows.LikesAsync(), unsent, dead) with
        {
            Delivered = before.Texts.Count + mailbag.Texts.Count + mailbag.Reactions.Count,
            Read = await rows.ReadAsync(),
        };
        figures.Mishaps = meta.Mishaps;
        figures.Malformed = meta.Malformed;
        figures.Outcomes = postman.Outcomes;
        figures.Mailbag = mailbag;
        figures.Messages = meta.Taken.Length - figures.MessagesBefore;
        await output.WriteLineAsync(figures.Table());
        await output.WriteLineAsync(figures.Json());
        await progress.WriteLineAsync($"· What the app printed: {app.LogFile}");
        if (figures.Effects.Misanswered is { Count: > 0 } misanswered)
        {
            var file = app.LogFile + ".misanswered";
            await File.WriteAllLinesAsync(file, misanswered.SelectMany(number => Observation.Exchange(number, mailbag.Texts, meta.Taken, sent)));
            await progress.WriteLineAsync($"· What was written and sent where a text has no answer or an answer no text: {file}");
        }

        return figures.Effects.AreRight && figures.Malformed == 0 ? 0 : 1;
    }

    /// <summary>Ends the app, and its database, as often as asked for, evenly spread over the run; database restarts come between the kills.</summary>
    private static async Task DisturbAsync(WebhookArguments arguments, ScratchApp app, StandInMeta meta, Task running, TextWriter progress)
    {
        var disturbances = Enumerable.Range(0, Math.Max(arguments.Kills, arguments.Restarts))
            .SelectMany(i => new[] { (IsKill: true, IsDue: i < arguments.Kills), (IsKill: false, IsDue: i < arguments.Restarts) })
            .Where(disturbance => disturbance.IsDue).ToArray();
        foreach (var (isKill, _) in disturbances)
        {
            await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(arguments.Seconds / (disturbances.Length + 1.0))));
            var since = DateTimeOffset.UtcNow - TimeToStore;
            await progress.WriteLineAsync(isKill ? "· kill -9 …" : "· The database is restarted …");
            if (isKill)
            {
                await app.KillAsync();
                meta.DoubtSince(since);
                await app.StartAsync();
            }
            else
            {
                await app.RestartDatabaseAsync();
                meta.DoubtSince(since);
            }

            await progress.WriteLineAsync("· started again …");
        }
    }

    private static async Task WriteBeforeAsync(Mailbag mailbag, Person[] persons, int count, Postman postman, AppRows rows)
    {
        for (var written = 0; written < count; await Task.Delay(100))
        {
            var (_, _, unread, _) = await rows.WaitingAsync();
            for (var room = UnreadAtOnce - unread; room > 0 && written < count; room--)
            {
                var delivery = new Delivery(postman.Now);
                postman.Send([mailbag.Write(persons[written++ % persons.Length], delivery)], delivery, measured: false);
            }
        }
    }

    /// <summary>Waits until nothing waits any more; false if that takes too long.</summary>
    private static async Task<bool> DrainedAsync(ScratchApp app, Postman postman, StatusFeed statuses, AppRows rows, TimeSpan patience, TextWriter progress)
    {
        var look = TimeSpan.Zero;
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < patience; await Task.Delay(look))
        {
            if (app.HasEnded)
            {
                throw new InvalidOperationException($"The app has ended; see {app.LogFile}.");
            }

            var (commands, unsent, unread, _) = await rows.WaitingAsync();
            if (postman.UnderWay == 0 && statuses.Coming == 0 && commands + unsent + unread == 0)
            {
                return true;
            }

            look = TimeSpan.FromSeconds(commands + unsent > Much ? 10 : .5);
        }

        await progress.WriteLineAsync("· The backlog is not gone; what follows is as it stands.");
        return false;
    }

    private static Spent Spent(ScratchApp app) => new(app.ProcessorTime, app.DatabaseTime(), Process.GetCurrentProcess().TotalProcessorTime, ScratchApp.MachineTime());
}
