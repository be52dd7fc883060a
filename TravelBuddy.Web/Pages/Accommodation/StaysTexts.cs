namespace TravelBuddy.Web.Pages.Accommodation;

/// <summary>Texts of the places to stay; English is the key, Vietnamese stands in StaysTexts.vi.resx.</summary>
public sealed class StaysTexts;
