namespace TravelBuddy.Web.Bookings;

/// <summary>Makes the signed outbound links <c>/go/{token}</c> through which bookings are counted.</summary>
public interface IBookingLinks
{
    /// <summary>Path of the link for a package, of a recorded list or (null) shown without one; <paramref name="channel"/> is "web" or "whatsapp". Null if the package has no booking address.</summary>
    string? PathFor(Catalog.TourPackage package, Guid? listId, string channel);

    /// <summary>The same as an absolute address on <c>PublicBaseUrl</c>.</summary>
    string? UrlFor(Catalog.TourPackage package, Guid? listId, string channel);
}
