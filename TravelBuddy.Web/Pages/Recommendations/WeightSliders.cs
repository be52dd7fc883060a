using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Web.Pages.Recommendations;

/// <summary>The seven weights as sliders from 0 to 10 in criterion order (the defaults are the 10:4:2:2:1:1:2 of the design).</summary>
public sealed record WeightSliders(IReadOnlyList<int> Values, bool Open = false, string? Error = null)
{
    public const int Top = 10;

    public static readonly WeightSliders Default = new(Scaled(VectorLayout.DefaultWeights));

    /// <summary>The sliders for a list; they stand open if the traveller has moved them.</summary>
    public static WeightSliders Of(RecommendationList list)
    {
        if (list.Weights.Count != Default.Values.Count)
        {
            return Default;
        }

        var values = Scaled(list.Weights);
        return new WeightSliders(values, Open: !values.SequenceEqual(Default.Values));
    }

    /// <summary>Slider positions as weights that sum to 1; null if there are not seven numbers from 0 to 10 or all are zero.</summary>
    public static IReadOnlyList<double>? Read(double[] sliders)
    {
        var sum = sliders.Sum();
        return sliders.Length == Default.Values.Count && sliders.All(value => value is >= 0 and <= Top) && sum > 0 ? [.. sliders.Select(value => value / sum)] : null;
    }

    /// <summary>What was refused, shown again with the reason.</summary>
    public static WeightSliders Refused(double[] sliders, string error) =>
        new(sliders.Length == Default.Values.Count ? [.. sliders.Select(value => (int)Math.Clamp(value, 0, Top))] : Default.Values, Open: true, error);

    private static IReadOnlyList<int> Scaled(IReadOnlyList<double> weights) => weights.Max() is > 0 and var max ? [.. weights.Select(weight => (int)Math.Round(Top * weight / max))] : [.. weights.Select(_ => 0)];
}
