using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Tests.Hosting;

public sealed class when_the_own_address_is_asked_for
{
    [Theory]
    [InlineData("http://localhost:5080", null, true)]
    [InlineData("http://127.0.0.1:5080;http://[::1]:5080", "", true)]
    [InlineData("http://127.0.0.1:5080", "http://localhost:5080", true)]
    [InlineData("http://127.0.0.1:5080", "https://tours.example", false)]
    [InlineData("http://127.0.0.1:5080;http://192.168.1.7:5080", null, false)]
    [InlineData("http://0.0.0.0:5080", null, false)]
    [InlineData("http://[::]:5080", null, false)]
    [InlineData("http://+:5080", "http://localhost:5080", false)]
    [InlineData("http://*:5080", null, false)]
    public void it_is_local_only_if_every_address_and_the_public_one_are(string listening, string? publicAddress, bool local) =>
        Own(listening, publicAddress).IsLocalOnly.ShouldBe(local);

    [Theory]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://+:5080", false)]
    public void before_the_server_listens_the_configured_addresses_count(string urls, bool local) => Own("", null, urls).IsLocalOnly.ShouldBe(local);

    [Theory]
    [InlineData("https://tours.example/", "https://tours.example")]
    [InlineData("", "http://127.0.0.1:5080")]
    [InlineData("  ", "http://127.0.0.1:5080")]
    [InlineData(null, "http://127.0.0.1:5080")]
    public void links_for_people_begin_with_the_public_address_and_an_empty_one_is_none(string? publicAddress, string begin) =>
        Own("http://+:5080", publicAddress).Public.ShouldBe(begin);

    [Fact]
    public void without_a_public_address_an_answer_names_the_one_that_was_asked()
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = ("http", new HostString("localhost", 5080));

        Own("http://127.0.0.1:5080", "").PublicFor(request).ShouldBe("http://localhost:5080");
        Own("http://127.0.0.1:5080", "https://tours.example").PublicFor(request).ShouldBe("https://tours.example");
    }

    [Fact]
    public void it_reaches_itself_without_encryption_where_it_can() => Own("https://localhost:5443;http://[::]:5080", null).Address.ShouldBe("http://127.0.0.1:5080");

    [Theory]
    [InlineData("tours.example")]
    [InlineData("ftp://tours.example")]
    [InlineData("https://tours.example?x=1")]
    public void a_public_address_that_is_none_stops_the_start(string publicAddress) =>
        Should.Throw<StartupException>(() => OwnAddress.EnsureReadable(Configuration(publicAddress, null))).Message.ShouldContain("PublicBaseUrl");

    private static OwnAddress Own(string listening, string? publicAddress, string? urls = null) => new(new Listening(listening), Configuration(publicAddress, urls));

    private static IConfiguration Configuration(string? publicAddress, string? urls) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("PublicBaseUrl", publicAddress), new("urls", urls)]).Build();

    /// <summary>A server that listens, or not yet.</summary>
    private sealed class Listening : IServer
    {
        public Listening(string addresses)
        {
            var feature = new ServerAddressesFeature();
            foreach (var address in addresses.Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                feature.Addresses.Add(address);
            }

            Features.Set<IServerAddressesFeature>(feature);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
