using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TravelBuddy.Web.Pages.Recommendations;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Web.Pages.Interests;

/// <summary>Ranks for the trip, records the list and shows it; a trip without a single wish is started here.</summary>
public sealed class FindModel(PlanTrip trip, IRecommender recommender, RecordedLists lists) : PageModel
{
    public IActionResult OnGet() => Redirect("/plan/summary");

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "trip")] Guid? named, CancellationToken ct)
    {
        var list = await trip.FindAsync(named, ct) is { } known ? await recommender.RecommendAsync(known, ct) : await StartAsync(ct);
        lists.Keep(list);
        return Redirect($"/tours/{list.Id}");
    }

    private async Task<RecommendationList> StartAsync(CancellationToken ct)
    {
        var (id, travellerId) = await trip.StartAsync(nothing => nothing, ct);
        return await recommender.RecommendAsync(id, travellerId, ct);
    }
}
