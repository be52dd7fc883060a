namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Something a rule understood, with its half-open span in the original text.</summary>
internal sealed record Found<T>(T Value, int Start, int End)
{
    public bool Overlaps(int start, int end) => Start < end && start < End;
}
