using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Questions;
using TravelBuddy.Web.Questions.Verdicts;

namespace TravelBuddy.Tests.Questions;

/// <summary>A yes or a no is given where the tour's own sentences settle it, with the sentence that does; else neither.</summary>
public sealed class when_a_question_wants_a_yes_or_a_no(ITestOutputHelper output)
{
    private static readonly QuestionTopics Topics = QuestionTopics.Load(Repository.DataFile("question-topics.jsonl"));
    private static readonly TourVerdicts Verdicts = new(Repository.Lexicon, Repository.Gazetteer);

    private static readonly TourPackage Bay = new()
    {
        Id = "bay",
        SourceId = "bay",
        ProviderId = "bay",
        ContentHash = "bay",
        Title = "Hạ Long Bay Cruise 2D1N",
        Description = "A night on a junk of twelve cabins. English-speaking guide all the way. There is a small pool on the sundeck and a bar for sunset drinks.",
        DurationDays = 2,
        Transportation = ["limousine van", "junk"],
        Food = ["seafood dinner", "vegetarian on request"],
        Activities = ["kayaking", "cooking class", "squid fishing"],
        Accommodation = "Ask us about the prayer room. Cabins with private bathroom and air conditioning",
        Notes = "No wifi on board. Hotel pick-up in the Old Quarter at 8:00. Passport needed at check-in. Massage at extra cost. Not suitable for wheelchairs. Kayaking lessons are not included. Free cancellation up to 3 days before. Flights at your own expense.",
        Itinerary = ["Day 1: Bus to the pier, lunch on board, Surprise Cave, kayaking (L, D)", "Day 2: Tai chi, Titop island, brunch (B)"],
        Includes = ["cabin", "3 meals", "lunch on board", "entrance fees", "guide", "insurance"],
        Language = "en",
    };

    private static readonly TourPackage Lak = new()
    {
        Id = "lak",
        SourceId = "lak",
        ProviderId = "lak",
        ContentHash = "lak",
        Title = "Hồ Lắk 2 ngày 1 đêm: nhà dài và cồng chiêng",
        Description = "Ngủ nhà dài buôn Jun, nghe cồng chiêng. Hướng dẫn viên nói tiếng Anh.",
        DurationDays = 2,
        Transportation = ["xe 16 chỗ"],
        Food = ["gà nướng", "cà đắng"],
        Activities = ["chèo thuyền", "cồng chiêng"],
        Accommodation = "Nhà dài, nhà vệ sinh chung",
        Notes = "Đón tận nơi trong nội thành. Món chay phải báo trước 1 ngày. Không có wifi. Cần biết bơi khi chèo thuyền. Ăn tối tự túc. Không nhận thú cưng.",
        Itinerary = ["Ngày 1: Buôn Ma Thuột – hồ Lắk, ăn trưa, chèo thuyền (trưa)", "Ngày 2: Chợ phiên, về lại (sáng)"],
        Includes = ["xe", "bữa trưa", "vé tham quan", "bảo hiểm"],
        Language = "vi",
    };

