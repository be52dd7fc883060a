using Marten;
using Microsoft.Net.Http.Headers;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Catalog.Pictures;

/// <summary>Drawn and fetched pictures, and where they are served.</summary>
public static class PicturesFeature
{
    public static void AddPictures(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<MediaStore>();
        services.AddSingleton(provider => PictureFonts.Load(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<DataFiles>().FolderOf(PictureFonts.OwnFolder)));
        services.AddSingleton<CoverPainter>();
        services.AddSingleton<PictureFetcher>();
        services.AddHttpClient(PictureFetcher.Client, client =>
        {
            client.Timeout = TimeSpan.FromSeconds(15);
            client.DefaultRequestHeaders.UserAgent.ParseAdd("TravelBuddy/0.1");
            client.DefaultRequestHeaders.Accept.ParseAdd("image/jpeg, image/png, image/webp;q=0.9");
        }).ConfigurePrimaryHttpMessageHandler(() => PublicAddresses.Handler(redirects: 3)).RemoveAllLoggers();
        services.AddSingleton<PictureDrawer>();
        services.AddHostedService(provider => provider.GetRequiredService<PictureDrawer>());
        services.ConfigureMarten(options =>
        {
            options.Schema.For<PackagePictures>();
            options.Storage.ExtendedSchemaObjects.Add(MediaStore.Schema());
        });
    }

    /// <summary>GET /media/{hash}: the hash names the bytes, so browsers and caches may keep them for good.</summary>
    public static void MapPictures(this WebApplication app) =>
        app.MapMethods("/media/{hash:length(40)}", [HttpMethods.Get, HttpMethods.Head], async (string hash, HttpContext context, MediaStore media) =>
        {
            if (!hash.All(char.IsAsciiHexDigitLower) || await media.FindAsync(hash, context.RequestAborted) is not { } found)
            {
                return Results.NotFound();
            }

            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Bytes(found.Bytes, found.ContentType, entityTag: new EntityTagHeaderValue($"\"{hash}\""));
        }).ExcludeFromDescription();
}
