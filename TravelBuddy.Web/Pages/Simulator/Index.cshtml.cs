using System.Globalization;
using Htmx;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp;

namespace TravelBuddy.Web.Pages.Simulator;

/// <summary>The pretend phones, and the panel that makes Meta misbehave. What is done with a phone is in the other part.</summary>
[ResponseCache(NoStore = true)]
[SimulatorPage]
public sealed partial class IndexModel(PretendPhones phones, PretendChats chats, PretendHand hand, MisbehaviourPanel panel, Gazetteer gazetteer, IQuerySession session, IStringLocalizer<SimulatorTexts> texts) : PageModel, IShowsFormAgain
{
    /// <summary>How many phones stand side by side at most.</summary>
    public const int MostBeside = 3;

    private const string PhonesCookie = "tb.phone";
    private const string BesideCookie = "tb.beside";

    /// <summary>All phones, for choosing one.</summary>
    public IReadOnlyList<PhoneTab> Phones { get; private set; } = [];

    /// <summary>The phones that are shown; on a small screen only the chosen one.</summary>
    public IReadOnlyList<PhoneView> Shown { get; private set; } = [];

    /// <summary>The chosen phone.</summary>
    public PhoneTab? Phone { get; private set; }

    /// <summary>How many phones are wanted side by side.</summary>
    public int Beside { get; private set; } = 1;

    public PanelView Panel { get; private set; } = null!;

    /// <summary>The code of "Send to my WhatsApp" that a link brought here; the only words that an address of this page carries.</summary>
    public string? Code { get; private set; }

    public string? NumberError { get; private set; }

    public string Typed { get; private set; } = "+84 900 000 001";

    /// <summary>Text ready in the writing line of the chosen phone.</summary>
    private string Prepared { get; set; } = "";

    private string? LineError { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid? id, string? code, int? beside, Guid? quote, Guid? edit, CancellationToken ct)
    {
        Offer(code);
        if (beside is >= 1 and <= MostBeside)
        {
            Remember(BesideCookie, beside.Value.ToString(CultureInfo.InvariantCulture));
        }

        await LoadAsync(id, beside, quote, edit, ct);
        return id is not null && Phone is null ? NotFound() : Page();
    }

    public bool HasMessageFor(string field) => field == (RouteData.Values["id"] is null ? "number" : "text");

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        (NumberError, LineError) = (ModelState.MessageFor("number"), ModelState.MessageFor("text"));
        Offer(Request.Form["code"]);
        (Typed, Prepared) = (Request.Form["number"].FirstOrDefault() ?? Typed, Request.Form["text"].FirstOrDefault() ?? Prepared);
        Guid? id = Guid.TryParse(RouteData.Values["id"] as string, out var given) ? given : null;
        await LoadAsync(id, null, Guid.TryParse(Request.Form["quote"], out var quote) ? quote : null, Guid.TryParse(Request.Form["edit"], out var edit) ? edit : null, ct);
        if (id is not null)
        {
            Response.Htmx(htmx => htmx.Retarget($"#line-{id:N}").Reselect($"#line-{id:N}").Reswap("outerHTML"));
        }

        return id is not null && Phone is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostPhoneAsync(string? number, string? code, CancellationToken ct)
    {
        Offer(code);
        PretendPhone phone;
        // A user name may have a whole number in it, "@mai.0905123456"; a number never begins with "@".
        if (PretendPhones.UsernameIn(number) is { } username)
        {
            phone = await phones.WithUsernameAsync(username, ct);
        }
        else if (PhoneNumberReader.ToE164(number, "VN") is { } e164)
        {
            phone = await phones.WithNumberAsync(e164.TrimStart('+'), ct);
        }
        else
        {
            NumberError = texts["That is neither a mobile number with its country code, such as +84 900 000 001, nor a user name such as @mai.travels."];
            Typed = number ?? "";
            await LoadAsync(null, null, null, null, ct);
            return Page();
        }

        Remember(PhonesCookie, string.Join('.', Remembered().Prepend(phone.Id).Distinct().Take(MostBeside)));
        return RedirectToPage(new { id = phone.Id, code = Code });
    }

    private void Offer(string? code)
    {
        Code = code is { Length: < 40 } ? JoinCodes.FindIn(code) : null;
        Prepared = Code is null ? "" : JoinCodes.TextWith(Code, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
    }

    private async Task LoadAsync(Guid? id, int? beside, Guid? quote, Guid? edit, CancellationToken ct)
    {
        Beside = beside ?? (int.TryParse(Request.Cookies[BesideCookie], NumberStyles.None, CultureInfo.InvariantCulture, out var kept) ? kept : 1);
        Beside = Math.Clamp(Beside, 1, MostBeside);

        // Whoever comes from elsewhere sees only the phones they switched on.
        var all = IsRemote ? [] : await session.Query<PretendPhone>().OrderByDescending(phone => phone.CreatedAt).Take(30).ToListAsync(ct);
        var last = new List<PretendPhone>();
        foreach (var known in Remembered().Concat(id is { } asked ? [asked] : []).Distinct())
        {
            if (all.FirstOrDefault(phone => phone.Id == known) is { } listed)
            {
                last.Add(listed);
            }
            else if (await phones.FindAsync(known, ct) is { } found)
            {
                last.Add(found);
            }
        }

        var chosen = id is null ? last.FirstOrDefault() ?? all.FirstOrDefault() : last.FirstOrDefault(phone => phone.Id == id);
        Panel = new PanelView(await panel.GetAsync(ct), await panel.CountsAsync(ct), null);
        Phones = [.. (IsRemote ? last : all).Select(phone => chats.Tab(phone))];
        if (chosen is null)
        {
            return;
        }

        // A phone that is on the desk keeps its place; another comes first.
        var desk = last.Concat(all).DistinctBy(phone => phone.Id).Take(Beside).ToList();
        if (desk.All(phone => phone.Id != chosen.Id))
        {
            desk = [chosen, .. desk.Take(Beside - 1)];
        }

        if (id is not null)
        {
            Remember(PhonesCookie, string.Join('.', desk.Concat(last).Select(phone => phone.Id).Distinct().Take(MostBeside)));
        }

        Phone = chats.Tab(chosen);
        var shown = new List<PhoneView>();
        foreach (var phone in desk)
        {
            var isChosen = phone.Id == chosen.Id;
            var chat = await chats.ReadAsync(phone, ct);
            shown.Add(new PhoneView(chats.Tab(phone), chat, isChosen ? Line(chat, quote, edit) with { Error = LineError } : Line(chat, null, null) with { Prepared = "" }, isChosen));
        }

        Shown = shown;
    }

    private LineView Line(ChatView chat, Guid? quote, Guid? edit)
    {
        var edited = chat.Bubbles.FirstOrDefault(bubble => bubble.Id == edit && bubble.IsEditable);
        return new LineView(chat.PhoneId, Prepared.Length > 0 ? Prepared : edited?.PlainText ?? "", Places())
        {
            Quote = chat.Bubbles.FirstOrDefault(bubble => bubble.Id == quote),
            Editing = edited,
            Asked = chat.Bubbles.FirstOrDefault(bubble => bubble.WantsLocation || bubble is { FromPerson: true, Place: not null }) is { WantsLocation: true } question ? question.Id : null,
        };
    }

    private IReadOnlyList<Guid> Remembered() =>
        [.. (Request.Cookies[PhonesCookie] ?? "").Split('.').Take(MostBeside).Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    private void Remember(string cookie, string value) =>
        Response.Cookies.Append(cookie, value, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, IsEssential = true });

    private bool IsRemote => !Caller.IsOnThisMachine(HttpContext);
}
