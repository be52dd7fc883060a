using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Hosting;
using Wolverine;
using Wolverine.Attributes;

namespace TravelBuddy.Web.Questions;

/// <summary>Cuts what changed in the catalogue into passages; safe to run late, twice or out of order, because it looks at what is there. Until it has, packages are cut when they are asked about.</summary>
public static partial class PackagesEncodedHandler
{
    [MessageTimeout(3600)]
    public static async Task<object?> Handle(PackagesEncoded encoded, PassageStore passages, LongWork work, ILogger<PassageStore> log, CancellationToken ct)
    {
        var written = 0;
        if (!await work.EndsAsync(async token => written = await passages.BringInStepAsync(token), ct))
        {
            return encoded.DelayedFor(LongWork.Later);
        }

        if (written > 0)
        {
            LogWritten(log, written, encoded.CatalogVersion);
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Cut {Packages} packages into passages, up to version {Version} of the catalogue")]
    private static partial void LogWritten(ILogger logger, int packages, long version);
}
