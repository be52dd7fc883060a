using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;
using static TravelBuddy.Tests.Recommendations.Judgements;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_a_tour_is_to_be_climbed
{
    private static PackageFacts Saying(string description) => Samples.Facts(Similarity.Package("Hue", "hue") with { Description = description });

    [Theory]
    [InlineData("Thuyền qua hồ Truồi vào thiền viện, leo 172 bậc.", 172, null)]
    [InlineData("The pagoda is reached by 300 stone steps.", 300, null)]
    [InlineData("Climb the 486 steps early to avoid the crowds.", 486, null)]
    [InlineData("To avoid the crowds we climb its 486 steps at seven.", 486, null)]
    [InlineData("Skip-the-line ticket and 486 steps to the top.", 486, null)]
    [InlineData("Leo 486 bậc từ sớm để tránh đông.", 486, null)]
    [InlineData("Đừng bỏ qua 486 bậc Hang Múa.", 486, null)]
    [InlineData("Moderate, 500 m of climbing a day.", null, 500)]
    public void that_is_told_with_its_own_number(string description, int? steps, int? metres) => Saying(description).Climb.ShouldBe(new Climb(steps, metres));

    [Theory]
    [InlineData("The royal tomb of Khải Định has 127 steps and is seen from below.")]
    [InlineData("We leave out the tomb with its 127 steps.")]
    [InlineData("Three steps lead to the door.")]
    [InlineData("We avoid the 500 steps of the cave.")]
    [InlineData("A village by bike instead of Mua Cave's 486 steps.")]
    [InlineData("Đi thuyền thay vì leo 486 bậc Hang Múa.")]
    [InlineData("Có thang máy, không leo 156 bậc.")]
    public void what_nobody_climbs_is_no_alarm(string description)
    {
        Saying(description).Climb.ShouldBeNull();
        Saying(description).Concepts.ContainsKey("many-stairs").ShouldBeFalse();
    }

    [Theory]
    [InlineData("elderly", null), InlineData(null, "mountain-climbing"), InlineData(null, "many-stairs")]
    public void who_can_hardly_climb_is_told_and_the_tour_is_not_what_was_asked_for(string? who, string? refused)
    {
        var wishes = For("hue") with { Accommodation = new ConceptWishes(who is null ? [] : [who], []), Exclusions = new ConceptWishes(refused is null ? [] : [refused], []) };

        var told = Reasons(wishes, Saying("Leo 172 bậc.")).Single(reason => reason.Code is ReasonCodes.Steps or ReasonCodes.ExcludedInPassing);

        told.Code.ShouldBe(ReasonCodes.Steps);
        Writer.Sentence(told, "en").ShouldBe("Its description tells of 172 steps; ask the agency whether they can be left out");
        Writer.Sentence(told, "vi").ShouldBe("Phần mô tả có nói đến 172 bậc thang; hãy hỏi công ty có bỏ qua được không");
        Shortfalls.IsAgainst(told).ShouldBeTrue();
    }

    [Theory]
    [InlineData("marble-mountains", "Marble Mountains has about 156 steps, with a lift or cable car for part of the way (the tour does not speak of them); ask the agency whether they can be left out", "Ngũ Hành Sơn có khoảng 156 bậc thang, có thang máy hoặc cáp treo một đoạn (tour không nhắc đến); hãy hỏi công ty có bỏ qua được không")]
    [InlineData("sung-sot-cave", "Sung Sot Cave has many steps (the tour does not speak of them); ask the agency whether they can be left out", "Hang Sửng Sốt có nhiều bậc thang (tour không nhắc đến); hãy hỏi công ty có bỏ qua được không")]
    public void the_steps_that_a_place_is_known_for_are_told_whatever_the_tour_says(string place, string english, string vietnamese)
    {
        var wishes = new Wishes { Accommodation = new ConceptWishes(["elderly"], []) };

        var told = Reasons(wishes, Samples.Facts(Similarity.Package("A tour", place))).Single(reason => reason.Code == ReasonCodes.StairsOfPlace);

        Writer.Sentence(told, "en").ShouldBe(english);
        Writer.Sentence(told, "vi").ShouldBe(vietnamese);
        Shortfalls.Warns(told).ShouldBeTrue();
        Reasons(new Wishes(), Samples.Facts(Similarity.Package("A tour", place))).ShouldNotContain(reason => reason.Code == ReasonCodes.StairsOfPlace);
    }

    [Theory]
    [InlineData("Lunch on board, Ti Top Island.", true), InlineData("Chiều leo đảo Ti Tốp ngắm vịnh.", true), InlineData("Ti Top Island is left out.", false), InlineData("Ngắm đảo Ti Tốp từ dưới, không phải leo.", false)]
    public void a_place_that_only_its_day_plan_names_counts_and_none_that_it_leaves_out(string day, bool climbed)
    {
        var wishes = new Wishes { Essentials = new ConceptWishes(["accessible"], []) };
        var facts = Samples.Facts(Similarity.Package("Ha Long", "ha-long") with { Itinerary = [day] });

        Reasons(wishes, facts).Any(reason => reason.Code == ReasonCodes.StairsOfPlace).ShouldBe(climbed);
    }

    [Fact]
    public void to_others_nothing_is_said() => Reasons(For("hue"), Saying("Leo 172 bậc.")).ShouldNotContain(reason => reason.Code == ReasonCodes.Steps);

    private static Reason? Told(string place, string? day, string? description)
    {
        var tour = Similarity.Package("A tour", place) with { Itinerary = day is null ? [] : [day], Description = description };
        return Reasons(new Wishes { Accommodation = new ConceptWishes(["elderly"], []) }, Samples.Facts(tour)).SingleOrDefault(reason => reason.Code == ReasonCodes.StairsOfPlace);
    }

    [Theory]
    [InlineData("da-nang", null, "Có thang máy lên Ngũ Hành Sơn để cô chú không leo bậc.")]
    [InlineData("marble-mountains", "15:00 đón khách, Ngũ Hành Sơn, Hội An", "Chiều lên động Huyền Không ở Ngũ Hành Sơn bằng thang máy, rồi về Hội An.")]
    [InlineData("perfume-pagoda", "Hà Nội - suối Yến - động Hương Tích", "Lên động Hương Tích bằng cáp treo để giữ sức.")]
    [InlineData("sa-pa", "Ngày 2: Đỉnh Fansipan - cáp treo - Hà Nội", null)]
    [InlineData("sa-pa", "Day 2: Fansipan by cable car", null)]
    [InlineData("sa-pa", null, "Two days of village walks under Fansipan.")]
    [InlineData("sa-pa", null, "Nghỉ dưới chân Fansipan.")]
    [InlineData("hoi-an", "8:00 Hội An, Marble Mountains photo stop, pass", null)]
    [InlineData("marble-mountains", null, "Marble Mountains photo stop on the way.")]
    [InlineData("ninh-binh", null, "A hotel near Mua Cave.")]
    [InlineData("ninh-binh", null, "We visit Tràng An instead of Mua Cave.")]
    [InlineData("ninh-binh", null, "Đi Tràng An thay vì Hang Múa.")]
    public void where_nobody_climbs_nothing_is_told(string place, string? day, string? description) => Told(place, day, description).ShouldBeNull();

    [Theory]
    [InlineData("ninh-binh", null, "Climb Mua Cave early to avoid the crowds.")]
    [InlineData("ninh-binh", null, "We climb Mua Cave instead of Tràng An.")]
    [InlineData("ninh-binh", null, "Leo Hang Múa từ sớm để tránh đông.")]
    [InlineData("ninh-binh", null, "Leo Hang Múa thay vì Tràng An.")]
    [InlineData("ninh-binh", "Skip-the-line ticket to Mua Cave", null)]
    [InlineData("ninh-binh", "Đừng bỏ qua Hang Múa", null)]
    [InlineData("mua-cave", null, "On rainy days we skip Mua Cave.")]
    [InlineData("mua-cave", null, "A day without the crowds.")]
    [InlineData("sa-pa", "Ngày 2: Đỉnh Fansipan - cáp treo - Hà Nội", "Leo Fansipan đường bộ từ Trạm Tôn.")]
    [InlineData("sa-pa", "Day 2: Fansipan by cable car", "Climb Fansipan and ride back.")]
    [InlineData("ha-long", "Ngày 1: Bà Nà bằng cáp treo và Ti Tốp", null)]
    public void where_they_do_the_steps_are_told(string place, string? day, string? description) => Told(place, day, description).ShouldNotBeNull();

    [Theory]
    [InlineData("The cable car up Fansipan is optional.", "sa-pa", "Fansipan")]
    [InlineData("Vé cáp treo Fansipan tính riêng.", "sa-pa", "Fansipan")]
    [InlineData("Một sáng lên chùa Hoa Yên bằng cáp treo.", "ha-long", "Hà Nội - Yên Tử - Hạ Long")]
    [InlineData("The stairs of the cave are steep.", "ninh-binh", "Mua Cave")]
    [InlineData("Đường lên nhiều bậc.", "ninh-binh", "Hang Múa")]
    public void of_what_it_speaks_itself_it_is_not_said_to_be_silent(string description, string place, string day)
    {
        var told = Told(place, day, description)!;

        Writer.Sentence(told, "en").ShouldNotContain("does not speak");
        Writer.Sentence(told, "vi").ShouldNotContain("không nhắc");
        Writer.Sentence(Told(place, day, "A fine day.")!, "en").ShouldContain("(the tour does not speak of them)");
        Writer.Sentence(Told(place, day, "Một ngày đẹp.")!, "vi").ShouldContain("(tour không nhắc đến)");
    }
}
