using SkiaSharp;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Catalog.Pictures;

/// <summary>A package's two drawn pictures, JPEG, 1200 by 630: the cover for cards and messages, and the card that is shown where the page is shared.</summary>
public sealed record DrawnPictures(byte[] Cover, byte[] ShareCard);

/// <summary>Draws the pictures of packages that come without one: the landscape of their place, in a light and an arrangement that are the package's own.</summary>
public sealed class CoverPainter(PictureFonts fonts, Gazetteer gazetteer)
{
    /// <summary>Raised when the art changes, so that covers are drawn again.</summary>
    public const int Revision = 2;

    private const int Margin = 56;

    /// <summary>Draws both pictures; the same package gives the same bytes.</summary>
    public DrawnPictures Draw(TourPackage package, string providerName)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Easel.Width, Easel.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        var seed = Seed(package.Id);
        var easel = new Easel(canvas, Palette.All[(int)(seed % (ulong)Palette.All.Count)], seed);
        SceneArt.Paint(Scenes.Of(package, gazetteer), easel);
        using var scene = surface.Snapshot();

        Cover(easel, package);
        var cover = Encode(surface);

        canvas.DrawImage(scene, 0, 0, SKSamplingOptions.Default);
        ShareCard(easel, package, providerName);
        return new DrawnPictures(cover, Encode(surface));
    }

    private void Cover(Easel easel, TourPackage package)
    {
        var place = PlaceLine(package).FirstOrDefault() ?? package.Title;
        easel.Wash(SKColors.Transparent, new SKColor(8, 30, 30, 190), 400, Easel.Height);
        using var paint = new SKPaint { IsAntialias = true, Color = new SKColor(0xff, 0xfb, 0xee) };
        using var font = new SKFont(fonts.Bold, 86) { Edging = SKFontEdging.Antialias };
        var text = place.Normalize();
        font.Size = Math.Min(86, 86 * (Easel.Width - 2 * Margin) / Math.Max(1, font.MeasureText(text)));
        easel.Canvas.DrawText(text, Margin - 4, Easel.Height - 54, SKTextAlign.Left, font, paint);
    }

    private void ShareCard(Easel easel, TourPackage package, string providerName)
    {
        easel.Wash(new SKColor(8, 40, 38, 0), new SKColor(8, 30, 30, 235), 120, Easel.Height);
        using var paint = new SKPaint { IsAntialias = true, Color = new SKColor(0xff, 0xfb, 0xee) };
        using var title = new SKFont(fonts.Bold, 58);
        using var small = new SKFont(fonts.Regular, 33);
        var facts = string.Join("  ·  ", new[] { TourFacts.Length(package, package.Language), package.Price is { } price ? TourFacts.Text(price, package.Language) : null, providerName }.OfType<string>());
        var lines = Wrap(package.Title.Normalize(), title, Easel.Width - 2 * Margin, 3);
        var y = Easel.Height - 120f - (lines.Count - 1) * 70;
        easel.Box(easel.Colors.Warm, Margin, y - 138, 84, 8);
        easel.Canvas.DrawText(Fit(string.Join(" · ", PlaceLine(package)).Normalize(), small, Easel.Width - 2 * Margin), Margin, y - 80, SKTextAlign.Left, small, paint);
        foreach (var line in lines)
        {
            easel.Canvas.DrawText(line, Margin, y, SKTextAlign.Left, title, paint);
            y += 70;
        }

        easel.Canvas.DrawText(Fit(facts.Normalize(), small, Easel.Width - 2 * Margin - 260), Margin, Easel.Height - 52, SKTextAlign.Left, small, paint);
        using var brand = new SKFont(fonts.Bold, 33);
        easel.Canvas.DrawText("TravelBuddy", Easel.Width - Margin, Easel.Height - 52, SKTextAlign.Right, brand, paint);
    }

    private IEnumerable<string> PlaceLine(TourPackage package) =>
        package.Locations.Select(place => (place.PlaceId is { } id ? gazetteer.Find(id)?.Label(package.Language) : null) ?? place.Text).Distinct().Take(4);

    /// <summary>At most <paramref name="most"/> lines that fit; what does not fit ends in an ellipsis.</summary>
    internal static IReadOnlyList<string> Wrap(string text, SKFont font, float width, int most)
    {
        var lines = new List<string>();
        var line = "";
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var longer = line.Length == 0 ? words[i] : $"{line} {words[i]}";
            if (line.Length == 0 || font.MeasureText(longer) <= width)
            {
                line = longer;
            }
            else if (lines.Count == most - 1)
            {
                line = string.Join(' ', words[(i - line.Split(' ').Length)..]);
                break;
            }
            else
            {
                lines.Add(line);
                line = words[i];
            }
        }

        lines.Add(line);
        return [.. lines.Select(one => Fit(one, font, width))];
    }

    private static string Fit(string text, SKFont font, float width)
    {
        if (font.MeasureText(text) <= width)
        {
            return text;
        }

        while (text.Length > 1 && font.MeasureText(text + "…") > width)
        {
            text = text[..^1].TrimEnd();
        }

        return text + "…";
    }

    private static byte[] Encode(SKSurface surface)
    {
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 84);
        return data.ToArray();
    }

    /// <summary>FNV-1a, which unlike <see cref="string.GetHashCode()"/> is the same in every process, mixed so that near ids differ in every bit.</summary>
    private static ulong Seed(string id)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in id)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return (hash ^ hash >> 29) * 0xBF58476D1CE4E5B9UL;
    }
}
