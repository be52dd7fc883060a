using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_webhook_is_posted(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_handshake_answers_the_bare_challenge_to_the_right_token_only()
    {
        var number = await NumberAsync();
        using var client = app.NewClient();
        (await client.GetStringAsync($"{WebhookEndpoint.Path}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token={number.VerifyToken}", Ct)).ShouldBe("1158201444");
        (await client.GetAsync($"{WebhookEndpoint.Path}?hub.mode=subscribe&hub.challenge=1&hub.verify_token=guessed", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync(WebhookEndpoint.Path, Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task what_is_not_signed_is_refused()
    {
        var body = "{}"u8.ToArray();
        (await PostAsync(body, null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(body, "sha256=" + new string('0', 64))).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(body, WebhookSignature.Of(body, "another secret"))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task what_is_signed_but_no_json_is_refused_and_what_is_strange_is_taken()
    {
        var number = await NumberAsync();
        foreach (var (text, status) in new[] { ("not json", HttpStatusCode.BadRequest), ("", HttpStatusCode.BadRequest), ("null", HttpStatusCode.OK), ("{\"object\":\"page\"}", HttpStatusCode.OK) })
        {
            var body = System.Text.Encoding.UTF8.GetBytes(text);
            (await PostAsync(body, WebhookSignature.Of(body, number.AppSecret))).ShouldBe(status, text);
        }
    }

    [Fact]
    public async Task a_body_larger_than_meta_sends_is_refused()
    {
        var body = new byte[WebhookEndpoint.MaxBytes + 1];
        var number = await NumberAsync();
        (await PostAsync(body, WebhookSignature.Of(body, number.AppSecret))).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task a_message_delivered_many_times_in_different_envelopes_is_answered_once()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write:");
        var number = await NumberAsync();
        var id = $"wamid.{Guid.NewGuid():N}";
        string Message(string extra) => $$$$"""{"from":"{{{{phone.Digits}}}}","from_user_id":"{{{{phone.Phone.UserId}}}}","id":"{{{{id}}}}","timestamp":"{{{{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}}}}","type":"text","text":{"body":"thanks"}{{{{extra}}}}}""";
        string Envelope(params string[] messages) =>
            $$$$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"{{{{number.PhoneNumberId}}}}"},"messages":[{{{{string.Join(',', messages)}}}}]}}]}]}""";
        var bodies = new[] { Envelope(Message("")), Envelope(Message(""), Message("")), Envelope(Message(",\"new_field\":{\"x\":1}")), Envelope(Message("")) };
        var answers = await Task.WhenAll(bodies.Select(text => System.Text.Encoding.UTF8.GetBytes(text)).Select(body => PostAsync(body, WebhookSignature.Of(body, number.AppSecret))));
        answers.ShouldAllBe(status => status == HttpStatusCode.OK);
        await phone.AnswerAsync("You are welcome");

        // A later message is answered after all of those were handled, because one person's are handled in order.
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write:");
        (await phone.BubblesAsync()).Count(b => !b.FromPerson && ChatPhone.Text(b).StartsWith("You are welcome", StringComparison.Ordinal)).ShouldBe(1);
        await NothingWaitsOfAsync(phone);
    }

    [Fact]
    public async Task a_message_delivered_again_after_its_person_was_forgotten_leaves_nothing_and_makes_nobody()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write:");
        var number = await NumberAsync();
        var body = System.Text.Encoding.UTF8.GetBytes(
            $$$$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"{{{{number.PhoneNumberId}}}}"},"messages":[{"from":"{{{{phone.Digits}}}}","from_user_id":"{{{{phone.Phone.UserId}}}}","id":"wamid.{{{{Guid.NewGuid():N}}}}","timestamp":"{{{{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}}}}","type":"text","text":{"body":"thanks"}}]}}]}]}""");
        (await PostAsync(body, WebhookSignature.Of(body, number.AppSecret))).ShouldBe(HttpStatusCode.OK);
        await phone.AnswerAsync("You are welcome");
        var data = app.Services.GetRequiredService<PersonalData>();
        await data.EraseAsync((await data.FindAsync((await phone.PersonAsync()).Id, Ct)).ShouldNotBeNull(), Ct);

        (await PostAsync(body, WebhookSignature.Of(body, number.AppSecret))).ShouldBe(HttpStatusCode.OK);

        await NothingWaitsOfAsync(phone);
        (await app.Services.GetRequiredService<IAccounts>().FindByNumberAsync("+" + phone.Digits, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task one_that_was_never_handled_is_erased_with_its_person_and_after_some_days_in_any_case()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write:");
        var (mine, old) = (await WaitingAsync(phone, DateTimeOffset.UtcNow), await WaitingAsync(await ChatPhone.SwitchOnAsync(app), DateTimeOffset.UtcNow - WebhookInbox.Remembered - TimeSpan.FromMinutes(1)));
        var data = app.Services.GetRequiredService<PersonalData>();

        await data.EraseAsync((await data.FindAsync((await phone.PersonAsync()).Id, Ct)).ShouldNotBeNull(), Ct);
        await app.Services.GetRequiredService<WebhookInbox>().TidyAsync(Ct);

        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        (await session.LoadManyAsync<WebhookUpdate>(Ct, mine, old)).ShouldBeEmpty();
    }

    private async Task<Guid> WaitingAsync(ChatPhone phone, DateTimeOffset receivedAt)
    {
        var message = new InboundMessage { MessageId = $"wamid.{Guid.NewGuid():N}", WaId = phone.Digits, At = receivedAt, Type = "text", Text = "thanks" };
        var update = new WebhookUpdate { Id = Guid.CreateVersion7(), Protected = app.Services.GetRequiredService<WebhookSeal>().Seal(message), ReceivedAt = receivedAt, Number = await NumberKeyAsync(phone) };
        await using var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Insert(update);
        await session.SaveChangesAsync(Ct);
        return update.Id;
    }

    private async Task NothingWaitsOfAsync(ChatPhone phone)
    {
        var key = await NumberKeyAsync(phone);
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        (await session.Query<WebhookUpdate>().CountAsync(update => update.Number == key, Ct)).ShouldBe(0);
    }

    private async Task<string> NumberKeyAsync(ChatPhone phone) => PersonIdentifier.Number(await app.Services.GetRequiredService<KeyedHash>().OfAsync(HashKinds.Phone, phone.Digits, Ct));

    [Theory]
    [InlineData("tha\\u0000nks\\u0007"), InlineData("thanks \\ud83d"), InlineData("\\udc4dthanks \\ud83d\\ude4f")]
    public async Task a_message_with_characters_that_no_database_keeps_is_answered_all_the_same(string written)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write:");
        var number = await NumberAsync();
        var body = System.Text.Encoding.UTF8.GetBytes(
            $$$$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"{{{{number.PhoneNumberId}}}}"},"messages":[{"from":"{{{{phone.Digits}}}}","from_user_id":"{{{{phone.Phone.UserId}}}}","id":"wamid.{{{{Guid.NewGuid():N}}}}","timestamp":"{{{{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}}}}","type":"text","text":{"body":"{{{{written}}}}"}}]}}]}]}""");

        (await PostAsync(body, WebhookSignature.Of(body, number.AppSecret))).ShouldBe(HttpStatusCode.OK);

        await phone.AnswerAsync("You are welcome");
    }

    [Fact]
    public async Task words_that_were_answered_are_kept_nowhere_nor_is_the_delivery()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var word = $"unmistakable{Guid.NewGuid():N}";
        await phone.SayAsync($"thanks, dear {word}");
        await phone.AnswerAsync("a reply", _ => true);

        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var tables = await session.QueryAsync<string>("select table_name from information_schema.tables where table_schema = 'tb' and table_type = 'BASE TABLE' and table_name not like 'mt_doc_pretend%'", Ct);
        tables.Count.ShouldBeGreaterThan(20);
        foreach (var table in tables)
        {
            (await session.QueryAsync<long>($"select count(*) from tb.{table} t where t::text like ?", Ct, $"%{word}%")).ShouldBe([0], table);
        }
    }

    private async Task<BusinessNumber> NumberAsync() => await app.Services.GetRequiredService<BusinessAccount>().GetAsync(Ct);

    private async Task<HttpStatusCode> PostAsync(byte[] body, string? signature)
    {
        using var client = app.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, WebhookEndpoint.Path) { Content = new ByteArrayContent(body) };
        request.Headers.ExpectContinue = body.Length > WebhookEndpoint.MaxBytes; // Refused by its length alone: the answer must not meet a body still being sent.
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation(WebhookSignature.Header, signature);
        }

        using var response = await client.SendAsync(request, Ct);
        return response.StatusCode;
    }
}
