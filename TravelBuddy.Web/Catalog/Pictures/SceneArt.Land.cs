using SkiaSharp;

namespace TravelBuddy.Web.Catalog.Pictures;

/// <summary>Towns, rivers, mountains and what lies under them.</summary>
internal static partial class SceneArt
{
    private static readonly SKColor Wood = new(0x4b, 0x2a, 0x1d), Tile = new(0x8f, 0x3a, 0x28), Ochre = new(0xee, 0xb8, 0x4e);

    private static readonly SKColor[] Walls = [Ochre, new(0xd9, 0x8a, 0x5b), new(0x9b, 0xc1, 0xb3), new(0xef, 0xdf, 0xc0)];

    private static void City(Easel e)
    {
        var c = e.Colors;
        e.Sky(470);
        Skyline(e, c.Far.WithAlpha(150), 470, 250, 0);
        Skyline(e, c.Middle, 480, 200, 60);
        e.Fill(c.Near, $"M-10 640V470H1210V640Z");
        for (var x = -20f; x < 1200;)
        {
            var (w, h) = (e.Between(74, 112), e.Between(100, 215));
            var wall = Blend(Walls[(int)e.Between(0, 3.99f)], c.Near, .22f);
            e.Box(wall, x, 540 - h, w, h + 100);
            e.Box(Tile, x - 3, 534 - h, w + 6, 13);
            for (var row = 0; row < h / 52 - .4f; row++)
            {
                e.Box(Blend(c.Near, c.Light, row % 2 == 0 ? .85f : .3f), x + w * .18f, 558 - h + row * 50, w * .24f, 27);
                e.Box(Blend(c.Near, c.Light, row % 2 == 1 ? .85f : .3f), x + w * .58f, 558 - h + row * 50, w * .24f, 27);
                e.Box(Wood.WithAlpha(120), x + w * .1f, 588 - h + row * 50, w * .8f, 4);
            }

            x += w + 2;
        }

        e.Line(Wood.WithAlpha(150), 3, $"M-10 372Q300 440 610 384T1210 396");
        for (var i = 0; i < 8; i++)
        {
            Lantern(e, 70 + i * 152 + e.Between(-12, 12), 406 + (i % 2) * 8, .6f);
        }
    }

    private static void Skyline(Easel e, SKColor color, float bottom, float height, float offset)
    {
        for (var x = -40 - offset; x < 1220;)
        {
            var (w, h) = (e.Between(44, 90), e.Between(height * .3f, height));
            e.Box(color, x, bottom - h, w, h);
            if (h > height * .8f)
            {
                e.Line(color, 5, $"M{x + w / 2} {bottom - h}v-44");
            }

            x += w + e.Between(-6, 18);
        }
    }

    private static void Lantern(Easel e, float x, float y, float size)
    {
        e.Canvas.Save();
        e.Canvas.Translate(x, y);
        e.Canvas.Scale(size);
        e.Disc(e.Colors.Light.WithAlpha(60), 0, 34, 58);
        e.Line(Wood, 3, $"M0 -16V8M0 62V84");
        e.Fill(e.Between(0, 1) < .55f ? new SKColor(0xc8, 0x3b, 0x2b) : new SKColor(0xee, 0xa4, 0x32), $"M-12 8H12C42 20 42 50 12 62H-12C-42 50 -42 20 -12 8Z");
        e.Line(new SKColor(255, 240, 200, 130), 3, $"M-10 10C-22 26 -22 44 -10 60M10 10C22 26 22 44 10 60M0 9V61");
        e.Canvas.Restore();
    }

