namespace TravelBuddy.Web.Pages.Admin;

/// <summary>Texts of the packages page; English is the key, Vietnamese stands in PackagesTexts.vi.resx.</summary>
public sealed class PackagesTexts;
