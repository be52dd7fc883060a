using System.Globalization;

namespace TravelBuddy.Web.Interests.Reading.Roles;

/// <summary>What each cue weighs for each class of a multinomial logistic regression: a class's score is the sum of what its cues weigh.</summary>
internal sealed class CueWeights
{
    private readonly Dictionary<string, float[]> _weights = new(StringComparer.Ordinal);
    private readonly int _classes;

    private CueWeights(int classes) => _classes = classes;

    /// <summary>Reads a cue and its weights a line, between tabs; throws <see cref="InvalidDataException"/> with the line that is none.</summary>
    public static CueWeights Load(string path, int classes)
    {
        var read = new CueWeights(classes);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.StartsWith('#'))
            {
                continue;
            }

            var cells = line.Split('\t');
            var columns = cells[1..].Select(cell => float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) ? weight : float.NaN).ToArray();
            if (columns.Length != classes || cells[0].Length == 0 || !columns.All(float.IsFinite))
            {
                throw new InvalidDataException($"{path}, line {number}: a cue and {classes} numbers are expected, between tabs. The file is written by 'train-places' or 'train-things' (docs/decisions/0035, 0039).");
            }

            read._weights[cells[0]] = columns;
        }

        return read;
    }

    /// <summary>The probability of each class.</summary>
    public double[] Odds(IReadOnlyList<string> cues)
    {
        var scores = new double[_classes];
        foreach (var cue in cues)
        {
            if (_weights.TryGetValue(cue, out var weight))
            {
                for (var c = 0; c < scores.Length; c++)
                {
                    scores[c] += weight[c];
                }
            }
        }

        var top = scores.Max();
        var odds = scores.Select(score => Math.Exp(score - top)).ToArray();
        var sum = odds.Sum();
        return [.. odds.Select(odd => odd / sum)];
    }
}
