using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;
using static TravelBuddy.Tests.Recommendations.Judgements;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_sharing_a_room_is_refused
{
    private static readonly Wishes NoDorm = For("sa-pa") with { Exclusions = new ConceptWishes(["dorm"], []) };
    private static PackageFacts Sleeping(string where) => Samples.Facts(Similarity.Package("Sa Pa", "sa-pa") with { Accommodation = where });

    private static IReadOnlyList<Reason> Reasons(PackageFacts facts) => Judgements.Reasons(NoDorm, facts);

    [Theory]
    [InlineData("hostel dorm")]
    [InlineData("Family homestay, mattress and thick blankets in the loft")]
    [InlineData("Stilt-house homestays, mattress with net, shared bathroom")]
    [InlineData("8-bed room with curtains")]
    [InlineData("bunk beds")]
    [InlineData("Nhà sàn tập thể riêng cho đoàn nữ")]
    [InlineData("Homestay nhà sàn ở Việt Hải, chung 6-8 người")]
    [InlineData("Homestay người Giáy, gác gỗ nằm nệm, nước nóng")]
    [InlineData("nhà sàn, ngủ chung")]
    public void whatever_it_is_called_one_room_for_many_is_a_dorm(string accommodation)
    {
        StandingOf(NoDorm, Sleeping(accommodation)).ShouldBe(Standing.Unwanted);
        Reasons(Sleeping(accommodation)).ShouldContain(reason => reason.Code == ReasonCodes.Excluded);
    }

    [Theory]
    [InlineData("hostel, private rooms")]
    [InlineData("Stilt house over the lake, private rooms with shared bathroom")]
    [InlineData("tent camp with mattress and dry toilet")]
    [InlineData("Khách sạn 3 sao")]
    public void what_is_broader_than_a_dorm_is_none(string accommodation)
    {
        StandingOf(NoDorm, Sleeping(accommodation)).ShouldBe(Standing.Answer);
        Reasons(Sleeping(accommodation)).ShouldNotContain(reason => reason.Code == ReasonCodes.LodgingUnsaid);
    }

    [Theory]
    [InlineData("village homestay")]
    [InlineData("Nhà sàn người Dao ven hồ")]
    public void nothing_is_promised_of_a_house_that_may_have_rooms_or_one_floor_for_all(string accommodation)
    {
        var reasons = Reasons(Sleeping(accommodation));

        Writer.Sentence(reasons.Single(reason => reason.Code == ReasonCodes.LodgingUnsaid), "en").ShouldBe("Does not say whether you share where you sleep (dorm); ask before you book");
        Writer.Sentence(reasons.Single(reason => reason.Code == ReasonCodes.LodgingUnsaid), "vi").ShouldBe("Không ghi rõ có phải ngủ chung không (phòng tập thể); hãy hỏi trước khi đặt");
        reasons.ShouldNotContain(reason => reason.Code == ReasonCodes.ExcludedAbsent);
    }

    [Fact]
    public void a_dorm_beside_rooms_that_cost_more_is_no_reason_to_be_turned_away_and_they_are_told()
    {
        var either = Sleeping("Homestays: dorm mattresses, private room +20 USD a night");

        StandingOf(NoDorm, either).ShouldBe(Standing.Answer);
        Reasons(either).Single(reason => reason.Code == ReasonCodes.InPart).Arguments.Take(2).ShouldBe(["Surcharge", "private-room"]);
    }
}
