namespace TravelBuddy.Web.Pages.Interests;

/// <summary>Texts of the wizard; English is the key, Vietnamese stands in PlanTexts.vi.resx.</summary>
public sealed class PlanTexts;
