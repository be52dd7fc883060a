using System.Text.Json;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.WhatsApp.Cloud;

/// <summary>What Meta says of an error beyond its code, for an admin's eyes: without what could name a person, or lead anywhere. Not for logs or figures.</summary>
public static partial class MetaDetail
{
    public const int Longest = 200;

    /// <summary>The <c>error_data.details</c> of an error, cleaned; null where there are none.</summary>
    public static string? Of(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty("error_data", out var data) ? Clean(GraphClient.Text(data, "details")) : null;

    /// <summary>The words without addresses, ids and numbers of persons, on one line of at most <see cref="Longest"/> characters; null for none.</summary>
    public static string? Clean(string? said)
    {
        if (string.IsNullOrWhiteSpace(said))
        {
            return null;
        }

        var plain = Spaces().Replace(PlainText.Of(said), " ");
        plain = Digits().Replace(Ids().Replace(Addresses().Replace(plain, "…"), "…"), "…").Trim();
        return plain.Length == 0 ? null : Limits.Shorten(plain, Longest);
    }

    [GeneratedRegex(@"[\s\p{C}]+")]
    private static partial Regex Spaces();

    /// <summary>Addresses of pages and of e-mail.</summary>
    [GeneratedRegex(@"\S*(?:\w+://|www\.|@)\S*", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();

    /// <summary>Ids of messages (which hold a number), of users, and whatever else is one long word of letters and digits.</summary>
    [GeneratedRegex(@"wamid\.\S+|\b[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]+|(?=\w*\d)\w{20,}", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();

    /// <summary>Seven digits and more, however they are parted; error codes have six.</summary>
    [GeneratedRegex(@"\+?\d(?:[\p{Zs}\p{P}]{0,3}\d){6,}")]
    private static partial Regex Digits();
}
