using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Recommendations;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_list_is_put_into_messages(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(5, "en", "Other tours", "Only the first 5 are what you asked for; the others come close or are elsewhere. Choose one to see more.")]
    [InlineData(1, "en", "Other tours", "Only the first is what you asked for")]
    [InlineData(4, "vi", "Các tour khác", "Chỉ 4 tour đầu đúng ý bạn")]
    [InlineData(2, "vi", "Các tour khác", "Chỉ 2 tour đầu đúng ý bạn")]
    [InlineData(10, "en", "More tours that fit", "These come next")]
    [InlineData(0, "en", "Other tours", "These come nearest to what you asked for")]
    public async Task it_says_how_many_of_the_first_tours_are_what_was_asked_for(int answers, string language, string header, string begins)
    {
        var list = await StoredAsync(answers, other: Standing.NearMiss);

        var message = await ComposedAsync<ListMessage>(list, new OutboundContent(MessageKind.TourList, language) { ListId = list.Id, Rank = 4 });

        message.Body.ShouldStartWith(begins);
        message.Frame.Header.ShouldBe(header);
    }

    [Theory]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6 }, "en", "Other tours", "These come nearest to what you asked for")]
    [InlineData(new[] { 2, 5 }, "en", "Other tours", "These come next. Choose one to see more.")] // Recorded before what was asked for came first.
    [InlineData(new[] { 2 }, "vi", "Các tour hợp khác", "Đây là các tour tiếp theo.")]
    [InlineData(new[] { 3, 4, 5, 6 }, "vi", "Các tour khác", "Chỉ 2 tour đầu đúng ý bạn")]
    [InlineData(new[] { 1, 2, 3, 5, 6 }, "en", "Other tours", "These come next. Choose one to see more.")]
    public async Task no_tour_is_called_what_was_asked_for_whose_card_says_that_it_lacks_something(int[] lacking, string language, string header, string begins)
    {
        var list = await StoredAsync(6, reasonsOf: rank => lacking.Contains(rank) ? [new Reason(ReasonCodes.DaysOff, ["4", "1"])] : [new Reason(ReasonCodes.DaysWished, ["3"])]);
        list.Packages.Take(6).ShouldAllBe(ranked => ranked.Standing == Standing.Answer);

        var message = await ComposedAsync<ListMessage>(list, new OutboundContent(MessageKind.TourList, language) { ListId = list.Id, Rank = 4 });

        message.Rows.Count.ShouldBe(3);
        message.Frame.Header.ShouldBe(header);
        message.Body.ShouldStartWith(begins);
    }

    [Theory]
    [InlineData(ReasonCodes.DaysOff, new[] { "4", "1" }, false), InlineData(ReasonCodes.DoesNotSay, new[] { "trekking" }, false), InlineData(ReasonCodes.PriceOver, new[] { "9", "USD", "5" }, false)]
    [InlineData(ReasonCodes.StartsElsewhere, new[] { "hue", "90" }, false), InlineData(ReasonCodes.DietUnsaid, new[] { "vegan" }, false), InlineData(ReasonCodes.InPart, new[] { "OnRequest", "vegan" }, false)]
    [InlineData(ReasonCodes.Condition, new[] { "CertifiedDiver", "unsaid" }, false), InlineData(ReasonCodes.Steps, new[] { "172" }, false), InlineData(ReasonCodes.MadeForOthers, new[] { "golf" }, false)]
    [InlineData(ReasonCodes.ExcludedAbsent, new[] { "karaoke" }, true), InlineData(ReasonCodes.Condition, new[] { "MotorbikeLicence" }, true), InlineData(ReasonCodes.PlacesVisited, new[] { "1", "hue" }, true)]
    public void what_its_card_says_against_a_tour_decides_whether_it_is_what_was_asked_for(string code, string[] arguments, bool answers)
    {
        var ranked = new RankedPackage("p1", 1, [], [new Reason(code, arguments)]);

        ListedTours.Answers(SampleLists.Of(ranked), 1).ShouldBe(answers);
        ListedTours.Answers(SampleLists.Of(ranked with { Standing = Standing.NearMiss }), 1).ShouldBeFalse();
    }

    [Fact]
    public void that_a_tour_tells_no_price_is_against_it_only_where_a_price_was_named()
    {
        var (unpriced, priced) = (new RankedPackage("p1", 1, [], [new Reason(ReasonCodes.PriceUnknown, [])]), new RankedPackage("p2", 1, [], [new Reason(ReasonCodes.PriceWithin, ["9", "USD", "10", "USD"])]));

        ListedTours.Answers(SampleLists.Of(unpriced), 1).ShouldBeTrue();
        ListedTours.Answers(SampleLists.Of(unpriced, priced), 1).ShouldBeFalse();
    }

    [Fact]
    public async Task where_nothing_was_wished_nothing_is_said_to_fit()
    {
        var list = await StoredAsync(10, withoutWishes: true);

        var message = await ComposedAsync<ListMessage>(list, new OutboundContent(MessageKind.TourList, "en") { ListId = list.Id, Rank = 4 });

        message.Frame.Header.ShouldBe("Other tours");
        message.Body.ShouldStartWith("These come next");
    }

    [Theory]
    [InlineData(6, 3)]
    [InlineData(0, 4)]
    public async Task what_lies_elsewhere_is_no_row_as_long_as_something_else_is_there(int answers, int rows)
    {
        var list = await StoredAsync(answers);

        (await ComposedAsync<ListMessage>(list, new OutboundContent(MessageKind.TourList, "en") { ListId = list.Id, Rank = 4 })).Rows.Count.ShouldBe(rows);
    }

    [Theory]
    [InlineData(2, Standing.Elsewhere, 2, false)]
    [InlineData(2, Standing.Unwanted, 2, false)]
    [InlineData(2, Standing.NearMiss, 2)]
    [InlineData(2, Standing.LacksNeed, 3)]
    [InlineData(0, Standing.NearMiss, 3)]
    [InlineData(0, Standing.Elsewhere, 1)]
    public async Task what_lies_elsewhere_is_no_card_as_long_as_something_else_is_one(int answers, Standing other, int cards, bool rows = true)
    {
        var plan = SendRecommendationsHandler.Plan(await StoredAsync(answers, other: other), "en");

        plan.Where(content => content.Kind == MessageKind.Tour).Select(content => content.Rank).ShouldBe(Enumerable.Range(1, cards));
        plan.Where(content => content.Kind == MessageKind.TourList).Select(content => content.Rank).ShouldBe(rows ? [cards + 1] : []);
    }

    [Theory]
    [InlineData(1, new int[0], new int[0], new[] { 1 })]
    [InlineData(1, new[] { 1 }, new[] { 1 }, new[] { 2 })]
    [InlineData(1, new[] { 1, 2 }, new[] { 1, 2 }, new[] { 3 })]
    [InlineData(1, new[] { 1, 2, 3 }, new[] { 1 }, new int[0])]
    [InlineData(3, new[] { 2 }, new[] { 2 }, new[] { 1, 3 })]
    public async Task what_was_seen_comes_shortly_and_the_next_that_was_not_as_a_card(int cards, int[] seen, int[] shortly, int[] full)
    {
        var list = await StoredAsync(answers: 10);

        var tours = SendRecommendationsHandler.Plan(list, "en", cards: cards, seen: seen).Where(content => content.Kind == MessageKind.Tour).ToList();

        tours.Where(content => content.Seen).Select(content => content.Rank).ShouldBe(shortly);
        tours.Where(content => !content.Seen).Select(content => content.Rank).ShouldBe(full);
    }

    [Theory]
    [InlineData("en", "↘ Cheaper in the list, but not quite what you asked for:\n*4. ")]
    [InlineData("vi", "↘ Trong danh sách có tour rẻ hơn nữa, nhưng chưa đúng hẳn ý bạn:\n*4. ")]
    public async Task what_is_cheaper_still_and_does_not_quite_fit_stands_below_the_cheapest_that_does(string language, string said)
    {
        var list = await StoredAsync(answers: 3);

        (await ComposedAsync<TextMessage>(list, new OutboundContent(MessageKind.TourPrice, language) { ListId = list.Id, Rank = 2, With = 4 })).Body.ShouldContain(said);
        (await ComposedAsync<TextMessage>(list, new OutboundContent(MessageKind.TourPrice, language) { ListId = list.Id, Rank = 2 })).Body.ShouldNotContain("↘");
    }

    [Fact]
    public void an_answer_begins_with_number_one_however_often_it_was_seen() =>
        SendRecommendationsHandler.Plan(SampleLists.Of(Enumerable.Range(1, 5).Select(rank => new RankedPackage($"p{rank}", 1, [], []))), "en", cards: SendRecommendationsHandler.CardsOfChange, seen: [1, 2])
            .Select(content => (content.Kind, content.Rank, content.Seen)).ShouldBe([(MessageKind.Tour, 1, true), (MessageKind.Tour, 2, true), (MessageKind.Tour, 3, false), (MessageKind.TourList, 4, false)]);

    [Fact]
    public async Task a_tour_seen_before_says_shortly_whether_it_meets_a_wish_that_is_new()
    {
        var before = await StoredAsync(1, reasons: [new Reason(ReasonCodes.Has, ["beach"]), new Reason(ReasonCodes.DoesNotSay, ["lanterns"])]);
        var list = await StoredAsync(1, reasons: [new Reason(ReasonCodes.Has, ["beach", "hotel"]), new Reason(ReasonCodes.DoesNotSay, ["lanterns", "spa"])]);

        var body = (await ComposedAsync<ButtonsMessage>(list, new OutboundContent(MessageKind.Tour, "en") { ListId = list.Id, Rank = 1, Seen = true, ListBefore = before.Id })).Body;

        body.ShouldContain("✓ Hotel, as you wanted");
        body.ShouldContain("• Does not mention: spa");
        body.ShouldNotContain("lanterns");
    }

    [Theory]
    [InlineData("en", 1, "You have seen this one; now it comes first.")]
    [InlineData("en", 1, "You have seen this one; it still comes first.", true)]
    [InlineData("vi", 1, "Tour này đã gửi ở trên, vẫn đứng đầu.", true)]
    [InlineData("vi", 2, "Tour này cũng đã gửi ở trên.")]
    public async Task what_was_seen_is_named_in_a_few_lines_with_what_is_against_it_now(string language, int rank, string said, bool stays = false)
    {
        var list = await StoredAsync(answers: 3, reasons: [new Reason(ReasonCodes.DaysWished, ["3"]), new Reason(ReasonCodes.PriceUnknown, [])]);

        var message = await ComposedAsync<ButtonsMessage>(list, new OutboundContent(MessageKind.Tour, language) { ListId = list.Id, Rank = rank, Seen = true, StaysFirst = stays });

        var lines = message.Body.Split('\n').Where(line => !line.StartsWith("🌐 ", StringComparison.Ordinal)).ToArray();
        lines.Length.ShouldBe(4);
        lines[0].ShouldStartWith($"*{rank}. ");
        lines[1].ShouldEndWith(said);
        lines[3].ShouldStartWith("• ");
        message.Buttons.Count.ShouldBe(3);
        message.Frame.ImageId.ShouldBeNull();
    }

    [Fact]
    public async Task what_is_to_be_known_before_booking_stands_above_the_link_and_on_the_card_whatever_gives_way()
    {
        Reason[] many = [.. Enumerable.Repeat(new Reason(ReasonCodes.DaysWished, ["3"]), 6), new Reason(ReasonCodes.GroupOnly, ["60"]), new Reason(ReasonCodes.EssentialMissing, ["halal"])];
        var list = await StoredAsync(1, reasons: many);

        var card = await CardAsync(list, 1);
        card.ShouldContain("• For groups of 60 or more");
        card.ShouldContain("• Does not mention your must-have: halal");
        var link = await ComposedAsync<LinkMessage>(list, new OutboundContent(MessageKind.BookingLink, "en") { ListId = list.Id, Rank = 1 });
        link.Body.ShouldStartWith("⚠ For groups of 60 or more");
        link.Body.ShouldContain("⚠ Does not mention your must-have: halal");
    }

    [Theory]
    [InlineData("en", "You can reach them here", "⚠ For groups of 60 or more"), InlineData("vi", "Bạn liên hệ trực tiếp tại", "⚠ Chỉ nhận đoàn từ 60 người")]
    public async Task whoever_is_told_whom_to_call_is_told_what_to_ask_about_below_it(string language, string contact, string warning)
    {
        var list = await StoredAsync(1, reasons: [new Reason(ReasonCodes.GroupOnly, ["60"])]);

        var lines = (await ComposedAsync<TextMessage>(list, new OutboundContent(MessageKind.AgencyContact, language) { ListId = list.Id, Rank = 1 })).Body.Split('\n').ToList();

        var called = lines.FindIndex(line => line.Contains(contact, StringComparison.Ordinal));
        called.ShouldBeGreaterThanOrEqualTo(0, string.Join('\n', lines));
        lines.FindIndex(line => line.StartsWith(warning, StringComparison.Ordinal)).ShouldBeGreaterThan(called, string.Join('\n', lines));
    }

    [Theory]
    [InlineData("en", "Write “book 1” to go on to their booking page."), InlineData("vi", "Nhắn “đặt 1” để mở trang đặt tour.")]
    public async Task the_whole_of_a_tour_ends_with_how_to_book_it(string language, string said)
    {
        var list = await StoredAsync(1);

        (await ComposedAsync<TextMessage>(list, new OutboundContent(MessageKind.TourDetails, language) { ListId = list.Id, Rank = 1 })).Body.Split('\n')[^1].ShouldBe(said);
    }

    [Theory]
    [InlineData("karst-loop-riders-sapa-08", "en", "Has what you wanted to avoid: dorm (“Family homestay, mattress and thick blankets in the loft”)")]
    [InlineData("may-ngan-du-ky-maichau-19", "vi", "Có điều bạn muốn tránh: phòng tập thể (“Nhà sàn tập thể riêng cho đoàn nữ”)")]
    [InlineData("may-ngan-du-ky-maichau-19", "en", "Has what you wanted to avoid: dorm")]
    public async Task what_is_held_against_a_tour_is_told_in_its_own_words_where_the_reader_reads_them(string source, string language, string said)
    {
        var list = await StoredAsync(1, first: source, reasons: [new Reason(ReasonCodes.Excluded, ["dorm"])]);

        (await CardAsync(list, 1, language)).Split('\n').ShouldContain("• " + said);
    }

    [Theory]
    [InlineData("canh-buom-nau-caocap-20", "en", "🚩 from Hanoi", " per person", "🌐 the agency writes in Vietnamese only: ask whether the guide speaks English")]
    [InlineData("red-river-trails-food-01", "vi", "🚩 khởi hành từ Hà Nội", "/người", "🌐 công ty chỉ viết bằng tiếng Anh: bạn hỏi xem có hướng dẫn viên tiếng Việt không nhé")]
    [InlineData("red-river-trails-food-01", "en", "🚩 from Hanoi", " per person", null)]
    public async Task where_a_tour_starts_and_what_it_costs_stand_on_one_line_above_the_link(string source, string language, string start, string price, string? writes)
    {
        var list = await StoredAsync(1, first: source, reasons: [new Reason(ReasonCodes.DoesNotSay, ["trekking"])]);

        var lines = (await ComposedAsync<LinkMessage>(list, new OutboundContent(MessageKind.BookingLink, language) { ListId = list.Id, Rank = 1 })).Body.Split('\n');

        var facts = lines.Single(line => line.StartsWith(start, StringComparison.Ordinal)).Split(" · ");
        facts.ShouldContain(part => part.StartsWith("💰 ", StringComparison.Ordinal) && part.EndsWith(price, StringComparison.Ordinal));
        facts.SingleOrDefault(part => part.StartsWith("🌐 ", StringComparison.Ordinal)).ShouldBe(writes);
        lines.ShouldContain(line => line.StartsWith("• ", StringComparison.Ordinal), "what the card says is not said of it");
    }

    [Theory]
    [InlineData("canh-buom-nau-caocap-20", "en", true), InlineData("canh-buom-nau-caocap-20", "vi", false)]
    public async Task a_card_in_the_other_language_says_what_one_does_there(string source, string language, bool says)
    {
        var list = await StoredAsync(1, first: source);

        var card = (await ComposedAsync<ButtonsMessage>(list, new OutboundContent(MessageKind.Tour, language) { ListId = list.Id, Rank = 1 })).Body;

        card.Split('\n').Any(line => line.StartsWith("🎒 ", StringComparison.Ordinal)).ShouldBe(says, card);
    }

    [Theory]
    [InlineData("en"), InlineData("vi")]
    public async Task the_least_age_stands_on_the_card_and_above_the_link_in_either_language_and_no_licence_where_somebody_else_drives(string language)
    {
        var (cruise, ride) = (await StoredAsync(1, first: "limestone-tide-lux-07"), await StoredAsync(1, first: "may-ngan-du-ky-hagiang-06"));

        foreach (var kind in new[] { MessageKind.Tour, MessageKind.BookingLink })
        {
            Body(await ComposedAsync<ChatMessage>(cruise, new OutboundContent(kind, language) { ListId = cruise.Id, Rank = 1 })).ShouldContain(language == "vi" ? "Chỉ nhận khách từ 8 tuổi" : "Takes travellers from age 8");
        }

        Body(await ComposedAsync<ChatMessage>(ride, new OutboundContent(MessageKind.BookingLink, language) { ListId = ride.Id, Rank = 1 })).ShouldNotContain(language == "vi" ? "bằng lái" : "licence");

        static string Body(ChatMessage message) => message is LinkMessage link ? link.Body : message.ShouldBeOfType<ButtonsMessage>().Body;
    }

    [Theory]
    [InlineData("en", "the agency does not say what it can do about an allergy or intolerance (nut allergy): ask them before you book", "Takes travellers from age 7, so not a child of 6")]
    [InlineData("vi", "công ty du lịch không ghi gì về dị ứng hay kiêng khem (dị ứng đậu phộng), hãy hỏi họ trước khi đặt", "Chỉ nhận khách từ 7 tuổi, nên bé 6 tuổi chưa đi được")]
    public async Task an_allergy_nothing_is_said_of_and_a_child_who_is_too_young_are_told_on_a_full_card_and_again_above_the_link(string language, string allergy, string age)
    {
        Reason[] many = [.. Enumerable.Repeat(new Reason(ReasonCodes.DoesNotSay, ["trekking", "kayaking", "cooking-class", "floating-market"]), 6), new Reason(ReasonCodes.DietUnsaid, ["vegan", "nut-allergy"]), new Reason(ReasonCodes.NotAdmitted, ["7", "", "6"])];
        var list = await StoredAsync(1, reasons: many);

        var card = await ComposedAsync<ButtonsMessage>(list, new OutboundContent(MessageKind.Tour, language) { ListId = list.Id, Rank = 1 });
        var link = await ComposedAsync<LinkMessage>(list, new OutboundContent(MessageKind.BookingLink, language) { ListId = list.Id, Rank = 1 });

        foreach (var body in new[] { card.Body, link.Body })
        {
            body.ShouldContain(allergy);
            body.ShouldContain(age);
        }

        card.Body.Length.ShouldBeLessThanOrEqualTo(Limits.InteractiveBody);
    }

    [Theory]
    [InlineData("en", "↘ Does not take all of you")]
    [InlineData("vi", "↘ Không nhận đủ mọi người trong nhóm bạn")]
    public async Task a_tour_that_takes_no_child_so_young_says_that_first(string language, string said)
    {
        var list = await StoredAsync(2, other: Standing.Unwanted, reasons: [new Reason(ReasonCodes.NotAdmitted, ["7", "", "6"])]);

        (await ComposedAsync<ButtonsMessage>(list, new OutboundContent(MessageKind.Tour, language) { ListId = list.Id, Rank = 3 })).Body.ShouldContain(said);
    }

    [Fact]
    public async Task silence_about_what_is_to_be_avoided_gets_no_tick_and_is_no_drawback() =>
        (await CardAsync(await StoredAsync(1, reasons: [new Reason(ReasonCodes.ExcludedAbsent, ["karaoke"])]), 1)).ShouldContain("ℹ No mention of what you wanted to avoid: karaoke");

    [Theory]
    [InlineData("en", "Takes travellers from age 7, so not a child of 6", "Vegan: on request, ask before you book", "4 days, 1 day longer than you asked", "over your budget")]
    [InlineData("vi", "Chỉ nhận khách từ 7 tuổi, nên bé 6 tuổi chưa đi được", "Thuần chay: phải báo trước, hãy hỏi trước khi đặt", "4 ngày, dài hơn bạn muốn 1 ngày", "vượt ngân sách")]
    public async Task details_and_booking_tell_the_three_worst_that_stand_against_a_tour_the_worst_first(string language, string age, string diet, string length, string price)
    {
        Reason[] many = [new(ReasonCodes.DaysOff, ["4", "1"]), new(ReasonCodes.PriceOver, ["3290000", "VND", "10"]), new(ReasonCodes.DoesNotSay, ["trekking"]), new(ReasonCodes.InPart, ["OnRequest", "vegan"]), new(ReasonCodes.NotAdmitted, ["7", "", "6"])];
        var list = await StoredAsync(1, reasons: many);

        var details = await ComposedAsync<TextMessage>(list, new OutboundContent(MessageKind.TourDetails, language) { ListId = list.Id, Rank = 1 });
        var link = await ComposedAsync<LinkMessage>(list, new OutboundContent(MessageKind.BookingLink, language) { ListId = list.Id, Rank = 1 });

        foreach (var body in new[] { details.Body, link.Body })
        {
            body.Split('\n').Where(line => line.StartsWith("⚠ ", StringComparison.Ordinal)).ShouldBe([$"⚠ {age}", $"⚠ {diet}", $"⚠ {length}"]);
            body.ShouldNotContain(price);
        }
    }

    [Fact]
    public async Task whom_it_is_made_for_stands_once_above_the_link_and_how_to_book_is_whole_whatever_is_told()
    {
        Reason[] many = [new(ReasonCodes.MadeForSome, ["family-with-kids"]), .. Enumerable.Repeat(new Reason(ReasonCodes.DietUnsaid, ["vegan", "nut-allergy", "halal", "seafood-allergy"]), 2), new(ReasonCodes.NotAdmitted, ["7", "", "6"])];
        var list = await StoredAsync(1, reasons: many, first: "canh-buom-nau-kids-10");

        var link = await ComposedAsync<LinkMessage>(list, new OutboundContent(MessageKind.BookingLink, "en") { ListId = list.Id, Rank = 1 });

        link.Body.Split('\n').Count(line => line.Contains("Made for families with children", StringComparison.Ordinal)).ShouldBe(1);
        link.Body.Length.ShouldBeLessThanOrEqualTo(Limits.InteractiveBody);
        link.Body.ShouldContain("TravelBuddy takes no payment.\n☎ ");
        link.Body.ShouldStartWith("⚠ ");
    }

    [Theory]
    [InlineData("en", false), InlineData("vi", true)]
    public async Task a_row_is_titled_in_the_readers_language_by_where_it_goes_and_what_there_is_to_do(string language, bool isTranslated)
    {
        var list = await StoredAsync(10, first: "red-river-trails-food-01");

        var row = (await ComposedAsync<ListMessage>(list, new OutboundContent(MessageKind.TourList, language) { ListId = list.Id, Rank = 1 })).Rows[0];

        var package = (await PackagesAsync(list.Packages[0].PackageId))[0];
        (!row.Title[3..].StartsWith(package.Title[..6], StringComparison.Ordinal)).ShouldBe(isTranslated, row.Title);
        if (isTranslated)
        {
            row.Title.ShouldContain("Hà Nội");
        }
    }

    [Theory]
    [InlineData("en", "🌐 Vietnamese", "⚠ for honeymooners"), InlineData("vi", "🌐 tiếng Anh", "⚠ dành cho cặp đôi trăng mật")]
    public async Task a_warning_in_a_row_leaves_room_for_the_language(string language, string other, string warning)
    {
        var list = await StoredAsync(10, reasons: [new Reason(ReasonCodes.MadeForOthers, ["honeymoon"])]);

        var rows = (await ComposedAsync<ListMessage>(list, new OutboundContent(MessageKind.TourList, language) { ListId = list.Id, Rank = 1 })).Rows.ToList();

        var packages = await PackagesAsync([.. list.Packages.Select(ranked => ranked.PackageId)]);
        var foreign = rows.Where(row => packages.Single(package => package.Id == list.Packages[int.Parse(row.Title.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture) - 1].PackageId).Language != language).ToList();
        foreign.ForEach(row => row.Description!.ShouldContain(other));
        rows.ForEach(row => row.Description!.ShouldContain(warning));
        rows.ForEach(row => row.Description!.Length.ShouldBeLessThanOrEqualTo(Limits.RowDescription));
        rows.ForEach(row => row.Description!.ShouldMatch("/person|/group|per person|per group|price on request|/người|/nhóm|liên hệ"));
    }

    [Theory]
    [InlineData("may-son-cha-sontra-08", "en", "🎒 motorbike, "), InlineData("may-ngan-du-ky-hagiang-05", "en", "🎒 boat, ")]
    public async Task a_card_in_the_other_language_says_first_how_one_travels_where_that_is_by_no_car(string source, string language, string begins)
    {
        var list = await StoredAsync(1, first: source);

        var card = (await ComposedAsync<ButtonsMessage>(list, new OutboundContent(MessageKind.Tour, language) { ListId = list.Id, Rank = 1 })).Body;

        card.Split('\n').Single(line => line.StartsWith("🎒 ", StringComparison.Ordinal)).ShouldStartWith(begins);
    }

    [Theory]
    [InlineData("en", "writes:", "✓ Included: "), InlineData("vi", "Bằng tiếng Anh, ", "✓ Đã gồm: ")]
    public async Task quotations_and_what_a_price_includes_are_never_left_half_translated(string language, string says, string included)
    {
        var list = await StoredAsync(1, first: "red-river-trails-food-01");
        var package = (await PackagesAsync(list.Packages[0].PackageId))[0];

        var price = (await ComposedAsync<TextMessage>(list, new OutboundContent(MessageKind.TourPrice, language) { ListId = list.Id, Rank = 1 })).Body;

        var line = price.Split('\n').Single(line => line.StartsWith(included, StringComparison.Ordinal));
        line.Contains(package.Includes[0], StringComparison.Ordinal).ShouldBe(language == package.Language, line);
        (await app.InScopeAsync(services => services.GetRequiredService<TourWords>().SaysAsync(package, language, Ct))).ShouldContain(says);
    }

    [Theory]
    [InlineData("en"), InlineData("vi")]
    public async Task where_one_sleeps_is_told_by_what_is_known_and_quoted_with_its_names_in_the_other_language(string language)
    {
        var list = await StoredAsync(10);
        var packages = await PackagesAsync([.. list.Packages.Select(ranked => ranked.PackageId)]);
        var package = packages.First(package => package is { Accommodation: not null, Language: "en" });

        var stay = await ComposedAsync<ChatMessage>(list, new OutboundContent(MessageKind.TourStay, language) { ListId = list.Id, Rank = list.RankOf(package.Id) });

        var body = stay is LinkMessage link ? link.Body : stay.ShouldBeOfType<TextMessage>().Body;
        body.ShouldContain(language == "en" ? "*\n" + package.Accommodation![..8] : "“" + package.Accommodation![..8]);
    }

    [Fact]
    public async Task an_elder_is_no_friend_in_the_warnings_of_details_either()
    {
        var list = await StoredAsync(1, reasons: [new Reason(ReasonCodes.DaysOff, ["4", "1"])]);

        (await ComposedAsync<TextMessage>(list, new OutboundContent(MessageKind.TourDetails, "vi") { ListId = list.Id, Rank = 1, IsPolite = true })).Body.ShouldContain("⚠ 4 ngày, dài hơn quý khách muốn 1 ngày");
    }

    [Fact]
    public async Task what_a_tour_says_itself_of_a_need_is_quoted_only_to_who_reads_its_language()
    {
        var list = await StoredAsync(1, reasons: [new Reason(ReasonCodes.InPart, ["OnRequest", "vegan", "Vegan food if you tell us."])], first: "red-river-trails-food-01");

        (await CardAsync(list, 1)).ShouldContain("The agency writes: “Vegan food if you tell us.”");
        var card = await ComposedAsync<ButtonsMessage>(list, new OutboundContent(MessageKind.Tour, "vi") { ListId = list.Id, Rank = 1 });
        card.Body.ShouldContain("• Thuần chay: phải báo trước, hãy hỏi trước khi đặt");
        card.Body.ShouldNotContain("Vegan food");
    }

    [Theory]
    [InlineData("en", ReasonCodes.Condition, new[] { "CertifiedDiver" }, "⚠ certified divers")]
    [InlineData("vi", ReasonCodes.Condition, new[] { "MotorbikeLicence" }, "⚠ cần bằng lái")]
    [InlineData("en", ReasonCodes.NotAdmitted, new[] { "7", "", "6" }, "⚠ from age 7")]
    [InlineData("vi", ReasonCodes.DietUnsaid, new[] { "vegan" }, "⚠ không ghi thuần chay")]
    [InlineData("en", ReasonCodes.DaysOff, new[] { "4", "1" }, null)]
    public async Task a_row_says_in_a_few_words_what_has_to_be_known_before_booking(string language, string code, string[] arguments, string? said)
    {
        var list = await StoredAsync(10, reasons: [new Reason(code, arguments)]);

        var rows = (await ComposedAsync<ListMessage>(list, new OutboundContent(MessageKind.TourList, language) { ListId = list.Id, Rank = 4 })).Rows;

        rows.ShouldAllBe(row => said == null ? !row.Description!.Contains('⚠') : row.Description!.Contains(said));
    }

    [Theory]
    [InlineData("dao-ngoc-sao-bien-pqdive-15", "en", "👥 For certified divers only")]
    [InlineData("dao-ngoc-sao-bien-pqdive-15", "vi", "👥 Chỉ dành cho người có bằng lặn")]
    [InlineData("lantern-coast-hoianhoney-08", "en", "👥 Made for honeymooners")]
    [InlineData("canh-buom-nau-thuetau-16", "vi", "👥 Chỉ nhận đoàn từ 25 người")]
    public async Task details_hold_whom_a_tour_is_for(string tour, string language, string said)
    {
        var list = await StoredAsync(1, first: tour);

        (await ComposedAsync<TextMessage>(list, new OutboundContent(MessageKind.TourDetails, language) { ListId = list.Id, Rank = 1 })).Body.ShouldContain(said);
    }

    [Theory]
    [InlineData("vi", "🪜 Bậc thang: 172 bậc"), InlineData("en", "🪜 Steps: 172")]
    public async Task steps_that_a_text_counts_stand_above_the_link_in_either_language(string language, string said)
    {
        var list = await StoredAsync(1, first: "may-son-cha-huechay-12");

        (await ComposedAsync<LinkMessage>(list, new OutboundContent(MessageKind.BookingLink, language) { ListId = list.Id, Rank = 1 })).Body.ShouldContain(said);
    }

    [Theory]
    [InlineData("karst-loop-riders-loop-02", "en", "*Transport*\nSleeper bus, Motorbike with easy rider, Boat\n\n*Food*\n4 breakfasts, 4 lunches, 3 dinners, Vegetarian and vegan on request")]
    [InlineData("may-son-cha-huechay-12", "vi", "*Di chuyển*\nxe riêng, thuyền\n\n*Ăn uống*\năn chay trường, cỗ chay nhà chùa, bún Huế chay")]
    public async Task details_in_the_readers_language_hold_how_one_travels_and_eats(string tour, string language, string said)
    {
        var list = await StoredAsync(1, first: tour);

        (await ComposedAsync<TextMessage>(list, new OutboundContent(MessageKind.TourDetails, language) { ListId = list.Id, Rank = 1 })).Body.ShouldContain(said);
    }

    [Fact]
    public async Task details_hold_what_the_agency_wants_to_be_known_and_where_the_tour_sets_off()
    {
        var list = await StoredAsync(1, first: "red-river-trails-food-01");

        var details = (await ComposedAsync<TextMessage>(list, new OutboundContent(MessageKind.TourDetails, "en") { ListId = list.Id, Rank = 1 })).Body;
        details.ShouldContain("*Good to know*");
        details.ShouldContain("not suitable for wheelchairs");
        details.ShouldContain("🚩 from Hanoi");
    }

    [Theory]
    [InlineData(null, null, "en", null), InlineData("2026-01-01", "2027-12-31", "en", null)]
    [InlineData("2027-03-01", "2027-08-31", "en", "from 1 Mar 2027 to 31 Aug 2027"), InlineData("2027-03-01", null, "vi", "từ 01/03/2027"), InlineData(null, "2026-12-24", "en", "until 24 Dec 2026"), InlineData("2027-03-01", "2028-12-31", "vi", "từ 01/03/2027 đến 31/12/2028")]
    [InlineData("2027-08-31", "2027-09-02", "en", "on fixed dates, 31 Aug 2027 – 2 Sep 2027", 3), InlineData("2027-08-31", "2027-09-02", "vi", "đợt cố định 31/08/2027 – 02/09/2027", 3)]
    [InlineData("2027-08-31", "2027-09-03", "en", "from 31 Aug 2027 to 3 Sep 2027", 3)]
    public void a_tour_that_runs_only_for_a_while_says_when(string? from, string? until, string language, string? said, int days = 1)
    {
        static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        Season.Of(Encoding.Similarity.Package() with { DurationDays = days, AvailableFrom = Day(from), AvailableUntil = Day(until) }, new DateOnly(2026, 11, 29), language).ShouldBe(said);
    }

    [Theory]
    [InlineData("2027-03-01", "2027-08-31", "en", "Mar–Aug"), InlineData("2027-03-01", "2027-08-31", "vi", "T3–8"), InlineData("2027-02-07", "2027-02-13", "en", "Feb"), InlineData("2027-02-07", "2027-02-13", "vi", "T2")]
    [InlineData("2026-01-01", "2026-12-20", "en", "to Dec"), InlineData("2026-01-01", "2026-12-20", "vi", "tới T12"), InlineData("2026-01-01", "2027-12-31", "en", "all year"), InlineData("2026-01-01", "2027-12-31", "vi", "cả năm")]
    public void the_months_of_a_tour_in_a_word(string from, string until, string language, string said) =>
        Season.InShort(Encoding.Similarity.Package() with { DurationDays = 2, AvailableFrom = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), AvailableUntil = DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture) }, new DateOnly(2026, 11, 29), language).ShouldBe(said);

    [Theory]
    [InlineData("en", "📅 on fixed dates, 10 Sep 2027", "📅 10 Sep 2027")]
    [InlineData("vi", "📅 đợt cố định 10/09/2027", "📅 10/09/2027")]
    public async Task a_tour_that_goes_once_says_so_on_its_card_and_in_its_row(string language, string card, string row)
    {
        var list = await StoredAsync(10, first: "may-ngan-du-ky-mcc-01");

        (await CardAsync(list, 1, language)).ShouldContain(card);
        (await ComposedAsync<ListMessage>(list, new OutboundContent(MessageKind.TourList, language) { ListId = list.Id, Rank = 1 })).Rows[0].Description!.ShouldContain(row);
    }

    [Theory]
    [InlineData("en", "➕ Not in the price: cable car (850,000 ₫)")]
    [InlineData("vi", "➕ Giá chưa gồm: vé cáp treo (850.000 ₫)")]
    public async Task what_a_price_leaves_out_stands_on_the_card_below_it(string language, string told)
    {
        var lines = (await CardAsync(await StoredAsync(10, first: "song-hong-journeys-sapa-04"), 1, language)).Split('\n').ToList();

        lines[lines.FindIndex(line => line.StartsWith("💰 ", StringComparison.Ordinal)) + 1].ShouldBe(told);
    }

    [Theory]
    [InlineData("canh-buom-nau-caocap-20", "en", "🌐 The agency describes it in Vietnamese only: ask whether the guide speaks English")]
    [InlineData("red-river-trails-food-01", "vi", "🌐 Tour bằng tiếng Anh: hướng dẫn viên nói tiếng Anh")]
    [InlineData("red-river-trails-food-01", "en", null)]
    public async Task a_card_tells_near_its_top_that_a_tour_is_in_another_language(string id, string language, string? told)
    {
        var list = await StoredAsync(1, first: id);

        (await CardAsync(list, 1, language)).Split('\n').Take(4).SingleOrDefault(line => line.StartsWith("🌐 ", StringComparison.Ordinal)).ShouldBe(told);
    }

    [Theory]
    [InlineData("red-river-trails-food-01", "en", "🌐 Language:\n  *Tour 1:* English\n  *Tour 2:* Vietnamese; ask what the guide speaks")]
    [InlineData("red-river-trails-food-01", "vi", "🌐 Ngôn ngữ:\n  *Tour 1:* tiếng Anh; hướng dẫn viên nói tiếng Anh\n  *Tour 2:* tiếng Việt")]
    [InlineData("canh-buom-nau-kids-10", "en", "🧒 Children:\n  *Tour 1:* 4–9: 60% of the price; under 4: free\n  *Tour 2:* not said")]
    [InlineData("canh-buom-nau-kids-10", "vi", "🧒 Trẻ em:\n  *Tour 1:* 4–9 tuổi: 60% giá; dưới 4 tuổi: miễn phí\n  *Tour 2:* không ghi")]
    public async Task a_comparison_tells_the_language_of_two_tours_and_what_children_pay(string source, string language, string told)
    {
        var list = await StoredAsync(10, first: source);

        (await ComposedAsync<ButtonsMessage>(list, new OutboundContent(MessageKind.TourComparison, language) { ListId = list.Id, Rank = 1, With = 2 })).Body.ShouldContain(told);
    }

    [Fact]
    public async Task but_not_where_both_are_in_the_readers_and_take_everybody_alike()
    {
        var list = await StoredAsync(10);
        var text = (await ComposedAsync<ButtonsMessage>(list, new OutboundContent(MessageKind.TourComparison, "en") { ListId = list.Id, Rank = 2, With = 3 })).Body;

        (await PackagesAsync([.. list.Packages.Skip(1).Take(2).Select(ranked => ranked.PackageId)])).ShouldAllBe(package => package.Language == "en");
        text.ShouldNotContain("🌐");
    }

    [Theory]
    [InlineData("may-son-cha-dnhafam-03", "en", "📅 from 31 Aug 2027 to 3 Sep 2027")]
    [InlineData("may-son-cha-dnhafam-03", "vi", "📅 từ 31/08/2027 đến 03/09/2027")]
    [InlineData("may-ngan-du-ky-mcc-01", "en", "📅 10 Sep 2027")]
    public async Task the_days_of_a_tour_stand_on_its_short_card_too_and_once(string id, string language, string told)
    {
        var list = await StoredAsync(10, first: id);

        var card = (await ComposedAsync<ButtonsMessage>(list, new OutboundContent(MessageKind.Tour, language) { ListId = list.Id, Rank = 1, Seen = true })).Body;
        card.ShouldContain(told);
        card.Split("📅").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("canh-buom-nau-caocap-20", "en", "\n🌐 The agency describes it in Vietnamese only: ask whether the guide speaks English\n", "· 🌐 Vietnamese")]
    [InlineData("red-river-trails-food-01", "vi", "\n🌐 Tour bằng tiếng Anh: hướng dẫn viên nói tiếng Anh\n", "· 🌐 tiếng Anh")]
    public async Task so_do_its_short_card_the_way_to_its_agency_and_its_row(string id, string language, string told, string row)
    {
        var list = await StoredAsync(10, first: id);

        (await ComposedAsync<ButtonsMessage>(list, new OutboundContent(MessageKind.Tour, language) { ListId = list.Id, Rank = 1, Seen = true })).Body.ShouldContain(told);
        (await ComposedAsync<TextMessage>(list, new OutboundContent(MessageKind.AgencyContact, language) { ListId = list.Id, Rank = 1 })).Body.ShouldContain(told);
        (await ComposedAsync<ListMessage>(list, new OutboundContent(MessageKind.TourList, language) { ListId = list.Id, Rank = 1 })).Rows[0].Description!.ShouldContain(row);
    }

    [Theory]
    [InlineData("en", "✓ Visits Hanoi, one of your places")]
    [InlineData("vi", "✓ Có đến Hà Nội")]
    public async Task a_short_card_says_again_that_a_tour_goes_to_one_of_the_places_only(string language, string told)
    {
        async Task<string> SeenAsync(string wished)
        {
            var list = await StoredAsync(10, reasonsOf: _ => [new Reason(ReasonCodes.PlacesVisited, [wished, "ha-noi"]), new Reason(ReasonCodes.DaysOff, ["3", "-2"])]);
            return (await ComposedAsync<ButtonsMessage>(list, new OutboundContent(MessageKind.Tour, language) { ListId = list.Id, Rank = 1, Seen = true, ListBefore = list.Id })).Body;
        }

        (await SeenAsync("2")).ShouldContain(told);
        (await SeenAsync("1")).ShouldNotContain("✓");
    }

    [Fact]
    public async Task a_card_says_what_stands_for_less_than_what_was_asked_for()
    {
        var list = await StoredAsync(answers: 2);

        (await CardAsync(list, 2)).ShouldNotContain("Somewhere else");
        (await CardAsync(list, 3)).ShouldContain("Somewhere else than you asked for");
        (await CardAsync(await StoredAsync(answers: 0), 1)).ShouldNotContain("Somewhere else", Case.Sensitive, "that nothing fits was said before");
    }

    [Theory]
    [InlineData(ReasonCodes.PriceOver, new[] { "3690000", "VND", "23" }, "↘ Costs more than you want to spend")]
    [InlineData(ReasonCodes.PriceOver, new[] { "3290000", "VND", "10" }, null)]
    [InlineData(ReasonCodes.PriceSharedOver, new[] { "240", "USD", "2", "20", "assumed" }, "↘ Costs more than you want to spend")]
    [InlineData(ReasonCodes.PriceWithin, new[] { "2690000", "VND", "3000000", "VND" }, null)]
    [InlineData(ReasonCodes.PriceUnknown, new string[0], "↘ Without a price to compare")]
    public async Task a_card_says_what_is_beyond_the_budget_or_may_be_where_the_first_is_not(string code, string[] arguments, string? said)
    {
        var price = new Reason(code, arguments);
        var within = new Reason(ReasonCodes.PriceWithin, ["2690000", "VND", "3000000", "VND"]);
        async Task<string?> SaidAsync(Func<int, IReadOnlyList<Reason>> reasonsOf) =>
            (await CardAsync(await StoredAsync(answers: 3, reasonsOf: reasonsOf), 2)).Split('\n').FirstOrDefault(line => line.StartsWith('↘'));

        (await SaidAsync(rank => [rank == 1 ? within : price])).ShouldBe(said);
        (await SaidAsync(rank => rank == 1 ? [] : [price])).ShouldBeNull("no budget was told");
        (await SaidAsync(_ => [new Reason(ReasonCodes.PriceOver, ["9000000", "VND", "80"])])).ShouldBeNull("the first is no better");
    }

    [Theory]
    [InlineData(new[] { "budget", "places" }, "• ", new[] { "Any price", "Any place" })]
    [InlineData(new[] { "durations+budget" }, "• ", new[] { "Drop these wishes" })]
    [InlineData(new[] { "durations+budget", "places+budget", "places+durations" }, "A. ", new[] { "Choose A", "Choose B", "Choose C" })]
    public async Task each_way_to_give_up_wishes_has_a_line_and_a_button(string[] wishes, string mark, string[] buttons)
    {
        var list = await StoredAsync(0, [.. wishes.Select(wish => new Relaxation(wish, 3))]);

        var message = await ComposedAsync<ButtonsMessage>(list, new OutboundContent(MessageKind.NothingFound, "en") { ListId = list.Id });

        message.Buttons.Select(button => button.Title).ShouldBe(buttons);
        message.Buttons.Select(button => ButtonIds.Read(button.Id)!.Rank).ShouldBe(Enumerable.Range(1, wishes.Length));
        message.Body.Split('\n')[1].ShouldStartWith(mark + "With any ");
        message.Body.Split('\n').Count(line => line.Contains("With any ", StringComparison.Ordinal)).ShouldBe(wishes.Length);
    }

    [Theory]
    [InlineData(1, "Nearest: *1. "), InlineData(10, "Nearest: *")]
    public async Task the_nearest_tour_has_a_number_only_where_it_is_shown(int rank, string named)
    {
        var ids = (await StoredAsync(1)).Packages.Select(ranked => ranked.PackageId).ToList();
        var list = await StoredAsync(1, [new Relaxation(Relaxing.Budget, 3) { Nearest = ids[rank - 1] }]);

        var body = (await ComposedAsync<ButtonsMessage>(list, new OutboundContent(MessageKind.NothingFound, "en") { ListId = list.Id })).Body;

        body.ShouldContain(named);
        body.ShouldNotContain("*10. ");
    }

    [Theory]
    [InlineData(new[] { ReasonCodes.DaysWished, ReasonCodes.StartsHere, ReasonCodes.Children, ReasonCodes.Popular, ReasonCodes.DaysWished, ReasonCodes.DaysWished, ReasonCodes.PriceUnknown }, 6, "No price given")]
    [InlineData(new[] { ReasonCodes.DaysWished, ReasonCodes.PriceUnknown, ReasonCodes.Children, ReasonCodes.Popular, ReasonCodes.StartsHere, ReasonCodes.LikeOneAbove }, 5, "No price given")]
    [InlineData(new[] { ReasonCodes.DaysWished, ReasonCodes.StartsHere, ReasonCodes.Children, ReasonCodes.Popular, ReasonCodes.DaysWished, ReasonCodes.DaysWished }, 5, "Suits families")]
    public async Task a_card_never_leaves_out_that_something_is_against_a_tour(string[] codes, int shown, string told)
    {
        string[] Arguments(string code) => code is ReasonCodes.DaysWished ? ["3"] : code is ReasonCodes.StartsHere or ReasonCodes.Popular ? ["hue"] : [];
        var list = await StoredAsync(1, reasons: [.. codes.Select(code => new Reason(code, Arguments(code)))]);

        var card = await CardAsync(list, 1);
        card.Split('\n').Count(line => line.StartsWith("✓ ", StringComparison.Ordinal) || line.StartsWith("• ", StringComparison.Ordinal)).ShouldBe(shown);
        card.ShouldContain(told, Case.Insensitive);
    }

    private async Task<IReadOnlyList<TourPackage>> PackagesAsync(params string[] ids) => [.. (await app.Services.GetRequiredService<ICatalog>().PackagesAsync(ids, Ct)).Values];

    private async Task<string> CardAsync(RecommendationList list, int rank, string language = "en") =>
        (await ComposedAsync<ButtonsMessage>(list, new OutboundContent(MessageKind.Tour, language) { ListId = list.Id, Rank = rank })).Body;

    private Task<T> ComposedAsync<T>(RecommendationList list, OutboundContent content) => app.InScopeAsync(async services =>
    {
        var message = new OutboundMessage { Id = Guid.NewGuid(), PersonId = Guid.NewGuid(), Sequence = 1, CreatedAt = DateTimeOffset.UtcNow, Content = content, ListId = list.Id, WithoutPicture = true };
        return (await services.GetRequiredService<MessageComposer>().ComposeAsync(message, Ct)).ShouldBeAssignableTo<T>()!;
    });

    /// <summary>A list of ten tours of the sample catalogue: so many answers, the others elsewhere unless told.</summary>
    private async Task<RecommendationList> StoredAsync(
        int answers, IReadOnlyList<Relaxation>? relaxations = null, IReadOnlyList<Reason>? reasons = null, Func<int, IReadOnlyList<Reason>>? reasonsOf = null, Standing other = Standing.Elsewhere, string? first = null, bool withoutWishes = false)
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        var ids = await session.Query<TourPackage>().OrderBy(package => package.Id).Take(10).Select(package => package.Id).ToListAsync(Ct);
        if (first is not null)
        {
            ids = [await session.Query<TourPackage>().Where(package => package.SourceId == first).Select(package => package.Id).SingleAsync(Ct), .. ids];
        }

        var list = SampleLists.Of(ids.Select((id, i) => new RankedPackage(id, 1, [], reasonsOf?.Invoke(i + 1) ?? reasons ?? []) { Standing = i < answers ? Standing.Answer : other })) with
        {
            Currency = "VND",
            Relaxations = relaxations ?? [],
            WithoutWishes = withoutWishes,
        };
        session.Insert(list);
        await session.SaveChangesAsync(Ct);
        return list;
    }
}
