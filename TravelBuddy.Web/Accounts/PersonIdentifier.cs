namespace TravelBuddy.Web.Accounts;

/// <summary>
/// What a person is found by. The document's id is the identifier's kind and keyed hash ("number:…", "user:…", "login:…"), so that the database lets
/// nobody be made twice. A WhatsApp id and a phone number are the same kind: both are the number's digits.
/// </summary>
public sealed record PersonIdentifier
{
    public required string Id { get; init; }
    public required Guid PersonId { get; init; }

    public static string Number(string hash) => $"number:{hash}";

    public static string User(string hash) => $"user:{hash}";

    public static string Login(string hash) => $"login:{hash}";
}

/// <summary>Kinds of <see cref="KeyedHash"/> that persons are found by.</summary>
public static class HashKinds
{
    public const string Phone = "phone";
    public const string UserId = "user";
    public const string Email = "email";
    public const string Login = "login";
}
