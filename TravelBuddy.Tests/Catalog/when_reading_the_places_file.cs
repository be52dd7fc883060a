using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TravelBuddy.Tests.Catalog;

public sealed partial class when_reading_the_places_file
{
    private static readonly string[] Kinds =
    [
        "country", "region", "province", "old_province", "city", "town", "district", "island", "archipelago", "beach", "bay", "cave", "pass", "mountain",
        "national_park", "old_quarter", "heritage_site", "sight", "lake", "waterfall", "village", "valley", "river", "route",
    ];

    private static readonly string[] RequiredMembers =
        ["id", "name", "name_en", "kind", "lat", "lon", "radius_km", "parents", "aliases", "short", "popularity"];

    /// <summary>Places that share a name for good; everything else with one name for two places is a mistake.</summary>
    private static readonly Dictionary<string, (string[] Places, string Reason)> SharedNames = new()
    {
        ["bãi dài"] = (["bai-dai-cam-ranh", "bai-dai-phu-quoc"], "two well-known beaches of that name; the island or city beside it decides"),
        ["bai dai beach"] = (["bai-dai-cam-ranh", "bai-dai-phu-quoc"], "the same beaches in English text"),
        ["bãi xép"] = (["bai-xep", "bai-xep-phu-yen"], "the beach south of Quy Nhơn, and the one of Phú Yên that a film made known"),
        ["bản đôn"] = (["buon-don", "pu-luong"], "the village in Pù Luông, and what many still call Buôn Đôn in Đắk Lắk"),
    };

    [Fact]
    public void every_line_is_an_object_with_all_required_members()
    {
        foreach (var line in PlacesFile.RawLines())
        {
            using var json = JsonDocument.Parse(line);
            RequiredMembers.Where(member => !json.RootElement.TryGetProperty(member, out _)).ShouldBeEmpty(line);
        }
    }

    [Fact]
    public void it_is_large_enough_to_cover_what_travellers_name() => PlacesFile.All.Count().ShouldBeGreaterThanOrEqualTo(700);

    [Fact]
    public void ids_are_unique_kebab_case_and_in_order()
    {
        var ids = PlacesFile.RawLines().Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!).ToArray();

        ids.ShouldBeUnique();
        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
        ids.Where(id => !KebabCase().IsMatch(id)).ShouldBeEmpty();
    }

    [Fact]
    public void every_kind_is_known() => PlacesFile.All.Where(place => !Kinds.Contains(place.Kind)).Select(place => place.Id).ShouldBeEmpty();

    [Fact]
    public void text_is_composed_trimmed_and_never_blank()
    {
        PlacesFile.RawLines().Where(line => !line.IsNormalized(NormalizationForm.FormC)).ShouldBeEmpty();
        PlacesFile.All.Where(place => place.Surfaces.Any(text => string.IsNullOrWhiteSpace(text) || text != text.Trim())).Select(place => place.Id).ShouldBeEmpty();
    }

    [Fact]
    public void numbers_are_within_their_ranges()
    {
        PlacesFile.All.Where(place => place.Popularity is not (>= 0 and <= 1)).Select(place => place.Id).ShouldBeEmpty();
        PlacesFile.All.Where(place => place.RadiusKm is not (> 0 and <= 800)).Select(place => place.Id).ShouldBeEmpty();
    }

    [Fact]
    public void steps_are_marked_where_there_are_many() => PlacesFile.All.Where(place => place.Stairs is not null).Select(place => place.Stairs!.About ?? 100).ShouldAllBe(steps => steps >= 100);

    [Fact]
    public void every_place_lies_inside_viet_nam() =>
        PlacesFile.All.Where(place => place.Lat is not (>= 8.1 and <= 23.5) || place.Lon is not (>= 102.1 and <= 110.0)).Select(place => place.Id).ShouldBeEmpty();

    [Fact]
    public void shorthands_are_two_to_four_letters() =>
        PlacesFile.All.SelectMany(place => place.Short).Where(text => text.Length is < 2 or > 4).ShouldBeEmpty();

    [Fact]
    public void a_place_never_repeats_its_own_name() =>
        PlacesFile.All.Where(place => place.Aliases.Prepend(place.Name).Select(Folding.Case).GroupBy(text => text).Any(same => same.Count() > 1))
            .Select(place => place.Id).ShouldBeEmpty();

    [Fact]
    public void no_alias_is_only_a_name_without_its_diacritics()
    {
        var redundant = from place in PlacesFile.All
                        let accented = place.Aliases.Prepend(place.Name).Where(text => Folding.Diacritics(text) != text).Select(Folding.CaseAndDiacritics).ToHashSet()
                        from alias in place.Aliases
                        where Folding.Diacritics(alias) == alias && accented.Contains(Folding.CaseAndDiacritics(alias))
                        select $"{place.Id}: {alias}";

        redundant.ShouldBeEmpty();
    }

    [Fact]
    public void one_name_means_one_place_unless_it_is_known_to_be_shared()
    {
        var shared = PlacesFile.All
            .SelectMany(place => place.Surfaces.Select(text => (Text: Folding.Case(text), place.Id)).Distinct())
            .GroupBy(surface => surface.Text, surface => surface.Id)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Order(StringComparer.Ordinal))}");

        var expected = SharedNames.Select(known => $"{known.Key}: {string.Join(", ", known.Value.Places)}");

        shared.ShouldBe(expected, ignoreOrder: true);
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();

    private static class Folding
    {
        public static string Case(string text) => text.ToLowerInvariant();

        public static string CaseAndDiacritics(string text) => Case(Diacritics(text));

        public static string Diacritics(string text) =>
            string.Concat(text.Replace('đ', 'd').Replace('Đ', 'D').Normalize(NormalizationForm.FormD)
                .Where(letter => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark))
                .Normalize(NormalizationForm.FormC);
    }
}
