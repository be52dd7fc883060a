using TravelBuddy.Web.Encoding;
using Wolverine.Attributes;

namespace TravelBuddy.Web.Questions;

/// <summary>Cuts what changed in the catalogue into passages; safe to run late, twice or out of order, because it looks at what is there. Until it has, packages are cut when they are asked about.</summary>
public static partial class PackagesEncodedHandler
{
    [MessageTimeout(3600)]
    public static async Task Handle(PackagesEncoded encoded, PassageStore passages, ILogger<PassageStore> log, CancellationToken ct)
    {
        if (await passages.BringInStepAsync(ct) is > 0 and var written)
        {
            LogWritten(log, written, encoded.CatalogVersion);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Cut {Packages} packages into passages, up to version {Version} of the catalogue")]
    private static partial void LogWritten(ILogger logger, int packages, long version);
}
