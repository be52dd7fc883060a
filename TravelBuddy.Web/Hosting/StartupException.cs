namespace TravelBuddy.Web.Hosting;

/// <summary>The application cannot start; the message says what is wrong and how to mend it, so no stack trace is printed.</summary>
public sealed class StartupException(string message) : Exception(message);
