namespace TravelBuddy.Tests.Interests;

/// <summary>The wizard and the text field of the start page, as a browser without script sends them.</summary>
public static class PlanPages
{
    /// <summary>Answers one step, and looks at the summary.</summary>
    public static async Task<(PageAnswer Next, PageAnswer Summary)> AnswerAsync(BrowserSession browser, string step, params (string, string?)[] fields)
    {
        var next = await browser.SubmitAsync(await browser.GetAsync($"/plan/{step}"), "#step", [.. fields, ("go", "next")]);
        return (next, await browser.GetAsync("/plan/summary"));
    }

    /// <summary>The answers that a summary shows.</summary>
    public static string[] Answers(PageAnswer summary) => [.. summary.Texts(".plan-answer")];

    /// <summary>Writes a text on the start page, and looks at its tours.</summary>
    public static async Task<PageAnswer> TellAsync(BrowserSession browser, string text)
    {
        var sent = await browser.SubmitAsync(await browser.GetAsync("/"), "form[action='/plan/text']", ("text", text));
        sent.Location.ShouldNotBeNull().ShouldStartWith("/tours/");
        return await browser.GetAsync(sent.Location);
    }
}
