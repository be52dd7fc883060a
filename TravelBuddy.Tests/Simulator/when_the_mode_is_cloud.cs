using System.Net;

namespace TravelBuddy.Tests.Simulator;

/// <summary>With the real WhatsApp nothing of the pretend one can be reached.</summary>
public sealed class when_the_mode_is_cloud(AppFixture app)
{
    [Fact]
    public async Task nothing_of_the_simulator_is_there()
    {
        await using var database = await app.NewDatabaseAsync("cloud");
        await using var cloud = OwnApp.Start(database, ("WhatsApp:Mode", "Cloud"), ("WhatsApp:PhoneNumberId", "100000000000001"), ("WhatsApp:BusinessNumber", "+84900000001"), ("WhatsApp:WabaId", "100000000000002"),
            ("WhatsApp:AccessToken", "token"), ("WhatsApp:AppSecret", "secret"), ("WhatsApp:VerifyToken", "verify"), ("WhatsApp:GraphBaseUrl", "http://127.0.0.1:9"), ("Simulator:AllowRemote", "true"));
        using var browser = new BrowserSession(cloud.BaseUrl, "en");
        browser.Client.DefaultRequestHeaders.Authorization = new("Bearer", "token");

        foreach (var path in new[] { "/simulator", $"/simulator/{Guid.NewGuid()}", "/simulator/panel", "/simulator/panel?handler=Counts", "/simulator/media/1", "/simulator/graph/v25.0/1" })
        {
            (await browser.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        foreach (var path in new[] { "/simulator?handler=Phone", $"/simulator/{Guid.NewGuid()}?handler=Say", "/simulator/panel", "/simulator/panel?handler=Reset", "/simulator/graph/v25.0/100000000000001/messages", "/simulator/graph/v25.0/100000000000001/media" })
        {
            (await browser.PostAsync(path, new FormUrlEncodedContent([]))).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await browser.GetAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=7&hub.verify_token=verify")).Body.ShouldBe("7");
    }
}
