using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp;

namespace TravelBuddy.Tests.Simulator;

public sealed class when_the_pretend_graph_is_called(AppFixture app)
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_wrong_token_is_refused()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        (await PostAsync(Text(phone.Digits), token: "somebody-elses")).ShouldBe((HttpStatusCode.Unauthorized, 190));
    }

    [Fact]
    public async Task another_number_of_ours_is_none()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        (await PostAsync(Text(phone.Digits), number: "999")).ShouldBe((HttpStatusCode.BadRequest, 100));
    }

    [Fact]
    public async Task free_form_is_refused_until_the_person_writes_and_again_a_day_later()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        (await PostAsync(Text(phone.Digits))).ShouldBe((HttpStatusCode.BadRequest, 131047));
        await phone.SayAsync("hello");
        (await PostAsync(Text(phone.Digits))).ShouldBe((HttpStatusCode.OK, null));
        await phone.LetADayPassAsync();
        (await PostAsync(Text(phone.Digits))).ShouldBe((HttpStatusCode.BadRequest, 131047));
        (await PostAsync(Template(phone.Digits, "tours_ready", "en", "10"))).ShouldBe((HttpStatusCode.OK, null));
    }

    [Fact]
    public async Task templates_are_checked_by_name_language_and_parameters()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        (await PostAsync(Template(phone.Digits, "never_approved", "en", "10"))).ShouldBe((HttpStatusCode.NotFound, 132001));
        (await PostAsync(Template(phone.Digits, "tours_ready", "fr", "10"))).ShouldBe((HttpStatusCode.NotFound, 132001));
        (await PostAsync(Template(phone.Digits, "tours_ready", "vi"))).ShouldBe((HttpStatusCode.BadRequest, 132000));
        (await PostAsync(Template(phone.Digits, "tours_ready", "vi", "two\nlines"))).ShouldBe((HttpStatusCode.BadRequest, 132018));
    }

    [Theory]
    [InlineData("""{"messaging_product":"whatsapp","to":"0905123456","type":"text","text":{"body":"x"}}""", 100)]
    [InlineData("""{"to":"+84905123456","type":"text","text":{"body":"x"}}""", 131008)]
    [InlineData("""{"messaging_product":"whatsapp","to":"+84905123456","type":"text","text":{"body":""}}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","to":"+84905123456","type":"image","image":{"id":"1","link":"https://example.com/x.jpg"}}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","to":"+84905123456","type":"image","image":{"id":"404"}}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","to":"+84905123456","type":"interactive","interactive":{"type":"button","body":{"text":"x"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"A title of more than 20"}}]}}}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","to":"+84905123456","type":"interactive","interactive":{"type":"cta_url","body":{"text":"x"},"action":{"name":"cta_url","parameters":{"display_text":"x","url":"ftp://x"}}}}""", 100)]
    [InlineData("not json", 100)]
    [InlineData("[]", 100)]
    public async Task wrong_shapes_are_refused_as_meta_refuses_them(string body, int code) => (await PostAsync(body)).Code.ShouldBe(code);

    [Fact]
    public async Task a_flood_to_one_phone_meets_the_pair_limit()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var answers = new List<int?>();
        for (var i = 0; i < 46; i++)
        {
            answers.Add((await PostAsync(Template(phone.Digits, "tours_ready", "en", "10"))).Code);
        }

        answers.Take(45).ShouldAllBe(code => code == null);
        answers[45].ShouldBe(131056);

        // Six seconds pay one of them back.
        await using (var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            var borrowed = (await session.LoadAsync<PretendPhone>(phone.Phone.Id, Ct)).ShouldNotBeNull();
            session.Store(borrowed with { PaidBackAt = DateTimeOffset.UtcNow.AddSeconds(44 * 6) });
            await session.SaveChangesAsync(Ct);
        }

        (await PostAsync(Template(phone.Digits, "tours_ready", "en", "10"))).Code.ShouldBeNull();
        (await PostAsync(Template(phone.Digits, "tours_ready", "en", "10"))).Code.ShouldBe(131056);
    }

    [Fact]
    public async Task uploads_must_be_what_they_say()
    {
        var (status, id) = await UploadAsync(Png, "image/png");
        status.ShouldBe(HttpStatusCode.OK);
        using var client = app.NewClient();
        var picture = await client.GetAsync($"/simulator/media/{id}", Ct);
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await picture.Content.ReadAsByteArrayAsync(Ct)).ShouldBe(Png);
        (await UploadAsync(Png, "image/jpeg")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await UploadAsync("RIFF....WEBPVP8 "u8.ToArray(), "image/webp")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task an_upload_can_be_shown_for_thirty_days()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("hello");
        var (_, id) = await UploadAsync(Png, "image/png");
        var image = JsonSerializer.Serialize(new { messaging_product = "whatsapp", to = "+" + phone.Digits, type = "image", image = new { id } });
        (await PostAsync(image)).ShouldBe((HttpStatusCode.OK, null));

        await using (var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            var media = (await session.LoadAsync<PretendMedia>(id!, Ct)).ShouldNotBeNull();
            (media.ExpiresAt - DateTimeOffset.UtcNow)!.Value.TotalDays.ShouldBe(30, .01);
            session.Store(media with { ExpiresAt = DateTimeOffset.UtcNow.AddSeconds(-1) });
            await session.SaveChangesAsync(Ct);
        }

        (await PostAsync(image)).ShouldBe((HttpStatusCode.BadRequest, 100));
        var account = await app.Services.GetRequiredService<BusinessAccount>().GetAsync(Ct);
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete })
        {
            using var client = app.NewClient();
            using var request = new HttpRequestMessage(method, new Uri(account.Graph, id));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", account.AccessToken);
            using var response = await client.SendAsync(request, Ct);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("error").ShouldSatisfyAllConditions(
                error => error.GetProperty("code").GetInt32().ShouldBe(100), error => error.GetProperty("error_subcode").GetInt32().ShouldBe(33), error => error.GetProperty("type").GetString().ShouldBe("OAuthException"));
        }
    }

    [Fact]
    public async Task a_picture_is_no_document_and_no_sound()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("hello");
        var (_, id) = await UploadAsync(Png, "image/png");
        foreach (var type in new[] { "document", "audio", "video", "sticker" })
        {
            (await PostAsync($$$"""{"messaging_product":"whatsapp","to":"+{{{phone.Digits}}}","type":"{{{type}}}","{{{type}}}":{"id":"{{{id}}}"}}""")).ShouldBe((HttpStatusCode.BadRequest, 100), type);
        }
    }

    [Fact]
    public async Task the_number_cannot_write_to_itself() =>
        (await PostAsync(Text((await app.Services.GetRequiredService<BusinessAccount>().GetAsync(Ct)).Digits))).ShouldBe((HttpStatusCode.BadRequest, 131021));

    private static string Text(string digits) => JsonSerializer.Serialize(new { messaging_product = "whatsapp", to = "+" + digits, type = "text", text = new { body = "x" } });

    private static string Template(string digits, string name, string language, params string[] values) => JsonSerializer.Serialize(new
    {
        messaging_product = "whatsapp",
        to = "+" + digits,
        type = "template",
        template = new { name, language = new { code = language }, components = new[] { new { type = "body", parameters = values.Select(v => new { type = "text", text = v }) } } },
    });

    private async Task<(HttpStatusCode Status, int? Code)> PostAsync(string body, string? token = null, string? number = null)
    {
        var account = await app.Services.GetRequiredService<BusinessAccount>().GetAsync(Ct);
        using var client = app.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(account.Graph, $"{number ?? account.PhoneNumberId}/messages"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? account.AccessToken);
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request, Ct);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
        return (response.StatusCode, answer.TryGetProperty("error", out var error) ? error.GetProperty("code").GetInt32() : null);
    }

    private async Task<(HttpStatusCode Status, string? Id)> UploadAsync(byte[] bytes, string type)
    {
        var account = await app.Services.GetRequiredService<BusinessAccount>().GetAsync(Ct);
        using var client = app.NewClient();
        using var form = new MultipartFormDataContent { { new StringContent("whatsapp"), "messaging_product" }, { new StringContent(type), "type" }, { new ByteArrayContent(bytes), "file", "x" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(account.Graph, $"{account.PhoneNumberId}/media")) { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", account.AccessToken);
        using var response = await client.SendAsync(request, Ct);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
        return (response.StatusCode, answer.TryGetProperty("id", out var id) ? id.GetString() : null);
    }
}
