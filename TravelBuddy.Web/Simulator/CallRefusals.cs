namespace TravelBuddy.Web.Simulator;

/// <summary>Calls that fail without being done, in the shapes of the Graph API.</summary>
public static class CallRefusals
{
    /// <summary>What a throttled caller is asked to wait.</summary>
    public const int RetryAfterSeconds = 2;

    private const string Details = "Asked for on the simulator's panel.";

    /// <param name="way">One of <see cref="Misbehaviour.CallWays"/> in which nothing is done; any other breaks the connection.</param>
    public static IResult Refuse(Mishap way, HttpContext http)
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

    public static IResult Break(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }
}
