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
        await trip.LoadAsync(named, ct);
        var id = trip.Trip?.Id ?? await trip.StartAsync(ct);
        var list = await recommender.RecommendAsync(id, trip.Trip!.TravellerId, ct);
        return Redirect($"/tours/{list}");
    }
}
