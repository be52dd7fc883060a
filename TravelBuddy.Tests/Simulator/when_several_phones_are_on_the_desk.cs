using System.Net;

namespace TravelBuddy.Tests.Simulator;

public sealed class when_several_phones_are_on_the_desk(AppFixture app)
{
    [Fact]
    public async Task as_many_as_are_wanted_stand_side_by_side_each_with_its_own_chat()
    {
        ChatPhone[] phones = [await ChatPhone.SwitchOnAsync(app), await ChatPhone.SwitchOnAsync(app), await ChatPhone.SwitchOnAsync(app)];
        using var browser = app.NewBrowserSession();
        foreach (var phone in phones)
        {
            var alone = await browser.GetAsync($"/simulator/{phone.Phone.Id}");
            Shown(alone).ShouldBe([phone.Phone.Id]);
        }

        var three = await browser.GetAsync($"/simulator/{phones[2].Phone.Id}?beside=3");
        Shown(three).ShouldBe(phones.Reverse().Select(phone => phone.Phone.Id));
        three.Page.QuerySelectorAll(".phone--chosen .chat").ShouldHaveSingleItem().Id.ShouldBe($"chat-{phones[2].Phone.Id:N}");

        var said = await browser.FollowAsync(await browser.SubmitAsync(three, $"#line-{phones[0].Phone.Id:N} .line__form", ("text", "help")));
        Shown(said).ShouldBe(Shown(three), "each keeps its place");
        said.Texts($"#chat-{phones[0].Phone.Id:N} .bubble--mine .bubble__text").ShouldBe(["help"]);
        said.Texts($"#chat-{phones[1].Phone.Id:N} .bubble").ShouldBeEmpty();
        said.Page.QuerySelectorAll(".phone--chosen .chat").ShouldHaveSingleItem().Id.ShouldBe($"chat-{phones[0].Phone.Id:N}");

        Shown(await browser.GetAsync($"/simulator/{phones[0].Phone.Id}?beside=2")).Count.ShouldBe(2);
        (await browser.GetAsync($"/simulator/{phones[0].Phone.Id}?beside=99")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static IReadOnlyList<Guid> Shown(PageAnswer page) => [.. page.Page.QuerySelectorAll(".chat").Select(chat => Guid.ParseExact(chat.Id!["chat-".Length..], "N"))];
}
