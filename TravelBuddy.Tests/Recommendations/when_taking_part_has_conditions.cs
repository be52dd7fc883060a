using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;
using static TravelBuddy.Tests.Recommendations.Judgements;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_taking_part_has_conditions
{
    private static PackageFacts Saying(string title, string? notes = null, string? description = null) =>
        Samples.Facts(Similarity.Package(title, "hue") with { Id = title, DurationDays = 3, Notes = notes, Description = description });

    [Theory]
    [InlineData("Five boat dives", "Open Water or better. Own gear -10 %.", Condition.CertifiedDiver)]
    [InlineData("Five boat dives for certified divers", null, Condition.CertifiedDiver)]
    [InlineData("Lặn biển ba ngày", "Chỉ nhận khách có bằng lặn.", Condition.CertifiedDiver)]
    [InlineData("Self-ride backroads", "Your home licence is required; no licence, no bike.", Condition.MotorbikeLicence)]
    [InlineData("Phượt 3N2Đ bằng xe máy", "Bằng lái A1 trở lên; đường mưa trơn.", Condition.MotorbikeLicence)]
    [InlineData("Pillion with an easy rider or your own Honda", "Licence required to drive yourself.", Condition.LicenceToRideYourself)]
    [InlineData("Phượt bằng xe máy có xế", "Tự chạy cũng được nếu có bằng A1 trở lên.", Condition.LicenceToRideYourself)]
    [InlineData("Lanterns Photography Workshop", null, Condition.Photographer)]
    [InlineData("Floating Season Photography: Trà Sư", null, Condition.Photographer)]
    [InlineData("Tour săn ảnh mùa lúa chín", null, Condition.Photographer)]
    [InlineData("Two Dives for Beginners or Certified Divers", "From 10 years; medical form needed.", Condition.HealthForm)]
    [InlineData("Khóa lặn ba ngày", "Từ 12 tuổi, cần giấy khám sức khỏe; không bay trong 18 tiếng.", Condition.HealthForm)]
    [InlineData("River cave in Phong Nha", "You must be able to swim; moderate fitness.", Condition.Swimmer)]
    [InlineData("Chèo kayak ba ngày", "Cần biết bơi; tối đa 8 khách.", Condition.Swimmer)]
    [InlineData("Cheo kayak ba ngay", "Phai biet boi.", Condition.Swimmer)]
    [InlineData("Kite course", "You must swim.", Condition.Swimmer)]
    [InlineData("Caves of Phong Nha", "Minimum age 8; swimmers only for the Dark Cave.", Condition.SwimmerInPart)]
    [InlineData("Đà Nẵng ba ngày", "Không gồm khách sạn, khách tự túc chỗ ở.", Condition.OwnLodging)]
    [InlineData("Three days of tastes", "Hotels are not included.", Condition.OwnLodging)]
    [InlineData("Đảo Bình Ba 2N2Đ", "Khu quân sự nên tour này chỉ nhận khách Việt.", Condition.VietnameseGuest)]
    public void they_are_read_from_the_texts(string title, string? notes, Condition condition) => Saying(title, notes).Conditions.ShouldBe([condition]);

    [Theory]
    [InlineData("Two Dives for Beginners or Certified Divers", "From 10 years.")]
    [InlineData("Back of the bike", "You only sit and look; no licence needed.")]
    [InlineData("Cave for two days", "Operated with the licence holder.")]
    [InlineData("Old Quarter on foot", "You walk with a licensed guide.")]
    [InlineData("Bay cruise", "You sail with a captain licensed by the port.")]
    [InlineData("Private car to Hue", "All our drivers come with licences and insurance.")]
    [InlineData("Nửa ngày bằng xe máy ngắm voọc", null)]
    [InlineData("Bay cruise", "You do not need to be able to swim; vests are given.")]
    [InlineData("Chèo kayak", "Không cần biết bơi, có áo phao.")]
    [InlineData("Hang động", "Trẻ em từ 6 tuổi chơi được Hang Tối nếu biết bơi.")]
    [InlineData("Beach day", "For swimmers and non-swimmers alike.")]
    [InlineData("Two dives", "No medical form needed.")]
    [InlineData("Islands", "Entrance tickets not included, hotel pickup included.")]
    [InlineData("Đảo", "Chưa gồm khách sạn trước tour, vé vào cửa.")]
    [InlineData("Trăng mật, chụp ảnh đồi mộng mơ", "A photographer meets you at dawn.")]
    public void nothing_is_asked_where_a_text_only_speaks_of_such_things(string title, string? notes) => Saying(title, notes).Conditions.ShouldBeEmpty();

    [Theory]
    [InlineData("Five boat dives", "Open Water or better.", "diving")]
    [InlineData("Self-ride backroads", "A licence is required.", "self-drive")]
    [InlineData("Photography workshop in Hue", null, "street-photography")]
    public void a_tour_that_asks_for_something_comes_a_little_later_unless_the_wish_is_about_that(string title, string? notes, string wish)
    {
        var (asking, plain) = (Saying(title, notes), Samples.Facts(Similarity.Package("Huế", "hue") with { Id = "Huế", DurationDays = 2 }));
        var wishing = For("hue") with { Activities = new ConceptWishes([wish], []) };

        Ordered(Samples.Judged(For("hue"), asking, .55), Samples.Judged(For("hue"), plain, .5)).ShouldBe(["Huế", title]);
        Ordered(Samples.Judged(For("hue"), asking, .65), Samples.Judged(For("hue"), plain, .5)).ShouldBe([title, "Huế"]);
        Ordered(Samples.Judged(wishing, asking, .55), Samples.Judged(wishing, plain, .5)).ShouldBe([title, "Huế"]);
    }

    [Fact]
    public void whoever_wishes_to_dive_is_still_told_that_it_takes_a_certificate_and_a_photographer_is_not_told_who_they_are()
    {
        var (dives, photos) = (Saying("Five boat dives", "Open Water or better."), Saying("Photo walk in Hue"));

        Reasons(For("hue") with { Activities = new ConceptWishes(["diving"], []) }, dives).ShouldContain(reason => reason.Code == ReasonCodes.Condition);
        Reasons(For("hue") with { Accommodation = new ConceptWishes(["divers-certified"], []) }, dives).ShouldNotContain(reason => reason.Code == ReasonCodes.Condition);
        Reasons(For("hue"), photos).ShouldContain(reason => reason.Code == ReasonCodes.Condition);
        Reasons(For("hue") with { Activities = new ConceptWishes(["photography"], []) }, photos).ShouldNotContain(reason => reason.Code == ReasonCodes.Condition);
    }

    [Theory]
    [InlineData("Five boat dives", "Open Water or better.", null, false), InlineData("Five boat dives", "Open Water or better.", "diving", false), InlineData("Photo walk in Hue", null, null, false)]
    [InlineData("Self-ride backroads", "A licence is required.", null, false), InlineData("Self-ride backroads", "A licence is required.", "self-drive", true)]
    public void a_tour_that_asks_for_what_nobody_said_to_have_is_not_all_that_was_asked_for(string title, string? notes, string? wish, bool fits)
    {
        var wishes = wish is null ? For("hue") : For("hue") with { Activities = new ConceptWishes([wish], []) };

        var conditions = Reasons(wishes, Saying(title, notes)).Where(reason => reason.Code == ReasonCodes.Condition).ToList();

        conditions.ShouldNotBeEmpty();
        Shortfalls.IsAllAsked(Standing.Answer, conditions, false).ShouldBe(fits);
    }

    [Theory]
    [InlineData("You must be able to swim."), InlineData("Cần giấy khám sức khỏe."), InlineData("Hotels are not included.")]
    public void what_most_can_meet_is_told_everywhere_and_changes_no_order(string notes)
    {
        var (asking, plain) = (Saying("Asking", notes), Saying("Plain"));

        Reasons(For("hue"), asking).ShouldContain(reason => reason.Code == ReasonCodes.Condition);
        ReasonFinder.OfPopular(asking).ShouldContain(reason => reason.Code == ReasonCodes.Condition);
        Ordered(Samples.Judged(For("hue"), asking, .51), Samples.Judged(For("hue"), plain, .5)).ShouldBe(["Asking", "Plain"]);
        Shortfalls.IsAllAsked(Standing.Answer, Reasons(For("hue"), asking), false).ShouldBe(Shortfalls.IsAllAsked(Standing.Answer, Reasons(For("hue"), plain), false));
    }

    [Fact]
    public void a_tour_for_vietnamese_citizens_is_for_others_where_another_language_is_read()
    {
        var tour = Saying("Đảo Bình Ba", "Tour này chỉ nhận khách Việt.");

        Samples.Assess(For("hue") with { Language = "en" }, tour).MadeForOthers.ShouldBeTrue();
        Samples.Assess(For("hue") with { Language = "vi" }, tour).MadeForOthers.ShouldBeFalse();
    }

    [Fact]
    public void every_condition_has_a_sentence_in_both_languages()
    {
        foreach (var condition in Enum.GetNames<Condition>())
        {
            Writer.Sentence(new Reason(ReasonCodes.Condition, [condition]), "en").ShouldNotBeEmpty();
            Writer.Sentence(new Reason(ReasonCodes.Condition, [condition]), "vi").ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void a_few_more_people_than_travel_may_make_a_tour_lack_something_and_that_is_said()
    {
        var tour = Samples.Facts(Similarity.Package("Hue", "hue") with { GroupLeast = 4 });
        var two = For("hue") with { Party = new PartyWish(2, 0) };

        StandingOf(two, tour).ShouldBe(Standing.LacksNeed);
        Reasons(two, tour).Single(reason => reason.Code == ReasonCodes.GroupOnly).Arguments.ShouldBe(["4"]);
        Reasons(For("hue"), tour).ShouldContain(reason => reason.Code == ReasonCodes.GroupOnly);
        Reasons(two with { Party = new PartyWish(4, 0) }, tour).ShouldNotContain(reason => reason.Code == ReasonCodes.GroupOnly);
    }

    [Theory]
    [InlineData("Self-ride backroads", "A licence is required; no licence, no bike.", ReasonCodes.RidesOneself, Standing.Unwanted)]
    [InlineData("Phượt 3N2Đ bằng xe máy", "Bằng lái A1 trở lên.", ReasonCodes.RidesOneself, Standing.Unwanted)]
    [InlineData("Hue by motorbike with an easy rider", null, ReasonCodes.IsDriven, Standing.Answer)]
    [InlineData("Pillion with an easy rider or your own Honda", "Licence required to drive yourself.", ReasonCodes.IsDriven, Standing.Answer)]
    public void whoever_does_not_drive_is_told_who_does(string title, string? notes, string code, Standing standing)
    {
        var (tour, passenger) = (Saying(title, notes), For("hue") with { Exclusions = new ConceptWishes(["self-drive"], []) });

        Reasons(passenger, tour).Select(reason => reason.Code).ShouldContain(code);
        Reasons(passenger, tour).ShouldNotContain(reason => reason.Code == ReasonCodes.Excluded || reason.Code == ReasonCodes.ExcludedAbsent || reason.Code == ReasonCodes.Condition);
        Reasons(For("hue"), tour).ShouldNotContain(reason => reason.Code == code);
        StandingOf(passenger, tour).ShouldBe(standing);
        Shortfalls.Warns(new Reason(ReasonCodes.RidesOneself, [])).ShouldBeTrue();
        Shortfalls.SpeaksFor(new Reason(ReasonCodes.IsDriven, [])).ShouldBeTrue();
        Writer.Sentence(new Reason(code, []), "en").ShouldNotBeEmpty();
        Writer.Sentence(new Reason(code, []), "vi").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Xe đêm từ TP.HCM tới Tà Năng trước bình minh.", true), InlineData("5 giờ sáng lên đồi chè.", true), InlineData("Xuất phát 4h30 sáng.", true), InlineData("We leave at 4:30 for the dunes.", true), InlineData("Up at 4 a.m.", true), InlineData("A boat before dawn.", true)]
    [InlineData("Xe đi 4h, ăn trưa trên đường.", false), InlineData("Về lúc 4:30 chiều.", false), InlineData("Back at 4:30 pm.", false), InlineData("Đón 7h sáng.", false), InlineData("Start at 14:30.", false), InlineData("A walk of 3 hours.", false)]
    public void whoever_does_not_get_up_early_is_told_of_hours_before_the_sun(string notes, bool isEarly)
    {
        var sleeper = For("hue") with { Exclusions = new ConceptWishes(["early-start"], []) };

        Reasons(sleeper, Saying("Hue", notes)).Any(reason => reason.Code == ReasonCodes.Excluded).ShouldBe(isEarly);
        Reasons(For("hue"), Saying("Hue", notes)).ShouldNotContain(reason => reason.Code == ReasonCodes.Excluded);
    }

    [Theory]
    [InlineData("elderly", 60, true), InlineData("elderly", 70, false), InlineData("over-eighty", 75, true), InlineData("over-eighty", 85, false)]
    public void an_age_that_a_tour_ends_at_is_told_to_who_is_older(string who, int most, bool isTold) =>
        Reasons(For("hue") with { Accommodation = new ConceptWishes([who], []) }, Saying("Hue", $"Age 16 to {most}.")).Any(reason => reason.Code == ReasonCodes.NotAdmitted).ShouldBe(isTold);

    [Fact]
    public void they_are_told_where_nothing_was_wished_too()
    {
        var tour = Saying("Honeymoon dives", "Open Water or better. Minimum age 18.") with { Package = Similarity.Package("Honeymoon dives", "hue") with { GroupLeast = 25 } };

        ReasonFinder.OfPopular(tour).Select(reason => reason.Code).ShouldBe([ReasonCodes.Popular, ReasonCodes.MadeForOthers, ReasonCodes.Condition, ReasonCodes.GroupOnly, ReasonCodes.NotAdmitted]);
    }
}
