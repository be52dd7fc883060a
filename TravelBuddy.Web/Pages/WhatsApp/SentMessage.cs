using Microsoft.Extensions.Localization;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.Pages.WhatsApp;

/// <summary>One message about a list as its traveller sees it: what it is, of which tour (null: of none, or one that is gone), and how far it has come.</summary>
public sealed record SentMessage(OutboundMessage Message, string? Tour)
{
    public DeliveryState State => Message.State;

    public string Name(IStringLocalizer<SendTexts> words) => Message.Content.Kind switch
    {
        MessageKind.Tour or MessageKind.TourPicture => Tour ?? words["A tour"],
        MessageKind.TourList => words["More tours to choose from"],
        MessageKind.Wishes => words["What we looked for"],
        MessageKind.NothingFound => words["Why no tour fits all of it"],
        MessageKind.NothingCheaper => words["That nothing cheaper fits"],
        MessageKind.RecommendationsTemplate => words["The question whether we may send your tours"],
        MessageKind.TourDetails => About(words["Details"]),
        MessageKind.BookingLink => About(words["Booking link"]),
        MessageKind.AgencyContact => About(words["Contact of the agency"]),
        MessageKind.TourStay => About(words["Where you sleep"]),
        MessageKind.TourPrice => About(words["What it costs"]),
        MessageKind.TourAnswer => About(words["Answer to your question"]),
        MessageKind.TourComparison => words["Two tours side by side"],
        MessageKind.Stays or MessageKind.Stay => words["Places to stay"],
        _ => words["A message"],
    };

    /// <summary>How far it has come in words; why, where it failed.</summary>
    public string Progress(IStringLocalizer<SendTexts> words) => State switch
    {
        DeliveryState.Pending or DeliveryState.Attempted => words["on the way to WhatsApp"],
        DeliveryState.Accepted or DeliveryState.Sent => words["sent"],
        DeliveryState.Delivered => words["delivered"],
        DeliveryState.Read => words["read"],
        DeliveryState.Superseded => words["not sent: you asked for other tours first"],
        _ => Message.Reason switch
        {
            FailureReason.Stopped => words["not sent: this number asked for no more messages"],
            FailureReason.WindowClosed => words["not sent: more than a day had passed since your last message"],
            FailureReason.NoAddress => words["not sent: we do not know the number"],
            FailureReason.Gone => words["not sent: the tour no longer exists"],
            FailureReason.NotAgreed => words["not sent: you have not agreed to be written to"],
            FailureReason.NoMarketingThere => words["not sent: WhatsApp lets nobody write first to numbers of your country"],
            FailureReason.MarketingCapped => words["not sent: WhatsApp lets you have no more offers for now"],
            FailureReason.Unreachable => words["not sent: WhatsApp says that this number cannot be reached"],
            FailureReason.Held or FailureReason.TemplateStopped or FailureReason.Broken => words["not sent: something went wrong on our side, and somebody is told"],
            FailureReason.TooManyAttempts => words["not sent: WhatsApp could not be reached for three days"],
            _ => words["not delivered by WhatsApp"],
        },
    };

    private string About(string what) => Tour is null ? what : $"{what}: {Tour}";
}
