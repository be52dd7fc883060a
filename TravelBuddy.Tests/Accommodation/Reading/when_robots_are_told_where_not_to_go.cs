using TravelBuddy.Web.Accommodation.Reading;

namespace TravelBuddy.Tests.Accommodation.Reading;

/// <summary>RFC 9309, with its own examples among others.</summary>
public sealed class when_robots_are_told_where_not_to_go
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("user-agent: *\ndisallow: /private # for us", "/private/x", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/public", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: travelbuddy\nDisallow: /rooms", "/hotel", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: TravelBuddy/1.0\nDisallow: /rooms", "/rooms/1", false)]
    [InlineData("User-agent: TravelBuddyPlus\nDisallow: /", "/a", true)]
    [InlineData("User-agent: TravelBuddy\nUser-agent: Other\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: TravelBuddy\nDisallow: /a\nUser-agent: Other\nDisallow: /b", "/b", true)]
    [InlineData("User-agent: TravelBuddy\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: TravelBuddy\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: TravelBuddy\n\nUser-agent: x\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", false)]
    [InlineData("User-agent: *\nDisallow: /page\nAllow: /page", "/page", true)]
    [InlineData("User-agent: *\nDisallow: *.gif$", "/x/a.gif", false)]
    [InlineData("User-agent: *\nDisallow: *.gif$", "/x/a.gif?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /*?sort=", "/hotels?sort=price", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxbyyc/z", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxcyyb", true)]
    [InlineData("User-agent: *\nDisallow: /khách-sạn", "/kh%C3%A1ch-s%E1%BA%A1n/1", false)]
    [InlineData("User-agent: *\nDisallow: /a%7eb", "/a~b", false)]
    [InlineData("User-agent: *\nDisallow: /%61", "/a", false)]
    [InlineData("\uFEFFUser-agent: *\r\nDisallow: /a\r\n", "/a", false)]
    [InlineData("User-agent: *\nSitemap: https://a.example/s.xml\nCrawl-delay: 5\nDisallow: /a", "/a", false)]
    [InlineData("Disallow: /a", "/a", true)]
    [InlineData("<html>not a robots file</html>", "/a", true)]
    public void a_path_may_be_fetched_or_not(string file, string path, bool allowed) => RobotsRules.Parse(file, PageReader.Product).Allows(path).ShouldBe(allowed);

    [Fact]
    public void a_rule_of_many_stars_costs_little() =>
        RobotsRules.Parse($"User-agent: *\nDisallow: /{string.Concat(Enumerable.Repeat("*a", 400))}b", PageReader.Product).Allows($"/{new string('a', 5000)}").ShouldBeTrue();
}
