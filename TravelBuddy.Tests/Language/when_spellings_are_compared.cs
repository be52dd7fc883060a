using FsCheck;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Tests.Language;

public sealed class when_spellings_are_compared
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("sapa", "", 4)]
    [InlineData("hanoi", "haoni", 1)]
    [InlineData("danang", "danag", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void edit_distance_counts_insertions_deletions_replacements_and_exchanges(string a, string b, int distance) => EditDistance.Between(a, b).ShouldBe(distance);

    [FsCheck.Xunit.Property]
    public bool edit_distance_is_symmetric_and_bounded_by_the_longer_text(NonNull<string> a, NonNull<string> b)
    {
        var distance = EditDistance.Between(a.Get, b.Get);
        return distance == EditDistance.Between(b.Get, a.Get)
            && distance >= Math.Abs(a.Get.Length - b.Get.Length) && distance <= Math.Max(a.Get.Length, b.Get.Length)
            && (distance == 0) == (a.Get == b.Get);
    }
}
