using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Questions;
using TravelBuddy.Web.Questions.Ages;
using TravelBuddy.Web.Questions.Verdicts;

namespace TravelBuddy.Tests.Questions;

/// <summary>A yes or a no only where the sentence proves it: who needs a lift, an insurance or halal food books on it.</summary>
public sealed class when_a_verdict_must_be_proved
{
    private static readonly QuestionTopics Topics = QuestionTopics.Load(Repository.DataFile("question-topics.jsonl"));
    private static readonly TourVerdicts Verdicts = new(Repository.Lexicon, Repository.Gazetteer);

    [Theory]
    [InlineData("do I need a licence?", "You don't need a licence to ride pillion.", null)]
    [InlineData("is there a pool?", "We do not have a pool.", Verdict.No)]
    [InlineData("is there a pool?", "Sadly nobody has a pool there.", null)]
    [InlineData("is there a lift?", "The hotel has a lift except in the old wing.", null)]
    [InlineData("is there a lift?", "The hotel has no lift.", Verdict.No)]
    [InlineData("is there a lift?", "There is no lift, but staff carry bags.", null)]
    [InlineData("is there a lift?", "There is a lift.", Verdict.Yes)]
    [InlineData("is there wifi?", "No wifi in the cave.", null)]
    [InlineData("is there wifi?", "Wifi is available.", Verdict.Yes)]
    [InlineData("is there wifi?", "Wifi is not available.", Verdict.No)]
    [InlineData("is there wifi?", "Wifi is never available.", null)]
    [InlineData("can I fly my drone?", "Drones are forbidden in the bay.", null)]
    [InlineData("are drones allowed?", "Drones are forbidden.", Verdict.No)]
    [InlineData("are drones allowed?", "Drones are allowed.", Verdict.Yes)]
    [InlineData("is lunch included?", "Not included: lunch, drinks, insurance.", Verdict.No)]
    [InlineData("is insurance included?", "Not included: lunch, drinks, insurance.", Verdict.No)]
    [InlineData("is insurance included?", "Excludes: lunch, drinks and insurance.", Verdict.No)]
    [InlineData("is insurance included?", "Not included:\nlunch\ndrinks\ninsurance of all guests included in nothing", null)]
    [InlineData("is there insurance?", "Not included: lunch, drinks, insurance.", null)]
    [InlineData("can we bring our dog?", "Dogs are prohibited.", null)]
    [InlineData("is it wheelchair accessible?", "Not suitable for wheelchair users.", Verdict.No)]
    [InlineData("is it wheelchair accessible?", "Bring your own wheelchair.", null)]
    [InlineData("is it wheelchair accessible?", "The boat is wheelchair accessible.", Verdict.Yes)]
    public void a_denial_anywhere_leaves_no_yes(string question, string notes, Verdict? verdict) => Of(question, notes, "en").ShouldBe(verdict);

    [Theory]
    [InlineData("có thang máy không?", "Khách sạn không trang bị thang máy.", Verdict.No)]
    [InlineData("co thang may khong", "Khach san khong trang bi thang may.", Verdict.No)]
    [InlineData("có thang máy không?", "Khách sạn có thang máy.", Verdict.Yes)]
    [InlineData("có thang máy không?", "Khách sạn có thang máy trừ tòa nhà cũ.", null)]
    [InlineData("có được bay flycam không?", "Cấm flycam.", Verdict.No)]
    [InlineData("có flycam không?", "Cam flycam trong vinh.", null)]
    [InlineData("có bao gồm ăn trưa không?", "Không gồm: ăn trưa, bảo hiểm.", Verdict.No)]
    [InlineData("có bao gồm bảo hiểm không?", "Không bao gồm: ăn trưa, bảo hiểm.", Verdict.No)]
    [InlineData("bao gom bao hiem khong", "Khong bao gom: an trua, bao hiem.", Verdict.No)]
    [InlineData("có bảo hiểm không?", "Không bao gồm: ăn trưa, bảo hiểm.", null)]
    [InlineData("có bảo hiểm không?", "Có mũ bảo hiểm cho khách.", null)]
    [InlineData("có wifi không?", "Chưa có wifi.", Verdict.No)]
    [InlineData("có wifi không?", "Khách sạn chẳng bao giờ có wifi.", null)]
    [InlineData("có hồ bơi không?", "Ngoại trừ nhà sàn, các nơi có hồ bơi.", null)]
    public void so_does_one_in_Vietnamese(string question, string notes, Verdict? verdict) => Of(question, notes, "vi").ShouldBe(verdict);

