using SkiaSharp;

namespace TravelBuddy.Web.Catalog.Pictures;

/// <summary>The colours of one cover: a time of day.</summary>
internal sealed record Palette(SKColor SkyTop, SKColor SkyLow, SKColor Sun, SKColor Far, SKColor Middle, SKColor Near, SKColor Water, SKColor WaterDeep, SKColor Warm, SKColor Light)
{
    public static readonly IReadOnlyList<Palette> All =
    [
        // Dawn, noon, afternoon, sunset, blue hour.
        Of("#fbd9a0", "#f0a171", "#fff3d6", "#7fb0a4", "#3c7f73", "#12524a", "#4a9c90", "#0c4a44", "#b23a2b", "#fff3d6"),
        Of("#8fd0d6", "#eaf4e4", "#fffbe6", "#8dbfb0", "#4c9a7d", "#1b5e4b", "#43a9a4", "#0f6670", "#d2553c", "#fffdf4"),
        Of("#f6c667", "#fbe8bd", "#fff6dc", "#b9b98a", "#71935f", "#34553a", "#76b3a2", "#23655f", "#c4472f", "#fff5d8"),
        Of("#5b4a7c", "#f08a5d", "#ffe2a8", "#8c5f85", "#57436c", "#2c2547", "#b7647a", "#332a52", "#f2b24c", "#ffe7bd"),
        Of("#17364f", "#5c90a3", "#f6f0d4", "#3f6f83", "#264f63", "#10303f", "#2f6e82", "#0c2a3a", "#f0a23c", "#ffe3a6"),
    ];

    private static Palette Of(params string[] c)
    {
        var colors = Array.ConvertAll(c, SKColor.Parse);
        return new Palette(colors[0], colors[1], colors[2], colors[3], colors[4], colors[5], colors[6], colors[7], colors[8], colors[9]);
    }
}
