using TravelBuddy.Ranking;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations;

/// <summary>The encoders' layout as the ranking library takes it.</summary>
public static class RankingLayout
{
    public static readonly BlockLayout Blocks = new([.. VectorLayout.Blocks.Select(block => (block.Name, block.Length))]);
}
