namespace TravelBuddy.Web.Hosting;

/// <summary>Texts of the error page; English is the key, Vietnamese stands in ErrorTexts.vi.resx.</summary>
public sealed class ErrorTexts;
