using System.Globalization;
using Htmx;
using Microsoft.AspNetCore.Mvc;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Simulator;

namespace TravelBuddy.Web.Pages.Simulator;

/// <summary>What the owner of a phone does with it: each answers with the chat and an emptied writing line, or leads back to the page.</summary>
public sealed partial class IndexModel
{
    /// <summary>Where the phone can say that it is.</summary>
    private static readonly string[] PlaceIds = ["hoi-an", "da-nang", "hue", "ha-noi", "ha-long", "sa-pa", "ho-chi-minh-city", "da-lat", "phu-quoc", "can-tho"];

    /// <summary>The chat again if it changed since <paramref name="seen"/>.</summary>
    public async Task<IActionResult> OnGetChatAsync(Guid id, string? seen, CancellationToken ct)
    {
        if (await phones.FindAsync(id, ct) is not { } phone)
        {
            return NotFound();
        }

        var chat = await chats.ReadAsync(phone, ct);
        return chat.Version == seen ? StatusCode(StatusCodes.Status204NoContent) : Partial("_Chat", chat);
    }

    /// <summary>The writing line, made ready to answer a message or to change one.</summary>
    public async Task<IActionResult> OnGetLineAsync(Guid id, Guid? quote, Guid? edit, CancellationToken ct) =>
        await phones.FindAsync(id, ct) is { } phone ? Partial("_Line", Line(await chats.ReadAsync(phone, ct), quote, edit)) : NotFound();

    public Task<IActionResult> OnPostSayAsync(Guid id, string? text, Guid? quote, Guid? edit, CancellationToken ct) => WithPhoneAsync(id, async phone =>
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        if (edit is { } message)
        {
            return await hand.EditAsync(phone, message, text, ct);
        }

        await hand.SayAsync(phone, text, ct, quote);
        return true;
    }, ct);

    public Task<IActionResult> OnPostTapAsync(Guid id, Guid message, string? reply, CancellationToken ct) =>
        WithPhoneAsync(id, phone => reply is null ? Task.FromResult(false) : hand.TapAsync(phone, message, reply, ct), ct);

    /// <summary>Gives an emoji; an empty one takes it back.</summary>
    public Task<IActionResult> OnPostReactAsync(Guid id, Guid message, string? emoji, CancellationToken ct) =>
        WithPhoneAsync(id, phone => emoji is { Length: > 0 } && !PretendHand.Emoji.Contains(emoji) ? Task.FromResult(false) : hand.ReactAsync(phone, message, emoji is { Length: > 0 } ? emoji : null, ct), ct);

    public Task<IActionResult> OnPostDeleteAsync(Guid id, Guid message, CancellationToken ct) => WithPhoneAsync(id, phone => hand.DeleteAsync(phone, message, ct), ct);

    /// <summary>Sends something that is no text: <paramref name="what"/> is voice, picture, document, contact, ad or location.</summary>
    public Task<IActionResult> OnPostSendAsync(Guid id, string? what, string? caption, string? place, string? latitude, string? longitude, Guid? asked, CancellationToken ct) => WithPhoneAsync(id, async phone =>
    {
        switch (what)
        {
            case "voice":
                await hand.SpeakAsync(phone, ct);
                return true;
            case "picture":
                await hand.SendPictureAsync(phone, caption, ct);
                return true;
            case "document":
                await hand.SendDocumentAsync(phone, caption, ct);
                return true;
            case "contact":
                await hand.SendContactAsync(phone, ct);
                return true;
            case "ad":
                await hand.SayFromAdAsync(phone, string.IsNullOrWhiteSpace(caption) ? texts["Hello! I saw your tours. Can I get more info?"] : caption, ct);
                return true;
            case "location" when Chosen(place) is { } known:
                await hand.ShareLocationAsync(phone, known, ct, asked);
                return true;
            case "location" when Degrees(latitude, 90) is { } north && Degrees(longitude, 180) is { } east:
                await hand.ShareLocationAsync(phone, new PretendPlace(north, east), ct, asked);
                return true;
            case "location":
                LineError = texts["A location is a place of the list, or degrees such as 16.06 and 108.22."];
                return true;
            default:
                return false;
        }
    }, ct);

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

    private async Task<IActionResult> WithPhoneAsync(Guid id, Func<PretendPhone, Task<bool>> act, CancellationToken ct)
    {
        if (await phones.FindAsync(id, ct) is not { } phone || !await act(phone))
        {
            return NotFound();
        }

        if (Request.Headers.ContainsKey("HX-Request"))
        {
            // By its id, because the chat that was there when this was sent may have been replaced by its own poll meanwhile.
            Response.Htmx(htmx => htmx.Retarget($"#chat-{id:N}"));
            var chat = await chats.ReadAsync(phone, ct);
            return Partial("_ChatAndLine", new PhoneView(chats.Tab(phone), chat, Line(chat, null, null) with { Error = LineError, IsOutOfBand = true }, true));
        }

        if (LineError is null)
        {
            return RedirectToPage(new { id });
        }

        await LoadAsync(id, null, null, null, ct);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private IReadOnlyList<(string Id, string Name)> Places() =>
        [.. PlaceIds.Select(gazetteer.Find).OfType<Place>().Select(place => (place.Id, place.Label(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)))];

    private PretendPlace? Chosen(string? place)
    {
        if (place is null || !PlaceIds.Contains(place) || gazetteer.Find(place) is not { } known)
        {
            return null;
        }

        var around = known.Parents.Select(gazetteer.Find).OfType<Place>().FirstOrDefault();
        return new PretendPlace(known.Lat, known.Lon, known.Name, around is null || around.Name == known.Name ? "Việt Nam" : $"{around.Name}, Việt Nam");
    }

    private static double? Degrees(string? text, double most) =>
        double.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;
}
