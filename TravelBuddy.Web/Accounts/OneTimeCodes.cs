namespace TravelBuddy.Web.Accounts;

/// <summary>Deliver a one-time code over WhatsApp (an authentication template) to a typed number; number and code stay encrypted in <c>Accounts</c>.</summary>
public sealed record DeliverOneTimeCode(Guid NumberId, Guid CodeId) : WhatsApp.IByPerson
{
    Guid WhatsApp.IByPerson.PersonId => NumberId;
}

/// <summary>What the sender of a one-time code needs to know, decrypted at the last moment. Null once the code was used or has expired.</summary>
public sealed record RevealedCode(WhatsAppIdentity To, string Code, string Language, int MinutesValid);

/// <summary>Reading a code for its delivery.</summary>
public interface IOneTimeCodes
{
    Task<RevealedCode?> RevealAsync(Guid codeId, CancellationToken ct);
}
