using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Web.Pages.Recommendations;

/// <summary>The seven weights as sliders from 0 to 10 in criterion order (the defaults are the 10:4:2:2:1:1:2 of the design).</summary>
public sealed record WeightSliders(IReadOnlyList<int> Values, bool Open = false, string? Error = null)
{
    public const int Top = 10;

    public static readonly WeightSliders Default = new(Scaled(VectorLayout.DefaultWeights));

    /// <summary>The sliders for a list; a criterion that was left open shows its default, for the list has no weight for it.</summary>
    public static WeightSliders Of(RecommendationList list)
    {
        if (list.Weights.Count != Default.Values.Count)
        {
            return Default;
        }

        var scaled = Scaled(list.Weights);
        var open = Enumerable.Range(0, scaled.Count).Where(criterion => list.Packages.Count > 0 && list.Packages[0].Similarities[criterion] is null).ToHashSet();
        var values = scaled.Select((value, criterion) => value == 0 && open.Contains(criterion) ? Default.Values[criterion] : value).ToList();
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
