using System.Globalization;
using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Pages.Interests;

/// <summary>One step of the wizard: shows the answer as it stands, saves what is given, moves on.</summary>
public sealed class PlanModel(PlanTrip trip, PlanAnswers answers, PlanLabels labels, ExchangeRates rates, IStringLocalizer<PlanTexts> texts, IFreeTextReader reader, TripTexts words)
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

    public async Task<IActionResult> OnGetAsync(string step, Guid? text, string? back, CancellationToken ct)
    {
        if (!PlanSteps.All.Contains(step))
        {
            return NotFound();
        }

        Step = step;
        await trip.LoadAsync(null, ct);
        Form = PlanForm.Of(step, Wishes, Language, labels.Place);
        Form.Back = back;
        if (text is { } id && Trip is not null && await words.FindAsync(id, Trip.Id, Trip.TravellerId, ct) is { } written)
        {
            Understood = (written, await reader.ReadAsync(written, Language, Today, ct));
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
        return IsSaved ? Redirect(Onward) : Page();
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
            Response.Htmx(htmx => htmx.Redirect(Onward));
        }

        return Partial("_Saved", this);
    }

    private bool IsSaved => Errors.Count == 0 && Outcome != SaveOutcome.Conflict;

    /// <summary>Where the button leads: to the same step with the place added, to the next one, or back to the summary.</summary>
    private string Onward
    {
        get
        {
            var back = Form.Back == PlanSteps.Summary ? "?back=summary" : "";
            return Form.Go == "add" || Form.Pick is not null ? $"/plan/{Step}{back}" : $"/plan/{(back.Length > 0 ? PlanSteps.Summary : PlanSteps.After(Step))}";
        }
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
