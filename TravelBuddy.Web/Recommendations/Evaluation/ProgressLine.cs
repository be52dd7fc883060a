using System.Diagnostics;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>Says every second or so how far something has come; silent for what is quicker.</summary>
public sealed class ProgressLine(string what, TextWriter output)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private long _last = Stopwatch.GetTimestamp();

    public void At(int done)
    {
        if (Stopwatch.GetElapsedTime(_last) >= Between)
        {
            _last = Stopwatch.GetTimestamp();
            output.WriteLine($"· {done} {what} …");
        }
    }
}
