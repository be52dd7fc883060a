using System.Text.RegularExpressions;
using Marten;
using Marten.Patching;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Recommendations;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_something_is_asked_back(AppFixture app)
{
    [Theory]
    [InlineData("en", "a trip to Da Nang")]
    [InlineData("vi", "đi Đà Nẵng")]
    public async Task what_is_missing_is_asked_for_one_at_a_time_each_once_and_as_its_own_example_answers(string language, string wish)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var asked = new List<Missing>();
        for (var said = wish; asked.Count < 8;)
        {
            await phone.SayAsync(said);
            var (question, text) = Question(await phone.AnswerAsync("🔎"), language);
            if (question is not { } missing)
            {
                break;
            }

            asked.Add(missing);
            said = Regex.Match(text, "“(.+)”").Groups[1].Value;
        }

        asked[0].ShouldBe(Missing.DaysAndWhen);
        asked.ShouldContain(Missing.Party);
        asked.ShouldBeUnique();
        var trip = await phone.TripAsync();
        trip.Durations.ShouldHaveSingleItem().MinDays.ShouldBe(3);
        trip.Dates.ShouldNotBeNull().From!.Value.Month.ShouldBe(3);
        trip.Party.ShouldBe(new PartyWish(2, 1) { Ages = [5] });
        trip.Places.ShouldHaveSingleItem().PlaceId.ShouldBe("da-nang");
    }

    [Theory]
    [InlineData("a trip to Sa Pa", "How many days")]
    [InlineData("Sa Pa 2 days in March for 2 adults", null)]
    [InlineData("solo female traveller, 2 days in Sa Pa", null)]
    [InlineData("Sa Pa 2 days with two kids", "How old are the children?")]
    [InlineData("đi Sa Pa", "Bạn đi mấy ngày")]
    [InlineData("Sa Pa 3 ngày", "Bạn định đi lúc nào")]
    [InlineData("My husband uses a wheelchair and I am vegan. Is there any tour for us?", "Where would you like to go, and for how many days?")]
    [InlineData("má muốn đi Sa Pa 3 bữa nghen con", "định đi lúc nào")]
    public async Task it_is_what_matters_most_and_stands_last(string wish, string? question)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);

        var last = ChatPhone.Text(await phone.AnswerAsync("🔎")).Split('\n')[^1];
        if (question is null)
        {
            last.ShouldSatisfyAllConditions(text => text.ShouldNotContain("How many"), text => text.ShouldNotContain("How old"));
        }
        else
        {
            last.ShouldContain(question);
        }
    }

    [Theory]
    [InlineData("cheaper")]
    [InlineData("we like seafood")]
    [InlineData("rather Hue")]
    public async Task who_goes_on_without_answering_is_asked_nothing_more(string next)
    {
        var phone = await ChatPhone.AskedAsync(app, "a trip to Da Nang");
        await phone.AnswerAsync("How many days");
        await phone.SayAsync(next);

        Question(await phone.AnswerAsync("🔎"), "en").Question.ShouldBeNull();
    }

    [Fact]
    public async Task the_next_is_asked_once_later_where_the_first_stayed_open()
    {
        var phone = await ChatPhone.AskedAsync(app, "a trip to Da Nang");
        var asked = new List<Missing?>();
        foreach (var next in new[] { null, "we like seafood", "we like snorkelling", "we like massages", "we like lanterns", "we like temples" })
        {
            if (next is not null)
            {
                await phone.SayAsync(next);
            }

            asked.Add(Question(await phone.AnswerAsync("🔎"), "en").Question);
        }

        asked[0].ShouldBe(Missing.DaysAndWhen);
        asked[1].ShouldBeNull();
        asked.Skip(1).OfType<Missing>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task a_month_named_as_an_example_is_one_of_the_flower_that_is_wished_for()
    {
        var phone = await ChatPhone.AskedAsync(app, "đi Hà Giang ngắm hoa tam giác mạch");

        ChatPhone.Text(await phone.AnswerAsync("🔎")).ShouldContain("tháng 11");
    }

    [Fact]
    public async Task no_length_is_asked_for_once_it_was_given_up()
    {
        var phone = await ChatPhone.AskedAsync(app, "Sa Pa 2 days in March for 2 adults");
        await phone.AnswerAsync("🔎");
        await phone.SayAsync("any length is fine");
        await phone.AnswerAsync("🔎");
        await phone.SayAsync("we like trekking");

        ChatPhone.Text(await phone.AnswerAsync("trekking")).ShouldNotContain("How many days");
    }

    [Theory]
    [InlineData("3 days", 3, null, null, null, null)]
    [InlineData("chắc 3 ngày", 3, null, null, null, null)]
    [InlineData("chac 3 ngay a", 3, null, null, null, null)]
    [InlineData("march", null, 3, null, null, null)]
    [InlineData("tháng 3", null, 3, null, null, null)]
    [InlineData("2 adults and a kid of 5", null, null, "2+1", null, null)]
    [InlineData("4 people", null, null, "4+0", null, null)]
    [InlineData("2 người", null, null, "2+0", null, null)]
    [InlineData("đi với bà nhà", null, null, "2+0", null, null)]
    [InlineData("just the two of us", null, null, "2+0", null, null)]
    [InlineData("from Hanoi", null, null, null, "ha-noi", null)]
    [InlineData("từ Hà Nội", null, null, null, "ha-noi", null)]
    [InlineData("about 5 million", null, null, null, null, 5_000_000)]
    [InlineData("tầm 5 triệu", null, null, null, null, 5_000_000)]
    [InlineData("tam 5tr thoi", null, null, null, null, 5_000_000)]
    public async Task the_answer_is_understood(string said, int? days, int? month, string? party, string? start, int? budget)
    {
        var phone = await ChatPhone.AskedAsync(app, "a trip to Da Nang");
        await phone.AnswerAsync("🔎");
        await phone.SayAsync(said);
        await phone.AnswerAsync("🔎");

        var trip = await phone.TripAsync();
        trip.Durations.Select(wish => (int?)wish.MinDays).FirstOrDefault().ShouldBe(days);
        (trip.Dates?.From?.Month).ShouldBe(month);
        (trip.Party is { } who ? $"{who.Adults}+{who.Children}" : null).ShouldBe(party);
        (trip.Start?.PlaceId).ShouldBe(start);
        ((int?)trip.Budget?.Max).ShouldBe(budget);
        trip.Places.ShouldHaveSingleItem().PlaceId.ShouldBe("da-nang");
    }

    [Theory]
    [InlineData("don't know yet", "nothing has to be settled yet")]
    [InlineData("not sure", "nothing has to be settled yet")]
    [InlineData("whatever", "nothing has to be settled yet")]
    [InlineData("chưa biết", "Không sao ạ")]
    [InlineData("tùy", "Không sao ạ")]
    [InlineData("chua biet nua", "Không sao ạ")]
    public async Task who_does_not_know_hears_a_kind_word_and_nothing_is_taken_as_a_wish(string said, string kind)
    {
        var phone = await ChatPhone.AskedAsync(app, kind[0] == 'K' ? "đi Đà Nẵng" : "a trip to Da Nang");
        var before = await phone.VersionAsync();
        await phone.SayAsync(said);

        ChatPhone.Text(await phone.AnswerAsync(kind)).ShouldNotContain("🔎");
        (await phone.VersionAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("I don't know yet", true)]
    [InlineData("we haven't decided yet", true)]
    [InlineData("up to you", true)]
    [InlineData("mình chưa biết ạ", true)]
    [InlineData("tùy bạn nhé", true)]
    [InlineData("sao cũng được", true)]
    [InlineData("chưa quyết định", true)]
    [InlineData("not sure about trekking", false)]
    [InlineData("I don't know how to swim", false)]
    [InlineData("don't care about the price", false)]
    [InlineData("không biết bơi", false)]
    [InlineData("chưa", false)]
    [InlineData("mấy ngày cũng được", false)]
    [InlineData("any beach is fine", false)]
    [InlineData("kệ giá", false)]
    public void only_words_that_name_nothing_say_so(string text, bool says) => NotSure.Is(text).ShouldBe(says);

    [Theory]
    [InlineData("3 days in Hue, 3 million per person", "Hue. The budget does not matter, up to 4,500,000 VND per person", "4,500,000")]
    [InlineData("Huế 3 ngày, 3 triệu một người", "Huế. Giá sao cũng được, tối đa 4.500.000đ mỗi người", "4.500.000")]
    [InlineData("3 days in Hue, 3 million per person", "that is too expensive, 2,500,000 VND per person at most", "2,500,000")]
    [InlineData("Huế 3 ngày, 3 triệu một người", "Côn Đảo đắt quá. Huế thôi, tối đa 2.500.000đ mỗi người", "2.500.000")]
    public async Task an_amount_counts_whatever_is_said_of_prices_beside_it(string first, string then, string price)
    {
        var phone = await ChatPhone.AskedAsync(app, first);
        await phone.AnswerAsync("🔎");
        await phone.SayAsync(then);

        ChatPhone.Text(await phone.AnswerAsync("🔎")).ShouldContain(price);
    }

    [Fact]
    public async Task a_new_trip_is_asked_for_anew()
    {
        var phone = await ChatPhone.AskedAsync(app, "a trip to Da Nang");
        await phone.AnswerAsync("How many days");
        await phone.SayAsync("new trip: Hue");

        await phone.AnswerAsync("How many days");
    }

    [Fact]
    public async Task a_trip_begun_elsewhere_is_asked_for_anew()
    {
        var phone = await ChatPhone.AskedAsync(app, "a trip to Da Nang");
        await phone.AnswerAsync("How many days");
        await app.Services.GetRequiredService<ITrips>().StartAsync((await phone.TravellerAsync()).Id, "en", "VND", TestContext.Current.CancellationToken);
        await phone.SayAsync("a trip to Hue");

        await phone.AnswerAsync("How many days");
        (await phone.StateAsync()).AskedFor.ShouldBe([Missing.DaysAndWhen]);
    }

    [Theory]
    [InlineData("a trip to Da Nang", "march", "en")]
    [InlineData("đi Đà Nẵng", "tháng 3", "vi")]
    [InlineData("di da nang", "thang 3", "vi")]
    [InlineData("a trip to Da Nang", "3 days", "en")]
    public async Task either_part_answers_days_and_when_and_the_questions_go_on(string wish, string part, string language)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        Question(await phone.AnswerAsync("🔎"), language).Question.ShouldBe(Missing.DaysAndWhen);
        await phone.SayAsync(part);
        Question(await phone.AnswerAsync("🔎"), language).Question.ShouldBeOneOf(Missing.Start, Missing.Party);
        await phone.SayAsync(language == "vi" ? "2 người, từ Đà Nẵng" : "2 people, from Da Nang");

        Question(await phone.AnswerAsync("🔎"), language).Question.ShouldNotBeOneOf(Missing.Days, Missing.When, Missing.DaysAndWhen);
    }

    [Fact]
    public async Task a_question_that_was_never_sent_counts_as_none()
    {
        var phone = await ChatPhone.AskedAsync(app, "a trip to Da Nang");
        await phone.AnswerAsync("How many days");
        await phone.SayAsync("3 days in March");
        var asked = Question(await phone.AnswerAsync("🔎"), "en").Question.ShouldNotBeNull();
        var unsent = (await phone.OutboundAsync()).Last(message => message.Content.Phrase == AskedBack.PhraseOf(asked));
        await using (var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            session.Patch<OutboundMessage>(unsent.Id).Set(message => message.State, DeliveryState.Superseded);
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await phone.SayAsync("we like seafood");

        Question(await phone.AnswerAsync("🔎"), "en").Question.ShouldNotBeNull("one that was sent and left aside ends the asking for a while");
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("budget", false)]
    [InlineData("cheap-tour", false)]
    [InlineData("luxury", false)]
    [InlineData("homestay", true)]
    public async Task a_budget_is_asked_for_only_where_no_word_said_what_may_be_spent(string? word, bool isAsked)
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var tours = await session.Query<TourPackage>().Where(package => package.PriceVnd != null).OrderBy(package => package.PriceVnd).ToListAsync(TestContext.Current.CancellationToken);
        var list = SampleLists.Of(new[] { tours[0], tours[^1] }.Select(tour => new RankedPackage(tour.Id, 1, [], [])));
        var trip = new Trip { TravellerId = Guid.NewGuid(), Language = "en", Currency = "VND", Durations = [new DurationWish(3, 3)], Party = new PartyWish(2, 0), Accommodation = TripConcepts.None with { Concepts = word is null ? [] : [word] } };

        var state = new ChatState { Id = Guid.NewGuid(), AskedFor = [Missing.DaysAndWhen, Missing.Party, Missing.Start], Rounds = 3, AskedInRound = 1 };

        var asked = await app.Services.GetRequiredService<AskedBack>().OfAsync(trip, list, state, TestContext.Current.CancellationToken);

        (asked == Missing.Budget).ShouldBe(isAsked);
    }

    private static (Missing? Question, string Text) Question(Bubble bubble, string language)
    {
        var last = ChatPhone.Text(bubble).Split('\n')[^1];
        return (Enum.GetValues<Missing>().Select(missing => (Missing?)missing).FirstOrDefault(missing => Phrases.All[AskedBack.PhraseOf(missing!.Value)].In(language, language == "vi" ? "3" : "March") == last), last);
    }
}