    private static void OldTown(Easel e)
    {
        var c = e.Colors;
        var (sunX, _) = e.Sky(400);
        e.Ridge(c.Far.WithAlpha(150), 330, 80, 300, 420);
        for (var x = -30f; x < 1220;)
        {
            var (w, h) = (e.Between(130, 190), e.Between(120, 165));
            var wall = Blend(Ochre, c.Near, e.Between(.05f, .25f));
            e.Box(wall, x, 440 - h, w, h);
            e.Fill(Tile, $"M{x - 12} {442 - h}C{x + 10} {436 - h} {x + 20} {410 - h} {x + 34} {396 - h}H{x + w - 34}C{x + w - 20} {410 - h} {x + w - 10} {436 - h} {x + w + 12} {442 - h}Z");
            e.Line(Wood.WithAlpha(110), 3, $"M{x + 2} {430 - h}H{x + w - 2}M{x + 18} {415 - h}H{x + w - 18}");
            e.Box(Wood, x + w * .36f, 384, w * .28f, 56);
            e.Box(Blend(Wood, c.Light, .8f), x + w * .39f, 390, w * .1f, 50);
            e.Box(Blend(Wood, c.Light, .8f), x + w * .51f, 390, w * .1f, 50);
            e.Box(new SKColor(0x2f, 0x6b, 0x5c), x + w * .1f, 470 - h, w * .16f, 40);
            e.Box(new SKColor(0x2f, 0x6b, 0x5c), x + w * .74f, 470 - h, w * .16f, 40);
            x += w + 4;
        }

        e.Sea(440, sunX);
        e.Box(Blend(Wood, c.Near, .4f), 0, 436, 1200, 10);
        for (var i = 0; i < 7; i++)
        {
            var x = 60 + i * 180 + e.Between(-20, 20);
            e.Disc(new SKColor(0xff, 0xc4, 0x5a, 90), x, 500 + (i % 3) * 26, 26);
            Lantern(e, x, 250 + (i % 2) * 26, .85f);
        }

        Sampan(e, e.Between(640, 860), 540, 1.15f);
    }

    private static void Sampan(Easel e, float x, float y, float size)
    {
        e.Canvas.Save();
        e.Canvas.Translate(x, y);
        e.Canvas.Scale(size);
        e.Fill(Wood, $"M-130 -18C-80 4 80 4 132 -22C112 14 70 22 30 22H-40C-84 22 -112 8 -130 -18Z");
        e.Fill(new SKColor(0x2b, 0x3a, 0x3c), $"M44 -4C40 -36 46 -58 60 -58S82 -36 78 -4Z");
        e.Disc(new SKColor(0xe8, 0xb9, 0x90), 61, -66, 11);
        e.Fill(new SKColor(0xf1, 0xdc, 0xa6), $"M28 -64L61 -96L94 -64C76 -56 46 -56 28 -64Z");
        e.Line(Wood, 5, $"M78 -48L138 34");
        e.Fill(new SKColor(0xd9, 0x6a, 0x3c), $"M-60 -6a16 16 0 0 1 32 0zM-30 -6a16 16 0 0 1 32 0z");
        e.Fill(new SKColor(0x6d, 0xa0, 0x4f), $"M-92 -6a18 18 0 0 1 36 0z");
        e.Canvas.Restore();
    }

    private static void Delta(Easel e)
    {
        var c = e.Colors;
        var (sunX, _) = e.Sky(330);
        e.Ridge(c.Far.WithAlpha(170), 336, 50, 160, 360);
        for (var x = -20f; x < 1220; x += e.Between(60, 150))
        {
            e.Palm(c.Middle, x, 352, e.Between(.55f, .95f));
        }

        e.Sea(348, sunX);
        foreach (var side in new[] { -1, 1 })
        {
            for (var i = 0; i < 16; i++)
            {
                var root = side < 0 ? e.Between(-40, 210) : e.Between(1010, 1240);
                var tip = root + e.Between(-90, 90) - side * 30;
                var top = e.Between(250, 400);
                e.Line(Blend(c.Near, c.Middle, e.Between(0, .6f)), e.Between(8, 14), $"M{root} 640Q{root} {(640 + top) / 2} {tip} {top}");
            }
        }

        Sampan(e, e.Between(500, 700), 500, 1.5f);
        Sampan(e, e.Between(780, 900), 410, .7f);
    }

    private static void Pass(Easel e)
    {
        var c = e.Colors;
        e.Sky(420);
        e.Peaks(c.Far.WithAlpha(150), 360, 230, 250, 640);
        e.Ridge(c.Light.WithAlpha(120), 372, 26, 260, 430);
        e.Peaks(c.Middle, 420, 230, 340, 640);
        e.Ridge(c.Near, 480, 150, 520, 640);
        var x = e.Between(-30, 30);
        e.Line(c.Light.WithAlpha(235), 15, $"M{420 + x} 640C{520 + x} 575 {880 + x} 590 {900 + x} 545S{560 + x} 520 {570 + x} 482S{850 + x} 462 {830 + x} 430S{660 + x} 420 {690 + x} 396");
        e.Line(c.Warm, 3, $"M{420 + x} 640C{520 + x} 575 {880 + x} 590 {900 + x} 545S{560 + x} 520 {570 + x} 482S{850 + x} 462 {830 + x} 430S{660 + x} 420 {690 + x} 396");
    }

