using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Pages;

/// <summary>What went wrong, in words: a heading and what to do.</summary>
public static class ErrorWords
{
    public static (string Title, string Text) Of(ErrorModel error, IStringLocalizer<ErrorTexts> L) => (error.Code, error.Refusal) switch
    {
        (400, FormRefusal.TooOld) => (L["This page was open too long"], L["For your safety a form counts only for a while. What was saved before is kept."]),
        (400, FormRefusal.NotText) => (L["Something in the form is not text"], L["One of the fields holds control characters, which come along when text is copied from some programs. Go back, type it instead of pasting it, and send it again."]),
        (413, _) when error.MostMegabytes is { } most => (L["That is too large"], L["At most {0} MB can be sent here at once, and nothing of it was taken. Split it into smaller parts and send them one after the other.", most]),
        (400, FormRefusal.Unreadable) => (L["That did not reach us as it should"], L["What was sent is no form that can be read; perhaps the connection broke off. Load the page again and send it once more."]),
        (400, _) => (L["That did not reach us as it should"], L["Something in the request is missing or too old, such as a form that was open for a long time. Go back, load the page again and try once more."]),
        (401 or 403, _) => (L["This page is not yours to open"], L["Sign in with the right account, or go back to your own trip."]),
        (404, _) => (L["There is nothing here"], L["The address may be mistyped, or what was here is gone."]),
        (405, _) => (L["This page cannot be used that way"], L["Start again from the beginning; what you told us is kept."]),
        (413, _) => (L["That is too large"], L["Please send less at once."]),
        (429, _) => (L["That was a little too fast"], L["Please wait a minute and try again."]),
        ( >= 500, _) => (L["Something went wrong on our side"], L["Your answers are kept. Please try again in a moment."]),
        _ => (L["That did not work"], L["Please go back and try again."]),
    };
}
