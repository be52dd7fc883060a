namespace TravelBuddy.Web.Pages.Admin;

/// <summary>Texts of the directory's page; English is the key, Vietnamese stands in StayImportsTexts.vi.resx.</summary>
public sealed class StayImportsTexts;
