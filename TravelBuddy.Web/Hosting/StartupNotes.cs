using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace TravelBuddy.Web.Hosting;

/// <summary>
/// One line for the person who started the application: a part that is simulated and the setting for the real one, or something to know. Features register
/// theirs; they are asked for once the server listens, and say null where there is nothing to tell.
/// </summary>
public sealed record StartupNote(string? Text);

/// <summary>Prints the address and the notes once the server listens.</summary>
public sealed class StartupNotes(IServer server, IServiceProvider services, IHostApplicationLifetime lifetime, IConfiguration configuration) : IHostedService
{
    /// <summary>Says what the next seconds are spent on, before they are.</summary>
    public static void TellWhatComes(IConfiguration configuration)
    {
        if (configuration.GetValue("Hosting:PrintNotes", false))
        {
            var schema = configuration.GetValue<bool>(DatabaseSetup.EmbeddedSetting) ? "Checking the database's schema, reading" : "Reading";
            Console.Error.WriteLine($"· {schema} places, words and tours …");
        }
    }

    public Task StartAsync(CancellationToken ct)
    {
        if (configuration.GetValue("Hosting:PrintNotes", false))
        {
            lifetime.ApplicationStarted.Register(Print);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken ct) => Task.CompletedTask;

    private void Print()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine();
        Console.WriteLine($"  TravelBuddy is ready at {string.Join(" and ", addresses)}");
        foreach (var text in services.GetServices<StartupNote>().Select(note => note.Text).OfType<string>())
        {
            Console.WriteLine($"  · {text}");
        }

        Console.WriteLine("  Ctrl+C stops it.");
        Console.WriteLine();
    }
}
