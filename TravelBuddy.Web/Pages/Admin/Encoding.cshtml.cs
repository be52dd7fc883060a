using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Pages.Admin;

/// <summary>Which encoder serves, which comes next, and how far it is.</summary>
public sealed class EncodingModel(EncoderRuns runs, EncoderSwitch encoderSwitch) : PageModel
{
    public EncodingStatus Status { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Status = await encoderSwitch.StatusAsync(ct);

    public async Task<IActionResult> OnGetProgressAsync(CancellationToken ct) => Partial("_EncodingProgress", await encoderSwitch.StatusAsync(ct));

    /// <summary>Tries what failed again, now.</summary>
    public async Task<IActionResult> OnPostAgainAsync(CancellationToken ct)
    {
        if ((await encoderSwitch.StatusAsync(ct)).Run is { } run)
        {
            await runs.TryAgainAsync(run.Id, ct);
            encoderSwitch.Wake();
        }

        return RedirectToPage();
    }
}
