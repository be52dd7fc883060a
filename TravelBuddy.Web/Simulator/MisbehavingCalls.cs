namespace TravelBuddy.Web.Simulator;

/// <summary>Makes calls of the pretend Graph API fail as the panel says; what the tests queue for one phone is <see cref="PretendFaults"/>.</summary>
public sealed class MisbehavingCalls(MisbehaviourPanel panel)
{
    /// <summary>What a throttled caller is asked to wait.</summary>
    public const int RetryAfterSeconds = 2;

    private const string Details = "Asked for on the simulator's panel.";

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
            return Refuse(way, http);
        }

        http.Items[typeof(Mishap)] = way;
        var answer = await next(context);
        if (answer is not IStatusCodeHttpResult { StatusCode: null or StatusCodes.Status200OK })
        {
            return answer;
        }

        await panel.CountAsync(way, CancellationToken.None);
        return way == Mishap.Slow ? await SlowlyAsync(answer, misbehaviour, http) : Break(http);
    }

    private static IResult Refuse(Mishap way, HttpContext http)
    {
        switch (way)
        {
            case Mishap.TooManyRequests:
                http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
                return GraphAnswers.Error(new GraphFault(429, 4, "(#4) Application request limit reached", Details));
            case Mishap.Throttled:
                return GraphAnswers.Error(new GraphFault(400, 130429, "(#130429) Rate limit hit", Details));
            case Mishap.PairRate:
                return GraphAnswers.Error(new GraphFault(400, 131056, "(#131056) (Business Account, Consumer Account) pair rate limit hit", Details));
            case Mishap.ServerError:
                return GraphAnswers.Error(new GraphFault(500, 131000, "(#131000) Something went wrong", Details));
            case Mishap.TokenExpired:
                return GraphAnswers.Error(new GraphFault(401, 190, "Error validating access token: Session has expired", Details));
            case Mishap.Gateway:
                return Results.Text("<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>", "text/html", statusCode: 502);
            default:
                return Break(http);
        }
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

    private static IResult Break(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }
}
