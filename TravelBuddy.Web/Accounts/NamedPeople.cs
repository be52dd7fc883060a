using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Accounts;

/// <summary>People whom settings name by e-mail address and telephone number, each separated by commas; phones with country code.</summary>
public class NamedPeople
{
    private readonly HashSet<string> _emails;
    private readonly HashSet<string> _phones;

    /// <summary>Throws <see cref="StartupException"/> naming the setting for an address or number that cannot be one.</summary>
    /// <param name="section">Holds <c>Emails</c> and <c>Phones</c>.</param>
    /// <param name="setting">The section's name as settings are written in the environment.</param>
    public NamedPeople(IConfiguration section, string setting)
    {
        _emails = [.. Parts(section["Emails"]).Select(email => System.Net.Mail.MailAddress.TryCreate(email, out var address) && address.Address == email
            ? PersonAccounts.NormaliseEmail(email)
            : throw new StartupException($"Setting {setting}__Emails: \"{email}\" is not an e-mail address. Separate several with commas."))];
        _phones = [.. Parts(section["Phones"]).Select(phone => PhoneNumberReader.ToE164(phone, null)
            ?? throw new StartupException($"Setting {setting}__Phones: \"{phone}\" is not a phone number with country code, such as +84905123456. Separate several with commas."))];
    }

    public bool IsEmpty => _emails.Count == 0 && _phones.Count == 0;

    public IReadOnlyCollection<string> Emails => _emails;

    public IReadOnlyCollection<string> Phones => _phones;

    public bool HasPhone(string e164) => _phones.Contains(e164);

    private static string[] Parts(string? setting) => (setting ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
