namespace TravelBuddy.Web.Pages.Home;

/// <summary>Texts of the landing page; English is the key, Vietnamese stands in HomeTexts.vi.resx.</summary>
public sealed class HomeTexts;
