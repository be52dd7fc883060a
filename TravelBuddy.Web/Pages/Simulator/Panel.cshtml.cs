using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Simulator;

namespace TravelBuddy.Web.Pages.Simulator;

/// <summary>
/// The panel that makes the pretend Meta misbehave, as a page of its own: the simulator's page shows the same. For other processes:
/// GET /simulator/panel gives the form with its antiforgery token (cookie and <c>__RequestVerificationToken</c>); POST /simulator/panel sets everything
/// at once, what is left out is off; POST /simulator/panel?handler=Reset sets all to well and the counters to nothing. Fields:
/// <c>fail</c> share of calls that fail, 0 to 100; <c>way</c>, repeated: TooManyRequests, Throttled, PairRate, ServerError, Gateway, TokenExpired,
/// BreakBefore, BreakAfter, Slow; <c>slow</c> seconds of a slow answer; <c>expired</c> = true: every call answers 190; <c>duplicate</c>, <c>delay</c>,
/// <c>reorder</c>, <c>drop</c> shares of webhooks, 0 to 100 (only statuses are dropped); <c>delaySeconds</c>. The counters are elements with
/// <c>data-count</c> = the name of a <see cref="Mishap"/> and the number as their text.
/// </summary>
[ResponseCache(NoStore = true)]
[SimulatorPage]
public sealed class PanelModel(MisbehaviourPanel panel, IStringLocalizer<SimulatorTexts> texts) : PageModel
{
    public PanelView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => View = await ReadAsync(await panel.GetAsync(ct), null, ct);

    /// <summary>Only the counters.</summary>
    public async Task<IActionResult> OnGetCountsAsync(CancellationToken ct) => Partial("_PanelCounts", await ReadAsync(await panel.GetAsync(ct), null, ct));

    public async Task<IActionResult> OnPostAsync(
        int? fail, Mishap[]? way, int? slow, bool? expired, int? duplicate, int? delay, int? delaySeconds, int? reorder, int? drop, CancellationToken ct)
    {
        var usual = new Misbehaviour();
        var asked = new Misbehaviour
        {
            Fail = fail ?? 0,
            Ways = [.. (way ?? []).Distinct()],
            SlowSeconds = slow ?? usual.SlowSeconds,
            Expired = expired ?? false,
            Duplicate = duplicate ?? 0,
            Delay = delay ?? 0,
            DelaySeconds = delaySeconds ?? usual.DelaySeconds,
            Reorder = reorder ?? 0,
            Drop = drop ?? 0,
        };
        if (!ModelState.IsValid || !asked.IsPossible)
        {
            View = await ReadAsync(await panel.GetAsync(ct), texts["Nothing was changed: a share is a whole number of 0 to 100, a time one of 1 to {0} seconds.", Misbehaviour.MaxSeconds], ct);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return IsHtmx ? Partial("_Panel", View) : Page();
        }

        await panel.SetAsync(asked, ct);
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostResetAsync(CancellationToken ct)
    {
        await panel.ResetAsync(ct);
        return await ShowAsync(ct);
    }

    private bool IsHtmx => Request.Headers.ContainsKey("HX-Request");

    private async Task<IActionResult> ShowAsync(CancellationToken ct) => IsHtmx ? Partial("_Panel", await ReadAsync(await panel.GetAsync(ct), null, ct)) : Redirect("/simulator#panel");

    private async Task<PanelView> ReadAsync(Misbehaviour misbehaviour, string? error, CancellationToken ct) => new(misbehaviour, await panel.CountsAsync(ct), error);
}
