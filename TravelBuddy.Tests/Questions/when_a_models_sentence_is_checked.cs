using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Questions;

namespace TravelBuddy.Tests.Questions;

/// <summary>A sentence passes only if the passages it cites say as much.</summary>
public sealed class when_a_models_sentence_is_checked
{
    private static readonly SentenceCheck Check = new(Repository.Lexicon);

    [Theory]
    [InlineData("en", "Minimum age 14. No sailings in July and August.", "en", "The minimum age is 14 and there are no sailings in July.")]
    [InlineData("en", "Private transfer from Đà Nẵng airport, villa, sunset drink", "vi", "Có xe riêng đón từ sân bay Đà Nẵng.")]
    [InlineData("vi", "Cần biết bơi; trẻ từ 8 tuổi ngồi cùng người lớn.", "vi", "Trẻ từ 8 tuổi được ngồi cùng người lớn, cần biết bơi.")]
    [InlineData("vi", "Đoàn tối đa 20 khách.", "en", "At most 20 guests.")]
    [InlineData("en", "Boats stop in rough sea: full refund.", "en", "In rough sea the boats stop and there is a full refund.")]
    public void what_is_said_passes(string of, string passage, string language, string sentence) => IsSaid(of, passage, language, sentence).ShouldBeTrue();

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
    public void what_is_not_said_does_not(string of, string passage, string language, string sentence, string why) => IsSaid(of, passage, language, sentence).ShouldBeFalse(why);

    [Fact]
    public void a_sentence_that_cites_nothing_does_not_pass() => Check.IsSaid("The boat leaves.", "en", []).ShouldBeFalse();

    private static bool IsSaid(string of, string passage, string language, string sentence) => Check.IsSaid(sentence, language, [new Passage(0, PassageKind.Notes, of, passage.Normalize())]);
}
