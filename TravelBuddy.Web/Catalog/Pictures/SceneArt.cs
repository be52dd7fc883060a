using SkiaSharp;

namespace TravelBuddy.Web.Catalog.Pictures;

/// <summary>Paints the landscapes. What belongs to a scene is fixed, where it stands and in which light is the package's own chance.</summary>
internal static partial class SceneArt
{
    public static void Paint(Scene scene, Easel e)
    {
        switch (scene)
        {
            case Scene.Karst: Karst(e); break;
            case Scene.Terraces: Terraces(e); break;
            case Scene.Beach: Beach(e); break;
            case Scene.Island: Island(e); break;
            case Scene.City: City(e); break;
            case Scene.Delta: Delta(e); break;
            case Scene.Pass: Pass(e); break;
            case Scene.OldTown: OldTown(e); break;
            case Scene.Citadel: Citadel(e); break;
            case Scene.Highlands: Highlands(e); break;
            case Scene.Cave: Cave(e); break;
            case Scene.Dunes: Dunes(e); break;
            default: throw new ArgumentOutOfRangeException(nameof(scene), scene, null);
        }
    }

    private static void Karst(Easel e)
    {
        var c = e.Colors;
        var (sunX, _) = e.Sky(400);
        Towers(e, c.Far.WithAlpha(150), 402, 190, 95);
        Towers(e, c.Middle, 404, 250, 150);
        e.Sea(400, sunX);
        Towers(e, c.Near, 424, 215, 330);
        Junk(e, e.Between(520, 760), 505, e.Between(.85f, 1.1f));
    }

    private static void Towers(Easel e, SKColor color, float y, float height, float gap)
    {
        for (var x = e.Between(-60, 40); x < Easel.Width + 40;)
        {
            var (w, h) = (e.Between(90, 170), e.Between(height * .45f, height));
            var lean = e.Between(-16, 16);
            e.Fill(color, $"M{x} {y}C{x + 4} {y - h * .5f} {x + w * .12f + lean} {y - h * .82f} {x + w * .3f + lean} {y - h * .95f}C{x + w * .45f + lean} {y - h * 1.06f} {x + w * .6f + lean} {y - h} {x + w * .7f + lean} {y - h * .8f}C{x + w * .86f} {y - h * .55f} {x + w * .9f} {y - h * .3f} {x + w} {y}Z");
            x += w + e.Between(-30, gap);
        }
    }

    private static void Junk(Easel e, float x, float y, float size)
    {
        e.Canvas.Save();
        e.Canvas.Translate(x, y);
        e.Canvas.Scale(size);
        e.Fill(new SKColor(0x4b, 0x24, 0x1a), $"M-92 0H104C96 30 78 42 52 42H-40C-66 42 -84 28 -92 0Z");
        e.Fill(e.Colors.Warm, $"M4 -8V-176C56 -148 82 -78 76 -6C52 -16 28 -16 4 -8Z");
        e.Fill(e.Colors.Warm.WithAlpha(215), $"M-6 -8V-146C-46 -112 -64 -64 -64 -10C-44 -16 -24 -14 -6 -8Z");
        e.Line(new SKColor(60, 20, 14, 130), 3, $"M6 -132C34 -118 52 -88 64 -52M6 -84C32 -76 52 -58 70 -30M-8 -104C-28 -84 -42 -60 -52 -34M-8 -58C-26 -48 -42 -34 -58 -16");
        e.Canvas.Restore();
        for (var i = 0; i < 3; i++)
        {
            e.Line(e.Colors.Light.WithAlpha(70), 3, $"M{x - 70 + i * 14} {y + 54 + i * 13}h{140 - i * 28}");
        }
    }

    private static void Terraces(Easel e)
    {
        var c = e.Colors;
        e.Sky(360);
        e.Peaks(c.Far.WithAlpha(170), 330, 190, 240, 400);
        e.Ridge(c.Middle.WithAlpha(220), 350, 120, 330, 420);
        var greens = new[] { c.Middle, c.Near };
        var sway = e.Between(-60, 60);
        for (var i = 0; i < 13; i++)
        {
            var y = 352 + i * i * 1.35f + i * 8;
            var bend = 70 + i * 7;
            var fill = Blend(greens[0], greens[1], i / 13f);
            e.Fill(i % 4 == 2 ? Blend(fill, c.Sun, .38f) : fill, $"M-20 {y + 20}C{180 + sway} {y - bend} {430 + sway} {y + bend * .7f} {650 + sway} {y}C{860 + sway} {y - bend * .75f} {1040 + sway} {y + bend * .3f} 1220 {y - 26}V640H-20Z");
            e.Line(c.Light.WithAlpha(95), 3.5f, $"M-20 {y + 20}C{180 + sway} {y - bend} {430 + sway} {y + bend * .7f} {650 + sway} {y}C{860 + sway} {y - bend * .75f} {1040 + sway} {y + bend * .3f} 1220 {y - 26}");
        }

        StiltHouse(e, e.Between(690, 900), e.Between(400, 425), e.Between(.8f, 1));
        StiltHouse(e, e.Between(940, 1050), e.Between(440, 465), e.Between(.9f, 1.15f));
    }

    private static void StiltHouse(Easel e, float x, float y, float size)
    {
        e.Canvas.Save();
        e.Canvas.Translate(x, y);
        e.Canvas.Scale(size);
        e.Line(new SKColor(0x3c, 0x22, 0x18), 5, $"M-38 0V-26M-13 0V-26M13 0V-26M38 0V-26");
        e.Fill(new SKColor(0x6b, 0x3b, 0x26), $"M-44 -26H44V-54H-44Z");
        e.Fill(e.Colors.Light, $"M-28 -48h14v14h-14zM6 -48h14v14h-14z");
        e.Fill(new SKColor(0x3f, 0x26, 0x1d), $"M-62 -50L-34 -90H34L62 -50Z");
        e.Canvas.Restore();
    }

