using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Accounts;

/// <summary>A provider of sign-in other than our own codes; <paramref name="Path"/> is where its button leads.</summary>
public sealed record OutsideProvider(string Scheme, string Title, string Path);

/// <summary>
/// Facebook and Google by the framework's OAuth handler, each on when its settings are there: <c>Facebook__AppId</c> and <c>Facebook__AppSecret</c>,
/// <c>Google__ClientId</c> and <c>Google__ClientSecret</c>; their endpoints can be overridden (<c>…__AuthorizationEndpoint</c>, <c>…__TokenEndpoint</c>,
/// <c>…__UserInformationEndpoint</c>).
/// </summary>
public static class OutsideProviders
{
    private const string FacebookGraph = "https://graph.facebook.com/v25.0";

    public static AuthenticationBuilder AddOutsideProviders(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        if (Credentials(configuration, "Facebook", "AppId", "AppSecret") is var (appId, appSecret))
        {
            authentication.Services.AddSingleton(new OutsideProvider("Facebook", "Facebook", "/sign-in/facebook"));
            authentication.AddOAuth("Facebook", options =>
            {
                Common(options, configuration.GetSection("Facebook"), appId, appSecret, "/sign-in/facebook/callback");
                options.AuthorizationEndpoint = configuration["Facebook:AuthorizationEndpoint"] ?? "https://www.facebook.com/v25.0/dialog/oauth";
                options.TokenEndpoint = configuration["Facebook:TokenEndpoint"] ?? $"{FacebookGraph}/oauth/access_token";
                options.UserInformationEndpoint = configuration["Facebook:UserInformationEndpoint"] ?? $"{FacebookGraph}/me";
                options.Scope.Add("public_profile");
                options.Scope.Add("email");
                options.Events.OnCreatingTicket = context =>
                {
                    // Proves to Facebook that whoever uses the token also knows the app's secret.
                    var proof = Convert.ToHexStringLower(HMACSHA256.HashData(System.Text.Encoding.ASCII.GetBytes(context.Options.ClientSecret), System.Text.Encoding.ASCII.GetBytes(context.AccessToken!)));
                    return ReadUserAsync(context, $"{context.Options.UserInformationEndpoint}?fields=id,name,email&appsecret_proof={proof}", "id", _ => true);
                };
            });
        }

        if (Credentials(configuration, "Google", "ClientId", "ClientSecret") is var (clientId, clientSecret))
        {
            authentication.Services.AddSingleton(new OutsideProvider("Google", "Google", "/sign-in/google"));
            authentication.AddOAuth("Google", options =>
            {
                Common(options, configuration.GetSection("Google"), clientId, clientSecret, "/sign-in/google/callback");
                options.AuthorizationEndpoint = configuration["Google:AuthorizationEndpoint"] ?? "https://accounts.google.com/o/oauth2/v2/auth";
                options.TokenEndpoint = configuration["Google:TokenEndpoint"] ?? "https://oauth2.googleapis.com/token";
                options.UserInformationEndpoint = configuration["Google:UserInformationEndpoint"] ?? "https://openidconnect.googleapis.com/v1/userinfo";
                options.Scope.Add("openid");
                options.Scope.Add("email");
                options.Scope.Add("profile");
                options.Events.OnCreatingTicket = context => ReadUserAsync(context, context.Options.UserInformationEndpoint, "sub",
                    user => user.TryGetProperty("email_verified", out var verified) && verified.ToString().Equals("true", StringComparison.OrdinalIgnoreCase));
            });
        }

        return authentication;
    }

    private static (string Id, string Secret)? Credentials(IConfiguration configuration, string provider, string id, string secret) =>
        configuration[$"{provider}:{id}"] is not { Length: > 0 } given ? null
        : configuration[$"{provider}:{secret}"] is { Length: > 0 } known ? (given, known)
        : throw new StartupException($"Setting {provider}__{id} is there but {provider}__{secret} is missing. Set both, or neither.");

    private static void Common(OAuthOptions options, IConfigurationSection section, string id, string secret, string callback)
    {
        foreach (var endpoint in new[] { "AuthorizationEndpoint", "TokenEndpoint", "UserInformationEndpoint" })
        {
            if (section[endpoint] is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || uri.Scheme == "http" && uri.IsLoopback)))
            {
                throw new StartupException($"Setting {section.Key}__{endpoint} must be an https address (http only on this machine), not \"{address}\".");
            }
        }

        options.ClientId = id;
        options.ClientSecret = secret;
        options.CallbackPath = callback;
        options.SignInScheme = SignInSession.Scheme;
        options.UsePkce = true;
        // The provider comes back by a top-level GET, for which Lax is enough; the stricter default needs https even on one's own machine.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events.OnTicketReceived = FinishAsync;
        options.Events.OnRemoteFailure = context =>
        {
            var log = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OutsideProviders));
            var refused = context.Request.Query["error"] == "access_denied";
            if (!refused)
            {
                log.LogWarning("Signing in by {Provider} failed: {Problem}", context.Scheme.Name, context.Failure?.GetType().Name);
            }

            context.Response.Redirect(refused ? "/sign-in?problem=refused" : "/sign-in?problem=failed");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static async Task ReadUserAsync(OAuthCreatingTicketContext context, string address, string subjectMember, Func<JsonElement, bool> isEmailProved)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new("Bearer", context.AccessToken);
        using var response = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        response.EnsureSuccessStatusCode();
        using var document = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(context.HttpContext.RequestAborted), cancellationToken: context.HttpContext.RequestAborted);
        var user = document.RootElement;
        var subject = Text(user, subjectMember) ?? throw new AuthenticationFailureException("The provider did not say who signed in.");
        context.HttpContext.Items[typeof(OutsideLogin)] = new OutsideLogin(context.Scheme.Name.ToLowerInvariant(), subject, isEmailProved(user) ? Text(user, "email") : null, Text(user, "name"));
    }

    private static async Task FinishAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var login = (OutsideLogin)http.Items[typeof(OutsideLogin)]!;
        var signedIn = (await http.AuthenticateAsync(SignInSession.Scheme)).Principal?.PersonId();
        var person = await http.RequestServices.GetRequiredService<PersonAccounts>().MeetLoginAsync(login, signedIn, SignInSession.Language, http.RequestAborted);
        await http.RequestServices.GetRequiredService<SignInSession>().InAsync(http, person.Id, http.RequestAborted);
        context.Response.Redirect(LocalAddress.OrElse(context.ReturnUri, "/account"));
        context.HandleResponse();
    }

    private static string? Text(JsonElement user, string member) =>
        user.TryGetProperty(member, out var value) && value.ToString() is { Length: > 0 and <= 320 } text ? text : null;
}

/// <summary>Addresses to go back to: only on this site, so that nobody is led elsewhere by a link to the sign-in page.</summary>
public static class LocalAddress
{
    public static string OrElse(string? address, string otherwise) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && address.All(c => c is > ' ' and <= '~') ? address : otherwise;
}