    [Theory]
    [InlineData("Do I need a licence?", "No licence needed.", "en", Verdict.No)]
    [InlineData("Do I need a licence?", "Riders need a valid licence.", "en", Verdict.Yes)]
    [InlineData("Do I need to bring a life jacket?", "Life jackets are not included.", "en", null)]
    [InlineData("Do I need a deposit?", "A deposit is required.", "en", Verdict.Yes)]
    [InlineData("Do I need a deposit?", "No deposit required.", "en", Verdict.No)]
    [InlineData("Do I need my passport?", "A passport is not needed.", "en", Verdict.No)]
    [InlineData("Do I need my passport?", "You should bring a passport.", "en", null)]
    [InlineData("có cần mang áo phao không?", "Không có áo phao.", "vi", null)]
    [InlineData("có phải đặt cọc không?", "Không cần đặt cọc.", "vi", Verdict.No)]
    [InlineData("co phai dat coc khong", "Khong can dat coc.", "vi", Verdict.No)]
    [InlineData("có cần mang hộ chiếu không?", "Cần hộ chiếu khi nhận phòng.", "vi", Verdict.Partly)]
    [InlineData("có cần mang hộ chiếu không?", "Cần mang hộ chiếu.", "vi", Verdict.Yes)]
    [InlineData("có cần mang hộ chiếu không?", "Cần mang căn cước.", "vi", null)]
    public void a_need_is_denied_only_by_what_says_so(string question, string notes, string language, Verdict? verdict) => Of(question, notes, language).ShouldBe(verdict);

    [Theory]
    [InlineData("is insurance included?", "Travel insurance is recommended.", "en")]
    [InlineData("do you have travel insurance?", "Travel insurance is recommended.", "en")]
    [InlineData("is there a doctor?", "People with heart disease should see a doctor first.", "en")]
    [InlineData("is there a doctor?", "Please consult your doctor.", "en")]
    [InlineData("is there wifi?", "If there is wifi, it is slow.", "en")]
    [InlineData("is there wifi?", "Please ask whether the hotel has wifi.", "en")]
    [InlineData("có bác sĩ đi cùng không?", "Có bác sĩ đi cùng nếu trên 25 khách.", "vi")]
    [InlineData("có bác sĩ không?", "Người bệnh tim nên hỏi bác sĩ.", "vi")]
    [InlineData("co bac si khong", "Nguoi benh tim nen hoi bac si.", "vi")]
    [InlineData("có bảo hiểm không?", "Bảo hiểm tự túc.", "vi")]
    [InlineData("có bảo hiểm không?", "Khách nên mua bảo hiểm.", "vi")]
    [InlineData("is there a pool?", "Afternoons at a waterfall pool.", "en")]
    public void what_is_advised_or_named_by_the_way_is_not_there(string question, string notes, string language) => (Of(question, notes, language) is Verdict.Yes or Verdict.No).ShouldBeFalse();

    [Theory]
    [InlineData("Do I need to be able to swim?", "You must be able to swim.", "en", Verdict.Yes)]
    [InlineData("Do I need to be able to swim?", "Swimmers only.", "en", Verdict.Yes)]
    [InlineData("Do I need to be able to swim?", "Non-swimmers welcome.", "en", Verdict.No)]
    [InlineData("Do I need to be able to swim?", "The hotel has a swimming pool.", "en", null)]
    [InlineData("Do I need to be able to swim?", "Swimming stop at a beach.", "en", null)]
    [InlineData("có cần biết bơi không?", "Cần biết bơi.", "vi", Verdict.Yes)]
    [InlineData("co can biet boi khong", "Can biet boi.", "vi", Verdict.Yes)]
    [InlineData("có cần biết bơi không?", "Không cần biết bơi.", "vi", Verdict.No)]
    [InlineData("có cần biết bơi không?", "Tắm biển ở đảo.", "vi", null)]
    [InlineData("có cần biết bơi không?", "Có hồ bơi.", "vi", null)]
    public void swimming_is_needed_only_where_it_says_so(string question, string notes, string language, Verdict? verdict) => Of(question, notes, language).ShouldBe(verdict);

