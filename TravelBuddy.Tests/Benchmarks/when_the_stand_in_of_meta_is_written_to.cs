extern alias benchmarks;

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using benchmarks::TravelBuddy.Benchmarks.Webhooks;

namespace TravelBuddy.Tests.Benchmarks;

public sealed class when_the_stand_in_of_meta_is_written_to
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"messaging_product":"whatsapp","to":"+84905123456","type":"text","text":{"body":"x"},"biz_opaque_callback_data":"1"}""", null)]
    [InlineData("""{"messaging_product":"whatsapp","status":"read","message_id":"wamid.1"}""", null)]
    [InlineData("""{"messaging_product":"whatsapp","to":"+84905123456","type":"text","text":{"body":"x","colour":"red"},"biz_opaque_callback_data":"1"}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","to":"+84905123456","type":"image","image":{"id":"never uploaded"},"biz_opaque_callback_data":"1"}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","to":"+84899000001","type":"text","text":{"body":"x"},"biz_opaque_callback_data":"1"}""", 131021)]
    [InlineData("""{"messaging_product":"whatsapp","status":"read"}""", 131008)]
    public async Task it_refuses_what_the_simulator_refuses_and_counts_it(string body, int? code)
    {
        await using var meta = await StandInMeta.StartAsync(new StatusFeed { HoldsBack = true }, TimeSpan.Zero);
        using var client = new HttpClient();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await client.PostAsync($"{meta.Address}/v25.0/{StandInMeta.PhoneNumberId}/messages", content, Ct);

        response.StatusCode.ShouldBe(code is null ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
        (answer.TryGetProperty("error", out var error) ? error.GetProperty("code").GetInt32() : (int?)null).ShouldBe(code);
        meta.Malformed.ShouldBe(code is null ? 0 : 1);
    }
}
