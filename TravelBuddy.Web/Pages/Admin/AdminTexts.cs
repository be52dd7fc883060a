namespace TravelBuddy.Web.Pages.Admin;

/// <summary>Texts of the admin frame and overview; English is the key, Vietnamese stands in AdminTexts.vi.resx.</summary>
public sealed class AdminTexts;
