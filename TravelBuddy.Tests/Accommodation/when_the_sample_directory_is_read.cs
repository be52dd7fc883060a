using System.Text;
using System.Text.Json;

namespace TravelBuddy.Tests.Accommodation;

public sealed class when_the_sample_directory_is_read
{
    [Fact]
    public void every_line_goes_in_as_it_is() => StayFiles.All.Where(each => each.Stay is null || each.Problems.Count > 0).Select(each => $"{each.Line[..60]}: {string.Join(" ", each.Problems)}").ShouldBeEmpty();

    [Fact]
    public void there_are_enough_to_work_with_nothing_configured() => StayFiles.Stays.Count.ShouldBeGreaterThanOrEqualTo(400);

    [Fact]
    public void all_say_that_they_are_samples_and_lead_nowhere()
    {
        StayFiles.Stays.Where(stay => !stay.Name.EndsWith("(sample)", StringComparison.Ordinal)).ShouldBeEmpty();
        StayFiles.Stays.Where(stay => stay.Url is { } url && !new Uri(url).Host.EndsWith(".example", StringComparison.Ordinal)).ShouldBeEmpty();
        StayFiles.Stays.Where(stay => stay.Phone is { } phone && !phone.StartsWith("+84 000 000 ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void lines_are_in_order_composed_and_told_in_both_languages()
    {
        var ids = StayFiles.All.Select(each => JsonDocument.Parse(each.Line).RootElement.GetProperty("id").GetString()!).ToArray();
        ids.ShouldBeUnique();
        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
        StayFiles.All.Where(each => !each.Line.IsNormalized(NormalizationForm.FormC)).ShouldBeEmpty();
        StayFiles.Stays.Where(stay => stay.En is not { Length: >= 60 } || stay.Vi is not { Length: >= 60 } || stay.En == stay.Vi).Select(stay => stay.Id).ShouldBeEmpty();
    }
}
