using Microsoft.Extensions.Options;
using TravelBuddy.Web.WhatsApp;

namespace TravelBuddy.Web.Simulator;

/// <summary>Whether the simulator is there at all: never in cloud mode, and only where nobody outside this machine can reach it, unless <c>Simulator__AllowRemote</c> says otherwise.</summary>
public sealed class SimulatorGate(IOptions<WhatsAppOptions> options, OwnAddress own, IConfiguration configuration)
{
    public bool IsOpen => !options.Value.IsCloud && (AllowsRemote || own.IsLoopbackOnly);

    public bool AllowsRemote => configuration.GetValue<bool>("Simulator:AllowRemote");

    /// <summary>Refuses with 404, as if nothing were there.</summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetRequiredService<SimulatorGate>().IsOpen ? await next(context) : Results.NotFound();
}
