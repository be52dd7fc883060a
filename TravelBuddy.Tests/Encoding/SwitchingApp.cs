using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Language.Embeddings;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Tests.Encoding;

/// <summary>An application whose settings choose a model's encoder, on a database that the built-in encoder has filled.</summary>
internal sealed class SwitchingApp : IAsyncDisposable
{
    public const string AdminPhone = "+84901234567";

    private readonly OwnApp _running;

    private SwitchingApp(OwnApp running) => _running = running;

    public string BaseUrl => _running.BaseUrl;

    public IServiceProvider Services => _running.Services;

    public static SwitchingApp Start(ScratchDatabase database, StandInEmbeddings server, params (string Name, string Value)[] settings) => new(OwnApp.Start(
        database,
        [
            ("Admin:Phones", AdminPhone),
            ("Embeddings:Provider", "OpenAI"),
            ("Embeddings:BaseUrl", server.Address),
            ("Embeddings:Model", "stand-in"),
            ("Embeddings:QueryPrefix", "query: "),
            ("Embeddings:PassagePrefix", "passage: "),
            ("Encoding:LookEvery", "00:00:00.1"),
            .. settings,
        ]));

    public async Task<string> ActiveAsync() => (await Services.GetRequiredService<PackageEncoding>().ActiveAsync(CancellationToken.None))!.Encoder;

    public string Target => Services.GetRequiredService<Encoders>().Target.Id;

    public Task SwitchedAsync() => Polling.UntilAsync($"the switch to {Target}", async () => await ActiveAsync() == Target, 60);

    public ValueTask DisposeAsync() => _running.DisposeAsync();
}