    private static void Beach(Easel e)
    {
        var c = e.Colors;
        var (sunX, _) = e.Sky(330);
        e.Ridge(c.Far.WithAlpha(190), 334, 90, 420, 340);
        e.Sea(330, sunX);
        var sand = Blend(new SKColor(0xf3, 0xdd, 0xad), c.SkyLow, .25f);
        e.Fill(c.Light.WithAlpha(190), $"M-20 560C220 500 400 540 620 506C860 470 1020 440 1220 444V640H-20Z");
        e.Fill(sand, $"M-20 578C220 520 400 560 620 526C860 490 1020 458 1220 462V640H-20Z");
        e.Palm(c.Near, e.Between(960, 1010), 520, 1.5f);
        e.Palm(c.Near, e.Between(1070, 1120), 540, e.Between(1.65f, 1.9f));
        BasketBoat(e, e.Between(640, 780), 548, 1.1f);
        Parasol(e, e.Between(830, 890), 540);
    }

    private static void BasketBoat(Easel e, float x, float y, float size)
    {
        e.Canvas.Save();
        e.Canvas.Translate(x, y);
        e.Canvas.Scale(size);
        e.Fill(new SKColor(0x7a, 0x4a, 0x2c), $"M-58 -26C-52 12 -30 22 0 22S52 12 58 -26Z");
        e.Fill(new SKColor(0x4b, 0x2c, 0x1c), $"M-58 -26C-58 -40 58 -40 58 -26S-58 -12 -58 -26Z");
        e.Line(new SKColor(0x4b, 0x2c, 0x1c), 5, $"M-10 -28L72 -74");
        e.Canvas.Restore();
    }

    private static void Parasol(Easel e, float x, float y)
    {
        e.Line(new SKColor(0x5b, 0x3a, 0x29), 6, $"M{x} {y}V{y - 96}");
        e.Fill(e.Colors.Warm, $"M{x - 74} {y - 86}C{x - 60} {y - 140} {x + 60} {y - 140} {x + 74} {y - 86}Z");
        e.Fill(e.Colors.Light, $"M{x - 26} {y - 86}C{x - 22} {y - 126} {x - 10} {y - 126} {x} {y - 126}C{x + 10} {y - 126} {x + 22} {y - 126} {x + 26} {y - 86}Z");
    }

    private static void Island(Easel e)
    {
        var c = e.Colors;
        var (sunX, _) = e.Sky(370);
        e.Ridge(c.Far.WithAlpha(150), 374, 70, 300, 376);
        e.Sea(370, sunX);
        var x = e.Between(560, 680);
        e.Fill(c.Middle, $"M{x - 250} 382C{x - 180} 300 {x - 90} 330 {x - 40} 250C{x + 10} 190 {x + 70} 240 {x + 120} 300C{x + 180} 290 {x + 240} 340 {x + 290} 382Z");
        e.Fill(c.Near, $"M{x - 250} 384C{x - 150} 340 {x - 60} 372 {x + 10} 340C{x + 90} 318 {x + 180} 350 {x + 290} 384Z");
        e.Fill(new SKColor(0xf3, 0xdd, 0xad), $"M{x - 270} 388C{x - 120} 372 {x + 180} 372 {x + 310} 388C{x + 180} 400 {x - 120} 402 {x - 270} 388Z");
        for (var i = 0; i < 4; i++)
        {
            e.Palm(c.Near, x - 190 + i * 120 + e.Between(-25, 25), 388, e.Between(.5f, .68f));
        }

        e.Fill(Blend(c.Water, c.Light, .4f).WithAlpha(150), $"M{x - 340} 410C{x - 100} 392 {x + 200} 392 {x + 400} 412C{x + 200} 432 {x - 120} 436 {x - 340} 410Z");
        FishingBoat(e, e.Between(860, 980), 490, e.Between(.9f, 1.15f));
    }

    private static void FishingBoat(Easel e, float x, float y, float size)
    {
        e.Canvas.Save();
        e.Canvas.Translate(x, y);
        e.Canvas.Scale(size);
        e.Fill(new SKColor(0x1f, 0x5d, 0x86), $"M-110 -34C-80 -18 60 -18 112 -52C104 -6 84 16 50 16H-56C-84 16 -102 -2 -110 -34Z");
        e.Fill(e.Colors.Warm, $"M-106 -20C-70 -6 60 -6 104 -34L100 -22C60 4 -66 6 -102 -8Z");
        e.Fill(e.Colors.Light, $"M-44 -26H16V-66H-44Z");
        e.Fill(new SKColor(0x1f, 0x5d, 0x86), $"M-34 -58h14v14h-14zM-8 -58h14v14h-14z");
        e.Line(new SKColor(0x3b, 0x2a, 0x22), 4, $"M40 -30V-120M40 -116L100 -46M40 -116L-20 -66");
        e.Fill(new SKColor(0xd6, 0x26, 0x1c), $"M42 -120h34v22h-34z");
        e.Disc(new SKColor(0xff, 0xd6, 0x3a), 59, -109, 6);
        e.Canvas.Restore();
    }

    private static SKColor Blend(SKColor a, SKColor b, float share) => new(
        (byte)(a.Red + (b.Red - a.Red) * share), (byte)(a.Green + (b.Green - a.Green) * share), (byte)(a.Blue + (b.Blue - a.Blue) * share), (byte)(a.Alpha + (b.Alpha - a.Alpha) * share));
}
