namespace TravelBuddy.Web.Pages.Accounts;

/// <summary>Texts of sign-in and account pages; English is the key, Vietnamese stands in AccountsTexts.vi.resx.</summary>
public sealed class AccountsTexts;
