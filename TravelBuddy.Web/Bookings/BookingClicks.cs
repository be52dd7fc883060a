using System.Text.RegularExpressions;
using Wolverine;

namespace TravelBuddy.Web.Bookings;

/// <summary>Takes clicks in: stored durably before the traveller is sent on, unless the database takes too long; then they are sent on and it goes on being stored.</summary>
public sealed class BookingClicks(IServiceScopeFactory scopes, TimeProvider time, ILogger<BookingClicks> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    public async Task TakeAsync(BookingLink link)
    {
        var command = new RecordBookingClick(Guid.CreateVersion7(), link.ListId, link.PackageId, link.Channel, time.GetUtcNow());
        var storing = StoreAsync(command);
        if (await Task.WhenAny(storing, Task.Delay(Patience)) != storing)
        {
            log.LogWarning("Storing click {ClickId} on {PackageId} of list {ListId} takes long; the traveller was sent on.", command.ClickId, command.PackageId, command.ListId);
        }
    }

    private async Task StoreAsync(RecordBookingClick command)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(command);
        }
        catch (Exception problem)
        {
            // The booking matters more than our count of it; the line holds everything the count needs.
            log.LogError(problem, "Lost click {ClickId}: {Channel}, package {PackageId} of list {ListId} at {At:o}.", command.ClickId, command.Channel, command.PackageId, command.ListId, command.At);
        }
    }
}

/// <summary>Tells people who follow a link from programs that only look at it.</summary>
public static partial class Visitors
{
    /// <summary>Whether a request is someone following a link: a GET that is no prefetch and comes from no known crawler or link preview.</summary>
    public static bool IsPerson(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        return HttpMethods.IsGet(request.Method)
            && !Says(request, "Sec-Purpose", "prefetch") && !Says(request, "Purpose", "prefetch") && !Says(request, "X-Moz", "prefetch") && !Says(request, "X-Purpose", "preview")
            && !Programs().IsMatch(agent);
    }

    private static bool Says(HttpRequest request, string header, string word) => request.Headers[header].ToString().Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>CUBOT makes phones, and "Telegram-Android" is a person's browser inside Telegram.</summary>
    [GeneratedRegex(@"(?<!cu)bots?(?:\b|_)|crawl|spider|slurp|preview|facebookexternalhit|facebookcatalog|meta-external|whatsapp/|skypeuri|embedly", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Programs();
}
