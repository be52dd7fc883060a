namespace TravelBuddy.Web.Pages.Catalog;

/// <summary>Texts of the page of one tour; English is the key, Vietnamese stands in PackageTexts.vi.resx.</summary>
public sealed class PackageTexts;
