using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Tests.Accounts;

public sealed class when_a_country_is_chosen(AppFixture app)
{
    [Theory]
    [InlineData("en", "Vietnam (+84)", "South Korea (+82)", "Germany (+49)", "Afghanistan (+93)", "Zimbabwe (+263)")]
    [InlineData("vi", "Việt Nam (+84)", "Hàn Quốc (+82)", "Đức (+49)", "Ả Rập Xê-út (+966)", "Zimbabwe (+263)")]
    public async Task countries_are_named_and_sorted_in_the_page_s_language(string language, string home, string korea, string germany, string first, string last)
    {
        using var browser = app.NewBrowserSession(language);

        var names = (await browser.GetAsync("/sign-in")).Texts("#region option");

        names[0].ShouldBe(home);
        names.ShouldContain(korea);
        names.ShouldContain(germany);
        names[1].ShouldBe(first);
        names.ShouldContain(last);
        names.Skip(1).ShouldBe(names.Skip(1).Order(StringComparer.Create(new(language), ignoreCase: true)));
        names.Count.ShouldBe(PhoneNumberReader.Regions.Count);
        names.Select(name => name.Split(" (+")[0]).ShouldNotContain(name => PhoneNumberReader.Regions.ContainsKey(name), "no country is a bare code");
    }
}
