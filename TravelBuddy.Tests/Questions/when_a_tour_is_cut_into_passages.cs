using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Questions;

namespace TravelBuddy.Tests.Questions;

public sealed class when_a_tour_is_cut_into_passages
{
    [Fact]
    public void every_word_of_every_sample_tour_is_in_a_passage_that_can_be_shown()
    {
        foreach (var package in Repository.Packages)
        {
            var passages = PackagePassages.Of(package);
            passages.Select(passage => passage.Ordinal).ShouldBe(Enumerable.Range(0, passages.Count));
            passages.ShouldAllBe(passage => passage.Text.Length <= 401 && passage.Text.Trim().Length > 0 && passage.Language == package.Language);
            foreach (var (kind, text) in new[] { (PassageKind.Description, package.Description), (PassageKind.Notes, package.Notes), (PassageKind.Accommodation, package.Accommodation) })
            {
                string.Join(' ', passages.Where(passage => passage.Kind == kind).Select(passage => passage.Text)).ShouldBe(string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize(), package.Id);
            }

            passages.Count(passage => passage.Kind == PassageKind.Itinerary).ShouldBe(package.Itinerary.Count);
        }
    }

    [Theory]
    [InlineData("Hard, age 14-55, under 100 kg. In May to October the river is high and the route may be shortened.", 2)]
    [InlineData("Chặng dài nhất 300 km. Đoàn tối đa 20 khách.", 1)]
    [InlineData("Fansipan 3.143 m; vé 850.000đ", 1)]
    [InlineData("", 0)]
    public void sentences_end_where_they_end(string text, int sentences) => Sentences.Of(text).Count.ShouldBe(sentences);
}
