namespace TravelBuddy.Web.Interests.Reading.Roles.Training;

/// <summary>Multinomial logistic regression over sparse binary cues, fitted by FTRL-Proximal with L1 and L2 (McMahan et al., "Ad Click Prediction: a View from the Trenches", KDD 2013). The same examples give the same weights.</summary>
internal static class SoftmaxRegression
{
    private const int Rounds = 30;
    private const double LearningRate = .1;
    private const double Smoothing = 1;
    private const double L1 = .15;
    private const double L2 = 1;

    /// <summary>Weights by cue, one for each class; cues whose weights are all nought are left out.</summary>
    public static IReadOnlyDictionary<string, float[]> Fit(IReadOnlyList<(string[] Cues, int Class)> examples, int classes)
    {
        var cues = new Dictionary<string, Cue>(StringComparer.Ordinal);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(1);
        var scores = new double[classes];
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var active = examples[i].Cues.Select(name => cues.TryGetValue(name, out var cue) ? cue : cues[name] = new Cue(classes)).ToList();
                for (var c = 0; c < classes; c++)
                {
                    scores[c] = active.Sum(cue => cue.Weight(c));
                }

                var top = scores.Max();
                var sum = scores.Sum(score => Math.Exp(score - top));
                for (var c = 0; c < classes; c++)
                {
                    var gradient = Math.Exp(scores[c] - top) / sum - (c == examples[i].Class ? 1 : 0);
                    active.ForEach(cue => cue.Learn(c, gradient));
                }
            }
        }

        return cues.Select(entry => (entry.Key, Weights: Enumerable.Range(0, classes).Select(c => (float)Math.Round(entry.Value.Weight(c), 3)).ToArray()))
            .Where(entry => entry.Weights.Any(weight => weight != 0)).ToDictionary(entry => entry.Key, entry => entry.Weights);
    }

    private sealed class Cue(int classes)
    {
        private readonly double[] _z = new double[classes];
        private readonly double[] _n = new double[classes];
        private readonly double[] _weights = new double[classes];

        public double Weight(int c) => _weights[c];

        public void Learn(int c, double gradient)
        {
            var square = gradient * gradient;
            var step = (Math.Sqrt(_n[c] + square) - Math.Sqrt(_n[c])) / LearningRate;
            _z[c] += gradient - step * _weights[c];
            _n[c] += square;
            _weights[c] = Math.Abs(_z[c]) <= L1 ? 0 : -(_z[c] - Math.Sign(_z[c]) * L1) / ((Smoothing + Math.Sqrt(_n[c])) / LearningRate + L2);
        }
    }
}
