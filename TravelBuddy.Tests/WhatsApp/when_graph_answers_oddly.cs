using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog.Pictures;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_graph_answers_oddly(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"messages":["wamid.x"]}"""), InlineData("""{"messages":[{"id":7}]}"""), InlineData("""{"messages":[{}]}"""), InlineData("""{"messages":[null]}"""), InlineData("[]")]
    public async Task a_message_it_may_have_taken_counts_as_unanswered(string body) =>
        (await Client(HttpStatusCode.OK, body).SendAsync(new WhatsAppIdentity("84905000000", null), new TextMessage("Hello"), "opaque", Ct)).ShouldBeOfType<SendResult.Unanswered>();

    [Fact]
    public async Task a_gateway_in_between_says_how_long_to_leave_it_alone_but_not_whether_the_message_was_taken() =>
        (await new GraphClient(new OneAnswer(HttpStatusCode.ServiceUnavailable, "<html>", TimeSpan.FromMinutes(2)), app.Services.GetRequiredService<BusinessAccount>())
            .SendAsync(new WhatsAppIdentity("84905000000", null), new TextMessage("Hello"), "opaque", Ct)).ShouldBeOfType<SendResult.Unanswered>().RetryAfter.ShouldBe(TimeSpan.FromMinutes(2));

    [Fact]
    public async Task an_error_whose_code_is_a_text_is_that_error() =>
        (await Client(HttpStatusCode.Unauthorized, """{"error":{"code":"190"}}""").SendAsync(new WhatsAppIdentity("84905000000", null), new TextMessage("Hello"), "opaque", Ct))
            .ShouldBeOfType<SendResult.Refused>().Error.Code.ShouldBe(190);

    [Theory]
    [InlineData("[]"), InlineData("7"), InlineData("""{"id":7}"""), InlineData("{}")]
    public async Task a_picture_without_an_id_was_not_uploaded(string body) =>
        await Should.ThrowAsync<UploadFailedException>(() => Media(HttpStatusCode.OK, body).UploadAsync([1, 2, 3], "image/png", Ct));

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "", true), InlineData(HttpStatusCode.BadGateway, "<html>", true), InlineData(HttpStatusCode.TooManyRequests, "", true), InlineData(HttpStatusCode.BadRequest, """{"error":{"code":131016}}""", true)]
    [InlineData(HttpStatusCode.BadRequest, """{"error":{"code":100}}""", false), InlineData(HttpStatusCode.BadRequest, """{"error":{"code":131053}}""", false)]
    public async Task a_picture_is_awaited_once_where_meta_may_take_it_later_and_left_out_where_it_does_not(HttpStatusCode status, string body, bool passes)
    {
        var (media, account) = (app.Services.GetRequiredService<MediaStore>(), app.Services.GetRequiredService<BusinessAccount>());
        var hash = await media.StoreAsync([0xFF, 0xD8, .. Guid.NewGuid().ToByteArray()], "image/jpeg", Ct);
        var pictures = new Pictures(media, app.Services.GetRequiredService<IDocumentStore>(), Media(status, body), account, TimeProvider.System);
        if (passes)
        {
            await Should.ThrowAsync<UploadFailedException>(() => pictures.MediaIdAsync(hash, Ct));
        }
        else
        {
            (await pictures.MediaIdAsync(hash, Ct)).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("""{"url":"https://elsewhere.example/voice","mime_type":"audio/ogg"}"""), InlineData("""{"url":"https://evilfbsbx.com/voice","mime_type":"audio/ogg"}"""), InlineData("""{"url":"http://lookaside.fbsbx.com/voice","mime_type":"audio/ogg"}""")]
    [InlineData("""{"url":"http://elsewhere.example/voice","mime_type":"audio/ogg"}"""), InlineData("""{"url":"ftp://127.0.0.1/voice","mime_type":"audio/ogg"}"""), InlineData("""{"url":"voice","mime_type":"audio/ogg"}""")]
    [InlineData("""{"mime_type":"audio/ogg"}"""), InlineData("""{"url":"https://lookaside.fbsbx.com/voice"}"""), InlineData("[]"), InlineData("<html>")]
    public async Task a_voice_message_is_fetched_from_nowhere_else(string body) => (await Media(HttpStatusCode.OK, body).DownloadAsync("1", 1000, Ct)).ShouldBeNull();

    [Fact]
    public async Task a_voice_message_larger_than_wanted_is_not_read() =>
        (await Media(HttpStatusCode.OK, """{"url":"https://lookaside.fbsbx.com/voice","mime_type":"audio/ogg"}""").DownloadAsync("1", 20, Ct)).ShouldBeNull();

    private GraphMedia Media(HttpStatusCode status, string body) => new(new OneAnswer(status, body), app.Services.GetRequiredService<BusinessAccount>());

    private GraphClient Client(HttpStatusCode status, string body) => new(new OneAnswer(status, body), app.Services.GetRequiredService<BusinessAccount>());
}