    [Theory]
    [InlineData("Babies were born on these boats.", "en", null)]
    [InlineData("You meet the children of the village.", "en", null)]
    [InlineData("Not recommended for families with toddlers.", "en", null)]
    [InlineData("Kids are welcome.", "en", Verdict.Yes)]
    [InlineData("Kids are welcome if they can swim.", "en", null)]
    [InlineData("Suits families.", "en", Verdict.Yes)]
    [InlineData("Phù hợp gia đình.", "vi", Verdict.Yes)]
    [InlineData("Nhận trẻ em.", "vi", Verdict.Yes)]
    [InlineData("Gặp trẻ em trong bản.", "vi", null)]
    [InlineData("Nhan tre em.", "vi", Verdict.Yes)]
    public void children_are_welcome_only_where_it_says_so(string notes, string language, Verdict? verdict) => (AgeVerdict.OfChildren(Tour(notes, language))?.Verdict).ShouldBe(verdict);

    [Theory]
    [InlineData("Is it dangerous for a 7 year old?", true)]
    [InlineData("too hard for my 5 year old?", true)]
    [InlineData("có nguy hiểm cho bé 7 tuổi không", true)]
    [InlineData("co kho cho be 7 tuoi khong", true)]
    [InlineData("can a 7 year old come?", false)]
    [InlineData("bé 7 tuổi đi được không", false)]
    public void danger_and_hardness_are_no_matter_of_age(string question, bool hard) => AskedAges.AsksHowHard(question).ShouldBe(hard);

    [Theory]
    [InlineData("chúng em có phòng tắm riêng không?", "Phòng có phòng tắm riêng.", Verdict.Yes)]
    [InlineData("tụi mình có nhà vệ sinh riêng không?", "Phòng có nhà vệ sinh riêng.", Verdict.Yes)]
    [InlineData("có phải dùng phòng tắm chung không?", "Phòng có phòng tắm riêng.", null)]
    [InlineData("phòng tắm chung phải không?", "Phòng tắm chung.", Verdict.Yes)]
    public void we_are_nothing_shared(string question, string notes, Verdict? verdict) => Of(question, notes, "vi").ShouldBe(verdict);

    [Theory]
    [InlineData("do they speak French?", "French-speaking guide.", "en", Verdict.Yes)]
    [InlineData("does the guide speak French?", "The guide speaks English and French.", "en", Verdict.Yes)]
    [InlineData("does the guide speak English and French?", "The guide speaks English and French.", "en", Verdict.Yes)]
    [InlineData("does the guide speak English and French?", "English-speaking guide.", "en", Verdict.Partly)]
    [InlineData("does the guide speak English?", "English-speaking cook.", "en", null)]
    [InlineData("anh ơi hướng dẫn viên nói tiếng Pháp không?", "Hướng dẫn viên tiếng Anh.", "vi", null)]
    [InlineData("anh Trung ơi có hướng dẫn viên tiếng Nhật không?", "Hướng dẫn viên tiếng Trung.", "vi", null)]
    [InlineData("có hướng dẫn viên tiếng Anh không?", "Hướng dẫn viên nói tiếng Anh.", "vi", Verdict.Yes)]
    [InlineData("co huong dan vien tieng Anh khong", "Huong dan vien noi tieng Anh.", "vi", Verdict.Yes)]
    public void a_language_is_the_guides_by_what_is_said_of_it(string question, string notes, string language, Verdict? verdict) => Of(question, notes, language).ShouldBe(verdict);

