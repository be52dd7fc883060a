using System.Net;
using Microsoft.AspNetCore.Http;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Tests.Hosting;

public sealed class when_it_is_asked_who_calls
{
    [Theory]
    [InlineData("127.0.0.1", "localhost:5080")]
    [InlineData("::1", "[::1]:5080")]
    [InlineData("::ffff:127.0.0.1", "127.0.0.1:5080")]
    public void someone_at_this_machine_is_local_and_has_no_address_to_limit(string from, string host)
    {
        var request = Request(from, host);

        Caller.IsOnThisMachine(request).ShouldBeTrue();
        Caller.AddressOf(request).ShouldBeNull();
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Forwarded-Host")]
    [InlineData("X-Forwarded-Proto")]
    [InlineData("X-Original-For")]
    [InlineData("X-Real-IP")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    public void whoever_comes_through_a_proxy_on_this_machine_is_not(string header)
    {
        var request = Request("127.0.0.1", "localhost:5080");
        request.Request.Headers[header] = "127.0.0.1";

        Caller.IsOnThisMachine(request).ShouldBeFalse();
        Caller.AddressOf(request).ShouldBe("127.0.0.1");
    }

    [Fact]
    public void whoever_asks_for_a_public_name_is_not_even_if_the_proxy_says_nothing() => Caller.IsOnThisMachine(Request("127.0.0.1", "tours.example")).ShouldBeFalse();

    [Fact]
    public void another_machine_is_not_whatever_name_it_asks_for() => Caller.AddressOf(Request("192.168.1.7", "localhost:5080")).ShouldBe("192.168.1.7");

    private static DefaultHttpContext Request(string from, string host)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        context.Request.Host = new HostString(host);
        return context;
    }
}