    private static void Citadel(Easel e)
    {
        var c = e.Colors;
        var (sunX, _) = e.Sky(430);
        e.Ridge(c.Far.WithAlpha(160), 420, 110, 320, 480);
        var x = 600 + e.Between(-50, 90);
        e.Fill(Blend(new SKColor(0x9a, 0x5b, 0x42), c.Near, .2f), $"M{x - 360} 470V372H{x - 300}V352H{x + 300}V372H{x + 360}V470Z");
        foreach (var gate in new[] { -150, 0, 150 })
        {
            e.Fill(Wood, $"M{x + gate - 30} 470V412C{x + gate - 30} 372 {x + gate + 30} 372 {x + gate + 30} 412V470Z");
        }

        Roof(e, x, 352, 470, 62);
        Roof(e, x, 262, 300, 56);
        Roof(e, x - 292, 352, 150, 40);
        Roof(e, x + 292, 352, 150, 40);
        e.Line(Wood, 5, $"M{x} 190V96");
        e.Fill(new SKColor(0xd6, 0x26, 0x1c), $"M{x + 2} 98h72v46h-72z");
        e.Disc(new SKColor(0xff, 0xd6, 0x3a), x + 38, 121, 12);
        e.Sea(470, sunX);
        for (var i = 0; i < 9; i++)
        {
            var (leafX, leafY) = (e.Between(40, 1160), e.Between(505, 610));
            e.Fill(c.Near, $"M{leafX - 34} {leafY}a34 10 0 1 0 68 0a34 10 0 1 0 -68 0z");
            if (i % 3 == 0)
            {
                e.Fill(new SKColor(0xee, 0x9a, 0xae), $"M{leafX} {leafY - 2}c-30 -6 -26 -26 -14 -26c2 -16 26 -16 28 0c12 0 16 20 -14 26z");
            }
        }
    }

    /// <summary>A roof with turned-up ends on red columns, standing on <paramref name="y"/>.</summary>
    private static void Roof(Easel e, float x, float y, float width, float height)
    {
        for (var column = -4; column <= 4; column++)
        {
            e.Line(new SKColor(0xa9, 0x36, 0x28), 9, $"M{x + column * width / 10} {y}v{-height * .62f}");
        }

        var top = y - height * .62f;
        e.Fill(Ochre, $"M{x - width * .56f} {top - 10}C{x - width * .44f} {top - 6} {x - width * .36f} {top - height * .5f} {x - width * .3f} {top - height * .8f}H{x + width * .3f}C{x + width * .36f} {top - height * .5f} {x + width * .44f} {top - 6} {x + width * .56f} {top - 10}L{x + width * .46f} {top + 10}H{x - width * .46f}Z");
        e.Line(Tile.WithAlpha(170), 4, $"M{x - width * .46f} {top + 6}H{x + width * .46f}M{x - width * .31f} {top - height * .8f}H{x + width * .31f}");
    }

    private static void Highlands(Easel e)
    {
        var c = e.Colors;
        e.Sky(420);
        e.Ridge(c.Far.WithAlpha(160), 340, 140, 420, 640);
        e.Ridge(c.Middle, 420, 130, 360, 640);
        var x = e.Between(640, 760);
        e.Fill(Blend(c.Near, Wood, .35f), $"M{x - 190} 570L{x - 150} 452L{x - 96} 420L{x - 70} 352L{x - 22} 344L{x + 24} 346L{x + 78} 360L{x + 100} 432L{x + 158} 470L{x + 200} 570Z");
        e.Fill(c.Light.WithAlpha(235), $"M{x - 26} 366C{x - 20} 340 {x + 22} 340 {x + 26} 366L{x + 46} 560H{x - 52}Z");
        e.Line(c.Water.WithAlpha(150), 4, $"M{x - 8} 366L{x - 20} 556M{x + 10} 366L{x + 18} 556");
        e.Fill(c.Water, $"M{x - 240} 560C{x - 90} 530 {x + 110} 530 {x + 260} 562C{x + 160} 600 {x - 140} 604 {x - 240} 560Z");
        e.Ridge(c.Near, 590, 70, 380, 640);
        for (var i = 0; i < 22; i++)
        {
            var treeX = e.Between(-10, 1210);
            if (Math.Abs(treeX - x) > 130)
            {
                Pine(e, Blend(c.Near, c.Middle, e.Between(0, .45f)), treeX, e.Between(470, 600), e.Between(.7f, 1.35f));
            }
        }
    }

