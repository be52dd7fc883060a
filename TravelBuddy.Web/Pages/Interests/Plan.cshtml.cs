using System.Globalization;
using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Pages.Recommendations;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Web.Pages.Interests;

/// <summary>One step of the wizard: shows the answer as it stands, saves what is given, moves on.</summary>
public sealed class PlanModel(PlanTrip trip, PlanAnswers answers, PlanLabels labels, ExchangeRates rates, IStringLocalizer<PlanTexts> texts, ReadTexts read, IRecommender recommender, RecordedLists lists, ITrips trips)
    : PageModel, IShowsFormAgain
{
    [BindProperty]
    public PlanForm Form { get; set; } = new();

    public string Step { get; private set; } = PlanSteps.Places;

    public Trip? Trip => trip.Trip;

    public Wishes Wishes => trip.Wishes;

    public PlanLabels Labels => labels;

    public ExchangeRates Rates => rates;

    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>What became of the last save; null on a page that was only read.</summary>
    public SaveOutcome? Outcome { get; private set; }

    /// <summary>Both answers, where another one was given meanwhile: theirs and the one just typed.</summary>
    public (IReadOnlyList<string> Theirs, IReadOnlyList<string> Mine)? Conflict { get; private set; }

    /// <summary>The free text the summary was read from, and what was understood of it.</summary>
    public (string Text, WishReading Reading)? Understood { get; private set; }

    /// <summary>Whether this answer is only the part that changed.</summary>
    public bool IsFragment { get; private set; }

    public DateOnly Today => answers.Today;

    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "vi" ? "vi" : "en";

    public string? Error(string field) =>
        Errors.FirstOrDefault(error => error.Field == field) is { } found ? texts[found.Message, found.Arguments].Value
        : ModelState.MessageFor(field);

    /// <summary>Whether any field of the step has a message, so that nothing was saved.</summary>
    public bool HasErrors => Errors.Count > 0 || PlanSteps.TextFields(Step).Any(name => ModelState.MessageFor(name) is not null);

    public async Task<IActionResult> OnGetAsync(string step, Guid? text, string? back, [FromQuery(Name = "trip")] Guid? named, CancellationToken ct)
    {
        if (!PlanSteps.All.Contains(step))
        {
            return NotFound();
        }

        Step = step;
        await trip.LoadAsync(named, ct);
        Form = PlanForm.Of(step, Wishes, Language, labels.Place);
        Form.Back = back;
        if (text is { } id && Trip is not null)
        {
            Understood = await read.FindAsync(id, Trip.Id, Trip.TravellerId, Language, ct);
        }

        return Page();
    }

    /// <summary>A button: saves and goes on, or adds a place and stays.</summary>
    public async Task<IActionResult> OnPostAsync(string step, CancellationToken ct)
    {
        if (!PlanSteps.Questions.Contains(step))
        {
            return NotFound();
        }

        await SaveAsync(step, typing: false, ct);
        return IsSaved ? Redirect(await OnwardAsync(ct)) : Page();
    }

    /// <summary>An answer as it is given, or a button, sent by htmx: answers with the state of saving and the messages beside the fields (_Saved); a button leads on.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string step, CancellationToken ct)
    {
        if (!Request.IsHtmx() || !PlanSteps.Questions.Contains(step))
        {
            return await OnPostAsync(step, ct);
        }

        IsFragment = true;
        await SaveAsync(step, typing: Form.Go is null, ct);
        if (IsSaved && Form.Go is not null)
        {
            var onward = await OnwardAsync(ct);
            Response.Htmx(htmx => htmx.Redirect(onward));
        }

        return Partial("_Saved", this);
    }

    /// <summary>Begins anew; the trip before and its tours stay in the traveller's account.</summary>
    public async Task<IActionResult> OnPostNewAsync(CancellationToken ct)
    {
        await trip.StartAsync(wishes => wishes, ct);
        return Redirect($"/plan/{PlanSteps.Places}");
    }

    /// <summary>Whether anything was said of the trip, so that one may want to begin another.</summary>
    public bool HasAnswers => trip.HasAnswers;

    private bool IsSaved => Errors.Count == 0 && Outcome != SaveOutcome.Conflict;

    /// <summary>Where the button leads: to the same step with the place added, to the next one, or back to where one answer was to be changed.</summary>
    private async Task<string> OnwardAsync(CancellationToken ct) =>
        Form.Go == "add" || Form.Pick is not null ? $"/plan/{Step}{(Form.Back == PlanSteps.Summary ? "?back=summary" : Form.Back == PlanSteps.Tours && Trip is { } same ? "?" + PlanSteps.BackToTours(same.Id) : "")}"
        : Form.Back == PlanSteps.Tours && Trip is { } known ? await ToursAsync(known, ct)
        : $"/plan/{(Form.Back == PlanSteps.Summary ? PlanSteps.Summary : PlanSteps.After(Step))}";

    /// <summary>The tours for the trip as it is now: a new list, unless nothing was said since the last.</summary>
    private async Task<string> ToursAsync(Trip trip, CancellationToken ct)
    {
        if (trip.LatestListId is { } latest && await lists.FindAsync(latest, trip.TravellerId, recommender, ct) is { } shown && !await trips.ChangedSinceAsync(trip.Id, shown.TripVersion, ct))
        {
            return $"/tours/{shown.Id}";
        }

        var list = await recommender.RecommendAsync(trip, ct);
        lists.Keep(list);
        return $"/tours/{list.Id}";
    }

    public bool HasMessageFor(string field) => RouteData.Values["step"] is string step && PlanSteps.TextFields(step).Contains(field);

    /// <summary>To htmx too the page: it takes the whole step out of it, for the fields themselves have changed.</summary>
    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        Step = (string)RouteData.Values["step"]!;
        await trip.LoadAsync(Form.Trip, ct);
        Form.DropEmpty();
        Response.Htmx(htmx => htmx.Retarget("#step").Reselect("#step").Reswap("outerHTML"));
        return Page();
    }

    private async Task SaveAsync(string step, bool typing, CancellationToken ct)
    {
        Step = step;
        await trip.LoadAsync(Form.Trip, ct);
        var (change, errors) = answers.Read(step, Form, Language, typing);
        Errors = errors;
        if (errors.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        var mine = change(Wishes);
        // A page that was opened before there was a trip saw the trip as it began.
        Outcome = Form.Trip is null && trip.Trip is { } begun
            ? await trip.SaveAsync(begun.Id, PlanTrip.FirstVersion, change, ct)
            : await trip.SaveAsync(Form.Trip, Form.Seen, change, ct);
        if (Outcome == SaveOutcome.Conflict)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            Conflict = ([.. labels.Answer(step, Wishes)], [.. labels.Answer(step, mine)]);
        }
    }
}
