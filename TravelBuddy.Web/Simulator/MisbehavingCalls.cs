namespace TravelBuddy.Web.Simulator;

/// <summary>Makes calls of the pretend Graph API fail as the panel says; what the tests queue for one phone is <see cref="PretendFaults"/>.</summary>
public sealed class MisbehavingCalls(MisbehaviourPanel panel)
{
    public static ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetRequiredService<MisbehavingCalls>().CallAsync(context, next);

    /// <summary>Whether the answer to this call will be lost: who takes something counts that it was taken.</summary>
    public static bool LosesItsAnswer(HttpContext http) => http.Items[typeof(Mishap)] is Mishap.BreakAfter;

    private async ValueTask<object?> CallAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var misbehaviour = await panel.GetAsync(http.RequestAborted);
        if (misbehaviour.NextCall(Random.Shared) is not { } way)
        {
            return await next(context);
        }

        if (way is not (Mishap.BreakAfter or Mishap.Slow))
        {
            await panel.CountAsync(way, http.RequestAborted);
            return CallRefusals.Refuse(way, http);
        }

        http.Items[typeof(Mishap)] = way;
        var answer = await next(context);
        if (answer is not IStatusCodeHttpResult { StatusCode: null or StatusCodes.Status200OK })
        {
            return answer;
        }

        await panel.CountAsync(way, CancellationToken.None);
        return way == Mishap.Slow ? await SlowlyAsync(answer, misbehaviour, http) : CallRefusals.Break(http);
    }

    /// <summary>The answer after a while; who has gone by then was not told that the message was taken.</summary>
    private async Task<object?> SlowlyAsync(object answer, Misbehaviour misbehaviour, HttpContext http)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(misbehaviour.SlowSeconds), http.RequestAborted);
            return answer;
        }
        catch (OperationCanceledException)
        {
            if (http.Items[typeof(PretendMessage)] is not null)
            {
                await panel.CountAsync(Mishap.TakenUnanswered, CancellationToken.None);
            }

            return Results.Empty;
        }
    }
}
