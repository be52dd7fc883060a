namespace TravelBuddy.Web.Pages.Shared;

/// <summary>Texts of the frame around every page; English is the key, Vietnamese stands in SharedTexts.vi.resx.</summary>
public sealed class SharedTexts;
