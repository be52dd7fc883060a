namespace TravelBuddy.Web.Pages.Admin;

/// <summary>Texts of the imports page; English is the key, Vietnamese stands in ImportsTexts.vi.resx.</summary>
public sealed class ImportsTexts;
