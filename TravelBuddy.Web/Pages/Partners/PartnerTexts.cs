namespace TravelBuddy.Web.Pages.Partners;

/// <summary>Texts of the partners' page; English is the key, Vietnamese stands in PartnerTexts.vi.resx.</summary>
public sealed class PartnerTexts;
