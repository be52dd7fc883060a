namespace TravelBuddy.Web.Pages.Recommendations;

/// <summary>Texts of the page of recommended tours; English is the key, Vietnamese stands in ToursTexts.vi.resx.</summary>
public sealed class ToursTexts;
