namespace TravelBuddy.Tests.Catalog;

public sealed class when_provinces_merged_in_july_2025
{
    /// <summary>Resolution 202/2025/QH15: eleven units stayed as they were.</summary>
    private static readonly string[] Unchanged =
    [
        "ha-noi-province", "hue-province", "lai-chau", "dien-bien", "son-la", "lang-son", "quang-ninh", "thanh-hoa", "nghe-an", "ha-tinh", "cao-bang",
    ];

    /// <summary>The same resolution: twenty-three new units, each with the old ones now in it.</summary>
    private static readonly Dictionary<string, string[]> Merged = new()
    {
        ["tuyen-quang-province"] = ["tuyen-quang", "ha-giang"],
        ["lao-cai-province"] = ["lao-cai", "yen-bai"],
        ["thai-nguyen-province"] = ["thai-nguyen", "bac-kan"],
        ["phu-tho-province"] = ["phu-tho", "vinh-phuc", "hoa-binh"],
        ["bac-ninh-province"] = ["bac-ninh", "bac-giang"],
        ["hung-yen-province"] = ["hung-yen", "thai-binh"],
        ["hai-phong-province"] = ["hai-phong-municipality", "hai-duong"],
        ["ninh-binh-province"] = ["ninh-binh", "ha-nam", "nam-dinh"],
        ["quang-tri-province"] = ["quang-tri", "quang-binh"],
        ["da-nang-province"] = ["da-nang-municipality", "quang-nam"],
        ["quang-ngai-province"] = ["quang-ngai", "kon-tum"],
        ["gia-lai-province"] = ["gia-lai", "binh-dinh"],
        ["dak-lak-province"] = ["dak-lak", "phu-yen"],
        ["khanh-hoa-province"] = ["khanh-hoa", "ninh-thuan"],
        ["lam-dong-province"] = ["lam-dong", "dak-nong", "binh-thuan"],
        ["ho-chi-minh-city-province"] = ["ho-chi-minh-city-municipality", "ba-ria-vung-tau", "binh-duong"],
        ["dong-nai-province"] = ["dong-nai", "binh-phuoc"],
        ["tay-ninh-province"] = ["tay-ninh", "long-an"],
        ["can-tho-province"] = ["can-tho-municipality", "soc-trang", "hau-giang"],
        ["vinh-long-province"] = ["vinh-long", "ben-tre", "tra-vinh"],
        ["dong-thap-province"] = ["dong-thap", "tien-giang"],
        ["ca-mau-province"] = ["ca-mau", "bac-lieu"],
        ["an-giang-province"] = ["an-giang", "kien-giang"],
    };

    [Fact]
    public void the_thirty_four_units_of_today_are_the_provinces_of_the_file()
    {
        var today = PlacesFile.All.Where(place => place.Kind == "province").Select(place => place.Id).ToArray();

        today.Length.ShouldBe(34);
        today.ShouldBe([.. Unchanged, .. Merged.Keys], ignoreOrder: true);
    }

    [Fact]
    public void all_sixty_three_former_units_are_there()
    {
        var former = PlacesFile.All.Where(place => place.Kind == "old_province").Select(place => place.Id).ToArray();

        (former.Length + Unchanged.Length).ShouldBe(63);
        former.ShouldBe(Merged.Values.SelectMany(old => old), ignoreOrder: true);
    }

    [Fact]
    public void each_old_unit_names_the_one_it_became_part_of()
    {
        var actual = PlacesFile.All.Where(place => place.Successor is not null).Select(place => $"{place.Id} -> {place.Successor}");
        var expected = Merged.SelectMany(merger => merger.Value.Select(old => $"{old} -> {merger.Key}"));

        actual.ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void a_new_unit_hangs_under_the_country_alone_for_its_regions_mix() =>
        Merged.Keys.Where(id => PlacesFile.ById[id].Parents is not ["viet-nam"]).ShouldBeEmpty();

    [Fact]
    public void old_and_unchanged_units_hang_under_a_region() =>
        Merged.Values.SelectMany(old => old).Concat(Unchanged)
            .Where(id => PlacesFile.ById[id].Parents is not [_, ..] parents || parents.Any(parent => PlacesFile.ById[parent].Kind != "region"))
            .ShouldBeEmpty();
}
