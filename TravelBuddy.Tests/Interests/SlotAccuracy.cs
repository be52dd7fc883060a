using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Interests;

/// <summary>
/// How much of annotated utterances is read as annotated. Counted are the slots that the annotation or the reading fills (a list as a set), each concept that must be found,
/// and each intent other than a search that either of them sees; so silence about what nobody said earns nothing.
/// </summary>
internal sealed record SlotAccuracy(int Right, int Counted, IReadOnlyList<string> Wrong)
{
    public static readonly DateOnly Today = new(2026, 3, 10);

    public double Share => Counted == 0 ? 1 : (double)Right / Counted;

    public static IReadOnlyList<Annotation> Read(string file) =>
        [.. Annotation.Parse(string.Join('\n', File.ReadLines(Repository.DataFile(Path.Combine("evaluation", file))).Where(line => line.Contains(" => ", StringComparison.Ordinal))), "Search")];

    public static SlotAccuracy Of(WishReader reader, IEnumerable<Annotation> annotations)
    {
        var (right, counted) = (0, 0);
        var wrong = new List<string>();
        void Count(Annotation annotation, bool isRight, string what)
        {
            counted++;
            right += isRight ? 1 : 0;
            if (!isRight)
            {
                wrong.Add($"{annotation.Text} => {what}");
            }
        }

        foreach (var annotation in annotations)
        {
            var reading = reader.Read(annotation.Text, annotation.AnyLanguage ? annotation.Expected["language"] : null, Today);
            var read = ReadingText.Exact(reading);
            foreach (var (slot, expected) in annotation.Expected.Where(slot => slot.Key != "language" && read.ContainsKey(slot.Key)))
            {
                if (Filled(slot, expected) || Filled(slot, read[slot]))
                {
                    Count(annotation, AsSet(expected).SetEquals(AsSet(read[slot])), $"{slot}: {read[slot]} instead of {expected}");
                }
            }

            var concepts = ReadingText.Concepts(reading.Wishes).ToHashSet();
            foreach (var concept in annotation.Concepts)
            {
                Count(annotation, concepts.Contains(concept), $"{concept} is missing ({string.Join(' ', concepts)})");
            }

            foreach (var concept in annotation.Absent)
            {
                Count(annotation, !concepts.Contains(concept), $"{concept} was not said");
            }
        }

        return new SlotAccuracy(right, counted, wrong);
    }

    private static bool Filled(string slot, string value) => slot == "intent" ? value != "Search" : value.Length > 0;

    private static HashSet<string> AsSet(string values) => [.. values.Split(", ", StringSplitOptions.RemoveEmptyEntries)];
}