    [Theory]
    [InlineData("is there a private pool?", "The hotel has a pool.", "en", null)]
    [InlineData("is there a private pool?", "The hotel has a private pool.", "en", Verdict.Yes)]
    [InlineData("is there a heated pool?", "The hotel has a pool.", "en", null)]
    [InlineData("is there a roll-in shower?", "Rooms with shower.", "en", null)]
    [InlineData("is there a hot shower?", "Rooms with shower.", "en", null)]
    [InlineData("is there a hot shower?", "Rooms with hot shower.", "en", Verdict.Yes)]
    [InlineData("is there a doctor?", "First aid is provided.", "en", null)]
    [InlineData("is there a doctor?", "There is a doctor on board.", "en", Verdict.Yes)]
    [InlineData("is there a prayer room?", "Prayer breaks are planned and the room has a qibla mark.", "en", null)]
    [InlineData("are meals included?", "Breakfast is included.", "en", Verdict.SomeMeals)]
    [InlineData("are meals included?", "All meals are included.", "en", Verdict.Yes)]
    [InlineData("are drinks included?", "A welcome drink is included.", "en", Verdict.Partly)]
    [InlineData("có hồ bơi riêng không?", "Khách sạn có hồ bơi.", "vi", null)]
    [InlineData("co ho boi rieng khong", "Khach san co ho boi.", "vi", null)]
    [InlineData("có tắm nước nóng không?", "Phòng có vòi sen.", "vi", null)]
    [InlineData("có bác sĩ không?", "Đoàn có y tá.", "vi", null)]
    public void the_broader_or_the_next_thing_proves_nothing(string question, string notes, string language, Verdict? verdict) => Of(question, notes, language).ShouldBe(verdict);

    [Theory]
    [InlineData("is the hotel pick-up at 7:00?", "Hotel pick-up at 8:00.", "en", null)]
    [InlineData("is the hotel pick-up at 8:00?", "Hotel pick-up at 8:00.", "en", Verdict.Yes)]
    [InlineData("for number 2, is there hotel pick-up?", "Hotel pick-up at 8:00.", "en", Verdict.Yes)]
    [InlineData("do they pick us up from Cam Ranh?", "Đón tại Nha Trang.", "vi", null)]
    [InlineData("có đón tại Cam Ranh không?", "Đón tại Nha Trang.", "vi", null)]
    [InlineData("có đón tại Nha Trang không?", "Đón tại Nha Trang.", "vi", Verdict.Yes)]
    [InlineData("co don luc 7h khong", "Don tai khach san luc 8h.", "vi", null)]
    public void numbers_and_places_stand_in_the_sentence(string question, string notes, string language, Verdict? verdict) => Of(question, notes, language).ShouldBe(verdict);

    [Fact]
    public void a_day_that_is_asked_for_is_the_day_of_the_sentence()
    {
        var tour = Tour("Good to know.", "en") with { Itinerary = ["Day 1: 3 hours of walking, lunch", "Day 3: market"] };

        Verdicts.Find(Question.Of("is there lunch on day 3?", Topics, Repository.Lexicon), tour).ShouldBeNull();
        Verdicts.Find(Question.Of("is there lunch on day 1?", Topics, Repository.Lexicon), tour).ShouldNotBeNull().Verdict.ShouldBe(Verdict.Yes);
    }

    [Theory]
    [InlineData("is wifi included?", "Free time at a cafe with wifi.", "en", Verdict.PriceUnsaid)]
    [InlineData("is wifi free?", "Free wifi.", "en", Verdict.Yes)]
    [InlineData("is breakfast included?", "Gluten free breakfast.", "en", null)]
    [InlineData("có bao gồm bảo hiểm không?", "Từ Trà Vinh có bảo hiểm.", "vi", Verdict.PriceUnsaid)]
    [InlineData("có bao gồm bảo hiểm không?", "Thăm bảo tàng, có bảo hiểm.", "vi", Verdict.PriceUnsaid)]
    [InlineData("có bao gồm bảo hiểm không?", "Tặng bảo hiểm.", "vi", Verdict.Yes)]
    [InlineData("co bao gom bao hiem khong", "Tham bao tang bao hiem.", "vi", null)]
    [InlineData("có bao gồm ăn trưa không?", "Làng gốm Bát Tràng, ăn trưa.", "vi", null)]
    public void a_word_without_its_accents_is_not_another(string question, string notes, string language, Verdict? verdict) => Of(question, notes, language).ShouldBe(verdict);

