using System.Globalization;
using SkiaSharp;

namespace TravelBuddy.Web.Catalog.Pictures;

/// <summary>A canvas with the few strokes all scenes are made of, a palette, and chance that the same seed repeats.</summary>
internal sealed class Easel(SKCanvas canvas, Palette palette, ulong seed)
{
    public const int Width = 1200, Height = 630;

    private readonly SKPaint _paint = new() { IsAntialias = true };
    private ulong _state = seed | 1;

    public SKCanvas Canvas => canvas;

    public Palette Colors => palette;

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/> (xorshift64*).</summary>
    public float Between(float low, float high)
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return low + (high - low) * ((_state * 2685821657736338717UL >> 40) / (float)(1 << 24));
    }

    /// <summary>Fills a shape given as SVG path data.</summary>
    public void Fill(SKColor color, FormattableString path) => Draw(color, path, 0);

    /// <summary>Draws a line given as SVG path data.</summary>
    public void Line(SKColor color, float width, FormattableString path) => Draw(color, path, width);

    public void Disc(SKColor color, float x, float y, float radius)
    {
        _paint.Shader = null;
        _paint.Style = SKPaintStyle.Fill;
        _paint.Color = color;
        canvas.DrawCircle(x, y, radius, _paint);
    }

    public void Box(SKColor color, float x, float y, float width, float height)
    {
        _paint.Shader = null;
        _paint.Style = SKPaintStyle.Fill;
        _paint.Color = color;
        canvas.DrawRect(x, y, width, height, _paint);
    }

    /// <summary>A vertical gradient over the whole width.</summary>
    public void Wash(SKColor top, SKColor bottom, float from, float to)
    {
        using var shader = SKShader.CreateLinearGradient(new SKPoint(0, from), new SKPoint(0, to), [top, bottom], SKShaderTileMode.Clamp);
        _paint.Style = SKPaintStyle.Fill;
        _paint.Color = SKColors.White;
        _paint.Shader = shader;
        canvas.DrawRect(0, from, Width, to - from, _paint);
        _paint.Shader = null;
    }

    /// <summary>The sky with sun or moon, somewhere in the upper half.</summary>
    public (float X, float Y) Sky(float horizon)
    {
        Wash(palette.SkyTop, palette.SkyLow, 0, horizon);
        Box(palette.SkyLow, 0, horizon - 1, Width, Height - horizon + 1);
        var (x, y) = (Between(640, 1010), Between(horizon * .3f, horizon * .62f));
        Disc(palette.Sun.WithAlpha(50), x, y, 118);
        Disc(palette.Sun.WithAlpha(70), x, y, 88);
        Disc(palette.Sun, x, y, 62);
        for (var i = 0; i < 3; i++)
        {
            Cloud(Between(60, 1100), Between(40, horizon * .45f), Between(.5f, 1.1f));
        }

        return (x, y);
    }

    /// <summary>A chain of hills from edge to edge, filled down to <paramref name="bottom"/>.</summary>
    public void Ridge(SKColor color, float y, float height, float step, float bottom)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(-60, bottom);
        builder.LineTo(-60, y);
        for (var x = -60f; x < Width + 60;)
        {
            var width = Between(step * .7f, step * 1.3f);
            var peak = y - Between(height * .35f, height);
            builder.CubicTo(x + width * .3f, y, x + width * .35f, peak, x + width * .5f, peak);
            builder.CubicTo(x + width * .66f, peak, x + width * .7f, y, x + width, y);
            x += width;
        }

        builder.LineTo(Width + 60, bottom);
        builder.Close();
        Fill(color, builder);
    }

    /// <summary>A pointed mountain chain.</summary>
    public void Peaks(SKColor color, float y, float height, float step, float bottom)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(-80, bottom);
        for (var x = -80f; x < Width + 80;)
        {
            var width = Between(step * .6f, step * 1.4f);
            var peak = y - Between(height * .4f, height);
            builder.LineTo(x, y + Between(-12, 12));
            builder.LineTo(x + width * .3f, y - (y - peak) * .55f);
            builder.LineTo(x + width * .46f, peak);
            builder.LineTo(x + width * .62f, y - (y - peak) * .62f);
            builder.LineTo(x + width * .74f, y - (y - peak) * .5f);
            x += width;
        }

        builder.LineTo(Width + 80, y);
        builder.LineTo(Width + 80, bottom);
        builder.Close();
        Fill(color, builder);
    }

    /// <summary>Water from a height to the lower edge, with the light of the sun on it.</summary>
    public void Sea(float from, float sunX)
    {
        Wash(palette.Water, palette.WaterDeep, from, Height);
        for (var i = 0; i < 9; i++)
        {
            var width = 150 - i * 11 + Between(-25, 25);
            var x = sunX + Between(-22, 22);
            Line(palette.Light.WithAlpha(120), 4, $"M{x - width / 2} {from + 12 + i * 17}h{width}");
        }

        for (var i = 0; i < 16; i++)
        {
            var (x, y) = (Between(-40, Width), Between(from + 40, Height - 10));
            Line(palette.Light.WithAlpha(38), 3, $"M{x} {y}q22 -9 44 0t44 0t44 0");
        }
    }

    public void Cloud(float x, float y, float size)
    {
        canvas.Save();
        canvas.Translate(x, y);
        canvas.Scale(size);
        Fill(palette.Light.WithAlpha(120), $"M0 30C-8 12 14 4 26 12C34 -10 74 -10 80 12C104 4 126 14 118 30Z");
        canvas.Restore();
    }

    public void Palm(SKColor color, float x, float y, float size)
    {
        canvas.Save();
        canvas.Translate(x, y);
        canvas.Scale(size);
        Line(color, 9, $"M0 0C6 -60 -4 -110 22 -168");
        foreach (var angle in new[] { -172f, -140, -95, -50, -12, 18, 160 })
        {
            canvas.Save();
            canvas.Translate(22, -168);
            canvas.RotateDegrees(angle);
            Fill(color, $"M0 0C30 -22 66 -18 96 14C62 2 30 4 0 10Z");
            canvas.Restore();
        }

        canvas.Restore();
    }

    private void Draw(SKColor color, FormattableString path, float width)
    {
        using var shape = SKPath.ParseSvgPathData(path.ToString(CultureInfo.InvariantCulture)) ?? throw new InvalidOperationException($"Not path data: {path}");
        Draw(color, shape, width);
    }

    private void Fill(SKColor color, SKPathBuilder builder)
    {
        using var shape = builder.Detach();
        Draw(color, shape, 0);
    }

    private void Draw(SKColor color, SKPath shape, float width)
    {
        _paint.Shader = null;
        _paint.Color = color;
        _paint.Style = width > 0 ? SKPaintStyle.Stroke : SKPaintStyle.Fill;
        _paint.StrokeWidth = width;
        _paint.StrokeCap = SKStrokeCap.Round;
        _paint.StrokeJoin = SKStrokeJoin.Round;
        canvas.DrawPath(shape, _paint);
    }
}
