using System.Security.Cryptography;
using SkiaSharp;

namespace TravelBuddy.Web.Simulator;

/// <summary>What a pretend phone has to send: small, and different each time, as two recordings are.</summary>
internal static class PretendFiles
{
    public const string VoiceType = "audio/ogg; codecs=opus";
    public const string DocumentName = "passport-copy.pdf";

    /// <summary>Bytes that begin as a voice message does; nobody can hear them.</summary>
    public static byte[] Voice() => [.. "OggS"u8, .. new byte[24], .. "OpusHead"u8, .. RandomNumberGenerator.GetBytes(600)];

    /// <summary>A one-page document.</summary>
    public static byte[] Document() => System.Text.Encoding.ASCII.GetBytes($"""
        %PDF-1.4
        1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
        2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
        3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 200]>> endobj
        trailer <</Root 1 0 R /ID [<{RandomNumberGenerator.GetHexString(32)}> <00>]>>
        %%EOF
        """);

    /// <summary>A holiday picture: sun, sea and hills, each time in another light.</summary>
    public static byte[] Picture()
    {
        const int width = 480, height = 300;
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { IsAntialias = true };
        var hue = RandomNumberGenerator.GetInt32(15, 50);

        using (var sky = SKShader.CreateLinearGradient(new SKPoint(0, 0), new SKPoint(0, height), [SKColor.FromHsl(200, 55, 62), SKColor.FromHsl(hue, 85, 72)], SKShaderTileMode.Clamp))
        {
            paint.Shader = sky;
            canvas.DrawRect(0, 0, width, height, paint);
            paint.Shader = null;
        }

        paint.Color = SKColor.FromHsl(hue, 95, 88);
        canvas.DrawCircle(RandomNumberGenerator.GetInt32(120, 360), 150, 34, paint);
        for (var ridge = 0; ridge < 3; ridge++)
        {
            paint.Color = SKColor.FromHsl(165, 30 + 10 * ridge, 45 - 11 * ridge);
            using var hills = new SKPathBuilder();
            hills.MoveTo(0, height);
            for (var x = 0; x <= width; x += 8)
            {
                hills.LineTo(x, (float)(170 + 34 * ridge + 22 * Math.Sin((x + hue * 9) / (70.0 - 12 * ridge) + ridge * 2)));
            }

            hills.LineTo(width, height);
            hills.Close();
            using var shape = hills.Detach();
            canvas.DrawPath(shape, paint);
        }

        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 90);
        return encoded.ToArray();
    }
}
