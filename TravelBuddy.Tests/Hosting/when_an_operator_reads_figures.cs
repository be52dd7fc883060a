using System.Net;
using Microsoft.AspNetCore.Builder;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Tests.Hosting;

public sealed class when_an_operator_reads_figures(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_became_of_messages_is_among_them_and_nobody_is()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("3 days around Da Nang, seafood");
        await phone.ListAsync();
        using var client = app.NewClient();

        var figures = "";
        await Polling.UntilAsync("a delivered message among the figures", async () =>
        {
            figures = await client.GetStringAsync(Telemetry.Path, Ct);
            return figures.Split('\n').Any(line => line.StartsWith("whatsapp_reached_total{", StringComparison.Ordinal) && line.Contains("state=\"Delivered\"", StringComparison.Ordinal));
        });

        figures.ShouldContain("whatsapp_received_total{");
        figures.ShouldContain("whatsapp_send_duration_seconds_bucket{");
        figures.ShouldContain("http_server_request_duration_seconds_count{");
        figures.ShouldNotContain(phone.Digits);
    }

    [Fact]
    public async Task they_are_not_there_for_callers_from_elsewhere()
    {
        using var client = app.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, Telemetry.Path);
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");

        using var answer = await client.SendAsync(request, Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("collector:4317")]
    [InlineData("nowhere")]
    public void a_collectors_address_that_is_none_is_told_by_its_name(string address)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration[Telemetry.CollectorSetting] = address;

        Should.Throw<StartupException>(builder.AddTelemetry).Message.ShouldContain(Telemetry.CollectorSetting);
    }
}
