namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>What an update of the schedule is to be.</summary>
public enum Slot { Text, Reaction, Status }

/// <summary>A POST of the schedule: when it leaves, in seconds from the start, and what it holds.</summary>
/// <param name="Due">When it leaves, whatever became of those before.</param>
/// <param name="Slots">One to five updates.</param>
/// <param name="Doubled">Which of them is delivered twice; null: none.</param>
/// <param name="DoubledAfter">How much later the double comes, in another envelope; 0: at once, beside the first.</param>
public sealed record PlannedPost(double Due, IReadOnlyList<Slot> Slots, int? Doubled, double DoubledAfter);

/// <summary>
/// The fixed schedule of a run: a tenth texts, a twentieth reactions, the rest statuses, in POSTs of one to five, evenly spread; one update in fifty twice, of
/// those half at the same moment and half some seconds later. The same for the same numbers.
/// </summary>
public static class Schedule
{
    public const int MostInOnePost = 5;
    private const double Doubled = .02;

    public static IReadOnlyList<PlannedPost> Make(int rate, int seconds, int seed)
    {
        var random = new Random(seed);
        var posts = new List<PlannedPost>();
        for (var written = 0; written < rate * seconds;)
        {
            var size = Math.Min(1 + random.Next(MostInOnePost), rate * seconds - written);
            var slots = Enumerable.Range(written, size).Select(SlotOf).ToArray();
            int? doubled = random.NextDouble() < Doubled * size ? random.Next(size) : null;
            posts.Add(new PlannedPost(written / (double)rate, slots, doubled, doubled is null || random.Next(2) == 0 ? 0 : .5 + 4 * random.NextDouble()));
            written += size;
        }

        return posts;
    }

    private static Slot SlotOf(int update) => (update % 20) switch { 3 or 13 => Slot.Text, 7 => Slot.Reaction, _ => Slot.Status };
}
