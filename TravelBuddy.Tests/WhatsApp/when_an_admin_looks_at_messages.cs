using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Accounts;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Outbox;
using Wolverine;
using Wolverine.Persistence.Durability;

namespace TravelBuddy.Tests.WhatsApp;

[Collection(ConfiguredAppCollection.Name)]
public sealed class when_an_admin_looks_at_messages(ConfiguredApp app)
{
    [Fact]
    public async Task what_was_said_is_quoted_rather_than_named_as_in_the_code()
    {
        var message = StoredMessages.Phrase(Guid.CreateVersion7(), nameof(Phrases.NothingChanged), "vi");
        await StoredMessages.StoreAsync(app.Services, message);

        using var browser = app.NewBrowserSession("vi");
        await browser.SignInAsync(app.Services, ConfiguredApp.AdminPhone);
        var page = await browser.GetAsync("/admin/messages");

        page.Page.DocumentElement.TextContent.ShouldNotContain(nameof(Phrases.NothingChanged));
        page.Page.DocumentElement.TextContent.ShouldContain("văn bản “" + Phrases.NothingChanged.Vi[..20]);
    }

    [Fact]
    public async Task a_failed_one_is_explained_in_words_and_can_be_sent_again()
    {
        var now = DateTimeOffset.UtcNow;
        var message = StoredMessages.Phrase(Guid.CreateVersion7(), "Help");
        var store = app.Services.GetRequiredService<IDocumentStore>();
        await StoredMessages.StoreAsync(app.Services, message.Attempt(now).Fail(FailureReason.Refused, 131026, now));

        using var browser = app.NewBrowserSession();
        await browser.SignInAsync(app.Services, ConfiguredApp.AdminPhone);
        var page = await browser.GetAsync("/admin/messages?show=Failed");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldContain("Not deliverable: no WhatsApp at this number");
        await browser.SubmitAsync(page, $"form:has(button[value='{message.Id}'])", ("id", message.Id.ToString()));
        await Polling.UntilAsync("the message handled anew", async () =>
        {
            await using var session = store.QuerySession();
            return (await session.LoadAsync<OutboundMessage>(message.Id)) is { State: DeliveryState.Failed, Reason: FailureReason.Gone };
        });
    }

    [Fact]
    public async Task holds_are_told_and_each_ends_when_an_admin_lets_what_it_holds_go_on()
    {
        var outbox = app.Services.GetRequiredService<OutboxStore>();
        var number = (await app.Services.GetRequiredService<BusinessAccount>().GetAsync(CancellationToken.None)).PhoneNumberId;
        await outbox.ChangeNumberAsync(number, state => state.Alarm(190, DateTimeOffset.UtcNow).Hold(368, DateTimeOffset.UtcNow).HoldMarketing(131048, DateTimeOffset.UtcNow), CancellationToken.None);

        using var browser = await app.NewAdminSessionAsync();
        var page = await browser.GetAsync("/admin/messages");
        page.Texts(".notice--error").Count.ShouldBe(2);
        page.Body.ShouldContain("Meta restricts the account");
        page.Body.ShouldContain("Too many people blocked or reported the number");
        var after = await browser.FollowAsync(await browser.SubmitAsync(page, "form[action*='handler=GoOn']"));

        after.Texts(".notice--error").Count.ShouldBe(2, "the alarm shows, which the hold had covered");
        (await outbox.NumberAsync(number, CancellationToken.None)).ShouldNotBeNull().ShouldSatisfyAllConditions(n => n.HoldCode.ShouldBeNull(), n => n.MarketingHoldCode.ShouldBe(131048), n => n.AlarmCode.ShouldBe(190));
        after = await browser.FollowAsync(await browser.SubmitAsync(after, "form[action*='handler=Offer']"));

        after.Texts(".notice--error").ShouldHaveSingleItem().ShouldContain("The access token is expired or wrong");
        (await outbox.NumberAsync(number, CancellationToken.None)).ShouldNotBeNull().ShouldSatisfyAllConditions(n => n.MarketingHoldCode.ShouldBeNull(), n => n.AlarmCode.ShouldBe(190));
        await outbox.ChangeNumberAsync(number, state => state.Calm(), CancellationToken.None);
    }

