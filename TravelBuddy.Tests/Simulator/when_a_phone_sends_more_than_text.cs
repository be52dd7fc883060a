using System.Net;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.Simulator;

public sealed class when_a_phone_sends_more_than_text(AppFixture app)
{
    [Fact]
    public async Task a_place_of_the_list_goes_with_its_name_and_typed_degrees_without()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        using var browser = app.NewBrowserSession();
        await SendAsync(browser, phone, "location", ("place", "hoi-an"));
        var page = await SendAsync(browser, phone, "location", ("place", ""), ("latitude", "16.06"), ("longitude", "108,22"));

        var bodies = await phone.SentAsync();
        bodies[0]["location"]!.AsObject().Select(part => part.Key).ShouldBe(["latitude", "longitude", "name", "address"]);
        bodies[0]["location"]!["name"]!.GetValue<string>().ShouldBe("Hội An");
        bodies[1]["location"]!.ToJsonString().ShouldBe("""{"latitude":16.06,"longitude":108.22}""");
        page.Texts(".place__name").ShouldBe(["Location", "Hội An"]);
        await DeliveredAsync(phone, 2);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("north", "108")]
    [InlineData("96", "108")]
    [InlineData("NaN", "108")]
    public async Task degrees_that_are_none_are_told(string latitude, string longitude)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        using var browser = app.NewBrowserSession();
        var answer = await browser.SubmitAsync(await browser.GetAsync($"/simulator/{phone.Phone.Id}"), ".more__body", ("what", "location"), ("place", ""), ("latitude", latitude), ("longitude", longitude));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Texts(".line__error").ShouldHaveSingleItem().ShouldStartWith("A location is");
        (await phone.MessagesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task voice_picture_document_and_contact_are_shaped_as_meta_does()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        using var browser = app.NewBrowserSession();
        await SendAsync(browser, phone, "voice");
        await SendAsync(browser, phone, "picture", ("caption", "Our beach"));
        await SendAsync(browser, phone, "document");
        var page = await SendAsync(browser, phone, "contact");

        var bodies = await phone.SentAsync();
        bodies.Select(body => body["type"]!.GetValue<string>()).ShouldBe(["audio", "image", "document", "contacts"]);
        bodies[0]["audio"]!["voice"]!.GetValue<bool>().ShouldBeTrue();
        bodies[0]["audio"]!["mime_type"]!.GetValue<string>().ShouldBe("audio/ogg; codecs=opus");
        bodies[1]["image"]!["caption"]!.GetValue<string>().ShouldBe("Our beach");
        bodies[2]["document"]!.AsObject().Select(part => part.Key).ShouldBe(["mime_type", "sha256", "id", "filename"], "a caption only if there is one");
        bodies[3]["contacts"]![0]!["name"]!["formatted_name"]!.GetValue<string>().ShouldNotBeEmpty();
        page.Page.QuerySelectorAll(".voice").Length.ShouldBe(1);
        page.Texts(".file b").ShouldBe(["passport-copy.pdf"]);
        page.Page.QuerySelectorAll(".person").Length.ShouldBe(1);
        await DeliveredAsync(phone, 4);

        using var client = app.NewClient();
        var picture = await client.GetAsync(page.Page.QuerySelector(".bubble__picture")!.GetAttribute("src"), TestContext.Current.CancellationToken);
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
    }

    [Fact]
    public async Task a_picture_can_be_fetched_by_its_id_as_from_meta()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.DoAsync((hand, owner) => hand.SendPictureAsync(owner, null, TestContext.Current.CancellationToken));
        var id = (await phone.SentAsync()).Single()["image"]!["id"]!.GetValue<string>();
        var account = await app.Services.GetRequiredService<BusinessAccount>().GetAsync(TestContext.Current.CancellationToken);
        using var client = app.NewClient();

        (await client.GetAsync(new Uri(account.Graph, id), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        client.DefaultRequestHeaders.Authorization = new("Bearer", account.AccessToken);
        client.DefaultRequestHeaders.UserAgent.ParseAdd("test");
        var described = JsonNode.Parse(await client.GetStringAsync(new Uri(account.Graph, id), TestContext.Current.CancellationToken))!;
        var bytes = await client.GetByteArrayAsync(new Uri(described["url"]!.GetValue<string>()), TestContext.Current.CancellationToken);
        bytes.Length.ShouldBe(described["file_size"]!.GetValue<int>());
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)).ShouldBe(described["sha256"]!.GetValue<string>());
        (await client.GetAsync(new Uri(account.Graph, "1234"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task an_answer_quotes_its_message()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("hello");
        await phone.AnswerAsync("Hello");
        await phone.SayAsync("help");
        var help = await phone.AnswerAsync("You can write");
        using var browser = app.NewBrowserSession();
        var page = await browser.GetAsync($"/simulator/{phone.Phone.Id}");
        var quoting = await browser.GetAsync(page.Page.QuerySelector($"[data-message='{help.Id}'] .menu__item")!.GetAttribute("href")!);
        quoting.Texts(".line__aim .bubble__quote span").ShouldHaveSingleItem().ShouldStartWith("You can write");
        var said = await browser.FollowAsync(await browser.SubmitAsync(quoting, ".line__form", ("text", "thanks")));

        said.Texts(".bubble--mine .bubble__quote b").ShouldBe(["TravelBuddy"]);
        var context = (await phone.SentAsync()).Last(body => body["text"]?["body"]?.GetValue<string>() == "thanks")["context"]!;
        context["id"]!.GetValue<string>().ShouldBe($"wamid.{help.Id:N}");
        context["from"]!.GetValue<string>().ShouldBe((await app.Services.GetRequiredService<BusinessAccount>().GetAsync(TestContext.Current.CancellationToken)).Digits);
        await phone.AnswerAsync("You are welcome");
    }

    [Fact]
    public async Task a_reaction_shows_and_can_be_taken_back()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("help");
        var help = await phone.AnswerAsync("You can write");
        using var browser = app.NewBrowserSession();
        var menu = $"[data-message='{help.Id}'] .menu__emoji";
        var given = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync($"/simulator/{phone.Phone.Id}"), menu, ("emoji", "❤️")));
        given.Texts(".bubble__reaction").ShouldBe(["❤️"]);
        var taken = await browser.FollowAsync(await browser.SubmitAsync(given, menu, ("emoji", given.Page.QuerySelector($"{menu} [aria-pressed=true]")!.GetAttribute("value"))));
        taken.Page.QuerySelectorAll(".bubble__reaction").ShouldBeEmpty();

        (await phone.SentAsync()).Where(body => body["type"]!.GetValue<string>() == "reaction").Select(body => body["reaction"]!["emoji"]?.GetValue<string>()).ShouldBe(["❤️", null]);
    }

    [Fact]
    public async Task an_own_text_can_be_changed_and_deleted()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("helo");
        var typo = (await phone.BubblesAsync())[0];
        using var browser = app.NewBrowserSession();
        var editing = await browser.GetAsync($"/simulator/{phone.Phone.Id}?edit={typo.Id}");
        editing.Page.QuerySelector(".line__text")!.GetAttribute("value").ShouldBe("helo");
        var edited = await browser.FollowAsync(await browser.SubmitAsync(editing, ".line__form", ("text", "hello")));
        edited.Texts($"[data-message='{typo.Id}'] .bubble__text").ShouldBe(["hello"]);
        edited.Texts($"[data-message='{typo.Id}'] .bubble__meta").ShouldHaveSingleItem().ShouldStartWith("edited");
        var gone = await browser.FollowAsync(await browser.SubmitAsync(edited, $"[data-message='{typo.Id}'] form[action*='handler=Delete']", ("message", typo.Id.ToString())));
        gone.Texts($"[data-message='{typo.Id}'] .bubble__text").ShouldHaveSingleItem().ShouldContain("This message was deleted");

        var bodies = await phone.SentAsync();
        bodies.Single(body => body["type"]!.GetValue<string>() == "edit")["edit"]!.ToJsonString().ShouldBe($$$$"""{"original_message_id":"wamid.{{{{typo.Id:N}}}}","message":{"type":"text","text":{"body":"hello"}}}""");
        bodies.Single(body => body["type"]!.GetValue<string>() == "revoke")["revoke"]!.ToJsonString().ShouldBe($$"""{"original_message_id":"wamid.{{typo.Id:N}}"}""");
        await DeliveredAsync(phone, 3);
    }

    [Fact]
    public async Task nobody_changes_or_deletes_what_is_not_theirs()
    {
        var (phone, other) = (await ChatPhone.SwitchOnAsync(app), await ChatPhone.SwitchOnAsync(app));
        await phone.SayAsync("help");
        var answer = await phone.AnswerAsync("You can write");
        await other.SayAsync("help");
        var theirs = (await other.BubblesAsync())[0];
        await phone.DoAsync(async (hand, owner) =>
        {
            (await hand.EditAsync(owner, answer.Id, "x", TestContext.Current.CancellationToken)).ShouldBeFalse();
            (await hand.DeleteAsync(owner, theirs.Id, TestContext.Current.CancellationToken)).ShouldBeFalse();
            (await hand.ReactAsync(owner, theirs.Id, "👍", TestContext.Current.CancellationToken)).ShouldBeFalse();
        });
    }

    [Fact]
    public async Task a_message_from_an_ad_says_which()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        using var browser = app.NewBrowserSession();
        var page = await SendAsync(browser, phone, "ad", ("caption", "Is this still on?"));
        page.Texts(".bubble__quote--ad span").ShouldHaveSingleItem();
        var body = (await phone.SentAsync())[0];
        body["text"]!["body"]!.GetValue<string>().ShouldBe("Is this still on?");
        body["referral"]!["source_type"]!.GetValue<string>().ShouldBe("ad");
        await DeliveredAsync(phone, 1);
    }

    [Fact]
    public async Task a_request_for_a_location_is_answered_in_its_context()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        (await CallAsync($$$$"""{"messaging_product":"whatsapp","to":"+{{{{phone.Digits}}}}","type":"interactive","interactive":{"type":"location_request_message","body":{"text":"Where are you?"},"action":{"name":"send_location"}}}""")).Code.ShouldBeNull();
        using var browser = app.NewBrowserSession();
        await SendAsync(browser, phone, "location", ("place", "hue"));
        var location = (await phone.SentAsync()).Single(body => body["type"]!.GetValue<string>() == "location");
        location["context"]!["id"]!.GetValue<string>().ShouldBe($"wamid.{(await phone.BubblesAsync()).Single(b => b.WantsLocation).Id:N}");
    }

    [Fact]
    public async Task what_the_business_quotes_reacts_to_and_types_is_seen()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        var mine = (await phone.MessagesAsync()).First(message => message.FromPerson);
        (await CallAsync($$$$"""{"messaging_product":"whatsapp","to":"+{{{{phone.Digits}}}}","type":"text","text":{"body":"quoting"},"context":{"message_id":"{{{{mine.MessageId}}}}"}}""")).Code.ShouldBeNull();
        (await CallAsync($$$$"""{"messaging_product":"whatsapp","to":"+{{{{phone.Digits}}}}","type":"reaction","reaction":{"message_id":"{{{{mine.MessageId}}}}","emoji":"🙏"}}""")).Code.ShouldBeNull();
        (await CallAsync($$$$"""{"messaging_product":"whatsapp","status":"read","message_id":"{{{{mine.MessageId}}}}","typing_indicator":{"type":"text"}}""")).Code.ShouldBeNull();

        using var browser = app.NewBrowserSession();
        var page = await browser.GetAsync($"/simulator/{phone.Phone.Id}");
        page.Texts(".bubble:not(.bubble--mine) .bubble__quote b").ShouldBe(["You"]);
        page.Texts(".bubble--mine .bubble__reaction").ShouldBe(["🙏"]);
        page.Page.QuerySelectorAll(".bubble--typing").Length.ShouldBe(1);
        page.Page.QuerySelectorAll(".bubble--mine .ticks--read").Length.ShouldBe(1);

        (await CallAsync(GraphReply.Text(phone))).Code.ShouldBeNull();
        (await browser.GetAsync($"/simulator/{phone.Phone.Id}")).Page.QuerySelectorAll(".bubble--typing").ShouldBeEmpty("a message ends it");
    }

    [Fact]
    public async Task a_message_that_was_refused_to_the_end_has_a_red_mark_and_a_reason()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var body = app.Services.GetRequiredService<PretendPhones>().Seal(new JsonObject { ["type"] = "text", ["text"] = new JsonObject { ["body"] = "hello?" } });
        await using (var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            session.Insert(new PretendMessage { Id = Guid.CreateVersion7(), PhoneId = phone.Phone.Id, FromPerson = true, Body = body, At = DateTimeOffset.UtcNow, State = DeliveryState.Failed, Problem = 503 });
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        using var browser = app.NewBrowserSession("vi");
        var page = await browser.GetAsync($"/simulator/{phone.Phone.Id}");
        page.Page.QuerySelectorAll(".ticks--failed").Length.ShouldBe(1);
        page.Texts(".bubble__problem").ShouldBe(["Chưa gửi được: TravelBuddy từ chối với mã HTTP 503."]);
    }

    private static async Task<PageAnswer> SendAsync(BrowserSession browser, ChatPhone phone, string what, params (string Name, string? Value)[] fields) =>
        await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync($"/simulator/{phone.Phone.Id}"), ".more__body", [("what", what), .. fields]));

    /// <summary>The webhook took them all.</summary>
    private static Task DeliveredAsync(ChatPhone phone, int count) => Polling.UntilAsync("the webhooks", async () =>
        (await phone.MessagesAsync()).Count(message => message.FromPerson && message.State is DeliveryState.Delivered or DeliveryState.Read) >= count);

    private Task<GraphReply> CallAsync(string body) => GraphReply.OfAsync(app.BaseUrl, app.Services.GetRequiredService<BusinessAccount>(), body);
}
