using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Tests.Interests.Model;

/// <summary>What a prompt holds of a text that somebody wrote.</summary>
public sealed class when_a_text_leaves_the_house
{
    [Theory]
    [InlineData("Hi, I'm Anna Schmidt and we want a quiet week in Hue", "Anna|Schmidt", "quiet week in Hue")]
    [InlineData("i’m Anna, vegan", "Anna", "vegan")]
    [InlineData("I am Nguyễn Văn An, two adults", "Nguyễn|Văn|An,", "two adults")]
    [InlineData("Hello this is Anna", "Anna", "Hello this is")]
    [InlineData("this is Tom McDonald from Leeds", "Tom|McDonald", "from Leeds")]
    [InlineData("my name is anna schmidt and i want a beach", "anna|schmidt", "i want a beach")]
    [InlineData("Name: Anna Schmidt, 2 people", "Anna|Schmidt", "2 people")]
    [InlineData("tôi là Lan, muốn đi Huế", "Lan", "muốn đi Huế")]
    [InlineData("Em là Trần Thị Mai ạ", "Trần|Thị|Mai", "ạ")]
    [InlineData("mình tên Lan, cần homestay", "Lan", "homestay")]
    [InlineData("minh ten la Lan", "Lan", "minh ten la")]
    [InlineData("tên em là lan, đi Sa Pa", "lan", "Sa Pa")]
    [InlineData("zalo 84905123456 nhé", "84905|123456", "zalo")]
    [InlineData("call 84 905 123 456", "905|456", "call")]
    [InlineData("my number 61405123456", "61405", "my number")]
    [InlineData("dm me @anna.s or @lan_travel please", "anna|lan_", "dm me")]
    [InlineData("facebook.com/anna.s is me", "anna", "is me")]
    [InlineData("see fb.com/profile.php?id=1000 and m.me/anna", "profile|anna", "see")]
    [InlineData("passport c1234567, 3 days", "1234567", "3 days")]
    public void nothing_of_who_wrote_it_is_left(string text, string gone, string kept)
    {
        var left = Left(text);

        foreach (var personal in gone.Split('|'))
        {
            left.ShouldNotContain(personal);
        }

        left.ShouldContain(kept);
    }

    [Theory]
    [InlineData("I'm vegetarian"), InlineData("I'm Vegetarian and my wife is Muslim"), InlineData("I'm Muslim, halal food please"), InlineData("We're six, I'm German"), InlineData("I'm Vietnamese"), InlineData("I am Jewish"), InlineData("I'M LOOKING FOR A HOTEL IN HUE")]
    [InlineData("I Am Looking For A Hotel"), InlineData("I'm from Hanoi"), InlineData("I am in Hoi An now"), InlineData("This is Hoi An at its best"), InlineData("is this in Da Nang?"), InlineData("call me tomorrow")]
    [InlineData("tôi là người ăn chay"), InlineData("Tôi là Người ăn chay"), InlineData("mình là Việt kiều"), InlineData("tôi là Phật tử"), InlineData("em ở Hà Nội")]
    [InlineData("up to 15.000.000 đ, or 2500000 dong"), InlineData("hotel @500k a night"), InlineData("3 days @ Hoi An"), InlineData("500.000đ/đêm"), InlineData("10/12/2026 to 14/12/2026"), InlineData("TP.HCM, Q.1")]
    public void wishes_stay(string text) => Left(text).ShouldBe(text);

    private static string Left(string text)
    {
        var sent = new Prompt("x", 1, 10, false, default, "Read.").Render("en", new { Message = text })[1].Text;
        return System.Text.Json.JsonDocument.Parse(sent.Replace("```json", "", StringComparison.Ordinal).Replace("```", "", StringComparison.Ordinal)).RootElement.GetProperty("message").GetString()!;
    }
}
