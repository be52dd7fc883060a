using Marten;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using QRCoder;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Pages.Accounts;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;
using Wolverine;

namespace TravelBuddy.Web.Pages.WhatsApp;

/// <summary>A code to open the chat with: its address, itself, and the QR code as one SVG path over <paramref name="QrSize"/> modules a side.</summary>
public sealed record LinkView(ChatLink Link, bool IsSimulated, string QrPath, int QrSize);

/// <summary>
/// How far the messages about a list have come, the oldest first; <paramref name="Poll"/> counts the looks so far, and the page stops looking when <see cref="IsSettled"/>. <paramref name="IsInvited"/>: a number
/// was typed for it, and how its invitation fares is not told, because it may be somebody else's phone.
/// </summary>
public sealed record StatusView(Guid ListId, IReadOnlyList<SentMessage> Sent, bool IsInvited, int Poll)
{
    private const int LastPoll = 300;

    private IEnumerable<OutboundMessage> Messages => Sent.Select(sent => sent.Message);

    /// <summary>The last message is the one that asks for a tap, because the chat was resting.</summary>
    public bool AwaitsTap => Messages.LastOrDefault(m => m.State is not (DeliveryState.Failed or DeliveryState.Superseded)) is { Content.Kind: MessageKind.RecommendationsTemplate };

    /// <summary>Why messages failed; that the chat was resting is past once something came through after.</summary>
    public IEnumerable<FailureReason> Failures => Messages
        .Where(m => m.State == DeliveryState.Failed && !(m.Reason == FailureReason.WindowClosed && Messages.Any(later => later.CreatedAt > m.CreatedAt && later.State is not (DeliveryState.Failed or DeliveryState.Superseded))))
        .Select(m => m.Reason).Distinct();

    public bool IsSettled => Poll >= LastPoll || Sent.Count > 0 && Messages.All(m => m.State is DeliveryState.Read or DeliveryState.Failed or DeliveryState.Superseded);
    public int Count(params DeliveryState[] states) => Sent.Count(sent => states.Contains(sent.State));
}

