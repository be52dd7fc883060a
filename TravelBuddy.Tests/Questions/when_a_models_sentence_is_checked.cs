using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Questions;

namespace TravelBuddy.Tests.Questions;

/// <summary>A sentence passes only if the passages it cites say as much.</summary>
public sealed class when_a_models_sentence_is_checked
{
    private static readonly SentenceCheck Check = new(new Grounding(Repository.Lexicon));

    [Theory]
    [InlineData("en", "Minimum age 14. No sailings in July and August.", "en", "The minimum age is 14 and there are no sailings in July.")]
    [InlineData("en", "Private transfer from Đà Nẵng airport, villa, sunset drink", "vi", "Có xe riêng đón từ sân bay Đà Nẵng.")]
    [InlineData("vi", "Cần biết bơi; trẻ từ 8 tuổi ngồi cùng người lớn.", "vi", "Trẻ từ 8 tuổi được ngồi cùng người lớn, cần biết bơi.")]
    [InlineData("vi", "Đoàn tối đa 20 khách.", "en", "At most 20 guests.")]
    [InlineData("en", "Boats stop in rough sea: full refund.", "en", "In rough sea the boats stop and there is a full refund.")]
    [InlineData("en", "1,500,000 ₫ per person", "en", "It costs 1,500,000 ₫ per person.")]
    [InlineData("en", "1,500,000 ₫ per person", "vi", "1.500.000 đ một người.")]
    [InlineData("en", "$120 per person", "en", "It is 120 USD per person.")]
    [InlineData("vi", "Đón khách tại sân bay lúc 08:00.", "en", "Guests are picked up at the airport at 8:00.")]
    [InlineData("vi", "Ghé chùa Thiên Mụ.", "en", "The pagoda of Thiên Mụ.")]
    [InlineData("vi", "Trẻ em dưới 6 tuổi miễn phí.", "en", "Children under 6 are free of charge.")]
    [InlineData("en", "Free cancellation until 3 days before departure.", "en", "Cancellation is free until 3 days before departure.")]
    public void what_is_said_passes(string of, string passage, string language, string sentence) => IsSaid(of, passage, sentence).ShouldBeTrue(language);

    [Theory]
    [InlineData(PassageKind.Includes, "60-minute massage, photographer", "A 60-minute massage is included.")]
    [InlineData(PassageKind.Price, "$120 per person", "The price is $120 per person.")]
    public void what_a_passage_is_by_its_kind_is_said_too(PassageKind kind, string passage, string sentence)
    {
        Check.IsSaid(sentence, [new Passage(0, kind, "en", passage)]).ShouldBeTrue();
        Check.IsSaid(sentence, [new Passage(0, PassageKind.Description, "en", passage)]).ShouldBeFalse("a passage of another kind does not say that");
    }

