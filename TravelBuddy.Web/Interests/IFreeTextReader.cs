namespace TravelBuddy.Web.Interests;

/// <summary>Reads what a person wrote: the rules of <see cref="IWishReader"/>, and where they left something open the language model, if one is configured.</summary>
public interface IFreeTextReader
{
    /// <summary>What is understood. Whatever becomes of the model, the rules' reading comes, within the model's time limit.</summary>
    Task<WishReading> ReadAsync(string text, string? languageHint, DateOnly today, CancellationToken ct);
}