/// <summary>"Send to my WhatsApp": a code to write first with, or one invitation to a typed number; then how the messages fare.</summary>
[ResponseCache(NoStore = true)]
public sealed class SendModel(
    ICurrentTraveller current, IRecommender recommender, IWhatsApp whatsApp, ChatStates chats, IAccounts accounts, IQuerySession session, IMessageBus bus, SimulatorGate gate, ICatalog catalog, IStringLocalizer<SendTexts> texts) : PageModel, IShowsFormAgain
{
    private const string NoMobileNumber = "That is not a mobile number of the chosen country. Check it, or write it with its country code.";

    /// <summary>What is agreed to where a number is typed.</summary>
    public const string AgreeWording = "This is my own WhatsApp number, and I agree that TravelBuddy sends it one message about these tours.";

    private static readonly Allowance OncePerList = new("send-direct", 1, TimeSpan.FromMinutes(2));

    public Guid ListId { get; private set; }

    /// <summary>The rank of the tour that goes before the best of the list: the one whose page "Send to my WhatsApp" was pressed on.</summary>
    [BindProperty(SupportsGet = true)]
    public int First { get; set; } = 1;

    /// <summary>That tour; null where none was chosen.</summary>
    public TourPackage? Chosen { get; private set; }

    public LinkView? Link { get; private set; }
    public StatusView? Status { get; private set; }
    public bool IsSimulated => whatsApp.IsSimulated;

    /// <summary>WhatsApp is simulated, and this browser may not open the pretend phone: nothing that is sent would be seen.</summary>
    public bool IsOutOfReach => IsSimulated && !gate.IsOpenTo(HttpContext);

    /// <summary>The traveller's chat is open, so the tours can go straight there.</summary>
    public bool CanSendDirectly { get; private set; }

    /// <summary>The chat was open once but no message came for a day; a template asks first, for who opted in.</summary>
    public bool IsWindowClosed { get; private set; }

    /// <summary>That template is out: what follows is a tap on it, so there is nothing to press here.</summary>
    public bool AwaitsTap => IsWindowClosed && Status!.AwaitsTap;

    public bool OptedIn { get; private set; }

    public string? NumberError { get; private set; }
    public string? AgreeError { get; private set; }
    public bool Agrees { get; private set; }
    public string? Notice { get; private set; }
    public string Number { get; private set; } = "";
    public string Region { get; private set; } = Regions.Default;

    public async Task<IActionResult> OnGetAsync(Guid listId, bool invited, bool? sent, CancellationToken ct)
    {
        Notice = (invited, sent) switch
        {
            (true, _) => texts["If that number takes messages from us, one is on its way to it. Nothing more is sent until it answers."].Value,
            (_, true) => texts["On its way to your WhatsApp."].Value,
            (_, false) => texts["We sent these a moment ago; look in your WhatsApp. You can send them again in two minutes."].Value,
            _ => null,
        };
        return await LoadAsync(listId, ct) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnGetStatusAsync(Guid listId, int poll, CancellationToken ct) =>
        await LoadAsync(listId, ct, poll + 1) is null ? NotFound() : Partial("_Status", Status);

    public Task<IActionResult> OnPostAsync(Guid listId, CancellationToken ct) => OnPostLinkAsync(listId, ct);

    public async Task<IActionResult> OnPostLinkAsync(Guid listId, CancellationToken ct)
    {
        if (await LoadAsync(listId, ct) is not { } traveller)
        {
            return NotFound();
        }

        var link = await whatsApp.LinkAsync(traveller.Id, listId, ct, First);
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(link.Url, QRCodeGenerator.ECCLevel.M);
        var path = new System.Text.StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix[y].Count; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        Link = new LinkView(link, whatsApp.IsSimulated, path.ToString(), code.ModuleMatrix.Count);
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_Link", Link) : Page();
    }

    public bool HasMessageFor(string field) => field is "number" or "agree";

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        (Number, NumberError, AgreeError) = (Request.Form["number"].ToString(), ModelState.MessageFor("number"), ModelState.MessageFor("agree"));
        Region = RegionOf(Request.Form["region"]);
        return Guid.TryParse(RouteData.Values["listId"] as string, out var listId) && await LoadAsync(listId, ct) is not null ? Page() : NotFound();
    }

    private static string RegionOf(string? region) => region is not null && PhoneNumberReader.Regions.ContainsKey(region) ? region : Regions.Default;

    public async Task<IActionResult> OnPostInviteAsync(Guid listId, string? number, string? region, bool agree, CancellationToken ct)
    {
        if (await LoadAsync(listId, ct) is not { } traveller)
        {
            return NotFound();
        }

        Number = number ?? "";
        Region = RegionOf(region);
        Agrees = agree;
        if (!agree)
        {
            AgreeError = texts["Please tick the box first: we write only to who asks us to."];
            NumberError = PhoneNumberReader.ToE164(Number, Region) is null ? texts[NoMobileNumber].Value : null;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        switch (await whatsApp.InviteAsync(traveller.Id, listId, Number, Region, texts[AgreeWording], ct, First, Caller.AddressOf(HttpContext)))
        {
            case InvitationOutcome.Queued:
                return RedirectToPage(new { listId, first = First, invited = true });
            case InvitationOutcome.AlreadyInvited:
                NumberError = texts["You had that number invited less than a day ago. Answer it there, or use the code above."];
                break;
            case InvitationOutcome.NotThere:
                NumberError = texts["WhatsApp lets us not write first to numbers of the United States. Write to us first: use the code above."];
                break;
            case InvitationOutcome.NotNow:
                NumberError = texts["We cannot write first just now. Write to us first instead: use the code above. Or try again later."];
                break;
            case InvitationOutcome.TooMany:
                NumberError = texts["That is the limit of invitations for now. Please use the code above."];
                break;
            default:
                NumberError = texts[NoMobileNumber];
                break;
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await LoadAsync(listId, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostDirectAsync(Guid listId, [FromServices] Allowances allowances, CancellationToken ct)
    {
        if (await LoadAsync(listId, ct) is not { PersonId: { } personId } || !CanSendDirectly)
        {
            return NotFound();
        }

        // A double click, or the form sent again by the browser, sends nothing twice.
        var sent = await allowances.TakeAsync(OncePerList, $"{listId:N}:{First}", ct);
        if (sent)
        {
            // Queued before the answer, so that the page has messages to follow.
            await bus.InvokeAsync(new SendRecommendations(personId, listId, First), ct);
        }

        return RedirectToPage(new { listId, first = First, sent });
    }

    /// <summary>The traveller whose list it is; null for anybody else.</summary>
    private async Task<Traveller?> LoadAsync(Guid listId, CancellationToken ct, int poll = 0)
    {
        if (await current.FindAsync(ct) is not { } traveller || await recommender.FindAsync(listId, traveller.Id, ct) is not { } list)
        {
            return null;
        }

        ListId = listId;
        First = First > 1 && First <= list.Packages.Count ? First : 1;
        var chosen = list.Packages.ElementAtOrDefault(First - 1)?.PackageId;
        Chosen = First == 1 || chosen is null ? null : (await catalog.PackagesAsync([chosen], ct)).GetValueOrDefault(chosen);
        var isInvited = await session.Query<Invitation>().AnyAsync(invitation => invitation.TravellerId == traveller.Id && invitation.ListId == listId, ct);
        // How an invitation fares is not told: it may be somebody else's phone.
        var newest = await session.Query<OutboundMessage>().Where(m => m.ListId == listId && m.Content.Kind != MessageKind.InvitationTemplate).OrderByDescending(m => m.Sequence).Take(50).ToListAsync(ct);
        var tours = await catalog.PackagesAsync([.. newest.Select(message => PackageOf(message, list)).OfType<string>().Distinct()], ct);
        Status = new StatusView(listId, [.. newest.Reverse().Select(message => new SentMessage(message, PackageOf(message, list) is { } id ? tours.GetValueOrDefault(id)?.Title : null))], isInvited, poll);
        if (traveller.PersonId is { } personId && await accounts.FindPersonAsync(personId, ct) is { Stopped: false } person && await chats.FindAsync(personId, ct) is not null)
        {
            OptedIn = person.WhatsAppOptIn is not null;
            IsWindowClosed = !await chats.IsWindowOpenAsync(personId, ct);
            CanSendDirectly = !IsWindowClosed || OptedIn;
        }

        return traveller;
    }

    private static string? PackageOf(OutboundMessage message, RecommendationList list) =>
        message.PackageId ?? (message.Content.Kind is MessageKind.Wishes or MessageKind.TourList ? null : list.Packages.ElementAtOrDefault(message.Content.Rank - 1)?.PackageId);
}
