using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Catalog.Pictures;

/// <summary>Kinds of landscape that covers are drawn of.</summary>
public enum Scene { Karst, Terraces, Beach, Island, City, Delta, Pass, OldTown, Citadel, Highlands, Cave, Dunes }

/// <summary>Which landscape stands for a package.</summary>
public static class Scenes
{
    // The first that a place or one of its ancestors is, from the particular to the general.
    private static readonly (string PlaceId, Scene Scene)[] ByPlace =
    [
        ("ha-long", Scene.Karst), ("cat-ba", Scene.Karst), ("ninh-binh", Scene.Karst), ("trang-an", Scene.Karst), ("tam-coc", Scene.Karst), ("cao-bang", Scene.Karst),
        ("hoi-an", Scene.OldTown), ("hue", Scene.Citadel), ("hue-province", Scene.Citadel), ("sa-pa", Scene.Terraces), ("mu-cang-chai", Scene.Terraces), ("hoang-su-phi", Scene.Terraces), ("pu-luong", Scene.Terraces), ("mai-chau", Scene.Terraces), ("yen-bai", Scene.Terraces), ("lao-cai", Scene.Terraces),
        ("ha-giang", Scene.Pass), ("dien-bien", Scene.Pass), ("lai-chau", Scene.Pass), ("son-la", Scene.Pass), ("phong-nha", Scene.Cave), ("quang-binh", Scene.Cave), ("mui-ne", Scene.Dunes), ("binh-thuan", Scene.Dunes),
        ("phu-quoc", Scene.Island), ("con-dao", Scene.Island), ("ly-son", Scene.Island), ("nha-trang", Scene.Beach), ("quy-nhon", Scene.Beach), ("vung-tau", Scene.Beach), ("phu-yen", Scene.Beach), ("da-nang", Scene.Beach),
        ("mekong-delta", Scene.Delta), ("da-lat", Scene.Highlands), ("central-highlands", Scene.Highlands), ("ha-noi", Scene.City), ("ho-chi-minh-city", Scene.City),
        ("northwest", Scene.Terraces), ("northeast", Scene.Karst), ("red-river-delta", Scene.Karst), ("south-central-coast", Scene.Beach), ("north-central-coast", Scene.Citadel), ("southeast", Scene.City),
    ];

    private static readonly Dictionary<string, Scene> ByKind = new(StringComparer.Ordinal)
    {
        ["cave"] = Scene.Cave,
        ["pass"] = Scene.Pass,
        ["beach"] = Scene.Beach,
        ["island"] = Scene.Island,
        ["archipelago"] = Scene.Island,
        ["old_quarter"] = Scene.OldTown,
        ["mountain"] = Scene.Pass,
        ["waterfall"] = Scene.Highlands,
    };

    /// <summary>The landscape of the place where a tour mostly is; the same package always has the same.</summary>
    public static Scene Of(TourPackage package, Gazetteer gazetteer)
    {
        var places = package.Locations.Append(package.Start).Select(named => named?.PlaceId is { } id ? gazetteer.Find(id) : null).OfType<Place>().ToList();
        foreach (var place in places)
        {
            var scene = Find(id => id == place.Id) ?? (ByKind.TryGetValue(place.Kind, out var byKind) ? byKind : Find(id => gazetteer.Contains(id, place.Id)));
            if (scene is { } found)
            {
                return found;
            }
        }

        var words = TextFolding.Fold(package.Title);
        return words.Contains("beach", StringComparison.Ordinal) || words.Contains("bien", StringComparison.Ordinal) ? Scene.Beach : Scene.Terraces;
    }

    private static Scene? Find(Func<string, bool> isMeant)
    {
        foreach (var (id, scene) in ByPlace)
        {
            if (isMeant(id))
            {
                return scene;
            }
        }

        return null;
    }
}
