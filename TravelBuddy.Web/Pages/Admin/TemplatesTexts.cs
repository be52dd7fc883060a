namespace TravelBuddy.Web.Pages.Admin;

/// <summary>Texts of the templates page; English is the key, Vietnamese stands in TemplatesTexts.vi.resx.</summary>
public sealed class TemplatesTexts;
