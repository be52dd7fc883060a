using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Pages.Recommendations;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Web.Pages.Interests;

/// <summary>
/// The short way in: a free text is read into a new trip, and its tours are shown beside what was understood; or it changes the trip it is sent with, and the
/// summary shows that.
/// </summary>
public sealed class TextModel(PlanTrip trip, ICurrentTraveller current, ReadTexts read, SaidChanges changes, IRecommender recommender, RecordedLists lists, IStringLocalizer<PlanTexts> texts) : PageModel, IShowsFormAgain
{
    /// <summary>Comes with the start page's form, which may be empty: then the questions begin.</summary>
    public const string FromHome = "home";

    /// <summary>Comes with the form of this page.</summary>
    public const string FromHere = "text";

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The trip to change; empty starts a new one.</summary>
    [BindProperty]
    public Guid? Trip { get; set; }

    /// <summary>Where tours are looked for at once: <see cref="FromHome"/> or <see cref="FromHere"/>.</summary>
    [BindProperty]
    public string? From { get; set; }

    public string? Problem { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var text = Text?.Trim() ?? "";
        if (text.Length == 0 && From == FromHome)
        {
            return Redirect($"/plan/{PlanSteps.Places}");
        }

        Problem = text.Length == 0 ? texts["Please write something."].Value
            : text.Length > WishReader.LongestText ? texts["Please keep it under {0} characters; now it is {1}.", WishReader.LongestText, text.Length].Value
            : null;
        if (Problem is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var reading = await read.ReadAsync(text, PlanModel.Language, (await current.EnsureAsync(ct)).Id, ct);
        var (tripId, travellerId) = await SaveAsync(reading, text, ct);
        var id = await read.KeepAsync(tripId, travellerId, text, reading, ct);
        if (From is not (FromHome or FromHere))
        {
            return Redirect($"/plan/summary?text={id}");
        }

        var list = await recommender.RecommendAsync(tripId, travellerId, ct);
        lists.Keep(list);
        return Redirect($"/tours/{list.Id}?text={id}");
    }

    public bool HasMessageFor(string field) => field == "text";

    public Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        Problem = ModelState.MessageFor("text");
        return Task.FromResult<IActionResult>(Page());
    }

    private async Task<(Guid TripId, Guid TravellerId)> SaveAsync(WishReading reading, string text, CancellationToken ct)
    {
        var refined = false;

        // What no rule understood still counts as a note.
        Wishes Said(Wishes now) => WishUpdate.SaysAnything(reading)
            ? WishUpdate.Apply(now, reading, text)
            : reading.NoSuchDays.Count > 0 || refined ? now
            : now with { Accommodation = now.Accommodation with { Phrases = [.. now.Accommodation.Phrases.Union([text])] } };

        if (Trip is not null)
        {
            await trip.LoadAsync(Trip, ct);
            if (trip.Trip is { } known)
            {
                refined = reading.Refinements.Count > 0 && trip.HasAnswers;
                var change = refined ? await changes.OfAsync(trip.Wishes, reading, ct) : wishes => wishes;
                await trip.SaveAsync(null, null, now => Said(change(now)), ct);
                return (known.Id, known.TravellerId);
            }
        }

        return await trip.StartAsync(Said, ct);
    }
}
