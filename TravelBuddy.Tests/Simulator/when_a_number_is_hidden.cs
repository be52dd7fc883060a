using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.Simulator;

/// <summary>Somebody who shows WhatsApp's businesses a user name and no number.</summary>
public sealed class when_a_number_is_hidden(AppFixture app)
{
    [Fact]
    public async Task they_are_served_like_anybody()
    {
        using var browser = app.NewBrowserSession();
        var name = $"@Mai.{Guid.CreateVersion7().ToString("N")[^12..]}";
        var opened = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/simulator"), "form[action*='handler=Phone']", ("number", name)));
        opened.Texts(".phone__who small").ShouldHaveSingleItem().ShouldEndWith(name.ToLowerInvariant());
        opened.Texts(".phones__list [aria-current] .phones__hidden").ShouldBe(["number hidden"]);

        var phone = await ChatPhone.SwitchOnWithoutNumberAsync(app);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        var sent = (await phone.ReceivedAsync())[^1];
        sent["recipient"]!.GetValue<string>().ShouldBe(phone.Phone.UserId);
        sent["to"].ShouldBeNull();
        await Polling.UntilAsync("it is delivered", async () => (await phone.BubblesAsync()).All(b => b.State >= DeliveryState.Delivered));
        await phone.LookAsync();
        await Polling.UntilAsync("it is read", async () => (await phone.BubblesAsync()).Where(b => !b.FromPerson).All(b => b.State == DeliveryState.Read));
    }

    [Fact]
    public async Task a_user_name_with_a_number_in_it_is_no_number()
    {
        using var browser = app.NewBrowserSession();
        var opened = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/simulator"), "form[action*='handler=Phone']", ("number", "@Mai.0905123456")));
        opened.Texts(".phone__who small").ShouldHaveSingleItem().ShouldEndWith("@mai.0905123456");
    }

    [Theory]
    [InlineData("@a")]
    [InlineData("@12345")]
    [InlineData("@mai travels")]
    [InlineData("@mai..travels")]
    [InlineData("mai")]
    public async Task a_user_name_that_is_none_is_told(string typed)
    {
        using var browser = app.NewBrowserSession();
        var again = await browser.SubmitAsync(await browser.GetAsync("/simulator"), "form[action*='handler=Phone']", ("number", typed));
        again.Texts("#number-error").ShouldHaveSingleItem().ShouldStartWith("That is neither");
    }

    [Fact]
    public async Task the_answer_to_a_send_and_its_contacts_know_no_number()
    {
        var phone = await ChatPhone.SwitchOnWithoutNumberAsync(app);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        var answer = await CallAsync($$$"""{"messaging_product":"whatsapp","recipient":"{{{phone.Phone.UserId}}}","type":"text","text":{"body":"x"}}""");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Json.GetProperty("contacts")[0].EnumerateObject().Select(part => part.Name).ShouldBe(["input", "user_id"]);
        (await CallAsync($$$$"""{"messaging_product":"whatsapp","recipient":"{{{{phone.Phone.UserId}}}}","type":"template","template":{"name":"sign_in_code","language":{"code":"en"},"components":[]}}""")).Code.ShouldBe(131062);
    }

    [Fact]
    public void webhooks_carry_only_the_user_id_and_the_name()
    {
        var person = new PretendPerson(null, "mai.travels", "VN.1");
        var at = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        PretendDelivery.OfMessage(new JsonObject { ["type"] = "text", ["text"] = new JsonObject { ["body"] = "x" } }, person, "wamid.1", at).ToJsonString()
            .ShouldBe("""{"contacts":[{"profile":{"name":"Pretend phone","username":"mai.travels"},"user_id":"VN.1"}],"messages":[{"from_user_id":"VN.1","id":"wamid.1","timestamp":"1800000000","type":"text","text":{"body":"x"}}]}""");
        PretendDelivery.OfStatus(DeliveryState.Delivered, person, "wamid.2", new PretendPrice("service", false), null, at)["statuses"]![0]!.AsObject().Select(part => part.Key)
            .ShouldBe(["id", "status", "timestamp", "recipient_user_id", "pricing"]);
    }

    [Fact]
    public void with_a_number_they_carry_both()
    {
        var person = new PretendPerson("84905123456", null, "VN.1");
        var message = PretendDelivery.OfMessage(new JsonObject { ["type"] = "text", ["text"] = new JsonObject { ["body"] = "x" } }, person, "wamid.1", DateTimeOffset.UnixEpoch);
        message["contacts"]![0]!["wa_id"]!.GetValue<string>().ShouldBe("84905123456");
        message["messages"]![0]!["from"]!.GetValue<string>().ShouldBe("84905123456");
        PretendDelivery.OfStatus(DeliveryState.Read, person, "wamid.2", new PretendPrice("service", false), "ours", DateTimeOffset.UnixEpoch)["statuses"]![0]!["recipient_id"]!.GetValue<string>().ShouldBe("84905123456");
    }

    [Fact]
    public async Task a_duplicate_comes_in_another_envelope()
    {
        var number = await app.Services.GetRequiredService<BusinessAccount>().GetAsync(TestContext.Current.CancellationToken);
        var value = PretendDelivery.OfStatus(DeliveryState.Sent, new PretendPerson("84905123456", null, "VN.1"), "wamid.1", new PretendPrice("service", false), null, DateTimeOffset.UnixEpoch);
        var (first, second) = (PretendDelivery.Envelope(value, number, DateTimeOffset.UnixEpoch, false), PretendDelivery.Envelope(value, number, DateTimeOffset.UnixEpoch, true));
        second.ToJsonString().ShouldNotBe(first.ToJsonString());
        second["entry"]![0]!["changes"]![0]!["value"]!.ToJsonString().ShouldBe(first["entry"]![0]!["changes"]![0]!["value"]!.ToJsonString());
    }

    private Task<GraphReply> CallAsync(string body) => GraphReply.OfAsync(app.BaseUrl, app.Services.GetRequiredService<BusinessAccount>(), body);
}
