using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TravelBuddy.Tests.Accounts;

/// <summary>Speaks Facebook's side of OAuth on loopback, and refuses what Facebook refuses: wrong secret, wrong verifier, a code used twice, a missing proof.</summary>
public sealed class StandInFacebook : IAsyncDisposable
{
    public const string AppId = "1234567890";
    public const string AppSecret = "stand-in-secret";

    private readonly ConcurrentDictionary<string, string> _challenges = new();
    private readonly ConcurrentDictionary<string, object> _tokens = new();
    private LoopbackServer? _server;

    /// <summary>Who answers the next dialog, as the user endpoint shows them; null: they refuse.</summary>
    public object? NextUser { get; set; }

    public string Address => _server?.Address ?? "";

    public async Task StartAsync()
    {
        _server = await LoopbackServer.StartAsync(app =>
        {
            app.MapGet("/dialog", Dialog);
            app.MapPost("/token", TokenAsync);
            app.MapGet("/me", Me);
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private IResult Dialog(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != AppId || query["code_challenge_method"] != "S256" || query["response_type"] != "code")
        {
            return Results.BadRequest();
        }

        var state = HttpUtility.UrlEncode(query["state"]);
        if (NextUser is null)
        {
            return Results.Redirect($"{query["redirect_uri"]}?error=access_denied&error_reason=user_denied&state={state}");
        }

        var code = Guid.NewGuid().ToString("N");
        _challenges[code] = query["code_challenge"]!;
        _tokens[code] = NextUser;
        return Results.Redirect($"{query["redirect_uri"]}?code={code}&state={state}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var code = form["code"].ToString();
        var challenge = Convert.ToBase64String(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return form["client_secret"] == AppSecret && _challenges.TryRemove(code, out var expected) && expected == challenge && _tokens.TryRemove(code, out var user) && _tokens.TryAdd($"token-{code}", user)
            ? Results.Json(new { access_token = $"token-{code}", token_type = "bearer", expires_in = 3600 })
            : Results.BadRequest(new { error = new { message = "Invalid verification code" } });
    }

    private IResult Me(HttpRequest request)
    {
        var token = request.Headers.Authorization.ToString()["Bearer ".Length..];
        var proof = Convert.ToHexStringLower(HMACSHA256.HashData(System.Text.Encoding.ASCII.GetBytes(AppSecret), System.Text.Encoding.ASCII.GetBytes(token)));
        return request.Query["appsecret_proof"] == proof && _tokens.TryGetValue(token, out var user) ? Results.Json(user) : Results.BadRequest(new { error = new { code = 100 } });
    }
}
