using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Tests.Interests;

public sealed class when_text_is_read
{
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly WishReader Reader = new(Repository.Gazetteer, Repository.Lexicon, Repository.Roles);

    public static TheoryData<string> Texts =>
        [.. All.Select(annotation => annotation.Text)];

    private static IEnumerable<Annotation> All => Annotation.Parse($"{Utterances.Wishes}\n{Utterances.Further}\n{Utterances.Talk}\n{MoreUtterances.All}\n{WhereWhenAndWithout.All}\n{LongMessages.All}\n{WhoHowMuchHowLong.All}\n{ToldInEnglish.All}\n{WhoTellsAboutThemselves.All}\n{HowMuchAndWhen.All}\n{CountedAndDated.All}\n{RefusedAndFromTo.All}\n{ListedUnderHeads.All}", "Search");

    [Theory]
    [MemberData(nameof(Texts))]
    public void it_means_what_it_says(string text)
    {
        var annotation = All.Single(line => line.Text == text);
        var reading = Reader.Read(text, annotation.AnyLanguage ? annotation.Expected["language"] : null, Today);
        var read = ReadingText.Exact(reading);
        var wrong = annotation.Expected.Where(slot => read.TryGetValue(slot.Key, out var value) && value != slot.Value).Select(slot => $"{slot.Key}: {read[slot.Key]} instead of {slot.Value}")
            .Concat(annotation.Concepts.Except(ReadingText.Concepts(reading.Wishes)).Select(concept => $"{concept} is missing"))
            .Concat(annotation.Absent.Intersect(ReadingText.Concepts(reading.Wishes)).Select(concept => $"{concept} was not said"));
        string.Join("; ", wrong).ShouldBe("");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void every_extraction_points_at_its_words(string text)
    {
        var reading = Reader.Read(text, null, Today);
        foreach (var extraction in reading.Extractions)
        {
            extraction.Start.ShouldBeInRange(0, extraction.End - 1);
            extraction.End.ShouldBeLessThanOrEqualTo(text.Length);
            char.IsWhiteSpace(text[extraction.End - 1]).ShouldBeFalse($"{extraction} ends in a space");
        }
    }

    [Fact]
    public void spans_count_in_the_text_as_given_even_when_it_is_decomposed()
    {
        var text = "3 ngày ở Đà Nẵng".Normalize(System.Text.NormalizationForm.FormD);
        var place = Reader.Read(text, null, Today).Extractions.Single(extraction => extraction.Slot == "places");
        text[place.Start..place.End].Normalize().ShouldBe("Đà Nẵng");
    }

    [Theory]
    [InlineData("3N2Đ", "vi", 3, 3)]
    [InlineData("3N2D", "en", 3, 3)]
    [InlineData("2N3D", "en", 3, 3)]
    [InlineData("3N4Đ", "vi", 3, 3)]
    [InlineData("4D3N", "en", 4, 4)]
    [InlineData("3 nights 4 days", null, 4, 4)]
    [InlineData("3 ngày 2 đêm", null, 3, 3)]
    [InlineData("3n", "vi", 3, 3)]
    [InlineData("3n", "en", 4, 4)]
    [InlineData("1N", "vi", 1, 1)]
    [InlineData("1N0Đ", "vi", 1, 1)]
    [InlineData("half a day", null, .5, .5)]
    [InlineData("nửa ngày", null, .5, .5)]
    [InlineData("6 hours", null, 1, 1)]
    [InlineData("4h", null, .5, .5)]
    [InlineData("một tuần", null, 7, 7)]
    [InlineData("a week", null, 7, 7)]
    [InlineData("10+ days", null, 10, 30)]
    [InlineData("2-4 ngày", null, 2, 4)]
    [InlineData("3 hoặc 4 ngày", null, 3, 4)]
    [InlineData("hai ngày rưỡi", null, 2.5, 2.5)]
    [InlineData("weekend", null, 2, 3)]
    [InlineData("5", null, 5, 5)]
    [InlineData("full day", null, 1, 1)]
    public void a_length_alone_is_understood(string text, string? language, double min, double max) =>
        Reader.ReadDurations(text, language).ShouldBe([new DurationWish(min, max)]);

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("1000 days")]
    [InlineData("0")]
    [InlineData("Đà Nẵng")]
    public void what_is_no_length_is_none(string text) => Reader.ReadDurations(text, null).ShouldBeEmpty();

    [Theory]
    [InlineData("3 days 2 nights or a week", 3, 7)]
    [InlineData("3N2Đ hoặc 1 tuần", 3, 7)]
    [InlineData("3 ngay 2 dem hay mot tuan", 3, 7)]
    [InlineData("5 days, 2 weeks", 5, 14)]
    [InlineData("3 or 7", 3, 7)]
    [InlineData("3, 7", 3, 7)]
    [InlineData("4 hoặc 6 ngày", 4, 6)]
    [InlineData("3N2Đ, 2 weeks", 3, 14)]
    public void a_choice_of_lengths_is_all_of_them(string text, double one, double other) =>
        Reader.ReadDurations(text, null).ShouldBe([new DurationWish(one, one), new DurationWish(other, other)]);

    [Fact]
    public void a_weekend_may_be_one_of_the_lengths() =>
        Reader.ReadDurations("3N2Đ, 2 tuần, cuối tuần", "vi").ShouldBe([new DurationWish(3, 3), new DurationWish(14, 14), new DurationWish(2, 3)]);

