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

    [Theory]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"), InlineData("2001:db8:1:3::1", "2001:db8:1:3::/64"), InlineData("::ffff:192.168.1.7", "192.168.1.7")]
    public void all_addresses_of_one_network_count_as_one(string address, string counted) => Caller.AddressOf(Request(address, "tours.example")).ShouldBe(counted);

    [Fact]
    public void proxies_are_named_by_address_or_network_and_nothing_else()
    {
        static IReadOnlyList<System.Net.IPNetwork> Of(string setting) => KnownProxies.Of(new Microsoft.Extensions.Configuration.ConfigurationManager { ["KnownProxies"] = setting });
        Of("10.0.0.5, 172.16.0.0/12").Select(network => network.ToString()).ShouldBe(["10.0.0.5/32", "172.16.0.0/12"]);
        Of("").ShouldBeEmpty();
        Should.Throw<StartupException>(() => Of("10.0.0.5,proxy")).Message.ShouldContain("KnownProxies: \"proxy\"");
    }

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