    [Theory]
    [InlineData("en", "WhatsApp__PhoneNumberId", "sending resumes by itself"), InlineData("vi", "WhatsApp__PhoneNumberId", "mã phụ 33")]
    public async Task a_number_that_meta_does_not_know_is_told_as_a_wrong_setting_and_not_as_a_fault_of_ours(string language, params string[] told)
    {
        var outbox = app.Services.GetRequiredService<OutboxStore>();
        var number = (await app.Services.GetRequiredService<BusinessAccount>().GetAsync(CancellationToken.None)).PhoneNumberId;
        await outbox.ChangeNumberAsync(number, state => state.Alarm(GraphError.NoSuchObject, DateTimeOffset.UtcNow), CancellationToken.None);
        try
        {
            using var browser = await app.NewAdminSessionAsync(language);
            var alarm = (await browser.GetAsync("/admin/messages")).Texts(".notice--error").ShouldHaveSingleItem();

            told.ShouldAllBe(words => alarm.Contains(words, StringComparison.Ordinal));
        }
        finally
        {
            await outbox.ChangeNumberAsync(number, state => state.Calm(), CancellationToken.None);
        }
    }

    [Theory]
    [InlineData("en", "Meta changed the state of a template to PAUSED."), InlineData("vi", "Meta đã đổi trạng thái của một mẫu tin thành PAUSED.")]
    public async Task what_has_to_be_looked_at_stands_there_until_it_is_settled(string language, string told)
    {
        var template = $"t_{Guid.NewGuid():N} (vi)";
        var notices = app.Services.GetRequiredService<DeliveryNotices>();
        await notices.NoteAsync("message_template_status_update", "PAUSED", template, DateTimeOffset.UtcNow, CancellationToken.None);

        using var browser = await app.NewAdminSessionAsync(language);
        var page = await browser.GetAsync("/admin/messages");
        page.Texts(".notice--warn").ShouldContain(text => text.Contains(told, StringComparison.Ordinal) && text.Contains(template, StringComparison.Ordinal));
        var id = $"message_template_status_update:PAUSED:{template}";
        var after = await browser.FollowAsync(await browser.SubmitAsync(page, $"form:has(button[value='{id}'])", ("id", id)));

        after.Body.ShouldNotContain(template);
    }