    [Theory]
    [InlineData("Is lunch included?", Verdict.Yes, "lunch on board")]
    [InlineData("does number 2 include lunch?", Verdict.Yes, "lunch on board")]
    [InlineData("Lunch included?", Verdict.Yes, "lunch on board")]
    [InlineData("is there lunch on the boat?", Verdict.Yes, "lunch on board")]
    [InlineData("is dinner included?", Verdict.PriceUnsaid, "dinner")]
    [InlineData("do we get breakfast?", Verdict.Yes, "(B)")]
    [InlineData("are meals included?", Verdict.Yes, "3 meals")]
    [InlineData("Do they pick us up from our hotel?", Verdict.Yes, "Hotel pick-up")]
    [InlineData("is the pickup at hotel included?", Verdict.PriceUnsaid, "Hotel pick-up")]
    [InlineData("Does the guide speak English?", Verdict.Yes, "English-speaking guide")]
    [InlineData("english speaking guide?", Verdict.Yes, "English-speaking guide")]
    [InlineData("are entrance fees included", Verdict.Yes, "entrance fees")]
    [InlineData("do we have to pay for entrance tickets?", Verdict.No, "entrance fees")]
    [InlineData("Is there vegetarian food?", Verdict.OnRequest, "vegetarian on request")]
    [InlineData("vegetarian possible?", Verdict.OnRequest, "vegetarian on request")]
    [InlineData("is there wifi on the boat?", Verdict.No, "No wifi on board")]
    [InlineData("got wifi or not?", Verdict.No, "No wifi")]
    [InlineData("is there a pool?", Verdict.Yes, "small pool")]
    [InlineData("can we get a massage?", Verdict.ExtraCost, "Massage at extra cost")]
    [InlineData("Do I need my passport?", Verdict.Yes, "Passport needed")]
    [InlineData("are flights included?", Verdict.No, "own expense")]
    [InlineData("does the cabin have its own bathroom?", Verdict.Yes, "private bathroom")]
    [InlineData("do we share the bathroom?", Verdict.No, "private bathroom")]
    [InlineData("are there vegetarian options?", Verdict.OnRequest, "vegetarian on request")]
    [InlineData("Can I cancel for free?", Verdict.Partly, "Free cancellation")]
    [InlineData("is it wheelchair accessible?", Verdict.No, "Not suitable for wheelchairs")]
    [InlineData("can we go kayaking?", Verdict.Yes, "kayaking")]
    [InlineData("Is insurance included?", Verdict.Yes, "insurance")]
    [InlineData("có ăn trưa không?", Verdict.Yes, "lunch")]
    [InlineData("tour có wifi không ạ", Verdict.No, "No wifi")]
    [InlineData("có hướng dẫn viên tiếng Anh không?", Verdict.Yes, "English-speaking guide")]
    [InlineData("co don tan khach san ko", Verdict.Yes, "Hotel pick-up")]
    [InlineData("vé tham quan đã bao gồm chưa ạ", Verdict.Yes, "entrance fees")]
    [InlineData("phòng có máy lạnh không?", Verdict.Yes, "air conditioning")]
    [InlineData("có hồ bơi không vậy shop", Verdict.Yes, "pool")]
    [InlineData("có đồ chay không?", Verdict.OnRequest, "vegetarian on request")]
    public void what_the_text_of_an_English_tour_settles_is_said_first(string question, Verdict verdict, string says) => Settles(Bay, question, verdict, says);

    [Theory]
    [InlineData("có ăn trưa không?", Verdict.Yes, "bữa trưa")]
    [InlineData("co an trua ko", Verdict.Yes, "bữa trưa")]
    [InlineData("bao gồm ăn trưa chưa ạ", Verdict.Yes, "bữa trưa")]
    [InlineData("có bao ăn tối không?", Verdict.No, "Ăn tối tự túc")]
    [InlineData("có ăn sáng không?", Verdict.Yes, "sáng")]
    [InlineData("có bao ăn trưa không shop", Verdict.Yes, "bữa trưa")]
    [InlineData("có xe đón tận nhà không?", Verdict.Yes, "Đón tận nơi")]
    [InlineData("có đồ chay không ạ", Verdict.OnRequest, "Món chay")]
    [InlineData("có wifi ko?", Verdict.No, "Không có wifi")]
    [InlineData("có cần biết bơi không?", Verdict.Partly, "Cần biết bơi")]
    [InlineData("vé tham quan có gồm trong giá không?", Verdict.Yes, "vé tham quan")]
    [InlineData("có phải mua vé tham quan không?", Verdict.No, "vé tham quan")]
    [InlineData("có mang chó theo được không?", Verdict.No, "Không nhận thú cưng")]
    [InlineData("có bảo hiểm không?", Verdict.Yes, "bảo hiểm")]
    [InlineData("hướng dẫn viên có nói tiếng Anh không?", Verdict.Yes, "nói tiếng Anh")]
    [InlineData("phòng có nhà vệ sinh riêng không?", Verdict.No, "nhà vệ sinh chung")]
    [InlineData("Is lunch included?", Verdict.Yes, "bữa trưa")]
    [InlineData("Does the guide speak English?", Verdict.Yes, "tiếng Anh")]
    [InlineData("Can we bring our dog?", Verdict.No, "thú cưng")]
    public void what_the_text_of_a_Vietnamese_tour_settles_is_said_first(string question, Verdict verdict, string says) => Settles(Lak, question, verdict, says);

    [Theory]
    [InlineData("is there a sauna?")]
    [InlineData("is there a prayer room?")]
    [InlineData("do they allow drones?")]
    [InlineData("Does the guide speak French?")]
    [InlineData("is it halal?")]
    [InlineData("is insurance needed?")]
    [InlineData("có thang máy không?")]
    [InlineData("có phiên dịch tiếng Nhật không?")]
    public void what_the_text_does_not_name_is_neither_yes_nor_no(string question) => Verdicts.Find(Asked(question), Bay).ShouldBeNull();

    [Theory]
    [InlineData("What is included?")]
    [InlineData("what time is lunch?")]
    [InlineData("where is the pick-up?")]
    [InlineData("is the bathroom shared or private?")]
    [InlineData("isn't lunch included?")]
    [InlineData("how many meals are there?")]
    [InlineData("ăn trưa ở đâu?")]
    [InlineData("đón ở đâu ạ")]
    [InlineData("gồm những gì?")]
    [InlineData("mấy giờ ăn trưa?")]
    public void what_wants_more_than_a_yes_gets_none(string question) => Verdicts.Find(Asked(question), Bay).ShouldBeNull();

