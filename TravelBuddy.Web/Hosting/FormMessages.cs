using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace TravelBuddy.Web.Hosting;

/// <summary>Messages beside the fields of a form.</summary>
public static class FormMessages
{
    /// <summary>The first message for a field; null if there is none.</summary>
    public static string? MessageFor(this ModelStateDictionary state, string field) => state[field]?.Errors.FirstOrDefault()?.ErrorMessage;
}
