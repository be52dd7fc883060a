using System.Reflection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_reasons_are_written
{
    private static readonly ReasonWriter Writer = new(Repository.Gazetteer, Repository.Lexicon, Repository.Rates);

    private static string En(string code, params string[] arguments) => Writer.Sentence(new Reason(code, arguments), "en");

    private static string Vi(string code, params string[] arguments) => Writer.Sentence(new Reason(code, arguments), "vi");

    [Fact]
    public void places_are_named_as_the_reader_names_them()
    {
        En(ReasonCodes.PlacesVisited, "3", "hoi-an", "ba-na").ShouldBe("Visits Hoi An and Ba Na");
        En(ReasonCodes.PlacesVisited, "3", "hoi-an").ShouldBe("Visits Hoi An, one of your places");
        Vi(ReasonCodes.PlacesVisited, "3", "hoi-an").ShouldBe("Có đến Hội An");
        En(ReasonCodes.PlacesInside, "quang-binh", "phong-nha").ShouldBe("Quang Binh: Phong Nha");
        Vi(ReasonCodes.PlacesInside, "quang-binh", "phong-nha").ShouldBe("Đi Quảng Bình: Phong Nha");
        Vi(ReasonCodes.PlacesVisited, "1", "hoi-an").ShouldBe("Đến Hội An");
        En(ReasonCodes.PlaceNear, "hoi-an", "da-nang", "23").ShouldBe("Does not go to Da Nang; Hoi An is about 23 km from there as the crow flies");
        Vi(ReasonCodes.PlaceNear, "hoi-an", "da-nang", "23").ShouldBe("Không đến Đà Nẵng; Hội An cách đó khoảng 23 km đường chim bay");
        En(ReasonCodes.PlaceNear, "hoi-an", "da-nang", "9").ShouldBe("Does not go to Da Nang itself (about 9 km from Hoi An)");
    }

    [Fact]
    public void days_and_prices_are_written_as_people_write_them()
    {
        En(ReasonCodes.DaysWished, "3").ShouldBe("3 days, as you asked");
        Vi(ReasonCodes.DaysWished, "0.5").ShouldBe("Nửa ngày, đúng như bạn muốn");
        En(ReasonCodes.DaysOff, "4", "1").ShouldBe("4 days, 1 day longer than you asked");
        Vi(ReasonCodes.DaysOff, "4", "1").ShouldBe("4 ngày, dài hơn bạn muốn 1 ngày");
        Vi(ReasonCodes.DaysOff, "0.5", "-1.5").ShouldBe("Nửa ngày, ngắn hơn bạn muốn 1,5 ngày");
        En(ReasonCodes.PriceWithin, "6900000", "VND", "8000000", "VND").ShouldBe("6,900,000 ₫, within your 8,000,000 ₫");
        En(ReasonCodes.PriceOver, "275", "USD", "10").ShouldBe("$275, 10% over your budget");
        Vi(ReasonCodes.PriceOver, "275", "USD", "10").ShouldBe("275 USD, vượt ngân sách của bạn 10%");
        En(ReasonCodes.DietCovered, "vegan", "seafood-allergy").ShouldBe("Its food is vegan, which goes with what you asked for: seafood allergy; say so all the same when you book");
        Vi(ReasonCodes.DietCovered, "halal", "no-pork").ShouldStartWith("Đồ ăn halal, hợp với yêu cầu của bạn: ");
        En(ReasonCodes.PriceOver, "275", "USD", "1038").ShouldBe("$275, about 11 times your budget");
        Vi(ReasonCodes.PriceOver, "275", "USD", "1038").ShouldBe("275 USD, gấp khoảng 11 lần ngân sách của bạn");
        Vi(ReasonCodes.PriceWithin, "6900000", "VND", "8500000", "VND").ShouldBe("6.900.000 ₫, trong mức 8.500.000 ₫ của bạn");
        En(ReasonCodes.PriceUnknown).ShouldBe("No price given; ask the agency");
    }

    [Fact]
    public void a_budget_with_a_lower_end_is_told_with_both_and_undercut_where_the_price_is_below()
    {
        En(ReasonCodes.PriceWithin, "4000000", "VND", "5000000", "VND", "3000000").ShouldBe("4,000,000 ₫, within your 3,000,000 ₫ – 5,000,000 ₫");
        Vi(ReasonCodes.PriceWithin, "2500000", "VND", "5000000", "VND", "3000000").ShouldBe("2.500.000 ₫, thấp hơn mức 3.000.000 ₫ – 5.000.000 ₫ của bạn");
        En(ReasonCodes.PriceWithin, "100", "USD", "300", "USD", "200").ShouldBe("$100, less than your $200 – $300");
        En(ReasonCodes.PriceCheaper, "125", "USD", "2").ShouldBe("$125 per person, cheaper than the tour you named");
        Vi(ReasonCodes.PriceCheaper, "2690000", "VND", "2").ShouldBe("2.690.000 ₫/người, rẻ hơn tour bạn đã chọn");
        En(ReasonCodes.PriceCheaper, "125", "USD", "0").ShouldBe("$125, one of the cheaper ones");
        Vi(ReasonCodes.PriceCheaper, "2690000", "VND", "0").ShouldBe("2.690.000 ₫, thuộc nhóm rẻ hơn");
        En(ReasonCodes.PriceCheaper, "14", "USD", "2", "2").ShouldBe("$14 per person, cheaper than the tour you named when two people share its price");
        Vi(ReasonCodes.PriceCheaper, "350000", "VND", "2", "2").ShouldBe("350.000 ₫/người, rẻ hơn tour bạn đã chọn khi hai người chia nhau giá tour đó");
        En(ReasonCodes.PriceCheaper, "14", "USD", "2", "1").ShouldEndWith("when one person alone pays its price");
        Vi(ReasonCodes.PriceCheaper, "350000", "VND", "2", "6").ShouldEndWith("khi 6 người chia nhau giá tour đó");
        En(ReasonCodes.PriceSharedCheaper, "240", "USD", "4", "2").ShouldBe("$240 for the whole group; for 4 people $60 each, cheaper than the tour you named");
        En(ReasonCodes.PriceWithin, "450000", "VND", "900000", "VND").ShouldBe("450,000 ₫, within your 900,000 ₫");
    }

    [Theory]
    [InlineData("en", "USD", "≈ $262, within your 8,000,000 ₫")]
    [InlineData("vi", "USD", "≈ 262 USD, trong mức 8.000.000 ₫ của bạn")]
    [InlineData("en", "VND", "6,900,000 ₫, within your 8,000,000 ₫")]
    [InlineData("en", null, "6,900,000 ₫, within your 8,000,000 ₫")]
    public void prices_come_in_the_travellers_currency_as_on_the_card(string language, string? currency, string sentence)
    {
        var rate = Repository.Rates.ToVnd(new Money(1, "USD"))!.Value;
        var price = (262 * rate).ToString(System.Globalization.CultureInfo.InvariantCulture);

        Writer.Sentence(new Reason(ReasonCodes.PriceWithin, [currency == "USD" ? price : "6900000", "VND", "8000000", "VND"]), language, currency).ShouldBe(sentence);
    }

    [Theory]
    [InlineData("seafood", "Seafood, as you wanted", "Hải sản, đúng ý bạn")]
    [InlineData("camping", "Camping, as you wanted", "Cắm trại, đúng ý bạn")]
    [InlineData("train", "Train, as you wanted", "Tàu hỏa, đúng ý bạn")]
    [InlineData("easy", "Easy, as you wanted", "Nhẹ nhàng, đúng ý bạn")]
    [InlineData("quiet", "Quiet, as you wanted", "Yên tĩnh, đúng ý bạn")]
    [InlineData("toddlers", "Suits toddlers", "Hợp với em bé")]
    [InlineData("couple", "Suits couples", "Hợp với cặp đôi")]
    [InlineData("parents", "Suits your parents", "Hợp với bố mẹ")]
    [InlineData("vegetarian", "Caters for your diet: vegetarian", "Có món chay")]
    [InlineData("halal", "Caters for your diet: halal", "Có món halal"), InlineData("no-pork", "Caters for your diet: no pork", "Có món không thịt heo"), InlineData("buddhist-days", "Caters for your diet: vegetarian on the 1st and 15th", "Có món chay ngày rằm")]
    [InlineData("pescatarian", "Caters for your diet: pescatarian", "Có món cá, không thịt")]
    [InlineData("motion-sickness", "Suits people prone to motion sickness", "Hợp với người dễ say tàu xe")]
    public void each_kind_of_wish_has_its_own_way_of_being_met(string concept, string en, string vi)
    {
        En(ReasonCodes.Has, concept).ShouldBe(en);
        Vi(ReasonCodes.Has, concept).ShouldBe(vi);
    }

    [Fact]
    public void a_tour_that_serves_what_one_is_allergic_to_says_so_and_whom_to_ask()
    {
        En(ReasonCodes.EssentialContradicted, "seafood-allergy").ShouldBe("Serves something that an allergy or intolerance speaks against (seafood allergy): ask the agency before you book");
        Vi(ReasonCodes.EssentialContradicted, "accessible", "seafood-allergy").ShouldBe("Trái với điều bạn cần: phù hợp xe lăn; có món không hợp với dị ứng hay kiêng khem của bạn (dị ứng hải sản), hãy hỏi công ty du lịch trước khi đặt");
        En(ReasonCodes.EssentialContradicted, "accessible").ShouldBe("Goes against your must-have: wheelchair access");
    }

    [Fact]
    public void a_diet_or_food_that_nothing_is_said_of_is_to_be_asked_about()
    {
        En(ReasonCodes.DietUnsaid, "vegan", "nut-allergy").ShouldBe("Does not say whether it caters for your diet: vegan; ask before you book; the agency does not say what it can do about an allergy or intolerance (nut allergy): ask them before you book");
        Vi(ReasonCodes.DietUnsaid, "vegan").ShouldBe("Chưa thấy ghi có món thuần chay; hãy hỏi trước khi đặt");
        En(ReasonCodes.Has, "special-diet").ShouldBe("Mentions special diet: ask the agency what it can do before you book");
        Vi(ReasonCodes.Has, "food-allergy").ShouldBe("Có nhắc đến dị ứng thức ăn, hãy hỏi kỹ công ty du lịch trước khi đặt");
        En(ReasonCodes.FoodUnsaid, "seafood").ShouldBe("Does not say whether its meals can be without what you avoid (seafood); ask before you book");
        Vi(ReasonCodes.FoodUnsaid, "seafood").ShouldBe("Không ghi bữa ăn có tránh được món bạn kiêng không (hải sản); hãy hỏi trước khi đặt");
    }

    [Fact]
    public void what_is_only_spoken_of_is_told_as_that()
    {
        En(ReasonCodes.Mentions, "beach", "seafood").ShouldBe("Mentions: beach and seafood");
        Vi(ReasonCodes.Mentions, "beach").ShouldBe("Bãi biển (có nhắc trong mô tả)");
    }

    [Fact]
    public void what_is_refused_is_called_as_who_refuses_it_would()
    {
        En(ReasonCodes.ExcludedAbsent, "popular-places", "karaoke").ShouldBe("No mention of what you wanted to avoid: touristy places and karaoke");
        Vi(ReasonCodes.Excluded, "popular-places").ShouldBe("Có điều bạn muốn tránh: đông khách du lịch");
        En(ReasonCodes.Has, "popular-places").ShouldBe("Popular places, as you wanted");
    }

    [Fact]
    public void whom_a_tour_does_not_take_is_told()
    {
        En(ReasonCodes.NotAdmitted, "16", "60").ShouldBe("Takes travellers aged 16 to 60");
        En(ReasonCodes.NotAdmitted, "16", "").ShouldBe("Takes travellers from age 16");
        Vi(ReasonCodes.NotAdmitted, "", "60").ShouldBe("Chỉ nhận khách đến 60 tuổi");
        En(ReasonCodes.NotAdmitted, "7", "", "6").ShouldBe("Takes travellers from age 7, so not a child of 6");
        Vi(ReasonCodes.NotAdmitted, "7", "", "6").ShouldBe("Chỉ nhận khách từ 7 tuổi, nên bé 6 tuổi chưa đi được");
        En(ReasonCodes.NotAdmitted, "2", "60", "0").ShouldBe("Takes travellers from age 2, so not a baby under one");
        En(ReasonCodes.Unsuited, "toddlers").ShouldBe("May not suit: toddlers");
        Vi(ReasonCodes.Unsuited, "elderly").ShouldBe("Có thể không hợp với: người lớn tuổi");
        En(ReasonCodes.Unsuited, "fear-of-heights").ShouldBe("May not suit: people afraid of heights");
        Vi(ReasonCodes.Unsuited, "fear-of-heights").ShouldBe("Có thể không hợp với: người sợ độ cao");
    }

    [Fact]
    public void several_kinds_share_a_sentence()
    {
        En(ReasonCodes.Has, "kayaking", "halal", "seafood", "couple").ShouldBe("Kayaking and seafood, as you wanted; caters for your diet: halal; suits couples");
        Vi(ReasonCodes.DoesNotSay, "kayaking", "halal", "toddlers").ShouldBe("Chưa rõ có chèo kayak không, có hợp với em bé không; chưa thấy ghi có món halal");
        Vi(ReasonCodes.DoesNotSay, "over-eighty").ShouldBe("Chưa rõ có hợp với người ngoài 80 tuổi không");
        En(ReasonCodes.DoesNotSay, "solo").ShouldBe("Does not say whether it suits solo travellers");
    }

    [Theory]
    [InlineData("nut-allergy", "nut allergy", "dị ứng đậu phộng")]
    [InlineData("food-allergy", "food allergy", "dị ứng thức ăn")]
    [InlineData("gluten-free", "gluten-free", "không gluten")]
    public void an_allergy_is_for_the_agency_to_answer_for_whatever_the_tour_says(string concept, string en, string vi)
    {
        En(ReasonCodes.DoesNotSay, concept).ShouldBe($"The agency does not say what it can do about an allergy or intolerance ({en}): ask them before you book");
        Vi(ReasonCodes.DoesNotSay, concept).ShouldBe($"Công ty du lịch không ghi gì về dị ứng hay kiêng khem ({vi}), hãy hỏi họ trước khi đặt");
        En(ReasonCodes.EssentialMissing, concept).ShouldBe(En(ReasonCodes.DoesNotSay, concept));
        Vi(ReasonCodes.EssentialMissing, concept).ShouldBe(Vi(ReasonCodes.DoesNotSay, concept));
        En(ReasonCodes.Has, concept).ShouldBe($"Mentions {en}: ask the agency what it can do before you book");
        Vi(ReasonCodes.Has, concept).ShouldBe($"Có nhắc đến {vi}, hãy hỏi kỹ công ty du lịch trước khi đặt");
        En(ReasonCodes.EssentialMet, concept).ShouldBe(En(ReasonCodes.Has, concept));
        Vi(ReasonCodes.EssentialMet, concept).ShouldBe(Vi(ReasonCodes.Has, concept));
    }

    [Fact]
    public void an_allergy_stands_apart_from_the_other_things()
    {
        En(ReasonCodes.EssentialMet, "pool", "nut-allergy").ShouldBe("Has what you need: swimming pool; mentions nut allergy: ask the agency what it can do before you book");
        En(ReasonCodes.EssentialMissing, "pool", "nut-allergy").ShouldBe("Does not mention your must-have: swimming pool; ask before you book; the agency does not say what it can do about an allergy or intolerance (nut allergy): ask them before you book");
        En(ReasonCodes.Has, "vegetarian", "nut-allergy").ShouldBe("Caters for your diet: vegetarian; mentions nut allergy: ask the agency what it can do before you book");
        Vi(ReasonCodes.EssentialMet, "accessible").ShouldBe("Phù hợp xe lăn, đúng điều bạn cần");
        Vi(ReasonCodes.EssentialMissing, "accessible").ShouldBe("Chưa thấy ghi phù hợp xe lăn; hãy hỏi trước khi đặt");
        Vi(ReasonCodes.EssentialMissing).ShouldBe("Chưa thấy ghi điều bạn cần; hãy hỏi trước khi đặt");
        En(ReasonCodes.EssentialMissing).ShouldBe("Does not mention your must-have; ask before you book");
    }

    [Fact]
    public void a_group_s_price_is_told_as_one()
    {
        En(ReasonCodes.PriceOfGroup, "2850", "USD").ShouldBe("$2,850 for the whole group");
        En(ReasonCodes.PriceOfGroup, "2850", "USD", "134").ShouldBe("$2,850 for the whole group, for each of you 134% over your budget");
        Vi(ReasonCodes.PriceOfGroup, "2850", "USD", "134").ShouldBe("2.850 USD cho cả nhóm, tính mỗi người vượt ngân sách của bạn 134%");
    }

    [Fact]
    public void a_place_to_avoid_is_named_as_a_place()
    {
        En(ReasonCodes.Excluded, "trekking", "hoi-an").ShouldBe("Has what you wanted to avoid: trekking and Hoi An");
        Vi(ReasonCodes.Excluded, "hoi-an").ShouldBe("Có điều bạn muốn tránh: Hội An");
        En(ReasonCodes.Excluded).ShouldBe("Has what you wanted to avoid");
        En(ReasonCodes.ExcludedInPassing, "motorbike").ShouldBe("Its description mentions what you wanted to avoid: motorbike; ask the agency");
        Vi(ReasonCodes.MadeForOthers, "women").ShouldBe("Dành cho phụ nữ");
    }

    [Theory]
    [InlineData("en", "0", "Hoi An is right by Da Nang")]
    [InlineData("vi", "0", "Hội An ở ngay cạnh Đà Nẵng")]
    public void what_lies_next_to_a_place_is_not_at_0_km(string language, string km, string sentence) =>
        Writer.Sentence(new Reason(ReasonCodes.PlaceNear, ["hoi-an", "da-nang", km]), language).ShouldBe(sentence);

    /// <summary>Every concept of the lexicon, whatever the form of its label.</summary>
    [Fact]
    public void no_concept_is_left_without_words()
    {
        foreach (var concept in Repository.Lexicon.Concepts)
        {
            foreach (var code in new[] { ReasonCodes.Has, ReasonCodes.DoesNotSay })
            {
                En(code, concept.Id).Length.ShouldBeGreaterThan(5, concept.Id);
                Vi(code, concept.Id).ShouldNotBe(En(code, concept.Id), concept.Id);
            }
        }
    }

    [Fact]
    public void every_code_has_a_sentence_in_both_languages()
    {
        foreach (var code in typeof(ReasonCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!))
        {
            string[] arguments = code == ReasonCodes.Condition ? [nameof(Condition.CertifiedDiver)] : ["3", "2", "25", "USD"];
            var (en, vi) = (En(code, arguments), Vi(code, arguments));
            en.ShouldNotBeEmpty(code);
            vi.ShouldNotBeEmpty(code);
            vi.ShouldNotBe(en, code);
        }
    }

    [Theory]
    [InlineData("places")]
    [InlineData("durations")]
    [InlineData("budget")]
    [InlineData("dates")]
    [InlineData("exclusions")]
    [InlineData("essentials")]
    public void a_relaxation_names_the_wish_and_what_dropping_it_brings(string wish)
    {
        Writer.Sentence(new Relaxation(wish, 12), "en").ShouldContain("12 tours");
        Writer.Sentence(new Relaxation(wish, 12), "vi").ShouldContain("12 tour");
        Writer.Sentence(new Relaxation(wish, 12), "en").ShouldNotContain("this wish");
    }

    [Fact]
    public void what_only_comes_near_the_rest_is_not_said_to_fit_it()
    {
        var relaxation = new Relaxation(Relaxing.Budget, 3) { InPart = true };

        Writer.Sentence(relaxation, "en").ShouldBe("With any price, 3 tours come near everything else you asked for.");
        Writer.Sentence(relaxation, "vi").ShouldBe("Nếu không giới hạn giá thì có 3 tour gần đúng với những điều còn lại.");
    }

    [Theory]
    [InlineData("places+durations", "With any place and any length, 5 tours fit everything else you asked for.", "Nếu đi nơi khác và đổi số ngày thì có 5 tour hợp mọi điều còn lại.")]
    [InlineData("durations+diet:vegan", "With any length and without “vegan”, 5 tours fit everything else you asked for.", "Nếu đổi số ngày và bỏ yêu cầu “thuần chay” thì có 5 tour hợp mọi điều còn lại.")]
    public void several_wishes_are_given_up_in_one_sentence(string wish, string en, string vi)
    {
        Writer.Sentence(new Relaxation(wish, 5), "en").ShouldBe(en);
        Writer.Sentence(new Relaxation(wish, 5), "vi").ShouldBe(vi);
    }

    [Fact]
    public void a_limit_that_came_of_cheaper_is_not_called_a_budget()
    {
        var relaxation = new Relaxation(Relaxing.Budget, 3) { OfCheaper = true };

        Writer.Sentence(relaxation, "en").ShouldBe("Without “cheaper”, 3 tours fit everything else you asked for.");
        Writer.Sentence(relaxation, "vi").ShouldBe("Nếu bỏ yêu cầu “rẻ hơn” thì có 3 tour hợp mọi điều còn lại.");
    }
}
