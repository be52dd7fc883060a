using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Web.Pages.Interests;

/// <summary>The short way in: a free text is read into a new trip, or changes the one it is sent with; the summary then shows what was understood.</summary>
public sealed class TextModel(PlanTrip trip, PlanAnswers answers, IFreeTextReader reader, TripTexts words, IStringLocalizer<PlanTexts> texts) : PageModel, IShowsFormAgain
{
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The trip to change; empty starts a new one.</summary>
    [BindProperty]
    public Guid? Trip { get; set; }

    public string? Problem { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var text = Text?.Trim() ?? "";
        Problem = text.Length == 0 ? texts["Please write something."].Value
            : text.Length > WishReader.LongestText ? texts["Please keep it under {0} characters; now it is {1}.", WishReader.LongestText, text.Length].Value
            : null;
        if (Problem is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var reading = await reader.ReadAsync(text, PlanModel.Language, answers.Today, ct);
        var (tripId, travellerId) = await SaveAsync(reading, text, ct);
        var id = await words.RememberAsync(tripId, travellerId, text, ct);
        return Redirect($"/plan/summary?text={id}");
    }

    public bool HasMessageFor(string field) => field == "text";

    public Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        Problem = ModelState.MessageFor("text");
        return Task.FromResult<IActionResult>(Page());
    }

    private async Task<(Guid TripId, Guid TravellerId)> SaveAsync(WishReading reading, string text, CancellationToken ct)
    {
        // What no rule understood still counts as a note.
        Wishes Said(Wishes now) => WishUpdate.SaysAnything(reading)
            ? WishUpdate.Apply(now, reading, text)
            : now with { Accommodation = now.Accommodation with { Phrases = [.. now.Accommodation.Phrases.Union([text])] } };

        if (Trip is not null || reading.Intent == Intent.Refine)
        {
            await trip.LoadAsync(Trip, ct);
            if (trip.Trip is { } known)
            {
                await trip.SaveAsync(null, null, Said, ct);
                return (known.Id, known.TravellerId);
            }
        }

        return await trip.StartAsync(Said, ct);
    }
}