    [Fact]
    public async Task what_was_delivered_is_counted_by_country_and_category_and_priced_where_a_price_is_set()
    {
        var now = DateTimeOffset.UtcNow;
        foreach (var charged in new[] { true, true, false })
        {
            var hash = Guid.NewGuid().ToString("N");
            await StoredMessages.StoreAsync(app.Services, (StoredMessages.Phrase(Guid.CreateVersion7(), "Help").Attempt(now) with { Country = "AD" }).Accept(hash, now).Progress(DeliveryState.Delivered, hash, null, "marketing", now, charged));
        }

        using var browser = await app.NewAdminSessionAsync();
        var page = await browser.GetAsync("/admin/messages");

        page.Texts("tr").Select(row => string.Join(' ', row.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ShouldContain("AD marketing 3 2 no price set");
        var options = new WhatsAppOptions { Prices = new() { ["ad"] = new() { ["Marketing"] = .05m } } };
        (await new DeliveryCosts(app.Services.GetRequiredService<Npgsql.NpgsqlDataSource>(), Microsoft.Extensions.Options.Options.Create(options)).SinceAsync(now.AddMinutes(-1), CancellationToken.None))
            .Single(cost => cost.Country == "AD").Cost.ShouldBe(.10m);
    }

    [Fact]
    public async Task an_invitation_of_the_simulator_is_charged_for_and_what_is_answered_is_not()
    {
        using var browser = await app.NewAdminSessionAsync();
        var (marketing, service) = (await CostAsync(browser, "marketing"), await CostAsync(browser, "service"));
        var phone = await ChatPhone.SwitchOnAsync(app.Services);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var traveller = Guid.CreateVersion7();
            var trip = await app.Services.GetRequiredService<ITrips>().StartAsync(traveller, "en", "USD", CancellationToken.None);
            var list = await scope.ServiceProvider.GetRequiredService<IRecommender>().RecommendAsync(trip, traveller, CancellationToken.None);
            (await scope.ServiceProvider.GetRequiredService<IWhatsApp>().InviteAsync(traveller, list.Id, "+" + phone.Digits, "VN", "Agreed.", CancellationToken.None)).ShouldBe(InvitationOutcome.Queued);
        }

        await phone.TapAsync(await phone.AnswerAsync("the invitation", b => b.IsTemplate), "Show my tours");
        await phone.ListAsync();

        await Polling.UntilAsync("all to be told as delivered", async () => (await CostAsync(browser, "service")).Delivered >= service.Delivered + 4);
        (await CostAsync(browser, "service")).Charged.ShouldBe(service.Charged);
        (await CostAsync(browser, "marketing")).ShouldBe((marketing.Delivered + 1, marketing.Charged + 1));
    }

    /// <summary>Messages that arrived in Viet Nam in a category, and how many of them are charged for, as the page shows them.</summary>
    private static async Task<(int Delivered, int Charged)> CostAsync(BrowserSession browser, string category) =>
        (await browser.GetAsync("/admin/messages")).Texts("tr").Select(row => row.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).FirstOrDefault(cells => cells is ["VN", var named, ..] && named == category) is { } found
            ? (int.Parse(found[2]), int.Parse(found[3])) : (0, 0);

    [Fact]
    public async Task what_was_read_still_counts_as_delivered_and_sent()
    {
        using var browser = await app.NewAdminSessionAsync();
        var before = await CountsAsync(browser);
        var now = DateTimeOffset.UtcNow;
        foreach (var state in new[] { DeliveryState.Sent, DeliveryState.Delivered, DeliveryState.Read, DeliveryState.Failed })
        {
            var hash = Guid.NewGuid().ToString("N");
            await StoredMessages.StoreAsync(app.Services, StoredMessages.Phrase(Guid.CreateVersion7(), "Help").Attempt(now).Accept(hash, now).Progress(state, hash, null, null, now));
        }

        var after = await CountsAsync(browser);
        after.Zip(before, (now, then) => now - then).ShouldBe([0, 4, 2, 1, 1]);

        var figures = (await browser.GetAsync("/admin")).Page.QuerySelectorAll(".figures__one").ToDictionary(figure => figure.QuerySelector("dt")!.TextContent, figure => figure.QuerySelector("dd")!.TextContent);
        new[] { "Messages of 30 days waiting", "Messages of 30 days sent", "Of these delivered", "Of these read", "Messages of 30 days failed" }.Select(name => int.Parse(figures[name].Replace(",", ""))).ShouldBe(after);
        (await browser.GetAsync("/admin/messages?show=Sent")).Texts("#messages tbody tr").Count.ShouldBe(Math.Min(100, after[1]));
    }

    /// <summary>Waiting, sent, of these delivered, of these read, failed.</summary>
    private static async Task<IReadOnlyList<int>> CountsAsync(BrowserSession browser) =>
        [.. (await browser.GetAsync("/admin/messages")).Texts("nav a[href^='?show=']").Select(chip => int.Parse(chip.Split(": ")[1].Split(' ')[0]))];

    [Theory]
    [InlineData("en", "noting whether the tours were right", "taking a thumb back", "noting a delivery state"), InlineData("vi", "ghi nhận các tour có đúng ý không", "rút lại một lượt thích", "ghi trạng thái gửi")]
    public async Task a_dead_letter_is_told_in_words(string language, params string[] told)
    {
        var inbox = app.Services.GetRequiredService<IMessageStore>().Inbox;
        foreach (var command in new object[] { new RateList(Guid.NewGuid(), Guid.NewGuid(), true), new TakeFeedbackBack(Guid.NewGuid(), Guid.NewGuid(), "x"), new RecordStatuses([]) })
        {
            var letter = StoredMessages.Durable(app.Services, command, WhatsAppFeature.OutboxQueue);
            (letter.Status, letter.OwnerId) = (EnvelopeStatus.Incoming, 77);
            await inbox.StoreIncomingAsync(letter);
            await inbox.MoveToDeadLetterStorageAsync(letter, new InvalidOperationException("as a test"));
        }

        using var browser = await app.NewAdminSessionAsync(language);
        var page = await browser.GetAsync("/admin/messages");

        told.ShouldAllBe(words => page.Texts("td").Any(cell => cell.Contains(words, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task one_whose_dead_letter_is_discarded_has_failed_and_can_be_sent_again()
    {
        var message = StoredMessages.Phrase(Guid.CreateVersion7(), "Help");
        var store = app.Services.GetRequiredService<IDocumentStore>();
        await StoredMessages.StoreAsync(app.Services, message);

        var letter = StoredMessages.ToSend(app.Services, message);
        (letter.Status, letter.OwnerId) = (EnvelopeStatus.Incoming, 77);
        var inbox = app.Services.GetRequiredService<IMessageStore>().Inbox;
        await inbox.StoreIncomingAsync(letter);
        await inbox.MoveToDeadLetterStorageAsync(letter, new InvalidOperationException("as a test"));

        using var browser = app.NewBrowserSession();
        await browser.SignInAsync(app.Services, ConfiguredApp.AdminPhone);
        var page = await browser.GetAsync("/admin/messages");
        await browser.SubmitAsync(page, $"form[action*='handler=Discard']:has(button[value='{letter.Id}'])", ("id", letter.Id.ToString()));

        await using var query = store.QuerySession();
        (await query.LoadAsync<OutboundMessage>(message.Id)).ShouldNotBeNull().ShouldSatisfyAllConditions(m => m.State.ShouldBe(DeliveryState.Failed), m => m.Reason.ShouldBe(FailureReason.Broken));
        (await browser.GetAsync("/admin/messages?show=Failed")).Body.ShouldContain("TravelBuddy could not send it, in several tries");
    }
}
