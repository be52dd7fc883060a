using Microsoft.Extensions.Localization;

namespace TravelBuddy.Web.Pages.Admin;

/// <summary>What an error code of Meta's means and what to do about it, in words for admins.</summary>
internal static class ErrorWords
{
    public static string Of(int code, IStringLocalizer<MessagesTexts> texts) => code switch
    {
        0 or 190 => texts["The access token is expired or wrong: set WhatsApp__AccessToken."],
        3 or 10 or (>= 200 and <= 299) or 131005 => texts["The token lacks a permission: whatsapp_business_messaging."],
        100033 => texts["Meta knows no such number, or the token has no access to it (error 100, subcode 33): see WhatsApp__PhoneNumberId and the system user's assets."],
        100 or 131008 or 131009 or 132000 or 132012 or 132018 => texts["Meta found the request wrong: a fault of TravelBuddy, please report it."],
        4 or 17 or 341 or 613 or 80007 or 130429 or 133016 => texts["Too many messages at once: the whole number pauses."],
        131056 => texts["Too many messages to this person at once."],
        131026 => texts["Not deliverable: no WhatsApp at this number, an old app, or terms not accepted."],
        131021 => texts["The person has the number we write from: nobody can write to themselves."],
        130472 => texts["Meta tries out how people do without offers, and the person is one of them: it is not sent again."],
        131051 => texts["Meta does not know messages of this kind: a fault of TravelBuddy, please report it."],
        131062 => texts["Meta wants the person's phone number for this, and it is not known."],
        137000 => texts["The person's WhatsApp has changed hands or phones: it was not sent; ask them to write."],
        131030 => texts["The number is not on the test number's allow list."],
        131047 => texts["The 24-hour window is closed."],
        131049 => texts["Meta's limit of marketing messages to this person; not again for a day."],
        131050 => texts["The person stopped marketing messages in WhatsApp."],
        131048 => texts["Too many people blocked or reported the number: look at what was sent, then let it go on."],
        130497 => texts["Meta lets this business write to nobody in that country."],
        368 or 131031 or 131064 => texts["Meta restricts the account: see Business Support in the Meta dashboard."],
        131063 => texts["Marketing templates are switched off for this way of sending: see the account settings at Meta."],
        -1 => texts["What answers at the address of the Graph API is not Meta: see WhatsApp__GraphBaseUrl and the proxy."],
        131037 or 131042 or 131045 or 133010 => texts["The number is not ready: display name, payment or registration, see the Meta dashboard."],
        131052 or 131053 => texts["Meta could not use the picture."],
        132001 or 132005 or 132007 or 132015 or 132016 or 132068 or 132069 => texts["The template is missing, paused or not approved: see WhatsApp__Templates__*."],
        1 or 2 or 131000 or 131016 or 131057 or 133004 => texts["A fault on Meta's side that passes."],
        _ => texts["See Meta's list of error codes."],
    };
}
