namespace TravelBuddy.Web.Pages.Admin;

/// <summary>Texts of the encoding page; English is the key, Vietnamese stands in EncodingTexts.vi.resx.</summary>
public sealed class EncodingTexts;
