using System.Buffers.Text;
using System.Security.Cryptography;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Bookings;

/// <summary>What a booking link says: which package of which recorded list (null: of none), and where it was shown.</summary>
public sealed record BookingLink(Guid? ListId, string PackageId, string Channel);

/// <summary>
/// Booking links as compact tokens: channel (1 byte), list id (16; zeros: of no list), package id (UTF-8), then the first 16 bytes of their HMAC-SHA256 under a key of this
/// installation; all as base64url. They hold no personal data and do not expire: a link in an old chat goes on working as long as the tour is offered.
/// </summary>
public sealed class BookingLinks(KeyedHash hash, OwnAddress own) : IBookingLinks
{
    private const int TagLength = 16;
    private const int HeadLength = 1 + 16;

    private static readonly string[] Channels = ["web", "whatsapp"];

    // Links are made while a page is rendered, so the key is read once, synchronously, by whoever needs it first; what failed once is tried again.
    private readonly Lazy<byte[]> _key = new(
        () => Convert.FromHexString(hash.OfAsync("key", "booking-links", CancellationToken.None).AsTask().GetAwaiter().GetResult()), LazyThreadSafetyMode.PublicationOnly);

    public string? PathFor(TourPackage package, Guid? listId, string channel)
    {
        var channelNumber = Array.IndexOf(Channels, channel);
        if (channelNumber < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(channel), channel, "Booking links are shown on the web or on WhatsApp.");
        }

        if (WebAddressOf(package) is null)
        {
            return null;
        }

        var idLength = System.Text.Encoding.UTF8.GetByteCount(package.Id);
        var token = new byte[HeadLength + idLength + TagLength];
        token[0] = (byte)channelNumber;
        (listId ?? Guid.Empty).TryWriteBytes(token.AsSpan(1));
        System.Text.Encoding.UTF8.GetBytes(package.Id, token.AsSpan(HeadLength));
        Tag(token.AsSpan(0, HeadLength + idLength)).CopyTo(token.AsSpan(HeadLength + idLength));
        return $"/go/{Base64Url.EncodeToString(token)}";
    }

    public string? UrlFor(TourPackage package, Guid? listId, string channel) => PathFor(package, listId, channel) is { } path ? own.Public + path : null;

    /// <summary>What a token says, or null if it is not one of ours.</summary>
    public BookingLink? Read(string token)
    {
        if (token.Length > 1000 || !Base64Url.IsValid(token))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= HeadLength + TagLength || bytes[0] >= Channels.Length || !CryptographicOperations.FixedTimeEquals(Tag(bytes.AsSpan(0, bytes.Length - TagLength)), bytes.AsSpan(bytes.Length - TagLength)))
        {
            return null;
        }

        var listId = new Guid(bytes.AsSpan(1, 16));
        return new BookingLink(listId == Guid.Empty ? null : listId, System.Text.Encoding.UTF8.GetString(bytes.AsSpan(HeadLength, bytes.Length - HeadLength - TagLength)), Channels[bytes[0]]);
    }

    /// <summary>The booking page of a package: only http and https; null if it has none.</summary>
    public static Uri? WebAddressOf(TourPackage package) =>
        Uri.TryCreate(package.BookingUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private byte[] Tag(ReadOnlySpan<byte> payload) => HMACSHA256.HashData(_key.Value, payload)[..TagLength];
}
