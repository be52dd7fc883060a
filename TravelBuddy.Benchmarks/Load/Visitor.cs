using System.Net;
using System.Text.RegularExpressions;

namespace TravelBuddy.Benchmarks.Load;

/// <summary>One traveller with a browser's cookies: writes wishes, has them ranked, moves the sliders. Connections are shared, as wrk shares them.</summary>
internal sealed partial class Visitor(HttpClient client, Random random)
{
    private static readonly string[] Places =
        ["Đà Nẵng", "Hội An", "Hà Nội", "Sa Pa", "Hạ Long", "Ninh Bình", "Huế", "Phú Quốc", "Nha Trang", "Đà Lạt", "Cần Thơ", "Mũi Né", "Hà Giang", "Phong Nha", "Quy Nhơn", "Côn Đảo"];

    private static readonly string[] Extras = ["seafood", "trekking", "with kids", "homestay", "vegetarian food", "by train", "a quiet beach", "street food", "museums and war history", "a cruise"];

    private readonly CookieContainer _cookies = new();
    private string _token = "";

    /// <summary>The address of the newest list.</summary>
    public string List { get; private set; } = "";

    public string Cookies => _cookies.GetCookieHeader(client.BaseAddress!);

    /// <summary>Opens the home page and writes some wishes: the trip is recorded, nothing is ranked yet.</summary>
    public async Task WriteAsync(CancellationToken ct)
    {
        var text = $"{random.Next(1, 8)} days around {Places[random.Next(Places.Length)]}, under {random.Next(2, 16)} million VND, {Extras[random.Next(Extras.Length)]}";
        using var home = await SendAsync(HttpMethod.Get, "/", null, ct);
        _token = Token().Match(await home.Content.ReadAsStringAsync(ct)).Groups[1].Value;
        using var _ = await SendAsync(HttpMethod.Post, "/plan/text", [new("text", text)], ct);
    }

    /// <summary>Has the wishes ranked and recorded, and is shown the list.</summary>
    public async Task FindAsync(CancellationToken ct)
    {
        using var found = await SendAsync(HttpMethod.Post, "/plan/find", [], ct);
        List = found.Headers.Location?.ToString() ?? throw new InvalidOperationException($"/plan/find answered {(int)found.StatusCode} and led nowhere.");
        using var page = await SendAsync(HttpMethod.Get, List, null, ct);
        await page.Content.ReadAsByteArrayAsync(ct);
    }

    /// <summary>Moves the sliders as HTMX does: one request that ranks, records and renders.</summary>
    public async Task WeighAsync(CancellationToken ct)
    {
        var weights = Enumerable.Range(0, 7).Select(_ => new KeyValuePair<string, string>("weight", $"{random.Next(1, 11)}"));
        using var page = await SendAsync(HttpMethod.Post, List + "?handler=Weights", [.. weights], ct, htmx: true);
        List = page.Headers.TryGetValues("HX-Replace-Url", out var next) ? next.First() : throw new InvalidOperationException($"The sliders answered {(int)page.StatusCode} without a new list.");
        await page.Content.ReadAsByteArrayAsync(ct);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, List<KeyValuePair<string, string>>? form, CancellationToken ct, bool htmx = false)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Accept-Language", "en");
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", Cookies);
        }

        if (htmx)
        {
            request.Headers.Add("HX-Request", "true");
        }

        if (form is not null)
        {
            request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", _token), .. form]);
        }

        var answer = await client.SendAsync(request, ct);
        if ((int)answer.StatusCode >= 400)
        {
            throw new InvalidOperationException($"{method} {path} answered {(int)answer.StatusCode}.");
        }

        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            _cookies.SetCookies(client.BaseAddress!, cookie);
        }

        return answer;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" (?:type=\"hidden\" )?value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
