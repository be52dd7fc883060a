using System.Text.Json.Nodes;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

[Collection(GraphAppCollection.Name)]
public sealed class when_meta_says_more_than_a_code(GraphApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, null), InlineData("  ", null)]
    [InlineData("Message failed to send because there were too many messages (#131056).", "Message failed to send because there were too many messages (#131056).")]
    [InlineData("Recipient 84905123456 is not there", "Recipient … is not there"), InlineData("Recipient +84 (90) 512-34.56 is not there", "Recipient … is not there")]
    [InlineData("See https://example.com/x?y=1 or www.example.com.", "See … or …"), InlineData("Ask mai@example.com", "Ask …")]
    [InlineData("Message wamid.HBgLODQ5MDUxMjM0NTY= of VN.1234abc", "Message … of …"), InlineData("Trace AbCdEfGhIjKlMnOpQr12", "Trace …")]
    [InlineData("Two\nlines\tand\u0000 a\u202Egap", "Two lines and a gap")]
    public void it_is_kept_without_numbers_addresses_and_ids(string? said, string? kept) => MetaDetail.Clean(said).ShouldBe(kept);

    [Fact]
    public void it_is_kept_short() => MetaDetail.Clean(string.Join(' ', Enumerable.Repeat("words", 100)))!.Length.ShouldBeLessThanOrEqualTo(MetaDetail.Longest);

    [Theory]
    [InlineData("en", "Meta says: “Parameter of … is missing for …”"), InlineData("vi", "Meta cho biết: “Parameter of … is missing for …”")]
    public async Task an_admin_reads_it_with_the_notice_and_nobody_else_anywhere(string language, string told)
    {
        var browser = await app.AdminAsync(language);
        var (digits, person) = await app.GuestAsync();
        app.Graph.Refuse(digits, new GraphRefusal(400, 131008, $"Parameter of https://example.com/a is missing for +{digits}"));

        await app.SayAsync(digits, "thanks");
        await Polling.UntilAsync("the failure", async () => (await app.OutboundAsync(person.Id)) is [_, { State: DeliveryState.Failed }]);

        var page = await browser.GetAsync("/admin/messages");
        page.Texts(".notice.cluster[role=status]").ShouldContain(notice => notice.Contains("(131008)", StringComparison.Ordinal) && notice.Contains(told, StringComparison.Ordinal));
        page.Body.ShouldNotContain(digits);
        using var client = new HttpClient { BaseAddress = new Uri(app.BaseUrl) };
        (await client.GetStringAsync(Telemetry.Path, Ct)).ShouldNotContain("is missing for");
    }

    [Fact]
    public async Task what_comes_by_webhook_after_the_message_was_taken_is_read_as_well()
    {
        var (digits, person) = await app.GuestAsync();
        var sent = (await app.OutboundAsync(person.Id)).Single();

        await app.DeliverAsync("messages", new JsonObject
        {
            ["statuses"] = new JsonArray(new JsonObject
            {
                ["id"] = "wamid.unknown",
                ["status"] = "failed",
                ["timestamp"] = $"{app.Time.GetUtcNow().ToUnixTimeSeconds()}",
                ["biz_opaque_callback_data"] = sent.Id.ToString("N"),
                ["errors"] = new JsonArray(new JsonObject { ["code"] = 131021, ["title"] = "x" }),
            }),
        });
        await app.DeliverAsync("messages", new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["code"] = 130497, ["error_data"] = new JsonObject { ["details"] = $"Not to that country: {digits}" } }) });

        (await (await app.AdminAsync()).GetAsync("/admin/messages")).Texts(".notice.cluster[role=status]")
            .ShouldContain(notice => notice.Contains("(130497)", StringComparison.Ordinal) && notice.Contains("Meta says: “Not to that country: …”", StringComparison.Ordinal));
    }
}
