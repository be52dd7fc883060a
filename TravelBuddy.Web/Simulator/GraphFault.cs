namespace TravelBuddy.Web.Simulator;

/// <summary>What is wrong with a request, as the Graph API would say it.</summary>
public sealed record GraphFault(int Status, int Code, string Message, string Details)
{
    public int? Subcode { get; init; }

    /// <summary>The id in the address is none that the token has access to.</summary>
    public static GraphFault NoSuchObject(string method) =>
        new(400, 100, $"Unsupported {method} request.", "Object with that ID does not exist or cannot be loaded due to missing permissions.") { Subcode = 33 };
}
