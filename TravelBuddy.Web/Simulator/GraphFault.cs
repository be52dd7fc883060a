namespace TravelBuddy.Web.Simulator;

/// <summary>What is wrong with a request, as the Graph API would say it.</summary>
public sealed record GraphFault(int Status, int Code, string Message, string Details);
