using Microsoft.AspNetCore.Mvc.RazorPages;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Pages.Interests;

/// <summary>Places whose names begin with what has been typed, in any spelling, old and new.</summary>
public sealed class SuggestModel(Gazetteer gazetteer, PlanLabels labels) : PageModel
{
    public IReadOnlyList<Place> Places { get; private set; } = [];

    public PlanLabels Labels => labels;

    public void OnGet(string? add) =>
        Places = add is { Length: > 0 and <= PlanAnswers.LongestName } ? [.. gazetteer.Suggest(add, 8).Where(place => place.Kind != "country").Take(6)] : [];
}
