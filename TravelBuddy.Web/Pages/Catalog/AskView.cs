using TravelBuddy.Web.Pages.Recommendations;
using TravelBuddy.Web.Questions;

namespace TravelBuddy.Web.Pages.Catalog;

/// <summary>The form for questions about a tour, with the answer to the one that was asked.</summary>
public sealed record AskView(TourCard Tour, string Language)
{
    /// <summary>As written; shown again and kept nowhere.</summary>
    public string? Question { get; init; }

    public TourAnswer? Answer { get; init; }

    /// <summary>Why it was not answered.</summary>
    public string? Problem { get; init; }

    public string? Phone => Tour.Phone;

    public string? Dialled => Tour.Dialled;

    public string? Email => Tour.Email;

    public string Action => $"/packages/{Uri.EscapeDataString(Tour.Package.Id)}?handler=Ask";
}
