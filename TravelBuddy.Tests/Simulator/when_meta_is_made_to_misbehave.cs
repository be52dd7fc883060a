using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.Simulator;

public sealed class when_meta_is_made_to_misbehave(PanelApp panel) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IServiceProvider Services => panel.App.Services;

    public ValueTask InitializeAsync() => new(panel.ResetAsync());

    public ValueTask DisposeAsync() => new(panel.ResetAsync());

    [Fact]
    public async Task what_is_set_stays_and_is_shown()
    {
        await panel.SetAsync(("fail", "30"), ("way", "Gateway"), ("way", "Slow"), ("slow", "7"), ("duplicate", "10"), ("delay", "20"), ("delaySeconds", "3"), ("reorder", "40"), ("drop", "50"));
        using var browser = panel.NewBrowserSession();
        var page = await browser.GetAsync("/simulator");
        string? Value(string name) => page.Page.QuerySelector($"#panel input[name={name}]")!.GetAttribute("value");
        new[] { "fail", "slow", "duplicate", "delay", "delaySeconds", "reorder", "drop" }.Select(Value).ShouldBe(["30", "7", "10", "20", "3", "40", "50"]);
        page.Page.QuerySelectorAll("#panel input[name=way][checked]").Select(box => box.GetAttribute("value")).ShouldBe(["Gateway", "Slow"]);
        page.Page.QuerySelector("#panel input[name=expired]")!.HasAttribute("checked").ShouldBeFalse();
        (await Services.GetRequiredService<IDocumentStore>().QuerySession().LoadAsync<Misbehaviour>(Misbehaviour.Only, Ct)).ShouldNotBeNull("so that it holds on every node and survives a restart").Fail.ShouldBe(30);

        await panel.ResetAsync();
        (await browser.GetAsync("/simulator")).Page.QuerySelectorAll("#panel input[checked]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("fail", "101")]
    [InlineData("drop", "-1")]
    [InlineData("reorder", "half")]
    [InlineData("slow", "0")]
    [InlineData("delaySeconds", "99999")]
    [InlineData("way", "Drop")]
    [InlineData("way", "Nonsense")]
    public async Task what_is_no_share_or_time_changes_nothing(string field, string value)
    {
        using var browser = panel.NewBrowserSession("vi");
        var answer = await browser.SubmitAsync(await browser.GetAsync("/simulator/panel"), ".panel__form", ("expired", "true"), (field, value));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Texts("#panel [role=alert]").ShouldHaveSingleItem().ShouldStartWith("Chưa thay đổi gì");
        (await Services.GetRequiredService<MisbehaviourPanel>().GetAsync(Ct)).IsOn.ShouldBeFalse();
    }

    [Theory]
    [InlineData(Mishap.TooManyRequests, 429, 4)]
    [InlineData(Mishap.Throttled, 400, 130429)]
    [InlineData(Mishap.PairRate, 400, 131056)]
    [InlineData(Mishap.ServerError, 500, 131000)]
    [InlineData(Mishap.Gateway, 502, null)]
    [InlineData(Mishap.TokenExpired, 401, 190)]
    public async Task a_call_fails_in_the_way_that_was_chosen(Mishap way, int status, int? code)
    {
        var phone = await WithWindowAsync();
        await panel.SetAsync(("fail", "100"), ("way", way.ToString()));
        var reply = await panel.CallAsync(GraphReply.Text(phone));

        ((int)reply.Status, reply.Code).ShouldBe((status, code));
        reply.RetryAfter.HasValue.ShouldBe(way == Mishap.TooManyRequests);
        (await panel.CountAsync(way)).ShouldBe(1);
        (await TakenAsync(phone)).ShouldBe(0);
    }

    [Fact]
    public async Task a_connection_that_breaks_before_leaves_nothing_and_one_that_breaks_after_leaves_a_message_that_is_counted()
    {
        var phone = await WithWindowAsync();
        await panel.SetAsync(("fail", "100"), ("way", "BreakBefore"));
        await Should.ThrowAsync<HttpRequestException>(() => panel.CallAsync(GraphReply.Text(phone, "one")));
        (await TakenAsync(phone)).ShouldBe(0);
        (await panel.CountAsync(Mishap.TakenUnanswered)).ShouldBe(0);

        await panel.SetAsync(("fail", "100"), ("way", "BreakAfter"));
        await Should.ThrowAsync<HttpRequestException>(() => panel.CallAsync(GraphReply.Text(phone, "one")));
        (await TakenAsync(phone)).ShouldBe(1);
        (await panel.CountAsync(Mishap.TakenUnanswered)).ShouldBe(1);
        (await panel.CountAsync(Mishap.TakenAgain)).ShouldBe(0);

        await panel.SetAsync();
        (await panel.CallAsync(GraphReply.Text(phone, "one"))).Status.ShouldBe(HttpStatusCode.OK);
        (await panel.CallAsync(GraphReply.Text(phone, "two"))).Status.ShouldBe(HttpStatusCode.OK);
        (await panel.CountAsync(Mishap.TakenAgain)).ShouldBe(1, "the same message of ours came twice, another one once");
        (await TakenAsync(phone)).ShouldBe(3);
    }

    [Fact]
    public async Task who_does_not_wait_for_a_slow_answer_was_not_told()
    {
        var phone = await WithWindowAsync();
        await panel.SetAsync(("fail", "100"), ("way", "Slow"), ("slow", "1"));
        (await panel.CallAsync(GraphReply.Text(phone))).Status.ShouldBe(HttpStatusCode.OK);
        (await panel.CountAsync(Mishap.TakenUnanswered)).ShouldBe(0);

        await panel.SetAsync(("fail", "100"), ("way", "Slow"), ("slow", "300"));
        using var patience = new CancellationTokenSource();
        var impatient = panel.CallAsync(GraphReply.Text(phone), patience.Token);
        await Polling.UntilAsync("the message", async () => await panel.CountAsync(Mishap.Slow) == 2);
        impatient.IsCompleted.ShouldBeFalse();
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => impatient);
        await Polling.UntilAsync("the count", async () => await panel.CountAsync(Mishap.TakenUnanswered) == 1);
        (await TakenAsync(phone)).ShouldBe(2);
    }

    [Fact]
    public async Task while_the_token_has_expired_nothing_goes_and_afterwards_everything_does()
    {
        var phone = await WithWindowAsync();
        await panel.SetAsync(("expired", "true"));
        for (var i = 0; i < 3; i++)
        {
            (await panel.CallAsync(GraphReply.Text(phone))).Code.ShouldBe(190);
        }

        await panel.SetAsync();
        (await panel.CallAsync(GraphReply.Text(phone))).Code.ShouldBeNull();
    }

    [Fact]
    public async Task a_dropped_status_never_comes()
    {
        await panel.SetAsync(("drop", "100"));
        var phone = await ChatPhone.SwitchOnAsync(Services);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        await Polling.UntilAsync("both statuses dropped", async () => await panel.CountAsync(Mishap.Drop) >= 2);
        (await OutboundAsync(phone)).ShouldAllBe(m => m.State == DeliveryState.Accepted);
        (await phone.BubblesAsync()).First(b => !b.FromPerson).State.ShouldBe(DeliveryState.Delivered, "the phone has it all the same");
    }

    [Fact]
    public async Task what_comes_twice_is_answered_once()
    {
        await panel.SetAsync(("duplicate", "100"));
        var phone = await ChatPhone.SwitchOnAsync(Services);
        await phone.SayAsync("help");
        await phone.SayAsync("thanks");
        await phone.AnswerAsync("You are welcome");
        await Polling.UntilAsync("two messages and four statuses, each twice", async () => await panel.CountAsync(Mishap.Duplicate) >= 6);
        (await phone.BubblesAsync()).Where(b => !b.FromPerson).Select(ChatPhone.Text).ShouldBeUnique();
    }

    [Fact]
    public async Task what_comes_late_or_after_a_later_one_comes()
    {
        await panel.SetAsync(("reorder", "100"));
        var phone = await ChatPhone.SwitchOnAsync(Services);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        await Polling.UntilAsync("the last status", async () => (await OutboundAsync(phone)).All(m => m.State == DeliveryState.Delivered));
        (await panel.CountAsync(Mishap.Reorder)).ShouldBeGreaterThanOrEqualTo(3, "the message, sent and delivered");

        await panel.SetAsync(("delay", "100"), ("delaySeconds", "1"));
        await phone.SayAsync("thanks");
        await phone.AnswerAsync("You are welcome");
        await Polling.UntilAsync("the last status", async () => (await OutboundAsync(phone)).All(m => m.State == DeliveryState.Delivered));
        (await panel.CountAsync(Mishap.Delay)).ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task the_number_takes_eighty_messages_a_second_in_and_out()
    {
        var phone = await WithWindowAsync();
        var others = await WithWindowAsync();
        await using (var session = Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            var soon = DateTimeOffset.UtcNow.AddSeconds(20);
            session.Insert([.. (await others.MessagesAsync()).SelectMany(message => Enumerable.Range(0, 80).Select(_ => message with { Id = Guid.CreateVersion7(), At = soon }))]);
            await session.SaveChangesAsync(Ct);
        }

        (await panel.CallAsync(GraphReply.Text(phone))).Code.ShouldBe(130429);
        await using var tidy = Services.GetRequiredService<IDocumentStore>().LightweightSession();
        tidy.DeleteWhere<PretendMessage>(message => message.PhoneId == others.Phone.Id);
        await tidy.SaveChangesAsync(Ct);
        (await panel.CallAsync(GraphReply.Text(phone))).Code.ShouldBeNull();
    }

    /// <summary>A phone that wrote a minute ago, without TravelBuddy being told.</summary>
    private async Task<ChatPhone> WithWindowAsync()
    {
        var phone = await ChatPhone.SwitchOnAsync(Services);
        await using var session = Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Store(phone.Phone with { LastWroteAt = DateTimeOffset.UtcNow });
        var body = Services.GetRequiredService<PretendPhones>().Seal(new System.Text.Json.Nodes.JsonObject { ["type"] = "text", ["text"] = new System.Text.Json.Nodes.JsonObject { ["body"] = "hello" } });
        session.Insert(new PretendMessage { Id = Guid.CreateVersion7(), PhoneId = phone.Phone.Id, FromPerson = true, Body = body, At = DateTimeOffset.UtcNow.AddMinutes(-1) });
        await session.SaveChangesAsync(Ct);
        return phone;
    }

    private static async Task<int> TakenAsync(ChatPhone phone) => (await phone.MessagesAsync()).Count(message => !message.FromPerson);

    private async Task<IReadOnlyList<OutboundMessage>> OutboundAsync(ChatPhone phone)
    {
        var id = (await phone.PersonAsync()).Id;
        await using var session = Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.Query<OutboundMessage>().Where(m => m.PersonId == id).OrderBy(m => m.Sequence).ToListAsync(Ct);
    }
}
