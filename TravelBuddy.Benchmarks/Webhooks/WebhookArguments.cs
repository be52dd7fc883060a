using System.Globalization;

namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>What the load test is asked to do.</summary>
/// <param name="Rate">Updates a second.</param>
/// <param name="Seconds">For how long.</param>
/// <param name="Persons">People who write in that time; as many others wrote before.</param>
/// <param name="Before">Texts that were written and answered before, whose messages the statuses and reactions are about.</param>
/// <param name="MetaMilliseconds">How long the stand-in takes to answer a send; Meta takes a tenth of a second and more.</param>
/// <param name="Kills">How often the app is killed while updates come, and started again.</param>
/// <param name="Restarts">How often its database server is restarted meanwhile.</param>
/// <param name="Fail">How many of a hundred calls of the Graph API fail from then on, in every way that the simulator's panel knows.</param>
/// <param name="App">Folder of the Release build.</param>
public sealed record WebhookArguments(int Rate, int Seconds, int Persons, int Before, int MetaMilliseconds, int Kills, int Restarts, int Fail, string? App)
{
    public const string Usage = "Usage: webhooks [--rate 500] [--seconds 60] [--persons 800] [--before 1800] [--meta-ms 100] [--kills 0] [--restarts 0] [--fail 0] [--app FOLDER-OF-THE-RELEASE-BUILD]";

    /// <summary>Whether anything is made to go wrong.</summary>
    public bool AreFaulty => Kills + Restarts + Fail > 0;

    /// <summary>Reads the arguments; null, and what is wrong, if they are none.</summary>
    public static WebhookArguments? Parse(string[] args, out string? wrong)
    {
        var read = new WebhookArguments(500, 60, 800, 1800, 100, 0, 0, 0, null);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
            {
                wrong = $"{args[i]} needs a value.";
                return null;
            }

            if (args[i] == "--app")
            {
                read = read with { App = args[i + 1] };
                continue;
            }

            if (!int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                wrong = $"{args[i]} needs a number of 0 or more, not {args[i + 1]}.";
                return null;
            }

            WebhookArguments? next = args[i] switch
            {
                "--rate" when number > 0 => read with { Rate = number },
                "--seconds" when number > 0 => read with { Seconds = number },
                "--persons" when number > 0 => read with { Persons = number },
                "--before" => read with { Before = number },
                "--meta-ms" => read with { MetaMilliseconds = number },
                "--kills" => read with { Kills = number },
                "--restarts" => read with { Restarts = number },
                "--fail" when number < 100 => read with { Fail = number },
                _ => null,
            };
            if (next is null)
            {
                wrong = $"{args[i]} {args[i + 1]} is none of the arguments.";
                return null;
            }

            read = next;
        }

        wrong = null;
        return read;
    }
}