    [Theory]
    [InlineData("3.590.000đ", 3_590_000)]
    [InlineData("3,590,000 VND", 3_590_000)]
    [InlineData("3 590 000 ₫", 3_590_000)]
    [InlineData("VND 3.590.000", 3_590_000)]
    [InlineData("3tr590", 3_590_000)]
    [InlineData("3tr59", 3_590_000)]
    [InlineData("3tr6", 3_600_000)]
    [InlineData("2tr5", 2_500_000)]
    [InlineData("2 triệu", 2_000_000)]
    [InlineData("2 triệu rưỡi", 2_500_000)]
    [InlineData("2 triệu 7", 2_700_000)]
    [InlineData("1.5tr", 1_500_000)]
    [InlineData("1,5 triệu", 1_500_000)]
    [InlineData("500k", 500_000)]
    [InlineData("500 nghìn", 500_000)]
    [InlineData("500 ngàn", 500_000)]
    [InlineData("năm trăm nghìn", 500_000)]
    [InlineData("hai củ", 2_000_000)]
    [InlineData("5 chai", 5_000_000)]
    [InlineData("thôi 5 chai đi cho thoải mái", 5_000_000)]
    [InlineData("tam 3 chai ruoi", 3_500_000)]
    [InlineData("tầm 2 chai rưỡi một người", 2_500_000)]
    [InlineData("khoảng 8 xị", 800_000)]
    [InlineData("khoang 8 lit thoi", 800_000)]
    public void prices_in_dong_are_understood(string text, int vnd) =>
        Reader.Read(text, "vi", Today).Wishes.Budget.ShouldBe(new BudgetWish(null, vnd, "VND"));

    [Theory]
    [InlineData("$65", 65, "USD")]
    [InlineData("65 USD", 65, "USD")]
    [InlineData("65 đô", 65, "USD")]
    [InlineData("65 bucks", 65, "USD")]
    [InlineData("$1,250.50", 1250.5, "USD")]
    [InlineData("€200", 200, "EUR")]
    [InlineData("two hundred dollars", 200, "USD")]
    [InlineData("90000 won", 90000, "KRW")]
    [InlineData("2000 THB", 2000, "THB")]
    public void prices_in_other_currencies_are_understood(string text, double amount, string currency) =>
        Reader.Read(text, null, Today).Wishes.Budget.ShouldBe(new BudgetWish(null, (decimal)amount, currency));

    [Theory]
    [InlineData("my son is 5 years old and loves the sea")]
    [InlineData("chúng tôi đi 30 km mỗi ngày")]
    [InlineData("liên hệ 0")]
    [InlineData("mỗi ngày uống 2 chai")]
    [InlineData("có phát 2 chai nước không")]
    [InlineData("nuoc suoi 2 chai moi nguoi")]
    [InlineData("mang theo 5 lít nước, 2 xị rượu")]
    [InlineData("we had 2 chai lattes")]
    public void numbers_that_are_no_prices_are_left(string text) => Reader.Read(text, null, Today).Wishes.Budget.ShouldBeNull();

    [Theory]
    [InlineData("3 days in Hue, a solar eclipse, seafood", "solar eclipse")]
    [InlineData("Hue 3 days, scared of spiders", "scared of spiders")]
    [InlineData("Huế 3 ngày, ngắm cực quang", "ngắm cực quang")]
    [InlineData("We would like to go to Hue for 3 days, please", "")]
    [InlineData("Mình muốn đi Huế 3 ngày, dưới 8 triệu nhé", "")]
    [InlineData("book a 3 day trip to Hue", "")]
    [InlineData("Tunborra and Hue, 3 days", "")]
    public void what_no_rule_understood_is_kept_in_its_words(string text, string notes) =>
        string.Join("; ", Reader.Read(text, null, Today).Wishes.Accommodation.Phrases).ShouldBe(notes);

    [Theory]
    [InlineData("đi Nha Trang bằng tàu, 3 ngày", "bằng tàu")]
    [InlineData("di nha trang bang tau, 3 ngay", "bang tau")]
    [InlineData("đi Vũng Tàu 3 ngày", "")]
    public void a_ride_that_may_be_by_ship_or_by_train_is_kept_in_its_words(string text, string words) =>
        string.Join("; ", Reader.Read(text, null, Today).Wishes.Transportation.Phrases).ShouldBe(words);

    [Fact]
    public void any_text_is_accepted()
    {
        var random = new Random(20260310);
        var words = (Utterances.Wishes + Utterances.Talk).Split((char[])[' ', '\n', '|'], StringSplitOptions.RemoveEmptyEntries);
        for (var round = 0; round < 1000; round++)
        {
            var text = round % 2 == 0
                ? string.Create(random.Next(0, 200), random, (span, r) =>
                {
                    foreach (ref var c in span)
                    {
                        c = r.Next(4) switch { 0 => (char)r.Next(0x20, 0x7F), 1 => (char)r.Next(0, 0x10000), 2 => "0123456789.,/-$đ€ \n"[r.Next(19)], _ => "áàảãạăâđêôơư ndđtrk"[r.Next(18)] };
                    }
                })
                : string.Join(random.Next(3) switch { 0 => "", 1 => " ", _ => ", " }, random.GetItems(words, random.Next(1, 30)));
            var reading = Reader.Read(text, null, Today);
            reading.Extractions.ShouldAllBe(extraction => extraction.Start >= 0 && extraction.Start <= extraction.End && extraction.End <= text.Length);
            (reading.Wishes.Budget?.Max ?? 1).ShouldBeGreaterThan(0);
            Reader.ReadDurations(text, null);
        }
    }

    [Fact]
    public void long_text_is_read_quickly()
    {
        var text = string.Join(' ', Enumerable.Repeat(Utterances.Wishes, 4))[..10_000];
        // The quickest of several: whatever else is running takes its time from some of them.
        Enumerable.Range(0, 6).Min(_ =>
        {
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            Reader.Read(text, null, Today);
            return System.Diagnostics.Stopwatch.GetElapsedTime(started);
        }).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }
}
