namespace TravelBuddy.Web.Interests;

/// <summary>Reads what a person wrote: the rules of <see cref="IWishReader"/>, and where they left something open the language model, if one is configured.</summary>
public interface IFreeTextReader
{
    /// <summary>What is understood. Whatever becomes of the model, the rules' reading comes, within the model's time limit.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="languageHint">The language it is thought to be in; null for none.</param>
    /// <param name="today">The day it is in Viet Nam.</param>
    /// <param name="payer">Whose budget a model's answer is paid from: a traveller or a person.</param>
    /// <param name="within">How long the model may take; null for its usual time.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<WishReading> ReadAsync(string text, string? languageHint, DateOnly today, Guid? payer, TimeSpan? within, CancellationToken ct);
}