    [Theory]
    [InlineData("en", "Minimum age 14. No sailings in July and August.", "en", "The minimum age is 12 and there are no sailings in July.", "another number")]
    [InlineData("en", "Minimum age 14.", "en", "Minimum age 14. Book at https://evil.example/now", "an address")]
    [InlineData("en", "Minimum age 14.", "en", "Minimum age 14, see evil.com", "an address without a scheme")]
    [InlineData("en", "Minimum age 14.", "en", "Minimum age 14, call 0912345678", "a phone number")]
    [InlineData("en", "Minimum age 14.", "en", "Minimum age 14, write to a@b.vn", "an e-mail address")]
    [InlineData("en", "not suitable for wheelchairs", "en", "The tour is suitable for wheelchairs.", "a yes made of a no")]
    [InlineData("en", "Suitable for wheelchairs.", "en", "Not suitable for wheelchairs.", "a no made of a yes")]
    [InlineData("en", "The boat leaves in the morning.", "en", "Ask for Captain Nguyễn when the boat leaves in the morning.", "a name")]
    [InlineData("en", "The boat leaves in the morning.", "en", "The crew are certified lifeguards with medical training.", "words of its own")]
    [InlineData("vi", "Ăn trưa trên tàu.", "en", "There is a swimming pool on the boat.", "a thing in another language")]
    [InlineData("vi", "Ăn trưa trên tàu.", "en", "It is wonderful and very safe.", "nothing of the passage")]
    [InlineData("en", "The boat leaves in the morning.", "en", "The boat leaves <b>in the morning</b>.", "markup")]
    [InlineData("en", "The boat leaves in the morning.", "en", "[The boat](leaves) in the morning", "a link in markdown")]
    [InlineData("en", "The boat leaves in the morning.", "en", "", "nothing")]
    [InlineData("en", "1,500,000 ₫ per person", "en", "The price is 500,000 ₫ per person", "the end of a number")]
    [InlineData("en", "1,500,000 ₫ per person", "en", "The price is 1 ₫ per person", "the beginning of a number")]
    [InlineData("en", "1,500,000 ₫ per person", "vi", "Giá 500.000 ₫ một người.", "the end of a number, in another language")]
    [InlineData("en", "1,500,000 ₫ per person", "en", "It is $1,500,000 per person.", "another currency")]
    [InlineData("en", "50 guests at most", "en", "50% of guests at most", "a share made of a number")]
    [InlineData("en", "Vegetarian lunch at a local restaurant", "en", "Halal lunch at a local restaurant", "another thing in the same words")]
    [InlineData("en", "Vegetarian lunch at a local restaurant", "en", "Vegetarian lunch at a local restaurant is free", "one word more")]
    [InlineData("en", "Vegetarian lunch at a local restaurant", "vi", "Bữa trưa halal tại nhà hàng địa phương.", "another thing in another language")]
    [InlineData("vi", "Đoàn tối đa 20 khách.", "en", "Your reservation for 20 is confirmed and paid.", "words around a number")]
    [InlineData("vi", "Đoàn tối đa 20 khách.", "en", "At most 20 days.", "another thing counted")]
    [InlineData("en", "At most 20 guests.", "vi", "Đã xác nhận và thanh toán cho 20 khách.", "words around a number, in Vietnamese")]
    [InlineData("en", "Children under 6 go free.", "en", "Children over 6 go free.", "another bound")]
    [InlineData("vi", "Trẻ em dưới 6 tuổi miễn phí.", "vi", "Trẻ em trên 6 tuổi miễn phí.", "another bound, in Vietnamese")]
    [InlineData("vi", "Trẻ em dưới 6 tuổi miễn phí.", "en", "Children over 6 are free of charge.", "another bound, in another language")]
    [InlineData("en", "Free cancellation until 3 days before departure.", "en", "Free cancellation after 3 days.", "another side of a day")]
    [InlineData("en", "Guests can swim.", "en", "Guests must swim.", "a duty made of a chance")]
    [InlineData("en", "rating 8.5 by 120 guests, price from 900 USD", "en", "The price is from 120 USD.", "a number of something else")]
    [InlineData("vi", "Thăm chùa Thiên Mụ.", "vi", "Không thăm chùa Thiên Mụ.", "a no made of a yes that sounds like one")]
    [InlineData("vi", "Xe riêng đón tại Đà Nẵng.", "en", "All hotels in Đà Nẵng have closed.", "a claim about a name")]
    public void what_is_not_said_does_not(string of, string passage, string language, string sentence, string why) => IsSaid(of, passage, sentence).ShouldBeFalse($"{why}, {language}");

    [Fact]
    public void a_sentence_that_cites_nothing_does_not_pass() => Check.IsSaid("The boat leaves.", []).ShouldBeFalse();

    [Fact]
    public void a_sentence_whose_passages_a_model_left_out_cites_nothing() => new ModelTourSentence("The boat leaves.", null!).Cited([new Passage(0, PassageKind.Notes, "en", "The boat leaves.")]).ShouldBeEmpty();

    private static bool IsSaid(string of, string passage, string sentence) => Check.IsSaid(sentence, [new Passage(0, PassageKind.Notes, of, passage.Normalize())]);
}