    [Theory]
    [InlineData("do they pick us up from our hotel?", "The hotel is by the lake.", "en", null)]
    [InlineData("is there a discount for children?", "Children, be at the meeting point by 10 am.", "en", null)]
    [InlineData("is there a discount for children?", "Children from 10 are welcome.", "en", null)]
    [InlineData("có khởi hành hàng ngày không?", "Ăn sáng hàng ngày.", "vi", null)]
    [InlineData("co khoi hanh hang tuan khong", "Khoi hanh hang ngay.", "vi", null)]
    [InlineData("có khởi hành hàng ngày không?", "Khởi hành hàng ngày.", "vi", Verdict.Yes)]
    [InlineData("có đồ chay không?", "Trưa có cơm cháy.", "vi", null)]
    [InlineData("are flights included?", "The price includes one-way flight.", "en", null)]
    [InlineData("do we go kayaking?", "With a dugout canoe.", "en", null)]
    [InlineData("nhà vệ sinh có chung không?", "Phòng có nhà vệ sinh riêng.", "vi", null)]
    [InlineData("có bữa tối hải sản không?", "Có bữa tối.", "vi", null)]
    [InlineData("is there a child discount?", "A class for the kids, free afternoon.", "en", null)]
    [InlineData("có giảm giá cho trẻ em không?", "Nhà có trẻ 3-10 tuổi: cho dê ăn.", "vi", null)]
    [InlineData("có giảm giá cho trẻ em không?", "Trẻ 5-10 tuổi 50 %.", "vi", Verdict.Yes)]
    [InlineData("bao gồm vé máy bay chưa ạ", "Giá bao gồm vé máy bay lượt về.", "vi", null)]
    [InlineData("is there a lift?", "Van with lift.", "en", null)]
    [InlineData("do they pick us up at the airport?", "Transfer to the airport.", "en", null)]
    public void a_word_of_it_in_another_sense_proves_nothing(string question, string notes, string language, Verdict? verdict) => Of(question, notes, language).ShouldBe(verdict);

    [Theory]
    [InlineData("is dinner included?", "Dinner at own expense.", "en")]
    [InlineData("is dinner included?", "Dinner costs extra.", "en")]
    [InlineData("is dinner included?", "Dinner at extra cost.", "en")]
    [InlineData("is dinner included?", "Dinner is not covered.", "en")]
    [InlineData("có bao gồm ăn tối không?", "Ăn tối tự túc.", "vi")]
    [InlineData("co bao gom an toi khong", "An toi tu tuc.", "vi")]
    public void what_costs_extra_is_not_included_even_where_the_programme_has_it(string question, string notes, string language) =>
        Verdicts.Find(Question.Of(question, Topics, Repository.Lexicon), Tour(notes, language) with { Itinerary = ["Day 1: village walk (L, D)"] }).ShouldNotBeNull().Verdict.ShouldBe(Verdict.No);

    [Fact]
    public void of_a_long_sentence_without_commas_the_words_around_stay()
    {
        var sentence = "The little guest houses along the river that we have slept in for many years are simple and clean and have no wifi at all so that everybody talks with the hosts and one another until late in the evening";
        var at = sentence.IndexOf("wifi", StringComparison.Ordinal);

        ShortSentence.Around(sentence, at, at + 4).ShouldContain("have no wifi at all");
    }

    private static Verdict? Of(string question, string notes, string language) => Verdicts.Find(Question.Of(question, Topics, Repository.Lexicon), Tour(notes, language))?.Verdict;

    private static TourPackage Tour(string notes, string language) => new() { Id = "t", SourceId = "t", ProviderId = "p", Title = "Lan", ContentHash = "t", Notes = notes, Language = language };
}
