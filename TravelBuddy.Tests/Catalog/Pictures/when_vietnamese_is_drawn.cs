using Microsoft.Extensions.Configuration;
using SkiaSharp;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog.Pictures;

namespace TravelBuddy.Tests.Catalog.Pictures;

/// <summary>A font without Vietnamese draws the same empty box for every letter it lacks; these tests look at the ink.</summary>
public sealed class when_vietnamese_is_drawn : IDisposable
{
    private const string Letters = "ăâđêôơưĂÂĐÊÔƠƯậữẵộỡỉỹẹẩỗựỷẶỮỘỲ₫";

    private readonly PictureFonts _fonts = PictureFonts.Load(new ConfigurationBuilder().Build());

    public void Dispose() => _fonts.Dispose();

    [Fact]
    public void every_letter_has_a_glyph_of_its_own()
    {
        foreach (var face in new[] { _fonts.Bold, _fonts.Regular })
        {
            using var font = new SKFont(face, 40);
            var glyphs = font.GetGlyphs(Letters);
            glyphs.ShouldNotContain((ushort)0);
            glyphs.Distinct().Count().ShouldBe(Letters.Length);
        }
    }

    [Fact]
    public void no_letter_looks_like_the_box_of_a_missing_one_and_no_two_look_alike()
    {
        using var font = new SKFont(_fonts.Bold, 64);
        var box = Ink(font, "\uE123");
        font.GetGlyphs("\uE123")[0].ShouldBe((ushort)0, "the private letter must be one the font lacks, or the box is not what is compared");
        var inks = Letters.Select(letter => Ink(font, letter.ToString())).ToList();
        inks.ShouldAllBe(ink => ink != box);
        inks.Distinct().Count().ShouldBe(Letters.Length);
    }

    [Fact]
    public void tone_marks_are_ink_above_and_below_the_bare_letter()
    {
        using var font = new SKFont(_fonts.Bold, 64);
        var bare = Bounds(font, "a");
        var marked = Bounds(font, "ậ");
        marked.Top.ShouldBeLessThan(bare.Top);
        marked.Bottom.ShouldBeGreaterThan(bare.Bottom);
    }

    [Fact]
    public void pictures_are_written_in_the_pages_typeface_where_setup_has_put_it()
    {
        using var fonts = PictureFonts.Load(new ConfigurationBuilder().Build(), Path.GetDirectoryName(Repository.DataFile(Path.Combine(PictureFonts.OwnFolder, "BeVietnamPro_700Bold.ttf"))));

        fonts.Bold.FamilyName.ShouldBe("Be Vietnam Pro");
        fonts.Regular.FamilyName.ShouldBe("Be Vietnam Pro");
        using var font = new SKFont(fonts.Bold, 40);
        font.GetGlyphs(Letters).ShouldNotContain((ushort)0);
    }

    [Fact]
    public void a_file_that_is_no_such_font_is_refused_in_words()
    {
        var file = Path.GetTempFileName();
        try
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Pictures:FontFile"] = file }).Build();
            Should.Throw<TravelBuddy.Web.Hosting.StartupException>(() => PictureFonts.Load(configuration)).Message.ShouldContain("Pictures__FontFile");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static SKRect Bounds(SKFont font, string text)
    {
        font.MeasureText(text, out var bounds);
        return bounds;
    }

    /// <summary>The pixels of a text drawn at a fixed place.</summary>
    private static string Ink(SKFont font, string text)
    {
        using var bitmap = new SKBitmap(96, 112, SKColorType.Gray8, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = SKColors.White, IsAntialias = true };
        canvas.Clear(SKColors.Black);
        canvas.DrawText(text, 12, 80, SKTextAlign.Left, font, paint);
        canvas.Flush();
        var pixels = bitmap.GetPixelSpan();
        pixels.IndexOfAnyExcept((byte)0).ShouldBeGreaterThan(-1, $"'{text}' left no ink at all");
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(pixels));
    }
}
