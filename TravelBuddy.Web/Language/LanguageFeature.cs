using Microsoft.AspNetCore.Localization;
using TravelBuddy.Web.Language.Embeddings;
using TravelBuddy.Web.Language.Model;
using TravelBuddy.Web.Language.Speech;

namespace TravelBuddy.Web.Language;

/// <summary>Lexicon, languages of the pages, and the switch between them.</summary>
public static class LanguageFeature
{
    /// <summary>Languages of pages and messages; the first is the default.</summary>
    public static readonly IReadOnlyList<string> Supported = ["en", "vi"];

    public static void AddLanguage(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => Lexicon.Load(services.GetRequiredService<Hosting.DataFiles>().PathOf("lexicon.jsonl")));
        builder.Services.AddSingleton<Grounding>();
        builder.Services.AddLanguageModel(builder.Configuration);
        builder.Services.AddTranscription(builder.Configuration);
        builder.Services.AddEmbeddings(builder.Configuration);
        builder.Services.AddLocalization();
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Supported[0]);
            options.AddSupportedCultures([.. Supported]);
            options.AddSupportedUICultures([.. Supported]);
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders = [new QueryStringRequestCultureProvider { QueryStringKey = "lang" }, new CookieRequestCultureProvider { CookieName = "tb.language" }, new AcceptLanguageHeaderRequestCultureProvider()];
        });
    }

    /// <summary>POST /language sets the language cookie and returns to the page it came from.</summary>
    public static void MapLanguage(this WebApplication app) =>
        app.MapPost("/language", async (HttpContext context, Microsoft.AspNetCore.Antiforgery.IAntiforgery antiforgery) =>
        {
            if (await Hosting.FormGuard.RefusesAsync(context, antiforgery) is { } refused)
            {
                return Results.StatusCode(refused);
            }

            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var language = form["language"].ToString();
            if (Supported.Contains(language))
            {
                context.Response.Cookies.Append("tb.language", CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
                    new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = context.Request.IsHttps, IsEssential = true });
            }

            return Results.LocalRedirect(Accounts.LocalAddress.OrElse(form["back"], "/"));
        }).ExcludeFromDescription();
}
