using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Catalog.Pictures;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Tests.Catalog.Pictures;

public sealed class when_places_are_put_on_the_map(AppFixture app)
{
    /// <summary>How far outside the drawn coast a town may come to lie: the outline is good to about a tenth of a degree.</summary>
    private const double Tolerance = .13;

    [Fact]
    public void every_town_of_the_mainland_lies_in_the_outline()
    {
        var towns = app.Services.GetRequiredService<Gazetteer>().Places.Where(place => place.Kind is "city" or "town" && place.Parents.All(parent => !parent.Contains("dao") && parent != "phu-quoc")).ToList();
        towns.Count.ShouldBeGreaterThan(80);

        var astray = towns.Where(town => !Inside(town.Lon, town.Lat) && Distance(town.Lon, town.Lat) > Tolerance).Select(town => town.Id);

        astray.ShouldBeEmpty();
    }

    [Fact]
    public void hoang_sa_and_truong_sa_are_on_it()
    {
        foreach (var (lon, lat) in VietnamMap.HoangSa.Concat(VietnamMap.TruongSa))
        {
            var (x, y) = VietnamMap.Project(lat, lon);
            x.ShouldBeInRange(180, VietnamMap.Width - 1);
            y.ShouldBeInRange(1, VietnamMap.Height - 1);
        }
    }

    private static bool Inside(double lon, double lat)
    {
        var inside = false;
        var outline = VietnamMap.Mainland;
        for (int i = 0, j = outline.Count - 1; i < outline.Count; j = i++)
        {
            if (outline[i].Lat > lat != outline[j].Lat > lat && lon < (outline[j].Lon - outline[i].Lon) * (lat - outline[i].Lat) / (outline[j].Lat - outline[i].Lat) + outline[i].Lon)
            {
                inside = !inside;
            }
        }

        return inside;
    }

    private static double Distance(double lon, double lat)
    {
        var outline = VietnamMap.Mainland;
        return Enumerable.Range(0, outline.Count).Min(i =>
        {
            var (a, b) = (outline[i], outline[(i + 1) % outline.Count]);
            var (dx, dy) = (b.Lon - a.Lon, b.Lat - a.Lat);
            var t = Math.Clamp(((lon - a.Lon) * dx + (lat - a.Lat) * dy) / (dx * dx + dy * dy), 0, 1);
            return Math.Sqrt(Math.Pow(lon - a.Lon - t * dx, 2) + Math.Pow(lat - a.Lat - t * dy, 2));
        });
    }
}
