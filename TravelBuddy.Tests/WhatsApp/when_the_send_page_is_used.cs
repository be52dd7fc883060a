using System.Buffers.Text;
using System.Net;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Accounts;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_the_send_page_is_used(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task tours_that_newer_ones_took_the_place_of_are_told_as_not_sent()
    {
        using var browser = app.NewBrowserSession();
        var (list, person, now) = (await ListOfAsync(browser), Guid.NewGuid(), DateTimeOffset.UtcNow);
        await using var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        await session.QueueAsync(person, Guid.NewGuid(), [new OutboundContent(MessageKind.Tour, "en") { ListId = list, Rank = 1 }], now, Ct);
        await session.SaveChangesAsync(Ct);
        Superseding.DropOthers(session, person, Guid.NewGuid(), behind: now.UtcTicks);
        await session.SaveChangesAsync(Ct);

        var page = await browser.GetAsync($"/send/{list}");
        page.Texts("#status").ShouldHaveSingleItem().ShouldContain("1 not sent: you asked for other tours first");
        page.Texts(".messages li").ShouldHaveSingleItem().ShouldEndWith("not sent: you asked for other tours first");
        page.Page.QuerySelector("#status")!.HasAttribute("hx-get").ShouldBeFalse("there is nothing more to wait for");
    }

    [Theory]
    [InlineData("en", "✕ not delivered by WhatsApp", "⏳ on the way to WhatsApp")]
    [InlineData("vi", "✕ WhatsApp không chuyển được", "⏳ đang tới WhatsApp")]
    public async Task each_message_tells_how_far_it_has_come(string language, string failed, string waiting)
    {
        using var browser = app.NewBrowserSession(language);
        var (list, now) = (await ListOfAsync(browser), DateTimeOffset.UtcNow);
        await using var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        await session.QueueAsync(Guid.NewGuid(), Guid.NewGuid(), [.. Enumerable.Range(1, 2).Select(rank => new OutboundContent(MessageKind.Tour, "en") { ListId = list, Rank = rank })], now, Ct);
        await session.SaveChangesAsync(Ct);
        var messages = await session.Query<OutboundMessage>().Where(m => m.ListId == list).OrderBy(m => m.Sequence).ToListAsync(Ct);
        session.Store(messages[0].Fail(FailureReason.Refused, 131026, now));
        await session.SaveChangesAsync(Ct);

        (await browser.GetAsync($"/send/{list}?handler=Status&poll=1")).Texts(".messages__state").ShouldBe([failed, waiting]);
    }

    [Fact]
    public async Task it_gives_a_code_with_button_and_qr_and_follows_the_messages_until_they_are_read()
    {
        using var browser = app.NewBrowserSession();
        var list = await ListOfAsync(browser);
        var page = await browser.GetAsync($"/send/{list}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Texts("#status").ShouldHaveSingleItem().ShouldContain("Nothing sent yet");
        var linked = await browser.SubmitAsync(page, "#link");
        var code = linked.Texts(".join-code").ShouldHaveSingleItem();
        linked.Page.QuerySelector("#link a")!.GetAttribute("href")!.ShouldContain(code);
        linked.Page.QuerySelector("svg.qr path")!.GetAttribute("d")!.Length.ShouldBeGreaterThan(1000);

        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(code);
        await phone.ListAsync();
        await Polling.UntilAsync("five delivered messages", async () => (await browser.GetAsync($"/send/{list}?handler=Status&poll=1")).Body.Contains("5 delivered", StringComparison.Ordinal));
        await phone.LookAsync();
        var settled = await Polling.UntilAsync("five read messages", async () => await browser.GetAsync($"/send/{list}?handler=Status&poll=2") is var status && status.Body.Contains("5 read", StringComparison.Ordinal) ? status : null);
        settled.Page.QuerySelector("#status")!.HasAttribute("hx-get").ShouldBeFalse("polling stops by itself");
        var best = (await app.InScopeAsync(async services => await services.GetRequiredService<IRecommender>().FindAsync(list, (await phone.TravellerAsync()).Id, Ct)))!.Packages.Take(3).Select(ranked => ranked.PackageId).ToList();
        var titles = await app.Services.GetRequiredService<ICatalog>().PackagesAsync(best, Ct);
        settled.Texts(".messages li b").ShouldBe(["What we looked for", .. best.Select(id => titles[id].Title), "More tours to choose from"]);
        settled.Texts(".messages__state").ShouldAllBe(state => state.EndsWith("✓✓ read", StringComparison.Ordinal));

        var direct = await browser.GetAsync($"/send/{list}");
        var sent = await browser.SubmitAsync(direct, "form[action*='handler=Direct']");
        var twice = await browser.SubmitAsync(direct, "form[action*='handler=Direct']");
        var after = await browser.FollowAsync(sent);
        after.Texts(".notice--ok").ShouldHaveSingleItem().ShouldBe("On its way to your WhatsApp.");
        after.Page.QuerySelector("#status")!.HasAttribute("hx-get").ShouldBeTrue("there are new messages to follow");
        (await browser.FollowAsync(twice)).Texts(".notice--ok").ShouldHaveSingleItem().ShouldStartWith("We sent these a moment ago");
        await phone.CardAsync();
        await phone.SayAsync("thanks");
        await phone.AnswerAsync("You are welcome");
        (await app.InScopeAsync(services => services.GetRequiredService<Marten.IQuerySession>().Query<OutboundMessage>().Where(m => m.ListId == list).CountAsync(Ct))).ShouldBe(10, "five by the code, five by the button");
    }

    [Fact]
    public async Task what_is_sent_from_the_page_is_what_the_chat_speaks_of_afterwards()
    {
        using var browser = app.NewBrowserSession();
        var first = await ListOfAsync(browser);
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync((await browser.SubmitAsync(await browser.GetAsync($"/send/{first}"), "#link")).Texts(".join-code").ShouldHaveSingleItem());
        await phone.ListAsync();
        var (traveller, trip) = (await phone.TravellerAsync(), await phone.TripAsync());
        await app.Services.GetRequiredService<ITrips>().ChangeAsync(trip.Id, traveller.Id, null, wishes => wishes with { Places = [new PlaceWish("hue", null)] }, Ct);
        var list = await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RecommendAsync(trip.Id, traveller.Id, Ct));

        await browser.SubmitAsync(await browser.GetAsync($"/send/{list.Id}"), "form[action*='handler=Direct']");

        await phone.ListAsync();
        (await phone.StateAsync()).ShouldSatisfyAllConditions(state => state.ListId.ShouldBe(list.Id), state => state.Shown.ShouldBe(SendRecommendationsHandler.Shown));
        await phone.SayAsync("book 2");
        var title = (await app.Services.GetRequiredService<ICatalog>().PackagesAsync([list.Packages[1].PackageId], Ct)).Values.Single().Title;
        ChatPhone.Text(await phone.AnswerAsync("a booking link", b => b.Link is not null)).ShouldContain(title[..12]);
    }

    [Theory]
    [InlineData("en", "On its way to your WhatsApp.", "We sent these a moment ago", "so one short message went first")]
    [InlineData("vi", "Đang gửi tới WhatsApp của bạn.", "Chúng tôi vừa gửi các tour này", "nên chúng tôi gửi trước một tin ngắn")]
    public async Task where_whatsapp_says_that_the_chat_is_resting_one_message_is_told_and_nothing_against_it(string language, string onItsWay, string again, string first)
    {
        using var browser = app.NewBrowserSession(language);
        var list = await ListOfAsync(browser);
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync((await browser.SubmitAsync(await browser.GetAsync($"/send/{list}"), "#link")).Texts(".join-code").ShouldHaveSingleItem());
        await phone.ListAsync();
        var page = await browser.GetAsync($"/send/{list}");
        app.Services.GetRequiredService<PretendFaults>().Add(phone.Phone.Id, new PretendFault(400, 131047));

        (await browser.FollowAsync(await browser.SubmitAsync(page, "form[action*='handler=Direct']"))).Texts(".notice--ok").ShouldHaveSingleItem().ShouldBe(onItsWay);
        (await browser.FollowAsync(await browser.SubmitAsync(page, "form[action*='handler=Direct']"))).Texts(".notice--ok").ShouldHaveSingleItem().ShouldStartWith(again);

        var template = await phone.AnswerAsync("a template", b => b.IsTemplate);
        var told = await Polling.UntilAsync("all cards given up", async () => await browser.GetAsync($"/send/{list}") is var now && now.Texts("#status").Single().Contains(first, StringComparison.Ordinal) ? now : null);
        told.Page.QuerySelector(".field__error:not(:empty)").ShouldBeNull();
        told.Page.QuerySelector("form[action*='handler=Direct']").ShouldBeNull("a tap on the message is what follows");

        await phone.TapAsync(template, template.Buttons[0].Title);
        await phone.ListAsync();
        var open = await browser.GetAsync($"/send/{list}");
        open.Texts("#status").ShouldHaveSingleItem().ShouldNotContain(first);
        open.Page.QuerySelector(".field__error:not(:empty)").ShouldBeNull();
        open.Page.QuerySelector("form[action*='handler=Direct']").ShouldNotBeNull();
    }

    [Fact]
    public async Task whoever_cannot_open_the_pretend_phone_is_told_so_and_led_nowhere()
    {
        using var browser = app.NewBrowserSession();
        var list = await ListOfAsync(browser);
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");

        var page = await browser.GetAsync($"/send/{list}");

        page.Texts(".notice--warn").ShouldHaveSingleItem().ShouldContain("opens only on the server itself");
        page.Page.QuerySelector("#link, form[action*='handler=Invite']").ShouldBeNull();
    }

    [Fact]
    public async Task a_number_that_is_none_gets_its_message_beside_the_field()
    {
        using var browser = app.NewBrowserSession("vi");
        var page = await browser.GetAsync($"/send/{await ListOfAsync(browser)}");
        var again = await browser.SubmitAsync(page, "form[action*='handler=Invite']", ("agree", "true"), ("number", "<script>alert(1)</script>"));
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Texts("#number-error").ShouldHaveSingleItem().ShouldStartWith("Đó không phải số di động");
        again.Body.ShouldNotContain("<script>alert");
    }

    [Theory]
    [InlineData("en", "WhatsApp lets us not write first to numbers of the United States"), InlineData("vi", "WhatsApp không cho chúng tôi nhắn trước tới số của Hoa Kỳ")]
    public async Task a_number_of_the_united_states_is_told_to_write_first(string language, string told)
    {
        using var browser = app.NewBrowserSession(language);
        var page = await browser.GetAsync($"/send/{await ListOfAsync(browser)}");
        var again = await browser.SubmitAsync(page, "form[action*='handler=Invite']", ("agree", "true"), ("number", "+1 415 555 2671"));
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Texts("#number-error").ShouldHaveSingleItem().ShouldStartWith(told);
    }

    [Theory]
    [InlineData("en", "one is on its way", "is not shown here")]
    [InlineData("vi", "một tin đang được gửi tới", "thì không hiện ở đây")]
    public async Task a_typed_number_is_not_sent_again_by_loading_the_page_again_and_nobody_says_that_nothing_was_sent(string language, string notice, string status)
    {
        using var browser = app.NewBrowserSession(language);
        var page = await browser.GetAsync($"/send/{await ListOfAsync(browser)}");
        var phone = await ChatPhone.SwitchOnAsync(app);

        var sent = await browser.SubmitAsync(page, "form[action*='handler=Invite']", ("agree", "true"), ("number", "+" + phone.Digits));

        ((int)sent.Status).ShouldBeInRange(300, 399);
        var after = await browser.FollowAsync(sent);
        after.Texts(".notice--ok").ShouldHaveSingleItem().ShouldContain(notice);
        after.Texts("#status").ShouldHaveSingleItem().ShouldContain(status);
        await phone.AnswerAsync("the invitation", bubble => bubble.IsTemplate);
    }

    [Theory]
    [InlineData("en", "This is my own WhatsApp number, and I agree that TravelBuddy sends it one message", "Please tick the box first"), InlineData("vi", "Đây là số WhatsApp của tôi, và tôi đồng ý để TravelBuddy gửi", "Bạn đánh dấu vào ô trước nhé")]
    public async Task a_typed_number_is_written_to_only_once_that_was_agreed_to_and_the_words_are_kept(string language, string wording, string told)
    {
        using var browser = app.NewBrowserSession(language);
        var list = await ListOfAsync(browser);
        var page = await browser.GetAsync($"/send/{list}");
        var phone = await ChatPhone.SwitchOnAsync(app);

        var refused = await browser.SubmitAsync(page, "form[action*='handler=Invite']", ("number", "+" + phone.Digits));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Texts("#agree-error").ShouldHaveSingleItem().ShouldStartWith(told);
        refused.Page.QuerySelector("#number")!.GetAttribute("value").ShouldBe("+" + phone.Digits, "what was typed stays");
        (await InvitationsAsync(list)).ShouldBeEmpty();

        ((int)(await browser.SubmitAsync(page, "form[action*='handler=Invite']", ("agree", "true"), ("number", "+" + phone.Digits))).Status).ShouldBeInRange(300, 399);

        (await InvitationsAsync(list)).ShouldHaveSingleItem().Agreed.ShouldNotBeNull().ShouldSatisfyAllConditions(agreed => agreed.Wording.ShouldStartWith(wording), agreed => agreed.Where.ShouldBe("send page"));
    }

    private async Task<IReadOnlyList<Invitation>> InvitationsAsync(Guid list) =>
        await app.InScopeAsync(services => services.GetRequiredService<IQuerySession>().Query<Invitation>().Where(invitation => invitation.ListId == list).ToListAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task many_numbers_typed_at_once_get_no_more_invitations_than_one_after_another()
    {
        using var browser = app.NewBrowserSession();
        var page = await browser.GetAsync($"/send/{await ListOfAsync(browser)}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => browser.SubmitAsync(page, "form[action*='handler=Invite']", ("agree", "true"), ("number", People.NewNumber()))));

        answers.Count(answer => answer.Location is not null).ShouldBe(WhatsAppService.PerTraveller);
        answers.Where(answer => answer.Location is null).ShouldAllBe(answer => answer.Texts("#number-error").Single().StartsWith("That is the limit"));
    }

    [Fact]
    public async Task a_new_browser_each_time_gets_no_more_from_one_address()
    {
        var accepted = 0;
        for (var i = 0; i <= WhatsAppService.PerAddress.Times; i++)
        {
            using var browser = app.NewBrowserSession("vi");
            var page = await browser.GetAsync($"/send/{await ListOfAsync(browser)}");
            browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.177");
            var answer = await browser.SubmitAsync(page, "form[action*='handler=Invite']", ("agree", "true"), ("number", People.NewNumber()));
            accepted += answer.Location is null ? 0 : 1;
        }

        accepted.ShouldBeInRange(WhatsAppService.PerAddress.Times - 1, WhatsAppService.PerAddress.Times);
    }

    [Fact]
    public async Task somebody_elses_list_is_not_found()
    {
        using var owner = app.NewBrowserSession();
        var list = await ListOfAsync(owner);
        using var stranger = app.NewBrowserSession();
        (await stranger.GetAsync($"/send/{list}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await ListOfAsync(stranger);
        (await stranger.GetAsync($"/send/{list}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync($"/send/{list}?handler=Status&poll=0")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task the_messages_of_everybody_are_for_admins()
    {
        using var browser = app.NewBrowserSession();
        (await browser.GetAsync("/admin/messages")).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    /// <summary>A list of the traveller of a browser, which gets the traveller's cookie.</summary>
    private async Task<Guid> ListOfAsync(BrowserSession browser)
    {
        var traveller = Guid.CreateVersion7();
        var trips = app.Services.GetRequiredService<ITrips>();
        var trip = await trips.StartAsync(traveller, "en", "USD", Ct);
        await trips.ChangeAsync(trip, traveller, null, wishes => wishes with { Places = [new PlaceWish("hoi-an", null)] }, Ct);
        var protector = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("TravelBuddy.TravellerCookie.v1");
        browser.Cookies.Add(new Uri(app.BaseUrl), new Cookie(CurrentTraveller.CookieName, Base64Url.EncodeToString(protector.Protect(traveller.ToByteArray()))));
        return (await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RecommendAsync(trip, traveller, Ct))).Id;
    }
}
