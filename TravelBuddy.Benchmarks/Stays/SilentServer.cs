using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TravelBuddy.Benchmarks.Stays;

/// <summary>Takes every connection and never says anything: a provider that hangs.</summary>
internal sealed class SilentServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Socket> _taken = [];

    public SilentServer()
    {
        _listener.Start();
        Address = FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = TakeAsync();
    }

    public string Address { get; }

    /// <summary>How many came.</summary>
    public int Taken => _taken.Count;

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var socket in _taken)
        {
            socket.Dispose();
        }
    }

    private async Task TakeAsync()
    {
        try
        {
            while (true)
            {
                _taken.Add(await _listener.AcceptSocketAsync());
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // It is over.
        }
    }
}
