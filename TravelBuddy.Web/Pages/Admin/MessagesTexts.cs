namespace TravelBuddy.Web.Pages.Admin;

/// <summary>Texts of the messages page; English is the key, Vietnamese stands in MessagesTexts.vi.resx.</summary>
public sealed class MessagesTexts;
