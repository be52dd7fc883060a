using TravelBuddy.Web.Language;

namespace TravelBuddy.Tests.Language;

public sealed class when_a_text_has_addresses
{
    [Theory]
    [InlineData("Book at evil.example now")]
    [InlineData("lantern.com")]
    [InlineData("See https://lantern.hotels/a?b")]
    [InlineData("Write to mai@mail.example.vn")]
    [InlineData("booking.travel has it")]
    [InlineData("data:text/html,x at javascript://x")]
    [InlineData("www.lantern")]
    [InlineData("LANTERN.COM")]
    public void they_are_seen(string text) => WebAddresses.MayBeIn(text).ShouldBeTrue();

    [Theory]
    [InlineData("Breakfast from 7 a.m. to 10 p.m.")]
    [InlineData("Ở TP.HCM, giá 1.200.000 ₫")]
    [InlineData("9.1 of 10 by 220 guests. It is quiet.")]
    [InlineData("Có hồ bơi, v.v.")]
    public void what_only_has_points_has_none(string text) => WebAddresses.MayBeIn(text).ShouldBeFalse();

    [Theory]
    [InlineData("Book at lantern.com/tours today", "Book at … today")]
    [InlineData("mai@mail.example, or https://x.vn/a", "…, or …")]
    [InlineData("Đi bộ.về lúc 5 giờ", "Đi bộ.về lúc 5 giờ")]
    public void they_are_taken_out_where_they_surely_are_some(string text, string without) => WebAddresses.Replace(text, "…").ShouldBe(without);
}
