using SkiaSharp;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Catalog.Pictures;

/// <summary>
/// The typefaces of drawn pictures, loaded by file because the drawing library comes without any. Setting <c>Pictures__FontFile</c> names one; otherwise it is
/// that of the pages, which setup puts beside the data, or else Noto Sans or DejaVu Sans of the distribution. Only a font with all Vietnamese letters is taken.
/// </summary>
public sealed class PictureFonts : IDisposable
{
    /// <summary>Letters that fonts without Vietnamese lack.</summary>
    public const string Demanding = "ậữđĐỆặộợỹ₫";

    /// <summary>Where setup puts the pages' typeface, in the folder of data files.</summary>
    public static readonly string OwnFolder = Path.Combine("restored", "fonts");

    private static readonly string[] Folders = ["/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts", "C:\\Windows\\Fonts"];
    private static readonly string[] BoldFiles = ["BeVietnamPro_700Bold.ttf", "BeVietnamPro-Bold.ttf", "NotoSans-Bold.ttf", "DejaVuSans-Bold.ttf", "LiberationSans-Bold.ttf", "NotoSansDisplay-Bold.ttf", "arialbd.ttf", "Arial Bold.ttf"];
    private static readonly string[] RegularFiles = ["BeVietnamPro_400Regular.ttf", "BeVietnamPro-Regular.ttf", "NotoSans-Regular.ttf", "DejaVuSans.ttf", "LiberationSans-Regular.ttf", "NotoSansDisplay-Regular.ttf", "arial.ttf", "Arial.ttf"];

    private PictureFonts(SKTypeface bold, SKTypeface regular) => (Bold, Regular) = (bold, regular);

    public SKTypeface Bold { get; }

    public SKTypeface Regular { get; }

    /// <summary>Finds the fonts; none with Vietnamese letters throws <see cref="StartupException"/> saying what to install.</summary>
    public static PictureFonts Load(IConfiguration configuration, string? ownFolder = null)
    {
        if (configuration["Pictures:FontFile"] is { Length: > 0 } configured)
        {
            var own = TryLoad(configured) ?? throw new StartupException($"Pictures__FontFile: {configured} is not a font file with the Vietnamese letters.");
            return new PictureFonts(own, own);
        }

        var files = Folders.Prepend(ownFolder).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder!, "*.ttf", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
            .GroupBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key!, group => group.First(), StringComparer.OrdinalIgnoreCase);
        var regular = First(RegularFiles, files);
        var bold = First(BoldFiles, files) ?? regular;
        return bold is not null
            ? new PictureFonts(bold, regular ?? bold)
            : throw new StartupException("No font with the Vietnamese letters was found for drawing pictures. Install fonts-noto-core or fonts-dejavu-core, or name a font by Pictures__FontFile.");
    }

    public void Dispose()
    {
        Bold.Dispose();
        Regular.Dispose();
    }

    private static SKTypeface? First(string[] names, Dictionary<string, string> files) =>
        names.Select(name => files.TryGetValue(name, out var path) ? TryLoad(path) : null).FirstOrDefault(face => face is not null);

    private static SKTypeface? TryLoad(string path)
    {
        var face = SKTypeface.FromFile(path);
        if (face is null)
        {
            return null;
        }

        using var font = new SKFont(face, 20);
        if (font.ContainsGlyphs(Demanding))
        {
            return face;
        }

        face.Dispose();
        return null;
    }
}