    private static void Pine(Easel e, SKColor color, float x, float y, float s)
    {
        e.Line(Wood, 8 * s, $"M{x} {y}v{-34 * s}");
        e.Fill(color, $"M{x - 46 * s} {y - 24 * s}L{x} {y - 96 * s}L{x + 46 * s} {y - 24 * s}ZM{x - 38 * s} {y - 66 * s}L{x} {y - 134 * s}L{x + 38 * s} {y - 66 * s}ZM{x - 27 * s} {y - 108 * s}L{x} {y - 166 * s}L{x + 27 * s} {y - 108 * s}Z");
    }

    private static void Cave(Easel e)
    {
        var c = e.Colors;
        var (sunX, _) = e.Sky(400);
        Towers(e, c.Far, 404, 190, 120);
        e.Ridge(c.Middle, 420, 80, 260, 470);
        e.Sea(418, sunX);
        var rock = Blend(c.Near, new SKColor(0x12, 0x16, 0x1c), .62f);
        var (left, right) = (e.Between(230, 300), e.Between(930, 1000));
        e.Fill(rock, $"M-10 -10H1210V640H{right + 90}C{right + 130} 520 {right + 40} 470 {right + 20} 380C{right - 10} 270 {right - 60} 190 {right - 170} 150C{(left + right) / 2 + 60} 96 {(left + right) / 2 - 80} 120 {left + 140} 165C{left + 30} 210 {left + 20} 300 {left - 20} 400C{left - 50} 480 {left - 140} 530 {left - 110} 640H-10Z");
        for (var i = 0; i < 13; i++)
        {
            var x = left + 30 + (right - left - 60) * i / 12 + e.Between(-14, 14);
            var edge = 170 + 70 * MathF.Pow((x - (left + right) / 2) / ((right - left) / 2), 2);
            var drop = e.Between(40, 130);
            e.Fill(rock, $"M{x - 17} {edge - 60}L{x + e.Between(-4, 4)} {edge + drop * .7f}L{x + 17} {edge - 60}Z");
        }

        Sampan(e, e.Between(560, 700), 520, 1.1f);
    }

    private static void Dunes(Easel e)
    {
        var c = e.Colors;
        var (sunX, _) = e.Sky(330);
        e.Sea(318, sunX);
        var sand = Blend(new SKColor(0xea, 0x9c, 0x55), c.SkyLow, .2f);
        var sway = e.Between(-70, 70);
        for (var i = 0; i < 4; i++)
        {
            var y = 372 + i * 58;
            var light = Blend(sand, c.Light, .42f - i * .1f);
            e.Fill(light, $"M-20 {y + 30}C{240 + sway} {y - 78 + i * 22} {420 + sway} {y - 56} {640 - sway} {y + 22}S{1010 + sway} {y - 46} 1220 {y - 18}V640H-20Z");
            e.Fill(Blend(light, Tile, .26f), $"M{350 + sway} {y - 42 + i * 9}C{430 + sway} {y - 44} {540} {y} {640 - sway} {y + 22}C{600} {y + 70} {480} {y + 110} {380} {y + 150}C{470} {y + 60} {420} {y + 10} {350 + sway} {y - 42 + i * 9}Z");
        }

        for (var i = 0; i < 8; i++)
        {
            e.Line(Tile.WithAlpha(45), 3, $"M{620 + i * 14} {520 + i * 14}q60 -16 120 0t120 0t120 0");
        }

        e.Palm(c.Near, 1080, 400, .8f);
    }

    private static SKColor Blend(SKColor a, SKColor b, double share) => Blend(a, b, (float)share);
}
