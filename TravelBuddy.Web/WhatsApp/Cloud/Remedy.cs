namespace TravelBuddy.Web.WhatsApp.Cloud;

/// <summary>What to do about an error of the Graph API.</summary>
public enum Remedy
{
    /// <summary>It passes: again with growing delays.</summary>
    Retry,

    /// <summary>The whole number is throttled: everything waits.</summary>
    PauseNumber,

    /// <summary>Too many to this person: only they wait.</summary>
    PausePerson,

    /// <summary>This message will never go; others may.</summary>
    GiveUp,

    /// <summary>This message will never go and an admin has to look (template, policy, our own shape).</summary>
    GiveUpAndTell,

    /// <summary>The person stopped marketing: what they agreed to is withdrawn; answers go on.</summary>
    OptedOut,

    /// <summary>The person has not written for a day: only a template reaches them.</summary>
    CloseWindow,

    /// <summary>The uploaded picture is of no use: without it, once.</summary>
    DropPicture,

    /// <summary>Nothing can be sent until an admin mends it: everything waits and is tried again now and then, the admin is told.</summary>
    Alarm,

    /// <summary>Meta restricts the account: nothing is tried again before an admin says so.</summary>
    Hold,

    /// <summary>Too many people blocked or reported the number: what we begin (templates) waits until an admin says so, answers go on.</summary>
    HoldMarketing,
}
