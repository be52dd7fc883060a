using System.Globalization;
using Htmx;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.Pages.Simulator;

/// <summary>A phone in the list of phones.</summary>
public sealed record PhoneTab(Guid Id, string Number);

/// <summary>A chat as the phone shows it; <paramref name="Version"/> changes whenever anything in it does.</summary>
public sealed record ChatView(Guid PhoneId, IReadOnlyList<Bubble> Bubbles, string Version, bool HasUnread);

/// <summary>The pretend phone.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(SimulatorGate gate, PretendPhones phones, PretendHand hand, IQuerySession session, IStringLocalizer<SimulatorTexts> texts) : PageModel, IShowsFormAgain
{
    private const string Cookie = "tb.phone";
    private const int Shown = 80;

    public IReadOnlyList<PhoneTab> Phones { get; private set; } = [];
    public PhoneTab? Phone { get; private set; }
    public ChatView? Chat { get; private set; }

    /// <summary>Text ready in the writing line.</summary>
    public string Prepared { get; private set; } = "";

    /// <summary>The code of "Send to my WhatsApp" that a link brought here; the only words that an address of this page carries.</summary>
    public string? Code { get; private set; }

    public string? NumberError { get; private set; }

    public string? LineError { get; private set; }
    public string Typed { get; private set; } = "+84 900 000 001";

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!gate.IsOpenTo(HttpContext))
        {
            context.Result = NotFound();
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid? id, string? code, CancellationToken ct)
    {
        Offer(code);
        await LoadAsync(id ?? (Guid.TryParse(Request.Cookies[Cookie], out var last) ? last : null), ct);
        return id is not null && Phone is null ? NotFound() : Page();
    }

    /// <summary>The chat again if it changed since <paramref name="seen"/>.</summary>
    public async Task<IActionResult> OnGetChatAsync(Guid id, string? seen, CancellationToken ct)
    {
        if (await phones.FindAsync(id, ct) is not { } phone)
        {
            return NotFound();
        }

        var chat = await ChatAsync(phone, ct);
        return chat.Version == seen ? StatusCode(StatusCodes.Status204NoContent) : Partial("_Chat", chat);
    }

    public bool HasMessageFor(string field) => field == (RouteData.Values["id"] is null ? "number" : "text");

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        (NumberError, LineError) = (ModelState.MessageFor("number"), ModelState.MessageFor("text"));
        Offer(Request.Form["code"]);
        (Typed, Prepared) = (Request.Form["number"].FirstOrDefault() ?? Typed, Request.Form["text"].FirstOrDefault() ?? Prepared);
        Guid? id = Guid.TryParse(RouteData.Values["id"] as string, out var given) ? given : null;
        await LoadAsync(id, ct);
        Response.Htmx(htmx => htmx.Retarget("#line").Reselect("#line").Reswap("outerHTML"));
        return id is not null && Phone is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostPhoneAsync(string? number, string? code, CancellationToken ct)
    {
        Offer(code);
        if (PhoneNumberReader.ToE164(number, "VN") is not { } e164)
        {
            NumberError = texts["That is not a mobile number. Write it with its country code, such as +84 900 000 001."];
            Typed = number ?? "";
            await LoadAsync(null, ct);
            return Page();
        }

        var phone = await phones.WithNumberAsync(e164.TrimStart('+'), ct);
        Response.Cookies.Append(Cookie, phone.Id.ToString(), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, IsEssential = true });
        return RedirectToPage(new { id = phone.Id, code = Code });
    }

    public async Task<IActionResult> OnPostSayAsync(Guid id, string? text, CancellationToken ct)
    {
        if (await phones.FindAsync(id, ct) is not { } phone)
        {
            return NotFound();
        }

        if (!string.IsNullOrWhiteSpace(text))
        {
            await hand.SayAsync(phone, text, ct);
        }

        return await AgainAsync(phone, ct);
    }

    public async Task<IActionResult> OnPostTapAsync(Guid id, Guid message, string? reply, CancellationToken ct) =>
        await phones.FindAsync(id, ct) is { } phone && reply is not null && await hand.TapAsync(phone, message, reply, ct) ? await AgainAsync(phone, ct) : NotFound();

    public async Task<IActionResult> OnPostReactAsync(Guid id, Guid message, string? emoji, CancellationToken ct) =>
        await phones.FindAsync(id, ct) is { } phone && emoji is "👍" or "👎" && await hand.ReactAsync(phone, message, emoji, ct) ? await AgainAsync(phone, ct) : NotFound();

    public async Task<IActionResult> OnPostSeenAsync(Guid id, CancellationToken ct)
    {
        if (await phones.FindAsync(id, ct) is { } phone)
        {
            await hand.SeeAsync(phone, ct);
        }

        return StatusCode(StatusCodes.Status204NoContent);
    }

    public async Task<IActionResult> OnPostDayAsync(Guid id, CancellationToken ct)
    {
        if (await phones.FindAsync(id, ct) is not { } phone)
        {
            return NotFound();
        }

        await hand.LetADayPassAsync(phone, ct);
        return RedirectToPage(new { id });
    }

    private void Offer(string? code)
    {
        Code = code is { Length: < 40 } ? JoinCodes.FindIn(code) : null;
        Prepared = Code is null ? "" : JoinCodes.TextWith(Code, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
    }

    private async Task<IActionResult> AgainAsync(PretendPhone phone, CancellationToken ct) =>
        Request.Headers.ContainsKey("HX-Request") ? Partial("_ChatAndLine", await ChatAsync(phone, ct)) : RedirectToPage(new { id = phone.Id });

    private async Task LoadAsync(Guid? id, CancellationToken ct)
    {
        var all = IsRemote
            ? id is { } own && await phones.FindAsync(own, ct) is { } mine ? [mine] : []
            : await session.Query<PretendPhone>().OrderByDescending(phone => phone.CreatedAt).Take(30).ToListAsync(ct);
        var chosen = id is null ? all.FirstOrDefault() : all.FirstOrDefault(phone => phone.Id == id) ?? await phones.FindAsync(id.Value, ct);
        Phones = [.. all.Select(Tab)];
        Phone = chosen is null ? null : Tab(chosen);
        Chat = chosen is null ? null : await ChatAsync(chosen, ct);
    }

    private PhoneTab Tab(PretendPhone phone) => new(phone.Id, PhoneNumberFormat(phones.NumberOf(phone)));

    private static string PhoneNumberFormat(string digits)
    {
        var util = PhoneNumbers.PhoneNumberUtil.GetInstance();
        return util.Format(util.Parse("+" + digits, null), PhoneNumbers.PhoneNumberFormat.INTERNATIONAL);
    }

    private async Task<ChatView> ChatAsync(PretendPhone phone, CancellationToken ct)
    {
        var messages = await session.Query<PretendMessage>().Where(m => m.PhoneId == phone.Id).OrderByDescending(m => m.At).Take(Shown).ToListAsync(ct);
        var bubbles = messages.Select(m => Bubble.Of(m, phones.Open(m))).Where(bubble => !bubble.IsHidden).ToList();
        var version = string.Join('-', messages.Count, messages.FirstOrDefault()?.Id.ToString("N"), messages.Sum(m => (int)m.State + (m.Reaction is null ? 0 : 10) + (m.Reaction == "👎" ? 10 : 0)));
        return new ChatView(phone.Id, bubbles, version, messages.Any(m => !m.FromPerson && m.State == DeliveryState.Delivered));
    }

    private bool IsRemote => !Caller.IsOnThisMachine(HttpContext);
}
