namespace TravelBuddy.Web.Pages.WhatsApp;

/// <summary>Texts of "Send to my WhatsApp"; English is the key, Vietnamese stands in SendTexts.vi.resx.</summary>
public sealed class SendTexts;
