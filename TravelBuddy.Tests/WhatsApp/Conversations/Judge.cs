namespace TravelBuddy.Tests.WhatsApp.Conversations;

/// <summary>Compares what was answered with what must be: every expectation in order, every reply accounted for.</summary>
public static class Judge
{
    public static IReadOnlyList<string> Faults(Turn turn, IReadOnlyList<Reply> replies, ShownBefore before)
    {
        var faults = new List<string>();
        var (deepest, notes) = (-1, new List<string>());
        if (!Fits(0, 0))
        {
            faults.Add(notes.Count == 0 ? "not what must be answered" : string.Join("\n   or ", notes.Distinct()));
        }

        faults.AddRange(replies.Where(reply => reply.Language is { } language && language != turn.Language).Select(reply => $"the chat is in “{turn.Language}”, but: {reply}"));
        faults.AddRange(turn.Unsaid.SelectMany(words => replies.Where(reply => Words.Holds(reply.Text, words)).Select(reply => $"it holds “{words}”: {reply}")));
        return faults;

        bool Fits(int expected, int at)
        {
            if (expected == turn.Expected.Count)
            {
                return at == replies.Count || Note(expected, [$"one message too many: {replies[at]}"]);
            }

            var why = new List<string>();
            foreach (var end in turn.Expected[expected].Ends(replies, at, before, why))
            {
                if (Fits(expected + 1, end))
                {
                    return true;
                }
            }

            return Note(expected, why);
        }

        // Of all ways to read the replies, the one that came furthest tells what is wrong.
        bool Note(int depth, IReadOnlyList<string> why)
        {
            if (depth > deepest && why.Count > 0)
            {
                (deepest, notes) = (depth, []);
            }

            if (depth == deepest)
            {
                notes.AddRange(why);
            }

            return false;
        }
    }
}
