using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Web.Pages.Interests;

/// <summary>Ranks for the trip, records the list and shows it; a trip without a single wish is started here.</summary>
public sealed class FindModel(PlanTrip trip, IRecommender recommender) : PageModel
{
    public IActionResult OnGet() => Redirect("/plan/summary");

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "trip")] Guid? named, CancellationToken ct)
    {
        var (id, travellerId) = await trip.FindAsync(named, ct) is { } known ? (known.Id, known.TravellerId) : await trip.StartAsync(nothing => nothing, ct);
        var list = await recommender.RecommendAsync(id, travellerId, ct);
        return Redirect($"/tours/{list}");
    }
}
