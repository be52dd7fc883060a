using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Tests.Hosting;

/// <summary>What is wrong is said in a sentence that names the setting, before anything is started.</summary>
public sealed class when_it_cannot_start
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    public void a_port_that_is_taken_at_any_of_the_addresses_of_localhost_is_told(string holder)
    {
        using var taken = new TcpListener(IPAddress.Parse(holder), 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var message = Should.Throw<StartupException>(() => ListenAddresses.EnsureFree(Urls($"http://localhost:{port}"))).Message;

        message.ShouldContain($"Port {port} is taken");
        message.ShouldContain("--urls");
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void a_port_that_is_taken_at_one_address_is_told_to_whoever_wants_all(string holder)
    {
        using var taken = new TcpListener(IPAddress.Parse(holder), 0);
        taken.Start();

        Should.Throw<StartupException>(() => ListenAddresses.EnsureFree(Urls($"http://+:{((IPEndPoint)taken.LocalEndpoint).Port}"))).Message.ShouldContain("is taken");
    }

    [Theory]
    [InlineData("localhost:5080")]
    [InlineData("http://localhost:99999")]
    [InlineData("http://localhost:many")]
    [InlineData(" ; ")]
    [InlineData("")]
    public void an_address_that_is_none_is_told_with_one_that_is(string urls) =>
        Should.Throw<StartupException>(() => ListenAddresses.EnsureFree(Urls(urls))).Message.ShouldContain("--urls http://localhost:5080");

    [Theory]
    [InlineData("Username=someone;Password=hush;Database=nowhere")]
    [InlineData("Host=;Username=someone;Password=hush;Database=nowhere")]
    [InlineData("Host=this-name-is-longer-than-a-part-of-a-host-name-may-ever-be-and-so-unknown;Username=someone;Password=hush;Database=nowhere")]
    [InlineData("Server=127.0.0.1;Colour=red;Password=hush")]
    [InlineData("nonsense hush")]
    public async Task a_connection_string_that_leads_nowhere_is_told_without_its_password(string connectionString)
    {
        var message = (await Should.ThrowAsync<StartupException>(() => ConfiguredDatabase.EnsureUsableAsync(connectionString, TestContext.Current.CancellationToken))).Message;

        message.ShouldContain("ConnectionStrings__TravelBuddy");
        message.ShouldNotContain("hush");
    }

    private static IConfiguration Urls(string urls) => new ConfigurationBuilder().AddInMemoryCollection([new("urls", urls)]).Build();
}
