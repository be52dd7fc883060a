using System.Net;

namespace TravelBuddy.Tests.Simulator;

/// <summary>Behind a proxy on the same machine everybody's connection is a loopback one; the pretend phone is for whoever sits at the machine.</summary>
public sealed class when_the_simulator_is_asked_for_from_outside(AppFixture app)
{
    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Host", "tours.example")]
    [InlineData("Forwarded", "for=203.0.113.9;host=tours.example")]
    [InlineData("Host", "tours.example")]
    public async Task nobody_behind_a_proxy_finds_it(string header, string value)
    {
        foreach (var path in new[] { "/simulator", $"/simulator/{Guid.NewGuid()}", "/simulator/media/1" })
        {
            (await AskAsync(path, header, value)).ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await AskAsync("/", header, value)).ShouldBe(HttpStatusCode.OK, "the rest of the site is there");
    }

    [Fact]
    public async Task whoever_sits_at_the_machine_does() => (await AskAsync("/simulator", "Accept-Language", "en")).ShouldBe(HttpStatusCode.OK);

    private async Task<HttpStatusCode> AskAsync(string path, string header, string value)
    {
        using var client = app.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value).ShouldBeTrue();
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }
}
