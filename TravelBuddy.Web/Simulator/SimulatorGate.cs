using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.WhatsApp;

namespace TravelBuddy.Web.Simulator;

/// <summary>
/// Whether the simulator is there: never in cloud mode; else for whoever sits at this machine, as long as nobody outside it can reach the application. <c>Simulator__AllowRemote</c>
/// opens it to everyone, also behind a proxy.
/// </summary>
public sealed class SimulatorGate(IOptions<WhatsAppOptions> options, OwnAddress own, IConfiguration configuration)
{
    public const string AllowRemoteSetting = "Simulator:AllowRemote";

    /// <summary>Whether anyone at all finds it.</summary>
    public bool IsOpen => !options.Value.IsCloud && (AllowsRemote || own.IsLocalOnly);

    /// <summary>Whether the sender of a request finds it.</summary>
    public bool IsOpenTo(HttpContext context) => IsOpen && (AllowsRemote || Caller.IsOnThisMachine(context));

    private bool AllowsRemote => configuration.GetValue<bool>(AllowRemoteSetting);

    /// <summary>Refuses with 404, as if nothing were there.</summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetRequiredService<SimulatorGate>().IsOpenTo(context.HttpContext) ? await next(context) : Results.NotFound();
}

/// <summary>A page of the simulator: 404 where the simulator is not, before anything else looks at the request, antiforgery included.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SimulatorPageAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    public int Order => 0;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (!context.HttpContext.RequestServices.GetRequiredService<SimulatorGate>().IsOpenTo(context.HttpContext))
        {
            context.Result = new NotFoundResult();
        }
    }
}