    [Theory]
    [InlineData(Verdict.Yes, "en", "Yes.")]
    [InlineData(Verdict.No, "en", "No.")]
    [InlineData(Verdict.OnRequest, "en", "Partly: on request.")]
    [InlineData(Verdict.Yes, "vi", "Dạ có ạ.")]
    [InlineData(Verdict.No, "vi", "Dạ không ạ.")]
    [InlineData(Verdict.OnRequest, "vi", "Dạ có một phần ạ: phải báo trước.")]
    public void it_is_said_in_plain_words(Verdict verdict, string language, string words) => verdict.Sentence(language).ShouldBe(words);

    [Theory]
    [InlineData("dev")]
    [InlineData("chat-dev")]
    public void a_verdict_stands_on_a_sentence_that_answers_as_labelled(string half)
    {
        var (wrong, given, asked) = (new List<string>(), 0, 0);
        foreach (var labelled in LabelledQuestion.All.Where(labelled => labelled.Half == half))
        {
            var question = Asked(labelled.Question);
            var answer = Verdicts.Find(question, labelled.Tour);
            (given, asked) = (given + (answer is null ? 0 : 1), asked + (question.How is null ? 0 : 1));
            output.WriteLine($"{labelled.Id} {labelled.Question} | {question.How} | {answer?.Verdict} | {string.Join(" / ", answer?.Quoted.Select(passage => passage.Text) ?? [])} | labelled {string.Join('/', labelled.Says)} | topics {string.Join(',', question.Topics.Select(topic => topic.Id))} things {string.Join(',', question.Concepts.Select(concept => concept.Id))} words {string.Join(',', question.Words)}");
            if (answer is not null && !answer.Quoted.Any(passage => labelled.IsAnsweredBy(passage.Text)))
            {
                wrong.Add($"{labelled.Id} {labelled.Question}: {answer.Verdict} by {answer.Quoted[0].Text}");
            }
        }

        output.WriteLine($"{given} verdicts of {asked} that want one");
        wrong.ShouldBeEmpty();
    }

    /// <summary>What people settled by reading the whole text of the tour; null where its text does not settle it.</summary>
    [Theory]
    [InlineData("q01", Verdict.Yes)]
    [InlineData("q03", Verdict.Yes)]
    [InlineData("q07", null)]
    [InlineData("q09", Verdict.Yes)]
    [InlineData("q13", null)]
    [InlineData("q14", Verdict.OnRequest)]
    [InlineData("q20", null)]
    [InlineData("q21", Verdict.No)]
    [InlineData("q26", null)]
    [InlineData("q27", Verdict.Yes)]
    [InlineData("q31", Verdict.Yes)]
    [InlineData("q33", null)]
    [InlineData("q38", null)]
    [InlineData("q39", Verdict.Yes)]
    [InlineData("q44", null)]
    [InlineData("q50", null)]
    [InlineData("q56", null)]
    [InlineData("q62", null)]
    [InlineData("q68", null)]
    [InlineData("r22", null)]
    [InlineData("r26", Verdict.No)]
    [InlineData("r28", null)]
    [InlineData("r42", Verdict.Yes)]
    [InlineData("r56", null)]
    [InlineData("r58", null)]
    [InlineData("r60", null)]
    [InlineData("r64", Verdict.Yes)]
    public void questions_of_the_first_half_get_what_people_read(string id, Verdict? verdict)
    {
        var labelled = LabelledQuestion.All.Single(labelled => labelled.Id == id && labelled.Half is "dev" or "chat-dev");

        (Verdicts.Find(Asked(labelled.Question), labelled.Tour)?.Verdict).ShouldBe(verdict, labelled.Question);
    }

    private static void Settles(TourPackage tour, string question, Verdict verdict, string says)
    {
        var asked = Asked(question);
        var answer = Verdicts.Find(asked, tour).ShouldNotBeNull($"{asked.How} topics {string.Join(',', asked.Topics.Select(topic => topic.Id))} things {string.Join(',', asked.Concepts.Select(concept => concept.Id))} words {string.Join(',', asked.Words)}");

        answer.Verdict.ShouldBe(verdict, string.Join(" / ", answer.Quoted.Select(passage => passage.Text)));
        answer.Quoted[0].Text.ShouldContain(says);
    }

    private static Question Asked(string question) => Question.Of(question, Topics, Repository.Lexicon);
}
