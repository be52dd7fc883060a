using System.Globalization;
using System.Text;

namespace TravelBuddy.Web.Catalog.Pictures;

/// <summary>
/// The small drawn map of Viet Nam: a simplified outline of our own, written down from general knowledge (about ±0.1°, for orientation only), and the
/// projection that puts places on it. One unit is 1/20 of a degree of latitude; the origin is the upper left corner.
/// </summary>
public static class VietnamMap
{
    private const double West = 101.6, North = 23.8, East = 116.2, South = 6.9;
    private const double Scale = 20;

    // One degree of longitude is this much shorter than one of latitude in the middle of the country (16° north).
    private const double Squeeze = .961;

    /// <summary>Size of the map in units.</summary>
    public static readonly int Width = (int)Math.Round((East - West) * Squeeze * Scale), Height = (int)Math.Round((North - South) * Scale);

    /// <summary>The mainland, clockwise from the tri-point with China and Laos, as longitude and latitude in degrees.</summary>
    public static readonly IReadOnlyList<(double Lon, double Lat)> Mainland =
    [
        (102.14, 22.40), (102.45, 22.75), (102.90, 22.52), (103.10, 22.48), (103.32, 22.78), (103.60, 22.76), (103.97, 22.51), (104.22, 22.82), (104.55, 22.86), (104.78, 23.08),
        (105.10, 23.20), (105.33, 23.39), (105.60, 23.10), (105.88, 22.93), (106.25, 22.96), (106.55, 22.92), (106.82, 22.80), (106.72, 22.58), (106.62, 22.34), (106.68, 22.00),
        (107.02, 21.92), (107.36, 21.62), (107.70, 21.64), (108.05, 21.55), (107.75, 21.30), (107.40, 21.05), (107.08, 20.92), (106.80, 20.78), (106.72, 20.58), (106.58, 20.25),
        (106.15, 19.97), (105.95, 19.82), (105.82, 19.35), (105.68, 18.95), (105.78, 18.68), (106.00, 18.38), (106.45, 18.12), (106.50, 17.78), (106.66, 17.45), (107.12, 17.05),
        (107.60, 16.60), (107.98, 16.34), (108.20, 16.22), (108.33, 16.10), (108.42, 15.85), (108.75, 15.42), (108.95, 15.22), (109.07, 14.75), (109.12, 14.20), (109.28, 13.75),
        (109.32, 13.10), (109.46, 12.75), (109.25, 12.40), (109.22, 11.95), (109.05, 11.50), (108.75, 11.18), (108.30, 10.94), (107.95, 10.68), (107.45, 10.46), (107.08, 10.33),
        (106.88, 10.42), (106.75, 10.12), (106.68, 9.80), (106.45, 9.52), (106.18, 9.30), (105.72, 9.08), (105.32, 8.82), (104.74, 8.58), (104.83, 9.10), (104.86, 9.60),
        (105.08, 9.98), (104.65, 10.12), (104.45, 10.40), (104.85, 10.53), (105.08, 10.92), (105.42, 10.96), (105.78, 11.02), (106.15, 10.80), (106.05, 11.10), (105.86, 11.35),
        (105.88, 11.68), (106.40, 11.72), (106.45, 11.98), (106.78, 12.06), (107.22, 12.30), (107.54, 12.38), (107.50, 13.00), (107.62, 13.50), (107.42, 14.00), (107.55, 14.68),
        (107.66, 15.20), (107.22, 15.85), (107.42, 16.05), (107.00, 16.30), (106.62, 16.58), (106.54, 17.00), (106.22, 17.25), (105.75, 17.68), (105.60, 17.92), (105.15, 18.40),
        (105.12, 18.68), (104.55, 18.98), (103.92, 19.28), (104.08, 19.64), (104.62, 19.62), (104.96, 20.05), (104.62, 20.22), (104.66, 20.42), (104.30, 20.75), (104.05, 20.94),
        (103.62, 20.72), (103.10, 20.90), (102.92, 21.30), (102.95, 21.72), (102.66, 21.70), (102.50, 22.10),
    ];

    /// <summary>Phú Quốc, the one island large enough for a shape.</summary>
    public static readonly IReadOnlyList<(double Lon, double Lat)> PhuQuoc = [(103.86, 10.32), (104.06, 10.44), (104.10, 10.20), (104.03, 10.02), (103.96, 10.14)];

    /// <summary>Smaller islands and groups, as dots: Cát Bà, Lý Sơn, Côn Đảo, Phú Quý.</summary>
    public static readonly IReadOnlyList<(double Lon, double Lat)> Islands = [(107.02, 20.78), (109.12, 15.38), (106.61, 8.70), (108.93, 10.53)];

    /// <summary>Islands of the Hoàng Sa archipelago, as dots.</summary>
    public static readonly IReadOnlyList<(double Lon, double Lat)> HoangSa = [(111.20, 15.78), (111.60, 16.45), (111.75, 16.53), (112.33, 16.83), (112.35, 16.97), (112.72, 16.67)];

    /// <summary>Islands of the Trường Sa archipelago, as dots.</summary>
    public static readonly IReadOnlyList<(double Lon, double Lat)> TruongSa =
        [(111.92, 8.65), (112.92, 7.88), (113.30, 8.90), (113.83, 8.85), (112.35, 9.30), (114.33, 9.88), (114.37, 10.38), (114.28, 11.43), (114.48, 10.73), (115.53, 10.18)];

    /// <summary>SVG path of mainland and Phú Quốc in map units.</summary>
    public static readonly string OutlinePath = PathOf(Mainland) + PathOf(PhuQuoc);

    /// <summary>SVG path of all small islands: points to be drawn with a round line end.</summary>
    public static readonly string IslandsPath = string.Concat(Islands.Concat(HoangSa).Concat(TruongSa).Select(point => Project(point.Lat, point.Lon)).Select(point => $"M{point.X} {point.Y}h0"));

    /// <summary>Where a place is on the map, in units, rounded.</summary>
    public static (int X, int Y) Project(double lat, double lon) =>
        ((int)Math.Round((lon - West) * Squeeze * Scale), (int)Math.Round((North - lat) * Scale));

    private static string PathOf(IReadOnlyList<(double Lon, double Lat)> points)
    {
        var path = new StringBuilder();
        var (lastX, lastY) = (0, 0);
        foreach (var (lon, lat) in points)
        {
            var (x, y) = Project(lat, lon);
            path.Append(path.Length == 0 ? 'M' : 'l').Append((x - lastX).ToString(CultureInfo.InvariantCulture));
            path.Append(y < lastY ? "" : " ").Append((y - lastY).ToString(CultureInfo.InvariantCulture));
            (lastX, lastY) = (x, y);
        }

        return path.Append('z').ToString();
    }
}
